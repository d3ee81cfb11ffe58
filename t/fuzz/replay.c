/* SPDX-License-Identifier: Apache-2.0 */
/* replay.c - runs a fuzz target once on each file named, and says so in TAP. */

#include "fuzz.h"

#include <stdio.h>

#define INPUT_MAX (1 << 20)

/* A copy of exactly its size, for the sanitizers. */
static int replay(const char *path)
{
    static uint8_t buffer[INPUT_MAX];
    FILE *file = fopen(path, "rb");
    uint8_t *data;
    size_t size;

    if (!file)
        return 0;
    size = fread(buffer, 1, sizeof(buffer), file);
    fclose(file);
    data = malloc(size ? size : 1);
    PROMISE(data != NULL);
    memcpy(data, buffer, size);
    LLVMFuzzerTestOneInput(data, size);
    free(data);
    return 1;
}

int main(int argc, char **argv)
{
    int i, failures = 0;

    for (i = 1; i < argc; i++) {
        int read = replay(argv[i]);

        printf("%sok %d - %s\n", read ? "" : "not ", i, argv[i]);
        failures += !read;
    }
    printf("1..%d\n", argc - 1);
    return failures || argc < 2;
}
