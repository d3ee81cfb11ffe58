-- SPDX-License-Identifier: Apache-2.0
-- What is kept ready of a job is what it would be if it were made now, after each kind of
-- write to each table that it is made of.
BEGIN;
SELECT no_plan();

-- As at the end of a transaction, which this one never comes to.
CREATE FUNCTION pg_temp.committed(statement text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE statement;
    SET CONSTRAINTS job_forms_make_due IMMEDIATE;
    SET CONSTRAINTS job_forms_make_due DEFERRED;
END $$;
CREATE FUNCTION pg_temp.pages() RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(p::text, E'\n' ORDER BY p.job_id)
      FROM job_page p JOIN job j ON j.id = p.job_id WHERE j.title LIKE '% of stored\_forms.sql' $$;
CREATE FUNCTION pg_temp.cards() RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(c::text, E'\n' ORDER BY c.job_id)
      FROM job_card c JOIN job j ON j.id = c.job_id WHERE j.title LIKE '% of stored\_forms.sql' $$;

-- Runs a statement; says which forms it has changed, and that all are right.
CREATE FUNCTION pg_temp.changes(statement text, expected text, why text) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
    page text := pg_temp.pages();
    card text := pg_temp.cards();
BEGIN
    PERFORM pg_temp.committed(statement);
    RETURN NEXT is(concat_ws(' and ', CASE WHEN page IS DISTINCT FROM pg_temp.pages() THEN 'page' END,
                                      CASE WHEN card IS DISTINCT FROM pg_temp.cards() THEN 'card' END), expected, why);
    RETURN NEXT is_empty('SELECT * FROM api.wrong_forms', 'all is as it would be made now');
    RETURN NEXT is_empty('SELECT FROM job_form_due', 'and nothing is left to do');
END $$;

INSERT INTO account (email, password_hash, full_name)
SELECT name || '@stored.example', '-', name FROM unnest('{builder,tester,bidder}'::text[]) name;
CREATE FUNCTION pg_temp.account(name text) RETURNS uuid LANGUAGE sql AS $$
    SELECT id FROM account WHERE email = (name || '@stored.example')::citext $$;
INSERT INTO fee_schedule (builder_fee_bps, tester_fee_bps) VALUES (1234, 0);
INSERT INTO project (owner_id, name) VALUES (pg_temp.account('builder'), 'Shop');
INSERT INTO file (owner_id, name, store_key, state, kind, media_type, sha256)
SELECT pg_temp.account('builder'), 'icon.png', uuid7(), 'ready', 'picture', 'image/png', sha256('icon');
CREATE FUNCTION pg_temp.job(kind text, state text) RETURNS text LANGUAGE sql AS $$
    SELECT format($sql$
        INSERT INTO job (kind, owner_id, project_id, state, title, brief, service_type, reward_minor, fee_minor, currency,
                         seats, claim_seconds, review_seconds, dispute_seconds, opened_at)
        SELECT %1$L, p.owner_id, p.id, %2$L, 'The %1$s of stored_forms.sql', 'Test', CASE %1$L WHEN 'simple' THEN 'exploratory' END,
               100, CASE %1$L WHEN 'simple' THEN 10 END, 'usd', 2, CASE %1$L WHEN 'simple' THEN 60 END, 60, 60, now()
          FROM project p WHERE p.owner_id = pg_temp.account('builder')$sql$, kind, state) $$;

-- --- The job itself ---

SELECT is_empty('SELECT * FROM api.wrong_forms', 'what is there is right');
SELECT pg_temp.changes(pg_temp.job('simple', 'draft'), '', 'a draft is not for everybody');
SELECT pg_temp.changes($$UPDATE job SET brief = 'Test it' WHERE title = 'The simple of stored_forms.sql'$$, '', 'whatever happens to it');
SELECT pg_temp.changes($$UPDATE job SET state = 'open' WHERE title = 'The simple of stored_forms.sql'$$, 'page and card', 'an open job is');
SELECT pg_temp.changes(pg_temp.job('structured', 'published'), 'page and card', 'one that takes bids, too');
SELECT pg_temp.changes($$UPDATE job SET seats_taken = 1 WHERE title = 'The simple of stored_forms.sql'$$, 'page and card', 'a seat is taken');
SELECT pg_temp.changes($$UPDATE job SET brief = 'Do test' WHERE title = 'The simple of stored_forms.sql'$$, 'page', 'a text changes');
SELECT pg_temp.changes($$UPDATE job SET brief = repeat(md5(title) || ' ', 400) WHERE title = 'The simple of stored_forms.sql'$$, 'page', 'a long one');
SELECT pg_temp.changes($$UPDATE job SET state = 'filled' WHERE title = 'The simple of stored_forms.sql'$$, 'page and card', 'a full job is off the market');
SELECT is((SELECT count(*) FROM job_page JOIN job ON id = job_id WHERE title LIKE '% of stored\_forms.sql'), 2::bigint, 'but can be read');
SELECT is((SELECT count(*) FROM job_card JOIN job ON id = job_id WHERE title LIKE '% of stored\_forms.sql'), 1::bigint, 'as the other one');

-- --- Roles, items, and who has to do with it ---

SELECT pg_temp.changes($$INSERT INTO job_role (job_id, position, name, seats)
                         SELECT id, 1, 'Shopper', 2 FROM job WHERE title = 'The structured of stored_forms.sql'$$, 'page', 'a role');
CREATE TEMPORARY VIEW role AS
SELECT r.* FROM job_role r JOIN job j ON j.id = r.job_id WHERE j.title = 'The structured of stored_forms.sql';
SELECT pg_temp.changes($$UPDATE job_role SET seats_reserved = 1 WHERE id = (SELECT id FROM role)$$, 'page', 'a seat is reserved');
SELECT pg_temp.changes($$INSERT INTO job_item (role_id, position, service_type, title, instructions)
                         SELECT id, 1, 'exploratory', 'Walk', 'Look around' FROM role$$, 'page', 'an item');
SELECT pg_temp.changes($$UPDATE job_item SET title = 'Run' WHERE role_id = (SELECT id FROM role)$$, 'page', 'another title');
SELECT pg_temp.changes($$DELETE FROM job_item WHERE role_id = (SELECT id FROM role)$$, 'page', 'no item');
SELECT pg_temp.changes($$INSERT INTO bid (job_id, role_id, tester_id, state, job_revision)
                         SELECT job_id, id, pg_temp.account('bidder'), 'submitted', 1 FROM role$$, 'page', 'who bids is no stranger');
SELECT pg_temp.changes($$INSERT INTO assignment (job_id, tester_id, seat, terms, reward_minor, fee_minor, currency, fee_schedule_id, claim_expires_at)
                         SELECT job.id, pg_temp.account('tester'), 1, '{}', 100, 10, 'usd', fee_schedule.id, now() FROM job, fee_schedule
                          WHERE title = 'The simple of stored_forms.sql' LIMIT 1$$, 'page', 'nor who works');

-- --- Its project and its builder ---

SELECT pg_temp.changes($$UPDATE project SET name = 'Store' WHERE owner_id = pg_temp.account('builder')$$, 'page', 'a project''s name');
SELECT pg_temp.changes($$UPDATE project SET icon_id = (SELECT id FROM file WHERE owner_id = pg_temp.account('builder'))
                          WHERE owner_id = pg_temp.account('builder')$$, 'page and card', 'its icon');
SELECT pg_temp.changes($$INSERT INTO project_screenshot (project_id, position, file_id)
                         SELECT id, 1, icon_id FROM project WHERE owner_id = pg_temp.account('builder')$$, 'page', 'a picture');
SELECT pg_temp.changes($$DELETE FROM project_screenshot
                          WHERE project_id = (SELECT id FROM project WHERE owner_id = pg_temp.account('builder'))$$, 'page', 'and none');
SELECT pg_temp.changes($$UPDATE project SET deleted_at = now() WHERE owner_id = pg_temp.account('builder')$$, 'page and card', 'a deleted project');
SELECT pg_temp.changes($$UPDATE account SET full_name = 'B.' WHERE id = pg_temp.account('builder')$$, 'page and card', 'a builder''s name');
SELECT pg_temp.changes($$INSERT INTO builder_stat (account_id, review_hours) VALUES (pg_temp.account('builder'), 5)$$, 'page and card', 'and record');
SELECT pg_temp.changes($$UPDATE builder_stat SET disputes = 1 WHERE account_id = pg_temp.account('builder')$$, 'page', 'which changes');
SELECT pg_temp.changes($$UPDATE builder_stat SET computed_at = now() WHERE account_id = pg_temp.account('builder')$$, '', 'or does not');

-- --- Fees ---

SELECT pg_temp.changes($$UPDATE account SET country = 'AQ' WHERE id = pg_temp.account('builder')$$, '', 'a country');
SELECT pg_temp.changes($$INSERT INTO price (kind, market, builder_fee_bps, reason) VALUES ('fee', 'AQ', 500, 'A test')$$, 'page',
                       'a fee that changes takes all pages away');
SELECT is((SELECT count(*) FROM job_page), 0::bigint, 'of all jobs');
PREPARE again AS INSERT INTO job_form_due (builder_id, job_id) SELECT owner_id, id FROM job WHERE title LIKE '% of stored\_forms.sql';
SELECT pg_temp.changes('EXECUTE again', 'page', 'until they are made anew');
SELECT ok(bool_and(body LIKE '%"builder_fee_bps" : 500%'), 'with it') FROM job_page;
SELECT pg_temp.changes($$INSERT INTO price (kind, market, level, tester_fee_bps, reason, valid_from)
                         VALUES ('fee', 'AQ', 'expert', 300, 'A test', now() + interval '1 day')$$, 'page',
                       'one that is planned, and goes by level');
SELECT pg_temp.changes('EXECUTE again', 'page', 'is in no page');
SELECT ok(max(good_until) <= now() + interval '1 day', 'but ends it') FROM job_page;
SELECT is((SELECT count(*) FROM job_page WHERE party IS NOT NULL), 0::bigint, 'and who is signed in gets none');

-- --- The end ---

SELECT pg_temp.changes($$UPDATE job SET state = 'in_progress' WHERE title = 'The structured of stored_forms.sql'$$, 'page and card', 'work has begun');
SELECT pg_temp.changes($$UPDATE job SET state = 'closed' WHERE title = 'The simple of stored_forms.sql'$$, 'page', 'or has ended');
SELECT is(pg_temp.pages(), NULL, 'nothing is for everybody any more');

SELECT * FROM finish();
ROLLBACK;
