/* SPDX-License-Identifier: Apache-2.0 */
/* file_store_folder.c - files in a folder of this machine, or one that several
 * machines share.
 *
 * An object of key k is <folder>/<aa>/<bb>/k, where aa and bb are of the key's
 * hash, so that no folder grows too long. As long as it is being written it is
 * <folder>/part/k, locked by its writer; a finished one is read-only and is
 * never written to again. */

#include "core/pt_crypto.h"
#include "providers/file_store_priv.h"

#include <apr_portable.h>
#include <apr_strings.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#define ROOM_MIN \
    (16 * 1024 * 1024) /* bytes free; with less it is in trouble \
                        */

typedef struct {
    apr_pool_t *pool;
    const char *part, *whole; /* paths */
    int fd;                   /* of part; -1: the object is there already */
    apr_int64_t offset;       /* written */
} folder_writer_t;

static apr_status_t close_fd(void *data)
{
    folder_writer_t *w = data;

    if (w->fd >= 0)
        close(w->fd); /* what counts was synced before */
    w->fd = -1;
    return APR_SUCCESS;
}

static const char *part_path(apr_pool_t *p, const pt_site_t *site,
                             const char *key)
{
    return apr_pstrcat(p, site->cfg->storage_folder, "/part/",
                       pt_file_flat_name(p, key), NULL);
}

/* @param depth 0: the object; 1, 2: the folders that it is in */
static const char *whole_path(apr_pool_t *p, const pt_site_t *site,
                              const char *key, int depth)
{
    unsigned char hash[PT_SHA256_BYTES];
    const char *top;

    pt_sha256(hash, key, strlen(key));
    top = apr_pstrcat(p, site->cfg->storage_folder, "/", pt_hex(p, hash, 1),
                      NULL);
    if (depth == 2)
        return top;
    top = apr_pstrcat(p, top, "/", pt_hex(p, hash + 1, 1), NULL);
    return depth == 1
               ? top
               : apr_pstrcat(p, top, "/", pt_file_flat_name(p, key), NULL);
}

static pt_err_t *make_folder(apr_pool_t *p, const char *path)
{
    if (mkdir(path, 0700) == 0 || errno == EEXIST)
        return PT_OK;
    return pt_file_failed(p, "making a folder", errno);
}

/* A new name in a folder lasts once the folder itself is on the disk. */
static pt_err_t *sync_folder(apr_pool_t *p, const char *path)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), error = 0;

    if (fd < 0)
        return pt_file_failed(p, "opening a folder", errno);
    if (fsync(fd) != 0)
        error = errno;
    close(fd);
    return error ? pt_file_failed(p, "syncing a folder", error) : PT_OK;
}

/* The object is whole, although its writer never learned of it. */
static int is_whole(const char *path, apr_int64_t size)
{
    struct stat info;

    return stat(path, &info) == 0 && S_ISREG(info.st_mode)
           && info.st_size == size;
}

/* Take the part for this writer alone, and cut off what came after offset: it
 * may never have reached the disk. */
static pt_err_t *resume_at(folder_writer_t *w, apr_int64_t offset)
{
    struct stat info;

    if (flock(w->fd, LOCK_EX | LOCK_NB) != 0)
        return errno == EWOULDBLOCK ? pt_fail(w->pool, PT_P_UPLOAD_LOCKED, NULL)
                                    : pt_file_failed(w->pool, "locking", errno);
    if (fstat(w->fd, &info) != 0)
        return pt_file_failed(w->pool, "looking at a part", errno);
    if (info.st_size < offset)
        return pt_err_cause(pt_fail(w->pool, PT_P_UPLOAD_GONE, NULL),
                            "file store: a part has less than was kept");
    if (ftruncate(w->fd, offset) != 0 || lseek(w->fd, offset, SEEK_SET) < 0)
        return pt_file_failed(w->pool, "going on", errno);
    w->offset = offset;
    return PT_OK;
}

