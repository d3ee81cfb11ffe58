# SPDX-License-Identifier: Apache-2.0
# waive.t - the builder drops work that is not handed in, and pays for it.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;
use PeerTest::Work;
use Test::More;

my $comment = { comment => 'We have taken that page down.' };
my $builder = as_builder();
my $tester  = make_payable(as_tester());

sub waive { my ($submission) = @_; return api($builder, 'waiveSubmission', { submission_id => $submission->{id} }, $comment) }

subtest 'one item of two' => sub {
    my $assignment = make_started($builder, $tester,
        { amount_minor => 3000, bonus_unit_minor => 100, bonus_cap_minor => 500 }, { amount_minor => 2000 });
    my ($first, $second) = @{ $assignment->{submissions} };
    my $seen = is_ok(api($builder, 'getAssignment', { assignment_id => $assignment->{id} }), 'the builder');
    is_deeply($seen->{submissions}, [], 'sees no drafts');
    is_deeply($seen->{awaited}, [ map { { id => $_->{id}, title => $_->{title}, position => $_->{position}, required => JSON::PP::true(),
        state => 'draft', reward_minor => $_->{reward_minor} } } $first, $second ], 'but what is awaited');
    my $waived = is_ok(waive($first), 'dropped');
    is_deeply([ @$waived{qw(state paid_minor comment)} ], [ 'waived', 3000, $comment->{comment} ], 'and paid');
    items_are($assignment->{id}, 'active waived draft', 'the other one goes on');
    is_money($assignment->{id}, { charged => 6050, released => 3000, fee => 300, refunded => 550, held => 2200 }, 'the bonus goes back');
    is(moves_of($assignment->{id}), '1: paid 3000, 1: back 550 waived', 'in one decision');
    is(mail_count('work_waived', $tester, $assignment->{id}), 1, 'the tester gets a mail');
    is_problem(api($tester, 'saveSubmission', { submission_id => $first->{id} }, { summary => 'More.' }), 'wrong-state', 'it is over');

    is_ok(waive($second), 'the other one, too');
    items_are($assignment->{id}, 'completed waived waived', 'all is settled');
    is(clocks_of($assignment->{id}), '', 'no clock runs');
    is_money($assignment->{id}, { charged => 6050, released => 5000, fee => 500, refunded => 550 }, 'all is paid');
    is_deeply(timeline($builder, $assignment->{id}), [ 'builder waived', 'builder waived' ], 'step by step');
    wait_until("SELECT count(*) = 2 FROM payout WHERE assignment_id = :'id' AND state = 'completed'", id => $assignment->{id});
    wait_until("SELECT count(*) = 1 FROM refund WHERE assignment_id = :'id' AND state = 'completed'", id => $assignment->{id});
    books_are($assignment->{job_id}, { gateway_balance => -500, platform_fees => 500 }, 'and only our fee is left');
    money_is_sound();
};

subtest 'what was handed in keeps the bonus that it has earned' => sub {
    my $assignment = make_started($builder, $tester, { amount_minor => 2000, bonus_unit_minor => 100, bonus_cap_minor => 1000 });
    my $submission = hand_in($tester, $assignment->{submissions}[0], { severity => 'major', title => 'It loses the cart on the way back' });
    is_ok(api($builder, 'requestChanges', { submission_id => $submission->{id} }, { comment => 'Please try a declined card.' }), 'sent back');
    is(is_ok(waive($submission), 'dropped')->{paid_minor}, 2500, 'with the bonus');
    is_money($assignment->{id}, { charged => 3300, released => 2500, fee => 250, refunded => 550 }, 'dropped');
    is(clocks_of($assignment->{id}), '', 'no clock runs');
    money_is_sound();
};

subtest 'a simple job' => sub {
    my $job   = make_job($builder, seats => 1);
    my $claim = make_claim($job, as_tester());
    is(is_ok(waive($claim->{awaited}[0]), 'dropped')->{paid_minor}, 2500, 'and paid');
    is_state($claim->{id}, 'completed waived closed', 'the seat is used up');
    is_money($claim->{id}, { charged => 2750, released => 2500, fee => 250 }, 'dropped');
    money_is_sound();
};

subtest 'what is refused' => sub {
    my ($other, $worker, $which, $claim) = make_handed_in();
    is(is_problem(api($other, 'waiveSubmission', $which, $comment), 'wrong-state', 'what waits for a review')->{state},
        'submitted', 'says where it stands');
    is_money($claim, { charged => 2750, held => 2750 }, 'nothing moves');
    my $draft = { submission_id => make_claim(make_job($builder), $worker)->{awaited}[0]{id} };
    is_problem(api($other,  'waiveSubmission', $draft, $comment), 'not-found', 'another builder\'s');
    is_problem(api($worker, 'waiveSubmission', $draft, $comment), 'forbidden', 'the tester');
    is_problem(api($builder, 'waiveSubmission', $draft, {}), 'invalid-input', 'without a word why');
    is(sql("SELECT state FROM submission WHERE id = :'id'", id => $draft->{submission_id}), 'draft', 'nothing has changed');
    is_ok(api($builder, 'waiveSubmission', $draft, $comment), 'dropped');
    is_problem(api($builder, 'waiveSubmission', $draft, $comment), 'wrong-state', 'once');
    money_is_sound();
};

subtest 'dropped while it is handed in' => sub {
    my $worker = as_tester();
    my $claim  = make_claim(make_job($builder), $worker);
    my $which  = { submission_id => $claim->{awaited}[0]{id} };
    is_ok(api($worker, 'saveSubmission', $which, make_report()), 'saved');
    my @answers = at_once([ $builder, 'waiveSubmission', $which, $comment ], [ $worker, 'submitSubmission', $which ]);
    is_deeply([ sort map { $_->{status} } @answers ], [ 200, 409 ], 'one of them');
    my $state = sql("SELECT state FROM submission WHERE id = :'id'", id => $which->{submission_id});
    is_problem((grep { $_->{status} == 409 } @answers)[0], 'wrong-state', 'the other');
    is_money($claim->{id}, $state eq 'waived' ? { charged => 2750, released => 2500, fee => 250 } : { charged => 2750, held => 2750 }, $state);
    money_is_sound();
};

done_testing();
