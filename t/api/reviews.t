# SPDX-License-Identifier: Apache-2.0
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Findings;
use PeerTest::Make;
use PeerTest::Work;
use Test::More;

my $rejection = { reason => 'insufficient_evidence', comment => 'The steps cannot be followed.' };

# A submission that waits for a review: builder, tester, which one, and its assignment.
sub make_waiting {
    my (%job) = @_;
    my ($builder, $tester) = (as_builder(), as_tester());
    my $submission = make_submission(make_job($builder, %job), $tester);
    return ($builder, $tester, { submission_id => $submission->{id} }, $submission->{assignment_id});
}

# An assignment's payouts as stored.
sub payouts_of {
    my ($claim) = @_;
    return sql(q{SELECT coalesce(string_agg(concat_ws(' ', amount_minor, fee_minor, currency, decision), ', '), '')
                   FROM payout WHERE assignment_id = :'id'}, id => $claim);
}

subtest 'what waits for a review, oldest due first' => sub {
    my $builder = as_builder();
    my @waiting = map { make_submission(make_job($builder, review_days => $_), as_tester()) } 5, 3, 4;
    make_claim(make_job($builder), as_tester());
    my $page = is_ok(api($builder, 'listReviewQueue', { limit => 2 }), 'two of them');
    is_deeply([ map { $_->{submission_id} } @{ $page->{items} } ], [ map { $_->{id} } @waiting[ 1, 2 ] ], 'those due first');
    my $item = $page->{items}[0];
    is_deeply([ @$item{qw(assignment_id job_id job_title tester_name findings amount_minor currency opened_at review_due_at)} ],
        [ @{ $waiting[1] }{qw(assignment_id job_id job_title tester_name)}, 0, 2750, 'usd', undef, $waiting[1]{review_due_at} ], 'what it says');
    $page = is_ok(api($builder, 'listReviewQueue', { limit => 2, cursor => $page->{next} }), 'the rest');
    is_deeply([ map { $_->{submission_id} } @{ $page->{items} } ], [ $waiting[0]{id} ], 'the last one');
    is($page->{next}, undef, 'and no more');
    is_ok(api($builder, 'approveSubmission', { submission_id => $waiting[0]{id} }, {}), 'one is approved');
    is_ok(api($builder, 'rejectSubmission', { submission_id => $waiting[1]{id} }, $rejection), 'one is rejected');
    is_deeply([ map { $_->{submission_id} } @{ api($builder, 'listReviewQueue')->{data}{items} } ], [ $waiting[2]{id} ], 'one is left');
    is_deeply(is_ok(api(as_builder(), 'listReviewQueue'), 'another builder')->{items}, [], 'has none of them');
    is_problem(api($builder, 'listReviewQueue', { cursor => 'eHl6' }), 'invalid-cursor', 'a broken cursor');
    is_problem(api(as_tester(), 'listReviewQueue'), 'forbidden', 'a tester reviews nothing');
    is_problem(api(undef, 'listReviewQueue'), 'unauthorized', 'nor does nobody');
};

subtest 'an approval pays the tester' => sub {
    my ($builder, $tester, $which, $claim) = make_waiting(seats => 1);
    my $approved = is_ok(api($builder, 'approveSubmission', $which, { rating => 4, comment => 'Well done' }), 'approved');
    is_deeply([ @$approved{qw(state rating comment reject_reason)} ], [ 'approved', 4, 'Well done', undef ], 'as said');
    ok($approved->{decided_at}, 'and when');
    is_state($claim, 'completed approved closed', 'the job is done');
    is_money($claim, { charged => 2750, released => 2500, fee => 250 }, 'approved');
    is(payouts_of($claim), '2500 0 usd 1', 'the payout is written');
    is(sql(q{SELECT count(*) FROM money_intent WHERE submission_id = :'id' AND kind = 'transfer'}, id => $which->{submission_id}),
        1, 'with its transfer');
    is(clocks_of($claim), '', 'no clock runs');
    is(mail_count('submission_approved', $tester, $claim), 1, 'the tester gets a mail');
    is_deeply(timeline($tester, $claim), [ 'tester claimed', 'tester submitted', 'builder approved' ], 'the timeline says so');
    my $seen = api($tester, 'getAssignment', { assignment_id => $claim })->{data};
    is_deeply([ @$seen{qw(state held_minor released_minor refunded_minor)} ], [ 'completed', 0, 2500, 0 ], 'and the tester sees it');
};

