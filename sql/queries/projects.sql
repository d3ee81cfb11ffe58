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

-- name: picture_facts :many
-- Of each file that is to be a picture of a project; place 0 is the icon's. The files are locked
-- by the caller (attachment_files_hold).
SELECT wanted.place - 1 AS place, f.id IS NOT NULL AS is_there, f.kind = 'picture' AS is_picture,
       f.state = 'ready' AS is_ready, EXISTS (SELECT FROM attachment t WHERE t.file_id = f.id) AS is_evidence,
       count(*) FILTER (WHERE wanted.place > 1) OVER (PARTITION BY wanted.id ORDER BY wanted.place) > 1 AS is_repeated
  FROM (SELECT e.id::uuid, e.place
          FROM json_array_elements_text(:ids::json) WITH ORDINALITY AS e(id, place)
         WHERE e.id IS NOT NULL) wanted
  LEFT JOIN file f ON f.id = wanted.id AND f.owner_id = :owner_id::uuid AND f.state <> 'deleted'
 ORDER BY wanted.place;

-- name: project_screenshots_drop :exec
DELETE FROM project_screenshot WHERE project_id = :project_id::uuid;

-- name: project_pictures_put :exec
WITH icon AS (
    UPDATE project SET icon_id = (:ids::json ->> 0)::uuid, updated_at = now() WHERE id = :project_id::uuid)
INSERT INTO project_screenshot (project_id, position, file_id)
SELECT :project_id::uuid, e.place - 1, e.id::uuid
  FROM json_array_elements_text(:ids::json) WITH ORDINALITY AS e(id, place)
 WHERE e.place > 1;
