# SPDX-License-Identifier: Apache-2.0
# The queue and the clocks, with the job that needs nobody else: cleanup.daily. It is held
# up by a lock on a table that it cleans, and fails where it may not clean it.
use strict;
use warnings FATAL => 'all';
use PeerTest;
use PeerTest::Database;
use PeerTest::Make;
use PeerTest::Money qw(without_retries);
use Test::More;

my $LOCK = 'LOCK TABLE email_token IN ACCESS EXCLUSIVE MODE';

# Adds a job; columns as given. Returns its id.
sub add_job {
    my %columns = (kind => 'cleanup.daily', @_);
    my @names = sort keys %columns;
    return sql(sprintf('INSERT INTO queue_job (%s) VALUES (%s) RETURNING id', join(', ', @names), join ', ', map { ":'$_'" } @names),
        %columns);
}

# Not "tomorrow", which may begin in a second.
sub in_a_day { return sql("SELECT now() + interval '1 day'") }

sub job { my ($id, $columns) = @_; return sql("SELECT $columns FROM queue_job WHERE id = :'id'", id => $id) }

sub becomes { my ($id, $state) = @_; return until_sql("SELECT state = :'state' FROM queue_job WHERE id = :'id'", id => $id, state => $state) }

subtest 'a job that is due is done, once' => sub {
    my $id = add_job();
    becomes($id, 'done');
    is(job($id, 'attempts, fence, lease_until, last_error'), '1|1||', 'at the first try');
    is(job($id, 'finished_at >= created_at'), 't', 'and says when');
};

subtest 'one that is not due waits' => sub {
    my $later = add_job(due_at => in_a_day());
    becomes(add_job(), 'done');
    is(job($later, 'state, attempts'), 'queued|0', 'untouched');
    sql("UPDATE queue_job SET due_at = now() WHERE id = :'id'", id => $later);
    becomes($later, 'done');
    pass('until its time has come');
};

subtest 'adding jobs wakes the workers, once for each transaction' => sub {
    my $later = q{INSERT INTO queue_job (kind, due_at) VALUES ('cleanup.daily', now() + interval '1 day')};
    my $heard = sql("LISTEN peertest_queue; BEGIN; $later; $later; COMMIT; SELECT 'pid=' || pg_backend_pid()");
    my ($own) = $heard =~ /pid=(\d+)/;
    is(() = $heard =~ /notification "peertest_queue".* PID $own\b/g, 1, 'one notification from here');
    sql(q{DELETE FROM queue_job WHERE due_at > now() AND kind = 'cleanup.daily'});
};

subtest 'a kind that this server does not know is left for one that does' => sub {
    my $id = add_job(kind => 'of.a.newer.version');
    becomes(add_job(), 'done');
    is(job($id, 'state, attempts'), 'queued|0', 'untouched');
    sql("DELETE FROM queue_job WHERE id = :'id'", id => $id);
};

subtest 'a failure is kept, and tried again later' => sub {
    my $id;
    without_retries(sub {
        sql('REVOKE DELETE ON email_token FROM peertest_app');
        $id = add_job();
        until_sql("SELECT last_error IS NOT NULL FROM queue_job WHERE id = :'id'", id => $id);
        sql('GRANT DELETE ON email_token TO peertest_app');
    });
    like(job($id, 'last_error'), qr/^internal: purge_email_tokens: 42501 /, 'the reason, without the row');
    sql("UPDATE queue_job SET due_at = now() WHERE id = :'id'", id => $id);
    becomes($id, 'done');
    cmp_ok(job($id, 'attempts'), '>=', 2, 'done at a later try');
    is(job($id, 'last_error'), '', 'and the reason is gone');
};

subtest 'after the last try it is dead, and stays to be looked at' => sub {
    sql('REVOKE DELETE ON email_token FROM peertest_app');
    my $id = add_job(attempts => 2);
    becomes($id, 'dead');
    sql('GRANT DELETE ON email_token TO peertest_app');
    is(job($id, 'attempts, lease_until'), '3|', 'three tries, as its kind says');
    like(job($id, 'last_error'), qr/^internal: /, 'with the reason');
};

subtest 'the job of a worker that died is taken over when its lease is over' => sub {
    my $alive = add_job(state => 'running', attempts => 1, fence => 7, lease_until => in_a_day());
    my $dead  = add_job(state => 'running', attempts => 1, fence => 7, lease_until => 'yesterday');
    becomes($dead, 'done');
    is(job($dead,  'attempts, fence'), '2|8', 'with another try and a higher fence');
    is(job($alive, 'state, fence'), 'running|7', 'and not before');
    sql("DELETE FROM queue_job WHERE id = :'id'", id => $alive);
};

