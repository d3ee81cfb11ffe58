-- Refunds: money on its way back to a builder.

-- name: refund_create :one
INSERT INTO refund (payment_id, job_id, assignment_id, submission_id, amount_minor, currency, reason)
VALUES (:payment_id::uuid, :job_id::uuid, :assignment_id::uuid, :submission_id::uuid,
        :amount_minor::bigint, :currency::text, :reason::text)
RETURNING id;

-- name: refund_intent_set :exec
UPDATE refund
   SET intent_id = :intent_id::uuid
 WHERE id = :refund_id::uuid;

-- name: refund_renewed :exec
UPDATE refund
   SET intent_id = :next_intent_id::uuid
 WHERE intent_id = :intent_id::uuid;

-- name: refund_find :maybe
-- By our id in the provider's metadata, or by the provider's id.
SELECT r.id, r.job_id, r.payment_id, r.assignment_id, r.submission_id, r.amount_minor, r.currency,
       r.intent_id, p.builder_id
  FROM refund r
  JOIN payment p ON p.id = r.payment_id
 WHERE r.id = :refund_id::uuid OR r.provider_id = :provider_id::text
 LIMIT 1;

-- name: refund_lock :one
SELECT state, provider_id
  FROM refund
 WHERE id = :refund_id::uuid
   FOR UPDATE;

-- name: refund_sent :exec
UPDATE refund
   SET provider_id = :provider_id::text, failure_code = NULL,
       state = CASE WHEN state IN ('pending', 'failed') THEN 'processing' ELSE state END
 WHERE intent_id = :intent_id::uuid;

-- name: refund_completed :exec
UPDATE refund
   SET state = 'completed', provider_id = :provider_id::text, failure_code = NULL, completed_at = now()
 WHERE id = :refund_id::uuid;

-- name: refund_failed :exec
UPDATE refund
   SET state = 'failed', failure_code = :failure_code::text, completed_at = NULL,
       provider_id = COALESCE(:provider_id::text, provider_id)
 WHERE id = :refund_id::uuid;

-- name: refund_refused :exec
UPDATE refund
   SET state = 'failed', failure_code = :failure_code::text
 WHERE intent_id = :intent_id::uuid AND state IN ('pending', 'processing');

-- name: refund_open_intents :many
-- The requests behind a payment's refunds of which the outcome is still open.
SELECT r.intent_id
  FROM refund r
 WHERE r.payment_id = :payment_id::uuid AND r.state = 'processing' AND r.intent_id IS NOT NULL
 ORDER BY r.id
 LIMIT 1000;
