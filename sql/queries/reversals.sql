-- Reversals: an administrator takes back what was transferred to a tester.

-- name: reversal_payout :one
-- The payout, unlocked: what it belongs to.
SELECT p.id, p.submission_id, p.assignment_id, p.tester_id, p.amount_minor, p.currency, p.transfer_id,
       a.job_id, a.bid_id, j.title AS job_title
  FROM payout p
  JOIN assignment a ON a.id = p.assignment_id
  JOIN job j ON j.id = a.job_id
 WHERE p.id = :payout_id::uuid;

-- name: reversal_room :one
-- Under the payout's lock. "back": returned by the provider; "given": of it, what was given
-- on; "asked": reversals under way.
SELECT p.state, COALESCE(back.minor, 0) AS back_minor, COALESCE(given.minor, 0) AS given_minor,
       COALESCE(asked.minor, 0) AS asked_minor
  FROM payout p
 CROSS JOIN LATERAL (SELECT sum(l.amount_minor)::bigint AS minor
                       FROM ledger_transaction t JOIN ledger_line l ON l.transaction_id = t.id
                      WHERE t.payout_id = p.id AND t.kind = 'reversal' AND l.amount_minor > 0) back
 CROSS JOIN LATERAL (SELECT sum(r.amount_minor)::bigint AS minor
                       FROM payout_reversal r WHERE r.payout_id = p.id AND r.state = 'completed') given
 CROSS JOIN LATERAL (SELECT sum(r.amount_minor)::bigint AS minor
                       FROM payout_reversal r
                      WHERE r.payout_id = p.id AND r.state IN ('pending', 'processing')) asked
 WHERE p.id = :payout_id::uuid;

-- name: reversal_create :one
INSERT INTO payout_reversal (payout_id, amount_minor, currency, beneficiary, reason, admin_id)
VALUES (:payout_id::uuid, :amount_minor::bigint, :currency::text, :beneficiary::text, :reason::text,
        :admin_id::uuid)
RETURNING id;

-- name: reversal_intent_set :exec
UPDATE payout_reversal
   SET intent_id = :intent_id::uuid
 WHERE id = :reversal_id::uuid;

-- name: reversal_renewed :exec
UPDATE payout_reversal
   SET intent_id = :next_intent_id::uuid
 WHERE intent_id = :intent_id::uuid;

-- name: reversal_sent :exec
UPDATE payout_reversal
   SET provider_id = :provider_id::text, failure_code = NULL,
       state = CASE WHEN state IN ('pending', 'failed') THEN 'processing' ELSE state END
 WHERE intent_id = :intent_id::uuid;

-- name: reversal_refused :exec
UPDATE payout_reversal
   SET state = 'failed', failure_code = :failure_code::text
 WHERE intent_id = :intent_id::uuid AND state IN ('pending', 'processing');

-- name: reversal_open :maybe
-- One of this payout that is not completed yet.
SELECT id, amount_minor, beneficiary, reason, intent_id
  FROM payout_reversal
 WHERE id = :reversal_id::uuid AND payout_id = :payout_id::uuid AND state <> 'completed'
   FOR UPDATE;

-- name: reversal_completed :exec
UPDATE payout_reversal
   SET state = 'completed', provider_id = COALESCE(:provider_id::text, provider_id), failure_code = NULL,
       completed_at = now()
 WHERE id = :reversal_id::uuid;

-- name: reversal_is_done :maybe
SELECT id
  FROM payout_reversal
 WHERE id = :reversal_id::uuid AND state = 'completed';
