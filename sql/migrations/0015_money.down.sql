-- Goes back only as long as nothing of what it brought is on the books.
CREATE OR REPLACE VIEW audit.assignment_money AS
SELECT a.id AS assignment,
       coalesce(sum(l.amount_minor) FILTER (WHERE l.account = 'held:' || a.id AND t.kind IN ('claim', 'seat_return')), 0)::bigint AS charged,
       coalesce(sum(l.amount_minor) FILTER (WHERE l.account = 'held:' || a.id), 0)::bigint AS held,
       coalesce(sum(l.amount_minor) FILTER (WHERE l.account LIKE 'tester_payable:%' AND t.kind IN ('release', 'compensation', 'reversal')), 0)::bigint AS released,
       coalesce(sum(l.amount_minor) FILTER (WHERE l.account = 'platform_fees'), 0)::bigint AS fee,
       coalesce(sum(l.amount_minor) FILTER (WHERE l.account = 'refunds_out' AND t.kind IN ('refund_due', 'compensation')), 0)::bigint AS refunded,
       0::bigint AS lost,
       a.currency
  FROM assignment a
  LEFT JOIN ledger_transaction t ON t.assignment_id = a.id
  LEFT JOIN ledger_line l ON l.transaction_id = t.id
 GROUP BY a.id, a.currency;

ALTER TABLE ledger_line DROP CONSTRAINT ledger_line_account_check;
ALTER TABLE ledger_line ADD CONSTRAINT ledger_line_account_check
    CHECK (account ~ '^(gateway_balance|builder_clearing|platform_fees|gateway_fees|refunds_out|held:[0-9a-f-]{36}|tester_payable:[0-9a-f-]{36})$');
ALTER TABLE ledger_transaction
    DROP COLUMN chargeback_id,
    DROP COLUMN payout_reversal_id,
    DROP CONSTRAINT ledger_transaction_kind_check;
DROP INDEX ledger_gateway_fee_once, ledger_transaction_reversal_idx;
ALTER TABLE ledger_transaction ADD CONSTRAINT ledger_transaction_kind_check
    CHECK (kind IN ('payment', 'claim', 'seat_return', 'release', 'transfer', 'refund_due', 'refund_paid',
                    'compensation', 'reversal'));
ALTER TABLE refund DROP COLUMN offset_minor, DROP COLUMN decision;
ALTER TABLE money_intent DROP CONSTRAINT money_intent_kind_check;
ALTER TABLE money_intent ADD CONSTRAINT money_intent_kind_check
    CHECK (kind IN ('checkout', 'transfer', 'refund'));
DROP TABLE payout_reversal, chargeback, market;
ALTER TABLE payment DROP COLUMN card_fingerprint;
ALTER TABLE account
    DROP COLUMN frozen_at,
    DROP COLUMN frozen_reason,
    DROP COLUMN bank_fingerprint;
