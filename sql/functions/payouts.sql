-- What a tester of this account's country must have earned before a transfer is made.
CREATE FUNCTION api.payout_threshold(tester_id uuid, site_minor bigint) RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE
RETURN COALESCE((SELECT m.payout_min_minor FROM market m JOIN account a ON a.country = m.country
                  WHERE a.id = tester_id), site_minor);

-- The builder's money stands still.
CREATE FUNCTION api.payout_is_frozen(p payout) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
RETURN EXISTS (SELECT FROM assignment a JOIN job j ON j.id = a.job_id JOIN account b ON b.id = j.owner_id
                WHERE a.id = p.assignment_id AND b.frozen_at IS NOT NULL);

-- What a payout that is pending waits for: "provider" has been asked, or will be in a
-- moment; "balance": the provider has refused it for now; "start": nothing keeps it back.
-- Null for one that is not pending.
CREATE FUNCTION api.payout_waits_for(p payout, site_minor bigint) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE
    WHEN p.state <> 'pending' THEN NULL
    WHEN p.intent_id IS NOT NULL THEN CASE
        WHEN api.payout_is_frozen(p)
             AND EXISTS (SELECT FROM money_intent i WHERE i.id = p.intent_id AND i.state IN ('pending', 'failed')) THEN 'frozen'
        WHEN p.failure_code IS NOT NULL THEN 'balance'
        ELSE 'provider' END
    WHEN NOT EXISTS (SELECT FROM account a
                      WHERE a.id = p.tester_id AND a.payout_state = 'active'
                        AND a.stripe_account_id IS NOT NULL) THEN 'account'
    WHEN api.payout_is_frozen(p) THEN 'frozen'
    WHEN (SELECT sum(x.amount_minor) FROM payout x
           WHERE x.tester_id = p.tester_id AND x.currency = p.currency AND x.state = 'pending'
             AND x.intent_id IS NULL AND NOT api.payout_is_frozen(x))
         < api.payout_threshold(p.tester_id, site_minor) THEN 'threshold'
    ELSE 'start' END;

-- Since when it waits: for the provider since it was asked.
CREATE FUNCTION api.payout_waits_since(p payout) RETURNS timestamptz
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE WHEN p.intent_id IS NOT NULL
            THEN (SELECT COALESCE(i.first_sent_at, i.created_at) FROM money_intent i WHERE i.id = p.intent_id)
            ELSE p.created_at END;

-- What has come back of a transfer.
CREATE FUNCTION api.payout_reversed(payout_id uuid) RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE
RETURN (SELECT COALESCE(sum(l.amount_minor), 0)::bigint
          FROM ledger_transaction t JOIN ledger_line l ON l.transaction_id = t.id
         WHERE t.payout_id = payout_reversed.payout_id AND t.kind = 'reversal' AND l.amount_minor > 0);

-- api.payout: one approved submission's money on its way to the tester.
CREATE FUNCTION api.payout(p payout, job_title text, item_title text, site_minor bigint) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
SELECT json_build_object(
    'id', p.id, 'submission_id', p.submission_id, 'assignment_id', p.assignment_id,
    'job_title', job_title, 'item_title', item_title, 'amount_minor', p.amount_minor, 'currency', p.currency,
    'state', p.state, 'failure_code', p.failure_code,
    'waits_for', CASE w.waits_for WHEN 'start' THEN 'provider' ELSE w.waits_for END,
    'waits_since', CASE WHEN w.waits_for IS NOT NULL THEN api.instant(api.payout_waits_since(p)) END,
    'threshold_minor', CASE WHEN w.waits_for = 'threshold' THEN api.payout_threshold(p.tester_id, site_minor) END,
    'reversed_minor', api.payout_reversed(p.id),
    'created_at', api.instant(p.created_at), 'completed_at', api.instant(p.completed_at))
  FROM api.payout_waits_for(p, site_minor) AS w (waits_for);
END;

-- api.payout_reversal: what an administrator takes back.
CREATE FUNCTION api.payout_reversal(r payout_reversal) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'id', r.id, 'payout_id', r.payout_id, 'amount_minor', r.amount_minor, 'currency', r.currency,
    'to', r.beneficiary, 'reason', r.reason, 'state', r.state, 'failure_code', r.failure_code,
    'created_at', api.instant(r.created_at), 'completed_at', api.instant(r.completed_at));

-- api.earnings: one currency's figures; by_state has the sums of payouts by their state.
CREATE FUNCTION api.earnings(currency text, held_minor bigint, by_state json) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'currency', currency, 'held_minor', held_minor,
    'pending_minor', COALESCE((by_state ->> 'pending')::bigint, 0),
    'processing_minor', COALESCE((by_state ->> 'processing')::bigint, 0),
    'completed_minor', COALESCE((by_state ->> 'completed')::bigint, 0),
    'failed_minor', COALESCE((by_state ->> 'failed')::bigint, 0));
