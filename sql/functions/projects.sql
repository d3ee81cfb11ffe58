-- api.project: the one JSON form of a project.
CREATE FUNCTION api.project(p project, job_count bigint) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN json_build_object(
    'id', p.id, 'name', p.name, 'url', p.url, 'description', p.description,
    'platforms', p.platforms, 'category', p.category, 'icon_url', api.icon_url(p),
    'screenshots', api.screenshots(p.id), 'job_count', job_count,
    'created_at', api.instant(p.created_at), 'updated_at', api.instant(p.updated_at));