static pt_err_t *folder_write_open(void **writer, apr_pool_t *p,
                                   const pt_site_t *site, const char *key,
                                   const char *state, apr_int64_t offset)
{
    folder_writer_t *w = apr_pcalloc(p, sizeof(*w));
    int flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW | (offset ? 0 : O_CREAT);

    (void)state;
    w->pool = p;
    w->part = part_path(p, site, key);
    w->whole = whole_path(p, site, key, 0);
    PT_TRY(make_folder(
        p, apr_pstrcat(p, site->cfg->storage_folder, "/part", NULL)));
    PT_TRY(make_folder(p, whole_path(p, site, key, 2)));
    PT_TRY(make_folder(p, whole_path(p, site, key, 1)));
    w->fd = open(w->part, flags, 0600);
    if (w->fd < 0 && errno == ENOENT && is_whole(w->whole, offset)) {
        w->offset = offset;
    }
    else if (w->fd < 0 && errno == ENOENT) {
        return pt_err_cause(pt_fail(p, PT_P_UPLOAD_GONE, NULL),
                            "file store: a part is not there");
    }
    else if (w->fd < 0) {
        return pt_file_failed(p, "opening a part", errno);
    }
    else {
        apr_pool_cleanup_register(p, w, close_fd, apr_pool_cleanup_null);
        PT_TRY(resume_at(w, offset));
    }
    *writer = w;
    return PT_OK;
}

/* A disk that is full may have taken a piece of it: that does not count. */
static pt_err_t *undo_write(folder_writer_t *w, int error)
{
    pt_err_t *err = pt_file_failed(w->pool, "writing", error);

    if (ftruncate(w->fd, w->offset) != 0
        || lseek(w->fd, w->offset, SEEK_SET) < 0)
        pt_err_cause(err, "file store: writing, and undoing it");
    return err;
}

static pt_err_t *folder_write(void *writer, const char *data, apr_size_t len)
{
    folder_writer_t *w = writer;
    apr_size_t done = 0;

    while (done < len) {
        ssize_t n = write(w->fd, data + done, len - done);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return undo_write(w, errno);
        done += (apr_size_t)n;
    }
    w->offset += (apr_int64_t)len;
    return PT_OK;
}

static pt_err_t *folder_pause(void *writer, apr_pool_t *p, const char **state,
                              apr_int64_t *offset)
{
    folder_writer_t *w = writer;

    if (w->fd >= 0 && fdatasync(w->fd) != 0)
        return pt_file_failed(p, "syncing a part", errno);
    *state = "";
    *offset = w->offset;
    return PT_OK;
}

/* The part, synced, becomes the object. */
static pt_err_t *publish(apr_pool_t *p, int fd, const char *part,
                         const char *whole)
{
    const char *folder = apr_pstrmemdup(p, whole, strrchr(whole, '/') - whole);

    if (fchmod(fd, 0400) != 0 || fsync(fd) != 0)
        return pt_file_failed(p, "syncing", errno);
    if (rename(part, whole) != 0)
        return pt_file_failed(p, "renaming", errno);
    return sync_folder(p, folder);
}

static pt_err_t *folder_finish(void *writer)
{
    folder_writer_t *w = writer;

    if (w->fd < 0)
        return PT_OK;
    PT_TRY(publish(w->pool, w->fd, w->part, w->whole));
    apr_pool_cleanup_run(w->pool, w, close_fd);
    return PT_OK;
}

static pt_err_t *unlink_path(apr_pool_t *p, const char *path)
{
    if (unlink(path) == 0 || errno == ENOENT)
        return PT_OK;
    return pt_file_failed(p, "removing", errno);
}

static pt_err_t *folder_remove(apr_pool_t *p, const pt_site_t *site,
                               const char *key)
{
    return unlink_path(p, whole_path(p, site, key, 0));
}

/* It may have been finished without anybody noting it. */
static pt_err_t *folder_abort(apr_pool_t *p, const pt_site_t *site,
                              const char *key, const char *state)
{
    (void)state;
    PT_TRY(unlink_path(p, part_path(p, site, key)));
    return folder_remove(p, site, key);
}

static pt_err_t *folder_get(apr_pool_t *p, const pt_site_t *site,
                            const char *key, const char *path)
{
    const char *whole = whole_path(p, site, key, 0);

    if (access(whole, F_OK) != 0)
        return errno == ENOENT ? pt_fail(p, PT_P_NOT_FOUND, NULL)
                               : pt_file_failed(p, "looking for a file", errno);
    PT_TRY(unlink_path(p, path));
    if (link(whole, path) == 0 || symlink(whole, path) == 0)
        return PT_OK;
    return pt_file_failed(p, "linking", errno);
}

