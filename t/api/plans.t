# SPDX-License-Identifier: Apache-2.0
# Structured jobs as they are written: roles and items, their checks, drafts, copies,
# templates. What happens once they are published is in plan_life.t.
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
my $NOBODY   = '00000000-0000-7000-8000-000000000000';

sub in_days { my ($days) = @_; return strftime('%Y-%m-%dT%H:%M:%SZ', gmtime(time + $days * 86400)) }

sub offer {
    my (%changes) = @_;
    return { kind => 'structured', project_id => $project->{id}, title => 'A plan for the check-out',
             brief => 'The check-out is new. Take it apart.', currency => 'eur', roles => plan_roles(), %changes };
}

sub create { my (%changes) = @_; return is_created(api($builder, 'createJob', {}, offer(%changes)), 'written') }
sub update { my ($job, %changes) = @_; return api($builder, 'updateJob', { job_id => $job->{id} }, \%changes) }

# A role with one item, changed.
sub role { my (%changes) = @_; my $role = plan_roles()->[1]; return { %$role, %changes } }
sub item { my (%changes) = @_; return { %{ plan_roles()->[1]{items}[0] }, %changes } }

# Roles as they were answered, to be sent back.
sub as_sent {
    my ($job) = @_;
    return [ map {
        my %role = %$_;
        delete @role{qw(seats_taken seats_reserved seats_left builder_fee_bps tester_fee_bps)};
        $role{items} = [ map { my %item = %$_; delete $item{expected_minutes}; \%item } @{ $role{items} } ];
        \%role;
    } @{ $job->{roles} } ];
}

sub ids_of { my ($job) = @_; return [ map { [ $_->{id}, map { $_->{id} } @{ $_->{items} } ] } @{ $job->{roles} } ] }

# What is stored of a job's roles and items, removed ones counted too.
sub stored {
    my ($job) = @_;
    return sql("SELECT count(DISTINCT r.id) || ' ' || count(i.id) FROM job_role r LEFT JOIN job_item i ON i.role_id = r.id WHERE r.job_id = :'id'", id => $job->{id});
}

subtest 'a builder writes a plan' => sub {
    my $job = create(bidding_deadline_at => in_days(10), review_days => 5);
    is_deeply([ @$job{qw(kind state review_days on_rejection revision seats seats_left bids_open)} ],
        [ 'structured', 'draft', 5, 'refund', 1, 3, 3, 0 ], 'a draft of three seats');
    is($job->{$_}, undef, "no $_") for qw(service_type fee_minor total_minor claim_hours my_bid_id payment_id stop_reason);
    is($job->{reward_minor}, 9000, 'the best budget is what it is found by');
    is_deeply($job->{service_types}, [ 'exploratory', 'functional_scripted' ], 'all kinds of test in it');
    is_deeply($job->{platforms}, [ 'web', 'android' ], 'the platforms of the project');
    is($job->{deadline_at}, $job->{bidding_deadline_at}, 'the deadline is the end of bidding');
    my ($shopper, $reader) = @{ $job->{roles} };
    is_deeply([ @$shopper{qw(name persona seats seats_taken seats_reserved seats_left budget_low_minor budget_high_minor)} ],
        [ 'Shopper', '', 1, 0, 0, 1, 6000, 9000 ], 'the first role');
    is_deeply([ map { $_->{title} } @{ $shopper->{items} } ], [ 'Explore the basket', 'Explore the payment', 'The script' ], 'its items in order');
    is_deeply([ @{ $shopper->{items}[0] }{qw(required quantity bonus_unit_minor bonus_cap_minor change_rounds)} ],
        [ JSON::PP::true, 1, 100, 300, 1 ], 'what is left out has a default');
    is_deeply($shopper->{items}[1]{required}, JSON::PP::false, 'an optional one');
    is_deeply($shopper->{items}[2]{details}, { steps => [ { text => 'Buy a book' }, { text => 'Ask for the receipt' } ] }, 'details as they were sent');
    ok($shopper->{items}[0]{expected_minutes} > 0, 'the price book says how long it takes');
    is_deeply([ @$reader{qw(budget_low_minor budget_high_minor)} ], [ undef, undef ], 'a role without a budget');
    is_problem(api($_, 'getJob', { job_id => $job->{id} }), 'not-found', 'a draft is its owner\'s alone') for $stranger, $tester, undef;
};