subtest 'an approval needs no words' => sub {
    my ($builder, $tester, $which, $claim) = make_waiting();
    my $approved = is_ok(api($builder, 'approveSubmission', $which, { comment => '' }), 'approved');
    is_deeply([ @$approved{qw(rating comment)} ], [ undef, undef ], 'without any');
    is_state($claim, 'completed approved open', 'the other seat is free');
};

subtest 'a tester\'s fee is kept back' => sub {
    my ($builder, $tester) = (as_builder(), as_tester());
    my $job = make_job($builder, seats => 1, reward_minor => 2505);
    sql(q{INSERT INTO fee_schedule (builder_fee_bps, tester_fee_bps) VALUES (1000, 500) ON CONFLICT DO NOTHING});
    sql(q{UPDATE job SET fee_schedule_id = (SELECT id FROM fee_schedule WHERE builder_fee_bps = 1000 AND tester_fee_bps = 500)
           WHERE id = :'id'}, id => $job->{id});
    my $submission = make_submission($job, $tester);
    is_ok(api($builder, 'approveSubmission', { submission_id => $submission->{id} }, {}), 'approved');
    is_money($submission->{assignment_id}, { charged => 2756, released => 2380, fee => 376 }, 'to the cent');
    is(payouts_of($submission->{assignment_id}), '2380 125 usd 1', 'the payout is net');
    is(sql(q{SELECT payload -> 'data' ->> 'amount_minor' FROM queue_job
              WHERE payload ->> 'mail' = 'submission_approved' AND payload ->> 'account_id' = :'id'}, id => $tester->{id}),
        2380, 'and so is what the tester is told');
};

subtest 'an approval happens once' => sub {
    my ($builder, $tester, $which, $claim) = make_waiting();
    my %key   = (key => "approve-$claim");
    my $first = is_ok(api($builder, 'approveSubmission', $which, { rating => 5 }, %key), 'approved');
    my $again = api($builder, 'approveSubmission', $which, { rating => 5 }, %key);
    is_deeply(is_ok($again, 'the same call again'), $first, 'the same answer');
    is($again->{headers}{'idempotency-replayed'}, 'true', 'which is the first one\'s');
    is_problem(api($builder, 'approveSubmission', $which, { rating => 1 }, %key), 'idempotency-mismatch', 'the key with another verdict');
    is(is_problem(api($builder, 'approveSubmission', $which, { rating => 5 }), 'wrong-state', 'another key')->{state}, 'approved', 'comes late');
    is(is_problem(api($builder, 'rejectSubmission', $which, $rejection), 'wrong-state', 'a rejection too')->{state}, 'approved', 'says the state');
    is_money($claim, { charged => 2750, released => 2500, fee => 250 }, 'once');
    is(payouts_of($claim), '2500 0 usd 1', 'one payout');
    is(mail_count('submission_approved', $tester, $claim), 1, 'one mail');
};

subtest 'approved twice at once' => sub {
    my ($builder, $tester, $which, $claim) = make_waiting();
    my @answers = at_once(map { [ $builder, 'approveSubmission', $which, {}, key => "$_-$claim" ] } 1, 2);
    is_deeply([ sort map { $_->{status} } @answers ], [ 200, 409 ], 'with two keys: once');
    is_money($claim, { charged => 2750, released => 2500, fee => 250 }, 'once');
    is(payouts_of($claim), '2500 0 usd 1', 'one payout');
};

subtest 'approved and rejected at once' => sub {
    for my $round (1 .. 3) {
        my ($builder, $tester, $which, $claim) = make_waiting();
        my ($approval, $refusal) = at_once(
            [ $builder, 'approveSubmission', $which, {} ],
            [ $builder, 'rejectSubmission',  $which, $rejection ]);
        is_deeply([ sort $approval->{status}, $refusal->{status} ], [ 200, 409 ], 'one verdict');
        my ($won, $lost) = $approval->{status} == 200 ? ('approved', $refusal) : ('rejected', $approval);
        is(is_problem($lost, 'wrong-state', 'the other is refused')->{state}, $won, 'with the present state');
        is_state($claim, $won eq 'approved' ? 'completed approved open' : 'delivered rejected open', $won);
        is_money($claim, { charged => 2750, $won eq 'approved' ? (released => 2500, fee => 250) : (held => 2750) }, $won);
        is(payouts_of($claim), $won eq 'approved' ? '2500 0 usd 1' : '', 'payouts');
    }
};

