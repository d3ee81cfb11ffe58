# SPDX-License-Identifier: Apache-2.0
# Jobs as drafts: written, changed, thrown away, read. What happens once they are to be
# paid is in job_life.t.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use JSON::PP ();
use POSIX qw(strftime);
use Test::More;

my $builder  = as_builder();
my $stranger = as_builder();
my $tester   = as_tester();
my $project  = make_project($builder, platforms => [ 'web', 'android' ]);
my $offer    = {
    kind         => 'simple',
    project_id   => $project->{id},
    title        => 'Check the checkout',
    brief        => 'Buy a thing and tell us what happens.',
    service_type => 'functional_scripted',
    reward_minor => 2550,
    currency     => 'eur',
    seats        => 3,
};

sub in_days { my ($days) = @_; return strftime('%Y-%m-%dT%H:%M:%SZ', gmtime(time + $days * 86400)) }

subtest 'a builder writes a job' => sub {
    my $job = is_created(api($builder, 'createJob', {}, {
        %$offer,
        steps        => [ { text => 'Open the shop', expected => 'It is open' }, { text => 'Buy a thing' } ],
        requirements => { platforms => ['android'], browsers => ['Firefox'], notes => 'On a phone, please' },
        claim_hours  => 24, review_days => 5, on_rejection => 'refund', deadline_at => in_days(10),
    }), 'written');
    is($job->{state}, 'draft', 'a draft');
    is($job->{fee_minor}, 255, 'a tenth is the fee');
    is($job->{total_minor}, 3 * (2550 + 255), 'all seats with their fees');
    is_deeply([ @$job{qw(seats seats_taken seats_left claim_hours review_days dispute_hours on_rejection)} ],
        [ 3, 0, 3, 24, 5, 72, 'refund' ], 'seats and times');
    is_deeply($job->{platforms}, ['android'], 'the platforms it asks for');
    is_deeply($job->{steps}, [ { text => 'Open the shop', expected => 'It is open' }, { text => 'Buy a thing', expected => undef } ], 'its steps');
    is($job->{requirements}{notes}, 'On a phone, please', 'its requirements');
    is_deeply([ @$job{qw(builder_name project_name)} ], [ $builder->{full_name}, $project->{name} ], 'names');
    ok($job->{mine}, 'it is the builder\'s own');
    is($job->{$_}, undef, "no $_ yet") for qw(my_assignment_id payment_id opened_at builder_review_hours);
    is(sql("SELECT reward_minor FROM job WHERE id = :'id'", id => $job->{id}), 2550, 'stored');
};

subtest 'what is left out has a default' => sub {
    my $job = is_created(api($builder, 'createJob', {}, $offer), 'written');
    is_deeply([ @$job{qw(claim_hours review_days on_rejection deadline_at)} ], [ 48, 7, 'reopen', undef ], 'times');
    is_deeply($job->{platforms}, [ 'web', 'android' ], 'the platforms of the project');
    is_deeply($job->{steps}, [], 'no steps');
};

subtest 'fees are rounded half up' => sub {
    for ([ 104, 10 ], [ 105, 11 ], [ 1999, 200 ]) {
        my ($reward, $fee) = @$_;
        is(is_created(api($builder, 'createJob', {}, { %$offer, reward_minor => $reward }), "a reward of $reward")->{fee_minor}, $fee, "a fee of $fee");
    }
};

