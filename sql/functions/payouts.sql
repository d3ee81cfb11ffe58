-- api.payout: one approved submission's money on its way to the tester.
CREATE FUNCTION api.payout(p payout, job_title text, item_title text) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'id', p.id, 'submission_id', p.submission_id, 'assignment_id', p.assignment_id,
    'job_title', job_title, 'item_title', item_title, 'amount_minor', p.amount_minor, 'currency', p.currency,
    'state', p.state, 'failure_code', p.failure_code,
    'created_at', api.instant(p.created_at), 'completed_at', api.instant(p.completed_at));

-- api.earnings: one currency's figures; by_state has the sums of payouts by their state.
CREATE FUNCTION api.earnings(currency text, held_minor bigint, by_state json) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'currency', currency, 'held_minor', held_minor,
    'pending_minor', COALESCE((by_state ->> 'pending')::bigint, 0),
    'processing_minor', COALESCE((by_state ->> 'processing')::bigint, 0),
    'completed_minor', COALESCE((by_state ->> 'completed')::bigint, 0),
    'failed_minor', COALESCE((by_state ->> 'failed')::bigint, 0));
