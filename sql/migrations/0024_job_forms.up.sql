-- What everybody may read of a job, kept ready as JSON: making it takes many times as long as
-- reading it. Both tables are made of the others alone, by api.job_forms_make().

-- How long the work should take, as the price book said when the item was written.
ALTER TABLE job_item ADD COLUMN expected_minutes int;
UPDATE job_item i
   SET expected_minutes = quantity * (
           SELECT p.minutes
             FROM price p
            WHERE p.kind = 'base' AND p.service_type = i.service_type AND p.market IS NULL
              AND p.valid_from <= now() AND (p.valid_until IS NULL OR p.valid_until > now())
            ORDER BY p.valid_from DESC, p.currency
            LIMIT 1);
CREATE FUNCTION job_item_minutes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.expected_minutes := api.expected_minutes(NEW.service_type, NEW.quantity);
    RETURN NEW;
END $$;
CREATE TRIGGER job_item_minutes BEFORE INSERT OR UPDATE OF service_type, quantity ON job_item
    FOR EACH ROW EXECUTE FUNCTION job_item_minutes();

-- The whole job as a stranger sees it. Where there is no row the form has to be made. Rows of a
-- few kB stay in their page as they are.
CREATE TABLE job_page (
    job_id     uuid PRIMARY KEY REFERENCES job ON DELETE CASCADE,
    party      uuid[],                                    -- who is no stranger; null: all who are signed in
    good_until timestamptz NOT NULL,                      -- when the price book says something else
    body       text NOT NULL
) WITH (toast_tuple_target = 8160);

-- A row of the marketplace, with what that is ordered and filtered by; no row: nobody can
-- get a seat.
CREATE TABLE job_card (
    job_id         uuid PRIMARY KEY REFERENCES job ON DELETE CASCADE,
    opened_at      timestamptz NOT NULL,
    reward_order   bigint NOT NULL,
    deadline_order timestamptz NOT NULL,
    kind           text NOT NULL,
    currency       text NOT NULL,
    service_types  text[] NOT NULL,
    platforms      text[] NOT NULL,
    body           text NOT NULL
);
-- One index for each order. They carry what the filters ask for, so that a rare wish does
-- not read the whole table.
CREATE INDEX job_card_newest_idx ON job_card (opened_at DESC, job_id DESC)
    INCLUDE (kind, currency, service_types, platforms, reward_order);
CREATE INDEX job_card_reward_idx ON job_card (reward_order DESC, job_id DESC)
    INCLUDE (kind, currency, service_types, platforms);
CREATE INDEX job_card_deadline_idx ON job_card (deadline_order, job_id)
    INCLUDE (kind, currency, service_types, platforms, reward_order);
DROP INDEX job_market_newest_idx, job_market_reward_idx, job_market_deadline_idx;

-- Whose forms a transaction has to make before it ends; job_id is null for all of a builder's.
-- No row outlives its transaction, so that a crash loses nothing.
CREATE UNLOGGED TABLE job_form_due (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    builder_id uuid NOT NULL,
    job_id     uuid
);

GRANT SELECT, INSERT, UPDATE, DELETE ON job_page, job_card, job_form_due TO peertest_app;

-- At the end, when all is written, and one transaction after the other for a builder: each
-- sees what the one before has left, and the last one makes what remains.
CREATE FUNCTION job_forms_make_due() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    due record;
BEGIN
    FOR due IN WITH taken AS (DELETE FROM job_form_due RETURNING builder_id, job_id)
               SELECT builder_id, bool_or(job_id IS NULL) AS is_all, array_agg(DISTINCT job_id) AS job_ids
                 FROM taken
                GROUP BY builder_id
                ORDER BY builder_id
    LOOP
        PERFORM pg_advisory_xact_lock(hashtextextended('job forms ' || due.builder_id, 0));
        PERFORM api.job_forms_make(CASE WHEN due.is_all THEN ARRAY(SELECT id FROM job WHERE owner_id = due.builder_id)
                                        ELSE due.job_ids END);
    END LOOP;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER job_forms_make_due AFTER INSERT ON job_form_due
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION job_forms_make_due();

