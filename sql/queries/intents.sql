-- Money intents: the frozen requests that move money at the provider.

-- name: intent_make :one
-- raises: money_intent_identity = CONFLICT
-- raises: money_intent_idempotency_key_key = CONFLICT
INSERT INTO money_intent (kind, subject_id, submission_id, decision, idempotency_key, path, body, group_path)
VALUES (:kind::text, :subject_id::uuid, :submission_id::uuid, :decision::int, :idempotency_key::text,
        :path::text, :body::text, :group_path::text)
RETURNING id;

-- name: intent_newest :one
-- The generation that counts now.
SELECT newest.id
  FROM money_intent i
  JOIN money_intent newest ON (newest.kind, newest.subject_id, newest.decision) = (i.kind, i.subject_id, i.decision)
 WHERE i.id = :id::uuid
 ORDER BY newest.generation DESC
 LIMIT 1;

-- name: intent_load :one
-- Stripe forgets a key after 24 hours; an hour is left for clocks and time-outs. What was
-- there before the database was restored may have been decided and sent in the time that
-- is missing now: "is_from_before" says so until a look-up has found nothing. A payment page
-- lives for 24 hours at most, so a request for one is past its time an hour later.
SELECT i.id, i.kind, i.subject_id, i.decision, i.generation, i.idempotency_key, i.path, i.body,
       i.group_path, i.state, i.provider_id,
       i.first_sent_at IS NOT NULL AS was_sent,
       COALESCE(i.first_sent_at, CASE WHEN i.created_at < m.marked_at THEN i.created_at END)
           < now() - interval '23 hours' IS TRUE AS key_is_old,
       COALESCE(COALESCE(s.created_at, p.created_at, i.created_at) < m.marked_at, false)
           AND COALESCE(i.looked_up_at < m.marked_at, true) AS is_from_before,
       i.submission_id, i.failure_code, builder.frozen_at IS NOT NULL AS is_kept_back,
       i.kind = 'checkout' AND COALESCE(i.first_sent_at < now() - interval '25 hours', false) AS has_lapsed,
       extract(epoch FROM now() - i.created_at)::bigint AS age_seconds,
       EXISTS (SELECT FROM money_intent later
                WHERE later.kind = i.kind AND later.subject_id = i.subject_id
                  AND later.decision = i.decision AND later.generation > i.generation) AS is_superseded
  FROM money_intent i
  LEFT JOIN submission s ON s.id = i.submission_id
  LEFT JOIN refund r ON i.kind = 'refund' AND r.id = i.subject_id
  LEFT JOIN payment p ON p.id IN (i.subject_id, r.payment_id)
  LEFT JOIN (SELECT max(marked_at) AS marked_at FROM restore_mark) m ON true
  LEFT JOIN payout paid_by ON paid_by.intent_id = i.id
  LEFT JOIN assignment a ON a.id = paid_by.assignment_id
  LEFT JOIN refund refunded_by ON refunded_by.intent_id = i.id
  LEFT JOIN job j ON j.id = COALESCE(a.job_id, refunded_by.job_id)
  LEFT JOIN account builder ON builder.id = j.owner_id
 WHERE i.id = :id::uuid;

-- name: intent_latest :maybe
SELECT id
  FROM money_intent
 WHERE kind = :kind::text AND subject_id = :subject_id::uuid
 ORDER BY decision DESC, generation DESC
 LIMIT 1;

-- name: intent_sending :exec
-- From here on nobody knows, until an answer is seen.
UPDATE money_intent
   SET state = 'unknown', attempts = attempts + 1, first_sent_at = COALESCE(first_sent_at, now())
 WHERE id = :id::uuid AND state IN ('pending', 'unknown');

-- name: intent_not_sent :exec
-- This attempt had no effect: what was known before holds again.
UPDATE money_intent
   SET state = :state::text,
       first_sent_at = CASE WHEN :was_sent::boolean THEN first_sent_at END
 WHERE id = :id::uuid AND state = 'unknown';

-- name: intent_succeeded :exec
UPDATE money_intent
   SET state = 'succeeded', provider_id = :provider_id::text, failure_code = NULL, settled_at = now()
 WHERE id = :id::uuid AND state <> 'succeeded';

-- name: intent_failed :exec
UPDATE money_intent
   SET state = 'failed', failure_code = :failure_code::text, settled_at = now()
 WHERE id = :id::uuid AND state IN ('pending', 'unknown');

-- name: intent_abandon :exec
-- What was never sent will not be.
UPDATE money_intent
   SET state = 'failed', failure_code = 'abandoned', settled_at = now()
 WHERE kind = :kind::text AND subject_id = :subject_id::uuid AND state = 'pending';

-- name: intent_not_found :exec
UPDATE money_intent
   SET looked_up_at = now()
 WHERE id = :id::uuid;

-- name: intent_renew :one
-- The next generation: the same request under a new key. Only one whose look-up found
-- nothing may be followed by another.
-- raises: money_intent_identity = CONFLICT
INSERT INTO money_intent (kind, subject_id, submission_id, decision, generation, idempotency_key,
                          path, body, group_path)
SELECT kind, subject_id, submission_id, decision, generation + 1,
       regexp_replace(idempotency_key, '\d+$', (generation + 1)::text), path,
       regexp_replace(body, '(%5Bgeneration%5D=)\d+', '\1' || (generation + 1), 'g'), group_path
  FROM money_intent
 WHERE id = :id::uuid AND looked_up_at IS NOT NULL AND state <> 'succeeded'
RETURNING id;

-- name: intent_claims :one
-- Does one of our requests answer for an object at the provider? One that failed does not.
SELECT EXISTS (SELECT FROM money_intent
                WHERE provider_id = :provider_id::text
                   OR state <> 'failed'
                      AND (kind, subject_id::text, decision::text)
                          = (split_part(:mark::text, ':', 1), split_part(:mark::text, ':', 2),
                             split_part(:mark::text, ':', 3))) AS claimed;
