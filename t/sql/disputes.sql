-- SPDX-License-Identifier: Apache-2.0
-- What the database itself promises about disputes, and what it counts for them.
BEGIN;
SELECT no_plan();

-- --- Business days, Monday to Friday in UTC. 2026-11-20 is a Friday. ---

CREATE FUNCTION pg_temp.after(start text, seconds int) RETURNS text LANGUAGE sql AS
    $$SELECT to_char(api.after_business_days(start::timestamptz, seconds) AT TIME ZONE 'UTC', 'Dy DD HH24:MI')$$;
SELECT is(pg_temp.after('2026-11-16 10:00Z', 86400), 'Tue 17 10:00', 'a day');
SELECT is(pg_temp.after('2026-11-16 10:00Z', 5 * 86400), 'Mon 23 10:00', 'five days go over a weekend');
SELECT is(pg_temp.after('2026-11-20 10:00Z', 86400), 'Mon 23 10:00', 'from Friday to Monday');
SELECT is(pg_temp.after('2026-11-21 10:00Z', 86400), 'Mon 23 10:00', 'so it is from Saturday');
SELECT is(pg_temp.after('2026-11-22 10:00Z', 86400), 'Mon 23 10:00', 'and from Sunday');
SELECT is(pg_temp.after('2026-11-21 10:00Z', 5 * 86400), 'Fri 27 10:00', 'five days are a whole week then');
SELECT is(pg_temp.after('2026-11-20 10:00Z', 3600), 'Fri 20 11:00', 'less than a day counts as it is');
SELECT is(pg_temp.after('2026-11-20 23:30Z', 3600), 'Sat 21 00:30', 'on any day');
SELECT is(pg_temp.after('2026-11-20 10:00Z', 86400 + 60), 'Mon 23 10:01', 'and beside whole ones');
SELECT is(pg_temp.after('2026-11-20 10:00Z', 0), 'Fri 20 10:00', 'nothing is now');

-- --- Proportions are those of domain/money.c ---

SELECT is(api.proportion(250, 1, 3), 83::bigint, 'a third is rounded down');
SELECT is(api.proportion(250, 2, 3), 167::bigint, 'two thirds up');
SELECT is(api.proportion(5, 1, 2), 3::bigint, 'a half up');
SELECT is(api.proportion(1000000000000, 999999999999, 1000000000000), 999999999999::bigint, 'however large');
SELECT is(api.proportion(10, 0, 0), 0::bigint, 'of nothing there is nothing');

-- --- A dispute ---

INSERT INTO account (email, password_hash, full_name)
VALUES ('builder@dispute.example', '-', 'B'), ('tester@dispute.example', '-', 'T'), ('admin@dispute.example', '-', 'A');
INSERT INTO project (owner_id, name) SELECT id, 'Shop' FROM account WHERE email = 'builder@dispute.example';
INSERT INTO fee_schedule (builder_fee_bps, tester_fee_bps) VALUES (1235, 750);
INSERT INTO job (kind, owner_id, project_id, state, title, brief, service_type, reward_minor, fee_minor, currency,
                 seats, claim_seconds, review_seconds, dispute_seconds)
SELECT 'simple', p.owner_id, p.id, 'open', 'Dispute', 'Test', 'exploratory', 1000, 101, 'usd', 1, 60, 60, 60
  FROM project p JOIN account a ON a.id = p.owner_id WHERE a.email = 'builder@dispute.example';
INSERT INTO assignment (job_id, tester_id, seat, state, terms, reward_minor, fee_minor, currency, fee_schedule_id, claim_expires_at)
SELECT j.id, t.id, 1, 'delivered', '{}', 1000, 101, 'usd', f.id, now()
  FROM job j, account t, fee_schedule f
 WHERE j.title = 'Dispute' AND t.email = 'tester@dispute.example' AND f.builder_fee_bps = 1235;
INSERT INTO submission (assignment_id, state, reject_reason, service_type, summary, reward_minor, bonus_unit_minor, bonus_cap_minor,
                        fee_minor, submitted_at)
SELECT a.id, 'rejected', 'abusive', 'exploratory', 'of disputes.sql', 1000, 100, 700, 101, now()
  FROM assignment a JOIN account t ON t.id = a.tester_id WHERE t.email = 'tester@dispute.example';
INSERT INTO finding (submission_id, number, title, kind, severity, expected, actual, reproducibility, state, severity_final)
SELECT id, 1, 'One', 'functional', 'major', 'x', 'y', 'always', 'valid', 'trivial' FROM submission WHERE summary = 'of disputes.sql';

SELECT is((SELECT api.dispute_stake(s) FROM submission s WHERE summary = 'of disputes.sql'), 1500::bigint, 'at stake is what was reported');
UPDATE submission SET returned_minor = 400 WHERE summary = 'of disputes.sql';
SELECT is((SELECT api.dispute_stake(s) FROM submission s WHERE summary = 'of disputes.sql'), 1300::bigint, 'and was not given back');
UPDATE submission SET returned_minor = 0 WHERE summary = 'of disputes.sql';

PREPARE open_one (text, text) AS
    INSERT INTO dispute (submission_id, assignment_id, job_id, tester_id, builder_id, opened_by, kind, state, statement, case_file, case_hash,
                         at_stake_minor, paid_before_minor, currency, settlement_due_at, answer_due_at, hard_stop_at, tester_percent, outcome, awarded_minor, closed_at)
    SELECT s.id, a.id, a.job_id, a.tester_id, j.owner_id, 'tester', 'scope', $1, 'Said', '{}', sha256(''), 1500, 0, 'usd', now(), now(), now(),
           CASE WHEN $1 IN ('decided', 'closed') THEN 50 END, $2, CASE $1 WHEN 'closed' THEN 750 END, CASE $1 WHEN 'closed' THEN now() END
      FROM submission s JOIN assignment a ON a.id = s.assignment_id JOIN job j ON j.id = a.job_id
     WHERE s.summary = 'of disputes.sql';
