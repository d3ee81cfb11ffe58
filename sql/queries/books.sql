-- Books: the hash chain, and the comparison of our book with the payment provider's.

-- name: chain_seal :one
-- The function's own lock lets one sealer work at a time. Without a look-back all rows are
-- gone through.
SELECT api.chain_seal(COALESCE(now() - make_interval(secs => :look_back_seconds::bigint), '-infinity'), :at_most::int)
       AS sealed;

-- name: reconciliation_request :one
-- raises: reconciliation_one_at_a_time = CONFLICT
SELECT r.id, api.reconciliation(r) AS body
  FROM api.reconciliation_request(:since::timestamptz, :admin_id::uuid) r;

-- name: reconciliation_request_daily :one
-- raises: reconciliation_one_at_a_time = CONFLICT
-- Zero days: the whole book.
SELECT r.id
  FROM api.reconciliation_request(now() - NULLIF(make_interval(days => :days::int), '0'), NULL) r;

-- name: reconciliation_take :maybe
UPDATE reconciliation
   SET state = 'running', started_at = COALESCE(started_at, now()), reading = COALESCE(reading, 'charge')
 WHERE id = :id::uuid AND state IN ('queued', 'running')
RETURNING reading, after_id, extract(epoch FROM since)::bigint AS since;

-- name: reconciliation_goes_on :exec
-- The same job once more, so that no turn outlives its lease.
INSERT INTO queue_job (kind, payload, serial_key)
VALUES ('books.compare', jsonb_build_object('reconciliation_id', :id::uuid), 'books.compare');

-- name: reconciliation_take_in :exec
-- Objects as the provider shows them. What carries another site's mark is only counted, and a
-- card that was declined or a bank's mere question moved nothing. A chargeback has no mark: it
-- is ours when its charge is.
WITH shown AS (
    SELECT o ->> 'id' AS provider_id, o ->> 'status' AS status, o #>> '{metadata,site}' AS site,
           o ->> 'charge' AS charge_id,
           o #>> ARRAY['metadata', CASE :kind::text WHEN 'charge' THEN 'payment' WHEN 'transfer' THEN 'payout'
                                        ELSE 'refund' END] AS our_id,
           (o ->> 'amount')::bigint AS amount_minor,
           COALESCE(o ->> 'amount_refunded', o ->> 'amount_reversed', '0')::bigint AS back_minor,
           o ->> 'currency' AS currency, to_timestamp((o ->> 'created')::bigint) AS made_at
      FROM jsonb_array_elements(:objects::jsonb) o
     WHERE COALESCE(o ->> 'paid', 'true') = 'true' AND COALESCE(o ->> 'status', '') NOT LIKE 'warning%'),
     ours AS (
    SELECT s.*, COALESCE(p.id::text, s.our_id) AS known_id,
           s.site IS NOT NULL OR p.id IS NOT NULL AS is_marked
      FROM shown s
      LEFT JOIN payment p ON :kind::text = 'chargeback' AND p.charge_id = s.charge_id
     WHERE COALESCE(s.site, :site::text) = :site::text),
     taken AS (
    INSERT INTO reconciliation_object (reconciliation_id, kind, provider_id, is_marked, our_id, state,
                                       amount_minor, back_minor, currency, made_at)
    SELECT :id::uuid, :kind::text, provider_id, is_marked, known_id,
           CASE WHEN :kind::text IN ('charge', 'transfer') OR status = 'succeeded' THEN 'paid'
                WHEN status IN ('failed', 'canceled') THEN 'failed'
                WHEN status IN ('won', 'lost') THEN status ELSE 'open' END,
           amount_minor, back_minor, currency, made_at
      FROM ours
        ON CONFLICT (reconciliation_id, kind, provider_id) DO UPDATE
       SET state = excluded.state, amount_minor = excluded.amount_minor, back_minor = excluded.back_minor)
UPDATE reconciliation
   SET reading = COALESCE(:reading::text, reading),
       after_id = CASE WHEN :reading::text IS NULL THEN after_id ELSE :after_id::text END,
       counts = counts || jsonb_build_object('foreign', COALESCE((counts ->> 'foreign')::bigint, 0)
                                             + (SELECT count(*) FROM shown WHERE site <> :site::text))
 WHERE id = :id::uuid;

-- name: reconciliation_doubtful :many
-- What differs so far. Our side may have moved since the list was read, so each is asked for
-- once more before anybody is told.
SELECT kind, provider_id
  FROM api.book_differences(:id::uuid)
 LIMIT :at_most::int;

