-- Findings: the problems that a tester reports in a submission.
-- Every statement here that returns one returns it as api.finding(), column "body".

-- name: finding_create :maybe
-- No row: the submission is full. The draft is locked by the caller.
INSERT INTO finding (submission_id, number, title, kind, severity, url, steps, expected, actual, reproducibility)
SELECT :submission_id::uuid, COALESCE(max(number), 0) + 1, :title::text, :kind::text, :severity::text,
       NULLIF(:url::text, ''), :steps::jsonb, :expected::text, :actual::text, :reproducibility::text
  FROM finding
 WHERE submission_id = :submission_id::uuid
HAVING count(*) < :most::bigint
RETURNING api.finding(finding) AS body;

-- name: finding_get :one
SELECT api.finding(f) AS body, f.submission_id, f.state, f.severity,
       EXISTS (SELECT FROM finding other WHERE other.duplicate_of = f.id) AS has_duplicates
  FROM finding f
 WHERE f.id = :finding_id::uuid;

-- name: finding_update :one
-- Absent is unchanged; an empty address removes it.
UPDATE finding
   SET title = COALESCE(:title::text, title),
       kind = COALESCE(:kind::text, kind),
       severity = COALESCE(:severity::text, severity),
       url = NULLIF(COALESCE(:url::text, url), ''),
       steps = COALESCE(:steps::jsonb, steps),
       expected = COALESCE(:expected::text, expected),
       actual = COALESCE(:actual::text, actual),
       reproducibility = COALESCE(:reproducibility::text, reproducibility),
       updated_at = now()
 WHERE id = :finding_id::uuid
RETURNING api.finding(finding) AS body;

-- name: finding_delete :exec
DELETE FROM finding WHERE id = :finding_id::uuid;

-- name: finding_project_lock :exec
-- Held until commit, so that two findings of a project do not become each other's
-- duplicates.
SELECT FROM project WHERE id = (SELECT project_id FROM job WHERE id = :job_id::uuid) FOR NO KEY UPDATE;

-- name: finding_root :maybe
-- What a duplicate of this finding points to. No row: it is not one that was handed in
-- for the same project.
SELECT COALESCE(f.duplicate_of, f.id) AS root_id
  FROM finding f
  JOIN submission s ON s.id = f.submission_id AND s.submitted_at IS NOT NULL
  JOIN assignment a ON a.id = s.assignment_id
  JOIN job j ON j.id = a.job_id
 WHERE f.id = :finding_id::uuid
   AND j.project_id = (SELECT project_id FROM job WHERE id = :job_id::uuid);

-- name: finding_judge :one
UPDATE finding
   SET state = :verdict::text,
       severity_final = COALESCE(:severity_final::text, CASE WHEN :verdict::text = 'valid' THEN severity END),
       verdict_reason = NULLIF(:reason::text, ''), duplicate_of = :duplicate_of::uuid, judged_at = now()
 WHERE id = :finding_id::uuid
RETURNING api.finding(finding) AS body;

-- name: finding_fold :exec
-- Its duplicates are those of the root from now on.
UPDATE finding SET duplicate_of = :root_id::uuid WHERE duplicate_of = :finding_id::uuid;
