-- Markets, and who may begin something that costs money.

-- name: market_list :one
SELECT json_build_object('items', COALESCE(json_agg(api.market(m) ORDER BY m.name), '[]'), 'next', null) AS body
  FROM market m;

-- name: market_lock :maybe
SELECT api.market(m)::text AS before
  FROM market m
 WHERE country = :country::text
   FOR UPDATE;

-- name: market_set :one
-- What is left out stays; a new market needs its name and currency.
INSERT INTO market AS m (country, name, currency, builders, testers, payout_min_minor)
VALUES (:country::text, :name::text, :currency::text, :builders::boolean, :testers::boolean,
        :payout_min_minor::bigint)
    ON CONFLICT (country) DO UPDATE
   SET name = excluded.name, currency = excluded.currency, builders = excluded.builders,
       testers = excluded.testers, payout_min_minor = excluded.payout_min_minor, updated_at = now()
RETURNING api.market(m) AS body;

-- name: builder_standing :one
SELECT frozen_at IS NOT NULL AS is_frozen
  FROM account
 WHERE id = :builder_id::uuid;

-- name: builder_hold :one
-- Who is about to pay: no freeze comes in between, and the one that waits sees what was
-- begun. A country that is in no list, or not told, keeps nobody from paying.
SELECT a.frozen_at IS NOT NULL AS is_frozen, COALESCE(NOT m.builders, false) AS is_closed
  FROM account a
  LEFT JOIN market m ON m.country = a.country
 WHERE a.id = :builder_id::uuid
   FOR SHARE OF a;

-- name: builder_open_payments :many
SELECT id
  FROM payment
 WHERE builder_id = :builder_id::uuid AND state = 'pending'
 ORDER BY id;

-- name: builder_freeze :exec
UPDATE account
   SET frozen_at = now(), frozen_reason = :reason::text, updated_at = now()
 WHERE id = :builder_id::uuid AND frozen_at IS NULL;

-- name: builder_unfreeze :exec
UPDATE account
   SET frozen_at = NULL, frozen_reason = NULL, updated_at = now()
 WHERE id = :builder_id::uuid AND frozen_at IS NOT NULL;

-- name: builder_lock :one
SELECT id, frozen_at IS NOT NULL AS is_frozen, frozen_reason
  FROM account
 WHERE id = :builder_id::uuid
   FOR NO KEY UPDATE;

-- name: tester_market :one
-- A country that is not told is asked for by the provider.
SELECT a.country IS NULL OR COALESCE(m.testers, false) AS is_open
  FROM account a
  LEFT JOIN market m ON m.country = a.country
 WHERE a.id = :tester_id::uuid;
