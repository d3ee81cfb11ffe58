-- The JSON forms of a bid. Those that look into tables are plpgsql, whose plans are kept: in
-- SQL they would be planned anew for every row of a list.

-- What a tester bids on: the role and its items as they are now. A revision keeps its hash.
CREATE FUNCTION api.role_terms(wanted_role_id uuid) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
RETURN (
    SELECT jsonb_build_object(
        'title', j.title, 'brief', j.brief, 'currency', j.currency, 'review_seconds', j.review_seconds,
        'dispute_seconds', j.dispute_seconds, 'role', r.name, 'persona', r.persona,
        'requirements', r.requirements,
        'items', (SELECT COALESCE(jsonb_agg(to_jsonb(i) - '{role_id,position,removed_at}'::text[]
                                            ORDER BY i.position), '[]')
                    FROM job_item i WHERE i.role_id = r.id AND i.removed_at IS NULL))
      FROM job_role r JOIN job j ON j.id = r.job_id
     WHERE r.id = wanted_role_id);

-- A bid's items beside what they are: [{item_id, title, service_type, amount_minor}].
CREATE FUNCTION api.bid_items(items jsonb) RETURNS json
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (
        SELECT json_agg(json_build_object('item_id', i.id, 'title', i.title, 'service_type', i.service_type,
                                          'amount_minor', (e.item ->> 'amount_minor')::bigint) ORDER BY e.n)
          FROM jsonb_array_elements(items) WITH ORDINALITY AS e(item, n)
          JOIN job_item i ON i.id = (e.item ->> 'item_id')::uuid);
END $$;

-- All offers of a thread, oldest first.
CREATE FUNCTION api.bid_revisions(wanted_bid_id uuid) RETURNS json
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (
        SELECT json_agg(json_build_object(
                   'number', v.number, 'by', v.by, 'items', api.bid_items(v.items),
                   'total_minor', v.total_minor, 'days', v.days, 'message', v.message,
                   'created_at', api.instant(v.created_at)) ORDER BY v.number)
          FROM bid_revision v
         WHERE v.bid_id = wanted_bid_id);
END $$;

-- The items of an offer in figures: what is reserved for bonuses, and how many minutes
-- the work takes; null when that is not known of all of them.
CREATE TYPE api.bid_scope AS (bonus_cap_minor bigint, minutes bigint);
CREATE FUNCTION api.bid_scope(items jsonb) RETURNS api.bid_scope
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (SELECT ROW(sum(i.bonus_cap_minor)::bigint,
                       CASE WHEN count(i.expected_minutes) = count(*) THEN sum(i.expected_minutes) END)::api.bid_scope
              FROM jsonb_array_elements(items) e
              JOIN job_item i ON i.id = (e ->> 'item_id')::uuid);
END $$;

