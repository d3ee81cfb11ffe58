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
       (SELECT count(*) FROM assignment
         WHERE tester_id = :tester_id::uuid AND state = 'active') AS open_claims,
       (SELECT count(*) FROM assignment a JOIN submission s ON s.assignment_id = a.id
         WHERE a.tester_id = :tester_id::uuid AND s.state = 'approved') AS approvals;

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
                            fee_schedule_id, claim_expires_at)
    SELECT j.id, :tester_id::uuid,
           (SELECT min(n) FROM generate_series(1, j.seats) n
             WHERE NOT EXISTS (SELECT FROM assignment taken WHERE taken.job_id = j.id AND taken.seat = n)),
           api.terms(j, p), j.reward_minor, j.fee_minor, j.currency,
           j.fee_schedule_id, now() + make_interval(secs => j.claim_seconds)
      FROM j JOIN project p ON p.id = j.project_id
    RETURNING id)
INSERT INTO submission (assignment_id, service_type)
SELECT a.id, j.service_type FROM a, j
RETURNING assignment_id;

-- name: work_lock :one
-- An assignment with its job and its submission, held until commit. PostgreSQL locks in
-- the order of this list: job, assignment, submission, as everybody must. A given owner
-- or tester must be the one of the work.
SELECT j.id AS job_id, j.title AS job_title, j.owner_id, builder.full_name AS builder_name,
       j.claim_seconds, j.review_seconds, j.dispute_seconds,
       j.on_rejection = 'reopen' AND j.stop_reason IS NULL
           AND (j.deadline_at IS NULL OR j.deadline_at > now()) AS may_reopen,
       a.id AS assignment_id, a.state AS assignment_state, a.tester_id,
       tester.full_name AS tester_name, a.reward_minor, a.fee_minor, a.currency, fee.tester_fee_bps,
       s.id AS submission_id, s.state AS submission_state,
       api.instant(a.claim_expires_at) AS claim_expires_at,
       api.instant(s.review_due_at) AS review_due_at
  FROM submission s
  JOIN assignment a ON a.id = s.assignment_id
  JOIN job j ON j.id = a.job_id
  JOIN account builder ON builder.id = j.owner_id
  JOIN account tester ON tester.id = a.tester_id
  JOIN fee_schedule fee ON fee.id = a.fee_schedule_id
 WHERE s.id = COALESCE(:submission_id::uuid,
                       (SELECT id FROM submission WHERE assignment_id = :assignment_id::uuid))
   AND j.owner_id = COALESCE(:owner_id::uuid, j.owner_id)
   AND a.tester_id = COALESCE(:tester_id::uuid, a.tester_id)
   FOR NO KEY UPDATE OF j, a, s;

-- name: work_move :exec
-- One row touched, or somebody else was quicker.
WITH a AS (
    UPDATE assignment
       SET state = :assignment_to::text,
           ended_at = CASE WHEN :assignment_to::text NOT IN ('active', 'delivered') THEN now() END
     WHERE id = :assignment_id::uuid AND state = :assignment_from::text
    RETURNING id)
UPDATE submission s
   SET state = :submission_to::text
  FROM a
 WHERE s.assignment_id = a.id AND s.id = :submission_id::uuid AND s.state = :submission_from::text;

-- name: seat_give_back :exec
-- The seat is free again, or closed for good.
WITH a AS (
    UPDATE assignment SET seat = NULL WHERE id = :assignment_id::uuid
    RETURNING job_id)
UPDATE job
   SET seats_taken = seats_taken - 1, seats_closed = seats_closed + :closed::int
  FROM a
 WHERE job.id = a.job_id;

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
