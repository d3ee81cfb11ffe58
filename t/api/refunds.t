# SPDX-License-Identifier: Apache-2.0
# refunds.t - administrators give held money back, have refunds tried again, and freeze
# builders.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;
use Test::More;

my $admin   = as_admin(scopes => ['finance']);
my $builder = as_builder();

sub give_back {
    my ($submission, $amount, %body) = @_;
    return api($admin, 'refundSubmission', { submission_id => $submission->{id} }, { amount_minor => $amount, reason => 'A third of it was out of scope.', %body });
}

sub money_of {
    my ($submission) = @_;
    return sql("SELECT concat_ws(' ', charged, held, released, fee, refunded, lost) FROM audit.assignment_money WHERE assignment = :'id'", id => $submission->{assignment_id});
}

subtest 'a part of what is held goes back, the rest can still be earned' => sub {
    my $job        = make_paid_job($builder, seats => 1);
    my $tester     = make_payable(as_tester());
    my $submission = make_submission($job, $tester);
    my $money      = is_ok(give_back($submission, 1000), 'given back');
    is("$money->{state} $money->{returned_minor} $money->{held_minor}", 'submitted 1000 1650', 'with its share of the fee');
    wait_until("SELECT state = 'completed' FROM refund WHERE job_id = :'id'", id => $job->{id});
    is(sql("SELECT reason || ' ' || amount_minor FROM refund WHERE job_id = :'id'", id => $job->{id}), 'by_admin 1100', 'to the card');
    is_problem(give_back($submission, 1501), 'too-much', 'no more than what is held');
    is(money_of($submission), '2750 1650 0 0 1100 0', 'nothing has moved by that');
    is_ok(api($builder, 'approveSubmission', { submission_id => $submission->{id} }, {}), 'approved');
    wait_until("SELECT state = 'completed' FROM payout WHERE submission_id = :'id'", id => $submission->{id});
    is(money_of($submission), '2750 0 1500 150 1100 0', 'the tester gets the rest');
    is_problem(give_back($submission, 1), 'wrong-state', 'released is released');
    ok((grep { $_->{subject} =~ /Less can be earned/ && $_->{text} =~ /10\.00.*out of scope/s } mails_to($tester->{email})), 'the tester was told, with the reason');
    is(sql("SELECT detail ->> 'amount_minor' FROM admin_action WHERE kind = 'refundSubmission' AND entity_id = :'id'", id => $submission->{id}), 1000, 'it is in the audit trail');
};

subtest 'two administrators at once' => sub {
    my $job        = make_paid_job($builder, seats => 1);
    my $submission = make_submission($job, make_payable(as_tester()));
    my @answers    = at_once(map { [ as_admin(), 'refundSubmission', { submission_id => $submission->{id} }, { amount_minor => 2000, reason => 'Both of us saw it.' } ] } 1 .. 2);
    is_deeply([ sort map { $_->{status} } @answers ], [ 200, 409 ], 'one of them does it');
    wait_until("SELECT state = 'completed' FROM refund WHERE job_id = :'id'", id => $job->{id});
    is(money_of($submission), '2750 550 0 0 2200 0', 'once');
    is_ok(give_back($submission, 500), 'the rest goes back');
    run_jobs();
    is(money_of($submission), '2750 0 0 0 2750 0', 'all of it');
};

subtest 'one key, one refund' => sub {
    my $submission = make_submission(make_paid_job($builder, seats => 1), make_payable(as_tester()));
    my @call       = ($admin, 'refundSubmission', { submission_id => $submission->{id} }, { amount_minor => 100, reason => 'A small thing.' });
    is_problem(api(@call, key => undef), 'idempotency-key-required', 'it needs a key');
    my @answers = map { is_ok(api(@call, key => "once-$submission->{id}"), 'given back') } 1 .. 2;
    is($answers[1]{returned_minor}, 100, 'the second is the first');
    is(sql("SELECT returned_minor FROM submission WHERE id = :'id'", id => $submission->{id}), 100, 'once');
};

subtest 'a refund that was refused is tried again' => sub {
    my $job        = make_paid_job($builder, seats => 1, on_rejection => 'refund');
    my $submission = make_submission($job, make_payable(as_tester()));
    is_ok(give_back($submission, 1000), 'given back');
    wait_until("SELECT state = 'completed' FROM refund WHERE job_id = :'id'", id => $job->{id});
    my $done = sql("SELECT id FROM refund WHERE job_id = :'id'", id => $job->{id});
    is_problem(api($admin, 'retryRefund', { refund_id => $done }, { reason => 'Once more.' }), 'wrong-state', 'what is done is done');
    my $charge = sql("SELECT charge_id FROM payment WHERE job_id = :'id'", id => $job->{id});
    without_events(sub {
        sandbox('POST', 'disputes', { charge => $charge });    # refuses refunds; we do not know yet
        is_ok(give_back($submission, 500), 'given back');
        wait_until("SELECT state = 'failed' FROM refund WHERE job_id = :'id' AND id <> '$done'", id => $job->{id});
    });
    my ($failed) = grep { $_->{state} eq 'failed' } @{ is_ok(api($admin, 'adminListRefunds', { q => $job->{id}, state => 'failed' }), 'the failed')->{items} };
    is($failed->{failure_code}, 'charge_disputed', 'it says why');
    run_jobs();
    ok((grep { $_->{subject} =~ /has not arrived/ } mails_to($builder->{email})), 'the builder has a mail');
    my $dispute = sandbox('GET', 'state?only=disputes')->{disputes};
    my ($own) = grep { $_->{charge} eq $charge } ref $dispute eq 'HASH' ? values %$dispute : @$dispute;
    sandbox('POST', "disputes/$own->{id}/close", { outcome => 'won' });
    release_events();
    is_ok(api($admin, 'unfreezeUser', { user_id => $builder->{id} }, { reason => 'The bank gave it back.' }), 'let go');
    is_ok(api($admin, 'retryRefund', { refund_id => $failed->{id} }, { reason => 'It can go now.' }), 'again');
    wait_until("SELECT state = 'completed' FROM refund WHERE id = :'id'", id => $failed->{id});
    is(money_of($submission), '2750 1100 0 0 1650 0', 'to the cent');
};

