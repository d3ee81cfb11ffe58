-- Health: what readiness looks at.

-- name: schema_version :one
SELECT max(version) AS version FROM schema_migration;
