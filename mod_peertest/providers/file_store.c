/* SPDX-License-Identifier: Apache-2.0 */
/* file_store.c - the store that a site has chosen, behind one interface. */

#include "providers/file_store_priv.h"

#include <apr_strings.h>
#include <errno.h>
#include <string.h>

#define COPY_BYTES 65536
#define KEY_BYTES 100

struct pt_file_writer_t {
    const pt_file_backend_t *backend;
    void *writer;
};

static const pt_file_backend_t *backend_of(const pt_site_t *site)
{
    return !strcmp(site->cfg->storage, pt_file_s3.name) ? &pt_file_s3
                                                        : &pt_file_folder;
}

/* A key becomes a path and an address, so it is looked at although it is ours:
 * letters, digits, hyphens, and single slashes between them. */
static pt_err_t *check_key(apr_pool_t *p, const char *key)
{
    static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                  "abcdefghijklmnopqrstuvwxyz0123456789-/";
    apr_size_t len = strlen(key);

    if (len && len <= KEY_BYTES && strspn(key, allowed) == len && *key != '/'
        && key[len - 1] != '/' && !strstr(key, "//"))
        return PT_OK;
    return pt_err_cause(pt_fail(p, PT_P_INTERNAL, NULL),
                        "a storage key of a wrong form");
}

pt_err_t *pt_file_failed(apr_pool_t *p, const char *what, int error)
{
    char text[120];
    int is_full = error == ENOSPC || error == EDQUOT || error == EFBIG;
    pt_err_t *err =
        pt_fail(p, is_full ? PT_P_STORAGE_FULL : PT_P_UNAVAILABLE, NULL);

    apr_strerror(APR_FROM_OS_ERROR(error), text, sizeof(text));
    return pt_err_cause(pt_err_away(err, PT_AWAY_STORAGE), "file store: %s: %s",
                        what, text);
}

pt_err_t *pt_file_write_open(pt_file_writer_t **writer, apr_pool_t *p,
                             const pt_site_t *site, const char *key,
                             const char *state, apr_int64_t offset)
{
    pt_file_writer_t *w = apr_pcalloc(p, sizeof(*w));

    PT_TRY(check_key(p, key));
    w->backend = backend_of(site);
    PT_TRY(w->backend->write_open(&w->writer, p, site, key, state, offset));
    *writer = w;
    return PT_OK;
}

pt_err_t *pt_file_write(pt_file_writer_t *writer, const char *data,
                        apr_size_t len)
{
    return writer->backend->write(writer->writer, data, len);
}

pt_err_t *pt_file_pause(pt_file_writer_t *writer, apr_pool_t *p,
                        const char **state, apr_int64_t *offset)
{
    return writer->backend->pause(writer->writer, p, state, offset);
}

pt_err_t *pt_file_finish(pt_file_writer_t *writer)
{
    return writer->backend->finish(writer->writer);
}

pt_err_t *pt_file_abort(apr_pool_t *p, const pt_site_t *site, const char *key,
                        const char *state)
{
    PT_TRY(check_key(p, key));
    return backend_of(site)->abort(p, site, key, state);
}

pt_err_t *pt_file_remove(apr_pool_t *p, const pt_site_t *site, const char *key)
{
    PT_TRY(check_key(p, key));
    return backend_of(site)->remove(p, site, key);
}

const char *pt_file_flat_name(apr_pool_t *p, const char *key)
{
    char *name = apr_pstrdup(p, key), *slash;

    while ((slash = strchr(name, '/')))
        *slash = '.';
    return name;
}

pt_err_t *pt_file_get(apr_pool_t *p, const pt_site_t *site, const char *key,
                      const char *folder, const char **path)
{
    const char *to =
        apr_pstrcat(p, folder, "/", pt_file_flat_name(p, key), NULL);

    PT_TRY(check_key(p, key));
    PT_TRY(backend_of(site)->get(p, site, key, to));
    *path = to;
    return PT_OK;
}

/* One byte more than it may have tells what is too long. */
pt_err_t *pt_file_bytes(const char **bytes, apr_size_t *len, apr_pool_t *p,
                        const pt_site_t *site, const char *key, apr_size_t most)
{
    char *buffer = apr_palloc(p, most + 1);
    apr_size_t read;

    PT_TRY(check_key(p, key));
    PT_TRY(backend_of(site)->read(buffer, &read, most + 1, p, site, key));
    if (read > most)
        return pt_fail(p, PT_P_TOO_LARGE, NULL);
    *bytes = buffer;
    *len = read;
    return PT_OK;
}

static pt_err_t *copy_into(pt_file_writer_t *w, apr_pool_t *p, apr_file_t *file)
{
    char *buffer = apr_palloc(p, COPY_BYTES);

    for (;;) {
        apr_size_t len = COPY_BYTES;
        apr_status_t rv = apr_file_read(file, buffer, &len);

        if (rv == APR_EOF)
            return pt_file_finish(w);
        if (rv != APR_SUCCESS)
            return pt_file_failed(p, "reading a file to store", rv);
        PT_TRY(pt_file_write(w, buffer, len));
    }
}

static pt_err_t *copy_file(apr_pool_t *p, const pt_site_t *site,
                           const char *key, const char *path)
{
    pt_file_writer_t *w;
    apr_file_t *file;
    apr_status_t rv =
        apr_file_open(&file, path, APR_FOPEN_READ, APR_FPROT_OS_DEFAULT, p);
    pt_err_t *err;

    if (rv != APR_SUCCESS)
        return pt_file_failed(p, "opening a file to store", rv);
    err = pt_file_write_open(&w, p, site, key, NULL, 0);
    if (!err)
        err = copy_into(w, p, file);
    apr_file_close(file);
    return err;
}

pt_err_t *pt_file_put(apr_pool_t *p, const pt_site_t *site, const char *key,
                      const char *path)
{
    const pt_file_backend_t *backend = backend_of(site);
    int moved = 0;

    PT_TRY(check_key(p, key));
    if (backend->take)
        PT_TRY(backend->take(&moved, p, site, key, path));
    return moved ? PT_OK : copy_file(p, site, key, path);
}

pt_err_t *pt_file_open(pt_file_source_t *source, apr_pool_t *p,
                       const pt_site_t *site, const char *key,
                       const char *media_type, const char *disposition)
{
    PT_TRY(check_key(p, key));
    return backend_of(site)->open(source, p, site, key, media_type,
                                  disposition);
}

const char *pt_file_store_trouble(apr_pool_t *p, const pt_site_t *site)
{
    return backend_of(site)->trouble(p, site);
}

pt_err_t *pt_file_doubt(apr_pool_t *p, const pt_site_t *site, pt_err_t *err)
{
    if (err && !err->away && pt_file_store_trouble(p, site))
        pt_err_away(err, PT_AWAY_STORAGE);
    return err;
}

const char *pt_file_store_check(apr_pool_t *p, const pt_site_t *site)
{
    const char *kind = site->cfg->storage;

    if (strcmp(kind, pt_file_folder.name) && strcmp(kind, pt_file_s3.name))
        return "PeerTestStorage must be folder or s3";
    return backend_of(site)->check(p, site);
}
