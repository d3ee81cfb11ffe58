-- Administrators: what each may do, and what each has done.

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

GRANT SELECT, INSERT, DELETE ON admin_scope TO peertest_app;
GRANT SELECT, INSERT ON admin_action TO peertest_app;
