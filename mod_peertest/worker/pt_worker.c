/* SPDX-License-Identifier: Apache-2.0 */
/* pt_worker.c - the background threads of a child: claim, run, retry, bury;
 * fire clocks; and begin what runs again and again. PT0700 */

#include "worker/pt_worker.h"

#include <apr_allocator.h>
#include <apr_atomic.h>
#include <apr_strings.h>
#include <apr_thread_proc.h>
#include <fcntl.h>
#include <http_main.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ERROR_BYTES 300 /* of last_error */
#define DELAYS_MAX 20
#define FIRST_BACKOFF_MS 100
#define LAST_BACKOFF_MS 5000
#define DEATHS 4 /* of workers at one job, beyond its last try */
#define SCHEDULES_EVERY apr_time_from_sec(5)

/* clang-format off */
static const struct {
    const char *kind;
    pt_job_fn function;
    int tries;
} kinds[] = {
#define PT_JOB(kind, function, tries, urgency, what) {kind, function, tries},
#include "worker/jobs.def"
#undef PT_JOB
    {NULL, NULL, 0}
};

static const struct {
    const char *entity, *transition;
    pt_clock_fn function;
} clocks[] = {
#define PT_CLOCK(entity, transition, function) {entity, transition, function},
#include "worker/clocks.def"
#undef PT_CLOCK
    {NULL, NULL, NULL}
};

/* What this build can do, as arrays of PostgreSQL: a newer child's jobs stay for it.
 * Slow work has threads of its own, so that nothing else waits behind it. */
static const char quick_kinds[] = "{"
#define PT_JOB(kind, function, tries, urgency, what) "\"" kind "\","
#define PT_SLOW_JOB(kind, function, tries, urgency, what)
#include "worker/jobs.def"
#undef PT_JOB
    "\"\"}";
static const char slow_kinds[] = "{"
#define PT_JOB(kind, function, tries, urgency, what)
#define PT_SLOW_JOB(kind, function, tries, urgency, what) "\"" kind "\","
#include "worker/jobs.def"
#undef PT_JOB
    "\"\"}";
static const char known_clocks[] = "{"
#define PT_CLOCK(entity, transition, function) "\"" entity "/" transition "\","
#include "worker/clocks.def"
#undef PT_CLOCK
    "\"\"}";

/* Where a thread's claims begin to look, in turn: mostly with what is urgent, and
 * so that no urgency waits for ever behind the others. */
static const char *const turns[] = {
    "{1,2,3}", "{1,2,3}", "{2,1,3}", "{1,2,3}", "{1,2,3}", "{3,1,2}"};
#define TURNS (sizeof(turns) / sizeof(turns[0]))

/* What runs again and again, column by column. */
static const char schedule_names[] = "{"
#define PT_SCHEDULE(name, seconds, kind, what) "\"" name "\","
#include "worker/schedules.def"
#undef PT_SCHEDULE
    "\"\"}";
static const char schedule_seconds[] = "{"
#define PT_SCHEDULE(name, seconds, kind, what) #seconds ","
#include "worker/schedules.def"
#undef PT_SCHEDULE
    "0}";
static const char schedule_kinds[] = "{"
#define PT_SCHEDULE(name, seconds, kind, what) "\"" kind "\","
#include "worker/schedules.def"
#undef PT_SCHEDULE
    "\"\"}";
static const char schedule_whats[] = "{"
#define PT_SCHEDULE(name, seconds, kind, what) "\"" what "\","
#include "worker/schedules.def"
#undef PT_SCHEDULE
    "\"\"}";
/* clang-format on */

/* What the threads of this child share. */
typedef struct {
    int wake[2]; /* a pipe; its writing end is closed to stop everybody */
    apr_uint32_t stopping;
    apr_array_header_t *threads; /* of worker_t * */
} crew_t;

