# SPDX-License-Identifier: Apache-2.0
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Work;
use Test::More;

my $builder = as_builder();

# A draft of a new tester's: the tester, and the parameters that name it.
sub make_open_draft {
    my (%job) = @_;
    my $tester = as_tester();
    my $claim  = make_claim(make_job($builder, %job), $tester);
    return ($tester, { submission_id => $claim->{submissions}[0]{id} }, $claim->{id});
}

sub exploratory { return (service_type => 'exploratory', steps => []) }

sub stored {
    my ($which) = @_;
    return sql(q{SELECT concat_ws(' ', state, summary, environment, report) FROM submission WHERE id = :'id'},
        id => $which->{submission_id});
}

# What is missing, as "pointer code" lines.
sub lacks { my ($list) = @_; return [ map { "$_->{pointer} $_->{code}" } @$list ] }

subtest 'a draft is saved bit by bit' => sub {
    my ($tester, $which, $claim) = make_open_draft(exploratory());
    my $began = sub { sql(q{SELECT work_began_at FROM assignment WHERE id = :'id'}, id => $claim) };
    is($began->(), '', 'work has not begun');
    my $draft = is_ok(api($tester, 'saveSubmission', $which, { summary => 'A first look' }), 'a summary');
    is_deeply([ @$draft{qw(summary environment report state)} ], [ 'A first look', {}, {}, 'draft' ], 'is kept');
    my $first = $began->();
    ok($first, 'work has begun');
    is_ok(api($tester, 'saveSubmission', $which, { environment => { os => 'iOS', device => undef } }), 'an environment');
    $draft = is_ok(api($tester, 'saveSubmission', $which, { report => { notes => 'Slow', share_setup => 0, debrief => { past => undef } } }),
        'a report that is not complete');
    is_deeply([ @$draft{qw(summary environment report)} ],
        [ 'A first look', { os => 'iOS' }, { notes => 'Slow', share_setup => 0, debrief => {} } ], 'what is left out stays, null is nothing');
    is($began->(), $first, 'and it began when it began');
    $draft = is_ok(api($tester, 'saveSubmission', $which, { report => {}, summary => '' }), 'taken back');
    is_deeply([ @$draft{qw(summary report)} ], [ '', {} ], 'is empty again');
    is_deeply(is_ok(api($tester, 'getSubmission', $which), 'read again'), $draft, 'the same form');
};

subtest 'what a draft refuses' => sub {
    my ($explorer, $session) = make_open_draft(exploratory());
    my ($scripter, $case)    = make_open_draft();
    my $step = sub { return { report => { steps => [ { number => 1, verdict => 'pass', @_ } ] } } };
    for my $try (
        [ $session, { summary => 'x' x 4001 },                     '/summary',                'too-long' ],
        [ $session, { summary => 1 },                              '/summary',                'not-a-string' ],
        [ $session, { state => 'approved' },                       '/state',                  'unknown' ],
        [ $session, { environment => [] },                         '/environment',            'not-an-object' ],
        [ $session, { environment => { os => 'x' x 121 } },        '/environment/os',         'too-long' ],
        [ $session, { environment => { planet => 'Mars' } },       '/environment/planet',     'unknown' ],
        [ $session, { attachment_ids => [ $explorer->{id} ] },     '/attachment_ids/0',       'not-found' ],
        [ $session, { report => 'fine' },                          '/report',                 'not-an-object' ],
        [ $session, { report => { verdict => 'pass' } },           '/report/verdict',         'unknown' ],
        [ $session, { report => { notes => 'x' x 20001 } },        '/report/notes',           'too-long' ],
        [ $session, { report => { share_bugs => 101 } },           '/report/share_bugs',      'too-large' ],
        [ $session, { report => { share_bugs => -1 } },            '/report/share_bugs',      'too-small' ],
        [ $session, { report => { areas_covered => [''] } },       '/report/areas_covered/0', 'too-short' ],
        [ $session, { report => { areas_covered => [ ('x') x 51 ] } }, '/report/areas_covered', 'too-many' ],
        [ $session, { report => { marks => [ { note => 'x' } ] } }, '/report/marks/0/minute', 'required' ],
        [ $session, { report => { marks => [ { note => 'x', minute => 601 } ] } }, '/report/marks/0/minute', 'too-large' ],
        [ $session, { report => { debrief => { mood => 'x' } } },  '/report/debrief/mood',    'unknown' ],
        [ $case,    { report => { notes => 'x' } },                '/report/notes',           'unknown' ],
        [ $case,    { report => { verdict => 'skipped' } },        '/report/verdict',         'not-allowed' ],
        [ $case,    $step->(verdict => 'maybe'),                   '/report/steps/0/verdict', 'not-allowed' ],
        [ $case,    $step->(verdict => undef),                     '/report/steps/0/verdict', 'required' ],
        [ $case,    $step->(number => 0),                          '/report/steps/0/number',  'too-small' ],
        [ $case,    $step->(actual => 'x' x 2001),                 '/report/steps/0/actual',  'too-long' ],
    ) {
        my ($which, $body, $pointer, $code) = @$try;
        my $problem = is_problem(api($which == $session ? $explorer : $scripter, 'saveSubmission', $which, $body), 'invalid-input', "$pointer $code");
        is_deeply($problem->{errors}, [ { pointer => $pointer, code => $code } ], 'and it says where');
    }
    is(stored($_), 'draft  {} {}', 'nothing was stored') for $session, $case;
};

