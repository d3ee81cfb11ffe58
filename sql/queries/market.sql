-- The marketplace: jobs that can be claimed. Each order walks an index of its own and
-- pages by key; none depends on what was asked, so that one generic plan serves all.
-- What they filter by is in the index; the words of a job are looked up only where a
-- search asks. A search that few jobs match goes by its own statement, market_found.
-- Every statement here returns {"items": [api.job_summary()], "next"} as column "body".

-- name: market_newest :one
SELECT json_build_object(
         'items', COALESCE(json_agg(api.job_summary(j, a.full_name, s.review_hours) ORDER BY j.opened_at DESC, j.id DESC), '[]'),
         'next', CASE WHEN count(*) = :limit::bigint
                      THEN (array_agg(api.cursor(api.micros(j.opened_at)::text, j.id::text) ORDER BY j.opened_at, j.id))[1] END) AS body
  FROM (SELECT id
          FROM job
         WHERE state = 'open'
           AND (opened_at, id) < (COALESCE(api.from_micros(:after::bigint), 'infinity'), COALESCE(:after_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
           AND (:kind::text IS NULL OR kind = :kind::text)
           AND (:service_type::text IS NULL OR service_type = :service_type::text)
           AND (:platform::text IS NULL OR :platform::text = ANY (platforms))
           AND reward_minor >= COALESCE(:min_reward_minor::bigint, 0)
           AND (:q::text IS NULL
                OR (SELECT w.search @@ api.search_query(:q::text) FROM job w WHERE w.id = job.id))
         ORDER BY opened_at DESC, id DESC
         LIMIT :limit::bigint) hit
  JOIN job j ON j.id = hit.id
  JOIN account a ON a.id = j.owner_id
  LEFT JOIN builder_stat s ON s.account_id = j.owner_id AND s.computed_at > now() - interval '90 days';

-- name: market_reward :one
SELECT json_build_object(
         'items', COALESCE(json_agg(api.job_summary(j, a.full_name, s.review_hours) ORDER BY j.reward_minor DESC, j.id DESC), '[]'),
         'next', CASE WHEN count(*) = :limit::bigint
                      THEN (array_agg(api.cursor(j.reward_minor::text, j.id::text) ORDER BY j.reward_minor, j.id))[1] END) AS body
  FROM (SELECT id
          FROM job
         WHERE state = 'open'
           AND (reward_minor, id) < (COALESCE(:after::bigint, 9223372036854775807), COALESCE(:after_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
           AND (:kind::text IS NULL OR kind = :kind::text)
           AND (:service_type::text IS NULL OR service_type = :service_type::text)
           AND (:platform::text IS NULL OR :platform::text = ANY (platforms))
           AND reward_minor >= COALESCE(:min_reward_minor::bigint, 0)
           AND (:q::text IS NULL
                OR (SELECT w.search @@ api.search_query(:q::text) FROM job w WHERE w.id = job.id))
         ORDER BY reward_minor DESC, id DESC
         LIMIT :limit::bigint) hit
  JOIN job j ON j.id = hit.id
  JOIN account a ON a.id = j.owner_id
  LEFT JOIN builder_stat s ON s.account_id = j.owner_id AND s.computed_at > now() - interval '90 days';

-- name: market_deadline :one
-- Soonest first; jobs without a deadline come last.
SELECT json_build_object(
         'items', COALESCE(json_agg(api.job_summary(j, a.full_name, s.review_hours) ORDER BY j.deadline_order, j.id), '[]'),
         'next', CASE WHEN count(*) = :limit::bigint
                      THEN (array_agg(api.cursor(api.micros(j.deadline_order)::text, j.id::text) ORDER BY j.deadline_order DESC, j.id DESC))[1] END) AS body
  FROM (SELECT id
          FROM job
         WHERE state = 'open'
           AND (deadline_order, id) > (COALESCE(api.from_micros(:after::bigint), '-infinity'), COALESCE(:after_id::uuid, '00000000-0000-0000-0000-000000000000'))
           AND (:kind::text IS NULL OR kind = :kind::text)
           AND (:service_type::text IS NULL OR service_type = :service_type::text)
           AND (:platform::text IS NULL OR :platform::text = ANY (platforms))
           AND reward_minor >= COALESCE(:min_reward_minor::bigint, 0)
           AND (:q::text IS NULL
                OR (SELECT w.search @@ api.search_query(:q::text) FROM job w WHERE w.id = job.id))
         ORDER BY deadline_order, id
         LIMIT :limit::bigint) hit
  JOIN job j ON j.id = hit.id
  JOIN account a ON a.id = j.owner_id
  LEFT JOIN builder_stat s ON s.account_id = j.owner_id AND s.computed_at > now() - interval '90 days';

-- name: market_found :one
-- The jobs that a search matches, in any order, while they are few enough to be sorted;
-- beyond that "body" is null, and walking one of the indexes above soon meets enough.
-- "rank" is the place in the order asked for, smallest first.
WITH hit AS MATERIALIZED (
    SELECT job.*,
           CASE :sort::text
               WHEN 'newest' THEN -api.micros(opened_at)
               WHEN 'reward' THEN -reward_minor
               WHEN 'deadline' THEN api.micros(deadline_order)
               ELSE -(ts_rank(search, api.search_query(:q::text)) * 1000000)::bigint
           END AS rank
      FROM job
     WHERE state = 'open' AND search @@ api.search_query(:q::text)
     LIMIT 1001),
page AS (
    SELECT hit.*
      FROM hit
     WHERE (rank, id) > (COALESCE(:after::bigint, -9223372036854775808),
                         COALESCE(:after_id::uuid, '00000000-0000-0000-0000-000000000000'))
       AND (:kind::text IS NULL OR kind = :kind::text)
       AND (:service_type::text IS NULL OR service_type = :service_type::text)
       AND (:platform::text IS NULL OR :platform::text = ANY (platforms))
       AND reward_minor >= COALESCE(:min_reward_minor::bigint, 0)
     ORDER BY rank, id
     LIMIT :limit::bigint)
SELECT CASE WHEN (SELECT count(*) FROM hit) <= 1000 THEN json_build_object(
         'items', COALESCE(json_agg(api.job_summary(j, a.full_name, s.review_hours)
                           ORDER BY page.rank, page.id), '[]'),
         'next', CASE WHEN count(*) = :limit::bigint
                      THEN (array_agg(api.cursor(page.rank::text, page.id::text)
                                      ORDER BY page.rank DESC, page.id DESC))[1] END) END AS body
  FROM page
  JOIN job j ON j.id = page.id
  JOIN account a ON a.id = j.owner_id
  LEFT JOIN builder_stat s ON s.account_id = j.owner_id AND s.computed_at > now() - interval '90 days';
