DROP TRIGGER account_past_day ON account;
DROP TRIGGER account_gone ON account;
DROP TRIGGER ledger_transaction_past_day ON ledger_transaction;
DROP TRIGGER job_past_day ON job;
DROP TRIGGER job_other_day ON job;
DROP TRIGGER job_gone ON job;
DROP TRIGGER submission_past_day ON submission;
DROP TRIGGER submission_other_day ON submission;
DROP TRIGGER submission_gone ON submission;
DROP FUNCTION forget_days();
DROP TABLE day_money, day_figures;

DROP INDEX queue_job_away_idx, queue_job_claim_idx;
ALTER TABLE queue_job DROP COLUMN urgency, DROP COLUMN away, DROP COLUMN away_since, DROP COLUMN outages;
CREATE INDEX queue_job_claim_idx ON queue_job ((coalesce(lease_until, due_at)))
    WHERE state IN ('queued', 'running');
