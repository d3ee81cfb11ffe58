-- The comparison of our book with the payment provider's, and what a sound book looks like.

-- What of ours the provider must have, by its own id. back_minor: refunded of a charge, taken
-- back of a transfer; open_minor: what may be on its way back at this moment.
CREATE VIEW api.book_object AS
SELECT 'charge' AS kind, p.charge_id AS provider_id, p.id AS our_id, 'paid' AS state, p.amount_minor,
       p.refunded_minor AS back_minor,
       (SELECT coalesce(sum(r.amount_minor - r.offset_minor), 0) FROM refund r
         WHERE r.payment_id = p.id AND r.state IN ('pending', 'processing'))::bigint AS open_minor,
       p.currency, coalesce(p.succeeded_at, p.created_at) AS made_at
  FROM payment p
 WHERE p.charge_id IS NOT NULL AND p.state IN ('succeeded', 'partly_refunded', 'refunded')
 UNION ALL
SELECT 'transfer', p.transfer_id, p.id, 'paid', p.amount_minor,
       (SELECT coalesce(sum(l.amount_minor), 0) FROM ledger_transaction t JOIN ledger_line l ON l.transaction_id = t.id
         WHERE t.payout_id = p.id AND t.kind = 'reversal' AND l.account = 'tester_payable:' || p.tester_id)::bigint,
       (SELECT coalesce(sum(v.amount_minor), 0) FROM payout_reversal v
         WHERE v.payout_id = p.id AND v.state IN ('pending', 'processing'))::bigint,
       p.currency, p.created_at
  FROM payout p
 WHERE p.transfer_id IS NOT NULL
 UNION ALL
SELECT 'refund', r.provider_id, r.id,
       CASE r.state WHEN 'completed' THEN 'paid' WHEN 'reversed' THEN 'failed' WHEN 'failed' THEN 'failed' ELSE 'open' END,
       r.amount_minor - r.offset_minor, 0, 0, r.currency, r.created_at
  FROM refund r
 WHERE r.provider_id IS NOT NULL
 UNION ALL
SELECT 'chargeback', c.provider_id, c.id, CASE WHEN c.state IN ('won', 'lost') THEN c.state ELSE 'open' END,
       c.amount_minor, 0, 0, c.currency, c.opened_at
  FROM chargeback c;
GRANT SELECT ON api.book_object TO peertest_app;

-- Does the provider's account serve other sites too? Their marks have told.
CREATE FUNCTION api.provider_is_shared() RETURNS boolean
LANGUAGE sql STABLE
RETURN EXISTS (SELECT FROM reconciliation WHERE (counts ->> 'foreign')::bigint > 0);

-- Is there something of ours that only waits to be told of this object?
CREATE FUNCTION api.is_awaited(o reconciliation_object) RETURNS boolean
LANGUAGE sql STABLE
RETURN CASE o.kind
    WHEN 'charge' THEN EXISTS (SELECT FROM payment WHERE id::text = o.our_id AND charge_id IS NULL)
    WHEN 'transfer' THEN EXISTS (SELECT FROM payout WHERE id::text = o.our_id AND transfer_id IS NULL)
    WHEN 'refund' THEN EXISTS (SELECT FROM refund WHERE id::text = o.our_id AND provider_id IS NULL)
    ELSE true END;

-- Object by object, both ways. What the provider has had for less than an hour may still be on
-- its way to us, if something of ours waits for it; nothing else is excused.
CREATE FUNCTION api.book_differences(run uuid)
RETURNS TABLE (kind text, what text, provider_id text, our_id text, ours text, theirs text, currency text)
LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT o.kind, wrong.what, o.provider_id, coalesce(u.our_id::text, o.our_id), wrong.ours, wrong.theirs, o.currency
      FROM reconciliation_object o
      LEFT JOIN api.book_object u ON u.kind = o.kind AND u.provider_id = o.provider_id
      CROSS JOIN LATERAL (SELECT o.made_at > now() - interval '1 hour' AS is_fresh) age
      CROSS JOIN LATERAL (VALUES
           (u.our_id IS NULL AND NOT (age.is_fresh AND api.is_awaited(o))
            AND (o.is_marked OR NOT api.provider_is_shared()), 'missing_here', NULL, o.amount_minor::text),
           (u.amount_minor <> o.amount_minor, 'amount', u.amount_minor::text, o.amount_minor::text),
           (u.currency <> o.currency, 'currency', u.currency, o.currency),
           (o.back_minor NOT BETWEEN u.back_minor AND u.back_minor + u.open_minor, 'returned',
            u.back_minor::text, o.back_minor::text),
           (u.state <> o.state AND NOT (age.is_fresh AND u.state = 'open'), 'state', u.state, o.state))
           AS wrong (is_so, what, ours, theirs)
     WHERE o.reconciliation_id = run AND wrong.is_so
     UNION ALL
    SELECT u.kind, 'missing_there', u.provider_id, u.our_id::text, u.amount_minor::text, NULL, u.currency
      FROM reconciliation r
      JOIN api.book_object u ON u.made_at >= coalesce(r.since, '-infinity')
     WHERE r.id = run
       AND NOT EXISTS (SELECT FROM reconciliation_object o
                        WHERE o.reconciliation_id = run AND o.kind = u.kind AND o.provider_id = u.provider_id);
