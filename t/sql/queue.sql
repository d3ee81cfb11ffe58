-- SPDX-License-Identifier: Apache-2.0
-- The queue's and the clocks' own promises, whatever a worker does.
BEGIN;
SELECT no_plan();

-- --- uuid7 ---

SELECT matches(uuid7()::text, '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
               'an id is a version 7 UUID');
SELECT is((SELECT count(DISTINCT uuid7()) FROM generate_series(1, 1000)), 1000::bigint, 'no two are alike');
SELECT ok(abs(('x' || lpad(left(replace(uuid7()::text, '-', ''), 12), 16, '0'))::bit(64)::bigint
              - extract(epoch FROM clock_timestamp()) * 1000) < 1000, 'it begins with the milliseconds of now');
CREATE TEMPORARY TABLE made (n serial, id uuid) ON COMMIT DROP;
DO $$ BEGIN
    FOR i IN 1 .. 20 LOOP
        INSERT INTO made (id) VALUES (uuid7());
        PERFORM pg_sleep(0.002);
    END LOOP;
END $$;
SELECT results_eq('SELECT n FROM made ORDER BY id', 'SELECT n FROM made ORDER BY n', 'a later id sorts after an earlier one');

-- --- Jobs ---

PREPARE job (text, text, timestamptz) AS
    INSERT INTO queue_job (kind, serial_key, state, lease_until) VALUES ('x', $1, $2, $3);
SELECT lives_ok($$EXECUTE job('k', 'running', now())$$, 'a job of a serial key runs');
SELECT throws_ok($$EXECUTE job('k', 'running', now())$$, '23505', NULL, 'a second one cannot');
SELECT lives_ok($$EXECUTE job('k', 'queued', NULL)$$, 'but it can wait');
SELECT lives_ok($$EXECUTE job('l', 'running', now())$$, 'and another key can run');
SELECT lives_ok($$EXECUTE job(NULL, 'running', now())$$, 'as can jobs without one');
SELECT lives_ok($$EXECUTE job(NULL, 'running', now())$$, 'any number of them');
SELECT throws_ok($$EXECUTE job(NULL, 'running', NULL)$$, '23514', NULL, 'who runs has a lease');
SELECT throws_ok($$EXECUTE job(NULL, 'queued', now())$$, '23514', NULL, 'who waits has none');
SELECT throws_ok($$EXECUTE job(NULL, 'asleep', NULL)$$, '23514', NULL, 'there is no other state');

INSERT INTO queue_job (kind, dedupe_key) VALUES ('x', 'once');
SELECT throws_ok($$INSERT INTO queue_job (kind, dedupe_key) VALUES ('x', 'once')$$, '23505', NULL,
                 'a dedupe key is there once');
SELECT is((SELECT (state, attempts, fence, due_at <= now(), payload)::text FROM queue_job WHERE dedupe_key = 'once'),
          '(queued,0,0,t,{})', 'a new job is due at once and untried');
SELECT trigger_is('queue_job', 'queue_job_wake', 'queue_job_wake', 'adding one wakes the workers');

-- --- Clocks ---

PREPARE clock (uuid, text) AS
    INSERT INTO clock (entity, entity_id, transition, due_at) VALUES ('job', $1, $2, now());
SELECT lives_ok($$EXECUTE clock('00000000-0000-0000-0000-00000000000a', 'deadline')$$, 'an object has a clock');
SELECT throws_ok($$EXECUTE clock('00000000-0000-0000-0000-00000000000a', 'deadline')$$, '23505', NULL,
                 'one for each transition');
SELECT lives_ok($$EXECUTE clock('00000000-0000-0000-0000-00000000000a', 'other')$$, 'and others for others');

SELECT * FROM finish();
ROLLBACK;
