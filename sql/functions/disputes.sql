-- Disputes: the case file, what they are about in money, and their JSON forms.

-- So many seconds later: whole days count from Monday to Friday alone, in UTC.
CREATE FUNCTION api.after_business_days(at timestamptz, seconds int) RETURNS timestamptz
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    days int := seconds / 86400;
BEGIN
    WHILE days > 0 LOOP
        at := at + interval '24 hours';
        IF extract(isodow FROM at AT TIME ZONE 'UTC') < 6 THEN
            days := days - 1;
        END IF;
    END LOOP;
    RETURN at + make_interval(secs => seconds % 86400);
END $$;

-- What a dispute would be about: reward and bonus as reported, or as judged where that is
-- more, less what was granted and what was given back.
CREATE FUNCTION api.dispute_stake(s submission) RETURNS bigint
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN LEAST(s.reward_minor + GREATEST(api.bonus_reported_minor(s), api.bonus_minor(s)),
                 s.reward_minor + s.bonus_cap_minor - s.returned_minor) - COALESCE(s.paid_minor, 0);
END $$;

-- What is left of it: an administrator may have given some back since.
CREATE FUNCTION api.dispute_stake_left(d dispute, s submission) RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE
RETURN LEAST(d.at_stake_minor, s.reward_minor + s.bonus_cap_minor - s.returned_minor - d.paid_before_minor);

-- All that a decision can rest on, as it is now. The submission's words are what the tester
-- says, the comment is what the builder says.
CREATE FUNCTION api.case_file(s submission, a assignment) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN jsonb_build_object(
        'contract', jsonb_build_object(
            'terms', a.terms, 'item', s.terms || jsonb_build_object('title', s.title, 'service_type', s.service_type,
                                                                     'required', s.required),
            'reward_minor', s.reward_minor, 'bonus_unit_minor', s.bonus_unit_minor,
            'bonus_cap_minor', s.bonus_cap_minor, 'fee_minor', s.fee_minor, 'currency', a.currency,
            'claimed_at', api.instant(a.created_at), 'due_at', api.instant(a.claim_expires_at),
            'offer', (SELECT jsonb_build_object('revision', v.number, 'by', v.by, 'items', v.items, 'days', v.days,
                                                'total_minor', v.total_minor, 'message', v.message,
                                                'terms_hash', encode(v.terms_hash, 'hex'))
                        FROM bid b JOIN bid_revision v ON v.bid_id = b.id AND v.number = b.revision
                       WHERE b.id = a.bid_id)),
        'work', jsonb_build_object(
            'summary', s.summary, 'environment', s.environment, 'started_at', api.instant(s.started_at),
            'ended_at', api.instant(s.ended_at), 'active_minutes', s.active_minutes, 'outcome', s.outcome,
            'assistance', s.assistance, 'assistance_note', s.assistance_note, 'report', s.report,
            'evidence', api.evidence(s), 'files', api.files_on_record(s.id), 'submitted_at', api.instant(s.submitted_at), 'opened_at', api.instant(s.opened_at),
            'findings', (SELECT COALESCE(jsonb_agg(api.finding(f)::jsonb ORDER BY f.number), '[]')
                           FROM finding f WHERE f.submission_id = s.id)),
        'review', jsonb_build_object(
            'state', s.state, 'reject_reason', s.reject_reason, 'comment', s.comment, 'rating', s.rating,
            'approved_percent', s.approved_percent, 'paid_minor', s.paid_minor,
            'decided_at', api.instant(s.decided_at),
            'question', s.info_question, 'answer', s.info_answer, 'unanswered', s.info_unanswered),
        'timeline', (SELECT COALESCE(jsonb_agg(jsonb_build_object(
                                'kind', e.kind, 'actor_kind', e.actor_kind, 'from_state', e.from_state,
                                'to_state', e.to_state, 'amount_minor', e.amount_minor, 'note', e.note,
                                'created_at', api.instant(e.created_at)) ORDER BY e.id), '[]')
                       FROM event e
                      WHERE e.assignment_id = a.id AND (e.submission_id IS NULL OR e.submission_id = s.id)));
END $$;

