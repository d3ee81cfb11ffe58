-- SPDX-License-Identifier: Apache-2.0
-- Who fits, how well, and by what they are found.
BEGIN;
SELECT no_plan();

-- --- A tester who has everything once ---

INSERT INTO account (id, email, password_hash, full_name, country, locale, payout_state)
VALUES ('00000000-0000-7000-8000-0000000000a1', 'one@match.example', '-', 'One', 'AT', 'en', 'active'),
       ('00000000-0000-7000-8000-0000000000a2', 'two@match.example', '-', 'Two', NULL, 'fr', 'none');
INSERT INTO account_role (account_id, role)
VALUES ('00000000-0000-7000-8000-0000000000a1', 'tester'), ('00000000-0000-7000-8000-0000000000a2', 'tester');
INSERT INTO tester_profile (account_id, languages, skills)
VALUES ('00000000-0000-7000-8000-0000000000a1', '{de-AT}', '{Fintech,accessibility}');
INSERT INTO device (account_id, position, name, kind, os, os_version, browser, browser_version, confirmed_at, fresh_until)
VALUES ('00000000-0000-7000-8000-0000000000a1', 1, 'Apple iPhone 15', 'phone', 'iOS', '17.2', 'Safari', '17.2', now(), now() + interval '60 days'),
       ('00000000-0000-7000-8000-0000000000a1', 2, 'ThinkPad T14', 'laptop', 'Windows', '11', 'Firefox', '140', now() - interval '30 days', now() + interval '30 days'),
       ('00000000-0000-7000-8000-0000000000a1', 3, 'Old Pixel', 'phone', 'Android', '9', 'Chrome', '90', now() - interval '90 days', now() - interval '30 days');

CREATE FUNCTION pg_temp.lacks(wanted jsonb) RETURNS text[] LANGUAGE sql AS $$
    SELECT api.match_lacks(t, wanted) FROM api.tester_facts t WHERE t.full_name = 'One' $$;
CREATE FUNCTION pg_temp.found(wanted jsonb) RETURNS boolean LANGUAGE sql AS $$
    SELECT facets @@ api.match_query(wanted) FROM tester_profile WHERE account_id = '00000000-0000-7000-8000-0000000000a1' $$;

CREATE TEMP TABLE wish (name text, wanted jsonb, lacks text[]);
INSERT INTO wish VALUES
    ('nothing is wanted', '{}', '{}'),
    ('empty lists want nothing', '{"devices": [], "os": [], "browsers": [], "locales": [], "countries": [], "skills": [], "level": "any", "nda": true, "notes": "x", "platforms": ["web"]}', '{}'),
    ('a part of a device''s name', '{"devices": ["iphone"]}', '{}'),
    ('a kind of device', '{"devices": ["Laptop"]}', '{}'),
    ('any of several', '{"devices": ["Galaxy", "ThinkPad"]}', '{}'),
    ('a device that is not there', '{"devices": ["Galaxy"]}', '{devices}'),
    ('one that must be confirmed again', '{"devices": ["Pixel"]}', '{devices}'),
    ('a system', '{"os": ["IOS"]}', '{}'),
    ('a system and its version', '{"os": ["Windows 11"]}', '{}'),
    ('the beginning of a version', '{"os": ["iOS 17"]}', '{}'),
    ('but no part of a number', '{"os": ["iOS 1"]}', '{os}'),
    ('an old system on a stale device', '{"os": ["Android"]}', '{os}'),
    ('a browser', '{"browsers": ["firefox 140"]}', '{}'),
    ('a browser that is not there', '{"browsers": ["Edge"]}', '{browsers}'),
    ('all on one device', '{"devices": ["phone"], "os": ["iOS"], "browsers": ["Safari"]}', '{}'),
    ('each on a device of its own', '{"devices": ["ThinkPad"], "os": ["iOS"]}', '{devices,os}'),
    ('three that go apart', '{"devices": ["phone"], "os": ["Windows"], "browsers": ["Firefox"]}', '{devices,os,browsers}'),
    ('the one that fails is named', '{"devices": ["phone"], "os": ["macOS"]}', '{os}'),
    ('a language of the profile', '{"locales": ["de"]}', '{}'),
    ('its region', '{"locales": ["de-at"]}', '{}'),
    ('another region', '{"locales": ["de-CH"]}', '{locales}'),
    ('the account''s language', '{"locales": ["ja", "en"]}', '{}'),
    ('no beginning of another language', '{"locales": ["d"]}', '{locales}'),
    ('a country', '{"countries": ["at", "CH"]}', '{}'),
    ('another country', '{"countries": ["CH"]}', '{countries}'),
    ('a skill, whatever its case', '{"skills": ["fintech"]}', '{}'),
    ('all skills', '{"skills": ["fintech", "games"]}', '{skills}'),
    ('a level', '{"level": "experienced"}', '{level}'),
    ('everything wrong', '{"devices": ["x"], "os": ["x"], "browsers": ["x"], "locales": ["x"], "countries": ["XX"], "skills": ["x"], "level": "expert"}',
     '{devices,os,browsers,locales,countries,skills,level}'),
    ('signs of a query language', '{"os": ["'' & ! | ( \\"], "skills": ["a''b\\"]}', '{os,skills}');

