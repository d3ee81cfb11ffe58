-- Jobs: posted by builders, paid before they open, worked on by testers.
-- Every statement here that returns a job returns it as api.job(), column "body".

-- name: job_page :maybe
-- As a stranger sees it, ready made. No row: it has to be made, or is not to be seen.
SELECT api.with_site_fees(body, :site_builder_bps::text, :site_tester_bps::text) AS body
  FROM job_page
 WHERE job_id = :job_id::uuid AND good_until > now()
   AND (:viewer_id::uuid IS NULL OR :viewer_id::uuid <> ALL (party));

-- name: job_forms_due :exec
-- Pages that are missing or not good any more; made when the transaction ends.
INSERT INTO job_form_due (builder_id, job_id)
SELECT j.owner_id, j.id
  FROM job j
 WHERE j.state IN ('open', 'filled', 'published', 'awarding')
   AND NOT EXISTS (SELECT FROM job_page p WHERE p.job_id = j.id AND p.good_until > now())
 LIMIT :batch::int;

-- name: job_get :one
-- What takes no more testers is for its owner and for those who work on it or bid for it;
-- what was not published yet is for its owner alone.
SELECT api.job(j, ROW(p.name, a.full_name, s.review_hours, s.disputes, s.overturned, :viewer_id::uuid, mine.id, pay.id,
                      CASE WHEN NOT bid.is_over THEN bid.id END,
                      CASE WHEN j.owner_id = :viewer_id::uuid AND j.kind = 'structured' THEN api.bids_open(j.id) END,
                      CASE j.kind WHEN 'simple' THEN '[]'
                                  ELSE api.job_roles(j.id, :viewer_id::uuid, :site_builder_bps::int, :site_tester_bps::int) END,
                      api.icon_url(p), api.screenshots(p.id),
                      CASE j.kind WHEN 'simple'
                                  THEN api.job_fees(j, :viewer_id::uuid, :site_builder_bps::int, :site_tester_bps::int) END
                     )::api.job_context) AS body
  FROM job j
  JOIN project p ON p.id = j.project_id
  JOIN account a ON a.id = j.owner_id
  LEFT JOIN builder_stat s ON s.account_id = j.owner_id
  LEFT JOIN LATERAL (SELECT assignment.id FROM assignment
                      WHERE assignment.job_id = j.id AND assignment.tester_id = :viewer_id::uuid
                        AND assignment.state IN ('active', 'delivered', 'completed')
                      ORDER BY assignment.id DESC LIMIT 1) mine ON true
  LEFT JOIN LATERAL (SELECT b.id, b.state IN ('rejected', 'withdrawn', 'expired', 'superseded') AS is_over
                       FROM bid b
                      WHERE b.job_id = j.id AND b.tester_id = :viewer_id::uuid AND j.kind = 'structured'
                      ORDER BY is_over, b.id DESC LIMIT 1) bid ON true
  LEFT JOIN LATERAL (SELECT payment.id FROM payment
                      WHERE payment.job_id = j.id AND payment.bid_id IS NULL AND j.owner_id = :viewer_id::uuid
                      ORDER BY payment.id DESC LIMIT 1) pay ON true
 WHERE j.id = :job_id::uuid AND j.deleted_at IS NULL
   AND (j.state IN ('open', 'filled', 'published', 'awarding')
        OR j.owner_id = :viewer_id::uuid
        OR (j.state NOT IN ('draft', 'pending_payment')
            AND (mine.id IS NOT NULL OR bid.id IS NOT NULL)));

-- name: job_create :maybe
-- No row: the owner has no such project.
INSERT INTO job (kind, owner_id, project_id, title, brief, service_type, service_types, platforms, requirements, steps,
                 reward_minor, fee_minor, currency, seats, claim_seconds, review_seconds, dispute_seconds,
                 on_rejection, deadline_at)
