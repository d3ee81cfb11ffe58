/* SPDX-License-Identifier: Apache-2.0 */
/* notice_ops.c - what people are told in the application. */

#include "features/notice_ops.h"

pt_err_t *pt_notice_add(pt_ctx_t *c, const char *kind, const char *account_id,
                        const json_t *data)
{
    return pt_db_exec(c->db, NULL,
                      PT_Q(notice_add, .account_id = account_id, .kind = kind,
                           .data = pt_json_text(c->pool, data)));
}
