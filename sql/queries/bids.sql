-- Bids: threads of offers between testers and builders about the seats of a role.
-- Every statement here that returns a bid returns it as api.bid(), column "body".
-- Whatever changes a bid locks job, role and bid, in this order.

-- name: bid_job_lock :one
-- What a new bid depends on, held until commit.
SELECT id, owner_id, state, kind,
       state IN ('published', 'awarding', 'in_progress') AND stop_reason IS NULL
           AND (deadline_at IS NULL OR deadline_at > now())
           AND EXISTS (SELECT FROM account a WHERE a.id = owner_id AND a.state = 'active') AS takes_bids
  FROM job
 WHERE id = :job_id::uuid AND deleted_at IS NULL
   FOR NO KEY UPDATE;

-- name: bid_role_lock :maybe
SELECT requirements, seats_taken >= seats AS is_full
  FROM job_role
 WHERE id = :role_id::uuid AND job_id = :job_id::uuid AND removed_at IS NULL
   FOR NO KEY UPDATE;

-- name: bid_standing :maybe
-- What a tester has to do with a role already. No row: no such tester.
SELECT a.payout_state,
       EXISTS (SELECT FROM assignment
                WHERE role_id = :role_id::uuid AND tester_id = a.id
                  AND state IN ('active', 'delivered', 'completed')) AS holds_seat,
       (SELECT state FROM bid
         WHERE role_id = :role_id::uuid AND tester_id = a.id
           AND state IN ('draft', 'submitted', 'countered_by_builder', 'countered_by_tester', 'agreed',
                         'awaiting_payment', 'stale')) AS open_state
  FROM account a
  JOIN account_role r ON r.account_id = a.id AND r.role = 'tester'
 WHERE a.id = :tester_id::uuid AND a.state = 'active' AND a.email_verified_at IS NOT NULL;

-- name: bid_role_items :one
-- In the role's order.
SELECT COALESCE(json_agg(json_build_object('item_id', id, 'required', required) ORDER BY position), '[]') AS items
  FROM job_item
 WHERE role_id = :role_id::uuid AND removed_at IS NULL;

-- name: bid_create :one
-- raises: bid_open_unique = BID_EXISTS
INSERT INTO bid (job_id, role_id, tester_id, state, job_revision)
SELECT j.id, :role_id::uuid, :tester_id::uuid, 'draft', j.revision
  FROM job j
 WHERE j.id = :job_id::uuid
RETURNING id;

-- name: bid_revision_put :exec
-- A new one, or a draft's only one again; the database refuses to change any other.
INSERT INTO bid_revision (bid_id, number, by, items, total_minor, days, message, job_revision, terms_hash)
SELECT b.id, :number::int, :by::text, :items::jsonb, :total_minor::bigint, :days::int,
       COALESCE(:message::text, ''), j.revision, sha256(convert_to(api.role_terms(b.role_id)::text, 'UTF8'))
  FROM bid b JOIN job j ON j.id = b.job_id
 WHERE b.id = :bid_id::uuid
ON CONFLICT (bid_id, number) DO UPDATE
   SET items = EXCLUDED.items, total_minor = EXCLUDED.total_minor, days = EXCLUDED.days,
       message = EXCLUDED.message, job_revision = EXCLUDED.job_revision,
       terms_hash = EXCLUDED.terms_hash;

-- name: bid_lock :one
-- A bid with its role and its job, held until commit. PostgreSQL locks in the order of
-- the list: job, role, bid, as everybody must.
SELECT b.id AS bid_id, b.state, b.previous_state, b.tester_id, tester.full_name AS tester_name, b.assignment_id,
       b.revision, b.counters, b.round_from, api.instant(b.turn_expires_at) AS turn_expires_at,
       GREATEST(0, ceil(extract(epoch FROM b.turn_expires_at - now())))::bigint AS turn_seconds,
       b.job_id, j.title AS job_title, j.state AS job_state, j.owner_id, builder.full_name AS builder_name,
       j.currency, j.review_seconds, j.dispute_seconds, b.job_revision = j.revision AS is_current,
       j.state IN ('published', 'awarding', 'in_progress', 'in_review') AS job_goes_on,
       j.stop_reason = 'expired' OR j.deadline_at <= now() AS job_has_expired,
       j.state IN ('published', 'awarding', 'in_progress') AND j.stop_reason IS NULL
           AND (j.deadline_at IS NULL OR j.deadline_at > now()) AND r.removed_at IS NULL
           AND builder.state = 'active' AND tester.state = 'active' AS takes_bids,
       b.role_id, r.name AS role_name, r.requirements,
       r.seats - r.seats_taken - r.seats_reserved AS seats_left, r.seats - r.seats_taken AS seats_untaken
  FROM bid b
  JOIN job_role r ON r.id = b.role_id
  JOIN job j ON j.id = b.job_id
  JOIN account builder ON builder.id = j.owner_id
  JOIN account tester ON tester.id = b.tester_id
 WHERE b.id = :bid_id::uuid
   AND (:viewer_id::uuid IS NULL OR api.bid_is_shown(b, j.owner_id, :viewer_id::uuid))
   FOR NO KEY UPDATE OF j, r, b;

