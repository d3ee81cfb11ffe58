-- What is made of files by the jobs file.check and file.trim.

-- name: file_unchecked :maybe
-- No row: it was checked before, or deleted.
SELECT name, store_key, encode(uploaded_sha256, 'hex') AS uploaded_sha256
  FROM file
 WHERE id = :file_id::uuid AND state = 'checking' AND sha256 IS NULL;

-- name: file_untrimmed :maybe
-- The recording as it was when the cut was ordered. No row: it was made, or the file deleted.
SELECT name, store_key, media_type
  FROM file
 WHERE id = :file_id::uuid AND state = 'checking' AND sha256 = decode(:sha256, 'hex');

-- name: file_trim_begin :one
UPDATE file f
   SET state = 'checking', progress = 0, updated_at = now()
 WHERE f.id = :file_id::uuid
RETURNING api.file(f) AS body, encode(f.sha256, 'hex') AS sha256;

-- name: file_trim_undo :exec
-- It could not be made: the recording stays what it was.
UPDATE file
   SET state = 'ready', progress = NULL, updated_at = now()
 WHERE id = :file_id::uuid AND state = 'checking' AND sha256 IS NOT NULL;

-- name: file_marks_cut :exec
-- The marks of the part that is left, counted from its beginning.
UPDATE file f
   SET marks = (SELECT COALESCE(jsonb_agg(jsonb_set(m.mark, '{at_ms}', to_jsonb(m.at_ms - :start_ms::bigint)) ORDER BY m.n), '[]')
                  FROM (SELECT mark, n, (mark ->> 'at_ms')::bigint AS at_ms
                          FROM jsonb_array_elements(f.marks) WITH ORDINALITY AS e(mark, n)) m
                 WHERE m.at_ms BETWEEN :start_ms::bigint AND :end_ms::bigint)
 WHERE f.id = :file_id::uuid;
