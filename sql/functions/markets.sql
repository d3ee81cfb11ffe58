-- api.market: a country, and what can be done there.
CREATE FUNCTION api.market(m market) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'country', m.country, 'name', m.name, 'currency', m.currency, 'builders', m.builders,
    'testers', m.testers, 'payout_min_minor', m.payout_min_minor, 'updated_at', api.instant(m.updated_at));
