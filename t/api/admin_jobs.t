# SPDX-License-Identifier: Apache-2.0
# Administrators look at jobs and take them down: nobody new gets in, money for what is
# free goes back, and work under way goes on.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Bids;
use PeerTest::Make;
use PeerTest::Money;
use Test::More;

my $admin   = as_admin(scopes => ['moderation']);
my $builder = as_builder();

sub remove { my ($job, %more) = @_; return api($admin, 'removeJob', { job_id => $job->{id} }, { reason => 'Against the rules', %more }) }

sub job_is { my ($job) = @_; return sql("SELECT concat_ws(' ', state, stop_reason) FROM job WHERE id = '$job->{id}'") }

sub events { my ($job) = @_; return sql("SELECT string_agg(actor_kind || ' ' || kind, ', ' ORDER BY id) FROM event WHERE job_id = '$job->{id}' AND actor_kind = 'admin'") }

subtest 'the list' => sub {
    my $word  = random_name();
    my $owner = as_builder();
    my $draft = make_draft($owner, title => "A draft $word");
    my $open  = make_job($owner, title => "Open $word", seats => 1);
    my $plan  = make_plan($owner, title => "Plan $word");
    my $list  = sub { return [ map { $_->{id} } @{ is_ok(api($admin, 'adminListJobs', {@_}), join ' ', 'listed', @_)->{items} } ] };
    is_deeply($list->(q => $word), [ map { $_->{id} } $plan, $open, $draft ], 'newest first, drafts too');
    is_deeply($list->(q => $word, state => 'open'), [ $open->{id} ], 'by state');
    is_deeply($list->(q => $word, kind => 'structured'), [ $plan->{id} ], 'by kind');
    is_deeply($list->(q => $owner->{email}, state => 'draft'), [ $draft->{id} ], 'by its owner\'s address');
    is_deeply($list->(owner_id => $owner->{id}, limit => 1), [ $plan->{id} ], 'by its owner');
    is_deeply($list->(q => $open->{id}), [ $open->{id} ], 'by id');
    my $page = is_ok(api($admin, 'adminListJobs', { q => $word, limit => 2 }), 'a page');
    is_deeply($list->(q => $word, cursor => $page->{next}), [ $draft->{id} ], 'and the next one');
    my ($item) = grep { $_->{id} eq $open->{id} } @{ $page->{items} };
    is_deeply([ @$item{qw(owner_email state seats seats_taken)} ], [ $owner->{email}, 'open', 1, 0 ], 'what it says');
};

subtest 'an open job that nobody works for' => sub {
    my $job  = make_paid_job($builder, seats => 2);
    my $seen = is_ok(remove($job), 'taken down');
    is_deeply([ @$seen{qw(state stop_reason)} ], [ 'removed', 'removed' ], 'at once');
    is(events($job), 'admin removed', 'by an administrator');
    is_problem(api(as_tester(), 'claimJob', { job_id => $job->{id} }), 'wrong-state', 'nobody can claim it');
    run_jobs();
    is(sql("SELECT string_agg(reason || ' ' || amount_minor, ', ') FROM refund WHERE job_id = '$job->{id}'"),
        'by_admin ' . sql("SELECT amount_minor FROM payment WHERE job_id = '$job->{id}' AND state <> 'failed'"), 'all the money goes back');
    my ($mail) = grep { /taken down/ } map { "$_->{subject} $_->{text}" } mails_to($builder->{email});
    like($mail, qr/Against the rules/, 'the builder is told why');
    is(sql("SELECT kind || ' ' || admin_id || ' ' || reason || ' ' || (detail ->> 'state_before') FROM admin_action WHERE entity_id = '$job->{id}'"),
        "removeJob $admin->{id} Against the rules open", 'and it is on record');
    is_problem(remove($job), 'wrong-state', 'not twice');
    is(sql("SELECT count(*) FROM admin_action WHERE entity_id = '$job->{id}'"), 1, 'nor on record');
};

