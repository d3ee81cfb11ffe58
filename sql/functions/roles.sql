-- The JSON forms of roles and items.

-- api.job_item: one piece of work in a role.
CREATE FUNCTION api.job_item(i job_item) RETURNS json
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN json_build_object(
        'id', i.id, 'service_type', i.service_type, 'title', i.title,
        'instructions', i.instructions, 'required', i.required, 'quantity', i.quantity,
        'details', i.details, 'bonus_unit_minor', i.bonus_unit_minor,
        'bonus_cap_minor', i.bonus_cap_minor, 'change_rounds', i.change_rounds,
        'expected_minutes', i.expected_minutes);
END $$;

-- api.job_role: seats of one kind and what each of their testers does. Fees are those of today.
CREATE FUNCTION api.job_role(r job_role, fees api.fees, items json) RETURNS json
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN json_build_object(
        'id', r.id, 'name', r.name, 'persona', r.persona, 'seats', r.seats,
        'seats_taken', r.seats_taken, 'seats_reserved', r.seats_reserved,
        'seats_left', r.seats - r.seats_taken - r.seats_reserved,
        'requirements', r.requirements, 'budget_low_minor', r.budget_low_minor,
        'budget_high_minor', r.budget_high_minor, 'builder_fee_bps', (fees).builder_fee_bps,
        'tester_fee_bps', (fees).tester_fee_bps, 'items', COALESCE(items, '[]'));
END $$;

-- All here are plpgsql, whose plans are kept; a function in SQL would be planned anew with
-- every statement.

-- All roles of a job as they are now, in order, with the fees for one tester; of a simple job none.
CREATE FUNCTION api.job_roles(wanted_job_id uuid, tester_id uuid, site_builder_bps int, site_tester_bps int)
RETURNS json
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (SELECT COALESCE(json_agg(api.job_role(r, api.role_fees(r.id, tester_id, site_builder_bps, site_tester_bps), i.items)
                                     ORDER BY r.position), '[]')
              FROM job_role r
             CROSS JOIN LATERAL (
                   SELECT json_agg(api.job_item(item) ORDER BY item.position) AS items
                     FROM job_item item
                    WHERE item.role_id = r.id AND item.removed_at IS NULL) i
             WHERE r.job_id = wanted_job_id AND r.removed_at IS NULL);
END $$;

-- How many bids of a job are neither accepted nor over; drafts are their testers' own.
CREATE FUNCTION api.bids_open(wanted_job_id uuid) RETURNS bigint
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (SELECT count(*) FROM bid
             WHERE bid.job_id = wanted_job_id
               AND bid.state IN ('submitted', 'countered_by_builder', 'countered_by_tester', 'agreed',
                                 'awaiting_payment', 'stale'));
END $$;
