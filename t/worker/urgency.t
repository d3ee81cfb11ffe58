# SPDX-License-Identifier: Apache-2.0
# What is urgent goes before what is not, and nothing waits for ever. On a site with one thread, whose claims have
# an order that can be read.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest::Httpd;
use PeerTest::OwnSite PeerTestWorkerThreads => 1, PeerTestMediaThreads => 0;
use PeerTest;
use PeerTest::Database;
use PeerTest::Make;
use Test::More;

my $LOCK = 'LOCK TABLE email_token IN ACCESS EXCLUSIVE MODE';

# Keeps the one thread busy with a job that waits for a lock, while something is queued.
sub while_busy {
    my ($queue) = @_;
    my $held = hold($LOCK);
    my $id   = sql("INSERT INTO queue_job (kind, urgency) VALUES ('cleanup.daily', 1) RETURNING id");
    until_sql("SELECT state = 'running' FROM queue_job WHERE id = :'id'", id => $id);
    $queue->();
    let_go($held);
    until_sql("SELECT state = 'done' FROM queue_job WHERE id = :'id'", id => $id);
    return $id;
}

my $builder = as_builder();
my $work    = make_submission(make_job($builder), as_tester());
sql("UPDATE schedule SET next_run_at = 'infinity'");
run_jobs();

subtest 'a transfer is next, however many mails have waited longer' => sub {
    my $id = while_busy(sub {
        sql(q{INSERT INTO queue_job (kind, urgency, payload, due_at)
              SELECT 'mail.send', 2, jsonb_build_object('mail', 'welcome', 'account_id', :'account', 'data', '{}'::jsonb), now() - interval '1 hour'
                FROM generate_series(1, 2000)}, account => $builder->{id});
        is_ok(api($builder, 'approveSubmission', { submission_id => $work->{id} }), 'work is approved meanwhile');
    });
    my $send = q{kind = 'intent.send' AND created_at >= (SELECT created_at FROM queue_job WHERE id = :'id')};
    until_sql("SELECT state = 'done' FROM queue_job WHERE $send", id => $id);
    cmp_ok(sql(qq{SELECT count(*) FROM queue_job WHERE kind = 'mail.send'
                     AND finished_at > (SELECT finished_at FROM queue_job WHERE id = :'id')
                     AND finished_at < (SELECT finished_at FROM queue_job WHERE $send)}, id => $id), '<=', 1, 'at most the one mail whose turn it was went before it');
    sql(q{DELETE FROM queue_job WHERE kind = 'mail.send' AND state = 'queued'});
    run_jobs();
};

subtest 'each urgency has its turns' => sub {
    my $id = while_busy(sub {
        sql(qq{INSERT INTO queue_job (kind, urgency, payload, due_at)
               SELECT 'cleanup.daily', urgency, jsonb_build_object('number', number), now() - interval '1 hour' + number * interval '1 second'
                 FROM (VALUES (1, 40), (2, 4), (3, 4)) lane (urgency, most), generate_series(1, most) number});
    });
    run_jobs();
    my @order = map { [ split /\|/ ] } split /\n/, sql(q{SELECT urgency, payload ->> 'number' FROM queue_job WHERE payload ? 'number' ORDER BY finished_at});
    is(scalar @order, 48, 'all are done');
    for my $urgency (1 .. 3) {
        my @numbers = map { $_->[1] } grep { $_->[0] == $urgency } @order;
        is("@numbers", join(' ', sort { $a <=> $b } @numbers), "of urgency $urgency, who has waited longest goes first");
    }
    my @urgencies = map { $_->[0] } @order;
    for my $urgency (2, 3) {
        my @places = grep { $urgencies[ $_ - 1 ] == $urgency } 1 .. @order;
        is(scalar(grep { $places[$_] > 6 * ($_ + 1) } 0 .. $#places), 0, "urgency $urgency has one of six claims: @places");
    }
    cmp_ok(scalar(grep { $_ == 1 } @urgencies[ 0 .. 23 ]), '>=', 16, 'and the urgent ones two of three');
};

subtest 'each job is as urgent as jobs.def says' => sub {
    my $source = ($ENV{PEERTEST_SRC} // '.') . '/mod_peertest/worker/jobs.def';
    open my $table, '<', $source or die "$source: $!\n";
    my %value = (NOW => 1, SOON => 2, LATER => 3);
    my %says  = map { /^PT_(?:SLOW_)?JOB\("([\w.]+)",.*\bPT_(NOW|SOON|LATER),/ ? ($1 => $value{$2}) : () } <$table>;
    sql('UPDATE schedule SET next_run_at = now()');
    until_sql("SELECT count(*) = 0 FROM schedule WHERE next_run_at <= now()");
    run_jobs();
    my @seen = map { [ split /\|/ ] } split /\n/, sql(q{SELECT DISTINCT kind, urgency FROM queue_job WHERE kind <> 'cleanup.daily' OR payload ? 'schedule'});
    cmp_ok(scalar @seen, '>=', 10, 'kinds that were queued');
    is("$_->[0] $_->[1]", "$_->[0] " . ($says{ $_->[0] } // 'not named'), $_->[0]) for @seen;
};

done_testing();