SELECT is(pg_temp.lacks(wanted), lacks, name) FROM wish;
SELECT ok(pg_temp.found(wanted), 'found: ' || name) FROM wish WHERE lacks = '{}';
SELECT ok(NOT pg_temp.found(wanted), 'not found: ' || name) FROM wish
 WHERE lacks && '{locales,countries,skills,level}';
SELECT is((SELECT api.match_lacks(t, '{"countries": ["FR"], "locales": ["fr"], "devices": ["phone"]}') FROM api.tester_facts t WHERE full_name = 'Two'),
          '{devices,countries}', 'who has told nothing has nothing but the account''s language');

-- --- Levels ---

CREATE FUNCTION pg_temp.level(approved int, decided int) RETURNS text LANGUAGE sql AS $$
    INSERT INTO tester_stat (account_id, approved, decided) VALUES ('00000000-0000-7000-8000-0000000000a1', approved, decided)
        ON CONFLICT (account_id) DO UPDATE SET approved = EXCLUDED.approved, decided = EXCLUDED.decided;
    SELECT level FROM tester_stat WHERE account_id = '00000000-0000-7000-8000-0000000000a1' $$;
SELECT is(pg_temp.level(4, 4), 'newcomer', 'four approvals');
SELECT is(pg_temp.level(5, 5), 'experienced', 'five');
SELECT is(pg_temp.level(5, 11), 'newcomer', 'five of eleven');
SELECT is(pg_temp.level(24, 24), 'experienced', 'twenty-four');
SELECT is(pg_temp.level(25, 27), 'expert', 'twenty-five of twenty-seven');
SELECT is(pg_temp.level(25, 28), 'experienced', 'twenty-five of twenty-eight');
SELECT ok(pg_temp.level(25, 25) = 'expert' AND pg_temp.found('{"level": "expert"}') AND pg_temp.found('{"level": "experienced"}'),
          'an expert is found as one, and as experienced');
SELECT is(pg_temp.lacks('{"level": "expert"}'), '{}', 'and is one');

-- --- The score, part by part: each case differs from the first in one thing ---

CREATE FUNCTION pg_temp.score(changes jsonb, wanted jsonb DEFAULT '{}', types text[] DEFAULT '{exploratory}', category text DEFAULT NULL)
RETURNS int LANGUAGE sql AS $$
    SELECT api.match_score(t, wanted, types, category)
      FROM jsonb_populate_record(NULL::api.tester_facts,
               '{"approved": 9, "decided": 9, "on_time": 0, "ended": 0, "by_type": {}, "skills": [], "devices": [], "level": "experienced"}'::jsonb || changes) t $$;
