# SPDX-License-Identifier: Apache-2.0
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use Test::More;

my $builder  = as_builder();
my $stranger = as_builder();

# What the configurator sends.
sub basket {
    my (%more) = @_;
    return {
        name => 'Before the launch', currency => 'usd',
        roles => [
            { name => 'Experts', seats => 2, level => 'expert', confidentiality => 'nda',
              items => [ { service_type => 'exploratory', quantity => 2, title => 'Explore the checkout', bonus_cap_minor => 1005 },
                         { service_type => 'smoke_release', required => JSON::PP::false } ] },
            { seats => 1, items => [ { service_type => 'functional_scripted', quantity => 10, complexity => 'simple' } ] },
        ],
        %more,
    };
}

sub save { my ($owner, %more) = @_; return is_created(api($owner, 'savePlan', {}, basket(%more)), 'saved') }

subtest 'a builder keeps a plan' => sub {
    my $plan = save($builder);
    is_deeply([ @$plan{qw(name currency market)} ], [ 'Before the launch', 'usd', undef ], 'as it was sent');
    is_deeply($plan->{roles}, basket()->{roles}, 'with its roles');
    my %sent = %{ basket() };
    my $estimate = is_ok(api(undef, 'estimate', {}, { map { $_ => $sent{$_} } qw(currency roles) }), 'an estimate');
    is_deeply($plan->{estimate}, $estimate, 'and what it costs');
    is_deeply(is_ok(api(sign_in({ %$builder, cookies => {} }), 'getPlan', { plan_id => $plan->{id} }), 'from another device'), $plan, 'is the same');
    is(sql("SELECT owner_id FROM test_plan WHERE id = :'id'", id => $plan->{id}), $builder->{id}, 'stored as the builder\'s');
};

subtest 'an empty basket is a plan too' => sub {
    my $plan = save($builder, roles => [], market => 'DE');
    is_deeply([ $plan->{roles}, $plan->{market}, $plan->{estimate}{total_minor} ], [ [], 'DE', 0 ], 'kept');
};

subtest 'it is listed, newest first, page by page' => sub {
    my $owner = as_builder();
    my @plans = map { save($owner, name => "Plan $_") } 1 .. 3;
    my $first = is_ok(api($owner, 'listPlans', { limit => 2 }), 'a page');
    is_deeply($first->{items}, [ @plans[ 2, 1 ] ], 'the two newest, with what they cost');
    my $second = is_ok(api($owner, 'listPlans', { limit => 2, cursor => $first->{next} }), 'the next page');
    is_deeply($second, { items => [ $plans[0] ], next => undef }, 'the last one');
    is_deeply(is_ok(api(as_builder(), 'listPlans'), 'somebody else\'s')->{items}, [], 'others have theirs');
    is_problem(api($owner, 'listPlans', { cursor => 'x' }), 'invalid-cursor', 'a broken cursor is refused');
};

subtest 'it is replaced as a whole' => sub {
    my $plan = save($builder, market => 'DE');
    my $new  = is_ok(api($builder, 'updatePlan', { plan_id => $plan->{id} }, basket(name => 'Later', currency => 'eur', roles => [])), 'replaced');
    is_deeply([ @$new{qw(id name currency market roles created_at)} ], [ $plan->{id}, 'Later', 'eur', undef, [], $plan->{created_at} ], 'what is left out is gone');
    is($new->{estimate}{currency}, 'eur', 'and priced anew');
};

subtest 'two devices do not overwrite each other' => sub {
    my $plan = save($builder);
    my $seen = api($builder, 'getPlan', { plan_id => $plan->{id} });
    my %if   = (headers => { 'If-Match' => $seen->{headers}{etag} });
    is(api($builder, 'getPlan', { plan_id => $plan->{id} }, undef, headers => { 'If-None-Match' => $seen->{headers}{etag} })->{status}, 304, 'what is known is not sent again');
    is_ok(api($builder, 'updatePlan', { plan_id => $plan->{id} }, basket(name => 'Here'), %if), 'the first one writes');
    is_problem(api($builder, 'updatePlan', { plan_id => $plan->{id} }, basket(name => 'There'), %if), 'precondition-failed', 'the second one is told');
    is(sql("SELECT name FROM test_plan WHERE id = :'id'", id => $plan->{id}), 'Here', 'and nothing is lost');
};

