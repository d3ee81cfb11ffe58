-- Refunds: money on its way back to a builder.

-- name: refund_create :one
INSERT INTO refund (payment_id, job_id, assignment_id, submission_id, decision, amount_minor, currency, reason)
VALUES (:payment_id::uuid, :job_id::uuid, :assignment_id::uuid, :submission_id::uuid, :decision::int,
        :amount_minor::bigint, :currency::text, :reason::text)
RETURNING id;

-- name: refund_list :one
-- A builder's, newest first; the cursor is the last one's id.
SELECT json_build_object(
         'items', COALESCE(json_agg(api.refund(r.refund) ORDER BY r.id DESC), '[]'),
         'next', CASE WHEN count(*) = :page_size::bigint
                      THEN api.cursor((array_agg(r.id ORDER BY r.id))[1]::text, '') END) AS body
  FROM (SELECT refund, refund.id
          FROM refund
          JOIN payment ON payment.id = refund.payment_id
         WHERE payment.builder_id = :builder_id::uuid
           AND refund.id < COALESCE(:before_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
         ORDER BY refund.id DESC
         LIMIT :page_size::bigint) r;

-- name: refund_to_send :one
-- What is to be asked of the provider, and what is in the way of it.
SELECT r.id, r.payment_id, r.job_id, r.assignment_id, r.submission_id, r.decision, r.currency, r.state,
       r.intent_id, r.amount_minor, r.amount_minor - r.offset_minor AS left_minor, p.payment_intent_id,
       a.frozen_at IS NOT NULL AS is_frozen
  FROM refund r
  JOIN payment p ON p.id = r.payment_id
  JOIN account a ON a.id = p.builder_id
 WHERE r.id = :refund_id::uuid
   FOR UPDATE OF r;

-- name: refund_offset_add :one
-- A part that a lost chargeback has given back already; nothing is left to send: it is done.
UPDATE refund
   SET offset_minor = offset_minor + :amount_minor::bigint,
       state = CASE WHEN offset_minor + :amount_minor::bigint = amount_minor THEN 'completed' ELSE state END,
       completed_at = CASE WHEN offset_minor + :amount_minor::bigint = amount_minor THEN now() END,
       failure_code = NULL
 WHERE id = :refund_id::uuid
RETURNING amount_minor - offset_minor AS left_minor;

-- name: refund_waiting :many
-- Refunds of a builder that have not left yet, and those that were refused because the card
-- had taken the money back.
SELECT r.id, r.job_id, r.payment_id
  FROM refund r
  JOIN payment p ON p.id = r.payment_id
 WHERE p.builder_id = :builder_id::uuid
   AND (r.state = 'pending'
        AND NOT EXISTS (SELECT FROM money_intent i WHERE i.id = r.intent_id AND i.state NOT IN ('pending', 'failed'))
        OR r.state = 'failed' AND EXISTS (SELECT FROM chargeback c
                                           WHERE c.payment_id = r.payment_id AND c.state = 'lost'
                                             AND c.withdrawn_minor > c.offset_minor))
 ORDER BY r.id
 LIMIT 1000;

-- name: refund_intent_set :exec
UPDATE refund
   SET intent_id = :intent_id::uuid
 WHERE id = :refund_id::uuid;

-- name: refund_renewed :exec
UPDATE refund
   SET intent_id = :next_intent_id::uuid
 WHERE intent_id = :intent_id::uuid;

-- name: refund_find :maybe
-- By our id in the provider's metadata, by the provider's id, or by what was sent for it.
SELECT r.id, r.job_id, r.payment_id, r.assignment_id, r.submission_id,
       r.amount_minor - r.offset_minor AS amount_minor, r.currency, r.intent_id, p.builder_id,
       j.title AS job_title
  FROM refund r
  JOIN payment p ON p.id = r.payment_id
  JOIN job j ON j.id = r.job_id
 WHERE r.id = :refund_id::uuid OR r.provider_id = :provider_id::text OR r.intent_id = :intent_id::uuid
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

-- name: refund_retry :exec
UPDATE refund
   SET state = 'pending', failure_code = NULL
 WHERE id = :refund_id::uuid AND state = 'failed'
   AND NOT EXISTS (SELECT FROM money_intent i WHERE i.id = refund.intent_id AND i.state = 'succeeded');

-- name: refund_open_intents :many
-- The requests behind a payment's refunds of which the outcome is still open.
SELECT r.intent_id
  FROM refund r
 WHERE r.payment_id = :payment_id::uuid AND r.state = 'processing' AND r.intent_id IS NOT NULL
 ORDER BY r.id
 LIMIT 1000;
