# SPDX-License-Identifier: Apache-2.0
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use Test::More;

my $admin = as_admin();

# Each subtest has a country of its own, so that nobody else's estimate changes.
my @markets = map { "Q$_" } 'A' .. 'Z';
sub market { return shift @markets }

sub base {
    my ($market, %more) = @_;
    return { kind => 'base', service_type => 'exploratory', currency => 'usd', market => $market,
        amount_minor => 1700, minutes => 45, reason => 'A test', %more };
}

sub set { my ($price) = @_; return is_created(api($admin, 'setPrice', {}, $price), 'set') }

# From, until and amount of all prices of a country, in their order.
sub history {
    my ($market) = @_;
    return sql(q{SELECT string_agg(concat_ws(' ', api.instant(valid_from), coalesce(api.instant(valid_until), 'open'),
                                             coalesce(amount_minor, multiplier_bps)), ', ' ORDER BY valid_from, valid_until, id)
                   FROM price WHERE market = :'market'}, market => $market);
}

sub at { my ($interval) = @_; return sql("SELECT api.instant(now() + :'interval')", interval => $interval) }

sub amount_at {
    my ($market, $at) = @_;
    my $book = is_ok(api(undef, 'getPriceBook', { market => $market, $at ? (at => $at) : () }), 'the book');
    return (grep { $_->{service_type} eq 'exploratory' } @{ $book->{service_types} })[0]{base_minor};
}

subtest 'an administrator sets a price' => sub {
    my $market = market();
    my $price  = set(base($market, reason => 'Testers there ask for more'));
    is_deeply([ @$price{qw(kind service_type factor option market currency amount_minor minutes multiplier_bps valid_until reason)} ],
        [ 'base', 'exploratory', undef, undef, $market, 'usd', 1700, 45, undef, undef, 'Testers there ask for more' ], 'as it was sent');
    is($price->{created_by_name}, $admin->{full_name}, 'by name');
    is(amount_at($market), 1700, 'it holds at once');
    is(sql("SELECT actor_id || ' ' || actor_kind || ' ' || kind || ' ' || amount_minor || ' ' || currency || ' ' || note FROM event WHERE price_id = :'id'", id => $price->{id}),
        "$admin->{id} admin price_set 1700 usd Testers there ask for more", 'and is on record');
};

subtest 'factors and the hourly floor are prices too' => sub {
    my $market = market();
    my $factor = set({ kind => 'factor', factor => 'level', option => 'expert', market => $market, multiplier_bps => 18000, reason => 'Rare' });
    my $floor  = set({ kind => 'floor', currency => 'usd', market => $market, amount_minor => 1500, reason => 'The law' });
    is_deeply([ @$factor{qw(factor option multiplier_bps currency amount_minor)} ], [ 'level', 'expert', 18000, undef, undef ], 'a factor');
    is_deeply([ @$floor{qw(currency amount_minor minutes)} ], [ 'usd', 1500, undef ], 'a floor');
    my $book = is_ok(api(undef, 'getPriceBook', { market => $market }), 'the book');
    is((grep { "$_->{factor} $_->{option}" eq 'level expert' } @{ $book->{factors} })[0]{multiplier_bps}, 18000, 'the factor is in it');
    is($book->{hourly_floor_minor}, 1500, 'so is the floor');
};

subtest 'a new price ends the one before; what was stays' => sub {
    my $market = market();
    my $old    = set(base($market));
    my $new    = set(base($market, amount_minor => 1900, reason => 'Dearer'));
    is(history($market), "$old->{valid_from} $new->{valid_from} 1700, $new->{valid_from} open 1900", 'one begins where the other ends');
    is(amount_at($market), 1900, 'the new one holds');
    is(sql("SELECT end_reason || ' ' || ended_by FROM price WHERE id = :'id'", id => $old->{id}), "Dearer $admin->{id}", 'who ended the old one, and why');
};

subtest 'a price can be planned' => sub {
    my $market = market();
    my $now    = set(base($market));
    my ($soon, $later) = (at('1 day'), at('2 days'));
    my $then = set(base($market, amount_minor => 1900, valid_from => $later));
    is(history($market), "$now->{valid_from} $later 1700, $later open 1900", 'the present one ends then');
    is(amount_at($market), 1700, 'and holds until then');
    is(amount_at($market, $later), 1900, 'the planned one follows');
    set(base($market, amount_minor => 1800, valid_from => $soon));
    is(history($market), "$now->{valid_from} $soon 1700, $soon $later 1800, $later open 1900", 'another fits in between');
    set(base($market, amount_minor => 2000, valid_from => $later));
    is(amount_at($market, $later), 2000, 'a planned one can be replaced');
};

