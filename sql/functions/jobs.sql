-- The JSON forms of a job. They take what they need of other tables as arguments and look
-- nothing up. The long ones are plpgsql: a function in SQL that cannot be dissolved into its
-- statement is read and planned again with each execution.

-- What else a job's form says: of its project, its builder, its roles, and who is looking.
CREATE TYPE api.job_context AS (
    project_name  text,
    builder_name  text,
    review_hours  int,
    disputes      int,
    overturned    int,
    viewer_id     uuid,
    assignment_id uuid,
    payment_id    uuid,
    bid_id        uuid,
    bids_open     bigint,                                 -- for the owner's eyes
    roles         json,
    icon_url      text,                                   -- of the project
    screenshots   json,
    fees          api.fees);                              -- of a simple job, for who is looking

-- api.job: the whole job, for its owner and for testers.
CREATE FUNCTION api.job(j job, c api.job_context) RETURNS json
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN json_build_object(
        'id', j.id, 'kind', j.kind, 'state', j.state, 'owner_id', j.owner_id,
        'builder_name', c.builder_name, 'project_id', j.project_id,
        'project_name', c.project_name, 'project_icon_url', c.icon_url,
        'project_screenshots', c.screenshots, 'platforms', j.platforms, 'title', j.title,
        'brief', j.brief, 'service_type', j.service_type, 'service_types', j.service_types,
        'requirements', j.requirements, 'steps', j.steps,
        'reward_minor', j.reward_minor, 'fee_minor', j.fee_minor,
        'total_minor', CASE j.kind WHEN 'simple' THEN j.seats * (j.reward_minor + j.fee_minor) END,
        'builder_fee_bps', ((c).fees).builder_fee_bps, 'tester_fee_bps', ((c).fees).tester_fee_bps,
        'currency', j.currency,
        'seats', j.seats, 'seats_taken', j.seats_taken,
        'seats_left', j.seats - j.seats_taken - j.seats_closed,
        'claim_hours', (j.claim_seconds + 3599) / 3600,
        'review_days', (j.review_seconds + 86399) / 86400,
        'dispute_hours', (j.dispute_seconds + 3599) / 3600,
        'deadline_at', api.instant(j.deadline_at), 'on_rejection', j.on_rejection,
        'revision', j.revision,
        'bidding_deadline_at', CASE j.kind WHEN 'structured' THEN api.instant(j.deadline_at) END,
        'roles', c.roles,
        'mine', COALESCE(j.owner_id = c.viewer_id, false),
        'my_assignment_id', c.assignment_id, 'payment_id', c.payment_id,
        'my_bid_id', c.bid_id, 'bids_open', c.bids_open,
        'stop_reason', CASE WHEN j.owner_id = c.viewer_id THEN j.stop_reason END,
        'builder_review_hours', c.review_hours,
        'builder_disputes', COALESCE(c.disputes, 0), 'builder_overturned', COALESCE(c.overturned, 0),
        'created_at', api.instant(j.created_at), 'updated_at', api.instant(j.updated_at),
        'opened_at', api.instant(j.opened_at));
END $$;

-- How long a builder takes to decide, the median of the last 90 days in hours; and how many of
-- the builder's decisions were disputed within a year and did not stand.
CREATE FUNCTION api.builder_record(wanted_id uuid, OUT review_hours int, OUT disputes bigint, OUT overturned bigint)
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    SELECT ceil(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM s.decided_at - s.submitted_at)) / 3600)
      INTO review_hours
      FROM job j
      JOIN assignment a ON a.job_id = j.id AND a.state IN ('delivered', 'completed')
      JOIN submission s ON s.assignment_id = a.id
     WHERE j.owner_id = wanted_id
       AND s.submitted_at IS NOT NULL AND s.decided_at > now() - interval '90 days';
    SELECT count(*), count(*) FILTER (WHERE final_percent >= 50)
      INTO disputes, overturned
      FROM dispute
     WHERE builder_id = wanted_id AND opened_by = 'tester' AND closed_at > now() - interval '1 year';
END $$;

-- api.job_summary: a row of the marketplace. tester_fee_bps: as the job was published; a tester
-- whose level has a rule of its own sees it on the job's page.
CREATE FUNCTION api.job_summary(j job, builder_name text, project_icon_url text, review_hours int, tester_fee_bps int)
RETURNS json
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN json_build_object(
        'id', j.id, 'kind', j.kind, 'title', j.title, 'service_type', j.service_type,
        'service_types', j.service_types,
        'platforms', j.platforms, 'reward_minor', j.reward_minor,
        'net_minor', CASE j.kind WHEN 'simple' THEN j.reward_minor - api.fee_minor(j.reward_minor, tester_fee_bps) END,
        'currency', j.currency,
        'roles', j.role_count, 'budget_low_minor', j.budget_low_minor,
        'budget_high_minor', CASE j.kind WHEN 'structured' THEN j.reward_minor END,
        'seats', j.seats, 'seats_left', j.seats - j.seats_taken - j.seats_closed,
        'deadline_at', api.instant(j.deadline_at),
        'claim_hours', (j.claim_seconds + 3599) / 3600,
        'review_days', (j.review_seconds + 86399) / 86400,
        'project_icon_url', project_icon_url,
        'builder_name', builder_name, 'builder_review_hours', review_hours,
        'opened_at', api.instant(j.opened_at));
END $$;

-- The work on a job in figures.
CREATE TYPE api.job_work AS (
    active             bigint,
    to_review          bigint,
    approved           bigint,
    next_review_due_at timestamptz,
    bids_open          bigint);

-- api.my_job: a row of the owner's board.
CREATE FUNCTION api.my_job(j job, w api.job_work, payment_id uuid) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'id', j.id, 'kind', j.kind, 'state', j.state, 'title', j.title,
    'service_type', j.service_type, 'service_types', j.service_types, 'project_id', j.project_id,
    'reward_minor', j.reward_minor, 'fee_minor', j.fee_minor,
    'total_minor', CASE j.kind WHEN 'simple' THEN j.seats * (j.reward_minor + j.fee_minor) END,
    'currency', j.currency, 'roles', j.role_count,
    'seats', j.seats, 'seats_taken', j.seats_taken,
    'seats_left', j.seats - j.seats_taken - j.seats_closed,
    'bids_open', w.bids_open,
    'bidding_deadline_at', CASE j.kind WHEN 'structured' THEN api.instant(j.deadline_at) END,
    'active', w.active, 'to_review', w.to_review, 'approved', w.approved,
    'next_review_due_at', api.instant(w.next_review_due_at), 'payment_id', payment_id,
    'created_at', api.instant(j.created_at), 'opened_at', api.instant(j.opened_at));

-- Steps as they are stored: {text, expected}, with null for what was left out.
CREATE FUNCTION api.steps_in(steps json) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT COALESCE(jsonb_agg(jsonb_build_object('text', s ->> 'text', 'expected', s ->> 'expected')
                                  ORDER BY n), '[]')
          FROM json_array_elements(COALESCE(steps, '[]')) WITH ORDINALITY AS e(s, n));

-- The platforms a job asks for; its project's unless it names some.
CREATE FUNCTION api.platforms_of(requirements jsonb, project_platforms text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN COALESCE(NULLIF(ARRAY(SELECT jsonb_array_elements_text(requirements -> 'platforms')), '{}'),
                project_platforms);
