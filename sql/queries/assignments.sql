-- Assignments: one tester's contract with one job, from the claim to the end.
-- Every statement here that returns one returns it as api.assignment(), column "body".

-- name: claim_tester_lock :one
-- Held until commit, so that claims of two jobs at once count each other.
SELECT payout_state FROM account WHERE id = :tester_id::uuid FOR NO KEY UPDATE;

-- name: claim_standing :one
-- Apart from the lock, because a statement that waited for it has counted before.
SELECT EXISTS (SELECT FROM assignment
                WHERE job_id = :job_id::uuid AND tester_id = :tester_id::uuid
                  AND state IN ('active', 'delivered', 'completed')) AS holds_seat,
       (SELECT count(*) FROM assignment a JOIN job j ON j.id = a.job_id
         WHERE a.tester_id = :tester_id::uuid AND a.state IN ('active', 'delivered', 'completed')
           AND j.owner_id = (SELECT owner_id FROM job WHERE id = :job_id::uuid)) AS trials,
       (SELECT count(*) FROM assignment
         WHERE tester_id = :tester_id::uuid AND state = 'active') AS open_claims,
       (SELECT count(*) FROM assignment a JOIN submission s ON s.assignment_id = a.id
         WHERE a.tester_id = :tester_id::uuid AND s.state = 'approved') AS approvals,
       (SELECT requirements FROM job WHERE id = :job_id::uuid) AS requirements;

-- name: claim_create :one
-- The lowest free seat, with an empty draft. The job is locked by the caller.
-- raises: assignment_seat_unique = NO_SEAT_LEFT
-- raises: assignment_tester_unique = ALREADY_CLAIMED
WITH j AS (
    UPDATE job SET seats_taken = seats_taken + 1
     WHERE id = :job_id::uuid
    RETURNING *),
a AS (
    INSERT INTO assignment (job_id, tester_id, seat, terms, reward_minor, fee_minor, currency,
                            fee_schedule_id, claim_expires_at, compensation_begun, compensation_half)
    SELECT j.id, :tester_id::uuid,
           (SELECT min(n) FROM generate_series(1, j.seats) n
             WHERE NOT EXISTS (SELECT FROM assignment taken WHERE taken.job_id = j.id AND taken.seat = n)),
           api.terms(j, p), j.reward_minor, j.fee_minor, j.currency,
           :fee_schedule_id::bigint, now() + make_interval(secs => j.claim_seconds),
           :compensation_begun::int, :compensation_half::int
      FROM j JOIN project p ON p.id = j.project_id
    RETURNING id)
INSERT INTO submission (assignment_id, service_type, title, terms, reward_minor, fee_minor, changes_left,
                        info_rounds_left, confirmation_percent)
SELECT a.id, j.service_type, j.title,
       jsonb_build_object('instructions', j.brief, 'quantity', 1, 'details', jsonb_build_object('steps', j.steps)),
       j.reward_minor, j.fee_minor, 1, :info_rounds::int, :confirmation_percent::int
  FROM a, j
RETURNING id AS submission_id;

-- name: start_create :one
-- The contract that an accepted bid has become, in the lowest free seat of its role. Job
-- and bid are locked by the caller.
INSERT INTO assignment (id, job_id, role_id, bid_id, tester_id, seat, terms, reward_minor, fee_minor, currency,
                        fee_schedule_id, claim_expires_at, compensation_begun, compensation_half)
SELECT b.assignment_id, j.id, r.id, b.id, b.tester_id,
       (SELECT min(n) FROM generate_series(1, r.seats) n
         WHERE NOT EXISTS (SELECT FROM assignment taken WHERE taken.role_id = r.id AND taken.seat = n)),
       api.terms_of_role(j, p, r), offer.total_minor, b.fee_minor, j.currency,
       b.fee_schedule_id, now() + make_interval(days => offer.days),
       :compensation_begun::int, :compensation_half::int
  FROM bid b
  JOIN bid_revision offer ON offer.bid_id = b.id AND offer.number = b.revision
  JOIN job_role r ON r.id = b.role_id
  JOIN job j ON j.id = b.job_id
  JOIN project p ON p.id = j.project_id
 WHERE b.id = :bid_id::uuid
RETURNING id AS assignment_id, fee_minor;

-- name: start_items :many
-- What was agreed for each item, in the items' order, and what all of them come to.
SELECT i.id AS item_id, line.amount_minor + i.bonus_cap_minor AS part_minor,
       sum(line.amount_minor + i.bonus_cap_minor) OVER ()::bigint AS whole_minor,
       offer.total_minor + b.bonus_cap_minor AS sealed_minor
  FROM bid b
  JOIN bid_revision offer ON offer.bid_id = b.id AND offer.number = b.revision
 CROSS JOIN jsonb_to_recordset(offer.items) AS line(item_id uuid, amount_minor bigint)
  JOIN job_item i ON i.id = line.item_id
 WHERE b.id = :bid_id::uuid
 ORDER BY i.position, i.id;

