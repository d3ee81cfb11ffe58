-- SPDX-License-Identifier: Apache-2.0
-- What the database itself promises about structured jobs, and the members of their
-- JSON forms.
BEGIN;
SELECT no_plan();

INSERT INTO account (email, password_hash, full_name) VALUES ('builder@plans.example', '-', 'B');
INSERT INTO project (owner_id, name) SELECT id, 'Shop' FROM account WHERE email = 'builder@plans.example';
PREPARE job (text, text, text, bigint, int) AS
    INSERT INTO job (kind, owner_id, project_id, state, title, brief, service_type, reward_minor, fee_minor, currency,
                     seats, claim_seconds, review_seconds, dispute_seconds)
    SELECT $1, p.owner_id, p.id, $2, 'Of plans.sql', 'Test', $3, $4, $4, 'usd', $5, CASE $1 WHEN 'simple' THEN 60 END, 60, 60
      FROM project p JOIN account a ON a.id = p.owner_id WHERE a.email = 'builder@plans.example';

-- --- What belongs to which kind ---

SELECT lives_ok($$EXECUTE job('structured', 'draft', NULL, NULL, 0)$$, 'a plan begins without seats');
SELECT throws_ok($$EXECUTE job('structured', 'draft', 'exploratory', NULL, 1)$$, '23514', NULL, 'its items have the kinds of test');
SELECT throws_ok($$EXECUTE job('structured', 'draft', NULL, 100, 1)$$, '23514', NULL, 'and bids the fees');
SELECT throws_ok($$EXECUTE job('structured', 'open', NULL, NULL, 1)$$, '23514', NULL, 'it is never open');
SELECT throws_ok($$EXECUTE job('structured', 'draft', NULL, NULL, 2001)$$, '23514', NULL, 'twenty roles of a hundred seats are the most');
SELECT throws_ok($$EXECUTE job('simple', 'draft', NULL, 100, 1)$$, '23514', NULL, 'a simple job has a kind of test');
SELECT throws_ok($$EXECUTE job('simple', 'draft', 'exploratory', NULL, 1)$$, '23514', NULL, 'and a reward');
SELECT throws_ok($$EXECUTE job('simple', 'draft', 'exploratory', 100, 0)$$, '23514', NULL, 'and a seat');

-- --- Roles and items ---

PREPARE role (int, int, int, bigint, bigint) AS
    INSERT INTO job_role (job_id, position, name, seats, seats_taken, seats_reserved, budget_low_minor, budget_high_minor)
    SELECT id, 1, 'Role', $1, $2, $3, $4, $5 FROM job WHERE title = 'Of plans.sql';
SELECT lives_ok($$EXECUTE role(3, 2, 1, 500, 500)$$, 'a role with all seats bound');
SELECT throws_ok($$EXECUTE role(3, 2, 2, NULL, NULL)$$, '23514', NULL, 'not one more');
SELECT throws_ok($$EXECUTE role(3, -1, 0, NULL, NULL)$$, '23514', NULL, 'nor fewer than none');
SELECT throws_ok($$EXECUTE role(0, 0, 0, NULL, NULL)$$, '23514', NULL, 'a role has a seat');
SELECT throws_ok($$EXECUTE role(1, 0, 0, 600, 500)$$, '23514', NULL, 'a budget goes upwards');

PREPARE item (bigint, bigint, int) AS
    INSERT INTO job_item (role_id, position, service_type, title, instructions, bonus_unit_minor, bonus_cap_minor, change_rounds)
    SELECT r.id, 1, 'exploratory', 'Item', 'Look around.', $1, $2, $3
      FROM job_role r JOIN job j ON j.id = r.job_id WHERE j.title = 'Of plans.sql';
SELECT lives_ok($$EXECUTE item(0, 0, 0)$$, 'an item');
SELECT throws_ok($$EXECUTE item(10, 0, 1)$$, '23514', NULL, 'a bonus has a cap');
SELECT throws_ok($$EXECUTE item(0, 10, 1)$$, '23514', NULL, 'and a cap a bonus');
SELECT throws_ok($$EXECUTE item(0, 0, 6)$$, '23514', NULL, 'changes come to an end');

-- --- Searches ---

SELECT ok(search @@ to_tsquery('simple', 'plans.sql') AND NOT search @@ to_tsquery('simple', 'basket'), 'a title is found')
  FROM job WHERE title = 'Of plans.sql';
UPDATE job SET role_words = 'Shopper' || E'\n' || 'Fill the basket' WHERE title = 'Of plans.sql';
SELECT ok(search @@ to_tsquery('simple', 'shopper & basket'), 'and so are roles and items')
  FROM job WHERE title = 'Of plans.sql';
SELECT ok(ts_rank(search, to_tsquery('simple', 'test')) > ts_rank(search, to_tsquery('simple', 'basket')),
          'which count for less than the brief')
  FROM job WHERE title = 'Of plans.sql';

-- --- Forms ---

CREATE FUNCTION pg_temp.members(form json) RETURNS text[] LANGUAGE sql AS $$
    SELECT array_agg(key ORDER BY key) FROM json_object_keys(form) key $$;
CREATE FUNCTION pg_temp.roles() RETURNS json LANGUAGE sql AS $$
    SELECT api.job_roles(id, NULL, 1000, 0) FROM job WHERE title = 'Of plans.sql' $$;
SELECT is(pg_temp.members(pg_temp.roles() -> 0),
          '{budget_high_minor,budget_low_minor,builder_fee_bps,id,items,name,persona,requirements,seats,seats_left,seats_reserved,seats_taken,tester_fee_bps}',
          'a role');
SELECT is(pg_temp.members(pg_temp.roles() #> '{0,items,0}'),
          '{bonus_cap_minor,bonus_unit_minor,change_rounds,details,expected_minutes,id,instructions,quantity,required,service_type,title}',
          'an item');
SELECT is(pg_temp.roles() #>> '{0,seats_left}', '0', 'what is reserved is not left');
UPDATE job_item SET removed_at = now() WHERE role_id IN (SELECT r.id FROM job_role r JOIN job j ON j.id = r.job_id WHERE j.title = 'Of plans.sql');
SELECT is(pg_temp.roles() #>> '{0,items}', '[]', 'what was taken out is not shown');
SELECT is(api.job_roles(uuid7(), NULL, 1000, 0)::text, '[]', 'a job without roles has an empty list');

SELECT * FROM finish();
ROLLBACK;
