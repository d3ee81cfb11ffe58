-- Structured jobs: roles with seats, items of work in them. An entry that is taken out
-- of a published job is kept, because bids and assignments may point to it.

-- name: plan_create :maybe
-- No row: the owner has no such project.
INSERT INTO job (kind, owner_id, project_id, title, brief, platforms, currency, seats,
                 review_seconds, dispute_seconds, on_rejection, deadline_at)
SELECT 'structured', p.owner_id, p.id, :title::text, :brief::text, p.platforms, :currency::text, 0,
       :review_seconds::int, :dispute_seconds::int, 'refund', NULLIF(:deadline_at::text, '')::timestamptz
  FROM project p
 WHERE p.id = :project_id::uuid AND p.owner_id = :owner_id::uuid AND p.deleted_at IS NULL
RETURNING id;

-- name: plan_update :maybe
-- Absent is unchanged; an empty deadline removes it. No row: the owner has no such project.
UPDATE job
   SET project_id = p.id,
       title = COALESCE(:title::text, title),
       brief = COALESCE(:brief::text, brief),
       currency = COALESCE(:currency::text, currency),
       review_seconds = COALESCE(:review_seconds::int, review_seconds),
       deadline_at = CASE WHEN :deadline_at::text IS NULL THEN deadline_at
                          ELSE NULLIF(:deadline_at::text, '')::timestamptz END,
       updated_at = now()
  FROM project p
 WHERE job.id = :job_id::uuid AND job.kind = 'structured'
   AND p.id = COALESCE(:project_id::uuid, job.project_id)
   AND p.owner_id = job.owner_id AND p.deleted_at IS NULL
RETURNING job.id;

-- name: plan_content :one
-- All that a builder can change about a job, to see whether anything did; and whether
-- anybody has bid on it yet.
SELECT md5(ROW(j.project_id, j.title, j.brief, j.currency, j.review_seconds, j.deadline_at,
               (SELECT json_agg(ROW(r.id, r.position, r.name, r.persona, r.seats, r.requirements,
                                    r.budget_low_minor, r.budget_high_minor,
                                    (SELECT json_agg(i ORDER BY i.position) FROM job_item i
                                      WHERE i.role_id = r.id AND i.removed_at IS NULL)) ORDER BY r.position)
                  FROM job_role r
                 WHERE r.job_id = j.id AND r.removed_at IS NULL))::text) AS digest,
       EXISTS (SELECT FROM bid WHERE bid.job_id = j.id AND bid.submitted_at IS NOT NULL) AS has_bids
  FROM job j
 WHERE j.id = :job_id::uuid;

-- name: plan_roles :one
-- The roles as they are stored, for the checks of their publication.
SELECT json_build_object('roles', api.job_roles(:job_id::uuid, NULL, NULL, NULL)) AS body;

-- name: plan_roles_lock :many
-- Seats cannot be taken while they are changed.
SELECT id, seats_taken, seats_taken + seats_reserved AS seats_bound
  FROM job_role
 WHERE job_id = :job_id::uuid AND removed_at IS NULL
 ORDER BY id
   FOR UPDATE;

-- name: plan_items :many
SELECT i.id, i.role_id, i.service_type
  FROM job_role r
  JOIN job_item i ON i.role_id = r.id AND i.removed_at IS NULL
 WHERE r.job_id = :job_id::uuid AND r.removed_at IS NULL;

-- name: plan_strike :exec
-- Takes all roles and items out; those that stay are put back, one after the other.
WITH struck AS (
    UPDATE job_item
       SET removed_at = now()
      FROM job_role r
     WHERE r.id = job_item.role_id AND r.job_id = :job_id::uuid AND job_item.removed_at IS NULL)
UPDATE job_role SET removed_at = now()
 WHERE job_id = :job_id::uuid AND removed_at IS NULL;

-- name: plan_role_put :one
-- An id that is given is known to be one of this job's.
INSERT INTO job_role (id, job_id, position, name, persona, seats, requirements, budget_low_minor, budget_high_minor)
SELECT COALESCE(NULLIF(:role::jsonb ->> 'id', '')::uuid, uuid7()), :job_id::uuid, :position::int, r.name, COALESCE(r.persona, ''), r.seats,
       COALESCE(jsonb_strip_nulls(r.requirements), '{}'), r.budget_low_minor, r.budget_high_minor
  FROM jsonb_to_record(:role::jsonb) AS r (name text, persona text, seats int, requirements jsonb,
                                           budget_low_minor bigint, budget_high_minor bigint)
