-- Accounts: what their owners see and change.
-- Every statement here that returns an account returns it as api.account(a), column "body".

-- name: account_get :one
SELECT api.account(a) AS body
  FROM account a
 WHERE a.id = :account_id::uuid;

-- name: account_lock :one
SELECT api.account(a) AS body
  FROM account a
 WHERE a.id = :account_id::uuid
   FOR UPDATE;

-- name: time_zone_exists :one
SELECT EXISTS (SELECT FROM time_zone WHERE name = :name) AS found;

-- name: account_update :one
-- What is absent stays; an empty country takes it away.
UPDATE account a
   SET full_name = COALESCE(:full_name, full_name),
       locale = COALESCE(:locale, locale),
       time_zone = COALESCE(:time_zone, time_zone),
       country = NULLIF(COALESCE(:country, country, ''), ''),
       updated_at = now()
 WHERE a.id = :account_id::uuid
RETURNING api.account(a) AS body;

-- name: account_role_add :exec
INSERT INTO account_role (account_id, role)
VALUES (:account_id::uuid, :role)
    ON CONFLICT DO NOTHING;
