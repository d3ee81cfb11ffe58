-- The JSON forms of work under way, from the smallest to the largest. Those that look
-- into tables are in PL/pgSQL: it plans their statements once for a connection, where a
-- function in SQL that another one calls is planned anew each time.

-- api.event: a line of a timeline.
CREATE FUNCTION api.event(e event, actor_name text) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'id', e.id, 'kind', e.kind, 'submission_id', e.submission_id,
    'actor_kind', e.actor_kind, 'actor_name', actor_name,
    'from_state', e.from_state, 'to_state', e.to_state, 'amount_minor', e.amount_minor,
    'currency', e.currency, 'note', e.note, 'created_at', api.instant(e.created_at));

-- When the evidence of a finding first reached us: who was first owns the problem.
CREATE FUNCTION api.evidence_at(f finding) RETURNS timestamptz
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN LEAST(f.created_at, (SELECT min(file.created_at)
                                  FROM attachment JOIN file ON file.id = attachment.file_id
                                 WHERE attachment.finding_id = f.id));
END $$;

-- api.finding: one problem that a tester found. Of the finding that it repeats it says what
-- the second reporter may know.
CREATE FUNCTION api.finding(f finding) RETURNS json
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN json_build_object(
        'id', f.id, 'submission_id', f.submission_id, 'number', f.number, 'title', f.title,
        'kind', f.kind, 'severity', f.severity, 'scale', f.scale, 'severity_reason', f.severity_reason,
        'url', f.url, 'preconditions', f.preconditions, 'steps', f.steps,
        'expected', f.expected, 'actual', f.actual, 'reproducibility', f.reproducibility,
        'tries_seen', f.tries_seen, 'tries_total', f.tries_total, 'workaround', f.workaround,
        'console_excerpt', f.console_excerpt, 'failing_request', f.failing_request,
        'first_seen_build', f.first_seen_build, 'works_in_build', f.works_in_build,
        'environment', f.environment,
        'attachment_ids', (SELECT COALESCE(json_agg(t.file_id ORDER BY t.position), '[]')
                             FROM attachment t WHERE t.finding_id = f.id),
        'state', f.state, 'triaged_at', api.instant(f.triaged_at),
        'severity_final', f.severity_final, 'verdict_reason', f.verdict_reason,
        'duplicate_of', f.duplicate_of,
        'root', (SELECT json_build_object(
                            'id', r.id, 'title', r.title, 'state', r.state,
                            'severity', COALESCE(r.severity_final, r.severity),
                            'created_at', api.instant(r.created_at))
                   FROM finding r WHERE r.id = f.duplicate_of),
        'confirmation', f.confirmation, 'known_issue_id', f.known_issue_id,
        'judged_at', api.instant(f.judged_at),
        'fixed_build', f.fixed_build, 'fixed_at', api.instant(f.fixed_at), 'fix_note', f.fix_note,
        'retest_job_id', (SELECT j.id FROM job j
                           WHERE j.finding_id = f.id AND j.deleted_at IS NULL ORDER BY j.id DESC LIMIT 1),
        'created_at', api.instant(f.created_at),
        'updated_at', api.instant(f.updated_at));
END $$;

