/* SPDX-License-Identifier: Apache-2.0 */
/* dispute_mail_ops.h - who is told what about a dispute. */
#ifndef PT_DISPUTE_MAIL_OPS_H
#define PT_DISPUTE_MAIL_OPS_H

#include "features/dispute_ops.h"

/** Send a mail of domain/mails.def to one side.
 * @param amount_minor the money that it speaks of; 0: none */
pt_err_t *pt_dispute_mail(pt_ctx_t *c, const pt_dispute_t *d, const char *mail,
                          pt_by_e to, apr_int64_t amount_minor);

/** ... to both. */
pt_err_t *pt_dispute_mail_both(pt_ctx_t *c, const pt_dispute_t *d,
                               const char *mail);

/** Ask those administrators for a decision whose work that is; when it is late,
 * all who may make it. */
pt_err_t *pt_dispute_mail_judges(pt_ctx_t *c, const pt_dispute_t *d,
                                 int is_late);
#endif
