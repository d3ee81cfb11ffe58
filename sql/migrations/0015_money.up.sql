-- Money in the operator's hands: markets, chargebacks, reversals, frozen builders, and
-- what the provider itself costs.

-- Where builders may publish and testers may be paid to; sql/seed/markets.sql fills it.
CREATE TABLE market (
    country          text PRIMARY KEY CHECK (country ~ '^[A-Z]{2}$'),
    name             text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    currency         text NOT NULL CHECK (currency ~ '^[a-z]{3}$'),
    builders         boolean NOT NULL DEFAULT true,
    testers          boolean NOT NULL DEFAULT false,
    payout_min_minor bigint CHECK (payout_min_minor BETWEEN 0 AND 10000000),   -- null: PeerTestPayoutMin
    updated_at       timestamptz NOT NULL DEFAULT now()
);

-- Nothing of a frozen builder's money moves at the provider, and nothing new begins.
ALTER TABLE account
    ADD COLUMN frozen_at timestamptz,
    ADD COLUMN frozen_reason text,
    ADD COLUMN bank_fingerprint text,                      -- of the payout account, as the provider has it
    ADD CONSTRAINT account_frozen CHECK ((frozen_at IS NULL) = (frozen_reason IS NULL));
CREATE INDEX account_frozen_idx ON account (frozen_at) WHERE frozen_at IS NOT NULL;
CREATE INDEX account_bank_idx ON account (bank_fingerprint) WHERE bank_fingerprint IS NOT NULL;

ALTER TABLE payment ADD COLUMN card_fingerprint text;
CREATE INDEX payment_card_idx ON payment (card_fingerprint) WHERE card_fingerprint IS NOT NULL;

-- A card's holder took a payment back through the bank.
CREATE TABLE chargeback (
    id               uuid PRIMARY KEY DEFAULT uuid7(),
    provider_id      text NOT NULL UNIQUE,
    payment_id       uuid NOT NULL REFERENCES payment,
    builder_id       uuid NOT NULL REFERENCES account,
    amount_minor     bigint NOT NULL CHECK (amount_minor > 0),
    currency         text NOT NULL,
    reason           text NOT NULL,
    state            text NOT NULL CHECK (state IN ('needs_response', 'under_review', 'won', 'lost')),
    withdrawn_minor  bigint NOT NULL DEFAULT 0 CHECK (withdrawn_minor >= 0),  -- taken from us now, as booked
    provider_fee_minor bigint NOT NULL DEFAULT 0 CHECK (provider_fee_minor >= 0),
    offset_minor     bigint NOT NULL DEFAULT 0 CHECK (offset_minor BETWEEN 0 AND amount_minor),
                     -- of a lost one: what would have been refunded, and covers the loss
    evidence         jsonb NOT NULL DEFAULT '{}',
    evidence_due_at  timestamptz,
    evidence_sent_at timestamptz,                          -- staged at the provider
    submitted_at     timestamptz,
    submitted_by     uuid REFERENCES account,
    opened_at        timestamptz NOT NULL,
    closed_at        timestamptz
);
CREATE INDEX chargeback_payment_idx ON chargeback (payment_id);
CREATE INDEX chargeback_builder_idx ON chargeback (builder_id);

-- An administrator takes back what was transferred.
CREATE TABLE payout_reversal (
    id           uuid PRIMARY KEY DEFAULT uuid7(),
    payout_id    uuid NOT NULL REFERENCES payout,
    amount_minor bigint NOT NULL CHECK (amount_minor > 0),
    currency     text NOT NULL,
    beneficiary  text NOT NULL CHECK (beneficiary IN ('builder', 'platform')),
    reason       text NOT NULL,
    state        text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'processing', 'completed', 'failed')),
    failure_code text,
    intent_id    uuid UNIQUE REFERENCES money_intent,
    provider_id  text UNIQUE,
    admin_id     uuid NOT NULL REFERENCES account,
    created_at   timestamptz NOT NULL DEFAULT now(),
    completed_at timestamptz
);
CREATE INDEX payout_reversal_payout_idx ON payout_reversal (payout_id);