subtest 'a plan may begin with nothing' => sub {
    my $bare = create(roles => undef);
    is_deeply([ @$bare{qw(seats roles bidding_deadline_at reward_minor)}, $bare->{service_types} ], [ 0, [], undef, undef, [] ], 'no role');
    my $empty = create(roles => [ role(items => []) ]);
    is_deeply($empty->{roles}[0]{items}, [], 'or a role without items');
    my $vague = create(roles => [ role(items => [ item(details => undef) ]) ]);
    is_deeply($vague->{roles}[0]{items}[0]{details}, {}, 'or items without details');
};

subtest 'the largest plan fits into a request' => sub {
    my @items = map { item(title => "Item $_ of many", instructions => 'x' x 1200) } 1 .. 30;
    my $job = create(roles => [ map { role(name => "Role $_", items => \@items) } 1 .. 20 ]);
    is(stored($job), '20 600', 'twenty roles of thirty items');
};

subtest 'roles say who fits' => sub {
    my $wishes = { platforms => ['ios'], skills => ['accessibility'], level => 'expert', nda => JSON::PP::true, locales => ['de'] };
    my $job = create(roles => [ role(requirements => { %$wishes, notes => undef }) ]);
    is_deeply($job->{roles}[0]{requirements}, $wishes, 'what was sent');
    is_deeply($job->{platforms}, ['ios'], 'and the job is found by it');
};

for my $case (
    [ 'a reward',                  { reward_minor => 100 },                             '/reward_minor',                    'not-allowed' ],
    [ 'steps of its own',          { steps => [] },                                     '/steps',                           'not-allowed' ],
    [ 'seats of its own',          { seats => 2 },                                      '/seats',                           'not-allowed' ],
    [ 'a service type of its own', { service_type => 'exploratory' },                   '/service_type',                    'not-allowed' ],
    [ 'a deadline for claims',     { deadline_at => in_days(3) },                       '/deadline_at',                     'not-allowed' ],
    [ 'no currency',               { currency => undef },                               '/currency',                        'required' ],
    [ 'a currency not dealt in',   { currency => 'jpy' },                               '/currency',                        'not-allowed' ],
    [ 'a project of nobody',       { project_id => $NOBODY },                           '/project_id',                      'not-found' ],
    [ 'bids until yesterday',      { bidding_deadline_at => in_days(-1) },              '/bidding_deadline_at',             'in-the-past' ],
    [ 'roles that are words',      { roles => 'two' },                                  '/roles',                           'not-an-array' ],
    [ 'too many roles',            { roles => [ map { role() } 1 .. 21 ] },             '/roles',                           'too-many' ],
    [ 'a role without a name',     { roles => [ role(name => undef) ] },                '/roles/0/name',                    'required' ],
    [ 'a role without a seat',     { roles => [ role(seats => 0) ] },                   '/roles/0/seats',                   'too-small' ],
    [ 'too many seats',            { roles => [ role(seats => 101) ] },                 '/roles/0/seats',                   'too-large' ],
    [ 'a long persona',            { roles => [ role(persona => 'x' x 2001) ] },        '/roles/0/persona',                 'too-long' ],
    [ 'an odd level',              { roles => [ role(requirements => { level => 'x' }) ] }, '/roles/0/requirements/level',  'not-allowed' ],
    [ 'too small a budget',        { roles => [ role(budget_low_minor => 99) ] },       '/roles/0/budget_low_minor',        'too-small' ],
    [ 'too large a budget',        { roles => [ role(budget_high_minor => 1_000_001) ] }, '/roles/0/budget_high_minor',     'too-large' ],
    [ 'a budget upside down',      { roles => [ role(budget_low_minor => 500, budget_high_minor => 400) ] }, '/roles/0/budget_high_minor', 'too-small' ],
    [ 'a role of another job',     { roles => [ role(id => $NOBODY) ] },                '/roles/0/id',                      'not-found' ],
    [ 'no items at all',           { roles => [ role(items => undef) ] },               '/roles/0/items',                   'required' ],
    [ 'too many items',            { roles => [ role(items => [ map { item() } 1 .. 31 ]) ] }, '/roles/0/items',            'too-many' ],
    [ 'an unknown kind of test',   { roles => [ role(items => [ item(service_type => 'magic') ]) ] }, '/roles/0/items/0/service_type', 'not-allowed' ],
    [ 'a kind that is off',        { roles => [ role(items => [ item(service_type => 'security', details => {}) ]) ] }, '/roles/0/items/0/service_type', 'not-allowed' ],
    [ 'an item without a title',   { roles => [ role(items => [ item(title => '') ]) ] }, '/roles/0/items/0/title',         'too-short' ],
    [ 'no instructions',           { roles => [ role(items => [ item(instructions => undef) ]) ] }, '/roles/0/items/0/instructions', 'required' ],
    [ 'none of it',                { roles => [ role(items => [ item(quantity => 0) ]) ] }, '/roles/0/items/0/quantity',    'too-small' ],
    [ 'too much of it',            { roles => [ role(items => [ item(quantity => 1001) ]) ] }, '/roles/0/items/0/quantity', 'too-large' ],
    [ 'endless changes',           { roles => [ role(items => [ item(change_rounds => 6) ]) ] }, '/roles/0/items/0/change_rounds', 'too-large' ],
    [ 'a bonus without a cap',     { roles => [ role(items => [ item(bonus_unit_minor => 10) ]) ] }, '/roles/0/items/0/bonus_cap_minor', 'required' ],
    [ 'a cap without a bonus',     { roles => [ role(items => [ item(bonus_cap_minor => 10) ]) ] }, '/roles/0/items/0/bonus_unit_minor', 'required' ],
    [ 'details of another kind',   { roles => [ role(items => [ item(details => { steps => [] }) ]) ] }, '/roles/0/items/0/details/steps', 'unknown' ],
    [ 'details that are words',    { roles => [ role(items => [ item(details => 'all') ]) ] }, '/roles/0/items/0/details',  'not-an-object' ],
    [ 'an empty step, deep down',  { roles => [ role(), role(items => [ item(), item(service_type => 'functional_scripted', details => { steps => [ { text => 'x' }, { text => '' } ] }) ]) ] },
      '/roles/1/items/1/details/steps/1/text', 'too-short' ],
    [ 'an item of another job',    { roles => [ role(items => [ item(id => $NOBODY) ]) ] }, '/roles/0/items/0/id',          'not-found' ],
) {
    my ($name, $changes, $pointer, $code) = @$case;
    subtest "refuses $name" => sub {
        my $before  = sql('SELECT (SELECT count(*) FROM job), (SELECT count(*) FROM job_role)');
        my $problem = is_problem(api($builder, 'createJob', {}, offer(%$changes)), 'invalid-input', 'refused');
        is_deeply($problem->{errors}, [ { pointer => $pointer, code => $code } ], 'and says where');
        is(sql('SELECT (SELECT count(*) FROM job), (SELECT count(*) FROM job_role)'), $before, 'and nothing was stored');
    };
}

