-- SPDX-License-Identifier: Apache-2.0
-- The ledger: sums to zero, never negative, never rewritten.
BEGIN;
SELECT no_plan();

-- Posts lines {"account": minor units} as one transaction, with all that is checked at commit.
CREATE FUNCTION pg_temp.post(lines jsonb, currency text DEFAULT 'usd', kind text DEFAULT 'compensation')
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    tx uuid;
BEGIN
    INSERT INTO ledger_transaction (kind) VALUES (post.kind) RETURNING id INTO tx;
    INSERT INTO ledger_line (transaction_id, account, amount_minor, currency)
    SELECT tx, key, value::bigint, post.currency FROM jsonb_each_text(lines);
    SET CONSTRAINTS ALL IMMEDIATE;
    SET CONSTRAINTS ALL DEFERRED;
END $$;

CREATE TEMPORARY TABLE name ON COMMIT DROP AS
SELECT 'held:' || uuid7() AS held, 'tester_payable:' || uuid7() AS payable;

CREATE FUNCTION pg_temp.balance(account text, currency text DEFAULT 'usd') RETURNS bigint LANGUAGE sql AS $$
    SELECT balance_minor FROM ledger_balance b WHERE (b.account, b.currency) = (balance.account, balance.currency) $$;

-- --- Sums to zero ---

SELECT lives_ok($$SELECT pg_temp.post('{"gateway_balance": -1100, "builder_clearing": 1100}')$$,
                'a transaction that sums to zero is taken');
SELECT throws_ok($$SELECT pg_temp.post('{"gateway_balance": -1100, "builder_clearing": 1099}')$$, '23514', NULL,
                 'one that does not is refused at commit');
SELECT throws_ok($$SELECT pg_temp.post('{}')$$, '23514', NULL, 'and so is one without lines');
SELECT throws_ok($test$DO $do$
    DECLARE tx uuid;
    BEGIN
        INSERT INTO ledger_transaction (kind) VALUES ('compensation') RETURNING id INTO tx;
        INSERT INTO ledger_line (transaction_id, account, amount_minor, currency)
        VALUES (tx, 'gateway_balance', -5, 'usd'), (tx, 'builder_clearing', 5, 'eur');
        SET CONSTRAINTS ALL IMMEDIATE;
    END $do$$test$, '23514', NULL, 'dollars do not balance euros');
SELECT throws_ok($test$DO $do$
    DECLARE tx uuid := (SELECT id FROM ledger_transaction LIMIT 1);
    BEGIN
        INSERT INTO ledger_line (transaction_id, account, amount_minor, currency) VALUES (tx, 'platform_fees', 1, 'usd');
        SET CONSTRAINTS ALL IMMEDIATE;
    END $do$$test$, '23514', NULL, 'a line cannot be slipped into an old transaction');

-- --- Lines ---

SELECT throws_ok($$SELECT pg_temp.post('{"gateway_balance": 0}')$$, '23514', NULL, 'a line moves something');
SELECT throws_ok($$SELECT pg_temp.post('{"gateway_balance": -1, "pocket": 1}')$$, '23514', NULL,
                 'there are no other accounts');
SELECT throws_ok($$SELECT pg_temp.post('{"gateway_balance": -1, "held:me": 1}')$$, '23514', NULL,
                 'a personal account names an id');
SELECT throws_ok($$SELECT pg_temp.post('{"gateway_balance": -1, "builder_clearing": 1}', 'USD')$$, '23514', NULL,
                 'a currency is in lower case');
SELECT throws_ok($$SELECT pg_temp.post('{"gateway_balance": -1, "builder_clearing": 1}', 'usd', 'gift')$$, '23514', NULL,
                 'a transaction is of a known kind');
SELECT throws_ok($$SELECT pg_temp.post('{"gateway_balance": -9223372036854775808, "builder_clearing": 9223372036854775808}')$$,
                 '22003', NULL, 'an amount has 64 bits');

-- --- Balances ---

SELECT lives_ok(format($$SELECT pg_temp.post('{"builder_clearing": -1100, "%s": 1100}')$$, held), 'money is held')
  FROM name;
SELECT is(pg_temp.balance(held), 1100::bigint, 'and counted') FROM name;
SELECT throws_ok(format($$SELECT pg_temp.post('{"%s": -1101, "builder_clearing": 1101}')$$, held), '23514', NULL,
                 'more than is held cannot go') FROM name;
