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
SELECT api.finding(f) AS body FROM finding f WHERE f.id = :finding_id::uuid;

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
