-- A rule that was set is on record for good, and what was sold by it stays so: then there is no
-- way back, and this fails as a whole.
DELETE FROM fee_schedule WHERE num_nonnulls(builder_rule_id, tester_rule_id) > 0;
ALTER TABLE fee_schedule
    DROP CONSTRAINT fee_schedule_unique,
    DROP COLUMN builder_rule_id, DROP COLUMN tester_rule_id,
    ADD CONSTRAINT fee_schedule_unique UNIQUE (builder_fee_bps, tester_fee_bps);

DELETE FROM price WHERE kind = 'fee';
DROP INDEX price_fee_idx, price_fee_age_idx;
ALTER TABLE price DROP COLUMN subject;
DROP FUNCTION price_subject(text, text, text, text, text, text, text);
CREATE FUNCTION price_subject(kind text, service_type text, factor text, option text, currency text, market text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN kind || ' ' || coalesce(service_type, factor || '/' || option, 'hour') || ' ' || coalesce(currency, '*')
       || ' ' || coalesce(market, '*');
ALTER TABLE price
    DROP CONSTRAINT price_fee_shape,
    DROP COLUMN level, DROP COLUMN builder_fee_bps, DROP COLUMN tester_fee_bps,
    ADD COLUMN subject text NOT NULL GENERATED ALWAYS AS
        (price_subject(kind, service_type, factor, option, currency, market)) STORED,
    ADD CONSTRAINT price_one_at_a_time EXCLUDE USING gist (subject WITH =, tstzrange(valid_from, valid_until) WITH &&),
    DROP CONSTRAINT price_kind_check,
    ADD CONSTRAINT price_kind_check CHECK (kind IN ('base', 'factor', 'floor')),
    DROP CONSTRAINT price_shape,
    ADD CONSTRAINT price_shape CHECK (CASE kind
        WHEN 'base' THEN service_type IS NOT NULL AND currency IS NOT NULL AND amount_minor IS NOT NULL
                         AND minutes IS NOT NULL AND factor IS NULL AND option IS NULL AND multiplier_bps IS NULL
        WHEN 'factor' THEN factor IS NOT NULL AND option IS NOT NULL AND multiplier_bps IS NOT NULL
                         AND service_type IS NULL AND currency IS NULL AND amount_minor IS NULL AND minutes IS NULL
        ELSE currency IS NOT NULL AND amount_minor IS NOT NULL AND service_type IS NULL
                         AND factor IS NULL AND option IS NULL AND minutes IS NULL AND multiplier_bps IS NULL END);
