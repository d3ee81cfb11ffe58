ALTER TABLE submission DROP COLUMN confirmation_percent;
DROP TRIGGER findings_follow_job ON job;
ALTER TABLE job DROP COLUMN finding_id;
DROP TRIGGER finding_of_project ON finding;
DROP FUNCTION finding_of_project, findings_follow_job;
DROP INDEX finding_title_idx;
ALTER TABLE finding
    DROP COLUMN project_id, DROP COLUMN preconditions, DROP COLUMN tries_seen, DROP COLUMN tries_total,
    DROP COLUMN workaround, DROP COLUMN console_excerpt, DROP COLUMN failing_request, DROP COLUMN first_seen_build,
    DROP COLUMN works_in_build, DROP COLUMN environment, DROP COLUMN scale, DROP COLUMN severity_reason,
    DROP COLUMN known_issue_id, DROP COLUMN confirmation, DROP COLUMN triaged_at, DROP COLUMN fixed_build,
    DROP COLUMN fixed_at, DROP COLUMN fix_note, DROP COLUMN search;
DROP TABLE known_issue;
