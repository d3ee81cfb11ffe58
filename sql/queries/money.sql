-- The ledger, and the frozen requests that move money at the provider.

-- name: money_job_lock :one
-- Every transaction that moves a job's money takes this lock first.
SELECT state, title, owner_id
  FROM job
 WHERE id = :job_id::uuid
   FOR UPDATE;

-- name: ledger_post :exec
-- Both halves in one statement; that the lines sum to zero is checked at commit, too.
-- raises: ledger_balance_not_negative = INTERNAL
WITH t AS (
    INSERT INTO ledger_transaction (kind, job_id, assignment_id, submission_id,
                                    payment_id, refund_id, payout_id)
    VALUES (:kind::text, :job_id::uuid, :assignment_id::uuid, :submission_id::uuid,
            :payment_id::uuid, :refund_id::uuid, :payout_id::uuid)
    RETURNING id)
INSERT INTO ledger_line (transaction_id, account, amount_minor, currency)
SELECT t.id, l.account, l.amount_minor, :currency::text
  FROM t, json_to_recordset(:lines::json) AS l(account text, amount_minor bigint);

-- name: ledger_clearing :one
-- What a job's builder has paid and nobody holds yet.
SELECT COALESCE(sum(l.amount_minor), 0)::bigint AS clearing_minor
  FROM ledger_transaction t
  JOIN ledger_line l ON l.transaction_id = t.id
 WHERE t.job_id = :job_id::uuid AND l.account = 'builder_clearing';

-- name: money_assignment :one
-- What it holds, and what its open submissions are to be paid from.
SELECT a.job_id, a.bid_id, a.tester_id, a.currency, f.tester_fee_bps,
       COALESCE(b.balance_minor, 0) AS held_minor,
       (SELECT COALESCE(sum(s.reward_minor + s.bonus_cap_minor + s.fee_minor), 0)::bigint
          FROM submission s
         WHERE s.assignment_id = a.id AND s.settled_at IS NULL) AS due_minor
  FROM assignment a
  JOIN fee_schedule f ON f.id = a.fee_schedule_id
  LEFT JOIN ledger_balance b ON b.account = 'held:' || a.id AND b.currency = a.currency
 WHERE a.id = :assignment_id::uuid;

-- name: money_submission :one
SELECT assignment_id, decision, reward_minor + bonus_cap_minor AS reward_minor, fee_minor
  FROM submission
 WHERE id = :submission_id::uuid;

-- name: money_settled :exec
UPDATE submission SET paid_minor = :paid_minor::bigint, settled_at = now()
 WHERE id = :submission_id::uuid AND settled_at IS NULL;

-- name: money_funding :maybe
-- The payment that a simple job or a bid lives on; one that came too late goes back as
-- it came.
SELECT p.id, p.payment_intent_id
  FROM payment p
 WHERE p.job_id = :job_id::uuid AND p.bid_id IS NOT DISTINCT FROM :bid_id::uuid
   AND p.state IN ('succeeded', 'partly_refunded')
   AND NOT EXISTS (SELECT FROM refund r WHERE r.payment_id = p.id AND r.reason = 'late_payment')
 ORDER BY p.id DESC
 LIMIT 1;

-- name: money_job :one
SELECT reward_minor, fee_minor, currency
  FROM job
 WHERE id = :job_id::uuid;

-- name: intent_make :one
-- raises: money_intent_identity = CONFLICT
-- raises: money_intent_idempotency_key_key = CONFLICT
INSERT INTO money_intent (kind, subject_id, submission_id, decision, idempotency_key, path, body, group_path)
VALUES (:kind::text, :subject_id::uuid, :submission_id::uuid, :decision::int, :idempotency_key::text,
        :path::text, :body::text, :group_path::text)
RETURNING id;

-- name: intent_load :one
-- Stripe forgets a key after 24 hours; an hour is left for clocks and time-outs.
SELECT i.id, i.kind, i.subject_id, i.decision, i.generation, i.idempotency_key, i.path, i.body,
       i.group_path, i.state, i.provider_id,
       i.first_sent_at IS NOT NULL AS was_sent,
       COALESCE(i.first_sent_at < now() - interval '23 hours', false) AS key_is_old,
       extract(epoch FROM now() - i.created_at)::bigint AS age_seconds,
       EXISTS (SELECT FROM money_intent later
                WHERE later.kind = i.kind AND later.subject_id = i.subject_id
                  AND later.decision = i.decision AND later.generation > i.generation) AS is_superseded
  FROM money_intent i
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
