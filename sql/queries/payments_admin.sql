-- Money in the operator's hands: lists by state and by what they are about. "about" is an
-- id of ours, "reference" one of the provider's.

-- name: admin_payment_list :one
SELECT json_build_object(
         'items', COALESCE(json_agg(api.admin_payment(p) ORDER BY p.id DESC), '[]'),
         'next', CASE WHEN count(*) = :page_size::bigint
                      THEN api.cursor((array_agg(p.id ORDER BY p.id))[1]::text, '') END) AS body
  FROM (SELECT payment.*
          FROM payment
         WHERE (:state::text IS NULL OR state = :state::text)
           AND (:about::uuid IS NULL OR :about::uuid IN (id, job_id, bid_id, builder_id))
           AND (:reference::text IS NULL OR :reference::text IN (payment_intent_id, charge_id, checkout_session_id))
           AND id < COALESCE(:before_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
         ORDER BY id DESC
         LIMIT :page_size::bigint) p;

-- name: admin_refund_list :one
SELECT json_build_object(
         'items', COALESCE(json_agg(api.admin_refund(r) ORDER BY r.id DESC), '[]'),
         'next', CASE WHEN count(*) = :page_size::bigint
                      THEN api.cursor((array_agg(r.id ORDER BY r.id))[1]::text, '') END) AS body
  FROM (SELECT refund.*
          FROM refund
         WHERE (:state::text IS NULL OR state = :state::text)
           AND (:about::uuid IS NULL OR :about::uuid IN (id, payment_id, job_id, assignment_id, submission_id))
           AND (:reference::text IS NULL OR provider_id = :reference::text)
           AND id < COALESCE(:before_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
         ORDER BY id DESC
         LIMIT :page_size::bigint) r;

-- name: admin_payout_list :one
SELECT json_build_object(
         'items', COALESCE(json_agg(api.admin_payout(p.payout, :min_minor::bigint) ORDER BY p.id DESC), '[]'),
         'next', CASE WHEN count(*) = :page_size::bigint
                      THEN api.cursor((array_agg(p.id ORDER BY p.id))[1]::text, '') END) AS body
  FROM (SELECT payout, payout.id
          FROM payout
          JOIN assignment ON assignment.id = payout.assignment_id
         WHERE (:state::text IS NULL OR payout.state = :state::text)
           AND (:about::uuid IS NULL OR :about::uuid IN (payout.id, payout.submission_id, payout.assignment_id,
                                                         payout.tester_id, assignment.job_id))
           AND (:reference::text IS NULL OR payout.transfer_id = :reference::text)
           AND payout.id < COALESCE(:before_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
         ORDER BY payout.id DESC
         LIMIT :page_size::bigint) p;

-- name: admin_payout_get :one
SELECT api.admin_payout(p, :min_minor::bigint) AS body
  FROM payout p
 WHERE p.id = :payout_id::uuid;

-- name: admin_refund_get :one
SELECT api.admin_refund(r) AS body
  FROM refund r
 WHERE r.id = :refund_id::uuid;

-- name: admin_refund_place :one
SELECT job_id, payment_id
  FROM refund
 WHERE id = :refund_id::uuid;

-- name: admin_builder_get :one
SELECT json_build_object('id', a.id, 'frozen_at', api.instant(a.frozen_at), 'frozen_reason', a.frozen_reason) AS body
  FROM account a
 WHERE a.id = :user_id::uuid;

-- name: admin_submission_money :one
SELECT json_build_object(
         'submission_id', s.id, 'state', s.state, 'currency', a.currency,
         'reward_minor', s.reward_minor + s.bonus_cap_minor, 'paid_minor', COALESCE(s.paid_minor, 0),
         'returned_minor', s.returned_minor,
         'held_minor', s.reward_minor + s.bonus_cap_minor + s.fee_minor - s.out_minor) AS body
  FROM submission s
  JOIN assignment a ON a.id = s.assignment_id
 WHERE s.id = :submission_id::uuid;
