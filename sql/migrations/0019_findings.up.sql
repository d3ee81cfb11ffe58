-- Findings with all that a report of a problem needs, what is known of a project before, and
-- the way of a problem from the verdict to the fix that was looked at.

-- What a builder knew before a tester could find it.
CREATE TABLE known_issue (
    id         uuid PRIMARY KEY DEFAULT uuid7(),
    project_id uuid NOT NULL REFERENCES project,
    title      text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
    note       text,
    url        text,
    created_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz                                -- not shown any more; verdicts still name it
);
CREATE INDEX known_issue_project_idx ON known_issue (project_id, id DESC) WHERE deleted_at IS NULL;

ALTER TABLE finding
    ADD COLUMN project_id uuid REFERENCES project,          -- of its job, kept by the triggers below
    ADD COLUMN preconditions text,
    ADD COLUMN tries_seen int,                              -- in so many ...
    ADD COLUMN tries_total int,                             -- ... of so many tries
    ADD COLUMN workaround text,
    ADD COLUMN console_excerpt text,
    ADD COLUMN failing_request text,
    ADD COLUMN first_seen_build text,
    ADD COLUMN works_in_build text,
    ADD COLUMN environment jsonb,                           -- null: the submission's
    ADD COLUMN scale jsonb,                                 -- {name, value, vector}: its native severity
    ADD COLUMN severity_reason text,                        -- why not what the native scale proposes
    ADD COLUMN known_issue_id uuid REFERENCES known_issue,
    ADD COLUMN confirmation boolean NOT NULL DEFAULT false, -- a duplicate that earns a part of its root
    ADD COLUMN triaged_at timestamptz,
    ADD COLUMN fixed_build text,
    ADD COLUMN fixed_at timestamptz,
    ADD COLUMN fix_note text,                               -- the last word about the fix
    ADD COLUMN search text GENERATED ALWAYS AS (title || ' ' || steps::text) STORED,  -- what is looked into
    ADD CONSTRAINT finding_tries CHECK ((tries_seen IS NULL) = (tries_total IS NULL)
                                        AND tries_seen BETWEEN 1 AND tries_total AND tries_total <= 100),
    ADD CONSTRAINT finding_confirmation CHECK (NOT confirmation OR state = 'duplicate'),
    ADD CONSTRAINT finding_known CHECK (known_issue_id IS NULL OR state = 'known');
UPDATE finding f
   SET project_id = j.project_id
  FROM submission s JOIN assignment a ON a.id = s.assignment_id JOIN job j ON j.id = a.job_id
 WHERE s.id = f.submission_id;
ALTER TABLE finding ALTER COLUMN project_id SET NOT NULL;
CREATE INDEX finding_project_idx ON finding (project_id, id DESC);
CREATE INDEX finding_title_idx ON finding USING gin (title gin_trgm_ops) WHERE duplicate_of IS NULL;

-- Lists and the search for what is similar go by project, so a finding knows its own: it
-- follows from the job when the finding is made, and moves with the job.
CREATE FUNCTION finding_of_project() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT j.project_id INTO NEW.project_id
      FROM submission s JOIN assignment a ON a.id = s.assignment_id JOIN job j ON j.id = a.job_id
     WHERE s.id = NEW.submission_id;
    RETURN NEW;
END $$;
CREATE TRIGGER finding_of_project BEFORE INSERT ON finding
    FOR EACH ROW EXECUTE FUNCTION finding_of_project();
CREATE FUNCTION findings_follow_job() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE finding f SET project_id = NEW.project_id
      FROM submission s JOIN assignment a ON a.id = s.assignment_id
     WHERE a.job_id = NEW.id AND f.submission_id = s.id;
    RETURN NULL;
END $$;
CREATE TRIGGER findings_follow_job AFTER UPDATE OF project_id ON job
    FOR EACH ROW WHEN (OLD.project_id IS DISTINCT FROM NEW.project_id) EXECUTE FUNCTION findings_follow_job();

-- A job that looks at the fix of a finding.
ALTER TABLE job ADD COLUMN finding_id uuid REFERENCES finding ON DELETE SET NULL;
CREATE INDEX job_finding_idx ON job (finding_id, id DESC) WHERE finding_id IS NOT NULL;

-- What a confirmation earns of its root's bonus, as it was agreed on. Work that was begun
-- before there were confirmations has none.
ALTER TABLE submission
    ADD COLUMN confirmation_percent int NOT NULL DEFAULT 0 CHECK (confirmation_percent BETWEEN 0 AND 100);

GRANT SELECT, INSERT, UPDATE ON known_issue TO peertest_app;