-- 24 of reputation (0.6 of 40) and 11.25 of on-time (0.75 of 15) are what everybody begins with.
SELECT is(pg_temp.score('{}'), 35, 'nothing known');
SELECT is(pg_temp.score('{"by_type": {"exploratory": {"approved": 20, "decided": 20}}}'), 48, 'a good name in this kind of test');
SELECT is(pg_temp.score('{"by_type": {"exploratory": {"approved": 1, "decided": 1}}}'), 38, 'one success says little');
SELECT is(pg_temp.score('{"by_type": {"exploratory": {"approved": 0, "decided": 20}}}'), 16, 'a bad name');
SELECT is(pg_temp.score('{"by_type": {"usability_unmoderated": {"approved": 20, "decided": 20}}}'), 35, 'a good name in another kind');
SELECT is(pg_temp.score('{"by_type": {"exploratory": {"approved": 20, "decided": 20}}}', '{}', '{exploratory,accessibility}'), 42, 'in one of two kinds');
SELECT is(pg_temp.score('{"devices": [{"name": "x", "kind": "phone", "os": "ios 17", "browser": "", "fresh": 1}]}'), 50, 'a device of today');
SELECT is(pg_temp.score('{"devices": [{"name": "x", "kind": "phone", "os": "ios 17", "browser": "", "fresh": 0.5}]}'), 43, 'one that is half way');
SELECT is(pg_temp.score('{"devices": [{"name": "x", "kind": "phone", "os": "ios 17", "browser": "", "fresh": 1}]}', '{"os": ["Android"]}'), 35, 'one that does not fit');
SELECT is(pg_temp.score('{"skills": ["exploratory"]}'), 50, 'knows the kind of test');
SELECT is(pg_temp.score('{"skills": ["fintech"]}', '{}', '{exploratory}', 'fintech'), 43, 'knows the domain, not the kind');
SELECT is(pg_temp.score('{"on_time": 16, "ended": 16}'), 38, 'always on time');
SELECT is(pg_temp.score('{"on_time": 0, "ended": 16}'), 26, 'never');
SELECT is(pg_temp.score(jsonb_build_object('last_worked_at', now())), 45, 'worked today');
SELECT is(pg_temp.score(jsonb_build_object('last_worked_at', now() - interval '45 days')), 40, 'six weeks ago');
SELECT is(pg_temp.score(jsonb_build_object('last_worked_at', now() - interval '1 year')), 35, 'last year');
SELECT is(pg_temp.score('{"approved": 4}'), 40, 'newcomers have their share');
SELECT is(pg_temp.score(jsonb_build_object('approved', 900, 'by_type', '{"exploratory": {"approved": 9000, "decided": 9000}}'::jsonb, 'on_time', 9000, 'ended', 9000,
                        'last_worked_at', now(), 'skills', '["exploratory"]'::jsonb, 'devices', '[{"name": "x", "kind": "tv", "os": "x", "browser": "", "fresh": 1}]'::jsonb)),
          95, 'the best there can be, without the newcomers'' share');
SELECT is(pg_temp.score('{}', '{}', '{}'), 35, 'a role without items');

-- --- What testers are found by follows what they change ---

CREATE FUNCTION pg_temp.is_ready() RETURNS boolean LANGUAGE sql AS $$SELECT pg_temp.found('{}')$$;
SELECT ok(pg_temp.is_ready(), 'ready for work');
UPDATE tester_profile SET is_paused = true WHERE account_id = '00000000-0000-7000-8000-0000000000a1';
SELECT ok(NOT pg_temp.is_ready(), 'not while paused');
UPDATE tester_profile SET is_paused = false WHERE account_id = '00000000-0000-7000-8000-0000000000a1';
UPDATE account SET payout_state = 'restricted' WHERE full_name = 'One';
SELECT ok(NOT pg_temp.is_ready(), 'not while nobody can be paid');
UPDATE account SET payout_state = 'active', state = 'suspended' WHERE full_name = 'One';
SELECT ok(NOT pg_temp.is_ready(), 'not while suspended');
UPDATE account SET state = 'active', country = 'DE' WHERE full_name = 'One';
SELECT ok(pg_temp.is_ready() AND pg_temp.found('{"countries": ["DE"]}') AND NOT pg_temp.found('{"countries": ["AT"]}'), 'moved to another country');
DELETE FROM account_role WHERE account_id = '00000000-0000-7000-8000-0000000000a1';
SELECT ok(NOT pg_temp.is_ready(), 'not one who is no tester any more');
INSERT INTO account_role (account_id, role) VALUES ('00000000-0000-7000-8000-0000000000a1', 'tester');
SELECT ok(pg_temp.is_ready(), 'but again as one');
DELETE FROM device WHERE name = 'Apple iPhone 15';
SELECT ok(NOT pg_temp.found('{"os": ["iOS"]}') AND pg_temp.found('{"os": ["Windows"]}'), 'a phone is gone');

SELECT * FROM finish();
ROLLBACK;
