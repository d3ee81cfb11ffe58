-- Submissions stand alone: each has its own terms, money, verdict and end.

ALTER TABLE submission
    ADD COLUMN item_id uuid REFERENCES job_item,            -- null: of a simple job
    ADD COLUMN position int NOT NULL DEFAULT 1,
    ADD COLUMN title text NOT NULL DEFAULT '',
    ADD COLUMN required boolean NOT NULL DEFAULT true,
    ADD COLUMN terms jsonb NOT NULL DEFAULT '{}',           -- {instructions, quantity, details}, sealed
    ADD COLUMN evidence jsonb NOT NULL DEFAULT '[]',        -- [{kind, url, about, note}]
    ADD COLUMN reward_minor bigint CHECK (reward_minor >= 0),
    ADD COLUMN bonus_unit_minor bigint NOT NULL DEFAULT 0 CHECK (bonus_unit_minor >= 0),
    ADD COLUMN bonus_cap_minor bigint NOT NULL DEFAULT 0 CHECK (bonus_cap_minor >= 0),
    ADD COLUMN fee_minor bigint CHECK (fee_minor >= 0),     -- its share of the assignment's builder fee
    ADD COLUMN paid_minor bigint CHECK (paid_minor >= 0),   -- what the decision granted, before the tester's fee
    ADD COLUMN changes_left int NOT NULL DEFAULT 0 CHECK (changes_left >= 0),
    ADD COLUMN changes_due_at timestamptz,
    ADD COLUMN settled_at timestamptz;                      -- its money has moved
UPDATE submission s
   SET reward_minor = a.reward_minor, fee_minor = a.fee_minor, title = j.title,
       terms = jsonb_build_object('instructions', a.terms ->> 'brief', 'quantity', 1,
                                  'details', jsonb_build_object('steps', a.terms -> 'steps')),
       paid_minor = CASE WHEN s.state = 'approved' THEN a.reward_minor END,
       settled_at = CASE WHEN a.state IN ('completed', 'returned', 'lapsed', 'cancelled') THEN a.ended_at END
  FROM assignment a JOIN job j ON j.id = a.job_id
 WHERE a.id = s.assignment_id;
ALTER TABLE submission
    ALTER COLUMN reward_minor SET NOT NULL,
    ALTER COLUMN fee_minor SET NOT NULL;
CREATE UNIQUE INDEX submission_item_unique ON submission (assignment_id, coalesce(item_id, assignment_id));

ALTER TABLE finding
    ADD COLUMN severity_final text CHECK (severity_final IN ('critical', 'major', 'moderate', 'minor', 'trivial')),
    ADD COLUMN verdict_reason text,
    ADD COLUMN duplicate_of uuid REFERENCES finding,
    ADD COLUMN judged_at timestamptz,
    ADD CONSTRAINT finding_duplicate CHECK ((state = 'duplicate') = (duplicate_of IS NOT NULL));
CREATE INDEX finding_duplicate_idx ON finding (duplicate_of) WHERE duplicate_of IS NOT NULL;

ALTER TABLE refund DROP CONSTRAINT refund_reason_check;
ALTER TABLE refund ADD CONSTRAINT refund_reason_check
    CHECK (reason IN ('rejected', 'cancelled', 'expired', 'seat_unused', 'late_payment', 'by_admin',
                      'returned', 'lapsed', 'bonus_unused'));
