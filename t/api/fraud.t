# SPDX-License-Identifier: Apache-2.0
# fraud.t - what looks odd about accounts is shown to administrators, with a reason to look.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;
use Test::More;

my $admin = as_admin(scopes => ['support']);

use constant OTHER_CARD => '5555555555554444';

# The signals of one kind about an account, of those that are newest.
sub signals {
    my ($kind, $account) = @_;
    my ($cursor, @items);
    do {
        my $page = is_ok(api($admin, 'listFraudSignals', { limit => 20, defined $cursor ? (cursor => $cursor) : () }), 'the signals');
        push @items, @{ $page->{items} };
        $cursor = $page->{next};
    } while (defined $cursor);
    return grep { $_->{kind} eq $kind && $_->{account_id} eq $account->{id} } @items;
}

subtest 'three declined cards' => sub {
    my $builder = as_builder();
    my $payment = publish($builder, make_draft($builder, seats => 1));
    pay($payment, BAD_CARD) for 1 .. 2;
    release_events();
    is(scalar signals('declined_cards', $builder), 0, 'two can happen to anybody');
    pay($payment, BAD_CARD);
    release_events();
    my ($signal) = signals('declined_cards', $builder);
    is($signal->{count}, 3, 'three are worth a look');
    is($signal->{account_name}, $builder->{full_name}, 'at this account');
};

subtest 'two builders with one card' => sub {
    my @builders = map { as_builder() } 1 .. 2;
    for my $builder (@builders) {
        my $job = make_draft($builder, seats => 1);
        pay(publish($builder, $job), OTHER_CARD);
        wait_until("SELECT card_fingerprint IS NOT NULL FROM payment WHERE job_id = :'id'", id => $job->{id});
    }
    ok((grep { $_->{other_id} eq $builders[1]{id} && $_->{other_name} eq $builders[1]{full_name} } signals('same_card', $builders[0])), 'each points to the other');
    ok((grep { $_->{other_id} eq $builders[0]{id} } signals('same_card', $builders[1])), 'both ways');
};

subtest 'two testers with one bank account' => sub {
    my $bank    = random_name() . '@bank.example';
    my @testers = map { as_account(roles => ['tester'], email => "$_+$bank") } qw(first second);
    for my $tester (@testers) {
        api($tester, 'startPayoutOnboarding', {}, {});
        my $account = sql("SELECT stripe_account_id FROM account WHERE id = :'id'", id => $tester->{id});
        sandbox('POST', "accounts/$account/complete", { outcome => 'active' });
        wait_until("SELECT bank_fingerprint IS NOT NULL FROM account WHERE id = :'id'", id => $tester->{id});
    }
    my ($signal) = signals('same_bank', $testers[0]);
    is($signal->{other_id}, $testers[1]{id}, 'the other one is named');
};

subtest 'one builder who approves one tester at once, again and again' => sub {
    my $builder = as_builder();
    my $tester  = make_experienced(make_payable(as_tester()));
    for (1 .. 3) {
        is(scalar signals('closed_circle', $tester), 0, 'not yet');
        my $work = make_submission(make_job($builder, seats => 1), $tester);
        is_ok(api($builder, 'approveSubmission', { submission_id => $work->{id} }, {}), 'approved');
    }
    my ($signal) = signals('closed_circle', $tester);
    is("$signal->{count} $signal->{other_id}", "3 $builder->{id}", 'three times within minutes');
};

subtest 'chargebacks count' => sub {
    my $builder = as_builder();
    my $job     = make_paid_job($builder, seats => 1);
    sandbox('POST', 'disputes', { charge => sql("SELECT charge_id FROM payment WHERE job_id = :'id'", id => $job->{id}) });
    release_events();
    my ($signal) = signals('chargebacks', $builder);
    is($signal->{count}, 1, 'one');
    ok($signal->{is_frozen}, 'the account is frozen');
};

subtest 'who may look, and how far back' => sub {
    is_problem(api(as_builder(), 'listFraudSignals'), 'forbidden', 'not builders');
    is_problem(api(undef, 'listFraudSignals'), 'unauthorized', 'nor anybody');
    is_problem(api($admin, 'listFraudSignals', { days => 0 }), 'invalid-input', 'a day at least');
    is(scalar @{ is_ok(api($admin, 'listFraudSignals', { limit => 1 }), 'one')->{items} }, 1, 'as many as asked for');
};

done_testing();
