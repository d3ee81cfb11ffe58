DROP TABLE webhook_attempt, webhook_event, ledger_balance, ledger_line, ledger_transaction, refund, payout, money_intent, payment;
DROP TRIGGER event_append_only ON event;
DROP FUNCTION ledger_check_zero(), ledger_track_balance(), refuse_change();
