-- The queue knows what is urgent and what waits for an outside service; and days that are
-- over have their figures kept.

ALTER TABLE queue_job
    ADD COLUMN urgency  smallint NOT NULL DEFAULT 3 CHECK (urgency BETWEEN 1 AND 3),  -- worker/jobs.def; 1 is looked for first
    ADD COLUMN away     text CHECK (away IN ('payments', 'mail', 'storage')),         -- the service that the last try found away ...
    ADD COLUMN away_since timestamptz,                                                -- ... since when ...
    ADD COLUMN outages  int NOT NULL DEFAULT 0 CHECK (outages >= 0),                  -- ... and so many times in a row
    ADD CONSTRAINT queue_job_away CHECK ((away IS NULL) = (away_since IS NULL) AND (away IS NULL) = (outages = 0));

UPDATE queue_job
   SET urgency = CASE WHEN kind = 'mail.send' THEN 2 ELSE 1 END
 WHERE state IN ('queued', 'running')
   AND kind IN ('mail.send', 'intent.send', 'payment.open', 'payment.close', 'webhook.process', 'upload.finish', 'file.check');

DROP INDEX queue_job_claim_idx;
-- When a job can be claimed: it is due, or its worker's lease has run out.
CREATE INDEX queue_job_claim_idx ON queue_job (urgency, (coalesce(lease_until, due_at)))
    WHERE state IN ('queued', 'running');
CREATE INDEX queue_job_away_idx ON queue_job (away, away_since) WHERE away IS NOT NULL;

-- A day (UTC) that is over, and its figures. A day that is not here is computed from what
-- happened; what changes a day takes it away here (docs/ADMIN.md).
CREATE TABLE day_figures (
    day           date PRIMARY KEY,
    registrations int NOT NULL,
    jobs_opened   int NOT NULL,
    submissions   int NOT NULL,
    decisions     int NOT NULL,
    closed_at     timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE day_money (
    day            date NOT NULL REFERENCES day_figures ON DELETE CASCADE,
    currency       text NOT NULL,
    in_minor       bigint NOT NULL,
    released_minor bigint NOT NULL,
    fees_minor     bigint NOT NULL,
    refunded_minor bigint NOT NULL,
    PRIMARY KEY (day, currency)
);
GRANT SELECT, INSERT, DELETE ON day_figures, day_money TO peertest_app;

-- The days of the named times are not what they were. Whoever is closing a day sees it, or is
-- waited for.
CREATE FUNCTION forget_days() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    was jsonb := CASE WHEN TG_OP = 'INSERT' THEN '{}' ELSE to_jsonb(OLD) END;
    is_now jsonb := CASE WHEN TG_OP = 'DELETE' THEN '{}' ELSE to_jsonb(NEW) END;
BEGIN
    PERFORM pg_advisory_xact_lock_shared(7022);
    DELETE FROM day_figures
     WHERE day IN (SELECT ((side ->> name)::timestamptz AT TIME ZONE 'UTC')::date
                     FROM unnest(TG_ARGV) AS name, unnest(ARRAY[was, is_now]) AS side
                    WHERE was ->> name IS DISTINCT FROM is_now ->> name);
    RETURN NULL;
END $$;

CREATE TRIGGER account_past_day AFTER INSERT ON account FOR EACH ROW
    WHEN (NEW.created_at < date_trunc('day', now(), 'UTC'))
    EXECUTE FUNCTION forget_days('created_at');
CREATE TRIGGER ledger_transaction_past_day AFTER INSERT ON ledger_transaction FOR EACH ROW
    WHEN (NEW.created_at < date_trunc('day', now(), 'UTC'))
    EXECUTE FUNCTION forget_days('created_at');
CREATE TRIGGER job_past_day AFTER INSERT ON job FOR EACH ROW
    WHEN (NEW.opened_at < date_trunc('day', now(), 'UTC'))
    EXECUTE FUNCTION forget_days('opened_at');
CREATE TRIGGER job_other_day AFTER UPDATE OF opened_at ON job FOR EACH ROW
    WHEN (OLD.opened_at IS DISTINCT FROM NEW.opened_at AND least(OLD.opened_at, NEW.opened_at) < date_trunc('day', now(), 'UTC'))
    EXECUTE FUNCTION forget_days('opened_at');
CREATE TRIGGER submission_past_day AFTER INSERT ON submission FOR EACH ROW
    WHEN (least(NEW.submitted_at, NEW.decided_at) < date_trunc('day', now(), 'UTC'))
    EXECUTE FUNCTION forget_days('submitted_at', 'decided_at');
CREATE TRIGGER submission_other_day AFTER UPDATE OF submitted_at, decided_at ON submission FOR EACH ROW
    WHEN ((OLD.submitted_at, OLD.decided_at) IS DISTINCT FROM (NEW.submitted_at, NEW.decided_at)
          AND least(OLD.submitted_at, NEW.submitted_at, OLD.decided_at, NEW.decided_at) < date_trunc('day', now(), 'UTC'))
    EXECUTE FUNCTION forget_days('submitted_at', 'decided_at');
CREATE TRIGGER account_gone AFTER DELETE ON account FOR EACH ROW EXECUTE FUNCTION forget_days('created_at');
CREATE TRIGGER job_gone AFTER DELETE ON job FOR EACH ROW
    WHEN (OLD.opened_at IS NOT NULL) EXECUTE FUNCTION forget_days('opened_at');
CREATE TRIGGER submission_gone AFTER DELETE ON submission FOR EACH ROW
    WHEN (OLD.submitted_at IS NOT NULL OR OLD.decided_at IS NOT NULL) EXECUTE FUNCTION forget_days('submitted_at', 'decided_at');
