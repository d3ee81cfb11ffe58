# SPDX-License-Identifier: Apache-2.0
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Work;
use Test::More;

my $builder = as_builder();
my $tester  = as_tester();
my $claim   = make_claim(make_job($builder), $tester);
my $draft   = { submission_id => $claim->{submissions}[0]{id} };

sub finding_count {
    return sql(q{SELECT count(*) FROM finding WHERE submission_id = :'id'}, id => $_[0]{submission_id});
}

subtest 'a tester adds a finding' => sub {
    my $body  = make_finding(url => 'https://app.example/form?x=1', steps => [ 'One', 'Two', 'Three' ]);
    my $first = is_created(api($tester, 'addFinding', $draft, $body), 'added');
    is_deeply({ map { $_ => $first->{$_} } keys %$body }, $body, 'as it was sent');
    is_deeply([ @$first{qw(number state submission_id)} ], [ 1, 'new', $draft->{submission_id} ], 'with its number');
    my $second = is_created(api($tester, 'addFinding', $draft, make_finding()), 'another');
    is_deeply([ @$second{qw(number url)} ], [ 2, undef ], 'is the second, without an address');
    is_deeply(api($tester, 'getSubmission', $draft)->{data}{findings}, [ $first, $second ], 'the submission has both, in order');
    ok(sql(q{SELECT work_began_at FROM assignment WHERE id = :'id'}, id => $claim->{id}), 'work has begun');
};

subtest 'changes it' => sub {
    my $answer  = api($tester, 'addFinding', $draft, make_finding(url => 'https://app.example/'));
    my $finding = is_created($answer, 'added');
    my $which   = { finding_id => $finding->{id} };
    my $changed = api($tester, 'updateFinding', $which, { severity => 'minor', url => '' });
    is_deeply(is_ok($changed, 'changed'), { %$finding, severity => 'minor', url => undef, updated_at => $changed->{data}{updated_at} },
        'what was named, and nothing else');
    is_problem(api($tester, 'updateFinding', $which, { severity => 'major' }, headers => { 'If-Match' => '"older"' }),
        'precondition-failed', 'not what another window has changed');
    is_ok(api($tester, 'updateFinding', $which, { severity => 'major' }, headers => { 'If-Match' => $changed->{headers}{etag} }), 'what was seen');
    is_deeply(is_ok(api($tester, 'updateFinding', $which, { steps => ['Just one'] }), 'its steps')->{steps}, ['Just one'], 'are replaced');
};

subtest 'and takes it out' => sub {
    my $finding = is_created(api($tester, 'addFinding', $draft, make_finding()), 'added');
    my $before  = finding_count($draft);
    is_empty(api($tester, 'deleteFinding', { finding_id => $finding->{id} }), 'taken out');
    is(finding_count($draft), $before - 1, 'it is gone');
    is_problem(api($tester, 'deleteFinding', { finding_id => $finding->{id} }), 'not-found', 'for good');
    is_problem(api($tester, 'updateFinding', { finding_id => $finding->{id} }, { severity => 'minor' }), 'not-found', 'for changes too');
};

