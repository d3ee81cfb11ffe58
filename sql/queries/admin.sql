-- What administrators have done: written in the transaction that does it.

-- name: admin_note :exec
INSERT INTO admin_action (admin_id, kind, entity, entity_id, reason, detail)
VALUES (:admin_id::uuid, :kind, :entity, :entity_id, :reason, COALESCE(:detail::jsonb, '{}'));