subtest 'after a price for a time the one before holds again' => sub {
    my $market = market();
    my $usual  = set(base($market));
    my ($from, $until) = (at('1 day'), at('3 days'));
    my $sale = set(base($market, amount_minor => 1500, valid_from => $from, valid_until => $until));
    is($sale->{valid_until}, $until, 'it ends by itself');
    is(history($market), "$usual->{valid_from} $from 1700, $from $until 1500, $until open 1700", 'and the usual one goes on');
};

subtest 'two prices cannot cross' => sub {
    my $market = market();
    my ($one, $two, $three) = map { at("$_ days") } 1 .. 3;
    set(base($market, valid_from => $two));
    my $before = history($market);
    is_problem(api($admin, 'setPrice', {}, base($market, valid_from => $one, valid_until => $three)), 'conflict', 'a longer one is refused');
    is(history($market), $before, 'and nothing was stored');
};

subtest 'an hour of one\'s own clock is the same instant' => sub {
    my $market = market();
    my $price = set(base($market, valid_from => '2099-01-01T01:00:00+01:00'));
    is($price->{valid_from}, '2099-01-01T00:00:00.000Z', 'in UTC');
};

subtest 'a price can be ended' => sub {
    my $market = market();
    my $price  = set(base($market));
    my $ended  = is_ok(api($admin, 'endPrice', { price_id => $price->{id} }, { reason => 'Left the country' }), 'ended');
    is_deeply([ @$ended{qw(end_reason ended_by_name)} ], [ 'Left the country', $admin->{full_name} ], 'by whom and why');
    is(amount_at($market), 1500, 'the price for everywhere holds again');
    is(sql("SELECT note FROM event WHERE price_id = :'id' AND kind = 'price_ended'", id => $price->{id}), 'Left the country', 'it is on record');
    my $again = is_problem(api($admin, 'endPrice', { price_id => $price->{id} }, { reason => 'Again' }), 'wrong-state', 'it ends only once');
    is($again->{state}, 'ended', 'and says so');
    is(sql("SELECT count(*) FROM event WHERE price_id = :'id' AND kind = 'price_ended'", id => $price->{id}), 1, 'nothing more is on record');
};

subtest 'a price can be ended later, or before it begins' => sub {
    my $market = market();
    my $price  = set(base($market));
    my ($day, $week) = (at('1 day'), at('7 days'));
    is(is_ok(api($admin, 'endPrice', { price_id => $price->{id}, }, { reason => 'A test', at => $week }), 'ended')->{valid_until}, $week, 'in a week');
    is(is_ok(api($admin, 'endPrice', { price_id => $price->{id}, }, { reason => 'A test', at => $day }), 'ended')->{valid_until}, $day, 'or earlier');
    my $problem = is_problem(api($admin, 'endPrice', { price_id => $price->{id} }, { reason => 'A test', at => $week }), 'invalid-input', 'not later again');
    is_deeply($problem->{errors}, [ { pointer => '/at', code => 'too-large' } ], 'it says why');
    my $planned = set(base($market, valid_from => $week));
    is(is_ok(api($admin, 'endPrice', { price_id => $planned->{id} }, { reason => 'A test' }), 'ended')->{valid_until}, $week, 'a planned one never begins');
    is(amount_at($market, at('8 days')), 1500, 'it does not hold');
    set(base($market, amount_minor => 1800, valid_from => at('6 days'), valid_until => at('9 days')));
    is(amount_at($market, at('8 days')), 1800, 'nor is it in another\'s way');
};

subtest 'what has no price cannot be estimated' => sub {
    my ($id) = sql("SELECT id FROM price WHERE kind = 'base' AND service_type = 'competitive_review' AND currency = 'gbp' AND market IS NULL AND valid_until IS NULL");
    my $plan = { currency => 'gbp', roles => [ { seats => 1, items => [ { service_type => 'competitive_review' } ] } ] };
    is_ok(api(undef, 'estimate', {}, $plan), 'it has one');
    is_ok(api($admin, 'endPrice', { price_id => $id }, { reason => 'A test' }), 'ended');
    my $problem = is_problem(api(undef, 'estimate', {}, $plan), 'invalid-input', 'refused');
    is_deeply($problem->{errors}, [ { pointer => '/roles/0/items/0/service_type', code => 'not-found' } ], 'and says where');
    like($problem->{detail}, qr/no price/, 'and why');
    set({ kind => 'base', service_type => 'competitive_review', currency => 'gbp', amount_minor => 1200, minutes => 45, reason => 'A test' });
    is_ok(api(undef, 'estimate', {}, $plan), 'until it has one again');
};

