# SPDX-License-Identifier: Apache-2.0
# A bid is accepted, paid for, worked off, refunded, given up, while all children of httpd or
# PostgreSQL die in the middle of it: each ends as if nothing had happened.
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
use Time::HiRes qw(time);

fresh_world();
my $builder  = as_builder();
my ($tester) = payable_testers(1);

my %deaths = (
    children   => sub { kill_children(); release_leases() },
    PostgreSQL => sub { restart_postgres(); wait_ready(); release_leases() },
);

# Lets something die while the provider has a request of ours in hand.
sub die_while {
    my ($death, $method, $path, $action) = @_;
    my $start = int(1000 * time);
    my $asked = sub { scalar grep { ($_->{fault} // '') eq 'slow' } @{ sandbox('GET', "requests?path=$path&since=$start")->{items} } };
    sandbox('POST', 'faults', { kind => 'slow', method => $method, path_prefix => $path, delay_ms => 2500 });
    my $hand = aside($action);
    repeatedly(60, "a request to $path", $asked);
    $deaths{$death}->();
    sandbox('DELETE', 'faults');
    return finish($hand);
}

sub fresh_bid {
    my $job = make_plan($builder);
    return ($job, make_bid($tester, $job));
}

sub payments_of { my ($bid) = @_; return sql("SELECT string_agg(id::text, ' ') FROM payment WHERE bid_id = :'id'", id => $bid->{id}) }

sub is_bid {
    my ($bid, $state) = @_;
    wait_until("SELECT state = :'state' FROM bid WHERE id = :'id'", id => $bid->{id}, state => $state);
    return pass("the bid is $state");
}

sub accept_bid {
    my ($bid) = @_;
    my $answer = persist($builder, 'acceptBid', { bid_id => $bid->{id} }, { revision => 1 });
    die "$answer->{content}\n" unless $answer->{status} =~ /^20[02]/;
    return $answer->{data}{payment};
}

for my $death (sort keys %deaths) {
    subtest "$death: while the payment page is made" => sub {
        my ($job, $bid) = fresh_bid();
        is(die_while($death, 'POST', '/v1/checkout/sessions', sub { accept_bid($bid) }), 0, 'who accepts gets an answer in the end');
        everything_settles();
        my $payment = payments_of($bid);
        unlike($payment, qr/ /, 'there is one payment');
        is(scalar made_for('checkout_sessions', "checkout:$payment:1"), 1, 'with one page');
        pay({ id => $payment });
        is_bid($bid, 'accepted');
    };

    subtest "$death: while money is released and refunded" => sub {
        my ($job, $bid) = fresh_bid();
        my $assignment = make_accepted($builder, $bid);
        my ($first, $second) = @{ api($tester, 'getAssignment', { assignment_id => $assignment->{id} })->{data}{submissions} };
        sql(q{UPDATE submission SET state = 'submitted', submitted_at = now(), review_due_at = now() + interval '5 days'
               WHERE assignment_id = :'id'}, id => $assignment->{id});
        is(die_while($death, 'POST', '/v1/transfers', sub { approve($builder, $first) }), 0, 'approved');
        is(die_while($death, 'POST', '/v1/refunds', sub { reject($builder, $second) }), 0, 'rejected');
        everything_settles();
        is(scalar made_for('transfers', "transfer:$first->{id}:1"), 1, 'one transfer');
        is(scalar made_for('refunds', "refund:$second->{id}:1"), 1, 'one refund');
        is(sql("SELECT state FROM assignment WHERE id = :'id'", id => $assignment->{id}), 'completed', 'the assignment is completed');
    };

    subtest "$death: while a page is closed" => sub {
        my ($job, $bid) = fresh_bid();
        my $payment = accept_bid($bid);
        is(die_while($death, 'POST', '/v1/checkout/sessions/', sub { persist($builder, 'cancelPayment', { payment_id => $payment->{id} }) }), 0, 'given up');
        is_bid($bid, 'submitted');
        is(sql("SELECT sum(seats_reserved) FROM job_role WHERE job_id = :'id'", id => $job->{id}), 0, 'its seat is free');
    };

    subtest "$death: while events are worked off" => sub {
        my ($job, $bid) = fresh_bid();
        my $payment = accept_bid($bid);
        sandbox('POST', 'webhooks', { mode => 'deliver', copies => 3, shuffle => JSON::PP::true });
        pay($payment);
        $deaths{$death}->();
        is_bid($bid, 'accepted');
        is(sql("SELECT count(*) FROM assignment WHERE bid_id = :'id'", id => $bid->{id}), 1, 'one assignment');
        sandbox('POST', 'webhooks', { mode => 'deliver' });
    };
}

everything_settles();
is(sql(q{SELECT count(*) FROM job_role r WHERE seats_reserved <> (SELECT count(*) FROM bid WHERE role_id = r.id AND state = 'awaiting_payment')}),
    0, 'what is reserved is waited for');
is(sql(q{SELECT count(*) FROM job_role r WHERE seats_taken <> (SELECT count(*) FROM assignment WHERE role_id = r.id AND state IN ('active', 'delivered', 'completed'))}),
    0, 'what is taken is held');
books_agree('after all deaths');

done_testing();
