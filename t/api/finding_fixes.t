# SPDX-License-Identifier: Apache-2.0
# finding_fixes.t - a valid finding is fixed, somebody looks at the fix, and it is verified or
# open again.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Findings;
use PeerTest::Make;
use PeerTest::Money;
use PeerTest::Work;
use Test::More;

my $builder = as_builder();
my $project = make_project($builder);
my ($tester, $checker) = map { make_payable(make_experienced(as_tester())) } 1 .. 2;

sub which { return { finding_id => $_[0]{id} } }

sub valid_finding {
    my $finding = make_reported($builder, $project, $tester, {@_})->{findings}[0];
    is_ok(verdict($builder, $finding, 'valid'), 'a valid finding');
    return $finding;
}

sub step { my ($operation, $finding, $body) = @_; return api($builder, $operation, which($finding), $body // {}) }

# Does its time of change move with its state?
sub moves {
    my ($operation, $finding, $body) = @_;
    my $before = api($builder, 'getFinding', which($finding))->{data}{updated_at};
    select undef, undef, undef, 0.01;
    isnt(is_ok(step($operation, $finding, $body), "$operation moves it")->{updated_at} // api($builder, 'getFinding', which($finding))->{data}{updated_at}, $before, 'and its time');
    return;
}

# The job of a retest, open, with the checker's work on it handed in. Returns the submission.
sub retested {
    my ($job_id, $outcome) = @_;
    PeerTest::Make::open_paid($job_id);
    my $id    = make_claim({ id => $job_id }, $checker)->{submissions}[0]{id};
    my %which = (submission_id => $id);
    my %said  = (outcome => $outcome, build_tested => '2.2.0', tries => 5, tries_failed => 0, clip_seconds => 20,
        actual => 'The address is there, but only after a while.');
    $_->{status} < 300 or die "$_->{op}: $_->{content}\n" for
        api($checker, 'saveSubmission', {%which}, { summary => 'I did the steps five times in a row.', environment => { os => 'Android', device => 'Pixel', browser => 'Firefox' },
            report => \%said, evidence => [ { kind => 'recording', url => 'https://clips.example/1' } ] }),
        api($checker, 'submitSubmission', {%which});
    return {%which};
}

subtest 'fixed, verified, open again' => sub {
    my $finding = valid_finding();
    for my $operation (qw(markFindingFixed markFindingVerified orderRetest)) {
        is_problem(api($_->[1], $operation, which($finding), $operation eq 'orderRetest' ? undef : {}), $_->[2], "$_->[0]: no $operation")
            for [ 'nobody', undef, 'unauthorized' ], [ 'its tester', $tester, 'forbidden' ], [ 'another builder', as_builder(), 'not-found' ];
    }
    refused_at(step('reopenFinding', $finding), '/note required', 'open again without a word');
    is(is_problem(step('markFindingVerified', $finding), 'wrong-state', 'not verified before it is fixed')->{state}, 'valid', 'with its state');
    is_problem(step('reopenFinding', $finding, { note => 'No.' }), 'wrong-state', 'nor open again');
    is(finding_state($finding), 'valid', 'nothing has changed');

    my $fixed = is_ok(step('markFindingFixed', $finding, { build => '2.2.0', note => 'The form keeps its state' }), 'fixed');
    is_deeply([ @$fixed{qw(state fixed_build fix_note)} ], [ 'fixed', '2.2.0', 'The form keeps its state' ], 'where and how');
    ok($fixed->{fixed_at}, 'and when');
    is(is_problem(verdict($builder, $finding, 'spam'), 'wrong-state', 'it cannot be judged any more')->{state}, 'fixed', 'with its state');
    is(is_ok(step('markFindingVerified', $finding, { note => 'Tried it' }), 'verified')->{state}, 'verified', 'by the builder');
    my $open = is_ok(step('reopenFinding', $finding, { note => 'It is back' }), 'open again');
    is_deeply([ @$open{qw(state fix_note)} ], [ 'reopened', 'It is back' ], 'and why');
    is_deeply([ @{ is_ok(step('markFindingFixed', $finding), 'fixed again') }{qw(state fixed_build fix_note)} ], [ 'fixed', undef, undef ], 'with what is known of it now');
    my $work = api($builder, 'getSubmission', { submission_id => $finding->{submission_id} })->{data};
    is_deeply([ grep { /finding_/ } @{ timeline($builder, $work->{assignment_id}) } ],
        [ map { "builder finding_$_" } qw(judged fixed verified reopened fixed) ], 'the timeline has each step');
    is_ok(api($builder, 'approveSubmission', { submission_id => $work->{id} }, {}), 'the work is approved');
    is_ok(step('markFindingVerified', $finding), 'and the fix goes on being looked at');
};

subtest 'its time of change is that of its state' => sub {
    my $finding = valid_finding();
    moves(@$_) for map { [ $_->[0], $finding, $_->[1] ] } [ 'markFindingFixed', {} ], [ 'orderRetest', undef ], [ 'markFindingVerified', {} ], [ 'reopenFinding', { note => 'No' } ];
    my ($judged, $withdrawn, $accepted) = @{ make_reported($builder, $project, $tester, {}, {}, {})->{findings} };
    my $later = sub { isnt(api($builder, 'getFinding', which($_[0]))->{data}{updated_at}, $_[0]{updated_at}, $_[1]) };
    is_ok(api($tester, 'withdrawFinding', which($withdrawn)), 'taken back');
    is_ok(verdict($builder, $judged, 'informative'), 'judged');
    is_ok(api($builder, 'approveSubmission', { submission_id => $judged->{submission_id} }, {}), 'approved');
    $later->($withdrawn, 'taken back later');
    $later->($judged, 'judged later');
    $later->($accepted, 'accepted later');
};

subtest 'what is fixed earns as before' => sub {
    my $work    = make_earning($builder, $project, $tester, { os => 'Android', browser => 'Firefox' }, { severity => 'major' });
    my $finding = $work->{findings}[0];
    my $bonus   = sub { api($builder, 'getSubmission', { submission_id => $work->{id} })->{data}{bonus_minor} };
    is_ok(verdict($builder, $finding, 'valid'), 'valid');
    for my $step ([ 'markFindingFixed', {} ], [ 'orderRetest', undef ], [ 'reopenFinding', { note => 'No' } ], [ 'markFindingFixed', {} ], [ 'markFindingVerified', {} ]) {
        is_ok(api($builder, $step->[0], which($finding), $step->[1]), $step->[0]);
        is($bonus->(), 500, 'its bonus stays');
    }
    is(is_ok(api($builder, 'approveSubmission', { submission_id => $work->{id} }, {}), 'approved')->{paid_minor}, 2500, 'and is paid');
    money_is_sound();
};

subtest 'somebody looks at the fix' => sub {
    my $finding = valid_finding(preconditions => 'Signed in', url => 'https://app.example/form', expected => 'x' x 2000,
        environment => { device => 'Pixel 8', os => 'Android', os_version => '15', browser => 'Firefox' });
    is_problem(step('orderRetest', $finding, undef), 'wrong-state', 'not before it is fixed');
    is_ok(step('markFindingFixed', $finding, { build => '2.2.0' }), 'fixed');
    is_problem(step('markFindingFixed', $finding, {}), 'wrong-state', 'once');
    my $job_id = is_ok(api($builder, 'orderRetest', which($finding)), 'ordered')->{job_id};
    my $job    = is_ok(api($builder, 'getJob', { job_id => $job_id }), 'a job');
    my $price  = sql(q{SELECT amount_minor FROM price WHERE kind = 'base' AND service_type = 'fix_verification' AND currency = 'usd'
                         AND market IS NULL AND valid_from <= now() AND (valid_until IS NULL OR valid_until > now())}) || 2500;
    is_deeply([ @$job{qw(state kind service_type project_id title seats reward_minor currency)} ],
        [ 'draft', 'simple', 'fix_verification', $project->{id}, $finding->{title}, 1, $price, 'usd' ], 'a draft, at the price of the book, or of the work');
    is_deeply([ map { $_->{text} } @{ $job->{steps} } ], $finding->{steps}, 'with the steps of the finding');
    is(length $job->{steps}[1]{expected}, 500, 'and what should come of it, as far as a step takes it');
    like($job->{brief}, $_, 'the brief says so') for qr/2\.2\.0/, qr/Pixel 8, Android 15, Firefox/, qr/Signed in/, qr{https://app\.example/form};
    is_ok(api($builder, 'updateJob', { job_id => $job_id }, { reward_minor => 500, brief => $job->{brief}, steps => $job->{steps} }), 'it can be changed as any draft');
    is(api($tester, 'getFinding', which($finding))->{data}{state}, 'retest_ordered', 'the tester sees it');
    is(is_ok(api($builder, 'orderRetest', which($finding)), 'ordered twice')->{job_id}, $job_id, 'is the same job');
    my @answers = at_once(([ $builder, 'orderRetest', which($finding) ]) x 2);
    is_deeply([ map { $_->{data}{job_id} } @answers ], [ ($job_id) x 2 ], 'also at once');
    is_empty(api($builder, 'deleteJob', { job_id => $job_id }), 'the draft is thrown away');
    my $next = is_ok(api($builder, 'orderRetest', which($finding)), 'so another can be ordered')->{job_id};
    isnt($next, $job_id, 'a new one');
    is(api($builder, 'getFinding', which($finding))->{data}{retest_job_id}, $next, 'which the finding names');

    my $work = retested($next, 'fixed');
    is(finding_state($finding), 'retest_ordered', 'what is handed in moves nothing yet');
    is_ok(api($builder, 'approveSubmission', $work, {}), 'the work is approved');
    is(finding_state($finding), 'verified', 'the fix holds');
    is(sql(q{SELECT payload -> 'data' ->> 'outcome' FROM queue_job WHERE kind = 'mail.send' AND payload ->> 'mail' = 'finding_retested'
              AND payload ->> 'account_id' = :'id' AND payload -> 'data' ->> 'finding_id' = :'finding'}, id => $builder->{id}, finding => $finding->{id}),
        'The fix holds', 'and the builder is told');
    my $origin = api($builder, 'getSubmission', { submission_id => $finding->{submission_id} })->{data};
    is((grep { /finding_/ } @{ timeline($tester, $origin->{assignment_id}) })[-1], 'system finding_verified', 'the first tester sees it in the timeline');
};

subtest 'the fix does not hold' => sub {
    for my $case ([ 'not_fixed', 'reopened' ], [ 'partly', 'reopened' ], [ 'cannot_verify', 'retest_ordered' ]) {
        my ($outcome, $state) = @$case;
        my $finding = valid_finding();
        is_ok(step('markFindingFixed', $finding), 'fixed');
        my $job_id = is_ok(api($builder, 'orderRetest', which($finding)), 'ordered')->{job_id};
        my $work   = retested($job_id, $outcome);
        if ($outcome eq 'partly') { move_clock('submission', $work->{submission_id}, 'review_expires') }
        else                      { is_ok(api($builder, 'approveSubmission', $work, {}), 'approved') }
        is(finding_state($finding), $state, "$outcome: $state");
        next if $state eq 'reopened';
        isnt(is_ok(api($builder, 'orderRetest', which($finding)), 'somebody else can look')->{job_id}, $job_id, 'in a new job');
    }
    my $finding = valid_finding();
    is_ok(step('markFindingFixed', $finding), 'fixed');
    my $work = retested(is_ok(api($builder, 'orderRetest', which($finding)), 'ordered')->{job_id}, 'not_fixed');
    is_ok(step('markFindingVerified', $finding), 'the builder knows already');
    is_ok(api($builder, 'approveSubmission', $work, {}), 'the work is approved all the same');
    is(finding_state($finding), 'verified', 'and changes nothing');
    money_is_sound();
};

done_testing();
