/* SPDX-License-Identifier: Apache-2.0 */
/* file_store.h - where the bytes of files are: a folder, or an S3-compatible
 * bucket, behind one interface. Keys are ours: letters, digits, hyphens and
 * single slashes. Knows no database. */
#ifndef PT_FILE_STORE_H
#define PT_FILE_STORE_H

#include "core/pt_err.h"
#include "core/pt_site.h"
#include <apr_file_io.h>

/** An object that is being written, from one end to the other; of one thread,
 * and of the pool that it was opened in. */
typedef struct pt_file_writer_t pt_file_writer_t;

/**
 * Begin an object, or go on with one.
 * @param state what pt_file_pause() gave, or NULL to begin; then offset is 0
 * @param offset how much of it is there already
 * @return PT_P_STORAGE_FULL, PT_P_UNAVAILABLE when the store is away
 */
pt_err_t *pt_file_write_open(pt_file_writer_t **writer, apr_pool_t *p,
                             const pt_site_t *site, const char *key,
                             const char *state, apr_int64_t offset);

/** Add bytes, at most 8 MiB at a time; memory in use does not grow with the
 * object. After a failure none of them count, and the writer is good for
 * pt_file_pause() alone. */
pt_err_t *pt_file_write(pt_file_writer_t *writer, const char *data,
                        apr_size_t len);

/**
 * Make what was written so far durable; writing may go on afterwards.
 * @param state to go on with, in the caller's pool p
 * @param offset how much is safe; after a failure it may be less than written
 */
pt_err_t *pt_file_pause(pt_file_writer_t *writer, apr_pool_t *p,
                        const char **state, apr_int64_t *offset);

/** The object is complete: from now on it can be read, and never changes. */
pt_err_t *pt_file_finish(pt_file_writer_t *writer);

/** Give up an object that was begun; none is no failure.
 * @param state as last kept, or NULL */
pt_err_t *pt_file_abort(apr_pool_t *p, const pt_site_t *site, const char *key,
                        const char *state);

/** Remove a finished object; none is no failure. */
pt_err_t *pt_file_remove(apr_pool_t *p, const pt_site_t *site, const char *key);

/**
 * Make a finished object readable for programs under a path in folder.
 * @param path set to it: a copy, or a link that is only to be read
 */
pt_err_t *pt_file_get(apr_pool_t *p, const pt_site_t *site, const char *key,
                      const char *folder, const char **path);

/**
 * Read a small finished object.
 * @param bytes in p
 * @param most bytes that it may have
 * @return PT_P_NOT_FOUND when it is not there, PT_P_TOO_LARGE
 */
pt_err_t *pt_file_bytes(const char **bytes, apr_size_t *len, apr_pool_t *p,
                        const pt_site_t *site, const char *key,
                        apr_size_t most);

/** Store a local file as an object of this key. The file may be moved away. */
pt_err_t *pt_file_put(apr_pool_t *p, const pt_site_t *site, const char *key,
                      const char *path);

/** How a finished object is sent. */
typedef struct {
    apr_file_t *file;     /* open for reading, or NULL: ... */
    apr_off_t size;       /* of file */
    const char *redirect; /* ... a link that is valid for a while */
} pt_file_source_t;

/**
 * Open an object for sending.
 * @param media_type and
 * @param disposition what a store that answers by itself is to say
 * @return PT_P_NOT_FOUND when it is not there
 */
pt_err_t *pt_file_open(pt_file_source_t *source, apr_pool_t *p,
                       const pt_site_t *site, const char *key,
                       const char *media_type, const char *disposition);

/** Can the store be written to? For readiness. @return NULL, or why not */
const char *pt_file_store_trouble(apr_pool_t *p, const pt_site_t *site);

/** For a failure about files, of any kind: while the store is in trouble it is
 * the store's, as a disk that is not mounted looks like files that are missing.
 * @return err */
pt_err_t *pt_file_doubt(apr_pool_t *p, const pt_site_t *site, pt_err_t *err);

/** Check the settings of the store. Runs in post_config, as root.
 * @return what is wrong, or NULL */
const char *pt_file_store_check(apr_pool_t *p, const pt_site_t *site);
#endif
