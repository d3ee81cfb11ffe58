-- Findings: the problems that a tester reports in a submission.
-- Every statement here that returns one returns it as api.finding(), column "body".

-- name: finding_create :maybe
-- No row: the submission is full. The draft is locked by the caller.
INSERT INTO finding (submission_id, number, title, kind, severity, steps, expected, actual, reproducibility)
SELECT :submission_id::uuid, COALESCE(max(number), 0) + 1, :title::text, :kind::text, :severity::text,
       :steps::jsonb, :expected::text, :actual::text, :reproducibility::text
  FROM finding
 WHERE submission_id = :submission_id::uuid
HAVING count(*) < :most::bigint
RETURNING id;

-- name: finding_get :one
SELECT api.finding(f) AS body, f.submission_id, f.state, f.severity, f.severity_reason, f.scale
  FROM finding f
 WHERE f.id = :finding_id::uuid;

-- name: finding_show :one
-- For its tester; for its builder, once it was handed in; for administrators, when there
-- is a dispute about its work.
SELECT api.finding(f) AS body
  FROM finding f
  JOIN submission s ON s.id = f.submission_id
  JOIN assignment a ON a.id = s.assignment_id
  JOIN job j ON j.id = a.job_id
 WHERE f.id = :finding_id::uuid
   AND (a.tester_id = :viewer_id::uuid
        OR j.owner_id = :viewer_id::uuid AND s.submitted_at IS NOT NULL
        OR :is_admin::boolean AND EXISTS (SELECT FROM dispute d WHERE d.submission_id = s.id));

-- name: finding_update :exec
-- Absent is unchanged; an empty text or object, or a zero, removes what there was.
UPDATE finding
   SET title = COALESCE(:title::text, title),
       kind = COALESCE(:kind::text, kind),
       severity = COALESCE(:severity::text, severity),
       scale = NULLIF(COALESCE(:scale::jsonb, scale), '{}'),
       severity_reason = NULLIF(COALESCE(:severity_reason::text, severity_reason), ''),
       url = NULLIF(COALESCE(:url::text, url), ''),
       preconditions = NULLIF(COALESCE(:preconditions::text, preconditions), ''),
       steps = COALESCE(:steps::jsonb, steps),
       expected = COALESCE(:expected::text, expected),
       actual = COALESCE(:actual::text, actual),
       reproducibility = COALESCE(:reproducibility::text, reproducibility),
       tries_seen = NULLIF(COALESCE(:tries_seen::int, tries_seen), 0),
       tries_total = NULLIF(COALESCE(:tries_total::int, tries_total), 0),
       workaround = NULLIF(COALESCE(:workaround::text, workaround), ''),
       console_excerpt = NULLIF(COALESCE(:console_excerpt::text, console_excerpt), ''),
       failing_request = NULLIF(COALESCE(:failing_request::text, failing_request), ''),
       first_seen_build = NULLIF(COALESCE(:first_seen_build::text, first_seen_build), ''),
       works_in_build = NULLIF(COALESCE(:works_in_build::text, works_in_build), ''),
       environment = NULLIF(COALESCE(jsonb_strip_nulls(:environment::jsonb), environment), '{}'),
       updated_at = now()
 WHERE id = :finding_id::uuid;

-- name: finding_delete :exec
DELETE FROM finding WHERE id = :finding_id::uuid;

-- name: finding_lock :one
-- Held until commit; its work is locked by the caller.
SELECT id, title, state, severity FROM finding WHERE id = :finding_id::uuid FOR NO KEY UPDATE;

-- name: finding_move :exec
-- One row touched, or somebody else was quicker.
UPDATE finding
   SET state = :to_state::text,
       triaged_at = CASE WHEN :to_state::text = 'triaged' THEN now() ELSE triaged_at END,
       fixed_at = CASE WHEN :to_state::text = 'fixed' THEN now() ELSE fixed_at END,
       fixed_build = CASE WHEN :to_state::text = 'fixed' THEN NULLIF(:build::text, '') ELSE fixed_build END,
       fix_note = CASE WHEN :to_state::text IN ('fixed', 'verified', 'reopened') THEN NULLIF(:note::text, '') ELSE fix_note END,
       updated_at = now()
 WHERE id = :finding_id::uuid AND state = :from_state::text;

-- name: finding_accept :exec
-- What nobody has judged counts as it was reported.
UPDATE finding
   SET state = 'valid', severity_final = severity, updated_at = now()
 WHERE submission_id = :submission_id::uuid AND state IN ('new', 'triaged');

