# SPDX-License-Identifier: Apache-2.0
# money.t - money under faults: whatever the provider and the network do, each decision
# moves its money once, and the books stay sound.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use HTTP::Tiny ();
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;
use Test::More;

my $builder = as_builder();
my $tester  = make_payable(make_experienced(as_tester()));

# A job with one seat that was paid for, and work handed in. Returns both.
sub work_to_review {
    my (%options) = @_;
    my $card = delete $options{card};
    my $job  = make_draft($builder, seats => 1, %options);
    pay(publish($builder, $job), $card);
    wait_until("SELECT state = 'open' FROM job WHERE id = :'id'", id => $job->{id});
    return ($job, make_submission($job, $tester));
}

sub approve {
    my ($submission) = @_;
    return is_ok(api($builder, 'approveSubmission', { submission_id => $submission->{id} }, {}), 'approved');
}

# Rejects, and lets the time to dispute pass: the money goes where the builder chose.
sub reject {
    my ($submission) = @_;
    is_ok(api($builder, 'rejectSubmission', { submission_id => $submission->{id} },
        { reason => 'insufficient_evidence', comment => 'There is no picture of the failed step.' }), 'rejected');
    move_clock('submission', $submission->{id}, 'dispute_expires');
    return;
}

sub payout_state { my ($submission) = @_; return sql("SELECT state FROM payout WHERE submission_id = :'id'", id => $submission->{id}) }

sub refund_state { my ($job) = @_; return sql("SELECT string_agg(state, ' ') FROM refund WHERE job_id = :'id'", id => $job->{id}) }

sub transfers_of { my ($job) = @_; return @{ stripe(GET => "transfers?transfer_group=job_$job->{id}&limit=100")->{data} } }

sub refunds_of {
    my ($job) = @_;
    my $intent = sql("SELECT payment_intent_id FROM payment WHERE job_id = :'id'", id => $job->{id});
    return @{ stripe(GET => "refunds?payment_intent=$intent&limit=100")->{data} };
}

sub is_paid_once {
    my ($job, $submission) = @_;
    wait_until("SELECT state = 'completed' FROM payout WHERE submission_id = :'id'", id => $submission->{id});
    is(scalar transfers_of($job), 1, 'one transfer at the provider');
    books_are($job->{id}, { gateway_balance => -250, platform_fees => 250 }, 'one in the books');
    return;
}

sub is_refunded_once {
    my ($job) = @_;
    wait_until("SELECT state = 'refunded' FROM payment WHERE job_id = :'id'", id => $job->{id});
    is(scalar refunds_of($job), 1, 'one refund at the provider');
    books_are($job->{id}, {}, 'nothing is left in the books');
    return;
}

# --- Transfers -----------------------------------------------------------------------

subtest 'the connection is cut after the transfer was made' => sub {
    my ($job, $submission) = work_to_review();
    with_fault({ kind => 'cut_after', method => 'POST', path_prefix => '/v1/transfers' }, sub {
        approve($submission);
        wait_until("SELECT count(*) FROM money_intent WHERE subject_id = :'id' AND attempts > 0", id => $submission->{id});
        hurry();
    });
    is_paid_once($job, $submission);
    is(intents_of($submission->{id}), 'succeeded 1', 'under its first key');
};

