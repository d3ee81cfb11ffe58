-- Background jobs, clocks and events. All times are the database's.

-- name: queue_add :one
-- A second job of one dedupe_key is not added: the first one's id comes back.
INSERT INTO queue_job (kind, urgency, payload, serial_key, dedupe_key)
VALUES (:kind, :urgency::smallint, coalesce(:payload::jsonb, '{}'), :serial_key, :dedupe_key)
    ON CONFLICT (dedupe_key) DO UPDATE SET dedupe_key = excluded.dedupe_key
RETURNING id;

-- name: queue_claim :maybe
-- Of the first urgency of "turns" that has any, the job that is due longest, or whose worker
-- has let its lease run out. A job with a serial_key waits for the older ones of its key. The
-- claim counts the attempt and raises the fence, so that a worker that comes back late cannot
-- finish it.
-- raises: queue_job_one_per_serial_key = CONFLICT
UPDATE queue_job j
   SET state = 'running', attempts = j.attempts + 1, fence = j.fence + 1,
       lease_until = now() + make_interval(secs => :lease_seconds::int)
 WHERE j.id = (
       SELECT first.id
         FROM unnest(:turns::smallint[]) WITH ORDINALITY AS turn(urgency, number),
              LATERAL (
              SELECT q.id
                FROM queue_job q
               WHERE q.urgency = turn.urgency
                 AND q.state IN ('queued', 'running')
                 AND coalesce(q.lease_until, q.due_at) <= now()
                 AND q.kind = ANY (:kinds::text[])
                 AND NOT EXISTS (SELECT
                                   FROM queue_job other
                                  WHERE other.serial_key = q.serial_key
                                    AND other.state IN ('queued', 'running')
                                    AND (other.id < q.id OR other.state = 'running' AND other.id <> q.id))
               ORDER BY coalesce(q.lease_until, q.due_at)
               LIMIT 1
                 FOR UPDATE SKIP LOCKED) first
        ORDER BY turn.number
        LIMIT 1)
RETURNING j.id, j.kind, j.payload, j.attempts, j.outages, j.fence;

-- name: queue_done :exec
UPDATE queue_job
   SET state = 'done', lease_until = NULL, finished_at = now(), last_error = NULL,
       away = NULL, away_since = NULL, outages = 0, result = :result::jsonb
 WHERE id = :id::uuid AND fence = :fence::bigint AND state = 'running';

-- name: queue_retry :exec
-- Later, and not all at the same moment: up to a fifth sooner or later.
UPDATE queue_job
   SET state = 'queued', lease_until = NULL, last_error = :error,
       away = NULL, away_since = NULL, outages = 0,
       due_at = now() + make_interval(secs => :seconds::int * (0.8 + 0.4 * random()))
 WHERE id = :id::uuid AND fence = :fence::bigint AND state = 'running';

-- name: queue_put_off :exec
-- An outside service is away. The try does not count, and neither does the next that finds
-- it so.
UPDATE queue_job
   SET state = 'queued', lease_until = NULL, last_error = :error, attempts = attempts - 1,
       away = :away, outages = CASE WHEN away = :away THEN outages ELSE 0 END + 1,
       away_since = CASE WHEN away = :away THEN away_since ELSE now() END,
       due_at = now() + make_interval(secs => :seconds::int * (0.8 + 0.4 * random()))
 WHERE id = :id::uuid AND fence = :fence::bigint AND state = 'running';

-- name: queue_bury :exec
UPDATE queue_job
   SET state = 'dead', lease_until = NULL, finished_at = now(), last_error = :error,
       away = NULL, away_since = NULL, outages = 0
 WHERE id = :id::uuid AND fence = :fence::bigint AND state = 'running';

-- name: queue_keep :exec
-- The lease of a job that takes long.
UPDATE queue_job
   SET lease_until = now() + make_interval(secs => :lease_seconds::int)
 WHERE id = :id::uuid AND fence = :fence::bigint AND state = 'running';

-- name: queue_return :exec
-- Its worker ends, through no fault of the job: somebody else, at once, and no try is lost.
UPDATE queue_job
   SET state = 'queued', lease_until = NULL, attempts = attempts - 1, due_at = now()
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
-- One, or all of its object. Not the one that is striking in this transaction: clock_remove
-- must see it as it is.
DELETE FROM clock
 WHERE entity = :entity AND entity_id = :entity_id::uuid
   AND (:transition::text IS NULL OR transition = :transition::text)
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
-- A clock that has fired goes. "lost": another transaction put it off while its function
-- waited for the object's lock, or another worker had fired it: clock_next may still see a
-- clock whose worker has just committed and let go of the advisory lock.
WITH removed AS (
    DELETE FROM clock
     WHERE id = :id::uuid AND due_at <= now()
    RETURNING id)
