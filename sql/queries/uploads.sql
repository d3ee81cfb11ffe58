-- Uploads: files of which bytes are still to come (tus 1.0.0). Whoever changes one locks
-- or updates its file first, then the upload itself.

-- name: upload_owner_lock :one
-- Held until commit, so that two uploads cannot take the same room.
SELECT pg_advisory_xact_lock(hashtextextended(:owner_id::text, 7050)) AS locked;

-- name: upload_usage :one
-- What an account's files take, and what its unfinished ones will, without one of them.
SELECT COALESCE(sum(CASE f.state WHEN 'uploading'
                         THEN (SELECT GREATEST(u.length_bytes, u.offset_bytes) FROM upload u WHERE u.file_id = f.id)
                         ELSE f.size_bytes END), 0)::bigint AS used_bytes,
       count(*) FILTER (WHERE f.state = 'uploading') AS open_uploads
  FROM file f
 WHERE f.owner_id = :owner_id::uuid AND f.state IN ('uploading', 'checking', 'ready')
   AND f.id IS DISTINCT FROM :except_id::uuid;

-- name: upload_create :one
WITH made AS (
    INSERT INTO file (owner_id, name, store_key)
    VALUES (:owner_id::uuid, :name::text, :store_key::text)
    RETURNING id
), begun AS (
    INSERT INTO upload (file_id, length_bytes, metadata, expires_at)
    SELECT id, :length_bytes::bigint, :metadata::text, now() + make_interval(secs => :ttl::bigint) FROM made
    RETURNING *
)
SELECT file_id FROM begun;

-- name: upload_get :maybe
-- No body: it has expired, or was ended.
SELECT CASE WHEN u.file_id IS NOT NULL THEN api.upload(u, f) END AS body, u.offset_bytes, u.length_bytes, u.metadata,
       CASE WHEN f.state = 'uploading' THEN api.http_date(u.expires_at) END AS expires
  FROM file f
  LEFT JOIN upload u ON u.file_id = f.id AND f.state NOT IN ('refused', 'deleted')
                    AND (u.expires_at > now() OR u.leased_until > now())
 WHERE f.id = :file_id::uuid AND f.owner_id = :owner_id::uuid;

-- name: upload_list :one
-- Unfinished ones, newest first.
SELECT json_build_object(
         'items', COALESCE(json_agg(p.body ORDER BY p.id DESC), '[]'),
         'next', CASE WHEN count(*) = :limit::bigint
                      THEN api.cursor((array_agg(p.id ORDER BY p.id))[1]::text, '') END) AS body
  FROM (SELECT f.id, api.upload(u, f) AS body
          FROM file f
          JOIN upload u ON u.file_id = f.id
         WHERE f.owner_id = :owner_id::uuid AND f.state = 'uploading' AND u.expires_at > now()
           AND f.id < COALESCE(:before_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
         ORDER BY f.id DESC
         LIMIT :limit::bigint) p;

-- name: upload_hold :exec
-- Until commit. Apart from what is read, because a statement that waited for the lock has
-- looked at the upload before.
SELECT FROM file WHERE id = :file_id::uuid AND owner_id = :owner_id::uuid FOR UPDATE;

-- name: upload_lock :maybe
-- The file is locked until commit. has_ended: nothing can come any more.
SELECT f.state = 'uploading' AS is_open, f.kind, f.store_key, u.offset_bytes, u.length_bytes,
       u.store_state, encode(u.digest_state, 'hex') AS digest_state, encode(u.head, 'hex') AS head,
       u.file_id IS NULL OR f.state IN ('refused', 'deleted')
           OR f.state = 'uploading' AND u.expires_at <= now() AS has_ended,
       COALESCE(u.leased_until > now(), false) AS is_leased
  FROM file f
  LEFT JOIN upload u ON u.file_id = f.id
 WHERE f.id = :file_id::uuid AND f.owner_id = :owner_id::uuid
   FOR UPDATE OF f;

-- name: upload_lease :one
-- The one who writes from now on. A length that was not known can be said once.
UPDATE upload
   SET fence = fence + 1, leased_until = now() + make_interval(secs => :lease::bigint),
       length_bytes = COALESCE(length_bytes, :length_bytes::bigint)
 WHERE file_id = :file_id::uuid
RETURNING fence;

-- name: upload_save :one
-- How far it is; nothing is saved once somebody else writes, or it was ended. A lease of 0
-- seconds ends it.
WITH known AS (
    UPDATE file
       SET kind = COALESCE(:kind::text, kind), media_type = COALESCE(:media_type::text, media_type), updated_at = now()
     WHERE id = :file_id::uuid AND state = 'uploading'
    RETURNING id
), saved AS (
    UPDATE upload u
       SET offset_bytes = :offset_bytes::bigint, store_state = :store_state::text,
           digest_state = decode(:digest_state::text, 'hex'), head = decode(:head::text, 'hex'),
           leased_until = now() + NULLIF(make_interval(secs => :lease::bigint), make_interval()),
           expires_at = now() + make_interval(secs => :ttl::bigint)
      FROM known
     WHERE u.file_id = known.id AND u.fence = :fence::bigint
    RETURNING u.expires_at
)
SELECT EXISTS (SELECT FROM saved) AS is_saved, EXISTS (SELECT FROM known) AS is_open,
       (SELECT api.http_date(expires_at) FROM saved) AS expires;

-- name: upload_renew :one
-- The same without progress: a piece that may still turn out to be wrong.
WITH renewed AS (
    UPDATE upload u
       SET leased_until = now() + NULLIF(make_interval(secs => :lease::bigint), make_interval())
      FROM file f
     WHERE u.file_id = :file_id::uuid AND u.fence = :fence::bigint AND f.id = u.file_id AND f.state = 'uploading'
    RETURNING 1
)
SELECT EXISTS (SELECT FROM renewed) AS is_saved,
       EXISTS (SELECT FROM file WHERE id = :file_id::uuid AND state = 'uploading') AS is_open;

-- name: upload_complete :exec
-- The last byte is there, and saved.
UPDATE file
   SET state = 'checking', size_bytes = :size_bytes::bigint,
       uploaded_sha256 = decode(:sha256::text, 'hex'), uploaded_at = now(), updated_at = now()
 WHERE id = :file_id::uuid AND state = 'uploading';

-- name: upload_part_lock :one
-- A complete upload, whose object is still a part. The file is locked until commit.
SELECT f.state, f.store_key, f.size_bytes, u.store_state
  FROM file f
  LEFT JOIN upload u ON u.file_id = f.id
 WHERE f.id = :file_id::uuid
   FOR UPDATE OF f;

-- name: upload_expired_lock :many
-- Unfinished ones that nothing came for.
SELECT f.id
  FROM upload u
  JOIN file f ON f.id = u.file_id
 WHERE u.expires_at <= now() AND f.state = 'uploading'
   AND (u.leased_until IS NULL OR u.leased_until <= now())
 ORDER BY u.expires_at
 LIMIT :most::bigint
   FOR UPDATE OF f SKIP LOCKED;

-- name: upload_forget :exec
-- Ways in that are of no use any more.
DELETE FROM upload u
 USING file f
 WHERE f.id = u.file_id AND u.expires_at <= now() AND f.state = 'ready';
