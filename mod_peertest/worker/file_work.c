/* SPDX-License-Identifier: Apache-2.0 */
/* file_work.c - files on this machine while a job works on them. */

#include "worker/file_work.h"

#include "core/pt_digest.h"
#include "providers/magic.h"

#include <apr_file_info.h>
#include <apr_file_io.h>
#include <apr_strings.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LEFT_SECONDS 3600 /* beyond its time, nobody works in a folder */
#define PDF_HEAD "%PDF-"  /* ISO 32000-1, 7.5.2 */

static pt_err_t *failed(apr_pool_t *p, const char *what, apr_status_t rv)
{
    return pt_err_cause(pt_fail(p, PT_P_INTERNAL, NULL), "%s: error %d", what,
                        rv);
}

/* --- The folder --- */

/* A folder of plain files, as those of jobs are. */
static void remove_folder(const char *path, apr_pool_t *p)
{
    apr_finfo_t entry;
    apr_dir_t *dir;

    if (apr_dir_open(&dir, path, p) != APR_SUCCESS)
        return;
    while (apr_dir_read(&entry, APR_FINFO_NAME, dir) == APR_SUCCESS) {
        if (strcmp(entry.name, ".") && strcmp(entry.name, ".."))
            unlink(apr_pstrcat(p, path, "/", entry.name, NULL));
    }
    apr_dir_close(dir);
    rmdir(path);
}

typedef struct {
    apr_pool_t *pool;
    const char *path;
} folder_t;

static apr_status_t folder_gone(void *folder_)
{
    folder_t *folder = folder_;

    remove_folder(folder->path, folder->pool);
    return APR_SUCCESS;
}

/* Where all folders of a site are: on the disk of its files, where they have
 * one, so that what was made only has to be renamed. */
static const char *base_of(apr_pool_t *p, const pt_site_t *site)
{
    const char *temp = "/tmp";

    if (site->cfg->storage_folder)
        return apr_pstrcat(p, site->cfg->storage_folder, "/work", NULL);
    apr_temp_dir_get(&temp, p);
    return apr_pstrcat(p, temp, "/peertest-work-", site->cfg->site_id, NULL);
}

/* Others may write to the folder for temporary files: what is there may be a
 * trap. */
static pt_err_t *make_base(apr_pool_t *p, const char *base)
{
    struct stat found;

    if (mkdir(base, 0700) != 0 && errno != EEXIST)
        return failed(p, "making the folder of work", errno);
    if (lstat(base, &found) != 0 || !S_ISDIR(found.st_mode)
        || found.st_uid != geteuid() || (found.st_mode & 077))
        return failed(p, "the folder of work is not ours alone", 0);
    return PT_OK;
}

static void remove_old(apr_pool_t *p, const char *base, apr_int64_t seconds)
{
    apr_time_t before = apr_time_now() - apr_time_from_sec(seconds);
    apr_finfo_t entry;
    apr_dir_t *dir;

    if (apr_dir_open(&dir, base, p) != APR_SUCCESS)
        return;
    while (apr_dir_read(&entry, APR_FINFO_NAME | APR_FINFO_MTIME, dir)
           == APR_SUCCESS) {
        if (*entry.name != '.' && entry.mtime < before)
            remove_folder(apr_pstrcat(p, base, "/", entry.name, NULL), p);
    }
    apr_dir_close(dir);
}

pt_err_t *pt_work_folder(const char **folder, apr_pool_t *p,
                         const pt_site_t *site, const char *job_id)
{
    const char *base = base_of(p, site);
    folder_t *made = apr_palloc(p, sizeof(*made));

    PT_TRY(make_base(p, base));
    remove_old(p, base, site->cfg->media_timeout + LEFT_SECONDS);
    *made = (folder_t){p, apr_pstrcat(p, base, "/", job_id, NULL)};
    remove_folder(made->path, p);
    if (mkdir(made->path, 0700) != 0)
        return failed(p, "making a folder for work", errno);
    apr_pool_pre_cleanup_register(p, made, folder_gone);
    *folder = made->path;
    return PT_OK;
}

