/* SPDX-License-Identifier: Apache-2.0 */
/* job_simple.c - simple jobs as they are written, and put up for payment. */

#include "features/job_simple.h"
#include "domain/money.h"
#include "domain/service_types.h"
#include "features/fee_ops.h"
#include "features/jobs_ops.h"
#include "features/payments_ops.h"
#include "features/service_types.h"

#include <string.h>

#define SECONDS_PER_HOUR 3600
#define SECONDS_PER_DAY 86400

/* Are the times of a job, new or changed and read under its lock,
 * possible? */
static pt_err_t *job_check_times(pt_req_t *q, const pt_row_t *job)
{
    const pt_job_plan_t plan = {.open = pt_row_int(job, "deadline_seconds"),
                                .claim = pt_row_int(job, "claim_seconds"),
                                .review = pt_row_int(job, "review_seconds"),
                                .dispute = pt_row_int(job, "dispute_seconds")};

    if (pt_row_bool(job, "deadline_passed"))
        return pt_err_field(PT_OK, q->ctx.pool, "/deadline_at",
                            PT_C_IN_THE_PAST);
    return pt_job_plan_check(q->ctx.pool, &plan,
                             q->ctx.site->cfg->hold_max_days);
}

/* Does this marketplace offer the kind of test of a job? */
static pt_err_t *job_check_type(pt_req_t *q, const char *service_type)
{
    if (!service_type
        || pt_service_is_on(q->ctx.site, pt_service_type(service_type)))
        return PT_OK;
    return pt_err_field(PT_OK, q->ctx.pool, "/service_type", PT_C_NOT_ALLOWED);
}

/* What the actor would pay for a seat of this kind today. */
static pt_err_t *job_fee(pt_req_t *q, apr_int64_t *fee_minor,
                         const char *service_type, apr_int64_t reward_minor)
{
    pt_fees_t fees;

    PT_TRY(pt_fees_find(&q->ctx, &fees,
                        &(pt_fee_case_t){.payer_id = q->actor->id,
                                         .service_type = service_type}));
    return pt_money_fee(q->ctx.pool, fee_minor, reward_minor, fees.builder_bps);
}

static pt_err_t *no_such_project(pt_req_t *q)
{
    return pt_err_field(PT_OK, q->ctx.pool, "/project_id", PT_C_NOT_FOUND);
}

/* Seconds as a parameter: what the builder said, or the default; NULL for
 * neither. */
static const char *seconds(pt_req_t *q, apr_int64_t n, apr_int64_t unit,
                           apr_int64_t dflt)
{
    if (!n && !dflt)
        return NULL;
    return pt_i64(q->ctx.pool, n ? n * unit : dflt);
}

pt_err_t *pt_simple_create(pt_req_t *q, const char **job_id,
                           const pt_job_input_t *in)
{
    const pt_config_t *cfg = q->ctx.site->cfg;
    apr_pool_t *p = q->ctx.pool;
    apr_int64_t fee_minor;
    pt_row_t made, job;
    int found;

    PT_TRY(job_check_type(q, in->service_type));
    PT_TRY(job_fee(q, &fee_minor, in->service_type, in->reward_minor));
    PT_TRY(pt_db_maybe(
        q->ctx.db, &made, &found,
        PT_Q(job_create, .owner_id = q->actor->id, .project_id = in->project_id,
             .title = in->title, .brief = in->brief,
             .service_type = in->service_type,
             .requirements = pt_json_text(p, in->requirements),
             .steps = pt_json_text(p, in->steps),
             .reward_minor = pt_i64(p, in->reward_minor),
             .fee_minor = pt_i64(p, fee_minor), .currency = in->currency,
             .seats = pt_i64(p, in->seats),
             .claim_seconds =
                 seconds(q, in->claim_hours, SECONDS_PER_HOUR, cfg->claim_ttl),
             .review_seconds =
                 seconds(q, in->review_days, SECONDS_PER_DAY, cfg->review_ttl),
             .dispute_seconds = pt_i64(p, cfg->dispute_ttl),
             .on_rejection = in->on_rejection,
             .deadline_at = in->deadline_at)));
    if (!found)
        return no_such_project(q);
    *job_id = pt_row_str(&made, "id");
    PT_TRY(pt_db_one(q->ctx.db, &job, PT_Q(job_lock, .job_id = *job_id)));
    return job_check_times(q, &job);
}

