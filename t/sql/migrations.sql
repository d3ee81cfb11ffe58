-- SPDX-License-Identifier: Apache-2.0
-- What holds for every table, so that a new one cannot forget it.
BEGIN;
SELECT no_plan();

CREATE TEMPORARY VIEW column_of AS
SELECT c.table_name, c.column_name, c.data_type
  FROM information_schema.columns c
  JOIN information_schema.tables t USING (table_schema, table_name)
 WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE';

SELECT has_pk('public', tablename::name, tablename || ' has a primary key')
  FROM pg_tables WHERE schemaname = 'public';
SELECT is_empty($$SELECT table_name, column_name FROM column_of
                   WHERE data_type IN ('real', 'double precision', 'numeric', 'money')$$,
                'no number is rounded');
SELECT is_empty($$SELECT table_name, column_name FROM column_of WHERE column_name LIKE '%\_minor' AND data_type <> 'bigint'$$,
                'amounts are 64-bit integers');
SELECT is_empty($$SELECT DISTINCT table_name FROM column_of WHERE column_name LIKE '%\_minor'
                     AND table_name NOT IN ('job_template', 'job_role', 'job_item', 'bid', 'bid_revision', 'submission')
                  EXCEPT SELECT table_name FROM column_of WHERE column_name = 'currency'$$,
                'beside an amount stands its currency, or that of its job or assignment counts');
SELECT is_empty($$SELECT table_name, column_name FROM column_of
                   WHERE (column_name LIKE '%\_at' OR data_type LIKE 'timestamp%' OR data_type = 'date')
                     AND data_type <> 'timestamp with time zone'
                     AND (table_name, column_name) NOT IN (('day_figures', 'day'), ('day_money', 'day'))$$,
                'instants have a time zone; days as such are those of UTC');
SELECT is_empty($$SELECT table_name FROM column_of WHERE column_name = 'state'
                  EXCEPT SELECT conrelid::regclass::text FROM pg_constraint
                          WHERE contype = 'c' AND pg_get_constraintdef(oid) ~ '\mstate = ANY'$$,
                'states are a closed list');
SELECT is_empty($$SELECT relname FROM pg_class
                   WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                     AND NOT has_table_privilege('peertest_app', oid, 'SELECT')$$,
                'the module can read every table');
SELECT is_empty($$SELECT table_name FROM information_schema.role_table_grants
                   WHERE table_schema = 'public' AND grantee = 'peertest_app'
                     AND privilege_type IN ('TRUNCATE', 'TRIGGER', 'REFERENCES')$$,
                'but change none of them as a table');
SELECT is_empty($$SELECT nspname FROM pg_namespace WHERE has_schema_privilege('peertest_app', oid, 'CREATE')
                     AND nspname NOT LIKE 'pg\_%'$$,
                'and make nothing of its own');
SELECT is_empty($$SELECT proname FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
                   WHERE nspname = 'api' AND NOT has_function_privilege('peertest_app', p.oid, 'EXECUTE')$$,
                'it can make every JSON form');
SELECT is_empty($$SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tableowner <> 'peertest_owner'$$,
                'the tables belong to their owner');

SELECT * FROM finish();
ROLLBACK;
