-- Submissions: drafts that are saved every few seconds, then handed in.
-- Every statement here that returns one returns it as api.submission(), column "body".

-- name: draft_lock :one
-- A submission of this tester, held until commit together with its assignment; the job
-- is not, so that the autosaves of its testers do not wait for each other.
SELECT s.id AS submission_id, s.state, s.submitted_at IS NOT NULL AS was_handed_in,
       s.settled_at IS NOT NULL AS is_settled, s.service_type,
       a.id AS assignment_id, a.job_id, a.work_began_at IS NOT NULL AS has_begun,
       api.submission(s, a, j.title, tester.full_name, a.tester_id) AS body
  FROM submission s
  JOIN assignment a ON a.id = s.assignment_id
  JOIN job j ON j.id = a.job_id
  JOIN account tester ON tester.id = a.tester_id
 WHERE s.id = COALESCE(:submission_id::uuid,
                       (SELECT submission_id FROM finding WHERE id = :finding_id::uuid))
   AND a.tester_id = :tester_id::uuid
   FOR NO KEY UPDATE OF a, s;

-- name: work_begin :exec
UPDATE assignment SET work_began_at = now()
 WHERE id = :assignment_id::uuid AND work_began_at IS NULL;

-- name: draft_save :one
-- Absent is unchanged. The draft is locked by the caller, its files are attached.
UPDATE submission s
   SET summary = COALESCE(:summary::text, s.summary),
       environment = COALESCE(jsonb_strip_nulls(:environment::jsonb), s.environment),
       report = COALESCE(jsonb_strip_nulls(:report::jsonb), s.report),
       evidence = COALESCE(jsonb_strip_nulls(:evidence::jsonb), s.evidence),
       started_at = COALESCE(:started_at::timestamptz, s.started_at),
       ended_at = COALESCE(:ended_at::timestamptz, s.ended_at),
       active_minutes = COALESCE(:active_minutes::int, s.active_minutes),
       outcome = COALESCE(:outcome::text, s.outcome),
       assistance = COALESCE(:assistance::text, s.assistance),
       assistance_note = NULLIF(COALESCE(:assistance_note::text, s.assistance_note), ''),
       updated_at = now()
  FROM assignment a
  JOIN job j ON j.id = a.job_id
  JOIN account tester ON tester.id = a.tester_id
 WHERE s.id = :submission_id::uuid AND a.id = s.assignment_id
RETURNING api.submission(s, a, j.title, tester.full_name, a.tester_id) AS body;

-- name: submission_get :one
SELECT api.submission(s, a, j.title, tester.full_name, :viewer_id::uuid) AS body
  FROM submission s
  JOIN assignment a ON a.id = s.assignment_id
  JOIN job j ON j.id = a.job_id
  JOIN account tester ON tester.id = a.tester_id
 WHERE s.id = :submission_id::uuid
   AND :viewer_id::uuid IN (a.tester_id, j.owner_id)
   AND api.submission_is_shown(s, a, :viewer_id::uuid);

-- name: submission_contents :one
-- What the minimum of the service type is checked against.
SELECT s.service_type,
       json_build_object(
           'summary', s.summary, 'environment', s.environment, 'report', s.report,
           'details', s.terms -> 'details', 'evidence', api.evidence(s),
           'findings', (SELECT count(*) FROM finding WHERE finding.submission_id = s.id)) AS contents
  FROM submission s
  JOIN assignment a ON a.id = s.assignment_id
 WHERE s.id = :submission_id::uuid AND a.tester_id = :tester_id::uuid;

-- name: submission_lock :one
-- Held until commit; its assignment is locked by the caller.
SELECT s.id, CASE WHEN s.item_id IS NOT NULL THEN s.title END AS item_title,
       s.state, s.submitted_at IS NOT NULL AS was_handed_in, s.settled_at IS NOT NULL AS is_settled,
       s.reward_minor + s.bonus_cap_minor + s.fee_minor AS price_minor,
       s.reward_minor, s.reward_minor + api.bonus_minor(s) AS earned_minor,
       s.reward_minor + api.bonus_reported_minor(s) AS reported_minor,
       COALESCE(s.paid_minor, 0) AS paid_minor, s.returned_minor,
       s.reward_minor + s.bonus_cap_minor + s.fee_minor - s.out_minor AS held_minor,
       s.changes_left, s.info_rounds_left, COALESCE(s.review_left_seconds, 0) AS review_left_seconds,
       api.instant(s.review_due_at) AS review_due_at,
       api.instant(s.dispute_due_at) AS dispute_due_at,
       COALESCE(s.dispute_due_at > now(), false) AS dispute_is_open
  FROM submission s
 WHERE s.id = :submission_id::uuid
   FOR NO KEY UPDATE;

-- name: submission_move :exec
-- One row touched, or somebody else was quicker.
UPDATE submission SET state = :to_state::text
 WHERE id = :submission_id::uuid AND state = :from_state::text;

-- name: submission_hand_in :one
-- The builder's time begins, whether it is new or as it was before changes were asked for.
UPDATE submission
   SET submitted_at = CASE WHEN :is_unchanged::boolean THEN submitted_at ELSE now() END,
       review_due_at = now() + make_interval(secs => :review_seconds::int),
       changes_due_at = NULL, updated_at = now()
 WHERE id = :submission_id::uuid
RETURNING api.instant(review_due_at) AS review_due_at;

-- name: submission_send_back :one
-- The builder's time stops, the tester's begins.
UPDATE submission
   SET comment = :comment::text, changes_left = changes_left - 1, review_due_at = NULL,
       changes_due_at = now() + make_interval(secs => :reply_seconds::int), updated_at = now()
 WHERE id = :submission_id::uuid
RETURNING api.instant(changes_due_at) AS changes_due_at;

-- name: submission_ask :one
-- The builder's time stands still while the tester answers.
UPDATE submission
   SET info_question = :question::text, info_answer = NULL, info_unanswered = false,
       info_rounds_left = info_rounds_left - 1,
       info_due_at = now() + make_interval(secs => :reply_seconds::int),
       review_left_seconds = GREATEST(0, ceil(extract(epoch FROM review_due_at - now()))::int), review_due_at = NULL,
       updated_at = now()
 WHERE id = :submission_id::uuid
RETURNING api.instant(info_due_at) AS info_due_at;

-- name: submission_go_on :one
-- The builder's time goes on with what was left of it; no answer: none came in time.
UPDATE submission
   SET info_answer = :answer::text, info_unanswered = :answer::text IS NULL, info_due_at = NULL,
       review_due_at = now() + make_interval(secs => review_left_seconds), review_left_seconds = NULL,
       updated_at = now()
 WHERE id = :submission_id::uuid
RETURNING api.instant(review_due_at) AS review_due_at;

-- name: submission_open :maybe
-- The builder's first look at what was handed in. No row: it was looked at before.
UPDATE submission s
   SET opened_at = now()
  FROM assignment a JOIN job j ON j.id = a.job_id
 WHERE s.id = :submission_id::uuid AND s.opened_at IS NULL AND s.submitted_at IS NOT NULL
   AND a.id = s.assignment_id AND j.owner_id = :owner_id::uuid
RETURNING a.job_id, a.id AS assignment_id, s.state;
