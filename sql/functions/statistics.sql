-- Figures for administrators. A span of time is a range of ids, which sort by age; ids are
-- made a little after the time that a row bears, hence the hour.

-- api.ledger_of_days: what came and went at the provider and with testers, by currency and day.
CREATE FUNCTION api.ledger_of_days(since timestamptz, until timestamptz)
RETURNS TABLE (currency text, day date, in_minor bigint, released_minor bigint, fees_minor bigint, refunded_minor bigint)
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
SELECT l.currency, (t.created_at AT TIME ZONE 'UTC')::date,
       COALESCE(-sum(l.amount_minor) FILTER (WHERE t.kind = 'payment' AND l.account = 'gateway_balance'), 0)::bigint,
       COALESCE(sum(l.amount_minor) FILTER (WHERE l.account LIKE 'tester_payable:%' AND t.kind NOT IN ('transfer', 'reversal')), 0)::bigint,
       COALESCE(sum(l.amount_minor) FILTER (WHERE l.account = 'platform_fees'), 0)::bigint,
       COALESCE(sum(l.amount_minor) FILTER (WHERE t.kind = 'refund_paid' AND l.account = 'gateway_balance'), 0)::bigint
  FROM ledger_transaction t JOIN ledger_line l ON l.transaction_id = t.id
 WHERE t.id >= uuid7_from(since) AND t.id < uuid7_from(until + interval '1 hour')
   AND t.created_at >= since AND t.created_at < until
 GROUP BY 1, 2;
END;

-- api.ledger_of_months: the same for a long span. A plan that knows no dates expects few rows,
-- and a year of a million lines would be walked by nested loops; hashing reads each line once.
CREATE FUNCTION api.ledger_of_months(since timestamptz, until timestamptz)
RETURNS TABLE (currency text, day date, in_minor bigint, released_minor bigint, fees_minor bigint, refunded_minor bigint)
LANGUAGE sql STABLE PARALLEL SAFE
SET enable_nestloop = off SET enable_sort = off SET work_mem = '32MB'
BEGIN ATOMIC
SELECT l.* FROM api.ledger_of_days(since, until) l;
END;

-- api.events_of_days: what happened, by day.
CREATE FUNCTION api.events_of_days(since timestamptz, until timestamptz)
RETURNS TABLE (day date, registrations int, jobs_opened int, submissions int, decisions int)
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
WITH seen (at, registered, opened, handed_in, decided) AS (
    SELECT a.created_at, 1, 0, 0, 0
      FROM account a
     WHERE a.id >= uuid7_from(since) AND a.id < uuid7_from(until + interval '1 hour')
       AND a.created_at >= since AND a.created_at < until
    UNION ALL
    SELECT j.opened_at, 0, 1, 0, 0 FROM job j WHERE j.opened_at >= since AND j.opened_at < until
    UNION ALL
    SELECT s.submitted_at, 0, 0, 1, 0 FROM submission s WHERE s.submitted_at >= since AND s.submitted_at < until
    UNION ALL
    SELECT s.decided_at, 0, 0, 0, 1 FROM submission s WHERE s.decided_at >= since AND s.decided_at < until)
SELECT (at AT TIME ZONE 'UTC')::date, sum(registered)::int, sum(opened)::int, sum(handed_in)::int, sum(decided)::int
  FROM seen
 GROUP BY 1;
END;

-- api.open_spans: what of a span no closed day covers, joined where days follow each other.
CREATE FUNCTION api.open_spans(since timestamptz, until timestamptz)
RETURNS TABLE (begins timestamptz, ends timestamptz)
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
SELECT greatest(min(d.begins), since), least(max(d.begins) + interval '1 day', until)
  FROM (SELECT c.begins, (c.begins AT TIME ZONE 'UTC')::date - (row_number() OVER (ORDER BY c.begins))::int AS run
          FROM generate_series(date_trunc('day', since, 'UTC'), until, interval '1 day') AS c (begins)
         WHERE c.begins < until
           AND NOT (c.begins >= since AND c.begins + interval '1 day' <= until
                    AND EXISTS (SELECT FROM day_figures f WHERE f.day = (c.begins AT TIME ZONE 'UTC')::date))) d
 GROUP BY d.run;
