# SPDX-License-Identifier: Apache-2.0
# frozen.t - what a frozen builder, and one of a closed country, cannot begin; what an
# administrator cannot send for them; and what becomes of pages that they could have paid on.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Bids;
use PeerTest::Make;
use PeerTest::Money;
use Test::More;

sub freeze { my ($builder) = @_; return sql("UPDATE account SET frozen_at = now(), frozen_reason = 'A test' WHERE id = :'id'", id => $builder->{id}) }

for my $case ([ 'submitted', 'acceptBid', sub { return { revision => $_[0]{revision} } } ], [ 'agreed', 'payBid', sub { return undef } ]) {
    my ($state, $operation, $body) = @$case;
    subtest $operation => sub {
        my ($bid, undef, $builder) = bid_in_state($state);
        sql("INSERT INTO market (country, name, currency, builders) VALUES ('ZZ', 'Nowhere', 'usd', false) ON CONFLICT DO NOTHING");
        sql("UPDATE account SET country = 'ZZ' WHERE id = :'id'", id => $builder->{id});
        is_problem(api($builder, $operation, { bid_id => $bid->{id} }, $body->($bid)), 'market-closed', 'not from a closed country');
        freeze($builder);
        is_problem(api($builder, $operation, { bid_id => $bid->{id} }, $body->($bid)), 'account-frozen', 'not while frozen');
        is(sql("SELECT state FROM bid WHERE id = :'id'", id => $bid->{id}), $state, 'nothing moved');
    };
}

subtest 'retryPayout' => sub {
    my $builder = as_builder();
    my $work    = make_submission(make_paid_job($builder, seats => 1), make_payable(as_tester()));
    is_ok(api($builder, 'approveSubmission', { submission_id => $work->{id} }, {}), 'approved');
    run_jobs();
    my $id = sql("SELECT id FROM payout WHERE submission_id = :'id'", id => $work->{id});
    my $was = sql("SELECT state FROM payout WHERE id = :'id'", id => $id);
    sql("UPDATE payout SET state = 'failed' WHERE id = :'id'", id => $id);
    freeze($builder);
    is_problem(api(as_admin(scopes => ['finance']), 'retryPayout', { payout_id => $id }, { reason => 'Try it again.' }), 'account-frozen', 'not for a frozen builder');
    sql("UPDATE payout SET state = :'was' WHERE id = :'id'", id => $id, was => $was);
};

# --- Open pages ------------------------------------------------------------------------

my $admin = as_admin(scopes => ['finance']);

sub freeze_by_hand { my ($builder) = @_; return is_ok(api($admin, 'freezeUser', { user_id => $builder->{id} }, { reason => 'A test' }), 'frozen') }

# A payment whose page is there: of a simple job, or of a bid.
my %pages = (
    'a simple job' => sub {
        my $builder = as_builder();
        my $job     = make_draft($builder, seats => 1);
        my $payment = publish($builder, $job);
        return { builder => $builder, payment => $payment, waits => sub { state_of('job', $job->{id}) }, before => 'draft', paid => 'open', job => $job };
    },
    'a bid' => sub {
        my ($bid, $job, $builder) = bid_in_state('awaiting_payment');
        my $id = sql("SELECT id FROM payment WHERE bid_id = :'id' AND state = 'pending'", id => $bid->{id});
        wait_until("SELECT checkout_session_id IS NOT NULL FROM payment WHERE id = :'id'", id => $id);
        return { builder => $builder, payment => { id => $id }, waits => sub { bid_of($bid, 'state') }, before => 'submitted', paid => 'accepted', job => $job };
    },
);

