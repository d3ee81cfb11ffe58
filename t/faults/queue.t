# SPDX-License-Identifier: Apache-2.0
# A full queue while children of httpd and PostgreSQL itself die: no job is lost, none has
# its effect twice, and other work goes on at once.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use List::Util qw(max shuffle);
use PeerTest;
use PeerTest::Faults;
use PeerTest::Faults::Books;
use PeerTest::Faults::Stage;
use PeerTest::Money;
use Test::More;
use Time::HiRes qw(sleep);

my $EVENTS    = amount(600, 8000);
my $MAILS     = amount(160, 1800);
my $TRANSFERS = amount(40, 200);
my $KILLS     = amount(5, 30);
my $RESTARTS  = amount(1, 3);

fresh_world();
my $builder = as_builder();
my @work    = work_to_review($builder, [ payable_testers(10) ], $TRANSFERS);
sandbox('POST', 'faults', { kind => 'slow', method => 'POST', path_prefix => '/v1/transfers', times => 1000, delay_ms => 100 });
run_jobs();
my $mails_before = mails_sent();

# The jobs come in portions over the whole run, so that each blow falls on a full queue.
sub add_events {
    my ($count) = @_;
    sql(q{WITH made AS (
            INSERT INTO webhook_event (id, type, body, created_at)
            SELECT 'evt_' || gen_random_uuid(), 'of.no.interest', jsonb_build_object('data', jsonb_build_object('object', jsonb_build_object('id', 'x'))), now()
              FROM generate_series(1, :'count'::int) RETURNING id)
          INSERT INTO queue_job (kind, payload) SELECT 'webhook.process', jsonb_build_object('event_id', id) FROM made}, count => $count);
    return;
}

sub add_mails {
    my ($count) = @_;
    sql(q{INSERT INTO queue_job (kind, payload)
          SELECT 'mail.send', jsonb_build_object('mail', 'welcome', 'account_id', :'account', 'data', '{}'::jsonb)
            FROM generate_series(1, :'count'::int)}, count => $count, account => $builder->{id});
    return;
}

sub mails_sent { return map { $_->{headers}{'message-id'} // die 'a mail without an id' } mails_to($builder->{email}) }

# Seconds from a moment by the database's clock to the next job that came to its end.
sub resumed_after {
    my ($moment) = @_;
    return repeatedly(60, 'work goes on', sub {
        return eval { sql(q{SELECT extract(epoch FROM min(finished_at)) - :'moment'::float FROM queue_job
                             WHERE state = 'done' AND finished_at > to_timestamp(:'moment'::float)}, moment => $moment) };
    });
}

sub median { my @sorted = sort { $a <=> $b } @_; return $sorted[ @sorted / 2 ] }

my @blows = shuffled(('kill') x $KILLS, ('restart') x $RESTARTS);
my (%pauses, %sent);
my $probes = 0;
for my $number (0 .. $#blows) {
    add_events(int($EVENTS * ($number + 1) / @blows) - int($EVENTS * $number / @blows));
    add_mails(int($MAILS * ($number + 1) / @blows) - int($MAILS * $number / @blows));
    approve($builder, $_) for splice @work, 0, int($TRANSFERS / @blows) + 1;
    sleep chance(0.4);
    kill_child(chance(12)) if $blows[$number] eq 'kill';
    restart_postgres()     if $blows[$number] eq 'restart';
    my $moment = now_in_database();
    $probes += 5;
    add_events(5);    # so that there is work, however quick the rest was
    push @{ $pauses{ $blows[$number] } }, resumed_after($moment);
    $sent{$_}++ for mails_sent();
}
wait_ready();
approve($builder, $_) for @work;
everything_settles();

# One pause may be the machine's own; none lasts until the leases of the dead end.
cmp_ok(median(@{ $pauses{kill} }), '<=', 2, 'after a kill other work went on within 2 seconds');
cmp_ok(max(@{ $pauses{kill} }), '<', 10, 'and never waited for a lease');
cmp_ok(max(@{ $pauses{restart} }), '<=', 10, 'when PostgreSQL was back within 10');
diag(sprintf 'work went on at most %.2f s after a kill of a child, %.2f s after PostgreSQL was back', max(@{ $pauses{kill} }), max(@{ $pauses{restart} }));

is(sql(q{SELECT count(*) FROM queue_job WHERE state <> 'done'}), 0, 'every job was done');
is(sql(q{SELECT count(*) FROM queue_job WHERE kind = 'webhook.process' AND payload ->> 'event_id' IN
             (SELECT id FROM webhook_event WHERE type = 'of.no.interest')}), $EVENTS + $probes, 'none was lost');
is(sql(q{SELECT string_agg(DISTINCT state, ' ') FROM webhook_event WHERE type = 'of.no.interest'}), 'ignored', 'each event was worked off');
$sent{$_}++ for mails_sent();
is(sql(q{SELECT count(*) FROM queue_job WHERE kind = 'mail.send' AND payload ->> 'mail' = 'welcome' AND state = 'done'
            AND payload ->> 'account_id' = :'account'}, account => $builder->{id}), $MAILS, 'each mail was sent');
my %jobs = map { $_ => 1 } split /\n/, sql(q{SELECT id FROM queue_job WHERE kind = 'mail.send'});
is(scalar(grep { /([0-9a-f-]{36})/ && !$jobs{$1} } keys %sent), 0, 'under its own id, so that one sent twice is seen as one');
is(sql(q{SELECT count(*) FROM payout WHERE state = 'completed'}), $TRANSFERS, 'each payout was made');
is(scalar @{ sandbox('GET', 'state?only=transfers')->{transfers} }, $TRANSFERS, 'once');
books_agree('after all blows');

done_testing();