subtest 'two administrators at once: one after the other' => sub {
    my $market = market();
    my $start  = set(base($market));
    my @admins = map { as_admin() } 1 .. 4;
    for my $round (1 .. 5) {
        my @answers = at_once(map { [ $admins[$_], 'setPrice', {}, base($market, amount_minor => 2000 + 10 * $round + $_) ] } 0 .. 3);
        is_created($_, 'set') for @answers;
    }
    is(sql("SELECT count(*) FROM price WHERE market = :'market'", market => $market), 21, 'all are there');
    is(sql("SELECT count(*) FROM price WHERE market = :'market' AND valid_until IS NULL", market => $market), 1, 'one of them holds');
    is(sql(q{SELECT count(*) FROM (SELECT valid_until, lead(valid_from) OVER (ORDER BY valid_from, valid_until NULLS LAST) AS next
                                     FROM price WHERE market = :'market') p
              WHERE valid_until IS NOT NULL AND valid_until <> next}, market => $market), 0, 'each ends where the next begins');
};

subtest 'setting and ending at once leaves one answer' => sub {
    my $market = market();
    my $price  = set(base($market));
    my ($set, $ended) = at_once(
        [ $admin, 'setPrice', {}, base($market, amount_minor => 1800) ],
        [ as_admin(), 'endPrice', { price_id => $price->{id} }, { reason => 'A test' } ]);
    is_created($set, 'set');
    ok($ended->{status} == 200 || $ended->{data}{type} eq '/problems/wrong-state', 'ended, or too late for it');
    is(sql("SELECT count(*) || ' ' || max(amount_minor) FROM price WHERE market = :'market' AND valid_until IS NULL", market => $market), '1 1800', 'the new one holds');
};

subtest 'the database itself keeps the book in order' => sub {
    my $market = market();
    set(base($market));
    ok(!eval { sql("INSERT INTO price (kind, service_type, currency, market, amount_minor, minutes, reason) VALUES ('base', 'exploratory', 'usd', :'market', 1, 1, 'x')", market => $market); 1 },
        'two prices at a time are refused');
    is(sql("SELECT bool_or(has_column_privilege('peertest_app', 'price', attname, 'UPDATE')) FROM pg_attribute WHERE attrelid = 'price'::regclass AND attnum > 0 AND attname NOT IN ('valid_until', 'end_reason', 'ended_by')"),
        'f', 'the module cannot change a price');
    is(sql("SELECT has_table_privilege('peertest_app', 'price', 'DELETE')"), 'f', 'nor remove one');
};