subtest 'a rejection keeps the money held' => sub {
    my ($builder, $tester, $which, $claim) = make_waiting(seats => 1);
    my $rejected = is_ok(api($builder, 'rejectSubmission', $which, $rejection), 'rejected');
    is_deeply([ @$rejected{qw(state reject_reason comment rating)} ],
        [ 'rejected', 'insufficient_evidence', 'The steps cannot be followed.', undef ], 'as said');
    ok($rejected->{dispute_due_at} gt $rejected->{decided_at}, 'the tester has time to object');
    is_state($claim, 'delivered rejected filled', 'nothing is over yet');
    is_money($claim, { charged => 2750, held => 2750 }, 'rejected');
    is(clocks_of($claim), 'dispute_expires=259200', 'the time to object runs');
    is(payouts_of($claim), '', 'no payout');
    is(mail_count('submission_rejected', $tester, $claim), 1, 'the tester gets a mail');
    is_deeply(timeline($builder, $claim), [ 'tester claimed', 'tester submitted', 'builder rejected' ], 'the timeline says so');
    for my $operation ([ 'approveSubmission', {} ], [ 'rejectSubmission', $rejection ]) {
        my $problem = is_problem(api($builder, $operation->[0], $which, $operation->[1]), 'wrong-state', "no $operation->[0] after it");
        is($problem->{state}, 'rejected', 'with the present state');
    }
    is_money($claim, { charged => 2750, held => 2750 }, 'still');
};

subtest 'a simple job can be sent back once' => sub {
    my ($builder, $tester, $which, $claim) = make_waiting(seats => 1);
    my $changes = { comment => 'Please try a declined card, too.' };
    my $back    = is_ok(api($builder, 'requestChanges', $which, $changes, key => "changes-$claim"), 'sent back');
    is_deeply(is_ok(api($builder, 'requestChanges', $which, $changes, key => "changes-$claim"), 'the same call again'), $back, 'the same answer');
    is_deeply([ @$back{qw(state comment changes_left)} ], [ 'changes_requested', $changes->{comment}, 0 ], 'as said');
    is_state($claim, 'delivered changes_requested filled', 'the seat is kept');
    is_money($claim, { charged => 2750, held => 2750 }, 'and its money');
    is(clocks_of($claim), 'changes_expires=259200', 'the tester\'s time runs');
    is_deeply(api($builder, 'listReviewQueue')->{data}{items}, [], 'nothing waits for the builder');
    is(is_ok(api($tester, 'saveSubmission', $which, { summary => 'With a declined card, too: it says why.' }), 'changed')->{state}, 'draft', 'a draft again');
    is_ok(api($tester, 'submitSubmission', $which), 'handed in again');
    is(clocks_of($claim), 'review_expires=604800 review_half=302400 review_last_day=518400', 'a new review');
    is(is_problem(api($builder, 'requestChanges', $which, $changes), 'changes-used-up', 'once')->{state}, 'submitted', 'it waits for a decision');
    is_ok(api($builder, 'approveSubmission', $which, {}), 'approved');
    is_money($claim, { charged => 2750, released => 2500, fee => 250 }, 'paid');
    is_deeply(timeline($tester, $claim), [ 'tester claimed', 'tester submitted', 'builder changes_requested', 'tester saved', 'tester submitted', 'builder approved' ], 'step by step');
};

subtest 'every reason of the list' => sub {
    for my $reason (qw(out_of_scope insufficient_evidence not_reproducible wrong_environment
        instructions_not_followed plagiarised_or_generated abusive))
    {
        my ($builder, $tester, $which) = make_waiting();
        is(is_ok(api($builder, 'rejectSubmission', $which, { %$rejection, reason => $reason }), $reason)->{reject_reason}, $reason, 'is kept');
    }
};

subtest 'what was known is a reason where it could be known' => sub {
    my $builder = as_builder();
    my $project = make_project($builder);
    my $reject  = sub { api($builder, 'rejectSubmission', { submission_id => $_[0]{id} }, { %$rejection, reason => 'duplicate_known' }) };
    my $list    = sub { is_created(api($builder, 'addKnownIssue', { project_id => $project->{id} }, { title => 'The map is slow in Firefox' }), 'an issue is listed') };
    my $refused = sub { refused_at($reject->($_[0]), '/reason not-allowed', $_[1]) };

    my $late = make_reported($builder, $project, my $tester = as_tester(), {}, {});
    $refused->($late, 'nothing was known');
    my $issue = $list->();
    $refused->($late, 'nor is what was listed afterwards');
    is_ok(api($builder, 'requestChanges', { submission_id => $late->{id} }, { comment => 'Please do it once more.' }), 'sent back');
    is_ok(api($tester, 'submitSubmission', { submission_id => $late->{id} }), 'handed in again');
    $refused->($late, 'also by then');
    refused_at(verdict($builder, $late->{findings}[0], 'known', known_issue_id => $issue->{id}), '/known_issue_id not-found', 'for a finding, too');
    is(sql(q{SELECT state FROM submission WHERE id = :'id'}, id => $late->{id}), 'submitted', 'it still waits');
    is(is_ok($reject->(make_reported($builder, $project, as_tester(), {})), 'what came later')->{reject_reason}, 'duplicate_known', 'may be known');

    my $first = make_reported($builder, $project = make_project($builder), as_tester(), {});
    my $again = make_reported($builder, $project, $tester, {}, {}, {});
    is_ok(api($tester, 'withdrawFinding', { finding_id => $again->{findings}[2]{id} }), 'one is taken back');
    is_ok(verdict($builder, $again->{findings}[0], 'duplicate', duplicate_of => $first->{findings}[0]{id}), 'one is a duplicate');
    $refused->($again, 'one of them is new');
    is_ok(verdict($builder, $again->{findings}[1], 'duplicate', duplicate_of => $first->{findings}[0]{id}), 'so is the other');
    is(is_ok($reject->($again), 'nothing new')->{reject_reason}, 'duplicate_known', 'is a reason');
};

