# SPDX-License-Identifier: Apache-2.0
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use Test::More;

my $builder  = as_builder();
my $stranger = as_builder();

subtest 'a builder adds a project' => sub {
    my $project = is_created(api($builder, 'createProject', {}, {
        name => 'Harbour Shop', url => 'https://shop.example', description => 'A small shop',
        platforms => [ 'web', 'ios' ], category => 'shop',
    }), 'added');
    is_deeply([ @$project{qw(name url description category job_count)} ],
        [ 'Harbour Shop', 'https://shop.example', 'A small shop', 'shop', 0 ], 'as it was sent');
    is_deeply($project->{platforms}, [ 'web', 'ios' ], 'with its platforms');
    is(sql("SELECT owner_id FROM project WHERE id = :'id'", id => $project->{id}), $builder->{id}, 'stored as the builder\'s');
};

subtest 'what is left out has a default' => sub {
    my $project = is_created(api($builder, 'createProject', {}, { name => 'Bare' }), 'added');
    is_deeply($project->{platforms}, ['web'], 'the web');
    is($project->{$_}, undef, "no $_") for qw(url category);
    is($project->{description}, '', 'no description');
};

subtest 'only builders have projects' => sub {
    is_problem(api(as_tester(), 'createProject', {}, { name => 'Mine' }), 'forbidden', 'testers have no projects');
    is_problem(api(undef, 'createProject', {}, { name => 'Mine' }), 'unauthorized', 'nor has nobody');
};

for my $case (
    [ 'no name',             {},                                             '/name',         'required' ],
    [ 'an empty name',       { name => '' },                                 '/name',         'too-short' ],
    [ 'a long name',         { name => 'x' x 121 },                          '/name',         'too-long' ],
    [ 'an address of a file', { name => 'x', url => 'file:///etc/passwd' },  '/url',          'not-a-url' ],
    [ 'a long description',  { name => 'x', description => 'x' x 4001 },     '/description',  'too-long' ],
    [ 'an odd platform',     { name => 'x', platforms => ['fridge'] },       '/platforms/0',  'not-allowed' ],
    [ 'no platform at all',  { name => 'x', platforms => [] },               '/platforms',    'too-few' ],
    [ 'a long category',     { name => 'x', category => 'x' x 61 },          '/category',     'too-long' ],
    [ 'an unknown member',   { name => 'x', owner_id => $stranger->{id} },   '/owner_id',     'unknown' ],
) {
    my ($name, $body, $pointer, $code) = @$case;
    subtest "refuses $name" => sub {
        my $before  = sql('SELECT count(*) FROM project');
        my $problem = is_problem(api($builder, 'createProject', {}, $body), 'invalid-input', 'refused');
        is_deeply($problem->{errors}, [ { pointer => $pointer, code => $code } ], 'and says where');
        is(sql('SELECT count(*) FROM project'), $before, 'and nothing was stored');
    };
}

subtest 'one\'s own projects are listed, newest first, page by page' => sub {
    my $owner = as_builder();
    my @ids   = map { make_project($owner)->{id} } 1 .. 3;
    my $first = is_ok(api($owner, 'listProjects', { limit => 2 }), 'a page');
    is_deeply([ map { $_->{id} } @{ $first->{items} } ], [ @ids[ 2, 1 ] ], 'the two newest');
    my $second = is_ok(api($owner, 'listProjects', { limit => 2, cursor => $first->{next} }), 'the next page');
    is_deeply([ map { $_->{id} } @{ $second->{items} } ], [ $ids[0] ], 'the oldest');
    is($second->{next}, undef, 'and no more');
    is_problem(api($owner, 'listProjects', { cursor => 'b3Vyc3xub25l' }), 'invalid-cursor', 'an invented cursor is refused');
};

subtest 'a project is read and changed by its owner' => sub {
    my $project = make_project($builder, url => 'https://a.example', category => 'shop');
    my $read    = api($builder, 'getProject', { project_id => $project->{id} });
    is_deeply(is_ok($read, 'read'), $project, 'as it was made');
    my $changed = is_ok(api($builder, 'updateProject', { project_id => $project->{id} },
        { name => 'Renamed', url => '', platforms => ['api'] }, headers => { 'If-Match' => $read->{headers}{etag} }), 'changed');
    is_deeply([ @$changed{qw(name url category)} ], [ 'Renamed', undef, 'shop' ], 'what was absent stays, "" empties');
    is_deeply($changed->{platforms}, ['api'], 'the platforms are the new ones');
    is_problem(api($builder, 'updateProject', { project_id => $project->{id} }, { name => 'Late' },
        headers => { 'If-Match' => $read->{headers}{etag} }), 'precondition-failed', 'who saw the old one is told');
    is(sql("SELECT name FROM project WHERE id = :'id'", id => $project->{id}), 'Renamed', 'and changes nothing');
};

subtest 'to a stranger it is not there' => sub {
    my $id = make_project($builder)->{id};
    is_problem(api($stranger, 'getProject',    { project_id => $id }), 'not-found', 'to read');
    is_problem(api($stranger, 'updateProject', { project_id => $id }, { name => 'Mine now' }), 'not-found', 'to change');
    is_problem(api($stranger, 'deleteProject', { project_id => $id }), 'not-found', 'to delete');
    is(sql("SELECT count(*) FROM project WHERE id = :'id' AND deleted_at IS NULL AND name <> 'Mine now'", id => $id), 1, 'and it is as it was');
};

subtest 'a project is deleted once' => sub {
    my $id = make_project($builder)->{id};
    is_empty(api($builder, 'deleteProject', { project_id => $id }), 'deleted');
    is_problem(api($builder, 'deleteProject', { project_id => $id }), 'not-found', 'the second time it is gone');
    is_problem(api($builder, 'getProject', { project_id => $id }), 'not-found', 'and cannot be read');
    ok(!(grep { $_->{id} eq $id } @{ is_ok(api($builder, 'listProjects', { limit => 100 }), 'listed')->{items} }), 'nor is it listed');
};

subtest 'one with an unfinished paid job stays' => sub {
    my $project = make_project($builder);
    my $draft   = make_draft($builder, project_id => $project->{id});
    is(is_ok(api($builder, 'getProject', { project_id => $project->{id} }), 'read')->{job_count}, 1, 'it counts its jobs');
    for my $state (qw(pending_payment open filled)) {
        sql("UPDATE job SET state = :'state' WHERE id = :'id'", state => $state, id => $draft->{id});
        is_problem(api($builder, 'deleteProject', { project_id => $project->{id} }), 'project-in-use', "with a job that is $state");
    }
    sql("UPDATE job SET state = 'draft' WHERE id = :'id'", id => $draft->{id});
    is_empty(api($builder, 'deleteProject', { project_id => $project->{id} }), 'but not for a draft');
    my $problem = is_problem(api($builder, 'publishJob', { job_id => $draft->{id} }), 'invalid-input', 'which cannot be published any more');
    is_deeply($problem->{errors}, [ { pointer => '/project_id', code => 'not-found' } ], 'because its project is gone');
};

done_testing();
