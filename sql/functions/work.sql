-- The JSON forms of work under way, from the smallest to the largest.

-- api.event: a line of a timeline.
CREATE FUNCTION api.event(e event, actor_name text) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'id', e.id, 'kind', e.kind, 'actor_kind', e.actor_kind, 'actor_name', actor_name,
    'from_state', e.from_state, 'to_state', e.to_state, 'amount_minor', e.amount_minor,
    'currency', e.currency, 'note', e.note, 'created_at', api.instant(e.created_at));

-- api.finding: one problem that a tester found.
CREATE FUNCTION api.finding(f finding) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'id', f.id, 'submission_id', f.submission_id, 'number', f.number, 'title', f.title,
    'kind', f.kind, 'severity', f.severity, 'url', f.url, 'steps', f.steps,
    'expected', f.expected, 'actual', f.actual, 'reproducibility', f.reproducibility,
    'state', f.state, 'created_at', api.instant(f.created_at),
    'updated_at', api.instant(f.updated_at));

-- api.submission: what a tester hands in, with its findings.
CREATE FUNCTION api.submission(s submission, a assignment, job_title text, tester_name text) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'id', s.id, 'assignment_id', a.id, 'job_id', a.job_id, 'job_title', job_title,
    'tester_name', tester_name, 'state', s.state, 'service_type', s.service_type,
    'steps', a.terms -> 'steps', 'summary', s.summary, 'environment', s.environment,
    'report', s.report,
    'findings', (SELECT COALESCE(json_agg(api.finding(f) ORDER BY f.number), '[]')
                   FROM finding f WHERE f.submission_id = s.id),
    'reward_minor', a.reward_minor, 'currency', a.currency,
    'submitted_at', api.instant(s.submitted_at), 'opened_at', api.instant(s.opened_at),
    'review_due_at', api.instant(s.review_due_at), 'dispute_due_at', api.instant(s.dispute_due_at),
    'decided_at', api.instant(s.decided_at), 'reject_reason', s.reject_reason,
    'comment', s.comment, 'rating', s.rating,
    'created_at', api.instant(s.created_at), 'updated_at', api.instant(s.updated_at));

-- A draft is its tester's alone: to the builder it is not there.
CREATE FUNCTION api.submission_is_shown(s submission, a assignment, viewer_id uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
RETURN a.tester_id = viewer_id OR s.submitted_at IS NOT NULL;

-- What became of an assignment's money, as the ledger has it.
CREATE TYPE api.assignment_money AS (
    held_minor     bigint,
    released_minor bigint,
    refunded_minor bigint);
CREATE FUNCTION api.assignment_money(assignment_id uuid) RETURNS api.assignment_money
LANGUAGE sql STABLE PARALLEL SAFE
RETURN (SELECT ROW(
            COALESCE(sum(l.amount_minor) FILTER (WHERE l.account = 'held:' || $1), 0)::bigint,
            COALESCE(sum(l.amount_minor) FILTER (WHERE l.account LIKE 'tester_payable:%' AND t.kind <> 'transfer'), 0)::bigint,
            COALESCE(sum(l.amount_minor) FILTER (WHERE l.account = 'refunds_out' AND t.kind <> 'refund_paid'), 0)::bigint
        )::api.assignment_money
          FROM ledger_transaction t
          JOIN ledger_line l ON l.transaction_id = t.id
         WHERE t.assignment_id = $1);

-- The terms that are sealed into an assignment when it is claimed.
CREATE FUNCTION api.terms(j job, p project) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
RETURN jsonb_build_object(
    'brief', j.brief, 'steps', j.steps, 'requirements', j.requirements,
    'project_name', p.name, 'app_url', p.url, 'app_description', p.description,
    'platforms', j.platforms, 'review_days', (j.review_seconds + 86399) / 86400,
    'dispute_hours', (j.dispute_seconds + 3599) / 3600, 'on_rejection', j.on_rejection);

-- api.assignment: the contract of one tester with one job, as the viewer may see it.
CREATE FUNCTION api.assignment(a assignment, j job, viewer_id uuid) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN (
    SELECT json_build_object(
        'id', a.id, 'job_id', a.job_id, 'job_title', j.title, 'job_state', j.state,
        'builder_name', builder.full_name, 'bid_id', NULL,
        'tester_id', a.tester_id, 'tester_name', tester.full_name,
        'state', a.state, 'service_type', j.service_type, 'terms', a.terms,
        'submissions', (SELECT COALESCE(json_agg(api.submission(s, a, j.title, tester.full_name) ORDER BY s.id), '[]')
                          FROM submission s
                         WHERE s.assignment_id = a.id AND api.submission_is_shown(s, a, viewer_id)),
        'reward_minor', a.reward_minor, 'held_minor', money.held_minor,
        'released_minor', money.released_minor, 'refunded_minor', money.refunded_minor,
        'currency', a.currency, 'claim_expires_at', api.instant(a.claim_expires_at),
        'created_at', api.instant(a.created_at), 'ended_at', api.instant(a.ended_at))
      FROM account builder, account tester, api.assignment_money(a.id) money
     WHERE builder.id = j.owner_id AND tester.id = a.tester_id);
