# SPDX-License-Identifier: Apache-2.0
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use Test::More;

# Prices of countries of this file's own: nobody else's estimate changes.
my ($somewhere, $elsewhere) = qw(XA XB);

sub book     { return is_ok(api(undef, 'getPriceBook', {@_}), 'the book') }
sub price_of { my ($book, $type) = @_; return (grep { $_->{service_type} eq $type } @{ $book->{service_types} })[0] }
sub factor_of {
    my ($book, $factor, $option) = @_;
    return (grep { $_->{factor} eq $factor && $_->{option} eq $option } @{ $book->{factors} })[0]{multiplier_bps};
}

sub add_price {
    my (%row) = @_;
    $row{reason} = 'A test';
    my @names = sort keys %row;
    return sql(sprintf("INSERT INTO price (%s) VALUES (%s) RETURNING id", join(', ', @names), join ', ', map { ":'$_'" } @names), %row);
}

sub basket { my ($items, %role) = @_; return { currency => 'usd', roles => [ { seats => 1, items => $items, %role } ] } }

subtest 'anybody reads the book' => sub {
    my $book = book();
    is($book->{currency}, 'usd', 'in the first currency');
    is($book->{market}, undef, 'for everywhere');
    is(scalar @{ $book->{service_types} }, 18, 'with every kind of test');
    is_deeply(price_of($book, 'exploratory'),
        { service_type => 'exploratory', unit => 'session', base_minor => 1500, minutes => 40, enabled => JSON::PP::true },
        'with its price and time');
    is(price_of($book, 'security')->{enabled}, JSON::PP::false, 'and whether it can be bought');
    is(factor_of($book, 'level', 'expert'), 16000, 'with factors');
    is_deeply($book->{bonus_weights}, { critical => 10, major => 5, moderate => 2, minor => 1, trivial => 0 }, 'and the weights of findings');
    is_deeply([ @$book{qw(builder_fee_bps tester_fee_bps hourly_floor_minor)} ], [ 1000, 0, 1200 ], 'fees and floor');
    is(price_of(book(currency => 'eur'), 'exploratory')->{base_minor}, 1400, 'also in another currency');
};

subtest 'every kind of test has a price that pays an hour' => sub {
    for my $currency (qw(usd eur gbp)) {
        my $book = book(currency => $currency);
        my @bad  = grep { $_->{base_minor} * 60 / $_->{minutes} < $book->{hourly_floor_minor} } @{ $book->{service_types} };
        is_deeply([ map { $_->{service_type} } @bad ], [], "in $currency");
    }
};

subtest 'a country\'s own price counts before the one for everywhere' => sub {
    add_price(kind => 'base', service_type => 'accessibility', currency => 'usd', market => $somewhere, amount_minor => 2600, minutes => 50);
    add_price(kind => 'factor', factor => 'turnaround', option => 'urgent', market => $somewhere, multiplier_bps => 20000);
    add_price(kind => 'floor', currency => 'usd', market => $somewhere, amount_minor => 2000);
    my $book = book(market => $somewhere);
    is($book->{market}, $somewhere, 'the country is named');
    is(price_of($book, 'accessibility')->{base_minor}, 2600, 'its price');
    is(price_of($book, 'accessibility')->{minutes}, 50, 'its time');
    is(factor_of($book, 'turnaround', 'urgent'), 20000, 'its factor');
    is($book->{hourly_floor_minor}, 2000, 'its floor');
    is(price_of($book, 'exploratory')->{base_minor}, 1500, 'the rest is as everywhere');
    is(price_of(book(market => $elsewhere), 'accessibility')->{base_minor}, 2000, 'another country has no part in it');
    is(price_of(book(market => $somewhere, currency => 'eur'), 'accessibility')->{base_minor}, 1850, 'nor has another currency');
};

subtest 'a past day has its prices' => sub {
    my $old = add_price(kind => 'base', service_type => 'exploratory', currency => 'usd', market => $somewhere,
        amount_minor => 111, minutes => 40, valid_from => '2026-01-01 00:00Z', valid_until => '2026-02-01 00:00Z');
    my $of = sub { price_of(book(market => $somewhere, at => $_[0]), 'exploratory') };
    is($of->('2026-01-01T00:00:00Z')->{base_minor}, 111, 'from its first instant');
    is($of->('2026-01-31T23:59:59.999Z')->{base_minor}, 111, 'to its last');
    is($of->('2026-02-01T00:00:00Z'), undef, 'not longer');
    is($of->('2025-12-31T23:59:59.999Z'), undef, 'and not before');
    is(book(market => $somewhere, at => '2026-01-15T12:00:00+02:00')->{as_of}, '2026-01-15T10:00:00.000Z', 'the book says of when it is');
};