-- Whose turn it is; as the table in domain/bid_rules.c says.
CREATE FUNCTION api.bid_turn(state text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN state IN ('submitted', 'countered_by_tester', 'agreed', 'awaiting_payment') THEN 'builder'
            WHEN state IN ('draft', 'countered_by_builder', 'stale') THEN 'tester' END;

-- Who may see a bid: its tester, and the job's owner once it was shown.
CREATE FUNCTION api.bid_is_shown(b bid, owner_id uuid, viewer_id uuid) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN b.tester_id = viewer_id OR owner_id = viewer_id AND b.submitted_at IS NOT NULL;

-- The fees of a bid: those of today until the payment seals them.
CREATE FUNCTION api.bid_fees(b bid, site_builder_bps int, site_tester_bps int) RETURNS api.fees
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    IF b.state IN ('awaiting_payment', 'accepted') THEN
        RETURN (SELECT ROW(f.builder_fee_bps, f.tester_fee_bps, f.builder_rule_id, f.tester_rule_id)::api.fees
                  FROM fee_schedule f WHERE f.id = b.fee_schedule_id);
    END IF;
    RETURN api.role_fees(b.role_id, b.tester_id, site_builder_bps, site_tester_bps);
END $$;

-- api.bid: a bid as the viewer may see it.
CREATE FUNCTION api.bid(b bid, viewer_id uuid, site_builder_bps int, site_tester_bps int, counters_max int)
RETURNS json
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (
        SELECT json_build_object(
            'id', b.id, 'job_id', b.job_id, 'job_title', j.title, 'job_state', j.state,
            'role_id', b.role_id, 'role_name', r.name,
            'tester_id', b.tester_id, 'tester_name', tester.full_name, 'builder_name', builder.full_name,
            'state', b.state, 'revision', b.revision, 'revisions', api.bid_revisions(b.id),
            'items', api.bid_items(v.items), 'total_minor', v.total_minor,
            'fee_minor', price.fee_minor, 'bonus_cap_minor', price.bonus_cap_minor,
            'charge_minor', v.total_minor + price.bonus_cap_minor + price.fee_minor,
            'net_minor', v.total_minor - api.fee_minor(v.total_minor, fees.tester_fee_bps),
            'builder_fee_bps', fees.builder_fee_bps, 'tester_fee_bps', fees.tester_fee_bps,
            'currency', j.currency, 'days', v.days,
            'counters', b.counters, 'counters_left', GREATEST(0, counters_max - b.counters),
            'turn', api.bid_turn(b.state),
            'turn_expires_at', api.instant(CASE b.state WHEN 'awaiting_payment' THEN pay.expires_at
                                                        ELSE b.turn_expires_at END),
            'payment_id', CASE WHEN j.owner_id = viewer_id THEN pay.id END,
            'assignment_id', CASE WHEN b.state = 'accepted' THEN b.assignment_id END,
            'reject_reason', b.reject_reason, 'reject_note', b.reject_note,
            'hourly_rate_minor', v.total_minor * 60 / scope.minutes,
            'tester', CASE WHEN j.owner_id = viewer_id THEN api.tester_card(b.tester_id, b.role_id) END,
            'created_at', api.instant(b.created_at), 'updated_at', api.instant(b.updated_at))
          FROM job j
          JOIN job_role r ON r.id = b.role_id
          JOIN account builder ON builder.id = j.owner_id
          JOIN account tester ON tester.id = b.tester_id
          JOIN bid_revision v ON v.bid_id = b.id AND v.number = b.revision
         CROSS JOIN LATERAL api.bid_scope(v.items) scope
         CROSS JOIN LATERAL api.bid_fees(b, site_builder_bps, site_tester_bps) fees
         CROSS JOIN LATERAL (
               SELECT CASE WHEN b.state IN ('awaiting_payment', 'accepted') THEN b.bonus_cap_minor
                           ELSE scope.bonus_cap_minor END AS bonus_cap_minor,
                      CASE WHEN b.state IN ('awaiting_payment', 'accepted') THEN b.fee_minor
                           ELSE api.fee_minor(v.total_minor + scope.bonus_cap_minor, fees.builder_fee_bps)
                      END AS fee_minor) price
          LEFT JOIN LATERAL (SELECT p.id, p.expires_at FROM payment p
                              WHERE p.bid_id = b.id ORDER BY p.id DESC LIMIT 1) pay ON true
         WHERE j.id = b.job_id);
END $$;

-- A page of a list of bids, newest first; the cursor is the last one's id.
CREATE FUNCTION api.bid_page(ids uuid[], most bigint, viewer_id uuid, site_builder_bps int, site_tester_bps int,
                             counters_max int) RETURNS json
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (
        SELECT json_build_object(
                   'items', COALESCE(json_agg(api.bid(b, viewer_id, site_builder_bps, site_tester_bps, counters_max)
                                             ORDER BY b.id DESC), '[]'),
                   'next', CASE WHEN count(*) = most
                                THEN api.cursor((array_agg(b.id ORDER BY b.id))[1]::text, '') END)
          FROM bid b
         WHERE b.id = ANY (ids));
END $$;
