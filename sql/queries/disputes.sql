-- Disputes: about the money that is still held for a submission.
-- Every statement here that returns one returns it as api.dispute(), column "body". Whatever
-- changes one locks job, assignment, submission and dispute, in this order, and looks at its
-- state; then the state is changed only from the one that was seen.

-- name: dispute_side :one
-- Which side of a submission somebody is. To anybody else it is not there, nor to the
-- builder before it was handed in.
SELECT CASE WHEN a.tester_id = :viewer_id::uuid THEN 'tester' ELSE 'builder' END AS side
  FROM submission s
  JOIN assignment a ON a.id = s.assignment_id
  JOIN job j ON j.id = a.job_id
 WHERE s.id = :submission_id::uuid
   AND :viewer_id::uuid IN (a.tester_id, j.owner_id)
   AND api.submission_is_shown(s, a, :viewer_id::uuid);

-- name: dispute_opener_lock :one
-- Held until commit, so that two disputes opened at once count each other.
SELECT id FROM account WHERE id = :account_id::uuid FOR NO KEY UPDATE;

-- name: dispute_wish :one
-- Apart from the locks, because a statement that waited for one has counted before.
SELECT s.state IN ('approved', 'approved_partial', 'rejected') AND s.dispute_due_at <= now() AS is_late, mine.*
  FROM submission s,
       (SELECT count(*) FILTER (WHERE opened_at > now() - interval '30 days') AS opened,
               count(*) FILTER (WHERE closed_at > now() - interval '1 year') AS closed,
               count(*) FILTER (WHERE closed_at > now() - interval '1 year'
                                  AND CASE opened_by WHEN 'tester' THEN final_percent >= 50
                                                     ELSE final_percent <= 50 END) AS won
          FROM dispute
         WHERE CASE opened_by WHEN 'tester' THEN tester_id ELSE builder_id END = :account_id::uuid
           AND :account_id::uuid IN (tester_id, builder_id)) mine
 WHERE s.id = :submission_id::uuid;

-- name: dispute_create :one
-- With its case file, as both sides have it now. Submission and job are locked by the caller.
-- raises: dispute_one_per_submission = WRONG_STATE
INSERT INTO dispute (submission_id, assignment_id, job_id, tester_id, builder_id, opened_by, kind, statement,
                     case_file, case_hash, at_stake_minor, paid_before_minor, currency,
                     settlement_due_at, answer_due_at, hard_stop_at)
SELECT s.id, a.id, j.id, a.tester_id, j.owner_id, :opened_by::text, :kind::text, :statement::text,
       file.body, sha256(convert_to(file.body::text, 'UTF8')), api.dispute_stake(s), COALESCE(s.paid_minor, 0), a.currency,
       due.settlement_at, due.answer_at,
       GREATEST(now() + make_interval(secs => :hard_stop_seconds::int), due.answer_at)
  FROM submission s
  JOIN assignment a ON a.id = s.assignment_id
  JOIN job j ON j.id = a.job_id
 CROSS JOIN LATERAL api.case_file(s, a) AS file(body)
 CROSS JOIN LATERAL (
       SELECT at AS settlement_at, api.after_business_days(at, :answer_seconds::int) AS answer_at
         FROM (VALUES (now() + make_interval(secs => :settlement_seconds::int))) settlement (at)) due
 WHERE s.id = :submission_id::uuid
RETURNING id AS dispute_id, ceil(extract(epoch FROM answer_due_at - now()))::bigint AS answer_seconds,
          ceil(extract(epoch FROM hard_stop_at - now()))::bigint AS hard_stop_seconds;

-- name: dispute_review :exec
-- A builder who opens a dispute has reviewed the work.
UPDATE submission SET decided_at = now(), review_due_at = NULL
 WHERE id = :submission_id::uuid AND decided_at IS NULL;

-- name: dispute_find :one
-- Which work a dispute is about. To whom it does not concern it is not there.
SELECT submission_id,
       CASE WHEN tester_id = :viewer_id::uuid THEN 'tester' WHEN builder_id = :viewer_id::uuid THEN 'builder' END AS side
  FROM dispute
 WHERE id = :dispute_id::uuid
   AND (:viewer_id::uuid IS NULL OR :viewer_id::uuid IN (tester_id, builder_id));