subtest 'it is taken away' => sub {
    my $plan = save($builder);
    is_empty(api($builder, 'deletePlan', { plan_id => $plan->{id} }), 'deleted');
    is_problem(api($builder, 'getPlan', { plan_id => $plan->{id} }), 'not-found', 'gone');
    is_problem(api($builder, 'deletePlan', { plan_id => $plan->{id} }), 'not-found', 'for good');
};

subtest 'it is nobody else\'s' => sub {
    my $plan    = save($builder);
    my $project = make_project($stranger);
    for my $call ([ 'getPlan' ], [ 'updatePlan', basket() ], [ 'deletePlan' ], [ 'planJob', { project_id => $project->{id} } ]) {
        my ($operation, $body) = @$call;
        is_problem(api($stranger, $operation, { plan_id => $plan->{id} }, $body), 'not-found', "$operation: to others it is not there");
        is_problem(api(as_tester(), $operation, { plan_id => $plan->{id} }, $body), 'forbidden', 'testers have no plans');
        is_problem(api(undef, $operation, { plan_id => $plan->{id} }, $body), 'unauthorized', 'nor has nobody');
    }
    is_problem(api(as_tester(), $_, {}, $_ eq 'savePlan' ? basket() : undef), 'forbidden', "$_ is for builders") for qw(savePlan listPlans);
    is_problem(api(undef, $_, {}, $_ eq 'savePlan' ? basket() : undef), 'unauthorized', "$_ is for builders") for qw(savePlan listPlans);
    is(is_ok(api($builder, 'getPlan', { plan_id => $plan->{id} }), 'still there')->{name}, $plan->{name}, 'unchanged');
};

subtest 'what loses its price can still be read' => sub {
    my $plan = save($builder, currency => 'gbp', roles => [ { seats => 1, items => [ { service_type => 'beta_diary' } ] } ]);
    sql("UPDATE test_plan SET roles = replace(roles::text, 'beta_diary', 'security')::jsonb WHERE id = :'id'", id => $plan->{id});
    is(is_ok(api($builder, 'getPlan', { plan_id => $plan->{id} }), 'read')->{estimate}, undef, 'without an estimate');
    is((grep { $_->{id} eq $plan->{id} } @{ is_ok(api($builder, 'listPlans', { limit => 100 }), 'listed')->{items} })[0]{estimate}, undef, 'also in the list');
    is_problem(api($builder, 'planJob', { plan_id => $plan->{id} }, { project_id => make_project($builder)->{id} }), 'invalid-input', 'but is no job');
};

subtest 'it becomes a draft job' => sub {
    my $plan    = save($builder);
    my $project = make_project($builder);
    my $job     = is_created(api($builder, 'planJob', { plan_id => $plan->{id} }, { project_id => $project->{id} }), 'made');
    is_deeply([ @$job{qw(kind state title currency project_id)} ], [ 'structured', 'draft', 'Before the launch', 'usd', $project->{id} ], 'a draft of its name');
    my ($experts, $others) = @{ $job->{roles} };
    is_deeply([ map { $_->{name} } @{ $job->{roles} } ], [ 'Experts', 'Role 2' ], 'with its roles');
    is_deeply([ map { $_->{seats} } @{ $job->{roles} } ], [ 2, 1 ], 'their seats');
    is_deeply([ @{ $experts->{requirements} }{qw(level nda)} ], [ 'expert', JSON::PP::true ], 'what they ask of testers');
    # 1500 x 2 x 1.6 x 1.1 + 800 x 1.6 x 1.1 = 5280 + 1408 = 6688
    is_deeply([ @$experts{qw(budget_low_minor budget_high_minor)} ], [ 5350, 8026 ], 'a budget around the estimate of a seat');
    is_deeply([ @$others{qw(budget_low_minor budget_high_minor)} ], [ 960, 1440 ], 'for each role');
    my ($session, $smoke) = @{ $experts->{items} };
    is_deeply([ @$session{qw(service_type title quantity bonus_unit_minor bonus_cap_minor details)} ],
        [ 'exploratory', 'Explore the checkout', 2, 101, 1005, {} ], 'an item with its bonus: a critical finding earns all of it');
    is_deeply([ @$smoke{qw(required bonus_unit_minor bonus_cap_minor)} ], [ JSON::PP::false, 0, 0 ], 'one that may be left out');
    isnt($smoke->{title}, '', 'it has a title');
    like($session->{instructions}, qr/quantity: 2 \(session\).*\n- /s, 'and a list of what to say about it');
    is_deeply(is_ok(api($builder, 'getPlan', { plan_id => $plan->{id} }), 'the plan')->{roles}, $plan->{roles}, 'the plan stays');
    is(sql("SELECT count(*) FROM job WHERE project_id = :'id'", id => $project->{id}), 1, 'there is one job');
};

