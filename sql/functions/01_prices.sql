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

-- The one kind of test of all this work; NULL when there are several.
CREATE FUNCTION api.only_type(types text[]) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (SELECT CASE WHEN count(DISTINCT type) = 1 THEN min(type) END FROM unnest(types) type);
END $$;

-- What a seat of a role is sold as: the one kind of test of all its items.
CREATE FUNCTION api.role_type(wanted_role_id uuid) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN api.only_type(ARRAY(SELECT i.service_type FROM job_item i
                                WHERE i.role_id = wanted_role_id AND i.removed_at IS NULL));
END $$;

-- Which row of the book says what a side pays as its fee: of those that fit, the one that asks
-- for most; of two that ask for as much, the one that has been in the book for longer, whatever
-- its rates were. The one definition. NULL: the book does not say.
-- The market is the country of who pays for the work; the level is the tester's. An organisation
-- will be one more thing to ask for.
CREATE FUNCTION api.fee_rule(side text, of_market text, of_type text, of_level text, at timestamptz) RETURNS price
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (SELECT p
              FROM price p
             WHERE p.kind = 'fee'
               AND CASE side WHEN 'builder' THEN p.builder_fee_bps ELSE p.tester_fee_bps END IS NOT NULL
               AND COALESCE(p.market, of_market) IS NOT DISTINCT FROM of_market
               AND COALESCE(p.service_type, of_type) IS NOT DISTINCT FROM of_type
               AND COALESCE(p.level, of_level) IS NOT DISTINCT FROM of_level
               AND p.valid_from <= at AND (p.valid_until IS NULL OR p.valid_until > at)
             ORDER BY num_nonnulls(p.market, p.service_type, p.level) DESC,
                      (SELECT first.id FROM price first
                        WHERE first.kind = 'fee' AND first.subject = p.subject ORDER BY first.id LIMIT 1)
             LIMIT 1);
END $$;

-- What both sides pay, in hundredths of a per cent, and the rows of the book that say so. A rate
-- that no row says is the site's own.
CREATE TYPE api.fees AS (
    builder_fee_bps int,
    tester_fee_bps  int,
    builder_rule_id uuid,
    tester_rule_id  uuid);
CREATE FUNCTION api.fees(of_market text, of_type text, of_level text, site_builder_bps int, site_tester_bps int,
                         at timestamptz DEFAULT now())
RETURNS api.fees LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (SELECT ROW(COALESCE(b.builder_fee_bps, site_builder_bps), COALESCE(t.tester_fee_bps, site_tester_bps),
                       b.id, t.id)::api.fees
              FROM api.fee_rule('builder', of_market, of_type, NULL, at) b,
                   api.fee_rule('tester', of_market, of_type, of_level, at) t);
END $$;

-- The level of an account as a tester.
CREATE FUNCTION api.tester_level(wanted_account_id uuid) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN COALESCE((SELECT s.level FROM tester_stat s WHERE s.account_id = wanted_account_id), 'newcomer');
END $$;

-- The fees of a seat of a simple job for one tester (NULL: for none in particular). What was
-- published stays what it was: the rates are those of then, and so are the rules for levels.
CREATE FUNCTION api.job_fees(j job, tester_id uuid, site_builder_bps int, site_tester_bps int) RETURNS api.fees
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    market text := (SELECT a.country FROM account a WHERE a.id = j.owner_id);
    level  text := CASE WHEN tester_id <> j.owner_id THEN api.tester_level(tester_id) END;
    sealed fee_schedule := (SELECT f FROM fee_schedule f WHERE f.id = j.fee_schedule_id);
    rule   price;
BEGIN
    IF sealed.id IS NULL OR j.state = 'draft' THEN
        RETURN api.fees(market, j.service_type, level, site_builder_bps, site_tester_bps);
    END IF;
    rule := api.fee_rule('tester', market, j.service_type, level, COALESCE(j.opened_at, now()));
    IF rule.level IS NULL THEN
        RETURN ROW(sealed.builder_fee_bps, sealed.tester_fee_bps, sealed.builder_rule_id, sealed.tester_rule_id)::api.fees;
    END IF;
    RETURN ROW(sealed.builder_fee_bps, rule.tester_fee_bps, sealed.builder_rule_id, rule.id)::api.fees;
END $$;

-- The fees of a seat of a role as they are today, for one tester (NULL: for none in particular).
CREATE FUNCTION api.role_fees(wanted_role_id uuid, tester_id uuid, site_builder_bps int, site_tester_bps int)
RETURNS api.fees LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (SELECT api.fees(owner.country, api.role_type(r.id),
                            CASE WHEN tester_id <> owner.id THEN api.tester_level(tester_id) END,
                            site_builder_bps, site_tester_bps)
              FROM job_role r
              JOIN job j ON j.id = r.job_id
              JOIN account owner ON owner.id = j.owner_id
             WHERE r.id = wanted_role_id);
END $$;

-- What a fee comes to: round_half_up, as pt_money_fee() does.
CREATE FUNCTION api.fee_minor(amount_minor bigint, bps int) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (amount_minor * bps + 5000) / 10000;

-- api.price: a row of the book, as the administrators see it.
CREATE FUNCTION api.price(p price) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'id', p.id, 'kind', p.kind, 'service_type', p.service_type, 'factor', p.factor, 'option', p.option,
    'market', p.market, 'currency', p.currency, 'amount_minor', p.amount_minor, 'minutes', p.minutes,
    'multiplier_bps', p.multiplier_bps,
    'level', p.level, 'builder_fee_bps', p.builder_fee_bps, 'tester_fee_bps', p.tester_fee_bps,
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
