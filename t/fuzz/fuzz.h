/* SPDX-License-Identifier: Apache-2.0 */
/* fuzz.h - what a fuzz target is: bytes in, and no crash, leak or broken
 * promise.
 *
 * Each target is libFuzzer's entry point; built with its corpus replayed it is
 * a unit test, built with "clang -fsanitize=fuzzer,address,undefined" and
 * without replay.c it searches. */
#ifndef FUZZ_H
#define FUZZ_H

#include <apr_general.h>
#include <apr_pools.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A promise of the parser; a broken one is a find. */
#define PROMISE(condition) \
    do { \
        if (!(condition)) \
            abort(); \
    } while (0)

/* A pool for one input. */
static inline apr_pool_t *fuzz_pool(void)
{
    static int ready;
    apr_pool_t *p;

    if (!ready++)
        apr_initialize();
    PROMISE(apr_pool_create(&p, NULL) == APR_SUCCESS);
    return p;
}

/* The input as a C string: what stands before its first NUL. On the heap, so
 * that a sanitizer sees the byte behind its end. */
static inline char *fuzz_text(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);

    PROMISE(text != NULL);
    if (size)
        memcpy(text, data, size);
    text[size] = '\0';
    return text;
}
#endif