END;

-- Has something happened at the provider that our ledger is yet to hear of?
CREATE FUNCTION api.book_in_motion(run uuid) RETURNS boolean
LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT EXISTS (SELECT FROM webhook_event WHERE state = 'received')
        OR EXISTS (SELECT FROM money_intent WHERE state = 'unknown')
        OR EXISTS (SELECT FROM payout WHERE state = 'processing')
        OR EXISTS (SELECT FROM refund WHERE state = 'processing')
        OR EXISTS (SELECT FROM payout_reversal WHERE state = 'processing')
        OR EXISTS (SELECT FROM queue_job WHERE kind = 'payment.fee' AND state IN ('queued', 'running'))
        OR EXISTS (SELECT FROM reconciliation_object o
                    WHERE o.reconciliation_id = run
                      AND NOT EXISTS (SELECT FROM api.book_object u
                                       WHERE u.kind = o.kind AND u.provider_id = o.provider_id)
                      AND api.is_awaited(o));
END;

-- The rules of docs/MONEY.md that each ledger keeps, whatever has happened. It reads schema
-- "audit", which the module's role may not.
CREATE FUNCTION api.ledger_unsound() RETURNS TABLE (what text, our_id text, ours text, theirs text, currency text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
    SELECT 'not_zero', transaction_id::text, sum(amount_minor)::text, '0', currency
      FROM ledger_line GROUP BY transaction_id, currency HAVING sum(amount_minor) <> 0
     UNION ALL
    SELECT 'balance', coalesce(b.account, l.account), b.balance_minor::text, l.total::text, currency
      FROM ledger_balance b
      FULL JOIN (SELECT account, currency, sum(amount_minor) AS total FROM ledger_line
                  WHERE account LIKE '%:%' GROUP BY account, currency) l USING (account, currency)
     WHERE b.balance_minor IS DISTINCT FROM l.total
     UNION ALL
    SELECT 'assignment', assignment::text, charged::text, (held + released + fee + refunded + lost)::text, currency
      FROM audit.assignment_money
     WHERE charged <> held + released + fee + refunded + lost OR least(charged, held, released, fee, refunded, lost) < 0
     UNION ALL
    SELECT 'held_after_end', a.id::text, m.held::text, '0', m.currency
      FROM audit.assignment_money m JOIN assignment a ON a.id = m.assignment
     WHERE m.held <> 0 AND a.state IN ('completed', 'returned', 'lapsed', 'cancelled')
     UNION ALL
    SELECT 'not_booked', p.id::text, p.amount_minor::text, NULL, p.currency
      FROM payment p
     WHERE p.state IN ('succeeded', 'partly_refunded', 'refunded')
       AND NOT EXISTS (SELECT FROM ledger_transaction t WHERE t.payment_id = p.id AND t.kind = 'payment')
     UNION ALL
    SELECT 'not_booked', p.id::text, p.amount_minor::text, NULL, p.currency
      FROM payout p
     WHERE p.state = 'completed'
       AND NOT EXISTS (SELECT FROM ledger_transaction t WHERE t.payout_id = p.id AND t.kind = 'transfer');
END;

-- Asks for a comparison; one whose job has died is given up first.
CREATE FUNCTION api.reconciliation_request(since timestamptz, admin_id uuid) RETURNS SETOF reconciliation
LANGUAGE plpgsql AS $$
DECLARE
    made reconciliation;
BEGIN
    UPDATE reconciliation r SET state = 'failed', finished_at = now()
     WHERE r.state IN ('queued', 'running')
       AND NOT EXISTS (SELECT FROM queue_job j
                        WHERE j.kind = 'books.compare' AND j.state IN ('queued', 'running')
                          AND j.payload ->> 'reconciliation_id' = r.id::text);
    INSERT INTO reconciliation (since, requested_by) VALUES (since, admin_id) RETURNING * INTO made;
    INSERT INTO queue_job (kind, payload, serial_key)
    VALUES ('books.compare', jsonb_build_object('reconciliation_id', made.id), 'books.compare');
    RETURN NEXT made;
END $$;

CREATE FUNCTION api.reconciliation_difference(d reconciliation_difference) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object('kind', d.kind, 'what', d.what, 'provider_id', d.provider_id, 'our_id', d.our_id,
                         'ours', d.ours, 'theirs', d.theirs, 'currency', d.currency);

CREATE FUNCTION api.reconciliation(r reconciliation) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'id', r.id, 'state', r.state, 'since', api.instant(r.since), 'reading', r.reading,
    'counts', json_build_object(
        'charge', COALESCE((r.counts ->> 'charge')::bigint, 0), 'transfer', COALESCE((r.counts ->> 'transfer')::bigint, 0),
        'refund', COALESCE((r.counts ->> 'refund')::bigint, 0),
        'chargeback', COALESCE((r.counts ->> 'chargeback')::bigint, 0),
        'foreign', COALESCE((r.counts ->> 'foreign')::bigint, 0), 'balance', r.counts ->> 'balance'),
    'differences', r.differences, 'chain_number', r.chain_number, 'chain_hash', encode(r.chain_hash, 'hex'),
    'created_at', api.instant(r.created_at), 'finished_at', api.instant(r.finished_at));
