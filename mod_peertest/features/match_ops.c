/* SPDX-License-Identifier: Apache-2.0 */
/* match_ops.c - who fits a piece of work, and who is asked whether they want
 * it. */

#include "features/match_ops.h"
#include "domain/match_rules.h"
#include "features/queue_ops.h"

#include <apr_strings.h>

/* So many waves pass by after one that found nobody new: who fits then has yet
 * to come. */
#define WAVES_SKIPPED 24

/* A JSON array that the database has made. */
static pt_err_t *read_array(pt_ctx_t *c, json_t **array, const char *text)
{
    *array = pt_json_own(c->pool, json_loads(text, 0, NULL));
    if (json_is_array(*array))
        return PT_OK;
    return pt_err_cause(pt_fail(c->pool, PT_P_INTERNAL, NULL), "no array");
}

pt_err_t *pt_match_check(pt_ctx_t *c, const char *tester_id,
                         const char *requirements)
{
    json_t *lacks;
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(match_lacks, .tester_id = tester_id,
                          .requirements = requirements)));
    PT_TRY(read_array(c, &lacks, pt_row_str(&row, "lacks")));
    return pt_match_verdict(c->pool, lacks);
}

/* A job and a role of it to which testers are invited, under their lock. */
typedef struct {
    const char *job_id, *role_id;
    pt_row_t job, role;
} calling_t;

static pt_err_t *mail_invited(pt_ctx_t *c, const calling_t *calling,
                              const pt_rows_t *invited, const char *message)
{
    int i;

    for (i = 0; i < invited->count; i++) {
        pt_row_t row = pt_rows_at(invited, i);
        json_t *data = json_pack(
            "{ss ss ss ss ss ss* ss*}", "job_id", calling->job_id, "job_title",
            pt_row_str(&calling->job, "title"), "role_id", calling->role_id,
            "role_name", pt_row_str(&calling->role, "name"), "builder_name",
            pt_row_str(&calling->job, "builder_name"), "message",
            message && *message ? message : NULL, "deadline_at",
            pt_row_str(&calling->job, "deadline_at"));

        PT_TRY(
            pt_mail_add(c, "invitation", pt_row_str(&row, "tester_id"), data));
    }
    return PT_OK;
}

/* @param found 0 when the role needs nobody any more */
static pt_err_t *calling_lock(pt_ctx_t *c, calling_t *calling, int *found,
                              const char *owner_id)
{
    PT_TRY(pt_db_one(c->db, &calling->job,
                     PT_Q(invite_job_lock, .job_id = calling->job_id,
                          .owner_id = owner_id)));
    return pt_db_maybe(
        c->db, &calling->role, found,
        PT_Q(invite_role, .job_id = calling->job_id,
             .role_id = calling->role_id,
             .per_seat = pt_i64(c->pool, c->site->cfg->invites_per_seat)));
}

/* Name those who cannot be invited. */
static pt_err_t *check_invited(pt_ctx_t *c, const calling_t *calling,
                               const pt_invite_t *invite)
{
    pt_err_t *err = PT_OK;
    pt_rows_t unfit;
    int i;

    PT_TRY(pt_db_many(
        c->db, &unfit,
        PT_Q(invite_unfit, .testers = invite->testers,
             .owner_id = invite->owner_id,
             .requirements = pt_row_str(&calling->role, "requirements"))));
    for (i = 0; i < unfit.count; i++) {
        pt_row_t row = pt_rows_at(&unfit, i);
        err = pt_err_field(err, c->pool,
                           apr_pstrcat(c->pool, "/tester_ids/",
                                       pt_row_str(&row, "place"), NULL),
                           PT_C_NOT_ALLOWED);
    }
    return err;
}

pt_err_t *pt_match_invite(pt_ctx_t *c, int *invited, const pt_invite_t *invite)
{
    calling_t calling = {.job_id = invite->job_id, .role_id = invite->role_id};
    const char *state;
    pt_rows_t added;
    int found;

    PT_TRY(calling_lock(c, &calling, &found, invite->owner_id));
    state = pt_row_str(&calling.job, "state");
    if (!pt_match_takes_bids(state))
        return pt_err_state(pt_fail(c->pool, PT_P_WRONG_STATE, NULL), state);
    if (!found)
        return pt_err_field(PT_OK, c->pool, "/role_id", PT_C_NOT_FOUND);
    PT_TRY(check_invited(c, &calling, invite));
    PT_TRY(pt_db_many(
        c->db, &added,
        PT_Q(invite_add, .job_id = calling.job_id, .role_id = calling.role_id,
             .testers = invite->testers, .message = invite->message)));
    PT_TRY(mail_invited(c, &calling, &added, invite->message));
    *invited = added.count;
    return PT_OK;
}

pt_err_t *pt_role_invite_wave(pt_ctx_t *c, const char *role_id)
{
    return pt_queue_add(c, NULL, "match.invite",
                        json_pack("{ss}", "role_id", role_id), role_id, NULL);
}

pt_err_t *pt_match_wave(pt_ctx_t *c, const char *role_id)
{
    calling_t calling = {.role_id = role_id};
    apr_int64_t size;
    pt_row_t of;
    pt_rows_t added;
    int found;

    PT_TRY(pt_db_maybe(c->db, &of, &found, PT_Q(role_job, .role_id = role_id)));
    if (!found)
        return PT_OK;
    calling.job_id = pt_row_str(&of, "job_id");
    PT_TRY(calling_lock(c, &calling, &found, NULL));
    if (!found || pt_row_bool(&calling.role, "is_set")
        || !pt_match_takes_bids(pt_row_str(&calling.job, "state")))
        return PT_OK;
    size = pt_match_wave_size(pt_row_int(&calling.role, "planned"),
                              pt_row_int(&calling.role, "invited"));
    if (size == 0)
        return PT_OK;
    PT_TRY(pt_db_many(c->db, &added,
                      PT_Q(invite_best, .job_id = calling.job_id,
                           .role_id = role_id,
                           .wave = pt_row_str(&calling.role, "wave"),
                           .limit = pt_i64(c->pool, size))));
    PT_TRY(mail_invited(c, &calling, &added, NULL));
    return pt_clock_set(c, "role", role_id, "invite_wave",
                        c->site->cfg->invite_wave
                            * (added.count ? 1 : WAVES_SKIPPED));
}

pt_err_t *pt_job_deadline_soon(pt_ctx_t *c, const char *job_id)
{
    pt_row_t job;
    json_t *data;
    int found;

    PT_TRY(
        pt_db_maybe(c->db, &job, &found, PT_Q(bidding_left, .job_id = job_id)));
    if (!found)
        return PT_OK;
    data =
        json_pack("{ss ss ss ss}", "job_id", job_id, "job_title",
                  pt_row_str(&job, "title"), "bids", pt_row_str(&job, "bids"),
                  "deadline_at", pt_row_str(&job, "deadline_at"));
    return pt_mail_add(c, "bidding_deadline_reminder",
                       pt_row_str(&job, "owner_id"), data);
}
