-- SPDX-License-Identifier: Apache-2.0
-- Dead background jobs begin again at their first try: one by its id, or all of a kind.
-- Variable: which. Prints how many.
WITH redriven AS (
    UPDATE queue_job
       SET state = 'queued', attempts = 0, due_at = now(), finished_at = NULL
     WHERE state = 'dead' AND :'which' IN (id::text, kind)
    RETURNING pg_notify('peertest_queue', ''))
SELECT count(*) FROM redriven;
