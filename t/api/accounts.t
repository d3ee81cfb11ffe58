# SPDX-License-Identifier: Apache-2.0
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use Test::More;

subtest 'an account is shown to its owner' => sub {
    my $tester = as_tester(full_name => 'Ada Lovelace', locale => 'de-CH', time_zone => 'Europe/Zurich', country => 'CH');
    my $user   = is_ok(api($tester, 'getMe'), 'shown');
    is($user->{id},    $tester->{id},    'the id');
    is($user->{email}, $tester->{email}, 'the address');
    is_deeply($user->{roles}, ['tester'], 'the roles');
    is_deeply([ @$user{qw(full_name locale time_zone country payout_state)} ],
        [ 'Ada Lovelace', 'de-CH', 'Europe/Zurich', 'CH', 'active' ], 'and what it says');
    ok($user->{email_verified} && !$user->{totp_enabled}, 'verified, without a second factor');
};

subtest 'and to nobody else' => sub {
    is_problem(api(undef, 'getMe'), 'unauthorized', 'nobody is refused');
    is_problem(api(undef, 'updateMe', {}, { full_name => 'X' }), 'unauthorized', 'nobody changes it');
    is_problem(api(undef, 'addRole', {}, { role => 'tester' }), 'unauthorized', 'nobody gets a role');
};

subtest 'its owner changes what he names, and nothing else' => sub {
    my $actor = as_builder(full_name => 'Before', country => 'FR');
    my $user  = is_ok(api($actor, 'updateMe', {}, { full_name => 'After', time_zone => 'America/New_York' }), 'changed');
    is_deeply([ @$user{qw(full_name time_zone locale country)} ], [ 'After', 'America/New_York', 'en', 'FR' ], 'as asked');
    is(sql("SELECT full_name FROM account WHERE id = '$actor->{id}'"), 'After', 'and stored');
    $user = is_ok(api($actor, 'updateMe', {}, { country => '', locale => 'zh-Hant-TW' }), 'changed again');
    is_deeply([ @$user{qw(full_name locale country)} ], [ 'After', 'zh-Hant-TW', undef ], 'an empty country is none');
    is_deeply(is_ok(api($actor, 'updateMe', {}, {}), 'nothing named'), $user, 'nothing changed');
    is_deeply(is_ok(api($actor, 'updateMe', {}, { full_name => undef }), 'null named'), $user, 'null is as absent');
};

subtest 'what it refuses' => sub {
    my $actor = as_builder(full_name => 'Before');
    for my $case (
        [ 'an empty name',            { full_name => '' },            '/full_name', 'too-short' ],
        [ 'a name of blanks',         { full_name => '   ' },         '/full_name', 'too-short' ],
        [ 'a name of two lines',      { full_name => "A\nBcc: b" },   '/full_name', 'bad-format' ],
        [ 'a name that rings a bell', { full_name => "A\a" },         '/full_name', 'bad-format' ],
        [ 'a name that is too long',  { full_name => 'x' x 121 },     '/full_name', 'too-long' ],
        [ 'a name that is a number',  { full_name => 7 },             '/full_name', 'not-a-string' ],
        [ 'a language that is none',  { locale    => 'english' },     '/locale',    'bad-format' ],
        [ 'a language with a path',   { locale    => 'en/../x' },     '/locale',    'bad-format' ],
        [ 'an unknown zone',          { time_zone => 'Mars/Base' },   '/time_zone', 'not-allowed' ],
        [ 'a zone that is an offset', { time_zone => '+02:00' },      '/time_zone', 'not-allowed' ],
        [ 'a zone in SQL',            { time_zone => "x'; SELECT" },  '/time_zone', 'not-allowed' ],
        [ 'a country in full',        { country   => 'France' },      '/country',   'too-long' ],
        [ 'a country in small',       { country   => 'fr' },          '/country',   'bad-format' ],
        [ 'another address',          { email     => 'a@b.example' }, '/email',     'unknown' ],
        [ 'its own roles',            { roles     => ['admin'] },     '/roles',     'unknown' ],
        [ 'a payout state',           { payout_state => 'active' },   '/payout_state', 'unknown' ],
    ) {
        my ($name, $body, $pointer, $code) = @$case;
        my $problem = is_problem(api($actor, 'updateMe', {}, $body), 'invalid-input', $name);
        is_deeply($problem->{errors}, [ { pointer => $pointer, code => $code } ], 'and it says where');
    }
    is(sql("SELECT full_name, locale, time_zone, country FROM account WHERE id = '$actor->{id}'"),
        'Before|en|UTC|', 'nothing of it was stored');
};

subtest 'nobody overwrites what he has not seen' => sub {
    my $actor = as_builder();
    my $seen  = api($actor, 'getMe')->{headers}{etag};
    like($seen, qr/^"[^"]+"$/, 'an account has an entity tag');
    my $changed = api($actor, 'updateMe', {}, { full_name => 'First' }, headers => { 'If-Match' => $seen });
    is_ok($changed, 'the first change fits');
    isnt($changed->{headers}{etag}, $seen, 'and gives another tag');
    is_problem(api($actor, 'updateMe', {}, { full_name => 'Second' }, headers => { 'If-Match' => $seen }),
        'precondition-failed', 'the second change comes too late');
    is(sql("SELECT full_name FROM account WHERE id = '$actor->{id}'"), 'First', 'and changes nothing');
    is_ok(api($actor, 'updateMe', {}, { full_name => 'Third' }, headers => { 'If-Match' => $changed->{headers}{etag} }),
        'the tag of the answer fits the next change');
    my $tag = api($actor, 'getMe')->{headers}{etag};
    my $again = api($actor, 'getMe', {}, undef, headers => { 'If-None-Match' => $tag });
    is($again->{status},  304, 'what is known is not sent again');
    is($again->{content}, '',  'not a byte of it');
};

subtest 'a tester becomes a builder as well' => sub {
    my $actor = as_tester();
    is_problem(api($actor, 'createProject', {}, { name => 'Mine' }), 'forbidden', 'at first he may not build');
    my $user = is_ok(api($actor, 'addRole', {}, { role => 'builder' }), 'he asks for it');
    is_deeply($user->{roles}, [qw(builder tester)], 'and is both');
    is_ok(api($actor, 'addRole', {}, { role => 'builder' }), 'asking twice is fine');
    is(sql("SELECT count(*) FROM account_role WHERE account_id = '$actor->{id}'"), 2, 'and changes nothing');
    sign_in($actor);
    is_created(api($actor, 'createProject', {}, { name => 'Mine' }), 'now he may build');
};

subtest 'nobody makes himself an admin' => sub {
    my $actor   = as_tester();
    my $problem = is_problem(api($actor, 'addRole', {}, { role => 'admin' }), 'invalid-input', 'refused');
    is_deeply($problem->{errors}, [ { pointer => '/role', code => 'not-allowed' } ], 'and it says why');
    is(sql("SELECT string_agg(role, ',') FROM account_role WHERE account_id = '$actor->{id}'"), 'tester', 'still a tester');
    is_problem(api($actor, 'addRole', {}, {}), 'invalid-input', 'nor nothing');
};

done_testing();
