-- Test plans: the configurator's baskets. What they cost is worked out when they are read.
-- Every statement that returns a plan returns it as api.test_plan(p), column "body".

-- name: test_plan_add :one
INSERT INTO test_plan (owner_id, name, currency, market, roles)
VALUES (:owner_id::uuid, :name::text, :currency::text, :market::text, :roles::jsonb)
RETURNING api.test_plan(test_plan, :estimate::json) AS body;

-- name: test_plan_find :one
SELECT name, currency, market, roles, api.severity_weight('critical') AS highest_weight
  FROM test_plan
 WHERE id = :plan_id::uuid AND owner_id = :owner_id::uuid;

-- name: test_plan_lock :one
SELECT name, currency, market, roles
  FROM test_plan
 WHERE id = :plan_id::uuid AND owner_id = :owner_id::uuid
   FOR UPDATE;

-- name: test_plan_body :one
SELECT api.test_plan(p, :estimate::json) AS body
  FROM test_plan p
 WHERE id = :plan_id::uuid;

-- name: test_plan_list :many
-- Newest first; "cursor" is what the page after this row begins with.
SELECT currency, market, roles, api.test_plan(p, NULL) AS body, api.cursor(id::text, '') AS cursor
  FROM test_plan p
 WHERE owner_id = :owner_id::uuid
   AND id < COALESCE(:before_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
 ORDER BY id DESC
 LIMIT :limit::bigint;

-- name: test_plan_update :one
UPDATE test_plan
   SET name = :name::text, currency = :currency::text, market = :market::text, roles = :roles::jsonb,
       updated_at = now()
 WHERE id = :plan_id::uuid
RETURNING api.test_plan(test_plan, :estimate::json) AS body;

-- name: test_plan_delete :one
DELETE FROM test_plan WHERE id = :plan_id::uuid AND owner_id = :owner_id::uuid RETURNING id;
