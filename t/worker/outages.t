# SPDX-License-Identifier: Apache-2.0
# An outside service is away for longer than all tries of a job: the job waits, is seen to, and goes on when the
# service is back. A site of its own, whose jobs have three tries.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest::Httpd;
my @TRIES;
BEGIN { @TRIES = (PeerTestRetryDelays => '1,1', PeerTestWorkerPollMs => 100, PeerTestPollDelay => 1) }
use PeerTest::OwnSite @TRIES;
use PeerTest;
use PeerTest::Database;
use PeerTest::Faults::Stage;
use PeerTest::Files;
use PeerTest::Tus;
use Test::More;

my $admin   = as_admin(scopes => ['support']);
my $builder = as_builder();

sub job_is { my ($id, $columns) = @_; return sql("SELECT $columns FROM queue_job WHERE id = :'id'", id => $id) }

sub check_of { my ($service) = @_; return is_ok(api(undef, 'getReady'), 'still in service')->{checks}{$service}{status} }

# Lets a month pass in which a job finds a service away again and again, often enough to have died several times.
sub a_month_of {
    my ($service, $id) = @_;
    until_sql("SELECT outages > 0 FROM queue_job WHERE id = :'id'", id => $id);
    for my $count (2 .. 8) {
        sql("UPDATE queue_job SET due_at = now(), away_since = away_since - interval '5 days', created_at = created_at - interval '5 days' WHERE id = :'id' AND state = 'queued'", id => $id);
        until_sql("SELECT outages >= :'count'::int FROM queue_job WHERE id = :'id'", id => $id, count => $count);
    }
    until_sql("SELECT state = 'queued' FROM queue_job WHERE id = :'id'", id => $id);
    is(job_is($id, "away || ' ' || attempts || ' ' || (now() - away_since > interval '20 days')"), "$service 0 true", 'it waits, and has lost no try');
    my ($seen) = grep { $_->{id} eq $id } @{ is_ok(api($admin, 'adminListQueue', { away => $service }), 'what waits for it')->{items} };
    is($seen->{away}, $service, 'administrators see what for');
    is($seen->{away_since}, job_is($id, 'api.instant(away_since)'), 'and since when');
    return;
}

sub health { return is_ok(api($admin, 'adminHealth'), 'how it is') }

sub is_back {
    my ($id) = @_;
    sql("UPDATE queue_job SET due_at = now() WHERE away IS NOT NULL AND state = 'queued'");
    until_sql("SELECT state = 'done' FROM queue_job WHERE id = :'id'", id => $id);
    is(job_is($id, "attempts || ' ' || outages || ' ' || (away IS NULL)"), '1 0 true', 'done at its first try');
    return;
}

subtest 'the payment provider' => sub {
    my ($work) = work_to_review($builder, [ payable_testers(1) ], 1);
    run_jobs();
    is(check_of('payments'), 'configured', 'nothing is known against it');
    my $before = sql('SELECT now()');
    sandbox('POST', 'faults', { kind => '429', method => 'any', path_prefix => '/v1/', times => 1000 });
    approve($builder, $work);
    my $id = sql("SELECT id FROM queue_job WHERE kind = 'intent.send' AND created_at >= :'before'", before => $before);
    a_month_of('payments', $id);
    is(check_of('payments'), 'unavailable', 'readiness names it');
    my $seen = health();
    cmp_ok($seen->{provider_waiting}, '>=', 1, 'and so does the page of health');
    is($seen->{provider_waiting_since}, job_is($id, 'api.instant(away_since)'), 'since when');
    is(sql("SELECT state FROM payout WHERE submission_id = :'id'", id => $work->{id}), 'pending', 'the payout has not failed');
    sandbox('DELETE', 'faults');
    is_back($id);
    until_sql("SELECT count(*) = 1 FROM payout WHERE submission_id = :'id' AND state IN ('processing', 'completed')", id => $work->{id});
    run_jobs();
    is(check_of('payments'), 'configured', 'all is well');
};

sub mail_to {
    my ($account) = @_;
    return sql(q{INSERT INTO queue_job (kind, urgency, payload) VALUES ('mail.send', 2,
                 jsonb_build_object('mail', 'welcome', 'account_id', :'id', 'data', '{}'::jsonb)) RETURNING id}, id => $account->{id});
}

subtest 'the mail server' => sub {
    my $reader = as_tester();
    run_jobs();
    PeerTest::OwnSite::restart(@TRIES, PeerTestMailUrl => 'smtp://127.0.0.1:1');
    my $id = mail_to($reader);
    a_month_of('mail', $id);
    is(check_of('mail'), 'unavailable', 'readiness names it');
    cmp_ok(health()->{mail_waiting}, '>=', 1, 'and so does the page of health');
    PeerTest::OwnSite::restart(@TRIES);
    is_back($id);
    is(scalar mails_to($reader->{email}), 1, 'the mail has come');
};

subtest 'a mail that the server does not take is no outage' => sub {
    my $reader = as_tester();
    sandbox('POST', 'faults', { kind => 'smtp_451', times => 3 });
    my $id = mail_to($reader);
    until_sql("SELECT state = 'dead' FROM queue_job WHERE id = :'id'", id => $id);
    is(job_is($id, 'attempts, outages'), '3|0', 'after its three tries it is dead');
    is(check_of('mail'), 'configured', 'and the server is not said to be away');
};

subtest 'the store of files' => sub {
    my $tester = as_tester();
    my $bytes  = log_text(5000);
    my $file   = is_created(begin_upload($tester, length => length $bytes, name => 'Console.log'), 'an upload')->{id};
    # The job that looks at it does not run before the store is gone.
    sql(q{CREATE FUNCTION put_off_check() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.due_at := now() + interval '1 day'; RETURN NEW; END $$;
          CREATE TRIGGER put_off_check BEFORE INSERT ON queue_job FOR EACH ROW WHEN (NEW.kind = 'file.check') EXECUTE FUNCTION put_off_check()});
    is_offset(append($tester, $file, 0, $bytes), length $bytes, 'its last byte');
    until_sql("SELECT count(*) = 1 FROM queue_job WHERE kind = 'file.check' AND payload ->> 'file_id' = :'id'", id => $file);
    my $id = sql("SELECT id FROM queue_job WHERE kind = 'file.check' AND payload ->> 'file_id' = :'id'", id => $file);
    rename stored_in(), stored_in() . '.away' or die "rename: $!\n";
    sql("UPDATE queue_job SET due_at = now() WHERE id = :'id'", id => $id);
    a_month_of('storage', $id);
    cmp_ok(health()->{storage_waiting}, '>=', 1, 'the page of health names it');
    is(file_column($file, 'state'), 'checking', 'the file waits');
    rename stored_in() . '.away', stored_in() or die "rename: $!\n";
    is_back($id);
    is(file_column($file, 'state'), 'ready', 'and is ready');
};

done_testing();
