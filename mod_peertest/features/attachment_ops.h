/* SPDX-License-Identifier: Apache-2.0 */
/* attachment_ops.h - files as evidence of work. Whoever attaches has locked the
 * draft; whoever takes a file away has locked the file: in this order, always.
 * All run inside the caller's transaction. */
#ifndef PT_ATTACHMENT_OPS_H
#define PT_ATTACHMENT_OPS_H

#include "core/pt_json.h"
#include "store/pt_ctx.h"

/** What is to prove a draft as a whole. */
typedef struct {
    const char *submission_id, *tester_id;
    json_t *evidence;       /* pt_evidence_input; NULL: as it was */
    json_t *attachment_ids; /* exactly these files; NULL: as listed */
} pt_proof_t;

/**
 * Check it and attach its files; those that are not named any more are free
 * again.
 * @param evidence set to what is to be stored, or NULL: nothing changes
 * @return PT_P_INVALID_INPUT with every entry that cannot be
 */
pt_err_t *pt_evidence_attach(pt_ctx_t *c, const json_t **evidence,
                             const pt_proof_t *proof);

/**
 * Make these the files of a finding, in this order.
 * @param attachment_ids ids of files; NULL: nothing changes
 * @return PT_P_INVALID_INPUT with pointers below /attachment_ids
 */
pt_err_t *pt_finding_attach(pt_ctx_t *c, const char *finding_id,
                            const json_t *attachment_ids);

/** Lock all files of a submission until commit: it is being handed in. */
pt_err_t *pt_attachments_hold(pt_ctx_t *c, const char *submission_id);

/**
 * Add the files that are not ready, or not what they are said to be.
 * @param err an earlier result, or PT_OK
 * @return err, or PT_P_INCOMPLETE with a pointer for each
 */
pt_err_t *pt_attachments_lack(pt_err_t *err, pt_ctx_t *c,
                              const char *submission_id);

/** Take a file away from the drafts and the project that it belongs to; what
 * was handed in keeps it. The caller has locked it. */
pt_err_t *pt_file_detach(pt_ctx_t *c, const char *file_id);
#endif
