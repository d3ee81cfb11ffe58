# SPDX-License-Identifier: Apache-2.0
# What waits for somebody, in figures, and a builder's board of jobs.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use Test::More;

sub overview { my ($actor) = @_; return is_ok(api($actor, 'getOverview'), 'overview') }

subtest 'each sees the side that they are on' => sub {
    is_deeply(overview(as_builder()), {
        builder => { drafts => 0, open_jobs => 0, bids_waiting => 0, to_review => 0, next_review_due_at => undef, held_minor => 0, spent_minor => 0, currency => 'usd' },
        tester  => undef,
    }, 'a new builder');
    is_deeply(overview(as_tester()), {
        builder => undef,
        tester  => { active => 0, next_claim_due_at => undef, waiting_review => 0, approved => 0, bids_my_turn => 0, bids_open => 0, held_minor => 0, on_the_way_minor => 0, paid_minor => 0, currency => 'usd' },
    }, 'a new tester');
    my $both = overview(as_account(roles => [ 'builder', 'tester' ]));
    ok($both->{builder} && $both->{tester}, 'who is both sees both');
    is_deeply(overview(as_admin()), { builder => undef, tester => undef }, 'who is neither sees neither');
    is_problem(api(undef, 'getOverview'), 'unauthorized', 'nobody sees nothing');
};

subtest 'from draft to payout' => sub {
    my $builder = as_builder();
    my $tester  = as_tester();
    make_draft($builder);
    my $job = make_job($builder, seats => 2, reward_minor => 2500, currency => 'eur');
    is_deeply({ %{ overview($builder)->{builder} } },
        { drafts => 1, open_jobs => 1, bids_waiting => 0, to_review => 0, next_review_due_at => undef, held_minor => 5500, spent_minor => 0, currency => 'eur' }, 'paid and held');

    my $claim = make_claim($job, $tester);
    my $mine  = overview($tester)->{tester};
    is_deeply([ @$mine{qw(active held_minor currency next_claim_due_at)} ], [ 1, 2500, 'eur', $claim->{claim_expires_at} ], 'a seat is claimed');

    my $id = $claim->{submissions}[0]{id};
    is_ok(api($tester, 'saveSubmission', { submission_id => $id }, make_report()), 'filled in');
    my $handed = is_ok(api($tester, 'submitSubmission', { submission_id => $id }), 'handed in');
    my $desk   = overview($builder)->{builder};
    is_deeply([ @$desk{qw(to_review next_review_due_at held_minor)} ], [ 1, $handed->{review_due_at}, 5500 ], 'it waits for the builder');
    $mine = overview($tester)->{tester};
    is_deeply([ @$mine{qw(active waiting_review approved held_minor next_claim_due_at)} ], [ 0, 1, 0, 2500, undef ], 'and the tester waits');

    my ($row) = @{ is_ok(api($builder, 'listMyJobs', { state => 'open' }), 'the board')->{items} };
    is_deeply([ @$row{qw(id state seats seats_taken seats_left active to_review approved next_review_due_at total_minor)} ],
        [ $job->{id}, 'open', 2, 1, 1, 0, 1, 0, $handed->{review_due_at}, 5500 ], 'says so');
    ok($row->{payment_id}, 'and names the payment');

    for my $state (qw(needs_info changes_requested disputed rejected)) {
        sql("UPDATE submission SET state = :'state', reject_reason = 'not_reproducible' WHERE id = :'id'", state => $state, id => $id);
        is_deeply([ @{ overview($tester)->{tester} }{qw(waiting_review approved)} ], [ 1, 0 ], "$state: still under way");
    }
    for my $state (qw(approved_partial waived decided)) {
        sql("UPDATE submission SET state = :'state', paid_minor = 100, approved_percent = 50 WHERE id = :'id'", state => $state, id => $id);
        is_deeply([ @{ overview($tester)->{tester} }{qw(waiting_review approved)} ], [ 0, 1 ], "$state: it brought money");
        is(is_ok(api($builder, 'listMyJobs', { state => 'open' }), 'the board')->{items}[0]{approved}, 1, 'and says so');
    }
    sql("UPDATE submission SET state = 'decided', paid_minor = 0 WHERE id = :'id'", id => $id);
    is_deeply([ @{ overview($tester)->{tester} }{qw(waiting_review approved)} ], [ 0, 0 ], 'decided against the tester: neither');
    sql("UPDATE submission SET state = 'submitted', paid_minor = NULL, approved_percent = NULL, reject_reason = NULL WHERE id = :'id'", id => $id);

    is_ok(api($builder, 'approveSubmission', { submission_id => $id }, { rating => 5 }), 'approved');
    $desk = overview($builder)->{builder};
    is_deeply([ @$desk{qw(to_review held_minor spent_minor)} ], [ 0, 2750, 2750 ], 'half is spent, half is held');
    sql("UPDATE payout SET state = 'processing' WHERE submission_id = :'id'", id => $id);
    $mine = overview($tester)->{tester};
    is_deeply([ @$mine{qw(waiting_review approved held_minor on_the_way_minor paid_minor)} ], [ 0, 1, 0, 2500, 0 ], 'the money is on its way');

    is_ok(api($builder, 'cancelJob', { job_id => $job->{id} }), 'the rest is cancelled');
    is_deeply([ @{ overview($builder)->{builder} }{qw(open_jobs held_minor spent_minor)} ], [ 0, 0, 2750 ], 'and not held any more');
};

