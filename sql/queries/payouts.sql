-- Payouts: what testers earned, on its way to their payout account.

-- name: payout_create :one
-- raises: payout_decision_unique = CONFLICT
INSERT INTO payout (submission_id, decision, assignment_id, tester_id, amount_minor, fee_minor, currency)
VALUES (:submission_id::uuid, :decision::int, :assignment_id::uuid, :tester_id::uuid,
        :amount_minor::bigint, :fee_minor::bigint, :currency::text)
RETURNING id;

-- name: payout_account_hold :one
-- The account as it is until commit: a change of its payout state waits, or was seen.
SELECT payout_state = 'active' AND stripe_account_id IS NOT NULL AS is_payable
  FROM account
 WHERE id = :account_id::uuid
   FOR SHARE;

-- name: payout_due :many
-- What can go out: nothing was sent for it yet, its builder is not frozen, and together it
-- reaches the threshold of the tester's country. Drawn on the charge that paid for it,
-- unless the card has taken that back.
SELECT p.id, p.submission_id, p.decision, p.amount_minor, p.currency,
       CASE WHEN a.bid_id IS NULL THEN 'job_' || a.job_id ELSE 'asg_' || a.id END AS transfer_group,
       acc.stripe_account_id,
       CASE WHEN NOT EXISTS (SELECT FROM chargeback c WHERE c.payment_id = pay.id AND c.state <> 'won')
            THEN pay.charge_id END AS charge_id
  FROM payout p
  JOIN account acc ON acc.id = p.tester_id
  JOIN assignment a ON a.id = p.assignment_id
  LEFT JOIN LATERAL (SELECT payment.id, payment.charge_id
                       FROM payment
                      WHERE payment.job_id = a.job_id AND payment.bid_id IS NOT DISTINCT FROM a.bid_id
                        AND payment.state IN ('succeeded', 'partly_refunded')
                        AND NOT EXISTS (SELECT FROM refund r
                                         WHERE r.payment_id = payment.id AND r.reason = 'late_payment')
                      ORDER BY payment.id DESC
                      LIMIT 1) pay ON true
 WHERE p.tester_id = :tester_id::uuid AND p.state = 'pending' AND p.intent_id IS NULL
   AND api.payout_waits_for(p, :min_minor::bigint) = 'start'
 ORDER BY p.id
   FOR UPDATE OF p SKIP LOCKED;

-- name: payout_market_testers :many
-- Whose earnings may have waited for the threshold of a country.
SELECT DISTINCT p.tester_id
  FROM payout p
  JOIN account a ON a.id = p.tester_id
 WHERE a.country = :country::text AND p.state = 'pending' AND p.intent_id IS NULL
 LIMIT 10000;

-- name: payout_waiting_testers :many
-- Whose earnings may have waited for a builder.
SELECT DISTINCT p.tester_id
  FROM payout p
  JOIN assignment a ON a.id = p.assignment_id
  JOIN job j ON j.id = a.job_id
 WHERE j.owner_id = :builder_id::uuid AND p.state = 'pending' AND p.intent_id IS NULL
 LIMIT 10000;

-- name: payout_kept_back :many
-- What was asked for before its builder was frozen, and has not left.
SELECT p.intent_id, p.submission_id
  FROM payout p
  JOIN money_intent i ON i.id = p.intent_id AND i.state IN ('pending', 'failed')
  JOIN assignment a ON a.id = p.assignment_id
  JOIN job j ON j.id = a.job_id
 WHERE j.owner_id = :builder_id::uuid AND p.state = 'pending'
 ORDER BY p.id
 LIMIT 10000;

