-- Who is asking: read on every write and for every administrator, so that a right taken away is gone at once.

-- name: actor_load :maybe
-- The account's state, roles and scopes, and whether the token's session has ended.
SELECT a.state AS account_state,
       coalesce((SELECT string_agg(r.role, ',') FROM account_role r WHERE r.account_id = a.id), '') AS roles,
       coalesce((SELECT string_agg(c.scope, ',') FROM admin_scope c WHERE c.account_id = a.id), '') AS scopes,
       s.second_factor_at IS NOT NULL AS second_factor,
       (s.id IS NULL OR s.ended_at IS NOT NULL OR s.expires_at <= now()) AS ended
  FROM account a
  LEFT JOIN session s ON s.id = :session_id::uuid AND s.account_id = a.id
 WHERE a.id = :account_id::uuid;
