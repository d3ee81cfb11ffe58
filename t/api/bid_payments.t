# SPDX-License-Identifier: Apache-2.0
# bid_payments.t - a bid is paid on the provider's page: in time, with another card, not at
# all, or too late. A seat is reserved as long as the page is open, and no longer.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use JSON::PP ();
use PeerTest;
use PeerTest::Bids;
use PeerTest::Make;
use PeerTest::Money;
use Test::More;

# What a bid of 50.00 with a reserve of 5.00 costs, at ten per cent.
use constant CHARGE => 6050;

# A bid in a state that can be paid, then its page. Returns payment, bid, job, builder,
# tester.
sub waiting {
    my ($from, %options) = @_;
    my ($bid, $job, $builder, $tester) = bid_in_state($from // 'submitted', %options);
    my ($operation, $body) = $bid->{state} eq 'agreed' ? ('payBid') : ('acceptBid', { revision => $bid->{revision} });
    my $answer = is_ok(api($builder, $operation, { bid_id => $bid->{id} }, $body), 'the page is there');
    return ($answer->{payment}, $answer->{bid}, $job, $builder, $tester);
}

sub page_state { my ($payment) = @_; return stripe(GET => 'checkout/sessions/' . session_of($payment))->{status} }

sub mails_of {
    my ($actor, $word, $job) = @_;
    run_jobs();
    return scalar grep { $_->{subject} =~ /$word/ && $_->{subject} =~ /\Q$job->{title}\E/ } mails_to($actor->{email});
}

sub is_back {
    my ($payment, $bid, $job, $state, $name) = @_;
    wait_until("SELECT state <> 'pending' FROM payment WHERE id = :'id'", id => $payment->{id});
    is(state_of('bid', $bid->{id}), $state, $name);
    is(seats_of($job), '0 0', 'the seat is free');
    is(page_state($payment), 'expired', 'nobody can pay on the page any more');
    books_are($job->{id}, {}, 'no money has moved');
}

sub is_paid_once {
    my ($bid, $job, $name) = @_;
    is(state_of('bid', $bid->{id}), 'accepted', $name);
    is(seats_of($job), '1 0', 'the seat is taken');
    books_are($job->{id}, { gateway_balance => -CHARGE, held => CHARGE }, 'paid once, and held');
    is(sql("SELECT count(*) FROM assignment WHERE bid_id = :'id'", id => $bid->{id}), 1, 'one assignment');
}

subtest 'accepting opens a page that asks for the exact sum' => sub {
    my ($payment, $bid, $job, $builder, $tester) = waiting();
    is("$bid->{state} $bid->{turn} $bid->{payment_id}", "awaiting_payment builder $payment->{id}", 'the bid waits');
    is("$payment->{state} $payment->{amount_minor} $payment->{fee_minor} $payment->{bid_id}", 'pending ' . CHARGE . " 550 $bid->{id}", 'sum, fee and bid');
    is($bid->{turn_expires_at}, $payment->{expires_at}, 'as long as the page is open');
    is(seats_of($job), '0 1', 'a seat is reserved');
    is(sql("SELECT count(*) FROM clock WHERE entity = 'bid' AND entity_id = :'id'", id => $bid->{id}), 0, 'the turn has stopped');
    my $session = stripe(GET => 'checkout/sessions/' . session_of($payment));
    is($session->{amount_total}, CHARGE, 'the page asks for that');
    like($session->{success_url}, qr{/bids/\Q$bid->{id}\E\?payment=returned$}, 'and leads back to the bid');
    like($session->{cancel_url}, qr{/bids/\Q$bid->{id}\E\?payment=cancelled$}, 'either way');
    is_deeply([ map { [ $_->{description}, $_->{amount_total} ] } @{ stripe(GET => "checkout/sessions/$session->{id}/line_items")->{data} } ],
        [ [ "Shopper: $job->{title}", 5000 ], [ 'Bonus reserve for findings', 500 ], [ 'Platform fee', 550 ] ], 'line by line');
    is(sql("SELECT strpos(body, 'transfer_group%5D=asg_' || b.assignment_id) > 0 FROM money_intent i, bid b WHERE i.subject_id = :'payment' AND b.id = :'id'",
        payment => $payment->{id}, id => $bid->{id}), 't', 'its group is the assignment to be');
    is(reread($tester, $bid)->{payment_id}, undef, 'the payment is not the tester\'s business');
    is_problem(api($tester, 'getPayment', { payment_id => $payment->{id} }), 'not-found', 'at all');
    is(mails_of($tester, 'accepted', $job), 0, 'nobody is told that it is accepted');
};

subtest 'paid' => sub {
    my ($payment, $bid, $job, $builder, $tester) = waiting();
    without_events(sub { pay($payment) });
    is(state_of('bid', $bid->{id}), 'awaiting_payment', 'coming back from the page proves nothing');
    release_events();
    is_paid_once($bid, $job, 'the event does');
    my $seen = reread($tester, $bid);
    is($seen->{assignment_id}, bid_of($bid, 'assignment_id'), 'it has become work');
    is($seen->{turn}, undef, 'nobody has to answer');
    my $work = is_ok(api($tester, 'getAssignment', { assignment_id => $seen->{assignment_id} }), 'which the tester finds');
    is("$work->{bid_id} $work->{held_minor} $work->{state}", "$bid->{id} " . CHARGE . ' active', 'with its money');
    is_deeply([ map { $_->{reward_minor} } @{ $work->{submissions} } ], [ 3000, 2000 ], 'item by item');
    is(mails_of($tester, 'accepted', $job), 1, 'the tester has a mail');
    is(mails_of($builder, 'Paid', $job), 1, 'the builder a receipt');
    is(events_of($builder, $bid), 'bid_submitted bid_accepted payment_succeeded bid_paid', 'all on record') or diag(events_of($builder, $bid));
};

subtest 'a declined card can be followed by a good one' => sub {
    my ($payment, $bid, $job, $builder) = waiting();
    pay($payment, BAD_CARD);
    wait_until("SELECT failure_code FROM payment WHERE id = :'id'", id => $payment->{id});
    is(state_of('bid', $bid->{id}), 'awaiting_payment', 'the page is open');
    is(seats_of($job), '0 1', 'the seat is reserved');
    books_are($job->{id}, {}, 'no money has moved');
    pay($payment);
    wait_until("SELECT state = 'accepted' FROM bid WHERE id = :'id'", id => $bid->{id});
    is_paid_once($bid, $job, 'then it is paid');
};

for my $from (qw(submitted countered_by_tester agreed)) {
    subtest "an abandoned page: $from again" => sub {
        my ($payment, $bid, $job, $builder, $tester) = waiting($from);
        my $due = bid_of($bid, 'turn_expires_at');
        move_clock('payment', $payment->{id}, 'window_ends');
        is_back($payment, $bid, $job, $from, 'the state before');
        is(bid_of($bid, 'turn_expires_at'), $due, 'with the time that was left');
        is(sql("SELECT abs(extract(epoch FROM c.due_at - b.turn_expires_at)) < 2 FROM clock c JOIN bid b ON b.id = c.entity_id
                 WHERE b.id = :'id' AND transition = 'turn_expires'", id => $bid->{id}), 't', 'which ticks again');
        my $again = reread($builder, $bid);
        is("$again->{turn} $again->{revision}", "builder $bid->{revision}", 'the same offer, the builder\'s turn');
    };
}

subtest 'a page that is abandoned after the turn has ended' => sub {
    my ($payment, $bid, $job, $builder, $tester) = waiting();
    sql("UPDATE bid SET turn_expires_at = now() - interval '1 minute' WHERE id = :'id'", id => $bid->{id});
    move_clock('payment', $payment->{id}, 'window_ends');
    wait_until("SELECT state = 'expired' FROM bid WHERE id = :'id'", id => $bid->{id});
    is(seats_of($job), '0 0', 'expires at once, and its seat is free');
};

subtest 'a builder closes the page, and pays another day' => sub {
    my ($payment, $bid, $job, $builder, $tester) = waiting('agreed');
    is(is_ok(api($builder, 'cancelPayment', { payment_id => $payment->{id} }), 'closed')->{state}, 'cancelled', 'and the answer says so');
    is_back($payment, $bid, $job, 'agreed', 'agreed, as before');
    my $next = is_ok(api($builder, 'payBid', { bid_id => $bid->{id} }), 'a new page')->{payment};
    isnt($next->{id}, $payment->{id}, 'is a new payment');
    is_problem(api($builder, 'payBid', { bid_id => $bid->{id} }), 'wrong-state', 'not two at a time');
    pay($next);
    wait_until("SELECT state = 'accepted' FROM bid WHERE id = :'id'", id => $bid->{id});
    is($job->{currency}, 'usd', 'in its currency');
    is(seats_of($job), '1 0', 'the seat is taken');
    books_are($job->{id}, { gateway_balance => -3850, held => 3850 }, 'the agreed 30.00, the reserve and the fee');
};

subtest 'a window that ends after a decline is told by mail' => sub {
    my ($payment, $bid, $job, $builder) = waiting();
    pay($payment, BAD_CARD);
    wait_until("SELECT failure_code FROM payment WHERE id = :'id'", id => $payment->{id});
    move_clock('payment', $payment->{id}, 'window_ends');
    is_back($payment, $bid, $job, 'submitted', 'back');
    is(mails_of($builder, 'did not go through', $job), 1, 'a mail says so');
};

subtest 'the window ends at the provider first' => sub {
    my ($payment, $bid, $job) = waiting();
    stripe(POST => 'checkout/sessions/' . session_of($payment) . '/expire');
    is_back($payment, $bid, $job, 'submitted', 'back');
};

subtest 'a payment that no event told of counts when the window ends' => sub {
    my ($payment, $bid, $job) = waiting();
    without_events(sub {
        pay($payment);
        move_clock('payment', $payment->{id}, 'window_ends');
        wait_until("SELECT state = 'accepted' FROM bid WHERE id = :'id'", id => $bid->{id});
    });
    release_events();
    is_paid_once($bid, $job, 'paid is paid');
};

subtest 'closing a page that was paid a moment ago gives the seat' => sub {
    my ($payment, $bid, $job, $builder) = waiting();
    without_events(sub {
        pay($payment);
        is(is_ok(api($builder, 'cancelPayment', { payment_id => $payment->{id} }), 'asked to close')->{state}, 'succeeded', 'but it is paid');
    });
    release_events();
    is_paid_once($bid, $job, 'and accepted');
};

subtest 'money that comes too late goes back as it came' => sub {
    my ($payment, $bid, $job, $builder) = waiting();
    without_events(sub {
        pay($payment);
        # As when the window was closed here while the page could not be closed there.
        sql(q{UPDATE payment SET state = 'cancelled', ended_at = now() WHERE id = :'payment';
              UPDATE bid SET state = 'submitted', previous_state = NULL WHERE id = :'bid';
              UPDATE job_role SET seats_reserved = 0 WHERE id = :'role'},
            payment => $payment->{id}, bid => $bid->{id}, role => $job->{roles}[0]{id});
    });
    release_events();
    wait_until("SELECT state = 'refunded' FROM payment WHERE id = :'id'", id => $payment->{id});
    is(state_of('bid', $bid->{id}), 'submitted', 'the bid is what it is');
    is(sql("SELECT reason || ' ' || state || ' ' || amount_minor FROM refund WHERE payment_id = :'id'", id => $payment->{id}),
        'late_payment completed ' . CHARGE, 'refunded in full');
    books_are($job->{id}, {}, 'nothing is left in the books');
};

subtest 'events in any order, three times each' => sub {
    my ($payment, $bid, $job) = waiting();
    sandbox('POST', 'webhooks', { mode => 'deliver', copies => 3, shuffle => JSON::PP::true });
    pay($payment);
    wait_until("SELECT state = 'accepted' FROM bid WHERE id = :'id'", id => $bid->{id});
    sandbox('POST', 'webhooks', { mode => 'deliver', copies => 1, shuffle => JSON::PP::false });
    release_events();
    is_paid_once($bid, $job, 'accepted once');
};

subtest 'the key of an accept gives the same answer again' => sub {
    my ($bid, $job, $builder) = bid_in_state('submitted');
    my $key   = random_text(20);
    my @twice = map { is_ok(api($builder, 'acceptBid', { bid_id => $bid->{id} }, { revision => 1 }, key => $key), 'accepted') } 1 .. 2;
    is($twice[0]{payment}{id}, $twice[1]{payment}{id}, 'with one payment');
    is(sql("SELECT count(*) FROM payment WHERE bid_id = :'id'", id => $bid->{id}), 1, 'and one alone');
    is(seats_of($job), '0 1', 'and one seat');
};

subtest 'while a bid is paid' => sub {
    my ($payment, $bid, $job, $builder, $tester) = waiting();
    my $before = snapshot_of($bid);
    is(is_problem(api($builder, 'updateJob', { job_id => $job->{id} }, { brief => 'Something else.' }), 'bid-being-paid', 'the job cannot change')->{state} // '',
        'awaiting_payment', 'and says why');
    is_problem(api($tester,  'withdrawBid', { bid_id => $bid->{id} }), 'wrong-state', 'the tester cannot leave');
    is_problem(api($builder, 'rejectBid', { bid_id => $bid->{id} }, { reason => 'other' }), 'wrong-state', 'nor the builder end it');
    my $rival = as_tester();
    my $other = is_created(api($rival, 'createBid', { job_id => $job->{id} }, bid_for($job)), 'others may bid');
    is(is_problem(api($builder, 'acceptBid', { bid_id => $other->{id} }, { revision => 1 }), 'role-full', 'but have no seat')->{state}, 'submitted', 'yet');
    is(snapshot_of($bid), $before, 'nothing moved');
    pay($payment);
    wait_until("SELECT state = 'accepted' FROM bid WHERE id = :'id'", id => $bid->{id});
    is(state_of('bid', $other->{id}), 'superseded', 'when the seat is taken, the others are told');
    is(mails_of($rival, 'seats are taken', $job), 1, 'in a mail');
    is_paid_once($bid, $job, 'and the work begins');
};

subtest 'a seat that comes back in time can be reserved again' => sub {
    my ($payment, $bid, $job, $builder) = waiting();
    my $other = is_created(api(as_tester(), 'createBid', { job_id => $job->{id} }, bid_for($job)), 'another bid');
    is_ok(api($builder, 'cancelPayment', { payment_id => $payment->{id} }), 'the page is closed');
    is(is_ok(api($builder, 'acceptBid', { bid_id => $other->{id} }, { revision => 1 }), 'the other one')->{bid}{state}, 'awaiting_payment', 'has the seat');
    is(is_problem(api($builder, 'acceptBid', { bid_id => $bid->{id} }, { revision => 1 }), 'role-full', 'which the first has not')->{state}, 'submitted', 'any more');
};

subtest 'a job that is cancelled closes its pages' => sub {
    my ($payment, $bid, $job, $builder, $tester) = waiting();
    is_ok(api($builder, 'cancelJob', { job_id => $job->{id} }), 'cancelled');
    wait_until("SELECT state = 'superseded' FROM bid WHERE id = :'id'", id => $bid->{id});
    is_back($payment, $bid, $job, 'superseded', 'the bid has ended with it');
    is(state_of('job', $job->{id}), 'cancelled', 'and so has the job');
    is(mails_of($tester, 'seats are taken', $job), 1, 'the tester has a mail');
};

subtest 'money for a job that has ended goes back' => sub {
    my ($payment, $bid, $job, $builder) = waiting();
    without_events(sub {
        pay($payment);
        sql("UPDATE job SET state = 'cancelled', stop_reason = 'cancelled', ended_at = now() WHERE id = :'id'", id => $job->{id});
    });
    release_events();
    wait_until("SELECT state = 'refunded' FROM payment WHERE id = :'id'", id => $payment->{id});
    is(state_of('bid', $bid->{id}), 'superseded', 'the bid has ended');
    is(seats_of($job), '0 0', 'no seat is taken');
    books_are($job->{id}, {}, 'nothing is left in the books');
};

subtest 'fees are those of the day that the page was opened' => sub {
    my ($payment, $bid, $job, $builder) = waiting();
    is(sql("SELECT f.builder_fee_bps || ' ' || b.fee_minor || ' ' || b.bonus_cap_minor FROM bid b JOIN fee_schedule f ON f.id = b.fee_schedule_id WHERE b.id = :'id'",
        id => $bid->{id}), '1000 550 500', 'sealed with the bid');
    my $done = pay_bid($builder, $bid);
    is(sql("SELECT a.fee_schedule_id = b.fee_schedule_id AND a.fee_minor = b.fee_minor FROM assignment a JOIN bid b ON b.id = a.bid_id WHERE b.id = :'id'",
        id => $bid->{id}), 't', 'and with the work');
};

money_is_sound('after all of this');

done_testing();
