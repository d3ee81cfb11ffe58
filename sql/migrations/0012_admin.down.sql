DROP FUNCTION uuid7_from(timestamptz);
UPDATE job SET stop_reason = 'cancelled' WHERE stop_reason = 'removed';
ALTER TABLE job
    DROP CONSTRAINT job_stop_reason_check,
    ADD CONSTRAINT job_stop_reason_check CHECK (stop_reason IN ('cancelled', 'expired', 'closed'));
DROP INDEX money_intent_unknown_idx, webhook_event_waiting_idx, refund_failed_idx, payout_failed_idx, account_suspended_idx,
    submission_decided_idx, submission_submitted_idx, job_opened_idx;
DROP INDEX queue_job_dead_idx, queue_job_kind_idx;
DROP TABLE schedule;
UPDATE session SET end_reason = 'by_owner' WHERE end_reason = 'factor';
ALTER TABLE session
    DROP COLUMN second_factor_at,
    DROP CONSTRAINT session_end_reason_check,
    ADD CONSTRAINT session_end_reason_check
        CHECK (end_reason IN ('logout', 'reuse', 'password', 'by_owner', 'suspended'));
DROP TABLE recovery_code;
ALTER TABLE account
    DROP COLUMN totp_sealed,
    DROP COLUMN totp_enabled_at,
    DROP COLUMN totp_last_step,
    DROP COLUMN suspended_at;
DROP TABLE admin_action, admin_scope;
