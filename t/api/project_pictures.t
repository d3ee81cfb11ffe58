# SPDX-License-Identifier: Apache-2.0
# project_pictures.t - the icon and the screenshots of a project: set by its builder, seen by
# everybody, beside its jobs.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Files;
use PeerTest::Make;
use Test::More;

my $builder = as_builder();

sub errors { my ($problem) = @_; return [ map { "$_->{pointer} $_->{code}" } @{ $problem->{errors} } ] }

sub set { my ($actor, $project, %body) = @_; return api($actor, 'setProjectPictures', { project_id => $project->{id} }, { screenshot_ids => [], %body }) }

sub sees { my ($actor, $file_id) = @_; return api($actor, 'getFileInfo', { file_id => $file_id })->{status} }

# A job's line of the marketplace, on whichever page it is.
sub in_market {
    my ($job, $sort) = @_;
    my ($page, $seen) = {};
    do {
        $page = is_ok(api(undef, 'listJobs', { sort => $sort, limit => 100, ($page->{next} ? (cursor => $page->{next}) : ()) }), "the market, by $sort");
        ($seen) = grep { $_->{id} eq $job->{id} } @{ $page->{items} };
    } until $seen || !$page->{next};
    return $seen;
}

subtest 'an icon and screenshots' => sub {
    my $project = make_project($builder);
    is_deeply([ @$project{qw(icon_url screenshots)} ], [ undef, [] ], 'none at first');
    my ($icon, @shots) = map { make_row($builder, 'picture', width => 640, height => 480) } 1 .. 3;
    sql("INSERT INTO file_rendition (file_id, name, store_key, media_type, size_bytes, width, height) VALUES (:'id', 'thumbnail', :'key', 'image/webp', 10, 48, 36)",
        id => $shots[1], key => random_text(20));
    my $set = is_ok(set($builder, $project, icon_id => $icon, screenshot_ids => [ @shots[ 1, 0 ] ]), 'set');
    is($set->{icon_url}, "/api/v1/files/$icon", 'the icon');
    is_deeply($set->{screenshots}, [
        { id => $shots[1], url => "/api/v1/files/$shots[1]", thumbnail_url => "/api/v1/files/$shots[1]?rendition=thumbnail", width => 640, height => 480 },
        { id => $shots[0], url => "/api/v1/files/$shots[0]", thumbnail_url => undef, width => 640, height => 480 } ], 'the screenshots in their order');
    is_deeply(is_ok(api($builder, 'getProject', { project_id => $project->{id} }), 'read again'), $set, 'the same');
    is_deeply([ map { $_->{icon_url} } grep { $_->{id} eq $project->{id} } @{ is_ok(api($builder, 'listProjects'), 'the list')->{items} } ], [ $set->{icon_url} ], 'has it');
    my $job = make_job($builder, project_id => $project->{id});
    is_deeply([ @$job{qw(project_icon_url project_screenshots)} ], [ @$set{qw(icon_url screenshots)} ], 'its jobs show them');
    for my $sort (qw(newest reward deadline)) {
        is(in_market($job, $sort)->{project_icon_url}, $set->{icon_url}, 'shows the icon');
    }
    my ($word) = $job->{title} =~ /(\w+)$/;
    is(is_ok(api(undef, 'listJobs', { q => $word }), 'a search')->{items}[0]{project_icon_url}, $set->{icon_url}, 'shows it, too');
    is(sees($_, $icon), 200, 'everybody sees it') for undef, as_tester();
    $set = is_ok(set($builder, $project, screenshot_ids => [ $shots[0] ]), 'set again');
    is_deeply([ $set->{icon_url}, map { $_->{id} } @{ $set->{screenshots} } ], [ undef, $shots[0] ], 'all of it was replaced');
    is(sees(undef, $icon), 404, 'what is no picture of it any more is private again');
    is(sees($builder, $icon), 200, 'to its owner');
};

subtest 'everybody may keep them for a day' => sub {
    my $project = make_project($builder);
    my $icon    = make_file($builder, 'picture');
    my $read    = sub { return request('GET', "/files/$icon->{id}$_[0]") };
    is($read->('')->{status}, 404, 'one picture of many is private');
    is_ok(set($builder, $project, icon_id => $icon->{id}), 'an icon');
    for my $address ('', '?rendition=thumbnail') {
        my $answer = $read->($address);
        is("$answer->{status} $answer->{headers}{'cache-control'}", '200 public, max-age=86400', "read by nobody$address");
        is($answer->{headers}{'content-security-policy'}, q(default-src 'none'; frame-ancestors 'none'; sandbox), 'and still it runs nothing');
    }
    is($read->('/info')->{headers}{'cache-control'}, 'private, no-store', 'what is said of it is not kept');
    is_ok(set($builder, $project), 'no icon any more');
    is($read->('')->{status}, 404, 'is private again');
};