/* One thread, for one site. */
typedef struct {
    crew_t *crew;
    const pt_site_t *site;
    const char *kinds; /* of jobs: quick_kinds or slow_kinds */
    apr_thread_t *thread;
    apr_pool_t *pool; /* with an allocator of its own */
    apr_pool_t *turn; /* cleared after each job and clock */
    pt_log_t log;
    pt_db_t *db;
    int delays[DELAYS_MAX], n_delays; /* seconds before each further try */
    unsigned int claims;              /* jobs it has had */
    int backoff_ms;                   /* > 0 while the database is away */
    int has_declared;                 /* the table knows our schedules */
    apr_time_t next_clocks, next_schedules;
} worker_t;

/* Set once in child_init; the hook that stops us is given nothing else. */
static crew_t *crew;

static int is_stopping(const worker_t *w)
{
    return apr_atomic_read32(&w->crew->stopping) != 0;
}

/* Clocks and schedules are for those who have no slow work in hand. */
static int is_quick(const worker_t *w)
{
    return w->kinds == quick_kinds;
}

static pt_ctx_t context_of(worker_t *w, const char *id)
{
    pt_ctx_t c = {w->turn, w->site, w->db, w->log};

    c.log.id = id;
    return c;
}

/* --- Jobs --- */

static const char *reason_of(worker_t *w, const pt_err_t *err)
{
    const char *text =
        apr_psprintf(w->turn, "%s: %s", pt_problem(err->problem)->slug,
                     err->cause    ? err->cause
                     : err->detail ? err->detail
                                   : "-");

    return apr_pstrndup(w->turn, text, ERROR_BYTES);
}

static int is_last(const worker_t *w, int kind, int attempt)
{
    return attempt > w->n_delays
           || (kinds[kind].tries && attempt >= kinds[kind].tries);
}

static int kind_of(const char *name)
{
    int i;

    for (i = 0; kinds[i].kind && strcmp(kinds[i].kind, name);)
        i++;
    ap_assert(kinds[i].kind); /* the claim asked for these alone */
    return i;
}

/* Run the job's function. A worker that died has not said what became of its
 * try, so another one is given, also beyond the last; but not again and again:
 * the job itself may be what kills. */
static pt_err_t *work(worker_t *w, pt_job_t *job, int kind, const char *payload,
                      json_t **result)
{
    pt_ctx_t c = context_of(w, job->id);
    pt_err_t *err;

    if (job->attempt > DEATHS && is_last(w, kind, job->attempt - DEATHS))
        return pt_err_cause(pt_fail(w->turn, PT_P_INTERNAL, NULL),
                            "the last try did not come to an end");
    PT_TRY(pt_json_parse(w->turn, &job->payload, payload, strlen(payload)));
    err = kinds[kind].function(&c, job, result);
    pt_json_own(w->turn, *result);
    pt_db_rollback(w->db); /* what a failure has left open */
    return err;
}

int pt_job_gives_up(const pt_job_t *job, const pt_err_t *err)
{
    return err && job->last && !err->away && !pt_job_must_stop(job);
}

int pt_job_must_stop(const pt_job_t *job)
{
    return *job->stopping != 0;
}

pt_err_t *pt_job_keep(pt_ctx_t *c, const pt_job_t *job)
{
    int kept;

    PT_TRY(pt_db_exec(
        c->db, &kept,
        PT_Q(queue_keep, .id = job->id, .fence = job->fence,
             .lease_seconds = pt_i64(c->pool, c->site->cfg->job_lease))));
    if (!kept)
        return pt_err_cause(pt_fail(c->pool, PT_P_CONFLICT, NULL),
                            "another worker took it over");
    return PT_OK;
}

/* Soon at first, then as often as the site says, for as long as it takes. */
static int outage_delay(const worker_t *w, int outages)
{
    int most = (int)w->site->cfg->outage_retry;
    int delay = outages < w->n_delays ? w->delays[outages] : most;

    return delay < most ? delay : most;
}

/* An outside service is away: that says nothing about the job, and costs no
 * try. */