/* The statement for job_update(); a number that was left out stays. */
static pt_err_t *job_store_changes(pt_req_t *q, const pt_row_t *job,
                                   const pt_job_input_t *in)
{
    apr_pool_t *p = q->ctx.pool;
    apr_int64_t reward_minor =
        in->reward_minor ? in->reward_minor : pt_row_int(job, "reward_minor");
    const char *service_type =
        in->service_type ? in->service_type : pt_row_str(job, "service_type");
    apr_int64_t fee_minor;
    pt_row_t row;
    int found;

    PT_TRY(job_fee(q, &fee_minor, service_type, reward_minor));
    PT_TRY(pt_db_maybe(
        q->ctx.db, &row, &found,
        PT_Q(job_update, .job_id = in->job_id, .project_id = in->project_id,
             .title = in->title, .brief = in->brief,
             .service_type = in->service_type,
             .requirements = pt_json_text(p, in->requirements),
             .steps = pt_json_text(p, in->steps),
             .reward_minor = pt_i64(p, reward_minor),
             .fee_minor = pt_i64(p, fee_minor), .currency = in->currency,
             .seats = in->seats ? pt_i64(p, in->seats) : NULL,
             .claim_seconds = seconds(q, in->claim_hours, SECONDS_PER_HOUR, 0),
             .review_seconds = seconds(q, in->review_days, SECONDS_PER_DAY, 0),
             .on_rejection = in->on_rejection,
             .deadline_at = in->deadline_at)));
    return found ? PT_OK : no_such_project(q);
}

pt_err_t *pt_simple_update(pt_req_t *q, const pt_row_t *job,
                           const pt_job_input_t *in)
{
    pt_row_t changed;

    PT_TRY(job_check_type(q, in->service_type));
    PT_TRY(job_store_changes(q, job, in));
    PT_TRY(
        pt_db_one(q->ctx.db, &changed, PT_Q(job_lock, .job_id = in->job_id)));
    return job_check_times(q, &changed);
}

/* Can testers work with it as it stands? */
static pt_err_t *job_check_complete(pt_req_t *q, const pt_row_t *job)
{
    pt_row_t project;
    pt_err_t *err;
    int found;

    PT_TRY(pt_db_maybe(
        q->ctx.db, &project, &found,
        PT_Q(job_project_lock, .project_id = pt_row_str(job, "project_id"))));
    if (!found)
        return no_such_project(q);
    PT_TRY(job_check_times(q, job));
    PT_TRY(job_check_type(q, pt_row_str(job, "service_type")));
    if (pt_row_int(job, "step_count") > 0
        || strcmp(pt_row_str(job, "service_type"), "functional_scripted") != 0)
        return PT_OK;
    err = pt_err_field(PT_OK, q->ctx.pool, "/steps", PT_C_TOO_FEW);
    err->problem = PT_P_INCOMPLETE;
    return err;
}

/* Fees as they are now are what the builder pays, whatever they will be. */
static pt_err_t *job_seal(pt_req_t *q, apr_int64_t *fee_minor,
                          const pt_row_t *job)
{
    const char *schedule_id;
    pt_fees_t fees;

    PT_TRY(pt_fees_find(
        &q->ctx, &fees,
        &(pt_fee_case_t){.payer_id = pt_row_str(job, "owner_id"),
                         .service_type = pt_row_str(job, "service_type")}));
    PT_TRY(pt_money_fee(q->ctx.pool, fee_minor, pt_row_int(job, "reward_minor"),
                        fees.builder_bps));
    PT_TRY(pt_fees_seal(&q->ctx, &schedule_id, &fees));
    return pt_db_exec(q->ctx.db, NULL,
                      PT_Q(job_seal, .job_id = pt_row_str(job, "id"),
                           .fee_minor = pt_i64(q->ctx.pool, *fee_minor),
                           .fee_schedule_id = schedule_id));
}

pt_err_t *pt_simple_publish(pt_req_t *q, const pt_row_t *job)
{
    const pt_doer_t builder = {"builder", q->actor->id};
    const char *job_id = pt_row_str(job, "id"), *payment_id;
    apr_int64_t seats = pt_row_int(job, "seats"), fee_minor, charge_minor;

    PT_TRY(pt_job_may(q->ctx.pool, pt_row_str(job, "state"), PT_JOB_PUBLISH,
                      "builder"));
    PT_TRY(job_check_complete(q, job));
    PT_TRY(job_seal(q, &fee_minor, job));
    PT_TRY(pt_money_charge(q->ctx.pool, &charge_minor,
                           pt_row_int(job, "reward_minor"), fee_minor, seats));
    PT_TRY(pt_job_move(&q->ctx, job_id, pt_row_str(job, "state"),
                       PT_JOB_PUBLISH, &builder));
    return pt_payment_open(
        &q->ctx, &payment_id, &q->resource_id,
        &(pt_purchase_t){.job_id = job_id,
                         .builder_id = q->actor->id,
                         .title = pt_row_str(job, "title"),
                         .seats = seats,
                         .amount_minor = charge_minor,
                         .fee_minor = fee_minor * seats,
                         .currency = pt_row_str(job, "currency")});
}