-- round_half_up(amount * part / whole), as domain/money.c has it.
CREATE FUNCTION api.proportion(amount bigint, part bigint, whole bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN whole > 0 THEN div(2 * amount::numeric * part + whole, 2 * whole::numeric)::bigint ELSE 0 END;

-- What each split would give, by the tester's per cent: to the tester, net and beside what was
-- granted before, and back to the builder, with the part of the fee. The same sums as
-- pt_money_settle() posts: what leaves the hold with a grant is the grant and its part of the fee.
CREATE FUNCTION api.dispute_splits(d dispute, s submission) RETURNS json
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    bps     bigint := (SELECT fee.tester_fee_bps FROM assignment a JOIN fee_schedule fee ON fee.id = a.fee_schedule_id
                        WHERE a.id = d.assignment_id);
    stake   bigint := api.dispute_stake_left(d, s);
    reward  bigint := s.reward_minor + s.bonus_cap_minor;
    before  bigint := d.paid_before_minor;
    -- What is held, and was kept back from what was granted before.
    held    bigint := reward + s.fee_minor - s.out_minor;
    unpaid  bigint := api.proportion(s.fee_minor, reward - before, reward);
    kept    bigint := api.proportion(before, bps, 10000);
BEGIN
    RETURN (
        SELECT json_agg(json_build_object(
                   'tester_percent', n,
                   'tester_minor', award - (api.proportion(before + award, bps, 10000) - kept),
                   'builder_minor', held - award
                       - (unpaid - api.proportion(s.fee_minor, reward - before - award, reward))) ORDER BY n)
          FROM generate_series(0, 100) n, LATERAL api.proportion(stake, n, 100) AS award);
END $$;

-- An administrator in a session with the second factor.
CREATE FUNCTION api.is_administrator(account_id uuid, session_id uuid) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN EXISTS (SELECT FROM account_role r JOIN session live ON live.account_id = r.account_id
                    WHERE r.account_id = $1 AND r.role = 'admin'
                      AND live.id = $2 AND live.second_factor_at IS NOT NULL AND live.ended_at IS NULL);
END $$;

-- Who may look: the two sides, and administrators.
CREATE FUNCTION api.dispute_is_shown(d dispute, viewer_id uuid, session_id uuid) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN viewer_id IN (d.tester_id, d.builder_id) OR api.is_administrator(viewer_id, session_id);
END $$;

-- A dispute in a list. "your_side" is null to an administrator.
CREATE FUNCTION api.dispute_head(d dispute, viewer_id uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    side text := CASE viewer_id WHEN d.tester_id THEN 'tester' WHEN d.builder_id THEN 'builder' END;
    is_settling boolean := d.state IN ('open', 'answered');
    may_appeal boolean := d.state = 'decided' AND now() < d.appeal_due_at
        AND CASE side WHEN 'tester' THEN d.tester_accepted_at IS NULL WHEN 'builder' THEN d.builder_accepted_at IS NULL END;
BEGIN
    RETURN (
        SELECT jsonb_build_object(
                   'id', d.id, 'submission_id', d.submission_id, 'assignment_id', d.assignment_id, 'job_id', d.job_id,
                   'job_title', j.title, 'item_title', CASE WHEN s.item_id IS NOT NULL THEN s.title END,
                   'service_type', s.service_type,
                   'tester_name', tester.full_name, 'builder_name', builder.full_name,
                   'your_side', side, 'opened_by', d.opened_by, 'kind', d.kind, 'state', d.state,
                   'at_stake_minor', api.dispute_stake_left(d, s), 'paid_before_minor', d.paid_before_minor,
                   'currency', d.currency, 'tester_percent', d.final_percent, 'outcome', d.outcome,
                   'awarded_minor', d.awarded_minor,
                   'may_answer', COALESCE(d.state = 'open' AND side <> d.opened_by AND now() < d.answer_due_at, false),
                   'may_propose', is_settling AND side IS NOT NULL,
                   'may_accept', d.state = 'decided' AND CASE side WHEN 'tester' THEN d.tester_accepted_at IS NULL
                                                                   WHEN 'builder' THEN d.builder_accepted_at IS NULL
                                                                   ELSE false END,
                   'may_appeal', COALESCE(may_appeal, false),
                   -- When something happens by itself if nobody does anything.
                   'due_at', api.instant(CASE d.state WHEN 'open' THEN d.answer_due_at
                                                      WHEN 'decided' THEN d.appeal_due_at
                                                      WHEN 'closed' THEN NULL ELSE d.decision_due_at END),
                   'opened_at', api.instant(d.opened_at), 'closed_at', api.instant(d.closed_at))
          FROM job j, submission s, account tester, account builder
         WHERE j.id = d.job_id AND s.id = d.submission_id AND tester.id = d.tester_id AND builder.id = d.builder_id);
END $$;

CREATE FUNCTION api.dispute_line(d dispute, viewer_id uuid) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN api.dispute_head(d, viewer_id)::json;

-- api.dispute: all of it.
CREATE FUNCTION api.dispute(d dispute, viewer_id uuid) RETURNS json
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (
        SELECT (api.dispute_head(d, viewer_id) || jsonb_build_object(
                   'statement', d.statement, 'answer', d.answer,
                   'proposals', (SELECT COALESCE(jsonb_agg(jsonb_build_object(
                                            'number', p.number, 'by', p.by, 'tester_percent', p.tester_percent,
                                            'created_at', api.instant(p.created_at)) ORDER BY p.number), '[]')
                                   FROM dispute_proposal p WHERE p.dispute_id = d.id),
                   'splits', CASE WHEN d.state = 'closed' THEN '[]' ELSE api.dispute_splits(d, s) END,
                   'decided_percent', d.tester_percent, 'reason', d.reason, 'summary', d.summary,
                   'appealed_by', d.appealed_by, 'appeal_statement', d.appeal_statement,
                   'appeal_percent', d.appeal_percent, 'appeal_reason', d.appeal_reason,
                   'tester_accepted_at', api.instant(d.tester_accepted_at),
                   'builder_accepted_at', api.instant(d.builder_accepted_at),
                   'case_file', d.case_file, 'case_hash', encode(d.case_hash, 'hex'),
                   'settlement_due_at', api.instant(d.settlement_due_at), 'answer_due_at', api.instant(d.answer_due_at),
                   'answered_at', api.instant(d.answered_at), 'decision_due_at', api.instant(d.decision_due_at),
                   'decided_at', api.instant(d.decided_at), 'appeal_due_at', api.instant(d.appeal_due_at),
                   'appealed_at', api.instant(d.appealed_at), 'hard_stop_at', api.instant(d.hard_stop_at)))::json
          FROM submission s
         WHERE s.id = d.submission_id);
END $$;
