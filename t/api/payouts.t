# SPDX-License-Identifier: Apache-2.0
# payouts.t - testers set up where they are paid to, and get what they earned.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;
use Test::More;

my $builder = as_builder();
my $job     = make_paid_job($builder, seats => 8);

# Work that its builder has approved. Returns the submission.
sub approved_work {
    my ($tester, $of) = @_;
    my $submission = make_submission($of // $job, $tester);
    is_ok(api($builder, 'approveSubmission', { submission_id => $submission->{id} }, { rating => 5 }), 'approved');
    return $submission;
}

sub payout_of {
    my ($submission) = @_;
    return sql("SELECT id FROM payout WHERE submission_id = :'id'", id => $submission->{id});
}

sub account_of {
    my ($tester) = @_;
    return sql("SELECT stripe_account_id FROM account WHERE id = :'id'", id => $tester->{id});
}

sub onboarding_state {
    my ($tester) = @_;
    return is_ok(api($tester, 'getPayoutAccount'), 'the account is there')->{state};
}

# The onboarding ends in some way at the provider.
sub onboarded {
    my ($tester, $outcome) = @_;
    sandbox('POST', 'accounts/' . account_of($tester) . '/complete', { outcome => $outcome });
    wait_until("SELECT payout_state = :'state' FROM account WHERE id = :'id'", state => $outcome, id => $tester->{id});
    run_jobs();
    return;
}

sub new_tester { return as_account(roles => ['tester']) }

subtest 'a tester sets up the payout account' => sub {
    my $tester = new_tester();
    is(onboarding_state($tester), 'none', 'there is none');
    my $link = is_ok(api($tester, 'startPayoutOnboarding', {}, {}), 'started');
    like($link->{url}, qr{^https?://.*/onboarding/}, 'there is a page to go to');
    is(onboarding_state($tester), 'pending', 'under way');
    my $account = account_of($tester);
    my $second  = is_ok(api($tester, 'startPayoutOnboarding', {}, {}), 'and again');
    isnt($second->{url}, $link->{url}, 'links are made anew');
    is(account_of($tester), $account, 'for the same account');
    is(stripe(GET => "accounts/$account")->{metadata}{account}, $tester->{id}, 'which names its owner');
    for my $outcome (qw(restricted active rejected)) {
        onboarded($tester, $outcome);
        is(onboarding_state($tester), $outcome, $outcome);
    }
};

subtest 'what no event told is seen with the next link' => sub {
    my $tester = new_tester();
    api($tester, 'startPayoutOnboarding', {}, {});
    without_events(sub {
        sandbox('POST', 'accounts/' . account_of($tester) . '/complete', { outcome => 'active' });
        is(onboarding_state($tester), 'pending', 'not known yet');
        api($tester, 'startPayoutOnboarding', {}, {});
        is(onboarding_state($tester), 'active', 'now it is');
    });
    release_events();
};

subtest 'approved work is paid' => sub {
    my $tester     = make_payable(as_tester());
    my $claim      = make_claim($job, $tester);
    my $submission = $claim->{submissions}[0];
    my $earnings   = is_ok(api($tester, 'getEarnings'), 'earnings');
    is_deeply($earnings->{items}, [ {
        currency => 'usd', held_minor => 2500, pending_minor => 0, processing_minor => 0, completed_minor => 0, failed_minor => 0,
    } ], 'the reward is held');
    api($tester, 'saveSubmission', { submission_id => $submission->{id} }, make_report());
    is_ok(api($tester, 'submitSubmission', { submission_id => $submission->{id} }), 'handed in');
    my $payout = without_events(sub {
        is_ok(api($builder, 'approveSubmission', { submission_id => $submission->{id} }, {}), 'approved');
        run_jobs();
        return is_ok(api($tester, 'listPayouts'), 'the payouts')->{items}[0];
    });
    is($payout->{state}, 'processing', 'on its way');
    is("$payout->{amount_minor} $payout->{currency}", '2500 usd', 'the whole reward');
    is($payout->{submission_id}, $submission->{id}, 'for this work');
    is($payout->{job_title}, $job->{title}, 'of this job');
    release_events();
    $payout = is_ok(api($tester, 'listPayouts'), 'the payouts')->{items}[0];
    is($payout->{state}, 'completed', 'paid');
    ok($payout->{completed_at}, 'with its time');
    my $transfer = stripe(GET => 'transfers?transfer_group=job_' . $job->{id})->{data}[0];
    is($transfer->{amount}, 2500, 'the provider has it');
    is($transfer->{destination}, account_of($tester), 'for the right account');
    is($transfer->{source_transaction}, sql("SELECT charge_id FROM payment WHERE job_id = :'id'", id => $job->{id}), 'drawn on the charge');
    is(is_ok(api($tester, 'getEarnings'), 'earnings')->{items}[0]{completed_minor}, 2500, 'earned');
    is(sql("SELECT concat_ws(' ', charged, held, released, fee, refunded) FROM audit.assignment_money WHERE assignment = :'id'",
        id => $claim->{id}), '2750 0 2500 250 0', 'the seat is settled to the cent');
    ok((grep { $_->{subject} =~ /25\.00.*transferred/ } mails_to($tester->{email})), 'the tester has a mail');
};

subtest 'earnings of a time' => sub {
    my $tester = make_payable(as_tester());
    my $work   = approved_work($tester);
    run_jobs();
    wait_until("SELECT state = 'completed' FROM payout WHERE submission_id = :'id'", id => $work->{id});
    my $past   = is_ok(api($tester, 'getEarnings', { to   => '2020-01-01T00:00:00Z' }), 'long ago');
    my $now    = is_ok(api($tester, 'getEarnings', { from => '2020-01-01T00:00:00.000Z' }), 'since then');
    is($past->{items}[0]{completed_minor}, 0, 'nothing long ago');
    is($now->{items}[0]{completed_minor}, 2500, 'all of it since');
    is($now->{from}, '2020-01-01T00:00:00.000Z', 'and the answer says since when');
    is_problem(api($tester, 'getEarnings', { from => 'yesterday' }), 'invalid-input', 'a time is a time');
};

subtest 'an account that cannot be paid waits, and gets it later' => sub {
    my $tester     = make_payable(as_tester());
    my $submission = make_submission($job, $tester);
    onboarded($tester, 'restricted');
    is_ok(api($builder, 'approveSubmission', { submission_id => $submission->{id} }, {}), 'approved');
    run_jobs();
    is(state_of('payout', payout_of($submission)), 'pending', 'the payout waits');
    is(intents_of($submission->{id}), '', 'nothing was sent');
    my $payout = is_ok(api($tester, 'listPayouts'), 'the payouts')->{items}[0];
    is($payout->{waits_for}, 'account', 'the tester sees for what');
    ok($payout->{waits_since}, 'and since when');
    onboarded($tester, 'active');
    wait_until("SELECT state = 'completed' FROM payout WHERE submission_id = :'id'", id => $submission->{id});
    is(intents_of($submission->{id}), 'succeeded 1', 'sent once');
};

subtest 'a refused transfer is shown, and tried again when the account is in order' => sub {
    my $tester     = make_payable(as_tester());
    my $submission = make_submission($job, $tester);
    without_events(sub {
        sandbox('POST', 'accounts/' . account_of($tester) . '/complete', { outcome => 'restricted' });
        is_ok(api($builder, 'approveSubmission', { submission_id => $submission->{id} }, {}), 'approved');
        run_jobs();
    });
    my $payout = is_ok(api($tester, 'listPayouts'), 'the payouts')->{items}[0];
    is("$payout->{state} $payout->{failure_code}", 'failed insufficient_capabilities_for_transfer', 'failed, and says why');
    is(is_ok(api($tester, 'getEarnings'), 'earnings')->{items}[0]{failed_minor}, 2500, 'it is still the tester\'s');
    is(sql("SELECT sum(amount_minor) FROM ledger_line WHERE account = 'tester_payable:' || :'id'", id => $tester->{id}), 2500, 'and owed');
    ok((grep { $_->{subject} =~ /needs attention/ } mails_to($tester->{email})), 'the tester has a mail');
    release_events();
    wait_until("SELECT payout_state = 'restricted' FROM account WHERE id = :'id'", id => $tester->{id});
    onboarded($tester, 'active');
    wait_until("SELECT state = 'completed' FROM payout WHERE submission_id = :'id'", id => $submission->{id});
    is(intents_of($submission->{id}), 'failed 1, succeeded 2', 'under a new key, after a look-up');
    ok(sql("SELECT looked_up_at FROM money_intent WHERE subject_id = :'id' AND generation = 1", id => $submission->{id}), 'which is on record');
};

subtest 'an administrator has a failed one tried again' => sub {
    my $tester     = make_payable(as_tester());
    my $submission = make_submission($job, $tester);
    my $admin      = as_admin(scopes => ['finance']);
    my %reason     = (reason => 'The account is in order.');
    without_events(sub {
        sandbox('POST', 'accounts/' . account_of($tester) . '/complete', { outcome => 'restricted' });
        is_ok(api($builder, 'approveSubmission', { submission_id => $submission->{id} }, {}), 'approved');
        run_jobs();
        sandbox('POST', 'accounts/' . account_of($tester) . '/complete', { outcome => 'active' });
    });
    my %which  = (payout_id => payout_of($submission));
    my $listed = is_ok(api($admin, 'adminListPayouts', { q => $which{payout_id}, state => 'failed' }), 'the list')->{items}[0];
    is("$listed->{failure_code} $listed->{attempts}", 'insufficient_capabilities_for_transfer 1', 'says why');
    sql("UPDATE account SET payout_state = 'restricted' WHERE id = :'id'", id => $tester->{id});
    is_problem(api($admin, 'retryPayout', \%which, \%reason), 'not-payable', 'not while the account cannot be paid');
    sql("UPDATE account SET payout_state = 'active' WHERE id = :'id'", id => $tester->{id});
    is_problem(api(as_admin(scopes => ['support']), 'retryPayout', \%which, \%reason), 'forbidden', 'it is for finance');
    my @answers = at_once(map { [ as_admin(), 'retryPayout', \%which, \%reason ] } 1 .. 2);
    is_deeply([ sort map { $_->{status} } @answers ], [ 200, 409 ], 'two at once: one of them does it');
    wait_until("SELECT state = 'completed' FROM payout WHERE id = :'id'", id => $which{payout_id});
    is(intents_of($submission->{id}), 'failed 1, succeeded 2', 'under a new key, after a look-up');
    is_problem(api($admin, 'retryPayout', \%which, \%reason), 'wrong-state', 'what is done is done');
    release_events();
};

subtest 'while the provider is down, a payout says so' => sub {
    my $tester     = make_payable(as_tester());
    my $submission = make_submission($job, $tester);
    with_fault({ kind => '429', method => 'POST', path_prefix => '/v1/transfers' }, sub {
        without_retries(sub {
            is_ok(api($builder, 'approveSubmission', { submission_id => $submission->{id} }, {}), 'approved');
            run_jobs();
            my $payout = is_ok(api($tester, 'listPayouts'), 'the payouts')->{items}[0];
            is("$payout->{state} $payout->{waits_for}", 'pending provider', 'it waits for the provider');
            ok($payout->{waits_since}, 'since then');
        });
        hurry();
    });
    wait_until("SELECT state = 'completed' FROM payout WHERE submission_id = :'id'", id => $submission->{id});
    is(is_ok(api($tester, 'listPayouts'), 'the payouts')->{items}[0]{waits_for}, undef, 'and then for nobody');
};

subtest 'a transfer that is taken back is owed again' => sub {
    my $tester   = make_payable(as_tester());
    my $work     = approved_work($tester);
    wait_until("SELECT state = 'completed' FROM payout WHERE submission_id = :'id'", id => $work->{id});
    my $transfer = sql("SELECT transfer_id FROM payout WHERE submission_id = :'id'", id => $work->{id});
    for my $step ([ 1000, 'completed' ], [ 1500, 'reversed' ]) {
        my ($amount, $state) = @$step;
        stripe(POST => "transfers/$transfer/reversals", amount => $amount);
        release_events();
        is(state_of('payout', payout_of($work)), $state, $state);
    }
    is(sql("SELECT sum(amount_minor) FROM ledger_line WHERE account = 'tester_payable:' || :'id'", id => $tester->{id}), 2500, 'owed in full');
    is(sql("SELECT released - held FROM audit.assignment_money m JOIN submission s ON s.assignment_id = m.assignment
             WHERE s.id = :'id'", id => $work->{id}), 2500, 'the seat stays settled');
};

subtest 'payouts are listed newest first, page by page' => sub {
    my $tester = make_payable(as_tester());
    my @work   = map { approved_work($tester, $_) } map { make_paid_job($builder, seats => 1) } 1 .. 2;
    my $first  = is_ok(api($tester, 'listPayouts', { limit => 1 }), 'a page');
    is_deeply([ map { $_->{submission_id} } @{ $first->{items} } ], [ map { $_->{id} } $work[1] ], 'the newest');
    my $last = is_ok(api($tester, 'listPayouts', { limit => 2, cursor => $first->{next} }), 'the next page');
    is_deeply([ map { $_->{submission_id} } @{ $last->{items} } ], [ $work[0]{id} ], 'the rest');
    is($last->{next}, undef, 'and no more');
    is_problem(api($tester, 'listPayouts', { cursor => 'x' }), 'invalid-cursor', 'a broken cursor is refused');
    run_jobs();
};

subtest 'it is for testers, each for themselves' => sub {
    my $tester = new_tester();
    is_deeply(is_ok(api($tester, 'listPayouts'), 'a list')->{items}, [], 'a new tester has no payouts');
    is_deeply(is_ok(api($tester, 'getEarnings'), 'earnings')->{items}, [], 'and no earnings');
    is_problem(api($builder, 'adminListPayouts'), 'forbidden', 'the list of all is for administrators');
    for my $operation (qw(getPayoutAccount listPayouts getEarnings startPayoutOnboarding)) {
        is_problem(api($builder, $operation), 'forbidden',    "$operation is not for builders");
        is_problem(api(undef,    $operation), 'unauthorized', "$operation is not for everybody");
    }
};

money_is_sound('after all of this');

done_testing();