ALTER TABLE money_intent DROP CONSTRAINT money_intent_kind_check;
ALTER TABLE money_intent ADD CONSTRAINT money_intent_kind_check
    CHECK (kind IN ('checkout', 'transfer', 'refund', 'reversal'));

-- What a chargeback has given back already is not asked of the provider again.
ALTER TABLE refund
    ADD COLUMN decision int,                               -- of its submission; null: of none
    ADD COLUMN offset_minor bigint NOT NULL DEFAULT 0,
    ADD CONSTRAINT refund_offset CHECK (offset_minor BETWEEN 0 AND amount_minor);

ALTER TABLE ledger_transaction
    ADD COLUMN chargeback_id uuid REFERENCES chargeback,
    ADD COLUMN payout_reversal_id uuid REFERENCES payout_reversal,
    DROP CONSTRAINT ledger_transaction_kind_check;
ALTER TABLE ledger_transaction ADD CONSTRAINT ledger_transaction_kind_check
    CHECK (kind IN ('payment', 'claim', 'seat_return', 'release', 'transfer', 'refund_due', 'refund_paid',
                    'compensation', 'reversal', 'gateway_fee', 'chargeback', 'correction'));
CREATE UNIQUE INDEX ledger_gateway_fee_once ON ledger_transaction (payment_id) WHERE kind = 'gateway_fee';
CREATE UNIQUE INDEX ledger_correction_once ON ledger_transaction (payout_reversal_id) WHERE kind = 'correction';
CREATE INDEX ledger_transaction_reversal_idx ON ledger_transaction (payout_id) WHERE kind = 'reversal';
CREATE INDEX ledger_transaction_chargeback_idx ON ledger_transaction (chargeback_id) WHERE chargeback_id IS NOT NULL;

ALTER TABLE ledger_line DROP CONSTRAINT ledger_line_account_check;
ALTER TABLE ledger_line ADD CONSTRAINT ledger_line_account_check
    CHECK (account ~ '^(gateway_balance|builder_clearing|platform_fees|gateway_fees|refunds_out|chargeback_loss|held:[0-9a-f-]{36}|tester_payable:[0-9a-f-]{36})$');

-- charged = held + released + fee + refunded + lost, always, no term negative. What a
-- correction takes back from a tester is not released any more; what covers a chargeback
-- instead of a refund is lost.
CREATE OR REPLACE VIEW audit.assignment_money AS
SELECT a.id AS assignment,
       coalesce(sum(l.amount_minor) FILTER (WHERE l.account = 'held:' || a.id AND t.kind IN ('claim', 'seat_return')), 0)::bigint AS charged,
       coalesce(sum(l.amount_minor) FILTER (WHERE l.account = 'held:' || a.id), 0)::bigint AS held,
       coalesce(sum(l.amount_minor) FILTER (WHERE l.account LIKE 'tester_payable:%' AND t.kind NOT IN ('transfer', 'reversal')), 0)::bigint AS released,
       coalesce(sum(l.amount_minor) FILTER (WHERE l.account = 'platform_fees'), 0)::bigint AS fee,
       coalesce(sum(l.amount_minor) FILTER (WHERE l.account = 'refunds_out' AND t.kind NOT IN ('refund_paid', 'reversal')), 0)::bigint AS refunded,
       coalesce(sum(l.amount_minor) FILTER (WHERE l.account = 'chargeback_loss'), 0)::bigint AS lost,
       a.currency
  FROM assignment a
  LEFT JOIN ledger_transaction t ON t.assignment_id = a.id
  LEFT JOIN ledger_line l ON l.transaction_id = t.id
 GROUP BY a.id, a.currency;

GRANT SELECT, INSERT, UPDATE ON market, chargeback, payout_reversal TO peertest_app;
