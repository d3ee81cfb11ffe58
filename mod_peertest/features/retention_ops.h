/* SPDX-License-Identifier: Apache-2.0 */
/* retention_ops.h - how long files are kept, and how they go. */
#ifndef PT_RETENTION_OPS_H
#define PT_RETENTION_OPS_H

#include "store/pt_ctx.h"

/**
 * Drop all files of an account, whatever they belong to: drafts lose them, of
 * what was handed in their names and hashes stay. Runs inside the caller's
 * transaction.
 * @param count set to how many there were
 */
pt_err_t *pt_files_erase(pt_ctx_t *c, int *count, const char *account_id);

/**
 * Drop the files that have belonged to nothing for PeerTestFileUnusedTtl, and
 * those of work that ended PeerTestEvidenceDays ago. Begins and commits
 * transactions of its own, one for each file.
 * @param count set to how many there were
 */
pt_err_t *pt_files_retire(pt_ctx_t *c, int *count);
#endif
