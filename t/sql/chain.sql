-- SPDX-License-Identifier: Apache-2.0
-- The hash chain: what was sealed cannot be changed, taken away or swapped without being seen.
BEGIN;
SELECT no_plan();

SELECT api.chain_seal('-infinity', 1000000);
SELECT is_empty($$SELECT * FROM api.chain_verify()$$, 'what there is, is sealed');

CREATE FUNCTION pg_temp.post(amount bigint) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
    tx uuid;
BEGIN
    INSERT INTO ledger_transaction (kind) VALUES ('compensation') RETURNING id INTO tx;
    INSERT INTO ledger_line (transaction_id, account, amount_minor, currency)
    VALUES (tx, 'gateway_balance', -amount, 'usd'), (tx, 'builder_clearing', amount, 'usd');
    RETURN tx;
END $$;
CREATE TEMPORARY TABLE made ON COMMIT DROP AS
SELECT n, pg_temp.post(1000 + n) AS tx FROM generate_series(1, 4) n;
INSERT INTO event (actor_kind, kind) VALUES ('system', 'tested');

-- --- Sealing ---

SELECT is(api.chain_seal(now() - interval '1 hour', 2), 2, 'as many as are asked for');
SELECT is(api.chain_seal(now() - interval '1 hour', 100), 3, 'the rest, the event among them');
SELECT is(api.chain_seal(now() - interval '1 hour', 100), 0, 'each once');
SELECT is_empty($$SELECT * FROM api.chain_verify()$$, 'the chain is whole');
SELECT ok((SELECT bool_and(l.hash = sha256(p.hash || l.row_hash))
             FROM chain_link l JOIN chain_link p ON p.number = l.number - 1), 'each link follows from the one before');
SELECT throws_ok($$UPDATE chain_link SET row_hash = hash$$, '42501', NULL, 'no link is changed');
SELECT throws_ok($$DELETE FROM chain_link$$, '42501', NULL, 'none is removed');

-- A row of a transaction that began long ago, committed after younger ones were sealed.
INSERT INTO event (id, actor_kind, kind, created_at)
VALUES (api.uuid7_floor(now() - interval '50 minutes'), 'system', 'late', now() - interval '50 minutes');
SELECT is(api.chain_seal(now() - interval '1 hour', 100), 1, 'a row that shows up late is not skipped');

-- --- Tampering, by somebody who has switched off what forbids it; each is undone before the next ---

SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE ledger_transaction DISABLE TRIGGER USER;
ALTER TABLE ledger_line DISABLE TRIGGER USER;
ALTER TABLE event DISABLE TRIGGER USER;
ALTER TABLE chain_link DISABLE TRIGGER USER;

-- What the chain says after such a statement.
CREATE FUNCTION pg_temp.after(tampering text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    found text;
BEGIN
    BEGIN
        EXECUTE tampering;
        SELECT string_agg(what || ' ' || coalesce(source, '-'), ', ' ORDER BY number, what) INTO found FROM api.chain_verify();
        RAISE EXCEPTION USING ERRCODE = 'PT001';
    EXCEPTION WHEN SQLSTATE 'PT001' THEN
        RETURN found;
    END;
END $$;
CREATE FUNCTION pg_temp.link(wanted int) RETURNS bigint LANGUAGE sql AS $$
    SELECT number FROM chain_link JOIN made ON row_id = tx WHERE n = wanted $$;

SELECT is(pg_temp.after('SELECT 1'), NULL, 'nothing was done');
SELECT is(pg_temp.after($$UPDATE ledger_line SET amount_minor = amount_minor * 2
                           WHERE transaction_id = (SELECT tx FROM made WHERE n = 2)$$),
          'row_changed ledger', 'an amount was changed, though the transaction still sums to zero');
SELECT is(pg_temp.after($$UPDATE event SET note = 'It was not me.' WHERE kind = 'tested'
                             AND id IN (SELECT row_id FROM chain_link)$$), 'row_changed event', 'an event was rewritten');
SELECT is(pg_temp.after($$DELETE FROM ledger_line WHERE transaction_id = (SELECT tx FROM made WHERE n = 3);
                          DELETE FROM ledger_transaction WHERE id = (SELECT tx FROM made WHERE n = 3)$$),
          'row_missing ledger', 'a row was deleted');
SELECT is(pg_temp.after($$DELETE FROM chain_link WHERE number = pg_temp.link(2)$$),
          'broken ledger, gap ledger', 'a link was removed');
SELECT is(pg_temp.after($$DELETE FROM chain_link WHERE number = pg_temp.link(2);
                          UPDATE chain_link SET number = number - 1 WHERE number > pg_temp.link(1)$$),
          'broken ledger', 'a link was removed and the numbers were closed up');
SELECT is(pg_temp.after($$UPDATE chain_link SET number = number + 1000000 WHERE row_id IN (SELECT tx FROM made WHERE n IN (2, 3));
                          UPDATE chain_link SET number = 2 * pg_temp.link(1) + 3 - number + 1000000 WHERE number > 1000000$$),
          'broken ledger, broken ledger, broken ledger', 'two links were swapped');
SELECT is(pg_temp.after($$UPDATE chain_link SET row_id = gen_random_uuid() WHERE number = pg_temp.link(4)$$),
          'row_missing ledger', 'a link was turned to another row');
SELECT is(pg_temp.after($$INSERT INTO event (id, actor_kind, kind, created_at)
                          SELECT api.uuid7_floor(at), 'system', 'slipped in', at FROM (SELECT now() - interval '2 days' AS at) t$$),
          'unsealed event', 'a row was slipped into the past');
SELECT is(pg_temp.after($$INSERT INTO reconciliation (state, finished_at, chain_number, chain_hash)
                          SELECT 'done', now(), number, hash FROM chain_link ORDER BY number DESC LIMIT 1;
                          DELETE FROM chain_link WHERE number = (SELECT max(number) FROM chain_link)$$),
          'cut -', 'the end was cut off after a comparison had seen it');

SELECT * FROM finish();
ROLLBACK;