-- name: payout_to_retry :one
SELECT p.state, p.intent_id, p.submission_id,
       acc.payout_state = 'active' AND acc.stripe_account_id IS NOT NULL AS is_payable,
       builder.frozen_at IS NOT NULL AS is_frozen
  FROM payout p
  JOIN account acc ON acc.id = p.tester_id
  JOIN assignment a ON a.id = p.assignment_id
  JOIN job j ON j.id = a.job_id
  JOIN account builder ON builder.id = j.owner_id
 WHERE p.id = :payout_id::uuid
   FOR UPDATE OF p;

-- name: payout_retry_one :exec
UPDATE payout
   SET state = 'pending', failure_code = NULL
 WHERE id = :payout_id::uuid AND state = 'failed';

-- name: payout_intent_set :exec
UPDATE payout
   SET intent_id = :intent_id::uuid
 WHERE id = :payout_id::uuid;

-- name: payout_renewed :exec
-- What had failed, and is redriven, waits for an answer again.
UPDATE payout
   SET intent_id = :next_intent_id::uuid, failure_code = NULL,
       state = CASE state WHEN 'failed' THEN 'pending' ELSE state END
 WHERE intent_id = :intent_id::uuid;

-- name: payout_retry :many
-- Refused transfers of a tester who can be paid again.
UPDATE payout
   SET state = 'pending', failure_code = NULL
 WHERE tester_id = :tester_id::uuid AND state = 'failed' AND intent_id IS NOT NULL
   AND NOT EXISTS (SELECT FROM assignment a JOIN job j ON j.id = a.job_id JOIN account b ON b.id = j.owner_id
                    WHERE a.id = payout.assignment_id AND b.frozen_at IS NOT NULL)
RETURNING intent_id, submission_id;

-- name: payout_find :maybe
-- By our ids in the provider's metadata, or by the provider's id.
SELECT p.id, p.tester_id, p.assignment_id, p.submission_id, p.decision, p.amount_minor, p.currency,
       p.intent_id, a.job_id, j.title AS job_title,
       CASE WHEN s.item_id IS NOT NULL THEN s.title END AS item_title
  FROM payout p
  JOIN submission s ON s.id = p.submission_id
  JOIN assignment a ON a.id = p.assignment_id
  JOIN job j ON j.id = a.job_id
 WHERE (p.submission_id = :submission_id::uuid AND p.decision = :decision::int)
    OR p.transfer_id = :transfer_id::text
    OR p.intent_id = :intent_id::uuid
 LIMIT 1;

-- name: payout_lock :one
-- With what has already been booked as taken back.
SELECT p.state, p.transfer_id,
       (SELECT COALESCE(sum(l.amount_minor), 0)::bigint
          FROM ledger_transaction t JOIN ledger_line l ON l.transaction_id = t.id
         WHERE t.payout_id = p.id AND t.kind = 'reversal' AND l.amount_minor > 0) AS reversed_minor
  FROM payout p
 WHERE p.id = :payout_id::uuid
   FOR UPDATE OF p;

-- name: payout_sent :exec
UPDATE payout
   SET transfer_id = :transfer_id::text, failure_code = NULL,
       state = CASE WHEN state IN ('pending', 'failed') THEN 'processing' ELSE state END
 WHERE intent_id = :intent_id::uuid;

-- name: payout_put_off :exec
-- Refused as things are now: it is tried again by itself.
UPDATE payout
   SET failure_code = :failure_code::text
 WHERE intent_id = :intent_id::uuid AND state = 'pending';

-- name: payout_completed :exec
UPDATE payout
   SET state = 'completed', transfer_id = :transfer_id::text, failure_code = NULL, completed_at = now()
 WHERE id = :payout_id::uuid;

-- name: payout_refused :exec
UPDATE payout
   SET state = 'failed', failure_code = :failure_code::text
 WHERE intent_id = :intent_id::uuid AND state IN ('pending', 'processing');

-- name: payout_reversed :exec
UPDATE payout
   SET state = 'reversed'
 WHERE id = :payout_id::uuid;