-- name: dispute_lock :one
-- Held until commit; its submission is locked by the caller.
SELECT d.id, d.state, d.opened_by, d.tester_id, d.builder_id, d.paid_before_minor,
       api.dispute_stake_left(d, s) AS stake_minor, d.final_percent, d.reason, d.decided_by,
       d.tester_accepted_at IS NOT NULL AS tester_accepted, d.builder_accepted_at IS NOT NULL AS builder_accepted,
       now() >= d.answer_due_at AS answer_is_late, now() >= d.appeal_due_at AS appeal_is_late,
       GREATEST(0, ceil(extract(epoch FROM d.hard_stop_at - now())))::bigint AS hard_stop_seconds,
       api.instant(d.settlement_due_at) AS settlement_due_at, api.instant(d.answer_due_at) AS answer_due_at,
       api.instant(d.decision_due_at) AS decision_due_at, api.instant(d.appeal_due_at) AS appeal_due_at
  FROM dispute d JOIN submission s ON s.id = d.submission_id
 WHERE d.id = :dispute_id::uuid
   FOR NO KEY UPDATE OF d;

-- name: dispute_answer :one
UPDATE dispute
   SET state = :to_state::text, answer = :answer::text, answered_at = now(),
       decision_due_at = now() + make_interval(secs => :decision_seconds::int)
 WHERE id = :dispute_id::uuid AND state = :from_state::text
RETURNING api.instant(decision_due_at) AS decision_due_at;

-- name: dispute_standing :one
-- What a side has on the table, and what the other one has.
SELECT (SELECT tester_percent FROM dispute_proposal
         WHERE dispute_id = :dispute_id::uuid AND by = :side::text ORDER BY number DESC LIMIT 1) AS own,
       (SELECT tester_percent FROM dispute_proposal
         WHERE dispute_id = :dispute_id::uuid AND by <> :side::text ORDER BY number DESC LIMIT 1) AS other,
       (SELECT count(*) FROM dispute_proposal
         WHERE dispute_id = :dispute_id::uuid AND by = :side::text) AS made;

-- name: dispute_propose :exec
INSERT INTO dispute_proposal (dispute_id, number, by, tester_percent)
SELECT :dispute_id::uuid, count(*) + 1, :side::text, :tester_percent::int
  FROM dispute_proposal WHERE dispute_id = :dispute_id::uuid;

-- name: dispute_decide :one
-- By an administrator, or by time: then there is no reason.
UPDATE dispute
   SET state = :to_state::text, tester_percent = :tester_percent::int, outcome = :outcome::text,
       reason = :reason::text, summary = :summary::text, decided_by = :admin_id::uuid, decided_at = now(),
       appeal_due_at = now() + make_interval(secs => :appeal_seconds::int)
 WHERE id = :dispute_id::uuid AND state = :from_state::text
RETURNING api.instant(appeal_due_at) AS appeal_due_at;

-- name: dispute_accept :one
UPDATE dispute
   SET tester_accepted_at = CASE :side::text WHEN 'tester' THEN now() ELSE tester_accepted_at END,
       builder_accepted_at = CASE :side::text WHEN 'builder' THEN now() ELSE builder_accepted_at END
 WHERE id = :dispute_id::uuid AND state = :from_state::text
RETURNING id;

-- name: dispute_appeal :one
-- However late it is, there is time to decide an appeal.
UPDATE dispute
   SET state = :to_state::text, appealed_by = :side::text, appeal_statement = :statement::text, appealed_at = now(),
       decision_due_at = now() + make_interval(secs => :decision_seconds::int),
       hard_stop_at = GREATEST(hard_stop_at, now() + make_interval(secs => :decision_seconds::int))
 WHERE id = :dispute_id::uuid AND state = :from_state::text
RETURNING api.instant(decision_due_at) AS decision_due_at,
          ceil(extract(epoch FROM hard_stop_at - now()))::bigint AS hard_stop_seconds;

-- name: dispute_close :one
-- What ends it: an agreement, the ruling about an appeal, or no outcome of its own, when the
-- decision stands. Only an appeal has a reason and an administrator here.
UPDATE dispute
   SET state = :to_state::text, closed_at = now(), awarded_minor = :awarded_minor::bigint,
       outcome = COALESCE(:outcome::text, outcome), summary = COALESCE(:summary::text, summary),
       tester_percent = COALESCE(tester_percent, :tester_percent::int),
       appeal_percent = CASE :outcome::text WHEN 'appeal' THEN :tester_percent::int END,
       appeal_reason = :reason::text, appeal_decided_by = :admin_id::uuid
 WHERE id = :dispute_id::uuid AND state = :from_state::text
