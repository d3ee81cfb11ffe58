# SPDX-License-Identifier: Apache-2.0
# httpd dies between the provider's effect and our commit: the worker that comes next finds
# by look-up what was made, and makes nothing twice. Where there was no effect, it finds
# nothing, says so, and asks again under the same key.
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
use Time::HiRes qw(sleep time);

my $KILLS  = amount(8, 50);
my $SILENT = 3500;    # milliseconds in which the provider holds its answer; less than our time-out

fresh_world();
my $builder = as_builder();
my @work    = work_to_review($builder, [ payable_testers(5) ], $KILLS, on_rejection => 'refund');

# Each way of moving money: what sets it off, and the mark of what it makes.
my %ways = (
    transfers => sub { my ($submission) = @_; approve($builder, $submission); return "transfer:$submission->{id}:1" },
    refunds   => sub { my ($submission) = @_; reject($builder, $submission); return "refund:$submission->{id}:1" },
    'checkout/sessions' => sub {
        my $job = make_draft($builder);
        aside(sub { persist($builder, 'publishJob', { job_id => $job->{id} }) });
        my $payment = wait_until("SELECT id FROM payment WHERE job_id = :'id'", id => $job->{id});
        return "checkout:$payment:1";
    },
);

# One death while a request is under way. "executes": the provider has carried it out.
sub die_between {
    my ($path, $executes, $submission) = @_;
    my $start = int(1000 * time);
    my $asked = sub { scalar grep { ($_->{fault} // '') =~ /^timeout/ } @{ sandbox('GET', "requests?path=/v1/$path&since=$start")->{items} } };
    sandbox('POST', 'faults', { kind => $executes ? 'timeout_after' : 'timeout', method => 'POST', path_prefix => "/v1/$path", delay_ms => $SILENT });
    my $mark = $ways{$path}->($submission);
    repeatedly(60, "the provider is asked for $mark", $asked);
    sleep chance(0.3);
    kill_children();
    release_leases();
    return $mark;
}

my @plan = shuffled(map { [ (sort keys %ways)[ $_ % 3 ], $_ % 4 ? 1 : 0 ] } 1 .. $KILLS);
my @made;
sandbox('POST', 'webhooks', { mode => 'hold' });    # no event may tell what only a look-up can
for my $number (0 .. $#plan) {
    my ($path, $executes) = @{ $plan[$number] };
    my $mark = die_between($path, $executes, $work[$number]);
    my ($kind, $subject) = split /:/, $mark;
    push @made, { executes => $executes, kind => $kind, subject => $subject, mark => $mark };

    # The next silence is meant for the next request, not for this one's second try.
    wait_until("SELECT state = 'succeeded' FROM money_intent WHERE kind = :'kind' AND subject_id = :'id'", kind => $kind, id => $subject);
}
everything_settles();

for my $made (@made) {
    my ($kind, $subject) = @$made{qw(kind subject)};
    my ($collection) = { transfer => 'transfers', refund => 'refunds', checkout => 'checkout_sessions' }->{$kind};
    my $said = sql(q{SELECT concat_ws(' ', state, generation, attempts, looked_up_at IS NOT NULL) FROM money_intent
                      WHERE kind = :'kind' AND subject_id = :'id'}, kind => $kind, id => $subject);
    my $what = $made->{executes} ? 'after its effect' : 'before it';
    is($said, $made->{executes} ? 'succeeded 1 1 f' : 'succeeded 1 2 t', "$kind, killed $what: intent");
    is(scalar made_for($collection, $made->{mark}), 1, "$kind, killed $what: one object");
}
sandbox('POST', 'webhooks', { mode => 'deliver' });
release_events();
everything_settles();
books_agree('when all events are there');

done_testing();