subtest 'who may not write in a draft' => sub {
    my ($tester, $which) = make_open_draft();
    for my $case ([ 'nobody', undef, 'unauthorized' ], [ 'another tester', as_tester(), 'not-found' ], [ 'the builder', $builder, 'forbidden' ]) {
        my ($name, $actor, $slug) = @$case;
        is_problem(api($actor, 'saveSubmission',   $which, { summary => 'Mine' }), $slug, "$name does not save");
        is_problem(api($actor, 'listMissing',      $which), $slug, "$name does not ask what is missing");
        is_problem(api($actor, 'submitSubmission', $which), $slug, "$name does not hand it in");
    }
    is_problem(api($builder,     'getSubmission',  $which), 'not-found', 'the builder does not even see it');
    is_problem(api($builder,     'openSubmission', $which), 'not-found', 'and cannot open it');
    is_problem(api(undef,        'getSubmission',  $which), 'unauthorized', 'nor does nobody');
    is_problem(api($tester, 'getSubmission', { submission_id => $tester->{id} }), 'not-found', 'what is not there');
    is(stored($which), 'draft  {} {}', 'nothing has changed');
};

subtest 'two windows do not overwrite each other' => sub {
    my ($tester, $which) = make_open_draft();
    my $seen = api($tester, 'getSubmission', $which);
    my %match = (headers => { 'If-Match' => $seen->{headers}{etag} });
    is(api($tester, 'getSubmission', $which, undef, headers => { 'If-None-Match' => $seen->{headers}{etag} })->{status}, 304, 'not sent twice');
    my $saved = api($tester, 'saveSubmission', $which, { summary => 'First' }, %match);
    is_ok($saved, 'the first window saves');
    is_problem(api($tester, 'saveSubmission', $which, { summary => 'Second' }, %match), 'precondition-failed', 'the second is told');
    is(stored($which), 'draft First {} {}', 'and has overwritten nothing');
    is_ok(api($tester, 'saveSubmission', $which, { summary => 'Second' }, headers => { 'If-Match' => $saved->{headers}{etag} }), 'having read it, it saves');
};

subtest 'what is missing is listed, and refused alike' => sub {
    my ($tester, $which, $claim) = make_open_draft();
    my @all = ('/summary too-short', '/environment/os required', '/environment/browser required',
        '/report/steps/0/verdict required', '/report/steps/1/verdict required', '/report/verdict required');
    is_deeply(lacks(is_ok(api($tester, 'listMissing', $which), 'of an empty draft')->{missing}), \@all, 'everything');
    is_deeply(lacks(is_problem(api($tester, 'submitSubmission', $which), 'incomplete', 'it cannot be handed in')->{errors}), \@all, 'the same');
    is_state($claim, 'active draft open', 'refused');
    is_deeply(timeline($tester, $claim), ['tester claimed'], 'and left no trace');
    my $failed = [ { number => 1, verdict => 'pass' }, { number => 2, verdict => 'fail' } ];
    is_ok(api($tester, 'saveSubmission', $which, make_report(report => { verdict => 'fail', steps => $failed })), 'a failed step');
    is_deeply(lacks(api($tester, 'listMissing', $which)->{data}{missing}),
        [ '/report/steps/1/actual too-short', '/findings too-few', '/evidence too-few' ], 'needs words, a finding and a picture');
    $failed->[1]{actual} = 'A blank page.';
    is_ok(api($tester, 'saveSubmission', $which, { report => { verdict => 'fail', steps => $failed } }), 'words');
    is_created(api($tester, 'addFinding', $which, make_finding()), 'a finding');
    my $picture = { kind => 'screenshot', url => 'https://pictures.example/blank', about => '2' };
    is_deeply(is_ok(api($tester, 'saveSubmission', $which, { evidence => [$picture] }), 'a picture')->{evidence}, [ { %$picture, file_id => undef } ], 'as sent');
    is_deeply(is_ok(api($tester, 'listMissing', $which), 'now')->{missing}, [], 'nothing is missing');
    is_ok(api($tester, 'submitSubmission', $which), 'it is handed in');
};

subtest 'an exploratory session has its own minimum' => sub {
    my ($tester, $which, $claim) = make_open_draft(exploratory());
    my $session = session_report(areas_covered => [], share_testing => 50);
    is_ok(api($tester, 'saveSubmission', $which, $session), 'nearly complete');
    is_deeply(lacks(is_problem(api($tester, 'submitSubmission', $which), 'incomplete', 'refused')->{errors}),
        [ '/report/areas_covered too-few', '/report/share_bugs required', '/report/share_setup required' ], 'with the list');
    is_ok(api($tester, 'saveSubmission', $which, session_report()), 'completed');
    is_ok(api($tester, 'submitSubmission', $which), 'handed in');
    is_state($claim, 'delivered submitted open', 'handed in');
};

