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
