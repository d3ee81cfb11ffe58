# SPDX-License-Identifier: Apache-2.0
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Work;
use Test::More;

my $builder = as_builder();

sub strike {
    my ($transition, $submission) = @_;
    move_clock('submission', $submission->{id}, $transition);
    return;
}

# A rejected submission and its job. Options: as make_job.
sub make_rejected {
    my (%job) = @_;
    my $job        = make_job($builder, %job);
    my $tester     = as_tester();
    my $submission = make_submission($job, $tester);
    api($builder, 'rejectSubmission', { submission_id => $submission->{id} },
        { reason => 'out_of_scope', comment => 'This is another page.' });
    return ($submission, $job, $tester);
}

# A clock whose reason has gone, as it is left when both happen at once.
sub leave_clock {
    my ($entity, $id, $transition) = @_;
    sql(q{INSERT INTO clock (entity, entity_id, transition, due_at)
          VALUES (:'entity', :'id', :'transition', now() + interval '1 day')},
        entity => $entity, id => $id, transition => $transition);
    move_clock($entity, $id, $transition);
    return;
}

sub refunds_of {
    my ($claim) = @_;
    return sql(q{SELECT coalesce(string_agg(concat_ws(' ', amount_minor, currency, reason), ', '), '')
                   FROM refund WHERE assignment_id = :'id'}, id => $claim);
}

subtest 'the time to deliver is over' => sub {
    my $job    = make_job($builder, seats => 1);
    my $tester = as_tester();
    my $claim  = make_claim($job, $tester)->{id};
    move_clock('assignment', $claim, 'claim_expires');
    is_state($claim, 'lapsed lapsed open', 'lapsed');
    is_money($claim, {}, 'lapsed');
    is(clocks_of($claim), '', 'no clock runs');
    is_deeply(timeline($tester, $claim), [ 'tester claimed', 'clock lapsed' ], 'the timeline says so');
    is(mail_count('claim_lapsed', $tester, $claim), 1, 'the tester gets a mail');
    my $next = make_claim($job, as_tester())->{id};
    is_money($next, { charged => 2750, held => 2750 }, 'somebody else takes the seat');
    is_state($next, 'active draft filled', 'the job is full again');
};

subtest 'a reminder before the time to deliver is over' => sub {
    my $tester = as_tester();
    my $claim  = make_claim(make_job($builder), $tester);
    move_clock('assignment', $claim->{id}, 'claim_reminder');
    is(mail_count('claim_reminder', $tester, $claim->{id}), 1, 'the tester gets a mail');
    is(clocks_of($claim->{id}), 'claim_expires=172800', 'the time still runs');
    is(clocks_of(make_claim(make_job($builder, claim_hours => 24), $tester)->{id}), 'claim_expires=86400', 'none where there is one day alone');
    api($tester, 'saveSubmission', { submission_id => $claim->{submissions}[0]{id} }, make_report());
    api($tester, 'submitSubmission', { submission_id => $claim->{submissions}[0]{id} });
    leave_clock('assignment', $claim->{id}, 'claim_reminder');
    is(mail_count('claim_reminder', $tester, $claim->{id}), 1, 'nor of what was handed in');
};

subtest 'the time to make changes is over' => sub {
    my $tester     = as_tester();
    my $submission = make_submission(make_job($builder, seats => 1), $tester);
    my $claim      = $submission->{assignment_id};
    api($builder, 'requestChanges', { submission_id => $submission->{id} }, { comment => 'Please try a declined card.' });
    strike('changes_expires', $submission);
    is_state($claim, 'delivered submitted filled', 'it counts as handed in');
    is(clocks_of($claim), 'review_expires=604800 review_half=302400 review_last_day=518400', 'a new review');
    is(mail_count('submission_received', $builder, $claim), 2, 'the builder is told');
    is_deeply([ @{ timeline($tester, $claim) }[ 2, 3 ] ], [ 'builder changes_requested', 'clock resumed' ], 'the timeline says so');
    my $seen = api($tester, 'getSubmission', { submission_id => $submission->{id} })->{data};
    is_deeply([ @$seen{qw(submitted_at changes_due_at)} ], [ $submission->{submitted_at}, undef ], 'as it was handed in at first');
    leave_clock('submission', $submission->{id}, 'changes_expires');
    is_state($claim, 'delivered submitted filled', 'a second time does nothing');
};

