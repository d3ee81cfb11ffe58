-- api.payment: what a builder pays or has paid. The page's address is there only as long
-- as it can be used.
CREATE FUNCTION api.payment(p payment) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'id', p.id, 'state', p.state, 'amount_minor', p.amount_minor, 'fee_minor', p.fee_minor,
    'refunded_minor', p.refunded_minor, 'currency', p.currency,
    'checkout_url', CASE WHEN p.state = 'pending' THEN p.checkout_url END,
    'job_id', p.job_id, 'job_title', (SELECT title FROM job WHERE id = p.job_id), 'bid_id', p.bid_id, 'receipt_url', p.receipt_url,
    'receipt_path', CASE WHEN p.succeeded_at IS NOT NULL THEN '/api/v1/payments/' || p.id || '/receipt' END,
    'failure_code', p.failure_code,
    'waits_since', CASE WHEN p.state = 'pending' AND p.checkout_url IS NULL THEN api.instant(p.created_at) END,
    'chargeback_state', (SELECT c.state FROM chargeback c WHERE c.payment_id = p.id ORDER BY c.id DESC LIMIT 1),
    'expires_at', api.instant(p.expires_at),
    'created_at', api.instant(p.created_at), 'succeeded_at', api.instant(p.succeeded_at));

-- What a refund that is pending waits for: a builder whose money stands still, as long as
-- nothing of it can have left; else the provider. Null for one that is not pending.
CREATE FUNCTION api.refund_waits_for(r refund) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE
    WHEN r.state <> 'pending' THEN NULL
    WHEN EXISTS (SELECT FROM payment p JOIN account a ON a.id = p.builder_id
                  WHERE p.id = r.payment_id AND a.frozen_at IS NOT NULL)
         AND NOT EXISTS (SELECT FROM money_intent i
                          WHERE i.id = r.intent_id AND i.state NOT IN ('pending', 'failed')) THEN 'frozen'
    ELSE 'provider' END;

-- api.refund: money on its way back to its builder.
CREATE FUNCTION api.refund(r refund) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'id', r.id, 'payment_id', r.payment_id, 'job_id', r.job_id,
    'job_title', (SELECT title FROM job WHERE id = r.job_id), 'assignment_id', r.assignment_id,
    'amount_minor', r.amount_minor, 'covered_minor', r.offset_minor, 'currency', r.currency,
    'reason', r.reason, 'state', r.state, 'failure_code', r.failure_code, 'waits_for', api.refund_waits_for(r),
    'created_at', api.instant(r.created_at), 'completed_at', api.instant(r.completed_at));
