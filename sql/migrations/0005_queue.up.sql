-- Background work and clocks. A row here is written in the transaction that causes it.

CREATE TABLE queue_job (
    id           uuid PRIMARY KEY DEFAULT uuid7(),
    kind         text NOT NULL,
    payload      jsonb NOT NULL DEFAULT '{}',
    serial_key   text,                                    -- jobs of one key run one at a time
    dedupe_key   text,                                    -- a second job of one key is not added
    state        text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done', 'dead')),
    due_at       timestamptz NOT NULL DEFAULT now(),
    attempts     int NOT NULL DEFAULT 0,
    lease_until  timestamptz,
    fence        bigint NOT NULL DEFAULT 0,               -- rises with each claim; finishing names it
    last_error   text,
    result       jsonb,
    created_at   timestamptz NOT NULL DEFAULT now(),
    finished_at  timestamptz,
    CONSTRAINT queue_job_dedupe_unique UNIQUE (dedupe_key),
    CONSTRAINT queue_job_lease_while_running CHECK ((state = 'running') = (lease_until IS NOT NULL))
);
-- When a job can be claimed: it is due, or its worker's lease has run out.
CREATE INDEX queue_job_claim_idx ON queue_job ((coalesce(lease_until, due_at)))
    WHERE state IN ('queued', 'running');
CREATE INDEX queue_job_serial_idx ON queue_job (serial_key) WHERE state IN ('queued', 'running');
CREATE UNIQUE INDEX queue_job_one_per_serial_key ON queue_job (serial_key) WHERE state = 'running';
CREATE INDEX queue_job_finished_idx ON queue_job (finished_at) WHERE state = 'done';

-- One wake-up per transaction; the table is the truth.
CREATE FUNCTION queue_job_wake() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('peertest_queue', '');
    RETURN NULL;
END $$;
CREATE TRIGGER queue_job_wake AFTER INSERT ON queue_job
    FOR EACH STATEMENT EXECUTE FUNCTION queue_job_wake();

-- "At due_at, apply this transition to that object." The row goes when it has fired
-- or when its reason has gone.
CREATE TABLE clock (
    id         uuid PRIMARY KEY DEFAULT uuid7(),
    entity     text NOT NULL CHECK (entity IN ('job', 'payment', 'assignment', 'submission', 'intent')),
    entity_id  uuid NOT NULL,
    transition text NOT NULL,
    due_at     timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT clock_unique UNIQUE (entity, entity_id, transition)
);
CREATE INDEX clock_due_idx ON clock (due_at);
