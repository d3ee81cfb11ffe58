-- SPDX-License-Identifier: Apache-2.0
-- Fees in the price book: which row counts, and what the database refuses.
BEGIN;
SELECT no_plan();

-- Rules of countries that nobody is in.
CREATE FUNCTION pg_temp.rule(market text, type text, level text, builder int, tester int,
                             since timestamptz DEFAULT '2026-01-01Z', until timestamptz DEFAULT NULL)
RETURNS uuid LANGUAGE sql AS $$
    INSERT INTO price (kind, market, service_type, level, builder_fee_bps, tester_fee_bps, valid_from, valid_until, reason)
    VALUES ('fee', $1, $2, $3, $4, $5, $6, $7, 'A test') RETURNING id $$;
CREATE FUNCTION pg_temp.rates(market text, type text, level text, at timestamptz DEFAULT '2026-06-01Z')
RETURNS text LANGUAGE sql AS $$
    SELECT builder_fee_bps || ' ' || tester_fee_bps FROM api.fees($1, $2, $3, 1000, 0, $4) $$;

-- --- Which one counts ---

SELECT is(pg_temp.rates('XX', 'exploratory', 'expert'), '1000 0', 'where no rule fits, the site''s own rates hold');
SELECT is(pg_temp.rates(NULL, NULL, NULL), '1000 0', 'also where nothing is known');
SELECT lives_ok($$SELECT pg_temp.rule('XX', NULL, NULL, 900, 100)$$, 'a rule of a country');
SELECT is(pg_temp.rates('XX', 'exploratory', NULL), '900 100', 'holds there');
SELECT is(pg_temp.rates('XY', 'exploratory', NULL), '1000 0', 'and nowhere else');
SELECT is(pg_temp.rates(NULL, 'exploratory', NULL), '1000 0', 'nor where the country is not known');

SELECT lives_ok($$SELECT pg_temp.rule('XX', 'exploratory', NULL, 800, NULL)$$, 'one more for a kind of test, of the builder alone');
SELECT is(pg_temp.rates('XX', 'exploratory', NULL), '800 100', 'asks for more, so it counts; of the other side the first one does');
SELECT is(pg_temp.rates('XX', 'smoke_release', NULL), '900 100', 'other kinds stay');
SELECT is(pg_temp.rates('XX', NULL, NULL), '900 100', 'and so does what is of several kinds');

SELECT lives_ok($$SELECT pg_temp.rule('XX', NULL, 'expert', NULL, 50)$$, 'one for a level');
SELECT is(pg_temp.rates('XX', 'exploratory', 'expert'), '800 50', 'the builder''s side does not depend on it');
SELECT is(pg_temp.rates('XX', 'exploratory', 'newcomer'), '800 100', 'other levels stay');
SELECT lives_ok($$SELECT pg_temp.rule('XX', 'exploratory', 'expert', NULL, 25)$$, 'one that asks for all three');
SELECT is(pg_temp.rates('XX', 'exploratory', 'expert'), '800 25', 'counts before all others');
SELECT is(pg_temp.rates('XX', 'exploratory', 'expert', '2025-12-31Z'), '1000 0', 'before it began nothing did');

-- --- Of two that ask for as much, the older ---

SELECT lives_ok($$SELECT pg_temp.rule('XZ', NULL, NULL, 700, NULL, '2026-01-01Z', '2026-05-01Z')$$, 'a country, first');
SELECT pg_sleep(0.002);
SELECT lives_ok($$SELECT pg_temp.rule(NULL, 'diary_of_nobody', NULL, 600, NULL)$$, 'then a kind of test');
SELECT is(pg_temp.rates('XZ', 'diary_of_nobody', NULL, '2026-02-01Z'), '700 0', 'the first one counts');
SELECT is(pg_temp.rates('XZ', 'diary_of_nobody', NULL), '600 0', 'once it has ended, the other');
SELECT pg_sleep(0.002);
SELECT lives_ok($$SELECT pg_temp.rule('XZ', NULL, NULL, 750, NULL, '2026-05-01Z')$$, 'a new rate of the first');
SELECT is(pg_temp.rates('XZ', 'diary_of_nobody', NULL), '750 0', 'does not make the rule younger');

-- --- One at a time ---

SELECT throws_ok($$SELECT pg_temp.rule('XX', NULL, NULL, 500, 0)$$, '23P01', NULL, 'two rules for the same are refused');
SELECT throws_ok($$SELECT pg_temp.rule('XX', 'exploratory', 'expert', NULL, 0, '2026-07-01Z', '2026-07-02Z')$$, '23P01', NULL,
                 'for a while, too');
SELECT throws_ok($$SELECT pg_temp.rule(NULL, 'diary_of_nobody', NULL, 1, NULL)$$, '23P01', NULL, 'also for everywhere');
SELECT lives_ok($$SELECT pg_temp.rule('XZ', NULL, 'expert', NULL, 1)$$, 'one that asks for something else is none of them');

-- --- What a rule is ---

SELECT throws_ok($$SELECT pg_temp.rule('XA', NULL, NULL, NULL, NULL)$$, '23514', NULL, 'a rule says something');
SELECT throws_ok($$SELECT pg_temp.rule('XA', NULL, 'expert', 500, NULL)$$, '23514', NULL, 'what a builder pays does not depend on the tester');
SELECT throws_ok($$SELECT pg_temp.rule('XA', NULL, NULL, 10001, NULL)$$, '23514', NULL, 'not more than all');
SELECT throws_ok($$SELECT pg_temp.rule('XA', NULL, NULL, NULL, -1)$$, '23514', NULL, 'nor less than nothing');
SELECT throws_ok($$SELECT pg_temp.rule('XA', NULL, 'god', NULL, 1)$$, '23514', NULL, 'levels are known');
SELECT throws_ok($$INSERT INTO price (kind, market, builder_fee_bps, currency, reason) VALUES ('fee', 'XA', 1, 'usd', 'x')$$, '23514', NULL,
                 'it has no currency');
SELECT throws_ok($$INSERT INTO price (kind, market, currency, amount_minor, tester_fee_bps, reason) VALUES ('floor', 'XA', 'usd', 1, 1, 'x')$$,
                 '23514', NULL, 'and nothing else has a fee');

-- --- What is sealed ---

SELECT lives_ok($$INSERT INTO fee_schedule (builder_fee_bps, tester_fee_bps, builder_rule_id)
                  SELECT 750, 0, id FROM price WHERE market = 'XZ' AND builder_fee_bps = 750$$, 'rates with the rule that says them');
SELECT throws_ok($$INSERT INTO fee_schedule (builder_fee_bps, tester_fee_bps, builder_rule_id)
                   SELECT 750, 0, id FROM price WHERE market = 'XZ' AND builder_fee_bps = 750$$, '23505', NULL, 'are one row for ever');
SELECT lives_ok($$INSERT INTO fee_schedule (builder_fee_bps, tester_fee_bps) VALUES (750, 0)$$, 'the same rates of the site are another');
SELECT throws_ok($$INSERT INTO fee_schedule (builder_fee_bps, tester_fee_bps) VALUES (750, 0)$$, '23505', NULL, 'also once');
SELECT ok(NOT has_table_privilege('peertest_app', 'fee_schedule', 'UPDATE'), 'and the module cannot change any');

SELECT is(api.only_type('{exploratory,exploratory}'), 'exploratory', 'work of one kind is sold as that');
SELECT is(api.only_type('{exploratory,smoke_release}'), NULL, 'of two as neither');
SELECT is(api.fee_minor(25, 200), 1::bigint, 'half a cent of fee rounds up');

SELECT * FROM finish();
ROLLBACK;
