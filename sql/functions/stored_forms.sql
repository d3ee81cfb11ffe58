-- What everybody may read of a job is kept ready in job_page and job_card. The views of the
-- same names are what those tables have to say; triggers (migration job_forms) see to it
-- that they do so at the end of each transaction.

-- Does the tester's level count for the fees of a job of this country, opened then?
CREATE FUNCTION api.has_level_fees(country text, opened_at timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN EXISTS (SELECT FROM price p
                    WHERE p.kind = 'fee' AND p.level IS NOT NULL AND (p.market IS NULL OR p.market = $1)
                      AND (p.valid_until IS NULL OR p.valid_until > $2));
END $$;

-- When the next fee begins or ends that is in the book.
CREATE FUNCTION api.fees_good_until() RETURNS timestamptz
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (SELECT COALESCE(min(change.at), 'infinity')
              FROM price p
             CROSS JOIN LATERAL (VALUES (p.valid_from), (p.valid_until)) change (at)
             WHERE p.kind = 'fee' AND change.at > now());
END $$;

-- Where a rate is the site's own, the form has this instead of it; neither can be part of JSON.
CREATE FUNCTION api.with_site_fees(body text, builder_bps text, tester_bps text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN replace(replace(body, chr(1), builder_bps), chr(2), tester_bps);
CREATE FUNCTION api.without_site_fees(body text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN replace(replace(body, '"builder_fee_bps" : -1', '"builder_fee_bps" : ' || chr(1)),
               '"tester_fee_bps" : -1', '"tester_fee_bps" : ' || chr(2));

-- The whole job as a stranger sees it. Who has to do with it is shown more, and who is signed
-- in another fee where that goes by level: see job_get.
CREATE VIEW api.job_page AS
SELECT j.id AS job_id,
       CASE WHEN NOT api.has_level_fees(a.country, COALESCE(j.opened_at, now())) THEN
           ARRAY(SELECT j.owner_id
                  UNION SELECT tester_id FROM bid WHERE bid.job_id = j.id
                  UNION SELECT tester_id FROM assignment WHERE assignment.job_id = j.id
                  ORDER BY 1) END AS party,
       api.fees_good_until() AS good_until,
       api.without_site_fees(
           api.job(j, ROW(p.name, a.full_name, s.review_hours, s.disputes, s.overturned, NULL, NULL, NULL, NULL, NULL,
                          CASE j.kind WHEN 'simple' THEN '[]' ELSE api.job_roles(j.id, NULL, -1, -1) END,
                          api.icon_url(p), api.screenshots(p.id),
                          CASE j.kind WHEN 'simple' THEN api.job_fees(j, NULL, -1, -1) END)::api.job_context)::text) AS body
  FROM job j
  JOIN project p ON p.id = j.project_id
  JOIN account a ON a.id = j.owner_id
  LEFT JOIN builder_stat s ON s.account_id = j.owner_id
 WHERE j.state IN ('open', 'filled', 'published', 'awarding');

-- A row of the marketplace, while somebody can get a seat.
CREATE VIEW api.job_card AS
SELECT j.id AS job_id, j.opened_at, j.reward_order, j.deadline_order, j.kind, j.currency, j.service_types, j.platforms,
       api.job_summary(j, a.full_name, api.icon_url(p), s.review_hours, f.tester_fee_bps)::text AS body
  FROM job j
  JOIN project p ON p.id = j.project_id
  JOIN account a ON a.id = j.owner_id
  LEFT JOIN builder_stat s ON s.account_id = j.owner_id
  LEFT JOIN fee_schedule f ON f.id = j.fee_schedule_id
 WHERE j.state IN ('open', 'published', 'awarding') AND j.opened_at IS NOT NULL;

-- Where the two differ; nowhere. That a page is missing is no difference.
CREATE VIEW api.wrong_forms AS
SELECT said.job_id, 'page' AS form
  FROM job_page said LEFT JOIN api.job_page due ON due.job_id = said.job_id
 WHERE said.good_until > now() AND said::text IS DISTINCT FROM due::text
 UNION ALL
SELECT COALESCE(said.job_id, due.job_id), 'card'
  FROM job_card said FULL JOIN api.job_card due ON due.job_id = said.job_id
 WHERE said::text IS DISTINCT FROM due::text;

GRANT SELECT ON api.job_page, api.job_card, api.wrong_forms TO peertest_app;

-- A page of cards; the cursor is null on the last page.
CREATE FUNCTION api.card_page(cards text, next text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN '{"items" : [' || COALESCE(cards, '') || '], "next" : ' || COALESCE('"' || next || '"', 'null') || '}';

-- Make both anew for these jobs, and take away what is not for everybody any more.
CREATE FUNCTION api.job_forms_make(job_ids uuid[]) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    INSERT INTO job_page SELECT * FROM api.job_page WHERE job_id = ANY (job_ids)
    ON CONFLICT (job_id) DO UPDATE
       SET party = EXCLUDED.party, good_until = EXCLUDED.good_until, body = EXCLUDED.body;
    INSERT INTO job_card SELECT * FROM api.job_card WHERE job_id = ANY (job_ids)
    ON CONFLICT (job_id) DO UPDATE
       SET opened_at = EXCLUDED.opened_at, reward_order = EXCLUDED.reward_order, deadline_order = EXCLUDED.deadline_order,
           kind = EXCLUDED.kind, currency = EXCLUDED.currency, service_types = EXCLUDED.service_types,
           platforms = EXCLUDED.platforms, body = EXCLUDED.body;
    DELETE FROM job_page p USING job j
     WHERE p.job_id = ANY (job_ids) AND j.id = p.job_id AND j.state NOT IN ('open', 'filled', 'published', 'awarding');
    DELETE FROM job_card c USING job j
     WHERE c.job_id = ANY (job_ids) AND j.id = c.job_id AND j.state NOT IN ('open', 'published', 'awarding');
END $$;

-- All of them: the forms' own functions may have changed.
TRUNCATE job_page, job_card;
INSERT INTO job_page SELECT * FROM api.job_page;
INSERT INTO job_card SELECT * FROM api.job_card;