subtest 'all that is wrong is said at once' => sub {
    my $problem = is_problem(api($builder, 'createJob', {}, offer(roles => [
        role(budget_low_minor => 1), role(items => [ item(bonus_unit_minor => 5), item(details => { minutes => 5 }) ]) ])), 'invalid-input', 'refused');
    is_deeply([ sort map { "$_->{pointer} $_->{code}" } @{ $problem->{errors} } ], [
        '/roles/0/budget_low_minor too-small', '/roles/1/items/0/bonus_cap_minor required', '/roles/1/items/1/details/minutes too-small',
    ], 'three places');
};

subtest 'a simple job has no roles' => sub {
    my $simple  = make_draft($builder);
    my $problem = is_problem(update($simple, roles => [], bidding_deadline_at => in_days(3)), 'invalid-input', 'refused');
    is_deeply([ sort map { "$_->{pointer} $_->{code}" } @{ $problem->{errors} } ], [ '/bidding_deadline_at not-allowed', '/roles not-allowed' ], 'and says where');
    is_deeply([ $simple->{roles}, $simple->{service_types}, $simple->{bidding_deadline_at} ], [ [], ['functional_scripted'], undef ], 'its own form says so');
    is_problem(api($builder, 'closeBidding', { job_id => $simple->{id} }), 'wrong-state', 'and it takes no bids');
};

