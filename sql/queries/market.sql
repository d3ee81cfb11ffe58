-- The marketplace: jobs in which somebody can get a seat, to claim or to bid for; job_card
-- has the row of each ready made. Each order walks an index of its own and pages by key; none
-- depends on what was asked, so that one generic plan serves all.
-- What they filter by is in the index; the words of a job are looked up only where a
-- search asks. A search that few jobs match goes by its own statement, market_found.
-- Every statement here returns {"items": [api.job_summary()], "next"} as column "body". The
-- first three take the cards in the order of the walk, which saves sorting them twice.

-- name: market_newest :one
SELECT api.card_page(string_agg(hit.body, ', '),
                     api.cursor(api.micros((array_agg(hit.opened_at))[:limit::bigint])::text,
                                (array_agg(hit.job_id))[:limit::bigint]::text)) AS body
  FROM (SELECT *
          FROM job_card
         WHERE (opened_at, job_id) < (COALESCE(api.from_micros(:after::bigint), 'infinity'), COALESCE(:after_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
           AND (:kind::text IS NULL OR kind = :kind::text)
           AND (:currency::text IS NULL OR currency = :currency::text)
           AND (:service_type::text IS NULL OR :service_type::text = ANY (service_types))
           AND (:platform::text IS NULL OR :platform::text = ANY (platforms))
           AND reward_order >= COALESCE(:min_reward_minor::bigint, 0)
           AND (:q::text IS NULL
                OR (SELECT w.search @@ api.search_query(:q::text) FROM job w WHERE w.id = job_card.job_id))
         ORDER BY opened_at DESC, job_id DESC
         LIMIT :limit::bigint) hit;

-- name: market_reward :one
SELECT api.card_page(string_agg(hit.body, ', '),
                     api.cursor((array_agg(hit.reward_order))[:limit::bigint]::text,
                                (array_agg(hit.job_id))[:limit::bigint]::text)) AS body
  FROM (SELECT *
          FROM job_card
         WHERE (reward_order, job_id) < (COALESCE(:after::bigint, 9223372036854775807), COALESCE(:after_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
           AND (:kind::text IS NULL OR kind = :kind::text)
           AND (:currency::text IS NULL OR currency = :currency::text)
           AND (:service_type::text IS NULL OR :service_type::text = ANY (service_types))
           AND (:platform::text IS NULL OR :platform::text = ANY (platforms))
           AND reward_order >= COALESCE(:min_reward_minor::bigint, 0)
           AND (:q::text IS NULL
                OR (SELECT w.search @@ api.search_query(:q::text) FROM job w WHERE w.id = job_card.job_id))
         ORDER BY reward_order DESC, job_id DESC
         LIMIT :limit::bigint) hit;

-- name: market_deadline :one
-- Soonest first; jobs without a deadline come last.
SELECT api.card_page(string_agg(hit.body, ', '),
                     api.cursor(api.micros((array_agg(hit.deadline_order))[:limit::bigint])::text,
                                (array_agg(hit.job_id))[:limit::bigint]::text)) AS body
  FROM (SELECT *
          FROM job_card
         WHERE (deadline_order, job_id) > (COALESCE(api.from_micros(:after::bigint), '-infinity'), COALESCE(:after_id::uuid, '00000000-0000-0000-0000-000000000000'))
           AND (:kind::text IS NULL OR kind = :kind::text)
           AND (:currency::text IS NULL OR currency = :currency::text)
           AND (:service_type::text IS NULL OR :service_type::text = ANY (service_types))
           AND (:platform::text IS NULL OR :platform::text = ANY (platforms))
           AND reward_order >= COALESCE(:min_reward_minor::bigint, 0)
           AND (:q::text IS NULL
                OR (SELECT w.search @@ api.search_query(:q::text) FROM job w WHERE w.id = job_card.job_id))
         ORDER BY deadline_order, job_id
         LIMIT :limit::bigint) hit;

-- name: market_found :one
-- The jobs that a search matches, in any order, while they are few enough to be sorted;
-- beyond that "body" is null, and walking one of the indexes above soon meets enough.
-- "rank" is the place in the order asked for, smallest first.
WITH hit AS MATERIALIZED (
    SELECT api.search_hits(api.search_query(:q::text), 1000) AS ids),
ranked AS MATERIALIZED (
    SELECT job.id,
           CASE :sort::text
               WHEN 'newest' THEN -api.micros(opened_at)
               WHEN 'reward' THEN -reward_order
               WHEN 'deadline' THEN api.micros(deadline_order)
               ELSE -(ts_rank(search, api.search_query(:q::text)) * 1000000)::bigint
           END AS rank
      FROM job
     WHERE id = ANY ((SELECT ids FROM hit)::uuid[])
       AND (:kind::text IS NULL OR kind = :kind::text)
       AND (:currency::text IS NULL OR currency = :currency::text)
       AND (:service_type::text IS NULL OR :service_type::text = ANY (service_types))
       AND (:platform::text IS NULL OR :platform::text = ANY (platforms))
       AND reward_order >= COALESCE(:min_reward_minor::bigint, 0)),
page AS (
    SELECT id, rank
      FROM ranked
     WHERE (rank, id) > (COALESCE(:after::bigint, -9223372036854775808),
                         COALESCE(:after_id::uuid, '00000000-0000-0000-0000-000000000000'))
     ORDER BY rank, id
     LIMIT :limit::bigint)
SELECT CASE WHEN (SELECT ids FROM hit) IS NOT NULL THEN api.card_page(
         string_agg(c.body, ', ' ORDER BY page.rank, page.id),
         (array_agg(api.cursor(page.rank::text, page.id::text) ORDER BY page.rank, page.id))[:limit::bigint]) END AS body
  FROM page
  JOIN job_card c ON c.job_id = page.id;

-- name: market_fitting :one
-- The forms are made here: they say what is left of the reward after this tester's own fee.
-- The newest of what a tester fits: a job as a whole, or a role of it with a free seat. At
-- most so many are looked at, one by one until a page is full; "next" leads on from the
-- last of them, so that a page may be short, or empty, and not be the last.
WITH looked AS NOT MATERIALIZED (
    SELECT job_id AS id, kind, opened_at
      FROM job_card
     WHERE (opened_at, job_id) < (COALESCE(api.from_micros(:after::bigint), 'infinity'), COALESCE(:after_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
       AND (:kind::text IS NULL OR kind = :kind::text)
       AND (:currency::text IS NULL OR currency = :currency::text)
       AND (:service_type::text IS NULL OR :service_type::text = ANY (service_types))
       AND (:platform::text IS NULL OR :platform::text = ANY (platforms))
       AND reward_order >= COALESCE(:min_reward_minor::bigint, 0)
     ORDER BY opened_at DESC, job_id DESC
     LIMIT :look::bigint),
me AS MATERIALIZED (
    SELECT t FROM api.tester_facts t WHERE t.account_id = :tester_id::uuid),
hit AS MATERIALIZED (
    SELECT l.id, l.opened_at
      FROM looked l
      JOIN job j ON j.id = l.id AND j.owner_id <> :tester_id::uuid
     WHERE CASE l.kind
               WHEN 'simple' THEN cardinality(api.match_lacks((SELECT t FROM me), j.requirements)) = 0
               ELSE EXISTS (SELECT FROM job_role r
                             WHERE r.job_id = j.id AND r.removed_at IS NULL
                               AND r.seats_taken + r.seats_reserved < r.seats
                               AND cardinality(api.match_lacks((SELECT t FROM me), r.requirements)) = 0) END
     ORDER BY l.opened_at DESC, l.id DESC
     LIMIT :limit::bigint),
last AS (
    SELECT id, opened_at FROM hit WHERE (SELECT count(*) FROM hit) = :limit::bigint
    UNION ALL
    (SELECT id, opened_at FROM looked
      WHERE (SELECT count(*) FROM hit) < :limit::bigint
      ORDER BY opened_at DESC, id DESC
     OFFSET :look::bigint - 1))
SELECT json_build_object(
         'items', COALESCE((SELECT json_agg(api.job_summary(j, a.full_name, (
                        SELECT api.icon_url(p) FROM project p WHERE p.id = j.project_id), (
                        SELECT s.review_hours FROM builder_stat s
                         WHERE s.account_id = j.owner_id),
                        (api.job_fees(j, :tester_id::uuid, NULL, NULL)).tester_fee_bps)
                    ORDER BY j.opened_at DESC, j.id DESC)
                              FROM hit
                              JOIN job j ON j.id = hit.id
                              JOIN account a ON a.id = j.owner_id), '[]'),
         'next', (SELECT api.cursor(api.micros(opened_at)::text, id::text)
                    FROM last ORDER BY opened_at, id LIMIT 1)) AS body;