subtest 'what cannot be one' => sub {
    my $project = make_project($builder);
    my $tester  = as_tester(roles => [ 'tester', 'builder' ]);
    my %id      = (
        mine     => make_row($builder, 'picture'),
        foreign  => make_row(as_builder(), 'picture'),
        video    => make_row($builder, 'video'),
        checking => make_row($builder, 'picture', state => 'checking'),
    );
    for my $try (
        [ { icon_id => $id{foreign} },                                   '/icon_id not-found' ],
        [ { icon_id => $id{video} },                                     '/icon_id not-allowed' ],
        [ { icon_id => $id{checking} },                                  '/icon_id not-ready' ],
        [ { screenshot_ids => [ @id{qw(mine foreign video)} ] },         '/screenshot_ids/1 not-found', '/screenshot_ids/2 not-allowed' ],
        [ { screenshot_ids => [ @id{qw(mine mine)} ] },                  '/screenshot_ids/1 repeated' ],
        [ { screenshot_ids => [ map { $id{mine} } 1 .. 9 ] },            '/screenshot_ids too-many' ],
        [ { screenshot_ids => undef },                                   '/screenshot_ids required' ],
    ) {
        my ($body, @wanted) = @$try;
        is_deeply(errors(is_problem(set($builder, $project, %$body), 'invalid-input', $wanted[0])), \@wanted, 'and it says where');
    }
    is_ok(set($builder, $project, icon_id => $id{mine}, screenshot_ids => [ $id{mine} ]), 'one picture can be both');
    is_problem(set(as_builder(), $project), 'not-found', 'somebody else\'s project');
    is_problem(set(undef, $project), 'unauthorized', 'nobody');
    is_problem(set(as_tester(), $project), 'forbidden', 'a tester');
    my $seen = api($builder, 'getProject', { project_id => $project->{id} });
    is_ok(set($builder, $project), 'taken away');
    my %match = (headers => { 'If-Match' => $seen->{headers}{etag} });
    is_problem(api($builder, 'setProjectPictures', { project_id => $project->{id} }, { screenshot_ids => [] }, %match), 'precondition-failed', 'who saw it before is told');

    my $evidence = make_row($tester, 'picture');
    my $draft    = make_claim(make_job($builder), $tester)->{submissions}[0]{id};
    is_ok(api($tester, 'saveSubmission', { submission_id => $draft }, { attachment_ids => [$evidence] }), 'evidence of work');
    my $own = make_project($tester);
    is_deeply(errors(is_problem(set($tester, $own, icon_id => $evidence), 'invalid-input', 'is not made public')), ['/icon_id not-allowed'], 'so');
    my $public = make_row($tester, 'picture');
    is_ok(set($tester, $own, icon_id => $public), 'and a public picture');
    is_deeply(errors(is_problem(api($tester, 'saveSubmission', { submission_id => $draft }, { attachment_ids => [$public] }), 'invalid-input', 'is no evidence')),
        ['/attachment_ids/0 not-allowed'], 'so');
};

subtest 'a picture goes' => sub {
    my $project = make_project($builder);
    my @files   = map { make_row($builder, 'picture') } 1 .. 3;
    is_ok(set($builder, $project, icon_id => $files[0], screenshot_ids => [ @files[ 1, 2 ] ]), 'three pictures');
    is_empty(api($builder, 'deleteFile', { file_id => $_ }), 'one is deleted') for @files[ 0, 1 ];
    my $left = is_ok(api($builder, 'getProject', { project_id => $project->{id} }), 'the project');
    is_deeply([ $left->{icon_url}, map { $_->{id} } @{ $left->{screenshots} } ], [ undef, $files[2] ], 'goes on without them');
    is_empty(api($builder, 'deleteProject', { project_id => $project->{id} }), 'the project goes');
    is(sees(undef, $files[2]), 404, 'and its pictures are private');
    my $ended = make_project($builder);
    my $job   = make_draft($builder, project_id => $ended->{id});
    is_ok(set($builder, $ended, icon_id => $files[2], screenshot_ids => [ $files[2] ]), 'a project with a job');
    is_empty(api($builder, 'deleteProject', { project_id => $ended->{id} }), 'goes');
    $job = is_ok(api($builder, 'getJob', { job_id => $job->{id} }), 'the job');
    is_deeply([ @$job{qw(project_icon_url project_screenshots)} ], [ undef, [] ], 'shows none any more');
};

subtest 'a real one' => sub {
    my $project = make_project($builder);
    my $picture = make_file($builder, 'picture');
    my $set     = is_ok(set($builder, $project, icon_id => $picture->{id}, screenshot_ids => [ $picture->{id} ]), 'an uploaded picture');
    is($set->{screenshots}[0]{thumbnail_url}, $picture->{thumbnail_url}, 'with its thumbnail');
    my $seen = request('GET', substr $set->{icon_url}, length '/api/v1');
    is_deeply([ @$seen{qw(status)}, $seen->{headers}{'content-type'} ], [ 200, $picture->{media_type} ], 'nobody in particular gets its bytes');
};

done_testing();
