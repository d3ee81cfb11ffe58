-- SPDX-License-Identifier: Apache-2.0
-- What the database itself promises about seats, submissions and findings.
BEGIN;
SELECT no_plan();

-- --- A job with two seats, and two testers ---

INSERT INTO account (email, password_hash, full_name)
VALUES ('builder@work.example', '-', 'B'), ('one@work.example', '-', 'O'), ('two@work.example', '-', 'T');
INSERT INTO project (owner_id, name) SELECT id, 'Shop' FROM account WHERE email = 'builder@work.example';
INSERT INTO fee_schedule (builder_fee_bps, tester_fee_bps) VALUES (1234, 0);
INSERT INTO job (kind, owner_id, project_id, state, title, brief, service_type, reward_minor, fee_minor, currency,
                 seats, claim_seconds, review_seconds, dispute_seconds)
SELECT 'simple', p.owner_id, p.id, 'open', 'Shop', 'Test', 'exploratory', 100, 10, 'usd', 2, 60, 60, 60
  FROM project p JOIN account a ON a.id = p.owner_id WHERE a.email = 'builder@work.example';

PREPARE claim (text, int, text) AS
    INSERT INTO assignment (job_id, tester_id, seat, state, terms, reward_minor, fee_minor, currency, fee_schedule_id, claim_expires_at)
    SELECT j.id, t.id, $2, $3, '{"steps": []}', 100, 10, 'usd', f.id, now()
      FROM job j JOIN account b ON b.id = j.owner_id AND b.email = 'builder@work.example',
           account t, fee_schedule f
     WHERE t.email = $1 AND f.builder_fee_bps = 1234;

-- --- Seats ---

SELECT lives_ok($$EXECUTE claim('one@work.example', 1, 'active')$$, 'a seat is claimed');
SELECT throws_ok($$EXECUTE claim('two@work.example', 1, 'active')$$, '23505', NULL, 'it has one holder');
SELECT throws_ok($$EXECUTE claim('one@work.example', 2, 'active')$$, '23505', NULL, 'a tester holds one seat of a job');
SELECT lives_ok($$EXECUTE claim('two@work.example', NULL, 'returned')$$, 'one who gave it back holds none');
SELECT lives_ok($$EXECUTE claim('two@work.example', NULL, 'lapsed')$$, 'twice even');
SELECT lives_ok($$EXECUTE claim('two@work.example', 2, 'delivered')$$, 'and may claim again');
SELECT throws_ok($$UPDATE job SET seats_taken = 2, seats_closed = 1 WHERE title = 'Shop' AND fee_minor = 10$$, '23514', NULL,
                 'no more seats are taken and closed than there are');
SELECT throws_ok($$UPDATE job SET seats_taken = -1 WHERE title = 'Shop' AND fee_minor = 10$$, '23514', NULL, 'nor fewer than none');

-- --- Submissions and findings ---

INSERT INTO submission (assignment_id, service_type, summary, reward_minor, fee_minor, bonus_unit_minor, bonus_cap_minor)
SELECT a.id, 'exploratory', 'of work.sql', 100, 10, 5, 20 FROM assignment a JOIN account t ON t.id = a.tester_id WHERE t.email = 'one@work.example';
SELECT throws_ok($$UPDATE submission SET state = 'rejected' WHERE summary = 'of work.sql'$$, '23514', NULL, 'a rejection has a reason');
SELECT throws_ok($$UPDATE submission SET reject_reason = 'mood' WHERE summary = 'of work.sql'$$, '23514', NULL, 'of the closed list');
SELECT throws_ok($$UPDATE submission SET rating = 6 WHERE summary = 'of work.sql'$$, '23514', NULL, 'five stars are the most');
PREPARE finding (int) AS
    INSERT INTO finding (submission_id, number, title, kind, severity, expected, actual, reproducibility)
    SELECT id, $1, 'One problem', 'visual', 'minor', 'x', 'y', 'once' FROM submission WHERE summary = 'of work.sql';
SELECT lives_ok($$EXECUTE finding(1)$$, 'a finding');
SELECT throws_ok($$EXECUTE finding(1)$$, '23505', NULL, 'its number is its own');

-- --- What findings earn ---

SELECT is((SELECT array_agg(api.severity_weight(severity) ORDER BY n)
             FROM unnest('{critical,major,moderate,minor,trivial}'::text[]) WITH ORDINALITY AS s (severity, n)),
          '{10,5,2,1,0}', 'each severity has its weight');
CREATE FUNCTION pg_temp.bonus() RETURNS bigint LANGUAGE sql AS $$
    SELECT api.bonus_minor(s) FROM submission s WHERE s.summary = 'of work.sql' $$;
SELECT is(pg_temp.bonus(), 5::bigint, 'what nobody has judged counts as it was handed in');
UPDATE finding SET severity_final = 'moderate', state = 'valid' WHERE title = 'One problem';
SELECT is(pg_temp.bonus(), 10::bigint, 'the final severity counts');
SELECT lives_ok($$EXECUTE finding(2)$$, 'another one');
UPDATE finding SET severity_final = 'critical' WHERE title = 'One problem' AND number = 2;
SELECT is(pg_temp.bonus(), 20::bigint, 'never more than the cap');
UPDATE finding SET state = 'spam' WHERE title = 'One problem';
SELECT is(pg_temp.bonus(), 0::bigint, 'what is not valid earns nothing');
SELECT throws_ok($$UPDATE finding SET state = 'duplicate' WHERE title = 'One problem'$$, '23514', NULL, 'a duplicate has a root');
SELECT throws_ok($$UPDATE finding SET duplicate_of = id WHERE title = 'One problem'$$, '23514', NULL, 'and nothing else has');