subtest 'the job can have a title and a brief of its own' => sub {
    my $plan    = save($builder, name => 'Short');
    my $project = make_project($builder);
    my $named   = is_created(api($builder, 'planJob', { plan_id => $plan->{id} }, { project_id => $project->{id}, title => 'All of the shop', brief => 'Before Friday' }), 'made');
    is_deeply([ @$named{qw(title brief)} ], [ 'All of the shop', 'Before Friday' ], 'as they were sent');
    is(is_created(api($builder, 'planJob', { plan_id => $plan->{id} }, { project_id => $project->{id} }), 'made')->{title}, 'Test plan Short', 'a name that is too short gets company');
};

subtest 'the same call twice is one job' => sub {
    my $plan    = save($builder);
    my $project = make_project($builder);
    my $key     = random_text(12);
    my @jobs    = map { is_created(api($builder, 'planJob', { plan_id => $plan->{id} }, { project_id => $project->{id} }, key => $key), 'made') } 1, 2;
    is($jobs[0]{id}, $jobs[1]{id}, 'the same');
    is(sql("SELECT count(*) FROM job WHERE project_id = :'id'", id => $project->{id}), 1, 'stored once');
};

my $kept = save($builder);
for my $case (
    [ 'no project',               {},                                                              '/project_id', 'required' ],
    [ 'somebody else\'s project', { project_id => make_project($stranger)->{id} },                 '/project_id', 'not-found' ],
    [ 'a short title',            { project_id => make_project($builder)->{id}, title => 'Short' }, '/title',     'too-short' ],
    [ 'a long brief',             { project_id => make_project($builder)->{id}, brief => 'x' x 8001 }, '/brief',  'too-long' ],
) {
    my ($name, $body, $pointer, $code) = @$case;
    subtest "a job refuses $name" => sub {
        my $before  = sql("SELECT count(*) FROM job WHERE owner_id = :'id'", id => $builder->{id});
        my $problem = is_problem(api($builder, 'planJob', { plan_id => $kept->{id} }, $body), 'invalid-input', 'refused');
        is_deeply($problem->{errors}, [ { pointer => $pointer, code => $code } ], 'and says where');
        is(sql("SELECT count(*) FROM job WHERE owner_id = :'id'", id => $builder->{id}), $before, 'and nothing was stored');
    };
}

for my $case (
    [ 'no name',           basket(name => undef),       '/name',     'required' ],
    [ 'an empty name',     basket(name => ''),          '/name',     'too-short' ],
    [ 'a long name',       basket(name => 'x' x 121),   '/name',     'too-long' ],
    [ 'a foreign currency', basket(currency => 'chf'),  '/currency', 'not-allowed' ],
    [ 'no roles',          basket(roles => undef),      '/roles',    'required' ],
    [ 'an odd country',    basket(market => 'germany'), '/market',   'bad-format' ],
    [ 'a kind that is off', basket(roles => [ { seats => 1, items => [ { service_type => 'security' } ] } ]), '/roles/0/items/0/service_type', 'not-allowed' ],
    [ 'a long title',      basket(roles => [ { seats => 1, items => [ { service_type => 'exploratory', title => 'x' x 121 } ] } ]), '/roles/0/items/0/title', 'too-long' ],
    [ 'an owner',          basket(owner_id => $stranger->{id}), '/owner_id', 'unknown' ],
) {
    my ($name, $body, $pointer, $code) = @$case;
    subtest "refuses $name" => sub {
        my $before = sql("SELECT count(*) || coalesce(max(updated_at)::text, '') FROM test_plan WHERE owner_id = :'id'", id => $builder->{id});
        for my $call ([ 'savePlan', {} ], [ 'updatePlan', { plan_id => $kept->{id} } ]) {
            my $problem = is_problem(api($builder, @$call, $body), 'invalid-input', $call->[0]);
            is_deeply($problem->{errors}, [ { pointer => $pointer, code => $code } ], 'and says where');
        }
        is(sql("SELECT count(*) || coalesce(max(updated_at)::text, '') FROM test_plan WHERE owner_id = :'id'", id => $builder->{id}), $before, 'and nothing was stored');
    };
}

done_testing();
