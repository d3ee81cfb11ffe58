-- The two sides of an account's overview. In PL/pgSQL, whose plans are kept: to plan them takes
-- longer than to find the answer.

CREATE FUNCTION api.builder_overview(builder uuid, fallback text) RETURNS json
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        WITH mine AS (
            SELECT job.* FROM job WHERE job.owner_id = builder AND job.deleted_at IS NULL),
        main AS (
            SELECT COALESCE((SELECT mine.currency FROM mine ORDER BY mine.id DESC LIMIT 1), fallback) AS currency),
        review AS (
            SELECT count(*) AS waiting, min(s.review_due_at) AS next_due_at
              FROM mine
              JOIN assignment a ON a.job_id = mine.id AND a.state IN ('active', 'delivered')
              JOIN submission s ON s.assignment_id = a.id AND s.state = 'submitted'),
        bids AS (
            SELECT count(*) AS waiting
              FROM mine
              JOIN bid ON bid.job_id = mine.id AND bid.state IN ('submitted', 'countered_by_tester', 'agreed')
             WHERE mine.kind = 'structured'),
        -- Paid and not given back: what is still held, and what was released.
        paid AS (
            SELECT COALESCE(sum(p.amount_minor), 0) AS amount_minor
              FROM payment p JOIN main USING (currency)
             WHERE p.builder_id = builder AND p.state IN ('succeeded', 'partly_refunded', 'refunded')),
        refunded AS (
            SELECT COALESCE(sum(r.amount_minor), 0) AS amount_minor
              FROM refund r
              JOIN payment p ON p.id = r.payment_id
              JOIN main ON main.currency = r.currency
             WHERE p.builder_id = builder AND p.state IN ('succeeded', 'partly_refunded', 'refunded')),
        spent AS (
            SELECT COALESCE(-sum(l.amount_minor), 0) AS amount_minor
              FROM mine
              JOIN main USING (currency)
              JOIN ledger_transaction t ON t.job_id = mine.id AND t.kind = 'release'
              JOIN ledger_line l ON l.transaction_id = t.id AND l.account LIKE 'held:%')
        SELECT json_build_object(
            'drafts', (SELECT count(*) FROM mine WHERE mine.state IN ('draft', 'pending_payment')),
            'open_jobs', (SELECT count(*) FROM mine WHERE mine.state IN ('open', 'filled', 'published', 'awarding', 'in_progress', 'in_review')),
            'bids_waiting', bids.waiting,
            'to_review', review.waiting,
            'next_review_due_at', api.instant(review.next_due_at),
            'held_minor', paid.amount_minor - refunded.amount_minor - spent.amount_minor,
            'spent_minor', spent.amount_minor,
            'currency', main.currency)
          FROM main, review, bids, paid, refunded, spent);
END $$;

CREATE FUNCTION api.tester_overview(tester uuid, fallback text) RETURNS json
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        WITH mine AS (
            SELECT a.* FROM assignment a WHERE a.tester_id = tester),
        main AS (
            SELECT COALESCE((SELECT mine.currency FROM mine ORDER BY mine.id DESC LIMIT 1), fallback) AS currency),
        work AS (
            SELECT count(*) FILTER (WHERE mine.state = 'active') AS active,
                   min(mine.claim_expires_at) FILTER (WHERE mine.state = 'active') AS next_due_at
              FROM mine),
        -- What work can still bring: rewards, and at most the bonus that is set aside.
        handed_in AS (
            SELECT count(*) FILTER (WHERE api.is_under_way(s)) AS waiting,
                   count(*) FILTER (WHERE api.is_rewarded(s)) AS approved,
                   COALESCE(sum(s.reward_minor + s.bonus_cap_minor - s.returned_minor - COALESCE(s.paid_minor, 0))
                                FILTER (WHERE s.settled_at IS NULL AND mine.currency = main.currency
                                          AND mine.state IN ('active', 'delivered')), 0) AS held_minor
              FROM main LEFT JOIN mine ON true
              LEFT JOIN submission s ON s.assignment_id = mine.id),
        bids AS (
            SELECT count(*) FILTER (WHERE b.state IN ('countered_by_builder', 'stale')) AS my_turn,
                   count(*) AS open
              FROM bid b
             WHERE b.tester_id = tester
               AND b.state IN ('submitted', 'countered_by_builder', 'countered_by_tester', 'agreed',
                               'awaiting_payment', 'stale')),
        earned AS (
            SELECT COALESCE(sum(p.amount_minor) FILTER (WHERE p.state IN ('pending', 'processing')), 0) AS on_the_way_minor,
                   COALESCE(sum(p.amount_minor) FILTER (WHERE p.state = 'completed'), 0) AS paid_minor
              FROM payout p JOIN main USING (currency)
             WHERE p.tester_id = tester)
        SELECT json_build_object(
            'active', work.active, 'next_claim_due_at', api.instant(work.next_due_at),
            'waiting_review', handed_in.waiting, 'approved', handed_in.approved,
            'bids_my_turn', bids.my_turn, 'bids_open', bids.open,
            'held_minor', handed_in.held_minor, 'on_the_way_minor', earned.on_the_way_minor,
            'paid_minor', earned.paid_minor, 'currency', main.currency)
          FROM main, work, handed_in, bids, earned);
END $$;
