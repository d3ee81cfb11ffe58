/* SPDX-License-Identifier: Apache-2.0 */
/* tus_fuzz.c - the headers of tus: a number is never negative, base64 is what
 * it was made of, and a name has no byte in it that ends it. */

#include "core/pt_tus.h"
#include "fuzz.h"

#include <apr_base64.h>

static void try_base64(apr_pool_t *p, const char *text)
{
    apr_size_t len = 0;
    unsigned char *bytes = pt_tus_read_base64(p, &len, text);

    if (!bytes)
        return;
    PROMISE(len <= strlen(text) / 4 * 3 && bytes[len] == '\0');
    PROMISE((apr_size_t)apr_base64_encode_len((int)len) == strlen(text) + 1);
}

/* Whatever bytes a file is called by: they come out as they went in. */
static void try_name(apr_pool_t *p, const char *wanted)
{
    apr_size_t len = strlen(wanted);
    char *header = apr_palloc(p, 20 + (apr_size_t)apr_base64_encode_len(len));
    const char *name = NULL;

    memcpy(header, "kind,filename ", 14);
    apr_base64_encode(header + 14, wanted, (int)len);
    PROMISE(pt_tus_read_metadata(p, &name, header));
    PROMISE(name && !strcmp(name, wanted));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    apr_pool_t *p = fuzz_pool();
    char *text = fuzz_text(data, size);
    const char *name = NULL;
    apr_int64_t n = -1;

    PROMISE(!pt_tus_read_number(&n, text) || n >= 0);
    if (pt_tus_read_metadata(p, &name, text) && name)
        PROMISE(strlen(name) < strlen(text));
    try_base64(p, text);
    try_name(p, text);
    free(text);
    apr_pool_destroy(p);
    return 0;
}