SELECT throws_ok(format($$SELECT pg_temp.post('{"%s": -1, "builder_clearing": 1}', 'eur')$$, held), '23514', NULL,
                 'nor in another currency') FROM name;
SELECT lives_ok(format($$SELECT pg_temp.post('{"%s": -1100, "%s": 1000, "platform_fees": 100}')$$, held, payable),
                'all of it can') FROM name;
SELECT is(pg_temp.balance(held), 0::bigint, 'then nothing is held') FROM name;
SELECT is(pg_temp.balance(payable), 1000::bigint, 'and the tester has it') FROM name;
SELECT is((SELECT count(*) FROM ledger_balance WHERE account NOT LIKE '%:%'), 0::bigint,
          'shared accounts are no row that everybody waits for');

-- --- Append-only, for the owner of the tables too ---

SELECT throws_ok(format('%s %s', verb, rest), '42501', NULL, format('%s %s: refused', verb, rest))
  FROM (VALUES ('UPDATE', 'ledger_line SET amount_minor = 1'), ('DELETE FROM', 'ledger_line'),
               ('TRUNCATE', 'ledger_line'),
               ('UPDATE', 'ledger_transaction SET kind = kind'), ('DELETE FROM', 'ledger_transaction'),
               ('TRUNCATE', 'ledger_transaction, ledger_line'),
               ('UPDATE', 'event SET note = NULL'), ('DELETE FROM', 'event'), ('TRUNCATE', 'event')) AS attempt (verb, rest);

-- --- Once ---

INSERT INTO account (id, email, password_hash, full_name)
VALUES ('00000000-0000-7000-8000-000000000001', 'ledger@example.org', 'x', 'Ledger');
INSERT INTO project (id, owner_id, name)
VALUES ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 'P');
INSERT INTO job (id, kind, owner_id, project_id, title, brief, service_type, reward_minor, fee_minor, currency, seats,
                 claim_seconds, review_seconds, dispute_seconds)
VALUES ('00000000-0000-7000-8000-000000000003', 'simple', '00000000-0000-7000-8000-000000000001',
        '00000000-0000-7000-8000-000000000002', 'T', 'B', 'exploratory', 1000, 100, 'usd', 1, 1, 1, 1);
INSERT INTO payment (id, job_id, builder_id, amount_minor, fee_minor, currency, expires_at)
VALUES ('00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000003',
        '00000000-0000-7000-8000-000000000001', 1100, 100, 'usd', now());
PREPARE payment AS
    INSERT INTO ledger_transaction (kind, payment_id) VALUES ('payment', '00000000-0000-7000-8000-000000000004');
SELECT lives_ok('EXECUTE payment', 'a payment is booked');
SELECT throws_ok('EXECUTE payment', '23505', NULL, 'once');
-- Two at a time, which the index refuses before anybody asks whether their cause is there.
SELECT throws_ok(format($$INSERT INTO ledger_transaction (kind, %I)
                          SELECT %L, '00000000-0000-7000-8000-000000000009'::uuid FROM generate_series(1, 2)$$, cause, kind),
                 '23505', NULL, kind || ' is booked once for its ' || cause)
  FROM (VALUES ('payment', 'payment_id'), ('gateway_fee', 'payment_id'), ('transfer', 'payout_id'),
               ('refund_paid', 'refund_id'), ('correction', 'payout_reversal_id')) AS once (kind, cause);
SELECT throws_ok($$INSERT INTO payment (job_id, builder_id, amount_minor, fee_minor, currency, expires_at)
                   VALUES ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000001', 1, 0, 'usd', now())$$,
                 '23505', NULL, 'a job has one pending payment');

-- --- What the module may do ---

SELECT table_privs_are('public', unnest, 'peertest_app', ARRAY['SELECT', 'INSERT'], 'the module adds to ' || unnest)
  FROM unnest(ARRAY['ledger_transaction', 'ledger_line', 'event', 'webhook_attempt', 'fee_schedule']);
SELECT table_privs_are('public', 'ledger_balance', 'peertest_app', ARRAY['SELECT'], 'the module reads balances');

SELECT * FROM finish();
ROLLBACK;
