-- A project's findings as files for other tools. The caller has asked first whether they fit.

-- name: finding_export_size :one
-- How much it would be. No row: not the viewer's project.
SELECT p.name AS project_name, size.findings, size.bytes
  FROM project p,
       LATERAL (SELECT count(*) AS findings, COALESCE(sum(octet_length(f::text)), 0)::bigint AS bytes
                  FROM api.findings_to_export(p.id, :state::text, :severity::text, :kind::text) f) size
 WHERE p.id = :project_id::uuid AND p.owner_id = :owner_id::uuid AND p.deleted_at IS NULL;

-- name: finding_export_csv :one
-- RFC 4180, with a byte order mark, by which spreadsheets know UTF-8.
SELECT E'\uFEFFid,job,tester,number,title,kind,state,severity,severity_final,scale,scale_value,scale_vector,url,'
       'preconditions,steps,expected,actual,reproducibility,tries_seen,tries_total,workaround,first_seen_build,'
       'works_in_build,seen_on,verdict_reason,duplicate_of,fixed_build,created_at,judged_at' || E'\r\n'
       || COALESCE(string_agg(api.finding_csv(f) || E'\r\n', '' ORDER BY f.id), '') AS body
  FROM api.findings_to_export(:project_id::uuid, :state::text, :severity::text, :kind::text) f;

-- name: finding_export_json :one
SELECT json_build_object(
           'project_id', p.id, 'project_name', p.name, 'exported_at', api.instant(now()),
           'findings', (SELECT COALESCE(json_agg(api.finding_row(f) ORDER BY f.id), '[]')
                          FROM api.findings_to_export(p.id, :state::text, :severity::text, :kind::text) f)) AS body
  FROM project p
 WHERE p.id = :project_id::uuid;

-- name: finding_export_junit :one
SELECT '<?xml version="1.0" encoding="UTF-8"?>' || E'\n' || xmlelement(NAME testsuites,
           xmlelement(NAME testsuite,
               xmlattributes(api.xml_text(p.name) AS name, count(f.id) AS tests,
                             count(f.id) FILTER (WHERE f.state <> 'verified'
                                                 AND (f.state IN ('new', 'triaged') OR api.is_valid_finding(f.state))) AS failures,
                             0 AS errors,
                             count(f.id) FILTER (WHERE NOT (f.state IN ('new', 'triaged')
                                                            OR api.is_valid_finding(f.state))) AS skipped,
                             to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') AS "timestamp"),
               xmlagg(api.finding_junit(f) ORDER BY f.id) FILTER (WHERE f.id IS NOT NULL)))::text AS body
  FROM project p
  LEFT JOIN api.findings_to_export(:project_id::uuid, :state::text, :severity::text, :kind::text) f ON true
 WHERE p.id = :project_id::uuid
 GROUP BY p.id;

-- name: finding_export_sarif :one
-- SARIF 2.1.0, as OASIS has it: one run, a rule for each kind of finding.
SELECT json_build_object(
           '$schema', 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
           'version', '2.1.0',
           'runs', json_build_array(json_build_object(
               'tool', json_build_object('driver', json_build_object(
                   'name', :tool::text, 'informationUri', :tool_url::text,
                   'rules', (SELECT COALESCE(json_agg(json_build_object(
                                        'id', kind, 'name', kind,
                                        'shortDescription', json_build_object('text', 'A finding of kind ' || kind))
                                    ORDER BY kind), '[]')
                               FROM (SELECT DISTINCT f.kind
                                       FROM api.findings_to_export(:project_id::uuid, :state::text, :severity::text,
                                                                   :kind::text) f) kinds))),
               'columnKind', 'utf16CodeUnits',
               'results', (SELECT COALESCE(json_agg(api.finding_sarif(f) ORDER BY f.id), '[]')
                             FROM api.findings_to_export(:project_id::uuid, :state::text, :severity::text, :kind::text) f))))
       AS body;
