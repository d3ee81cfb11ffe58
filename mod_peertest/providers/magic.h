/* SPDX-License-Identifier: Apache-2.0 */
/* magic.h - what a file is by its bytes, whatever it is called (libmagic). */
#ifndef PT_MAGIC_H
#define PT_MAGIC_H

#include "core/pt_err.h"

/* So much of a file decides what it is; pass all of a smaller one. */
#define PT_MAGIC_BYTES 65536

/**
 * The media type of content that begins with these bytes, as libmagic names
 * it; domain/file_rules.h says what it is for us.
 * @param media_type in p; "application/x-empty" for no bytes
 * @return PT_P_INTERNAL when the library's data is missing
 */
pt_err_t *pt_magic_of(const char **media_type, apr_pool_t *p, const void *bytes,
                      apr_size_t len);
#endif