subtest 'the time to answer was over before' => sub {
    my $submission = make_submission(make_job($builder), my $tester = as_tester());
    my $which      = { submission_id => $submission->{id} };
    api($builder, 'requestInfo', $which, { question => 'Which card did you use?' });
    api($tester, 'replyInfo', $which, { answer => 'A Visa card.' });
    leave_clock('submission', $submission->{id}, 'info_expires');
    my $seen = api($tester, 'getSubmission', $which)->{data};
    is_deeply([ @$seen{qw(state info_answer info_unanswered)} ], [ 'submitted', 'A Visa card.', JSON::PP::false() ], 'the answer stands');
    is(mail_count('info_unanswered', $builder, $submission->{assignment_id}), 0, 'and there is no mail');
};

subtest 'an approved part is settled once' => sub {
    my $submission = make_submission(make_job($builder, seats => 1), as_tester());
    my $claim      = $submission->{assignment_id};
    api($builder, 'approvePartially', { submission_id => $submission->{id} }, { percent => 20, comment => 'Most of it is missing.' });
    strike('dispute_expires', $submission);
    leave_clock('submission', $submission->{id}, 'dispute_expires');
    is_state($claim, 'completed approved_partial closed', 'over');
    is_money($claim, { charged => 2750, released => 500, fee => 50, refunded => 2200 }, 'once');
    is(moves_of($claim), '1: paid 500, 2: back 2200 partial', 'once');
};

subtest 'a claim that was kept does not lapse' => sub {
    my $submission = make_submission(make_job($builder), my $tester = as_tester());
    my $claim      = $submission->{assignment_id};
    leave_clock('assignment', $claim, 'claim_expires');
    is_state($claim, 'delivered submitted open', 'handed in');
    is_money($claim, { charged => 2750, held => 2750 }, 'handed in');
    is(mail_count('claim_lapsed', $tester, $claim), 0, 'and there is no mail');
};

subtest 'reminders, while the review waits' => sub {
    my $submission = make_submission(make_job($builder), as_tester());
    my $claim      = $submission->{assignment_id};
    strike('review_half', $submission);
    is(mail_count('review_reminder', $builder, $claim), 1, 'at half time');
    strike('review_last_day', $submission);
    is(mail_count('review_reminder', $builder, $claim), 2, 'and on the last day');
    is(clocks_of($claim), 'review_expires=604800', 'the review goes on');
    api($builder, 'approveSubmission', { submission_id => $submission->{id} }, {});
    leave_clock('submission', $submission->{id}, 'review_half');
    is(mail_count('review_reminder', $builder, $claim), 2, 'none after it');
};

subtest 'silence is approval' => sub {
    my $submission = make_submission(make_job($builder, seats => 1), my $tester = as_tester());
    my $claim      = $submission->{assignment_id};
    strike('review_expires', $submission);
    is_state($claim, 'completed approved closed', 'approved');
    is_money($claim, { charged => 2750, released => 2500, fee => 250 }, 'approved');
    is(sql(q{SELECT count(*) FROM payout WHERE assignment_id = :'id'}, id => $claim), 1, 'the payout is written');
    is(clocks_of($claim), '', 'no clock runs');
    is_deeply(timeline($tester, $claim), [ 'tester claimed', 'tester submitted', 'clock approved' ], 'by the clock');
    is(mail_count('submission_auto_approved', $_, $claim), 1, 'a mail to each side') for $tester, $builder;
    leave_clock('submission', $submission->{id}, 'review_expires');
    is_money($claim, { charged => 2750, released => 2500, fee => 250 }, 'once');
};

subtest 'what was rejected is not approved by the clock' => sub {
    my ($submission) = make_rejected();
    leave_clock('submission', $submission->{id}, 'review_expires');
    is_state($submission->{assignment_id}, 'delivered rejected open', 'rejected');
    is_money($submission->{assignment_id}, { charged => 2750, held => 2750 }, 'rejected');
};

subtest 'the clock and the builder at once' => sub {
    for my $round (1 .. 3) {
        my $submission = make_submission(make_job($builder), as_tester());
        my $claim      = $submission->{assignment_id};
        sql(q{UPDATE clock SET due_at = now() WHERE entity_id = :'id' AND transition = 'review_expires'}, id => $submission->{id});
        my $answer = api($builder, 'rejectSubmission', { submission_id => $submission->{id} },
            { reason => 'out_of_scope', comment => 'This is another page.' });
        my $won = $answer->{status} == 200 ? 'rejected' : 'approved';
        is(is_problem($answer, 'wrong-state', 'the builder came late')->{state}, 'approved', 'and is told') if $won eq 'approved';
        is_state($claim, $won eq 'rejected' ? 'delivered rejected open' : 'completed approved open', "round $round, $won");
        is_money($claim, { charged => 2750, $won eq 'rejected' ? (held => 2750) : (released => 2500, fee => 250) }, $won);
    }
};

