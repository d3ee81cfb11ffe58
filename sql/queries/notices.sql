-- Notices: what people are told in the application. Only their own are there for them.

-- name: notice_add :exec
INSERT INTO notice (account_id, kind, data) VALUES (:account_id::uuid, :kind, :data::jsonb);

-- name: notice_list :one
-- Newest first; the cursor is the last one's id. Text and path are made of kind and data.
SELECT json_build_object(
         'items', COALESCE(json_agg(json_build_object(
                      'id', n.id, 'kind', n.kind, 'data', n.data,
                      'times', api.reader_times(n.data, a.time_zone),
                      'created_at', api.instant(n.created_at), 'read_at', api.instant(n.read_at))
                    ORDER BY n.id DESC), '[]'),
         'next', CASE WHEN count(*) = :limit::bigint
                      THEN api.cursor((array_agg(n.id ORDER BY n.id))[1]::text, '') END) AS list,
       (SELECT full_name FROM account WHERE id = :account_id::uuid) AS full_name
  FROM (SELECT notice.*
          FROM notice
         WHERE account_id = :account_id::uuid
           AND (NOT :is_unread::boolean OR read_at IS NULL)
           AND id < COALESCE(:before_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
         ORDER BY id DESC
         LIMIT :limit::bigint) n
  JOIN account a ON a.id = n.account_id;

-- name: notice_unread :one
SELECT json_build_object('unread', count(*)) AS body
  FROM notice
 WHERE account_id = :account_id::uuid AND read_at IS NULL;

-- name: notice_read :exec
-- Those that are named, or all.
UPDATE notice SET read_at = now()
 WHERE account_id = :account_id::uuid AND read_at IS NULL
   AND (:ids::jsonb IS NULL OR id = ANY (ARRAY(SELECT jsonb_array_elements_text(:ids::jsonb)::uuid)));
