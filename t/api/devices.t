# SPDX-License-Identifier: Apache-2.0
# What testers say of themselves: devices and profile.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use JSON::PP ();
use PeerTest;
use PeerTest::Make;
use Test::More;

my $phone  = { name => 'Apple iPhone 15', kind => 'phone', os => 'iOS', os_version => '17.2', browser => 'Safari', browser_version => '17.2' };
my $laptop = { name => 'ThinkPad T14', kind => 'laptop', os => 'Debian', os_version => '12' };

sub devices { my ($actor) = @_; return is_ok(api($actor, 'getDevices'), 'devices')->{items} }

subtest 'a tester declares devices' => sub {
    my $tester = as_tester();
    is_deeply(devices($tester), [], 'none at first');
    my $list = is_ok(api($tester, 'putDevices', {}, { items => [ $phone, $laptop ] }), 'two');
    is($list->{next}, undef, 'all of them');
    my ($one, $two) = @{ $list->{items} };
    is_deeply({ map { $_ => $one->{$_} } keys %$phone }, $phone, 'as declared');
    is_deeply([ @$two{qw(name browser browser_version)} ], [ 'ThinkPad T14', undef, undef ], 'in their order, what was left out is null');
    ok($one->{is_fresh} && $one->{confirmed_at}, 'confirmed');
    is_deeply(devices($tester), $list->{items}, 'and kept');
};

subtest 'the list is replaced as a whole' => sub {
    my $tester = as_tester();
    is_ok(api($tester, 'putDevices', {}, { items => [ $phone, $laptop ] }), 'two');
    is_deeply([ map { $_->{name} } @{ is_ok(api($tester, 'putDevices', {}, { items => [$laptop] }), 'one')->{items} } ], ['ThinkPad T14'], 'the other is gone');
    is_deeply(is_ok(api($tester, 'putDevices', {}, { items => [] }), 'none')->{items}, [], 'and the last');
    is(sql("SELECT count(*) FROM device WHERE account_id = :'id'", id => $tester->{id}), 0, 'not one is left');
};

subtest 'after sixty days a device has to be confirmed' => sub {
    my $tester = as_tester();
    is_ok(api($tester, 'putDevices', {}, { items => [$phone] }), 'declared');
    is(sql("SELECT fresh_until - confirmed_at FROM device WHERE account_id = :'id'", id => $tester->{id}), '60 days', 'good for sixty days');
    sql("UPDATE device SET confirmed_at = confirmed_at - interval '61 days', fresh_until = fresh_until - interval '61 days' WHERE account_id = :'id'", id => $tester->{id});
    is(devices($tester)->[0]{is_fresh}, JSON::PP::false, 'it is asked for again');
    is_ok(api($tester, 'putDevices', {}, { items => [$phone] }), 'confirmed');
    is(devices($tester)->[0]{is_fresh}, JSON::PP::true, 'and counts again');
};

subtest 'they are one\'s own' => sub {
    my ($mine, $other) = (as_tester(), as_tester());
    is_ok(api($mine, 'putDevices', {}, { items => [$phone] }), 'mine');
    is_deeply(devices($other), [], 'nobody else has them');
    is_problem(api(as_builder(), $_->[0], {}, $_->[1]), 'forbidden', "$_->[0]: builders have none") for [ 'getDevices', undef ], [ 'putDevices', { items => [] } ];
    is_problem(api(undef, $_->[0], {}, $_->[1]), 'unauthorized', "$_->[0]: nobody has none") for [ 'getDevices', undef ], [ 'putDevices', { items => [] } ];
};

for my $case (
    [ 'no list',           {},                                                   '/items',                   'required' ],
    [ 'no name',           { items => [ { %$phone, name => '' } ] },             '/items/0/name',            'too-short' ],
    [ 'a long name',       { items => [ { %$phone, name => 'x' x 81 } ] },       '/items/0/name',            'too-long' ],
    [ 'an odd kind',       { items => [ $phone, { %$phone, kind => 'toaster' } ] }, '/items/1/kind',         'not-allowed' ],
    [ 'no system',         { items => [ { map { $_ => $phone->{$_} } qw(name kind os_version) } ] }, '/items/0/os', 'required' ],
    [ 'a long version',    { items => [ { %$phone, os_version => 'x' x 41 } ] }, '/items/0/os_version',      'too-long' ],
    [ 'a long browser',    { items => [ { %$phone, browser => 'x' x 41 } ] },    '/items/0/browser',         'too-long' ],
    [ 'an unknown member', { items => [ { %$phone, colour => 'red' } ] },        '/items/0/colour',          'unknown' ],
    [ 'too many',          { items => [ ($phone) x 31 ] },                       '/items',                   'too-many' ],
    [ 'white space',       { items => [ { %$phone, name => '   ' } ] },          '/items/0/name',            'too-short' ],
) {
    my ($name, $body, $pointer, $code) = @$case;
    subtest "refuses $name" => sub {
        my $tester = as_tester();
        my $p = is_problem(api($tester, 'putDevices', {}, $body), 'invalid-input', 'refused');
        is_deeply($p->{errors}, [ { pointer => $pointer, code => $code } ], 'and says where');
        is_deeply(devices($tester), [], 'and nothing is kept');
    };
}

