DROP TABLE project_screenshot;
ALTER TABLE project DROP COLUMN icon_id;
ALTER TABLE submission
    DROP COLUMN started_at, DROP COLUMN ended_at, DROP COLUMN active_minutes,
    DROP COLUMN outcome, DROP COLUMN assistance, DROP COLUMN assistance_note;