for my $case (
    [ 'a currency that is none',       { currency => 'USD' },    '/currency', 'bad-format' ],
    [ 'no currency',                   { currency => '' },       '/currency', 'too-short' ],
    [ 'a currency that is not used',   { currency => 'chf' },    '/currency', 'not-allowed' ],
    [ 'a country that is none',        { market => 'Germany' },  '/market',   'bad-format' ],
    [ 'a day that is none',            { at => 'yesterday' },    '/at',       'not-a-time' ],
    [ 'an unknown parameter',          { level => 'expert' },    '/level',    'unknown' ],
) {
    my ($name, $query, $pointer, $code) = @$case;
    subtest "the book refuses $name" => sub {
        my $problem = is_problem(api(undef, 'getPriceBook', $query), 'invalid-input', 'refused');
        is_deeply($problem->{errors}, [ { pointer => $pointer, code => $code } ], 'and says where');
    };
}

subtest 'anybody learns what a plan costs' => sub {
    my $estimate = is_ok(api(undef, 'estimate', {}, {
        currency => 'usd',
        roles    => [
            { seats => 3, level => 'expert', items => [ { service_type => 'exploratory', quantity => 2, bonus_cap_minor => 333 } ] },
            { name => 'Anybody', seats => 2, turnaround => 'fast', confidentiality => 'nda',
              items => [ { service_type => 'functional_scripted', quantity => 7, complexity => 'complex' }, { service_type => 'smoke_release' } ] },
        ],
    }), 'an estimate');
    # 150 x 7 x 1.25 x 1.1 x 1.5 = 2165.625, 800 x 1.25 x 1.1 = 1100
    is_deeply([ map { [ @$_{qw(role item service_type quantity seats unit_minor seat_minor amount_minor minutes)} ] } @{ $estimate->{lines} } ], [
        [ 0, 0, 'exploratory',         2, 3, 2400, 4800, 14400, 240 ],
        [ 1, 0, 'functional_scripted', 7, 2,  309, 2166,  4332, 126 ],
        [ 1, 1, 'smoke_release',       1, 2, 1100, 1100,  2200,  50 ],
    ], 'a line for each item, rounded once');
    is($estimate->{reward_minor}, 14400 + 4332 + 2200, 'the reward');
    is($estimate->{bonus_cap_minor}, 999, 'the bonus');
    is($estimate->{fee_minor}, 3 * 513 + 2 * 327, 'the fee, rounded for each seat');
    is($estimate->{total_minor}, $estimate->{reward_minor} + 999 + $estimate->{fee_minor}, 'and all of it together');
    is($estimate->{minutes}, 240 + 126 + 50, 'the time');
    is($estimate->{hourly_rate_minor}, int(3266 * 60 / 88 + 0.5), 'an hour\'s pay in the role that pays least');
    is($estimate->{below_floor}, JSON::PP::false, 'is enough');
    is_deeply($estimate->{waterfall}, [
        { part => 'testers', amount_minor => 20932 },
        { part => 'bonus', amount_minor => 999 },
        { part => 'platform_fee', amount_minor => $estimate->{fee_minor} },
    ], 'and where each cent goes');
};

subtest 'a plan of nothing costs nothing' => sub {
    my $estimate = is_ok(api(undef, 'estimate', {}, { currency => 'eur', roles => [] }), 'an estimate');
    is_deeply([ @$estimate{qw(currency total_minor hourly_rate_minor expected_findings)} ], [ 'eur', 0, undef, undef ], 'of nothing');
};

subtest 'what is badly paid is called so' => sub {
    my $body = { %{ basket([ { service_type => 'exploratory' } ]), }, market => $elsewhere };
    add_price(kind => 'floor', currency => 'usd', market => $elsewhere, amount_minor => 2250);
    is(is_ok(api(undef, 'estimate', {}, $body), 'priced')->{below_floor}, JSON::PP::false, 'just enough');
    sql("UPDATE price SET valid_until = now() WHERE market = :'market' AND kind = 'floor'", market => $elsewhere);
    add_price(kind => 'floor', currency => 'usd', market => $elsewhere, amount_minor => 2251);
    my $estimate = is_ok(api(undef, 'estimate', {}, $body), 'priced');
    is_deeply([ @$estimate{qw(hourly_rate_minor hourly_floor_minor below_floor)} ], [ 2250, 2251, JSON::PP::true ], 'a cent below the floor');
};