-- name: finding_project_lock :exec
-- Held until commit, so that two findings of a project do not become each other's
-- duplicates.
SELECT FROM project WHERE id = (SELECT project_id FROM finding WHERE id = :finding_id::uuid) FOR NO KEY UPDATE;

-- name: finding_is_repeated :one
-- Apart from the lock, because a statement that waited for it has looked before.
SELECT EXISTS (SELECT FROM finding WHERE duplicate_of = :finding_id::uuid) AS is_repeated,
       (SELECT state FROM finding WHERE id = :finding_id::uuid) AS state;

-- name: finding_root :maybe
-- What a duplicate of the named finding points to, and whether its evidence was here first;
-- two of one tester have no first. No row: it is not one that was handed in for the same
-- project, or was taken back.
SELECT root.id AS root_id, api.is_valid_finding(root.state) AS is_valid,
       COALESCE(root.severity_final, root.severity) AS severity,
       whose.tester_id = mine.tester_id OR api.evidence_at(root) <= api.evidence_at(f) AS is_first
  FROM finding f
  JOIN submission my_work ON my_work.id = f.submission_id
  JOIN assignment mine ON mine.id = my_work.assignment_id
  JOIN finding named ON named.id = :named_id::uuid AND named.project_id = f.project_id AND named.state <> 'withdrawn'
  JOIN submission s ON s.id = named.submission_id AND s.submitted_at IS NOT NULL
  JOIN finding root ON root.id = COALESCE(named.duplicate_of, named.id)
  JOIN submission work ON work.id = root.submission_id
  JOIN assignment whose ON whose.id = work.assignment_id
 WHERE f.id = :finding_id::uuid;

-- name: finding_confirmations :one
-- Of a root: how many there are beside this finding, whether this one is by another tester
-- than they and the root, and whether it was seen elsewhere, on another system or in another
-- browser. Where that is not known, it was not.
SELECT count(*) FILTER (WHERE other.confirmation) AS before,
       COALESCE(bool_and(theirs.tester_id <> mine.tester_id), false) AS is_by_other,
       COALESCE(bool_and(COALESCE(api.platform(other, other_work) <> api.platform(f, work), false)), false)
           AS is_elsewhere
  FROM finding f
  JOIN submission work ON work.id = f.submission_id
  JOIN assignment mine ON mine.id = work.assignment_id
  JOIN finding other ON other.id <> f.id
                    AND (other.id = :root_id::uuid OR other.duplicate_of = :root_id::uuid AND other.confirmation)
  JOIN submission other_work ON other_work.id = other.submission_id
  JOIN assignment theirs ON theirs.id = other_work.assignment_id
 WHERE f.id = :finding_id::uuid
   AND api.platform(f, work) IS NOT NULL;

-- name: finding_known_issue :one
-- Was the issue on the project's list before the finding was handed in first?
SELECT EXISTS (SELECT
                 FROM known_issue k
                 JOIN finding f ON f.id = :finding_id::uuid AND f.project_id = k.project_id
                 JOIN submission s ON s.id = f.submission_id
                WHERE k.id = :known_issue_id::uuid AND api.was_listed(k, s)) AS was_listed;

-- name: finding_judge :one
-- A confirmation counts as much of its root as that was when it was given.
UPDATE finding
   SET state = :verdict::text,
       severity_final = COALESCE(:severity_final::text, CASE WHEN :verdict::text = 'valid' THEN severity END),
       verdict_reason = NULLIF(:reason::text, ''), duplicate_of = :duplicate_of::uuid,
       confirmation = :confirmation::boolean, known_issue_id = :known_issue_id::uuid,
       triaged_at = COALESCE(triaged_at, now()), judged_at = now(), updated_at = now()
 WHERE id = :finding_id::uuid
RETURNING api.finding(finding) AS body;

-- name: finding_fold :exec
-- Its duplicates are those of the root from now on.
UPDATE finding SET duplicate_of = :root_id::uuid, updated_at = now() WHERE duplicate_of = :finding_id::uuid;

-- name: finding_retest_job :maybe
-- The job that looks at the fix now. No row: none does.
SELECT id FROM job
 WHERE finding_id = :finding_id::uuid AND deleted_at IS NULL
   AND state IN ('draft', 'pending_payment', 'open', 'filled')
   AND NOT EXISTS (SELECT FROM assignment a JOIN submission s ON s.assignment_id = a.id
                    WHERE a.job_id = job.id AND s.decided_at IS NOT NULL)
 ORDER BY id DESC
 LIMIT 1;