-- name: payout_list :one
-- Newest first; the cursor is the last one's id.
SELECT json_build_object(
         'items', COALESCE(json_agg(api.payout(p.payout, p.job_title, p.item_title, :min_minor::bigint) ORDER BY p.id DESC), '[]'),
         'next', CASE WHEN count(*) = :page_size::bigint
                      THEN api.cursor((array_agg(p.id ORDER BY p.id))[1]::text, '') END) AS body
  FROM (SELECT payout, payout.id, job.title AS job_title,
               CASE WHEN submission.item_id IS NOT NULL THEN submission.title END AS item_title
          FROM payout
          JOIN submission ON submission.id = payout.submission_id
          JOIN assignment ON assignment.id = payout.assignment_id
          JOIN job ON job.id = assignment.job_id
         WHERE payout.tester_id = :tester_id::uuid
           AND payout.id < COALESCE(:before_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
         ORDER BY payout.id DESC
         LIMIT :page_size::bigint) p;

-- name: earnings_get :one
-- Held is what a tester would get of the work in hand now, without any bonus; the rest
-- are payouts that were made in the time asked for.
SELECT json_build_object(
         'from', api.instant(:from_at::timestamptz), 'to', api.instant(:to_at::timestamptz),
         'items', COALESCE(json_agg(api.earnings(c.currency, h.held_minor, p.by_state)
                                    ORDER BY c.currency), '[]')) AS body
  FROM (SELECT currency FROM payout WHERE tester_id = :tester_id::uuid
         UNION
        SELECT currency FROM assignment WHERE tester_id = :tester_id::uuid) c
  CROSS JOIN LATERAL (
        SELECT COALESCE(sum(rest.minor - round(rest.minor * f.tester_fee_bps / 10000.0)), 0)::bigint
                   AS held_minor
          FROM assignment a
          JOIN fee_schedule f ON f.id = a.fee_schedule_id
          JOIN submission s ON s.assignment_id = a.id AND s.settled_at IS NULL
         CROSS JOIN LATERAL (SELECT GREATEST(0, s.reward_minor - COALESCE(s.paid_minor, 0) - s.returned_minor) AS minor) rest
         WHERE a.tester_id = :tester_id::uuid AND a.currency = c.currency) h
  CROSS JOIN LATERAL (
        SELECT COALESCE(json_object_agg(s.state, s.amount_minor), '{}') AS by_state
          FROM (SELECT state, sum(amount_minor) AS amount_minor
                  FROM payout
                 WHERE tester_id = :tester_id::uuid AND currency = c.currency
                   AND created_at >= COALESCE(:from_at::timestamptz, '-infinity')
                   AND created_at < COALESCE(:to_at::timestamptz, 'infinity')
                 GROUP BY state) s) p;

-- name: payout_account_load :one
SELECT email, country, stripe_account_id, payout_state
  FROM account
 WHERE id = :account_id::uuid;

-- name: payout_account_get :one
SELECT json_build_object('state', payout_state) AS body
  FROM account
 WHERE id = :account_id::uuid;

-- name: payout_account_made :exec
UPDATE account
   SET stripe_account_id = :stripe_account_id::text, payout_state = 'pending', updated_at = now()
 WHERE id = :account_id::uuid AND stripe_account_id IS NULL;

-- name: payout_account_find :maybe
SELECT id
  FROM account
 WHERE stripe_account_id = :stripe_account_id::text;

-- name: payout_account_lock :one
SELECT payout_state
  FROM account
 WHERE id = :account_id::uuid
   FOR NO KEY UPDATE;

-- name: payout_account_state :exec
UPDATE account
   SET payout_state = :payout_state::text, updated_at = now()
 WHERE id = :account_id::uuid AND payout_state <> :payout_state::text;

-- name: payout_account_bank :exec
UPDATE account
   SET bank_fingerprint = :bank_fingerprint::text
 WHERE id = :account_id::uuid AND bank_fingerprint IS DISTINCT FROM :bank_fingerprint::text;
