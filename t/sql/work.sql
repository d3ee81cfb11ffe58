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

-- --- Who is shown what ---

CREATE FUNCTION pg_temp.is_shown(email text) RETURNS boolean LANGUAGE sql AS $$
    SELECT api.submission_is_shown(s, a, v.id)
      FROM submission s JOIN assignment a ON a.id = s.assignment_id, account v
     WHERE s.summary = 'of work.sql' AND v.email = $1 $$;
SELECT ok(pg_temp.is_shown('one@work.example'), 'a draft is shown to its tester');
SELECT ok(NOT pg_temp.is_shown('builder@work.example'), 'and not to the builder');
UPDATE submission SET state = 'submitted', submitted_at = now() WHERE summary = 'of work.sql';
SELECT ok(pg_temp.is_shown('builder@work.example'), 'until it is handed in');

SELECT * FROM finish();
ROLLBACK;
