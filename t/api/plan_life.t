# SPDX-License-Identifier: Apache-2.0
# Structured jobs from publication to their end: changed, closed, cancelled, past their
# deadline, and followed along by the work on them.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;
use PeerTest::Work;
use JSON::PP ();
use POSIX qw(strftime);
use Test::More;

my $builder  = as_builder();
my $stranger = as_builder();
my $tina     = make_payable(as_tester());
my $tom      = make_payable(as_tester());

sub in_days { my ($days) = @_; return strftime('%Y-%m-%dT%H:%M:%SZ', gmtime(time + $days * 86400)) }
sub update  { my ($job, %changes) = @_; return api($builder, 'updateJob', { job_id => $job->{id} }, \%changes) }
sub read_job { my ($job, $who) = @_; return is_ok(api(@_ > 1 ? $who : $builder, 'getJob', { job_id => $job->{id} }), 'read') }

# Roles as they were answered, to be sent back.
sub as_sent {
    my ($job) = @_;
    return [ map {
        my %role = %$_;
        delete @role{qw(seats_taken seats_reserved seats_left builder_fee_bps tester_fee_bps)};
        $role{items} = [ map { my %item = %$_; delete $item{expected_minutes}; \%item } @{ $role{items} } ];
        \%role;
    } @{ $job->{roles} } ];
}

# One role with so many seats and one item that takes a session.
sub one_role {
    my (%changes) = @_;
    return [ { %{ plan_roles()->[1] }, %changes } ];
}

# A bid for all items of a role.
sub bid_for {
    my ($tester, $job, $n, %changes) = @_;
    my $role = $job->{roles}[$n];
    return is_created(api($tester, 'createBid', { job_id => $job->{id} }, {
        role_id => $role->{id}, days => 5, items => [ map { { item_id => $_->{id}, amount_minor => 2000 } } @{ $role->{items} } ], %changes }), 'a bid');
}

# The builder takes it and opens the payment page.
sub accept_bid {
    my ($bid) = @_;
    return is_ok(api($builder, 'acceptBid', { bid_id => $bid->{id} }, { revision => $bid->{revision} }), 'accepted')->{payment};
}

# A bid that is accepted and paid; returns the assignment as its tester sees it.
sub hire {
    my ($tester, $job, $n) = @_;
    my $bid = bid_for($tester, $job, $n);
    pay(accept_bid($bid));
    wait_until("SELECT state = 'accepted' FROM bid WHERE id = :'id'", id => $bid->{id});
    my $id = is_ok(api($tester, 'getBid', { bid_id => $bid->{id} }), 'paid')->{assignment_id};
    return is_ok(api($tester, 'getAssignment', { assignment_id => $id }), 'the work');
}

sub session {
    return { areas_covered => ['Check-out'], notes => 'I went from the basket to the receipt and back again. ' x 8,
             marks => [ map { { minute => $_, note => "What I saw in minute $_" } } 1 .. 3 ] };
}

# Hands in a submission that is a session.
sub deliver {
    my ($tester, $submission) = @_;
    is_ok(api($tester, 'saveSubmission', { submission_id => $submission->{id} }, make_report(report => session())), 'saved');
    return is_ok(api($tester, 'submitSubmission', { submission_id => $submission->{id} }), 'handed in');
}

