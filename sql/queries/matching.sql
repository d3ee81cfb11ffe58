-- Testers' devices and profiles, who fits what, and invitations.

-- name: device_list :one
SELECT json_build_object('items', COALESCE(json_agg(api.device(d) ORDER BY d.position), '[]'), 'next', NULL) AS body
  FROM device d
 WHERE d.account_id = :account_id::uuid;

-- name: device_clear :exec
DELETE FROM device WHERE account_id = :account_id::uuid;

-- name: device_fill :exec
-- All of them at once, confirmed as of now.
INSERT INTO device (account_id, position, name, kind, os, os_version, browser, browser_version, fresh_until)
SELECT :account_id::uuid, n, btrim(d ->> 'name'), d ->> 'kind', btrim(d ->> 'os'), btrim(d ->> 'os_version'),
       NULLIF(btrim(d ->> 'browser'), ''), NULLIF(btrim(d ->> 'browser_version'), ''),
       now() + make_interval(days => :fresh_days::int)
  FROM jsonb_array_elements(:devices::jsonb) WITH ORDINALITY AS e (d, n);

-- name: tester_profile_get :one
SELECT api.tester_profile(:account_id::uuid) AS body;

-- name: tester_profile_touch :exec
-- The tester wants work; who has told nothing of themselves so far has a profile from
-- now on. It stays locked until commit.
INSERT INTO tester_profile (account_id) VALUES (:account_id::uuid)
    ON CONFLICT (account_id) DO UPDATE SET active_at = now();

-- name: tester_profile_update :exec
-- What is absent stays.
UPDATE tester_profile
   SET bio = COALESCE(:bio, bio),
       languages = CASE WHEN :languages::jsonb IS NULL THEN languages
                        ELSE ARRAY(SELECT btrim(jsonb_array_elements_text(:languages::jsonb))) END,
       skills = CASE WHEN :skills::jsonb IS NULL THEN skills
                     ELSE ARRAY(SELECT btrim(jsonb_array_elements_text(:skills::jsonb))) END,
       is_paused = COALESCE(:is_paused::boolean, is_paused),
       updated_at = now()
 WHERE account_id = :account_id::uuid;

-- name: tester_stat_refresh :exec
-- What a tester's work shows so far. In "by_type" are the decisions of a year: those of
-- the last 90 days count twice, and so do rejections for work that was not honest or not
-- done where it was asked for. A dispute that gave the tester half or more is an approval.
WITH decision AS (
    SELECT s.service_type, verdict.is_approved, d.id IS NOT NULL AS is_disputed,
           CASE WHEN s.decided_at > now() - interval '90 days' THEN 2 ELSE 1 END
           * CASE WHEN NOT verdict.is_approved
                       AND s.reject_reason IN ('wrong_environment', 'plagiarised_or_generated', 'abusive')
                  THEN 2 ELSE 1 END AS weight,
           COALESCE(s.decided_at > now() - interval '1 year', false) AS is_recent,
           s.submitted_at
      FROM assignment a
      JOIN submission s ON s.assignment_id = a.id
      LEFT JOIN dispute d ON d.submission_id = s.id AND d.state = 'closed'
     CROSS JOIN LATERAL (SELECT CASE s.state WHEN 'decided' THEN d.final_percent >= 50
                                             ELSE s.state IN ('approved', 'approved_partial') END AS is_approved) verdict
     WHERE a.tester_id = :tester_id::uuid AND s.state IN ('approved', 'approved_partial', 'rejected', 'decided')),
kind AS (
    SELECT service_type, sum(weight) FILTER (WHERE is_approved) AS approved, sum(weight) AS decided
      FROM decision WHERE is_recent GROUP BY service_type),
-- A seat that was given back in time counts for nothing.
ending AS (
    SELECT a.state = 'completed'
           AND NOT EXISTS (SELECT FROM submission s
                            WHERE s.assignment_id = a.id AND s.required AND s.state = 'lapsed') AS is_on_time
      FROM assignment a
     WHERE a.tester_id = :tester_id::uuid AND a.state IN ('completed', 'lapsed'))
