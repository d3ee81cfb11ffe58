# SPDX-License-Identifier: Apache-2.0
# partial.t - a part is approved and paid; the rest stays held while it can be disputed, and
# then goes back.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;
use PeerTest::Work;
use Test::More;

my $comment = { comment => 'Half of the steps were left out.' };

sub approve_part {
    my ($builder, $which, $percent) = @_;
    return api($builder, 'approvePartially', $which, { percent => $percent, %$comment });
}

subtest 'half of it' => sub {
    my ($builder, $tester, $which, $claim) = make_handed_in(seats => 1);
    my $part = is_ok(approve_part($builder, $which, 50), 'approved in part');
    is_deeply([ @$part{qw(state approved_percent paid_minor comment may_dispute)} ],
        [ 'approved_partial', 50, 1250, $comment->{comment}, JSON::PP::false() ], 'as said');
    ok($part->{dispute_due_at}, 'with a time to dispute it');
    ok(api($tester, 'getSubmission', $which)->{data}{may_dispute}, 'which the tester may');
    is_state($claim, 'delivered approved_partial filled', 'it is not over');
    is_money($claim, { charged => 2750, released => 1250, fee => 125, held => 1375 }, 'half is paid');
    is(moves_of($claim), '1: paid 1250', 'nothing goes back yet');
    is(clocks_of($claim), 'dispute_expires=259200', 'one clock runs');
    is(mail_count('approved_partially', $tester, $claim), 1, 'the tester gets a mail');
    is(api($tester, 'getAssignment', { assignment_id => $claim })->{data}{held_minor}, 1375, 'the rest is shown as held');
    is(api($tester, 'getEarnings')->{data}{items}[0]{held_minor}, 1250, 'and in the earnings, before our fee');
    is(api($tester, 'getOverview')->{data}{tester}{held_minor}, 1250, 'and on the board');
    money_is_sound('while it waits');

    move_clock('submission', $which->{submission_id}, 'dispute_expires');
    is_state($claim, 'completed approved_partial closed', 'over');
    is_money($claim, { charged => 2750, released => 1250, fee => 125, refunded => 1375 }, 'the rest went back');
    is(moves_of($claim), '1: paid 1250, 2: back 1375 partial', 'under a number of its own');
    is_deeply(timeline($builder, $claim), [ 'tester claimed', 'tester submitted', 'builder approved_partially', 'clock settled' ], 'step by step');
    is(clocks_of($claim), '', 'no clock runs');
    ok(!api($tester, 'getSubmission', $which)->{data}{may_dispute}, 'it cannot be disputed any more');
    money_is_sound();
};

subtest 'to the cent' => sub {
    for my $case (
        # reward, per cent, granted, our fee of it, what goes back
        [ 101,  50, 51,   5,  55 ],
        [ 333,  1,  3,    0,  363 ],
        [ 999,  99, 989,  99, 11 ],
        [ 1005, 33, 332,  33, 741 ],
    ) {
        my ($reward, $percent, $paid, $fee, $back) = @$case;
        my ($builder, $tester, $which, $claim) = make_handed_in(reward_minor => $reward);
        my $price = $paid + $fee + $back;
        is(is_ok(approve_part($builder, $which, $percent), "$percent % of $reward")->{paid_minor}, $paid, "$percent % of $reward: granted");
        is_money($claim, { charged => $price, released => $paid, fee => $fee, held => $back }, "$percent % of $reward");
        move_clock('submission', $which->{submission_id}, 'dispute_expires');
        is_money($claim, { charged => $price, released => $paid, fee => $fee, refunded => $back }, "$percent % of $reward, over");
    }
    money_is_sound();
};

subtest 'an item with a bonus, through the provider' => sub {
    my ($builder, $tester) = (as_builder(), make_payable(as_tester()));
    my $assignment = make_started($builder, $tester, { amount_minor => 2000, bonus_unit_minor => 100, bonus_cap_minor => 1000 });
    my $submission = hand_in($tester, $assignment->{submissions}[0], { severity => 'major', title => 'It loses the cart on the way back' });
    is(is_ok(approve_part($builder, { submission_id => $submission->{id} }, 50), 'half')->{paid_minor}, 1250, 'of reward and bonus earned');
    wait_until("SELECT count(*) = 1 FROM payout WHERE assignment_id = :'id' AND state = 'completed'", id => $assignment->{id});
    books_are($assignment->{job_id}, { gateway_balance => -2050, held => 1925, platform_fees => 125 }, 'transferred');
    move_clock('submission', $submission->{id}, 'dispute_expires');
    wait_until("SELECT count(*) = 1 FROM refund WHERE assignment_id = :'id' AND state = 'completed'", id => $assignment->{id});
    books_are($assignment->{job_id}, { gateway_balance => -125, platform_fees => 125 }, 'and refunded');
    is(sql("SELECT state FROM assignment WHERE id = :'id'", id => $assignment->{id}), 'completed', 'over');
    money_is_sound();
};

