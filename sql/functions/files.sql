-- The JSON form of a file, and who may see it.

-- api.file: a file with the addresses of its bytes. They never change, so that a page can keep them.
CREATE FUNCTION api.file(f file) RETURNS json
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    address text := '/api/v1/files/' || f.id;
BEGIN
    RETURN json_build_object(
        'id', f.id, 'name', f.name, 'state', f.state, 'kind', f.kind, 'media_type', f.media_type,
        'size_bytes', f.size_bytes, 'sha256', encode(f.sha256, 'hex'),
        'width', f.width, 'height', f.height, 'duration_ms', f.duration_ms,
        'progress', f.progress, 'refused_code', f.refused_code, 'marks', f.marks,
        'url', CASE WHEN f.state = 'ready' THEN address END,
        'thumbnail_url', (SELECT address || '?rendition=thumbnail' FROM file_rendition r
                           WHERE r.file_id = f.id AND r.name = 'thumbnail' AND f.state = 'ready'),
        'poster_url', (SELECT address || '?rendition=poster' FROM file_rendition r
                        WHERE r.file_id = f.id AND r.name = 'poster' AND f.state = 'ready'),
        'created_at', api.instant(f.created_at), 'uploaded_at', api.instant(f.uploaded_at));
END $$;

-- Is it a picture of a project that is still there? Those are for everybody.
CREATE FUNCTION api.file_is_public(f file) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN EXISTS (SELECT FROM project p WHERE p.icon_id = f.id AND p.deleted_at IS NULL)
        OR EXISTS (SELECT FROM project_screenshot s JOIN project p ON p.id = s.project_id
                    WHERE s.file_id = f.id AND p.deleted_at IS NULL);
END $$;

-- Does it belong to something that was handed in? Then it stays as it is.
CREATE FUNCTION api.file_is_in_use(f file) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN EXISTS (SELECT FROM attachment t JOIN submission s ON s.id = t.submission_id
                    WHERE t.file_id = f.id AND (s.submitted_at IS NOT NULL OR s.state = 'waived'));
END $$;

-- Who may see it: its owner; a builder, once the work that it belongs to was handed in; an
-- administrator, once the money of that work was argued about; everybody, where it is public.
CREATE FUNCTION api.file_is_shown(f file, viewer_id uuid, is_admin boolean) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    IF f.owner_id = viewer_id OR api.file_is_public(f) THEN
        RETURN true;
    END IF;
    RETURN EXISTS (SELECT FROM attachment t
                     JOIN submission s ON s.id = t.submission_id
                     JOIN assignment a ON a.id = s.assignment_id
                     JOIN job j ON j.id = a.job_id
                    WHERE t.file_id = f.id
                      AND ((j.owner_id = viewer_id AND api.submission_is_shown(s, a, viewer_id))
                        OR (is_admin AND api.is_contested(s, a))));
END $$;

-- api.admin_file: a file as administrators see it: its name, and what it belongs to.
CREATE FUNCTION api.admin_file(f file) RETURNS json
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    project_name text := (SELECT p.name FROM project p
                           WHERE p.deleted_at IS NULL
                             AND (p.icon_id = f.id
                                  OR EXISTS (SELECT FROM project_screenshot s WHERE s.project_id = p.id AND s.file_id = f.id))
                           ORDER BY p.id LIMIT 1);
BEGIN
    RETURN json_build_object(
        'id', f.id, 'owner_id', f.owner_id, 'name', f.name, 'state', f.state, 'kind', f.kind, 'size_bytes', f.size_bytes,
        'used_for', CASE WHEN project_name IS NOT NULL THEN 'project'
                         WHEN api.file_is_in_use(f) THEN 'work'
                         WHEN EXISTS (SELECT FROM attachment t WHERE t.file_id = f.id) THEN 'draft'
                         ELSE 'nothing' END,
        'project_name', project_name,
        'url', CASE WHEN project_name IS NOT NULL AND f.state = 'ready' THEN '/api/v1/files/' || f.id END,
        'created_at', api.instant(f.created_at));
END $$;
