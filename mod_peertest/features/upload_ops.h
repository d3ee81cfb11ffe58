/* SPDX-License-Identifier: Apache-2.0 */
/* upload_ops.h - a file on its way in: who writes, how far it is, how it ends.
 * docs/UPLOADS.md */
#ifndef PT_UPLOAD_OPS_H
#define PT_UPLOAD_OPS_H

#include "store/pt_ctx.h"

#define PT_UPLOAD_HEAD 4096 /* bytes that are enough to say what a file is */

/** An upload, for the one who writes it. */
typedef struct {
    const char *id; /* of the file */
    const char *owner_id;
    const char *store_key;
    apr_int64_t length; /* -1: not known yet */
    apr_int64_t offset; /* bytes that came */
    apr_int64_t room;   /* bytes that its owner has left for it */
    int is_complete;    /* all bytes were there before */
    const char *fence;  /* the writer's number */
    const char *kind;   /* by its content, or NULL while not known */
    const char *media_type;
    const char *store_state;  /* to go on in the store; or NULL */
    const char *digest_state; /* of pt_digest_state(); or NULL */
    const char *head;         /* first bytes in hex, while kind is NULL */
    const char *expires;      /* as in a header */
} pt_upload_t;

/** A file that is to be uploaded. */
typedef struct {
    const char *name;     /* as pt_file_name() has it */
    const char *metadata; /* as the client sent it; or NULL */
    apr_int64_t length;   /* -1: not known yet */
} pt_upload_new_t;

/**
 * Make an upload, in the caller's transaction.
 * @param id set to the file's
 * @return PT_P_FILE_REFUSED for an empty one, PT_P_TOO_LARGE,
 * PT_P_QUOTA_EXCEEDED
 */
pt_err_t *pt_upload_create(pt_ctx_t *c, const char **id, const char *owner_id,
                           const pt_upload_new_t *wanted);

/**
 * Become the one who writes an upload, until PeerTestUploadLease is over; in
 * the caller's transaction.
 * @param offset where the client goes on
 * @param length what the client says that it will be; -1: nothing
 * @return PT_P_NOT_FOUND, PT_P_UPLOAD_GONE, PT_P_UPLOAD_LOCKED,
 *         PT_P_OFFSET_MISMATCH, PT_P_MALFORMED for another length than before,
 *         PT_P_TOO_LARGE, PT_P_QUOTA_EXCEEDED
 */
pt_err_t *pt_upload_claim(pt_ctx_t *c, pt_upload_t *u, const char *id,
                          const char *owner_id, apr_int64_t offset,
                          apr_int64_t length);

/** Bytes that it may have: by its kind, or by the largest there is. */
apr_int64_t pt_upload_max(const pt_ctx_t *c, const char *kind);

/**
 * Keep what u says, and the lease.
 * @param goes_on 0: nobody writes any more
 * @return PT_P_UPLOAD_LOCKED when somebody else writes now, PT_P_UPLOAD_GONE
 *         when it was ended
 */
pt_err_t *pt_upload_save(pt_ctx_t *c, pt_upload_t *u, int goes_on);

/** Keep the lease alone: what came since is not worth keeping yet, or not any
 * more. Otherwise as pt_upload_save(). */
pt_err_t *pt_upload_renew(pt_ctx_t *c, const pt_upload_t *u, int goes_on);

/** All bytes are there: the file is to be checked. In a transaction of its
 * own. @param sha256 of all of them */
pt_err_t *pt_upload_complete(pt_ctx_t *c, pt_upload_t *u,
                             const unsigned char *sha256);

/** It is none that we take. In a transaction of its own.
 * @param code one of domain/file_rules.h
 * @return never PT_OK: PT_P_TOO_LARGE or PT_P_FILE_REFUSED, for the client */
pt_err_t *pt_upload_refuse(pt_ctx_t *c, const pt_upload_t *u, const char *code);
#endif
