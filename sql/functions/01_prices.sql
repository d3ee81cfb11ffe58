-- The price book. Early in the alphabet, because jobs and bids show the expected time.

-- Minutes that a tester needs for so many units of a kind of test; NULL when the book does
-- not say. In plpgsql, whose plans are kept: lists ask it for every item.
CREATE FUNCTION api.expected_minutes(type text, quantity int) RETURNS int
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (SELECT p.minutes * quantity
              FROM price p
             WHERE p.kind = 'base' AND p.service_type = type AND p.market IS NULL
               AND p.valid_from <= now() AND (p.valid_until IS NULL OR p.valid_until > now())
             ORDER BY p.valid_from DESC, p.currency
             LIMIT 1);
END $$;

-- api.price: a row of the book, as the administrators see it.
CREATE FUNCTION api.price(p price) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'id', p.id, 'kind', p.kind, 'service_type', p.service_type, 'factor', p.factor, 'option', p.option,
    'market', p.market, 'currency', p.currency, 'amount_minor', p.amount_minor, 'minutes', p.minutes,
    'multiplier_bps', p.multiplier_bps,
    'valid_from', api.instant(p.valid_from), 'valid_until', api.instant(p.valid_until),
    'reason', p.reason, 'created_at', api.instant(p.created_at),
    'created_by_name', (SELECT full_name FROM account WHERE id = p.created_by),
    'end_reason', p.end_reason,
    'ended_by_name', (SELECT full_name FROM account WHERE id = p.ended_by));

-- How many findings a unit of a kind of test has had in the last approved work, in
-- thousandths: what the middle half lies between. No row when there was too little of it.
CREATE FUNCTION api.past_findings(type text) RETURNS TABLE (low bigint, high bigint)
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT round(1000 * percentile_cont(0.25) WITHIN GROUP (ORDER BY past.per_unit))::bigint,
           round(1000 * percentile_cont(0.75) WITHIN GROUP (ORDER BY past.per_unit))::bigint
      FROM (SELECT (SELECT count(*)
                      FROM finding f
                     WHERE f.submission_id = s.id
                       AND f.state IN ('new', 'triaged', 'valid', 'fixed', 'retest_ordered', 'verified', 'reopened'))
                   / coalesce(nullif(s.terms ->> 'quantity', '')::float8, 1) AS per_unit
              FROM submission s
             WHERE s.service_type = type AND s.state IN ('approved', 'approved_partial')
             ORDER BY s.decided_at DESC
             LIMIT 50) past
    HAVING count(*) >= 5;
END;

-- api.test_plan: the configurator's basket, with what it costs today (null when something
-- of it has no price).
CREATE FUNCTION api.test_plan(p test_plan, estimate json) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'id', p.id, 'name', p.name, 'currency', p.currency, 'market', p.market, 'roles', p.roles,
    'estimate', estimate,
    'created_at', api.instant(p.created_at), 'updated_at', api.instant(p.updated_at));