-- name: bid_scope :maybe
-- What the latest revision comes to; a bid in the making has none. Apart from the lock, because a statement that
-- waited for it has looked before.
SELECT v.total_minor, (api.bid_scope(v.items)).bonus_cap_minor
  FROM bid b
  JOIN bid_revision v ON v.bid_id = b.id AND v.number = b.revision
 WHERE b.id = :bid_id::uuid;

-- name: bid_figures :many
-- The last word of each side in this round, the latest first.
SELECT last.by, last.items, last.days, last.message
  FROM bid b
 CROSS JOIN LATERAL (
       SELECT DISTINCT ON (v.by) v.number, v.by, v.items, v.days, v.message
         FROM bid_revision v
        WHERE v.bid_id = b.id AND v.number >= b.round_from
        ORDER BY v.by, v.number DESC) last
 WHERE b.id = :bid_id::uuid
 ORDER BY last.number DESC
 LIMIT 2;

-- name: bid_move :maybe
-- No row: somebody else was quicker. A payment leaves the clock of the turn as it was.
UPDATE bid b
   SET state = :to_state::text,
       previous_state = CASE WHEN :to_state::text IN ('stale', 'awaiting_payment')
                             THEN COALESCE(b.previous_state, b.state) END,
       revision = :revision::int,
       counters = b.counters + :counters_more::int,
       round_from = COALESCE(:round_from::int, b.round_from),
       job_revision = CASE WHEN :is_current::boolean THEN j.revision ELSE b.job_revision END,
       turn_expires_at = CASE WHEN 'awaiting_payment' IN (:to_state::text, b.state) THEN b.turn_expires_at
                              ELSE now() + make_interval(secs => :turn_seconds::bigint) END,
       reject_reason = :reject_reason::text, reject_note = :reject_note::text,
       updated_at = now(),
       submitted_at = CASE WHEN b.state = 'draft' AND :to_state::text IN ('submitted', 'countered_by_builder')
                           THEN now() ELSE b.submitted_at END,
       ended_at = CASE WHEN :is_over::boolean THEN now() END
  FROM job j
 WHERE b.id = :bid_id::uuid AND b.state = :from_state::text AND j.id = b.job_id
RETURNING api.instant(b.turn_expires_at) AS turn_expires_at;

-- name: bid_seal :exec
-- What the builder is about to pay: fee and rates as they are now.
UPDATE bid
   SET fee_schedule_id = :fee_schedule_id::bigint, fee_minor = :fee_minor::bigint,
       bonus_cap_minor = :bonus_cap_minor::bigint
 WHERE id = :bid_id::uuid;

-- name: role_seats_move :exec
-- raises: job_role_seats_within = ROLE_FULL
UPDATE job_role
   SET seats_reserved = seats_reserved + :reserved_more::int, seats_taken = seats_taken + :taken_more::int
 WHERE id = :role_id::uuid;

-- name: bid_get :one
SELECT api.bid(b, :viewer_id::uuid, :site_builder_bps::int, :site_tester_bps::int, :counters_max::int) AS body
  FROM bid b JOIN job j ON j.id = b.job_id
 WHERE b.id = :bid_id::uuid AND api.bid_is_shown(b, j.owner_id, :viewer_id::uuid);

