# SPDX-License-Identifier: Apache-2.0
# project_findings.t - the findings of a project, and what is similar to one that is written.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Findings;
use PeerTest::Make;
use Test::More;

my $builder = as_builder();
my $project = make_project($builder);
my ($anna, $ben) = map { make_payable(make_experienced(as_tester())) } 1 .. 2;
my $of = { project_id => $project->{id} };

my $work = make_reported($builder, $project, $anna,
    { title => 'The basket loses its articles on a reload', severity => 'critical' },
    { title => 'The logo is blurred on a sharp screen', kind => 'visual', severity => 'trivial' });
my ($basket, $logo) = @{ $work->{findings} };
my $copy = make_reported($builder, $project, $ben, { title => 'After a reload, the basket has no articles' })->{findings}[0];

sub titles { return [ map { $_->{id} } @{ is_ok(api($builder, 'listFindings', { %$of, @_ }), 'the list')->{items} } ] }

subtest 'the list of a project' => sub {
    is_ok(verdict($builder, $basket, 'valid'), 'judged');
    is_ok(verdict($builder, $copy, 'duplicate', duplicate_of => $basket->{id}), 'folded');
    is_deeply(titles(), [ map { $_->{id} } $copy, $logo, $basket ], 'newest first');
    my ($first, undef, $last) = @{ api($builder, 'listFindings', $of)->{data}{items} };
    is_deeply([ @$last{qw(job_id job_title tester_name duplicates root)} ], [ $work->{job_id}, $work->{job_title}, $anna->{full_name}, 1, undef ], 'with its job and tester');
    is($first->{root}{id}, $basket->{id}, 'a duplicate with its root');
    my %whole = %$last;
    delete @whole{qw(job_id job_title tester_name duplicates)};
    is_deeply(\%whole, api($builder, 'getFinding', { finding_id => $basket->{id} })->{data}, 'and all that it is by itself');
    make_seat($builder, $project, $ben);
    my $draft = api($ben, 'addFinding', { submission_id => make_seat($builder, $project, $ben)->{id} }, make_finding())->{data};
    is(scalar @{ titles() }, 3, 'a draft is not there');
    is_deeply(titles(state => 'valid'), [ $basket->{id} ], 'by state');
    is_deeply(titles(severity => 'critical'), [ $basket->{id} ], 'by severity');
    is_deeply(titles(kind => 'visual'), [ $logo->{id} ], 'by kind');
    is_deeply(titles(q => 'RELOAD'), [ $copy->{id}, $basket->{id} ], 'by words');
    is_deeply(titles(q => '%'), [], 'which stand for themselves');
    is_deeply(titles(root_id => $basket->{id}), [ $copy->{id} ], 'what repeats one');
    is_deeply(titles(root_id => $copy->{id}), [], 'nothing repeats a duplicate');
    my $page = is_ok(api($builder, 'listFindings', { %$of, limit => 2 }), 'a page');
    is(scalar @{ $page->{items} }, 2, 'of two');
    is_deeply(titles(limit => 2, cursor => $page->{next}), [ $basket->{id} ], 'and the rest');
    is_problem(api($builder, 'listFindings', { %$of, cursor => 'odd' }), 'invalid-cursor', 'a broken cursor');
    refused_at(api($builder, 'listFindings', { %$of, $_->[0] => $_->[1] }), "/$_->[0] $_->[2]", "$_->[0] $_->[2]")
        for [ 'state', 'open', 'not-allowed' ], [ 'severity', 'S1', 'not-allowed' ], [ 'kind', 'odd', 'not-allowed' ], [ 'root_id', 'odd', 'not-a-uuid' ], [ 'q', 'x' x 201, 'too-long' ];
    is_problem(api($_->[1], 'listFindings', $of), $_->[2], "not for $_->[0]")
        for [ 'nobody', undef, 'unauthorized' ], [ 'a tester', $anna, 'forbidden' ], [ 'another builder', as_builder(), 'not-found' ];
};

