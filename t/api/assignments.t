# SPDX-License-Identifier: Apache-2.0
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Work;
use Test::More;

my $builder = as_builder();

# A job's seats as stored: "taken closed assignments".
sub seats_of {
    my ($job) = @_;
    return sql(q{SELECT concat_ws(' ', seats_taken, seats_closed, (SELECT count(*) FROM assignment WHERE job_id = job.id))
                   FROM job WHERE id = :'id'}, id => $job->{id});
}

subtest 'a tester claims a seat' => sub {
    my $job    = make_job($builder, requirements => { os => ['Android'] });
    my $tester = as_tester();
    is_problem(api($tester, 'claimJob', { job_id => $job->{id} }), 'not-eligible', 'without the device that is asked for');
    is(seats_of($job), '0 0 0', 'no seat is taken');
    is_ok(api($tester, 'putDevices', {}, { items => [ { name => 'Pixel 8', kind => 'phone', os => 'Android', os_version => '15' } ] }), 'it is there');
    my $claim = is_created(api($tester, 'claimJob', { job_id => $job->{id} }), 'claimed');
    is($claim->{tester_id}, $tester->{id}, 'the seat is the tester\'s');
    is_state($claim->{id}, 'active draft open', 'claimed');
    is_money($claim->{id}, { charged => 2750, held => 2750 }, 'claimed');
    is($claim->{held_minor}, 2750, 'and the tester sees that it is held');
    is(clocks_of($claim->{id}), 'claim_expires=172800 claim_reminder=86400', 'the time to deliver runs');
    is(seats_of($job), '1 0 1', 'one seat is taken');
    is(mail_count('job_claimed', $builder, $claim->{id}), 1, 'the builder gets a mail');
    is_deeply(timeline($tester, $claim->{id}), ['tester claimed'], 'and the timeline says so');
    is_deeply([ map { "$_->{state} $_->{service_type}" } @{ $claim->{submissions} } ],
        ['draft functional_scripted'], 'an empty draft is there');
    my $terms = $claim->{terms};
    is_deeply($terms->{$_}, $job->{$_}, "the terms have the job's $_")
        for qw(brief steps requirements platforms on_rejection review_days dispute_hours project_name);
    is($terms->{app_url}, 'https://app.example', 'and where the application is');
    is_deeply(is_ok(api($tester, 'getAssignment', { assignment_id => $claim->{id} }), 'shown'), $claim, 'the same form');
};

subtest 'the terms stay as they were at the claim' => sub {
    my $job   = make_job($builder);
    my $claim = make_claim($job, my $tester = as_tester());
    is_ok(api($builder, 'updateProject', { project_id => $job->{project_id} }, { url => 'https://other.example' }), 'the project moves');
    is(api($tester, 'getAssignment', { assignment_id => $claim->{id} })->{data}{terms}{app_url},
        'https://app.example', 'the terms do not');
};

subtest 'who cannot claim what' => sub {
    my $open   = make_job($builder);
    my $tester = as_tester();
    my $holder = as_tester();
    make_claim($open, $holder);
    my $both  = as_account(roles => [ 'builder', 'tester' ], payout_state => 'active');
    my $state = sub { my ($job, $set) = @_; sql("UPDATE job SET $set WHERE id = :'id'", id => $job->{id}); return $job };
    for my $case (
        [ 'nobody',                     undef,      $open, 'unauthorized' ],
        [ 'a builder',                  $builder,   $open, 'forbidden' ],
        [ 'the owner',                  $both,      make_job($both), 'own-job' ],
        [ 'what is not there',          $tester,    { id => $tester->{id} }, 'not-found' ],
        [ 'a draft',                    $tester,    make_draft($builder), 'not-found' ],
        [ 'what is not paid',           $tester,    $state->(make_draft($builder), "state = 'pending_payment'"), 'not-found' ],
        [ 'a closed job',               $tester,    $state->(make_job($builder), "state = 'closed'"), 'wrong-state' ],
        [ 'a job past its deadline',    $tester,    $state->(make_job($builder), "deadline_at = now()"), 'wrong-state' ],
        [ 'one who holds a seat of it', $holder,    $open, 'already-claimed' ],
        [ 'one who cannot be paid',     as_tester(payout_state => 'restricted'), $open, 'not-payable' ],
        [ 'one without an account',     as_tester(payout_state => 'none'), $open, 'not-payable' ],
    ) {
        my ($name, $actor, $job, $slug) = @$case;
        my $before = seats_of($job);
        is_problem(api($actor, 'claimJob', { job_id => $job->{id} }), $slug, $name);
        is(seats_of($job), $before, 'nothing has changed');
    }
};

