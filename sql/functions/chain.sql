-- The hash chain over what nobody may rewrite: ledger transactions with their lines, events,
-- interventions. docs/BOOKS.md says what it proves.

-- The smallest id of version 7 that was made at an instant.
CREATE FUNCTION api.uuid7_floor(at timestamptz) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN encode(substr(int8send(floor(extract(epoch FROM greatest(at, 'epoch')) * 1000)::bigint), 3) || '\x70008000000000000000'::bytea, 'hex')::uuid;

-- One row's fingerprint: sha256 of its members as JSON, those that are null left out, so that
-- a column that a later version adds changes no old row's. NULL when there is no such row.
CREATE FUNCTION api.chain_row_hash(source text, row_id uuid) RETURNS bytea
LANGUAGE plpgsql STABLE SET timezone = 'UTC' AS $$
DECLARE
    content jsonb;
BEGIN
    CASE source
    WHEN 'ledger' THEN
        SELECT jsonb_strip_nulls(to_jsonb(t))
               || jsonb_build_object('lines', (SELECT jsonb_agg(to_jsonb(l) ORDER BY l.id)
                                                 FROM ledger_line l WHERE l.transaction_id = t.id))
          INTO content FROM ledger_transaction t WHERE t.id = row_id;
    WHEN 'event' THEN
        SELECT jsonb_strip_nulls(to_jsonb(e)) INTO content FROM event e WHERE e.id = row_id;
    WHEN 'admin' THEN
        SELECT jsonb_strip_nulls(to_jsonb(a) - 'detail') || jsonb_build_object('detail', a.detail)
          INTO content FROM admin_action a WHERE a.id = row_id;
    END CASE;
    RETURN sha256(convert_to(content::text, 'UTF8'));
END $$;

-- The rows that belong into the chain, made at an instant or later.
CREATE FUNCTION api.chain_rows(since timestamptz) RETURNS TABLE (source text, row_id uuid, made_at timestamptz)
LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT 'ledger', id, created_at FROM ledger_transaction WHERE id >= api.uuid7_floor(since)
     UNION ALL
    SELECT 'event', id, created_at FROM event WHERE id >= api.uuid7_floor(since)
     UNION ALL
    SELECT 'admin', id, created_at FROM admin_action WHERE id >= api.uuid7_floor(since);
END;

-- Appends up to so many links for rows that have none yet; the number of them. One sealer at
-- a time. A row may become visible long after its id was made, so it is the missing link that
-- counts, not a mark of how far we are.
CREATE FUNCTION api.chain_seal(since timestamptz, at_most int) RETURNS int
LANGUAGE plpgsql AS $$
DECLARE
    tip     chain_link;
    waiting record;
    sealed  int := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(7013);
    SELECT * INTO tip FROM chain_link ORDER BY number DESC LIMIT 1;
    tip.number := coalesce(tip.number, 0);
    tip.hash := coalesce(tip.hash, '');
    FOR waiting IN
        SELECT r.source, r.row_id FROM api.chain_rows(since) r
         WHERE NOT EXISTS (SELECT FROM chain_link l WHERE l.source = r.source AND l.row_id = r.row_id)
         ORDER BY r.row_id
         LIMIT at_most
    LOOP
        tip.number := tip.number + 1;
        tip.row_hash := api.chain_row_hash(waiting.source, waiting.row_id);
        tip.hash := sha256(tip.hash || tip.row_hash);
        INSERT INTO chain_link (number, source, row_id, row_hash, hash)
        VALUES (tip.number, waiting.source, waiting.row_id, tip.row_hash, tip.hash);
        sealed := sealed + 1;
    END LOOP;
    RETURN sealed;
END $$;

-- What does not fit, first link first. Nothing: the chain is whole.
--   gap           a link is missing before this one
--   broken        the link does not follow from the one before
--   row_changed   its row is not what was sealed
--   row_missing   its row is gone
--   cut           the last link that a comparison saw is gone, or is another
--   unsealed      a row that has had no link for more than an hour
CREATE FUNCTION api.chain_verify() RETURNS TABLE (number bigint, source text, row_id uuid, what text)
LANGUAGE sql STABLE
BEGIN ATOMIC
    WITH link AS (
        SELECT l.number, l.source, l.row_id, l.row_hash, l.hash,
               lag(l.number, 1, 0::bigint) OVER (ORDER BY l.number) AS number_before,
               lag(l.hash, 1, ''::bytea) OVER (ORDER BY l.number) AS hash_before,
               api.chain_row_hash(l.source, l.row_id) AS row_hash_now
          FROM chain_link l)
    SELECT link.number, link.source, link.row_id, wrong.what
      FROM link
      CROSS JOIN LATERAL (VALUES
           (link.number <> link.number_before + 1, 'gap'),
           (link.hash <> sha256(link.hash_before || link.row_hash), 'broken'),
           (link.row_hash_now <> link.row_hash, 'row_changed'),
           (link.row_hash_now IS NULL, 'row_missing')) AS wrong (is_so, what)
     WHERE wrong.is_so
     UNION ALL
    SELECT seen.chain_number, NULL, NULL, 'cut'
      FROM reconciliation seen
      LEFT JOIN chain_link l ON l.number = seen.chain_number
     WHERE seen.chain_number > 0 AND l.hash IS DISTINCT FROM seen.chain_hash
     UNION ALL
    SELECT NULL, r.source, r.row_id, 'unsealed'
      FROM api.chain_rows('-infinity') r
     WHERE r.made_at < now() - interval '1 hour'
       AND NOT EXISTS (SELECT FROM chain_link l WHERE l.source = r.source AND l.row_id = r.row_id)
     ORDER BY 1 NULLS LAST, 2, 3;
END;
