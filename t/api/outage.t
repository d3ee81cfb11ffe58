# SPDX-License-Identifier: Apache-2.0
# The database goes away, comes back, or is too busy: short refusals that say when to
# come again, and no restart of anything.
use strict;
use warnings FATAL => 'all';
use List::Util qw(min);
use PeerTest;
use PeerTest::Database;
use Test::More;
use Time::HiRes qw(time);

my $builder = as_builder();
my $project = { name => 'Outage', platforms => ['web'] };

# A refusal as it must be: the problem, and when to come again.
sub is_unavailable {
    my ($answer, $name) = @_;
    is_problem($answer, 'unavailable', $name);
    is($answer->{status}, 503, 'with status 503');
    like($answer->{headers}{'retry-after'} // '', qr/^[1-9]\d*$/, 'and says when to try again');
}

# A stall of the machine can make one answer late, hardly each of several.
sub timed { my ($call) = @_; my $start = time; my $answer = $call->(); return ($answer, time - $start) }

# The first answer that is no 503, within some seconds.
sub recovered {
    my ($call) = @_;
    my $until = time + 60;
    my $answer = $call->();
    while ($answer->{status} == 503 && time < $until) {
        select undef, undef, undef, 0.1;
        $answer = $call->();
    }
    return $answer;
}

subtest 'while PostgreSQL is away' => sub {
    database_away();
    my @tries = map { [ timed(sub { api(undef, 'listJobs') }) ] } 1 .. 5;
    is_unavailable($tries[$_][0], "a read is refused, try $_") for 0 .. $#tries;
    cmp_ok(min(map { $_->[1] } @tries), '<', 1, 'at once');
    is_unavailable(api($builder, 'createProject', {}, $project), 'so is a write');
    is_unavailable(api($builder, 'getMe'), 'a signed-in user is not told to sign in again');
    is_ok(api(undef, 'getHealth'), 'the server itself is alive');
    my $ready = api(undef, 'getReady');
    is($ready->{status}, 503, 'but not ready');
    is($ready->{data}{checks}{database}{status}, 'unavailable', 'and says why');
    database_back();
};

subtest 'when it is back' => sub {
    is_ok(recovered(sub { api(undef, 'listJobs') }), 'reads are served');
    is_created(recovered(sub { api($builder, 'createProject', {}, $project) }), 'writes too');
    is(sql("SELECT count(*) FROM project WHERE owner_id = :'id'", id => $builder->{id}), 1, 'and the refused one left nothing');
    is_ok(recovered(sub { api(undef, 'getReady') }), 'the server is ready');
};

subtest 'connections that PostgreSQL has cut are noticed before they are used' => sub {
    at_once(map { [ undef, 'listJobs' ] } 1 .. 8);
    cut_connections();
    my @answers = at_once(map { [ undef, 'listJobs' ] } 1 .. 8);
    is_deeply([ map { $_->{status} } @answers ], [ (200) x 8 ], 'nobody sees anything of it');
};

subtest 'a transaction that is cut leaves nothing, and neither does its connection' => sub {
    my $held = hold('LOCK TABLE project IN ACCESS EXCLUSIVE MODE');
    my ($child, $answer) = (open(my $pipe, '-|') // die "fork: $!");
    if (!$child) {
        my $cut = api($builder, 'createProject', {}, { %$project, name => 'Cut' });
        print $cut->{status};
        require POSIX;
        POSIX::_exit(0);
    }
    until_sql(q{SELECT count(*) > 0 FROM pg_locks WHERE NOT granted AND relation = 'project'::regclass});
    cut_connections();
    let_go($held);
    is(scalar <$pipe>, 503, 'the write is refused');
    is(sql("SELECT count(*) FROM project WHERE owner_id = :'id' AND name = 'Cut'", id => $builder->{id}), 0, 'and not stored');
    is_created(recovered(sub { api($builder, 'createProject', {}, $project) }), 'the next one is');
};

subtest 'when all connections are busy' => sub {
    my ($max) = request('GET', '/metrics')->{content} =~ /^peertest_db_connections\{state="max"\} (\d+)/m;
    # Until as many requests as there are connections wait for the table, and then
    # longer than any request waits for a connection.
    my $held = hold('LOCK TABLE project IN ACCESS EXCLUSIVE MODE', "DO \$\$ BEGIN
        FOR i IN 1 .. 300 LOOP
            EXIT WHEN (SELECT count(*) FROM pg_locks WHERE NOT granted) >= $max;
            PERFORM pg_sleep(0.05);
        END LOOP;
        PERFORM pg_sleep(3);
    END \$\$");
    # Enough for two children of httpd.
    my @answers = at_once(map { [ $builder, 'listProjects' ] } 1 .. 2 * $max + 8);
    let_go($held);
    my @refused = grep { $_->{status} == 503 } @answers;
    is(@refused + grep({ $_->{status} == 200 } @answers), @answers, 'each is served or refused');
    cmp_ok(scalar @refused, '>', 0, 'some are refused');
    is_unavailable($refused[0], 'in due form') if @refused;
    is_ok(api($builder, 'listProjects'), 'and then all is well');
};

subtest 'webhooks have connections of their own' => sub {
    my ($max) = request('GET', '/metrics')->{content} =~ /^peertest_db_connections\{state="max"\} (\d+)/m;
    my $held  = hold('LOCK TABLE project IN ACCESS EXCLUSIVE MODE');
    my $child = fork // die "fork: $!";
    if (!$child) {
        at_once(map { [ $builder, 'listProjects' ] } 1 .. $max);
        require POSIX;
        POSIX::_exit(0);
    }
    until_sql("SELECT count(*) >= $max FROM pg_locks WHERE NOT granted");
    my $noted = "SELECT count(*) FROM webhook_attempt WHERE signature_result = 'missing'";
    my $before = sql($noted);
    my @tries = map { [ timed(sub { request('POST', '/webhooks/stripe', { 'Content-Type' => 'application/json' }, '{}') }) ] } 1 .. 3;
    let_go($held);
    waitpid $child, 0;
    is_problem($_->[0], 'webhook-signature', 'one is judged') for @tries;
    is(sql($noted), $before + 3, 'and noted');
    cmp_ok(min(map { $_->[1] } @tries), '<', 1, 'at once');
};

done_testing();