ON CONFLICT (id) DO UPDATE
   SET position = EXCLUDED.position, name = EXCLUDED.name, persona = EXCLUDED.persona, seats = EXCLUDED.seats,
       requirements = EXCLUDED.requirements, budget_low_minor = EXCLUDED.budget_low_minor,
       budget_high_minor = EXCLUDED.budget_high_minor, removed_at = NULL
RETURNING id;

-- name: plan_items_put :exec
INSERT INTO job_item (id, role_id, position, service_type, title, instructions, required, quantity, details,
                      bonus_unit_minor, bonus_cap_minor, change_rounds)
SELECT COALESCE(NULLIF(e.item ->> 'id', '')::uuid, uuid7()), :role_id::uuid, e.position, i.service_type, i.title, i.instructions,
       COALESCE(i.required, true), COALESCE(i.quantity, 1), COALESCE(jsonb_strip_nulls(i.details), '{}'),
       COALESCE(i.bonus_unit_minor, 0), COALESCE(i.bonus_cap_minor, 0), COALESCE(i.change_rounds, 1)
  FROM jsonb_array_elements(:items::jsonb) WITH ORDINALITY AS e (item, position)
 CROSS JOIN jsonb_to_record(e.item) AS i (service_type text, title text, instructions text, required boolean,
                                          quantity int, details jsonb, bonus_unit_minor bigint,
                                          bonus_cap_minor bigint, change_rounds int)
ON CONFLICT (id) DO UPDATE
   SET position = EXCLUDED.position, title = EXCLUDED.title, instructions = EXCLUDED.instructions,
       service_type = EXCLUDED.service_type, required = EXCLUDED.required, quantity = EXCLUDED.quantity,
       details = EXCLUDED.details, bonus_unit_minor = EXCLUDED.bonus_unit_minor,
       bonus_cap_minor = EXCLUDED.bonus_cap_minor, change_rounds = EXCLUDED.change_rounds, removed_at = NULL;

-- name: plan_sweep :exec
-- Nothing points to what is taken out of a draft.
WITH swept AS (
    DELETE FROM job_item
     USING job_role r, job j
     WHERE r.id = job_item.role_id AND j.id = r.job_id AND j.id = :job_id::uuid AND j.state = 'draft'
       AND job_item.removed_at IS NOT NULL)
DELETE FROM job_role
 USING job j
 WHERE j.id = job_role.job_id AND j.id = :job_id::uuid AND j.state = 'draft' AND job_role.removed_at IS NOT NULL;

-- name: plan_sum :exec
-- What lists show and searches find of a job's roles. The best budget is what it is
-- sorted by.
UPDATE job
   SET role_count = sums.roles, seats = sums.seats, seats_taken = sums.seats_taken,
       budget_low_minor = sums.low, reward_minor = sums.best,
       service_types = ARRAY(SELECT DISTINCT i.service_type
                               FROM job_role r JOIN job_item i ON i.role_id = r.id AND i.removed_at IS NULL
                              WHERE r.job_id = job.id AND r.removed_at IS NULL
                              ORDER BY i.service_type),
       platforms = COALESCE(NULLIF(ARRAY(SELECT DISTINCT platform
                                           FROM job_role r,
                                                jsonb_array_elements_text(r.requirements -> 'platforms') AS w (platform)
                                          WHERE r.job_id = job.id AND r.removed_at IS NULL
                                          ORDER BY platform), '{}'),
                            (SELECT p.platforms FROM project p WHERE p.id = job.project_id)),
       role_words = COALESCE((SELECT string_agg(concat_ws(E'\n', r.name, i.titles), E'\n' ORDER BY r.position)
                                FROM job_role r
                                LEFT JOIN LATERAL (SELECT string_agg(title, E'\n' ORDER BY position) AS titles
                                                     FROM job_item
                                                    WHERE role_id = r.id AND removed_at IS NULL) i ON true
                               WHERE r.job_id = job.id AND r.removed_at IS NULL), '')
  FROM (SELECT count(*) AS roles, COALESCE(sum(r.seats), 0) AS seats, COALESCE(sum(r.seats_taken), 0) AS seats_taken,
               min(LEAST(r.budget_low_minor, r.budget_high_minor)) AS low,
               max(GREATEST(r.budget_low_minor, r.budget_high_minor)) AS best
          FROM job_role r
         WHERE r.job_id = :job_id::uuid AND r.removed_at IS NULL) sums
 WHERE job.id = :job_id::uuid;

