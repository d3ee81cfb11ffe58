-- Who fits a piece of work, and how well. docs/MATCHING.md says the same in words.
-- Most of it is in PL/pgSQL, because lists ask it of thousands: what is inside such a
-- function is planned once a session, while a function in SQL that cannot be dissolved into its caller is
-- planned with each of the caller's calls.

-- What is known of a tester, as eligibility and score need it; words are in lower case.
-- "devices" are those that
-- need no confirmation; "fresh" falls from 1 to 0 until they do.
CREATE VIEW api.tester_facts AS
SELECT a.id AS account_id, a.full_name, a.country, lower((p.languages || a.locale)::text)::text[] AS languages,
       lower(COALESCE(p.skills, '{}')::text)::text[] AS skills, COALESCE(p.is_paused, false) AS is_paused,
       COALESCE(s.level, 'newcomer') AS level, COALESCE(s.approved, 0) AS approved,
       COALESCE(s.decided, 0) AS decided, COALESCE(s.on_time, 0) AS on_time, COALESCE(s.ended, 0) AS ended,
       COALESCE(s.by_type, '{}') AS by_type, s.last_worked_at, d.devices
  FROM account a
  LEFT JOIN tester_profile p ON p.account_id = a.id
  LEFT JOIN tester_stat s ON s.account_id = a.id
 CROSS JOIN LATERAL (
       SELECT COALESCE(jsonb_agg(jsonb_build_object(
                  'name', lower(d.name), 'kind', d.kind, 'os', lower(d.os || ' ' || d.os_version),
                  'browser', lower(COALESCE(d.browser || COALESCE(' ' || d.browser_version, ''), '')),
                  'fresh', extract(epoch FROM d.fresh_until - now())
                           / extract(epoch FROM d.fresh_until - d.confirmed_at))), '[]') AS devices
         FROM device d
        WHERE d.account_id = a.id AND d.fresh_until > now()) d;
GRANT SELECT ON api.tester_facts TO peertest_app;

