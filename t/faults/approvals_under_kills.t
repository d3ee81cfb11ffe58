# SPDX-License-Identifier: Apache-2.0
# Many approvals while children of httpd are killed at random: every approval is there, and
# each has made exactly one transfer.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Faults;
use PeerTest::Faults::Books;
use PeerTest::Faults::Stage;
use Test::More;
use Time::HiRes qw(sleep);

my $APPROVALS = amount(60, 500);
my $KILLS     = amount(25, 200);
my $HANDS     = 4;      # processes that approve
my $PACE      = 0.5;    # seconds from one kill to the next, at most

fresh_world();
my $builder = as_builder();
my @work    = work_to_review($builder, [ payable_testers(amount(15, 25)) ], $APPROVALS);
is(scalar @work, $APPROVALS, 'there is work to approve');

# The provider takes its time, so that blows fall while a request is under way.
sandbox('POST', 'faults', { kind => 'slow', method => 'POST', path_prefix => '/v1/transfers', times => 1000, delay_ms => 300 });

my @mine  = map { my $hand = $_; [ grep { defined } @work[ map { $_ * $HANDS + $hand } 0 .. @work / $HANDS ] ] } 0 .. $HANDS - 1;
my $pause = $KILLS * $PACE / 2 * $HANDS / $APPROVALS;
my @hands = map { my $share = $_; aside(sub {
    for my $submission (@$share) {
        sleep chance(2 * $pause + 1e-6);
        my $answer = persist($builder, 'approveSubmission', { submission_id => $submission->{id} }, {});
        die "$answer->{status} $answer->{content}\n" unless $answer->{status} == 200;
    }
}) } @mine;

my %killed;
for (1 .. $KILLS) {
    sleep chance($PACE + 1e-6);
    $killed{ kill_child(chance(12)) }++;
}
is(scalar keys %killed, $KILLS, "$KILLS different children were killed");
is(finish(@hands), 0, 'every approval was answered with success in the end');
wait_ready();
everything_settles();

is(sql("SELECT count(*) FROM submission WHERE state = 'approved'"), $APPROVALS, 'each is approved');
is(sql("SELECT count(*) FROM payout WHERE state = 'completed'"), $APPROVALS, 'each is paid out');
is(scalar @{ sandbox('GET', 'state?only=transfers')->{transfers} }, $APPROVALS, 'by one transfer each');
cmp_ok(sql("SELECT count(*) FROM queue_job WHERE kind = 'intent.send' AND attempts > 1"), '>', 0, 'some were under way when their worker died');
books_agree('after all kills');

done_testing();
