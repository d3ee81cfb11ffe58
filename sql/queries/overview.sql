-- What waits for somebody, and their money, in figures.

-- name: overview :one
-- Each side is null for those who do not have the role. Amounts are in one currency
-- each: that of the side's latest job or payout, or else the marketplace's default.
SELECT json_build_object(
         'builder', CASE WHEN :is_builder::boolean THEN api.builder_overview(:account_id::uuid, :currency::text) END,
         'tester', CASE WHEN :is_tester::boolean THEN api.tester_overview(:account_id::uuid, :currency::text) END)
       AS body;

-- name: my_job_list :one
-- Newest first; the cursor is the last one's id.
SELECT json_build_object(
         'items', COALESCE(json_agg(api.my_job(
                      j, ROW(w.active, w.to_review, w.approved, w.next_review_due_at,
                             api.bids_open(j.id))::api.job_work, pay.id)
                    ORDER BY j.id DESC), '[]'),
         'next', CASE WHEN count(*) = :limit::bigint
                      THEN api.cursor((array_agg(j.id ORDER BY j.id))[1]::text, '') END) AS body
  FROM (SELECT job.*
          FROM job
         WHERE job.owner_id = :owner_id::uuid AND job.deleted_at IS NULL
           AND (:state::text IS NULL OR job.state = :state::text)
           AND (:project_id::uuid IS NULL OR job.project_id = :project_id::uuid)
           AND job.id < COALESCE(:before_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
         ORDER BY job.id DESC
         LIMIT :limit::bigint) j
 CROSS JOIN LATERAL (
       SELECT count(DISTINCT a.id) FILTER (WHERE a.state = 'active') AS active,
              count(*) FILTER (WHERE s.state = 'submitted') AS to_review,
              count(*) FILTER (WHERE api.is_rewarded(s)) AS approved,
              min(s.review_due_at) FILTER (WHERE s.state = 'submitted') AS next_review_due_at
         FROM assignment a
         LEFT JOIN submission s ON s.assignment_id = a.id
        WHERE a.job_id = j.id AND a.state IN ('active', 'delivered', 'completed')) w
  LEFT JOIN LATERAL (
       SELECT payment.id FROM payment
        WHERE payment.job_id = j.id ORDER BY payment.id DESC LIMIT 1) pay ON true;