subtest 'what is refused' => sub {
    my $finding = is_created(api($tester, 'addFinding', $draft, make_finding()), 'one to change');
    my $count   = finding_count($draft);
    for my $case (
        [ { title => 'x' x 29 },             '/title',           'too-short' ],
        [ { title => 'x' x 121 },            '/title',           'too-long' ],
        [ { kind => 'odd' },                 '/kind',            'not-allowed' ],
        [ { severity => 'S1' },              '/severity',        'not-allowed' ],
        [ { url => 'javascript:alert(1)' },  '/url',             'not-a-url' ],
        [ { steps => [] },                   '/steps',           'too-few' ],
        [ { steps => [ ('x') x 31 ] },       '/steps',           'too-many' ],
        [ { steps => [''] },                 '/steps/0',         'too-short' ],
        [ { steps => [ 'x', 'x' x 501 ] },   '/steps/1',         'too-long' ],
        [ { steps => [1] },                  '/steps/0',         'not-a-string' ],
        [ { steps => 'first this' },         '/steps',           'not-an-array' ],
        [ { expected => '' },                '/expected',        'too-short' ],
        [ { expected => 'x' x 2001 },        '/expected',        'too-long' ],
        [ { actual => 'x' x 2001 },          '/actual',          'too-long' ],
        [ { reproducibility => 'never' },    '/reproducibility', 'not-allowed' ],
        [ { attachment_ids => [ ($tester->{id}) x 21 ] }, '/attachment_ids', 'too-many' ],
        [ { attachment_ids => [ $tester->{id} ] }, '/attachment_ids/0', 'not-found' ],
        [ { tries_seen => 1 },               '/tries_total',     'required' ],
        [ { tries_total => 1 },              '/tries_seen',      'required' ],
        [ { tries_seen => 3, tries_total => 2 }, '/tries_seen',  'too-large' ],
        [ { tries_seen => 1, tries_total => 101 }, '/tries_total', 'too-large' ],
        [ { tries_seen => 0 },               '/tries_total',     'required' ],
        [ { tries_seen => 0, tries_total => 5 }, '/tries_seen',  'required' ],
        [ { tries_seen => 1, tries_total => 0 }, '/tries_total', 'required' ],
        [ { tries_seen => -1, tries_total => 0 }, '/tries_seen', 'too-small' ],
        [ { preconditions => 'x' x 2001 },   '/preconditions',   'too-long' ],
        [ { workaround => 'x' x 2001 },      '/workaround',      'too-long' ],
        [ { console_excerpt => 'x' x 10001 }, '/console_excerpt', 'too-long' ],
        [ { failing_request => 'x' x 4001 }, '/failing_request', 'too-long' ],
        [ { first_seen_build => 'x' x 121 }, '/first_seen_build', 'too-long' ],
        [ { works_in_build => 'x' x 121 },   '/works_in_build',  'too-long' ],
        [ { severity_reason => 'x' x 1001 }, '/severity_reason', 'too-long' ],
        [ { environment => { os => 'x' x 121 } }, '/environment/os', 'too-long' ],
        [ { environment => { moon => 'full' } }, '/environment/moon', 'unknown' ],
        [ { scale => { name => 'richter', value => '9' } }, '/scale/name', 'not-allowed' ],
        [ { scale => { value => '3' } },     '/scale/name',      'required' ],
        [ { scale => { name => 'nielsen' } }, '/scale/value',    'required' ],
        [ { scale => { name => 'nielsen', value => '0' } }, '/scale/value', 'not-allowed' ],
        [ { scale => { name => 'cvss', value => '9.8' } }, '/scale/vector', 'required' ],
        [ { scale => { name => 'cvss', vector => 'CVSS:3.1/AV:N' } }, '/scale/vector', 'bad-format' ],
        [ { scale => { name => 'nielsen', value => '1' } }, '/severity_reason', 'required' ],
        [ { scale => { name => 'nielsen', value => '3', frequency => 'often' } }, '/scale/frequency', 'not-allowed' ],
        [ { scale => { name => 'nielsen', frequency => 'common', impact => 'hard' } }, '/scale/persistence', 'required' ],
        [ { scale => { name => 'wcag', value => 'A', impact => 'hard' } }, '/scale/impact', 'not-allowed' ],
        [ { scale => { name => 'nielsen', frequency => 'rare', impact => 'easy', persistence => 'once' } }, '/severity_reason', 'required' ],
        [ { scale => { name => 'nielsen', value => '3', frequency => 'rare', impact => 'easy', persistence => 'once' } }, '/severity_reason', 'required' ],
        [ { state => 'valid' },              '/state',           'unknown' ],
        [ { number => 1 },                   '/number',          'unknown' ],
    ) {
        my ($wrong, $pointer, $code) = @$case;
        for my $answer (
            api($tester, 'addFinding', $draft, make_finding(%$wrong)),
            api($tester, 'updateFinding', { finding_id => $finding->{id} }, $wrong))
        {
            my $problem = is_problem($answer, 'invalid-input', "$answer->{op} $pointer $code");
            is_deeply($problem->{errors}, [ { pointer => $pointer, code => $code } ], 'and it says where');
        }
    }
    my $problem = is_problem(api($tester, 'addFinding', $draft, {}), 'invalid-input', 'an empty one');
    is_deeply([ map { "$_->{pointer} $_->{code}" } @{ $problem->{errors} } ],
        [ map { "/$_ required" } qw(title kind severity steps expected actual reproducibility) ], 'lacks all that is needed');
    is(finding_count($draft), $count, 'nothing was added');
    is_deeply(api($tester, 'updateFinding', { finding_id => $finding->{id} }, {})->{data}{severity}, 'major', 'nor changed');
};