subtest 'the book is listed with its history' => sub {
    my $market = market();
    my @prices = map { set(base($market, amount_minor => $_)) } 1600, 1700, 1800;
    my $page   = is_ok(api($admin, 'listPrices', { kind => 'base', limit => 2 }), 'a page');
    is_deeply([ map { $_->{id} } @{ $page->{items} } ], [ map { $prices[$_]{id} } 2, 1 ], 'newest first');
    my $next = is_ok(api($admin, 'listPrices', { kind => 'base', limit => 2, cursor => $page->{next} }), 'the next page');
    is($next->{items}[0]{id}, $prices[0]{id}, 'goes on');
    my @of = grep { ($_->{market} // '') eq $market } @{ is_ok(api($admin, 'listPrices', { at => at('1 hour'), limit => 100 }), 'of a day')->{items} };
    is_deeply([ map { $_->{id} } @of ], [ $prices[2]{id} ], 'of an instant there is one');
    is((grep { $_->{kind} ne 'floor' } @{ is_ok(api($admin, 'listPrices', { kind => 'floor' }), 'floors')->{items} }) + 0, 0, 'or of a kind');
    is_problem(api($admin, 'listPrices', { cursor => 'x' }), 'invalid-cursor', 'a broken cursor is refused');
};

subtest 'only administrators see and change it' => sub {
    my $market = market();
    my $price  = set(base($market));
    for my $actor ([ as_builder(), 'forbidden' ], [ as_tester(), 'forbidden' ], [ undef, 'unauthorized' ]) {
        is_problem(api($actor->[0], 'listPrices'), $actor->[1], 'not listed');
        is_problem(api($actor->[0], 'setPrice', {}, base($market)), $actor->[1], 'not set');
        is_problem(api($actor->[0], 'endPrice', { price_id => $price->{id} }, { reason => 'A test' }), $actor->[1], 'not ended');
    }
    is(history($market), "$price->{valid_from} open 1700", 'and nothing was stored');
    is_problem(api($admin, 'endPrice', { price_id => $admin->{id} }, { reason => 'A test' }), 'not-found', 'there must be such a price');
};

subtest 'the second of two identical calls changes nothing' => sub {
    my $market = market();
    my $key    = random_text(12);
    my @twice  = map { api($admin, 'setPrice', {}, base($market), key => $key) } 1, 2;
    is($twice[0]{data}{id}, $twice[1]{data}{id}, 'the same answer');
    is(sql("SELECT count(*) FROM price WHERE market = :'market'", market => $market), 1, 'one price');
};

my $nowhere = market();
for my $case (
    [ 'no kind',                    { reason => 'A test' },                                       '/kind',           'required' ],
    [ 'an odd kind',                base($nowhere, kind => 'gift'),                          '/kind',           'not-allowed' ],
    [ 'no reason',                  base($nowhere, reason => undef),                         '/reason',         'required' ],
    [ 'an empty reason',            base($nowhere, reason => ''),                            '/reason',         'too-short' ],
    [ 'a long reason',              base($nowhere, reason => 'x' x 501),                     '/reason',         'too-long' ],
    [ 'a price of nothing',         base($nowhere, service_type => undef),                   '/service_type',   'required' ],
    [ 'no currency',                base($nowhere, currency => undef),                       '/currency',       'required' ],
    [ 'a currency that is none',    base($nowhere, currency => 'USD'),                       '/currency',       'bad-format' ],
    [ 'a currency not in use',      base($nowhere, currency => 'chf'),                       '/currency',       'not-allowed' ],
    [ 'an odd country',             base('Germany'),                                         '/market',         'bad-format' ],
    [ 'no amount',                  base($nowhere, amount_minor => undef),                   '/amount_minor',   'required' ],
    [ 'a price for free',           base($nowhere, amount_minor => 0),                       '/amount_minor',   'too-small' ],
    [ 'a price beyond the range',   base($nowhere, amount_minor => 100_000_001),             '/amount_minor',   'too-large' ],
    [ 'no time',                    base($nowhere, minutes => undef),                        '/minutes',        'required' ],
    [ 'too much time',              base($nowhere, minutes => 10_001),                       '/minutes',        'too-large' ],
    [ 'a factor with a base',       base($nowhere, multiplier_bps => 10_000),                '/multiplier_bps', 'not-allowed' ],
    [ 'an amount with a factor',    { kind => 'factor', factor => 'level', option => 'any', multiplier_bps => 10_000, amount_minor => 1, reason => 'A test' }, '/amount_minor', 'not-allowed' ],
    [ 'an odd factor',              { kind => 'factor', factor => 'mood', option => 'any', multiplier_bps => 10_000, reason => 'A test' },    '/factor', 'not-allowed' ],
    [ 'an option of another',       { kind => 'factor', factor => 'level', option => 'urgent', multiplier_bps => 10_000, reason => 'A test' }, '/option', 'not-allowed' ],
    [ 'a factor without an option', { kind => 'factor', factor => 'level', multiplier_bps => 10_000, reason => 'A test' },                    '/option', 'required' ],
    [ 'a factor of next to none',   { kind => 'factor', factor => 'level', option => 'any', multiplier_bps => 99, reason => 'A test' }, '/multiplier_bps', 'too-small' ],
    [ 'a floor with minutes',       { kind => 'floor', currency => 'usd', amount_minor => 1, minutes => 1, reason => 'A test' },        '/minutes', 'not-allowed' ],
    [ 'a beginning in the past',    base($nowhere, valid_from => '2026-01-01T00:00:00Z'),    '/valid_from',     'in-the-past' ],
    [ 'a beginning that is none',   base($nowhere, valid_from => 'tomorrow'),                '/valid_from',     'not-a-time' ],
    [ 'an end in the past',         base($nowhere, valid_until => '2026-01-01T00:00:00Z'),   '/valid_until',    'too-small' ],
    [ 'an unknown member',          base($nowhere, created_by => $admin->{id}),              '/created_by',     'unknown' ],
) {
    my ($name, $body, $pointer, $code) = @$case;
    subtest "refuses $name" => sub {
        my $problem = is_problem(api($admin, 'setPrice', {}, $body), 'invalid-input', 'refused');
        is_deeply($problem->{errors}, [ { pointer => $pointer, code => $code } ], 'and says where');
        is(history($nowhere), '', 'and nothing was stored');
    };
}

for my $case (
    [ 'no reason',        {},                                              '/reason', 'required' ],
    [ 'an end that was',  { reason => 'A test', at => '2026-01-01T00:00:00Z' }, '/at',     'in-the-past' ],
    [ 'an end that is none', { reason => 'A test', at => 'soon' },              '/at',     'not-a-time' ],
) {
    my ($name, $body, $pointer, $code) = @$case;
    subtest "ending refuses $name" => sub {
        my $market  = market();
        my $price   = set(base($market));
        my $problem = is_problem(api($admin, 'endPrice', { price_id => $price->{id} }, $body), 'invalid-input', 'refused');
        is_deeply($problem->{errors}, [ { pointer => $pointer, code => $code } ], 'and says where');
        is(history($market), "$price->{valid_from} open 1700", 'and it goes on');
    };
}

done_testing();
