# SPDX-License-Identifier: Apache-2.0
# What the provider tells arrives in any order, in any number of copies, several at once,
# with forged and stale events among it: the end is always the same.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use HTTP::Tiny ();
use PeerTest;
use PeerTest::Faults;
use PeerTest::Faults::Books;
use PeerTest::Faults::Stage;
use PeerTest::Make;
use PeerTest::Money;
use Test::More;

my $ORDERS = amount(30, 200);
my $CROWD  = 10;                # orders that are under way at once
my $HANDS  = 3;                 # processes that deliver

fresh_world();
my $builder = as_builder();
my ($tester) = payable_testers(1);
sandbox('POST', 'webhooks', { mode => 'hold' });

# The events that the sandbox has held back since the last time, each { type, payload }.
my %known;
sub held_events {
    return grep { !$known{ $_->{event} }++ } @{ sandbox('GET', 'deliveries')->{items} };
}

sub post_event {
    my ($bytes, $signature) = @_;
    my $answer = HTTP::Tiny->new->request('POST', api_url() . '/api/v1/webhooks/stripe', {
        headers => { 'Content-Type' => 'application/json', $signature ? ('Stripe-Signature' => $signature) : () }, content => $bytes });
    return $answer->{status};
}

# A genuine delivery, or one that must not be believed: [status, bytes, signature].
sub genuine { my ($bytes) = @_; my $now = time; return [ 200, $bytes, "t=$now,v1=" . signature_for($bytes, $now) ] }

sub forged {
    my ($bytes) = @_;
    my ($now, $then) = (time, time - 3600);
    my $lie = $bytes =~ s/"amount(?:_\w+)?": \K\d+/1/gr =~ s/"status": "\K\w+/canceled/gr;
    return pick(
        [ 400, $lie,   "t=$now,v1=" . signature_for($bytes, $now) ],
        [ 400, $bytes, "t=$then,v1=" . signature_for($bytes, $then) ],
        [ 400, $lie,   "t=$now,v1=" . '0' x 64 ],
        [ 400, $bytes, undef ],
    );
}

# Delivers events: 1 to 10 copies of each and some forgeries, shuffled, from several hands.
sub deliver_at_random {
    my @deliveries = shuffled(map { my $bytes = $_->{payload}; ((map { genuine($bytes) } 0 .. chance(10)), map { forged($bytes) } 1 .. chance(3)) } @_);
    my @shares;
    push @{ $shares[ $_ % $HANDS ] }, $deliveries[$_] for 0 .. $#deliveries;
    my @hands = map { my $share = $_; aside(sub {
        for my $delivery (@$share) {
            my ($wanted, $bytes, $signature) = @$delivery;
            my $status = post_event($bytes, $signature);
            die "$status instead of $wanted\n" unless $status == $wanted;
        }
    }) } grep { $_ } @shares;
    return finish(@hands);
}

# Everything of a job that events decide about, without what is different in each.
sub end_of {
    my ($job) = @_;
    return sql(q{
        SELECT concat_ws(' ', j.state, p.state, p.refunded_minor,
               (SELECT string_agg(o.state, ',') FROM payout o JOIN assignment a ON a.id = o.assignment_id WHERE a.job_id = j.id),
               (SELECT string_agg(r.state || r.amount_minor, ',') FROM refund r WHERE r.job_id = j.id),
               (SELECT string_agg(e.kind, ',' ORDER BY e.kind) FROM event e WHERE e.job_id = j.id AND e.actor_kind = 'gateway'),
               (SELECT string_agg(x.account || '=' || x.amount, ',' ORDER BY x.account) FROM (
                       SELECT split_part(l.account, ':', 1) AS account, sum(l.amount_minor) AS amount FROM ledger_transaction t
                         JOIN ledger_line l ON l.transaction_id = t.id WHERE t.job_id = j.id GROUP BY 1) x))
          FROM job j JOIN payment p ON p.job_id = j.id WHERE j.id = :'id'}, id => $job->{id});
}

my (%ends, $failed, $events);
for my $round (1 .. $ORDERS / $CROWD) {
    # Paid for, but nobody has told yet.
    my @jobs     = map { make_draft($builder, seats => 2) } 1 .. $CROWD;
    my @payments = map { publish($builder, $_) } @jobs;
    run_jobs();
    pay($_) for @payments;
    my @told = held_events();
    $failed += deliver_at_random(@told);
    everything_settles();
    is(sql(q{SELECT count(*) FROM job WHERE state = 'open' AND id = ANY(string_to_array(:'ids', ',')::uuid[])}, ids => join ',', map { $_->{id} } @jobs),
        $CROWD, "round $round: each job is open");

    # One seat is worked on and paid out, the other one goes back.
    for my $job (@jobs) {
        approve($builder, make_submission($job, $tester));
        api($builder, 'cancelJob', { job_id => $job->{id} })->{status} == 200 or die "cancelJob\n";
    }
    wait_until(q{SELECT count(*) = 0 FROM money_intent WHERE state IN ('pending', 'unknown')});
    # What is old news by now comes once more, among the new.
    my @news = held_events();
    $failed += deliver_at_random(@news, @told);
    everything_settles();
    $ends{ end_of($_) }++ for @jobs;
    $events += @told + @news;
}

is($failed, 0, 'every delivery got the answer that it deserved');
is(join("\n", sort keys %ends), (sort keys %ends)[0], 'all orders end alike');
like((keys %ends)[0], qr/partly_refunded 2750 completed completed2750/, 'in what was to be');
is(sql(q{SELECT count(*) FROM webhook_event}), $events, 'each event was stored once');
cmp_ok(sql(q{SELECT count(*) FROM audit.webhook_events WHERE signature_result <> 'good'}), '>', 0, 'there were forged ones');
is(sql(q{SELECT count(*) FROM audit.webhook_events WHERE signature_result <> 'good' AND event_id IS NOT NULL}), 0, 'none of them was taken in');
books_agree('after all orders');
sandbox('POST', 'webhooks', { mode => 'deliver' });

done_testing();
