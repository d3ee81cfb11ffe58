# SPDX-License-Identifier: Apache-2.0
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Findings;
use PeerTest::Make;
use Test::More;

my $builder = as_builder();
my $project = make_project($builder);
my $of      = { project_id => $project->{id} };

subtest 'a builder keeps a list' => sub {
    my $first = is_created(api($builder, 'addKnownIssue', $of, { title => 'The map is slow in Firefox' }), 'added');
    is_deeply([ @$first{qw(project_id note url)} ], [ $project->{id}, undef, undef ], 'with a title alone');
    my $second = is_created(api($builder, 'addKnownIssue', $of, { title => 'Prices lack the tax', note => 'Planned for May', url => 'https://bugs.example/2' }), 'another');
    is_deeply(is_ok(api($builder, 'listKnownIssues', $of), 'the list')->{items}, [ $second, $first ], 'newest first');
    is_empty(api($builder, 'deleteKnownIssue', { known_issue_id => $first->{id} }), 'taken away');
    is_deeply(api($builder, 'listKnownIssues', $of)->{data}{items}, [$second], 'the other is left');
    is_problem(api($builder, 'deleteKnownIssue', { known_issue_id => $first->{id} }), 'not-found', 'once');
};

subtest 'what is refused' => sub {
    for my $case (
        [ {}, '/title required' ], [ { title => 'x' x 7 }, '/title too-short' ], [ { title => 'x' x 121 }, '/title too-long' ],
        [ { title => 'Long enough', note => 'x' x 2001 }, '/note too-long' ], [ { title => 'Long enough', url => 'javascript:1' }, '/url not-a-url' ],
        [ { title => 'Long enough', id => 1 }, '/id unknown' ],
    ) {
        refused_at(api($builder, 'addKnownIssue', $of, $case->[0]), $case->[1], $case->[1]);
    }
    my $issue = api($builder, 'listKnownIssues', $of)->{data}{items}[0];
    for my $case ([ 'nobody', undef, 'unauthorized' ], [ 'a tester', as_tester(), 'forbidden' ], [ 'another builder', as_builder(), 'not-found' ]) {
        my ($name, $actor, $slug) = @$case;
        is_problem(api($actor, 'addKnownIssue', $of, { title => 'Of somebody else' }), $slug, "$name adds none");
        is_problem(api($actor, 'listKnownIssues', $of), $slug, "$name reads none");
        is_problem(api($actor, 'deleteKnownIssue', { known_issue_id => $issue->{id} }), $slug, "$name takes none away");
    }
    is(sql(q{SELECT count(*) FROM known_issue WHERE project_id = :'id' AND deleted_at IS NULL}, id => $project->{id}), 1, 'as it was');
    sql(q{INSERT INTO known_issue (project_id, title) SELECT :'id', 'Issue ' || n FROM generate_series(1, 199) n}, id => $project->{id});
    refused_at(api($builder, 'addKnownIssue', $of, { title => 'One too many' }), ' too-many', 'two hundred are enough');
};

subtest 'who may see a job sees what is known' => sub {
    my $job   = make_job($builder, project_id => $project->{id}, seats => 1);
    my $draft = make_draft($builder, project_id => $project->{id});
    my $tester = as_tester();
    is(scalar @{ is_ok(api($_, 'listJobKnownIssues', { job_id => $job->{id} }), 'an open job')->{items} }, 200, 'for all') for undef, $tester, $builder;
    is_problem(api($_, 'listJobKnownIssues', { job_id => $draft->{id} }), 'not-found', 'a draft for nobody else') for undef, $tester, as_builder();
    is_ok(api($builder, 'listJobKnownIssues', { job_id => $draft->{id} }), 'than its builder');
    make_claim($job, $tester);
    sql(q{UPDATE job SET state = 'closed' WHERE id = :'id'}, id => $job->{id});
    is_ok(api($tester, 'listJobKnownIssues', { job_id => $job->{id} }), 'who works on a closed one');
    is_problem(api(as_tester(), 'listJobKnownIssues', { job_id => $job->{id} }), 'not-found', 'and nobody else');
};

done_testing();