static pt_err_t *put_off(worker_t *w, const pt_job_t *job,
                         const pt_err_t *failure)
{
    pt_log_t log = context_of(w, job->id).log;
    const char *reason = reason_of(w, failure);
    int touched;

    PT_TRY(pt_db_exec(
        w->db, &touched,
        PT_Q(queue_put_off, .id = job->id, .fence = job->fence, .error = reason,
             .away = failure->away,
             .seconds = pt_i64(w->turn, outage_delay(w, job->outages)))));
    pt_log(&log, job->outages ? APLOG_INFO : APLOG_WARNING,
           touched ? "PT0706: %s waits for %s: %s"
                   : "PT0707: %s: another worker took it over, waiting for "
                     "%s: %s",
           job->kind, failure->away, reason);
    return PT_OK;
}

static pt_err_t *conclude(worker_t *w, const pt_job_t *job,
                          const json_t *result, const pt_err_t *failure)
{
    pt_log_t log = context_of(w, job->id).log;
    const char *reason = failure ? reason_of(w, failure) : NULL;
    const char *fence = job->fence;
    int touched;

    if (!failure)
        PT_TRY(pt_db_exec(w->db, &touched,
                          PT_Q(queue_done, .id = job->id, .fence = fence,
                               .result = pt_json_text(w->turn, result))));
    else if (is_stopping(w))
        return pt_db_exec(w->db, NULL,
                          PT_Q(queue_return, .id = job->id, .fence = fence));
    else if (failure->away)
        return put_off(w, job, failure);
    else if (job->last)
        PT_TRY(pt_db_exec(
            w->db, &touched,
            PT_Q(queue_bury, .id = job->id, .fence = fence, .error = reason)));
    else
        PT_TRY(pt_db_exec(
            w->db, &touched,
            PT_Q(queue_retry, .id = job->id, .fence = fence, .error = reason,
                 .seconds = pt_i64(w->turn, w->delays[job->attempt - 1]))));

    if (!touched)
        pt_log(&log, APLOG_WARNING, "PT0700: %s: another worker took it over",
               job->kind);
    else if (failure)
        pt_log(&log, job->last ? APLOG_ERR : APLOG_WARNING,
               "PT0701: %s: try %d failed%s: %s", job->kind, job->attempt,
               job->last ? " and was the last" : "", reason);
    return PT_OK;
}

/* Claim one job and run it. @param busy 1 when there was one */
static pt_err_t *run_job(worker_t *w, int *busy)
{
    const char *lease = pt_i64(w->turn, w->site->cfg->job_lease);
    json_t *result = NULL;
    pt_job_t job = {0};
    pt_row_t row;
    pt_err_t *err, *failure;
    int kind;

    err =
        pt_db_maybe(w->db, &row, busy,
                    PT_Q(queue_claim, .lease_seconds = lease, .kinds = w->kinds,
                         .turns = turns[w->claims % TURNS]));
    if (err && err->problem == PT_P_CONFLICT) {
        *busy = 1; /* another worker began a job of the same serial key */
        return PT_OK;
    }
    PT_TRY(err);
    if (!*busy)
        return PT_OK;
    w->claims++;
    job.id = pt_row_str(&row, "id");
    job.kind = pt_row_str(&row, "kind");
    job.fence = pt_row_str(&row, "fence");
    job.stopping = &w->crew->stopping;
    job.attempt = (int)pt_row_int(&row, "attempts");
    job.outages = (int)pt_row_int(&row, "outages");
    kind = kind_of(job.kind);
    job.last = is_last(w, kind, job.attempt);
    failure = work(w, &job, kind, pt_row_str(&row, "payload"), &result);
    return conclude(w, &job, result, failure);
}

/* --- Clocks --- */

static pt_clock_fn clock_function(const char *entity, const char *transition)
{
    int i;

    for (i = 0; clocks[i].entity; i++) {
        if (!strcmp(clocks[i].entity, entity)
            && !strcmp(clocks[i].transition, transition))
            return clocks[i].function;
    }
    return NULL;
}

