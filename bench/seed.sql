-- A marketplace of 200,000 open jobs, for measuring. Ids are made of numbers, so that a
-- load script can name them: job n is 00000000-0000-7000-8000-<n as 12 digits>, and was
-- opened n half minutes after the beginning of 2025.
--
-- psql -v jobs=200000 -v password_hash=... -f bench/seed.sql, into a database of its own, as
-- its owner. With a hash there is an account bench@bench.example to sign in with.
\set ON_ERROR_STOP on
\if :{?jobs} \else \set jobs 200000 \endif
BEGIN;
SET LOCAL synchronous_commit = off;

CREATE FUNCTION pg_temp.nth(kind int, n bigint) RETURNS uuid
LANGUAGE sql IMMUTABLE
RETURN (lpad(kind::text, 8, '0') || '-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid;

-- One builder for each ten jobs; nobody can sign in with a hash that is none.
INSERT INTO account (id, email, email_verified_at, password_hash, full_name)
SELECT pg_temp.nth(1, n), 'builder' || n || '@bench.example', now(), '!', 'Builder ' || n
  FROM generate_series(1, :jobs / 10) n;
\if :{?password_hash}
INSERT INTO account (id, email, email_verified_at, password_hash, full_name)
VALUES (pg_temp.nth(3, 1), 'bench@bench.example', now(), :'password_hash', 'Bench');
INSERT INTO account_role (account_id, role) VALUES (pg_temp.nth(3, 1), 'tester');
\endif
INSERT INTO account_role (account_id, role)
SELECT pg_temp.nth(1, n), 'builder' FROM generate_series(1, :jobs / 10) n;
INSERT INTO builder_stat (account_id, review_hours)
SELECT pg_temp.nth(1, n), 1 + n % 96 FROM generate_series(1, :jobs / 10) n;

INSERT INTO project (id, owner_id, name, url, description, platforms)
SELECT pg_temp.nth(2, n), pg_temp.nth(1, n), 'Project ' || n, 'https://p' || n || '.bench.example',
       'An application under test', ARRAY['web']
  FROM generate_series(1, :jobs / 10) n;

INSERT INTO fee_schedule (builder_fee_bps, tester_fee_bps) VALUES (1000, 0) ON CONFLICT DO NOTHING;

-- The words are spread so that some are in every job, some in a few dozen.
INSERT INTO job (id, kind, owner_id, project_id, state, title, brief, service_type, platforms, requirements, steps,
                 reward_minor, fee_minor, currency, seats, claim_seconds, review_seconds, dispute_seconds,
                 deadline_at, fee_schedule_id, created_at, opened_at)
SELECT pg_temp.nth(0, n), 'simple', pg_temp.nth(1, 1 + n % (:jobs / 10)), pg_temp.nth(2, 1 + n % (:jobs / 10)), 'open',
       'Test the ' || (ARRAY['checkout', 'sign-up', 'search', 'booking', 'player', 'transfer', 'camera', 'console'])[1 + n % 8]
           || ' of shop ' || n % 5000,
       'Please go through the ' || (ARRAY['first', 'second', 'third'])[1 + n % 3] || ' flow on area ' || n % 397
           || ', note what surprises you and say why. ' || repeat('Use your own words and take your time. ', 3 + (n % 8)::int),
       (ARRAY['functional_scripted', 'exploratory'])[1 + n % 2],
       CASE WHEN n % 100 = 0 THEN ARRAY['api'] WHEN n % 3 = 0 THEN ARRAY['web', 'android'] ELSE ARRAY['web'] END,
       jsonb_build_object('browsers', jsonb_build_array('Firefox', 'Chrome'), 'locales', jsonb_build_array('en')),
       jsonb_build_array(jsonb_build_object('text', 'Open the page', 'expected', 'It loads'),
                         jsonb_build_object('text', 'Follow the flow', 'expected', 'It ends with a receipt'),
                         jsonb_build_object('text', 'Go back twice', 'expected', NULL)),
       500 + n * 7919 % 20000, (500 + n * 7919 % 20000) / 10, 'usd', 1 + n % 5, 172800, 604800, 259200,
       CASE WHEN n % 2 = 0 THEN now() + n % 60 * interval '1 day' + n * interval '1 second' END,
       (SELECT id FROM fee_schedule WHERE builder_fee_bps = 1000 AND tester_fee_bps = 0),
       timestamptz '2025-01-01 00:00Z' + n * interval '30 s', timestamptz '2025-01-01 00:00Z' + n * interval '30 s'
  FROM generate_series(1, :jobs) n;
COMMIT;
VACUUM ANALYZE account, project, job, builder_stat;
