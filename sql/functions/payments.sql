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
