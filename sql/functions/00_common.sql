-- What every JSON form is made with. First in the alphabet, so that the others can use it.

GRANT USAGE ON SCHEMA api TO peertest_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA api GRANT EXECUTE ON FUNCTIONS TO peertest_app;

-- An instant as the API writes it: RFC 3339, UTC, milliseconds. NULL stays NULL.
CREATE FUNCTION api.instant(at timestamptz) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

-- The opaque cursor of a list: base64url of the last row's sort value and id.
CREATE FUNCTION api.cursor(a text, b text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN translate(encode(convert_to(a || '|' || b, 'UTF8'), 'base64'), E'+/=\n', '-_');
