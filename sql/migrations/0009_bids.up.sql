-- Bids: a thread of offers between a tester and a builder about one seat of a role.

CREATE TABLE bid (
    id              uuid PRIMARY KEY DEFAULT uuid7(),
    job_id          uuid NOT NULL REFERENCES job,
    role_id         uuid NOT NULL REFERENCES job_role,
    tester_id       uuid NOT NULL REFERENCES account,
    state           text NOT NULL
                    CHECK (state IN ('draft', 'submitted', 'countered_by_builder', 'countered_by_tester', 'agreed',
                                     'awaiting_payment', 'accepted',
                                     'stale', 'rejected', 'withdrawn', 'expired', 'superseded')),
    previous_state  text,                                   -- of stale and awaiting_payment: where it goes back to
    revision        int NOT NULL DEFAULT 1,                 -- number of the latest
    counters        int NOT NULL DEFAULT 0,                 -- of both sides together
    round_from      int NOT NULL DEFAULT 1,                 -- the first revision whose figures bind
    job_revision    int NOT NULL,                           -- of the job, as its author knows it
    turn_expires_at timestamptz,
    reject_reason   text CHECK (reject_reason IN ('too_expensive', 'not_a_match', 'too_slow', 'other_tester',
                                                  'plan_changed', 'other')),
    reject_note     text,
    fee_schedule_id bigint REFERENCES fee_schedule,         -- sealed when its payment is opened, as are these:
    bonus_cap_minor bigint CHECK (bonus_cap_minor >= 0),    -- reserved for findings
    fee_minor       bigint CHECK (fee_minor >= 0),          -- the builder's, on the total and the bonus
    assignment_id   uuid NOT NULL DEFAULT uuid7(),          -- the id that its assignment will have
    created_at      timestamptz NOT NULL DEFAULT now(),
    updated_at      timestamptz NOT NULL DEFAULT now(),
    submitted_at    timestamptz,                            -- the builder could first see it
    ended_at        timestamptz,
    CONSTRAINT bid_sealed CHECK (state NOT IN ('awaiting_payment', 'accepted')
                                 OR (fee_schedule_id IS NOT NULL AND bonus_cap_minor IS NOT NULL AND fee_minor IS NOT NULL)),
    CONSTRAINT bid_rejected_why CHECK ((state = 'rejected') = (reject_reason IS NOT NULL)),
    CONSTRAINT bid_previous_state CHECK ((previous_state IS NOT NULL) = (state IN ('stale', 'awaiting_payment'))),
    CONSTRAINT bid_assignment_unique UNIQUE (assignment_id)
);
-- One bid of a tester for a role at a time; an accepted one has become an assignment.
CREATE UNIQUE INDEX bid_open_unique ON bid (role_id, tester_id)
    WHERE state IN ('draft', 'submitted', 'countered_by_builder', 'countered_by_tester', 'agreed',
                    'awaiting_payment', 'stale');
CREATE INDEX bid_job_idx ON bid (job_id, id DESC);
CREATE INDEX bid_job_tester_idx ON bid (job_id, tester_id, id DESC);
CREATE INDEX bid_tester_idx ON bid (tester_id, id DESC);

CREATE TABLE bid_revision (
    bid_id       uuid NOT NULL REFERENCES bid,
    number       int NOT NULL CHECK (number > 0),
    by           text NOT NULL CHECK (by IN ('builder', 'tester')),
    items        jsonb NOT NULL,                            -- [{item_id, amount_minor}], in the items' order
    total_minor  bigint NOT NULL CHECK (total_minor > 0),
    days         int NOT NULL CHECK (days BETWEEN 1 AND 60),
    message      text NOT NULL DEFAULT '',
    job_revision int NOT NULL,
    terms_hash   bytea NOT NULL CHECK (length(terms_hash) = 32), -- SHA-256 of api.role_terms() as offered for
    created_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (bid_id, number)
);
-- A draft is its author's own and may change; what the other side has seen may not.
CREATE FUNCTION bid_revision_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT state FROM bid WHERE id = OLD.bid_id) = 'draft' THEN
        RETURN COALESCE(NEW, OLD);
    END IF;
    RAISE EXCEPTION 'a revision of a bid is immutable' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER bid_revision_keep BEFORE UPDATE OR DELETE ON bid_revision
    FOR EACH ROW EXECUTE FUNCTION bid_revision_keep();

ALTER TABLE event ADD COLUMN bid_id uuid REFERENCES bid;
CREATE INDEX event_bid_idx ON event (bid_id, id) WHERE bid_id IS NOT NULL;

ALTER TABLE payment ADD CONSTRAINT payment_bid_fk FOREIGN KEY (bid_id) REFERENCES bid;
DROP INDEX payment_job_pending_unique;
CREATE UNIQUE INDEX payment_job_pending_unique ON payment (job_id) WHERE state = 'pending' AND bid_id IS NULL;
CREATE UNIQUE INDEX payment_bid_pending_unique ON payment (bid_id) WHERE state = 'pending';
CREATE INDEX payment_bid_idx ON payment (bid_id) WHERE bid_id IS NOT NULL;

ALTER TABLE assignment
    ADD COLUMN role_id uuid REFERENCES job_role,
    ADD COLUMN bid_id uuid UNIQUE REFERENCES bid,
    ADD CONSTRAINT assignment_of_bid CHECK ((role_id IS NULL) = (bid_id IS NULL));
DROP INDEX assignment_seat_unique, assignment_tester_unique;
CREATE UNIQUE INDEX assignment_seat_unique ON assignment (job_id, coalesce(role_id, job_id), seat);
CREATE UNIQUE INDEX assignment_tester_unique ON assignment (job_id, coalesce(role_id, job_id), tester_id)
    WHERE state IN ('active', 'delivered', 'completed');

ALTER TABLE clock DROP CONSTRAINT clock_entity_check;
ALTER TABLE clock ADD CONSTRAINT clock_entity_check
    CHECK (entity IN ('job', 'payment', 'assignment', 'submission', 'intent', 'bid', 'role'));

GRANT SELECT, INSERT, UPDATE ON bid, bid_revision TO peertest_app;
