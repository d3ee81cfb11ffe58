-- What files belong to: a submission as a whole, one of its findings, or a project.
-- A file that is about to be attached is locked after the submission that it goes to.

-- name: attachment_files_hold :exec
-- Until commit, always in the same order.
SELECT FROM file
 WHERE id IN (SELECT json_array_elements_text(:ids::json)::uuid) AND owner_id = :owner_id::uuid
 ORDER BY id
   FOR NO KEY UPDATE;

-- name: attachment_facts :many
-- Of each file that is to be attached to a submission; place counts from 0, and null has none.
-- Apart from the lock, because a statement that waited for one has looked before.
SELECT wanted.place - 1 AS place, wanted.id,
       f.id IS NOT NULL AS is_there, f.kind, f.state = 'refused' AS is_refused,
       count(*) OVER (PARTITION BY wanted.id ORDER BY wanted.place) > 1 AS is_repeated,
       EXISTS (SELECT FROM attachment t WHERE t.file_id = f.id AND t.submission_id = :submission_id::uuid) AS is_known,
       EXISTS (SELECT FROM attachment t WHERE t.file_id = f.id AND t.submission_id <> :submission_id::uuid)
       OR EXISTS (SELECT FROM project_screenshot s WHERE s.file_id = f.id)
       OR EXISTS (SELECT FROM project p WHERE p.icon_id = f.id) AS is_taken
  FROM (SELECT e.id::uuid, e.place
          FROM json_array_elements_text(:ids::json) WITH ORDINALITY AS e(id, place)
         WHERE e.id IS NOT NULL) wanted
  LEFT JOIN file f ON f.id = wanted.id AND f.owner_id = :owner_id::uuid AND f.state <> 'deleted'
 ORDER BY wanted.place;

-- name: attachment_drop_others :exec
DELETE FROM attachment
 WHERE submission_id = :submission_id::uuid AND finding_id IS NOT DISTINCT FROM :finding_id::uuid
   AND file_id NOT IN (SELECT e.id::uuid FROM json_array_elements_text(:ids::json) AS e(id) WHERE e.id IS NOT NULL);

-- name: attachment_put :exec
-- One that was there keeps its time.
INSERT INTO attachment (submission_id, finding_id, file_id, position)
SELECT :submission_id::uuid, :finding_id::uuid, e.id::uuid, min(e.place)
  FROM json_array_elements_text(:ids::json) WITH ORDINALITY AS e(id, place)
 WHERE e.id IS NOT NULL
 GROUP BY e.id
    ON CONFLICT ON CONSTRAINT attachment_once DO UPDATE SET position = excluded.position;

-- name: attachment_finding :one
SELECT f.submission_id, a.tester_id
  FROM finding f
  JOIN submission s ON s.id = f.submission_id
  JOIN assignment a ON a.id = s.assignment_id
 WHERE f.id = :finding_id::uuid;

-- name: evidence_get :one
SELECT json_build_object('evidence', api.evidence(s)) AS contents FROM submission s WHERE s.id = :submission_id::uuid;

-- name: attachment_all_hold :exec
-- All files of a submission, until commit, so that none changes while it is handed in.
SELECT FROM file
 WHERE id IN (SELECT file_id FROM attachment WHERE submission_id = :submission_id::uuid)
 ORDER BY id
   FOR SHARE;

-- name: attachment_states :many
-- Of each file where clients know it by a pointer; shows: what a piece of evidence calls it.
SELECT '/evidence/' || e.place - 1 AS pointer, e.piece ->> 'kind' AS shows, f.kind, f.state = 'ready' AS is_ready
  FROM submission s
 CROSS JOIN jsonb_array_elements(api.evidence(s)) WITH ORDINALITY AS e(piece, place)
  JOIN file f ON f.id = (e.piece ->> 'file_id')::uuid
 WHERE s.id = :submission_id::uuid
 UNION ALL
SELECT '/findings/' || found.place - 1 || '/attachment_ids/' || t.place - 1, NULL, f.kind, f.state = 'ready'
  FROM (SELECT id, row_number() OVER (ORDER BY number) AS place
          FROM finding WHERE submission_id = :submission_id::uuid) found
  JOIN (SELECT file_id, finding_id, row_number() OVER (PARTITION BY finding_id ORDER BY position) AS place
          FROM attachment WHERE submission_id = :submission_id::uuid) t ON t.finding_id = found.id
  JOIN file f ON f.id = t.file_id
 ORDER BY pointer;

-- name: attachment_take_away :exec
-- From all that it belongs to and that was not handed in.
WITH icon AS (UPDATE project SET icon_id = NULL, updated_at = now() WHERE icon_id = :file_id::uuid),
     shot AS (DELETE FROM project_screenshot WHERE file_id = :file_id::uuid)
DELETE FROM attachment t
 USING submission s
 WHERE t.file_id = :file_id::uuid AND s.id = t.submission_id AND s.submitted_at IS NULL;

-- name: submission_files :one
-- For those who may see the submission, and for administrators where its money was argued about.
SELECT json_build_object(
         'items', (SELECT COALESCE(json_agg(api.file(f) ORDER BY t.n), '[]')
                     FROM api.attached_files(s.id) WITH ORDINALITY AS t(id, n)
                     JOIN file f ON f.id = t.id),
         'next', NULL) AS body
  FROM submission s
  JOIN assignment a ON a.id = s.assignment_id
  JOIN job j ON j.id = a.job_id
 WHERE s.id = :submission_id::uuid
   AND (:viewer_id::uuid IN (a.tester_id, j.owner_id) AND api.submission_is_shown(s, a, :viewer_id::uuid)
        OR api.is_contested(s, a) AND api.is_administrator(:viewer_id::uuid, :session_id::uuid));

-- name: files_of_account_lock :many
SELECT id FROM file WHERE owner_id = :owner_id::uuid AND state <> 'deleted' ORDER BY id FOR UPDATE;

-- name: files_outlived :many
-- So many files, in their order, and of each whether it goes.
SELECT f.id, api.file_is_outlived(f, :unused_seconds::int, :evidence_days::int) AS is_outlived
  FROM (SELECT file.*
          FROM file
         WHERE id > COALESCE(:after_id::uuid, '00000000-0000-0000-0000-000000000000')
           AND created_at < now() - LEAST(make_interval(secs => :unused_seconds::int), make_interval(days => :evidence_days::int))
         ORDER BY id
         LIMIT :most::int) f
 ORDER BY f.id;

-- name: file_outlived :one
-- Apart from the lock: somebody may just have attached it.
SELECT api.file_is_outlived(f, :unused_seconds::int, :evidence_days::int) AS is_outlived
  FROM file f WHERE f.id = :file_id::uuid;