subtest 'a draft changes freely, and what stays keeps its identity' => sub {
    my $job   = create();
    my $ids   = ids_of($job);
    my $roles = as_sent($job);
    my $same  = is_ok(update($job, roles => $roles), 'sent back as it was read');
    is_deeply([ ids_of($same), as_sent($same) ], [ $ids, $roles ], 'nothing has changed');
    @$roles = reverse @$roles;
    $roles->[1]{seats} = 7;
    splice @{ $roles->[1]{items} }, 1, 1, item(title => 'A new one');
    push @$roles, role(name => 'A third');
    my $changed = is_ok(update($job, roles => $roles, title => 'Another title for it', bidding_deadline_at => in_days(3)), 'changed');
    is_deeply([ map { $_->{name} } @{ $changed->{roles} } ], [ 'Reader of screen readers', 'Shopper', 'A third' ], 'in the order that was sent');
    my $new = ids_of($changed);
    is_deeply([ $new->[0], @{ $new->[1] }[ 0, 1, 3 ] ], [ $ids->[1], @{ $ids->[0] }[ 0, 1, 3 ] ], 'entries with an id stay');
    isnt($new->[1][2], $ids->[0][2], 'one without is new');
    is_deeply([ @$changed{qw(seats revision title)} ], [ 11, 1, 'Another title for it' ], 'a draft has no revisions');
    is(stored($job), '3 5', 'what was left out is gone');
    is_ok(update($job, brief => 'Only the brief.'), 'a change without roles');
    is(stored($job), '3 5', 'leaves them alone');
    is_deeply(is_ok(update($job, roles => []), 'no roles')->{roles}, [], 'and all can be taken out');
    is(is_ok(update($job, bidding_deadline_at => ''), 'no deadline')->{bidding_deadline_at}, undef, 'the deadline too');
};

subtest 'identities are held against the job' => sub {
    my ($one, $other) = (create(), create());
    my $roles = as_sent($one);
    my @cases = (
        [ 'a role of another job', sub { $_[0][0]{id} = ids_of($other)->[0][0] }, { '/roles/0/id' => 'not-found', map { ("/roles/0/items/$_/id" => 'not-found') } 0 .. 2 } ],
        [ 'an item of another role', sub { $_[0][0]{items}[0]{id} = ids_of($one)->[1][1] }, { '/roles/0/items/0/id' => 'not-found' } ],
        [ 'a role twice', sub { $_[0][1]{id} = $_[0][0]{id} }, { '/roles/1/id' => 'repeated', '/roles/1/items/0/id' => 'not-found' } ],
        [ 'an item twice', sub { $_[0][0]{items}[1]{id} = $_[0][0]{items}[0]{id} }, { '/roles/0/items/1/id' => 'repeated' } ],
        [ 'an item of a new role', sub { delete $_[0][1]{id} }, { '/roles/1/items/0/id' => 'not-found' } ],
    );
    for (@cases) {
        my ($name, $change, $errors) = @$_;
        my $sent = JSON::PP->new->decode(JSON::PP->new->encode($roles));
        $change->($sent);
        my $problem = is_problem(update($one, roles => $sent), 'invalid-input', $name);
        is_deeply({ map { $_->{pointer} => $_->{code} } @{ $problem->{errors} } }, $errors, 'and says where');
    }
    is_deeply(as_sent(is_ok(api($builder, 'getJob', { job_id => $one->{id} }), 'read')), $roles, 'nothing has changed');
    $roles->[0]{id} = uc $roles->[0]{id};
    is_ok(update($one, roles => $roles), 'capitals are the same id');
};

subtest 'who may change it' => sub {
    my $job  = create();
    my $read = api($builder, 'getJob', { job_id => $job->{id} });
    is_problem(api($stranger, 'updateJob', { job_id => $job->{id} }, { roles => [] }), 'not-found', 'not a stranger');
    is_problem(api($tester, 'createJob', {}, offer()), 'forbidden', 'not a tester');
    is_ok(update($job, title => 'Somebody was quicker'), 'changed');
    is_problem(api($builder, 'updateJob', { job_id => $job->{id} }, { roles => [] }, headers => { 'If-Match' => $read->{headers}{etag} }), 'precondition-failed', 'who saw the old one is told');
    is(stored($job), '2 4', 'and nothing has changed');
    is_empty(api($builder, 'deleteJob', { job_id => $job->{id} }), 'thrown away');
    is_problem(api($builder, 'getJob', { job_id => $job->{id} }), 'not-found', 'it is gone');
};

