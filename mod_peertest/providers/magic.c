/* SPDX-License-Identifier: Apache-2.0 */
/* magic.c - what a file is by its bytes. */

#include "providers/magic.h"

#include <apr_strings.h>
#include <magic.h>

/* By the first bytes alone: nothing is unpacked, no table of contents is
 * followed. */
#define FLAGS \
    (MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_ELF \
     | MAGIC_NO_CHECK_CDF | MAGIC_NO_COMPRESS_FORK)

/* Reading the library's data takes milliseconds, so each thread does it once;
 * it lives as long as its thread, which is as long as the child. */
static magic_t library(void)
{
    static __thread magic_t magic;

    if (magic)
        return magic;
    magic = magic_open(FLAGS);
    if (magic && magic_load(magic, NULL) != 0) {
        magic_close(magic);
        magic = NULL;
    }
    return magic;
}

pt_err_t *pt_magic_of(const char **media_type, apr_pool_t *p, const void *bytes,
                      apr_size_t len)
{
    magic_t magic = library();
    const char *found;

    if (!magic)
        return pt_err_cause(pt_fail(p, PT_P_INTERNAL, NULL),
                            "libmagic cannot read its data");
    if (!len) {
        *media_type = "application/x-empty";
        return PT_OK;
    }
    found =
        magic_buffer(magic, bytes, len < PT_MAGIC_BYTES ? len : PT_MAGIC_BYTES);
    /* What confuses the library is no type that is taken. */
    *media_type = found ? apr_pstrdup(p, found) : "application/octet-stream";
    return PT_OK;
}