CREATE FUNCTION pg_temp.reported() RETURNS bigint LANGUAGE sql AS $$
    SELECT api.bonus_reported_minor(s) FROM submission s WHERE s.summary = 'of work.sql' $$;
SELECT is(pg_temp.reported(), 10::bigint, 'as reported, verdicts count for nothing');
UPDATE finding SET severity = 'critical' WHERE title = 'One problem';
SELECT is(pg_temp.reported(), 20::bigint, 'but the cap does');
UPDATE finding SET state = 'withdrawn' WHERE title = 'One problem';
SELECT is(pg_temp.reported(), 0::bigint, 'what the tester withdrew was not reported');

-- --- What has left the hold ---

SELECT throws_ok($$UPDATE submission SET paid_minor = 100, returned_minor = 21 WHERE summary = 'of work.sql'$$, '23514', NULL,
                 'no more is paid and returned than reward and bonus');
SELECT throws_ok($$UPDATE submission SET out_minor = 131 WHERE summary = 'of work.sql'$$, '23514', NULL, 'no more leaves than the price');
SELECT throws_ok($$UPDATE submission SET settled_at = now(), out_minor = 129 WHERE summary = 'of work.sql'$$, '23514', NULL,
                 'what is settled holds nothing');
SELECT throws_ok($$UPDATE submission SET state = 'approved_partial' WHERE summary = 'of work.sql'$$, '23514', NULL, 'a part has a size');

-- --- What a cancellation costs ---

CREATE FUNCTION pg_temp.cost() RETURNS text LANGUAGE sql AS $$
    SELECT concat_ws(' ', api.compensation_percent(a), api.compensation_minor(s, a), api.compensation_minor(a))
      FROM submission s JOIN assignment a ON a.id = s.assignment_id WHERE s.summary = 'of work.sql' $$;
CREATE FUNCTION pg_temp.begin_work(passed interval, extension interval) RETURNS void LANGUAGE sql AS $$
    UPDATE assignment SET work_began_at = now(), created_at = now() - passed, extension_seconds = extract(epoch FROM extension),
           claim_expires_at = now() - passed + interval '2 days' + extension
     WHERE id = (SELECT assignment_id FROM submission WHERE summary = 'of work.sql') $$;
SELECT is(pg_temp.cost(), '0 0 0', 'nothing before work has begun');
SELECT pg_temp.begin_work('23 hours', '0');
SELECT is(pg_temp.cost(), '25 25 25', 'then a quarter');
SELECT pg_temp.begin_work('25 hours', '0');
SELECT is(pg_temp.cost(), '50 50 50', 'half of it after half of the time');
SELECT pg_temp.begin_work('25 hours', '1 day');
SELECT is(pg_temp.cost(), '50 50 50', 'which an extension does not move');

-- --- Who is shown what ---

CREATE FUNCTION pg_temp.is_shown(email text) RETURNS boolean LANGUAGE sql AS $$
    SELECT api.submission_is_shown(s, a, v.id)
      FROM submission s JOIN assignment a ON a.id = s.assignment_id, account v
     WHERE s.summary = 'of work.sql' AND v.email = $1 $$;
SELECT ok(pg_temp.is_shown('one@work.example'), 'a draft is shown to its tester');
SELECT ok(NOT pg_temp.is_shown('builder@work.example'), 'and not to the builder');
UPDATE submission SET state = 'submitted', submitted_at = now() WHERE summary = 'of work.sql';
SELECT ok(pg_temp.is_shown('builder@work.example'), 'until it is handed in');
SELECT is(pg_temp.cost(), '50 50', 'then it cannot be cancelled');
UPDATE submission SET state = 'waived', submitted_at = NULL WHERE summary = 'of work.sql';
SELECT ok(pg_temp.is_shown('builder@work.example'), 'or dropped');

-- --- Who may dispute ---

CREATE FUNCTION pg_temp.disputers() RETURNS text LANGUAGE sql AS $$
    SELECT coalesce(string_agg(split_part(v.email, '@', 1), ' ' ORDER BY v.email), '')
      FROM submission s JOIN assignment a ON a.id = s.assignment_id, account v
     WHERE s.summary = 'of work.sql' AND v.email IN ('builder@work.example', 'one@work.example')
       AND api.may_dispute(s, a, v.id) $$;
UPDATE submission SET state = 'submitted', submitted_at = now() WHERE summary = 'of work.sql';
SELECT is(pg_temp.disputers(), 'builder', 'the builder what waits for a decision');
UPDATE submission SET state = 'approved' WHERE summary = 'of work.sql';
SELECT is(pg_temp.disputers(), '', 'nobody what has no time for it');
UPDATE submission SET dispute_due_at = now() + interval '1 minute' WHERE summary = 'of work.sql';
SELECT is(pg_temp.disputers(), 'one', 'the tester what was decided');
UPDATE submission SET dispute_due_at = now() WHERE summary = 'of work.sql';
SELECT is(pg_temp.disputers(), '', 'in time');
UPDATE submission SET dispute_due_at = now() + interval '1 minute', settled_at = now(), out_minor = 130 WHERE summary = 'of work.sql';
SELECT is(pg_temp.disputers(), '', 'and while something is held');

SELECT * FROM finish();
ROLLBACK;