subtest 'work under way goes on' => sub {
    my $tester = as_tester();
    my $job    = make_job($builder, seats => 2);
    my $id     = make_submission($job, $tester)->{id};
    is_ok(remove($job), 'taken down');
    is(job_is($job), 'filled removed', 'it goes on for who is in');
    is(sql("SELECT sum(amount_minor) FROM refund WHERE job_id = '$job->{id}' AND reason = 'by_admin'"),
        sql("SELECT reward_minor + fee_minor FROM job WHERE id = '$job->{id}'"), 'the free seat is paid back');
    is_problem(api(as_tester(), 'claimJob', { job_id => $job->{id} }), 'no-seat-left', 'nobody new gets in');
    run_jobs();
    ok((grep { $_->{subject} =~ /Your work goes on/ } mails_to($tester->{email})), 'the tester is told');
    is_problem(remove($job), 'wrong-state', 'once');
    is_ok(api($builder, 'approveSubmission', { submission_id => $id }), 'the work is judged and paid');
    is(job_is($job), 'closed removed', 'and that is its end');
};

subtest 'a seat that comes back is nobody\'s any more' => sub {
    my $tester = as_tester();
    my $job    = make_job($builder, seats => 1);
    my $claim  = make_claim($job, $tester);
    is_ok(remove($job), 'taken down');
    is_ok(api($tester, 'returnAssignment', { assignment_id => $claim->{id} }), 'given back');
    is(job_is($job), 'removed removed', 'it ends as taken down');
    is(sql("SELECT count(*) FROM refund WHERE job_id = '$job->{id}' AND reason = 'by_admin'"), 1, 'and the money goes back');
};

subtest 'a structured job' => sub {
    my $tester = as_tester();
    my $plan   = make_plan($builder);
    my $bid    = make_bid($tester, $plan);
    is_ok(remove($plan), 'taken down');
    is(job_is($plan), 'removed removed', 'it ends');
    is(reread($tester, $bid)->{state}, 'superseded', 'with its bids');
    is_problem(api($tester, 'createBid', { job_id => $plan->{id} }, { role_id => $plan->{roles}[1]{id}, days => 3,
        items => [ map { { item_id => $_->{id}, amount_minor => 2000 } } @{ $plan->{roles}[1]{items} } ] }), 'wrong-state', 'it takes no more');
};

subtest 'what cannot be taken down' => sub {
    my $draft = make_draft($builder);
    is(is_problem(remove($draft), 'wrong-state', 'a draft')->{state}, 'draft', 'which it still is');
    is_problem(remove({ id => '01a1ff4a-0000-7000-8000-000000000000' }), 'not-found', 'what is not there');
    my $job = make_job($builder);
    is_problem(remove($job, reason => 'x'), 'invalid-input', 'without a reason');
    is_problem(api($admin, 'removeJob', { job_id => $job->{id} }, { reason => 'A test' }, key => undef), 'idempotency-key-required', 'without a key');
    for my $case ([ as_admin(scopes => [ 'support', 'finance' ]), 'forbidden' ], [ $builder, 'forbidden' ], [ undef, 'unauthorized' ]) {
        is_problem(api($case->[0], 'removeJob', { job_id => $job->{id} }, { reason => 'A test' }), $case->[1], 'by somebody else');
    }
    is(job_is($job), 'open', 'it is open as before');
};

subtest 'taken down while somebody claims, twice' => sub {
    for (1 .. 4) {
        my $job = make_job($builder, seats => 1);
        my ($claimed, @removed) = at_once([ as_tester(), 'claimJob', { job_id => $job->{id} } ],
            map { [ $admin, 'removeJob', { job_id => $job->{id} }, { reason => 'A test' } ] } 1, 2);
        is(scalar(grep { $_->{status} == 200 } @removed), 1, 'taken down once');
        is(job_is($job), $claimed->{status} == 201 ? 'filled removed' : 'removed removed', 'either with the tester or without');
        is(sql("SELECT count(*) FROM refund WHERE job_id = '$job->{id}'"), $claimed->{status} == 201 ? 0 : 1, 'and the money is in one place');
    }
};

done_testing;
