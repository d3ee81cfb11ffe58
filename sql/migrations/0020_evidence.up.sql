-- What was tested how long and with which result, files as evidence, and the pictures of a project.

ALTER TABLE submission
    ADD COLUMN started_at timestamptz,
    ADD COLUMN ended_at timestamptz,
    ADD COLUMN active_minutes int CHECK (active_minutes BETWEEN 0 AND 10080),
    ADD COLUMN outcome text CHECK (outcome IN ('completed', 'partly', 'blocked')),
    ADD COLUMN assistance text CHECK (assistance IN ('none', 'tool', 'ai')),
    ADD COLUMN assistance_note text,
    ADD CONSTRAINT submission_times CHECK (ended_at >= started_at);

-- The icon is in the project's own row, since every list of jobs shows it.
ALTER TABLE project ADD COLUMN icon_id uuid REFERENCES file;
CREATE INDEX project_icon_idx ON project (icon_id) WHERE icon_id IS NOT NULL;

CREATE TABLE project_screenshot (
    project_id uuid NOT NULL REFERENCES project ON DELETE CASCADE,
    position   int NOT NULL CHECK (position BETWEEN 1 AND 8),
    file_id    uuid NOT NULL REFERENCES file,
    PRIMARY KEY (project_id, position),
    CONSTRAINT project_screenshot_once UNIQUE (project_id, file_id)
);
CREATE INDEX project_screenshot_file_idx ON project_screenshot (file_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON project_screenshot TO peertest_app;