-- What the forms are made of. Drafts have none.
CREATE FUNCTION job_form_of_job() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO job_form_due (builder_id, job_id) VALUES (NEW.owner_id, NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER job_form_added AFTER INSERT ON job FOR EACH ROW
    WHEN (NEW.state <> 'draft') EXECUTE FUNCTION job_form_of_job();
CREATE TRIGGER job_form_changed AFTER UPDATE ON job FOR EACH ROW
    WHEN (OLD.state <> 'draft' OR NEW.state <> 'draft') EXECUTE FUNCTION job_form_of_job();

CREATE FUNCTION job_form_of_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO job_form_due (builder_id, job_id)
    SELECT owner_id, id FROM job WHERE id = COALESCE(NEW.job_id, OLD.job_id) AND state <> 'draft';
    RETURN NULL;
END $$;
CREATE TRIGGER job_form_of_role AFTER INSERT OR UPDATE OR DELETE ON job_role
    FOR EACH ROW EXECUTE FUNCTION job_form_of_part();
CREATE TRIGGER job_form_of_bid AFTER INSERT ON bid FOR EACH ROW EXECUTE FUNCTION job_form_of_part();
CREATE TRIGGER job_form_of_assignment AFTER INSERT ON assignment FOR EACH ROW EXECUTE FUNCTION job_form_of_part();

CREATE FUNCTION job_form_of_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO job_form_due (builder_id, job_id)
    SELECT j.owner_id, j.id
      FROM job_role r JOIN job j ON j.id = r.job_id
     WHERE r.id = COALESCE(NEW.role_id, OLD.role_id) AND j.state <> 'draft';
    RETURN NULL;
END $$;
CREATE TRIGGER job_form_of_item AFTER INSERT OR UPDATE OR DELETE ON job_item
    FOR EACH ROW EXECUTE FUNCTION job_form_of_item();

CREATE FUNCTION job_forms_of_project() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO job_form_due (builder_id) VALUES (NEW.owner_id);
    RETURN NULL;
END $$;
CREATE TRIGGER job_forms_of_project AFTER UPDATE ON project FOR EACH ROW
    WHEN ((OLD.name, OLD.icon_id, OLD.deleted_at) IS DISTINCT FROM (NEW.name, NEW.icon_id, NEW.deleted_at))
    EXECUTE FUNCTION job_forms_of_project();

CREATE FUNCTION job_forms_of_screenshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO job_form_due (builder_id)
    SELECT owner_id FROM project WHERE id = COALESCE(NEW.project_id, OLD.project_id);
    RETURN NULL;
END $$;
CREATE TRIGGER job_forms_of_screenshot AFTER INSERT OR UPDATE OR DELETE ON project_screenshot
    FOR EACH ROW EXECUTE FUNCTION job_forms_of_screenshot();

-- A country has fees of its own.
CREATE FUNCTION job_forms_of_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO job_form_due (builder_id) VALUES (NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER job_forms_of_account AFTER UPDATE ON account FOR EACH ROW
    WHEN ((OLD.full_name, OLD.country) IS DISTINCT FROM (NEW.full_name, NEW.country)) EXECUTE FUNCTION job_forms_of_account();

CREATE FUNCTION job_forms_of_stat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO job_form_due (builder_id) VALUES (NEW.account_id);
    RETURN NULL;
END $$;
CREATE TRIGGER job_forms_of_new_stat AFTER INSERT ON builder_stat
    FOR EACH ROW EXECUTE FUNCTION job_forms_of_stat();
CREATE TRIGGER job_forms_of_stat AFTER UPDATE ON builder_stat FOR EACH ROW
    WHEN ((OLD.review_hours, OLD.disputes, OLD.overturned) IS DISTINCT FROM (NEW.review_hours, NEW.disputes, NEW.overturned))
    EXECUTE FUNCTION job_forms_of_stat();

-- A fee may be that of any job. The lock waits for those who are making pages; the schedule
-- jobs.forms makes them all anew.
CREATE FUNCTION job_forms_of_fee() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    LOCK TABLE job_page IN SHARE ROW EXCLUSIVE MODE;
    DELETE FROM job_page;
    RETURN NULL;
END $$;
CREATE TRIGGER job_forms_of_fee AFTER INSERT OR UPDATE ON price FOR EACH ROW
    WHEN (NEW.kind = 'fee') EXECUTE FUNCTION job_forms_of_fee();