# What happened to the job itself: "builder published published".
sub events_of {
    my ($job) = @_;
    my $page = is_ok(api($builder, 'listJobEvents', { job_id => $job->{id}, limit => 100 }), 'its events');
    my %ours = map { $_ => 1 } qw(published revised reopened awarding in_progress in_review completed cancelled expired stopped bidding_closed);
    return [ map { join ' ', $_->{actor_kind}, $_->{kind}, $_->{to_state} // '-' } grep { $ours{ $_->{kind} } } @{ $page->{items} } ];
}

# The clocks of a job and its roles, as "deadline=14.0" in days; roles' without a time.
sub clocks_of_job {
    my ($job) = @_;
    return sql(q{SELECT coalesce(string_agg(said, ' ' ORDER BY said), '') FROM (
        SELECT transition || '=' || round(extract(epoch FROM due_at - now()) / 86400, 1) AS said FROM clock WHERE entity_id = :'id'
        UNION ALL SELECT 'invite' FROM clock JOIN job_role r ON r.id = entity_id WHERE r.job_id = :'id') c}, id => $job->{id});
}

subtest 'published without a payment' => sub {
    my $draft     = make_plan_draft($builder);
    my $published = is_ok(api($builder, 'publishJob', { job_id => $draft->{id} }), 'published');
    my $job       = $published->{job};
    is_deeply([ $published->{payment}, @$job{qw(state revision bids_open stop_reason)} ], [ undef, 'published', 1, 0, undef ], 'it takes bids');
    ok($job->{opened_at}, 'since now');
    like(clocks_of_job($job), qr/^deadline=14\.0 deadline_soon=13\.0/, 'for two weeks, with a reminder');
    is(sql("SELECT count(*) FROM payment WHERE job_id = :'id'", id => $job->{id}), 0, 'nothing is to be paid');
    my $seen = read_job($job, undef);
    is_deeply([ @$seen{qw(bids_open mine stop_reason)}, scalar @{ $seen->{roles} } ], [ undef, JSON::PP::false, undef, 2 ], 'everybody sees what is wanted');
    is_deeply(events_of($job), ['builder published published'], 'it is told');
    is(is_problem(api($builder, 'publishJob', { job_id => $job->{id} }), 'wrong-state', 'not twice')->{state}, 'published', 'it is');
    is_problem(api($builder, 'deleteJob', { job_id => $job->{id} }), 'wrong-state', 'nor is it thrown away');
    is_problem(api($builder, 'publishJob', { job_id => $draft->{id} }, undef, key => undef), 'idempotency-key-required', 'a key is needed');
    is_problem(api($tina, 'claimJob', { job_id => $job->{id} }), 'wrong-state', 'it cannot be claimed');
    is_problem(api($builder, 'deleteProject', { project_id => $job->{project_id} }), 'project-in-use', 'and its project stays');
};

subtest 'the builder\'s deadline counts' => sub {
    my $job = make_plan($builder, bidding_deadline_at => in_days(0.5));
    like(clocks_of_job($job), qr/^deadline=0\.5(?! deadline_soon)/, 'too near for a reminder');
    my $moved = is_ok(update($job, bidding_deadline_at => in_days(6)), 'moved');
    like(clocks_of_job($job), qr/^deadline=6\.0 deadline_soon=5\.0/, 'its clocks move');
    is($moved->{revision}, 1, 'nobody has bid yet, so it is no revision');
};

subtest 'what testers could not work with is not published' => sub {
    my $empty_details = one_role(items => [ { %{ plan_roles()->[1]{items}[0] }, details => { areas => ['The basket'] } } ]);
    my $optional      = one_role(items => [ { %{ plan_roles()->[1]{items}[0] }, required => JSON::PP::false } ]);
    my $scripted      = one_role(items => [ { %{ plan_roles()->[0]{items}[2] }, details => { steps => [] } } ]);
    for (
        [ 'no roles',          [],             [ '/roles too-few' ] ],
        [ 'a role without work', one_role(items => []), [ '/roles/0/items too-few' ] ],
        [ 'nothing required',  $optional,      [ '/roles/0/items too-few' ] ],
        [ 'a script without steps', $scripted, [ '/roles/0/items/0/details/steps too-few' ] ],
        [ 'a session without a charter', $empty_details, [ '/roles/0/items/0/details/charter', '/roles/0/items/0/details/minutes' ] ],
    ) {
        my ($name, $roles, $errors) = @$_;
        my $job     = make_plan_draft($builder, roles => $roles);
        my $problem = is_problem(api($builder, 'publishJob', { job_id => $job->{id} }), 'incomplete', $name);
        my @said    = sort map { "$_->{pointer} $_->{code}" } @{ $problem->{errors} };
        is(scalar @said, scalar @$errors, 'so many places');
        like($said[$_], qr/^\Q$errors->[$_]\E/, 'says where') for 0 .. $#$errors;
        is(state_of('job', $job->{id}), 'draft', 'and it is a draft');
        is(clocks_of_job($job), '', 'without a clock');
    }
    my $late = make_plan_draft($builder);
    sql("UPDATE job SET deadline_at = now() - interval '1 hour' WHERE id = :'id'", id => $late->{id});
    my $problem = is_problem(api($builder, 'publishJob', { job_id => $late->{id} }), 'invalid-input', 'a deadline that has passed');
    is_deeply($problem->{errors}, [ { pointer => '/bidding_deadline_at', code => 'in-the-past' } ], 'says so');
    my $homeless = make_plan_draft($builder);
    is_empty(api($builder, 'deleteProject', { project_id => $homeless->{project_id} }), 'its project is deleted');
    is_deeply(is_problem(api($builder, 'publishJob', { job_id => $homeless->{id} }), 'invalid-input', 'a job without a project')->{errors},
        [ { pointer => '/project_id', code => 'not-found' } ], 'says so');
};

subtest 'instructions alone say what to do' => sub {
    my $item = { service_type => 'exploratory', title => 'By ear alone', instructions => 'Buy something without looking.' };
    my $job  = make_plan($builder, roles => one_role(items => [$item]));
    is("$job->{state} " . scalar %{ $job->{roles}[0]{items}[0]{details} }, 'published 0', 'it is published without details');
};

subtest 'some things cannot change any more' => sub {
    my $job   = make_plan($builder);
    my $roles = as_sent($job);
    my $other = make_project($builder);
    my $kind  = as_sent($job);
    @{ $kind->[0]{items}[0] }{qw(service_type details)} = ('functional_scripted', { steps => [ { text => 'x' } ] });
    my $bare = as_sent($job);
    $bare->[1]{items} = [];
    for (
        [ 'the project',     { project_id => $other->{id} },       'invalid-input', '/project_id not-allowed' ],
        [ 'the currency',    { currency => 'eur' },                'invalid-input', '/currency not-allowed' ],
        [ 'without an end',  { bidding_deadline_at => '' },        'invalid-input', '/bidding_deadline_at required' ],
        [ 'into the past',   { bidding_deadline_at => in_days(-1) }, 'invalid-input', '/bidding_deadline_at in-the-past' ],
        [ 'an item into another kind of test', { roles => $kind }, 'invalid-input', '/roles/0/items/0/service_type not-allowed' ],
        [ 'without roles',   { roles => [] },                      'incomplete',    '/roles too-few' ],
        [ 'without work',    { roles => $bare },                   'incomplete',    '/roles/1/items too-few' ],
    ) {
        my ($name, $changes, $slug, $error) = @$_;
        my $problem = is_problem(update($job, %$changes), $slug, $name);
        is_deeply([ map { "$_->{pointer} $_->{code}" } @{ $problem->{errors} } ], [$error], 'says where');
    }
    is_deeply(as_sent(read_job($job)), $roles, 'it is as it was');
    is_ok(update($job, currency => 'usd', project_id => $job->{project_id}), 'the same is no change');
    is_deeply(events_of($job), ['builder published published'], 'and no event');
};

subtest 'a change after the first bid makes a revision' => sub {
    my $job = make_plan($builder);
    is(is_ok(update($job, brief => 'Nobody has seen the old one.'), 'changed early')->{revision}, 1, 'no bid, no revision');
    my $bid = bid_for($tina, $job, 1);
    is_deeply([ map { read_job($job)->{$_} } qw(bids_open my_bid_id) ], [ 1, undef ], 'the builder sees how many there are');
    is(read_job($job, $tina)->{my_bid_id}, $bid->{id}, 'its tester sees which');
    is(is_ok(update($job, roles => as_sent($job)), 'the same roles')->{revision}, 1, 'what changes nothing is no revision');
    is(state_of('bid', $bid->{id}), 'submitted', 'and the bid stands');
    my $roles = as_sent($job);
    $roles->[1]{items}[0]{instructions} = 'With a screen reader, and with the sound off.';
    my $changed = is_ok(update($job, roles => $roles), 'changed');
    is($changed->{revision}, 2, 'a revision');
    is(state_of('bid', $bid->{id}), 'stale', 'the bid has to be confirmed');
    is_ok(api($tina, 'confirmBid', { bid_id => $bid->{id} }), 'she confirms it');
    is(is_ok(update($job, title => 'One more change of the title'), 'changed again')->{revision}, 3, 'one more');
    is_deeply([ map { (split)[1] } @{ events_of($job) } ], [qw(published revised revised revised)], 'it is told');
    accept_bid(is_ok(api($tina, 'confirmBid', { bid_id => $bid->{id} }), 'confirmed'));
    is_problem(update($job, title => 'While it is being paid'), 'bid-being-paid', 'not while it is being paid');
    is_problem(update($job, roles => [ as_sent($job)->[0] ]), 'bid-being-paid', 'nor is its role taken out');
    is(read_job($job)->{revision}, 3, 'and nothing has changed');
};

subtest 'roles come and go, as long as nobody works in them' => sub {
    my $job = make_plan($builder, roles => [ @{ one_role(seats => 2) }, @{ one_role(name => 'Another') } ]);
    my $bid = bid_for($tina, $job, 1);
    my $assignment = hire($tom, $job, 0);
    my $roles = as_sent($job);
    is(is_problem(update($job, roles => [ $roles->[1] ]), 'wrong-state', 'one with a tester does not go')->{state}, 'published', 'says so');
    $roles->[0]{seats} = 1;
    is(is_ok(update($job, roles => $roles), 'fewer seats')->{state}, 'awarding', 'a role that is full now');
    my $gone = is_ok(update($job, roles => [ { %{ $roles->[0] }, seats => 3 }, { %{ one_role(name => 'A new one')->[0] } } ]), 'one goes, one comes');
    is_deeply([ $gone->{state}, $gone->{seats}, $gone->{seats_taken}, map { $_->{name} } @{ $gone->{roles} } ], [ 'published', 5, 1, 'Reader of screen readers', 'A new one' ], 'seats are counted anew');
    is(state_of('bid', $bid->{id}), 'superseded', 'the bid for the one that went is over');
    $roles = as_sent($gone);
    sql("UPDATE job_role SET seats_reserved = 1 WHERE id = :'id'", id => $roles->[0]{id});
    $roles->[0]{seats} = 1;
    is_deeply(is_problem(update($job, roles => $roles), 'invalid-input', 'fewer seats than are taken and reserved')->{errors},
        [ { pointer => '/roles/0/seats', code => 'too-small' } ], 'says where');
    is(is_ok(api($tom, 'getAssignment', { assignment_id => $assignment->{id} }), 'his work')->{state}, 'active', 'goes on');
};

subtest 'cancelled before anybody works' => sub {
    my $job  = make_plan($builder);
    my @bids = (bid_for($tina, $job, 0), bid_for($tom, $job, 1));
    is_problem(api($stranger, 'cancelJob', { job_id => $job->{id} }), 'not-found', 'not by a stranger');
    my $over = is_ok(api($builder, 'cancelJob', { job_id => $job->{id} }), 'cancelled');
    is_deeply([ @$over{qw(state stop_reason bids_open)} ], [ 'cancelled', 'cancelled', 0 ], 'at once');
    is(state_of('bid', $_->{id}), 'superseded', 'its bids are over') for @bids;
    is(clocks_of_job($job), '', 'and its clocks');
    is_deeply(events_of($job), [ 'builder published published', 'builder cancelled cancelled' ], 'it is told');
    is(is_problem(api($builder, 'cancelJob', { job_id => $job->{id} }), 'wrong-state', 'once is enough')->{state}, 'cancelled', 'it is');
    is_problem(update($job, title => 'Too late for a change'), 'wrong-state', 'and it does not change any more');
    is(read_job($job, $tina)->{my_bid_id}, undef, 'who had bid can still read it');
    is_problem(api(as_tester(), 'getJob', { job_id => $job->{id} }), 'not-found', 'others cannot');
    is_problem(api($tina, 'getJob', { job_id => make_plan_draft($builder)->{id} }), 'not-found', 'nor a draft');
};

subtest 'the deadline passes' => sub {
    my $unused = make_plan($builder);
    my $bid    = bid_for($tina, $unused, 1);
    sql("UPDATE job SET deadline_at = now() - interval '1 second' WHERE id = :'id'", id => $unused->{id});
    move_clock('job', $unused->{id}, 'deadline');
    is_deeply([ @{ read_job($unused) }{qw(state stop_reason)} ], [ 'expired', 'expired' ], 'nobody was taken: expired');
    is(state_of('bid', $bid->{id}), 'expired', 'with its bids');
    is(events_of($unused)->[-1], 'clock expired expired', 'by the clock');
    my $used = make_plan($builder, roles => one_role());
    hire($tom, $used, 0);
    move_clock('job', $used->{id}, 'deadline');
    is_deeply([ @{ read_job($used) }{qw(state stop_reason)} ], [ 'in_progress', 'expired' ], 'somebody works: it goes on');
    is_deeply([ @{ events_of($used) }[ -2, -1 ] ], [ 'clock in_progress in_progress', 'clock stopped in_progress' ], 'it is told');
    is_problem(api($builder, 'cancelJob', { job_id => $used->{id} }), 'wrong-state', 'nothing is left to cancel');
};

subtest 'a clock that strikes too late does nothing' => sub {
    my $job = make_plan($builder);
    sql("UPDATE job SET state = 'completed' WHERE id = :'id'", id => $job->{id});
    move_clock('job', $job->{id}, 'deadline');
    is(state_of('job', $job->{id}), 'completed', 'the job is as it was');
};

subtest 'roles fill, the builder closes, the work ends' => sub {
    my $job = make_plan($builder);
    is(is_problem(api($builder, 'closeBidding', { job_id => $job->{id} }), 'wrong-state', 'nothing to close with yet')->{state}, 'published', 'it takes bids');
    my $first = hire($tina, $job, 1);
    is_deeply([ @{ read_job($job) }{qw(state seats_taken seats_left)} ], [ 'published', 1, 2 ], 'one seat of two: still published');
    my $second = hire($tom, $job, 0);
    is_deeply([ @{ read_job($job) }{qw(state seats_taken)} ], [ 'awarding', 2 ], 'one role is full: awarding');
    is(read_job($job, $tina)->{my_assignment_id}, $first->{id}, 'a tester is shown the own work');
    my $open = bid_for(make_payable(as_tester()), $job, 1);
    is_problem(api($stranger, 'closeBidding', { job_id => $job->{id} }), 'not-found', 'a stranger closes nothing');
    my $closed = is_ok(api($builder, 'closeBidding', { job_id => $job->{id} }), 'closed');
    is_deeply([ @$closed{qw(state stop_reason)} ], [ 'in_progress', 'closed' ], 'work goes on');
    is(state_of('bid', $open->{id}), 'superseded', 'the open bid is over');
    is(clocks_of_job($job), '', 'and so are the clocks');
    is_problem(api($builder, $_, { job_id => $job->{id} }), 'wrong-state', "no $_ after that") for qw(closeBidding cancelJob);
    is_problem(api(as_tester(), 'getJob', { job_id => $job->{id} }), 'not-found', 'strangers do not see it any more');
    is(read_job($job, $tom)->{my_assignment_id}, $second->{id}, 'who works on it does');

    my @done = (deliver($tina, $first->{submissions}[0]));
    is(state_of('job', $job->{id}), 'in_progress', 'one of two has handed in');
    push @done, deliver($tom, $second->{submissions}[$_]) for 0, 1;
    is_ok(api($tom, 'saveSubmission', { submission_id => $second->{submissions}[2]{id} }, make_report()), 'the script');
    push @done, is_ok(api($tom, 'submitSubmission', { submission_id => $second->{submissions}[2]{id} }), 'handed in');
    is(state_of('job', $job->{id}), 'in_review', 'everything is in');
    is_ok(api($builder, 'approveSubmission', { submission_id => $_->{id} }, {}), 'approved') for @done[ 0 .. 2 ];
    is(state_of('job', $job->{id}), 'in_review', 'one is to be decided');
    is_ok(api($builder, 'approveSubmission', { submission_id => $done[3]{id} }, {}), 'approved');
    is(state_of('job', $job->{id}), 'completed', 'all is settled');
    is_deeply([ map { (split)[1] } @{ events_of($job) } ], [qw(published awarding in_progress bidding_closed in_review completed)], 'it is told');
    run_jobs();
    money_is_sound();
};

subtest 'a seat that comes back opens its role again' => sub {
    my $job        = make_plan($builder, roles => one_role(seats => 1));
    my $assignment = hire($tina, $job, 0);
    is_deeply([ @{ read_job($job) }{qw(state seats_left)} ], [ 'in_progress', 0 ], 'full');
    is_problem(update($job, title => 'Too late for a change'), 'wrong-state', 'nothing is wanted any more, so nothing changes');
    is_ok(api($tina, 'returnAssignment', { assignment_id => $assignment->{id} }), 'given back');
    is_deeply([ @{ read_job($job) }{qw(state seats_left)} ], [ 'published', 1 ], 'bids are taken again');
    my $again = hire($tom, $job, 0);
    is_ok(api($builder, 'closeBidding', { job_id => $job->{id} }), 'closed');
    is_ok(api($tom, 'returnAssignment', { assignment_id => $again->{id} }), 'given back after the end of bidding');
    is(state_of('job', $job->{id}), 'completed', 'nothing is left to do');
    run_jobs();
    money_is_sound();
};

subtest 'cancelled while somebody works and somebody is being paid' => sub {
    my $job        = make_plan($builder);
    my $assignment = hire($tina, $job, 1);
    my $bid        = bid_for($tom, $job, 0);
    my $payment    = accept_bid($bid);
    my $going      = is_ok(api($builder, 'cancelJob', { job_id => $job->{id} }), 'cancelled');
    is_deeply([ @$going{qw(state stop_reason)} ], [ 'in_progress', 'cancelled' ], 'the work goes on');
    run_jobs();
    wait_until("SELECT state = 'cancelled' FROM payment WHERE id = :'id'", id => $payment->{id});
    is(state_of('bid', $bid->{id}), 'superseded', 'the page is closed and its bid over');
    is(sql("SELECT sum(seats_reserved) FROM job_role WHERE job_id = :'id'", id => $job->{id}), 0, 'nothing is reserved');
    is_ok(api($tina, 'returnAssignment', { assignment_id => $assignment->{id} }), 'given back');
    is(state_of('job', $job->{id}), 'cancelled', 'now it is over');
    is_deeply([ map { (split)[1] } @{ events_of($job) } ], [qw(published in_progress stopped cancelled)], 'it is told');
    run_jobs();
    money_is_sound();
};

subtest 'two at once' => sub {
    my $job   = make_plan($builder);
    my @calls = map { [ $builder, 'cancelJob', { job_id => $job->{id} } ] } 1 .. 2;
    is_deeply([ sort map { $_->{status} } at_once(@calls) ], [ 200, 409 ], 'one of two cancellations wins');
    my $draft = make_plan_draft($builder);
    @calls = map { [ $builder, 'publishJob', { job_id => $draft->{id} } ] } 1 .. 2;
    is_deeply([ sort map { $_->{status} } at_once(@calls) ], [ 200, 409 ], 'and one of two publications');
    is(sql("SELECT count(*) FROM event WHERE job_id = :'id' AND kind = 'published'", id => $draft->{id}), 1, 'it is told once');
    my $edited = make_plan($builder);
    my $roles  = as_sent($edited);
    at_once([ $builder, 'updateJob', { job_id => $edited->{id} }, { roles => $roles } ], [ $builder, 'updateJob', { job_id => $edited->{id} }, { roles => [ reverse @$roles ] } ]);
    is(sql("SELECT count(*) FROM job_role WHERE job_id = :'id' AND removed_at IS NULL", id => $edited->{id}), 2, 'two changes leave whole roles');
};

done_testing();