-- name: plan_revise :exec
UPDATE job SET revision = revision + 1 WHERE id = :job_id::uuid;

-- name: plan_deadline_default :exec
UPDATE job
   SET deadline_at = now() + make_interval(secs => :seconds::bigint)
 WHERE id = :job_id::uuid AND deadline_at IS NULL;

-- name: plan_facts :one
-- Where its roles and the work on it stand. Apart from job_lock, because a statement
-- that waited for the lock has counted before.
SELECT r.roles, r.filled, r.reserved, r.taken, w.under_way, w.unsettled, w.done
  FROM (SELECT count(*) AS roles,
               count(*) FILTER (WHERE seats_taken >= seats) AS filled,
               COALESCE(sum(seats_reserved), 0) AS reserved,
               COALESCE(sum(seats_taken), 0) AS taken
          FROM job_role
         WHERE job_id = :job_id::uuid AND removed_at IS NULL) r,
       (SELECT COALESCE(sum(s.drafts), 0) AS under_way,
               count(*) FILTER (WHERE a.state IN ('active', 'delivered')) AS unsettled,
               count(*) FILTER (WHERE a.state = 'completed') AS done
          FROM assignment a
         CROSS JOIN LATERAL (SELECT count(*) AS drafts
                               FROM submission
                              WHERE assignment_id = a.id AND a.state IN ('active', 'delivered')
                                AND state = 'draft' AND submitted_at IS NULL) s
         WHERE a.job_id = :job_id::uuid AND a.state IN ('active', 'delivered', 'completed')) w;

-- name: plan_seats_set :exec
UPDATE job SET seats_taken = :seats_taken::int
 WHERE id = :job_id::uuid AND seats_taken <> :seats_taken::int;

-- name: plan_copy :maybe
-- A draft of the same content, of any kind. No row: the owner has no such project.
INSERT INTO job (kind, owner_id, project_id, title, brief, service_type, service_types, platforms, requirements, steps,
                 reward_minor, fee_minor, currency, seats, role_count, budget_low_minor,
                 claim_seconds, review_seconds, dispute_seconds, on_rejection)
SELECT j.kind, j.owner_id, p.id, j.title, j.brief, j.service_type, j.service_types,
       CASE j.kind WHEN 'simple' THEN api.platforms_of(j.requirements, p.platforms) ELSE j.platforms END,
       j.requirements, j.steps, j.reward_minor,
       CASE j.kind WHEN 'simple' THEN :fee_minor::bigint END, j.currency, j.seats, j.role_count,
       j.budget_low_minor, j.claim_seconds, j.review_seconds, :dispute_seconds::int, j.on_rejection
  FROM job j
  JOIN project p ON p.id = COALESCE(:project_id::uuid, j.project_id)
                AND p.owner_id = j.owner_id AND p.deleted_at IS NULL
 WHERE j.id = :job_id::uuid
RETURNING id;

-- name: plan_copy_roles :exec
WITH role AS (
    INSERT INTO job_role (job_id, position, name, persona, seats, requirements, budget_low_minor, budget_high_minor)
    SELECT :to_job_id::uuid, r.position, r.name, r.persona, r.seats, r.requirements, r.budget_low_minor,
           r.budget_high_minor
      FROM job_role r
     WHERE r.job_id = :job_id::uuid AND r.removed_at IS NULL
    RETURNING id, position)
INSERT INTO job_item (role_id, position, service_type, title, instructions, required, quantity, details,
                      bonus_unit_minor, bonus_cap_minor, change_rounds)
SELECT role.id, i.position, i.service_type, i.title, i.instructions, i.required, i.quantity, i.details,
       i.bonus_unit_minor, i.bonus_cap_minor, i.change_rounds
  FROM role
  JOIN job_role r ON r.job_id = :job_id::uuid AND r.position = role.position AND r.removed_at IS NULL
  JOIN job_item i ON i.role_id = r.id AND i.removed_at IS NULL;

-- name: plan_roles_to_invite :many
-- Those for which no wave of invitations was sent or is on its way.
SELECT r.id
  FROM job_role r
 WHERE r.job_id = :job_id::uuid AND r.removed_at IS NULL
   AND NOT EXISTS (SELECT FROM invitation i WHERE i.role_id = r.id AND i.wave > 0)
   AND NOT EXISTS (SELECT FROM clock c
                    WHERE c.entity = 'role' AND c.entity_id = r.id AND c.transition = 'invite_wave');