for my $case (
    [ 'no kind',                { kind => undef },                       '/kind',                      'required' ],
    [ 'an unknown kind',        { kind => 'gift' },                      '/kind',                      'not-allowed' ],
    [ 'no project',             { project_id => undef },                 '/project_id',                'required' ],
    [ 'a strange project id',   { project_id => 'mine' },                '/project_id',                'not-a-uuid' ],
    [ 'a project of nobody',    { project_id => $builder->{id} },        '/project_id',                'not-found' ],
    [ 'a short title',          { title => 'x' x 7 },                    '/title',                     'too-short' ],
    [ 'a long title',           { title => 'x' x 121 },                  '/title',                     'too-long' ],
    [ 'no brief',               { brief => undef },                      '/brief',                     'required' ],
    [ 'a long brief',           { brief => 'x' x 8001 },                 '/brief',                     'too-long' ],
    [ 'an unknown test',        { service_type => 'magic' },             '/service_type',              'not-allowed' ],
    [ 'no reward',              { reward_minor => undef },               '/reward_minor',              'required' ],
    [ 'a reward of nothing',    { reward_minor => 0 },                   '/reward_minor',              'too-small' ],
    [ 'too small a reward',     { reward_minor => 99 },                  '/reward_minor',              'too-small' ],
    [ 'too large a reward',     { reward_minor => 1_000_001 },           '/reward_minor',              'too-large' ],
    [ 'a reward in words',      { reward_minor => 'ten' },               '/reward_minor',              'not-an-integer' ],
    [ 'a currency not dealt in', { currency => 'jpy' },                  '/currency',                  'not-allowed' ],
    [ 'a currency in capitals', { currency => 'EUR' },                   '/currency',                  'bad-format' ],
    [ 'no seat',                { seats => 0 },                          '/seats',                     'too-small' ],
    [ 'too many seats',         { seats => 101 },                        '/seats',                     'too-large' ],
    [ 'an empty step',          { steps => [ { text => '' } ] },         '/steps/0/text',              'too-short' ],
    [ 'a step without text',    { steps => [ { expected => 'x' } ] },    '/steps/0/text',              'required' ],
    [ 'a long step',            { steps => [ { text => 'x' x 501 } ] },  '/steps/0/text',              'too-long' ],
    [ 'too many steps',         { steps => [ map { { text => 'x' } } 1 .. 51 ] }, '/steps',            'too-many' ],
    [ 'steps that are words',   { steps => 'first' },                    '/steps',                     'not-an-array' ],
    [ 'an odd platform',        { requirements => { platforms => ['x'] } }, '/requirements/platforms/0', 'not-allowed' ],
    [ 'an unknown requirement', { requirements => { shoes => [] } },     '/requirements/shoes',        'unknown' ],
    [ 'a long note',            { requirements => { notes => 'x' x 2001 } }, '/requirements/notes',    'too-long' ],
    [ 'no time to work',        { claim_hours => 0 },                    '/claim_hours',               'too-small' ],
    [ 'too much time to work',  { claim_hours => 721 },                  '/claim_hours',               'too-large' ],
    [ 'a hasty review',         { review_days => 2 },                    '/review_days',               'too-small' ],
    [ 'a slow review',          { review_days => 15 },                   '/review_days',               'too-large' ],
    [ 'a deadline in words',    { deadline_at => 'tomorrow' },           '/deadline_at',               'not-a-time' ],
    [ 'a deadline in the past', { deadline_at => in_days(-1) },          '/deadline_at',               'in-the-past' ],
    [ 'an odd end',             { on_rejection => 'burn' },              '/on_rejection',              'not-allowed' ],
    [ 'a state',                { state => 'open' },                     '/state',                     'unknown' ],
) {
    my ($name, $changes, $pointer, $code) = @$case;
    subtest "refuses $name" => sub {
        my $before  = sql('SELECT count(*) FROM job');
        my $problem = is_problem(api($builder, 'createJob', {}, { %$offer, %$changes }), 'invalid-input', 'refused');
        is_deeply($problem->{errors}, [ { pointer => $pointer, code => $code } ], 'and says where');
        is(sql('SELECT count(*) FROM job'), $before, 'and nothing was stored');
    };
}

subtest 'money is not held for ever' => sub {
    my $before = sql('SELECT count(*) FROM job');
    is_problem(api($builder, 'createJob', {}, { %$offer, deadline_at => in_days(70) }), 'plan-too-long', 'a plan of more than 75 days');
    is(sql('SELECT count(*) FROM job'), $before, 'and nothing was stored');
};

subtest 'only builders write jobs, in their own projects' => sub {
    is_problem(api($tester, 'createJob', {}, $offer), 'forbidden', 'not a tester');
    is_problem(api(undef, 'createJob', {}, $offer), 'unauthorized', 'not nobody');
    my $problem = is_problem(api($stranger, 'createJob', {}, $offer), 'invalid-input', 'not in the project of another');
    is_deeply($problem->{errors}, [ { pointer => '/project_id', code => 'not-found' } ], 'which is not there for them');
};

subtest 'a draft changes freely' => sub {
    my $job     = make_draft($builder, deadline_at => in_days(5));
    my $read    = api($builder, 'getJob', { job_id => $job->{id} });
    my $changed = is_ok(api($builder, 'updateJob', { job_id => $job->{id} },
        { title => 'A better title', reward_minor => 5000, deadline_at => '', review_days => 10,
          requirements => { platforms => ['ios'] }, steps => [ { text => 'Only one' } ] },
        headers => { 'If-Match' => $read->{headers}{etag} }), 'changed');
    is_deeply([ @$changed{qw(title reward_minor fee_minor deadline_at review_days claim_hours brief)} ],
        [ 'A better title', 5000, 500, undef, 10, 48, $job->{brief} ], 'what was sent is new, the rest as it was');
    is_deeply([ @$changed{qw(platforms steps)} ], [ ['ios'], [ { text => 'Only one', expected => undef } ] ], 'lists are replaced');
    is_problem(api($builder, 'updateJob', { job_id => $job->{id} }, { seats => 9 },
        headers => { 'If-Match' => $read->{headers}{etag} }), 'precondition-failed', 'who saw the old one is told');
    is(sql("SELECT seats FROM job WHERE id = :'id'", id => $job->{id}), 2, 'and changes nothing');
    is_problem(api($builder, 'updateJob', { job_id => $job->{id} }, { reward_minor => 99 }), 'invalid-input', 'limits hold');
    is_problem(api($builder, 'updateJob', { job_id => $job->{id} }, { deadline_at => in_days(-1) }), 'invalid-input', 'and so does time');
    is_problem(api($builder, 'updateJob', { job_id => $job->{id} }, { deadline_at => in_days(74) }), 'plan-too-long', 'and the plan');
    is_problem(api($builder, 'updateJob', { job_id => $job->{id} }, { project_id => make_project($stranger)->{id} }), 'invalid-input', 'and the project is one\'s own');
    is_deeply(is_ok(api($builder, 'getJob', { job_id => $job->{id} }), 'read'), $changed, 'refusals leave it as it was');
};