subtest 'the last try is given again when its worker has died in it' => sub {
    my $id = add_job(state => 'running', attempts => 3, fence => 3, lease_until => 'yesterday');
    becomes($id, 'done');
    is(job($id, 'attempts'), 4, 'one more than its kind has');
};

subtest 'a job that kills its worker each time is buried' => sub {
    my $id = add_job(state => 'running', attempts => 6, fence => 6, lease_until => 'yesterday');
    becomes($id, 'dead');
    like(job($id, 'last_error'), qr/did not come to an end/, 'without another run');
};

subtest 'a worker that comes back late finishes nothing' => sub {
    my $held = hold($LOCK);
    my $id   = add_job();
    becomes($id, 'running');
    sql("UPDATE queue_job SET fence = fence + 1 WHERE id = :'id'", id => $id);
    let_go($held);
    becomes(add_job(), 'done');
    is(job($id, 'state, fence'), 'running|2', 'somebody else has the job');
    sql("DELETE FROM queue_job WHERE id = :'id'", id => $id);
};

subtest 'jobs of one serial key run one at a time, oldest first' => sub {
    my $key    = random_name();
    my $held   = hold($LOCK);
    my $first  = add_job(serial_key => $key);
    my $second = add_job(serial_key => $key, due_at => 'yesterday');
    my $other  = add_job(serial_key => random_name());
    becomes($first, 'running');
    becomes($other, 'running');
    is(job($second, 'state, attempts'), 'queued|0', 'the second waits, another key does not');
    let_go($held);
    becomes($second, 'done');
    is(sql("SELECT a.finished_at <= b.finished_at FROM queue_job a, queue_job b WHERE a.id = :'a' AND b.id = :'b'",
        a => $first, b => $second), 't', 'and comes after the first');
};

subtest 'a dead job does not hold up the rest of its key' => sub {
    my $key = random_name();
    add_job(serial_key => $key, state => 'dead', finished_at => 'now');
    my $next = add_job(serial_key => $key);
    becomes($next, 'done');
    is(job($next, 'attempts'), 1, 'it ran');
};

subtest 'many jobs and several workers: each is done once' => sub {
    my $mark = random_name();
    sql("INSERT INTO queue_job (kind, payload) SELECT 'cleanup.daily', jsonb_build_object('mark', :'mark') FROM generate_series(1, 60)",
        mark => $mark);
    run_jobs();
    is(sql("SELECT state, attempts, fence, count(*) FROM queue_job WHERE payload ->> 'mark' = :'mark' GROUP BY 1, 2, 3", mark => $mark),
        'done|1|1|60', 'sixty times one try');
};

subtest 'the workers survive the loss of their connections' => sub {
    my $held = hold($LOCK);
    my $cut  = add_job();
    becomes($cut, 'running');
    cut_connections();
    let_go($held);
    becomes($cut, 'done');
    cmp_ok(job($cut, 'attempts'), '>=', 2, 'what was under way is tried again');
    database_away();
    my $id = add_job();
    sleep 1;
    is(job($id, 'state'), 'queued', 'nothing happens while PostgreSQL is away');
    database_back();
    becomes($id, 'done');
    is(job($id, 'attempts'), 1, 'and it goes on by itself');
};

subtest 'the daily cleanup removes what has outlived its use, and no more' => sub {
    my $old = sql(q{INSERT INTO queue_job (kind, state, finished_at) VALUES ('x', 'done', now() - interval '8 days') RETURNING id});
    my $new = sql(q{INSERT INTO queue_job (kind, state, finished_at) VALUES ('x', 'done', now() - interval '6 days') RETURNING id});
    my $key = random_name();
    sql(q{INSERT INTO idempotency_key (caller, key, operation, body_hash, status, created_at)
          SELECT :'key', n::text, 'x', sha256(''), 201, now() - n * interval '25 hours' FROM generate_series(0, 1) n}, key => $key);
    my $account = as_account()->{id};
    sql(q{INSERT INTO email_token (token_hash, account_id, kind, expires_at)
          SELECT sha256(convert_to(:'key' || n, 'UTF8')), :'account', 'reset', now() + n * interval '1 hour' FROM generate_series(-1, 1, 2) n},
        key => $key, account => $account);
    sql(q{INSERT INTO session (account_id, expires_at) SELECT :'account', now() - n * interval '1 day' FROM unnest(ARRAY[91, 89]) n},
        account => $account);
    becomes(add_job(), 'done');
    is(sql(q{SELECT count(*) FROM queue_job WHERE id IN (:'a', :'b')}, a => $old, b => $new), 1, 'done jobs after seven days');
    is(sql(q{SELECT string_agg(key, ',') FROM idempotency_key WHERE caller = :'key'}, key => $key), '0', 'answers after 24 hours');
    is(sql(q{SELECT count(*) FROM email_token WHERE account_id = :'account' AND kind = 'reset'}, account => $account), 1, 'links that have expired');
    is(sql(q{SELECT count(*) FROM session WHERE account_id = :'account' AND expires_at < now()}, account => $account), 1, 'sessions after 90 days');
};

