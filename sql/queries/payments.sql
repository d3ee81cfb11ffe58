-- Payments: what builders pay for jobs and bids, and the pages they pay on.
-- Every statement here that answers a client returns api.payment(p), column "body".

-- name: payment_create :one
-- raises: payment_job_pending_unique = PAYMENT_PENDING
-- raises: payment_bid_pending_unique = PAYMENT_PENDING
INSERT INTO payment (job_id, bid_id, builder_id, amount_minor, fee_minor, currency, expires_at)
VALUES (:job_id::uuid, :bid_id::uuid, :builder_id::uuid, :amount_minor::bigint, :fee_minor::bigint, :currency::text,
        now() + make_interval(secs => :window_seconds::bigint))
RETURNING id;

-- name: payment_get :one
SELECT api.payment(p) AS body, p.state
  FROM payment p
 WHERE p.id = :payment_id::uuid AND p.builder_id = :builder_id::uuid;

-- name: payment_list :one
-- Newest first; the cursor is the last one's id.
SELECT json_build_object(
         'items', COALESCE(json_agg(api.payment(p) ORDER BY p.id DESC), '[]'),
         'next', CASE WHEN count(*) = :page_size::bigint
                      THEN api.cursor((array_agg(p.id ORDER BY p.id))[1]::text, '') END) AS body
  FROM (SELECT payment.*
          FROM payment
         WHERE builder_id = :builder_id::uuid
           AND id < COALESCE(:before_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
         ORDER BY id DESC
         LIMIT :page_size::bigint) p;

-- name: payment_load :one
-- What a background job needs to know, unlocked.
SELECT p.id, p.job_id, p.bid_id, p.builder_id, p.state, p.amount_minor, p.fee_minor, p.currency,
       p.checkout_session_id, p.checkout_url, p.payment_intent_id, p.charge_id, p.receipt_url,
       p.expires_at > now() AS is_within_window,
       extract(epoch FROM p.expires_at)::bigint AS window_end,
       extract(epoch FROM now())::bigint AS now,
       p.failure_code, j.title AS job_title,
       COALESCE('asg_' || b.assignment_id, 'job_' || p.job_id) AS transfer_group,
       r.name AS role_name, tester.full_name AS tester_name
  FROM payment p
  JOIN job j ON j.id = p.job_id
  LEFT JOIN bid b ON b.id = p.bid_id
  LEFT JOIN job_role r ON r.id = b.role_id
  LEFT JOIN account tester ON tester.id = b.tester_id
 WHERE p.id = :payment_id::uuid;

-- name: payment_lock :one
SELECT state
  FROM payment
 WHERE id = :payment_id::uuid
   FOR UPDATE;

-- name: payment_find :maybe
-- Ours by what the provider shows: our id in its metadata, or an id that we know.
SELECT id
  FROM payment
 WHERE id = :payment_id::uuid
    OR checkout_session_id = :checkout_session_id::text
    OR payment_intent_id = :payment_intent_id::text
    OR charge_id = :charge_id::text
 LIMIT 1;

-- name: payment_card_set :exec
UPDATE payment
   SET card_fingerprint = :card_fingerprint::text
 WHERE id = :payment_id::uuid AND :card_fingerprint::text IS NOT NULL;

-- name: payment_fee_booked :one
SELECT EXISTS (SELECT FROM ledger_transaction
                WHERE payment_id = :payment_id::uuid AND kind = 'gateway_fee') AS is_booked;

-- name: account_customer_load :one
SELECT email, full_name, stripe_customer_id
  FROM account
 WHERE id = :account_id::uuid;

-- name: account_customer_set :exec
UPDATE account
   SET stripe_customer_id = :customer_id::text
 WHERE id = :account_id::uuid AND stripe_customer_id IS NULL;

-- name: payment_page_made :exec
UPDATE payment
   SET checkout_session_id = :checkout_session_id::text, checkout_url = :checkout_url::text
 WHERE id = :payment_id::uuid;

-- name: payment_declined :exec
-- The page lets the payer try again, so the payment stays as it is.
UPDATE payment
   SET failure_code = :failure_code::text
 WHERE id = :payment_id::uuid AND state = 'pending';

-- name: payment_succeeded :exec
UPDATE payment
   SET state = 'succeeded', payment_intent_id = :payment_intent_id::text,
       charge_id = COALESCE(:charge_id::text, charge_id),
       receipt_url = COALESCE(:receipt_url::text, receipt_url),
       failure_code = NULL, succeeded_at = now(), ended_at = NULL
 WHERE id = :payment_id::uuid AND state IN ('pending', 'cancelled', 'failed');

-- name: payment_charged :exec
-- Details that an event of its own tells, before or after the payment is known to be paid.
UPDATE payment
   SET charge_id = COALESCE(charge_id, :charge_id::text),
       receipt_url = COALESCE(receipt_url, :receipt_url::text)
 WHERE id = :payment_id::uuid;

-- name: payment_ended :exec
UPDATE payment
   SET state = :state::text, failure_code = COALESCE(:failure_code::text, failure_code), ended_at = now()
 WHERE id = :payment_id::uuid AND state = 'pending';

-- name: payment_refunded :exec
-- A negative amount takes a refund back that failed after all.
UPDATE payment
   SET refunded_minor = refunded_minor + :amount_minor::bigint,
       state = CASE refunded_minor + :amount_minor::bigint
                    WHEN amount_minor THEN 'refunded'
                    WHEN 0 THEN 'succeeded'
                    ELSE 'partly_refunded' END
 WHERE id = :payment_id::uuid AND state IN ('succeeded', 'partly_refunded', 'refunded');