INSERT INTO tester_stat (account_id, approved, decided, on_time, ended, by_type, disputes, overturned, last_worked_at)
SELECT :tester_id::uuid,
       (SELECT count(*) FROM decision WHERE is_approved), (SELECT count(*) FROM decision),
       (SELECT count(*) FROM ending WHERE is_on_time), (SELECT count(*) FROM ending),
       (SELECT COALESCE(jsonb_object_agg(service_type, jsonb_build_object('approved', COALESCE(approved, 0), 'decided', decided)), '{}')
          FROM kind),
       (SELECT count(*) FROM decision WHERE is_disputed),
       (SELECT count(*) FROM decision WHERE is_disputed AND is_approved),
       (SELECT max(submitted_at) FROM decision)
    ON CONFLICT (account_id) DO UPDATE
   SET approved = EXCLUDED.approved, decided = EXCLUDED.decided, on_time = EXCLUDED.on_time,
       ended = EXCLUDED.ended, by_type = EXCLUDED.by_type,
       disputes = EXCLUDED.disputes, overturned = EXCLUDED.overturned,
       last_worked_at = EXCLUDED.last_worked_at, computed_at = now();

-- name: match_lacks :one
-- Members of the requirements that a tester does not fulfil, as a JSON array.
SELECT to_json(api.match_lacks(t, :requirements::jsonb)) AS lacks
  FROM api.tester_facts t
 WHERE t.account_id = :tester_id::uuid;

-- name: role_owned :one
-- To anybody but its builder the role is not there.
SELECT r.id
  FROM job_role r JOIN job j ON j.id = r.job_id
 WHERE r.id = :role_id::uuid AND j.id = :job_id::uuid AND j.owner_id = :owner_id::uuid
   AND r.removed_at IS NULL AND j.deleted_at IS NULL;

-- name: candidate_list :one
-- Best first; the cursor is the last one's score and account.
SELECT json_build_object(
         'items', COALESCE(json_agg(json_build_object(
                      'tester', api.tester_card(c.account_id, :role_id::uuid),
                      'invited_at', api.instant(i.created_at), 'bid_id', b.id)
                    ORDER BY c.score DESC, c.account_id), '[]'),
         'next', CASE WHEN count(*) = :limit::bigint
                      THEN (array_agg(api.cursor(c.score::text, c.account_id::text)
                                      ORDER BY c.score, c.account_id DESC))[1] END) AS body
  FROM (SELECT m.account_id, m.score
          FROM api.match_candidates(:role_id::uuid) m
         WHERE (-m.score, m.account_id) > (-COALESCE(:after::bigint, 1000),
                                           COALESCE(:after_id::uuid, '00000000-0000-0000-0000-000000000000'))
         ORDER BY m.score DESC, m.account_id
         LIMIT :limit::bigint) c
  LEFT JOIN invitation i ON i.role_id = :role_id::uuid AND i.tester_id = c.account_id
  LEFT JOIN LATERAL (SELECT bid.id FROM bid
                      WHERE bid.job_id = :job_id::uuid AND bid.tester_id = c.account_id
                        AND bid.role_id = :role_id::uuid AND bid.state <> 'draft'
                      ORDER BY bid.id DESC LIMIT 1) b ON true;

-- name: invite_job_lock :one
-- The job, held until commit: nobody is asked to bid on one that ends, and two who invite
-- to it take turns.
SELECT j.state, j.title, a.full_name AS builder_name, api.instant(j.deadline_at) AS deadline_at
  FROM job j JOIN account a ON a.id = j.owner_id
 WHERE j.id = :job_id::uuid AND j.owner_id = COALESCE(:owner_id::uuid, j.owner_id) AND j.deleted_at IS NULL
   FOR NO KEY UPDATE OF j;

-- name: invite_role :maybe
-- A role that still needs somebody. "planned": how many are to be invited altogether;
-- "is_set": the clock of the next wave runs already.
SELECT r.name, r.requirements, r.seats * :per_seat::int AS planned,
       (SELECT count(*) FROM invitation WHERE role_id = r.id) AS invited,
       (SELECT COALESCE(max(wave), 0) + 1 FROM invitation WHERE role_id = r.id) AS wave,
       EXISTS (SELECT FROM clock
                WHERE entity = 'role' AND entity_id = r.id AND transition = 'invite_wave') AS is_set
  FROM job_role r
 WHERE r.id = :role_id::uuid AND r.job_id = :job_id::uuid AND r.removed_at IS NULL
   AND r.seats_taken + r.seats_reserved < r.seats;

-- name: role_job :maybe
SELECT job_id FROM job_role WHERE id = :role_id::uuid;

