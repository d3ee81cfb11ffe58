/* SPDX-License-Identifier: Apache-2.0 */
/* notice_ops.h - what people are told in the application. */
#ifndef PT_NOTICE_OPS_H
#define PT_NOTICE_OPS_H

#include "core/pt_json.h"
#include "store/pt_ctx.h"

/** Write a notice, in the transaction that causes it; pt_mail_add() does for
 * every kind of domain/mails.def that is one.
 * @param data what its text names */
pt_err_t *pt_notice_add(pt_ctx_t *c, const char *kind, const char *account_id,
                        const json_t *data);

#endif
