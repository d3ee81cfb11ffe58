# SPDX-License-Identifier: Apache-2.0
# bid_races.t - two at the same moment: one is first, the other is told so, and whatever
# the order, seats, offers and money agree with each other.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use JSON::PP ();
use PeerTest;
use PeerTest::Bids;
use PeerTest::Make;
use PeerTest::Money;
use Test::More;

use constant ROUNDS => 6;

# What must hold of a job after any race, once nothing is under way any more.
sub holds_together {
    my ($job, $name) = @_;
    run_jobs();
    is(sql(q{
        SELECT string_agg(wrong, ', ') FROM (
            SELECT 'reserved seats are the bids that are paid' AS wrong FROM job_role r WHERE r.job_id = :'job'
               AND r.seats_reserved <> (SELECT count(*) FROM bid b WHERE b.role_id = r.id AND b.state = 'awaiting_payment')
            UNION ALL
            SELECT 'taken seats are assignments' FROM job_role r WHERE r.job_id = :'job'
               AND r.seats_taken <> (SELECT count(*) FROM assignment a WHERE a.role_id = r.id AND a.seat IS NOT NULL)
            UNION ALL
            SELECT 'an accepted bid is an assignment' FROM bid b WHERE b.job_id = :'job'
               AND (b.state = 'accepted') <> EXISTS (SELECT FROM assignment a WHERE a.bid_id = b.id AND a.id = b.assignment_id)
            UNION ALL
            SELECT 'what is paid has one open page' FROM bid b WHERE b.job_id = :'job'
               AND (b.state = 'awaiting_payment')::int <> (SELECT count(*) FROM payment p WHERE p.bid_id = b.id AND p.state = 'pending')
            UNION ALL
            SELECT 'offers are numbered without a gap' FROM bid b WHERE b.job_id = :'job'
               AND b.revision <> ALL (ARRAY[(SELECT count(*) FROM bid_revision v WHERE v.bid_id = b.id),
                                            (SELECT max(number) FROM bid_revision v WHERE v.bid_id = b.id)])
            UNION ALL
            SELECT 'only open bids have a clock' FROM bid b JOIN clock c ON c.entity = 'bid' AND c.entity_id = b.id
             WHERE b.job_id = :'job' AND b.state NOT IN ('submitted', 'countered_by_builder', 'countered_by_tester', 'agreed', 'stale')
            UNION ALL
            SELECT 'an ended job has no open bids' FROM bid b JOIN job j ON j.id = b.job_id
             WHERE j.id = :'job' AND j.stop_reason IS NOT NULL AND b.ended_at IS NULL
               AND b.state <> 'awaiting_payment') broken}, job => $job->{id}), '', $name);
    return;
}