for my $what (sort keys %pages) {
    subtest "a page of $what closes with the freeze" => sub {
        my $case = $pages{$what}->();
        freeze_by_hand($case->{builder});
        wait_until("SELECT state = 'cancelled' FROM payment WHERE id = :'id'", id => $case->{payment}{id});
        is($case->{waits}->(), $case->{before}, 'what waited for it is what it was');
        is(stripe(GET => 'checkout/sessions/' . session_of($case->{payment}))->{status}, 'expired', 'the page is closed at the provider');
        ok(!eval { pay($case->{payment}); 1 }, 'nobody can pay on it');
        is(sql("SELECT count(*) FROM clock WHERE entity_id = :'id'", id => $case->{payment}{id}), 0, 'no clock is left');
        books_are($case->{job}{id}, {}, 'no money has moved');
        is(sql("SELECT sum(seats_reserved) FROM job_role WHERE job_id = :'id'", id => $case->{job}{id}), $what eq 'a bid' ? 0 : '', 'and no seat is kept');
    };

    subtest "who has paid for $what a moment before the freeze has paid" => sub {
        my $case = $pages{$what}->();
        without_events(sub {
            pay($case->{payment});
            freeze_by_hand($case->{builder});
            wait_until("SELECT state = 'succeeded' FROM payment WHERE id = :'id'", id => $case->{payment}{id});
        });
        is($case->{waits}->(), $case->{paid}, 'what waited for it goes on');
        release_events();
        is(sql("SELECT count(*) FROM ledger_transaction WHERE payment_id = :'id' AND kind = 'payment'", id => $case->{payment}{id}), 1, 'booked once, with all events there');
        is(sql("SELECT count(*) FROM refund WHERE payment_id = :'id'", id => $case->{payment}{id}), 0, 'nothing goes back');
        is_problem(api(as_tester(), 'claimJob', { job_id => $case->{job}{id} }), 'account-frozen', 'but nobody takes a seat') if $what eq 'a simple job';
    };
}

subtest 'money that comes after the page was closed here waits to go back' => sub {
    my $case = $pages{'a simple job'}->();
    without_events(sub {
        pay($case->{payment});
        # As when the window was closed here while the page could not be closed there.
        sql("UPDATE payment SET state = 'cancelled', ended_at = now() WHERE id = :'id'", id => $case->{payment}{id});
        sql("UPDATE job SET state = 'draft' WHERE id = :'id'", id => $case->{job}{id});
        freeze_by_hand($case->{builder});
    });
    release_events();
    my ($refund) = @{ is_ok(api($case->{builder}, 'listMyRefunds'), 'the refunds')->{items} };
    is("$refund->{reason} $refund->{state} $refund->{waits_for}", 'late_payment pending frozen', 'owed, and kept back');
    is_ok(api($admin, 'unfreezeUser', { user_id => $case->{builder}{id} }, { reason => 'It is settled.' }), 'let go');
    wait_until("SELECT state = 'completed' FROM refund WHERE id = :'id'", id => $refund->{id});
    books_are($case->{job}{id}, {}, 'then it is back');
};

subtest 'a page that is in the making when the freeze comes is not left open' => sub {
    my $builder = as_builder();
    my $job     = make_draft($builder, seats => 1);
    my $payment = publish_in_vain($builder, $job);
    with_fault({ kind => 'slow', method => 'POST', path_prefix => '/v1/checkout/sessions', delay_ms => 3000 }, sub {
        redrive($payment);
        wait_until("SELECT state = 'unknown' FROM money_intent WHERE subject_id = :'id'", id => $payment->{id});
        freeze_by_hand($builder);
        wait_until("SELECT state = 'cancelled' FROM payment WHERE id = :'id'", id => $payment->{id});
    });
    wait_until("SELECT checkout_session_id FROM payment WHERE id = :'id'", id => $payment->{id});
    run_jobs();
    is(stripe(GET => 'checkout/sessions/' . session_of($payment))->{status}, 'expired', 'closed as soon as it was there');
    is(state_of('job', $job->{id}), 'draft', 'the job is a draft');
};

subtest 'publishing and freezing at once leave no page open' => sub {
    for (1 .. 3) {
        my $builder = as_builder();
        my $job     = make_draft($builder, seats => 1);
        my ($published) = at_once([ $builder, 'publishJob', { job_id => $job->{id} } ], [ $admin, 'freezeUser', { user_id => $builder->{id} }, { reason => 'A test' } ]);
        run_jobs();
        is(sql("SELECT count(*) FROM payment WHERE job_id = :'id' AND state = 'pending'", id => $job->{id}), 0, "no page ($published->{status})");
        is(state_of('job', $job->{id}), 'draft', 'the job is a draft');
    }
};

subtest 'a builder sees it, and a tester is not told' => sub {
    my $builder = as_builder();
    is(is_ok(api($builder, 'getMe'), 'before')->{payments_frozen_at}, undef, 'not frozen');
    freeze_by_hand($builder);
    like(is_ok(api($builder, 'getMe'), 'frozen')->{payments_frozen_at}, qr/^\d{4}-/, 'since then');
    is_ok(api($admin, 'unfreezeUser', { user_id => $builder->{id} }, { reason => 'It is settled.' }), 'let go');
    is(is_ok(api($builder, 'getMe'), 'after')->{payments_frozen_at}, undef, 'not any more');
};

money_is_sound('after all of this');

done_testing();
