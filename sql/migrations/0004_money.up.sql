-- Money: what builders paid, what we owe to whom, and what the provider was told.
--
-- Amounts are signed minor units. A positive balance is what the marketplace holds
-- or owes; "gateway_balance", the money at the provider, is the other side and is
-- negative. Accounts: gateway_balance, builder_clearing (paid, no tester yet),
-- held:<assignment>, tester_payable:<account>, platform_fees, refunds_out.

CREATE TABLE payment (
    id                  uuid PRIMARY KEY DEFAULT uuid7(),
    job_id              uuid NOT NULL REFERENCES job,
    bid_id              uuid,
    builder_id          uuid NOT NULL REFERENCES account,
    state               text NOT NULL DEFAULT 'pending'
                        CHECK (state IN ('pending', 'succeeded', 'failed', 'cancelled', 'partly_refunded', 'refunded')),
    amount_minor        bigint NOT NULL CHECK (amount_minor > 0),
    fee_minor           bigint NOT NULL CHECK (fee_minor >= 0),
    refunded_minor      bigint NOT NULL DEFAULT 0 CHECK (refunded_minor BETWEEN 0 AND amount_minor),
    currency            text NOT NULL,
    checkout_session_id text UNIQUE,
    checkout_url        text,
    payment_intent_id   text UNIQUE,
    charge_id           text UNIQUE,
    receipt_url         text,
    failure_code        text,                             -- of the last declined attempt
    expires_at          timestamptz NOT NULL,             -- end of the payment window
    created_at          timestamptz NOT NULL DEFAULT now(),
    succeeded_at        timestamptz,
    ended_at            timestamptz
);
CREATE UNIQUE INDEX payment_job_pending_unique ON payment (job_id) WHERE state = 'pending';
CREATE INDEX payment_job_idx ON payment (job_id);
CREATE INDEX payment_builder_idx ON payment (builder_id, id DESC);

-- A request that moves money at the provider, frozen: every attempt sends these
-- bytes under this key. The key is made of business identity alone.
CREATE TABLE money_intent (
    id              uuid PRIMARY KEY DEFAULT uuid7(),
    kind            text NOT NULL CHECK (kind IN ('checkout', 'transfer', 'refund')),
    subject_id      uuid NOT NULL,                        -- payment, or submission, or refund
    submission_id   uuid REFERENCES submission,
    decision        int NOT NULL DEFAULT 1,
    generation      int NOT NULL DEFAULT 1,
    idempotency_key text NOT NULL UNIQUE,
    path            text NOT NULL,                        -- POST to this path ...
    body            text NOT NULL,                        -- ... with these bytes
    group_path      text NOT NULL,                        -- GET it: a list that has what was made, if it was
    state           text NOT NULL DEFAULT 'pending'
                    CHECK (state IN ('pending', 'unknown', 'succeeded', 'failed')),
    attempts        int NOT NULL DEFAULT 0,
    first_sent_at   timestamptz,
    provider_id     text,
    failure_code    text,
    looked_up_at    timestamptz,                          -- last look-up that found nothing
    created_at      timestamptz NOT NULL DEFAULT now(),
    settled_at      timestamptz,
    CONSTRAINT money_intent_identity UNIQUE (kind, subject_id, decision, generation)
);

CREATE TABLE payout (
    id            uuid PRIMARY KEY DEFAULT uuid7(),
    submission_id uuid NOT NULL REFERENCES submission,
    decision      int NOT NULL,
    assignment_id uuid NOT NULL REFERENCES assignment,
    tester_id     uuid NOT NULL REFERENCES account,
    amount_minor  bigint NOT NULL CHECK (amount_minor > 0),
    fee_minor     bigint NOT NULL DEFAULT 0,
    currency      text NOT NULL,
    state         text NOT NULL DEFAULT 'pending'
                  CHECK (state IN ('pending', 'processing', 'completed', 'failed', 'reversed')),
    failure_code  text,
    intent_id     uuid UNIQUE REFERENCES money_intent,
    transfer_id   text UNIQUE,
    created_at    timestamptz NOT NULL DEFAULT now(),
    completed_at  timestamptz,
    CONSTRAINT payout_decision_unique UNIQUE (submission_id, decision)
);
CREATE INDEX payout_tester_idx ON payout (tester_id, id DESC);

CREATE TABLE refund (
    id            uuid PRIMARY KEY DEFAULT uuid7(),
    payment_id    uuid NOT NULL REFERENCES payment,
    job_id        uuid NOT NULL REFERENCES job,
    assignment_id uuid REFERENCES assignment,
    submission_id uuid REFERENCES submission,
    amount_minor  bigint NOT NULL CHECK (amount_minor > 0),
    currency      text NOT NULL,
    reason        text NOT NULL CHECK (reason IN ('rejected', 'cancelled', 'expired', 'seat_unused', 'late_payment', 'by_admin')),
    state         text NOT NULL DEFAULT 'pending'
                  CHECK (state IN ('pending', 'processing', 'completed', 'failed', 'reversed')),
    failure_code  text,
    intent_id     uuid UNIQUE REFERENCES money_intent,
    provider_id   text UNIQUE,
    created_at    timestamptz NOT NULL DEFAULT now(),
    completed_at  timestamptz
);
CREATE INDEX refund_payment_idx ON refund (payment_id);
CREATE INDEX refund_job_idx ON refund (job_id);

