-- Figures for administrators, as column "body".

-- name: admin_dashboard :one
SELECT api.admin_dashboard(:days::int) AS body;

-- name: admin_statistics :one
-- The last 30 days, unless said. No "body" where the span is none, or longer than a year.
SELECT CASE WHEN span.since < span.until AND span.until - span.since <= interval '366 days'
            THEN api.admin_statistics(span.since, span.until) END AS body
  FROM (SELECT COALESCE(:since::timestamptz, COALESCE(:until::timestamptz, now()) - interval '30 days') AS since,
               COALESCE(:until::timestamptz, now()) AS until) span;

-- name: admin_health :one
SELECT api.admin_health() AS body;

-- name: day_lock :one
-- Who changes a past day holds this lock with others. Nobody waits for it here: a day that is
-- being changed is closed another time.
SELECT pg_try_advisory_xact_lock(7022) AS taken;

-- name: day_next :maybe
-- The oldest day that is not closed. An hour after its end no transaction of that day is left.
SELECT d::date::text AS day
  FROM generate_series((SELECT (created_at AT TIME ZONE 'UTC')::date::timestamp FROM account ORDER BY id LIMIT 1),
                       (now() AT TIME ZONE 'UTC') - interval '25 hours', interval '1 day') AS d
 WHERE NOT EXISTS (SELECT FROM day_figures f WHERE f.day = d::date)
 ORDER BY d
 LIMIT 1;

-- name: day_close :exec
WITH span AS (
    SELECT :day::date AS day, :day::date::timestamp AT TIME ZONE 'UTC' AS begins,
           (:day::date + 1)::timestamp AT TIME ZONE 'UTC' AS ends),
     closed AS (
    INSERT INTO day_figures (day, registrations, jobs_opened, submissions, decisions)
    SELECT span.day, COALESCE(e.registrations, 0), COALESCE(e.jobs_opened, 0), COALESCE(e.submissions, 0), COALESCE(e.decisions, 0)
      FROM span LEFT JOIN LATERAL api.events_of_days(span.begins, span.ends) e ON true)
INSERT INTO day_money (day, currency, in_minor, released_minor, fees_minor, refunded_minor)
SELECT span.day, l.currency, l.in_minor, l.released_minor, l.fees_minor, l.refunded_minor
  FROM span, LATERAL api.ledger_of_days(span.begins, span.ends) l;
