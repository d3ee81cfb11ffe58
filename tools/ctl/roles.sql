-- SPDX-License-Identifier: Apache-2.0
-- The roles of a PeerTest Hub cluster. Run as a superuser; harmless when they are there.
--   peertest_owner  owns the database and the schema; migrations run as it
--   peertest_app    what the httpd module and its workers connect as
--   peertest_audit  reads the views of schema "audit", nothing else
DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['peertest_owner', 'peertest_app', 'peertest_audit'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
            EXECUTE format('CREATE ROLE %I LOGIN', wanted);
        END IF;
    END LOOP;
END $$;