subtest 'a submission is handed in' => sub {
    my ($tester, $which, $claim) = make_open_draft(review_days => 10);
    is_ok(api($tester, 'saveSubmission', $which, make_report()), 'complete');
    my $submission = is_ok(api($tester, 'submitSubmission', $which), 'handed in');
    is($submission->{state}, 'submitted', 'as the answer says');
    ok($submission->{submitted_at} && $submission->{review_due_at}, 'and until when it is reviewed');
    is_state($claim, 'delivered submitted open', 'handed in');
    is_money($claim, { charged => 2750, held => 2750 }, 'handed in');
    is(clocks_of($claim), 'review_expires=864000 review_half=432000 review_last_day=777600', 'the review\'s clocks run, the claim\'s does not');
    is(mail_count('submission_received', $builder, $claim), 1, 'the builder gets a mail');
    for my $change ([ 'saveSubmission', { summary => 'Late' } ], [ 'addFinding', make_finding() ], [ 'submitSubmission' ]) {
        my ($operation, $body) = @$change;
        is(is_problem(api($tester, $operation, $which, $body), 'wrong-state', "$operation is too late")->{state}, 'submitted', 'with the present state');
    }
    is_deeply(is_ok(api($tester, 'getSubmission', $which), 'read again'), $submission, 'nothing has changed');
    is(mail_count('submission_received', $builder, $claim), 1, 'and there is no second mail');
};

subtest 'a short review has one reminder' => sub {
    my ($tester, $which, $claim) = make_open_draft();
    sql(q{UPDATE job SET review_seconds = 172800 WHERE id = (SELECT job_id FROM assignment WHERE id = :'id')}, id => $claim);
    is_ok(api($tester, 'saveSubmission', $which, make_report()), 'complete');
    is_ok(api($tester, 'submitSubmission', $which), 'handed in');
    is(clocks_of($claim), 'review_expires=172800 review_half=86400', 'half time is the last day');
};

subtest 'handed in twice at once' => sub {
    my ($tester, $which, $claim) = make_open_draft();
    is_ok(api($tester, 'saveSubmission', $which, make_report()), 'complete');
    my @answers = at_once(([ $tester, 'submitSubmission', $which ]) x 2);
    is_deeply([ sort map { $_->{status} } @answers ], [ 200, 409 ], 'once');
    is_deeply(timeline($tester, $claim), [ 'tester claimed', 'tester submitted' ], 'as the timeline says');
    is(mail_count('submission_received', $builder, $claim), 1, 'one mail');
};

subtest 'an autosave meets the hand-in' => sub {
    for my $round (1 .. 4) {
        my ($tester, $which, $claim) = make_open_draft();
        is_ok(api($tester, 'saveSubmission', $which, make_report(summary => 'The summary as it was before')), 'complete');
        my ($save, $submit) = at_once(
            [ $tester, 'saveSubmission', $which, { summary => 'The summary of the autosave' } ],
            [ $tester, 'submitSubmission', $which ]);
        is_ok($submit, 'handed in');
        my $kept = $save->{status} == 200 ? 'of the autosave' : 'as it was before';
        is_problem($save, 'wrong-state', 'the autosave came late') if $save->{status} != 200;
        is(api($builder, 'getSubmission', $which)->{data}{summary}, "The summary $kept", 'the builder sees what was promised');
        is_state($claim, 'delivered submitted open', "round $round");
    }
};

subtest 'the builder opens it' => sub {
    my $tester     = as_tester();
    my $submission = make_submission(make_job($builder), $tester);
    my $which      = { submission_id => $submission->{id} };
    is($submission->{opened_at}, undef, 'not yet');
    is_problem(api(as_builder(), 'openSubmission', $which), 'not-found', 'another builder cannot');
    is_problem(api(as_builder(), 'getSubmission',  $which), 'not-found', 'nor read it');
    is_problem(api(as_tester(),  'getSubmission',  $which), 'not-found', 'nor can another tester');
    is_problem(api($tester, 'openSubmission', $which), 'forbidden', 'the tester opens nothing');
    is_problem(api(undef, 'openSubmission', $which), 'unauthorized', 'nor does nobody');
    my $opened = is_ok(api($builder, 'openSubmission', $which), 'opened')->{opened_at};
    ok($opened, 'and when');
    is(is_ok(api($builder, 'openSubmission', $which), 'opened again')->{opened_at}, $opened, 'the first time counts');
    is(api($tester, 'getSubmission', $which)->{data}{opened_at}, $opened, 'the tester sees it');
    is_deeply(timeline($tester, $submission->{assignment_id}), [ 'tester claimed', 'tester submitted', 'builder seen' ], 'once in the timeline');
};

done_testing();