END;

-- api.money_of_days: the ledger by currency and day; of closed days, what was kept.
CREATE FUNCTION api.money_of_days(since timestamptz, until timestamptz)
RETURNS TABLE (currency text, day date, in_minor bigint, released_minor bigint, fees_minor bigint, refunded_minor bigint)
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
SELECT m.currency, m.day, m.in_minor, m.released_minor, m.fees_minor, m.refunded_minor
  FROM day_money m
 WHERE m.day::timestamp AT TIME ZONE 'UTC' >= since AND (m.day + 1)::timestamp AT TIME ZONE 'UTC' <= until
UNION ALL
SELECT l.currency, l.day, l.in_minor, l.released_minor, l.fees_minor, l.refunded_minor
  FROM api.open_spans(since, until) o, LATERAL api.ledger_of_days(o.begins, o.ends) l
 WHERE o.ends - o.begins <= interval '31 days'
UNION ALL
SELECT l.currency, l.day, l.in_minor, l.released_minor, l.fees_minor, l.refunded_minor
  FROM api.open_spans(since, until) o, LATERAL api.ledger_of_months(o.begins, o.ends) l
 WHERE o.ends - o.begins > interval '31 days';
END;

-- api.figures_of_days: what happened by day; of closed days, what was kept.
CREATE FUNCTION api.figures_of_days(since timestamptz, until timestamptz)
RETURNS TABLE (day date, registrations int, jobs_opened int, submissions int, decisions int)
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
SELECT f.day, f.registrations, f.jobs_opened, f.submissions, f.decisions
  FROM day_figures f
 WHERE f.day::timestamp AT TIME ZONE 'UTC' >= since AND (f.day + 1)::timestamp AT TIME ZONE 'UTC' <= until
UNION ALL
SELECT e.day, e.registrations, e.jobs_opened, e.submissions, e.decisions
  FROM api.open_spans(since, until) o, LATERAL api.events_of_days(o.begins, o.ends) e;
END;