/* What a clock is for, and its end, in the transaction that took it in hand. */
static pt_err_t *fire(worker_t *w, const pt_row_t *row)
{
    const char *id = pt_row_str(row, "entity_id");
    const char *transition = pt_row_str(row, "transition");
    pt_clock_fn function =
        clock_function(pt_row_str(row, "entity"), transition);
    pt_ctx_t c = context_of(w, id);
    pt_row_t outcome;

    ap_assert(function); /* we asked for known ones alone */
    PT_TRY(function(&c, id));
    PT_TRY(pt_db_one(w->db, &outcome,
                     PT_Q(clock_remove, .id = pt_row_str(row, "id"))));
    if (!pt_row_bool(&outcome, "lost"))
        return pt_db_commit(w->db);
    pt_db_rollback(w->db);
    return PT_OK;
}

static pt_err_t *postpone(worker_t *w, const pt_row_t *row, pt_err_t *failure)
{
    pt_log_t log = context_of(w, pt_row_str(row, "entity_id")).log;
    int postponed;

    pt_db_rollback(w->db);
    PT_TRY(pt_db_exec(w->db, &postponed,
                      PT_Q(clock_postpone, .id = pt_row_str(row, "id"))));
    if (postponed)
        pt_log(&log, APLOG_ERR, "PT0702: clock %s/%s is put off: %s",
               pt_row_str(row, "entity"), pt_row_str(row, "transition"),
               reason_of(w, failure));
    return PT_OK;
}

/* Fire one clock that is due. @param busy 1 when there was one */
static pt_err_t *run_clock(worker_t *w, int *busy)
{
    pt_row_t row;
    pt_err_t *err;

    PT_TRY(pt_db_begin(w->db));
    err = pt_db_maybe(w->db, &row, busy,
                      PT_Q(clock_next, .transitions = known_clocks));
    if (err || !*busy) {
        pt_db_rollback(w->db);
        return err;
    }
    err = fire(w, &row);
    return err ? postpone(w, &row, err) : PT_OK;
}

/* --- The thread --- */

/* Sleep until there may be work, and no longer than a look is put off. */
static pt_err_t *rest(worker_t *w)
{
    return pt_db_wait(w->db, w->crew->wake[0],
                      (int)w->site->cfg->worker_poll_ms);
}

/* Clocks are looked for once in a poll, and again as long as there are some. */
static pt_err_t *run_clocks(worker_t *w)
{
    int busy = 1;

    while (busy && !is_stopping(w)) {
        apr_pool_clear(w->turn);
        PT_TRY(run_clock(w, &busy));
    }
    return PT_OK;
}

/* Queue what is due again. */
static pt_err_t *run_schedules(worker_t *w)
{
    if (!w->has_declared)
        PT_TRY(
            pt_db_exec(w->db, NULL,
                       PT_Q(schedule_declare, .names = schedule_names,
                            .seconds = schedule_seconds,
                            .kinds = schedule_kinds, .whats = schedule_whats)));
    w->has_declared = 1;
    return pt_db_exec(w->db, NULL,
                      PT_Q(schedule_run_due, .names = schedule_names));
}

/* One look at everything; rests when there was nothing. */
static pt_err_t *turn(worker_t *w)
{
    apr_time_t now = apr_time_now();
    int busy;

    apr_pool_clear(w->turn);
    if (is_quick(w) && now >= w->next_schedules) {
        PT_TRY(run_schedules(w));
        w->next_schedules = now + SCHEDULES_EVERY;
    }
    if (is_quick(w) && now >= w->next_clocks) {
        PT_TRY(run_clocks(w));
        w->next_clocks = now + apr_time_from_msec(w->site->cfg->worker_poll_ms);
        apr_pool_clear(w->turn);
    }
    PT_TRY(run_job(w, &busy));
    return busy ? PT_OK : rest(w);
}

/* The database is away: wait longer each time, but for a stop. */
static void back_off(worker_t *w, const pt_err_t *err)
{
    struct pollfd wake = {.fd = w->crew->wake[0], .events = POLLIN};

    if (!w->backoff_ms)
        pt_log_err(&w->log, APLOG_WARNING, "PT0703", err);
    w->backoff_ms = w->backoff_ms ? 2 * w->backoff_ms : FIRST_BACKOFF_MS;
    if (w->backoff_ms > LAST_BACKOFF_MS)
        w->backoff_ms = LAST_BACKOFF_MS;
    poll(&wake, 1, w->backoff_ms);
}