SELECT 'simple', p.owner_id, p.id, :title::text, :brief::text, :service_type::text, ARRAY[:service_type::text],
       api.platforms_of(:requirements::jsonb, p.platforms), COALESCE(jsonb_strip_nulls(:requirements::jsonb), '{}'),
       api.steps_in(:steps::json), :reward_minor::bigint, :fee_minor::bigint, :currency::text, :seats::int,
       :claim_seconds::int, :review_seconds::int, :dispute_seconds::int,
       COALESCE(:on_rejection::text, 'reopen'), NULLIF(:deadline_at::text, '')::timestamptz
  FROM project p
 WHERE p.id = :project_id::uuid AND p.owner_id = :owner_id::uuid AND p.deleted_at IS NULL
RETURNING id;

-- name: job_lock :one
-- The job, held until commit: what is decided about it cannot cross.
SELECT id, kind, owner_id, project_id, state, title, service_type, reward_minor, fee_minor, currency, seats,
       claim_seconds, review_seconds, dispute_seconds, stop_reason, revision,
       jsonb_array_length(steps) AS step_count,
       seats - seats_taken - seats_closed AS free_seats,
       deadline_at IS NOT NULL AS has_deadline,
       COALESCE(deadline_at <= now(), false) AS deadline_passed,
       GREATEST(0, ceil(extract(epoch FROM deadline_at - now())))::bigint AS deadline_seconds
  FROM job
 WHERE id = :job_id::uuid AND deleted_at IS NULL
   FOR UPDATE;

-- name: job_update :maybe
-- Absent is unchanged; an empty deadline removes it. No row: the owner has no such project.
UPDATE job
   SET project_id = p.id,
       title = COALESCE(:title::text, title),
       brief = COALESCE(:brief::text, brief),
       service_type = COALESCE(:service_type::text, service_type),
       service_types = ARRAY[COALESCE(:service_type::text, service_type)],
       requirements = COALESCE(jsonb_strip_nulls(:requirements::jsonb), requirements),
       platforms = api.platforms_of(COALESCE(:requirements::jsonb, requirements), p.platforms),
       steps = CASE WHEN :steps::json IS NULL THEN steps ELSE api.steps_in(:steps::json) END,
       reward_minor = :reward_minor::bigint,
       fee_minor = :fee_minor::bigint,
       currency = COALESCE(:currency::text, currency),
       seats = COALESCE(:seats::int, seats),
       claim_seconds = COALESCE(:claim_seconds::int, claim_seconds),
       review_seconds = COALESCE(:review_seconds::int, review_seconds),
       on_rejection = COALESCE(:on_rejection::text, on_rejection),
       deadline_at = CASE WHEN :deadline_at::text IS NULL THEN deadline_at
                          ELSE NULLIF(:deadline_at::text, '')::timestamptz END,
       updated_at = now()
  FROM project p
 WHERE job.id = :job_id::uuid AND job.state = 'draft'
   AND p.id = COALESCE(:project_id::uuid, job.project_id)
   AND p.owner_id = job.owner_id AND p.deleted_at IS NULL
RETURNING job.id;

-- name: job_delete :exec
-- Kept, because a payment that came to nothing may point to it.
UPDATE job SET deleted_at = now(), updated_at = now()
 WHERE id = :job_id::uuid AND state = 'draft';

-- name: job_project_lock :maybe
-- The job's project, kept from being deleted until commit.
SELECT p.id
  FROM project p
 WHERE p.id = :project_id::uuid AND p.deleted_at IS NULL
   FOR SHARE;

-- name: job_seal :exec
-- What the builder is about to pay for: fee and rates as they are now.
UPDATE job
   SET fee_minor = :fee_minor::bigint, fee_schedule_id = :fee_schedule_id::bigint
 WHERE id = :job_id::uuid;

-- name: job_move :exec
UPDATE job
   SET state = :to_state::text,
       opened_at = CASE WHEN :to_state::text IN ('open', 'published') THEN COALESCE(opened_at, now()) ELSE opened_at END,
       ended_at = CASE WHEN :to_state::text IN ('closed', 'completed', 'cancelled', 'expired', 'removed') THEN now() END,
       updated_at = now()
 WHERE id = :job_id::uuid AND state = :from_state::text;

