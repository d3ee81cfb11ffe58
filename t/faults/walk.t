# SPDX-License-Identifier: Apache-2.0
# Several people at once do at random whatever can be done, for thousands of steps: nobody
# gets an answer that is not documented, and the books are sound at every moment. The walk
# goes on, at most seven times as far again, until each move has been made.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use File::Temp qw(tempdir);
use PeerTest;
use PeerTest::Faults;
use PeerTest::Faults::Books;
use PeerTest::Faults::Stage;
use PeerTest::Faults::Walk;
use POSIX qw(WNOHANG);
use Test::More;
use Time::HiRes qw(sleep time);

my $STEPS = amount(250, 2000);
my $HANDS = 4;
my $notes = tempdir(CLEANUP => 1);

fresh_world();
walk_cast(builders => [ map { as_builder() } 1 .. 2 ], testers => [ payable_testers(4) ], admins => [ map { as_admin() } 1 .. 2 ], notes => $notes);

my @hands = map { my $hand = $_; aside(sub {
    open my $diary, '>', "$notes/diary-$hand" or die "$notes/diary-$hand: $!";
    $diary->autoflush;
    for my $step (1 .. 8 * $STEPS / $HANDS) {
        last if $step > $STEPS / $HANDS && !unmade_moves();
        my ($move, $status) = walk_step();
        print {$diary} "$move $status\n";
    }
}) } 1 .. $HANDS;

# The rules of the books, looked at again and again while everybody walks, half of the time.
my ($snapshots, $failed, %broken) = (0, 0);
while (@hands) {
    my $start = time;
    $broken{$_}++ for broken_rules();
    $snapshots++;
    sleep time - $start;
    @hands = grep { my $pid = waitpid $_, WNOHANG; $failed++ if $pid == $_ && $?; $pid == 0 } @hands;
}

is($failed, 0, "$STEPS steps, each with a documented answer");
cmp_ok($snapshots, '>', 10, 'the books were looked at meanwhile');
is(join("\n", sort keys %broken), '', 'and every rule held each time');
is(join(', ', unmade_moves()), '', 'each move was made');

my (%made, %refused);
for my $file (glob "$notes/diary-*") {
    open my $diary, '<', $file or die "$file: $!";
    while (<$diary>) { my ($move, $status) = /^(.+) (\d+)$/; $status < 300 ? $made{$move}++ : $refused{$move}++ }
}
diag(sprintf '%-32s %4s %7s', qw(move made refused));
diag(sprintf '%-32s %4d %7d', $_, $made{$_} // 0, $refused{$_} // 0) for sort keys %{ { %made, %refused } };

everything_settles();
books_agree("after the walk, $snapshots snapshots");

done_testing();