-- api.admin_dashboard: how things stand, and how the last days went.
CREATE FUNCTION api.admin_dashboard(days int) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
WITH span AS (
    SELECT date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' - make_interval(days => days - 1) AS since),
calendar AS (
    SELECT (d AT TIME ZONE 'UTC')::date AS day
      FROM span, generate_series(span.since, now(), interval '1 day') d),
figures AS MATERIALIZED (
    SELECT f.* FROM span, api.figures_of_days(span.since, now()) f),
money AS MATERIALIZED (
    SELECT m.* FROM span, api.money_of_days(span.since, now()) m),
owed AS (
    SELECT b.currency,
           COALESCE(sum(b.balance_minor) FILTER (WHERE b.account LIKE 'held:%'), 0) AS held_minor,
           COALESCE(sum(b.balance_minor) FILTER (WHERE b.account LIKE 'tester_payable:%'), 0) AS owed_minor
      FROM ledger_balance b WHERE b.balance_minor > 0 GROUP BY b.currency)
SELECT json_build_object(
    'from', (SELECT api.instant(since) FROM span), 'to', api.instant(now()),
    'now', json_build_object(
        'accounts', (SELECT count(*) FROM account),
        'builders', (SELECT count(*) FROM account_role WHERE role = 'builder'),
        'testers', (SELECT count(*) FROM account_role WHERE role = 'tester'),
        'suspended', (SELECT count(*) FROM account WHERE state = 'suspended'),
        'jobs_open', (SELECT count(*) FROM job WHERE state IN ('open', 'published', 'awarding') AND deleted_at IS NULL),
        'to_review', (SELECT count(*) FROM submission WHERE state = 'submitted'),
        'disputes_open', (SELECT count(*) FROM dispute WHERE state <> 'closed'),
        'payouts_failed', (SELECT count(*) FROM payout WHERE state = 'failed'),
        'refunds_failed', (SELECT count(*) FROM refund WHERE state = 'failed'),
        'chargebacks_open', (SELECT count(*) FROM chargeback WHERE closed_at IS NULL),
        'dead_jobs', (SELECT count(*) FROM queue_job WHERE state = 'dead')),
    'days', (SELECT json_agg(json_build_object(
                 'day', c.day, 'registrations', COALESCE(f.registrations, 0), 'jobs_opened', COALESCE(f.jobs_opened, 0),
                 'submissions', COALESCE(f.submissions, 0), 'decisions', COALESCE(f.decisions, 0)) ORDER BY c.day)
               FROM calendar c LEFT JOIN figures f USING (day)),
    'money', COALESCE((SELECT json_agg(json_build_object(
                 'currency', k.currency,
                 'held_minor', COALESCE((SELECT w.held_minor FROM owed w WHERE w.currency = k.currency), 0),
                 'owed_minor', COALESCE((SELECT w.owed_minor FROM owed w WHERE w.currency = k.currency), 0),
                 'days', (SELECT json_agg(json_build_object(
                              'day', c.day, 'in_minor', COALESCE(m.in_minor, 0),
                              'released_minor', COALESCE(m.released_minor, 0),
                              'fees_minor', COALESCE(m.fees_minor, 0),
                              'refunded_minor', COALESCE(m.refunded_minor, 0)) ORDER BY c.day)
                            FROM calendar c LEFT JOIN money m ON m.day = c.day AND m.currency = k.currency))
                 ORDER BY k.currency)
               FROM (SELECT currency FROM money UNION SELECT currency FROM owed) k), '[]'));
END;

-- api.admin_statistics: what happened from one instant to another.
CREATE FUNCTION api.admin_statistics(since timestamptz, until timestamptz) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
WITH people AS (
    SELECT count(*) AS registered, count(*) FILTER (WHERE a.email_verified_at IS NOT NULL) AS verified,
           count(*) FILTER (WHERE EXISTS (SELECT FROM account_role r WHERE r.account_id = a.id AND r.role = 'builder')) AS builders,
           count(*) FILTER (WHERE EXISTS (SELECT FROM account_role r WHERE r.account_id = a.id AND r.role = 'tester')) AS testers
      FROM account a
     WHERE a.id >= uuid7_from(since) AND a.id < uuid7_from(until + interval '1 hour')
       AND a.created_at >= since AND a.created_at < until),
opened AS (
    SELECT count(*) AS jobs, count(DISTINCT j.owner_id) AS builders
      FROM job j WHERE j.opened_at >= since AND j.opened_at < until),
taken AS (
    SELECT count(*) AS seats, count(*) FILTER (WHERE w.state = 'lapsed') AS lapsed,
           count(*) FILTER (WHERE w.state = 'returned') AS returned
      FROM assignment w
     WHERE w.id >= uuid7_from(since) AND w.id < uuid7_from(until + interval '1 hour')),
handed_in AS (
    SELECT count(*) AS items, count(DISTINCT w.tester_id) AS testers
      FROM submission s JOIN assignment w ON w.id = s.assignment_id
     WHERE s.submitted_at >= since AND s.submitted_at < until),
decided AS MATERIALIZED (
    SELECT s.service_type, count(*) AS items,
           count(*) FILTER (WHERE s.state = 'approved') AS approved,
           count(*) FILTER (WHERE s.state = 'approved_partial') AS approved_partial,
           count(*) FILTER (WHERE s.state = 'rejected') AS rejected,
           count(*) FILTER (WHERE s.state IN ('disputed', 'decided')) AS disputed,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM s.decided_at - s.submitted_at)) / 3600 AS hours
      FROM submission s
     WHERE s.decided_at >= since AND s.decided_at < until AND s.submitted_at IS NOT NULL
     GROUP BY s.service_type)
