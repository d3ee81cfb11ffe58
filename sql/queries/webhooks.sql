-- The inbox of provider events: every attempt is noted, every event is kept once.

-- name: webhook_attempt_add :exec
INSERT INTO webhook_attempt (event_id, type, signature_result, body_hash)
VALUES (:event_id::text, :type::text, :signature_result::text, :body_hash::bytea);

-- name: webhook_event_add :exec
-- A repeat changes nothing.
INSERT INTO webhook_event (id, type, body, created_at)
VALUES (:id::text, :type::text, :body::jsonb, to_timestamp(:created::bigint))
    ON CONFLICT (id) DO NOTHING;

-- name: webhook_event_load :one
SELECT type, state, body
  FROM webhook_event
 WHERE id = :id::text;

-- name: webhook_event_done :exec
UPDATE webhook_event
   SET state = :state::text, processed_at = now()
 WHERE id = :id::text AND state = 'received';