subtest 'past work says how much may be found' => sub {
    my $type = 'competitive_review';
    my $body = basket([ { service_type => $type, quantity => 3 } ], seats => 2);
    my $job  = make_job(as_builder());
    my $done = sub {
        my ($findings, $quantity) = @_;
        sql(q{WITH a AS (INSERT INTO assignment (job_id, tester_id, state, terms, reward_minor, fee_minor, currency, fee_schedule_id, claim_expires_at)
                         SELECT :'job', :'tester', 'returned', '{}', 100, 10, 'usd', min(id), now() FROM fee_schedule RETURNING id),
                   s AS (INSERT INTO submission (assignment_id, service_type, state, reward_minor, fee_minor, out_minor, terms, decided_at, settled_at)
                         SELECT id, :'type', 'approved', 100, 10, 110, jsonb_build_object('quantity', :'quantity'::int), now(), now() FROM a RETURNING id)
              INSERT INTO finding (submission_id, number, title, kind, severity, expected, actual, reproducibility, state)
              SELECT id, n, 'x', 'visual', 'minor', 'x', 'x', 'once', CASE WHEN n > :'findings'::int THEN 'spam' ELSE 'valid' END
                FROM s, generate_series(1, :'findings'::int + 1) n},
            job => $job->{id}, tester => as_tester()->{id}, type => $type, findings => $findings, quantity => $quantity);
    };
    $done->(@$_) for [ 0, 1 ], [ 2, 2 ], [ 2, 1 ], [ 3, 1 ];
    is(is_ok(api(undef, 'estimate', {}, $body), 'priced')->{expected_findings}, undef, 'four reports are too few to say');
    $done->(8, 2);
    is_deeply(is_ok(api(undef, 'estimate', {}, $body), 'priced')->{expected_findings}, { low => 6, high => 18 },
        'the middle half of 0, 1, 2, 3 and 4 a unit, for three units and two testers');
    push @{ $body->{roles}[0]{items} }, { service_type => 'beta_diary' };
    is(is_ok(api(undef, 'estimate', {}, $body), 'priced')->{expected_findings}, undef, 'not when one kind is new');
};

my $session = { service_type => 'exploratory' };
for my $case (
    [ 'no currency',           { roles => [] },                                                   '/currency',                        'required' ],
    [ 'a foreign currency',    { currency => 'chf', roles => [] },                                '/currency',                        'not-allowed' ],
    [ 'an empty country',      { %{ basket([]) }, market => '' },                                 '/market',                          'too-short' ],
    [ 'no roles',              { currency => 'usd' },                                             '/roles',                           'required' ],
    [ 'too many roles',        { currency => 'usd', roles => [ ({ seats => 1, items => [] }) x 21 ] }, '/roles',                      'too-many' ],
    [ 'no seat',               basket([$session], seats => 0),                                    '/roles/0/seats',                   'too-small' ],
    [ 'too many seats',        basket([$session], seats => 101),                                  '/roles/0/seats',                   'too-large' ],
    [ 'an odd level',          basket([$session], level => 'god'),                                '/roles/0/level',                   'not-allowed' ],
    [ 'an odd turnaround',     basket([$session], turnaround => 'now'),                           '/roles/0/turnaround',              'not-allowed' ],
    [ 'too many items',        basket([ ($session) x 31 ]),                                       '/roles/0/items',                   'too-many' ],
    [ 'no kind of test',       basket([ {} ]),                                                    '/roles/0/items/0/service_type',    'required' ],
    [ 'an odd kind of test',   basket([ $session, { service_type => 'gazing' } ]),                '/roles/0/items/1/service_type',    'not-allowed' ],
    [ 'a kind that is off',    basket([ $session, { service_type => 'security' } ]),              '/roles/0/items/1/service_type',    'not-allowed' ],
    [ 'no quantity',           basket([ { %$session, quantity => 0 } ]),                          '/roles/0/items/0/quantity',        'too-small' ],
    [ 'too much of it',        basket([ { %$session, quantity => 1001 } ]),                       '/roles/0/items/0/quantity',        'too-large' ],
    [ 'an odd complexity',     basket([ { %$session, complexity => 'rocket' } ]),                 '/roles/0/items/0/complexity',      'not-allowed' ],
    [ 'a complex role',        basket([$session], complexity => 'complex'),                       '/roles/0/complexity',              'unknown' ],
    [ 'a negative bonus',      basket([ { %$session, bonus_cap_minor => -1 } ]),                  '/roles/0/items/0/bonus_cap_minor', 'too-small' ],
    [ 'a price of one\'s own', basket([ { %$session, base_minor => 1 } ]),                        '/roles/0/items/0/base_minor',      'unknown' ],
) {
    my ($name, $body, $pointer, $code) = @$case;
    subtest "an estimate refuses $name" => sub {
        my $problem = is_problem(api(undef, 'estimate', {}, $body), 'invalid-input', 'refused');
        is_deeply($problem->{errors}, [ { pointer => $pointer, code => $code } ], 'and says where');
    };
}

subtest 'the largest plan that can be sent has a price' => sub {
    my @items = ({ service_type => 'usability_moderated', quantity => 1000, complexity => 'complex', bonus_cap_minor => 100_000_000 }) x 30;
    my %role  = (seats => 100, level => 'expert', device_rarity => 'rare', locale_rarity => 'rare', turnaround => 'urgent', confidentiality => 'nda');
    my $estimate = is_ok(api(undef, 'estimate', {}, { currency => 'usd', roles => [ ({ %role, items => \@items }) x 20 ] }), 'priced');
    is($estimate->{lines}[0]{seat_minor}, 40_095_000, 'to the last cent'); # 45 x 1.6 x 1.5^4 x 1.1 thousand
    is($estimate->{reward_minor}, 40_095_000 * 30 * 100 * 20, 'and adds up');
    my $sum = 0;
    $sum += $_->{amount_minor} for @{ $estimate->{waterfall} };
    is($sum, $estimate->{total_minor}, 'to where each cent goes');
};

done_testing();