subtest 'a finding moves with its job' => sub {
    my $other  = make_project($builder);
    my $moving = make_reported($builder, $project, $anna, { title => 'A finding whose job goes to another project' })->{findings}[0];
    sql(q{UPDATE job SET project_id = :'project' WHERE id = (SELECT a.job_id FROM submission s JOIN assignment a ON a.id = s.assignment_id WHERE s.id = :'id')},
        project => $other->{id}, id => $moving->{submission_id});
    is_deeply([ map { $_->{id} } @{ api($builder, 'listFindings', { project_id => $other->{id} })->{data}{items} } ], [ $moving->{id} ], 'there');
    is(scalar @{ titles() }, 3, 'and not here any more');
};

subtest 'what is similar' => sub {
    my $seat = { submission_id => make_seat($builder, $project, $ben)->{id} };
    my $issue = is_created(api($builder, 'addKnownIssue', $of, { title => 'Articles in the basket are lost when the page is reloaded' }), 'known');
    my $similar = sub { is_ok(api($ben, 'listSimilarFindings', { %$seat, text => $_[0] }), 'asked')->{items} };
    my $near = $similar->('basket loses articles on reload');
    is_deeply([ map { "$_->{kind} $_->{id}" } @$near ], [ "finding $basket->{id}", "known_issue $issue->{id}" ], 'the root and the issue, the closest first');
    is_deeply({ %{ $near->[0] }, similarity => 0 }, { kind => 'finding', id => $basket->{id}, title => $basket->{title}, state => 'valid', severity => 'critical',
        created_at => $basket->{created_at}, similarity => 0 }, 'what it is, and none of its text');
    ok($near->[0]{similarity} > $near->[1]{similarity} && $near->[0]{similarity} <= 100, 'in per cent');
    is_deeply([ $near->[1]{state}, $near->[1]{severity} ], [ undef, undef ], 'an issue has no verdict');
    is_deeply($similar->('Umlauts are broken in the printed invoice'), [], 'nothing is like that');
    ok(scalar @{ $similar->('press Send the form') }, 'steps count, too');
    my $mine = is_created(api($ben, 'addFinding', $seat, make_finding(title => 'Umlauts are broken in the printed invoice')), 'written');
    is_deeply($similar->('Umlauts are broken in the printed invoice'), [], 'not one\'s own draft');
    my $elsewhere = { submission_id => make_seat($builder, make_project($builder), $ben)->{id} };
    is_deeply(is_ok(api($ben, 'listSimilarFindings', { %$elsewhere, text => 'basket loses articles on reload' }), 'for another project')->{items}, [], 'nothing');
    my $back = make_reported($builder, $project, $anna, { title => 'The receipt has the wrong currency in it' })->{findings}[0];
    is(scalar @{ $similar->('receipt with the wrong currency') }, 1, 'another one');
    is_ok(api($anna, 'withdrawFinding', { finding_id => $back->{id} }), 'taken back');
    is_deeply($similar->('receipt with the wrong currency'), [], 'is not there any more');
    refused_at(api($ben, 'listSimilarFindings', { %$seat, text => 'x' x $_->[0] }), "/text $_->[1]", $_->[1]) for [ 2, 'too-short' ], [ 501, 'too-long' ];
    is_problem(api($_->[1], 'listSimilarFindings', { %$seat, text => 'basket' }), $_->[2], "not for $_->[0]")
        for [ 'nobody', undef, 'unauthorized' ], [ 'another tester', $anna, 'not-found' ], [ 'the builder', $builder, 'forbidden' ];
    my $again = { submission_id => make_reported($builder, $project, $anna, { title => 'The footer hides the last line' })->{id} };
    is_problem(api($anna, 'listSimilarFindings', { %$again, text => 'basket' }), 'not-found', 'what was handed in asks no more');
    is_ok(api($builder, 'requestChanges', $again, { comment => 'Please try a declined card.' }), 'sent back');
    is_ok(api($anna, 'listSimilarFindings', { %$again, text => 'basket' }), 'it does');
    my $claim = make_claim(make_job($builder, project_id => $project->{id}), $anna);
    my $given = { submission_id => $claim->{submissions}[0]{id} };
    is(scalar @{ is_ok(api($anna, 'listSimilarFindings', { %$given, text => 'basket loses articles' }), 'a seat')->{items} }, 2, 'may ask');
    is_ok(api($anna, 'returnAssignment', { assignment_id => $claim->{id} }), 'given back');
    is_problem(api($anna, 'listSimilarFindings', { %$given, text => 'basket loses articles' }), 'not-found', 'it may no more');
};

done_testing();
