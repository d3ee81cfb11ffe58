# SPDX-License-Identifier: Apache-2.0
# verify_ledger.t - "peertestctl verify-ledger": what it prints, and how it ends.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;
use Test::More;

my $since   = sql('SELECT now()');
my $builder = as_builder();
my $tester  = make_payable(as_tester());
my $job     = make_paid_job($builder, seats => 1);
my $work    = make_submission($job, $tester);
is_ok(api($builder, 'approveSubmission', { submission_id => $work->{id} }, {}), 'work was approved');
wait_until("SELECT state = 'completed' FROM payout WHERE submission_id = :'id'", id => $work->{id});
my $charge  = sql("SELECT charge_id FROM payment WHERE job_id = :'id'", id => $job->{id});
my $account = sql("SELECT stripe_account_id FROM account WHERE id = :'id'", id => $tester->{id});

# Runs the command as both its forms do, an installed site's and a checkout's. Returns what
# it said and its status.
sub verify {
    my (@options) = @_;
    hurry();
    my $top = $ENV{PEERTEST_SRC} // '.';
    open my $pipe, '-|', 'bash', '-c', 'set -euo pipefail; top=$1; shift; . "$top/tools/ctl/lib.sh"; . "$top/tools/ctl/verify-ledger.sh"; exec 2>&1; ledger_verify "$@"',
        'verify-ledger', $top, "dbname=$ENV{PGDATABASE}", @options or die "bash: $!\n";
    my $said = do { local $/; <$pipe> };
    close $pipe;
    return ($said, $? >> 8);
}

is(sql('SELECT string_agg(l::text, chr(10)) FROM api.ledger_unsound() l'), '', 'the ledger by itself is sound');
is(sql('SELECT string_agg(c::text, chr(10)) FROM api.chain_verify() c'), '', 'and so is the chain');

subtest 'the books agree' => sub {
    my ($said, $status) = verify('--since', $since);
    like($said, qr/^The books agree with the provider's\.\nRead: [1-9]\d* charges, [1-9]\d* transfers, \d+ refunds, \d+ chargebacks;/, 'it says so, and what it read');
    like($said, qr/The balance was not compared: only a part of the book was read/, 'what it could not compare');
    like($said, qr/The chain's last link: (?:\d+ [0-9a-f]{64}|none yet)$/, 'and where the chain ends');
    is($status, 0, 'status 0');
};

subtest 'they differ' => sub {
    my $mark  = stripe(GET => "charges/$charge")->{metadata}{site};
    my $extra = stripe(POST => 'transfers', amount => 21, currency => 'usd', destination => $account, source_transaction => $charge, 'metadata[site]' => $mark);
    my $back  = stripe(POST => 'refunds', charge => $charge, amount => 11, 'metadata[site]' => $mark);
    my ($said, $status) = verify('--since', $since);
    like($said, qr/^The books differ in 3 places:/, 'it says in how many places');
    like($said, qr/^ transfer +\| missing_here +\| \Q$extra->{id}\E +\| - +\| - +\| 21 +\| usd/m, 'a transfer that nobody here made');
    like($said, qr/^ refund +\| missing_here +\| \Q$back->{id}\E +\| - +\| - +\| 11 +\| usd/m, 'a refund that nobody here made');
    like($said, qr/^ charge +\| returned +\| \Q$charge\E +\| [0-9a-f-]{36} +\| 0 +\| 11 +\| usd/m, 'and the charge it was taken from');
    is($status, 1, 'status 1');
    is(stripe(GET => "transfers/$extra->{id}")->{amount_reversed}, 0, 'nothing was repaired');
};

subtest 'it cannot be found out' => sub {
    with_fault({ kind => '500', method => 'GET', path_prefix => '/v1/charges' }, sub {
        my ($said, $status) = without_retries(sub { return verify('--since', $since, '--wait', 4) });
        like($said, qr/has not come to its end\. It is running, at the list charge\. The last try said: unavailable: .*status 500/, 'why not');
        is($status, 2, 'status 2');
    });
    hurry();
    my ($said, $status) = verify('--until', 'today');
    like($said, qr/verify-ledger does not know --until/, 'an option that there is not');
    is($status, 2, 'status 2');
};

done_testing();
