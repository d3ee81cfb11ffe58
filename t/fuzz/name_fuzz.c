/* SPDX-License-Identifier: Apache-2.0 */
/* name_fuzz.c - what a client calls a file becomes a name that is safe to show,
 * to send in a header, and to save under. */

#include "core/pt_text.h"
#include "domain/file_rules.h"
#include "fuzz.h"

static void try_name(const char *name)
{
    apr_size_t len = pt_text_len(name);

    PROMISE(len >= 1 && len <= PT_FILE_NAME_MAX);
    PROMISE(pt_text_is_clean(name));
    PROMISE(!strpbrk(name, "/\\<>:\"|?*\t\r\n"));
    PROMISE(*name != '.');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    apr_pool_t *p = fuzz_pool();
    char *wanted = fuzz_text(data, size);
    const char *name = pt_file_name(p, wanted);

    try_name(name);
    PROMISE(!strcmp(pt_file_name(p, name), name));
    try_name(pt_file_name_for(p, name, "text/plain"));
    try_name(pt_file_name_for(p, name, "video/mp4"));
    free(wanted);
    apr_pool_destroy(p);
    return 0;
}
