-- Projects, jobs and the templates that jobs begin with.

CREATE TABLE project (
    id          uuid PRIMARY KEY DEFAULT uuid7(),
    owner_id    uuid NOT NULL REFERENCES account,
    name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    url         text,
    description text NOT NULL DEFAULT '',
    platforms   text[] NOT NULL DEFAULT '{web}'
                CHECK (platforms <@ ARRAY['web', 'ios', 'android', 'desktop', 'api'] AND cardinality(platforms) > 0),
    category    text,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now(),
    deleted_at  timestamptz
);
CREATE INDEX project_owner_idx ON project (owner_id, id DESC) WHERE deleted_at IS NULL;

-- The rates that a job was sold under. Rows are never changed: a new rate is a new row.
CREATE TABLE fee_schedule (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    builder_fee_bps int NOT NULL CHECK (builder_fee_bps BETWEEN 0 AND 10000),
    tester_fee_bps  int NOT NULL CHECK (tester_fee_bps BETWEEN 0 AND 10000),
    created_at      timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT fee_schedule_unique UNIQUE (builder_fee_bps, tester_fee_bps)
);

CREATE TABLE job (
    id              uuid PRIMARY KEY DEFAULT uuid7(),
    kind            text NOT NULL CHECK (kind IN ('simple', 'structured')),
    owner_id        uuid NOT NULL REFERENCES account,
    project_id      uuid NOT NULL REFERENCES project,
    state           text NOT NULL DEFAULT 'draft'
                    CHECK (state IN ('draft', 'pending_payment', 'open', 'filled', 'closed',
                                     'published', 'awarding', 'in_progress', 'in_review', 'completed',
                                     'cancelled', 'expired', 'removed')),
    title           text NOT NULL,
    brief           text NOT NULL,
    service_type    text NOT NULL,
    platforms       text[] NOT NULL DEFAULT '{}',
    requirements    jsonb NOT NULL DEFAULT '{}',
    steps           jsonb NOT NULL DEFAULT '[]',
    reward_minor    bigint NOT NULL CHECK (reward_minor > 0),
    fee_minor       bigint NOT NULL CHECK (fee_minor >= 0), -- per seat; sealed at publication
    currency        text NOT NULL CHECK (currency ~ '^[a-z]{3}$'),
    seats           int NOT NULL CHECK (seats BETWEEN 1 AND 1000),
    seats_taken     int NOT NULL DEFAULT 0,
    seats_closed    int NOT NULL DEFAULT 0,               -- refunded, never to be claimed again
    claim_seconds   int NOT NULL CHECK (claim_seconds > 0),
    review_seconds  int NOT NULL CHECK (review_seconds > 0),
    dispute_seconds int NOT NULL CHECK (dispute_seconds >= 0),
    on_rejection    text NOT NULL DEFAULT 'reopen' CHECK (on_rejection IN ('reopen', 'refund')),
    deadline_at     timestamptz,
    deadline_order  timestamptz NOT NULL GENERATED ALWAYS AS (coalesce(deadline_at, 'infinity')) STORED,
    fee_schedule_id bigint REFERENCES fee_schedule,
    stop_reason     text CHECK (stop_reason IN ('cancelled', 'expired')), -- why nobody can claim any more
    created_at      timestamptz NOT NULL DEFAULT now(),
    updated_at      timestamptz NOT NULL DEFAULT now(),
    opened_at       timestamptz,
    ended_at        timestamptz,
    deleted_at      timestamptz CHECK (deleted_at IS NULL OR state = 'draft'),
    search          tsvector GENERATED ALWAYS AS (
                        setweight(to_tsvector('simple', title), 'A')
                        || setweight(to_tsvector('simple', brief), 'B')) STORED,
    CONSTRAINT job_seats_within CHECK (seats_taken >= 0 AND seats_closed >= 0
                                       AND seats_taken + seats_closed <= seats)
);
CREATE INDEX job_owner_idx ON job (owner_id, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX job_project_idx ON job (project_id);
-- The marketplace, one index for each order; only what can be claimed is in them. They
-- carry what the filters ask for, so that a rare wish does not read the whole table.
CREATE INDEX job_market_newest_idx ON job (opened_at DESC, id DESC)
    INCLUDE (kind, service_type, platforms, reward_minor) WHERE state = 'open';
CREATE INDEX job_market_reward_idx ON job (reward_minor DESC, id DESC)
    INCLUDE (kind, service_type, platforms) WHERE state = 'open';
CREATE INDEX job_market_deadline_idx ON job (deadline_order, id)
    INCLUDE (kind, service_type, platforms, reward_minor) WHERE state = 'open';
CREATE INDEX job_search_idx ON job USING gin (search) WHERE state = 'open';

-- What the marketplace tells testers about a builder; kept when work ends, because
-- the job list shows it in every row.
CREATE TABLE builder_stat (
    account_id   uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    review_hours int,                                     -- median of the last 90 days; null: nothing decided
    computed_at  timestamptz NOT NULL DEFAULT now()
);

-- What a job of a common kind usually asks for; filled by sql/seed/templates.sql.
CREATE TABLE job_template (
    key          text PRIMARY KEY,
    category     text NOT NULL,
    position     int NOT NULL,
    title        text NOT NULL,
    summary      text NOT NULL,
    brief        text NOT NULL,
    service_type text NOT NULL,
    steps        jsonb NOT NULL DEFAULT '[]',
    reward_minor bigint NOT NULL,
    platforms    text[] NOT NULL DEFAULT '{web}'
);

-- Every transition of every object: who, what, from, to. The timelines read it.
CREATE TABLE event (
    id            uuid PRIMARY KEY DEFAULT uuid7(),
    job_id        uuid REFERENCES job,
    assignment_id uuid,
    submission_id uuid,
    actor_id      uuid REFERENCES account,                -- null: a clock or the payment provider
    actor_kind    text NOT NULL CHECK (actor_kind IN ('builder', 'tester', 'admin', 'clock', 'gateway', 'system')),
    kind          text NOT NULL,
    from_state    text,
    to_state      text,
    amount_minor  bigint,
    currency      text,
    note          text,
    created_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX event_job_idx ON event (job_id, id);
CREATE INDEX event_assignment_idx ON event (assignment_id, id);