-- name: start_submission :exec
-- An empty draft for one item, under the terms that the item has now.
INSERT INTO submission (assignment_id, item_id, position, service_type, title, required, terms,
                        reward_minor, bonus_unit_minor, bonus_cap_minor, fee_minor, changes_left,
                        info_rounds_left, confirmation_percent)
SELECT :assignment_id::uuid, i.id, :position::int, i.service_type, i.title, i.required,
       jsonb_build_object('instructions', i.instructions, 'quantity', i.quantity, 'details', i.details),
       :part_minor::bigint - i.bonus_cap_minor, i.bonus_unit_minor, i.bonus_cap_minor, :fee_minor::bigint,
       i.change_rounds, :info_rounds::int, :confirmation_percent::int
  FROM job_item i
 WHERE i.id = :item_id::uuid;

-- name: work_lock :one
-- An assignment with its job, held until commit. PostgreSQL locks in the order of this
-- list: job, assignment, as everybody must; a submission follows. A given owner or
-- tester must be the one of the work.
SELECT j.id AS job_id, j.title AS job_title, j.owner_id, builder.full_name AS builder_name,
       j.review_seconds, j.dispute_seconds,
       j.on_rejection = 'reopen' AND j.stop_reason IS NULL
           AND (j.deadline_at IS NULL OR j.deadline_at > now()) AS may_reopen,
       NOT EXISTS (SELECT FROM submission s
                    WHERE s.assignment_id = a.id AND s.settled_at IS NULL AND s.out_minor > 0) AS is_whole,
       a.id AS assignment_id, a.state AS assignment_state, a.role_id, a.tester_id,
       tester.full_name AS tester_name, a.currency, fee.tester_fee_bps,
       api.instant(a.claim_expires_at) AS claim_expires_at, a.extended_at IS NOT NULL AS is_extended,
       api.compensation_minor(a) AS compensation_minor,
       ceil(extract(epoch FROM a.claim_expires_at - now()))::bigint AS claim_seconds
  FROM assignment a
  JOIN job j ON j.id = a.job_id
  JOIN account builder ON builder.id = j.owner_id
  JOIN account tester ON tester.id = a.tester_id
  JOIN fee_schedule fee ON fee.id = a.fee_schedule_id
 WHERE a.id = COALESCE(:assignment_id::uuid,
                       (SELECT assignment_id FROM submission WHERE id = :submission_id::uuid))
   AND j.owner_id = COALESCE(:owner_id::uuid, j.owner_id)
   AND a.tester_id = COALESCE(:tester_id::uuid, a.tester_id)
   FOR NO KEY UPDATE OF j, a;

-- name: work_submissions :many
-- All of an assignment, held until commit; it is locked by the caller.
SELECT s.id, s.state, s.submitted_at IS NOT NULL AS was_handed_in, s.settled_at IS NOT NULL AS is_settled,
       api.compensation_minor(s, a) AS compensation_minor
  FROM submission s JOIN assignment a ON a.id = s.assignment_id
 WHERE s.assignment_id = :assignment_id::uuid
 ORDER BY s.id
   FOR NO KEY UPDATE OF s;

-- name: work_end_drafts :one
-- What was never handed in will not be, and pays nothing.
WITH draft AS (
    SELECT id, reward_minor + bonus_cap_minor + fee_minor AS price_minor, out_minor
      FROM submission
     WHERE assignment_id = :assignment_id::uuid AND state = 'draft' AND submitted_at IS NULL),
ended AS (
    UPDATE submission s
       SET state = 'lapsed', paid_minor = 0, out_minor = draft.price_minor, settled_at = now()
      FROM draft
     WHERE s.id = draft.id
    RETURNING s.id, draft.price_minor - draft.out_minor AS held_minor)
SELECT count(*) AS ended, COALESCE(sum(held_minor), 0)::bigint AS held_minor,
       CASE WHEN count(*) = 1 THEN min(id::text) END AS submission_id
  FROM ended;

-- name: work_counts :one
-- Apart from the lock, because a statement that waited for it has counted before.
SELECT count(*) FILTER (WHERE state = 'draft' AND submitted_at IS NULL) AS drafts,
       count(*) FILTER (WHERE state = 'draft' AND submitted_at IS NULL AND required) AS awaited,
       count(*) FILTER (WHERE submitted_at IS NOT NULL OR state = 'waived') AS delivered,
       count(*) FILTER (WHERE settled_at IS NULL) AS unsettled
  FROM submission
 WHERE assignment_id = :assignment_id::uuid;

