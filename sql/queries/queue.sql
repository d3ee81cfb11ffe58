-- Background jobs, clocks and events. All times are the database's.

-- name: queue_add :one
-- A second job of one dedupe_key is not added: the first one's id comes back.
INSERT INTO queue_job (kind, payload, serial_key, dedupe_key)
VALUES (:kind, coalesce(:payload::jsonb, '{}'), :serial_key, :dedupe_key)
    ON CONFLICT (dedupe_key) DO UPDATE SET dedupe_key = excluded.dedupe_key
RETURNING id;

-- name: queue_claim :maybe
-- The job that is due longest, or whose worker has let its lease run out. A job with
-- a serial_key waits for the older ones of its key. The claim counts the attempt and
-- raises the fence, so that a worker that comes back late cannot finish it.
-- raises: queue_job_one_per_serial_key = CONFLICT
UPDATE queue_job j
   SET state = 'running', attempts = j.attempts + 1, fence = j.fence + 1,
       lease_until = now() + make_interval(secs => :lease_seconds::int)
 WHERE j.id = (
       SELECT q.id
         FROM queue_job q
        WHERE q.state IN ('queued', 'running')
          AND coalesce(q.lease_until, q.due_at) <= now()
          AND q.kind = ANY (:kinds::text[])
          AND NOT EXISTS (SELECT
                            FROM queue_job other
                           WHERE other.serial_key = q.serial_key
                             AND other.state IN ('queued', 'running')
                             AND (other.id < q.id OR other.state = 'running' AND other.id <> q.id))
        ORDER BY coalesce(q.lease_until, q.due_at)
        LIMIT 1
          FOR UPDATE SKIP LOCKED)
RETURNING j.id, j.kind, j.payload, j.attempts, j.fence;

-- name: queue_done :exec
UPDATE queue_job
   SET state = 'done', lease_until = NULL, finished_at = now(), last_error = NULL,
       result = :result::jsonb
 WHERE id = :id::uuid AND fence = :fence::bigint AND state = 'running';

-- name: queue_retry :exec
-- Later, and not all at the same moment: up to a fifth sooner or later.
UPDATE queue_job
   SET state = 'queued', lease_until = NULL, last_error = :error,
       due_at = now() + make_interval(secs => :seconds::int * (0.8 + 0.4 * random()))
 WHERE id = :id::uuid AND fence = :fence::bigint AND state = 'running';

-- name: queue_bury :exec
UPDATE queue_job
   SET state = 'dead', lease_until = NULL, finished_at = now(), last_error = :error
 WHERE id = :id::uuid AND fence = :fence::bigint AND state = 'running';

-- name: queue_outcome :one
-- What a request that waits for a job looks at.
SELECT state IN ('done', 'dead') AS ended, result
  FROM queue_job
 WHERE id = :id::uuid;

-- name: clock_set :exec
INSERT INTO clock (entity, entity_id, transition, due_at)
VALUES (:entity, :entity_id::uuid, :transition, now() + make_interval(secs => :seconds::bigint))
    ON CONFLICT ON CONSTRAINT clock_unique DO UPDATE SET due_at = excluded.due_at;

-- name: clock_clear :exec
-- Not the one that is striking in this transaction: clock_remove must see it as it is.
DELETE FROM clock
 WHERE entity = :entity AND entity_id = :entity_id::uuid AND transition = :transition
   AND id::text IS DISTINCT FROM current_setting('peertest.clock', true);

-- name: clock_next :maybe
-- A clock that is due and that no other worker has in hand. The row itself stays
-- unlocked until clock_remove: a request that holds the object's lock may want it.
SELECT due.id, due.entity, due.entity_id, due.transition,
       set_config('peertest.clock', due.id::text, true)
  FROM (SELECT id, entity, entity_id, transition
          FROM clock
         WHERE due_at <= now()
           AND entity || '/' || transition = ANY (:transitions::text[])
         ORDER BY due_at
         LIMIT 100) due
 WHERE pg_try_advisory_xact_lock(hashtextextended(due.id::text, 7012))
 LIMIT 1;

-- name: clock_remove :one
-- A clock that has fired goes. "moved": while its function waited for the object's lock,
-- another transaction put it off.
WITH removed AS (
    DELETE FROM clock
     WHERE id = :id::uuid AND due_at <= now())
SELECT EXISTS (SELECT FROM clock WHERE id = :id::uuid AND due_at > now()) AS moved;

-- name: clock_postpone :exec
UPDATE clock
   SET due_at = now() + interval '1 minute'
 WHERE id = :id::uuid AND due_at <= now();

-- name: event_add :exec
INSERT INTO event (job_id, bid_id, assignment_id, submission_id, actor_id, actor_kind, kind,
                   from_state, to_state, amount_minor, currency, note)
VALUES (:job_id::uuid, :bid_id::uuid, :assignment_id::uuid, :submission_id::uuid, :actor_id::uuid, :actor_kind, :kind,
        :from_state, :to_state, :amount_minor::bigint, :currency, :note);