SELECT NOT EXISTS (SELECT FROM removed) AS lost;

-- name: clock_postpone :exec
UPDATE clock
   SET due_at = now() + interval '1 minute'
 WHERE id = :id::uuid AND due_at <= now();

-- name: schedule_declare :exec
-- What worker/schedules.def says, column by column.
INSERT INTO schedule (name, every_seconds, kind, what)
SELECT d.* FROM unnest(:names::text[], :seconds::int[], :kinds::text[], :whats::text[]) AS d(name, seconds, kind, what)
 WHERE d.name <> ''
    ON CONFLICT (name) DO UPDATE
   SET every_seconds = excluded.every_seconds, kind = excluded.kind, what = excluded.what,
       next_run_at = least(schedule.next_run_at, now() + make_interval(secs => excluded.every_seconds))
 WHERE (schedule.every_seconds, schedule.kind, schedule.what) <> (excluded.every_seconds, excluded.kind, excluded.what);

-- name: schedule_run_due :exec
-- Every thread asks for it; the row's lock lets one through. No run begins before the one
-- before has ended.
WITH due AS (
    SELECT s.name, s.kind
      FROM schedule s
     WHERE s.next_run_at <= now() AND s.name = ANY (:names::text[])
       AND NOT EXISTS (SELECT FROM queue_job j WHERE j.id = s.last_job_id AND j.state IN ('queued', 'running'))
       FOR UPDATE SKIP LOCKED),
     added AS (
    INSERT INTO queue_job (kind, payload)
    SELECT kind, jsonb_build_object('schedule', name) FROM due
    RETURNING id, payload ->> 'schedule' AS name)
UPDATE schedule s
   SET last_job_id = added.id, last_run_at = now(),
       next_run_at = now() + make_interval(secs => s.every_seconds)
  FROM added
 WHERE s.name = added.name;

-- name: event_add :exec
INSERT INTO event (job_id, bid_id, assignment_id, submission_id, actor_id, actor_kind, kind,
                   from_state, to_state, amount_minor, currency, note)
VALUES (:job_id::uuid, :bid_id::uuid, :assignment_id::uuid, :submission_id::uuid, :actor_id::uuid, :actor_kind, :kind,
        :from_state, :to_state, :amount_minor::bigint, :currency, :note);

-- name: queue_list :one
-- For administrators, newest first; the cursor is the last one's id.
SELECT json_build_object(
         'items', COALESCE(json_agg(api.queue_job(q) ORDER BY q.id DESC), '[]'),
         'next', CASE WHEN count(*) = :limit::int
                      THEN api.cursor((array_agg(q.id ORDER BY q.id))[1]::text, '') END) AS body
  FROM (SELECT queue_job.*
          FROM queue_job
         WHERE (:state::text IS NULL OR state = :state::text)
           AND (:kind::text IS NULL OR kind = :kind::text)
           AND (:away::text IS NULL OR away = :away::text)
           AND (:before_id::uuid IS NULL OR id < :before_id::uuid)
         ORDER BY id DESC
         LIMIT :limit::int) q;

-- name: queue_lock :one
SELECT state FROM queue_job WHERE id = :id::uuid FOR UPDATE;

-- name: queue_get :one
SELECT api.queue_job(q) AS body FROM queue_job q WHERE q.id = :id::uuid;

-- name: queue_redrive :exec
-- Dead jobs again from their first try: one, or all of a kind. What they are to do, and
-- the keys that make it happen once, stay as they are.
UPDATE queue_job
   SET state = 'queued', attempts = 0, due_at = now(), finished_at = NULL
 WHERE state = 'dead' AND (id = :id::uuid OR kind = :kind::text);

-- name: queue_has_kind :one
SELECT EXISTS (SELECT FROM queue_job WHERE kind = :kind::text) AS found;

-- name: schedule_list :one
SELECT json_build_object('items', COALESCE(json_agg(api.schedule(s) ORDER BY s.name), '[]'), 'next', NULL) AS body
  FROM schedule s;

-- name: schedule_lock :one
SELECT s.kind, COALESCE(q.state IN ('queued', 'running'), false) AS is_running, q.state AS last_state
  FROM schedule s LEFT JOIN queue_job q ON q.id = s.last_job_id
 WHERE s.name = :name
   FOR UPDATE OF s;

-- name: schedule_begun :exec
UPDATE schedule
   SET last_job_id = :job_id::uuid, last_run_at = now(),
       next_run_at = now() + make_interval(secs => every_seconds)
 WHERE name = :name;

-- name: schedule_get :one
SELECT api.schedule(s) AS body FROM schedule s WHERE s.name = :name;
