-- What is printed: receipts for builders, statements for testers, the operator's tax report.

-- A day as papers write it, in UTC.
CREATE FUNCTION api.day(at timestamptz) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD');

-- api.receipt: what a payment that has arrived was for, and what has gone back of it.
CREATE FUNCTION api.receipt(p payment) RETURNS json
LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT json_build_object(
        'number', 'R-' || to_char(p.succeeded_at AT TIME ZONE 'UTC', 'YYYYMMDD') || '-' || upper(right(p.id::text, 8)),
        'paid_on', api.day(p.succeeded_at), 'buyer_name', a.full_name, 'buyer_email', a.email, 'buyer_country', a.country,
        'job_title', j.title, 'role_name', r.name, 'tester_name', tester.full_name,
        'seats', CASE WHEN p.bid_id IS NULL THEN j.seats END,
        'reward_minor', CASE WHEN p.bid_id IS NULL THEN j.reward_minor END,
        'work_minor', p.amount_minor - p.fee_minor - bonus.amount_minor, 'bonus_minor', bonus.amount_minor,
        'fee_minor', p.fee_minor, 'amount_minor', p.amount_minor, 'currency', p.currency,
        'refunded_minor', p.refunded_minor,
        'refunds', (SELECT COALESCE(json_agg(json_build_object('on', api.day(f.completed_at), 'reason', f.reason,
                                                               'amount_minor', f.amount_minor) ORDER BY f.id), '[]')
                      FROM refund f WHERE f.payment_id = p.id AND f.state = 'completed'),
        'reference', p.charge_id)
      FROM account a
      JOIN job j ON j.id = p.job_id
      LEFT JOIN bid b ON b.id = p.bid_id
      LEFT JOIN job_role r ON r.id = b.role_id
      LEFT JOIN account tester ON tester.id = b.tester_id
      CROSS JOIN LATERAL (SELECT COALESCE(sum(s.bonus_cap_minor), 0)::bigint AS amount_minor
                            FROM submission s WHERE p.bid_id IS NOT NULL AND s.assignment_id = b.assignment_id) bonus
     WHERE a.id = p.builder_id;
END;

-- api.statement: what a tester was granted in a time, line by line, at most 2000 of them, the
-- newest first, and the sums of all.
CREATE FUNCTION api.statement(tester uuid, from_at timestamptz, to_at timestamptz) RETURNS json
LANGUAGE sql STABLE
BEGIN ATOMIC
    WITH granted AS (
        SELECT p.id, p.created_at, p.completed_at, p.state, p.currency, p.amount_minor + p.fee_minor AS gross_minor,
               p.fee_minor, p.amount_minor, j.title AS job_title,
               CASE WHEN s.item_id IS NOT NULL THEN s.title END AS item_title,
               COALESCE((SELECT sum(v.amount_minor) FROM payout_reversal v
                          WHERE v.payout_id = p.id AND v.state = 'completed'), 0)::bigint AS reversed_minor
          FROM payout p
          JOIN submission s ON s.id = p.submission_id
          JOIN assignment a ON a.id = p.assignment_id
          JOIN job j ON j.id = a.job_id
         WHERE p.tester_id = tester AND p.created_at >= from_at AND p.created_at < to_at)
    SELECT json_build_object(
        'from', api.instant(from_at), 'to', api.instant(to_at),
        'name', a.full_name, 'email', a.email, 'country', a.country,
        'lines_left_out', greatest((SELECT count(*) FROM granted) - 2000, 0),
        'totals', (SELECT COALESCE(json_agg(json_build_object(
                              'currency', t.currency, 'gross_minor', t.gross_minor, 'fee_minor', t.fee_minor,
                              'amount_minor', t.amount_minor, 'paid_minor', t.paid_minor,
                              'reversed_minor', t.reversed_minor) ORDER BY t.currency), '[]')
                     FROM (SELECT currency, sum(gross_minor)::bigint AS gross_minor, sum(fee_minor)::bigint AS fee_minor,
                                  sum(amount_minor)::bigint AS amount_minor,
                                  COALESCE(sum(amount_minor) FILTER (WHERE completed_at IS NOT NULL), 0)::bigint AS paid_minor,
                                  sum(reversed_minor)::bigint AS reversed_minor
                             FROM granted GROUP BY currency) t),
        'lines', (SELECT COALESCE(json_agg(json_build_object(
                             'payout_id', l.id, 'job_title', l.job_title, 'item_title', l.item_title, 'state', l.state,
                             'granted_at', api.instant(l.created_at), 'paid_at', api.instant(l.completed_at),
                             'currency', l.currency, 'gross_minor', l.gross_minor, 'fee_minor', l.fee_minor,
                             'amount_minor', l.amount_minor, 'reversed_minor', l.reversed_minor) ORDER BY l.id DESC), '[]')
                    FROM (SELECT * FROM granted ORDER BY id DESC LIMIT 2000) l))
      FROM account a WHERE a.id = tester;
END;

-- A field of a CSV file (RFC 4180): quoted, and never taken for a formula by a spreadsheet,
-- which takes the wide forms of Asian keyboards (U+FF1D and others) for the same signs.
CREATE FUNCTION api.csv(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN '"' || CASE WHEN value ~ '^[=+@\t\r\n＝＋＠－-]' AND value !~ '^-?[0-9]+(\.[0-9]+)?$' THEN '''' ELSE '' END
       || replace(COALESCE(value, ''), '"', '""') || '"';
