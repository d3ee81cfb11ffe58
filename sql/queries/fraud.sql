-- Fraud signals: what looks odd, computed anew each time it is asked for. A signal is a
-- reason to look, never a verdict.

-- name: fraud_signals :one
WITH recent AS (SELECT now() - make_interval(days => :days::int) AS since),
     declined AS (
    SELECT p.builder_id AS account_id, 'declined_cards' AS kind, count(*) AS weight, NULL::uuid AS other_id,
           max(e.received_at) AS seen_at
      FROM webhook_event e
      JOIN recent ON e.received_at >= recent.since
      JOIN payment p ON p.id::text = e.body -> 'data' -> 'object' -> 'metadata' ->> 'payment'
     WHERE e.type = 'payment_intent.payment_failed' AND e.state = 'processed'
     GROUP BY p.builder_id
    HAVING count(*) >= 3),
     same_card AS (
    SELECT p.builder_id, 'same_card', count(*), o.builder_id, max(p.succeeded_at)
      FROM payment p
      JOIN recent ON p.succeeded_at >= recent.since
      JOIN payment o ON o.card_fingerprint = p.card_fingerprint AND o.builder_id <> p.builder_id
     GROUP BY p.builder_id, o.builder_id),
     same_bank AS (
    SELECT a.id, 'same_bank', 1::bigint, o.id, greatest(a.updated_at, o.updated_at)
      FROM account a
      JOIN account o ON o.bank_fingerprint = a.bank_fingerprint AND o.id <> a.id),
     closed_circle AS (
    SELECT a.tester_id, 'closed_circle', count(*), j.owner_id, max(s.decided_at)
      FROM submission s
      JOIN recent ON s.decided_at >= recent.since
      JOIN assignment a ON a.id = s.assignment_id
      JOIN job j ON j.id = a.job_id
     WHERE s.state = 'approved' AND s.decided_at - s.submitted_at < interval '5 minutes'
     GROUP BY a.tester_id, j.owner_id
    HAVING count(*) >= 3),
     chargebacks AS (
    SELECT c.builder_id, 'chargebacks', count(*), NULL::uuid, max(c.opened_at)
      FROM chargeback c
     WHERE c.state <> 'won'
     GROUP BY c.builder_id),
     signals AS (
    SELECT * FROM declined UNION ALL SELECT * FROM same_card UNION ALL SELECT * FROM same_bank
    UNION ALL SELECT * FROM closed_circle UNION ALL SELECT * FROM chargebacks),
     page AS (
    SELECT * FROM (SELECT *, md5(concat_ws(' ', account_id, kind, other_id))::uuid AS id FROM signals) s
     WHERE :before::bigint IS NULL OR (seen_at, id) < (api.from_micros(:before::bigint), :before_id::uuid)
     ORDER BY seen_at DESC, id DESC
     LIMIT :page_size::bigint)
SELECT json_build_object(
         'items', COALESCE(json_agg(json_build_object(
             'kind', s.kind, 'account_id', s.account_id, 'account_name', a.full_name,
             'other_id', s.other_id, 'other_name', o.full_name, 'count', s.weight,
             'is_frozen', a.frozen_at IS NOT NULL, 'seen_at', api.instant(s.seen_at))
             ORDER BY s.seen_at DESC, s.id DESC), '[]'),
         'next', CASE WHEN count(*) = :page_size::bigint
                      THEN (array_agg(api.cursor(api.micros(s.seen_at)::text, s.id::text)
                                      ORDER BY s.seen_at, s.id))[1] END) AS body
  FROM page s
  JOIN account a ON a.id = s.account_id
  LEFT JOIN account o ON o.id = s.other_id;
