# SPDX-License-Identifier: Apache-2.0
# Jobs from publication to their end: paid at the sandbox, cancelled, past their
# deadline, filled, reopened and closed.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;
use POSIX qw(strftime);
use Test::More;

my $builder = as_builder();

sub in_days { my ($days) = @_; return strftime('%Y-%m-%dT%H:%M:%SZ', gmtime(time + $days * 86400)) }

# What happened to the job itself; payments, seats and submissions have tests of their own.
my %job_kinds = map { $_ => 1 } qw(published opened payment_ended filled reopened closed cancelled expired stopped);

sub events_of {
    my ($job) = @_;
    my $page = is_ok(api($builder, 'listJobEvents', { job_id => $job->{id}, limit => 100 }), 'its events');
    return [ map { join ' ', $_->{actor_kind}, $_->{kind}, $_->{to_state} // '-' } grep { $job_kinds{ $_->{kind} } } @{ $page->{items} } ];
}

# The amounts of a job's refunds, smallest first, with their reasons.
sub refunds_of {
    my ($job) = @_;
    return sql("SELECT coalesce(string_agg(reason || ' ' || amount_minor, ', ' ORDER BY amount_minor), '') FROM refund WHERE job_id = :'id'", id => $job->{id});
}

subtest 'published, paid, open' => sub {
    my $job    = make_draft($builder, seats => 2, reward_minor => 2500, deadline_at => in_days(20));
    my $funded = is_ok(api($builder, 'publishJob', { job_id => $job->{id} }), 'published');
    is($funded->{job}{state}, 'pending_payment', 'it waits for the payment');
    is_deeply([ @{ $funded->{payment} }{qw(state amount_minor fee_minor currency job_id)} ], [ 'pending', 5500, 500, 'usd', $job->{id} ], 'of all seats with their fees');
    like($funded->{payment}{checkout_url}, qr{^http}, 'there is a page to pay at');
    is($funded->{job}{payment_id}, $funded->{payment}{id}, 'the job names its payment');
    my $again = is_ok(api($builder, 'publishJob', { job_id => $job->{id} }), 'published again');
    is_deeply($again->{payment}, $funded->{payment}, 'it is the same payment');
    is(sql("SELECT count(*) FROM payment WHERE job_id = :'id'", id => $job->{id}), 1, 'and the only one');
    is_problem(api($builder, 'updateJob', { job_id => $job->{id} }, { seats => 9 }), 'wrong-state', 'it does not change any more');
    is_problem(api($builder, 'deleteJob', { job_id => $job->{id} }), 'wrong-state', 'nor is it thrown away');
    is_problem(api(as_tester(), 'getJob', { job_id => $job->{id} }), 'not-found', 'and testers do not see it yet');
    pay($funded->{payment});
    wait_until("SELECT state = 'open' FROM job WHERE id = :'id'", id => $job->{id});
    my $open = is_ok(api(as_tester(), 'getJob', { job_id => $job->{id} }), 'now they do');
    ok($open->{opened_at}, 'since it opened');
    is(sql("SELECT builder_fee_bps || ' ' || tester_fee_bps FROM fee_schedule WHERE id = (SELECT fee_schedule_id FROM job WHERE id = :'id')", id => $job->{id}), '1000 0', 'the rates are sealed');
    is_deeply(events_of($job), [ 'builder published pending_payment', 'gateway opened open' ], 'all of it is told');
    ok(sql("SELECT abs(extract(epoch FROM c.due_at - j.deadline_at)) < 5 FROM clock c JOIN job j ON j.id = c.entity_id
             WHERE j.id = :'id' AND c.transition = 'deadline'", id => $job->{id}) eq 't', 'and its deadline is a clock');
    is_problem(api($builder, 'publishJob', { job_id => $job->{id} }), 'wrong-state', 'it is not published twice');
};

subtest 'the second of two identical calls makes no second payment' => sub {
    my $job   = make_draft($builder);
    my @calls = map { [ $builder, 'publishJob', { job_id => $job->{id} } ] } 1 .. 2;
    is_ok($_, 'answered') for at_once(@calls);
    is(sql("SELECT count(*) FROM payment WHERE job_id = :'id'", id => $job->{id}), 1, 'one payment');
    is_problem(api($builder, 'publishJob', { job_id => $job->{id} }, undef, key => undef), 'idempotency-key-required', 'a key is needed');
    my $key = random_text(20);
    my @two = map { api($builder, 'publishJob', { job_id => $job->{id} }, undef, key => $key) } 1 .. 2;
    is($two[1]{headers}{'idempotency-replayed'}, 'true', 'the same key is answered again');
    is_deeply($two[1]{data}, $two[0]{data}, 'with the same answer');
};

subtest 'what testers could not work with is not published' => sub {
    my $job     = make_draft($builder, steps => []);
    my $problem = is_problem(api($builder, 'publishJob', { job_id => $job->{id} }), 'incomplete', 'a script without steps');
    is_deeply($problem->{errors}, [ { pointer => '/steps', code => 'too-few' } ], 'says so');
    my $late = make_draft($builder);
    sql("UPDATE job SET deadline_at = now() - interval '1 hour' WHERE id = :'id'", id => $late->{id});
    $problem = is_problem(api($builder, 'publishJob', { job_id => $late->{id} }), 'invalid-input', 'nor one whose deadline has passed');
    is_deeply($problem->{errors}, [ { pointer => '/deadline_at', code => 'in-the-past' } ], 'says so');
    my $long = make_draft($builder);
    sql("UPDATE job SET deadline_at = now() + interval '74 days' WHERE id = :'id'", id => $long->{id});
    is_problem(api($builder, 'publishJob', { job_id => $long->{id} }), 'plan-too-long', 'nor one that takes too long');
    is(sql("SELECT string_agg(DISTINCT state, ' ') FROM job WHERE id IN (:'a', :'b', :'c')", a => $job->{id}, b => $late->{id}, c => $long->{id}), 'draft', 'all are drafts');
    is_ok(api($builder, 'publishJob', { job_id => make_draft($builder, steps => [], service_type => 'exploratory')->{id} }), 'a session needs no steps');
};

subtest 'cancelled before it is paid, it is a draft again' => sub {
    my $job     = make_draft($builder);
    my $payment = publish($builder, $job);
    my $back    = is_ok(api($builder, 'cancelJob', { job_id => $job->{id} }), 'cancelled');
    is($back->{state}, 'draft', 'a draft');
    is(state_of('payment', $payment->{id}), 'cancelled', 'its payment is cancelled');
    is_problem(api($builder, 'cancelJob', { job_id => $job->{id} }), 'wrong-state', 'a draft cannot be cancelled');
    is_deeply(events_of($job), [ 'builder published pending_payment', 'gateway payment_ended draft' ], 'it is told');
    my $first = is_ok(api($builder, 'listJobEvents', { job_id => $job->{id}, limit => 1 }), 'a page of events');
    my $rest  = is_ok(api($builder, 'listJobEvents', { job_id => $job->{id}, cursor => $first->{next} }), 'the next page');
    is($first->{items}[0]{kind}, 'published', 'begins with the oldest');
    ok(@{ $rest->{items} } && !(grep { $_->{id} eq $first->{items}[0]{id} } @{ $rest->{items} }), 'and goes on behind it');
    isnt(publish($builder, $job)->{id}, $payment->{id}, 'published again, it has a new payment');
};

subtest 'cancelled before anybody claimed, all is refunded' => sub {
    my $job       = make_paid_job($builder, seats => 2, reward_minor => 2500);
    my $cancelled = is_ok(api($builder, 'cancelJob', { job_id => $job->{id} }), 'cancelled');
    is_deeply([ @$cancelled{qw(state seats_left)} ], [ 'cancelled', 0 ], 'at once, with no seat left');
    is(refunds_of($job), 'cancelled 5500', 'the refund is on its way');
    is(is_problem(api($builder, 'cancelJob', { job_id => $job->{id} }), 'wrong-state', 'once is enough')->{state}, 'cancelled', 'it is');
    is_problem(api(as_tester(), 'claimJob', { job_id => $job->{id} }), $_, 'nobody claims it') for 'wrong-state';
    run_jobs();
    wait_until("SELECT bool_and(state = 'completed') FROM refund WHERE job_id = :'id'", id => $job->{id});
    books_are($job->{id}, {}, 'and arrives');
    is_deeply(events_of($job)->[2], 'builder cancelled cancelled', 'it is told');
    money_is_sound();
};

subtest 'cancelled while somebody works, the work goes on' => sub {
    my $job   = make_paid_job($builder, seats => 3, reward_minor => 2500);
    my $claim = make_claim($job, my $tester = as_tester());
    my $going = is_ok(api($builder, 'cancelJob', { job_id => $job->{id} }), 'cancelled');
    is_deeply([ @$going{qw(state seats_taken seats_left)} ], [ 'filled', 1, 0 ], 'nobody can claim any more');
    is(refunds_of($job), 'cancelled 5500', 'two seats are refunded');
    is(is_problem(api($builder, 'cancelJob', { job_id => $job->{id} }), 'wrong-state', 'once is enough')->{state}, 'filled', 'it goes on');
    is_problem(api(as_tester(), 'claimJob', { job_id => $job->{id} }), 'no-seat-left', 'no seat');
    is_ok(api($tester, 'returnAssignment', { assignment_id => $claim->{id} }), 'the seat is given back');
    is(state_of('job', $job->{id}), 'cancelled', 'and now the job is over');
    is(refunds_of($job), 'cancelled 2750, cancelled 5500', 'with the last seat refunded');
    is_deeply([ map { (split)[1] } @{ events_of($job) } ], [qw(published opened filled stopped cancelled)], 'it is told');
    run_jobs();
    wait_until("SELECT bool_and(state = 'completed') FROM refund WHERE job_id = :'id'", id => $job->{id});
    books_are($job->{id}, {}, 'nothing is left');
    money_is_sound();
};

subtest 'cancelled while somebody works, and the work is approved' => sub {
    my $job    = make_job($builder, seats => 2, reward_minor => 2500);
    my $handed = make_submission($job, as_tester());
    is_ok(api($builder, 'cancelJob', { job_id => $job->{id} }), 'cancelled');
    is_ok(api($builder, 'approveSubmission', { submission_id => $handed->{id} }, {}), 'approved');
    is(state_of('job', $job->{id}), 'closed', 'a job that gave something is closed, not cancelled');
};

subtest 'a deadline passes' => sub {
    my $unused = make_job($builder, seats => 2, reward_minor => 2500);
    my $used   = make_job($builder, seats => 2, reward_minor => 2500);
    my $claim  = make_claim($used, my $tester = as_tester());
    for my $job ($unused, $used) {
        sql("UPDATE job SET deadline_at = now() - interval '1 second' WHERE id = :'id'", id => $job->{id});
        sql("INSERT INTO clock (entity, entity_id, transition, due_at) VALUES ('job', :'id', 'deadline', now() + interval '1 hour')", id => $job->{id});
    }
    is_problem(api(as_tester(), 'claimJob', { job_id => $unused->{id} }), 'wrong-state', 'nobody claims any more, even before the clock strikes');
    move_clock('job', $_->{id}, 'deadline') for $unused, $used;
    is(state_of('job', $unused->{id}), 'expired', 'a job that nobody took has expired');
    is(refunds_of($unused), 'expired 5500', 'and is refunded');
    is(events_of($unused)->[-1], 'clock expired expired', 'by the clock');
    is(state_of('job', $used->{id}), 'filled', 'one that somebody works on goes on');
    is(refunds_of($used), 'expired 2750', 'without the free seat');
    is_ok(api($tester, 'returnAssignment', { assignment_id => $claim->{id} }), 'until that seat is given back');
    is(state_of('job', $used->{id}), 'expired', 'then it has expired too');
    is(refunds_of($used), 'expired 2750, expired 2750', 'with all refunded');
    money_is_sound();
};

subtest 'a clock that strikes too late does nothing' => sub {
    my $job = make_job($builder);
    sql("INSERT INTO clock (entity, entity_id, transition, due_at) VALUES ('job', :'id', 'deadline', now() + interval '1 hour')", id => $job->{id});
    sql("UPDATE job SET state = 'closed' WHERE id = :'id'", id => $job->{id});
    move_clock('job', $job->{id}, 'deadline');
    is(state_of('job', $job->{id}), 'closed', 'the job is as it was');
    is(refunds_of($job), '', 'and nothing is refunded');
};

subtest 'seats fill, come back, and end the job' => sub {
    my $job = make_job($builder, seats => 2, reward_minor => 2500);
    my ($one, $two) = map { as_tester() } 1 .. 2;
    my $first = make_claim($job, $one);
    is(state_of('job', $job->{id}), 'open', 'one seat is left');
    my $handed = make_submission($job, $two);
    is(state_of('job', $job->{id}), 'filled', 'none is left');
    is_ok(api($one, 'returnAssignment', { assignment_id => $first->{id} }), 'one comes back');
    is(state_of('job', $job->{id}), 'open', 'the job is open again');
    is_ok(api($builder, 'approveSubmission', { submission_id => $handed->{id} }, {}), 'one is approved');
    is(state_of('job', $job->{id}), 'open', 'it is still open for the other');
    my $last = make_submission($job, as_tester());
    is_ok(api($builder, 'approveSubmission', { submission_id => $last->{id} }, {}), 'the last is approved');
    is(state_of('job', $job->{id}), 'closed', 'the job is closed');
    is(is_problem(api($builder, 'cancelJob', { job_id => $job->{id} }), 'wrong-state', 'and cannot be cancelled')->{state}, 'closed', 'any more');
    is_deeply([ map { (split)[1] } @{ events_of($job) } ], [qw(filled reopened filled closed)], 'it is told');
};

subtest 'how fast a builder decides is known' => sub {
    my $owner  = as_builder();
    my $job    = make_job($owner, seats => 2);
    my $handed = make_submission($job, as_tester());
    sql("UPDATE submission SET submitted_at = now() - interval '150 minutes' WHERE id = :'id'", id => $handed->{id});
    is_ok(api($owner, 'approveSubmission', { submission_id => $handed->{id} }, {}), 'approved after two and a half hours');
    is(is_ok(api(undef, 'getJob', { job_id => $job->{id} }), 'read')->{builder_review_hours}, 3, 'three hours, rounded up');
    sql("UPDATE submission SET decided_at = decided_at - interval '91 days' WHERE id = :'id'", id => $handed->{id});
    sql("UPDATE builder_stat SET computed_at = now() - interval '91 days' WHERE account_id = :'id'", id => $owner->{id});
    sql(q{INSERT INTO queue_job (kind) VALUES ('cleanup.daily')});
    run_jobs();
    is(is_ok(api(undef, 'getJob', { job_id => $job->{id} }), 'read')->{builder_review_hours}, undef, 'what was long ago does not count');
};

done_testing();