# Lets a schedule come due, and waits for its run. Returns the job's id.
sub let_run {
    my $last = sql("UPDATE schedule SET next_run_at = now() WHERE name = 'cleanup.daily' RETURNING last_job_id");
    return wait_until("SELECT last_job_id FROM schedule WHERE name = 'cleanup.daily' AND last_job_id::text <> :'last'", last => $last);
}

subtest 'it is asked for every day by itself' => sub {
    my $job = let_run();
    is(sql("SELECT kind || ' ' || (payload ->> 'schedule') FROM queue_job WHERE id = '$job'"), 'cleanup.daily cleanup.daily', 'when its time has come');
    is(sql("SELECT round(extract(epoch FROM next_run_at - last_run_at)) FROM schedule WHERE name = 'cleanup.daily'"), 86400, 'and again a day later');
    is(sql("SELECT count(*) FROM queue_job WHERE payload ->> 'schedule' = 'cleanup.daily' AND created_at >= (SELECT created_at FROM queue_job WHERE id = '$job')"),
        1, 'once, whoever asks');
    becomes($job, 'done');
};

# --- Clocks ---

my $job = make_job(as_builder());

subtest 'a clock strikes when it is due, and is gone' => sub {
    my $claimed = make_claim($job, as_tester());
    move_clock('assignment', $claimed->{id}, 'claim_expires');
    is(sql("SELECT state FROM assignment WHERE id = :'id'", id => $claimed->{id}), 'lapsed', 'its transition took place');
    is(sql("SELECT count(*) FROM clock WHERE entity_id = :'id'", id => $claimed->{id}), 0, 'and it will not again');
};

subtest 'a clock that is put off while it waits does nothing' => sub {
    my $claimed = make_claim($job, as_tester());
    my $held = hold("SELECT FROM job WHERE id = '$job->{id}' FOR UPDATE");
    my $mine = "entity_id = '$claimed->{id}' AND transition = 'claim_expires'";
    sql("UPDATE clock SET due_at = now() WHERE $mine");
    until_sql('SELECT count(*) > 0 FROM pg_locks WHERE NOT granted');
    let_go($held, "UPDATE clock SET due_at = now() + interval '1 hour' WHERE $mine");
    until_sql('SELECT count(*) = 0 FROM pg_locks WHERE NOT granted');
    becomes(add_job(), 'done');
    is(sql("SELECT state FROM assignment WHERE id = :'id'", id => $claimed->{id}), 'active', 'the claim goes on');
    is(sql("SELECT due_at > now() FROM clock WHERE $mine"), 't', 'until the new time');
};

subtest 'a clock of a kind that this server does not know is left alone' => sub {
    my $id = sql("INSERT INTO clock (entity, entity_id, transition, due_at) VALUES ('job', :'id', 'of_a_newer_version', now()) RETURNING id",
        id => $job->{id});
    my $claimed = make_claim($job, as_tester());
    move_clock('assignment', $claimed->{id}, 'claim_expires');
    is(sql("DELETE FROM clock WHERE id = :'id' RETURNING 1", id => $id), 1, 'it is still there');
};

subtest 'a clock whose function fails strikes later' => sub {
    my $claimed = make_claim($job, as_tester());
    my $mine = "entity_id = '$claimed->{id}' AND transition = 'claim_expires'";
    sql('REVOKE INSERT ON event FROM peertest_app');
    sql("UPDATE clock SET due_at = now() WHERE $mine");
    until_sql("SELECT due_at > now() FROM clock WHERE $mine");
    sql('GRANT INSERT ON event TO peertest_app');
    is(sql("SELECT state FROM assignment WHERE id = :'id'", id => $claimed->{id}), 'active', 'nothing of it remains');
    is(sql("SELECT due_at - now() <= interval '1 minute' FROM clock WHERE $mine"), 't', 'and it comes again in a minute');
    move_clock('assignment', $claimed->{id}, 'claim_expires');
    is(sql("SELECT state FROM assignment WHERE id = :'id'", id => $claimed->{id}), 'lapsed', 'now it did');
};

done_testing();
