-- The price book: what each kind of test costs and how long it takes, and what makes it
-- dearer. Rows are never changed but ended: who asks for a past day gets its prices.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- What something is the price of; for each there is one answer at any time.
CREATE FUNCTION price_subject(kind text, service_type text, factor text, option text, currency text, market text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN kind || ' ' || coalesce(service_type, factor || '/' || option, 'hour') || ' ' || coalesce(currency, '*')
       || ' ' || coalesce(market, '*');

CREATE TABLE price (
    id            uuid PRIMARY KEY DEFAULT uuid7(),
    kind          text NOT NULL CHECK (kind IN ('base', 'factor', 'floor')),
    service_type  text,                                   -- base: whose; else null
    factor        text CHECK (factor IN ('complexity', 'device_rarity', 'locale_rarity', 'level',
                                         'turnaround', 'confidentiality')),
    option        text,                                   -- factor: which choice
    market        text CHECK (market ~ '^[A-Z]{2}$'),     -- a country; null: everywhere else
    currency      text CHECK (currency ~ '^[a-z]{3}$'),   -- base and floor
    amount_minor  bigint CHECK (amount_minor > 0),        -- base: of a unit; floor: of an hour
    minutes       int CHECK (minutes BETWEEN 1 AND 10000), -- base: work in a unit
    multiplier_bps int CHECK (multiplier_bps BETWEEN 100 AND 1000000), -- factor: 10000 changes nothing
    valid_from    timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
    valid_until   timestamptz,
    reason        text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    created_by    uuid REFERENCES account,                -- null: came with the installation
    created_at    timestamptz NOT NULL DEFAULT now(),
    end_reason    text CHECK (length(end_reason) BETWEEN 1 AND 500),
    ended_by      uuid REFERENCES account,                -- who set valid_until after the beginning
    subject       text NOT NULL GENERATED ALWAYS AS
                      (price_subject(kind, service_type, factor, option, currency, market)) STORED,
    CONSTRAINT price_shape CHECK (CASE kind
        WHEN 'base' THEN service_type IS NOT NULL AND currency IS NOT NULL AND amount_minor IS NOT NULL
                         AND minutes IS NOT NULL AND factor IS NULL AND option IS NULL AND multiplier_bps IS NULL
        WHEN 'factor' THEN factor IS NOT NULL AND option IS NOT NULL AND multiplier_bps IS NOT NULL
                         AND service_type IS NULL AND currency IS NULL AND amount_minor IS NULL AND minutes IS NULL
        ELSE currency IS NOT NULL AND amount_minor IS NOT NULL AND service_type IS NULL
                         AND factor IS NULL AND option IS NULL AND minutes IS NULL AND multiplier_bps IS NULL END),
    CONSTRAINT price_valid CHECK (valid_until IS NULL OR valid_until >= valid_from),
    CONSTRAINT price_one_at_a_time EXCLUDE USING gist (subject WITH =, tstzrange(valid_from, valid_until) WITH &&)
);
CREATE INDEX price_base_idx ON price (service_type, valid_from DESC) WHERE kind = 'base';

-- Changes of the book are events like all others.
ALTER TABLE event ADD COLUMN price_id uuid REFERENCES price;
CREATE INDEX event_price_idx ON event (price_id, id) WHERE price_id IS NOT NULL;

-- What past work of a kind has found, for the range that an estimate names.
CREATE INDEX submission_approved_idx ON submission (service_type, decided_at DESC)
    WHERE state IN ('approved', 'approved_partial');

-- The configurator's basket: a plan that is not a job yet.
CREATE TABLE test_plan (
    id         uuid PRIMARY KEY DEFAULT uuid7(),
    owner_id   uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    currency   text NOT NULL CHECK (currency ~ '^[a-z]{3}$'),
    market     text CHECK (market ~ '^[A-Z]{2}$'),
    roles      jsonb NOT NULL DEFAULT '[]',
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX test_plan_owner_idx ON test_plan (owner_id, id DESC);

-- The module's role can end a price, never change or remove it.
GRANT SELECT, INSERT, UPDATE (valid_until, end_reason, ended_by) ON price TO peertest_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON test_plan TO peertest_app;
