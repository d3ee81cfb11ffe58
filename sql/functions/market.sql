-- The words of a search as a query: quotes, "or" and "-" as people know them from the
-- web, and the last word, from three letters on, also as the beginning of one (unless
-- it is one to leave out).
CREATE FUNCTION api.search_query(q text) RETURNS tsquery
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (websearch_to_tsquery('simple', q)::text
        || CASE WHEN websearch_to_tsquery('simple', q)::text ~ '(^|[^!])''[^'']{3,}''$' AND q ~ '\w$'
                THEN ':*' ELSE '' END)::tsquery;

-- The jobs of the marketplace that match, in any order; null when they are more than so
-- many. For words that very many jobs have the planner's guess is enough, since to list
-- them takes long even if only a few are read. Volatile, because EXPLAIN has to be.
CREATE FUNCTION api.search_hits(wanted tsquery, most int) RETURNS uuid[]
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    guess json;
    hits uuid[];
BEGIN
    EXECUTE $sql$
        EXPLAIN (FORMAT JSON) SELECT FROM job WHERE state IN ('open', 'published', 'awarding') AND search @@ $1
    $sql$ INTO guess USING wanted;
    IF (guess #>> '{0,Plan,Plan Rows}')::bigint <= 10 * most::bigint THEN
        hits := ARRAY(SELECT id FROM job
                       WHERE state IN ('open', 'published', 'awarding') AND search @@ wanted
                       LIMIT most + 1);
    END IF;
    RETURN CASE WHEN cardinality(hits) <= most THEN hits END;
END $$;

-- An instant in a cursor: microseconds, exact; "infinity" is the largest number. STABLE,
-- as what they call: else the planner could not dissolve them into a statement.
CREATE FUNCTION api.micros(at timestamptz) RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE
RETURN LEAST(extract(epoch FROM at) * 1000000, 9223372036854775807)::bigint;
CREATE FUNCTION api.from_micros(n bigint) RETURNS timestamptz
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE WHEN n = 9223372036854775807 THEN timestamptz 'infinity'
            ELSE timestamptz 'epoch' + n * interval '1 microsecond' END;
