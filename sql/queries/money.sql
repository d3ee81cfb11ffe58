-- The ledger, and what a submission's money is.

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
                                    payment_id, refund_id, payout_id, chargeback_id, payout_reversal_id)
    VALUES (:kind::text, :job_id::uuid, :assignment_id::uuid, :submission_id::uuid,
            :payment_id::uuid, :refund_id::uuid, :payout_id::uuid, :chargeback_id::uuid, :payout_reversal_id::uuid)
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
       (SELECT COALESCE(sum(s.reward_minor + s.bonus_cap_minor + s.fee_minor - s.out_minor), 0)::bigint
          FROM submission s
         WHERE s.assignment_id = a.id AND s.settled_at IS NULL) AS due_minor
  FROM assignment a
  JOIN fee_schedule f ON f.id = a.fee_schedule_id
  LEFT JOIN ledger_balance b ON b.account = 'held:' || a.id AND b.currency = a.currency
 WHERE a.id = :assignment_id::uuid;

-- name: money_decision :one
-- Its money is about to move once more; each time has a number. The submission is locked
-- by the caller.
UPDATE submission SET decision = decision + 1
 WHERE id = :submission_id::uuid
RETURNING assignment_id, decision, reward_minor + bonus_cap_minor AS reward_minor, fee_minor,
          COALESCE(paid_minor, 0) AS paid_minor, returned_minor, settled_at IS NOT NULL AS is_settled;

-- name: money_advance :exec
-- As far as its money has moved; giving some back decides nothing about what is paid.
UPDATE submission
   SET paid_minor = COALESCE(:paid_minor::bigint, paid_minor),
       returned_minor = :returned_minor::bigint,
       out_minor = out_minor + :out_minor::bigint,
       settled_at = CASE WHEN :is_settled::boolean THEN now() END
 WHERE id = :submission_id::uuid;

-- name: money_reopened :exec
-- What it held pays for the seat again.
UPDATE submission
   SET paid_minor = 0, out_minor = reward_minor + bonus_cap_minor + fee_minor, settled_at = now()
 WHERE id = :submission_id::uuid;

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

