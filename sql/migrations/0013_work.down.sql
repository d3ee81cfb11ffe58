ALTER TABLE refund DROP CONSTRAINT refund_reason_check;
UPDATE refund SET reason = 'by_admin' WHERE reason IN ('partial', 'disputed', 'waived');
ALTER TABLE refund ADD CONSTRAINT refund_reason_check
    CHECK (reason IN ('rejected', 'cancelled', 'expired', 'seat_unused', 'late_payment', 'by_admin',
                      'returned', 'lapsed', 'bonus_unused'));
ALTER TABLE assignment
    DROP COLUMN extended_at, DROP COLUMN extension_seconds, DROP COLUMN compensation_begun, DROP COLUMN compensation_half;
ALTER TABLE submission
    DROP CONSTRAINT submission_paid, DROP CONSTRAINT submission_out, DROP CONSTRAINT submission_partial,
    DROP COLUMN returned_minor, DROP COLUMN out_minor, DROP COLUMN approved_percent, DROP COLUMN info_question,
    DROP COLUMN info_answer, DROP COLUMN info_due_at, DROP COLUMN info_rounds_left, DROP COLUMN info_unanswered,
    DROP COLUMN review_left_seconds;
