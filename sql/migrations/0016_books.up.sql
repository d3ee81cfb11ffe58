-- Books: a hash chain over what nobody may rewrite, and the comparison of our book with the
-- payment provider's.

-- Each ledger transaction (with its lines), event and intervention, sealed once, in a row:
-- hash = sha256(hash of the link before || row_hash).
CREATE TABLE chain_link (
    number    bigint PRIMARY KEY CHECK (number > 0),
    source    text NOT NULL CHECK (source IN ('ledger', 'event', 'admin')),
    row_id    uuid NOT NULL,
    row_hash  bytea NOT NULL CHECK (length(row_hash) = 32),
    hash      bytea NOT NULL CHECK (length(hash) = 32),
    sealed_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT chain_link_once UNIQUE (source, row_id)
);
CREATE TRIGGER chain_link_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON chain_link
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- One comparison. What it found is kept; it repairs nothing.
CREATE TABLE reconciliation (
    id           uuid PRIMARY KEY DEFAULT uuid7(),
    state        text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done', 'failed')),
    since        timestamptz,                              -- objects made before are left out; null: the whole book
    requested_by uuid REFERENCES account,                  -- null: the schedule, or the command
    reading      text,                                     -- the provider's list under way ...
    after_id     text,                                     -- ... and the last object taken from it
    counts       jsonb NOT NULL DEFAULT '{}',              -- objects by kind; skipped; what the balance said
    differences  int,
    chain_number bigint,                                   -- the chain's last link at the end, and its hash:
    chain_hash   bytea,                                    -- a chain that was cut shows here
    created_at   timestamptz NOT NULL DEFAULT now(),
    started_at   timestamptz,
    finished_at  timestamptz,
    CONSTRAINT reconciliation_over CHECK ((state IN ('done', 'failed')) = (finished_at IS NOT NULL))
);
CREATE UNIQUE INDEX reconciliation_one_at_a_time ON reconciliation ((true)) WHERE state IN ('queued', 'running');

-- What the provider's lists hold, for the time of the comparison.
CREATE TABLE reconciliation_object (
    reconciliation_id uuid NOT NULL REFERENCES reconciliation ON DELETE CASCADE,
    kind              text NOT NULL CHECK (kind IN ('charge', 'transfer', 'refund', 'chargeback')),
    provider_id       text NOT NULL,
    is_marked         boolean NOT NULL,                    -- it carries this site's mark
    our_id            text,                                -- what it says it is of ours
    state             text NOT NULL CHECK (state IN ('open', 'paid', 'failed', 'won', 'lost')),
    amount_minor      bigint NOT NULL,
    back_minor        bigint NOT NULL DEFAULT 0,           -- refunded of a charge, reversed of a transfer
    currency          text NOT NULL,
    made_at           timestamptz NOT NULL,
    PRIMARY KEY (reconciliation_id, kind, provider_id)
);

CREATE TABLE reconciliation_difference (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reconciliation_id uuid NOT NULL REFERENCES reconciliation ON DELETE CASCADE,
    kind              text NOT NULL CHECK (kind IN ('charge', 'transfer', 'refund', 'chargeback', 'balance', 'ledger', 'chain')),
    what              text NOT NULL,                       -- missing_here, missing_there, amount, currency, state, ...
    provider_id       text,
    our_id            text,
    ours              text,
    theirs            text,
    currency          text
);
CREATE INDEX reconciliation_difference_idx ON reconciliation_difference (reconciliation_id, id);

GRANT SELECT, INSERT ON chain_link TO peertest_app;
GRANT SELECT, INSERT, UPDATE ON reconciliation TO peertest_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON reconciliation_object TO peertest_app;
GRANT SELECT, INSERT, DELETE ON reconciliation_difference TO peertest_app;
