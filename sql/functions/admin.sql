-- What administrators see of accounts, jobs, the queue and of what they have done.

-- api.admin_user: an account, for administrators.
CREATE FUNCTION api.admin_user(a account) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'id', a.id, 'email', a.email, 'full_name', a.full_name,
    'roles', ARRAY(SELECT r.role FROM account_role r WHERE r.account_id = a.id ORDER BY r.role),
    'scopes', ARRAY(SELECT c.scope FROM admin_scope c WHERE c.account_id = a.id ORDER BY c.scope),
    'state', a.state, 'suspended_at', api.instant(a.suspended_at),
    'frozen_at', api.instant(a.frozen_at),
    'email_verified', a.email_verified_at IS NOT NULL,
    'totp_enabled', a.totp_enabled_at IS NOT NULL,
    'payout_state', a.payout_state, 'country', a.country, 'locale', a.locale,
    'created_at', api.instant(a.created_at),
    'last_seen_at', (SELECT api.instant(max(s.last_used_at)) FROM session s WHERE s.account_id = a.id));

-- api.admin_user_detail: the same with what the account has under way.
CREATE FUNCTION api.admin_user_detail(a account) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'user', api.admin_user(a),
    'frozen_reason', a.frozen_reason,
    'sessions', (SELECT count(*) FROM session s WHERE s.account_id = a.id AND s.ended_at IS NULL AND s.expires_at > now()),
    'recovery_codes_left', (SELECT count(*) FROM recovery_code r WHERE r.account_id = a.id AND r.used_at IS NULL),
    'jobs', (SELECT count(*) FROM job j WHERE j.owner_id = a.id AND j.deleted_at IS NULL),
    'jobs_going_on', (SELECT count(*) FROM job j WHERE j.owner_id = a.id AND j.deleted_at IS NULL AND j.ended_at IS NULL
                                                   AND j.state NOT IN ('draft', 'pending_payment')),
    'bids_open', (SELECT count(*) FROM bid b WHERE b.tester_id = a.id AND b.ended_at IS NULL AND b.state <> 'draft'),
    'assignments', (SELECT count(*) FROM assignment w WHERE w.tester_id = a.id),
    'assignments_active', (SELECT count(*) FROM assignment w WHERE w.tester_id = a.id AND w.state IN ('active', 'delivered')),
    'approved', (SELECT count(*) FROM submission s JOIN assignment w ON w.id = s.assignment_id
                  WHERE w.tester_id = a.id AND s.state IN ('approved', 'approved_partial')),
    'rejected', (SELECT count(*) FROM submission s JOIN assignment w ON w.id = s.assignment_id
                  WHERE w.tester_id = a.id AND s.state = 'rejected'));

-- api.admin_job: a job, for administrators.
CREATE FUNCTION api.admin_job(j job) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN (SELECT json_build_object(
    'id', j.id, 'kind', j.kind, 'title', j.title, 'state', j.state, 'stop_reason', j.stop_reason,
    'owner_id', j.owner_id, 'owner_name', a.full_name, 'owner_email', a.email,
    'service_types', j.service_types, 'currency', j.currency, 'reward_minor', j.reward_minor,
    'seats', j.seats, 'seats_taken', j.seats_taken,
    'created_at', api.instant(j.created_at), 'opened_at', api.instant(j.opened_at),
    'ended_at', api.instant(j.ended_at))
    FROM account a WHERE a.id = j.owner_id);

-- api.queue_job: a background job. Of its payload only ids are shown: the rest may be
-- secret, such as the token in a mail.
CREATE FUNCTION api.queue_job(q queue_job) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'id', q.id, 'kind', q.kind, 'urgency', (ARRAY['now', 'soon', 'later'])[q.urgency],
    'state', q.state, 'attempts', q.attempts, 'away', q.away, 'away_since', api.instant(q.away_since),
    'ids', (SELECT COALESCE(json_agg(json_build_object('name', m.key, 'id', m.value) ORDER BY m.key), '[]')
              FROM jsonb_each_text(q.payload) m
             WHERE m.value ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'),
    'what', COALESCE(q.payload ->> 'mail', q.payload ->> 'schedule'),
    'last_error', q.last_error, 'created_at', api.instant(q.created_at),
    'due_at', api.instant(q.due_at), 'finished_at', api.instant(q.finished_at));

-- api.schedule: what runs again and again, and how its last run went.
CREATE FUNCTION api.schedule(s schedule) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN (SELECT json_build_object(
    'name', s.name, 'what', s.what, 'kind', s.kind, 'every_seconds', s.every_seconds,
    'next_run_at', api.instant(s.next_run_at), 'last_run_at', api.instant(s.last_run_at),
    'last_state', q.state, 'last_finished_at', api.instant(q.finished_at),
    'last_error', q.last_error, 'last_job_id', s.last_job_id)
    FROM (SELECT) nothing LEFT JOIN queue_job q ON q.id = s.last_job_id);

-- api.admin_action: one intervention.
CREATE FUNCTION api.admin_action(x admin_action) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN (SELECT json_build_object(
    'id', x.id, 'admin_id', x.admin_id, 'admin_name', a.full_name, 'kind', x.kind,
    'entity', x.entity, 'entity_id', x.entity_id, 'reason', x.reason, 'detail', x.detail,
    'created_at', api.instant(x.created_at))
    FROM account a WHERE a.id = x.admin_id);