subtest 'what is refused' => sub {
    my ($builder, $tester, $which, $claim) = make_handed_in();
    is_problem(approve_part($builder, $which, $_), 'invalid-input', "$_ per cent") for 0, 100, -1;
    is_problem(api($builder, 'approvePartially', $which, { percent => '50', %$comment }), 'invalid-input', 'no number');
    is_problem(api($builder, 'approvePartially', $which, { percent => 50 }), 'invalid-input', 'without a word why');
    is_problem(approve_part(as_builder(), $which, 50), 'not-found', 'another builder');
    is_problem(approve_part($tester, $which, 50), 'forbidden', 'the tester');
    is_state($claim, 'delivered submitted open', 'nothing has changed');
    is_money($claim, { charged => 2750, held => 2750 }, 'nothing has moved');

    is_ok(approve_part($builder, $which, 40), 'a part');
    is(is_problem(approve_part($builder, $which, 90), 'wrong-state', 'more of it')->{state}, 'approved_partial', 'says where it stands');
    is_problem(api($builder, 'approveSubmission', $which, {}), 'wrong-state', 'all of it');
    is_problem(api($builder, 'rejectSubmission', $which, { reason => 'out_of_scope', %$comment }), 'wrong-state', 'nothing of it');
    is_money($claim, { charged => 2750, released => 1000, fee => 100, held => 1650 }, 'nothing more has moved');
    is(moves_of($claim), '1: paid 1000', 'one payout');
    money_is_sound();
};

subtest 'what an administrator gave back before' => sub {
    my $admin = as_admin();
    my ($builder, $tester, $which, $claim) = make_handed_in(seats => 1);
    my $give_back = sub { return api($admin, 'refundSubmission', $which, { amount_minor => $_[0], reason => 'As both sides agreed.' }) };
    is_ok($give_back->(500), 'a fifth');
    is_state($claim, 'delivered submitted filled', 'it goes on');
    is_money($claim, { charged => 2750, refunded => 550, held => 2200 }, 'with the rest');
    money_is_sound('while it waits');
    is_problem($give_back->(2001), 'too-much', 'more than is left');
    is_ok(approve_part($builder, $which, 50), 'half of the whole is approved');
    is_money($claim, { charged => 2750, refunded => 550, released => 1250, fee => 125, held => 825 }, 'and paid');
    is_problem($give_back->(751), 'too-much', 'more than is undecided');
    is_ok($give_back->(750), 'all that is undecided');
    is_money($claim, { charged => 2750, refunded => 1375, released => 1250, fee => 125 }, 'nothing is left');
    move_clock('submission', $which->{submission_id}, 'dispute_expires');
    is_state($claim, 'completed approved_partial closed', 'over');
    is(moves_of($claim), '1: back 550 by_admin, 2: paid 1250, 3: back 825 by_admin', 'each under a number of its own');
    is_problem($give_back->(1), 'wrong-state', 'nothing after the end');
    money_is_sound();
};

subtest 'a seat of which something went back is not sold again' => sub {
    my $admin  = as_admin();
    my $tester = as_tester();
    my $builder = as_builder();
    my $claim  = make_claim(make_job($builder, seats => 1), $tester);
    is_ok(api($admin, 'refundSubmission', { submission_id => $claim->{awaited}[0]{id} }, { amount_minor => 1000, reason => 'It is half the work.' }), 'some goes back');
    is_ok(api($tester, 'returnAssignment', { assignment_id => $claim->{id} }), 'the seat is given back');
    is_money($claim->{id}, { charged => 2750, refunded => 2750 }, 'so is all of the money');
    is_state($claim->{id}, 'returned lapsed closed', 'and the seat is closed');
    money_is_sound();
};

subtest 'two parts at once' => sub {
    my ($builder, $tester, $which, $claim) = make_handed_in();
    my @answers = at_once(map { [ $builder, 'approvePartially', $which, { percent => $_, %$comment } ] } 30, 70);
    is_deeply([ sort map { $_->{status} } @answers ], [ 200, 409 ], 'one of them');
    my ($paid) = map { $_->{data}{paid_minor} } grep { $_->{status} == 200 } @answers;
    is_money($claim, { charged => 2750, released => $paid, fee => $paid / 10, held => 2750 - $paid * 1.1 }, 'once');
    money_is_sound();
};

done_testing();