subtest 'a refund that failed while the card took all back covers the loss' => sub {
    my $builder    = as_builder();
    my $job        = make_paid_job($builder, seats => 1);
    my $submission = make_submission($job, make_payable(as_tester()));
    my $charge     = sql("SELECT charge_id FROM payment WHERE job_id = :'id'", id => $job->{id});
    my $dispute;
    without_events(sub {
        $dispute = sandbox('POST', 'disputes', { charge => $charge });
        is_ok(give_back($submission, 1000), 'given back');
        wait_until("SELECT state = 'failed' FROM refund WHERE job_id = :'id'", id => $job->{id});
        sandbox('POST', "disputes/$dispute->{id}/close", { outcome => 'lost' });
    });
    release_events();
    wait_until("SELECT state = 'completed' FROM refund WHERE job_id = :'id'", id => $job->{id});
    is(money_of($submission), '2750 1650 0 0 0 1100', 'it is lost, not refunded');
    is(scalar @{ stripe(GET => "refunds?charge=$charge")->{data} // [] }, 0, 'nothing was sent');
};

subtest 'frozen by hand' => sub {
    my $builder = as_builder();
    my $job     = make_paid_job($builder, seats => 2);
    my $tester  = make_payable(as_tester());
    my $work    = make_submission($job, $tester);
    my $standing = is_ok(api($admin, 'freezeUser', { user_id => $builder->{id} }, { reason => 'Looks odd.' }), 'frozen');
    ok($standing->{frozen_at} && $standing->{frozen_reason} eq 'Looks odd.', 'with its reason');
    is_problem(api($admin, 'freezeUser', { user_id => $builder->{id} }, { reason => 'Looks odd.' }), 'wrong-state', 'once');
    is_problem(api(make_payable(as_tester()), 'claimJob', { job_id => $job->{id} }), 'account-frozen', 'nobody takes a seat');
    is_ok(api($builder, 'cancelJob', { job_id => $job->{id} }), 'the builder may still end it');
    is_ok(api($builder, 'approveSubmission', { submission_id => $work->{id} }, {}), 'and approve');
    run_jobs();
    is(sql("SELECT count(*) FROM money_intent WHERE kind <> 'checkout' AND created_at > now() - interval '1 hour' AND (subject_id = :'id'
             OR subject_id IN (SELECT id FROM refund WHERE job_id = :'job'))", id => $work->{id}, job => $job->{id}), 0, 'nothing leaves');
    is_ok(api($admin, 'unfreezeUser', { user_id => $builder->{id} }, { reason => 'It was nothing.' }), 'let go');
    wait_until("SELECT state = 'completed' FROM payout WHERE submission_id = :'id'", id => $work->{id});
    wait_until("SELECT state = 'completed' FROM refund WHERE job_id = :'id'", id => $job->{id});
    books_are($job->{id}, { gateway_balance => -250, platform_fees => 250 }, 'what waited has gone');
    is_problem(api($admin, 'unfreezeUser', { user_id => $builder->{id} }, { reason => 'Again.' }), 'wrong-state', 'once');
};

subtest 'what the lists say, and to whom' => sub {
    my $job     = make_paid_job($builder, seats => 1);
    my $looker  = as_admin(scopes => ['support']);
    my $payment = is_ok(api($looker, 'adminListPayments', { q => $job->{id} }), 'by job')->{items}[0];
    is("$payment->{builder_name} $payment->{state} $payment->{amount_minor}", "$builder->{full_name} succeeded 2750", 'who paid what');
    is_deeply(is_ok(api($looker, 'adminListPayments', { q => $payment->{charge_id} }), 'by the provider\'s id')->{items}, [$payment], 'the same');
    is_deeply(is_ok(api($looker, 'adminListPayments', { q => 'ch_none' }), 'by another')->{items}, [], 'none');
    my $first = is_ok(api($looker, 'adminListRefunds', { limit => 1, state => 'completed' }), 'a page');
    my $next  = is_ok(api($looker, 'adminListRefunds', { limit => 1, state => 'completed', cursor => $first->{next} }), 'the next');
    isnt($next->{items}[0]{id}, $first->{items}[0]{id}, 'has another');
    for my $call ([ 'refundSubmission', { submission_id => $job->{id} }, { amount_minor => 1, reason => 'No scope.' } ],
        [ 'retryRefund', { refund_id => $first->{items}[0]{id} }, { reason => 'No scope.' } ],
        [ 'freezeUser', { user_id => $builder->{id} }, { reason => 'No scope.' } ], [ 'unfreezeUser', { user_id => $builder->{id} }, { reason => 'No scope.' } ]) {
        is_problem(api($looker, @$call), 'forbidden', "$call->[0] is for finance");
    }
    for my $operation (qw(adminListPayments adminListRefunds)) {
        is_problem(api($builder, $operation), 'forbidden', "$operation is not for builders");
    }
    is_problem(api($admin, 'refundSubmission', { submission_id => $job->{id} }, { amount_minor => 1, reason => 'No such work.' }), 'not-found', 'no such work');
};

money_is_sound('after all of this');

done_testing();
