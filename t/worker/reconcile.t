# SPDX-License-Identifier: Apache-2.0
# reconcile.t - our book and the provider's are compared both ways: every difference is
# listed, none is repaired. Differences are asked for by what this file made; other files
# make jobs without the provider, which differ, too.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;
use Test::More;

my $builder = as_builder();
my $tester  = make_payable(as_tester());

# Compares, over the whole book or since an instant. Returns the comparison's id.
sub compare {
    my ($since) = @_;
    none_under_way();
    my $id = sql('SELECT id FROM api.reconciliation_request(' . (defined $since ? "'$since'" : 'NULL') . ', NULL)');
    wait_until("SELECT state IN ('done', 'failed') FROM reconciliation WHERE id = :'id'", id => $id);
    is(state_of('reconciliation', $id), 'done', 'compared');
    return $id;
}

# The schedule asks for comparisons, too, and there is one at a time.
sub none_under_way {
    for (1 .. 5) {
        hurry();
        return unless sql("SELECT count(*) FROM reconciliation WHERE state IN ('queued', 'running')
                              AND id::text IN (SELECT payload ->> 'reconciliation_id' FROM queue_job WHERE state IN ('queued', 'running'))");
    }
    die "a comparison does not end\n";
}

# What a comparison says about an object of the provider or of ours: "kind what ours theirs".
sub says {
    my ($run, $id) = @_;
    return sql(q{SELECT string_agg(concat_ws(' ', kind, what, coalesce(ours, '-'), coalesce(theirs, '-')), ', ' ORDER BY kind, what)
                   FROM reconciliation_difference
                  WHERE reconciliation_id = :'run' AND :'id' IN (provider_id, our_id)}, run => $run, id => $id);
}

# A seat that was paid for, approved and transferred, and a second one that was refunded.
my $job = make_paid_job($builder, seats => 1);
my $done = make_submission($job, $tester);
is_ok(api($builder, 'approveSubmission', { submission_id => $done->{id} }, {}), 'approved');
wait_until("SELECT state = 'completed' FROM payout WHERE submission_id = :'id'", id => $done->{id});
my $void = make_paid_job($builder, seats => 1);
is_ok(api($builder, 'cancelJob', { job_id => $void->{id} }, {}), 'cancelled');
wait_until("SELECT state = 'completed' FROM refund WHERE job_id = :'id'", id => $void->{id});

my ($charge, $intent) = split /\|/, sql("SELECT charge_id, payment_intent_id FROM payment WHERE job_id = :'id'", id => $job->{id});
my ($transfer, $amount) = split /\|/, sql("SELECT transfer_id, amount_minor FROM payout WHERE submission_id = :'id'", id => $done->{id});
my ($refund, $gone) = split /\|/, sql("SELECT provider_id, amount_minor FROM refund WHERE job_id = :'id'", id => $void->{id});
my $void_charge = sql("SELECT charge_id FROM payment WHERE job_id = :'id'", id => $void->{id});
my $account = sql("SELECT stripe_account_id FROM account WHERE id = :'id'", id => $tester->{id});

subtest 'what both have alike is no difference' => sub {
    my $run = compare();
    is(says($run, $_), '', "nothing about $_") for $charge, $void_charge, $transfer, $refund;
    my $counts = sql("SELECT counts FROM reconciliation WHERE id = :'id'", id => $run);
    like($counts, qr/"$_": [1-9]/, "${_}s were read") for qw(charge transfer refund);
    is(sql("SELECT count(*) FROM reconciliation_object WHERE reconciliation_id = :'id'", id => $run), 0, 'what was read is gone again');
};

subtest 'it is found what the provider has and we have not' => sub {
    my $extra = stripe(POST => 'transfers', amount => 123, currency => 'usd', destination => $account, source_transaction => $charge,
        'metadata[site]' => 'another-marketplace');
    my $secret = stripe(POST => 'refunds', payment_intent => $intent, amount => 77,
        'metadata[site]' => site(), 'metadata[refund]' => 'b0a4a1f5-0000-7000-8000-000000000001');
    my $run = compare();
    is(says($run, $secret->{id}), 'refund missing_here - 77', 'a refund that nobody here decided');
    is(says($run, $charge), 'charge returned 0 77', 'the charge it was taken from');
    is(says($run, $extra->{id}), '', 'an object with another site\'s mark is none of ours');
    is(sql("SELECT counts ->> 'balance' FROM reconciliation WHERE id = :'id'", id => $run), 'shared_account',
        'and the balance of a shared account is not compared');
};

subtest 'and what we have and the provider has not, or has otherwise' => sub {
    my $payout = sql("SELECT id FROM payout WHERE submission_id = :'id'", id => $done->{id});
    sql("UPDATE payout SET amount_minor = amount_minor + 5 WHERE id = :'id'", id => $payout);
    sql("UPDATE refund SET provider_id = 're_unheard_of', state = 'processing' WHERE provider_id = :'id'", id => $refund);
    my $run = compare();
    is(says($run, $transfer), 'transfer amount ' . ($amount + 5) . " $amount", 'another amount');
    is(says($run, 're_unheard_of'), "refund missing_there $gone -", 'a refund that is not there');
    is(says($run, $refund), "refund missing_here - $gone", 'and there is one that we know nothing of');
    is(sql("SELECT amount_minor FROM payout WHERE id = :'id'", id => $payout), $amount + 5, 'nothing was repaired');
    sql("UPDATE payout SET amount_minor = amount_minor - 5 WHERE id = :'id'", id => $payout);
    sql("UPDATE refund SET provider_id = NULL, state = 'pending' WHERE provider_id = 're_unheard_of'");
    is(says(compare(), $refund), '', 'what was done just now, and is awaited, may be on its way to us');
    sql("UPDATE refund SET provider_id = :'id', state = 'completed' WHERE job_id = :'job'", id => $refund, job => $void->{id});
};

subtest 'a transfer that was taken back behind our back' => sub {
    without_events(sub {
        stripe(POST => "transfers/$transfer/reversals");
        is(says(compare(), $transfer), "transfer returned 0 $amount", 'is found');
    });
    release_events();
    is(says(compare(), $transfer), '', 'and is no difference once we know of it');
};

subtest 'a window leaves out what is older' => sub {
    my $run = compare(sql("SELECT now() + interval '1 minute'"));
    is(sql("SELECT count(*) FROM reconciliation_difference WHERE reconciliation_id = :'id' AND kind IN ('charge', 'transfer', 'refund')",
        id => $run), 0, 'neither side is looked at');
    is(sql("SELECT counts ->> 'balance' FROM reconciliation WHERE id = :'id'", id => $run), 'part_of_the_book', 'nor the balance');
};

subtest 'lists are read in pages' => sub {
    stripe(POST => 'transfers', amount => 1, currency => 'usd', destination => $account, source_transaction => $void_charge,
        'metadata[site]' => 'another-marketplace')
        for 1 .. 101;
    my $run = compare();
    my @read = grep { $_->{method} eq 'GET' && $_->{parameters}{starting_after} } @{ sandbox('GET', 'requests?path=/v1/transfers')->{items} };
    ok(@read > 0, 'the second page begins after the last of the first');
    ok(sql("SELECT (counts ->> 'foreign')::int > 100 FROM reconciliation WHERE id = :'id'", id => $run) eq 't', 'all were seen');
};

subtest 'while the provider is down nothing is said, and then it goes on' => sub {
    with_fault({ kind => '500', method => 'GET', path_prefix => '/v1/refunds' }, sub {
        none_under_way();
        my $id;
        without_retries(sub {
            $id = sql('SELECT id FROM api.reconciliation_request(NULL, NULL)');
            wait_until(q{SELECT outages = 1 AND state = 'queued' FROM queue_job WHERE payload ->> 'reconciliation_id' = :'id'}, id => $id);
            is(sql("SELECT state || ' ' || reading FROM reconciliation WHERE id = :'id'", id => $id), 'running refund', 'it waits at the list that failed');
        });
        hurry();
        is(state_of('reconciliation', $id), 'done', 'done at the second try');
    });
};

subtest 'one at a time; one whose job has died is given up' => sub {
    none_under_way();
    my $dead = sql("INSERT INTO reconciliation (state) VALUES ('running') RETURNING id");
    my $next = compare();
    is(state_of('reconciliation', $dead), 'failed', 'the dead one');
    is(state_of('reconciliation', $next), 'done', 'the next one');
};

# This site's mark.
sub site {
    my ($any) = grep { $_->{metadata}{site} } values %{ { map { $_->{id} => $_ } @{ stripe(GET => "charges?payment_intent=$intent")->{data} } } };
    return $any->{metadata}{site};
}

money_is_sound('the comparison has moved nothing');
done_testing();
