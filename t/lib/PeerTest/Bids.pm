# SPDX-License-Identifier: Apache-2.0
package PeerTest::Bids;
# What the tests of bids share: a small plan, bids in any state, and all that moves them.
use strict;
use warnings FATAL => 'all';
use Exporter 'import';
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;
use Test::More ();

our @EXPORT = qw(
    must as_both open_plan amounts bid_for offer_for moved bid_in_state pay_bid
    snapshot_of bid_of seats_of events_of reread
);

my $tb = Test::More->builder;

sub must {
    my ($answer) = @_;
    die "$answer->{op}: $answer->{status} $answer->{content}\n" unless $answer->{status} =~ /^2/;
    return $answer->{data};
}

# Somebody who may be on either side, and can be paid.
sub as_both {
    return as_account(roles => [ 'builder', 'tester' ], payout_state => 'active', stripe_account_id => 'acct_' . random_text(16), @_);
}

# A published job with one role of three items, the last one optional; the first one
# reserves a bonus. Options: seats; role => {members of the role}; members of createJob.
sub open_plan {
    my ($builder, %options) = @_;
    my %role = (name => 'Shopper', seats => delete $options{seats} // 1, items => items(), %{ delete $options{role} // {} });
    return make_plan($builder, roles => [ \%role ], %options);
}

sub items {
    my %item = (service_type => 'exploratory', instructions => 'Half an hour.', details => { charter => 'Explore the check-out with a full basket to find what it loses on the way.', minutes => 30 });
    return [
        { %item, title => 'The basket', bonus_unit_minor => 100, bonus_cap_minor => 500 },
        { %item, title => 'The payment' },
        { %item, title => 'The receipt', required => JSON::PP::false },
    ];
}

# Amounts for the items of a job's first role, in their order; undef leaves one out.
sub amounts {
    my ($job, @amounts) = @_;
    my @items = @{ $job->{roles}[0]{items} };
    return [ map { { item_id => $items[$_]{id}, amount_minor => $amounts[$_] } } grep { defined $amounts[$_] } 0 .. $#amounts ];
}

# The body of a bid: 50.00 for the two required items, unless options say otherwise.
sub bid_for {
    my ($job, %options) = @_;
    return { role_id => $job->{roles}[0]{id}, items => amounts($job, 3000, 2000), days => 5, message => 'I know shops.', %options };
}

sub offer_for { my ($job, $tester, %options) = @_; return bid_for($job, tester_id => $tester->{id}, %options) }

# One move of a bid that must succeed. Returns the bid.
sub moved {
    my ($actor, $operation, $bid, $body) = @_;
    my $data = must(api($actor, $operation, { bid_id => $bid->{id} }, $body));
    return $data->{bid} // $data;
}

# Pays an awaiting bid's page and waits until the work has begun.
sub pay_bid {
    my ($builder, $bid) = @_;
    my $payment = must(api($builder, 'getPayment', { payment_id => reread($builder, $bid)->{payment_id} }));
    pay($payment);
    wait_until("SELECT state = 'accepted' FROM bid WHERE id = :'id'", id => $bid->{id});
    return reread($builder, $bid);
}

# How a bid of a fresh job gets into each state. Each takes builder, tester and job.
my %ways = (
    draft     => sub { my ($b, $t, $j) = @_; return must(api($t, 'createBid', { job_id => $j->{id} }, bid_for($j, draft => JSON::PP::true))) },
    submitted => sub { my ($b, $t, $j) = @_; return must(api($t, 'createBid', { job_id => $j->{id} }, bid_for($j))) },
    countered_by_builder => sub { return moved($_[0], 'counterBid', way('submitted', @_), { items => amounts($_[2], 2000, 1000) }) },
    countered_by_tester  => sub { return moved($_[1], 'counterBid', way('countered_by_builder', @_), { items => amounts($_[2], 2800, 1800) }) },
    agreed    => sub { my $bid = way('countered_by_builder', @_); return moved($_[1], 'acceptBid', $bid, { revision => $bid->{revision} }) },
    awaiting_payment => sub { my $bid = way('submitted', @_); return moved($_[0], 'acceptBid', $bid, { revision => 1 }) },
    accepted  => sub { return pay_bid($_[0], way('awaiting_payment', @_)) },
    stale     => sub {
        my ($b, $t, $j) = @_;
        my $bid = way('submitted', @_);
        must(api($b, 'updateJob', { job_id => $j->{id} }, { brief => 'Take it apart, and the receipts, too.' }));
        return reread($t, $bid);
    },
    rejected  => sub { return moved($_[0], 'rejectBid', way('submitted', @_), { reason => 'too_expensive', note => 'Sorry.' }) },
    withdrawn => sub { return moved($_[1], 'withdrawBid', way('submitted', @_)) },
    expired   => sub { my $bid = way('submitted', @_); move_clock('bid', $bid->{id}, 'turn_expires'); return reread($_[1], $bid) },
    superseded => sub { my $bid = way('submitted', @_); must(api($_[0], 'cancelJob', { job_id => $_[2]{id} })); return reread($_[1], $bid) },
);

sub way { my ($state, @who) = @_; return $ways{$state}->(@who) }

# A bid in a state, on a job of its own. Returns bid, job, builder and tester, who may
# both be on either side elsewhere.
sub bid_in_state {
    my ($state, %options) = @_;
    my ($builder, $tester) = (as_both(), as_both());
    my $job = open_plan($builder, %options);
    my $bid = way($state, $builder, $tester, $job);
    die "wanted $state, got $bid->{state}\n" unless $bid->{state} eq $state;
    return ($bid, $job, $builder, $tester);
}

sub reread { my ($actor, $bid) = @_; return must(api($actor, 'getBid', { bid_id => $bid->{id} })) }

# --- Behind the scenes -----------------------------------------------------------------

# All that a refusal must leave alone, as one text.
sub snapshot_of {
    my ($bid) = @_;
    return sql(q{
        SELECT b::text || r::text || (SELECT count(*) FROM bid_revision WHERE bid_id = b.id)
               || (SELECT count(*) FROM event WHERE bid_id = b.id)
               || (SELECT count(*) FROM payment WHERE bid_id = b.id)
               || (SELECT coalesce(string_agg(c::text, ' ' ORDER BY transition), '') FROM clock c WHERE entity_id = b.id)
          FROM bid b JOIN job_role r ON r.id = b.role_id WHERE b.id = :'id'}, id => $bid->{id});
}

sub bid_of { my ($bid, $columns) = @_; return sql("SELECT $columns FROM bid WHERE id = :'id'", id => $bid->{id}) }

# "taken reserved" of a job's first role.
sub seats_of {
    my ($job) = @_;
    return sql("SELECT seats_taken || ' ' || seats_reserved FROM job_role WHERE id = :'id'", id => $job->{roles}[0]{id});
}

# The kinds of a bid's events, oldest first.
sub events_of {
    my ($actor, $bid) = @_;
    return join ' ', map { $_->{kind} } @{ must(api($actor, 'listBidEvents', { bid_id => $bid->{id} }))->{items} };
}

1;
