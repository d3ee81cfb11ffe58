-- Disputes: one at most for a submission, about the money that is still held for it.

CREATE TABLE dispute (
    id                 uuid PRIMARY KEY DEFAULT uuid7(),
    submission_id      uuid NOT NULL REFERENCES submission,
    assignment_id      uuid NOT NULL REFERENCES assignment,
    job_id             uuid NOT NULL REFERENCES job,
    tester_id          uuid NOT NULL REFERENCES account,
    builder_id         uuid NOT NULL REFERENCES account,
    opened_by          text NOT NULL CHECK (opened_by IN ('tester', 'builder')),
    kind               text NOT NULL CHECK (kind IN ('scope', 'evidence', 'severity', 'duplicate', 'environment',
                                                     'conduct', 'payment')),
    state              text NOT NULL DEFAULT 'open'
                       CHECK (state IN ('open', 'answered', 'decided', 'appealed', 'closed')),
    statement          text NOT NULL CHECK (length(statement) BETWEEN 1 AND 2000),
    -- What both sides had when it was opened, and SHA-256 of its text.
    case_file          jsonb NOT NULL,
    case_hash          bytea NOT NULL CHECK (length(case_hash) = 32),
    -- Of reward and bonus: what the split is about, and what was granted before.
    at_stake_minor     bigint NOT NULL CHECK (at_stake_minor >= 0),
    paid_before_minor  bigint NOT NULL CHECK (paid_before_minor >= 0),
    currency           text NOT NULL,
    answer             text CHECK (length(answer) BETWEEN 1 AND 2000),
    -- The decision: of what is at stake, so many per cent are the tester's.
    tester_percent     int CHECK (tester_percent BETWEEN 0 AND 100),
    outcome            text CHECK (outcome IN ('agreed', 'decided', 'silence', 'appeal', 'hard_stop')),
    reason             text CHECK (length(reason) BETWEEN 3 AND 500),
    summary            text CHECK (length(summary) BETWEEN 1 AND 500),
    decided_by         uuid REFERENCES account,
    tester_accepted_at timestamptz,
    builder_accepted_at timestamptz,
    appealed_by        text CHECK (appealed_by IN ('tester', 'builder')),
    appeal_statement   text CHECK (length(appeal_statement) BETWEEN 1 AND 2000),
    appeal_percent     int CHECK (appeal_percent BETWEEN 0 AND 100),
    appeal_reason      text CHECK (length(appeal_reason) BETWEEN 3 AND 500),
    appeal_decided_by  uuid REFERENCES account,
    final_percent      int GENERATED ALWAYS AS (COALESCE(appeal_percent, tester_percent)) STORED,
    -- What the split gave the tester, before the tester's fee.
    awarded_minor      bigint CHECK (awarded_minor >= 0),
    opened_at          timestamptz NOT NULL DEFAULT now(),
    settlement_due_at  timestamptz NOT NULL,
    answer_due_at      timestamptz NOT NULL,
    hard_stop_at       timestamptz NOT NULL,
    answered_at        timestamptz,
    decision_due_at    timestamptz,
    decided_at         timestamptz,
    appeal_due_at      timestamptz,
    appealed_at        timestamptz,
    closed_at          timestamptz,
    CONSTRAINT dispute_one_per_submission UNIQUE (submission_id),
    CONSTRAINT dispute_answered CHECK ((answer IS NULL) = (answered_at IS NULL) AND (state <> 'answered' OR answer IS NOT NULL)),
    CONSTRAINT dispute_decided CHECK (state IN ('open', 'answered') = (tester_percent IS NULL)
                                      AND (tester_percent IS NULL) = (outcome IS NULL)),
    CONSTRAINT dispute_appealed CHECK ((appealed_by IS NULL) = (appealed_at IS NULL)
                                       AND (appealed_by IS NULL) = (appeal_statement IS NULL)
                                       AND (state <> 'appealed' OR appealed_by IS NOT NULL)),
    -- The second look is somebody else's.
    CONSTRAINT dispute_other_judge CHECK (appeal_decided_by <> decided_by),
    CONSTRAINT dispute_closed CHECK ((state = 'closed') = (closed_at IS NOT NULL)
                                     AND (state = 'closed') = (awarded_minor IS NOT NULL)
                                     AND awarded_minor <= at_stake_minor)
);
CREATE INDEX dispute_tester_idx ON dispute (tester_id, id DESC);
CREATE INDEX dispute_builder_idx ON dispute (builder_id, id DESC);
CREATE INDEX dispute_state_idx ON dispute (state, id DESC);
CREATE INDEX dispute_closed_idx ON dispute (closed_at DESC, id DESC) WHERE state = 'closed';

-- A split that a side would agree to; its latest one stands.
CREATE TABLE dispute_proposal (
    dispute_id     uuid NOT NULL REFERENCES dispute,
    number         int NOT NULL CHECK (number > 0),
    by             text NOT NULL CHECK (by IN ('tester', 'builder')),
    tester_percent int NOT NULL CHECK (tester_percent BETWEEN 0 AND 100),
    created_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (dispute_id, number)
);
CREATE TRIGGER dispute_proposal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON dispute_proposal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The case file is locked, what was said stays said, and what is closed stays closed.
CREATE FUNCTION dispute_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.state <> 'closed'
       AND (NEW.id, NEW.submission_id, NEW.assignment_id, NEW.job_id, NEW.tester_id, NEW.builder_id, NEW.opened_by, NEW.kind,
            NEW.statement, NEW.case_file, NEW.case_hash, NEW.at_stake_minor, NEW.paid_before_minor, NEW.currency,
            NEW.opened_at)
           = (OLD.id, OLD.submission_id, OLD.assignment_id, OLD.job_id, OLD.tester_id, OLD.builder_id, OLD.opened_by, OLD.kind,
              OLD.statement, OLD.case_file, OLD.case_hash, OLD.at_stake_minor, OLD.paid_before_minor, OLD.currency,
              OLD.opened_at)
       AND (OLD.answer IS NULL OR NEW.answer = OLD.answer)
       AND (OLD.tester_percent IS NULL OR NEW.tester_percent = OLD.tester_percent)
       AND (OLD.reason IS NULL OR NEW.reason = OLD.reason)
       AND (OLD.appeal_statement IS NULL OR NEW.appeal_statement = OLD.appeal_statement) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a dispute is not rewritten' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER dispute_keep BEFORE UPDATE OR DELETE ON dispute
    FOR EACH ROW EXECUTE FUNCTION dispute_keep();
CREATE TRIGGER dispute_no_truncate BEFORE TRUNCATE ON dispute
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What disputes say about both sides: rejections that did not stand.
ALTER TABLE tester_stat
    ADD COLUMN disputes int NOT NULL DEFAULT 0,            -- about the tester's work, closed
    ADD COLUMN overturned int NOT NULL DEFAULT 0;          -- ... of which the tester was given half or more
ALTER TABLE builder_stat
    ADD COLUMN disputes int NOT NULL DEFAULT 0,
    ADD COLUMN overturned int NOT NULL DEFAULT 0;

ALTER TABLE clock DROP CONSTRAINT clock_entity_check;
ALTER TABLE clock ADD CONSTRAINT clock_entity_check
    CHECK (entity IN ('job', 'payment', 'assignment', 'submission', 'intent', 'bid', 'role', 'dispute'));

GRANT SELECT, INSERT, UPDATE ON dispute TO peertest_app;
GRANT SELECT, INSERT ON dispute_proposal TO peertest_app;
