-- Administrators: what each may do, and what each has done; second factors; what runs
-- at fixed times.

-- An administrator without a scope may look; "super" may do everything.
CREATE TABLE admin_scope (
    account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    scope      text NOT NULL CHECK (scope IN ('support', 'finance', 'moderation', 'super')),
    granted_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account_id, scope)
);
INSERT INTO admin_scope (account_id, scope)
SELECT account_id, 'super' FROM account_role WHERE role = 'admin';

-- Every intervention, with its reason; nobody changes a line.
CREATE TABLE admin_action (
    id         uuid PRIMARY KEY DEFAULT uuid7(),
    admin_id   uuid NOT NULL REFERENCES account,
    kind       text NOT NULL,                              -- the operation: suspendUser, retryPayout, ...
    entity     text NOT NULL,                              -- account, job, submission, payout, ...
    entity_id  text NOT NULL,
    reason     text NOT NULL CHECK (length(reason) BETWEEN 3 AND 500),
    detail     jsonb NOT NULL DEFAULT '{}',                -- what was before and is now, amounts; no personal data
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX admin_action_admin_idx ON admin_action (admin_id, id DESC);
CREATE INDEX admin_action_entity_idx ON admin_action (entity, entity_id, id DESC);
CREATE TRIGGER admin_action_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON admin_action
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The second factor: the secret of an authenticator, encrypted for this very row. It
-- counts once a first code has shown that the authenticator has it. Each code works
-- once: the step of the last one is kept.
ALTER TABLE account
    ADD totp_sealed     text,
    ADD totp_enabled_at timestamptz,
    ADD totp_last_step  bigint,
    ADD suspended_at    timestamptz,
    ADD CONSTRAINT account_totp_complete
        CHECK (totp_enabled_at IS NULL OR totp_sealed IS NOT NULL AND totp_last_step IS NOT NULL);

-- Instead of a code, once each: for who has lost the authenticator. Only hashes are kept.
CREATE TABLE recovery_code (
    account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    code_hash  bytea NOT NULL CHECK (length(code_hash) = 32),
    used_at    timestamptz,
    PRIMARY KEY (account_id, code_hash)
);

ALTER TABLE session
    ADD second_factor_at timestamptz,                      -- signed in with it
    DROP CONSTRAINT session_end_reason_check,
    ADD CONSTRAINT session_end_reason_check
        CHECK (end_reason IN ('logout', 'reuse', 'password', 'by_owner', 'suspended', 'factor'));

-- What runs again and again, as worker/schedules.def has it. How a run went is said by
-- its job.
CREATE TABLE schedule (
    name          text PRIMARY KEY,
    every_seconds int NOT NULL CHECK (every_seconds > 0),
    kind          text NOT NULL,                           -- of the job
    what          text NOT NULL,
    next_run_at   timestamptz NOT NULL DEFAULT now(),
    last_run_at   timestamptz,
    last_job_id   uuid REFERENCES queue_job ON DELETE SET NULL
);

-- What administrators look for in the queue.
CREATE INDEX queue_job_kind_idx ON queue_job (kind, id);
CREATE INDEX queue_job_dead_idx ON queue_job (id) WHERE state = 'dead';

-- What statistics count by day.
CREATE INDEX job_opened_idx ON job (opened_at) WHERE opened_at IS NOT NULL;
CREATE INDEX submission_submitted_idx ON submission (submitted_at) WHERE submitted_at IS NOT NULL;
CREATE INDEX submission_decided_idx ON submission (decided_at) WHERE decided_at IS NOT NULL;
CREATE INDEX account_suspended_idx ON account (id) WHERE state = 'suspended';
CREATE INDEX payout_failed_idx ON payout (id) WHERE state = 'failed';
CREATE INDEX refund_failed_idx ON refund (id) WHERE state = 'failed';
CREATE INDEX webhook_event_waiting_idx ON webhook_event (received_at) WHERE state = 'received';
CREATE INDEX money_intent_unknown_idx ON money_intent (first_sent_at) WHERE state = 'unknown';

-- A job may be taken down by an administrator.
ALTER TABLE job
    DROP CONSTRAINT job_stop_reason_check,
    ADD CONSTRAINT job_stop_reason_check CHECK (stop_reason IN ('cancelled', 'expired', 'closed', 'removed'));

-- The smallest id that uuid7() can make at some time: rows of a span of time are a range
-- of the primary key.
CREATE FUNCTION uuid7_from(at timestamptz) RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE
RETURN encode(overlay(decode(repeat('00', 16), 'hex')
                      PLACING int8send(floor(extract(epoch FROM at) * 1000)::bigint << 16)
                      FROM 1 FOR 8), 'hex')::uuid;

GRANT SELECT, INSERT, DELETE ON admin_scope TO peertest_app;
GRANT SELECT, INSERT ON admin_action TO peertest_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON recovery_code, schedule TO peertest_app;
