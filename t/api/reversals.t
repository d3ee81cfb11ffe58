# SPDX-License-Identifier: Apache-2.0
# reversals.t - an administrator takes back what was transferred, for the builder or for
# us: never more than was sent, once, and only when the provider shows it.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;
use Test::More;

my $admin   = as_admin(scopes => ['finance']);
my $builder = as_builder();

# Work that is paid. Returns { job, tester, submission, payout, transfer }.
sub paid_work {
    my $tester     = make_payable(as_tester());
    my $job        = make_paid_job($builder, seats => 1);
    my $submission = make_submission($job, $tester);
    is_ok(api($builder, 'approveSubmission', { submission_id => $submission->{id} }, {}), 'approved');
    wait_until("SELECT state = 'completed' FROM payout WHERE submission_id = :'id'", id => $submission->{id});
    my ($payout, $transfer) = split /\|/, sql("SELECT id, transfer_id FROM payout WHERE submission_id = :'id'", id => $submission->{id});
    return { job => $job, tester => $tester, submission => $submission, payout => $payout, transfer => $transfer };
}

sub reverse_payout {
    my ($work, %body) = @_;
    my $answer = api($admin, 'reversePayout', { payout_id => $work->{payout} }, { to => 'builder', reason => 'The work was copied.', %body });
    return $answer;
}

sub reversal_of { my ($work) = @_; return sql("SELECT id FROM payout_reversal WHERE payout_id = :'id' ORDER BY id DESC LIMIT 1", id => $work->{payout}) }

sub is_given_on { my ($work) = @_; return wait_until("SELECT state = 'completed' FROM payout_reversal WHERE id = :'id'", id => reversal_of($work)) }

sub money_of {
    my ($work) = @_;
    return sql("SELECT concat_ws(' ', charged, held, released, fee, refunded, lost) FROM audit.assignment_money WHERE assignment = :'id'", id => $work->{submission}{assignment_id});
}

sub reversals_of { my ($work) = @_; return @{ stripe(GET => "transfers/$work->{transfer}/reversals")->{data} } }

subtest 'all of it, for the builder' => sub {
    my $work   = paid_work();
    my $payout = is_ok(reverse_payout($work), 'asked for');
    is($payout->{reversals}[0]{to}, 'builder', 'and shown');
    is_given_on($work);
    wait_until("SELECT state = 'completed' FROM refund WHERE job_id = :'id'", id => $work->{job}{id});
    is(scalar reversals_of($work), 1, 'one reversal at the provider');
    is(state_of('payout', $work->{payout}), 'reversed', 'the payout says so');
    is(money_of($work), '2750 0 0 250 2500 0', 'released no more, refunded instead');
    books_are($work->{job}{id}, { gateway_balance => -250, platform_fees => 250 }, 'to the cent');
    my $refund = stripe(GET => 'refunds?payment_intent=' . sql("SELECT payment_intent_id FROM payment WHERE job_id = :'id'", id => $work->{job}{id}))->{data}[0];
    is($refund->{amount}, 2500, 'the card has it');
    is(is_ok(api($work->{tester}, 'listPayouts'), 'the payouts')->{items}[0]{reversed_minor}, 2500, 'the tester sees it');
    run_jobs();
    ok((grep { $_->{subject} =~ /25\.00.*was taken back/ && $_->{text} =~ /The work was copied/ } mails_to($work->{tester}{email})), 'and has a mail with the reason');
    is(sql("SELECT detail ->> 'to' FROM admin_action WHERE kind = 'reversePayout' AND entity_id = :'id'", id => $work->{payout}), 'builder', 'it is in the audit trail');
    is(sql("SELECT r.amount_minor = (a.detail ->> 'amount_minor')::bigint FROM admin_action a JOIN payout_reversal r ON r.id::text = a.detail ->> 'reversal_id' WHERE a.entity_id = :'id'",
        id => $work->{payout}), 't', 'with what it came to');
};

subtest 'a part of it, for us, then the rest' => sub {
    my $work = paid_work();
    is_ok(reverse_payout($work, to => 'platform', amount_minor => 1000), 'a part');
    is_given_on($work);
    is(state_of('payout', $work->{payout}), 'completed', 'the rest is still the tester\'s');
    is(money_of($work), '2750 0 1500 1250 0 0', 'a part is ours');
    is_problem(reverse_payout($work, amount_minor => 1501), 'too-much', 'no more than what is left');
    is_ok(reverse_payout($work), 'the rest');
    is_given_on($work);
    is(money_of($work), '2750 0 0 1250 1500 0', 'has gone to the builder');
    is_problem(reverse_payout($work), 'too-much', 'nothing is left');
};

subtest 'two administrators at once' => sub {
    my $work    = paid_work();
    my @answers = at_once(map { [ as_admin(), 'reversePayout', { payout_id => $work->{payout} }, { to => 'platform', reason => 'Both of us saw it.' } ] } 1 .. 2);
    is_deeply([ sort map { $_->{status} } @answers ], [ 200, 409 ], 'one of them does it');
    is_given_on($work);
    is(scalar reversals_of($work), 1, 'once');
};

