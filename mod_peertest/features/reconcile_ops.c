/* SPDX-License-Identifier: Apache-2.0 */
/* reconcile_ops.c - compares the payment provider's book with ours.
 * Log ids: PT1600-PT1609.
 *
 * The provider's lists are copied, page by page, into a table, and with each
 * page where we are. What differs is then one query. Our own side moves on
 * meanwhile, so each object that seems to differ is asked for once more before
 * anybody is told. */

#include "features/reconcile_ops.h"

#include "core/pt_text.h"
#include "features/provider_ops.h"

#include <apr_strings.h>
#include <string.h>

#define PAGE_OBJECTS "100" /* Stripe's limit of a list's page */
#define ASKED_AGAIN 200    /* objects, at most */
#define TURN_PER_LEASE 3   /* a turn takes this part of the job's lease */

static const struct {
    const char *kind; /* of reconciliation_object */
    const char *path;
} lists[] = {
    {"charge", "/v1/charges"},
    {"transfer", "/v1/transfers"},
    {"refund", "/v1/refunds"},
    {"chargeback", "/v1/disputes"},
};
#define LISTS (sizeof(lists) / sizeof(*lists))

/* What "reading" says when all lists have been read. */
#define ALL_READ "all"

/* A comparison under way. */
typedef struct {
    const char *id;
    const char *since; /* seconds since 1970; NULL: the whole book */
    const char *reading;
    const char *after; /* NULL: from the start of the list */
    apr_time_t turn_ends;
} run_t;

/* What is read for one page lives in a pool of its own. */
static pt_ctx_t page_begin(const pt_ctx_t *c)
{
    pt_ctx_t page = *c;

    apr_pool_create(&page.pool, c->pool);
    pt_db_use_pool(c->db, page.pool);
    return page;
}

/* A failure lives in the page's pool, which then ends with the job's. */
static pt_err_t *page_end(const pt_ctx_t *c, const pt_ctx_t *page,
                          pt_err_t *err)
{
    pt_db_use_pool(c->db, c->pool);
    if (!err)
        apr_pool_destroy(page->pool);
    return err;
}

static size_t list_of(const char *kind)
{
    size_t i;

    for (i = 0; i < LISTS && strcmp(lists[i].kind, kind); i++)
        ;
    return i;
}

static pt_err_t *take_in(const pt_ctx_t *c, const run_t *run, const char *kind,
                         const json_t *objects, const char *reading,
                         const char *after)
{
    return pt_db_exec(c->db, NULL,
                      PT_Q(reconciliation_take_in, .id = run->id, .kind = kind,
                           .site = c->site->cfg->site_id,
                           .objects = pt_json_text(c->pool, objects),
                           .reading = reading, .after_id = after));
}

/* --- Reading --- */

static const char *page_path(const pt_ctx_t *c, const run_t *run, size_t list)
{
    return apr_pstrcat(
        c->pool, lists[list].path, "?limit=" PAGE_OBJECTS,
        run->since ? "&created%5Bgte%5D=" : "", run->since ? run->since : "",
        run->after ? "&starting_after=" : NULL,
        run->after ? pt_text_urlencode(c->pool, run->after) : NULL, NULL);
}

/* Read one page, and keep in the same statement where it ended. */
static pt_err_t *read_page(pt_ctx_t *c, run_t *run, apr_pool_t *p)
{
    size_t list = list_of(run->reading);
    const char *kind = run->reading, *last = NULL;
    json_t *page, *data;

    PT_TRY(pt_provider_get(c, &page, page_path(c, run, list)));
    data = json_object_get(page, "data");
    if (json_array_size(data) > 0)
        last =
            pt_json_str(json_array_get(data, json_array_size(data) - 1), "id");
    if (!json_is_array(data) || (json_array_size(data) > 0 && !last))
        return pt_err_cause(pt_fail(p, PT_P_UNAVAILABLE, NULL),
                            "the provider's list %s cannot be read",
                            lists[list].path);
    if (json_is_true(json_object_get(page, "has_more"))) {
        run->after = apr_pstrdup(p, last);
    }
    else {
        run->after = NULL;
        run->reading = list + 1 < LISTS ? lists[list + 1].kind : ALL_READ;
    }
    return take_in(c, run, kind, data, run->reading, run->after);
}

static pt_err_t *read_lists(pt_ctx_t *c, run_t *run)
{
    while (strcmp(run->reading, ALL_READ) != 0
           && apr_time_now() < run->turn_ends) {
        pt_ctx_t page = page_begin(c);

        PT_TRY(page_end(c, &page, read_page(&page, run, c->pool)));
    }
    return PT_OK;
}

