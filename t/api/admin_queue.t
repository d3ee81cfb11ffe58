# SPDX-License-Identifier: Apache-2.0
# Administrators look at background work, give what is dead another chance, and run what
# is scheduled now.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use Test::More;

my $admin = as_admin(scopes => ['support']);

# A background job of a kind that nobody works off, unless said.
sub add_job {
    my (%more)  = @_;
    my %columns = (kind => 'test.nobody', state => 'dead', attempts => 6, last_error => 'unavailable: away', finished_at => 'now', %more);
    my @names   = sort keys %columns;
    return sql(sprintf('INSERT INTO queue_job (%s) VALUES (%s) RETURNING id', join(', ', @names), join ', ', map { ":'$_'" } @names), %columns);
}

# Nobody waits for them.
sub forget { sql("DELETE FROM queue_job WHERE kind LIKE 'test.%'"); return }

sub job_is { my ($id, $columns) = @_; return sql("SELECT $columns FROM queue_job WHERE id = '$id'") }

sub redrive { my ($id, $who) = @_; return api($who // $admin, 'redriveJob', { queue_job_id => $id }, { reason => 'The provider is back' }) }

sub list { my (%query) = @_; return is_ok(api($admin, 'adminListQueue', \%query), join ' ', 'listed', %query) }

subtest 'the list' => sub {
    my $account = $admin->{id};
    my $dead = add_job(payload => qq({"account_id": "$account", "mail": "verify_address", "data": {"token": "very-secret"}, "token": "very-secret"}));
    my $done = add_job(state => 'done', last_error => '');
    is_deeply([ map { $_->{id} } @{ list(kind => 'test.nobody')->{items} } ], [ $done, $dead ], 'newest first');
    my $page = list(kind => 'test.nobody', state => 'dead');
    is_deeply([ map { $_->{id} } @{ $page->{items} } ], [$dead], 'by state');
    my $item = $page->{items}[0];
    is_deeply([ @$item{qw(attempts last_error what ids)} ], [ 6, 'unavailable: away', 'verify_address', [ { name => 'account_id', id => $account } ] ], 'what it is about');
    my $answer = api($admin, 'adminListQueue', { kind => 'test.nobody' });
    unlike($answer->{content}, qr/very-secret/, 'no secret of its payload');
    is_deeply([ @$item{qw(urgency away away_since)} ], [ 'later', undef, undef ], 'how urgent it is, and that it waits for nobody');
    my $away = add_job(state => 'queued', due_at => 'tomorrow', urgency => 1, away => 'storage', away_since => 'yesterday', outages => 2);
    my $only = list(kind => 'test.nobody', away => 'storage');
    is_deeply([ map { [ @$_{qw(id urgency away)} ] } @{ $only->{items} } ], [ [ $away, 'now', 'storage' ] ], 'by what it waits for');
    is($only->{items}[0]{away_since}, job_is($away, 'api.instant(away_since)'), 'since when');
    is(list(kind => 'test.nobody', away => 'mail')->{items}[0], undef, 'and nothing waits for another one');
    is_problem(api($admin, 'adminListQueue', { away => 'weather' }), 'invalid-input', 'a service that is none');
    sql("DELETE FROM queue_job WHERE id = '$away'");
    my $first = list(kind => 'test.nobody', limit => 1);
    is_deeply([ map { $_->{id} } @{ list(kind => 'test.nobody', limit => 1, cursor => $first->{next})->{items} } ], [$dead], 'the next page');
    is_problem(api($admin, 'adminListQueue', { state => 'lost' }), 'invalid-input', 'a state that is none');
};

subtest 'a dead one is tried again' => sub {
    my $id = add_job(payload => '{"a": 1}', dedupe_key => random_name(), serial_key => random_name(), fence => 7);
    my $before = job_is($id, 'kind, payload, dedupe_key, serial_key, fence');
    my $seen   = is_ok(redrive($id), 'asked for');
    is_deeply([ @$seen{qw(state attempts finished_at)} ], [ 'queued', 0, undef ], 'from its first try');
    is(job_is($id, 'kind, payload, dedupe_key, serial_key, fence'), $before, 'the same work under the same keys');
    is(is_problem(redrive($id), 'wrong-state', 'not twice')->{state}, 'queued', 'it waits already');
    is(sql("SELECT count(*) || ' ' || min(kind) || ' ' || min(reason) FROM admin_action WHERE entity = 'queue_job' AND entity_id = '$id'"),
        '1 redriveJob The provider is back', 'it is on record, once');
    is_problem(redrive('01a1ff4a-0000-7000-8000-000000000000'), 'not-found', 'one that is not there');
};

subtest 'and it is worked off' => sub {
    forget();
    my $id = add_job(kind => 'cleanup.daily', attempts => 3);
    is_ok(redrive($id), 'asked for');
    run_jobs();
    is(job_is($id, "state || ' ' || attempts"), 'done 1', 'done at its first try');
};

subtest 'all of a kind' => sub {
    my $kind  = 'test.' . ('a' .. 'z')[ rand 26 ] . random_name() =~ s/\d//gr;
    my @dead  = map { add_job(kind => $kind) } 1 .. 3;
    my $done  = add_job(kind => $kind, state => 'done');
    my $other = add_job();
    my $all   = sub { return api($admin, 'redriveKind', {}, { kind => $kind, reason => 'The provider is back' }) };
    is(is_ok($all->(), 'asked for')->{redriven}, 3, 'so many');
    is(sql("SELECT string_agg(state, ',' ORDER BY id) FROM queue_job WHERE kind = '$kind'"), 'queued,queued,queued,done', 'the dead ones alone');
    is(job_is($other, 'state'), 'dead', 'no other kind');
    is(is_ok($all->(), 'again')->{redriven}, 0, 'there are none left');
    is(sql("SELECT string_agg(detail ->> 'redriven', ',' ORDER BY id) FROM admin_action WHERE entity_id = '$kind'"), '3,0', 'both are on record');
    is_ok(api($admin, 'redriveKind', {}, { kind => 'payment.portal', reason => 'A test' }), 'one that may never have been in the queue');
    is_problem(api($admin, 'redriveKind', {}, { kind => 'x; DROP', reason => 'A test' }), 'invalid-input', 'no name of a kind');
    my $unknown = is_problem(api($admin, 'redriveKind', {}, { kind => 'mail.sned', reason => 'A test' }), 'invalid-input', 'a kind that is none');
    is_deeply($unknown->{errors}, [ { pointer => '/kind', code => 'not-allowed' } ], 'is named');
    is(sql("SELECT count(*) FROM admin_action WHERE entity_id = 'mail.sned'"), 0, 'and nothing is on record');
};

subtest 'two at once' => sub {
    my $id      = add_job();
    my @answers = at_once(map { [ $admin, 'redriveJob', { queue_job_id => $id }, { reason => 'A test' } ] } 1 .. 3);
    is(scalar(grep { $_->{status} == 200 } @answers), 1, 'one of them');
    is(sql("SELECT count(*) FROM admin_action WHERE entity_id = '$id'"), 1, 'is on record');
};

sub schedule { my ($name) = @_; my ($found) = grep { $_->{name} eq $name } @{ is_ok(api($admin, 'adminListSchedules'), 'listed')->{items} }; return $found }

sub run_now { my ($name, $who) = @_; return api($who // $admin, 'runSchedule', { name => $name }, { reason => 'A test' }) }

subtest 'schedules' => sub {
    forget();
    run_jobs();
    my $seen = schedule('cleanup.daily');
    is_deeply([ @$seen{qw(kind every_seconds)} ], [ 'cleanup.daily', 86400 ], 'what runs, and how often');
    my $run = is_ok(run_now('cleanup.daily'), 'run now');
    ok($run->{last_job_id} ne ($seen->{last_job_id} // ''), 'by a job of its own');
    run_jobs();
    my $after = schedule('cleanup.daily');
    is($after->{last_state}, 'done', 'it ran');
    ok($after->{last_finished_at}, 'and when');
    is(sql("SELECT count(*) FROM admin_action WHERE entity = 'schedule' AND entity_id = 'cleanup.daily' AND admin_id = '$admin->{id}'"), 1, 'on record');
    is_problem(run_now('no.such'), 'not-found', 'one that is not there');
};

subtest 'one run at a time, and a failed one is seen' => sub {
    my $name = 'test.' . random_name() =~ s/\d//gr;
    sql("INSERT INTO schedule (name, every_seconds, kind, what, next_run_at) VALUES ('$name', 60, 'test.nobody', 'Nothing', 'infinity')");
    my @answers = at_once(map { [ $admin, 'runSchedule', { name => $name }, { reason => 'A test' } ] } 1 .. 3);
    my $runs    = grep { $_->{status} == 200 } @answers;
    ok($runs >= 1, 'one of three, or as many as were over before the next was asked for');
    is(sql("SELECT count(*) FROM queue_job WHERE payload ->> 'schedule' = '$name'"), $runs, 'a job for each');
    sql("UPDATE queue_job SET state = 'queued', due_at = now() + interval '1 hour', lease_until = NULL, finished_at = NULL
          WHERE id = (SELECT last_job_id FROM schedule WHERE name = '$name')");
    is(is_problem(run_now($name), 'wrong-state', 'not while it waits')->{state}, 'queued', 'and it says so');
    sql("UPDATE queue_job SET state = 'dead', last_error = 'internal: no', finished_at = now() WHERE payload ->> 'schedule' = '$name'");
    is_deeply([ @{ schedule($name) }{qw(last_state last_error)} ], [ 'dead', 'internal: no' ], 'a failure is seen');
    is_ok(run_now($name), 'and then it runs again');
    sql("DELETE FROM schedule WHERE name = '$name'");
};

subtest 'who may' => sub {
    my $id = add_job();
    for my $case ([ as_admin(scopes => ['moderation']), 'forbidden' ], [ as_builder(), 'forbidden' ], [ undef, 'unauthorized' ]) {
        my ($who, $problem) = @$case;
        is_problem(api($who, 'redriveJob', { queue_job_id => $id }, { reason => 'A test' }), $problem, 'redrive');
        is_problem(api($who, 'redriveKind', {}, { kind => 'test.nobody', reason => 'A test' }), $problem, 'redrive all');
        is_problem(api($who, 'runSchedule', { name => 'cleanup.daily' }, { reason => 'A test' }), $problem, 'run');
    }
    is_ok(redrive($id, as_admin(scopes => ['finance'])), 'finance may');
    is_ok(api(as_admin(scopes => []), $_), "everybody may look: $_") for qw(adminListQueue adminListSchedules);
    is_problem(api(as_builder(), $_), 'forbidden', "but no builder: $_") for qw(adminListQueue adminListSchedules);
};

forget();
done_testing;