# Runs calls at once; each must succeed or be refused with one of the problems named. All
# have a key, so that they are equally quick, and every other round begins at the other
# end. Returns for each whether it succeeded.
sub race {
    my ($name, @calls) = @_;
    my @order   = $name =~ /[02468]$/ ? reverse 0 .. $#calls : 0 .. $#calls;
    my @there   = at_once(map { [ @{ $calls[$_]{call} }, key => random_text(20) ] } @order);
    my @answers = @there[ sort { $order[$a] <=> $order[$b] } 0 .. $#order ];
    return map {
        my ($answer, $call) = ($answers[$_], $calls[$_]);
        my $type = $answer->{status} < 300 ? 'success' : $answer->{data}{type} =~ s{^/problems/}{}r;
        ok((grep { $_ eq $type } 'success', @{ $call->{or} }), "$name: $answer->{op}: $type");
        $type eq 'success';
    } 0 .. $#calls;
}

sub of { my ($actor, $operation, $path, $body, @or) = @_; return { call => [ $actor, $operation, $path, $body ], or => \@or } }

sub rounds { my ($name, $code) = @_; subtest $name => sub { $code->("round $_") for 1 .. ROUNDS } }

rounds 'accept against withdraw' => sub {
    my ($round) = @_;
    my ($bid, $job, $builder, $tester) = bid_in_state('submitted');
    my %path = (bid_id => $bid->{id});
    my ($accepted, $withdrawn) = race($round,
        of($builder, 'acceptBid', {%path}, { revision => 1 }, 'wrong-state'), of($tester, 'withdrawBid', {%path}, undef, 'wrong-state'));
    is($accepted + $withdrawn, 1, 'one of them');
    is(state_of('bid', $bid->{id}), $accepted ? 'awaiting_payment' : 'withdrawn', 'and the state is his');
    holds_together($job, 'it holds together');
};

rounds 'accept against revise' => sub {
    my ($round) = @_;
    my ($bid, $job, $builder, $tester) = bid_in_state('submitted');
    my %path = (bid_id => $bid->{id});
    my ($accepted, $revised) = race($round,
        of($builder, 'acceptBid', {%path}, { revision => 1 }, 'revision-mismatch'),
        of($tester, 'reviseBid', {%path}, { items => amounts($job, 9000, 2000) }, 'wrong-state'));
    is($accepted + $revised, 1, 'one of them');
    is(bid_of($bid, "state || ' ' || revision"), $accepted ? 'awaiting_payment 1' : 'submitted 2', 'nobody pays what he has not seen');
    is(sql("SELECT coalesce(sum(amount_minor), 0) FROM payment WHERE bid_id = :'id'", id => $bid->{id}), $accepted ? 6050 : 0, 'nor another sum');
    holds_together($job, 'it holds together');
};

rounds 'accept against another accept of the same offer' => sub {
    my ($round) = @_;
    my ($bid, $job, $builder) = bid_in_state('submitted', seats => 2);
    my @won = race($round, map { of($builder, 'acceptBid', { bid_id => $bid->{id} }, { revision => 1 }, 'wrong-state') } 1 .. 2);
    is($won[0] + $won[1], 1, 'once');
    is(sql("SELECT count(*) FROM payment WHERE bid_id = :'id'", id => $bid->{id}), 1, 'one payment');
    is(seats_of($job), '0 1', 'one seat');
    holds_together($job, 'it holds together');
};

rounds 'two accepts, one seat' => sub {
    my ($round) = @_;
    my $builder = as_builder();
    my $job     = open_plan($builder);
    my @bids    = map { make_bid(as_tester(), $job) } 1 .. 2;
    my @won     = race($round, map { of($builder, 'acceptBid', { bid_id => $_->{id} }, { revision => 1 }, 'role-full') } @bids);
    is($won[0] + $won[1], 1, 'one has it');
    is(seats_of($job), '0 1', 'the seat is reserved once');
    holds_together($job, 'it holds together');
};

rounds 'counter against counter' => sub {
    my ($round) = @_;
    my ($bid, $job, $builder) = bid_in_state('submitted');
    my @won = race($round, map { of($builder, 'counterBid', { bid_id => $bid->{id} }, { items => amounts($job, $_) }, 'not-your-turn') } 1000, 2000);
    is($won[0] + $won[1], 1, 'one of them');
    is(bid_of($bid, "revision || ' ' || counters"), '2 1', 'counts');
    holds_together($job, 'it holds together');
};

rounds 'a tester agrees while the builder rejects' => sub {
    my ($round) = @_;
    my ($bid, $job, $builder, $tester) = bid_in_state('countered_by_builder');
    my %path = (bid_id => $bid->{id});
    my ($agreed, $rejected) = race($round,
        of($tester, 'acceptBid', {%path}, { revision => 2 }, 'wrong-state'), of($builder, 'rejectBid', {%path}, { reason => 'other' }, 'wrong-state'));
    ok($rejected, 'an end is possible either way');
    is(state_of('bid', $bid->{id}), 'rejected', 'and it is one');
    holds_together($job, 'it holds together');
};

rounds 'two bids of one tester' => sub {
    my ($round) = @_;
    my $job    = open_plan(as_builder());
    my $tester = as_tester();
    my @won    = race($round, map { of($tester, 'createBid', { job_id => $job->{id} }, bid_for($job, days => $_), 'bid-exists') } 3, 4);
    is($won[0] + $won[1], 1, 'one of them');
    is(sql("SELECT count(*) FROM bid WHERE job_id = :'id'", id => $job->{id}), 1, 'is there');
};

rounds 'pay against the end of the turn' => sub {
    my ($round) = @_;
    my ($bid, $job, $builder) = bid_in_state('agreed');
    sql("UPDATE clock SET due_at = now() WHERE entity = 'bid' AND entity_id = :'id' AND transition = 'turn_expires'", id => $bid->{id});
    my ($paying) = race($round, of($builder, 'payBid', { bid_id => $bid->{id} }, undef, 'wrong-state'));
    wait_until("SELECT count(*) = 0 FROM clock WHERE entity = 'bid' AND entity_id = :'id'", id => $bid->{id});
    is(state_of('bid', $bid->{id}), $paying ? 'awaiting_payment' : 'expired', 'one of them');
    holds_together($job, 'it holds together');
};

rounds 'pay against the end of the window' => sub {
    my ($round) = @_;
    my ($bid, $job, $builder) = bid_in_state('awaiting_payment');
    my $payment = must(api($builder, 'getPayment', { payment_id => $bid->{payment_id} }));
    sql("UPDATE clock SET due_at = now() WHERE entity = 'payment' AND entity_id = :'id'", id => $payment->{id});
    my $could = eval { pay($payment); 1 };
    wait_until("SELECT state <> 'pending' FROM payment WHERE id = :'id'", id => $payment->{id});
    run_jobs();
    is(state_of('bid', $bid->{id}), $could ? 'accepted' : 'submitted', "$round: " . ($could ? 'paid is paid' : 'closed is closed'));
    books_are($job->{id}, $could ? { gateway_balance => -6050, held => 6050 } : {}, 'the money is where it belongs');
    holds_together($job, 'it holds together');
};

rounds 'a change of the job against accept' => sub {
    my ($round) = @_;
    my ($bid, $job, $builder) = bid_in_state('submitted');
    my ($changed, $accepted) = race($round,
        of($builder, 'updateJob', { job_id => $job->{id} }, { brief => 'Something else altogether.' }, 'bid-being-paid'),
        of($builder, 'acceptBid', { bid_id => $bid->{id} }, { revision => 1 }, 'wrong-state'));
    is($changed + $accepted, 1, 'one of them');
    is(state_of('bid', $bid->{id}), $accepted ? 'awaiting_payment' : 'stale', 'nobody pays for what has changed');
    is(sql("SELECT revision FROM job WHERE id = :'id'", id => $job->{id}), $changed ? 2 : 1, 'nor changes what is paid');
    holds_together($job, 'it holds together');
};

rounds 'the end of bidding against accept' => sub {
    my ($round) = @_;
    my ($bid, $job, $builder) = bid_in_state('submitted', seats => 2);
    make_accepted($builder, make_bid(as_tester(), $job));
    my ($closed, $accepted) = race($round,
        of($builder, 'closeBidding', { job_id => $job->{id} }, undef),
        of($builder, 'acceptBid', { bid_id => $bid->{id} }, { revision => 1 }, 'wrong-state'));
    ok($closed, 'it ends');
    wait_until("SELECT state = 'superseded' FROM bid WHERE id = :'id'", id => $bid->{id});
    is(seats_of($job), '1 0', 'nobody gets a seat afterwards, and none stays reserved');
    holds_together($job, 'it holds together');
};

rounds 'the end of the job against accept and a new bid' => sub {
    my ($round) = @_;
    my ($bid, $job, $builder) = bid_in_state('submitted', seats => 2);
    my ($cancelled) = race($round,
        of($builder, 'cancelJob', { job_id => $job->{id} }, undef),
        of($builder, 'acceptBid', { bid_id => $bid->{id} }, { revision => 1 }, 'wrong-state'),
        of(as_tester(), 'createBid', { job_id => $job->{id} }, bid_for($job), 'wrong-state'));
    ok($cancelled, 'it ends');
    wait_until("SELECT count(*) = 0 FROM bid WHERE job_id = :'id' AND ended_at IS NULL", id => $job->{id});
    is(sql("SELECT string_agg(DISTINCT state, ' ') FROM bid WHERE job_id = :'id'", id => $job->{id}), 'superseded', 'and all bids with it');
    is(seats_of($job), '0 0', 'no seat is left reserved');
    holds_together($job, 'it holds together');
};

rounds 'the last seat is paid while others bid and haggle' => sub {
    my ($round) = @_;
    my ($bid, $job, $builder) = bid_in_state('awaiting_payment');
    my $rival = as_tester();
    my $his   = make_bid($rival, $job);
    pay(must(api($builder, 'getPayment', { payment_id => $bid->{payment_id} })));
    race($round,
        of($builder, 'counterBid', { bid_id => $his->{id} }, { items => amounts($job, 1000) }, 'wrong-state'),
        of($rival, 'reviseBid', { bid_id => $his->{id} }, { days => 2 }, 'wrong-state', 'not-your-turn'),
        of(as_tester(), 'createBid', { job_id => $job->{id} }, bid_for($job), 'role-full', 'wrong-state'));
    wait_until("SELECT state = 'accepted' FROM bid WHERE id = :'id'", id => $bid->{id});
    is(state_of('bid', $his->{id}), 'superseded', 'the others have lost');
    is(sql("SELECT count(*) FROM bid WHERE job_id = :'id' AND ended_at IS NULL", id => $job->{id}), 0, 'all of them');
    holds_together($job, 'it holds together');
};

money_is_sound('after all of this');

done_testing();