/* --- Comparing --- */

/* An object that the provider does not have stays missing there. */
static pt_err_t *ask_again(pt_ctx_t *c, const run_t *run, const pt_row_t *row)
{
    const char *kind = pt_row_str(row, "kind");
    const char *id = pt_row_str(row, "provider_id");
    json_t *object, *objects;
    pt_err_t *err;

    err = pt_provider_get(c, &object,
                          apr_pstrcat(c->pool, lists[list_of(kind)].path, "/",
                                      pt_text_urlencode(c->pool, id), NULL));
    if (err)
        return err->problem == PT_P_NOT_FOUND ? PT_OK : err;
    objects = pt_json_own(c->pool, json_pack("[O]", object));
    return take_in(c, run, kind, objects, NULL, NULL);
}

static pt_err_t *ask_again_for_all(pt_ctx_t *c, const run_t *run)
{
    pt_rows_t rows;
    int i;

    PT_TRY(pt_db_many(c->db, &rows,
                      PT_Q(reconciliation_doubtful, .id = run->id,
                           .at_most = pt_i64(c->pool, ASKED_AGAIN))));
    for (i = 0; i < rows.count; i++) {
        pt_row_t row = pt_rows_at(&rows, i);
        pt_ctx_t page = page_begin(c);

        PT_TRY(page_end(c, &page, ask_again(&page, run, &row)));
    }
    return PT_OK;
}

/* What is at the provider, available or not yet: [{amount, currency}, ...]. */
static pt_err_t *read_balances(pt_ctx_t *c, json_t **balances)
{
    json_t *balance;

    PT_TRY(pt_provider_get(c, &balance, "/v1/balance"));
    *balances = pt_json_own(c->pool, json_array());
    json_array_extend(*balances, json_object_get(balance, "available"));
    json_array_extend(*balances, json_object_get(balance, "pending"));
    return PT_OK;
}

static pt_err_t *conclude(pt_ctx_t *c, const run_t *run, const json_t *before,
                          const json_t *after)
{
    pt_row_t balance, outcome;
    apr_int64_t differences;

    PT_TRY(pt_db_begin(c->db));
    PT_TRY(
        pt_db_exec(c->db, NULL, PT_Q(reconciliation_conclude, .id = run->id)));
    PT_TRY(pt_db_one(c->db, &balance,
                     PT_Q(reconciliation_balance, .id = run->id,
                          .has_moved = pt_bool(!json_equal(before, after)),
                          .balances = pt_json_text(c->pool, after))));
    PT_TRY(pt_db_one(c->db, &outcome,
                     PT_Q(reconciliation_finish, .id = run->id,
                          .balance = pt_row_str(&balance, "balance"))));
    PT_TRY(pt_db_commit(c->db));
    differences = pt_row_int(&outcome, "differences");
    if (differences)
        pt_log(
            &c->log, APLOG_WARNING,
            "PT1600: the books differ from the provider's in %" APR_INT64_T_FMT
            " places: comparison %s",
            differences, run->id);
    return PT_OK;
}

pt_err_t *pt_reconcile(pt_ctx_t *c, const char *reconciliation_id)
{
    apr_time_t turn = apr_time_from_sec(c->site->cfg->job_lease);
    run_t run = {.id = reconciliation_id,
                 .turn_ends = apr_time_now() + turn / TURN_PER_LEASE};
    json_t *before, *after;
    pt_row_t row;
    int found;

    PT_TRY(pt_db_maybe(c->db, &row, &found,
                       PT_Q(reconciliation_take, .id = run.id)));
    if (!found)
        return PT_OK;
    run.since = pt_row_str(&row, "since");
    run.reading = pt_row_str(&row, "reading");
    run.after = pt_row_str(&row, "after_id");
    PT_TRY(read_lists(c, &run));
    if (strcmp(run.reading, ALL_READ) != 0)
        return pt_db_exec(c->db, NULL,
                          PT_Q(reconciliation_goes_on, .id = run.id));
    PT_TRY(read_balances(c, &before));
    PT_TRY(ask_again_for_all(c, &run));
    PT_TRY(read_balances(c, &after));
    return conclude(c, &run, before, after);
}

pt_err_t *pt_reconcile_give_up(pt_ctx_t *c, const char *reconciliation_id)
{
    return pt_db_exec(c->db, NULL,
                      PT_Q(reconciliation_failed, .id = reconciliation_id));
}