void pt_work_forget(apr_pool_t *p, const pt_site_t *site, const char *job_id)
{
    remove_folder(apr_pstrcat(p, base_of(p, site), "/", job_id, NULL), p);
}

/* --- What is in a file --- */

/* Gets each piece of a file. @return 0: that is enough */
typedef int (*piece_fn)(void *what, const char *bytes, apr_size_t len);

static pt_err_t *read_pieces(apr_pool_t *p, const char *path, piece_fn piece,
                             void *what)
{
    char *bytes = apr_palloc(p, PT_MAGIC_BYTES);
    apr_file_t *file;
    apr_size_t len;
    apr_status_t rv =
        apr_file_open(&file, path, APR_FOPEN_READ | APR_FOPEN_BINARY,
                      APR_FPROT_OS_DEFAULT, p);

    if (rv != APR_SUCCESS)
        return failed(p, "opening a file to work on", rv);
    do {
        rv = apr_file_read_full(file, bytes, PT_MAGIC_BYTES, &len);
    } while (len && piece(what, bytes, len) && rv == APR_SUCCESS);
    apr_file_close(file);
    return rv == APR_SUCCESS || APR_STATUS_IS_EOF(rv)
               ? PT_OK
               : failed(p, "reading a file to work on", rv);
}

typedef struct {
    apr_pool_t *pool;
    pt_err_t *err;
    const char *media_type;
    int is_pdf, is_utf16;
} head_t;

static int take_head(void *what, const char *bytes, apr_size_t len)
{
    head_t *head = what;
    apr_size_t pdf = sizeof(PDF_HEAD) - 1;

    head->err = pt_magic_of(&head->media_type, head->pool, bytes, len);
    head->is_pdf = len > pdf && !memcmp(bytes, PDF_HEAD, pdf);
    head->is_utf16 =
        len > 1
        && (!memcmp(bytes, "\xff\xfe", 2) || !memcmp(bytes, "\xfe\xff", 2));
    return 0;
}

/* @param what set to 1 by a byte that no text has */
static int find_zero(void *what, const char *bytes, apr_size_t len)
{
    int *has_zero = what;

    *has_zero = memchr(bytes, 0, len) != NULL;
    return !*has_zero;
}

/* A document is served as it came: what it begins with must be what it is. */
static pt_err_t *check_document(const char **refused, apr_pool_t *p,
                                const char *path, const char *media_type,
                                const head_t *head)
{
    int has_zero = 0;

    if (!strcmp(media_type, "application/pdf")) {
        *refused = head->is_pdf ? NULL : PT_REFUSED_OTHER_CONTENT;
        return PT_OK;
    }
    if (!head->is_utf16)
        PT_TRY(read_pieces(p, path, find_zero, &has_zero));
    *refused = has_zero ? PT_REFUSED_OTHER_CONTENT : NULL;
    return PT_OK;
}

pt_err_t *pt_work_judge(pt_file_type_t *type, const char **refused,
                        apr_pool_t *p, const char *path)
{
    head_t head = {.pool = p, .media_type = "application/x-empty"};

    PT_TRY(read_pieces(p, path, take_head, &head));
    PT_TRY(head.err);
    *refused = pt_file_judge(type, head.media_type);
    if (*refused || strcmp(type->kind, PT_FILE_DOCUMENT))
        return PT_OK;
    return check_document(refused, p, path, type->media_type, &head);
}

static int take_hash(void *what, const char *bytes, apr_size_t len)
{
    pt_digest_add(what, bytes, len);
    return 1;
}

pt_err_t *pt_work_measure(const char **sha256, apr_int64_t *size, apr_pool_t *p,
                          const char *path)
{
    unsigned char hash[PT_SHA256_BYTES];
    pt_digest_t *digest;
    struct stat found;

    if (lstat(path, &found) != 0 || !S_ISREG(found.st_mode)
        || found.st_nlink != 1 || found.st_size == 0)
        return failed(p, "what was made is no file", 0);
    PT_TRY(pt_digest_open(&digest, p, NULL, 0));
    PT_TRY(read_pieces(p, path, take_hash, digest));
    pt_digest_value(hash, digest);
    *sha256 = pt_hex(p, hash, sizeof(hash));
    *size = found.st_size;
    return PT_OK;
}
