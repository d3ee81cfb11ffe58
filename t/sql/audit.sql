-- SPDX-License-Identifier: Apache-2.0
-- Schema "audit": stable columns, ids and amounts only, for a role that can do nothing else.
BEGIN;
SELECT no_plan();

SELECT columns_are('audit', 'ledger_lines',
    ARRAY['transaction', 'account', 'amount_minor', 'currency', 'kind', 'created_at']);
SELECT columns_are('audit', 'assignment_money',
    ARRAY['assignment', 'charged', 'held', 'released', 'fee', 'refunded', 'lost', 'currency']);
SELECT columns_are('audit', 'money_intents',
    ARRAY['id', 'kind', 'submission', 'decision', 'generation', 'idempotency_key', 'state', 'attempts', 'provider_id']);
SELECT columns_are('audit', 'webhook_events',
    ARRAY['event_id', 'type', 'signature_result', 'state', 'received_at']);
SELECT columns_are('audit', 'jobs', ARRAY['id', 'kind', 'state', 'attempts', 'due_at']);
SELECT columns_are('audit', 'clocks', ARRAY['object', 'id', 'transition', 'due_at']);

SELECT table_privs_are('audit', table_name, 'peertest_audit', ARRAY['SELECT'], 'peertest_audit reads audit.' || table_name)
  FROM information_schema.tables WHERE table_schema = 'audit';
SELECT is((SELECT count(*) FROM information_schema.role_table_grants
            WHERE grantee = 'peertest_audit' AND (table_schema <> 'audit' OR privilege_type <> 'SELECT')),
          0::bigint, 'and nothing else');
SELECT is((SELECT count(*) FROM information_schema.role_table_grants
            WHERE grantee = 'peertest_app' AND table_schema = 'audit'), 0::bigint, 'the module has no business there');

-- The equation of every assignment, in each state that its money can be in.
CREATE FUNCTION pg_temp.post(kind text, assignment uuid, lines jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    tx uuid;
BEGIN
    INSERT INTO ledger_transaction (kind, assignment_id) VALUES (kind, assignment) RETURNING id INTO tx;
    INSERT INTO ledger_line (transaction_id, account, amount_minor, currency)
    SELECT tx, key, value::bigint, 'usd' FROM jsonb_each_text(lines);
END $$;
CREATE FUNCTION pg_temp.money() RETURNS text LANGUAGE sql AS $$
    SELECT format('%s = %s + %s + %s + %s + %s', charged, held, released, fee, refunded, lost)
      FROM audit.assignment_money WHERE assignment = '00000000-0000-7000-8000-00000000000a' $$;

INSERT INTO account (id, email, password_hash, full_name)
VALUES ('00000000-0000-7000-8000-000000000001', 'audit@example.org', 'x', 'Audit');
INSERT INTO project (id, owner_id, name)
VALUES ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 'P');
INSERT INTO fee_schedule (builder_fee_bps, tester_fee_bps) VALUES (9999, 9999);
INSERT INTO job (id, kind, owner_id, project_id, title, brief, service_type, reward_minor, fee_minor, currency, seats,
                 claim_seconds, review_seconds, dispute_seconds)
VALUES ('00000000-0000-7000-8000-000000000003', 'simple', '00000000-0000-7000-8000-000000000001',
        '00000000-0000-7000-8000-000000000002', 'T', 'B', 'exploratory', 1000, 100, 'usd', 1, 1, 1, 1);
INSERT INTO assignment (id, job_id, tester_id, seat, terms, reward_minor, fee_minor, currency, fee_schedule_id, claim_expires_at)
SELECT '00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-000000000003',
       '00000000-0000-7000-8000-000000000001', 1, '{}', 1000, 100, 'usd', id, now()
  FROM fee_schedule WHERE builder_fee_bps = 9999;

PREPARE post (text, jsonb) AS
    SELECT pg_temp.post($1, '00000000-0000-7000-8000-00000000000a', $2);
SELECT is(pg_temp.money(), '0 = 0 + 0 + 0 + 0 + 0', 'nothing is charged before the claim');
SELECT lives_ok($$EXECUTE post('claim', '{"builder_clearing": -1100, "held:00000000-0000-7000-8000-00000000000a": 1100}')$$);
SELECT is(pg_temp.money(), '1100 = 1100 + 0 + 0 + 0 + 0', 'a claim: all is held');
SAVEPOINT claimed;

SELECT lives_ok($$EXECUTE post('seat_return', '{"held:00000000-0000-7000-8000-00000000000a": -1100, "builder_clearing": 1100}')$$);
SELECT is(pg_temp.money(), '0 = 0 + 0 + 0 + 0 + 0', 'given back: as if it had not been');

ROLLBACK TO claimed;
SELECT lives_ok($$EXECUTE post('refund_due', '{"held:00000000-0000-7000-8000-00000000000a": -1100, "refunds_out": 1100}')$$);
SELECT is(pg_temp.money(), '1100 = 0 + 0 + 0 + 1100 + 0', 'rejected: all is refunded');

ROLLBACK TO claimed;
SELECT lives_ok($$EXECUTE post('release', '{"held:00000000-0000-7000-8000-00000000000a": -1100, "platform_fees": 100,
    "tester_payable:00000000-0000-7000-8000-000000000001": 1000}')$$);
SELECT is(pg_temp.money(), '1100 = 0 + 1000 + 100 + 0 + 0', 'approved: the tester''s and our fee');
SELECT lives_ok($$EXECUTE post('transfer', '{"tester_payable:00000000-0000-7000-8000-000000000001": -1000, "gateway_balance": 1000}')$$);
SELECT is(pg_temp.money(), '1100 = 0 + 1000 + 100 + 0 + 0', 'transferred: it stays released');

SELECT * FROM finish();
ROLLBACK;
