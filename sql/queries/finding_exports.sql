-- A project's findings as files for other tools, piece by piece, and as a report on paper.

-- name: finding_export_frame :one
-- What stands before, between and behind the findings of a file. One export of an account at
-- a time: each has a connection for as long as it takes. No row: not the viewer's project.
SELECT frame.head, frame.separator, frame.tail,
       pg_try_advisory_xact_lock(hashtextextended('export ' || p.owner_id, 0)) AS is_alone
  FROM project p,
       LATERAL api.findings_frame(p, :form::text, :state::text, :severity::text, :kind::text,
                                  :tool::text, :tool_url::text) frame
 WHERE p.id = :project_id::uuid AND p.owner_id = :owner_id::uuid AND p.deleted_at IS NULL;

-- name: finding_export_page :one
-- The next findings of a file; "last_id" is where the page after it begins.
SELECT count(*) AS findings, (array_agg(f.id ORDER BY f.id DESC))[1] AS last_id,
       string_agg(api.finding_exported(f, :form::text), :separator::text ORDER BY f.id) AS body
  FROM api.findings_to_export(:project_id::uuid, :state::text, :severity::text, :kind::text,
                              :after_id::uuid, :most::bigint) f;

-- name: finding_report_size :one
-- How much would be on paper. No row: not the viewer's project.
SELECT size.findings, size.bytes
  FROM project p,
       LATERAL (SELECT count(*) AS findings, COALESCE(sum(octet_length(f::text)), 0)::bigint AS bytes
                  FROM api.findings_to_export(p.id, :state::text, :severity::text, :kind::text) f) size
 WHERE p.id = :project_id::uuid AND p.owner_id = :owner_id::uuid AND p.deleted_at IS NULL;

-- name: finding_report :one
SELECT json_build_object(
           'project_name', p.name, 'exported_at', api.instant(now()),
           'findings', (SELECT COALESCE(json_agg(api.finding_row(f) ORDER BY f.id), '[]')
                          FROM api.findings_to_export(p.id, :state::text, :severity::text, :kind::text) f)) AS body
  FROM project p
 WHERE p.id = :project_id::uuid;

-- name: finding_report_pictures :many
-- The pictures of these findings that go on paper, in order.
SELECT f.id AS finding_id, r.store_key, r.width, r.height
  FROM api.findings_to_export(:project_id::uuid, :state::text, :severity::text, :kind::text) f,
       LATERAL api.finding_pictures(f, :most_each::int) WITH ORDINALITY
           AS r (file_id, name, store_key, media_type, size_bytes, width, height, n)
 WHERE r.size_bytes <= :most_bytes::bigint
 ORDER BY f.id, r.n
 LIMIT :most::bigint;