# A structured job that takes bids, and a bid for it in some state.
sub make_open_plan {
    my ($builder) = @_;
    my $job = api($builder, 'createJob', {}, {
        kind => 'structured', project_id => make_project($builder)->{id}, title => 'Explore the shop', brief => 'All of it.', currency => 'eur',
        roles => [ { name => 'Shoppers', seats => 2, budget_low_minor => 1500, budget_high_minor => 2500,
            items => [ { service_type => 'fix_verification', title => 'Look again', instructions => 'Is it fixed?' } ] } ],
    });
    die $job->{content} unless $job->{status} == 201;
    sql("UPDATE job SET state = 'published', opened_at = now(), deadline_at = now() + interval '10 days' WHERE id = :'id'", id => $job->{data}{id});
    return $job->{data};
}

sub add_bid {
    my ($job, $tester, $state) = @_;
    return sql(q{INSERT INTO bid (job_id, role_id, tester_id, state, previous_state, job_revision)
                 VALUES (:'job', :'role', :'tester', :'state', CASE WHEN :'state' = 'stale' THEN 'submitted' END, 1)
                 RETURNING id}, job => $job->{id}, role => $job->{roles}[0]{id}, tester => $tester->{id}, state => $state);
}

subtest 'bids wait for one side or the other' => sub {
    my $builder = as_builder();
    my $job     = make_open_plan($builder);
    for my $case (
        #  state                  builder waits, tester's turn, open
        [ 'draft',                0, 0, 0 ],
        [ 'submitted',            1, 0, 1 ],
        [ 'countered_by_builder', 0, 1, 1 ],
        [ 'countered_by_tester',  1, 0, 1 ],
        [ 'agreed',               1, 0, 1 ],
        [ 'stale',                0, 1, 1 ],
        [ 'withdrawn',            0, 0, 0 ],
    ) {
        my ($state, $waits, $turn, $open) = @$case;
        my $tester = as_tester();
        my $before = overview($builder)->{builder}{bids_waiting};
        add_bid($job, $tester, $state);
        is(overview($builder)->{builder}{bids_waiting} - $before, $waits, "$state: the builder's turn");
        is_deeply([ @{ overview($tester)->{tester} }{qw(bids_my_turn bids_open)} ], [ $turn, $open ], "$state: the tester's");
    }
    is(overview($builder)->{builder}{open_jobs}, 1, 'the job is under way');
    my ($row) = @{ is_ok(api($builder, 'listMyJobs', { state => 'published' }), 'the board')->{items} };
    is_deeply([ @$row{qw(id kind service_type service_types roles seats seats_left fee_minor total_minor bids_open)} ],
        [ $job->{id}, 'structured', undef, ['fix_verification'], 1, 2, 2, undef, undef, 5 ], 'has the figures of its kind');
    ok($row->{bidding_deadline_at}, 'and the end of bidding');
};

subtest 'the board' => sub {
    my $builder = as_builder();
    my @ids     = map { make_draft($builder)->{id} } 1 .. 3;
    my $first   = is_ok(api($builder, 'listMyJobs', { limit => 2 }), 'a page');
    is_deeply([ map { $_->{id} } @{ $first->{items} } ], [ @ids[ 2, 1 ] ], 'newest first');
    my $rest = is_ok(api($builder, 'listMyJobs', { limit => 2, cursor => $first->{next} }), 'the next page');
    is_deeply([ map { $_->{id} } @{ $rest->{items} } ], [ $ids[0] ], 'the oldest');
    is($rest->{next}, undef, 'and no more');
    is_deeply(is_ok(api($builder, 'listMyJobs', { state => 'open' }), 'by state')->{items}, [], 'none is open');
    is_deeply([ map { $_->{id} } @{ is_ok(api($builder, 'listMyJobs', { project_id => $first->{items}[0]{project_id} }), 'by project')->{items} } ],
        [ $ids[2] ], 'each draft has a project of its own');
    is_deeply(is_ok(api(as_builder(), 'listMyJobs'), 'somebody else')->{items}, [], 'sees none of them');
    is_problem(api($builder, 'listMyJobs', { state => 'lost' }), 'invalid-input', 'an unknown state');
    is_problem(api($builder, 'listMyJobs', { cursor => 'eHx5' }), 'invalid-cursor', 'an invented cursor');
    is_problem(api(as_tester(), 'listMyJobs'), 'forbidden', 'testers have no board');
};

done_testing();
