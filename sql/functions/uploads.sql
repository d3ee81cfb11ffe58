-- What is said of an upload.

-- api.http_date: an instant as headers write it (RFC 9110, section 5.6.7).
CREATE FUNCTION api.http_date(at timestamptz) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN to_char(at AT TIME ZONE 'UTC', 'Dy, DD Mon YYYY HH24:MI:SS "GMT"');

-- api.upload: how far it is. What becomes of it afterwards is told by its file.
CREATE FUNCTION api.upload(u upload, f file) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT json_build_object(
        'id', u.file_id, 'name', f.name, 'offset_bytes', u.offset_bytes, 'length_bytes', u.length_bytes,
        'expires_at', api.instant(u.expires_at), 'created_at', api.instant(f.created_at))
$$;
