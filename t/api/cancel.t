# SPDX-License-Identifier: Apache-2.0
# cancel.t - the builder ends an assignment before anything is handed in, and the tester is
# compensated; and the tester takes more time.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;
use PeerTest::Work;
use Test::More;

my $comment = { comment => 'The release was called off.' };
my $builder = as_builder();

sub cancel { my ($claim, $who) = @_; return api($who // $builder, 'cancelAssignment', { assignment_id => $claim->{id} }, $comment) }

# A seat of a simple job whose tester has begun.
sub make_begun {
    my ($tester, %job) = @_;
    my $claim = make_claim(make_job($builder, %job), $tester);
    is_ok(api($tester, 'saveSubmission', { submission_id => $claim->{submissions}[0]{id} }, make_report()), 'begun');
    return $claim;
}

# As if it had been claimed that many seconds earlier.
sub let_pass {
    my ($claim, $seconds) = @_;
    return sql(q{UPDATE assignment SET created_at = created_at - make_interval(secs => :'seconds'),
                                       claim_expires_at = claim_expires_at - make_interval(secs => :'seconds')
                  WHERE id = :'id'}, id => $claim->{id}, seconds => $seconds);
}

sub cost_of { my ($claim, $who) = @_; return api($who // $builder, 'getAssignment', { assignment_id => $claim->{id} })->{data}{compensation_minor} }

subtest 'before work has begun it costs nothing' => sub {
    my $tester = as_tester();
    my $job    = make_job($builder);
    my $claim  = make_claim($job, $tester);
    let_pass($claim, 100_000);
    is(cost_of($claim), 0, 'as shown');
    is(cost_of($claim, $tester), undef, 'to the builder alone');
    my $ended = is_ok(cancel($claim), 'cancelled');
    is_deeply([ @$ended{qw(state held_minor released_minor refunded_minor may_extend compensation_minor)} ],
        [ 'cancelled', 0, 0, 2750, JSON::PP::false(), undef ], 'all goes back');
    ok($ended->{ended_at}, 'and it has ended');
    is_state($claim->{id}, 'cancelled waived open', 'the other seat is still open');
    is_money($claim->{id}, { charged => 2750, refunded => 2750 }, 'cancelled');
    is(moves_of($claim->{id}), '1: back 2750 cancelled', 'cancelled');
    is(clocks_of($claim->{id}), '', 'no clock runs');
    is(mail_count('work_cancelled', $tester, $claim->{id}), 1, 'the tester gets a mail');
    is_deeply(timeline($tester, $claim->{id}), [ 'tester claimed', 'builder cancelled' ], 'the timeline says so');
    is(sql("SELECT concat_ws(' ', seats, seats_taken, seats_closed) FROM job WHERE id = :'id'", id => $job->{id}), '2 0 1', 'the seat does not come back');
    make_claim($job, $tester);
    is(sql("SELECT state FROM job WHERE id = :'id'", id => $job->{id}), 'filled', 'the same tester can take the other one');
    is(sql("SELECT count(*) FROM tester_stat WHERE account_id = :'id' AND ended > 0", id => $tester->{id}), 0, 'nothing on the tester\'s record');
    money_is_sound();
};

subtest 'what it costs when' => sub {
    for my $case (
        # what it is about, seconds that have passed, compensation, our fee of it
        [ 'begun',                           0,       625,  62 ],
        [ 'just before half of the time',    86_340,  625,  62 ],
        [ 'after half of the time',          86_460,  1250, 125 ],
        [ 'a moment before the end',         172_740, 1250, 125 ],
    ) {
        my ($name, $seconds, $paid, $fee) = @$case;
        my $tester = as_tester();
        my $claim  = make_begun($tester, seats => 1);
        let_pass($claim, $seconds);
        is(cost_of($claim), $paid, "$name: shown");
        is_ok(cancel($claim), "$name: cancelled");
        is_money($claim->{id}, { charged => 2750, released => $paid, fee => $fee, refunded => 2750 - $paid - $fee }, $name);
        is_state($claim->{id}, 'cancelled waived closed', $name);
        is_deeply([ map { $_->{amount_minor} } @{ api($tester, 'listPayouts')->{data}{items} } ], [$paid], "$name: paid");
    }
    money_is_sound();
};

subtest 'more time does not make it cheaper' => sub {
    my $tester = as_tester();
    my $claim  = make_begun($tester);
    is_ok(api($tester, 'extendAssignment', { assignment_id => $claim->{id} }), 'extended');
    let_pass($claim, 86_460);
    is(cost_of($claim), 1250, 'half of what was first agreed is over');
};

subtest 'what was sealed at the claim' => sub {
    my $claim = make_begun(as_tester());
    sql(q{UPDATE assignment SET compensation_begun = 10 WHERE id = :'id'}, id => $claim->{id});
    is(cost_of($claim), 250, 'is what it costs');
};

subtest 'a role, through the provider' => sub {
    my $tester     = make_payable(as_tester());
    my $assignment = make_started($builder, $tester,
        { amount_minor => 3333, bonus_unit_minor => 100, bonus_cap_minor => 500 }, { amount_minor => 1001 });
    is_ok(api($tester, 'saveSubmission', { submission_id => $assignment->{submissions}[0]{id} }, session_report()), 'begun');
    is(cost_of($assignment), 833 + 250, 'a quarter of each reward');
    is_ok(cancel($assignment), 'cancelled');
    items_are($assignment->{id}, 'cancelled waived waived', 'all of it');
    is_money($assignment->{id}, { charged => 5317, released => 1083, fee => 108, refunded => 4126 }, 'to the cent');
    is(sql("SELECT seats_taken FROM job_role WHERE id = :'id'", id => $assignment->{role_id}), 0, 'the seat can be bid for again');
    wait_until("SELECT count(*) = 2 FROM payout WHERE assignment_id = :'id' AND state = 'completed'", id => $assignment->{id});
    wait_until("SELECT count(*) = 2 FROM refund WHERE assignment_id = :'id' AND state = 'completed'", id => $assignment->{id});
    books_are($assignment->{job_id}, { gateway_balance => -108, platform_fees => 108 }, 'only our fee is left');
    money_is_sound();
};

subtest 'what is refused' => sub {
    my $tester = as_tester();
    my $claim  = make_begun($tester);
    is_problem(cancel($claim, as_builder()), 'not-found', 'another builder');
    is_problem(cancel($claim, $tester), 'forbidden', 'the tester');
    is_problem(api($builder, 'cancelAssignment', { assignment_id => $claim->{id} }, { comment => 'No.' }), 'invalid-input', 'without a word why');
    is_ok(api($tester, 'submitSubmission', { submission_id => $claim->{submissions}[0]{id} }), 'handed in');
    is(is_problem(cancel($claim), 'wrong-state', 'what was handed in')->{state}, 'submitted', 'says where it stands');
    is(cost_of($claim), undef, 'it has no price any more');
    is_ok(api($builder, 'requestChanges', { submission_id => $claim->{submissions}[0]{id} }, { comment => 'Please try a declined card.' }), 'sent back');
    is_problem(cancel($claim), 'wrong-state', 'nor what was sent back');
    is_money($claim->{id}, { charged => 2750, held => 2750 }, 'nothing has moved');

    my $ended = make_claim(make_job($builder), $tester);
    is_ok(cancel($ended), 'cancelled');
    is_problem(cancel($ended), 'wrong-state', 'once');
    is_problem(api($tester, 'returnAssignment', { assignment_id => $ended->{id} }), 'wrong-state', 'nor given back');
    money_is_sound();
};

subtest 'cancelled while it is handed in' => sub {
    my $tester  = as_tester();
    my $claim   = make_begun($tester);
    my @answers = at_once([ $builder, 'cancelAssignment', { assignment_id => $claim->{id} }, $comment ],
        [ $tester, 'submitSubmission', { submission_id => $claim->{submissions}[0]{id} } ]);
    is_deeply([ sort map { $_->{status} } @answers ], [ 200, 409 ], 'one of them');
    is_problem((grep { $_->{status} == 409 } @answers)[0], 'wrong-state', 'the other');
    my $state = sql("SELECT state FROM assignment WHERE id = :'id'", id => $claim->{id});
    is_money($claim->{id}, $state eq 'cancelled' ? { charged => 2750, released => 625, fee => 62, refunded => 2063 }
        : { charged => 2750, held => 2750 }, $state);
    money_is_sound();
};

subtest 'more time, once' => sub {
    my $tester = as_tester();
    my $claim  = make_claim(make_job($builder), $tester);
    my $which  = { assignment_id => $claim->{id} };
    is_deeply([ @$claim{qw(may_extend extended_at)} ], [ JSON::PP::true(), undef ], 'the tester may');
    my $longer = is_ok(api($tester, 'extendAssignment', $which), 'extended');
    ok(!$longer->{may_extend} && $longer->{extended_at}, 'and not again');
    is(sql(q{SELECT round(extract(epoch FROM :'after'::timestamptz - :'before'::timestamptz))},
        after => $longer->{claim_expires_at}, before => $claim->{claim_expires_at}), 86400, 'by a day');
    is(clocks_of($claim->{id}) =~ s/(\d+)/100 * int(($1 + 50) \/ 100)/gre, 'claim_expires=259200 claim_reminder=172800', 'the clocks move');
    is(is_problem(api($tester, 'extendAssignment', $which), 'extension-used-up', 'a second time')->{state}, 'active', 'says where it stands');
    is_deeply(timeline($tester, $claim->{id}), [ 'tester claimed', 'tester extended' ], 'the timeline says so');
    is_money($claim->{id}, { charged => 2750, held => 2750 }, 'nothing moves');
};

subtest 'who gets no more time' => sub {
    my $tester = as_tester();
    my $claim  = make_begun($tester);
    my $which  = { assignment_id => $claim->{id} };
    is_problem(api(as_tester(), 'extendAssignment', $which), 'not-found', 'another tester');
    is_problem(api($builder, 'extendAssignment', $which), 'forbidden', 'the builder');
    sql(q{UPDATE assignment SET claim_expires_at = now() - interval '1 second' WHERE id = :'id'}, id => $claim->{id});
    is_problem(api($tester, 'extendAssignment', $which), 'wrong-state', 'when it is over');
    sql(q{UPDATE assignment SET claim_expires_at = now() + interval '1 hour' WHERE id = :'id'}, id => $claim->{id});
    is_ok(api($tester, 'submitSubmission', { submission_id => $claim->{submissions}[0]{id} }), 'handed in');
    is(is_problem(api($tester, 'extendAssignment', $which), 'wrong-state', 'what was handed in')->{state}, 'delivered', 'says where it stands');
    is(sql("SELECT count(*) FROM assignment WHERE id = :'id' AND extended_at IS NULL", id => $claim->{id}), 1, 'nothing has changed');
};

subtest 'extended while the time ends' => sub {
    my $tester = as_tester();
    my $claim  = make_claim(make_job($builder), $tester);
    sql(q{UPDATE clock SET due_at = now() WHERE entity_id = :'id' AND transition = 'claim_expires'; NOTIFY peertest_queue}, id => $claim->{id});
    my $answer = api($tester, 'extendAssignment', { assignment_id => $claim->{id} });
    run_jobs();
    my $state = sql("SELECT state FROM assignment WHERE id = :'id'", id => $claim->{id});
    if ($answer->{status} == 200) {
        is($state, 'active', 'the tester was quicker: it goes on');
        is_money($claim->{id}, { charged => 2750, held => 2750 }, 'extended');
        like(clocks_of($claim->{id}), qr/^claim_expires=/, 'and its clock runs');
    }
    else {
        is_problem($answer, 'wrong-state', 'the clock was quicker');
        is($state, 'lapsed', 'it is over');
        is_money($claim->{id}, {}, 'lapsed');
    }
    money_is_sound();
};

done_testing();