-- name: invite_unfit :many
-- Those of a list who cannot be invited, by their place in it.
SELECT n - 1 AS place
  FROM jsonb_array_elements_text(:testers::jsonb) WITH ORDINALITY AS e (id, n)
 WHERE NOT EXISTS (
       SELECT FROM account a
         JOIN account_role r ON r.account_id = a.id AND r.role = 'tester'
         JOIN api.tester_facts t ON t.account_id = a.id
        WHERE a.id = e.id::uuid AND a.state = 'active' AND a.id <> :owner_id::uuid AND NOT t.is_paused
          AND cardinality(api.match_lacks(t, :requirements::jsonb)) = 0)
 ORDER BY n;

-- name: invite_add :many
-- By the builder's own hand; who was invited before is passed over.
INSERT INTO invitation (role_id, tester_id, job_id, message)
SELECT DISTINCT :role_id::uuid, id::uuid, :job_id::uuid, COALESCE(:message, '')
  FROM jsonb_array_elements_text(:testers::jsonb) id
    ON CONFLICT (role_id, tester_id) DO NOTHING
RETURNING tester_id;

-- name: invite_best :many
-- The best of those who were not invited and have not bid.
INSERT INTO invitation (role_id, tester_id, job_id, wave, score)
SELECT :role_id::uuid, m.account_id, :job_id::uuid, :wave::int, m.score
  FROM api.match_candidates(:role_id::uuid) m
 WHERE NOT EXISTS (SELECT FROM invitation i WHERE i.role_id = :role_id::uuid AND i.tester_id = m.account_id)
   AND NOT EXISTS (SELECT FROM bid
                    WHERE bid.job_id = :job_id::uuid AND bid.tester_id = m.account_id AND bid.role_id = :role_id::uuid)
 ORDER BY m.score DESC, m.account_id
 LIMIT :limit::bigint
    ON CONFLICT (role_id, tester_id) DO NOTHING
RETURNING tester_id;

-- name: invitation_list :one
-- What a tester was asked to bid for and still can; the newest first. The cursor is the
-- last one's time and role.
SELECT json_build_object(
         'items', COALESCE(json_agg(json_build_object(
                      'job_id', j.id, 'job_title', j.title, 'role_id', r.id, 'role_name', r.name,
                      'builder_name', a.full_name, 'message', i.message,
                      'budget_low_minor', r.budget_low_minor, 'budget_high_minor', r.budget_high_minor,
                      'currency', j.currency, 'deadline_at', api.instant(j.deadline_at),
                      'created_at', api.instant(i.created_at))
                    ORDER BY i.created_at DESC, i.role_id DESC), '[]'),
         'next', CASE WHEN count(*) = :limit::bigint
                      THEN (array_agg(api.cursor(api.micros(i.created_at)::text, i.role_id::text)
                                      ORDER BY i.created_at, i.role_id))[1] END) AS body
  FROM (SELECT inv.*
          FROM invitation inv
          JOIN job_role role ON role.id = inv.role_id AND role.removed_at IS NULL
                            AND role.seats_taken + role.seats_reserved < role.seats
          JOIN job ON job.id = inv.job_id AND job.state IN ('published', 'awarding')
         WHERE inv.tester_id = :tester_id::uuid AND inv.declined_at IS NULL
           AND (inv.created_at, inv.role_id) < (COALESCE(api.from_micros(:after::bigint), 'infinity'),
                                                COALESCE(:after_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
         ORDER BY inv.created_at DESC, inv.role_id DESC
         LIMIT :limit::bigint) i
  JOIN job j ON j.id = i.job_id
  JOIN job_role r ON r.id = i.role_id
  JOIN account a ON a.id = j.owner_id;

-- name: invitation_decline :one
-- Once or twice, it is declined.
UPDATE invitation SET declined_at = COALESCE(declined_at, now())
 WHERE role_id = :role_id::uuid AND tester_id = :tester_id::uuid
RETURNING role_id;

-- name: bidding_left :maybe
-- A job that still looks for testers and has found none, for a word to its builder.
SELECT j.owner_id, j.title, api.instant(j.deadline_at) AS deadline_at,
       (SELECT count(*) FROM bid
         WHERE bid.job_id = j.id
           AND bid.state IN ('submitted', 'countered_by_builder', 'countered_by_tester', 'agreed')) AS bids
  FROM job j
 WHERE j.id = :job_id::uuid AND j.state = 'published' AND j.deadline_at > now()
   AND NOT EXISTS (SELECT FROM assignment a
                    WHERE a.job_id = j.id AND a.state IN ('active', 'delivered', 'completed'))
   FOR SHARE OF j;