-- Does a text begin with one of these, and a word or a number end there? No wish is
-- always fulfilled.
CREATE FUNCTION api.begins_with(whole text, wishes jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    n int := COALESCE(jsonb_array_length(wishes), 0);
    wish text;
BEGIN
    FOR i IN 0 .. n - 1 LOOP
        wish := wishes ->> i;
        IF starts_with(whole, wish) AND substr(whole, length(wish) + 1, 1) !~ '[[:alnum:]]' THEN
            RETURN true;
        END IF;
    END LOOP;
    RETURN n = 0;
END $$;

-- Which of the three lists a device fits: by name or kind, by system, by browser.
CREATE TYPE api.device_fit AS (devices boolean, os boolean, browsers boolean);
CREATE FUNCTION api.device_fit(device jsonb, wanted jsonb) RETURNS api.device_fit
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    wishes jsonb := wanted -> 'devices';
    fit api.device_fit;
BEGIN
    fit.devices := COALESCE(jsonb_array_length(wishes), 0) = 0;
    FOR i IN 0 .. COALESCE(jsonb_array_length(wishes), 0) - 1 LOOP
        fit.devices := fit.devices OR strpos(device ->> 'name', wishes ->> i) > 0
                                   OR strpos(device ->> 'kind', wishes ->> i) > 0;
    END LOOP;
    fit.os := api.begins_with(device ->> 'os', wanted -> 'os');
    fit.browsers := api.begins_with(device ->> 'browser', wanted -> 'browsers');
    RETURN fit;
END $$;

-- The lists that no device of a tester fits. One and the same must fit all three: where each
-- has only devices of its own, all that were asked for are named.
CREATE FUNCTION api.devices_lack(devices jsonb, wanted jsonb) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    lists text[];
    fits api.device_fit := (false, false, false);
    fit api.device_fit;
BEGIN
    FOR i IN 0 .. jsonb_array_length(devices) - 1 LOOP
        fit := api.device_fit(devices -> i, wanted);
        IF fit.devices AND fit.os AND fit.browsers THEN
            RETURN '{}';
        END IF;
        fits := (fits.devices OR fit.devices, fits.os OR fit.os, fits.browsers OR fit.browsers);
    END LOOP;
    lists := ARRAY(SELECT list FROM unnest('{devices,os,browsers}'::text[]) list
                    WHERE jsonb_array_length(wanted -> list) > 0);
    RETURN CASE WHEN fits.devices AND fits.os AND fits.browsers THEN lists
                ELSE ARRAY(SELECT list FROM unnest(lists) list WHERE NOT (to_jsonb(fits) ->> list)::boolean) END;
END $$;

CREATE FUNCTION api.level_rank(level text) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE level WHEN 'expert' THEN 2 WHEN 'experienced' THEN 1 ELSE 0 END;

-- What of the requirements a tester does not fulfil; empty: nothing.
CREATE FUNCTION api.match_lacks(t api.tester_facts, requirements jsonb) RETURNS text[]
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    wanted jsonb;
    lacks text[] := '{}';
    speaks boolean := false;
    spoken text;
BEGIN
    IF NOT requirements ?| '{devices,os,browsers,locales,countries,skills,level}' THEN
        RETURN lacks;
    END IF;
    wanted := lower(requirements::text)::jsonb;
    IF wanted ?| '{devices,os,browsers}' THEN
        lacks := api.devices_lack(t.devices, wanted);
    END IF;
    IF wanted ? 'locales' THEN
        FOREACH spoken IN ARRAY t.languages LOOP
            speaks := api.begins_with(spoken, wanted -> 'locales');
            EXIT WHEN speaks;
        END LOOP;
        IF NOT speaks THEN
            lacks := lacks || 'locales'::text;
        END IF;
    END IF;
    IF jsonb_array_length(wanted -> 'countries') > 0 AND NOT COALESCE(wanted -> 'countries' ? lower(t.country), false) THEN
        lacks := lacks || 'countries'::text;
    END IF;
    IF NOT wanted -> 'skills' <@ to_jsonb(t.skills) THEN
        lacks := lacks || 'skills'::text;
    END IF;
    IF api.level_rank(t.level) < api.level_rank(wanted ->> 'level') THEN
        lacks := lacks || 'level'::text;
    END IF;
    RETURN lacks;
END $$;

-- How well a tester suits, 0 to 100. The parts: reputation in the kinds of test 40,
-- devices 15, domain 15, on time 15, recency 10, newcomer's share 5. Rates are smoothed:
-- who has done nothing yet begins at 60 % approved and 75 % on time, and a few results
-- move little. The one definition: lists are made in the database, so it is here.
CREATE FUNCTION api.match_score(t api.tester_facts, wanted jsonb, service_types text[], category text) RETURNS int
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    asked jsonb := lower(wanted::text)::jsonb;
    words text[] := array_remove(service_types || category, NULL);
    word text;
    reputation numeric := 0;
    fit api.device_fit;
    fresh numeric := 0;
    known numeric := 0;
BEGIN
    FOREACH word IN ARRAY service_types LOOP
        reputation := reputation + (COALESCE(t.by_type #>> ARRAY[word, 'approved'], '0')::numeric + 3)
                                   / (COALESCE(t.by_type #>> ARRAY[word, 'decided'], '0')::numeric + 5);
    END LOOP;
    FOR i IN 0 .. jsonb_array_length(t.devices) - 1 LOOP
        fit := api.device_fit(t.devices -> i, asked);
        IF fit.devices AND fit.os AND fit.browsers THEN
            fresh := GREATEST(fresh, (t.devices #>> ARRAY[i::text, 'fresh'])::numeric);
        END IF;
    END LOOP;
    FOREACH word IN ARRAY words LOOP
        known := known + (lower(word) = ANY (t.skills))::int;
    END LOOP;
    RETURN round(
        40 * COALESCE(reputation / NULLIF(cardinality(service_types), 0), 0.6)
        + 15 * fresh
        + 15 * COALESCE(known / NULLIF(cardinality(words), 0), 0)
        + 15 * (t.on_time + 3)::numeric / (t.ended + 4)
        + 10 * COALESCE(GREATEST(0, 1 - extract(epoch FROM now() - t.last_worked_at) / (90 * 86400)), 0)
        + CASE WHEN t.approved < 5 THEN 5 ELSE 0 END);
END $$;

-- A word of a tsquery, whatever is in it.
CREATE FUNCTION api.lexeme(word text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN '''' || replace(replace(word, '\', '\\'), '''', '''''') || '''';

-- What testers must be found by, as far as an index can tell; of those,
-- api.match_lacks() has the last word.
CREATE FUNCTION api.match_query(wanted jsonb) RETURNS tsquery
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    WITH wish AS (
        SELECT facet.name, n, api.lexeme(facet.name || ':' || w) AS term
          FROM (VALUES ('os', 'os'), ('browser', 'browsers'), ('language', 'locales'), ('country', 'countries'))
                   facet (name, member),
               jsonb_array_elements_text(lower(wanted::text)::jsonb -> facet.member) WITH ORDINALITY AS u (w, n)
        UNION ALL
        SELECT 'skill ' || n, n, api.lexeme('skill:' || w)
          FROM jsonb_array_elements_text(lower(wanted::text)::jsonb -> 'skills') WITH ORDINALITY AS u (w, n)
        UNION ALL
        SELECT 'level', 1, api.lexeme('level:' || (wanted ->> 'level'))
         WHERE api.level_rank(wanted ->> 'level') > 0),
    clause AS (
        SELECT '(' || string_agg(term, ' | ') || ')' AS any_of FROM wish GROUP BY name)
    SELECT ('''ready''' || COALESCE((SELECT string_agg(' & ' || any_of, '') FROM clause), ''))::tsquery);

-- What a role wants, beside what its job says of it.
CREATE TYPE api.role_wish AS (job_id uuid, owner_id uuid, requirements jsonb, service_types text[], category text);
CREATE FUNCTION api.role_wish(role uuid) RETURNS api.role_wish
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (SELECT ROW(j.id, j.owner_id, r.requirements,
                       ARRAY(SELECT DISTINCT i.service_type FROM job_item i
                              WHERE i.role_id = r.id AND i.removed_at IS NULL),
                       p.category)::api.role_wish
              FROM job_role r JOIN job j ON j.id = r.job_id JOIN project p ON p.id = j.project_id
             WHERE r.id = role);
END $$;

-- Those who fit a role, each with a score. Few enough are all of them; of more than a
-- thousand, the thousand who were active last.
CREATE FUNCTION api.match_candidates(role uuid) RETURNS TABLE (account_id uuid, score int)
LANGUAGE plpgsql STABLE ROWS 200 AS $$
DECLARE
    w api.role_wish := api.role_wish(role);
    q tsquery := api.match_query(w.requirements);
BEGIN
    RETURN QUERY
    WITH few AS MATERIALIZED (
        SELECT p.account_id FROM tester_profile p WHERE p.facets @@ q LIMIT 1001),
    pool AS (
        SELECT few.account_id FROM few WHERE (SELECT count(*) FROM few) <= 1000
        UNION ALL
        (SELECT p.account_id FROM tester_profile p
          WHERE p.facets @@ q AND (SELECT count(*) FROM few) > 1000
          ORDER BY p.active_at DESC
          LIMIT 1000)),
    known AS MATERIALIZED (
        SELECT t FROM pool JOIN api.tester_facts t ON t.account_id = pool.account_id
         WHERE pool.account_id <> w.owner_id)
    SELECT (t).account_id, api.match_score(t, w.requirements, w.service_types, w.category)
      FROM known
     WHERE cardinality(api.match_lacks(t, w.requirements)) = 0;
END $$;

-- A rate for people: per cent, or null where nothing is known.
CREATE FUNCTION api.per_cent(part int, whole int) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN round(100.0 * part / NULLIF(whole, 0))::int;

-- api.tester_card: what a builder sees of a tester beside a bid or an invitation.
CREATE FUNCTION api.tester_card(tester_id uuid, role_id uuid) RETURNS json
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    w api.role_wish := api.role_wish(role_id);
BEGIN
    RETURN (SELECT json_build_object(
                'id', t.account_id, 'full_name', t.full_name, 'country', t.country, 'approved', t.approved,
                'approval_rate', api.per_cent(t.approved, t.decided),
                'on_time_rate', api.per_cent(t.on_time, t.ended), 'level', t.level,
                'match_score', api.match_score(t, w.requirements, w.service_types, w.category))
              FROM api.tester_facts t
             WHERE t.account_id = tester_id);
END $$;

-- api.device: one of the tester's own devices.
CREATE FUNCTION api.device(d device) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'id', d.id, 'name', d.name, 'kind', d.kind, 'os', d.os, 'os_version', d.os_version,
    'browser', d.browser, 'browser_version', d.browser_version,
    'confirmed_at', api.instant(d.confirmed_at), 'is_fresh', d.fresh_until > now());

-- api.tester_profile: what testers say of themselves, and what their work says.
CREATE FUNCTION api.tester_profile(tester uuid) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN (SELECT json_build_object(
            'bio', COALESCE(p.bio, ''), 'languages', COALESCE(p.languages, '{}'),
            'skills', COALESCE(p.skills, '{}'), 'is_paused', COALESCE(p.is_paused, false),
            'level', COALESCE(s.level, 'newcomer'), 'approved', COALESCE(s.approved, 0),
            'approval_rate', api.per_cent(s.approved, s.decided),
            'on_time_rate', api.per_cent(s.on_time, s.ended))
          FROM account a
          LEFT JOIN tester_profile p ON p.account_id = a.id
          LEFT JOIN tester_stat s ON s.account_id = a.id
         WHERE a.id = tester);