subtest 'a job is copied' => sub {
    my $plan = make_plan($builder, project_id => $project->{id}, review_days => 5);
    my $copy = is_created(api($builder, 'copyJob', { job_id => $plan->{id} }, {}), 'a plan');
    is_deeply([ @$copy{qw(state kind revision bidding_deadline_at opened_at review_days reward_minor seats)} ],
        [ 'draft', 'structured', 1, undef, undef, 5, 9000, 3 ], 'is a draft');
    isnt($copy->{id}, $plan->{id}, 'of its own');
    my %old = map { map { $_ => 1 } @$_ } @{ ids_of($plan) };
    ok(!(grep { $old{$_} } map { @$_ } @{ ids_of($copy) }), 'with new roles and items');
    my $strip = sub { [ map { my %r = %$_; delete $r{id}; $r{items} = [ map { my %i = %$_; delete $i{id}; \%i } @{ $r{items} } ]; \%r } @{ as_sent($_[0]) } ] };
    is_deeply($strip->($copy), $strip->($plan), 'that say the same');
    is_ok(api($builder, 'publishJob', { job_id => $copy->{id} }), 'and can be published');
    my $simple = make_job($builder, seats => 2, deadline_at => in_days(5));
    my $again  = is_created(api($builder, 'copyJob', { job_id => $simple->{id} }, { project_id => $project->{id} }), 'a simple job, to another project');
    is_deeply([ @$again{qw(state kind project_id seats seats_left reward_minor fee_minor deadline_at platforms)} ],
        [ 'draft', 'simple', $project->{id}, 2, 2, 2500, 250, undef, [ 'web', 'android' ] ], 'is a draft too');
    is_deeply($again->{steps}, $simple->{steps}, 'with its steps');
    is_problem(api($stranger, 'copyJob', { job_id => $plan->{id} }, {}), 'not-found', 'only one\'s own');
    is_problem(api($tester, 'copyJob', { job_id => $plan->{id} }, {}), 'forbidden', 'only builders');
    my $problem = is_problem(api($builder, 'copyJob', { job_id => $plan->{id} }, { project_id => make_project($stranger)->{id} }), 'invalid-input', 'into one\'s own project');
    is_deeply($problem->{errors}, [ { pointer => '/project_id', code => 'not-found' } ], 'says so');
    my $key = random_text(20);
    my @two = map { api($builder, 'copyJob', { job_id => $plan->{id} }, {}, key => $key) } 1 .. 2;
    is($two[1]{data}{id}, $two[0]{data}{id}, 'the same key makes one copy');
};

# Plants the templates as "up" does.
sub plant {
    open my $fh, '<', ($ENV{PEERTEST_SRC} // '.') . '/sql/seed/plans.sql' or die "plans.sql: $!";
    local $/;
    return sql('BEGIN;' . <$fh> . 'COMMIT;');
}

plant();
my $all = is_ok(api(undef, 'listPlanTemplates'), 'everybody sees the templates')->{items};

subtest 'there is a template for each common kind of application' => sub {
    ok(@$all >= 8, 'eight and more');
    my %categories = map { $_->{category} => 1 } @$all;
    is(scalar keys %categories, scalar @$all, 'one of each kind');
    is_deeply(is_ok(api(undef, 'listPlanTemplates', { category => 'Game' }), 'of one kind')->{items}, [ grep { $_->{category} eq 'Game' } @$all ], 'by its name');
    is_deeply(is_ok(api(undef, 'listPlanTemplates', { category => 'Toaster' }), 'of another')->{items}, [], 'nothing of what is not there');
    is(api(undef, 'listPlanTemplates')->{headers}{'cache-control'}, 'public, max-age=60', 'and they may be kept for a while');
    my %types = map { map { map { $_->{service_type} => 1 } @{ $_->{items} } } @{ $_->{roles} } } @$all;
    ok(keys %types >= 12, 'a dozen kinds of test');
    for my $template (@$all) {
        my @roles = @{ $template->{roles} };
        ok(@roles >= 1 && @roles <= 3 && !(grep { @{ $_->{items} } < 2 || @{ $_->{items} } > 5 } @roles), "$template->{key}: one to three roles of two to five items");
    }
};

subtest 'each of them can be published as it is' => sub {
    for my $template (@$all) {
        my $job = create(map { $_ => $template->{$_} } qw(title brief roles));
        my $published = is_ok(api($builder, 'publishJob', { job_id => $job->{id} }), $template->{key});
        is($published->{job}{state}, 'published', 'it takes bids');
    }
};

subtest 'planted again, nothing is there twice, and what is gone is gone' => sub {
    sql("INSERT INTO plan_template (key, category, position, title, summary, brief, roles) VALUES ('old', 'Old', 1, 'x', 'x', 'x', '[]')");
    sql("UPDATE plan_template SET title = 'changed' WHERE key = 'game'");
    plant();
    is_deeply(is_ok(api(undef, 'listPlanTemplates'), 'read')->{items}, $all, 'as before');
};

done_testing();
