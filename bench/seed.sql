-- A marketplace of 200,000 jobs and 1,000,000 bids, for measuring. Every second job (the even
-- numbers) is structured: two roles of two items each, and ten bids, a third of them answered
-- once. Ids are made of numbers, so that a load script can name them: object n of a kind k is
-- 0000000k-0000-7000-8000-<n as 12 digits>; the kinds are
--   0 job, 1 builder, 2 project, 3 the account bench@bench.example and its project, 4 tester,
--   5 role (2n - 1 and 2n of job 2n), 6 item (two a role), 7 bid (ten for each structured job).
-- Job n was opened n half minutes after the beginning of 2025. Each fortieth job belongs to
-- the bench account, and so does one of a thousand bids on others.
--
-- psql -v jobs=200000 -v password_hash=... -f bench/seed.sql, into a database of its own, as
-- its owner. With a hash the bench account can be signed in to.
\set ON_ERROR_STOP on
\if :{?jobs} \else \set jobs 200000 \endif
\if :{?password_hash} \else \set password_hash '!' \endif
BEGIN;
SET LOCAL synchronous_commit = off;

CREATE FUNCTION pg_temp.nth(kind int, n bigint) RETURNS uuid
LANGUAGE sql IMMUTABLE
RETURN (lpad(kind::text, 8, '0') || '-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid;

\ir ../sql/seed/prices.sql

-- What is kept ready of jobs is made once, at the end.
ALTER TABLE job DISABLE TRIGGER job_form_added;
ALTER TABLE job_role DISABLE TRIGGER job_form_of_role;
ALTER TABLE job_item DISABLE TRIGGER job_form_of_item;
ALTER TABLE bid DISABLE TRIGGER job_form_of_bid;
ALTER TABLE builder_stat DISABLE TRIGGER job_forms_of_new_stat;

-- One builder and one tester for each ten jobs; nobody can sign in with a hash that is none.
INSERT INTO account (id, email, email_verified_at, password_hash, full_name, country, payout_state)
SELECT pg_temp.nth(k.kind, n), k.word || n || '@bench.example', now(), '!', initcap(k.word) || ' ' || n,
       (ARRAY['DE', 'FR', 'PT', 'US'])[1 + n % 4], k.payout_state
  FROM generate_series(1, :jobs / 10) n, (VALUES (1, 'builder', 'none'), (4, 'tester', 'active')) k (kind, word, payout_state);
INSERT INTO account (id, email, email_verified_at, password_hash, full_name, country, payout_state)
VALUES (pg_temp.nth(3, 1), 'bench@bench.example', now(), :'password_hash', 'Bench', 'DE', 'active');
INSERT INTO account_role (account_id, role)
SELECT pg_temp.nth(k.kind, n), k.role
  FROM generate_series(1, :jobs / 10) n, (VALUES (1, 'builder'), (4, 'tester')) k (kind, role)
 UNION ALL
SELECT pg_temp.nth(3, 1), unnest('{builder,tester}'::text[]);
INSERT INTO builder_stat (account_id, review_hours)
SELECT pg_temp.nth(1, n), 1 + n % 96 FROM generate_series(1, :jobs / 10) n;

-- What a list of bids shows of testers.
INSERT INTO tester_stat (account_id, approved, decided, on_time, ended, by_type)
SELECT pg_temp.nth(4, n), n % 40, n % 40 + n % 3, n % 30, n % 30 + n % 4,
       jsonb_build_object('exploratory', jsonb_build_object('approved', n % 40, 'decided', n % 40 + n % 3))
  FROM generate_series(1, :jobs / 10) n;
INSERT INTO tester_profile (account_id, bio, languages, skills)
SELECT pg_temp.nth(4, n), 'I test', ARRAY['en', (ARRAY['de', 'fr', 'pt', 'es'])[1 + n % 4]], ARRAY['exploratory']
  FROM generate_series(1, :jobs / 10) n;
INSERT INTO device (account_id, position, name, kind, os, os_version, browser, browser_version, fresh_until)
SELECT pg_temp.nth(4, n), 1, 'Laptop ' || n % 50, 'laptop', (ARRAY['Windows', 'macOS', 'Linux'])[1 + n % 3],
       (10 + n % 5)::text, (ARRAY['Firefox', 'Chrome', 'Safari'])[1 + n % 3], (120 + n % 20)::text, now() + interval '60 days'
  FROM generate_series(1, :jobs / 10) n;

INSERT INTO project (id, owner_id, name, url, description, platforms)
SELECT pg_temp.nth(2, n), pg_temp.nth(1, n), 'Project ' || n, 'https://p' || n || '.bench.example',
       'An application under test', ARRAY['web']
  FROM generate_series(1, :jobs / 10) n
 UNION ALL
SELECT pg_temp.nth(3, 1), pg_temp.nth(3, 1), 'Bench', 'https://bench.example', 'An application under test', ARRAY['web'];

INSERT INTO fee_schedule (builder_fee_bps, tester_fee_bps) VALUES (1000, 0) ON CONFLICT DO NOTHING;

-- The words are spread so that some are in every job, some in a few dozen.
INSERT INTO job (id, kind, owner_id, project_id, state, title, brief, service_type, service_types, platforms,
                 requirements, steps, reward_minor, budget_low_minor, fee_minor, currency, seats, role_count,
                 claim_seconds, review_seconds, dispute_seconds, on_rejection,
                 deadline_at, fee_schedule_id, created_at, opened_at)
SELECT pg_temp.nth(0, n), kind, pg_temp.nth(owner_kind, owner), pg_temp.nth(owner_kind + (owner_kind = 1)::int, owner),
       CASE WHEN simple THEN 'open' ELSE 'published' END,
       'Test the ' || (ARRAY['checkout', 'sign-up', 'search', 'booking', 'player', 'transfer', 'camera', 'console'])[1 + n % 8]
           || ' of shop ' || n % 5000,
       'Please go through the ' || (ARRAY['first', 'second', 'third'])[1 + n % 3] || ' flow on area ' || n % 397
           || ', note what surprises you and say why. ' || repeat('Use your own words and take your time. ', 3 + (n % 8)::int),
       CASE WHEN simple THEN simple_type END,
       CASE WHEN simple THEN ARRAY[simple_type] ELSE ARRAY['exploratory', 'functional_scripted', 'smoke_release'] END,
       CASE WHEN n % 100 = 0 THEN ARRAY['api'] WHEN n % 3 = 0 THEN ARRAY['web', 'android'] ELSE ARRAY['web'] END,
       CASE WHEN simple THEN '{"browsers": ["Firefox", "Chrome"], "locales": ["en"]}'::jsonb ELSE '{}' END,
       CASE WHEN simple THEN jsonb_build_array(
                jsonb_build_object('text', 'Open the page', 'expected', 'It loads'),
                jsonb_build_object('text', 'Follow the flow', 'expected', 'It ends with a receipt'),
                jsonb_build_object('text', 'Go back twice', 'expected', NULL)) ELSE '[]' END,
       reward, CASE WHEN NOT simple THEN reward * 2 / 3 END, CASE WHEN simple THEN reward / 10 END, 'usd',
       CASE WHEN simple THEN 1 + n % 5 ELSE 4 END, CASE WHEN simple THEN 0 ELSE 2 END,
       CASE WHEN simple THEN 172800 END, 604800, 259200, CASE WHEN simple THEN 'reopen' ELSE 'refund' END,
       CASE WHEN NOT simple OR n % 4 = 1 THEN now() + interval '1 day' + n % 60 * interval '1 day' + n * interval '1 second' END,
       CASE WHEN simple THEN (SELECT id FROM fee_schedule WHERE builder_fee_bps = 1000 AND tester_fee_bps = 0
                                      AND num_nonnulls(builder_rule_id, tester_rule_id) = 0) END,
       timestamptz '2025-01-01 00:00Z' + n * interval '30 s', timestamptz '2025-01-01 00:00Z' + n * interval '30 s'
  FROM (SELECT n, n % 2 = 1 AS simple, CASE WHEN n % 2 = 1 THEN 'simple' ELSE 'structured' END AS kind,
               (ARRAY['functional_scripted', 'exploratory'])[1 + n / 2 % 2] AS simple_type,
               500 + n * 7919 % 20000 AS reward,
               CASE WHEN n % 40 = 0 THEN 3 ELSE 1 END AS owner_kind,
               CASE WHEN n % 40 = 0 THEN 1 ELSE 1 + n % (:jobs / 10) END AS owner
          FROM generate_series(1, :jobs) n) j;

INSERT INTO job_role (id, job_id, position, name, persona, seats, requirements, budget_low_minor, budget_high_minor)
SELECT pg_temp.nth(5, r), pg_temp.nth(0, (r + 1) / 2 * 2), 2 - r % 2,
       CASE r % 2 WHEN 1 THEN 'Explorers' ELSE 'Shoppers' END, 'Somebody who shops on the way home', 2,
       CASE r % 2 WHEN 1 THEN '{"browsers": ["Firefox", "Chrome"], "locales": ["en"], "level": "any"}'::jsonb
                  ELSE '{"os": ["Windows"], "countries": ["DE", "FR"]}' END,
       (500 + (r + 1) / 2 * 2 * 7919 % 20000) * 2 / 3, 500 + (r + 1) / 2 * 2 * 7919 % 20000
  FROM generate_series(1, :jobs) r;

INSERT INTO job_item (id, role_id, position, service_type, title, instructions, required, quantity, details,
                      bonus_unit_minor, bonus_cap_minor)
SELECT pg_temp.nth(6, i), pg_temp.nth(5, (i + 1) / 2), 2 - i % 2,
       CASE i % 4 WHEN 1 THEN 'exploratory' WHEN 3 THEN 'functional_scripted' ELSE 'smoke_release' END,
       CASE i % 2 WHEN 1 THEN 'Walk through it' ELSE 'A last look' END, 'Please follow the charter and write down what you see.',
       i % 2 = 1, 1 + i % 3, '{"charter": "Explore the way from basket to receipt"}', i % 2 * 100, i % 2 * 1000
  FROM generate_series(1, :jobs * 2) i;

-- Bid b is for the structured job 2k, k counted in tens of bids; its roles take turns.
CREATE TEMPORARY TABLE thread ON COMMIT DROP AS
SELECT b, k, 2 * k - b % 2 AS role, b % 3 = 0 AS answered, b % 1000 = 507 AS is_bench,
       1 + (b - 1) * 7 % (:jobs / 10) AS tester, 400 + b * 31 % 9000 AS walk, 300 + b * 17 % 2000 AS look
  FROM (SELECT b, 1 + (b - 1) / 10 AS k FROM generate_series(1, :jobs::bigint * 5) b) bids;

INSERT INTO bid (id, job_id, role_id, tester_id, state, revision, counters, job_revision, turn_expires_at,
                 created_at, updated_at, submitted_at)
SELECT pg_temp.nth(7, b), pg_temp.nth(0, 2 * k), pg_temp.nth(5, role),
       CASE WHEN is_bench THEN pg_temp.nth(3, 1) ELSE pg_temp.nth(4, tester) END,
       CASE WHEN answered THEN 'countered_by_builder' ELSE 'submitted' END, 1 + answered::int, answered::int, 1,
       now() + interval '3 days', at, at, at
  FROM (SELECT *, timestamptz '2025-01-01 00:00Z' + 2 * k * interval '30 s' + b % 10 * interval '1 hour' AS at FROM thread) t;

INSERT INTO bid_revision (bid_id, number, by, items, total_minor, days, message, job_revision, terms_hash, created_at)
SELECT pg_temp.nth(7, b), number, by,
       jsonb_build_array(jsonb_build_object('item_id', pg_temp.nth(6, 2 * role - 1), 'amount_minor', walk * share / 100),
                         jsonb_build_object('item_id', pg_temp.nth(6, 2 * role), 'amount_minor', look)),
       walk * share / 100 + look, 3 + b % 10, 'I have the device that you need, and time this week.', 1,
       sha256('bench'), timestamptz '2025-01-01 00:00Z' + 2 * k * interval '30 s' + number * interval '1 hour'
  FROM thread, (VALUES (1, 'tester', 100), (2, 'builder', 90)) r (number, by, share)
 WHERE number = 1 OR answered;

SELECT api.job_forms_make(ARRAY(SELECT id FROM job));
ALTER TABLE job ENABLE TRIGGER job_form_added;
ALTER TABLE job_role ENABLE TRIGGER job_form_of_role;
ALTER TABLE job_item ENABLE TRIGGER job_form_of_item;
ALTER TABLE bid ENABLE TRIGGER job_form_of_bid;
ALTER TABLE builder_stat ENABLE TRIGGER job_forms_of_new_stat;
COMMIT;
VACUUM ANALYZE account, account_role, tester_stat, tester_profile, device, project, job, builder_stat, price, job_role,
    job_item, bid, bid_revision, job_page, job_card;