-- name: job_stop :exec
-- From now on nobody can claim or bid; work under way goes on.
UPDATE job SET stop_reason = :reason::text, updated_at = now()
 WHERE id = :job_id::uuid AND stop_reason IS NULL;

-- name: job_close_seats :exec
UPDATE job SET seats_closed = seats_closed + :seats::int, updated_at = now()
 WHERE id = :job_id::uuid;

-- name: job_work_count :one
-- Apart from job_lock, because a statement that waited for the lock has counted before.
SELECT count(*) FILTER (WHERE state IN ('active', 'delivered')) AS under_way,
       count(*) FILTER (WHERE state = 'completed') AS done
  FROM assignment
 WHERE job_id = :job_id::uuid AND state IN ('active', 'delivered', 'completed');

-- name: job_pending_payment :one
-- What a job waits for; "page_job" is the background job that still makes its page.
SELECT p.id,
       CASE WHEN p.checkout_url IS NULL THEN (
           SELECT q.id FROM queue_job q
            WHERE q.kind = 'payment.open' AND q.state IN ('queued', 'running')
              AND q.payload ->> 'payment_id' = p.id::text
            ORDER BY q.id DESC
            LIMIT 1) END AS page_job
  FROM payment p
 WHERE p.job_id = :job_id::uuid AND p.bid_id IS NULL AND p.state = 'pending';

-- name: builder_stat_refresh :exec
INSERT INTO builder_stat (account_id, review_hours, disputes, overturned)
SELECT :builder_id::uuid, review_hours, disputes, overturned
  FROM api.builder_record(:builder_id::uuid)
ON CONFLICT (account_id) DO UPDATE
   SET review_hours = EXCLUDED.review_hours, disputes = EXCLUDED.disputes, overturned = EXCLUDED.overturned,
       computed_at = now();

-- name: job_with_payment :one
-- The owner's job beside the latest payment for it; bids are paid each for itself.
SELECT json_build_object(
         'job', api.job(j, ROW(p.name, a.full_name, s.review_hours, s.disputes, s.overturned, :viewer_id::uuid, NULL, pay.id, NULL,
                               CASE j.kind WHEN 'structured' THEN api.bids_open(j.id) END,
                               CASE j.kind WHEN 'simple' THEN '[]'
                                           ELSE api.job_roles(j.id, :viewer_id::uuid, :site_builder_bps::int, :site_tester_bps::int) END,
                               api.icon_url(p), api.screenshots(p.id),
                               CASE j.kind WHEN 'simple'
                                           THEN api.job_fees(j, :viewer_id::uuid, :site_builder_bps::int, :site_tester_bps::int) END
                              )::api.job_context),
         'payment', CASE WHEN pay.id IS NOT NULL THEN api.payment(pay) END) AS body
  FROM job j
  JOIN project p ON p.id = j.project_id
  JOIN account a ON a.id = j.owner_id
  LEFT JOIN builder_stat s ON s.account_id = j.owner_id
  LEFT JOIN LATERAL (SELECT payment.* FROM payment
                      WHERE payment.job_id = j.id AND payment.bid_id IS NULL
                      ORDER BY payment.id DESC LIMIT 1) pay ON true
 WHERE j.id = :job_id::uuid AND j.owner_id = :viewer_id::uuid;

-- name: job_owned :one
-- To anybody but its owner the job is not there.
SELECT id FROM job WHERE id = :job_id::uuid AND owner_id = :owner_id::uuid AND deleted_at IS NULL;

-- name: job_events :one
-- Oldest first; the cursor is the last one's id.
SELECT json_build_object(
         'items', COALESCE(json_agg(api.event(e, a.full_name) ORDER BY e.id), '[]'),
         'next', CASE WHEN count(*) = :limit::bigint
                      THEN api.cursor((array_agg(e.id ORDER BY e.id DESC))[1]::text, '') END) AS body
  FROM (SELECT event.*
          FROM event
         WHERE job_id = :job_id::uuid
           AND id > COALESCE(:after_id::uuid, '00000000-0000-0000-0000-000000000000')
         ORDER BY id
         LIMIT :limit::bigint) e
  LEFT JOIN account a ON a.id = e.actor_id;
