-- Files as evidence of work, and as pictures of a project. What may be seen of a file is said
-- by api.file_is_shown() (files.sql).

-- The files that prove a submission as a whole, in the order of its evidence.
CREATE FUNCTION api.attachment_ids(s submission) RETURNS json
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (SELECT COALESCE(json_agg(t.file_id ORDER BY t.position), '[]')
              FROM attachment t
             WHERE t.submission_id = s.id AND t.finding_id IS NULL);
END $$;

-- What proves a submission, as its tester listed it; a file that was taken away since is left out.
CREATE FUNCTION api.evidence(s submission) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    IF s.evidence = '[]' THEN
        RETURN s.evidence;
    END IF;
    RETURN (SELECT COALESCE(jsonb_agg('{"url": null, "file_id": null}' || e.piece ORDER BY e.n), '[]')
              FROM jsonb_array_elements(s.evidence) WITH ORDINALITY AS e(piece, n)
             WHERE NOT e.piece ? 'file_id'
                OR EXISTS (SELECT FROM attachment t
                            WHERE t.submission_id = s.id AND t.finding_id IS NULL
                              AND t.file_id = (e.piece ->> 'file_id')::uuid));
END $$;

-- Each file of a submission and of its findings once: what proves the whole comes first.
CREATE FUNCTION api.attached_files(submission_id uuid) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN QUERY
    SELECT t.file_id
      FROM attachment t
      LEFT JOIN finding found ON found.id = t.finding_id
     WHERE t.submission_id = $1
     GROUP BY t.file_id
     ORDER BY min(ARRAY[COALESCE(found.number, 0), t.position]);
END $$;

-- The same for the record: what tells that a file is still what it was.
CREATE FUNCTION api.files_on_record(submission_id uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (SELECT COALESCE(jsonb_agg(jsonb_build_object(
                       'id', f.id, 'name', f.name, 'kind', f.kind, 'size_bytes', f.size_bytes,
                       'sha256', encode(f.sha256, 'hex'),
                       'uploaded_at', api.instant(f.uploaded_at)) ORDER BY t.n), '[]')
              FROM api.attached_files($1) WITH ORDINALITY AS t(id, n)
              JOIN file f ON f.id = t.id);
END $$;

-- The money of this work is or was argued about: administrators may look at its files. Of a
-- draft nothing was delivered that a bank could ask about.
CREATE FUNCTION api.is_contested(s submission, a assignment) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN EXISTS (SELECT FROM dispute d WHERE d.submission_id = s.id)
        OR s.submitted_at IS NOT NULL
           AND EXISTS (SELECT FROM payment p JOIN chargeback c ON c.payment_id = p.id
                        WHERE p.job_id = a.job_id AND p.bid_id IS NOT DISTINCT FROM a.bid_id);
END $$;

-- The address of a project's icon; only pictures that are ready become one. Like the other
-- pictures it goes with the project.
CREATE FUNCTION api.icon_url(p project) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE WHEN p.deleted_at IS NULL THEN '/api/v1/files/' || p.icon_id END;

-- Its other pictures, in their order.
CREATE FUNCTION api.screenshots(project_id uuid) RETURNS json
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (SELECT COALESCE(json_agg(json_build_object(
                       'id', f.id, 'url', '/api/v1/files/' || f.id,
                       'thumbnail_url', '/api/v1/files/' || r.file_id || '?rendition=' || r.name,
                       'width', f.width, 'height', f.height) ORDER BY s.position), '[]')
              FROM project_screenshot s
              JOIN project p ON p.id = s.project_id AND p.deleted_at IS NULL
              JOIN file f ON f.id = s.file_id
              LEFT JOIN file_rendition r ON r.file_id = f.id AND r.name = 'thumbnail'
             WHERE s.project_id = $1);
END $$;

-- Nobody needs it any more: it has belonged to nothing for so long, or all that it belongs to has
-- ended so many days ago, and no bank asks about it.
CREATE FUNCTION api.file_is_outlived(f file, unused_seconds int, evidence_days int) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    IF f.state NOT IN ('checking', 'ready', 'refused') OR api.file_is_public(f) THEN
        RETURN false;
    ELSIF NOT EXISTS (SELECT FROM attachment t WHERE t.file_id = f.id) THEN
        RETURN GREATEST(f.created_at, f.uploaded_at, f.updated_at) < now() - make_interval(secs => unused_seconds);
    END IF;
    RETURN NOT EXISTS (
        SELECT FROM attachment t
          JOIN submission s ON s.id = t.submission_id
          JOIN assignment a ON a.id = s.assignment_id
         WHERE t.file_id = f.id
           AND (s.settled_at IS NULL OR a.ended_at IS NULL
                OR GREATEST(s.settled_at, a.ended_at) >= now() - make_interval(days => evidence_days)
                OR EXISTS (SELECT FROM payment p JOIN chargeback c ON c.payment_id = p.id
                            WHERE p.job_id = a.job_id AND p.bid_id IS NOT DISTINCT FROM a.bid_id
                              AND c.closed_at IS NULL)));
END $$;