subtest 'two testers on the last seat' => sub {
    my $job     = make_job($builder, seats => 1);
    my @testers = (as_tester(), as_tester());
    my @answers = at_once(map { [ $_, 'claimJob', { job_id => $job->{id} } ] } @testers);
    is_deeply([ sort map { $_->{status} } @answers ], [ 201, 409 ], 'one gets it');
    my ($late) = grep { $_->{status} == 409 } @answers;
    is_problem($late, 'no-seat-left', 'the other does not');
    is($late->{data}{state}, 'filled', 'and learns why');
    is(seats_of($job), '1 0 1', 'one seat was taken');
    my ($claim) = grep { $_->{status} == 201 } @answers;
    is_state($claim->{data}{id}, 'active draft filled', 'the job is full');
};

subtest 'one tester, twice at once' => sub {
    my $job     = make_job($builder);
    my $tester  = as_tester();
    my @answers = at_once(([ $tester, 'claimJob', { job_id => $job->{id} } ]) x 2);
    is_deeply([ sort map { $_->{status} } @answers ], [ 201, 409 ], 'one seat');
    is_problem((grep { $_->{status} == 409 } @answers)[0], 'already-claimed', 'not two');
    is(seats_of($job), '1 0 1', 'as stored');
};

subtest 'a key makes a claim repeatable' => sub {
    my $job    = make_job($builder);
    my $tester = as_tester();
    my @claims = map { is_created(api($tester, 'claimJob', { job_id => $job->{id} }, undef, key => "again-$job->{id}"), 'claimed') } 1, 2;
    is($claims[0]{id}, $claims[1]{id}, 'the same answer');
    is(seats_of($job), '1 0 1', 'one seat');
};

subtest 'a newcomer holds three open claims at most' => sub {
    my $tester = as_tester();
    my @jobs   = map { make_job(as_builder()) } 1 .. 4;
    make_claim($_, $tester) for @jobs[ 0, 1 ];
    my @answers = at_once(map { [ $tester, 'claimJob', { job_id => $_->{id} } ] } @jobs[ 2, 3 ]);
    is_deeply([ sort map { $_->{status} } @answers ], [ 201, 409 ], 'the third, not the fourth');
    is_problem((grep { $_->{status} == 409 } @answers)[0], 'claim-limit', 'which is refused');
    is(sql(q{SELECT count(*) FROM assignment WHERE tester_id = :'id'}, id => $tester->{id}), 3, 'three are stored');
};

subtest 'and two of one builder, under way or done' => sub {
    my $tester = as_tester();
    my @jobs   = map { make_job($builder) } 1 .. 4;
    my $done   = make_submission($jobs[0], $tester);
    is_ok(api($builder, 'approveSubmission', { submission_id => $done->{id} }, {}), 'one is approved');
    is_ok(api($tester, 'returnAssignment', { assignment_id => make_claim($jobs[1], $tester)->{id} }), 'one is given back and counts for nothing');
    my @answers = at_once(map { [ $tester, 'claimJob', { job_id => $_->{id} } ] } @jobs[ 2, 3 ]);
    is_deeply([ sort map { $_->{status} } @answers ], [ 201, 409 ], 'the second, not the third');
    my $refused = is_problem((grep { $_->{status} == 409 } @answers)[0], 'claim-limit', 'which is refused');
    like($refused->{detail}, qr/other builders/, 'and says why');
    is_created(api($tester, 'claimJob', { job_id => make_job(as_builder())->{id} }), 'another builder\'s');
};

