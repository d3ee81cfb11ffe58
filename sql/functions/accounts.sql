-- api.account: the one JSON form of an account, for its owner.
CREATE FUNCTION api.account(a account) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'id', a.id, 'email', a.email, 'full_name', a.full_name,
    'roles', ARRAY(SELECT r.role FROM account_role r WHERE r.account_id = a.id ORDER BY r.role),
    'locale', a.locale, 'time_zone', a.time_zone, 'country', a.country,
    'email_verified', a.email_verified_at IS NOT NULL, 'totp_enabled', a.totp_enabled_at IS NOT NULL,
    'payout_state', a.payout_state, 'payments_frozen_at', api.instant(a.frozen_at), 'created_at', api.instant(a.created_at));

-- api.session: one sign-in, as its owner sees it.
CREATE FUNCTION api.session(s session, present_id uuid) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'id', s.id, 'user_agent', s.user_agent, 'created_at', api.instant(s.created_at),
    'last_used_at', api.instant(s.last_used_at), 'current', s.id = present_id);
