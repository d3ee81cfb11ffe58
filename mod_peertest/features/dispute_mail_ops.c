/* SPDX-License-Identifier: Apache-2.0 */
/* dispute_mail_ops.c - who is told what about a dispute. */

#include "features/dispute_mail_ops.h"
#include "core/pt_json.h"
#include "features/queue_ops.h"

#include <string.h>

static json_t *data_of(pt_ctx_t *c, const pt_dispute_t *d,
                       apr_int64_t amount_minor)
{
    const pt_work_t *work = &d->work;
    int by_tester = strcmp(d->opened_by, "tester") == 0;
    json_t *data = json_pack(
        "{ss ss ss ss ss ss ss* ss ss ss ss ss* ss* ss* ss* ss*}", "dispute_id",
        d->id, "job_id", work->job_id, "assignment_id", work->assignment_id,
        "submission_id", work->item.id, "currency", work->currency, "job_title",
        work->job_title, "item_title", work->item.item_title, "tester_name",
        work->tester_name, "builder_name", work->builder_name, "opener_name",
        by_tester ? work->tester_name : work->builder_name, "percent",
        pt_i64(c->pool, d->percent), "reason", d->reason, "settlement_due_at",
        d->settlement_due_at, "answer_due_at", d->answer_due_at,
        "decision_due_at", d->decision_due_at, "appeal_due_at",
        d->appeal_due_at);

    if (amount_minor)
        json_object_set_new(data, "amount_minor", json_integer(amount_minor));
    return data;
}

pt_err_t *pt_dispute_mail(pt_ctx_t *c, const pt_dispute_t *d, const char *mail,
                          pt_by_e to, apr_int64_t amount_minor)
{
    return pt_mail_add(c, mail,
                       to == PT_BY_TESTER ? d->tester_id : d->builder_id,
                       data_of(c, d, amount_minor));
}

pt_err_t *pt_dispute_mail_both(pt_ctx_t *c, const pt_dispute_t *d,
                               const char *mail)
{
    PT_TRY(pt_dispute_mail(c, d, mail, PT_BY_TESTER, 0));
    return pt_dispute_mail(c, d, mail, PT_BY_BUILDER, 0);
}

pt_err_t *pt_dispute_mail_judges(pt_ctx_t *c, const pt_dispute_t *d,
                                 int is_late)
{
    pt_rows_t judges;

    PT_TRY(pt_db_many(c->db, &judges,
                      PT_Q(dispute_judges, .dispute_id = d->id,
                           .is_late = pt_bool(is_late))));
    for (int i = 0; i < judges.count; i++) {
        pt_row_t judge = pt_rows_at(&judges, i);

        PT_TRY(pt_mail_add(c, "dispute_to_decide", pt_row_str(&judge, "id"),
                           data_of(c, d, 0)));
    }
    return PT_OK;
}
