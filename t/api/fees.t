# SPDX-License-Identifier: Apache-2.0
# fees.t - rules of the price book say what both sides pay; what was published or paid keeps
# its fees.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Bids;
use PeerTest::Make;
use PeerTest::Money;
use Test::More;

my $admin = as_admin();

# Countries of this file's own, a new one for each subtest: nobody else's fees change.
my @countries = map { "Y$_" } 'A' .. 'D', 'F' .. 'S', 'U' .. 'Z';
sub country {
    my $country = shift @countries;
    sql("UPDATE price SET valid_until = greatest(valid_from, now())
          WHERE kind = 'fee' AND market = :'country' AND (valid_until IS NULL OR valid_until > now())", country => $country);
    return $country;
}

sub rule {
    my ($country, %members) = @_;
    return is_created(api($admin, 'setPrice', {}, { kind => 'fee', market => $country, reason => 'A test', %members }), 'a rule');
}

sub builder_in { my ($country) = @_; return as_builder(country => $country) }

sub experienced {
    my $tester = as_tester();
    sql("INSERT INTO tester_stat (account_id, approved, decided) VALUES (:'id', 6, 6)
         ON CONFLICT (account_id) DO UPDATE SET approved = 6, decided = 6", id => $tester->{id});
    return $tester;
}

sub rates { my ($form) = @_; return join ' ', map { $form->{$_} // 'none' } qw(builder_fee_bps tester_fee_bps) }
sub fees_of { my ($actor, %query) = @_; return rates(is_ok(api($actor, 'getFees', \%query), 'fees')) }

# What was sealed: both rates, and whether a rule says them.
sub sealed {
    my ($table, $id) = @_;
    return sql("SELECT concat_ws(' ', f.builder_fee_bps, COALESCE(f.builder_rule_id::text, 'site'), f.tester_fee_bps, COALESCE(f.tester_rule_id::text, 'site'))
                  FROM $table t JOIN fee_schedule f ON f.id = t.fee_schedule_id WHERE t.id = :'id'", id => $id);
}

sub seat_of { my ($job, $tester) = @_; return is_created(api($tester, 'claimJob', { job_id => $job->{id} }), 'claimed') }

subtest 'where no rule fits, the site\'s own rates hold' => sub {
    my $country = country();
    is(fees_of(undef), '1000 0', 'for anybody');
    is(fees_of(builder_in($country)), '1000 0', 'for a builder');
    is(rates(is_ok(api(undef, 'getConfig'), 'the settings')), '1000 0', 'the settings say so');
    is(rates(is_ok(api(undef, 'getPriceBook', { market => $country }), 'the book')), '1000 0', 'and the book');
    my $job = make_paid_job(builder_in($country));
    is(sealed(job => $job->{id}), '1000 site 0 site', 'and they are sealed');
};

subtest 'a rule is a row of the price book' => sub {
    my $country = country();
    my $rule    = rule($country, service_type => 'exploratory', builder_fee_bps => 800, tester_fee_bps => 0);
    is_deeply([ @$rule{qw(kind market service_type level builder_fee_bps tester_fee_bps currency amount_minor)} ],
        [ 'fee', $country, 'exploratory', undef, 800, 0, undef, undef ], 'as it was sent');
    my $next = rule($country, service_type => 'exploratory', builder_fee_bps => 700);
    is(sql("SELECT api.instant(valid_until) || ' ' || end_reason FROM price WHERE id = :'id'", id => $rule->{id}), "$next->{valid_from} A test", 'a new rate ends it');
    my ($listed) = grep { $_->{id} eq $rule->{id} } @{ is_ok(api($admin, 'listPrices', { kind => 'fee', limit => 100 }), 'listed')->{items} };
    is($listed->{ended_by_name}, $admin->{full_name}, 'its history says who ended it');
    is(rule($country, service_type => 'exploratory', level => 'expert', tester_fee_bps => 0)->{level}, 'expert', 'one for a level is none of them');
    is(fees_of(builder_in($country), service_type => 'exploratory'), '700 0', 'it holds');
    is_ok(api($admin, 'endPrice', { price_id => $next->{id} }, { reason => 'Over' }), 'ended');
    is(fees_of(builder_in($country), service_type => 'exploratory'), '1000 0', 'then the site\'s own rate holds again');
    my ($from, $until) = map { sql("SELECT api.instant(now() + :'days'::interval)", days => $_) } '1 day', '2 days';
    rule($country, builder_fee_bps => 900);
    rule($country, builder_fee_bps => 100, valid_from => $from, valid_until => $until);
    is(rates(is_ok(api(undef, 'getPriceBook', { market => $country, at => $from }), 'then')), '100 0', 'one can be planned');
    is(rates(is_ok(api(undef, 'getPriceBook', { market => $country, at => $until }), 'later')), '900 0', 'and is followed by the one before');
};

subtest 'the country of who pays and the kind of test decide' => sub {
    my $country = country();
    my $builder = builder_in($country);
    rule($country, builder_fee_bps => 900, tester_fee_bps => 100);
    rule($country, service_type => 'exploratory', builder_fee_bps => 500);
    is(fees_of($builder), '900 100', 'a country');
    is(fees_of($builder, service_type => 'exploratory'), '500 100', 'a kind of test in it');
    is(fees_of($builder, service_type => 'smoke_release'), '900 100', 'not another kind');
    is(fees_of(undef, market => $country, service_type => 'exploratory'), '500 100', 'a visitor names the country');
    is(fees_of(as_builder(), market => $country), '1000 0', 'who is signed in has their own');
    is(fees_of(undef, market => $country), rates(is_ok(api(undef, 'getPriceBook', { market => $country }), 'the book')), 'the book says the same');

    my $role = sub { return { seats => 2, items => [ map { { service_type => $_ } } @_ ] } };
    my $plan = { currency => 'usd', roles => [ $role->('exploratory'), $role->('exploratory', 'smoke_release') ] };
    for my $case ([ 'a builder', $builder, $plan ], [ 'a visitor', undef, { %$plan, market => $country } ]) {
        my ($who, $actor, $body) = @$case;
        my $estimate = is_ok(api($actor, 'estimate', {}, $body), "an estimate for $who");
        my ($one, $two) = @{ $estimate->{lines} }[ 0, 1 ];
        my $both = $two->{seat_minor} + $estimate->{lines}[2]{seat_minor};
        my $half_up = sub { int(($_[0] * $_[1] + 5000) / 10000) };
        is($estimate->{fee_minor}, 2 * $half_up->($one->{seat_minor}, 500) + 2 * $half_up->($both, 900), 'each role at its own rate');
        is($estimate->{tester_fee_minor}, 2 * $half_up->($one->{seat_minor}, 100) + 2 * $half_up->($both, 100), 'on both sides');
    }
    my $saved = is_created(api($builder, 'savePlan', {}, { name => 'A plan', %$plan }), 'a saved plan');
    is($saved->{estimate}{fee_minor}, is_ok(api($builder, 'estimate', {}, $plan), 'priced')->{fee_minor}, 'has the same price');
};

subtest 'a simple job keeps the fees that it was published with' => sub {
    my $country = country();
    my $builder = builder_in($country);
    my $rule    = rule($country, builder_fee_bps => 750, tester_fee_bps => 300);
    my $word    = random_name();
    my $draft   = make_draft($builder, seats => 3, title => "The fees of $word");
    is("$draft->{fee_minor} " . rates($draft), '188 750 300', 'a draft shows what it would cost');
    my $kind = rule($country, service_type => 'functional_scripted', builder_fee_bps => 600);
    my $payment = publish($builder, $draft);
    is("$payment->{amount_minor} $payment->{fee_minor}", 3 * (2500 + 150) . ' 450', 'publishing takes the rates of now');
    is(sealed(job => $draft->{id}), "600 $kind->{id} 300 $rule->{id}", 'and seals which rules they come from');
    run_jobs();
    pay($payment);
    wait_until("SELECT state = 'open' FROM job WHERE id = :'id'", id => $draft->{id});

    rule($country, builder_fee_bps => 2000, tester_fee_bps => 2000);
    rule($country, service_type => 'functional_scripted', builder_fee_bps => 2000, tester_fee_bps => 2000);
    rule($country, level => 'experienced', tester_fee_bps => 1);
    my $job = is_ok(api(as_tester(), 'getJob', { job_id => $draft->{id} }), 'the job');
    is("$job->{fee_minor} " . rates($job), '150 600 300', 'a change of the rules is not for it');
    is(rates(is_ok(api(experienced(), 'getJob', { job_id => $draft->{id} }), 'for another level')), '600 300', 'nor a rule for a level that is new');
    my ($row) = grep { $_->{id} eq $draft->{id} } @{ is_ok(api(undef, 'listJobs', { q => $word }), 'found')->{items} };
    is($row->{net_minor}, 2500 - 75, 'the list shows what a tester gets');
    my $tester = as_tester();
    my $claim  = seat_of($job, $tester);
    is("$claim->{tester_fee_bps} $claim->{submissions}[0]{tester_fee_bps}", '300 300', 'the assignment says what is taken off');
    is(sealed(assignment => $claim->{id}), "600 $kind->{id} 300 $rule->{id}", 'by the rules of then');
    my $copy = is_created(api($builder, 'copyJob', { job_id => $job->{id} }, {}), 'a copy');
    is($copy->{fee_minor}, 500, 'costs what it would cost today');
    money_is_sound();
};

subtest 'a tester\'s level can have a fee of its own' => sub {
    my $country = country();
    my $builder = builder_in($country);
    my $all     = rule($country, builder_fee_bps => 1200, tester_fee_bps => 500);
    my $level   = rule($country, level => 'experienced', tester_fee_bps => 200);
    my $job     = make_paid_job($builder, seats => 2);
    my ($new, $old) = (as_tester(), experienced());
    is(rates(is_ok(api($new, 'getJob', { job_id => $job->{id} }), 'a newcomer')), '1200 500', 'sees the usual one');
    is(rates(is_ok(api($old, 'getJob', { job_id => $job->{id} }), 'an experienced tester')), '1200 200', 'sees their own');
    is(rates(is_ok(api(undef, 'getJob', { job_id => $job->{id} }), 'a visitor')), '1200 500', 'a visitor the usual one');
    is_ok(api($admin, 'endPrice', { price_id => $level->{id} }, { reason => 'Over' }), 'the rule ends');
    is(seat_of($job, $new)->{tester_fee_bps}, 500, 'a seat');
    my $claim = seat_of($job, $old);
    is(sealed(assignment => $claim->{id}), "1200 $all->{id} 200 $level->{id}", 'the other one, as it was published');
    is(is_ok(api($old, 'getAssignment', { assignment_id => $claim->{id} }), 'read')->{tester_fee_bps}, 200, 'as the page said');
    money_is_sound();
};

subtest 'a bid has the fees of today until it is paid' => sub {
    my $country = country();
    my $builder = builder_in($country);
    my $tester  = experienced();
    my $kind    = rule($country, service_type => 'exploratory', builder_fee_bps => 400, tester_fee_bps => 600);
    my $job     = open_plan($builder, seats => 1);
    is(rates(is_ok(api($tester, 'getJob', { job_id => $job->{id} }), 'the job')->{roles}[0]), '400 600', 'a role says what is taken off');
    my $bid = is_created(api($tester, 'createBid', { job_id => $job->{id} }, bid_for($job)), 'a bid');
    is("$bid->{fee_minor} $bid->{charge_minor} $bid->{net_minor} " . rates($bid), '220 5720 4700 400 600', 'so does a bid');
    my $level = rule($country, service_type => 'exploratory', level => 'experienced', tester_fee_bps => 150);
    is(reread($tester, $bid)->{net_minor}, 4925, 'a new rule holds at once');
    is(reread($builder, $bid)->{net_minor}, 4925, 'for both who look at it');
    my $answer = is_ok(api($builder, 'acceptBid', { bid_id => $bid->{id} }, { revision => $bid->{revision} }), 'accepted');
    is("$answer->{payment}{amount_minor} $answer->{payment}{fee_minor}", '5720 220', 'the payment is by them');
    rule($country, service_type => 'exploratory', builder_fee_bps => 3000, tester_fee_bps => 3000);
    rule($country, service_type => 'exploratory', level => 'experienced', tester_fee_bps => 3000);
    is(rates(reread($builder, $bid)), '400 150', 'what is being paid stays');
    run_jobs();
    pay($answer->{payment});
    wait_until("SELECT state = 'accepted' FROM bid WHERE id = :'id'", id => $bid->{id});
    my $seen = reread($tester, $bid);
    is("$seen->{fee_minor} $seen->{net_minor} " . rates($seen), '220 4925 400 150', 'and what is paid');
    is(sealed(assignment => $seen->{assignment_id}), "400 $kind->{id} 150 $level->{id}", 'with the rules that said so');
    money_is_sound();
};

subtest 'work of several kinds is sold as none of them' => sub {
    my $country = country();
    my $builder = builder_in($country);
    rule($country, service_type => 'exploratory', builder_fee_bps => 100);
    my $job = make_plan($builder);
    is(join(', ', map { rates($_) } @{ $job->{roles} }), '1000 0, 100 0', 'the rule is for a role with this kind alone');
};

# Whatever the rates are, the books add up, and the tester gets what was said.
subtest 'odd rates' => sub {
    srand(20261122);
    for my $round (1 .. 6) {
        my $country = country();
        my ($builder_bps, $tester_bps) = $round == 1 ? (10_000, 10_000) : $round == 2 ? (0, 9_999) : (int rand 10_001, int rand 10_001);
        my ($reward, $percent) = (100 + int rand 3000, 1 + int rand 99);
        my $name    = "$builder_bps and $tester_bps of $reward, $percent %";
        my $builder = builder_in($country);
        my $tester  = make_payable(as_tester(country => 'PT'));
        rule($country, builder_fee_bps => $builder_bps, tester_fee_bps => $tester_bps);
        my $job    = make_paid_job($builder, seats => 1, reward_minor => $reward);
        my $work   = make_submission($job, $tester);
        my $fee    = int(($reward * $builder_bps + 5000) / 10000);
        my $part   = is_ok(api($builder, 'approvePartially', { submission_id => $work->{id} }, { percent => $percent, comment => 'A part of it was left out.' }), $name);
        my $net    = $part->{paid_minor} - int(($part->{paid_minor} * $tester_bps + 5000) / 10000);
        move_clock('submission', $work->{id}, 'dispute_expires');
        my $money = is_ok(api($tester, 'getAssignment', { assignment_id => $work->{assignment_id} }), 'settled');
        is($money->{released_minor}, $net, 'the tester gets what is left of it');
        is($money->{released_minor} + $money->{refunded_minor} + $money->{fee_minor}, $reward + $fee, 'nothing is lost');
        is($money->{held_minor}, 0, 'nothing stays');
    }
    money_is_sound();
};

my $nowhere = country();
for my $case (
    [ 'neither side',             {},                                                    '/builder_fee_bps', 'required' ],
    [ 'a level of no side',       { level => 'expert' },                                 '/tester_fee_bps',  'required' ],
    [ 'a level for the builder',  { level => 'expert', builder_fee_bps => 1 },           '/builder_fee_bps', 'not-allowed' ],
    [ 'an odd level',             { level => 'any', tester_fee_bps => 1 },               '/level',           'not-allowed' ],
    [ 'more than all',            { builder_fee_bps => 10_001 },                         '/builder_fee_bps', 'too-large' ],
    [ 'less than nothing',        { tester_fee_bps => -1 },                              '/tester_fee_bps',  'too-small' ],
    [ 'a currency',               { tester_fee_bps => 1, currency => 'usd' },            '/currency',        'not-allowed' ],
    [ 'an amount',                { tester_fee_bps => 1, amount_minor => 1 },            '/amount_minor',    'not-allowed' ],
    [ 'an odd kind of test',      { tester_fee_bps => 1, service_type => 'gazing' },     '/service_type',    'not-allowed' ],
    [ 'a price with a fee',       { kind => 'floor', currency => 'usd', amount_minor => 1, tester_fee_bps => 1 }, '/tester_fee_bps', 'not-allowed' ],
    [ 'a price with a level',     { kind => 'floor', currency => 'usd', amount_minor => 1, level => 'expert' },   '/level',          'not-allowed' ],
) {
    my ($name, $members, $pointer, $code) = @$case;
    subtest "a rule refuses $name" => sub {
        my $problem = is_problem(api($admin, 'setPrice', {}, { kind => 'fee', market => $nowhere, reason => 'A test', %$members }), 'invalid-input', 'refused');
        is_deeply($problem->{errors}, [ { pointer => $pointer, code => $code } ], 'and says where');
        is(sql("SELECT count(*) FROM price WHERE market = :'market' AND valid_until IS NULL", market => $nowhere), 0, 'nothing was stored');
    };
}

for my $case (
    [ 'a country that is none',  { market => 'Germany' },       '/market',       'bad-format' ],
    [ 'an odd kind of test',     { service_type => 'gazing' },  '/service_type', 'not-allowed' ],
    [ 'an unknown parameter',    { level => 'expert' },         '/level',        'unknown' ],
) {
    my ($name, $query, $pointer, $code) = @$case;
    subtest "fees refuse $name" => sub {
        my $problem = is_problem(api(undef, 'getFees', $query), 'invalid-input', 'refused');
        is_deeply($problem->{errors}, [ { pointer => $pointer, code => $code } ], 'and says where');
    };
}

done_testing();
