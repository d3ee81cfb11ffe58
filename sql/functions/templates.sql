-- api.template: what a job of a common kind begins with.
CREATE FUNCTION api.template(t job_template) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'key', t.key, 'category', t.category, 'title', t.title, 'summary', t.summary,
    'brief', t.brief, 'service_type', t.service_type, 'steps', t.steps,
    'reward_minor', t.reward_minor, 'platforms', t.platforms);

-- api.plan_template: what a structured job for a common kind of application begins with.
CREATE FUNCTION api.plan_template(t plan_template) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'key', t.key, 'category', t.category, 'title', t.title, 'summary', t.summary,
    'brief', t.brief, 'roles', t.roles);
