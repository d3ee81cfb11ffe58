-- Papers: receipts, statements, the operator's tax report.

-- name: receipt_get :one
SELECT p.state, CASE WHEN p.succeeded_at IS NOT NULL THEN api.receipt(p) END AS body
  FROM payment p
 WHERE p.id = :payment_id::uuid AND p.builder_id = :builder_id::uuid;

-- name: statement_get :one
-- Without limits: from the first of January on, until now.
SELECT api.statement(:tester_id::uuid,
                     COALESCE(:from_at::timestamptz, date_trunc('year', now(), 'UTC')),
                     COALESCE(:to_at::timestamptz, now())) AS body;

-- name: tax_report :one
-- One line for each tester, currency: what was transferred in the year, by the quarter it was
-- transferred in, and what was taken back in it. "lines" may be one more than is allowed. Names
-- are looked up last, one by one, whatever the planner believes of a year it has not seen.
WITH moved AS (
    SELECT p.tester_id, p.currency, extract(quarter FROM p.completed_at AT TIME ZONE 'UTC') AS quarter,
           p.amount_minor + p.fee_minor AS gross, p.fee_minor AS fee, p.amount_minor AS net, 0::bigint AS reversed,
           1 AS transactions
      FROM payout p
     WHERE p.completed_at >= make_timestamptz(:year::int, 1, 1, 0, 0, 0, 'UTC')
       AND p.completed_at < make_timestamptz(:year::int + 1, 1, 1, 0, 0, 0, 'UTC')
     UNION ALL
    SELECT p.tester_id, p.currency, extract(quarter FROM v.completed_at AT TIME ZONE 'UTC'), 0, 0, 0, v.amount_minor, 0
      FROM payout_reversal v
      JOIN payout p ON p.id = v.payout_id
     WHERE v.state = 'completed' AND v.completed_at >= make_timestamptz(:year::int, 1, 1, 0, 0, 0, 'UTC')
       AND v.completed_at < make_timestamptz(:year::int + 1, 1, 1, 0, 0, 0, 'UTC')),
     summed AS MATERIALIZED (
    SELECT m.tester_id, m.currency, sum(m.gross) AS gross, sum(m.fee) AS fee,
           sum(m.net) AS net, sum(m.reversed) AS reversed, sum(m.transactions) AS transactions,
           sum(m.net - m.reversed) FILTER (WHERE m.quarter = 1) AS net_1, sum(m.fee) FILTER (WHERE m.quarter = 1) AS fee_1,
           sum(m.transactions) FILTER (WHERE m.quarter = 1) AS transactions_1,
           sum(m.net - m.reversed) FILTER (WHERE m.quarter = 2) AS net_2, sum(m.fee) FILTER (WHERE m.quarter = 2) AS fee_2,
           sum(m.transactions) FILTER (WHERE m.quarter = 2) AS transactions_2,
           sum(m.net - m.reversed) FILTER (WHERE m.quarter = 3) AS net_3, sum(m.fee) FILTER (WHERE m.quarter = 3) AS fee_3,
           sum(m.transactions) FILTER (WHERE m.quarter = 3) AS transactions_3,
           sum(m.net - m.reversed) FILTER (WHERE m.quarter = 4) AS net_4, sum(m.fee) FILTER (WHERE m.quarter = 4) AS fee_4,
           sum(m.transactions) FILTER (WHERE m.quarter = 4) AS transactions_4
      FROM moved m
     GROUP BY m.tester_id, m.currency),
     line AS (
    SELECT a.id, a.full_name, a.email, a.country, s.*
      FROM summed s
      CROSS JOIN LATERAL (SELECT id, full_name, email, country FROM account WHERE id = s.tester_id OFFSET 0) a
     WHERE a.country IS NOT DISTINCT FROM COALESCE(:country::text, a.country)
     ORDER BY a.id, s.currency
     LIMIT :lines_max::int + 1)
SELECT count(*) AS lines,
       E'account_id,name,email,country,currency,gross_minor,fees_minor,net_minor,reversed_minor,transactions,'
       'q1_net_minor,q1_fees_minor,q1_transactions,q2_net_minor,q2_fees_minor,q2_transactions,'
       'q3_net_minor,q3_fees_minor,q3_transactions,q4_net_minor,q4_fees_minor,q4_transactions\r\n'
       || COALESCE(string_agg(
              concat_ws(',', api.csv(id::text), api.csv(full_name), api.csv(email), api.csv(country),
                        api.csv(upper(currency)), gross, fee, net, reversed, transactions,
                        COALESCE(net_1, 0), COALESCE(fee_1, 0), COALESCE(transactions_1, 0),
                        COALESCE(net_2, 0), COALESCE(fee_2, 0), COALESCE(transactions_2, 0),
                        COALESCE(net_3, 0), COALESCE(fee_3, 0), COALESCE(transactions_3, 0),
                        COALESCE(net_4, 0), COALESCE(fee_4, 0), COALESCE(transactions_4, 0))
              || E'\r\n', '' ORDER BY id, currency), '') AS body
  FROM line;
