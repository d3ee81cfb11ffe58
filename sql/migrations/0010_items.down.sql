ALTER TABLE refund DROP CONSTRAINT refund_reason_check;
ALTER TABLE refund ADD CONSTRAINT refund_reason_check
    CHECK (reason IN ('rejected', 'cancelled', 'expired', 'seat_unused', 'late_payment', 'by_admin'));
ALTER TABLE finding
    DROP COLUMN severity_final, DROP COLUMN verdict_reason, DROP COLUMN duplicate_of, DROP COLUMN judged_at;
DROP INDEX submission_item_unique;
ALTER TABLE submission
    DROP COLUMN item_id, DROP COLUMN position, DROP COLUMN title, DROP COLUMN required, DROP COLUMN terms,
    DROP COLUMN evidence, DROP COLUMN reward_minor, DROP COLUMN bonus_unit_minor, DROP COLUMN bonus_cap_minor,
    DROP COLUMN fee_minor, DROP COLUMN paid_minor, DROP COLUMN changes_left, DROP COLUMN changes_due_at,
    DROP COLUMN settled_at;
