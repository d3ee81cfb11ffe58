-- Projects: the applications under test. A deleted project is kept for its jobs' sake,
-- but nobody sees it any more.
-- Every statement here that returns a project returns it as api.project(p), column "body".

-- name: project_create :one
INSERT INTO project (owner_id, name, url, description, platforms, category)
VALUES (:owner_id::uuid, :name::text, NULLIF(:url::text, ''), COALESCE(:description::text, ''),
        COALESCE(NULLIF(ARRAY(SELECT json_array_elements_text(:platforms::json)), '{}'), '{web}'),
        NULLIF(:category::text, ''))
RETURNING api.project(project, 0) AS body;

-- name: project_get :one
SELECT api.project(p, (SELECT count(*) FROM job WHERE job.project_id = p.id AND job.deleted_at IS NULL)) AS body
  FROM project p
 WHERE p.id = :project_id::uuid AND p.owner_id = :owner_id::uuid AND p.deleted_at IS NULL;

-- name: project_list :one
-- Newest first; the cursor is the last one's id.
SELECT json_build_object(
         'items', COALESCE(json_agg(api.project(p, (SELECT count(*) FROM job
                                                     WHERE job.project_id = p.id AND job.deleted_at IS NULL))
                           ORDER BY p.id DESC), '[]'),
         'next', CASE WHEN count(*) = :limit::bigint
                      THEN api.cursor((array_agg(p.id ORDER BY p.id))[1]::text, '') END) AS body
  FROM (SELECT project.*
          FROM project
         WHERE owner_id = :owner_id::uuid AND deleted_at IS NULL
           AND id < COALESCE(:before_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
         ORDER BY id DESC
         LIMIT :limit::bigint) p;

-- name: project_lock :one
-- Held until commit, so that deleting a project and publishing its job cannot cross.
SELECT api.project(p, (SELECT count(*) FROM job WHERE job.project_id = p.id AND job.deleted_at IS NULL)) AS body
  FROM project p
 WHERE p.id = :project_id::uuid AND p.owner_id = :owner_id::uuid AND p.deleted_at IS NULL
   FOR UPDATE;

-- name: project_update :one
UPDATE project
   SET name = COALESCE(:name::text, name),
       url = NULLIF(COALESCE(:url::text, url, ''), ''),
       description = COALESCE(:description::text, description),
       platforms = COALESCE(NULLIF(ARRAY(SELECT json_array_elements_text(:platforms::json)), '{}'), platforms),
       category = NULLIF(COALESCE(:category::text, category, ''), ''),
       updated_at = now()
 WHERE id = :project_id::uuid
RETURNING api.project(project, (SELECT count(*) FROM job WHERE job.project_id = project.id AND job.deleted_at IS NULL)) AS body;

-- name: project_is_in_use :one
-- Is there a job that is published or about to be, and not finished?
SELECT EXISTS (SELECT FROM job
                WHERE project_id = :project_id::uuid
                  AND state IN ('pending_payment', 'open', 'filled',
                                'published', 'awarding', 'in_progress', 'in_review')) AS in_use;

-- name: project_delete :exec
UPDATE project SET deleted_at = now(), updated_at = now() WHERE id = :project_id::uuid;
