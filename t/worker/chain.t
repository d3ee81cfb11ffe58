# SPDX-License-Identifier: Apache-2.0
# chain.t - what the ledger and the audit trail get is sealed in the background, and a
# comparison says when something sealed was changed. Ways to tamper: t/sql/chain.sql.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;
use Test::More;

my $builder = as_builder();
my $tester  = as_tester();
my $job     = make_job($builder);
make_submission($job, $tester);

# Lets a background job of the books run now.
sub work_off {
    my ($kind) = @_;
    sql("INSERT INTO queue_job (kind) VALUES (:'kind')", kind => $kind);
    return hurry();
}

# Rows of a job that have no link.
sub unsealed {
    return sql(q{SELECT count(*) FROM (SELECT id FROM event WHERE job_id = :'job' UNION ALL
                                       SELECT id FROM ledger_transaction WHERE job_id = :'job') r
                  WHERE NOT EXISTS (SELECT FROM chain_link l WHERE l.row_id = r.id)}, job => $job->{id});
}

# What the newest comparison says about the chain.
sub said {
    work_off('books.reconcile');
    wait_until("SELECT state = 'done' FROM reconciliation ORDER BY id DESC LIMIT 1");
    return sql(q{SELECT string_agg(what || ' ' || our_id, ', ') FROM reconciliation_difference
                  WHERE kind = 'chain' AND reconciliation_id = (SELECT id FROM reconciliation ORDER BY id DESC LIMIT 1)});
}

subtest 'what is new is sealed' => sub {
    work_off('books.seal');
    is(unsealed(), 0, 'all of the job has a link');
    cmp_ok(sql(q{SELECT count(*) FROM chain_link l JOIN ledger_transaction t ON t.id = l.row_id
                  WHERE l.source = 'ledger' AND t.job_id = :'job'}, job => $job->{id}), '>', 1, 'the ledger among it');
    is(sql('SELECT count(*) FROM api.chain_verify()'), 0, 'and it verifies');
};

subtest 'several sealers at once make one chain' => sub {
    make_draft($builder) for 1 .. 5;
    sql("INSERT INTO queue_job (kind) SELECT 'books.seal' FROM generate_series(1, 6)");
    hurry();
    is(sql('SELECT max(number) - count(*) FROM chain_link'), 0, 'without a gap');
    is(sql('SELECT count(*) FROM api.chain_verify()'), 0, 'and without a break');
};

subtest 'a row older than the look-back gets its link once a day' => sub {
    my $late = sql(q{INSERT INTO event (id, actor_kind, kind, created_at)
                     SELECT api.uuid7_floor(at), 'system', 'late', at
                       FROM (SELECT now() - interval '2 days' - random() * interval '1 day' AS at) t RETURNING id});
    work_off('books.seal');
    is(sql("SELECT count(*) FROM chain_link WHERE row_id = :'id'", id => $late), 0, 'not by the minute');
    is(said(), '', 'before the comparison');
    is(sql("SELECT count(*) FROM chain_link WHERE row_id = :'id'", id => $late), 1, 'it is sealed');
};

subtest 'a comparison tells of a sealed row that was changed' => sub {
    my $event = sql("SELECT id FROM event WHERE job_id = :'job' ORDER BY id LIMIT 1", job => $job->{id});
    rewrite("UPDATE event SET kind = kind || '!' WHERE id = '$event'");
    is(said(), "row_changed $event", 'which');
    rewrite("UPDATE event SET kind = rtrim(kind, '!') WHERE id = '$event'");
    is(said(), '', 'nothing once it is what it was');
};

# As somebody who has switched off what forbids it.
sub rewrite { my ($statement) = @_; return sql("BEGIN; ALTER TABLE event DISABLE TRIGGER USER; $statement; ALTER TABLE event ENABLE TRIGGER USER; COMMIT") }

done_testing();