-- name: finding_retest_facts :one
-- What a job that looks at the fix is made of; it pays what the price book says, or as much
-- as the work that found it.
SELECT f.title, f.steps, f.expected, left(f.expected, 500) AS outcome, f.actual, f.url, f.fixed_build, f.preconditions,
       f.project_id,
       api.seen_on(COALESCE(f.environment, s.environment)) AS seen_on, a.currency,
       COALESCE((SELECT p.amount_minor FROM price p
                  WHERE p.kind = 'base' AND p.service_type = 'fix_verification' AND p.currency = a.currency
                    AND p.market IS NULL AND p.valid_from <= now() AND (p.valid_until IS NULL OR p.valid_until > now())
                  ORDER BY p.valid_from DESC LIMIT 1),
                a.reward_minor) AS reward_minor
  FROM finding f
  JOIN submission s ON s.id = f.submission_id
  JOIN assignment a ON a.id = s.assignment_id
 WHERE f.id = :finding_id::uuid;

-- name: finding_retest_link :exec
UPDATE job SET finding_id = :finding_id::uuid WHERE id = :job_id::uuid;

-- name: finding_retested :maybe
-- What a submission found out about a fix. No row: its job looks at none.
SELECT j.finding_id, s.report ->> 'outcome' AS outcome, s.report ->> 'actual' AS actual
  FROM submission s JOIN assignment a ON a.id = s.assignment_id JOIN job j ON j.id = a.job_id
 WHERE s.id = :submission_id::uuid AND j.finding_id IS NOT NULL AND s.service_type = 'fix_verification';

-- name: finding_list :one
-- What was handed in for a project, newest first, or what of it repeats one root; the cursor is
-- the last one's id. No row: not the viewer's project.
SELECT json_build_object(
         'items', COALESCE(json_agg(api.finding_row(f) ORDER BY f.id DESC)
                           FILTER (WHERE f.id IS NOT NULL), '[]'),
         'next', CASE WHEN count(f.id) = :limit::bigint
                      THEN api.cursor((array_agg(f.id ORDER BY f.id))[1]::text, '') END) AS body
  FROM project p
  LEFT JOIN LATERAL (SELECT finding.id
                       FROM finding JOIN submission s ON s.id = finding.submission_id
                      WHERE finding.project_id = p.id AND s.submitted_at IS NOT NULL
                        AND (:state::text IS NULL OR finding.state = :state::text)
                        AND (:severity::text IS NULL
                             OR COALESCE(finding.severity_final, finding.severity) = :severity::text)
                        AND (:kind::text IS NULL OR finding.kind = :kind::text)
                        AND (:root_id::uuid IS NULL OR finding.duplicate_of = :root_id::uuid)
                        AND (:q::text IS NULL OR strpos(lower(finding.search), lower(:q::text)) > 0)
                        AND finding.id < COALESCE(:before_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
                      ORDER BY finding.id DESC
                      LIMIT :limit::bigint) page ON true
  LEFT JOIN finding f ON f.id = page.id
 WHERE p.id = :project_id::uuid AND p.owner_id = :owner_id::uuid AND p.deleted_at IS NULL
 GROUP BY p.id;

-- name: finding_similar :one
-- What a draft's words come close to: roots that were handed in for its project, and known
-- issues. Titles alone: the text of others is theirs. No row: not the tester's, or not to be
-- written any more: who gave the seat back learns no more of what others find.
SELECT json_build_object(
         'items', COALESCE((SELECT json_agg(json_build_object(
                                       'kind', near.kind, 'id', near.id, 'title', near.title, 'state', near.state,
                                       'severity', near.severity, 'created_at', api.instant(near.created_at),
                                       'similarity', round(near.similarity * 100))
                                   ORDER BY near.similarity DESC, near.id)
                              FROM api.similar_findings(j.project_id, s.id, :text::text, :most::int) near), '[]'),
         'next', NULL) AS body
  FROM submission s
  JOIN assignment a ON a.id = s.assignment_id
  JOIN job j ON j.id = a.job_id
 WHERE s.id = :submission_id::uuid AND a.tester_id = :tester_id::uuid
   AND a.state IN ('active', 'delivered') AND s.state IN ('draft', 'changes_requested');