subtest 'the whole block' => sub {
    my %block = (
        preconditions => 'Signed in, an empty cart', tries_seen => 3, tries_total => 5, workaround => 'Type it again',
        console_excerpt => "TypeError: x is undefined\n    at form.js:12", failing_request => 'POST /address 500',
        first_seen_build => '2.1.0', works_in_build => '2.0.9', environment => { os => 'iOS', os_version => '19', browser => 'Safari' },
        scale => { name => 'nielsen', value => '3' }, severity_reason => undef);
    my $body    = make_finding(%block);
    my $finding = is_created(api($tester, 'addFinding', $draft, $body), 'with all that can be said');
    is_deeply({ map { $_ => $finding->{$_} } keys %$body }, $body, 'as it was sent');
    my $which = { finding_id => $finding->{id} };
    is_deeply(is_ok(api($tester, 'getFinding', $which), 'read again'), $finding, 'the same');
    my %empty = map { $_ => '' } qw(preconditions workaround console_excerpt failing_request first_seen_build works_in_build);
    my $plain = is_ok(api($tester, 'updateFinding', $which, { %empty, environment => {}, scale => {} }), 'emptied');
    is_deeply([ grep { defined $plain->{$_} } keys %empty, qw(environment scale) ], [], 'nothing of it is left');
    is_deeply([ @$plain{qw(tries_seen tries_total)} ], [ 3, 5 ], 'but what was not named');
    is_deeply([ @{ is_ok(api($tester, 'updateFinding', $which, { tries_seen => undef, tries_total => undef, title => undef }), 'null') }{qw(tries_seen tries_total title)} ],
        [ 3, 5, $finding->{title} ], 'is as good as left out');
    is_deeply([ @{ is_ok(api($tester, 'updateFinding', $which, { tries_seen => 0, tries_total => 0 }), 'no tries') }{qw(tries_seen tries_total)} ],
        [ undef, undef ], 'are none');
    my %factors = (frequency => 'common', impact => 'hard', persistence => 'once');
    my $rated = is_ok(api($tester, 'updateFinding', $which, { scale => { name => 'nielsen', %factors } }), 'with what the value is made of');
    is_deeply($rated->{scale}, { name => 'nielsen', value => '3', %factors }, 'it is proposed, and kept with it');
    my $own = is_ok(api($tester, 'updateFinding', $which, { severity => 'moderate', severity_reason => 'A side door.', scale => { name => 'nielsen', value => '2', %factors } }), 'another value, with a reason');
    is_deeply($own->{scale}, { name => 'nielsen', value => '2', %factors }, 'is kept');
    is_ok(api($tester, 'updateFinding', $which, { severity_reason => '', severity => 'major', scale => { name => 'nielsen', value => '3' } }), 'and without them');
    my $vector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
    my $scored = is_ok(api($tester, 'updateFinding', $which, { severity => 'critical', scale => { name => 'cvss', vector => $vector } }), 'with a vector');
    is_deeply($scored->{scale}, { name => 'cvss', vector => $vector, value => '9.8' }, 'its score is computed');
    is_deeply(is_problem(api($tester, 'updateFinding', $which, { severity => 'minor' }), 'invalid-input', 'the severity alone')->{errors},
        [ { pointer => '/severity_reason', code => 'required' } ], 'is still held against the scale');
    is(is_ok(api($tester, 'updateFinding', $which, { severity => 'minor', severity_reason => 'A test system' }), 'with a reason')->{severity}, 'minor', 'it may be');
    is_deeply(is_problem(api($tester, 'updateFinding', $which, { severity_reason => '' }), 'invalid-input', 'the reason')->{errors},
        [ { pointer => '/severity_reason', code => 'required' } ], 'cannot be taken away then');
    my @scales = @{ is_ok(api(undef, 'getSeverityScales'), 'the scales, for everybody')->{items} };
    is(join(' ', map { $_->{name} } @scales), 'nielsen cvss mqm wcag bugcrowd bugzilla', 'are these');
    is_deeply($scales[1], { name => 'cvss', takes_vector => JSON::PP::true(), steps => [
        map { { value => $_->[0], severity => $_->[1] } } [ '9.0', 'critical' ], [ '7.0', 'major' ], [ '4.0', 'moderate' ], [ '0.1', 'minor' ], [ '0.0', 'trivial' ] ] },
        'each with its steps');
};