subtest 'a profile' => sub {
    my $tester = as_tester();
    my $empty  = { bio => '', languages => [], skills => [], is_paused => JSON::PP::false, level => 'newcomer', approved => 0, approval_rate => undef, on_time_rate => undef };
    is_deeply(is_ok(api($tester, 'getTesterProfile'), 'before'), $empty, 'nothing said yet');
    my $said = is_ok(api($tester, 'updateTesterProfile', {}, { bio => 'I read manuals.', languages => [ 'de-AT', 'en' ], skills => ['fintech'], is_paused => JSON::PP::true }), 'said');
    is_deeply($said, { %$empty, bio => 'I read manuals.', languages => [ 'de-AT', 'en' ], skills => ['fintech'], is_paused => JSON::PP::true }, 'all of it');
    is_deeply(is_ok(api($tester, 'updateTesterProfile', {}, { skills => [] }), 'one thing changes'), { %$said, skills => [] }, 'the rest stays');
    is(is_ok(api($tester, 'updateTesterProfile', {}, { is_paused => JSON::PP::false }), 'back from vacation')->{is_paused}, JSON::PP::false, 'invitations are welcome');
    is(is_ok(api($tester, 'getTesterProfile'), 'read')->{bio}, 'I read manuals.', 'kept');
};

subtest 'two windows' => sub {
    my $tester = as_tester();
    my $seen   = api($tester, 'getTesterProfile')->{headers}{etag};
    is_ok(api($tester, 'updateTesterProfile', {}, { bio => 'One' }, headers => { 'If-Match' => $seen }), 'the first saves');
    is_problem(api($tester, 'updateTesterProfile', {}, { bio => 'Two' }, headers => { 'If-Match' => $seen }), 'precondition-failed', 'the second has not seen it');
    is(is_ok(api($tester, 'getTesterProfile'), 'read')->{bio}, 'One', 'nothing is lost');
};

subtest 'profiles are testers\' own' => sub {
    is_problem(api(as_builder(), 'getTesterProfile'), 'forbidden', 'builders have none');
    is_problem(api(as_builder(), 'updateTesterProfile', {}, { bio => 'x' }), 'forbidden', 'and say nothing');
    is_problem(api(undef, 'getTesterProfile'), 'unauthorized', 'nobody has one');
    is_problem(api(undef, 'updateTesterProfile', {}, {}), 'unauthorized', 'nor changes one');
};

for my $case (
    [ 'a long bio',           { bio => 'x' x 2001 },         '/bio',         'too-long' ],
    [ 'too many languages',   { languages => [ ('en') x 21 ] }, '/languages', 'too-many' ],
    [ 'a language of 36',     { languages => [ 'x' x 36 ] },  '/languages/0', 'too-long' ],
    [ 'too many skills',      { skills => [ ('x') x 51 ] },   '/skills',      'too-many' ],
    [ 'an empty skill',       { skills => [ 'x', '' ] },      '/skills/1',    'too-short' ],
    [ 'a pause in words',     { is_paused => 'yes' },         '/is_paused',   'not-a-boolean' ],
    [ 'a level of one\'s own', { level => 'expert' },         '/level',       'unknown' ],
) {
    my ($name, $body, $pointer, $code) = @$case;
    subtest "refuses $name" => sub {
        my $p = is_problem(api(as_tester(), 'updateTesterProfile', {}, $body), 'invalid-input', 'refused');
        is_deeply($p->{errors}, [ { pointer => $pointer, code => $code } ], 'and says where');
    };
}

subtest 'a record is made of decisions' => sub {
    my $builder = as_builder();
    my $tester  = as_tester();
    my $good    = make_submission(make_job($builder), $tester);
    is_ok(api($builder, 'approveSubmission', { submission_id => $good->{id} }, {}), 'one approved');
    my $bad = make_submission(make_job($builder), $tester);
    is_ok(api($builder, 'rejectSubmission', { submission_id => $bad->{id} }, { reason => 'insufficient_evidence', comment => 'There is no picture of the error.' }), 'one rejected');
    run_jobs();
    my $mine = is_ok(api($tester, 'getTesterProfile'), 'record');
    is_deeply([ @$mine{qw(approved approval_rate level)} ], [ 1, 50, 'newcomer' ], 'one of two');
};

done_testing();
