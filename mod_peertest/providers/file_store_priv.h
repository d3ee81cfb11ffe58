/* SPDX-License-Identifier: Apache-2.0 */
/* file_store_priv.h - what file_store.c asks of each kind of store. */
#ifndef PT_FILE_STORE_PRIV_H
#define PT_FILE_STORE_PRIV_H

#include "providers/file_store.h"

/** One kind of store; the functions promise what file_store.h says. */
typedef struct {
    const char *name; /* value of PeerTestStorage */
    pt_err_t *(*write_open)(void **writer, apr_pool_t *p, const pt_site_t *site,
                            const char *key, const char *state,
                            apr_int64_t offset);
    pt_err_t *(*write)(void *writer, const char *data, apr_size_t len);
    pt_err_t *(*pause)(void *writer, apr_pool_t *p, const char **state,
                       apr_int64_t *offset);
    pt_err_t *(*finish)(void *writer);
    pt_err_t *(*abort)(apr_pool_t *p, const pt_site_t *site, const char *key,
                       const char *state);
    pt_err_t *(*remove)(apr_pool_t *p, const pt_site_t *site, const char *key);
    pt_err_t *(*get)(apr_pool_t *p, const pt_site_t *site, const char *key,
                     const char *path);
    /* @param buffer of most bytes */
    pt_err_t *(*read)(char *buffer, apr_size_t *len, apr_size_t most,
                      apr_pool_t *p, const pt_site_t *site, const char *key);
    /* May be NULL: then the file is copied through a writer. @param moved 1:
     * nothing is left to copy */
    pt_err_t *(*take)(int *moved, apr_pool_t *p, const pt_site_t *site,
                      const char *key, const char *path);
    pt_err_t *(*open)(pt_file_source_t *source, apr_pool_t *p,
                      const pt_site_t *site, const char *key,
                      const char *media_type, const char *disposition);
    const char *(*trouble)(apr_pool_t *p, const pt_site_t *site);
    const char *(*check)(apr_pool_t *p, const pt_site_t *site);
} pt_file_backend_t;

extern const pt_file_backend_t pt_file_folder, pt_file_s3;

/** The key as the name of one file: keys have no dots. */
const char *pt_file_flat_name(apr_pool_t *p, const char *key);

/** What the system said about a file or a folder of ours: no room, or away. */
pt_err_t *pt_file_failed(apr_pool_t *p, const char *what, int error);
#endif
