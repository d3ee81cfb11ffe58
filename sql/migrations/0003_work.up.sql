-- Assignments, what testers hand in, and what builders say to it.

CREATE TABLE assignment (
    id                 uuid PRIMARY KEY DEFAULT uuid7(),
    job_id             uuid NOT NULL REFERENCES job,
    tester_id          uuid NOT NULL REFERENCES account,
    seat               int CHECK (seat > 0),              -- null: given back
    state              text NOT NULL DEFAULT 'active'
                       CHECK (state IN ('active', 'delivered', 'completed', 'returned', 'lapsed', 'cancelled')),
    terms              jsonb NOT NULL,                    -- the job as it stood at the claim
    reward_minor       bigint NOT NULL CHECK (reward_minor > 0),
    fee_minor          bigint NOT NULL CHECK (fee_minor >= 0),
    currency           text NOT NULL,
    fee_schedule_id    bigint NOT NULL REFERENCES fee_schedule,
    claim_expires_at   timestamptz NOT NULL,
    work_began_at      timestamptz,                       -- the first draft was saved
    created_at         timestamptz NOT NULL DEFAULT now(),
    ended_at           timestamptz
);
-- A seat has one holder: the last word on two testers and one seat.
CREATE UNIQUE INDEX assignment_seat_unique ON assignment (job_id, seat);
CREATE UNIQUE INDEX assignment_tester_unique ON assignment (job_id, tester_id)
    WHERE state IN ('active', 'delivered', 'completed');
CREATE INDEX assignment_tester_idx ON assignment (tester_id, id DESC);

CREATE TABLE submission (
    id            uuid PRIMARY KEY DEFAULT uuid7(),
    assignment_id uuid NOT NULL REFERENCES assignment,
    state         text NOT NULL DEFAULT 'draft'
                  CHECK (state IN ('draft', 'submitted', 'needs_info', 'changes_requested', 'approved',
                                   'approved_partial', 'rejected', 'disputed', 'decided', 'lapsed', 'waived')),
    service_type  text NOT NULL,
    summary       text NOT NULL DEFAULT '',
    environment   jsonb NOT NULL DEFAULT '{}',
    report        jsonb NOT NULL DEFAULT '{}',
    decision      int NOT NULL DEFAULT 0,                 -- counts decisions that move money
    submitted_at  timestamptz,
    opened_at     timestamptz,                            -- the builder looked
    review_due_at timestamptz,
    dispute_due_at timestamptz,
    decided_at    timestamptz,
    reject_reason text CHECK (reject_reason IN ('out_of_scope', 'insufficient_evidence', 'not_reproducible',
                      'wrong_environment', 'instructions_not_followed', 'duplicate_known',
                      'plagiarised_or_generated', 'abusive')),
    comment       text,
    rating        int CHECK (rating BETWEEN 1 AND 5),
    created_at    timestamptz NOT NULL DEFAULT now(),
    updated_at    timestamptz NOT NULL DEFAULT now(),
    CHECK (state <> 'rejected' OR reject_reason IS NOT NULL)
);
CREATE INDEX submission_assignment_idx ON submission (assignment_id);
CREATE INDEX submission_review_idx ON submission (review_due_at) WHERE state = 'submitted';

CREATE TABLE finding (
    id              uuid PRIMARY KEY DEFAULT uuid7(),
    submission_id   uuid NOT NULL REFERENCES submission ON DELETE CASCADE,
    number          int NOT NULL,
    title           text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
    kind            text NOT NULL CHECK (kind IN ('functional', 'visual', 'content', 'crash', 'performance', 'usability',
                        'accessibility', 'localisation', 'compatibility', 'security', 'suggestion')),
    severity        text NOT NULL CHECK (severity IN ('critical', 'major', 'moderate', 'minor', 'trivial')),
    url             text,
    steps           jsonb NOT NULL DEFAULT '[]',
    expected        text NOT NULL,
    actual          text NOT NULL,
    reproducibility text NOT NULL CHECK (reproducibility IN ('always', 'often', 'sometimes', 'once')),
    state           text NOT NULL DEFAULT 'new'
                    CHECK (state IN ('new', 'triaged', 'valid', 'duplicate', 'known', 'informative', 'works_as_designed',
                        'not_reproducible', 'out_of_scope', 'spam', 'fixed', 'retest_ordered', 'verified', 'reopened', 'withdrawn')),
    created_at      timestamptz NOT NULL DEFAULT now(),
    updated_at      timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT finding_number_unique UNIQUE (submission_id, number)
);
