# SPDX-License-Identifier: Apache-2.0
# The marketplace: what is listed, in which order, and what a search finds. Words made up
# for each test keep other tests' jobs out of sight.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use Test::More;

my $builder = as_builder();
my $project = make_project($builder);
my $word    = 'w' . random_text(14);

sub listed {
    my (%params) = @_;
    return is_ok(api(undef, 'listJobs', \%params), 'listed');
}

sub titles { my ($page) = @_; return [ map { $_->{title} } @{ $page->{items} } ] }

# All pages of a list, one after the other.
sub pages_of {
    my (%params) = @_;
    my (@found, $cursor);
    for (1 .. 20) {
        my $page = listed(%params, limit => 2, defined $cursor ? (cursor => $cursor) : ());
        push @found, @{ titles($page) };
        $cursor = $page->{next} // last;
    }
    return \@found;
}

my @jobs = map {
    make_job($builder, project_id => $project->{id}, seats => 1, %$_)
} (
    { title => "$word alpha", brief => 'Look at the moon', reward_minor => 1000 },
    { title => "$word beta", brief => 'Look at the sun', reward_minor => 5000, service_type => 'exploratory', requirements => { platforms => ['ios'] } },
    { title => "$word gamma moonlight", brief => 'Nothing', reward_minor => 3000, requirements => { platforms => [ 'ios', 'web' ] } },
    { title => "$word delta", brief => 'The moon once more', reward_minor => 3000 },
    { title => "$word epsilon", brief => 'Nothing', reward_minor => 200 },
);
for ([ 0, 30 ], [ 2, 10 ], [ 4, 10 ]) {
    my ($n, $days) = @$_;
    sql("UPDATE job SET deadline_at = date_trunc('day', now()) + make_interval(days => $days) WHERE id = :'id'", id => $jobs[$n]{id});
}
my ($alpha, $beta, $gamma, $delta, $epsilon) = map { $_->{title} } @jobs;

subtest 'a row says what a tester wants to know' => sub {
    my ($row) = @{ listed(q => "$word beta")->{items} };
    is_deeply([ @$row{qw(id title kind service_type reward_minor currency seats seats_left builder_name claim_hours review_days)} ],
        [ $jobs[1]{id}, $beta, 'simple', 'exploratory', 5000, 'usd', 1, 1, $builder->{full_name}, 48, 7 ], 'all of it');
    is_deeply($row->{platforms}, ['ios'], 'and where');
};

subtest 'the answer may be kept for a moment' => sub {
    is(api(undef, 'listJobs', { q => $word })->{headers}{'cache-control'}, 'public, max-age=5', 'five seconds');
};

subtest 'orders, page by page' => sub {
    is_deeply(pages_of(q => $word), [ reverse $alpha, $beta, $gamma, $delta, $epsilon ], 'newest first');
    is_deeply(pages_of(q => $word, sort => 'newest'), [ reverse $alpha, $beta, $gamma, $delta, $epsilon ], 'the same when said');
    my $by_reward = pages_of(q => $word, sort => 'reward');
    is_deeply([ $by_reward->[0], [ sort @$by_reward[ 1, 2 ] ], @$by_reward[ 3, 4 ] ], [ $beta, [ sort $gamma, $delta ], $alpha, $epsilon ], 'by reward');
    my $by_deadline = pages_of(q => $word, sort => 'deadline');
    is_deeply([ [ sort @$by_deadline[ 0, 1 ] ], $by_deadline->[2], [ sort @$by_deadline[ 3, 4 ] ] ],
        [ [ sort $gamma, $epsilon ], $alpha, [ sort $beta, $delta ] ], 'by deadline, those without one last');
    my $by_relevance = pages_of(q => "$word moon", sort => 'relevance');
    is($by_relevance->[0], $gamma, 'by relevance: what stands in the title counts most');
    is_deeply([ sort @$by_relevance ], [ sort $alpha, $gamma, $delta ], 'and nothing is lost');
};