-- name: assignment_move :exec
UPDATE assignment
   SET state = :to_state::text,
       ended_at = CASE WHEN :to_state::text NOT IN ('active', 'delivered') THEN now() END
 WHERE id = :assignment_id::uuid AND state = :from_state::text;

-- name: assignment_extend :one
UPDATE assignment
   SET claim_expires_at = claim_expires_at + make_interval(secs => :seconds::int),
       extended_at = now(), extension_seconds = :seconds::int
 WHERE id = :assignment_id::uuid
RETURNING api.instant(claim_expires_at) AS claim_expires_at,
          ceil(extract(epoch FROM claim_expires_at - now()))::bigint AS claim_seconds;

-- name: seat_give_back :exec
-- The seat is free again, or closed for good. Either the job counts it or a role.
WITH a AS (
    UPDATE assignment SET seat = NULL WHERE id = :assignment_id::uuid
    RETURNING job_id, role_id),
r AS (
    UPDATE job_role SET seats_taken = seats_taken - 1
      FROM a
     WHERE job_role.id = a.role_id)
UPDATE job
   SET seats_taken = seats_taken - 1, seats_closed = seats_closed + :closed::int
  FROM a
 WHERE job.id = a.job_id AND a.role_id IS NULL;

-- name: assignment_get :one
SELECT api.assignment(a, j, :viewer_id::uuid) AS body
  FROM assignment a JOIN job j ON j.id = a.job_id
 WHERE a.id = :assignment_id::uuid AND :viewer_id::uuid IN (a.tester_id, j.owner_id);

-- name: assignment_list_mine :one
-- Newest first; the cursor is the last one's id.
SELECT json_build_object(
         'items', COALESCE(json_agg(api.assignment(a, j, :tester_id::uuid) ORDER BY a.id DESC), '[]'),
         'next', CASE WHEN count(*) = :limit::bigint
                      THEN api.cursor((array_agg(a.id ORDER BY a.id))[1]::text, '') END) AS body
  FROM (SELECT assignment.*
          FROM assignment
         WHERE tester_id = :tester_id::uuid
           AND (:state::text IS NULL OR state = :state::text)
           AND id < COALESCE(:before_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
         ORDER BY id DESC
         LIMIT :limit::bigint) page
  JOIN assignment a ON a.id = page.id
  JOIN job j ON j.id = a.job_id;

-- name: assignment_list_of_job :one
-- Newest first; the cursor is the last one's id. No row: not the viewer's job.
SELECT json_build_object(
         'items', COALESCE(json_agg(api.assignment(a, j, :owner_id::uuid) ORDER BY a.id DESC)
                           FILTER (WHERE a.id IS NOT NULL), '[]'),
         'next', CASE WHEN count(a.id) = :limit::bigint
                      THEN api.cursor((array_agg(a.id ORDER BY a.id))[1]::text, '') END) AS body
  FROM job j
  LEFT JOIN LATERAL (SELECT assignment.id
                       FROM assignment
                      WHERE assignment.job_id = j.id
                        AND assignment.id < COALESCE(:before_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
                      ORDER BY assignment.id DESC
                      LIMIT :limit::bigint) page ON true
  LEFT JOIN assignment a ON a.id = page.id
 WHERE j.id = :job_id::uuid AND j.owner_id = :owner_id::uuid
 GROUP BY j.id;

-- name: assignment_event_list :one
-- Oldest first, as a timeline reads; the cursor is the last one's id. No row: neither
-- the viewer's assignment nor of the viewer's job.
SELECT json_build_object(
         'items', COALESCE(json_agg(api.event(e, actor.full_name) ORDER BY e.id)
                           FILTER (WHERE e.id IS NOT NULL), '[]'),
         'next', CASE WHEN count(e.id) = :limit::bigint
                      THEN api.cursor((array_agg(e.id ORDER BY e.id DESC))[1]::text, '') END) AS body
  FROM assignment a
  JOIN job j ON j.id = a.job_id
  LEFT JOIN LATERAL (SELECT event.id
                       FROM event
                      WHERE event.assignment_id = a.id
                        AND event.id > COALESCE(:after_id::uuid, '00000000-0000-0000-0000-000000000000')
                      ORDER BY event.id
                      LIMIT :limit::bigint) page ON true
  LEFT JOIN event e ON e.id = page.id
  LEFT JOIN account actor ON actor.id = e.actor_id
 WHERE a.id = :assignment_id::uuid AND :viewer_id::uuid IN (a.tester_id, j.owner_id)
 GROUP BY a.id;
