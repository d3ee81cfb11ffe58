-- What a builder knew of a project before: shown to testers of its jobs, named by verdicts.
-- Every statement here that returns one returns it as api.known_issue(), column "body".

-- name: known_issue_add :maybe
-- No row: not the viewer's project, or the list is full.
INSERT INTO known_issue (project_id, title, note, url)
SELECT p.id, :title::text, NULLIF(:note::text, ''), NULLIF(:url::text, '')
  FROM project p
 WHERE p.id = :project_id::uuid
   AND (SELECT count(*) FROM known_issue WHERE project_id = p.id AND deleted_at IS NULL) < :most::bigint
RETURNING api.known_issue(known_issue) AS body;

-- name: known_issue_delete :one
-- It is not shown any more; a verdict that names it stays as it is.
UPDATE known_issue k
   SET deleted_at = now()
  FROM project p
 WHERE k.id = :known_issue_id::uuid AND k.deleted_at IS NULL
   AND p.id = k.project_id AND p.owner_id = :owner_id::uuid
RETURNING k.id;

-- name: known_issue_list :one
-- Newest first. No row: not the viewer's project.
SELECT json_build_object(
         'items', COALESCE(json_agg(api.known_issue(k) ORDER BY k.id DESC) FILTER (WHERE k.id IS NOT NULL), '[]'),
         'next', NULL) AS body
  FROM project p
  LEFT JOIN known_issue k ON k.project_id = p.id AND k.deleted_at IS NULL
 WHERE p.id = :project_id::uuid AND p.owner_id = :owner_id::uuid AND p.deleted_at IS NULL
 GROUP BY p.id;

-- name: known_issue_list_of_job :one
-- The same for who may see the job.
SELECT json_build_object(
         'items', COALESCE(json_agg(api.known_issue(k) ORDER BY k.id DESC) FILTER (WHERE k.id IS NOT NULL), '[]'),
         'next', NULL) AS body
  FROM job j
  LEFT JOIN known_issue k ON k.project_id = j.project_id AND k.deleted_at IS NULL
 WHERE j.id = :job_id::uuid AND j.deleted_at IS NULL
   AND (j.state IN ('open', 'filled', 'published', 'awarding')
        OR j.owner_id = :viewer_id::uuid
        OR EXISTS (SELECT FROM assignment a WHERE a.job_id = j.id AND a.tester_id = :viewer_id::uuid)
        OR j.state <> 'draft' AND EXISTS (SELECT FROM bid b WHERE b.job_id = j.id AND b.tester_id = :viewer_id::uuid))
 GROUP BY j.id;
