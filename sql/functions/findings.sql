-- Findings beyond their own work: as a project's list shows them, what is similar, and the
-- forms that other tools read. Their one JSON form is in work.sql.

-- api.finding_row: a finding in the list of its project.
CREATE FUNCTION api.finding_row(f finding) RETURNS json
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (SELECT api.finding(f)::jsonb || jsonb_build_object(
                       'job_id', j.id, 'job_title', j.title, 'tester_name', tester.full_name,
                       'duplicates', (SELECT count(*) FROM finding d WHERE d.duplicate_of = f.id))
              FROM submission s
              JOIN assignment a ON a.id = s.assignment_id
              JOIN job j ON j.id = a.job_id
              JOIN account tester ON tester.id = a.tester_id
             WHERE s.id = f.submission_id);
END $$;

-- api.known_issue: what a builder knows already.
CREATE FUNCTION api.known_issue(k known_issue) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object('id', k.id, 'project_id', k.project_id, 'title', k.title, 'note', k.note, 'url', k.url,
                         'created_at', api.instant(k.created_at));

-- Was an issue on its project's list when testers handed their work in, and not only when they
-- did so again after changes?
CREATE FUNCTION api.was_listed(k known_issue, s submission) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    handed_in_at timestamptz := COALESCE((SELECT min(e.created_at) FROM event e
                                           WHERE e.assignment_id = s.assignment_id AND e.submission_id = s.id
                                             AND e.kind = 'submitted'), s.submitted_at);
BEGIN
    RETURN k.created_at < handed_in_at AND (k.deleted_at IS NULL OR k.deleted_at > handed_in_at);
END $$;

-- What is close to some words among a project's roots and known issues, closest first. Of the
-- newest roots, by the part of their title and steps that is most like the words; of all others,
-- by the title alone, which an index finds from the first words, if they are more than one or two:
-- so the answer takes no longer where there are many.
-- What <% takes is pg_trgm's own limit, 0.6: only superusers can write another one into a function.
-- Of what a tester may not know, drafts and what was taken back, there is nothing, nor of the
-- submission that asks.
CREATE FUNCTION api.similar_findings(of_project uuid, not_in uuid, words text, most int)
RETURNS TABLE (kind text, id uuid, title text, state text, severity text, created_at timestamptz, similarity real)
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    beginning text := left(words, 60);
BEGIN
    RETURN QUERY
    WITH newest AS MATERIALIZED (
        SELECT f.id, word_similarity(words, f.search) AS similarity
          FROM finding f
         WHERE f.project_id = of_project AND f.duplicate_of IS NULL
         ORDER BY f.id DESC
         LIMIT 200),
    near AS MATERIALIZED (
        SELECT n.id, n.similarity FROM newest n WHERE n.similarity >= 0.4
         UNION
        SELECT f.id, word_similarity(beginning, f.title)
          FROM finding f
         WHERE length(words) >= 12 AND beginning <% f.title AND f.project_id = of_project AND f.duplicate_of IS NULL
           AND f.id NOT IN (SELECT n.id FROM newest n))
    SELECT found.*
      FROM (SELECT 'finding', f.id, f.title, f.state, COALESCE(f.severity_final, f.severity), f.created_at, near.similarity
              FROM near
              JOIN finding f ON f.id = near.id
              JOIN submission s ON s.id = f.submission_id
             WHERE f.state NOT IN ('withdrawn', 'spam') AND s.submitted_at IS NOT NULL AND s.id <> not_in
             UNION ALL
            SELECT 'known_issue', k.id, k.title, NULL, NULL, k.created_at, word_similarity(words, k.title)
              FROM known_issue k
             WHERE k.project_id = of_project AND k.deleted_at IS NULL AND word_similarity(words, k.title) >= 0.4)
           AS found (kind, id, title, state, severity, created_at, similarity)
     ORDER BY found.similarity DESC, found.id
     LIMIT most;
END $$;

-- What of a project goes into a file, oldest first: so many behind one of them; all, where
-- neither is said.
CREATE FUNCTION api.findings_to_export(of_project uuid, of_state text, of_severity text, of_kind text,
                                       after_id uuid DEFAULT NULL, most bigint DEFAULT NULL)
RETURNS SETOF finding
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT f.*
      FROM finding f
      JOIN submission s ON s.id = f.submission_id AND s.submitted_at IS NOT NULL
     WHERE f.project_id = of_project
       AND (of_state IS NULL OR f.state = of_state)
       AND (of_severity IS NULL OR COALESCE(f.severity_final, f.severity) = of_severity)
       AND (of_kind IS NULL OR f.kind = of_kind)
       AND f.id > COALESCE(after_id, '00000000-0000-0000-0000-000000000000')
     ORDER BY f.id
     LIMIT most;
END;

-- The steps as one text, numbered.
CREATE FUNCTION api.numbered(steps jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT string_agg(n || '. ' || step, E'\n' ORDER BY n)
          FROM jsonb_array_elements_text(steps) WITH ORDINALITY AS e(step, n));