subtest 'what a verdict refuses' => sub {
    my ($builder, $tester, $which, $claim) = make_waiting();
    for my $case (
        [ 'approveSubmission', { rating => 0 },                                '/rating',  'too-small' ],
        [ 'approveSubmission', { rating => 6 },                                '/rating',  'too-large' ],
        [ 'approveSubmission', { rating => 4.5 },                              '/rating',  'not-an-integer' ],
        [ 'approveSubmission', { comment => 'x' x 2001 },                      '/comment', 'too-long' ],
        [ 'approveSubmission', { percent => 50 },                              '/percent', 'unknown' ],
        [ 'rejectSubmission',  { %$rejection, reason => 'mood' },              '/reason',  'not-allowed' ],
        [ 'rejectSubmission',  { comment => $rejection->{comment} },           '/reason',  'required' ],
        [ 'rejectSubmission',  { reason => 'abusive' },                        '/comment', 'required' ],
        [ 'rejectSubmission',  { %$rejection, comment => 'Too short' },        '/comment', 'too-short' ],
        [ 'rejectSubmission',  { %$rejection, comment => 'x' x 2001 },         '/comment', 'too-long' ],
    ) {
        my ($operation, $body, $pointer, $code) = @$case;
        my $problem = is_problem(api($builder, $operation, $which, $body), 'invalid-input', "$operation $pointer $code");
        is_deeply($problem->{errors}, [ { pointer => $pointer, code => $code } ], 'and it says where');
    }
    is_problem(api($builder, 'approveSubmission', $which, {}, key => undef), 'idempotency-key-required', 'no approval without a key');
    is_problem(api($builder, 'rejectSubmission', $which, $rejection, key => undef), 'idempotency-key-required', 'no rejection either');
    is_state($claim, 'delivered submitted open', 'nothing has changed');
    is_money($claim, { charged => 2750, held => 2750 }, 'nothing has moved');
};

subtest 'who has no verdict' => sub {
    my ($builder, $tester, $which, $claim) = make_waiting();
    for my $case ([ 'nobody', undef, 'unauthorized' ], [ 'another builder', as_builder(), 'not-found' ], [ 'the tester', $tester, 'forbidden' ]) {
        my ($name, $actor, $slug) = @$case;
        is_problem(api($actor, 'approveSubmission', $which, {}), $slug, "$name does not approve");
        is_problem(api($actor, 'rejectSubmission', $which, $rejection), $slug, "$name does not reject");
    }
    sql(q{INSERT INTO account_role (account_id, role) VALUES (:'id', 'builder')}, id => $tester->{id});
    is_problem(api(sign_in($tester), 'approveSubmission', $which, {}), 'not-found', 'nobody approves his own work');
    is_problem(api($builder, 'approveSubmission', { submission_id => $builder->{id} }, {}), 'not-found', 'what is not there');
    is_state($claim, 'delivered submitted open', 'nothing has changed');
    is_money($claim, { charged => 2750, held => 2750 }, 'nothing has moved');
};

subtest 'a draft takes no verdict' => sub {
    my $builder = as_builder();
    my $claim   = make_claim(make_job($builder), as_tester());
    my $which   = { submission_id => $claim->{submissions}[0]{id} };
    is(is_problem(api($builder, 'approveSubmission', $which, {}), 'wrong-state', 'no approval')->{state}, 'draft', 'of a draft');
    is_problem(api($builder, 'rejectSubmission', $which, $rejection), 'wrong-state', 'no rejection');
    is_state($claim->{id}, 'active draft open', 'nothing has changed');
};

done_testing();
