-- Structured jobs: roles with seats, items of work in them. What only simple jobs have
-- becomes optional.

ALTER TABLE job
    ADD COLUMN service_types text[] NOT NULL DEFAULT '{}',  -- all that its items ask for
    ADD COLUMN revision int NOT NULL DEFAULT 1,             -- counts changes after the first bid
    ADD COLUMN role_count int NOT NULL DEFAULT 0,           -- these, seats and budgets are sums over its roles,
    ADD COLUMN budget_low_minor bigint,                     -- kept here for lists; the best one is reward_minor
    ADD COLUMN role_words text NOT NULL DEFAULT '',             -- names of its roles, titles of its items; for searches
    ALTER COLUMN service_type DROP NOT NULL,
    ALTER COLUMN reward_minor DROP NOT NULL,                -- structured: the best budget of a role
    ALTER COLUMN fee_minor DROP NOT NULL,
    ALTER COLUMN claim_seconds DROP NOT NULL,
    DROP CONSTRAINT job_seats_check,
    DROP CONSTRAINT job_stop_reason_check,
    ADD CONSTRAINT job_stop_reason_check CHECK (stop_reason IN ('cancelled', 'expired', 'closed')),
    ADD CONSTRAINT job_seats_check CHECK (CASE kind WHEN 'simple' THEN seats BETWEEN 1 AND 1000
                                                  ELSE seats BETWEEN 0 AND 2000 END), -- 20 roles of 100
    ADD CONSTRAINT job_simple_shape CHECK (kind = 'structured' OR
        (service_type IS NOT NULL AND reward_minor IS NOT NULL AND fee_minor IS NOT NULL AND claim_seconds IS NOT NULL)),
    ADD CONSTRAINT job_structured_shape CHECK (kind = 'simple' OR (service_type IS NULL AND fee_minor IS NULL
        AND state NOT IN ('pending_payment', 'open', 'filled', 'closed')));
UPDATE job SET service_types = ARRAY[service_type] WHERE kind = 'simple';
DROP INDEX job_market_newest_idx, job_market_reward_idx, job_market_deadline_idx, job_search_idx;
ALTER TABLE job
    DROP COLUMN search,
    ADD COLUMN search tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', title), 'A')
        || setweight(to_tsvector('simple', brief), 'B')
        || setweight(to_tsvector('simple', role_words), 'C')) STORED,
    ADD COLUMN reward_order bigint NOT NULL GENERATED ALWAYS AS (coalesce(reward_minor, 0)) STORED;

CREATE TABLE job_role (
    id                uuid PRIMARY KEY DEFAULT uuid7(),
    job_id            uuid NOT NULL REFERENCES job,
    position          int NOT NULL,
    name              text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    persona           text NOT NULL DEFAULT '',
    seats             int NOT NULL CHECK (seats BETWEEN 1 AND 100),
    seats_taken       int NOT NULL DEFAULT 0,
    seats_reserved    int NOT NULL DEFAULT 0,               -- bids whose payment window is open
    requirements      jsonb NOT NULL DEFAULT '{}',
    budget_low_minor  bigint CHECK (budget_low_minor > 0),  -- for one seat, all items
    budget_high_minor bigint CHECK (budget_high_minor > 0),
    created_at        timestamptz NOT NULL DEFAULT now(),
    removed_at        timestamptz,
    CONSTRAINT job_role_budget CHECK (budget_low_minor <= budget_high_minor),
    CONSTRAINT job_role_seats_within CHECK (seats_taken >= 0 AND seats_reserved >= 0
                                            AND seats_taken + seats_reserved <= seats)
);
CREATE INDEX job_role_job_idx ON job_role (job_id, position);

CREATE TABLE job_item (
    id               uuid PRIMARY KEY DEFAULT uuid7(),
    role_id          uuid NOT NULL REFERENCES job_role,
    position         int NOT NULL,
    service_type     text NOT NULL,
    title            text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
    instructions     text NOT NULL,
    required         boolean NOT NULL DEFAULT true,
    quantity         int NOT NULL DEFAULT 1 CHECK (quantity BETWEEN 1 AND 1000),
    details          jsonb NOT NULL DEFAULT '{}',           -- by service type
    bonus_unit_minor bigint NOT NULL DEFAULT 0 CHECK (bonus_unit_minor >= 0), -- times the severity's weight
    bonus_cap_minor  bigint NOT NULL DEFAULT 0 CHECK (bonus_cap_minor >= 0),  -- reserved beside the fee
    change_rounds    int NOT NULL DEFAULT 1 CHECK (change_rounds BETWEEN 0 AND 5),
    removed_at       timestamptz,
    CONSTRAINT job_item_bonus CHECK ((bonus_unit_minor > 0) = (bonus_cap_minor > 0))
);
CREATE INDEX job_item_role_idx ON job_item (role_id, position);

-- The marketplace shows both kinds, as long as somebody can still get a seat.
CREATE INDEX job_market_newest_idx ON job (opened_at DESC, id DESC)
    INCLUDE (kind, currency, service_types, platforms, reward_order) WHERE state IN ('open', 'published', 'awarding');
CREATE INDEX job_market_reward_idx ON job (reward_order DESC, id DESC)
    INCLUDE (kind, currency, service_types, platforms) WHERE state IN ('open', 'published', 'awarding');
CREATE INDEX job_market_deadline_idx ON job (deadline_order, id)
    INCLUDE (kind, currency, service_types, platforms, reward_order) WHERE state IN ('open', 'published', 'awarding');
CREATE INDEX job_search_idx ON job USING gin (search) WHERE state IN ('open', 'published', 'awarding');

-- What a structured job of a common kind begins with; filled by sql/seed/plans.sql.
CREATE TABLE plan_template (
    key      text PRIMARY KEY,
    category text NOT NULL,
    position int NOT NULL,
    title    text NOT NULL,
    summary  text NOT NULL,
    brief    text NOT NULL,
    roles    jsonb NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON job_role, job_item TO peertest_app;
GRANT SELECT ON plan_template TO peertest_app;
