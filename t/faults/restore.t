# SPDX-License-Identifier: Apache-2.0
# The database is taken back to a backup, after money has moved. What was decided in the time
# that is lost is decided once more, a day later, when the provider has forgotten our keys: no
# transfer and no refund is made a second time.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use File::Temp qw(tempdir);
use PeerTest;
use PeerTest::Database;
use PeerTest::Faults;
use PeerTest::Faults::Books;
use PeerTest::Faults::Stage;
use PeerTest::Make;
use PeerTest::Money;
use Test::More;

my $FILE = tempdir(CLEANUP => 1) . '/backup';
my $URL  = "host=$ENV{PGHOST} user=$ENV{PGUSER} dbname=$ENV{PGDATABASE}";

# The functions behind "peertestctl backup" and "restore".
sub ctl {
    my ($function, @arguments) = @_;
    my $said = '';
    open my $out, '-|', 'bash', '-c', 'set -euo pipefail; exec 2>&1; CTL=tools/ctl; . tools/ctl/lib.sh; . tools/ctl/backup.sh; PG_BIN=$PEERTEST_PG_BIN; "$@"', 'ctl', $function, @arguments
        or die "bash: $!";
    { local $/; $said = <$out> // '' }
    return close $out ? '' : $said || 'it failed';
}

fresh_world();
my $builder = as_builder();
my @testers = payable_testers(amount(4, 10));
# Of each job's seats some are decided then and now, one now only, and one never: the
# provider would have the money for every decision a second time.
my @work = work_to_review($builder, \@testers, amount(12, 80), on_rejection => 'refund');
my ($again, $back, $new, $idle) = map { my $turn = $_; [ map { $work[ 4 * $_ + $turn ] } 0 .. $#work / 4 ] } 0 .. 3;
my $other = shift @$idle;                                    # approved then, otherwise now
my $job   = make_paid_job($builder, seats => 5);             # its free seats go back then and now
my ($waits) = work_to_review($builder, \@testers, 1);        # decided before, sent after
make_claim($job, $_) for @testers[ 0 .. 2 ];

# A transfer that is decided when the backup is made, and not sent.
sandbox('POST', 'faults', { kind => '429', method => 'POST', path_prefix => '/v1/transfers', times => 1000 });
approve($builder, $waits);
wait_until(q{UPDATE queue_job SET due_at = now() + interval '1 day' WHERE kind = 'intent.send' AND state = 'queued' AND outages > 0 RETURNING 1});
sandbox('DELETE', 'faults');

is(ctl(backup_make => $URL, $FILE), '', 'a backup is made while the server runs');
is((stat $FILE)[2] & 0777, 0600, 'for its owner alone');

sub decide_all {
    approve($builder, $_) for @$again;
    reject($builder, $_) for @$back;
    die "cancelJob\n" unless api($builder, 'cancelJob', { job_id => $job->{id} })->{status} == 200;
    everything_settles();
    return;
}

sub objects { my $book = sandbox('GET', 'state?only=transfers,refunds'); return { map { $_ => join ' ', sort map { $_->{id} } @{ $book->{$_} } } qw(transfers refunds) } }

decide_all();
approve($builder, $other);
everything_settles();
books_agree('before the restore');
my $before = objects();

like(ctl(backup_restore => $URL, $FILE), qr/connections of httpd are open/, 'nothing is restored under a running server');
database_away();
like(ctl(backup_restore => $URL, "$FILE.none"), qr/cannot read/, 'nor from a file that is not there');
system("head -c -2000 $FILE >$FILE.torn") == 0 or die "head\n";
isnt(ctl(backup_restore => $URL, "$FILE.torn"), '', 'nor from one that is torn');
is(sql("SELECT count(*) FROM submission WHERE state = 'submitted'"), @$new + @$idle, 'then everything stays as it was');
is(ctl(backup_restore => $URL, $FILE), '', 'the backup is restored');
sandbox('POST', 'clock', { advance_s => 25 * 3600 });
database_back();
wait_ready();
is(sql("SELECT count(*) FROM submission WHERE state = 'submitted'"), @$again + @$back + @$new + @$idle + 1, 'the decisions are not known any more');
isnt(sql("SELECT count(*) FROM restore_mark"), 0, 'but that they may have been made');

sign_in($builder);
decide_all();
is_deeply(objects(), $before, 'the same decisions once more: nothing was made a second time');
is(sql("SELECT state FROM payout WHERE submission_id = :'id'", id => $waits->{id}), 'completed', 'what was under way was found');

approve($builder, $_) for @$new;
everything_settles();
is(scalar made_for('transfers', "transfer:$_->{id}:1"), 1, 'what was not decided then is paid now') for @$new;

# Now it is to go to another account than then: nobody but a person can tell what is right.
my ($account) = payable_testers(1);
sql(q{UPDATE account SET stripe_account_id = NULL WHERE id = :'new'}, new => $account->{id});
sql(q{UPDATE account SET stripe_account_id = stripe_account_id || 'x' WHERE id = (SELECT tester_id FROM assignment WHERE id = :'id')}, id => $other->{assignment_id});
approve($builder, $other);
everything_settles();
is(sql(q{SELECT state || ' ' || failure_code FROM payout WHERE submission_id = :'id'}, id => $other->{id}), 'failed contradicted',
    'another account than then: left to an operator');
is(scalar made_for('transfers', "transfer:$other->{id}:1"), 1, 'and nothing is sent');
is_deeply([ broken_rules() ], [], 'the books are sound');

fresh_world();
done_testing();