SELECT throws_ok($$EXECUTE open_one('answered', NULL)$$, '23514', NULL, 'what is answered has an answer');
SELECT throws_ok($$EXECUTE open_one('decided', NULL)$$, '23514', NULL, 'what is decided says how');
SELECT throws_ok($$EXECUTE open_one('open', 'decided')$$, '23514', NULL, 'what is not does not');
SELECT throws_ok($$EXECUTE open_one('appealed', NULL)$$, '23514', NULL, 'what is appealed was, by somebody');
SELECT lives_ok($$EXECUTE open_one('open', NULL)$$, 'one is opened');
SELECT throws_ok($$EXECUTE open_one('open', NULL)$$, '23505', NULL, 'and no other for the same submission');

-- --- Splits: all of the price goes somewhere ---

SELECT is((SELECT count(*) FROM dispute d JOIN submission s ON s.id = d.submission_id, json_array_elements(api.dispute_splits(d, s)) split
            WHERE s.summary = 'of disputes.sql'), 101::bigint, 'there is one for each per cent');
SELECT is((SELECT split::text FROM dispute d JOIN submission s ON s.id = d.submission_id, json_array_elements(api.dispute_splits(d, s)) split
            WHERE s.summary = 'of disputes.sql' AND split ->> 'tester_percent' = '0'),
          '{"tester_percent" : 0, "tester_minor" : 0, "builder_minor" : 1801}', 'with nothing for the tester all goes back');
SELECT is((SELECT split::text FROM dispute d JOIN submission s ON s.id = d.submission_id, json_array_elements(api.dispute_splits(d, s)) split
            WHERE s.summary = 'of disputes.sql' AND split ->> 'tester_percent' = '100'),
          '{"tester_percent" : 100, "tester_minor" : 1387, "builder_minor" : 212}', 'with all of it the rest of the bonus, and its part of the fee');
SELECT is_empty($$
    SELECT n FROM (SELECT (split ->> 'tester_percent')::int AS n, (split ->> 'tester_minor')::bigint AS t, (split ->> 'builder_minor')::bigint AS b
                     FROM dispute d JOIN submission s ON s.id = d.submission_id, json_array_elements(api.dispute_splits(d, s)) split
                    WHERE s.summary = 'of disputes.sql') x
     WHERE t < 0 OR b < 0 OR t + b > 1801$$, 'no split gives more than is held');

-- --- What was said stays said ---

SELECT throws_ok($$UPDATE dispute SET statement = 'Else' WHERE statement = 'Said'$$, '42501', NULL, 'the statement');
SELECT throws_ok($$UPDATE dispute SET case_file = '{"a": 1}' WHERE statement = 'Said'$$, '42501', NULL, 'the case file');
SELECT throws_ok($$DELETE FROM dispute WHERE statement = 'Said'$$, '42501', NULL, 'the dispute');
SELECT lives_ok($$UPDATE dispute SET state = 'answered', answer = 'No', answered_at = now() WHERE statement = 'Said'$$, 'it is answered');
SELECT throws_ok($$UPDATE dispute SET answer = 'Yes' WHERE statement = 'Said'$$, '42501', NULL, 'the answer');
SELECT throws_ok($$UPDATE dispute SET answer = NULL, answered_at = NULL, state = 'open' WHERE statement = 'Said'$$, '42501', NULL, 'for good');
SELECT lives_ok($$UPDATE dispute SET state = 'decided', tester_percent = 50, outcome = 'decided', reason = 'Half', decided_by = tester_id
                   WHERE statement = 'Said'$$, 'it is decided');
SELECT throws_ok($$UPDATE dispute SET tester_percent = 51 WHERE statement = 'Said'$$, '42501', NULL, 'the decision');
SELECT throws_ok($$UPDATE dispute SET reason = 'More' WHERE statement = 'Said'$$, '42501', NULL, 'its reason');
SELECT throws_ok($$UPDATE dispute SET state = 'closed', closed_at = now(), awarded_minor = 1501 WHERE statement = 'Said'$$, '23514', NULL,
                 'no more is awarded than is at stake');
SELECT throws_ok($$UPDATE dispute SET appeal_decided_by = decided_by WHERE statement = 'Said'$$, '23514', NULL, 'an appeal is decided by somebody else');
SELECT lives_ok($$UPDATE dispute SET state = 'closed', closed_at = now(), awarded_minor = 750 WHERE statement = 'Said'$$, 'it is closed');
SELECT throws_ok($$UPDATE dispute SET summary = 'Sum' WHERE statement = 'Said'$$, '42501', NULL, 'and nothing more is said');

SELECT lives_ok($$INSERT INTO dispute_proposal (dispute_id, number, by, tester_percent) SELECT id, 1, 'tester', 50 FROM dispute WHERE statement = 'Said'$$,
                'a proposal');
SELECT throws_ok($$UPDATE dispute_proposal SET tester_percent = 60$$, '42501', NULL, 'is not changed');
SELECT throws_ok($$DELETE FROM dispute_proposal$$, '42501', NULL, 'or taken back');

SELECT * FROM finish();
ROLLBACK;
