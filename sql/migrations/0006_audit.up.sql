-- Schema "audit": read-only views for checkers and reconciliation. Ids and amounts only.
CREATE SCHEMA audit;

CREATE VIEW audit.ledger_lines AS
SELECT l.transaction_id AS transaction, l.account, l.amount_minor, l.currency, t.kind, t.created_at
  FROM ledger_line l JOIN ledger_transaction t ON t.id = l.transaction_id;

-- charged = held + released + fee + refunded + lost, always, no term negative.
CREATE VIEW audit.assignment_money AS
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

CREATE VIEW audit.money_intents AS
SELECT id, kind, submission_id AS submission, decision, generation, idempotency_key, state, attempts, provider_id
  FROM money_intent;

CREATE VIEW audit.webhook_events AS
SELECT a.event_id, coalesce(e.type, a.type) AS type, a.signature_result, e.state, a.received_at
  FROM webhook_attempt a LEFT JOIN webhook_event e ON e.id = a.event_id;

CREATE VIEW audit.jobs AS
SELECT id, kind, state, attempts, due_at FROM queue_job;

CREATE VIEW audit.clocks AS
SELECT entity AS object, entity_id AS id, transition, due_at FROM clock;

-- Who may do what. The module's role can add to the ledger, never change it.
GRANT USAGE ON SCHEMA public TO peertest_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON
    account, account_role, session, refresh_token, email_token, sign_in_try, idempotency_key,
    project, job, builder_stat, assignment, submission, finding,
    payment, money_intent, payout, refund, webhook_event, queue_job, clock TO peertest_app;
GRANT SELECT, INSERT ON fee_schedule, event, ledger_transaction, ledger_line, webhook_attempt TO peertest_app;
GRANT SELECT ON job_template, ledger_balance, schema_migration, time_zone TO peertest_app;
GRANT USAGE ON SCHEMA audit TO peertest_audit;
GRANT SELECT ON ALL TABLES IN SCHEMA audit TO peertest_audit;