subtest 'a draft is its owner\'s alone' => sub {
    my $job = make_draft($builder);
    for ([ 'a stranger', $stranger ], [ 'a tester', $tester ], [ 'nobody', undef ]) {
        my ($who, $actor) = @$_;
        is_problem(api($actor, 'getJob', { job_id => $job->{id} }), 'not-found', "$who does not see it");
    }
    is_problem(api($stranger, 'updateJob', { job_id => $job->{id} }, { seats => 9 }), 'not-found', 'nor changes it');
    is_problem(api($stranger, 'deleteJob', { job_id => $job->{id} }), 'not-found', 'nor deletes it');
    is_problem(api($stranger, 'publishJob', { job_id => $job->{id} }), 'not-found', 'nor publishes it');
    is_problem(api($stranger, 'cancelJob', { job_id => $job->{id} }), 'not-found', 'nor cancels it');
    is_problem(api($stranger, 'listJobEvents', { job_id => $job->{id} }), 'not-found', 'nor sees its events');
    is_deeply(is_ok(api($builder, 'getJob', { job_id => $job->{id} }), 'read'), $job, 'it is as it was');
};

subtest 'a draft is thrown away once' => sub {
    my $job = make_draft($builder);
    is_empty(api($builder, 'deleteJob', { job_id => $job->{id} }), 'gone');
    is_problem(api($builder, 'deleteJob', { job_id => $job->{id} }), 'not-found', 'the second time it is not there');
    is_problem(api($builder, 'getJob', { job_id => $job->{id} }), 'not-found', 'nor can it be read');
    ok(!(grep { $_->{id} eq $job->{id} } @{ is_ok(api($builder, 'listMyJobs', { limit => 100 }), 'listed')->{items} }), 'nor is it listed');
};

subtest 'an open job is for everybody to read, for nobody to change' => sub {
    my $job = make_job($builder);
    is(is_ok(api(undef, 'getJob', { job_id => $job->{id} }), 'nobody reads it')->{mine}, JSON::PP::false(), 'as a foreign one');
    my $seen = is_ok(api($tester, 'getJob', { job_id => $job->{id} }), 'a tester reads it');
    is($seen->{payment_id}, undef, 'without its payment');
    ok(is_ok(api($builder, 'getJob', { job_id => $job->{id} }), 'its owner reads it')->{payment_id}, 'with its payment');
    is(is_problem(api($builder, 'updateJob', { job_id => $job->{id} }, { seats => 9 }), 'wrong-state', 'not changed')->{state}, 'open', 'because it is open');
    is(is_problem(api($builder, 'deleteJob', { job_id => $job->{id} }), 'wrong-state', 'not deleted')->{state}, 'open', 'for the same reason');
    my $claim = make_claim($job, $tester);
    is(is_ok(api($tester, 'getJob', { job_id => $job->{id} }), 'who holds a seat reads it')->{my_assignment_id}, $claim->{id}, 'with the seat');
};

subtest 'an ended job is for its owner and for those who worked on it' => sub {
    my $job   = make_job($builder);
    my $claim = make_claim($job, $tester);
    sql("UPDATE job SET state = 'closed' WHERE id = :'id'", id => $job->{id});
    is_ok(api($builder, 'getJob', { job_id => $job->{id} }), 'its owner');
    is_ok(api($tester, 'getJob', { job_id => $job->{id} }), 'who holds a seat');
    is_problem(api($stranger, 'getJob', { job_id => $job->{id} }), 'not-found', 'nobody else');
};

subtest 'reading again costs nothing while it has not changed' => sub {
    my $job  = make_job($builder);
    my $etag = api($tester, 'getJob', { job_id => $job->{id} })->{headers}{etag};
    is(api($tester, 'getJob', { job_id => $job->{id} }, undef, headers => { 'If-None-Match' => $etag })->{status}, 304, 'not modified');
};

done_testing();
