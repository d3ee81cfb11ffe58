-- What the daily cleanup removes or renews, a batch at a time.

-- name: purge_idempotency_keys :exec
DELETE FROM idempotency_key
 WHERE (caller, key) IN (SELECT caller, key
                           FROM idempotency_key
                          WHERE created_at < now() - interval '24 hours'
                          LIMIT :batch::int);

-- name: purge_email_tokens :exec
DELETE FROM email_token
 WHERE token_hash IN (SELECT token_hash
                        FROM email_token
                       WHERE used_at IS NOT NULL OR expires_at < now()
                       LIMIT :batch::int);

-- name: purge_sessions :exec
-- Their refresh tokens go with them.
DELETE FROM session
 WHERE id IN (SELECT id
                FROM session
               WHERE least(ended_at, expires_at) < now() - interval '90 days'
               LIMIT :batch::int);

-- name: purge_jobs :exec
-- The dead ones stay until somebody has looked at them, and of a schedule the last run.
DELETE FROM queue_job
 WHERE id IN (SELECT id
                FROM queue_job
               WHERE state = 'done' AND finished_at < now() - interval '7 days'
                 AND NOT EXISTS (SELECT FROM schedule s WHERE s.last_job_id = queue_job.id)
               LIMIT :batch::int);

-- name: renew_builder_stats :exec
-- What was computed so long ago speaks of days that do not count any more.
UPDATE builder_stat old
   SET review_hours = r.review_hours, disputes = r.disputes, overturned = r.overturned, computed_at = now()
  FROM builder_stat s
 CROSS JOIN LATERAL api.builder_record(s.account_id) r
 WHERE old.account_id = s.account_id
   AND s.account_id IN (SELECT account_id
                          FROM builder_stat
                         WHERE computed_at < now() - interval '90 days'
                           AND (review_hours IS NOT NULL OR disputes > 0)
                         LIMIT :batch::int);
