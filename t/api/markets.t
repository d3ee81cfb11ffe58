# SPDX-License-Identifier: Apache-2.0
# markets.t - countries: where builders may publish, where testers can be paid, and from
# which amount on.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;
use Test::More;

my $admin = as_admin(scopes => ['finance']);

sub market { my ($country) = @_; return grep { $_->{country} eq $country } @{ is_ok(api(undef, 'listMarkets'), 'the markets')->{items} } }

sub set_market {
    my ($country, %change) = @_;
    my ($is) = market($country);
    my %body = map { $_ => $is->{$_} } qw(name currency builders testers);
    return api($admin, 'setMarket', { country => $country }, { %body, reason => 'We can pay there now.', %change });
}

my ($yes, $no) = (JSON::PP::true, JSON::PP::false);

subtest 'everybody can see them' => sub {
    my ($germany) = market('DE');
    is("$germany->{name} $germany->{currency}", 'Germany eur', 'a country and its currency');
    ok($germany->{testers} && $germany->{builders}, 'open to both');
    my ($japan) = market('JP');
    ok(!$japan->{testers} && $japan->{builders}, 'elsewhere builders alone');
    is_deeply(is_ok(api($admin, 'adminListMarkets'), 'for administrators'), is_ok(api(undef, 'listMarkets'), 'for all'), 'the same');
};

subtest 'a tester of a closed country cannot set up payouts' => sub {
    my $tester = as_account(roles => ['tester'], country => 'JP');
    is_problem(api($tester, 'startPayoutOnboarding', {}, {}), 'market-closed', 'closed');
    is_problem(api(as_account(roles => ['tester'], country => 'XZ'), 'startPayoutOnboarding', {}, {}), 'market-closed', 'a country that is in no list, too');
    is(sql("SELECT stripe_account_id IS NULL FROM account WHERE id = :'id'", id => $tester->{id}), 't', 'nothing was made');
    is_ok(set_market('JP', testers => $yes), 'opened');
    ok(is_ok(api($tester, 'startPayoutOnboarding', {}, {}), 'now')->{url}, 'there is a page to go to');
    is_ok(set_market('JP', testers => $no), 'closed again');
};

subtest 'a builder of a closed country cannot publish' => sub {
    my $builder = as_account(roles => ['builder'], country => 'BR');
    my $job     = make_draft($builder);
    is_ok(set_market('BR', builders => $no), 'closed');
    is_problem(api($builder, 'publishJob', { job_id => $job->{id} }), 'market-closed', 'closed');
    is_problem(api($builder, 'publishJob', { job_id => make_plan_draft($builder)->{id} }), 'market-closed', 'for plans as well');
    is(state_of('job', $job->{id}), 'draft', 'it stays a draft');
    is_ok(set_market('BR', builders => $yes), 'opened');
    is_ok(api($builder, 'publishJob', { job_id => $job->{id} }), 'published');
};

subtest 'small amounts add up to the threshold of the tester\'s country' => sub {
    my $builder = as_builder();
    my $tester  = make_experienced(make_payable(as_tester(country => 'PT')));
    is_ok(set_market('PT', payout_min_minor => 5000), 'a threshold');
    my $pay = sub {
        my $work = make_submission(make_paid_job($builder, seats => 1), $tester);
        is_ok(api($builder, 'approveSubmission', { submission_id => $work->{id} }, {}), 'approved');
        run_jobs();
        return $work;
    };
    my $first  = $pay->();
    my $payout = is_ok(api($tester, 'listPayouts'), 'the payouts')->{items}[0];
    is("$payout->{state} $payout->{waits_for} $payout->{threshold_minor}", 'pending threshold 5000', 'it waits, and says for how much');
    ok($payout->{waits_since}, 'and since when');
    is(intents_of($first->{id}), '', 'nothing was sent');
    my $elsewhere = make_payable(as_tester(country => 'ES'));
    my $other     = make_submission(make_paid_job($builder, seats => 1), $elsewhere);
    is_ok(api($builder, 'approveSubmission', { submission_id => $other->{id} }, {}), 'somewhere else');
    wait_until("SELECT state = 'completed' FROM payout WHERE submission_id = :'id'", id => $other->{id});
    my $second = $pay->();
    wait_until("SELECT state = 'completed' FROM payout WHERE submission_id = :'id'", id => $_->{id}) for $first, $second;
    my $third = $pay->();
    is(intents_of($third->{id}), '', 'the next waits again');
    is_ok(set_market('PT'), 'the threshold goes');
    wait_until("SELECT state = 'completed' FROM payout WHERE submission_id = :'id'", id => $third->{id});
};

subtest 'a new country, and who may do it' => sub {
    my %body = (name => 'Iceland', currency => 'isk', builders => $yes, testers => $yes, reason => 'The agreement is signed.');
    is_ok(api($admin, 'setMarket', { country => 'IS' }, \%body), 'added');
    is((market('IS'))[0]{currency}, 'isk', 'it is there');
    is(sql("SELECT reason FROM admin_action WHERE kind = 'setMarket' AND entity_id = 'IS' ORDER BY id DESC LIMIT 1"), $body{reason}, 'with its reason in the audit trail');
    is_problem(api($admin, 'setMarket', { country => 'is' }, \%body), 'not-found', 'capital letters');
    is_problem(api($admin, 'setMarket', { country => 'IS' }, { %body, payout_min_minor => -1 }), 'invalid-input', 'no threshold below zero');
    is_problem(api($admin, 'setMarket', { country => 'IS' }, { map { $_ => $body{$_} } qw(name currency builders testers) }), 'invalid-input', 'not without a reason');
    is_problem(api(as_admin(scopes => ['support']), 'setMarket', { country => 'IS' }, \%body), 'forbidden', 'it is for finance');
    is_problem(api(as_builder(), 'setMarket', { country => 'IS' }, \%body), 'forbidden', 'not for builders');
};

money_is_sound('after all of this');

done_testing();
