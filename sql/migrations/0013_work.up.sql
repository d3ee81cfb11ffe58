-- All ways through a submission: questions, partial approvals, work that the builder drops,
-- and money that moves in steps.

ALTER TABLE submission
    ADD COLUMN returned_minor bigint NOT NULL DEFAULT 0 CHECK (returned_minor >= 0), -- of reward and bonus, given back before the end
    ADD COLUMN out_minor bigint NOT NULL DEFAULT 0 CHECK (out_minor >= 0), -- of its price, what is not held any more
    ADD COLUMN approved_percent int CHECK (approved_percent BETWEEN 1 AND 99),
    ADD COLUMN info_question text,                          -- the latest round
    ADD COLUMN info_answer text,
    ADD COLUMN info_due_at timestamptz,
    ADD COLUMN info_rounds_left int NOT NULL DEFAULT 2 CHECK (info_rounds_left >= 0),
    ADD COLUMN info_unanswered boolean NOT NULL DEFAULT false,
    ADD COLUMN review_left_seconds int;                     -- while the review waits for an answer
UPDATE submission SET out_minor = reward_minor + bonus_cap_minor + fee_minor WHERE settled_at IS NOT NULL;
ALTER TABLE submission
    ADD CONSTRAINT submission_paid CHECK (COALESCE(paid_minor, 0) + returned_minor <= reward_minor + bonus_cap_minor),
    ADD CONSTRAINT submission_out CHECK (
        CASE WHEN settled_at IS NULL THEN out_minor <= reward_minor + bonus_cap_minor + fee_minor
             ELSE out_minor = reward_minor + bonus_cap_minor + fee_minor END),
    ADD CONSTRAINT submission_partial CHECK (state <> 'approved_partial' OR approved_percent IS NOT NULL);

ALTER TABLE assignment
    ADD COLUMN extended_at timestamptz,
    ADD COLUMN extension_seconds int NOT NULL DEFAULT 0 CHECK (extension_seconds >= 0),
    -- What the builder owes for a cancellation, in per cent of the rewards, sealed at the claim:
    -- once work has begun, and once half of the time is over.
    ADD COLUMN compensation_begun int NOT NULL DEFAULT 25 CHECK (compensation_begun BETWEEN 0 AND 100),
    ADD COLUMN compensation_half int NOT NULL DEFAULT 50 CHECK (compensation_half BETWEEN 0 AND 100);

ALTER TABLE refund DROP CONSTRAINT refund_reason_check;
ALTER TABLE refund ADD CONSTRAINT refund_reason_check
    CHECK (reason IN ('rejected', 'cancelled', 'expired', 'seat_unused', 'late_payment', 'by_admin',
                      'returned', 'lapsed', 'bonus_unused', 'partial', 'disputed', 'waived'));
