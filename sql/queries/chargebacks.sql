-- Chargebacks: what cards' holders took back through their banks.

-- name: chargeback_payment :maybe
-- The payment that a charge is ours by.
SELECT p.id, p.job_id, p.bid_id, p.builder_id, p.amount_minor, p.currency,
       p.state IN ('succeeded', 'partly_refunded', 'refunded') AS is_booked,
       j.title AS job_title, j.state AS job_state
  FROM payment p
  JOIN job j ON j.id = p.job_id
 WHERE p.charge_id = :charge_id::text OR p.payment_intent_id = :payment_intent_id::text
 LIMIT 1;

-- name: chargeback_open :maybe
-- No row: it is known already.
INSERT INTO chargeback (provider_id, payment_id, builder_id, amount_minor, currency, reason, state,
                        evidence_due_at, opened_at)
VALUES (:provider_id::text, :payment_id::uuid, :builder_id::uuid, :amount_minor::bigint, :currency::text,
        :reason::text, 'needs_response', to_timestamp(:due_by::bigint), to_timestamp(:opened_at::bigint))
    ON CONFLICT (provider_id) DO NOTHING
RETURNING id;

-- name: chargeback_lock :one
SELECT id, state, withdrawn_minor, provider_fee_minor
  FROM chargeback
 WHERE provider_id = :provider_id::text
   FOR UPDATE;

-- name: chargeback_follow :exec
UPDATE chargeback
   SET state = :state::text, withdrawn_minor = :withdrawn_minor::bigint,
       provider_fee_minor = :provider_fee_minor::bigint, provider_fee_currency = :provider_fee_currency::text,
       submitted_at = CASE WHEN :state::text <> 'needs_response' THEN COALESCE(submitted_at, now()) END,
       closed_at = CASE WHEN :state::text IN ('won', 'lost') THEN COALESCE(closed_at, now()) END
 WHERE id = :chargeback_id::uuid;

-- name: chargeback_uncovered :maybe
-- A lost one, as far as nothing has made up for it. Its payment is locked.
SELECT id, withdrawn_minor - offset_minor AS uncovered_minor
  FROM chargeback
 WHERE payment_id = :payment_id::uuid AND state = 'lost' AND withdrawn_minor > offset_minor
 ORDER BY id
 LIMIT 1
   FOR UPDATE;

-- name: chargeback_covered :exec
UPDATE chargeback
   SET offset_minor = offset_minor + :amount_minor::bigint
 WHERE id = :chargeback_id::uuid;

-- name: chargeback_still_open :many
-- What the provider is asked about when no event tells.
SELECT provider_id
  FROM chargeback
 WHERE closed_at IS NULL
 ORDER BY id
 LIMIT 1000;

-- name: chargeback_admins :many
-- Who can do something about it.
SELECT DISTINCT r.account_id
  FROM account_role r
  JOIN account a ON a.id = r.account_id AND a.state = 'active'
  JOIN admin_scope s ON s.account_id = r.account_id AND s.scope IN ('finance', 'super')
 WHERE r.role = 'admin'
 LIMIT 1000;

-- name: chargeback_load :one
SELECT c.provider_id, c.state
  FROM chargeback c
 WHERE c.id = :chargeback_id::uuid;

-- name: chargeback_dossier :one
-- What is known of a payment, as texts: who paid, what was agreed, delivered and decided.
SELECT a.email AS customer_email_address, a.full_name AS customer_name,
       to_char(p.succeeded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS service_date,
       api.dossier_contract(p) AS contract, api.dossier_work(p) AS work, api.dossier_timeline(p) AS timeline
  FROM chargeback c
  JOIN payment p ON p.id = c.payment_id
  JOIN account a ON a.id = p.builder_id
 WHERE c.id = :chargeback_id::uuid;

-- name: chargeback_evidence_set :exec
UPDATE chargeback
   SET evidence = :evidence::jsonb
 WHERE id = :chargeback_id::uuid;

-- name: chargeback_staged :exec
UPDATE chargeback
   SET evidence_sent_at = now()
 WHERE id = :chargeback_id::uuid;

-- name: chargeback_submitting :exec
UPDATE chargeback
   SET submitted_by = :admin_id::uuid
 WHERE id = :chargeback_id::uuid;

-- name: chargeback_list :one
SELECT json_build_object(
         'items', COALESCE(json_agg(api.chargeback(c) ORDER BY c.id DESC), '[]'),
         'next', CASE WHEN count(*) = :page_size::bigint
                      THEN api.cursor((array_agg(c.id ORDER BY c.id))[1]::text, '') END) AS body
  FROM (SELECT chargeback.*
          FROM chargeback
         WHERE (:state::text IS NULL OR state = :state::text)
           AND (:q::uuid IS NULL OR :q::uuid IN (id, payment_id, builder_id))
           AND id < COALESCE(:before_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
         ORDER BY id DESC
         LIMIT :page_size::bigint) c;

-- name: chargeback_get :one
SELECT api.chargeback(c) AS body, c.state
  FROM chargeback c
 WHERE c.id = :chargeback_id::uuid;

-- name: chargeback_hold :one
SELECT state
  FROM chargeback
 WHERE id = :chargeback_id::uuid
   FOR UPDATE;
