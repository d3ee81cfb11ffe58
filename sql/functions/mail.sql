-- An instant for people: "Tue 3 Mar 2026, 14:05 (Europe/Berlin)".
CREATE FUNCTION api.reader_time(at timestamptz, time_zone text) RETURNS text
LANGUAGE sql STABLE
RETURN to_char(at AT TIME ZONE time_zone, 'Dy FMDD Mon YYYY, HH24:MI') || ' (' || time_zone || ')';