subtest 'a server error hides a transfer that was made: it is looked up' => sub {
    my ($job, $submission) = work_to_review();
    without_events(sub {
        with_fault({ kind => '500_after', method => 'POST', path_prefix => '/v1/transfers' }, sub {
            without_retries(sub {
                approve($submission);
                wait_until("SELECT state = 'unknown' FROM money_intent WHERE subject_id = :'id'", id => $submission->{id});
                is(payout_state($submission), 'pending', 'nobody says that it failed');
            });
            hurry();
        });
        is_paid_once($job, $submission);
    });
    is(intents_of($submission->{id}), 'succeeded 1', 'found under its first key');
    my @asked = grep { ($_->{parameters}{'metadata[submission]'} // '') eq $submission->{id} }
        @{ sandbox('GET', 'requests?path=/v1/transfers')->{items} };
    is(scalar @asked, 1, 'and asked for once only');
    release_events();
    is_paid_once($job, $submission);
};

subtest 'a server error without a transfer spends the key: a look-up, then a new one' => sub {
    my ($job, $submission) = work_to_review();
    with_fault({ kind => '500', method => 'POST', path_prefix => '/v1/transfers' }, sub {
        approve($submission);
        wait_until("SELECT attempts > 0 FROM money_intent WHERE subject_id = :'id'", id => $submission->{id});
        hurry();
    });
    is_paid_once($job, $submission);
    is(intents_of($submission->{id}), 'failed 1, succeeded 2', 'the second generation did it');
    ok(sql("SELECT looked_up_at < settled_at + interval '1 second' FROM money_intent
             WHERE subject_id = :'id' AND generation = 1", id => $submission->{id}), 'after a look-up that is on record');
    is(sql("SELECT count(DISTINCT regexp_replace(body, 'generation%5D=[0-9]+', '')) FROM money_intent
             WHERE subject_id = :'id'", id => $submission->{id}), 1, 'with the same request');
};

subtest 'a provider that is too busy is asked again with the same key' => sub {
    my ($job, $submission) = work_to_review();
    with_fault({ kind => '429', method => 'POST', path_prefix => '/v1/transfers' }, sub {
        approve($submission);
        wait_until("SELECT attempts > 0 FROM money_intent WHERE subject_id = :'id'", id => $submission->{id});
        hurry();
    });
    is_paid_once($job, $submission);
    is(sql("SELECT state || ' ' || attempts FROM money_intent WHERE subject_id = :'id'", id => $submission->{id}),
        'succeeded 2', 'the second attempt did it');
    my @asked = grep { ($_->{parameters}{'metadata[submission]'} // '') eq $submission->{id} }
        @{ sandbox('GET', 'requests?path=/v1/transfers')->{items} };
    is_deeply($asked[0]{parameters}, $asked[1]{parameters}, 'with the same bytes');
    is($asked[0]{idempotency_key}, $asked[1]{idempotency_key}, 'and the same key');
};

# Somebody else has used the key that a submission's first transfer will have, for such a
# request. Only PeerTest makes keys like it, so this is what a second, lost book would do.
sub use_its_key {
    my ($submission, $status, %form) = @_;
    my $answer = HTTP::Tiny->new->request('POST', "$ENV{PEERTEST_SANDBOX_URL}/v1/transfers", {
        headers => { Authorization => 'Bearer sk_test_other', 'Idempotency-Key' => "pt1:test:transfer:$submission->{id}:1:1",
            'Content-Type' => 'application/x-www-form-urlencoded' },
        content => HTTP::Tiny->new->www_form_urlencode({ amount => 2500, currency => 'usd', %form }) });
    is($answer->{status}, $status, 'the key is used');
    return;
}

subtest 'a key that the provider holds with other bytes is spent: a look-up, then a new one' => sub {
    my ($job, $submission) = work_to_review();
    use_its_key($submission, 400, destination => 'acct_of_nobody');
    approve($submission);
    is_paid_once($job, $submission);
    is(intents_of($submission->{id}), 'failed 1, succeeded 2', 'the second generation did it');
    ok(sql("SELECT looked_up_at FROM money_intent WHERE subject_id = :'id' AND generation = 1", id => $submission->{id}), 'after a look-up that is on record');
};

subtest 'a key with other bytes whose transfer is there is not renewed' => sub {
    my ($job, $submission) = work_to_review();
    use_its_key($submission, 200,
        destination         => sql("SELECT stripe_account_id FROM account WHERE id = :'id'", id => $tester->{id}),
        transfer_group      => "job_$job->{id}",
        source_transaction  => sql("SELECT charge_id FROM payment WHERE job_id = :'id'", id => $job->{id}),
        'metadata[site]'    => 'test',
        'metadata[intent]'  => "transfer:$submission->{id}:1");
    approve($submission);
    is_paid_once($job, $submission);
    is(intents_of($submission->{id}), 'succeeded 1', 'it was found');
};

# Approves, with a first attempt that fails, and leaves it as when the worker had died after
# it, some time ago.
sub approve_and_forget_the_answer {
    my ($submission, $age) = @_;
    return without_retries(sub {
        approve($submission);
        wait_until("UPDATE money_intent SET state = 'unknown', first_sent_at = now() - :'age'::interval
                     WHERE subject_id = :'id' AND state = 'pending' AND attempts = 1 RETURNING 1",
            id => $submission->{id}, age => $age);
    });
}

# What the provider was asked about transfers: method and status, oldest first.
sub asked_about_transfers {
    return map { join ' ', $_->{method}, $_->{status} // 'cut' } reverse @{ sandbox('GET', 'requests?path=/v1/transfers')->{items} };
}

subtest 'a request of a day ago is not repeated without a look-up' => sub {
    my ($job, $submission) = work_to_review();
    with_fault({ kind => '429', method => 'POST', path_prefix => '/v1/transfers' }, sub {
        approve_and_forget_the_answer($submission, '23 hours 1 minute');
        hurry();
    });
    is_paid_once($job, $submission);
    is(intents_of($submission->{id}), 'failed 1, succeeded 2', 'its key is not used again');
    ok(sql("SELECT looked_up_at FROM money_intent WHERE subject_id = :'id' AND generation = 1", id => $submission->{id}), 'looked up first');
};

subtest 'nothing is sent while the provider cannot be asked' => sub {
    my ($job, $submission) = work_to_review();
    my $before = () = asked_about_transfers();
    with_fault({ kind => '429', method => 'GET', path_prefix => '/v1/transfers' }, sub {
        with_fault({ kind => '429', method => 'POST', path_prefix => '/v1/transfers' }, sub {
            approve_and_forget_the_answer($submission, '1 minute');
        });
        hurry();
        hurry();
    });
    wait_until("SELECT state = 'completed' FROM payout WHERE submission_id = :'id'", id => $submission->{id});
    my @asked = asked_about_transfers();
    is_deeply([ @asked[ $before .. $#asked ] ], [ 'POST 429', 'GET 429', 'GET 200', 'POST 200' ], 'first the look-up, then the request');
    is_paid_once($job, $submission);
    is(intents_of($submission->{id}), 'succeeded 1', 'a good key is kept');
};

subtest 'a transfer that no event told of is found by asking' => sub {
    my ($job, $submission) = work_to_review();
    without_events(sub {
        approve($submission);
        wait_until("SELECT state = 'processing' FROM payout WHERE submission_id = :'id'", id => $submission->{id});
        my $intent = sql("SELECT id FROM money_intent WHERE subject_id = :'id'", id => $submission->{id});
        move_clock('intent', $intent, 'poll');
        is_paid_once($job, $submission);
        is(sql("SELECT count(*) FROM clock WHERE entity_id = :'id'", id => $intent), 0, 'nothing more to ask');
    });
    release_events();
    is_paid_once($job, $submission);
};

subtest 'the event of a transfer may be quicker than its answer' => sub {
    my ($job, $submission) = work_to_review();
    with_fault({ kind => 'slow', method => 'POST', path_prefix => '/v1/transfers', delay_ms => 500 }, sub {
        approve($submission);
        is_paid_once($job, $submission);
    });
    run_jobs();
    is(intents_of($submission->{id}), 'succeeded 1', 'settled once');
};

# The job that sends a submission's transfer.
my $SEND = "kind = 'intent.send' AND payload ->> 'intent_id' IN (SELECT id::text FROM money_intent WHERE subject_id = :'id')";

subtest 'a transfer waits for a provider that is away, however long that takes' => sub {
    my ($job, $submission) = work_to_review();
    my %id = (id => $submission->{id});
    with_fault({ kind => '429', method => 'POST', path_prefix => '/v1/transfers', times => 3 }, sub {
        without_retries(sub {
            approve($submission);
            # Its last try: there are as many delays by default.
            wait_until("UPDATE queue_job SET attempts = 5, due_at = now() WHERE $SEND AND state = 'queued' AND outages = 1 RETURNING 1", %id);
            wait_until("UPDATE queue_job SET due_at = now() WHERE $SEND AND state = 'queued' AND outages = 2 RETURNING 1", %id);
            wait_until("SELECT outages = 3 AND state = 'queued' FROM queue_job WHERE $SEND", %id);
        });
        is(sql("SELECT state || ' ' || COALESCE(failure_code, 'no code') FROM payout WHERE submission_id = :'id'", %id), 'pending no code', 'it has not failed');
        is(intents_of($submission->{id}), 'pending 1', 'never sent');
    });
    hurry();
    is_paid_once($job, $submission);
    is(intents_of($submission->{id}), 'succeeded 1', 'with the key that it had');
};

sub is_waiting_for {
    my ($submission, $what, $name) = @_;
    my ($payout) = grep { $_->{submission_id} eq $submission->{id} } @{ is_ok(api($tester, 'listPayouts', { limit => 5 }), 'the payouts')->{items} };
    return is("$payout->{state} $payout->{waits_for}", "pending $what", $name);
}

sub notices_of_failure {
    my ($submission) = @_;
    return sql("SELECT count(*) FROM notice WHERE kind = 'payout_failed' AND data ->> 'assignment_id' = :'id'", id => $submission->{assignment_id});
}

# Approves while our balance at the provider covers nothing, and keeps the next try back.
sub approve_beyond_balance {
    my ($submission) = @_;
    sandbox('POST', 'faults', { kind => 'balance_insufficient', method => 'POST', path_prefix => '/v1/transfers', times => 100 });
    approve($submission);
    # One statement: the next try is not far. Any of them will do.
    wait_until("UPDATE queue_job SET due_at = now() + interval '1 hour' WHERE $SEND AND state = 'queued' AND attempts > 0 RETURNING 1", id => $submission->{id});
    sandbox('DELETE', 'faults');
    return;
}

sub many_keys { my ($name, $submission) = @_; return like(intents_of($submission->{id}), qr/^(?:failed \d+, )+succeeded \d+$/, $name) }

subtest 'a transfer that our balance does not cover yet is tried again by itself' => sub {
    my ($job, $submission) = work_to_review();
    approve_beyond_balance($submission);
    is_waiting_for($submission, 'balance', 'the tester sees for what');
    is(notices_of_failure($submission), 0, 'nobody is told that it failed');
    hurry();
    is_paid_once($job, $submission);
    many_keys('each try under a key of its own', $submission);
    is(sql("SELECT count(*) FROM money_intent WHERE subject_id = :'id' AND state = 'failed' AND looked_up_at IS NULL", id => $submission->{id}), 0, 'after a look-up that is on record');
    is(sql("SELECT count(*) FROM queue_job WHERE $SEND", id => $submission->{id}), 1, 'by one job, on its schedule');
};

subtest 'once all tries are used up it is shown as failed, and can be redriven' => sub {
    my ($job, $submission) = work_to_review();
    my %id = (id => $submission->{id});
    approve_beyond_balance($submission);
    with_fault({ kind => 'balance_insufficient', method => 'POST', path_prefix => '/v1/transfers' }, sub {
        sql("UPDATE queue_job SET attempts = 5, due_at = now() WHERE $SEND", %id);
        wait_until("SELECT state = 'dead' FROM queue_job WHERE $SEND", %id);
    });
    is(sql("SELECT state || ' ' || failure_code FROM payout WHERE submission_id = :'id'", %id), 'failed balance_insufficient', 'shown as failed, with the reason');
    is(notices_of_failure($submission), 1, 'and told once');
    sql("UPDATE queue_job SET state = 'queued', attempts = 0, due_at = now(), finished_at = NULL WHERE $SEND", %id);
    is_paid_once($job, $submission);
    many_keys('looked up, then under a new key', $submission);
};

subtest 'nothing of it leaves while the builder is frozen' => sub {
    my ($job, $submission) = work_to_review();
    my $admin = as_admin(scopes => ['finance']);
    my $known = sub { intents_of($submission->{id}) };
    approve_beyond_balance($submission);
    is_ok(api($admin, 'freezeUser', { user_id => $builder->{id} }, { reason => 'A test' }), 'frozen');
    my $before = $known->();
    hurry();
    is_waiting_for($submission, 'frozen', 'the tester sees why it waits');
    is($known->(), $before, 'nothing more was asked');
    is_ok(api($admin, 'unfreezeUser', { user_id => $builder->{id} }, { reason => 'It is settled.' }), 'let go');
    is_paid_once($job, $submission);
    many_keys('then it goes out by itself', $submission);
};

# --- Refunds ---------------------------------------------------------------------------

subtest 'a rejected seat is refunded' => sub {
    my ($job, $submission) = work_to_review(on_rejection => 'refund');
    reject($submission);
    is_refunded_once($job);
    is(refund_state($job), 'completed', 'the refund says so');
    is(sql("SELECT concat_ws(' ', charged, held, released, fee, refunded) FROM audit.assignment_money WHERE assignment = :'id'",
        id => $submission->{assignment_id}), '2750 0 0 0 2750', 'reward and fee, to the cent');
    like(sql("SELECT idempotency_key FROM money_intent WHERE kind = 'refund' AND subject_id = :'id'", id => $submission->{id}),
        qr/^pt1:test:refund:\Q$submission->{id}\E:\d+:1$/, 'one for each decision on a submission');
    run_jobs();
    ok((grep { $_->{subject} =~ /refund of .*27\.50/ } mails_to($builder->{email})), 'the builder has a mail');
};

subtest 'a rejected seat that reopens keeps its money in the job' => sub {
    my ($job, $submission) = work_to_review(on_rejection => 'reopen');
    reject($submission);
    wait_until("SELECT state = 'open' FROM job WHERE id = :'id'", id => $job->{id});
    is(refund_state($job), '', 'nothing goes back');
    books_are($job->{id}, { gateway_balance => -2750, builder_clearing => 2750 }, 'for the next tester');
};

subtest 'seats that nobody took go back when the job is cancelled' => sub {
    my $job = make_paid_job($builder, seats => 3);
    my $submission = make_submission($job, $tester);
    is_ok(api($builder, 'cancelJob', { job_id => $job->{id} }), 'cancelled');
    wait_until("SELECT refunded_minor = 5500 FROM payment WHERE job_id = :'id'", id => $job->{id});
    books_are($job->{id}, { gateway_balance => -2750, held => 2750 }, 'the seat in hand keeps its money');
    is(sql("SELECT state FROM payment WHERE job_id = :'id'", id => $job->{id}), 'partly_refunded', 'the payment says so');
    approve($submission);
    is_paid_once($job, $submission);
};

subtest 'a server error hides a refund that was made: it is looked up' => sub {
    my ($job, $submission) = work_to_review(on_rejection => 'refund');
    without_events(sub {
        with_fault({ kind => '500_after', method => 'POST', path_prefix => '/v1/refunds' }, sub {
            without_retries(sub {
                reject($submission);
                wait_until("SELECT state = 'unknown' FROM money_intent WHERE subject_id = :'id'", id => $submission->{id});
            });
            hurry();
        });
        is_refunded_once($job);
    });
    release_events();
    is_refunded_once($job);
};

subtest 'a refund that no event told of is found by asking' => sub {
    my ($job, $submission) = work_to_review(on_rejection => 'refund');
    without_events(sub {
        reject($submission);
        wait_until("SELECT state = 'processing' FROM refund WHERE job_id = :'id'", id => $job->{id});
        move_clock('intent', sql("SELECT intent_id FROM refund WHERE job_id = :'id'", id => $job->{id}), 'poll');
        is_refunded_once($job);
    });
    release_events();
    is_refunded_once($job);
};

subtest 'a refund that takes its time is processing until the bank has decided' => sub {
    my ($job, $submission) = work_to_review(on_rejection => 'refund', card => SLOW_REFUND_CARD);
    reject($submission);
    wait_until("SELECT state = 'processing' FROM refund WHERE job_id = :'id'", id => $job->{id});
    move_clock('intent', sql("SELECT intent_id FROM refund WHERE job_id = :'id'", id => $job->{id}), 'poll');
    run_jobs();
    is(refund_state($job), 'processing', 'still under way');
    books_are($job->{id}, { gateway_balance => -2750, refunds_out => 2750 }, 'owed, not paid');
    my ($refund) = refunds_of($job);
    sandbox('POST', "refunds/$refund->{id}/settle", { outcome => 'succeeded' });
    is_refunded_once($job);
};

subtest 'a refund that the bank sends back is owed again' => sub {
    my ($job, $submission) = work_to_review(on_rejection => 'refund');
    reject($submission);
    is_refunded_once($job);
    my ($refund) = refunds_of($job);
    sandbox('POST', "refunds/$refund->{id}/settle", { outcome => 'failed' });
    wait_until("SELECT state = 'failed' FROM refund WHERE job_id = :'id'", id => $job->{id});
    is(sql("SELECT failure_code FROM refund WHERE job_id = :'id'", id => $job->{id}), 'expired_or_canceled_card', 'and says why');
    books_are($job->{id}, { gateway_balance => -2750, refunds_out => 2750 }, 'owed again');
    is(sql("SELECT state || ' ' || refunded_minor FROM payment WHERE job_id = :'id'", id => $job->{id}), 'succeeded 0', 'nothing has gone back');
    my ($told) = grep { $_->{type} eq 'refund.updated' && $_->{data}{object}{id} eq $refund->{id} } @{ sandbox('GET', 'state?only=events')->{events} };
    sandbox('POST', "events/$told->{id}/resend");
    release_events();
    is(refund_state($job), 'failed', 'an old event does not undo it');
};

# --- Payment pages ---------------------------------------------------------------------

subtest 'a server error while the page is made ends in one page' => sub {
    for my $kind (qw(500_after 500 cut_after)) {
        my $other   = as_builder();
        my $job     = make_draft($other, seats => 1);
        my $payment = with_fault({ kind => $kind, method => 'POST', path_prefix => '/v1/checkout/sessions' }, sub {
            my $made = publish($other, $job);
            hurry();
            return $made;
        });
        wait_until("SELECT checkout_url FROM payment WHERE id = :'id'", id => $payment->{id});
        my $customer = sql("SELECT stripe_customer_id FROM account WHERE id = :'id'", id => $other->{id});
        my $pages    = stripe(GET => "checkout/sessions?customer=$customer")->{data};
        is(scalar @$pages, 1, "$kind: one page");
        pay($payment);
        wait_until("SELECT state = 'open' FROM job WHERE id = :'id'", id => $job->{id});
        books_are($job->{id}, { gateway_balance => -2750, builder_clearing => 2750 }, 'paid once');
    }
};

subtest 'a server error while the customer is made leaves one customer in use' => sub {
    for my $kind (qw(500_after 500 cut_after)) {
        my $other   = as_builder();
        my $payment = with_fault({ kind => $kind, method => 'POST', path_prefix => '/v1/customers' }, sub {
            my $made = publish($other, make_draft($other, seats => 1));
            hurry();
            return $made;
        });
        wait_until("SELECT checkout_url FROM payment WHERE id = :'id'", id => $payment->{id});
        ok(sql("SELECT stripe_customer_id FROM account WHERE id = :'id'", id => $other->{id}), "$kind: there is one");
    }
};

subtest 'a window that is closed while its page is in the making leaves no page open' => sub {
    my $job     = make_draft($builder, seats => 1);
    my $payment = publish_in_vain($builder, $job);
    with_fault({ kind => 'slow', method => 'POST', path_prefix => '/v1/checkout/sessions', delay_ms => 6000 }, sub {
        redrive($payment);
        wait_until("SELECT state = 'unknown' FROM money_intent WHERE subject_id = :'id'", id => $payment->{id});
        my $closed = is_ok(api($builder, 'cancelPayment', { payment_id => $payment->{id} }), 'closed');
        is($closed->{state}, 'cancelled', 'at once');
    });
    wait_until("SELECT checkout_session_id FROM payment WHERE id = :'id'", id => $payment->{id});
    run_jobs();
    is(stripe(GET => 'checkout/sessions/' . session_of($payment))->{status}, 'expired', 'nobody can pay on it');
    is(state_of('job', $job->{id}), 'draft', 'the job is a draft');
};

subtest 'a page that nobody ever saw is asked about for as long as one can live' => sub {
    my $job     = make_draft($builder, seats => 1);
    sandbox('POST', 'faults', { kind => 'cut_before', method => 'POST', path_prefix => '/v1/checkout/sessions', times => 100 });
    my $payment = publish($builder, $job);
    # Nobody sends it again; any of its tries will do.
    wait_until("UPDATE queue_job SET state = 'dead', finished_at = now(), away = NULL, away_since = NULL, outages = 0
                 WHERE kind = 'payment.open' AND payload ->> 'payment_id' = :'id' AND state <> 'running' AND outages > 0 RETURNING 1", id => $payment->{id});
    sandbox('DELETE', 'faults');
    is_ok(api($builder, 'cancelPayment', { payment_id => $payment->{id} }), 'closed');
    wait_until("SELECT state = 'cancelled' FROM payment WHERE id = :'id'", id => $payment->{id});
    my $intent = sql("SELECT id FROM money_intent WHERE subject_id = :'id'", id => $payment->{id});
    my $asked  = sub {
        move_clock('intent', $intent, 'poll');
        run_jobs();
        return sql("SELECT concat_ws(' ', state, failure_code) || ' ' || (SELECT count(*) FROM clock WHERE entity_id = :'id') FROM money_intent WHERE id = :'id'", id => $intent);
    };
    sql("UPDATE money_intent SET first_sent_at = now() - interval '24 hours 50 minutes' WHERE id = :'id'", id => $intent);
    is($asked->(), 'unknown 1', 'a day later it may still be there');
    sql("UPDATE money_intent SET first_sent_at = now() - interval '25 hours 1 minute' WHERE id = :'id'", id => $intent);
    is($asked->(), 'failed lapsed 0', 'then there is nothing more to ask');
    is(sql("SELECT string_agg(kind, ' ' ORDER BY id) FROM event WHERE job_id = :'id'", id => $job->{id}) =~ /payment_cancelled.* payment_page_lapsed$/, 1, 'and that is on record');
    is(state_of('job', $job->{id}), 'draft', 'the job is a draft');
};

money_is_sound('after all of this');

done_testing();
