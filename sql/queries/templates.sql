-- Templates: what jobs of common kinds begin with.

-- name: template_list :one
SELECT json_build_object(
         'items', COALESCE(json_agg(api.template(t) ORDER BY t.position, t.key), '[]'),
         'next', NULL) AS body
  FROM job_template t
 WHERE :category::text IS NULL OR t.category = :category::text;

-- name: plan_template_list :one
SELECT json_build_object(
         'items', COALESCE(json_agg(api.plan_template(t) ORDER BY t.position, t.key), '[]'),
         'next', NULL) AS body
  FROM plan_template t
 WHERE :category::text IS NULL OR t.category = :category::text;