/* Move a file in, where it is on the same disk. */
static pt_err_t *folder_take(int *moved, apr_pool_t *p, const pt_site_t *site,
                             const char *key, const char *path)
{
    const char *whole = whole_path(p, site, key, 0);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW), error = 0;
    pt_err_t *err;

    if (fd < 0)
        return pt_file_failed(p, "opening a file to store", errno);
    err = make_folder(p, whole_path(p, site, key, 2));
    if (!err)
        err = make_folder(p, whole_path(p, site, key, 1));
    if (!err && (fchmod(fd, 0400) != 0 || fsync(fd) != 0))
        err = pt_file_failed(p, "syncing", errno);
    if (!err && rename(path, whole) != 0 && (error = errno) != EXDEV)
        err = pt_file_failed(p, "renaming", error);
    close(fd);
    PT_TRY(err);
    *moved = error == 0;
    return *moved ? sync_folder(p, whole_path(p, site, key, 1)) : PT_OK;
}

static pt_err_t *folder_open(pt_file_source_t *source, apr_pool_t *p,
                             const pt_site_t *site, const char *key,
                             const char *media_type, const char *disposition)
{
    apr_finfo_t info;
    apr_status_t rv;

    (void)media_type;
    (void)disposition;
    memset(source, 0, sizeof(*source));
    rv = apr_file_open(&source->file, whole_path(p, site, key, 0),
                       APR_FOPEN_READ | APR_FOPEN_BINARY
                           | APR_FOPEN_SENDFILE_ENABLED,
                       APR_FPROT_OS_DEFAULT, p);
    if (APR_STATUS_IS_ENOENT(rv))
        return pt_err_cause(pt_fail(p, PT_P_NOT_FOUND, NULL),
                            "file store: a file is missing");
    if (rv == APR_SUCCESS)
        rv = apr_file_info_get(&info, APR_FINFO_SIZE, source->file);
    if (rv != APR_SUCCESS)
        return pt_file_failed(p, "opening", rv);
    source->size = info.size;
    return PT_OK;
}

static pt_err_t *folder_read(char *buffer, apr_size_t *len, apr_size_t most,
                             apr_pool_t *p, const pt_site_t *site,
                             const char *key)
{
    pt_file_source_t source;
    apr_status_t rv;

    PT_TRY(folder_open(&source, p, site, key, NULL, NULL));
    rv = apr_file_read_full(source.file, buffer, most, len);
    apr_file_close(source.file);
    return rv == APR_SUCCESS || rv == APR_EOF
               ? PT_OK
               : pt_file_failed(p, "reading", rv);
}

static const char *folder_trouble(apr_pool_t *p, const pt_site_t *site)
{
    const char *folder = site->cfg->storage_folder;
    struct statvfs room;

    (void)p;
    if (access(folder, R_OK | W_OK | X_OK) != 0)
        return "the folder cannot be written to";
    if (statvfs(folder, &room) != 0)
        return "the folder cannot be looked at";
    if (room.f_bavail < ROOM_MIN / room.f_frsize || room.f_favail == 0)
        return "the folder is full";
    return NULL;
}

/* Nothing in it may be reached by an address, or be changed by others. */
static const char *folder_check(apr_pool_t *p, const pt_site_t *site)
{
    const char *folder = site->cfg->storage_folder;
    const char *served = site->document_root;
    apr_size_t len = served ? strlen(served) : 0;
    struct stat info;

    while (len > 1 && served[len - 1] == '/')
        len--;
    if (!folder)
        return "PeerTestStorageFolder is missing";
    if (*folder != '/')
        return "PeerTestStorageFolder must begin with a slash";
    if (stat(folder, &info) != 0 || !S_ISDIR(info.st_mode))
        return apr_psprintf(p, "PeerTestStorageFolder: no folder %s", folder);
    if (info.st_mode & 0077)
        return apr_psprintf(
            p, "PeerTestStorageFolder: %s is open to others; chmod 700 it",
            folder);
    if (info.st_uid != site->run_as)
        return apr_psprintf(
            p, "PeerTestStorageFolder: %s does not belong to httpd's user",
            folder);
    if (len && !strncmp(folder, served, len)
        && (!folder[len] || folder[len] == '/'))
        return apr_psprintf(
            p, "PeerTestStorageFolder: %s is below DocumentRoot", folder);
    return NULL;
}

const pt_file_backend_t pt_file_folder = {
    .name = "folder",
    .write_open = folder_write_open,
    .write = folder_write,
    .pause = folder_pause,
    .finish = folder_finish,
    .abort = folder_abort,
    .remove = folder_remove,
    .get = folder_get,
    .read = folder_read,
    .take = folder_take,
    .open = folder_open,
    .trouble = folder_trouble,
    .check = folder_check,
};
