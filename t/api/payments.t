# SPDX-License-Identifier: Apache-2.0
# payments.t - a builder pays for a job on the provider's page: in time, not at all, or
# too late.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;
use Test::More;

my $builder = as_builder();

# A job that waits for its payment. Returns job and payment.
sub waiting_job {
    my $job = make_draft($builder, @_);
    return ($job, publish($builder, $job));
}

sub payment_of {
    my ($payment) = @_;
    return is_ok(api($builder, 'getPayment', { payment_id => $payment->{id} }), 'the payment is there');
}

# The provider's own view of a payment's page.
sub page_state {
    my ($payment) = @_;
    return stripe(GET => 'checkout/sessions/' . session_of($payment))->{status};
}

sub is_draft_again {
    my ($job, $payment, $state) = @_;
    wait_until("SELECT state <> 'pending' FROM payment WHERE id = :'id'", id => $payment->{id});
    is(state_of('payment', $payment->{id}), $state, "the payment is $state");
    is(state_of('job', $job->{id}), 'draft', 'the job is a draft again');
    is(page_state($payment), 'expired', 'nobody can pay on the page any more');
    books_are($job->{id}, {}, 'no money has moved');
}

subtest 'publishing opens a page that asks for the exact sum' => sub {
    my ($job, $payment) = waiting_job(reward_minor => 1995, seats => 3);
    is($payment->{state}, 'pending', 'the payment is open');
    is($payment->{amount_minor}, 3 * (1995 + 200), 'reward and fee of every seat, rounded half up');
    is($payment->{fee_minor}, 600, 'the fee of it');
    like($payment->{checkout_url}, qr{^https?://}, 'there is a page');
    my $session = stripe(GET => 'checkout/sessions/' . session_of($payment));
    is($session->{amount_total}, $payment->{amount_minor}, 'the page asks for that');
    like($session->{success_url}, qr{/jobs/\Q$job->{id}\E\?payment=returned$}, 'and leads back to the job');
    my $lines = stripe(GET => "checkout/sessions/$session->{id}/line_items")->{data};
    is_deeply([ map { [ $_->{description}, $_->{quantity}, $_->{amount_total} ] } @$lines ],
        [ [ $job->{title}, 3, 5985 ], [ 'Platform fee', 3, 600 ] ], 'line by line');
    is(state_of('job', $job->{id}), 'pending_payment', 'the job waits');
};

subtest 'coming back from the page proves nothing, the event does' => sub {
    my ($job, $payment) = waiting_job();
    without_events(sub { pay($payment) });
    is(payment_of($payment)->{state}, 'pending', 'still open for us');
    release_events();
    my $paid = payment_of($payment);
    is($paid->{state}, 'succeeded', 'paid');
    is($paid->{checkout_url}, undef, 'the page is no use any more');
    like($paid->{receipt_url}, qr{/receipts/}, 'there is a receipt');
    ok($paid->{succeeded_at}, 'and a time');
    is(state_of('job', $job->{id}), 'open', 'the job is open');
    books_are($job->{id}, { gateway_balance => -5500, builder_clearing => 5500 }, 'to the cent');
    my ($mail) = grep { $_->{subject} =~ /\Q$job->{title}\E/ } mails_to($builder->{email});
    like($mail->{text}, qr/55\.00/, 'the builder has a mail with the sum');
    like($mail->{text}, qr{/receipts/}, 'and the receipt');
};

subtest 'a declined card can be followed by a good one' => sub {
    my ($job, $payment) = waiting_job();
    pay($payment, BAD_CARD);
    wait_until("SELECT failure_code FROM payment WHERE id = :'id'", id => $payment->{id});
    my $declined = payment_of($payment);
    is("$declined->{state} $declined->{failure_code}", 'pending insufficient_funds', 'open, and says why');
    books_are($job->{id}, {}, 'no money has moved');
    pay($payment);
    wait_until("SELECT state = 'open' FROM job WHERE id = :'id'", id => $job->{id});
    is(payment_of($payment)->{failure_code}, undef, 'the decline is forgotten');
    books_are($job->{id}, { gateway_balance => -5500, builder_clearing => 5500 }, 'paid once');
};

subtest 'a builder closes the window' => sub {
    my ($job, $payment) = waiting_job();
    my $closed = is_ok(api($builder, 'cancelPayment', { payment_id => $payment->{id} }), 'closed');
    is($closed->{state}, 'cancelled', 'and the answer says so');
    is_draft_again($job, $payment, 'cancelled');
    my $again = is_problem(api($builder, 'cancelPayment', { payment_id => $payment->{id} }), 'wrong-state', 'once is enough');
    is($again->{state}, 'cancelled', 'with the present state');
    my $next = publish($builder, $job);
    isnt($next->{id}, $payment->{id}, 'a new publication is a new payment');
    pay($next);
    wait_until("SELECT state = 'open' FROM job WHERE id = :'id'", id => $job->{id});
    books_are($job->{id}, { gateway_balance => -5500, builder_clearing => 5500 }, 'paid once');
};

subtest 'the window ends by itself' => sub {
    my ($job, $payment) = waiting_job();
    move_clock('payment', $payment->{id}, 'window_ends');
    is_draft_again($job, $payment, 'cancelled');
};

subtest 'a window that ends after a decline is told by mail' => sub {
    my ($job, $payment) = waiting_job();
    pay($payment, BAD_CARD);
    wait_until("SELECT failure_code FROM payment WHERE id = :'id'", id => $payment->{id});
    move_clock('payment', $payment->{id}, 'window_ends');
    is_draft_again($job, $payment, 'cancelled');
    run_jobs();
    ok((grep { $_->{subject} =~ /did not go through.*\Q$job->{title}\E/ } mails_to($builder->{email})), 'a mail says so');
};

subtest 'the window ends at the provider first' => sub {
    my ($job, $payment) = waiting_job();
    stripe(POST => 'checkout/sessions/' . session_of($payment) . '/expire');
    is_draft_again($job, $payment, 'cancelled');
};

subtest 'a payment that no event told of counts when the window ends' => sub {
    my ($job, $payment) = waiting_job();
    without_events(sub {
        pay($payment);
        move_clock('payment', $payment->{id}, 'window_ends');
        wait_until("SELECT state = 'open' FROM job WHERE id = :'id'", id => $job->{id});
        is(payment_of($payment)->{state}, 'succeeded', 'paid is paid');
    });
    release_events();
    books_are($job->{id}, { gateway_balance => -5500, builder_clearing => 5500 }, 'paid once');
};

subtest 'a payment that no event told of is found by asking' => sub {
    my ($job, $payment) = waiting_job();
    my $intent = sql("SELECT id FROM money_intent WHERE subject_id = :'id'", id => $payment->{id});
    without_events(sub {
        pay($payment);
        move_clock('intent', $intent, 'poll');
        wait_until("SELECT state = 'open' FROM job WHERE id = :'id'", id => $job->{id});
    });
    release_events();
    books_are($job->{id}, { gateway_balance => -5500, builder_clearing => 5500 }, 'paid once');
};

subtest 'asking about an unpaid page is repeated' => sub {
    my (undef, $payment) = waiting_job();
    my $intent = sql("SELECT id FROM money_intent WHERE subject_id = :'id'", id => $payment->{id});
    move_clock('intent', $intent, 'poll');
    run_jobs();
    is(state_of('payment', $payment->{id}), 'pending', 'still open');
    is(sql("SELECT count(*) FROM clock WHERE entity = 'intent' AND entity_id = :'id'", id => $intent), 1, 'the next question is set');
};

subtest 'closing a page that was paid a moment ago opens the job' => sub {
    my ($job, $payment) = waiting_job();
    without_events(sub {
        pay($payment);
        my $answer = is_ok(api($builder, 'cancelPayment', { payment_id => $payment->{id} }), 'asked to close');
        is($answer->{state}, 'succeeded', 'but it is paid');
    });
    is(state_of('job', $job->{id}), 'open', 'and the job is open');
    release_events();
    books_are($job->{id}, { gateway_balance => -5500, builder_clearing => 5500 }, 'paid once');
};

subtest 'money that comes too late goes back as it came' => sub {
    my ($job, $payment) = waiting_job();
    without_events(sub {
        pay($payment);
        # As when the window was closed here while the page could not be closed there.
        sql("UPDATE payment SET state = 'cancelled', ended_at = now() WHERE id = :'id'", id => $payment->{id});
        sql("UPDATE job SET state = 'draft' WHERE id = :'id'", id => $job->{id});
    });
    release_events();
    wait_until("SELECT state = 'refunded' FROM payment WHERE id = :'id'", id => $payment->{id});
    is(state_of('job', $job->{id}), 'draft', 'the job stays a draft');
    is(sql("SELECT reason || ' ' || state || ' ' || amount_minor FROM refund WHERE payment_id = :'id'", id => $payment->{id}),
        'late_payment completed 5500', 'refunded in full');
    books_are($job->{id}, {}, 'nothing is left in the books');
    is(payment_of($payment)->{refunded_minor}, 5500, 'and the builder sees it');
};

subtest 'a provider that is away is shown as in progress' => sub {
    my $job     = make_draft($builder);
    my $payment = publish_in_vain($builder, $job);
    is("$payment->{state} " . ($payment->{checkout_url} // 'without a page'), 'pending without a page', 'in progress');
    is(state_of('job', $job->{id}), 'pending_payment', 'the job waits');
    redrive($payment);
    wait_until("SELECT checkout_url FROM payment WHERE id = :'id'", id => $payment->{id});
    like(payment_of($payment)->{checkout_url}, qr{^https?://}, 'the page is there');
};

subtest 'what the provider refuses makes the job a draft again' => sub {
    my $job = make_draft($builder, reward_minor => 1_000_000, seats => 100);
    my $payment = publish($builder, $job);
    run_jobs();
    is(state_of('payment', $payment->{id}), 'failed', 'failed');
    is(payment_of($payment)->{failure_code}, 'amount_too_large', 'and says why');
    is(state_of('job', $job->{id}), 'draft', 'a draft again');
    books_are($job->{id}, {}, 'no money has moved');
};

subtest 'what the provider keeps is booked once, and is no cost of the job' => sub {
    my ($job, $payment) = waiting_job(seats => 1);
    pay($payment);
    release_events();
    wait_until("SELECT count(*) FROM ledger_transaction WHERE kind = 'gateway_fee' AND payment_id = :'id'", id => $payment->{id});
    my $charge = stripe(GET => 'charges/' . sql("SELECT charge_id FROM payment WHERE id = :'id'", id => $payment->{id}));
    my $fee    = stripe(GET => "balance_transactions/$charge->{balance_transaction}")->{fee};
    ok($fee > 0, 'the provider keeps something');
    my $lines = sub { sql("SELECT string_agg(l.account || ' ' || l.amount_minor, ', ' ORDER BY l.account) FROM ledger_line l
        JOIN ledger_transaction t ON t.id = l.transaction_id WHERE t.kind = 'gateway_fee' AND t.payment_id = :'id'", id => $payment->{id}) };
    is($lines->(), "gateway_balance $fee, gateway_fees -$fee", 'to the cent');
    sql("INSERT INTO queue_job (kind, payload) SELECT 'payment.fee', json_build_object('payment_id', :'id') FROM generate_series(1, 3)", id => $payment->{id});
    run_jobs();
    is($lines->(), "gateway_balance $fee, gateway_fees -$fee", 'however often it is asked for');
    books_are($job->{id}, { gateway_balance => -2750, builder_clearing => 2750 }, 'the job has all of its money');
};

subtest 'while the provider is down, a payment says since when it waits' => sub {
    my $job     = make_draft($builder, seats => 1);
    my $payment = publish_in_vain($builder, $job);
    my $waiting = payment_of($payment);
    is($waiting->{checkout_url}, undef, 'there is no page');
    is($waiting->{waits_since}, $waiting->{created_at}, 'since then');
    redrive($payment);
    wait_until("SELECT checkout_url IS NOT NULL FROM payment WHERE id = :'id'", id => $payment->{id});
    is(payment_of($payment)->{waits_since}, undef, 'and then no more');
};

subtest 'cards and receipts are kept at the provider' => sub {
    my $new = as_builder();
    my $url = is_ok(api($new, 'startBillingPortal', {}, {}), 'asked for')->{url};
    like($url, qr{^https?://.*/portal/}, 'there is a page to go to');
    my $customer = sql("SELECT stripe_customer_id FROM account WHERE id = :'id'", id => $new->{id});
    is(stripe(GET => "customers/$customer")->{metadata}{account}, $new->{id}, 'for a customer of their own');
    publish($new, make_draft($new));
    is(sql("SELECT stripe_customer_id FROM account WHERE id = :'id'", id => $new->{id}), $customer, 'which pays later on');
    isnt(is_ok(api($new, 'startBillingPortal', {}, {}), 'again')->{url}, $url, 'links are made anew');
    is_problem(api(as_tester(), 'startBillingPortal', {}, {}), 'forbidden', 'it is for builders');
};

subtest 'payments are listed newest first, page by page' => sub {
    my $other = as_builder();
    my @made  = map { publish($other, make_draft($other))->{id} } 1 .. 3;
    my $first = is_ok(api($other, 'listPayments', { limit => 2 }), 'a page');
    is_deeply([ map { $_->{id} } @{ $first->{items} } ], [ @made[ 2, 1 ] ], 'the newest two');
    my $last = is_ok(api($other, 'listPayments', { limit => 2, cursor => $first->{next} }), 'the next page');
    is_deeply([ map { $_->{id} } @{ $last->{items} } ], [ $made[0] ], 'the rest');
    is($last->{next}, undef, 'and no more');
    is_problem(api($other, 'listPayments', { cursor => '!' }), 'invalid-cursor', 'a broken cursor is refused');
    is_problem(api($other, 'listPayments', { limit => 0 }), 'invalid-input', 'a page has at least one');
};

subtest 'a payment is its builder\'s business' => sub {
    my (undef, $payment) = waiting_job();
    my %path = (payment_id => $payment->{id});
    is_problem(api(as_builder(), 'getPayment',    {%path}), 'not-found',    'not another builder\'s');
    is_problem(api(as_builder(), 'cancelPayment', {%path}), 'not-found',    'nor is it theirs to close');
    is_problem(api(as_tester(),  'getPayment',    {%path}), 'forbidden',    'nor a tester\'s');
    is_problem(api(undef,        'getPayment',    {%path}), 'unauthorized', 'nor anybody\'s');
    is_problem(api($builder, 'getPayment', { payment_id => $builder->{id} }), 'not-found', 'and it must be a payment');
    is(state_of('payment', $payment->{id}), 'pending', 'it is as it was');
};

money_is_sound('after all of this');

done_testing();
