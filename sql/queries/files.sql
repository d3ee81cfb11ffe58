-- Files: what people have uploaded, and how it is read.
-- Every statement here that returns a file returns it as api.file(f), column "body".

-- name: reader_load :maybe
-- Who a session's cookie speaks for. It is looked at, not used: nothing is rotated, and a copy
-- that comes too late ends nothing.
SELECT a.id AS account_id, s.id AS session_id, s.second_factor_at IS NOT NULL AS second_factor,
       coalesce((SELECT string_agg(r.role, ',') FROM account_role r WHERE r.account_id = a.id), '') AS roles
  FROM refresh_token t
  JOIN session s ON s.id = t.session_id
  JOIN account a ON a.id = s.account_id
 WHERE t.token_hash = :token_hash::bytea
   AND (t.used_at IS NULL OR t.used_at > now() - make_interval(secs => :grace::int))
   AND s.ended_at IS NULL AND s.expires_at > now()
   AND s.last_used_at > now() - make_interval(secs => :idle_ttl::int)
   AND a.state = 'active';

-- name: file_source :one
-- What is sent of a file: itself, or what was made of it.
SELECT f.name, f.kind, COALESCE(r.media_type, f.media_type) AS media_type,
       COALESCE(r.store_key, f.store_key) AS store_key,
       encode(f.sha256, 'hex') AS sha256, extract(epoch FROM f.ready_at)::bigint AS ready_at,
       api.file_is_public(f) AS is_public
  FROM file f
  LEFT JOIN file_rendition r ON r.file_id = f.id AND r.name = :rendition
 WHERE f.id = :file_id::uuid AND f.state = 'ready'
   AND (:rendition::text IS NULL OR r.name IS NOT NULL)
   AND api.file_is_shown(f, :viewer_id::uuid, :is_admin::boolean);

-- name: file_get :one
SELECT api.file(f) AS body
  FROM file f
 WHERE f.id = :file_id::uuid AND f.state <> 'deleted'
   AND api.file_is_shown(f, :viewer_id::uuid, :is_admin::boolean);

-- name: file_list :one
-- Newest first; the cursor is the last one's id.
SELECT json_build_object(
         'items', COALESCE(json_agg(api.file(f) ORDER BY f.id DESC), '[]'),
         'next', CASE WHEN count(*) = :limit::bigint
                      THEN api.cursor((array_agg(f.id ORDER BY f.id))[1]::text, '') END) AS body
  FROM (SELECT file.*
          FROM file
         WHERE owner_id = :owner_id::uuid AND state <> 'deleted'
           AND (:state::text IS NULL OR state = :state::text)
           AND id < COALESCE(:before_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
         ORDER BY id DESC
         LIMIT :limit::bigint) f;

-- name: file_hold :one
-- Until commit.
SELECT id FROM file WHERE id = :file_id::uuid AND state <> 'deleted' FOR UPDATE;

-- name: file_lock :one
-- Held until commit, so that a change cannot cross with handing in.
SELECT f.id, f.owner_id, f.state, f.name, f.kind, f.media_type, f.store_key, f.size_bytes, f.duration_ms,
       encode(f.uploaded_sha256, 'hex') AS uploaded_sha256, api.file_is_in_use(f) AS is_in_use,
       api.file(f) AS body
  FROM file f
 WHERE f.id = :file_id::uuid AND f.state <> 'deleted'
   AND (:owner_id::uuid IS NULL OR f.owner_id = :owner_id::uuid)
   FOR UPDATE;

-- name: file_update :one
UPDATE file f
   SET name = COALESCE(:name::text, name), marks = COALESCE(:marks::jsonb, marks), updated_at = now()
 WHERE f.id = :file_id::uuid
RETURNING api.file(f) AS body;

-- name: file_progress :exec
UPDATE file
   SET progress = :percent::int, updated_at = now()
 WHERE id = :file_id::uuid AND state = 'checking';

-- name: file_ready :maybe
-- No row: it was deleted in the meantime. "old_key" is what it was before, where that is not served.
UPDATE file f
   SET state = 'ready', kind = :kind, media_type = :media_type, size_bytes = :size_bytes::bigint,
       sha256 = decode(:sha256, 'hex'), width = :width::int, height = :height::int,
       duration_ms = :duration_ms::bigint, name = COALESCE(:name::text, f.name),
       store_key = :store_key, progress = NULL, ready_at = now(), updated_at = now()
  FROM file old
 WHERE f.id = :file_id::uuid AND old.id = f.id AND f.state = 'checking'
RETURNING NULLIF(old.store_key, f.store_key) AS old_key;

-- name: file_renditions_take :one
-- They belong to what the file was before; their objects go as well.
WITH gone AS (DELETE FROM file_rendition WHERE file_id = :file_id::uuid RETURNING store_key)
SELECT COALESCE(json_agg(store_key), '[]') AS keys FROM gone;

-- name: file_rendition_add :exec
INSERT INTO file_rendition (file_id, name, store_key, media_type, size_bytes, width, height)
VALUES (:file_id::uuid, :name, :store_key, :media_type, :size_bytes::bigint, :width::int, :height::int);

-- name: file_end :maybe
-- Refused or deleted. "payload" names its objects, to a file.remove job: what is whole, and what was
-- still being written with all that its store needs to give it up. No row: it had ended before.
WITH gone AS (
    UPDATE file
       SET state = :state, refused_code = COALESCE(:refused_code, refused_code), progress = NULL,
           deleted_at = CASE WHEN :state = 'deleted' THEN now() END, updated_at = now()
     WHERE id = :file_id::uuid
       AND (state IN ('uploading', 'checking') OR (:state = 'deleted' AND state IN ('ready', 'refused')))
    RETURNING id, store_key),
     part AS (
    DELETE FROM upload u USING gone WHERE u.file_id = gone.id RETURNING u.store_state),
     made AS (
    DELETE FROM file_rendition r USING gone WHERE r.file_id = gone.id RETURNING r.store_key)
SELECT json_build_object(
         'key', gone.store_key,
         'is_part', EXISTS (SELECT FROM part), 'state', (SELECT store_state FROM part),
         'more', (SELECT COALESCE(json_agg(store_key), '[]') FROM made)) AS payload
  FROM gone;