static void *APR_THREAD_FUNC run(apr_thread_t *thread, void *worker)
{
    worker_t *w = worker;
    pt_err_t *err;

    pt_db_open(&w->db, w->pool, w->site);
    pt_db_use_pool(w->db, w->turn);
    err = pt_db_listen(w->db, "peertest_queue");
    while (!is_stopping(w)) {
        if (err)
            back_off(w, err);
        err = is_stopping(w) ? PT_OK : turn(w);
        if (!err && w->backoff_ms) {
            pt_log(&w->log, APLOG_NOTICE, "background work goes on");
            w->backoff_ms = 0;
        }
        pt_db_rollback(w->db);
    }
    apr_pool_clear(w->pool); /* ends the connection, in its own thread */
    apr_thread_exit(thread, APR_SUCCESS);
    return NULL;
}

/* --- Start and stop --- */

static void read_delays(worker_t *w)
{
    const char *at = w->site->cfg->retry_delays;
    char *end;

    while (w->n_delays < DELAYS_MAX && *at) {
        w->delays[w->n_delays++] = (int)strtol(at, &end, 10);
        at = *end == ',' ? end + 1 : "";
    }
}

static void start_thread(crew_t *all, const pt_site_t *site,
                         const char *its_kinds, apr_pool_t *p)
{
    worker_t *w = apr_pcalloc(p, sizeof(*w));
    apr_allocator_t *allocator;

    w->crew = all;
    w->site = site;
    w->kinds = its_kinds;
    w->log.server = site->server;
    read_delays(w);
    /* Its own allocator: the thread shares no lock with requests. */
    if (apr_allocator_create(&allocator) != APR_SUCCESS)
        return;
    apr_pool_create_ex(&w->pool, p, NULL, allocator);
    apr_allocator_owner_set(allocator, w->pool);
    apr_pool_create(&w->turn, w->pool);
    if (apr_thread_create(&w->thread, NULL, run, w, p) == APR_SUCCESS)
        APR_ARRAY_PUSH(all->threads, worker_t *) = w;
    else
        pt_log(&w->log, APLOG_ERR, "PT0704: cannot start a background thread");
}

static apr_status_t join(void *all_)
{
    crew_t *all = all_;
    apr_status_t ended;
    int i;

    pt_worker_stop();
    for (i = 0; i < all->threads->nelts; i++)
        apr_thread_join(&ended,
                        APR_ARRAY_IDX(all->threads, i, worker_t *)->thread);
    close(all->wake[0]);
    crew = NULL;
    return APR_SUCCESS;
}

/* A host that only serves requests does no slow work, either. */
static apr_int64_t media_threads(const pt_site_t *site)
{
    return site->cfg->worker_threads ? site->cfg->media_threads : 0;
}

void pt_worker_start(apr_pool_t *p)
{
    const apr_array_header_t *sites = pt_sites();
    crew_t *all = apr_pcalloc(p, sizeof(*all));
    int i, j;

    if (pipe2(all->wake, O_CLOEXEC) != 0) {
        pt_log_t log = {.server = ap_server_conf};

        pt_log(&log, APLOG_ERR, "PT0705: no pipe, so no background work");
        return;
    }
    all->threads = apr_array_make(p, 4, sizeof(worker_t *));
    crew = all;
    for (i = 0; i < sites->nelts; i++) {
        const pt_site_t *site = APR_ARRAY_IDX(sites, i, const pt_site_t *);

        for (j = 0; j < site->cfg->worker_threads; j++)
            start_thread(all, site, quick_kinds, p);
        for (j = 0; j < media_threads(site); j++)
            start_thread(all, site, slow_kinds, p);
    }
    apr_pool_pre_cleanup_register(p, all, join);
}

void pt_worker_stop(void)
{
    if (crew && apr_atomic_xchg32(&crew->stopping, 1) == 0)
        close(crew->wake[1]);
}
