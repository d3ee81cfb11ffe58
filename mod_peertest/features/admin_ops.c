/* SPDX-License-Identifier: Apache-2.0 */
/* admin_ops.c - the audit trail of what administrators do. */

#include "features/admin_ops.h"

pt_err_t *pt_admin_note(pt_req_t *q, const pt_admin_action_t *action)
{
    json_t *detail = action->detail;

    if (detail)
        pt_json_own(q->ctx.pool, detail);
    return pt_db_exec(
        q->ctx.db, NULL,
        PT_Q(admin_note, .admin_id = q->actor->id, .kind = q->route->id,
             .entity = action->entity, .entity_id = action->entity_id,
             .reason = action->reason,
             .detail = detail ? pt_json_text(q->ctx.pool, detail) : NULL));
}