-- name: reconciliation_conclude :exec
INSERT INTO reconciliation_difference (reconciliation_id, kind, what, provider_id, our_id, ours, theirs, currency)
SELECT :id::uuid, kind, what, provider_id, our_id, ours, theirs, currency
  FROM api.book_differences(:id::uuid)
 UNION ALL
SELECT :id::uuid, 'ledger', what, NULL, our_id, ours, theirs, currency
  FROM api.ledger_unsound()
 UNION ALL
SELECT :id::uuid, 'chain', what, NULL, row_id::text, concat_ws(' ', source, number), NULL, NULL
  FROM api.chain_verify();

-- name: reconciliation_balance :one
-- The provider's balance can be compared when all of the book was read, the account is ours
-- alone, and nothing was on its way.
WITH verdict AS (
    SELECT CASE WHEN r.since IS NOT NULL THEN 'part_of_the_book'
                WHEN api.provider_is_shared() THEN 'shared_account'
                WHEN :has_moved::boolean OR api.book_in_motion(r.id) THEN 'in_motion'
                ELSE 'compared' END AS balance
      FROM reconciliation r
     WHERE r.id = :id::uuid),
     theirs AS (
    SELECT b ->> 'currency' AS currency, sum((b ->> 'amount')::bigint) AS amount_minor
      FROM jsonb_array_elements(:balances::jsonb) b
     GROUP BY 1),
     ours AS (
    SELECT currency, -sum(amount_minor) AS amount_minor
      FROM ledger_line
     WHERE account = 'gateway_balance'
     GROUP BY 1),
     differs AS (
    INSERT INTO reconciliation_difference (reconciliation_id, kind, what, ours, theirs, currency)
    SELECT :id::uuid, 'balance', 'amount', COALESCE(ours.amount_minor, 0)::text, COALESCE(theirs.amount_minor, 0)::text,
           currency
      FROM verdict, ours FULL JOIN theirs USING (currency)
     WHERE verdict.balance = 'compared'
       AND COALESCE(ours.amount_minor, 0) <> COALESCE(theirs.amount_minor, 0))
SELECT balance
  FROM verdict;

-- name: reconciliation_finish :one
-- Objects were only needed for the comparison.
WITH had AS (
    DELETE FROM reconciliation_object
     WHERE reconciliation_id = :id::uuid
    RETURNING kind)
UPDATE reconciliation r
   SET state = 'done', finished_at = now(), reading = NULL, after_id = NULL,
       counts = r.counts || jsonb_build_object('balance', :balance::text)
                || COALESCE((SELECT jsonb_object_agg(kind, n) FROM (SELECT kind, count(*) AS n FROM had GROUP BY kind) k), '{}'),
       differences = (SELECT count(*) FROM reconciliation_difference d WHERE d.reconciliation_id = r.id),
       chain_number = tip.number, chain_hash = tip.hash
  FROM (SELECT max(number) AS last FROM chain_link) l
  LEFT JOIN chain_link tip ON tip.number = l.last
 WHERE r.id = :id::uuid
RETURNING r.differences;

-- name: reconciliation_failed :exec
UPDATE reconciliation
   SET state = 'failed', finished_at = now()
 WHERE id = :id::uuid AND state IN ('queued', 'running');

-- name: reconciliation_list :one
-- Newest first; the cursor is the last one's id.
SELECT json_build_object(
         'items', COALESCE(json_agg(api.reconciliation(r) ORDER BY r.id DESC), '[]'),
         'next', CASE WHEN count(*) = :page_size::bigint
                      THEN api.cursor((array_agg(r.id ORDER BY r.id))[1]::text, '') END) AS body
  FROM (SELECT reconciliation.*
          FROM reconciliation
         WHERE id < COALESCE(:before_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
         ORDER BY id DESC
         LIMIT :page_size::bigint) r;

-- name: reconciliation_get :one
-- With its first differences; the count tells when there are more.
SELECT (to_jsonb(api.reconciliation(r)) || jsonb_build_object('items', (
           SELECT COALESCE(jsonb_agg(to_jsonb(api.reconciliation_difference(d)) ORDER BY d.id), '[]')
             FROM (SELECT reconciliation_difference.*
                     FROM reconciliation_difference
                    WHERE reconciliation_id = r.id
                    ORDER BY id
                    LIMIT 500) d)))::json AS body
  FROM reconciliation r
 WHERE r.id = :id::uuid;