-- Double entry, append-only.
CREATE TABLE ledger_transaction (
    id            uuid PRIMARY KEY DEFAULT uuid7(),
    kind          text NOT NULL CHECK (kind IN ('payment', 'claim', 'seat_return', 'release', 'transfer', 'refund_due',
                                                'refund_paid', 'compensation', 'reversal')),
    job_id        uuid REFERENCES job,
    assignment_id uuid REFERENCES assignment,
    submission_id uuid REFERENCES submission,
    payment_id    uuid REFERENCES payment,
    refund_id     uuid REFERENCES refund,
    payout_id     uuid REFERENCES payout,
    created_at    timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX ledger_payment_once ON ledger_transaction (payment_id) WHERE kind = 'payment';
CREATE UNIQUE INDEX ledger_transfer_once ON ledger_transaction (payout_id) WHERE kind = 'transfer';
CREATE UNIQUE INDEX ledger_refund_paid_once ON ledger_transaction (refund_id) WHERE kind = 'refund_paid';
CREATE INDEX ledger_transaction_job_idx ON ledger_transaction (job_id);
CREATE INDEX ledger_transaction_assignment_idx ON ledger_transaction (assignment_id);

CREATE TABLE ledger_line (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    transaction_id uuid NOT NULL REFERENCES ledger_transaction,
    account        text NOT NULL CHECK (account ~ '^(gateway_balance|builder_clearing|platform_fees|gateway_fees|refunds_out|held:[0-9a-f-]{36}|tester_payable:[0-9a-f-]{36})$'),
    amount_minor   bigint NOT NULL CHECK (amount_minor <> 0),
    currency       text NOT NULL CHECK (currency ~ '^[a-z]{3}$')
);
CREATE INDEX ledger_line_transaction_idx ON ledger_line (transaction_id);
CREATE INDEX ledger_line_account_idx ON ledger_line (account);

-- Every transaction has lines and sums to zero in each currency; checked at commit.
CREATE FUNCTION ledger_check_zero() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    tx uuid := CASE WHEN TG_TABLE_NAME = 'ledger_line' THEN (to_jsonb(NEW) ->> 'transaction_id')::uuid
                    ELSE (to_jsonb(NEW) ->> 'id')::uuid END;
BEGIN
    IF NOT EXISTS (SELECT FROM ledger_line WHERE transaction_id = tx)
       OR EXISTS (SELECT FROM ledger_line WHERE transaction_id = tx GROUP BY currency HAVING sum(amount_minor) <> 0) THEN
        RAISE EXCEPTION 'ledger transaction % does not sum to zero', tx
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_sums_to_zero';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_transaction_zero AFTER INSERT ON ledger_transaction
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_check_zero();
CREATE CONSTRAINT TRIGGER ledger_line_zero AFTER INSERT ON ledger_line
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_check_zero();

-- What is held or owed to one party never goes below zero. Shared accounts have no
-- row here: they would be one lock for the whole marketplace.
CREATE TABLE ledger_balance (
    account       text NOT NULL,
    currency      text NOT NULL,
    balance_minor bigint NOT NULL CONSTRAINT ledger_balance_not_negative CHECK (balance_minor >= 0),
    PRIMARY KEY (account, currency)
);
CREATE FUNCTION ledger_track_balance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.account LIKE '%:%' THEN
        UPDATE ledger_balance SET balance_minor = balance_minor + NEW.amount_minor
         WHERE account = NEW.account AND currency = NEW.currency;
        IF NOT FOUND THEN
            INSERT INTO ledger_balance VALUES (NEW.account, NEW.currency, NEW.amount_minor)
            ON CONFLICT (account, currency)
            DO UPDATE SET balance_minor = ledger_balance.balance_minor + EXCLUDED.balance_minor;
        END IF;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER ledger_line_balance AFTER INSERT ON ledger_line
    FOR EACH ROW EXECUTE FUNCTION ledger_track_balance();

-- Nobody rewrites history, not even the tables' owner by accident.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER ledger_transaction_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_transaction
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_line_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_line
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What the provider told us: every attempt, good or bad, and each event once.
CREATE TABLE webhook_event (
    id           text PRIMARY KEY,                        -- the provider's event id
    type         text NOT NULL,
    body         jsonb NOT NULL,
    state        text NOT NULL DEFAULT 'received' CHECK (state IN ('received', 'processed', 'ignored', 'failed')),
    created_at   timestamptz NOT NULL,                    -- by the provider's clock
    received_at  timestamptz NOT NULL DEFAULT now(),
    processed_at timestamptz
);
CREATE TABLE webhook_attempt (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id         text,                                -- only when the signature was good
    type             text,
    signature_result text NOT NULL CHECK (signature_result IN ('good', 'missing', 'malformed', 'stale', 'bad')),
    body_hash        bytea NOT NULL CHECK (length(body_hash) = 32),
    received_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX webhook_attempt_event_idx ON webhook_attempt (event_id);