RETURNING id;

-- name: dispute_split :one
-- What a split would move, as both sides see it.
SELECT split.tester_minor, split.builder_minor
  FROM dispute d
  JOIN submission s ON s.id = d.submission_id
 CROSS JOIN LATERAL json_to_recordset(api.dispute_splits(d, s))
       AS split(tester_percent int, tester_minor bigint, builder_minor bigint)
 WHERE d.id = :dispute_id::uuid AND split.tester_percent = :tester_percent::int;

-- name: dispute_names :one
-- Would a summary for everybody tell who or what it was about?
SELECT EXISTS (
       SELECT FROM dispute d
         JOIN job j ON j.id = d.job_id
         JOIN project p ON p.id = j.project_id
         JOIN submission s ON s.id = d.submission_id
         JOIN account person ON person.id IN (d.tester_id, d.builder_id),
              unnest(ARRAY[person.full_name, person.email::text, j.title, s.title, p.name]) AS telling
        WHERE d.id = :dispute_id::uuid AND telling <> ''
          AND strpos(lower(:summary::text), lower(telling)) > 0) AS tells;

-- name: dispute_judges :many
-- The administrators who may decide, but not about themselves. Who may do everything is asked
-- when it is late, or when there is nobody else for it.
SELECT DISTINCT a.id
  FROM account a
  JOIN account_role r ON r.account_id = a.id AND r.role = 'admin'
  JOIN admin_scope c ON c.account_id = a.id
  JOIN dispute d ON d.id = :dispute_id::uuid
 WHERE a.state = 'active' AND a.id NOT IN (d.tester_id, d.builder_id)
   AND (d.state <> 'appealed' OR a.id IS DISTINCT FROM d.decided_by)
   AND (c.scope IN ('support', 'finance')
        OR c.scope = 'super'
           AND (:is_late::boolean OR NOT EXISTS (SELECT FROM admin_scope WHERE scope IN ('support', 'finance'))))
 ORDER BY a.id;

-- name: dispute_get :one
SELECT api.dispute(d, :viewer_id::uuid) AS body
  FROM dispute d
 WHERE d.id = :dispute_id::uuid AND api.dispute_is_shown(d, :viewer_id::uuid, :session_id::uuid);

-- name: dispute_list :one
-- Of one person, or all of them; newest first, the cursor is the last one's id.
SELECT json_build_object(
         'items', COALESCE(json_agg(api.dispute_line(d, :viewer_id::uuid) ORDER BY d.id DESC), '[]'),
         'next', CASE WHEN count(*) = :limit::bigint
                      THEN api.cursor((array_agg(d.id ORDER BY d.id))[1]::text, '') END) AS body
  FROM (SELECT dispute.*
          FROM dispute
         WHERE (:party_id::uuid IS NULL OR :party_id::uuid IN (tester_id, builder_id))
           AND (:state::text IS NULL OR state = :state::text)
           AND id < COALESCE(:before_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
         ORDER BY id DESC
         LIMIT :limit::bigint) d;

-- name: dispute_summary_list :one
-- What everybody may know of those that are over; latest first, the cursor is the last
-- one's end and id.
SELECT json_build_object(
         'items', COALESCE(json_agg(json_build_object(
                      'kind', d.kind, 'service_type', s.service_type, 'opened_by', d.opened_by,
                      'tester_percent', d.final_percent, 'outcome', d.outcome, 'summary', d.summary,
                      'closed_at', api.instant(d.closed_at)) ORDER BY d.closed_at DESC, d.id DESC), '[]'),
         'next', CASE WHEN count(*) = :limit::bigint
                      THEN (array_agg(api.cursor(api.micros(d.closed_at)::text, d.id::text)
                                      ORDER BY d.closed_at, d.id))[1] END) AS body
  FROM (SELECT dispute.*
          FROM dispute
         WHERE state = 'closed'
           AND (:before::bigint IS NULL
                OR (closed_at, id) < (api.from_micros(:before::bigint), :before_id::uuid))
         ORDER BY closed_at DESC, id DESC
         LIMIT :limit::bigint) d
  JOIN submission s ON s.id = d.submission_id;
