-- What administrators look for, what they do to accounts and jobs, and the audit trail.
-- Lists are {"items", "next"} as column "body", newest first; the cursor is the last one's id.

-- name: admin_note :exec
-- Written in the transaction that does it.
INSERT INTO admin_action (admin_id, kind, entity, entity_id, reason, detail)
VALUES (:admin_id::uuid, :kind, :entity, :entity_id, :reason, COALESCE(:detail::jsonb, '{}'));

-- name: admin_action_list :one
SELECT json_build_object(
         'items', COALESCE(json_agg(api.admin_action(x) ORDER BY x.id DESC), '[]'),
         'next', CASE WHEN count(*) = :limit::int
                      THEN api.cursor((array_agg(x.id ORDER BY x.id))[1]::text, '') END) AS body
  FROM (SELECT admin_action.*
          FROM admin_action
         WHERE (:admin_id::uuid IS NULL OR admin_id = :admin_id::uuid)
           AND (:entity::text IS NULL OR entity = :entity::text)
           AND (:entity_id::text IS NULL OR entity_id = :entity_id::text)
           AND (:kind::text IS NULL OR kind = :kind::text)
           AND (:before_id::uuid IS NULL OR id < :before_id::uuid)
         ORDER BY id DESC
         LIMIT :limit::int) x;

-- name: admin_user_list :one
-- "q" is a part of the address or of the name, or an id.
SELECT json_build_object(
         'items', COALESCE(json_agg(api.admin_user(a) ORDER BY a.id DESC), '[]'),
         'next', CASE WHEN count(*) = :limit::int
                      THEN api.cursor((array_agg(a.id ORDER BY a.id))[1]::text, '') END) AS body
  FROM (SELECT account.*
          FROM account
         WHERE (:q::text IS NULL OR strpos(lower(email::text || E'\n' || full_name || E'\n' || id), lower(:q::text)) > 0)
           AND (:role::text IS NULL
                OR EXISTS (SELECT FROM account_role r WHERE r.account_id = account.id AND r.role = :role::text))
           AND (:state::text IS NULL OR state = :state::text)
           AND (:before_id::uuid IS NULL OR id < :before_id::uuid)
         ORDER BY id DESC
         LIMIT :limit::int) a;

-- name: admin_user_get :one
SELECT api.admin_user_detail(a) AS body FROM account a WHERE a.id = :account_id::uuid;