-- name: bid_with_payment :one
-- The bid beside the latest payment for it, which is the builder's alone.
SELECT json_build_object(
         'bid', api.bid(b, :viewer_id::uuid, :site_builder_bps::int, :site_tester_bps::int, :counters_max::int),
         'payment', (SELECT api.payment(p) FROM payment p
                      WHERE p.bid_id = b.id AND j.owner_id = :viewer_id::uuid
                      ORDER BY p.id DESC LIMIT 1)) AS body
  FROM bid b JOIN job j ON j.id = b.job_id
 WHERE b.id = :bid_id::uuid AND api.bid_is_shown(b, j.owner_id, :viewer_id::uuid);

-- name: bid_job_viewer :one
-- Whose list of bids it is; a draft is its owner's alone.
SELECT owner_id = :viewer_id::uuid AS is_owner
  FROM job
 WHERE id = :job_id::uuid AND deleted_at IS NULL
   AND (owner_id = :viewer_id::uuid OR state NOT IN ('draft', 'pending_payment'));

-- name: bid_list_of_job :one
-- All that the owner may see, newest first; the cursor is the last one's id.
SELECT api.bid_page(ARRAY(
           SELECT id
             FROM bid
            WHERE job_id = :job_id::uuid AND submitted_at IS NOT NULL
              AND (:role_id::uuid IS NULL OR role_id = :role_id::uuid)
              AND (:state::text IS NULL OR state = :state::text)
              AND id < COALESCE(:before_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
            ORDER BY id DESC
            LIMIT :limit::bigint), :limit::bigint, :viewer_id::uuid, :site_builder_bps::int, :site_tester_bps::int,
           :counters_max::int) AS body;

-- name: bid_list_own_of_job :one
SELECT api.bid_page(ARRAY(
           SELECT id
             FROM bid
            WHERE job_id = :job_id::uuid AND tester_id = :viewer_id::uuid
              AND (:role_id::uuid IS NULL OR role_id = :role_id::uuid)
              AND (:state::text IS NULL OR state = :state::text)
              AND id < COALESCE(:before_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
            ORDER BY id DESC
            LIMIT :limit::bigint), :limit::bigint, :viewer_id::uuid, :site_builder_bps::int, :site_tester_bps::int,
           :counters_max::int) AS body;

-- name: bid_list_mine :one
SELECT api.bid_page(ARRAY(
           SELECT id
             FROM bid
            WHERE tester_id = :viewer_id::uuid
              AND (:state::text IS NULL OR state = :state::text)
              AND id < COALESCE(:before_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
            ORDER BY id DESC
            LIMIT :limit::bigint), :limit::bigint, :viewer_id::uuid, :site_builder_bps::int, :site_tester_bps::int,
           :counters_max::int) AS body;

-- name: bid_event_list :one
-- Oldest first; the cursor is the last one's id. No row: not the viewer's to see.
SELECT json_build_object(
         'items', COALESCE(json_agg(api.event(e, actor.full_name) ORDER BY e.id)
                           FILTER (WHERE e.id IS NOT NULL), '[]'),
         'next', CASE WHEN count(e.id) = :limit::bigint
                      THEN api.cursor((array_agg(e.id ORDER BY e.id DESC))[1]::text, '') END) AS body
  FROM bid b
  JOIN job j ON j.id = b.job_id
  LEFT JOIN LATERAL (SELECT event.id
                       FROM event
                      WHERE event.bid_id = b.id
                        AND event.id > COALESCE(:after_id::uuid, '00000000-0000-0000-0000-000000000000')
                      ORDER BY event.id
                      LIMIT :limit::bigint) page ON true
  LEFT JOIN event e ON e.id = page.id
  LEFT JOIN account actor ON actor.id = e.actor_id
 WHERE b.id = :bid_id::uuid AND api.bid_is_shown(b, j.owner_id, :viewer_id::uuid)
 GROUP BY b.id;

-- name: bids_open_count :one
-- Of a job: how many are open, how many of those are being paid, and whether any was
-- ever shown to the builder.
SELECT count(*) FILTER (WHERE ended_at IS NULL AND state <> 'draft') AS open,
       count(*) FILTER (WHERE state = 'awaiting_payment') AS being_paid,
       count(*) > 0 AS was_any
  FROM bid
 WHERE job_id = :job_id::uuid AND submitted_at IS NOT NULL;

-- name: bids_being_paid :many
-- The open payments of a job's or a role's bids.
SELECT p.id AS payment_id
  FROM bid b
  JOIN payment p ON p.bid_id = b.id AND p.state = 'pending'
 WHERE b.job_id = :job_id::uuid AND b.state = 'awaiting_payment'
   AND (:role_id::uuid IS NULL OR b.role_id = :role_id::uuid);

-- name: bids_end :many
-- Moves, events and clocks of all at once; comes back with those that were shown to the
-- builder, for their mails.
WITH scope AS (
    SELECT b.id, b.state, b.tester_id, b.role_id, b.revision, b.submitted_at IS NOT NULL AS was_shown
      FROM bid b
     WHERE b.job_id = :job_id::uuid AND b.state = ANY (:from_states::text[])
       AND (:role_id::uuid IS NULL OR b.role_id = :role_id::uuid)
       FOR NO KEY UPDATE),
moved AS (
    UPDATE bid b
       SET state = :to_state::text, previous_state = NULL, turn_expires_at = NULL, updated_at = now(), ended_at = now()
      FROM scope
     WHERE b.id = scope.id),
noted AS (
    INSERT INTO event (job_id, bid_id, actor_kind, kind, from_state, to_state)
    SELECT :job_id::uuid, id, :actor_kind::text, :kind::text, state, :to_state::text
      FROM scope WHERE was_shown),
stopped AS (
    DELETE FROM clock
     WHERE entity = 'bid' AND entity_id IN (SELECT id FROM scope)
       AND id::text IS DISTINCT FROM current_setting('peertest.clock', true))
SELECT scope.id AS bid_id, scope.tester_id, tester.full_name AS tester_name, r.name AS role_name, v.total_minor,
       NULL AS turn_expires_at, j.id AS job_id, j.title AS job_title, j.owner_id,
       builder.full_name AS builder_name, j.currency
  FROM scope
  JOIN bid_revision v ON v.bid_id = scope.id AND v.number = scope.revision
  JOIN job_role r ON r.id = scope.role_id
  JOIN job j ON j.id = r.job_id
  JOIN account tester ON tester.id = scope.tester_id
  JOIN account builder ON builder.id = j.owner_id
 WHERE scope.was_shown;

-- name: bids_stale :many
-- As bids_end, with a turn of the tester's that begins now. One that is stale already
-- keeps the state it goes back to.
WITH scope AS (
    SELECT b.id, b.state, b.tester_id, b.role_id, b.revision
      FROM bid b
     WHERE b.job_id = :job_id::uuid AND b.state = ANY (:from_states::text[])
       FOR NO KEY UPDATE),
moved AS (
    UPDATE bid b
       SET state = :to_state::text, previous_state = COALESCE(b.previous_state, b.state),
           turn_expires_at = now() + make_interval(secs => :turn_seconds::bigint), updated_at = now()
      FROM scope
     WHERE b.id = scope.id),
noted AS (
    INSERT INTO event (job_id, bid_id, actor_kind, kind, from_state, to_state)
    SELECT :job_id::uuid, id, :actor_kind::text, :kind::text, state, :to_state::text
      FROM scope),
clocks AS (
    INSERT INTO clock (entity, entity_id, transition, due_at)
    SELECT 'bid', scope.id, turn.transition, now() + make_interval(secs => turn.seconds)
      FROM scope
     CROSS JOIN (VALUES ('turn_expires', :turn_seconds::bigint),
                        ('turn_reminder', :reminder_seconds::bigint)) AS turn(transition, seconds)
     WHERE turn.seconds > 0
        ON CONFLICT ON CONSTRAINT clock_unique DO UPDATE SET due_at = excluded.due_at)
SELECT scope.id AS bid_id, scope.tester_id, tester.full_name AS tester_name, r.name AS role_name, v.total_minor,
       api.instant(now() + make_interval(secs => :turn_seconds::bigint)) AS turn_expires_at,
       j.id AS job_id, j.title AS job_title, j.owner_id, builder.full_name AS builder_name, j.currency
  FROM scope
  JOIN bid_revision v ON v.bid_id = scope.id AND v.number = scope.revision
  JOIN job_role r ON r.id = scope.role_id
  JOIN job j ON j.id = r.job_id
  JOIN account tester ON tester.id = scope.tester_id
  JOIN account builder ON builder.id = j.owner_id;
