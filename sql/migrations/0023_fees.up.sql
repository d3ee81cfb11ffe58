-- Fees are rows of the price book: what each side pays, by country, kind of test and the tester's
-- level. What a thing is the price of has one more part now.

ALTER TABLE price DROP COLUMN subject;
DROP FUNCTION price_subject(text, text, text, text, text, text);
CREATE FUNCTION price_subject(kind text, service_type text, factor text, option text, currency text, market text,
                              level text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN kind || ' '
       || coalesce(service_type, factor || '/' || option, CASE kind WHEN 'floor' THEN 'hour' ELSE '*' END)
       || ' ' || coalesce(currency, '*') || ' ' || coalesce(market, '*')
       || CASE kind WHEN 'fee' THEN ' ' || coalesce(level, '*') ELSE '' END;

-- A fee of an organisation will be one more column here, and one more part of the subject.
ALTER TABLE price
    ADD COLUMN level text CHECK (level IN ('newcomer', 'experienced', 'expert')), -- fee: of the tester; null: any
    ADD COLUMN builder_fee_bps int CHECK (builder_fee_bps BETWEEN 0 AND 10000),   -- fee: null says nothing of
    ADD COLUMN tester_fee_bps int CHECK (tester_fee_bps BETWEEN 0 AND 10000),     -- this side
    ADD COLUMN subject text NOT NULL GENERATED ALWAYS AS
        (price_subject(kind, service_type, factor, option, currency, market, level)) STORED,
    ADD CONSTRAINT price_one_at_a_time EXCLUDE USING gist (subject WITH =, tstzrange(valid_from, valid_until) WITH &&),
    DROP CONSTRAINT price_kind_check,
    ADD CONSTRAINT price_kind_check CHECK (kind IN ('base', 'factor', 'floor', 'fee')),
    DROP CONSTRAINT price_shape,
    ADD CONSTRAINT price_shape CHECK (CASE kind
        WHEN 'base' THEN service_type IS NOT NULL AND currency IS NOT NULL AND amount_minor IS NOT NULL
                         AND minutes IS NOT NULL AND factor IS NULL AND option IS NULL AND multiplier_bps IS NULL
        WHEN 'factor' THEN factor IS NOT NULL AND option IS NOT NULL AND multiplier_bps IS NOT NULL
                         AND service_type IS NULL AND currency IS NULL AND amount_minor IS NULL AND minutes IS NULL
        WHEN 'floor' THEN currency IS NOT NULL AND amount_minor IS NOT NULL AND service_type IS NULL
                         AND factor IS NULL AND option IS NULL AND minutes IS NULL AND multiplier_bps IS NULL
        ELSE factor IS NULL AND option IS NULL AND currency IS NULL AND amount_minor IS NULL
                         AND minutes IS NULL AND multiplier_bps IS NULL END),
    -- What a builder pays is known before the tester is.
    ADD CONSTRAINT price_fee_shape CHECK (CASE kind
        WHEN 'fee' THEN num_nonnulls(builder_fee_bps, tester_fee_bps) > 0 AND (level IS NULL OR builder_fee_bps IS NULL)
        ELSE num_nonnulls(builder_fee_bps, tester_fee_bps, level) = 0 END);
CREATE INDEX price_fee_idx ON price (valid_from) WHERE kind = 'fee';
-- Which rule of two has been in the book for longer.
CREATE INDEX price_fee_age_idx ON price (subject, id) WHERE kind = 'fee';

-- A schedule says where its rates come from: a row of the book, or, where null, the site's settings.
ALTER TABLE fee_schedule
    ADD COLUMN builder_rule_id uuid REFERENCES price,
    ADD COLUMN tester_rule_id uuid REFERENCES price,
    DROP CONSTRAINT fee_schedule_unique,
    ADD CONSTRAINT fee_schedule_unique
        UNIQUE NULLS NOT DISTINCT (builder_fee_bps, tester_fee_bps, builder_rule_id, tester_rule_id);
