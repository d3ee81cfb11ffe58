-- Payments, refunds and payouts as administrators see them: with names and the provider's ids.

CREATE FUNCTION api.admin_payment(p payment) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
SELECT json_build_object(
    'id', p.id, 'state', p.state, 'amount_minor', p.amount_minor, 'fee_minor', p.fee_minor,
    'refunded_minor', p.refunded_minor, 'currency', p.currency, 'job_id', p.job_id, 'job_title', j.title,
    'bid_id', p.bid_id, 'builder_id', p.builder_id, 'builder_name', a.full_name,
    'builder_is_frozen', a.frozen_at IS NOT NULL,
    'payment_intent_id', p.payment_intent_id, 'charge_id', p.charge_id, 'failure_code', p.failure_code,
    'chargeback_state', (SELECT c.state FROM chargeback c WHERE c.payment_id = p.id ORDER BY c.id DESC LIMIT 1),
    'waits_since', CASE WHEN p.state = 'pending' AND p.checkout_url IS NULL THEN api.instant(p.created_at) END,
    'created_at', api.instant(p.created_at), 'succeeded_at', api.instant(p.succeeded_at))
  FROM account a, job j
 WHERE a.id = p.builder_id AND j.id = p.job_id;
END;

CREATE FUNCTION api.admin_refund(r refund) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
SELECT json_build_object(
    'id', r.id, 'payment_id', r.payment_id, 'job_id', r.job_id, 'job_title', j.title,
    'assignment_id', r.assignment_id, 'submission_id', r.submission_id,
    'builder_id', p.builder_id, 'builder_name', a.full_name,
    'amount_minor', r.amount_minor, 'covered_minor', r.offset_minor, 'currency', r.currency,
    'reason', r.reason, 'state', r.state, 'failure_code', r.failure_code,
    'waits_for', api.refund_waits_for(r),
    'provider_id', r.provider_id, 'created_at', api.instant(r.created_at),
    'completed_at', api.instant(r.completed_at))
  FROM payment p, account a, job j
 WHERE p.id = r.payment_id AND a.id = p.builder_id AND j.id = r.job_id;
END;

CREATE FUNCTION api.admin_payout(p payout, site_minor bigint) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
SELECT json_build_object(
    'id', p.id, 'submission_id', p.submission_id, 'assignment_id', p.assignment_id, 'job_id', j.id,
    'job_title', j.title, 'tester_id', p.tester_id, 'tester_name', t.full_name,
    'builder_id', j.owner_id, 'builder_name', b.full_name,
    'amount_minor', p.amount_minor, 'fee_minor', p.fee_minor, 'currency', p.currency,
    'state', p.state, 'failure_code', p.failure_code,
    'waits_for', CASE w.waits_for WHEN 'start' THEN 'provider' ELSE w.waits_for END,
    'waits_since', CASE WHEN w.waits_for IS NOT NULL THEN api.instant(api.payout_waits_since(p)) END,
    'attempts', COALESCE(i.attempts, 0), 'transfer_id', p.transfer_id,
    'reversals', (SELECT COALESCE(json_agg(api.payout_reversal(r) ORDER BY r.id), '[]')
                    FROM payout_reversal r WHERE r.payout_id = p.id),
    'reversed_minor', api.payout_reversed(p.id),
    'created_at', api.instant(p.created_at), 'completed_at', api.instant(p.completed_at))
  FROM assignment a
  JOIN job j ON j.id = a.job_id
  JOIN account b ON b.id = j.owner_id
  JOIN account t ON t.id = p.tester_id
  LEFT JOIN money_intent i ON i.id = p.intent_id
 CROSS JOIN api.payout_waits_for(p, site_minor) AS w (waits_for)
 WHERE a.id = p.assignment_id;
END;