subtest 'a rejected seat reopens' => sub {
    my ($submission, $job, $tester) = make_rejected(seats => 1, on_rejection => 'reopen');
    my $claim = $submission->{assignment_id};
    is_state($claim, 'delivered rejected filled', 'rejected');
    strike('dispute_expires', $submission);
    is_state($claim, 'completed rejected open', 'over');
    is_money($claim, {}, 'over');
    is(refunds_of($claim), '', 'nothing is refunded');
    is_deeply(timeline($tester, $claim), [ 'tester claimed', 'tester submitted', 'builder rejected', 'clock settled' ], 'the timeline says so');
    is_problem(api($tester, 'claimJob', { job_id => $job->{id} }), 'already-claimed', 'not for the same tester');
    my $next = make_submission($job, as_tester());
    is_money($next->{assignment_id}, { charged => 2750, held => 2750 }, 'another takes it');
    is(sql(q{SELECT seat FROM assignment WHERE id = :'id'}, id => $next->{assignment_id}), 1, 'the same seat');
    api($builder, 'approveSubmission', { submission_id => $next->{id} }, {});
    is_state($next->{assignment_id}, 'completed approved closed', 'and the job is done');
    is_money($next->{assignment_id}, { charged => 2750, released => 2500, fee => 250 }, 'done');
};

subtest 'or is refunded, as the builder chose' => sub {
    my ($submission, $job, $tester) = make_rejected(seats => 1, on_rejection => 'refund');
    my $claim = $submission->{assignment_id};
    strike('dispute_expires', $submission);
    is_state($claim, 'completed rejected closed', 'the job is over');
    is_money($claim, { charged => 2750, refunded => 2750 }, 'refunded');
    is(refunds_of($claim), '2750 usd rejected', 'the refund is written');
    is(sql(q{SELECT concat_ws(' ', seats_taken, seats_closed) FROM job WHERE id = :'id'}, id => $job->{id}), '0 1', 'the seat is gone');
    my $seen = api($tester, 'getAssignment', { assignment_id => $claim })->{data};
    is_deeply([ @$seen{qw(held_minor released_minor refunded_minor)} ], [ 0, 0, 2750 ], 'both sides see it');
    leave_clock('submission', $submission->{id}, 'dispute_expires');
    is(refunds_of($claim), '2750 usd rejected', 'once');
};

subtest 'or when nobody could take it any more' => sub {
    for my $case ([ 'the deadline has passed', "deadline_at = now()" ], [ 'the job was stopped', "stop_reason = 'cancelled'" ]) {
        my ($name, $set) = @$case;
        my ($submission, $job) = make_rejected(seats => 1, on_rejection => 'reopen');
        sql("UPDATE job SET $set WHERE id = :'id'", id => $job->{id});
        strike('dispute_expires', $submission);
        is_state($submission->{assignment_id}, 'completed rejected closed', $name);
        is_money($submission->{assignment_id}, { charged => 2750, refunded => 2750 }, $name);
    }
};

subtest 'a rejection that was settled stays so' => sub {
    my ($submission) = make_rejected(seats => 1);
    strike('dispute_expires', $submission);
    leave_clock('submission', $submission->{id}, 'dispute_expires');
    is_state($submission->{assignment_id}, 'completed rejected open', 'once');
    is(sql(q{SELECT seats_taken FROM job WHERE id = :'id'}, id => $submission->{job_id}), 0, 'one seat came back, not two');
};

# Several workers look at the same moment; a reminder has no state that would stop the second.
subtest 'a clock strikes once' => sub {
    my $submission = make_submission(make_job($builder), as_tester());
    for my $time (1 .. 25) {
        sql(q{INSERT INTO clock (entity, entity_id, transition, due_at) VALUES ('submission', :'id', 'review_half', now())
                  ON CONFLICT ON CONSTRAINT clock_unique DO UPDATE SET due_at = excluded.due_at}, id => $submission->{id});
        wait_until(q{SELECT NOT EXISTS (SELECT FROM clock WHERE entity_id = :'id' AND transition = 'review_half')}, id => $submission->{id});
    }
    is(sql(q{SELECT count(*) FROM notice WHERE kind = 'review_reminder' AND data ->> 'submission_id' = :'id'}, id => $submission->{id}),
        25, 'as many reminders as times');
};

done_testing();