-- name: admin_user_files :one
-- No row: no such account.
SELECT json_build_object(
         'items', COALESCE(json_agg(api.admin_file(f) ORDER BY f.id DESC) FILTER (WHERE f.id IS NOT NULL), '[]'),
         'next', CASE WHEN count(f.id) = :limit::bigint
                      THEN api.cursor((array_agg(f.id ORDER BY f.id))[1]::text, '') END) AS body
  FROM account a
  LEFT JOIN LATERAL (SELECT file.id
                       FROM file
                      WHERE file.owner_id = a.id AND file.state <> 'deleted'
                        AND file.id < COALESCE(:before_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
                      ORDER BY file.id DESC
                      LIMIT :limit::bigint) page ON true
  LEFT JOIN file f ON f.id = page.id
 WHERE a.id = :account_id::uuid
 GROUP BY a.id;

-- name: admin_file_owner :one
SELECT owner_id FROM file WHERE id = :file_id::uuid AND state <> 'deleted';

-- name: admin_file_get :one
SELECT api.admin_file(f) AS body FROM file f WHERE f.id = :file_id::uuid;

-- name: admin_team_lock :one
-- One change of who administers at a time; the next statement sees what the last one did.
SELECT pg_advisory_xact_lock(hashtextextended('administrators', 0)) AS locked;

-- name: admin_is_super :one
SELECT EXISTS (SELECT FROM admin_scope c JOIN account a ON a.id = c.account_id
                WHERE c.account_id = :account_id::uuid AND c.scope = 'super' AND a.state = 'active') AS found;

-- name: admin_user_lock :one
SELECT a.state,
       COALESCE((SELECT string_agg(r.role, ',' ORDER BY r.role) FROM account_role r WHERE r.account_id = a.id), '') AS roles,
       COALESCE((SELECT string_agg(c.scope, ',' ORDER BY c.scope) FROM admin_scope c WHERE c.account_id = a.id), '') AS scopes
  FROM account a
 WHERE a.id = :account_id::uuid
   FOR UPDATE;

-- name: account_state_set :exec
UPDATE account
   SET state = :state, suspended_at = CASE WHEN :state::text = 'suspended' THEN now() END, updated_at = now()
 WHERE id = :account_id::uuid;

-- name: admin_roles_set :exec
WITH given AS (
    INSERT INTO account_role (account_id, role)
    SELECT :account_id::uuid, unnest(:roles::text[])
        ON CONFLICT DO NOTHING)
DELETE FROM account_role
 WHERE account_id = :account_id::uuid AND role <> ALL (:roles::text[]);

-- name: admin_scopes_set :exec
WITH given AS (
    INSERT INTO admin_scope (account_id, scope)
    SELECT :account_id::uuid, unnest(:scopes::text[])
        ON CONFLICT DO NOTHING)
DELETE FROM admin_scope
 WHERE account_id = :account_id::uuid AND scope <> ALL (:scopes::text[]);

-- name: suspended_bids :many
-- The open bids that a suspended tester leaves behind.
SELECT b.id
  FROM bid b JOIN account a ON a.id = b.tester_id
 WHERE b.tester_id = :account_id::uuid AND a.state = 'suspended'
   AND b.ended_at IS NULL AND b.state = ANY (string_to_array(:states, ','))
 ORDER BY b.id;

-- name: suspended_payments :many
-- The pages on which a suspended builder could still pay.
SELECT p.id
  FROM payment p JOIN account a ON a.id = p.builder_id
 WHERE p.builder_id = :account_id::uuid AND a.state = 'suspended' AND p.state = 'pending'
 ORDER BY p.id;

-- name: suspended_jobs :many
-- The jobs of a suspended builder that still take testers.
SELECT j.id
  FROM job j JOIN account a ON a.id = j.owner_id
 WHERE j.owner_id = :account_id::uuid AND a.state = 'suspended'
   AND j.state IN ('open', 'filled', 'published', 'awarding', 'in_progress')
   AND j.stop_reason IS NULL AND j.deleted_at IS NULL
 ORDER BY j.id;

-- name: admin_job_list :one
-- "q" is a part of the title or of its owner's address, or an id.
SELECT json_build_object(
         'items', COALESCE(json_agg(api.admin_job(j) ORDER BY j.id DESC), '[]'),
         'next', CASE WHEN count(*) = :limit::int
                      THEN api.cursor((array_agg(j.id ORDER BY j.id))[1]::text, '') END) AS body
  FROM (SELECT job.*
          FROM job
         WHERE deleted_at IS NULL
           AND (:state::text IS NULL OR state = :state::text)
           AND (:kind::text IS NULL OR kind = :kind::text)
           AND (:owner_id::uuid IS NULL OR owner_id = :owner_id::uuid)
           AND (:q::text IS NULL
                OR strpos(lower(title || E'\n' || id), lower(:q::text)) > 0
                OR (SELECT strpos(lower(o.email::text), lower(:q::text)) > 0 FROM account o WHERE o.id = owner_id))
           AND (:before_id::uuid IS NULL OR id < :before_id::uuid)
         ORDER BY id DESC
         LIMIT :limit::int) j;

-- name: admin_job_get :one
SELECT api.admin_job(j) AS body FROM job j WHERE j.id = :job_id::uuid AND j.deleted_at IS NULL;

-- name: job_testers :many
-- Who is at work for a job.
SELECT DISTINCT tester_id
  FROM assignment
 WHERE job_id = :job_id::uuid AND state IN ('active', 'delivered');