-- A native severity as a text: "nielsen 3 (common, hard, once)". Empty when there is none.
CREATE FUNCTION api.scale_in_words(scale jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN concat_ws(' ', scale ->> 'name', scale ->> 'value', scale ->> 'vector')
       || COALESCE(' (' || NULLIF(concat_ws(', ', scale ->> 'frequency', scale ->> 'impact', scale ->> 'persistence'), '')
                   || ')', '');

-- All that a finding says, as a text for people.
CREATE FUNCTION api.finding_in_words(f finding) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN concat_ws(E'\n\n',
    'Before: ' || f.preconditions,
    E'Steps:\n' || api.numbered(f.steps),
    'Expected: ' || f.expected,
    'Actual: ' || f.actual,
    'Reproducibility: ' || f.reproducibility || COALESCE(', ' || f.tries_seen || ' of ' || f.tries_total || ' tries', ''),
    'Rated: ' || NULLIF(api.scale_in_words(f.scale), ''),
    'Way around: ' || f.workaround,
    'Console: ' || f.console_excerpt,
    'Request: ' || f.failing_request,
    'Verdict: ' || f.verdict_reason);

-- Text that XML 1.0 can hold (section 2.2): most control characters it cannot.
CREATE FUNCTION api.xml_text(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(value, U&'[\0001-\0008\000B\000C\000E-\001F\FFFE\FFFF]', '', 'g');

-- A line of a CSV file, without its end.
CREATE FUNCTION api.finding_csv(f finding) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (SELECT concat_ws(',', api.csv(f.id::text), api.csv(j.title), api.csv(tester.full_name), api.csv(f.number::text),
                             api.csv(f.title), api.csv(f.kind), api.csv(f.state), api.csv(f.severity),
                             api.csv(f.severity_final), api.csv(f.scale ->> 'name'), api.csv(f.scale ->> 'value'),
                             api.csv(f.scale ->> 'vector'), api.csv(f.scale ->> 'frequency'), api.csv(f.scale ->> 'impact'),
                             api.csv(f.scale ->> 'persistence'), api.csv(f.url), api.csv(f.preconditions),
                             api.csv(api.numbered(f.steps)), api.csv(f.expected), api.csv(f.actual),
                             api.csv(f.reproducibility), api.csv(f.tries_seen::text), api.csv(f.tries_total::text),
                             api.csv(f.workaround), api.csv(f.first_seen_build), api.csv(f.works_in_build),
                             api.csv(api.seen_on(COALESCE(f.environment, s.environment))),
                             api.csv(f.verdict_reason), api.csv(f.duplicate_of::text), api.csv(f.fixed_build),
                             api.csv(api.instant(f.created_at)), api.csv(api.instant(f.judged_at)))
              FROM submission s
              JOIN assignment a ON a.id = s.assignment_id
              JOIN job j ON j.id = a.job_id
              JOIN account tester ON tester.id = a.tester_id
             WHERE s.id = f.submission_id);
END $$;

-- A test case of JUnit's form: it passes once the fix was seen to hold, fails while the problem
-- is one or may be, and is skipped when it is none.
CREATE FUNCTION api.finding_junit(f finding) RETURNS xml
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN xmlelement(NAME testcase,
        xmlattributes(api.xml_text(f.title) AS name, 'findings.' || f.kind AS classname, 0 AS "time"),
        CASE WHEN f.state = 'verified' THEN NULL
             WHEN api.is_open_finding(f.state)
             THEN xmlelement(NAME failure,
                      xmlattributes(api.xml_text(f.actual) AS message, COALESCE(f.severity_final, f.severity) AS type),
                      api.xml_text(api.finding_in_words(f)))
             ELSE xmlelement(NAME skipped,
                      xmlattributes(concat_ws(': ', f.state, api.xml_text(f.verdict_reason)) AS message)) END,
        xmlelement(NAME "system-out", concat('finding ', f.id, E'\nstate ', f.state)));
END $$;

-- A result of SARIF 2.1.0 (section 3.27). What is no problem is kept, but suppressed.
CREATE FUNCTION api.finding_sarif(f finding) RETURNS json
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    severity text := COALESCE(f.severity_final, f.severity);
BEGIN
    RETURN json_strip_nulls(json_build_object(
        'ruleId', f.kind,
        'kind', CASE f.state WHEN 'verified' THEN 'pass' ELSE 'fail' END,
        'level', CASE WHEN f.state = 'verified' THEN 'none'
                      WHEN severity IN ('critical', 'major') THEN 'error'
                      WHEN severity = 'moderate' THEN 'warning'
                      ELSE 'note' END,
        'message', json_build_object('text', concat_ws(E'\n\n', f.title, api.finding_in_words(f))),
        'locations', CASE WHEN f.url IS NOT NULL THEN json_build_array(json_build_object(
            'physicalLocation', json_build_object('artifactLocation', json_build_object('uri', f.url)))) END,
        'partialFingerprints', json_build_object('findingId/v1', f.id),
        'suppressions', CASE WHEN NOT api.is_open_finding(f.state)
            THEN json_build_array(json_build_object('kind', 'external', 'status', 'accepted',
                                                    'justification', concat_ws(': ', f.state, f.verdict_reason))) END,
        'properties', json_build_object(
            'severity', severity, 'state', f.state, 'scale', f.scale, 'reproducibility', f.reproducibility,
            'duplicateOf', f.duplicate_of, 'fixedBuild', f.fixed_build, 'createdAt', api.instant(f.created_at))));
END $$;

-- A finding as a piece of a file, with what stands behind it.
CREATE FUNCTION api.finding_exported(f finding, form text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE form WHEN 'csv' THEN api.finding_csv(f) || E'\r\n'
                 WHEN 'json' THEN api.finding_row(f)::text
                 WHEN 'junit' THEN api.finding_junit(f)::text
                 WHEN 'sarif' THEN api.finding_sarif(f)::text END;

-- A file without its findings: what stands before, between and behind them.
CREATE TYPE api.file_frame AS (head text, separator text, tail text);

-- The frame of a document that was made without any; tail is how it ends behind them.
CREATE FUNCTION api.file_frame(empty text, separator text, tail text) RETURNS api.file_frame
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    ASSERT right(empty, length(tail)) = tail, 'a document ends in another way';
    RETURN (left(empty, length(empty) - length(tail)), separator, tail);
END $$;

-- CSV: RFC 4180, with a byte order mark, by which spreadsheets know UTF-8.
CREATE FUNCTION api.findings_csv() RETURNS api.file_frame
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN api.file_frame(
    E'\uFEFFid,job,tester,number,title,kind,state,severity,severity_final,scale,scale_value,scale_vector,'
    'scale_frequency,scale_impact,scale_persistence,url,'
    'preconditions,steps,expected,actual,reproducibility,tries_seen,tries_total,workaround,first_seen_build,'
    'works_in_build,seen_on,verdict_reason,duplicate_of,fixed_build,created_at,judged_at' || E'\r\n', '', '');

CREATE FUNCTION api.findings_json(p project) RETURNS api.file_frame
LANGUAGE sql STABLE PARALLEL SAFE
RETURN api.file_frame(
    json_build_object('project_id', p.id, 'project_name', p.name, 'exported_at', api.instant(now()),
                      'findings', '[]'::json)::text, E',\n', ']}');

CREATE FUNCTION api.findings_junit(p project, of_state text, of_severity text, of_kind text) RETURNS api.file_frame
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (
        SELECT api.file_frame(
                   '<?xml version="1.0" encoding="UTF-8"?>' || E'\n' || xmlelement(NAME testsuites,
                       xmlelement(NAME testsuite,
                           xmlattributes(api.xml_text(p.name) AS name, count(*) AS tests,
                                         count(*) FILTER (WHERE f.state <> 'verified' AND api.is_open_finding(f.state)) AS failures,
                                         0 AS errors,
                                         count(*) FILTER (WHERE NOT api.is_open_finding(f.state)) AS skipped,
                                         to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') AS "timestamp"),
                           ''))::text,
                   '', '</testsuite></testsuites>')
          FROM api.findings_to_export(p.id, of_state, of_severity, of_kind) f);
END $$;

-- SARIF 2.1.0, as OASIS has it: one run, a rule for each kind of finding.
CREATE FUNCTION api.findings_sarif(p project, of_state text, of_severity text, of_kind text, tool text, tool_url text)
RETURNS api.file_frame
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (
        SELECT api.file_frame(json_build_object(
                   '$schema', 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
                   'version', '2.1.0',
                   'runs', json_build_array(json_build_object(
                       'tool', json_build_object('driver', json_build_object(
                           'name', tool, 'informationUri', tool_url,
                           'rules', COALESCE(json_agg(json_build_object(
                                        'id', kinds.kind, 'name', kinds.kind,
                                        'shortDescription', json_build_object('text', 'A finding of kind ' || kinds.kind))
                                    ORDER BY kinds.kind), '[]'))),
                       'columnKind', 'utf16CodeUnits',
                       'results', '[]'::json)))::text, E',\n', ']}]}')
          FROM (SELECT DISTINCT f.kind FROM api.findings_to_export(p.id, of_state, of_severity, of_kind) f) kinds);
END $$;

CREATE FUNCTION api.findings_frame(p project, form text, of_state text, of_severity text, of_kind text,
                                   tool text, tool_url text) RETURNS api.file_frame
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN CASE form WHEN 'csv' THEN api.findings_csv()
                     WHEN 'json' THEN api.findings_json(p)
                     WHEN 'junit' THEN api.findings_junit(p, of_state, of_severity, of_kind)
                     WHEN 'sarif' THEN api.findings_sarif(p, of_state, of_severity, of_kind, tool, tool_url) END;
END $$;

-- The first pictures of a finding that go on paper: small ones, as peertest-media made them.
CREATE FUNCTION api.finding_pictures(f finding, most int) RETURNS SETOF file_rendition
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT r.*
      FROM attachment t
      JOIN file ON file.id = t.file_id AND file.state = 'ready'
      JOIN file_rendition r ON r.file_id = file.id AND r.name = 'thumbnail' AND r.media_type = 'image/jpeg'
     WHERE t.finding_id = f.id
     ORDER BY t.position, t.id
     LIMIT most;
END;