subtest 'until five submissions were approved' => sub {
    my $tester = as_tester();
    for (1 .. 5) {
        my $other      = as_builder();
        my $submission = make_submission(make_job($other, seats => 1), $tester);
        is_ok(api($other, 'approveSubmission', { submission_id => $submission->{id} }, {}), "approval $_");
    }
    make_claim(make_job($builder), $tester) for 1 .. 3;
    is_created(api($tester, 'claimJob', { job_id => make_job($builder)->{id} }), 'a fourth open claim');
};

subtest 'a seat is given back' => sub {
    my $job    = make_job($builder, seats => 1);
    my $tester = as_tester();
    my $claim  = make_claim($job, $tester);
    is_state($claim->{id}, 'active draft filled', 'claimed');
    my $given = is_ok(api($tester, 'returnAssignment', { assignment_id => $claim->{id} }), 'given back');
    is($given->{state}, 'returned', 'as the answer says');
    ok($given->{ended_at}, 'and when');
    is_state($claim->{id}, 'returned lapsed open', 'given back');
    is_money($claim->{id}, { charged => 0 }, 'given back');
    is(clocks_of($claim->{id}), '', 'no clock runs');
    is(seats_of($job), '0 0 1', 'the seat is free');
    is_deeply(timeline($builder, $claim->{id}), [ 'tester claimed', 'tester returned' ], 'the timeline says so');
    my $problem = is_problem(api($tester, 'returnAssignment', { assignment_id => $claim->{id} }), 'wrong-state', 'once');
    is($problem->{state}, 'lapsed', 'with the present state');
    my $other = make_claim($job, as_tester());
    is(sql(q{SELECT seat FROM assignment WHERE id = :'id'}, id => $other->{id}), 1, 'somebody else gets the same seat');
    is_money($other->{id}, { charged => 2750, held => 2750 }, 'claimed again');
};

subtest 'the lowest free seat is taken first' => sub {
    my $job     = make_job($builder, seats => 3);
    my @testers = map { as_tester() } 1 .. 3;
    my @claims  = map { make_claim($job, $_) } @testers;
    is_ok(api($testers[1], 'returnAssignment', { assignment_id => $claims[1]{id} }), 'the second is free');
    my $again = is_created(api($testers[1], 'claimJob', { job_id => $job->{id} }), 'who gave it back may claim again');
    is(sql(q{SELECT seat FROM assignment WHERE id = :'id'}, id => $again->{id}), 2, 'and gets it');
};

subtest 'what cannot be given back' => sub {
    my $job        = make_job($builder);
    my $tester     = as_tester();
    my $submission = make_submission($job, $tester);
    my $claim      = { assignment_id => $submission->{assignment_id} };
    my $problem    = is_problem(api($tester, 'returnAssignment', $claim), 'wrong-state', 'what is handed in');
    is($problem->{state}, 'submitted', 'with the present state');
    is_problem(api(as_tester(), 'returnAssignment', $claim), 'not-found', 'another tester\'s');
    is_problem(api($builder,    'returnAssignment', $claim), 'forbidden', 'by the builder');
    is_problem(api(undef,       'returnAssignment', $claim), 'unauthorized', 'by nobody');
    is_problem(api($tester, 'returnAssignment', { assignment_id => $tester->{id} }), 'not-found', 'what is not there');
    is_state($submission->{assignment_id}, 'delivered submitted open', 'nothing has changed');
};

subtest 'who sees an assignment' => sub {
    my $tester = as_tester();
    my $claim  = make_claim(make_job($builder), $tester);
    my $which  = { assignment_id => $claim->{id} };
    is_deeply(is_ok(api($builder, 'getAssignment', $which), 'the builder does')->{submissions}, [], 'but not the draft');
    is_problem(api(as_builder(), 'getAssignment', $which), 'not-found', 'another builder does not');
    is_problem(api(as_tester(),  'getAssignment', $which), 'not-found', 'nor another tester');
    is_problem(api(undef,        'getAssignment', $which), 'unauthorized', 'nor nobody');
    is_problem(api(as_tester(),  'listAssignmentEvents', $which), 'not-found', 'nor its events');
    is_problem(api(undef,        'listAssignmentEvents', $which), 'unauthorized', 'at all');
    my $answer = api($tester, 'getAssignment', $which);
    is(api($tester, 'getAssignment', $which, undef, headers => { 'If-None-Match' => $answer->{headers}{etag} })->{status},
        304, 'unchanged is not sent again');
};

