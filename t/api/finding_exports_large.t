# SPDX-License-Identifier: Apache-2.0
# finding_exports_large.t - exports of many findings: in bounded memory, and told so where there is no room on
# the disk. The limit of a process on the size of a file is as real as a full disk, and needs no rights.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest::Httpd;
use PeerTest::OwnSite;
use PeerTest;
use PeerTest::Make;
use Test::More;

my $MIB     = 1024 * 1024;
my $builder = as_builder();
my $project = make_project($builder);
my $of      = { project_id => $project->{id} };
my @all     = map { "exportFindings$_" } qw(Csv Json Junit Sarif);

# Work that was handed in, with 1,500 findings of 12 kB: more than 18 MB in each form that has all members.
sql(q{WITH f AS (INSERT INTO fee_schedule (builder_fee_bps, tester_fee_bps) VALUES (1000, 0) RETURNING id),
           j AS (INSERT INTO job (kind, owner_id, project_id, state, title, brief, service_type, reward_minor, fee_minor, currency,
                                  seats, claim_seconds, review_seconds, dispute_seconds)
                 VALUES ('simple', :'owner', :'project', 'open', 'Shop', 'Test', 'exploratory', 100, 10, 'usd', 1, 60, 60, 60) RETURNING id),
           a AS (INSERT INTO assignment (job_id, tester_id, seat, state, terms, reward_minor, fee_minor, currency, fee_schedule_id, claim_expires_at)
                 SELECT j.id, :'tester', 1, 'active', '{"steps": []}', 100, 10, 'usd', f.id, now() FROM j, f RETURNING id)
      INSERT INTO submission (assignment_id, service_type, reward_minor, fee_minor, submitted_at, state) SELECT a.id, 'exploratory', 100, 10, now(), 'submitted' FROM a},
    owner => $builder->{id}, project => $project->{id}, tester => as_tester()->{id});
sql(q{INSERT INTO finding (submission_id, number, title, kind, severity, expected, actual, reproducibility, console_excerpt, preconditions)
      SELECT s.id, n, 'Finding ' || n, 'visual', 'minor', 'x', 'y', 'once', repeat('console ', 1250), repeat('before ', 285)
        FROM submission s, generate_series(1, 1500) n});

sub room { my ($limit) = @_; system('prlimit', '--pid', $_, "--fsize=$limit:unlimited") == 0 or die "prlimit failed\n" for httpd_children(); return }

# Memory of its own that httpd has taken, the most so far, in bytes.
sub memory {
    my $sum = 0;
    for my $pid (httpd_children()) {
        open my $fh, '<', "/proc/$pid/status" or die "status of $pid: $!\n";
        /^VmHWM:\s+(\d+) kB/ and $sum += 1024 * $1 while <$fh>;
    }
    return $sum;
}

# What the first requests take, they keep.
is(api($builder, $_, { %$of, severity => 'critical' })->{status}, 200, "$_ of nothing") for @all, 'listFindings';
my $before = memory();

# As it came: to read it as JSON would take longer than all else here.
sub export_of {
    my ($ending) = @_;
    return request('GET', "/projects/$project->{id}/findings.$ending", { Authorization => "Bearer $builder->{token}" });
}

my $json = export_of('json');
cmp_ok(length $json->{content}, '>', 18 * $MIB, 'a long file');
is($json->{headers}{'content-length'}, length $json->{content}, 'whose length is known');
is_deeply([ $json->{content} =~ /"number": (\d+)/g ], [ 1 .. 1500 ], 'with all findings');
is(export_of($_)->{status}, 200, $_) for qw(csv junit.xml sarif);
cmp_ok(memory() - $before, '<', 8 * $MIB, 'none of them was in memory as a whole');

room($MIB);
for my $operation (@all) {
    my $answer = api($builder, $operation, $of);
    is_problem($answer, 'storage-full', "$operation without room");
    is($answer->{status}, 507, 'by its status');
}
room('unlimited');
is(export_of('csv')->{status}, 200, 'when there is room again, it goes on');
is_deeply([ glob stored_in() . '/answer-*' ], [], 'nothing is left behind');

done_testing();