subtest 'files show it, in order' => sub {
    my $finding = is_created(api($tester, 'addFinding', $draft, make_finding()), 'a finding');
    my $which   = { finding_id => $finding->{id} };
    my @files   = map { sql(q{INSERT INTO file (owner_id, name, store_key, state, kind, media_type, sha256)
        VALUES (:'owner', 'shot.png', gen_random_uuid(), 'ready', 'picture', 'image/png', sha256('x')) RETURNING id}, owner => $tester->{id}) } 1 .. 3;
    is_deeply(is_ok(api($tester, 'updateFinding', $which, { attachment_ids => [ @files[ 2, 0, 1 ] ] }), 'attached')->{attachment_ids}, [ @files[ 2, 0, 1 ] ], 'as they were named');
    is_deeply(is_ok(api($tester, 'updateFinding', $which, { severity => 'minor' }), 'something else is changed')->{attachment_ids}, [ @files[ 2, 0, 1 ] ], 'they stay');
    is_deeply(is_ok(api($tester, 'updateFinding', $which, { attachment_ids => [ $files[1] ] }), 'others')->{attachment_ids}, [ $files[1] ], 'replace them');
    my $new = is_created(api($tester, 'addFinding', $draft, make_finding(attachment_ids => [ $files[0] ])), 'a new one has its own');
    is_deeply($new->{attachment_ids}, [ $files[0] ], 'from the beginning');
};

subtest 'other people' => sub {
    my $finding = is_created(api($tester, 'addFinding', $draft, make_finding()), 'a finding');
    my $which   = { finding_id => $finding->{id} };
    my $count   = finding_count($draft);
    for my $case ([ 'nobody', undef, 'unauthorized' ], [ 'another tester', as_tester(), 'not-found' ], [ 'the builder', $builder, 'forbidden' ]) {
        my ($name, $actor, $slug) = @$case;
        is_problem(api($actor, 'addFinding',    $draft, make_finding()), $slug, "$name adds none");
        is_problem(api($actor, 'updateFinding', $which, { severity => 'trivial' }), $slug, "$name changes none");
        is_problem(api($actor, 'deleteFinding', $which), $slug, "$name takes none out");
    }
    is(finding_count($draft), $count, 'all are there');
    is(sql(q{SELECT severity FROM finding WHERE id = :'id'}, id => $finding->{id}), 'major', 'as they were');
};

subtest 'two at once get two numbers' => sub {
    my $busy = { submission_id => make_claim(make_job($builder), $tester)->{submissions}[0]{id} };
    is_created($_, 'added') for at_once(([ $tester, 'addFinding', $busy, make_finding() ]) x 2);
    is(sql(q{SELECT string_agg(number::text, ' ' ORDER BY number) FROM finding WHERE submission_id = :'id'},
        id => $busy->{submission_id}), '1 2', 'as stored');
};

subtest 'two hundred are enough' => sub {
    my $owner = as_tester();
    my $full  = { submission_id => make_claim(make_job($builder), $owner)->{submissions}[0]{id} };
    sql(q{INSERT INTO finding (submission_id, number, title, kind, severity, expected, actual, reproducibility)
          SELECT :'id', n, 'Finding ' || n, 'visual', 'minor', 'x', 'y', 'once' FROM generate_series(1, 199) n},
        id => $full->{submission_id});
    is(is_created(api($owner, 'addFinding', $full, make_finding()), 'the last one')->{number}, 200, 'has its place');
    my $problem = is_problem(api($owner, 'addFinding', $full, make_finding()), 'invalid-input', 'one more has none');
    is_deeply($problem->{errors}, [ { pointer => '', code => 'too-many' } ], 'too many');
    is(finding_count($full), 200, 'as stored');
};

subtest 'handed in is handed in' => sub {
    my $finding = is_created(api($tester, 'addFinding', $draft, make_finding()), 'a finding');
    is_ok(api($tester, 'saveSubmission',   $draft, make_report()), 'complete');
    is_ok(api($tester, 'submitSubmission', $draft), 'handed in');
    my $which = { finding_id => $finding->{id} };
    my $count = finding_count($draft);
    is(is_problem(api($tester, 'addFinding', $draft, make_finding()), 'wrong-state', 'none is added')->{state}, 'submitted', 'any more');
    is_problem(api($tester, 'updateFinding', $which, { severity => 'minor' }), 'wrong-state', 'none changed');
    is_problem(api($tester, 'deleteFinding', $which), 'wrong-state', 'none taken out');
    is(finding_count($draft), $count, 'all are there');
    is(scalar @{ api($builder, 'getSubmission', $draft)->{data}{findings} }, $count, 'and the builder sees them');
};

done_testing();
