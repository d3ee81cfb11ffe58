-- Health: what readiness looks at.

-- name: schema_version :one
SELECT max(version) AS version FROM schema_migration;

-- name: services_away :one
-- What background jobs have found away and were not told otherwise since.
SELECT COALESCE(bool_or(away = 'payments'), false) AS payments, COALESCE(bool_or(away = 'mail'), false) AS mail
  FROM queue_job
 WHERE away IS NOT NULL;
