-- An instant for people: "Tue 3 Mar 2026, 14:05 (Europe/Berlin)".
CREATE FUNCTION api.reader_time(at timestamptz, time_zone text) RETURNS text
LANGUAGE sql STABLE
RETURN to_char(at AT TIME ZONE time_zone, 'Dy FMDD Mon YYYY, HH24:MI') || ' (' || time_zone || ')';

-- The members of a mail's data that are instants, as the reader's clock shows them.
CREATE FUNCTION api.reader_times(data jsonb, time_zone text) RETURNS json
LANGUAGE sql STABLE
RETURN (SELECT COALESCE(json_object_agg(d.key, api.reader_time(d.value::timestamptz, time_zone)), '{}')
          FROM jsonb_each_text(COALESCE(data, '{}')) d
         WHERE d.key LIKE '%\_at' AND d.value IS NOT NULL);
