# SPDX-License-Identifier: Apache-2.0
# frozen.t - what a frozen builder, and one of a closed country, cannot begin; and what an
# administrator cannot send for them.
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

done_testing();