subtest 'no event arrives, or many do' => sub {
    my $work = paid_work();
    without_events(sub {
        is_ok(reverse_payout($work), 'asked for');
        wait_until("SELECT state = 'processing' FROM payout_reversal WHERE payout_id = :'id'", id => $work->{payout});
        is(money_of($work), '2750 0 2500 250 0 0', 'an answer alone moves nothing');
        move_clock('intent', sql("SELECT intent_id FROM payout_reversal WHERE payout_id = :'id'", id => $work->{payout}), 'poll');
        is_given_on($work);
    });
    release_events();
    my ($event) = grep { $_->{type} eq 'transfer.reversed' && $_->{data}{object}{id} eq $work->{transfer} } @{ sandbox('GET', 'state?only=events')->{events} };
    for (1 .. 3) { sandbox('POST', "events/$event->{id}/resend") }
    release_events();
    is(money_of($work), '2750 0 0 250 2500 0', 'it went once');
};

subtest 'the answer is lost: it is looked up, not repeated' => sub {
    my $work = paid_work();
    without_events(sub {
        with_fault({ kind => '500_after', method => 'POST', path_prefix => "/v1/transfers/$work->{transfer}/reversals" }, sub {
            is_ok(reverse_payout($work), 'asked for');
            wait_until("SELECT attempts > 0 FROM money_intent WHERE subject_id = :'id'", id => reversal_of($work));
            hurry();
        });
        is_given_on($work);
    });
    release_events();
    is(scalar reversals_of($work), 1, 'one reversal at the provider');
    is(intents_of(reversal_of($work)), 'succeeded 1', 'under its first key');
};

subtest 'the provider refuses' => sub {
    my $work = paid_work();
    without_events(sub {
        stripe(POST => "transfers/$work->{transfer}/reversals", amount => 2000);    # at the dashboard; we do not know yet
        is_ok(reverse_payout($work), 'asked for all');
        wait_until("SELECT state = 'failed' FROM payout_reversal WHERE payout_id = :'id'", id => $work->{payout});
    });
    release_events();
    is(money_of($work), '2750 0 2500 250 0 0', 'nothing was given on');
    is(scalar(() = grep { $_->{state} eq 'failed' && $_->{failure_code} } @{ is_ok(api($admin, 'adminListPayouts', { q => $work->{payout} }), 'the list')->{items}[0]{reversals} }), 1, 'it says why');
    is_ok(reverse_payout($work, amount_minor => 2000), 'what came back without us');
    is_given_on($work);
    is(scalar reversals_of($work), 1, 'needs nobody to be asked');
    is(money_of($work), '2750 0 500 250 2000 0', 'and goes to the builder at once');
};

subtest 'another marketplace on the same account' => sub {
    my $work  = paid_work();
    my $event = sandbox('POST', 'events', { type => 'transfer.reversed', object => {
        object => 'transfer', id => 'tr_foreign', amount => 2500, amount_reversed => 2500, currency => 'usd',
        metadata => { site => 'somebody-else', submission => $work->{submission}{id}, decision => 1 } } });
    release_events();
    is(sql("SELECT state FROM webhook_event WHERE id = :'id'", id => $event->{id}), 'ignored', 'is not for us');
    is(state_of('payout', $work->{payout}), 'completed', 'nothing has moved');
    my $account = sql("SELECT stripe_account_id FROM account WHERE id = :'id'", id => $work->{tester}{id});
    $event = sandbox('POST', 'events', { type => 'account.updated', object => {
        object => 'account', id => $account, metadata => { site => 'somebody-else' }, requirements => { disabled_reason => 'rejected.fraud' } } });
    release_events();
    is(sql("SELECT state FROM webhook_event WHERE id = :'id'", id => $event->{id}), 'ignored', 'nor is its account');
    is(sql("SELECT payout_state FROM account WHERE id = :'id'", id => $work->{tester}{id}), 'active', 'ours stays as it is');
};

subtest 'what cannot be' => sub {
    my $work    = paid_work();
    is_problem(api($admin, 'reversePayout', { payout_id => $admin->{id} }, { to => 'builder', reason => 'Why not.' }), 'not-found', 'no such payout');
    is_problem(api($admin, 'reversePayout', { payout_id => $work->{payout} }, { to => 'me', reason => 'I would like it.' }), 'invalid-input', 'to nobody else');
    is_problem(api($admin, 'reversePayout', { payout_id => $work->{payout} }, { to => 'builder' }), 'invalid-input', 'not without a reason');
    is_problem(api($admin, 'reversePayout', { payout_id => $work->{payout} }, { to => 'builder', reason => 'None at all.', amount_minor => -5 }), 'invalid-input', 'not less than nothing');
    is_problem(api(as_admin(scopes => ['support']), 'reversePayout', { payout_id => $work->{payout} }, { to => 'builder', reason => 'I may not.' }), 'forbidden', 'it is for finance');
    is_problem(api($builder, 'reversePayout', { payout_id => $work->{payout} }, { to => 'builder', reason => 'It is mine.' }), 'forbidden', 'and not for builders');
    sql("UPDATE payout SET state = 'failed', failure_code = 'test' WHERE id = :'id'", id => $work->{payout});
    is_problem(reverse_payout($work), 'wrong-state', 'what has failed was never sent');
    sql("UPDATE payout SET state = 'completed', failure_code = NULL WHERE id = :'id'", id => $work->{payout});
};

money_is_sound('after all of this');

done_testing();
