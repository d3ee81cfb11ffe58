-- Reviews: what builders decide about the submissions of their jobs.

-- name: submission_decide :exec
-- The verdict's words; the state follows in the same transaction. There is a time to dispute
-- it where some of the money stays held.
UPDATE submission
   SET decided_at = now(), rating = :rating::int, comment = NULLIF(:comment::text, ''),
       reject_reason = :reject_reason::text, approved_percent = :percent::int,
       dispute_due_at = now() + make_interval(secs => :dispute_seconds::int)
 WHERE id = :submission_id::uuid;

-- name: submission_was_known :one
-- Could its tester have known? There was something on the project's list, or all findings were
-- judged to be nothing new.
SELECT EXISTS (SELECT FROM known_issue k WHERE k.project_id = j.project_id AND api.was_listed(k, s))
       OR COALESCE((SELECT bool_and(f.state IN ('known', 'duplicate')) FROM finding f
                     WHERE f.submission_id = s.id AND f.state <> 'withdrawn'), false) AS was_known
  FROM submission s
  JOIN assignment a ON a.id = s.assignment_id
  JOIN job j ON j.id = a.job_id
 WHERE s.id = :submission_id::uuid;

-- name: review_queue :one
-- What waits for this builder's review, oldest due first; the cursor is the last one's
-- due time and id.
SELECT json_build_object(
         'items', COALESCE(json_agg(json_build_object(
                      'submission_id', r.id, 'assignment_id', r.assignment_id, 'job_id', r.job_id,
                      'job_title', r.job_title, 'item_title', r.item_title, 'tester_name', r.tester_name,
                      'service_type', r.service_type,
                      'findings', (SELECT count(*) FROM finding WHERE finding.submission_id = r.id),
                      'submitted_at', api.instant(r.submitted_at),
                      'review_due_at', api.instant(r.review_due_at),
                      'opened_at', api.instant(r.opened_at),
                      'amount_minor', r.price_minor, 'currency', r.currency)
                    ORDER BY r.review_due_at, r.id), '[]'),
         'next', CASE WHEN count(*) = :limit::bigint
                      THEN (array_agg(api.cursor(api.micros(r.review_due_at)::text, r.id::text)
                                      ORDER BY r.review_due_at DESC, r.id DESC))[1] END) AS body
  FROM (SELECT s.id, s.assignment_id, a.job_id, j.title AS job_title,
               CASE WHEN s.item_id IS NOT NULL THEN s.title END AS item_title,
               tester.full_name AS tester_name, s.service_type, s.submitted_at, s.review_due_at, s.opened_at,
               s.reward_minor + s.bonus_cap_minor + s.fee_minor - s.out_minor AS price_minor, a.currency
          FROM job j
          JOIN assignment a ON a.job_id = j.id AND a.state IN ('active', 'delivered')
          JOIN submission s ON s.assignment_id = a.id AND s.state = 'submitted'
          JOIN account tester ON tester.id = a.tester_id
         WHERE j.owner_id = :owner_id::uuid
           AND (s.review_due_at, s.id)
               > (api.from_micros(COALESCE(:after_due::bigint, 0)),
                  COALESCE(:after_id::uuid, '00000000-0000-0000-0000-000000000000'))
         ORDER BY s.review_due_at, s.id
         LIMIT :limit::bigint) r;
