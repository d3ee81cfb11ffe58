# SPDX-License-Identifier: Apache-2.0
# A builder is frozen while a payment page is open, and all children of httpd or PostgreSQL
# die while the page is closed at the provider: either the builder was quicker and has paid,
# once, or the page is closed and bid and seat are what they were. A transfer that is
# refused for now is made once, whoever dies between two tries.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Faults;
use PeerTest::Faults::Books;
use PeerTest::Faults::Stage;
use PeerTest::Make;
use PeerTest::Money;
use Test::More;

fresh_world();
my $admin    = as_admin(scopes => ['finance']);
my ($tester) = payable_testers(1);

my %deaths = (
    children   => sub { kill_children(); release_leases() },
    PostgreSQL => sub { restart_postgres(); wait_ready(); release_leases() },
);

# A bid whose payment page is open, of a builder of its own.
sub open_page {
    my $builder = as_builder();
    my $bid     = make_bid($tester, make_plan($builder));
    my $answer  = persist($builder, 'acceptBid', { bid_id => $bid->{id} }, { revision => 1 });
    die "$answer->{content}\n" unless $answer->{status} == 200;
    my $payment = $answer->{data}{payment};
    wait_until("SELECT checkout_session_id IS NOT NULL FROM payment WHERE id = :'id'", id => $payment->{id});
    return ($builder, $bid, $payment);
}

# Freezes the builder, and lets something die while the provider has a request of ours about
# the page in hand.
sub freeze_and_die {
    my ($death, $method, $builder) = @_;
    my $path   = '/v1/checkout/sessions/';
    my $asked  = sub { scalar grep { ($_->{fault} // '') eq 'slow' } @{ sandbox('GET', "requests?path=$path")->{items} } };
    my $before = $asked->();
    sandbox('POST', 'faults', { kind => 'slow', method => $method, path_prefix => $path, delay_ms => 2500 });
    persist($admin, 'freezeUser', { user_id => $builder->{id} }, { reason => 'A test' });
    repeatedly(15, "a request to $path", sub { $asked->() > $before });
    $deaths{$death}->();
    sandbox('DELETE', 'faults');
    return everything_settles();
}

sub bid_is { my ($bid, $state, $name) = @_; return is(sql("SELECT state FROM bid WHERE id = :'id'", id => $bid->{id}), $state, $name) }

sub booked { my ($payment) = @_; return sql("SELECT count(*) FROM ledger_transaction WHERE payment_id = :'id' AND kind = 'payment'", id => $payment->{id}) }

for my $death (sort keys %deaths) {
    subtest "$death: while the page of a frozen builder is closed" => sub {
        my ($builder, $bid, $payment) = open_page();
        freeze_and_die($death, 'POST', $builder);
        bid_is($bid, 'submitted', 'the bid is what it was');
        is(state_of('payment', $payment->{id}) . ' ' . booked($payment), 'cancelled 0', 'nothing was paid');
        is(stripe(GET => 'checkout/sessions/' . session_of($payment))->{status}, 'expired', 'the page is closed');
        is(sql("SELECT sum(r.seats_reserved) FROM job_role r JOIN bid b ON b.job_id = r.job_id WHERE b.id = :'id'", id => $bid->{id}), 0, 'its seat is free');
    };

    subtest "$death: while a page is closed on which somebody has just paid" => sub {
        my ($builder, $bid, $payment) = open_page();
        sandbox('POST', 'webhooks', { mode => 'hold' });    # no event may tell what only the closing can see
        pay($payment);
        freeze_and_die($death, 'GET', $builder);
        bid_is($bid, 'accepted', 'who was quicker has paid');
        sandbox('POST', 'webhooks', { mode => 'deliver' });
        release_events();
        everything_settles();
        is(booked($payment), 1, 'booked once, with all events there');
        is(sql("SELECT count(*) FROM assignment WHERE bid_id = :'id'", id => $bid->{id}), 1, 'one assignment');
    };

    subtest "$death: between two tries of a transfer that is refused for now" => sub {
        my $builder = as_builder();
        my ($work)  = work_to_review($builder, [$tester], 1);
        sandbox('POST', 'faults', { kind => 'balance_insufficient', method => 'POST', path_prefix => '/v1/transfers', times => 3 });
        approve($builder, $work);
        wait_until("SELECT count(*) FROM money_intent WHERE subject_id = :'id' AND failure_code = 'balance_insufficient'", id => $work->{id});
        $deaths{$death}->();
        everything_settles();
        is(scalar made_for('transfers', "transfer:$work->{id}:1"), 1, 'one transfer');
        is(sql("SELECT state FROM payout WHERE submission_id = :'id'", id => $work->{id}), 'completed', 'paid');
        is(sql("SELECT count(*) FROM money_intent WHERE subject_id = :'id' AND state = 'failed' AND looked_up_at IS NULL", id => $work->{id}), 0, 'each new key after a look-up');
        sandbox('DELETE', 'faults');
    };
}

books_agree('after all deaths');

done_testing();
