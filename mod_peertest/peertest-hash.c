/* SPDX-License-Identifier: Apache-2.0 */
/* peertest-hash.c - prints the hash of a password, for accounts that are made
 * outside of the server: peertest-hash SECRETFILE COST < password */

#include "core/pt_crypto.h"
#include "core/pt_text.h"

#include <apr_general.h>
#include <apr_strings.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PASSWORD_MIN 8
#define PASSWORD_MAX 128
#define COST_MIN 4
#define COST_MAX 15
#define LINE_BYTES 1024

/* The first line of standard input. @return what is wrong with it, or NULL */
static const char *read_password(char *line, int size)
{
    apr_size_t len;

    if (!fgets(line, size, stdin))
        return "there is no password on standard input";
    line[strcspn(line, "\r\n")] = '\0';
    if (!pt_text_is_clean(line))
        return "the password is not UTF-8, or has control characters";
    len = pt_text_len(line);
    if (len < PASSWORD_MIN || len > PASSWORD_MAX)
        return "a password has 8 to 128 characters";
    return NULL;
}

/* 32 bytes of base64 are 43 characters and one "=". */
static int decode_key(unsigned char key[PT_SHA256_BYTES], const char *text)
{
    unsigned char bytes[33];

    if (strlen(text) != 44 || text[43] != '='
        || EVP_DecodeBlock(bytes, (const unsigned char *)text, 44) != 33)
        return 0;
    memcpy(key, bytes, PT_SHA256_BYTES);
    return 1;
}

/* The key "pepper" of a PeerTestSecretFile. @return what is wrong, or NULL */
static const char *read_pepper(unsigned char pepper[PT_SHA256_BYTES],
                               const char *path)
{
    const char *wrong = "it has no line \"pepper: ...\"";
    char line[LINE_BYTES];
    FILE *file = fopen(path, "r");

    if (!file)
        return "it cannot be read";
    while (fgets(line, sizeof(line), file)) {
        const char *value = line + 7;

        if (strncmp(line, "pepper:", 7))
            continue;
        line[strcspn(line, "\r\n")] = '\0';
        wrong = decode_key(pepper, value + strspn(value, " \t"))
                    ? NULL
                    : "its pepper is not 32 bytes in base64";
        break;
    }
    fclose(file);
    return wrong;
}

static int fail(const char *about, const char *wrong)
{
    fprintf(stderr, "peertest-hash: %s%s%s\n", about, *about ? ": " : "",
            wrong);
    return 1;
}

int main(int argc, char **argv)
{
    unsigned char pepper[PT_SHA256_BYTES];
    char password[LINE_BYTES];
    const char *wrong, *hash;
    apr_pool_t *p;
    int cost;

    if (argc != 3)
        return fail("", "usage: peertest-hash SECRETFILE COST < password");
    cost = atoi(argv[2]);
    if (cost < COST_MIN || cost > COST_MAX)
        return fail(argv[2], "the cost is 4 to 15");
    if ((wrong = read_pepper(pepper, argv[1])))
        return fail(argv[1], wrong);
    if ((wrong = read_password(password, sizeof(password))))
        return fail("", wrong);

    apr_initialize();
    apr_pool_create(&p, NULL);
    if (pt_password_hash(p, &hash, pepper, password, cost))
        return fail("", "this system's crypt() has no bcrypt");
    puts(hash);
    return 0;
}
