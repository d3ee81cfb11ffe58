DROP TABLE plan_template;
DROP INDEX job_market_newest_idx, job_market_reward_idx, job_market_deadline_idx, job_search_idx;
ALTER TABLE job
    DROP COLUMN search,
    DROP COLUMN role_words,
    ADD COLUMN search tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', title), 'A')
        || setweight(to_tsvector('simple', brief), 'B')) STORED;
CREATE INDEX job_market_newest_idx ON job (opened_at DESC, id DESC)
    INCLUDE (kind, service_type, platforms, reward_minor) WHERE state = 'open';
CREATE INDEX job_market_reward_idx ON job (reward_minor DESC, id DESC)
    INCLUDE (kind, service_type, platforms) WHERE state = 'open';
CREATE INDEX job_market_deadline_idx ON job (deadline_order, id)
    INCLUDE (kind, service_type, platforms, reward_minor) WHERE state = 'open';
CREATE INDEX job_search_idx ON job USING gin (search) WHERE state = 'open';
DROP TABLE job_item, job_role;
ALTER TABLE job
    DROP COLUMN reward_order,
    DROP COLUMN revision,
    DROP COLUMN role_count,
    DROP COLUMN budget_low_minor,
    DROP COLUMN service_types,
    DROP CONSTRAINT job_simple_shape,
    DROP CONSTRAINT job_structured_shape,
    DROP CONSTRAINT job_seats_check,
    DROP CONSTRAINT job_stop_reason_check,
    ADD CONSTRAINT job_stop_reason_check CHECK (stop_reason IN ('cancelled', 'expired')),
    ADD CONSTRAINT job_seats_check CHECK (seats BETWEEN 1 AND 1000),
    ALTER COLUMN service_type SET NOT NULL,
    ALTER COLUMN reward_minor SET NOT NULL,
    ALTER COLUMN fee_minor SET NOT NULL,
    ALTER COLUMN claim_seconds SET NOT NULL;
