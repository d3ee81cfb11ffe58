-- Idempotency keys: the first answer to a POST is the answer to its repeats for 24 hours.

-- name: idem_begin :one
-- Begins a request under a key. "free" is false while another one under it still
-- runs; the lock ends with the transaction. An outdated answer is taken away.
WITH outdated AS (
    DELETE FROM idempotency_key
     WHERE caller = :caller AND key = :key AND created_at <= now() - interval '24 hours')
SELECT pg_try_advisory_xact_lock(hashtextextended(:caller || E'\n' || :key, 7013)) AS free,
       k.key IS NOT NULL AS found,
       k.operation, encode(k.body_hash, 'hex') AS body_hash, k.status, k.body, k.resource_id
  FROM (SELECT) AS one
  LEFT JOIN idempotency_key k ON k.caller = :caller AND k.key = :key
                              AND k.created_at > now() - interval '24 hours';

-- name: idem_store :exec
-- The first request may have ended between the other one's look and its lock.
-- raises: idempotency_key_pkey = IDEMPOTENCY_RUNNING
INSERT INTO idempotency_key (caller, key, operation, body_hash, status, body, resource_id)
VALUES (:caller, :key, :operation, :body_hash::bytea, :status::int, :body, :resource_id);