subtest 'my assignments' => sub {
    my $tester = as_tester();
    my @claims = map { make_claim(make_job(as_builder()), $tester) } 1 .. 3;
    is_ok(api($tester, 'returnAssignment', { assignment_id => $claims[0]{id} }), 'one is given back');
    my $page = is_ok(api($tester, 'listMyAssignments', { limit => 2 }), 'two of them');
    is_deeply([ map { $_->{id} } @{ $page->{items} } ], [ map { $_->{id} } @claims[ 2, 1 ] ], 'newest first');
    $page = is_ok(api($tester, 'listMyAssignments', { limit => 2, cursor => $page->{next} }), 'the rest');
    is_deeply([ map { $_->{id} } @{ $page->{items} } ], [ $claims[0]{id} ], 'is the oldest');
    is($page->{next}, undef, 'and the last');
    $page = is_ok(api($tester, 'listMyAssignments', { state => 'returned' }), 'by state');
    is_deeply([ map { $_->{id} } @{ $page->{items} } ], [ $claims[0]{id} ], 'the one');
    is_deeply(is_ok(api(as_tester(), 'listMyAssignments'), 'another\'s list')->{items}, [], 'has none of them');
    is_problem(api($tester, 'listMyAssignments', { cursor => 'eA' }), 'invalid-cursor', 'a broken cursor');
    is_problem(api($tester, 'listMyAssignments', { state => 'lost' }), 'invalid-input', 'an unknown state');
    is_problem(api($tester, 'listMyAssignments', { limit => 101 }), 'invalid-input', 'too many');
    is_problem(api($builder, 'listMyAssignments'), 'forbidden', 'a builder has none');
    is_problem(api(undef,    'listMyAssignments'), 'unauthorized', 'nor has nobody');
};

subtest 'a job\'s assignments' => sub {
    my $job    = make_job($builder);
    my $of_job = { job_id => $job->{id} };
    is_deeply(is_ok(api($builder, 'listJobAssignments', $of_job), 'without claims')->{items}, [], 'there are none');
    my @claims = map { make_claim($job, as_tester()) } 1, 2;
    my $page   = is_ok(api($builder, 'listJobAssignments', { %$of_job, limit => 1 }), 'one of them');
    is($page->{items}[0]{id}, $claims[1]{id}, 'the newest');
    $page = is_ok(api($builder, 'listJobAssignments', { %$of_job, limit => 1, cursor => $page->{next} }), 'one more');
    is($page->{items}[0]{id}, $claims[0]{id}, 'the older one');
    is_problem(api($builder, 'listJobAssignments', { %$of_job, cursor => 'eA' }), 'invalid-cursor', 'a broken cursor');
    is_problem(api(as_builder(), 'listJobAssignments', $of_job), 'not-found', 'another builder\'s');
    is_problem(api(as_tester(),  'listJobAssignments', $of_job), 'forbidden', 'a tester sees no others');
    is_problem(api(undef,        'listJobAssignments', $of_job), 'unauthorized', 'nor does nobody');
};

subtest 'the events come page by page' => sub {
    my $tester     = as_tester();
    my $submission = make_submission(make_job($builder), $tester);
    my $which      = { assignment_id => $submission->{assignment_id} };
    my $page = is_ok(api($builder, 'listAssignmentEvents', { %$which, limit => 1 }), 'the first');
    my $event = $page->{items}[0];
    is_deeply([ @$event{qw(kind actor_kind actor_name from_state to_state amount_minor currency)} ],
        [ 'claimed', 'tester', $tester->{full_name}, undef, 'draft', 2750, 'usd' ], 'who, what, how much');
    $page = is_ok(api($builder, 'listAssignmentEvents', { %$which, limit => 1, cursor => $page->{next} }), 'the second');
    is_deeply([ @{ $page->{items}[0] }{qw(kind from_state to_state)} ], [ 'submitted', 'draft', 'submitted' ], 'what came then');
    is_problem(api($builder, 'listAssignmentEvents', { %$which, cursor => 'eA' }), 'invalid-cursor', 'a broken cursor');
};

done_testing();