subtest 'the same without a search' => sub {
    for my $sort (qw(newest reward deadline relevance)) {
        my (@seen, $cursor);
        do {
            my $page = listed(sort => $sort, limit => 3, defined $cursor ? (cursor => $cursor) : ());
            push @seen, @{ $page->{items} };
            $cursor = $page->{next};
        } while (defined $cursor && @seen < 300);
        my %count;
        $count{ $_->{id} }++ for @seen;
        is_deeply([ grep { $_ > 1 } values %count ], [], "$sort: no job twice");
        ok(@seen >= 300 || !(grep { !$count{ $_->{id} } } @jobs), "$sort: no job lost");
        my @keys = $sort eq 'reward' ? map { -($_->{reward_minor} // 0) } @seen : $sort eq 'deadline' ? map { $_->{deadline_at} // 'z' } @seen : ();
        my @sorted = $sort eq 'reward' ? sort { $a <=> $b } @keys : sort @keys;
        is_deeply(\@keys, \@sorted, "$sort: in order");
    }
};

subtest 'filters' => sub {
    is_deeply(titles(listed(q => $word, service_type => 'exploratory')), [$beta], 'by kind of test');
    is_deeply([ sort @{ titles(listed(q => $word, platform => 'ios')) } ], [ sort $beta, $gamma ], 'by platform');
    is_deeply([ sort @{ titles(listed(q => $word, min_reward_minor => 3000)) } ], [ sort $beta, $gamma, $delta ], 'by reward');
    is_deeply(titles(listed(q => $word, kind => 'structured')), [], 'by kind');
    my $rare = listed(platform => 'ios', service_type => 'exploratory', min_reward_minor => 5000, limit => 100);
    ok((grep { $_->{id} eq $jobs[1]{id} } @{ $rare->{items} }), 'and without a search');
    ok(!(grep { !(grep { $_ eq 'exploratory' } @{ $_->{service_types} }) || $_->{reward_minor} < 5000 || !grep { $_ eq 'ios' } @{ $_->{platforms} } } @{ $rare->{items} }), 'all of them at once');
};

subtest 'words' => sub {
    is_deeply([ sort @{ titles(listed(q => "$word moon")) } ], [ sort $alpha, $gamma, $delta ], 'in title and brief, the last one also as a beginning');
    is_deeply(titles(listed(q => "moonl $word")), [], 'but only the last one');
    is_deeply(titles(listed(q => "$word moonl")), [$gamma], 'as here');
    is_deeply(titles(listed(q => qq{"$word delta"})), [$delta], 'in quotes, side by side');
    is_deeply([ sort @{ titles(listed(q => "$word -moon")) } ], [ sort $beta, $gamma, $epsilon ], 'not these');
    is_deeply([ sort @{ titles(listed(q => qq{"$word beta" or "$word epsilon"})) } ], [ sort $beta, $epsilon ], 'either');
    is_deeply(titles(listed(q => "$word nowhere")), [], 'what is not there');
    is_deeply(titles(listed(q => $_)), [], "nothing but signs: $_") for '!!!', q{'}, '":*', '\\', '<->';
    ok(ref listed(q => '')->{items}, 'an empty search is none');
};

subtest 'only open jobs with a free seat' => sub {
    make_claim($jobs[4], as_tester());
    is_deeply(titles(listed(q => "$word epsilon")), [], 'a filled one is not listed');
    my $draft = make_draft($builder, title => "$word draft");
    is_deeply(titles(listed(q => "$word draft")), [], 'nor is a draft');
};

# A structured job that takes bids. Options: roles, and members of the job.
sub make_plan_job {
    my (%options) = @_;
    my @roles = map { { name => 'Shoppers', seats => 1,
        items => [ map { { service_type => $_, title => 'Look at it', instructions => 'And tell.' } } @{ delete $_->{types} || ['usability_unmoderated'] } ], %$_ } }
        @{ delete $options{roles} || [ {} ] };
    my $job = is_created(api($builder, 'createJob', {}, { kind => 'structured', project_id => $project->{id}, brief => 'All of it.', currency => 'eur', roles => \@roles, %options }), 'written');
    sql("UPDATE job SET state = 'published', opened_at = now(), deadline_at = now() + interval '10 days' WHERE id = :'id'", id => $job->{id});
    return $job;
}

subtest 'structured jobs are beside simple ones' => sub {
    my $word = 's' . random_text(14);
    my $simple = make_job($builder, project_id => $project->{id}, title => "$word simple", reward_minor => 2000, service_type => 'exploratory');
    my $plan   = make_plan_job(title => "$word plan", roles => [
        { seats => 2, budget_low_minor => 900, budget_high_minor => 3000, types => [ 'exploratory', 'usability_unmoderated' ] },
        { seats => 1, budget_low_minor => 1500, budget_high_minor => 2500 } ]);
    my ($row) = @{ listed(q => "$word plan")->{items} };
    is_deeply([ @$row{qw(id kind service_type reward_minor currency roles budget_low_minor budget_high_minor seats seats_left claim_hours)} ],
        [ $plan->{id}, 'structured', undef, 3000, 'eur', 2, 900, 3000, 3, 3, undef ], 'with the figures of their kind');
    is_deeply([ sort @{ $row->{service_types} } ], [ 'exploratory', 'usability_unmoderated' ], 'and all kinds of test');
    my ($simple_row) = @{ listed(q => "$word simple")->{items} };
    is_deeply([ @$simple_row{qw(service_type service_types roles budget_low_minor budget_high_minor)} ], [ 'exploratory', ['exploratory'], 0, undef, undef ], 'a simple one has its own');
    is_deeply(titles(listed(q => $word, kind => 'structured')), ["$word plan"], 'by kind');
    is_deeply([ sort @{ titles(listed(q => $word, service_type => 'exploratory')) } ], [ "$word plan", "$word simple" ], 'by a kind of test in either');
    is_deeply(titles(listed(q => $word, service_type => 'usability_unmoderated')), ["$word plan"], 'by one of several');
    is_deeply(titles(listed(q => $word, currency => 'eur')), ["$word plan"], 'by currency');
    is_deeply(titles(listed(q => $word, min_reward_minor => 2500)), ["$word plan"], 'by the best budget');
    is_deeply(titles(listed(q => $word, sort => 'reward')), [ "$word plan", "$word simple" ], 'which orders them too');
    for my $state (qw(awarding published)) {
        sql("UPDATE job SET state = :'state' WHERE id = :'id'", id => $plan->{id}, state => $state);
        is_deeply(titles(listed(q => "$word plan")), ["$word plan"], "$state ones are listed");
    }
    for my $state (qw(draft in_progress in_review completed cancelled expired removed)) {
        sql("UPDATE job SET state = :'state' WHERE id = :'id'", id => $plan->{id}, state => $state);
        is_deeply(titles(listed(q => "$word plan")), [], "$state ones are not");
    }
};

subtest 'what a tester fits' => sub {
    my $currency = 'gbp';
    my $tester   = as_tester(country => 'NZ');
    is_ok(api($tester, 'putDevices', {}, { items => [ { name => 'Pixel 8', kind => 'phone', os => 'Android', os_version => '14' } ] }), 'a phone');
    my $word = 'f' . random_text(14);
    my $add  = sub { my ($name, %wanted) = @_; return make_job($builder, project_id => $project->{id}, title => "$word $name", currency => $currency, requirements => \%wanted)->{id} };
    my %job  = (
        any     => $add->('any'),
        android => $add->('android', os => ['Android 14']),
        ios     => $add->('ios', os => ['iOS']),
        here    => $add->('here', countries => ['NZ']),
        there   => $add->('there', countries => ['AU']),
        one     => make_plan_job(title => "$word one role", currency => $currency, roles => [ { requirements => { os => ['iOS'] } }, { requirements => { devices => ['pixel'] } } ])->{id},
        none    => make_plan_job(title => "$word no role", currency => $currency, roles => [ { requirements => { level => 'expert' } } ])->{id},
    );
    my $full = make_plan_job(title => "$word full role", currency => $currency, roles => [ { requirements => {} } ]);
    sql("UPDATE job_role SET seats_taken = 1 WHERE job_id = :'id'", id => $full->{id});
    my $fitting = sub {
        my (%params) = @_;
        my (@found, $cursor);
        for (1 .. 50) {
            my $page = is_ok(api($tester, 'listFittingJobs', { currency => $currency, %params, defined $cursor ? (cursor => $cursor) : () }), 'listed');
            push @found, grep { $_->{title} =~ /^\Q$word\E / } @{ $page->{items} };
            $cursor = $page->{next} // last;
        }
        return [ map { $_->{id} } @found ];
    };
    is_deeply($fitting->(), [ @job{qw(one here android any)} ], 'a role or the whole job, newest first');
    is_deeply($fitting->(limit => 2), [ @job{qw(one here android any)} ], 'page by page');
    is_deeply($fitting->(kind => 'structured'), [ $job{one} ], 'by kind');
    is_deeply($fitting->(service_type => 'functional_scripted', platform => 'web', min_reward_minor => 100), [ @job{qw(here android any)} ], 'by the other filters');
    is(api($tester, 'listFittingJobs')->{headers}{'cache-control'}, 'private, no-store', 'it is one\'s own');
    is_problem(api($tester, 'listFittingJobs', { cursor => 'eHx5' }), 'invalid-cursor', 'an invented cursor');
    is_problem(api($builder, 'listFittingJobs'), 'forbidden', 'builders fit nothing');
    is_problem(api(undef, 'listFittingJobs'), 'unauthorized', 'nor does nobody');
};

subtest 'a word of many jobs' => sub {
    my $common = 'c' . random_text(14);
    sql(<<'SQL', owner => $builder->{id}, project => $project->{id}, word => $common);
INSERT INTO fee_schedule (builder_fee_bps, tester_fee_bps) VALUES (1000, 0) ON CONFLICT DO NOTHING;
INSERT INTO job (kind, owner_id, project_id, state, title, brief, service_type, platforms, reward_minor, fee_minor, currency,
                 seats, claim_seconds, review_seconds, dispute_seconds, opened_at)
SELECT 'simple', :'owner', :'project', 'open', :'word' || ' ' || n, 'x', 'exploratory', '{web}', 1000 + n, 100, 'usd',
       1, 3600, 259200, 0, now() - n * interval '1 minute'
  FROM generate_series(1, 1001) n;
SQL
    is_deeply(pages_of_first($common, 'newest'),    [ map { "$common $_" } 1 .. 4 ],           'newest first');
    is_deeply(pages_of_first($common, 'relevance'), [ map { "$common $_" } 1 .. 4 ],           'relevance says as little as the word');
    is_deeply(pages_of_first($common, 'reward'),    [ map { "$common $_" } reverse 998 .. 1001 ], 'by reward');
    sql("UPDATE job SET state = 'removed' WHERE title LIKE :'word' || '%'", word => $common);
};

sub pages_of_first {
    my ($q, $sort) = @_;
    my $first  = listed(q => $q, sort => $sort, limit => 2);
    my $second = listed(q => $q, sort => $sort, limit => 2, cursor => $first->{next});
    return [ map { @{ titles($_) } } $first, $second ];
}

for my $case (
    [ 'an unknown order',   { sort => 'luck' },            '/sort',             'not-allowed' ],
    [ 'an unknown kind',    { kind => 'x' },               '/kind',             'not-allowed' ],
    [ 'an unknown test',    { service_type => 'x' },       '/service_type',     'not-allowed' ],
    [ 'an odd platform',    { platform => 'fridge' },      '/platform',         'not-allowed' ],
    [ 'an odd currency',    { currency => 'EUR' },         '/currency',         'bad-format' ],
    [ 'a negative reward',  { min_reward_minor => -1 },    '/min_reward_minor', 'too-small' ],
    [ 'a reward in words',  { min_reward_minor => 'ten' }, '/min_reward_minor', 'not-an-integer' ],
    [ 'a long search',      { q => 'x' x 201 },            '/q',                'too-long' ],
    [ 'an empty page',      { limit => 0 },                '/limit',            'too-small' ],
    [ 'a huge page',        { limit => 101 },              '/limit',            'too-large' ],
    [ 'what it cannot do',  { page => 2 },                 '/page',             'unknown' ],
) {
    my ($name, $params, $pointer, $code) = @$case;
    subtest "refuses $name" => sub {
        my $problem = is_problem(api(undef, 'listJobs', $params), 'invalid-input', 'refused');
        is_deeply($problem->{errors}, [ { pointer => $pointer, code => $code } ], 'and says where');
    };
}

subtest 'roles and items are found, too' => sub {
    my ($role, $item, $late) = map { 'w' . random_text(14) } 1 .. 3;
    my @roles = @{ plan_roles() };
    $roles[0]{name}            = "Shopper $role";
    $roles[-1]{items}[0]{title} = "Fill the $item";
    my $plan = make_plan($builder, roles => \@roles);
    is_deeply([ map { $_->{id} } @{ listed(q => $_)->{items} } ], [ $plan->{id} ], 'found') for $role, $item, "$role $item";
    is_deeply(listed(q => $late)->{items}, [], 'not by other words');

    $roles[0]{name} = "Shopper $late";
    is_ok(api($builder, 'updateJob', { job_id => $plan->{id} }, { roles => \@roles }), 'renamed');
    is_deeply([ map { $_->{id} } @{ listed(q => $late)->{items} } ], [ $plan->{id} ], 'found by the new name');
    is_deeply(listed(q => $role)->{items}, [], 'no longer by the old one');
};

subtest 'invented cursors' => sub {
    for my $cursor ('x', 'eA', 'eHx5', 'MTJ8bm8taWQ', 'OTk5OTk5OTk5OTk5OTk5OTk5OTk5fDAwMDAwMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMQ') {
        is_problem(api(undef, 'listJobs', { cursor => $cursor, sort => $_ }), 'invalid-cursor', "$cursor, $_") for qw(newest reward deadline);
        is_problem(api(undef, 'listJobs', { cursor => $cursor, q => $word }), 'invalid-cursor', "$cursor, in a search");
    }
};

done_testing();