-- An environment in one line: "Pixel 8, Android 15, Firefox 139". Null when it says nothing.
CREATE FUNCTION api.seen_on(environment jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN NULLIF(concat_ws(', ',
    NULLIF(environment ->> 'device', ''),
    NULLIF(concat_ws(' ', environment ->> 'os', environment ->> 'os_version'), ''),
    NULLIF(concat_ws(' ', environment ->> 'browser', environment ->> 'browser_version'), '')), '');

-- Where a finding was seen, as far as two of them differ: system and browser, without their
-- versions. Null when neither is known.
CREATE FUNCTION api.platform(f finding, s submission) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN NULLIF(lower(concat(trim(COALESCE(f.environment, s.environment) ->> 'os'), '|',
                           trim(COALESCE(f.environment, s.environment) ->> 'browser'))), '|');

-- Whether a problem is one, whatever became of it: the states that count.
CREATE FUNCTION api.is_valid_finding(state text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN state IN ('valid', 'fixed', 'retest_ordered', 'verified', 'reopened');

-- Whether it is one or may be one: nobody has said that it is none.
CREATE FUNCTION api.is_open_finding(state text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN state IN ('new', 'triaged') OR api.is_valid_finding(state);

-- What a finding counts by its severity, in units of the item's bonus.
CREATE FUNCTION api.severity_weight(severity text) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE severity WHEN 'critical' THEN 10 WHEN 'major' THEN 5 WHEN 'moderate' THEN 2
                     WHEN 'minor' THEN 1 ELSE 0 END;

-- What the findings of a submission earn beside its fee: those that nobody has judged
-- count as they were handed in, a confirmation counts a part of what its root does. The one
-- definition, for what is shown and what is paid.
CREATE FUNCTION api.bonus_minor(s submission) RETURNS bigint
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN LEAST(s.bonus_cap_minor,
                 (SELECT COALESCE(sum(
                             CASE WHEN api.is_open_finding(f.state)
                                  THEN s.bonus_unit_minor * api.severity_weight(COALESCE(f.severity_final, f.severity))
                                  WHEN f.confirmation
                                  THEN round(s.bonus_unit_minor * api.severity_weight(f.severity_final)
                                             * s.confirmation_percent / 100.0)
                             END), 0)
                    FROM finding f
                   WHERE f.submission_id = s.id))::bigint;
END $$;

-- The same as if every finding were what its tester reported: what a verdict takes from it
-- can be disputed.
CREATE FUNCTION api.bonus_reported_minor(s submission) RETURNS bigint
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN LEAST(s.bonus_cap_minor,
                 (SELECT COALESCE(sum(s.bonus_unit_minor * api.severity_weight(f.severity)), 0)
                    FROM finding f
                   WHERE f.submission_id = s.id AND f.state <> 'withdrawn'))::bigint;
END $$;

-- What a cancellation costs the builder now, in per cent of the rewards: nothing before work
-- has begun, and more once half of the time that was first agreed is over.
CREATE FUNCTION api.compensation_percent(a assignment) RETURNS int
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE
    WHEN a.work_began_at IS NULL THEN 0
    WHEN now() < a.created_at + (a.claim_expires_at - make_interval(secs => a.extension_seconds) - a.created_at) / 2
        THEN a.compensation_begun
    ELSE a.compensation_half END;

-- The part of it for one submission. The one definition, for what is shown and what is paid.
CREATE FUNCTION api.compensation_minor(s submission, a assignment) RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE
RETURN round(s.reward_minor * api.compensation_percent(a) / 100.0)::bigint;

-- All of it, or null once something was handed in or settled: then it cannot be cancelled.
CREATE FUNCTION api.compensation_minor(a assignment) RETURNS bigint
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (SELECT CASE WHEN bool_and(s.state = 'draft' AND s.submitted_at IS NULL)
                        THEN sum(api.compensation_minor(s, a)) END::bigint
              FROM submission s
             WHERE s.assignment_id = a.id);
END $$;

-- Whether somebody may dispute a submission now: the tester what was decided, while some of
-- its money is held for that; the builder what waits for a decision.
CREATE FUNCTION api.may_dispute(s submission, a assignment, viewer_id uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
RETURN s.settled_at IS NULL
   AND CASE WHEN a.tester_id = viewer_id
            THEN s.state IN ('approved', 'approved_partial', 'rejected') AND COALESCE(s.dispute_due_at > now(), false)
            ELSE s.state = 'submitted' END;

-- Handed in, and what becomes of it can still change: a builder has it, it came back with a
-- question or for changes, or it is disputed or may be.
CREATE FUNCTION api.is_under_way(s submission) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
RETURN s.state IN ('submitted', 'needs_info', 'changes_requested', 'disputed')
    OR s.state = 'rejected' AND s.settled_at IS NULL;

-- It brought its tester money, in whichever way.
CREATE FUNCTION api.is_rewarded(s submission) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
RETURN s.state IN ('approved', 'approved_partial')
    OR s.state IN ('waived', 'decided') AND s.paid_minor > 0;

-- api.submission: what a tester hands in, with its findings, and what becomes of it. In two
-- parts, because a function takes a hundred arguments at most.
CREATE FUNCTION api.submission(s submission, a assignment, job_title text, tester_name text, viewer_id uuid)
RETURNS json
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (jsonb_build_object(
        'id', s.id, 'assignment_id', a.id, 'job_id', a.job_id, 'job_title', job_title,
        'item_id', s.item_id, 'title', s.title, 'position', s.position, 'required', s.required,
        'tester_name', tester_name, 'state', s.state, 'service_type', s.service_type,
        'instructions', s.terms -> 'instructions', 'quantity', s.terms -> 'quantity',
        'details', s.terms -> 'details',
        'steps', COALESCE(s.terms -> 'details' -> 'steps', '[]'),
        'summary', s.summary, 'environment', s.environment,
        'started_at', api.instant(s.started_at), 'ended_at', api.instant(s.ended_at),
        'active_minutes', s.active_minutes, 'outcome', s.outcome,
        'assistance', s.assistance, 'assistance_note', s.assistance_note,
        'report', s.report, 'evidence', api.evidence(s), 'attachment_ids', api.attachment_ids(s),
        'findings', (SELECT COALESCE(json_agg(api.finding(f) ORDER BY f.number), '[]')
                       FROM finding f WHERE f.submission_id = s.id))
    || jsonb_build_object(
        'reward_minor', s.reward_minor, 'bonus_unit_minor', s.bonus_unit_minor,
        'bonus_cap_minor', s.bonus_cap_minor, 'bonus_minor', api.bonus_minor(s),
        'paid_minor', s.paid_minor, 'currency', a.currency,
        'tester_fee_bps', (SELECT f.tester_fee_bps FROM fee_schedule f WHERE f.id = a.fee_schedule_id),
        'changes_left', s.changes_left, 'changes_due_at', api.instant(s.changes_due_at),
        'submitted_at', api.instant(s.submitted_at), 'opened_at', api.instant(s.opened_at),
        'review_due_at', api.instant(s.review_due_at), 'dispute_due_at', api.instant(s.dispute_due_at),
        'decided_at', api.instant(s.decided_at), 'reject_reason', s.reject_reason,
        'comment', s.comment, 'rating', s.rating,
        'info_question', s.info_question, 'info_answer', s.info_answer,
        'info_due_at', api.instant(s.info_due_at), 'info_rounds_left', s.info_rounds_left,
        'info_unanswered', s.info_unanswered, 'approved_percent', s.approved_percent,
        'returned_minor', s.returned_minor, 'dispute_id', (SELECT d.id FROM dispute d WHERE d.submission_id = s.id),
        'may_dispute', api.may_dispute(s, a, viewer_id),
        'created_at', api.instant(s.created_at), 'updated_at', api.instant(s.updated_at)))::json;
END $$;

-- A draft is its tester's alone: to the builder it is not there until it was handed in, or
-- dropped by the builder.
CREATE FUNCTION api.submission_is_shown(s submission, a assignment, viewer_id uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
RETURN a.tester_id = viewer_id OR s.submitted_at IS NOT NULL OR s.state = 'waived';

-- What became of an assignment's money, as the ledger has it.
CREATE TYPE api.assignment_money AS (
    held_minor     bigint,
    released_minor bigint,
    refunded_minor bigint,
    fee_minor      bigint);
CREATE FUNCTION api.assignment_money(assignment_id uuid) RETURNS api.assignment_money
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (SELECT ROW(
                COALESCE(sum(l.amount_minor) FILTER (WHERE l.account = 'held:' || $1), 0)::bigint,
                COALESCE(sum(l.amount_minor) FILTER (WHERE l.account LIKE 'tester_payable:%' AND t.kind <> 'transfer'), 0)::bigint,
                COALESCE(sum(l.amount_minor) FILTER (WHERE l.account = 'refunds_out' AND t.kind <> 'refund_paid'), 0)::bigint,
                COALESCE(sum(l.amount_minor) FILTER (WHERE l.account = 'platform_fees'), 0)::bigint
            )::api.assignment_money
              FROM ledger_transaction t
              JOIN ledger_line l ON l.transaction_id = t.id
             WHERE t.assignment_id = $1);
END $$;

-- The terms that are sealed into an assignment when it is claimed.
CREATE FUNCTION api.terms(j job, p project) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
RETURN jsonb_build_object(
    'brief', j.brief, 'steps', j.steps, 'requirements', j.requirements,
    'project_name', p.name, 'app_url', p.url, 'app_description', p.description,
    'platforms', j.platforms, 'review_days', (j.review_seconds + 86399) / 86400,
    'dispute_hours', (j.dispute_seconds + 3599) / 3600, 'on_rejection', j.on_rejection);

-- The same for a role of a structured job; what is to be done stands in its submissions.
CREATE FUNCTION api.terms_of_role(j job, p project, r job_role) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
RETURN api.terms(j, p) || jsonb_build_object(
    'steps', '[]'::jsonb, 'requirements', r.requirements, 'role_name', r.name, 'persona', r.persona,
    'on_rejection', 'refund');

-- api.assignment: the contract of one tester with one job, as the viewer may see it.
CREATE FUNCTION api.assignment(a assignment, j job, viewer_id uuid) RETURNS json
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (
        SELECT json_build_object(
            'id', a.id, 'job_id', a.job_id, 'job_title', j.title, 'job_state', j.state,
            'builder_name', builder.full_name, 'bid_id', a.bid_id, 'role_id', a.role_id, 'role_name', a.terms -> 'role_name',
            'tester_id', a.tester_id, 'tester_name', tester.full_name,
            'state', a.state, 'service_type', j.service_type,
            'terms', '{"role_name": null, "persona": null}' || a.terms,
            'submissions', (SELECT COALESCE(json_agg(api.submission(s, a, j.title, tester.full_name, viewer_id) ORDER BY s.position, s.id), '[]')
                              FROM submission s
                             WHERE s.assignment_id = a.id AND api.submission_is_shown(s, a, viewer_id)),
            'awaited', (SELECT COALESCE(json_agg(json_build_object(
                                   'id', s.id, 'title', s.title, 'position', s.position, 'required', s.required,
                                   'state', s.state, 'reward_minor', s.reward_minor) ORDER BY s.position, s.id), '[]')
                          FROM submission s
                         WHERE s.assignment_id = a.id AND s.state IN ('draft', 'changes_requested')),
            'reward_minor', a.reward_minor,
            'bonus_cap_minor', (SELECT sum(s.bonus_cap_minor)::bigint FROM submission s WHERE s.assignment_id = a.id),
            'held_minor', money.held_minor,
            'released_minor', money.released_minor, 'refunded_minor', money.refunded_minor,
            'fee_minor', money.fee_minor,
            'tester_fee_bps', (SELECT f.tester_fee_bps FROM fee_schedule f WHERE f.id = a.fee_schedule_id),
            'currency', a.currency, 'claim_expires_at', api.instant(a.claim_expires_at),
            'may_extend', a.tester_id = viewer_id AND a.extended_at IS NULL AND a.claim_expires_at > now()
                AND EXISTS (SELECT FROM submission s
                             WHERE s.assignment_id = a.id AND s.state = 'draft' AND s.submitted_at IS NULL),
            'extended_at', api.instant(a.extended_at),
            'compensation_minor', CASE WHEN j.owner_id = viewer_id THEN api.compensation_minor(a) END,
            'created_at', api.instant(a.created_at), 'ended_at', api.instant(a.ended_at))
          FROM account builder, account tester, api.assignment_money(a.id) money
         WHERE builder.id = j.owner_id AND tester.id = a.tester_id);
END $$;