SELECT json_build_object(
    'from', api.instant(since), 'to', api.instant(until),
    'registered', people.registered, 'verified', people.verified,
    'new_builders', people.builders, 'new_testers', people.testers,
    'jobs_opened', opened.jobs, 'builders_active', opened.builders,
    'seats_taken', taken.seats, 'seats_lapsed', taken.lapsed, 'seats_returned', taken.returned,
    'submissions', handed_in.items, 'testers_active', handed_in.testers,
    'service_types', COALESCE((SELECT json_agg(json_build_object(
            'service_type', d.service_type, 'decisions', d.items, 'approved', d.approved,
            'approved_partial', d.approved_partial, 'rejected', d.rejected, 'disputed', d.disputed,
            'review_hours', ceil(d.hours)::int) ORDER BY d.items DESC, d.service_type) FROM decided d), '[]'),
    'money', COALESCE((SELECT json_agg(json_build_object(
            'currency', m.currency, 'in_minor', m.in_minor, 'released_minor', m.released_minor,
            'fees_minor', m.fees_minor, 'refunded_minor', m.refunded_minor) ORDER BY m.currency)
        FROM (SELECT d.currency, sum(d.in_minor)::bigint AS in_minor, sum(d.released_minor)::bigint AS released_minor,
                     sum(d.fees_minor)::bigint AS fees_minor, sum(d.refunded_minor)::bigint AS refunded_minor
                FROM api.money_of_days(since, until) d GROUP BY d.currency) m), '[]'))
  FROM people, opened, taken, handed_in;
END;

-- api.admin_health: what waits, and since when.
CREATE FUNCTION api.admin_health() RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
WITH jobs AS (
    SELECT q.state, q.due_at FROM queue_job q WHERE q.state IN ('queued', 'running')),
-- Jobs that found an outside service away, by service.
away AS (
    SELECT count(*) FILTER (WHERE q.away = 'payments') AS payments, min(q.away_since) FILTER (WHERE q.away = 'payments') AS payments_since,
           count(*) FILTER (WHERE q.away = 'mail') AS mail, min(q.away_since) FILTER (WHERE q.away = 'mail') AS mail_since,
           count(*) FILTER (WHERE q.away = 'storage') AS storage, min(q.away_since) FILTER (WHERE q.away = 'storage') AS storage_since
      FROM queue_job q WHERE q.away IS NOT NULL)
SELECT json_build_object(
    'connections', (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()),
    'queued', (SELECT count(*) FROM jobs WHERE state = 'queued' AND due_at <= now()),
    'later', (SELECT count(*) FROM jobs WHERE state = 'queued' AND due_at > now()),
    'running', (SELECT count(*) FROM jobs WHERE state = 'running'),
    'dead', (SELECT count(*) FROM queue_job WHERE state = 'dead'),
    'queued_since', (SELECT api.instant(min(due_at)) FROM jobs WHERE state = 'queued' AND due_at <= now()),
    'clocks_set', (SELECT count(*) FROM clock),
    'clocks_overdue', (SELECT count(*) FROM clock WHERE due_at <= now() - interval '10 seconds'),
    'clocks_overdue_since', (SELECT api.instant(min(due_at)) FROM clock WHERE due_at <= now() - interval '10 seconds'),
    'intents_unknown', (SELECT count(*) FROM money_intent WHERE state = 'unknown'),
    'intents_unknown_since', (SELECT api.instant(min(first_sent_at)) FROM money_intent WHERE state = 'unknown'),
    'webhooks_waiting', (SELECT count(*) FROM webhook_event WHERE state = 'received'),
    'webhook_last_at', (SELECT api.instant(max(received_at)) FROM webhook_attempt
                         WHERE id > (SELECT COALESCE(max(id), 0) - 100 FROM webhook_attempt) AND signature_result = 'good'),
    'schedules_failed', (SELECT count(*) FROM schedule s JOIN queue_job q ON q.id = s.last_job_id WHERE q.state = 'dead'),
    'provider_waiting', away.payments, 'provider_waiting_since', api.instant(away.payments_since),
    'mail_waiting', away.mail, 'mail_waiting_since', api.instant(away.mail_since),
    'storage_waiting', away.storage, 'storage_waiting_since', api.instant(away.storage_since))
  FROM away;
END;
