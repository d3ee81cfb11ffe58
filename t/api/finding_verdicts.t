# SPDX-License-Identifier: Apache-2.0
# finding_verdicts.t - from the first look to the verdict: triage, withdrawal, who was first,
# confirmations, what was known, and races between them.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Findings;
use PeerTest::Make;
use PeerTest::Money;
use PeerTest::Work;
use Test::More;

my $builder = as_builder();
my $project = make_project($builder);
my ($anna, $ben, $carl, $dora) = map { make_payable(make_experienced(as_tester())) } 1 .. 4;

sub first_finding { return make_reported($builder, $project, @_)->{findings}[0] }
sub which { return { finding_id => $_[0]{id} } }

subtest 'a builder begins to look' => sub {
    my $finding = first_finding($anna, {});
    is_problem(api($_->[1], 'triageFinding', which($finding)), $_->[2], "$_->[0] cannot")
        for [ 'nobody', undef, 'unauthorized' ], [ 'its tester', $anna, 'forbidden' ], [ 'another builder', as_builder(), 'not-found' ];
    my $triaged = is_ok(api($builder, 'triageFinding', which($finding)), 'triaged');
    is($triaged->{state}, 'triaged', 'it is');
    ok($triaged->{triaged_at}, 'and when');
    is(is_problem(api($builder, 'triageFinding', which($finding)), 'wrong-state', 'once')->{state}, 'triaged', 'with its state');
    is(is_problem(api($anna, 'withdrawFinding', which($finding)), 'wrong-state', 'its tester cannot withdraw it')->{state}, 'triaged', 'any more');
    is(is_ok(verdict($builder, $finding, 'valid'), 'judged')->{state}, 'valid', 'from there');
};

subtest 'a tester withdraws' => sub {
    my $submission = make_reported($builder, $project, $anna, {}, {});
    my ($finding, $other) = @{ $submission->{findings} };
    is_problem(api($_->[1], 'withdrawFinding', which($finding)), $_->[2], "$_->[0] cannot")
        for [ 'nobody', undef, 'unauthorized' ], [ 'another tester', $ben, 'not-found' ], [ 'the builder', $builder, 'forbidden' ];
    is(is_ok(api($anna, 'withdrawFinding', which($finding)), 'withdrawn')->{state}, 'withdrawn', 'it is');
    is(is_problem(verdict($builder, $finding, 'valid'), 'wrong-state', 'no verdict')->{state}, 'withdrawn', 'any more');
    is_deeply([ grep { /withdrawn/ } @{ timeline($builder, $submission->{assignment_id}) } ], ['tester finding_withdrawn'], 'the timeline says so');
    my $copy = first_finding($ben, {});
    is_ok(verdict($builder, $copy, 'duplicate', duplicate_of => $other->{id}), 'another one is repeated');
    is_problem(api($anna, 'withdrawFinding', which($other)), 'wrong-state', 'and stays');
    is(finding_state($other), 'new', 'as it is');
    my $draft = api($anna, 'addFinding', { submission_id => make_seat($builder, $project, $anna)->{id} }, make_finding())->{data};
    is(is_problem(api($anna, 'withdrawFinding', which($draft)), 'wrong-state', 'a draft\'s is taken out instead')->{state}, 'draft', 'with its state');
    is_problem(api($builder, 'triageFinding', which($draft)), 'not-found', 'and is not there for the builder');
    my $approved = make_reported($builder, $project, $anna, {});
    is_ok(api($builder, 'approveSubmission', { submission_id => $approved->{id} }, {}), 'work is approved');
    is_problem(api($anna, 'withdrawFinding', which($approved->{findings}[0])), 'wrong-state', 'too late');
};

subtest 'what nobody judged is valid when the work is approved' => sub {
    my $submission = make_reported($builder, $project, $anna, {}, {}, { severity => 'minor' });
    my ($new, $triaged, $spam) = @{ $submission->{findings} };
    is_ok(api($builder, 'triageFinding', which($triaged)), 'one is looked at');
    is_ok(verdict($builder, $spam, 'spam'), 'one is judged');
    is_ok(api($builder, 'approveSubmission', { submission_id => $submission->{id} }, {}), 'approved');
    is_deeply([ map { finding_state($_) } $new, $triaged, $spam ], [qw(valid valid spam)], 'the others count');
    my $read = is_ok(api($anna, 'getFinding', which($new)), 'its tester');
    is_deeply([ @$read{qw(severity_final judged_at)} ], [ 'major', undef ], 'reads so; nobody said it');
    is((timeline($anna, $submission->{assignment_id}))->[-1], 'system finding_accepted', 'the timeline says so');
    my $rejected = make_reported($builder, $project, $anna, {});
    is_ok(api($builder, 'rejectSubmission', { submission_id => $rejected->{id} }, { reason => 'out_of_scope', comment => 'Not this page.' }), 'other work is rejected');
    is(finding_state($rejected->{findings}[0]), 'new', 'its finding is what it was');
};

subtest 'who may read a finding' => sub {
    my $finding = first_finding($anna, {});
    is_ok(api($_, 'getFinding', which($finding)), 'both sides') for $anna, $builder;
    is_problem(api($_->[1], 'getFinding', which($finding)), $_->[2], $_->[0])
        for [ 'nobody', undef, 'unauthorized' ], [ 'another tester', $ben, 'not-found' ], [ 'another builder', as_builder(), 'not-found' ],
        [ 'an administrator', as_admin(), 'not-found' ];
    my $draft = api($anna, 'addFinding', { submission_id => make_seat($builder, $project, $anna)->{id} }, make_finding())->{data};
    is_problem(api($builder, 'getFinding', which($draft)), 'not-found', 'a draft is its tester\'s alone');
    is_ok(api($builder, 'rejectSubmission', { submission_id => $finding->{submission_id} }, { reason => 'out_of_scope', comment => 'Not this page.' }), 'rejected');
    is_created(api($anna, 'disputeSubmission', { submission_id => $finding->{submission_id} }, { kind => 'scope', statement => 'It is on the page that was asked for.' }), 'disputed');
    is_ok(api(as_admin(), 'getFinding', which($finding)), 'an administrator, once there is a dispute');
};

subtest 'who was first' => sub {
    my $first  = first_finding($anna, {});
    my $second = first_finding($ben, {});
    refused_at(verdict($builder, $first, 'duplicate', duplicate_of => $second->{id}), '/duplicate_of not-allowed', 'not of one that came later');
    is(finding_state($first), 'new', 'nothing is judged');
    my $folded = is_ok(verdict($builder, $second, 'duplicate', duplicate_of => $first->{id}), 'the other way round');
    is_deeply($folded->{root}, { id => $first->{id}, title => $first->{title}, state => 'new', severity => 'major', created_at => $first->{created_at} },
        'the second one sees what it repeats');
    is_problem(api($ben, 'getFinding', which($first)), 'not-found', 'and no more of it');
    # A file that was here before: the time of the evidence counts.
    my $early = first_finding($carl, {});
    sql(q{WITH f AS (INSERT INTO file (owner_id, name, store_key, created_at) VALUES (:'owner', 'shot.png', :'id', now() - interval '1 day') RETURNING id)
          INSERT INTO attachment (submission_id, finding_id, file_id, position) SELECT :'submission', :'id', f.id, 1 FROM f},
        owner => $carl->{id}, id => $early->{id}, submission => $early->{submission_id});
    refused_at(verdict($builder, $early, 'duplicate', duplicate_of => $first->{id}), '/duplicate_of not-allowed', 'its evidence was here first');
    is_ok(verdict($builder, $first, 'duplicate', duplicate_of => $early->{id}), 'so that is the root');
    is_deeply([ map { sql(q{SELECT duplicate_of FROM finding WHERE id = :'id'}, id => $_->{id}) } $first, $second ], [ ($early->{id}) x 2 ], 'of all');
};

subtest 'what was known before' => sub {
    my $issue   = is_created(api($builder, 'addKnownIssue', { project_id => $project->{id} }, { title => 'The form forgets the address' }), 'listed');
    my $finding = first_finding($anna, {});
    my $late    = is_created(api($builder, 'addKnownIssue', { project_id => $project->{id} }, { title => 'The form forgets the name' }), 'listed later');
    my $foreign = is_created(api($builder, 'addKnownIssue', { project_id => make_project($builder)->{id} }, { title => 'Of another project' }), 'elsewhere');
    refused_at(verdict($builder, $finding, 'known'), '/known_issue_id required', 'it has to be named');
    refused_at(verdict($builder, $finding, 'known', known_issue_id => $_->[1]), '/known_issue_id not-found', $_->[0])
        for [ 'listed after it was handed in', $late->{id} ], [ 'of another project', $foreign->{id} ], [ 'no issue', $finding->{id} ];
    refused_at(verdict($builder, $finding, 'spam', known_issue_id => $issue->{id}), '/known_issue_id not-allowed', 'with another verdict');
    is(finding_state($finding), 'new', 'nothing is judged');
    my $known = is_ok(verdict($builder, $finding, 'known', known_issue_id => $issue->{id}), 'known');
    is_deeply([ @$known{qw(state known_issue_id)} ], [ 'known', $issue->{id} ], 'and which');
    is_empty(api($builder, 'deleteKnownIssue', { known_issue_id => $issue->{id} }), 'taken from the list later');
    is(api($builder, 'getFinding', which($finding))->{data}{known_issue_id}, $issue->{id}, 'the verdict stays');
    my $next = first_finding($anna, {});
    refused_at(verdict($builder, $next, 'known', known_issue_id => $issue->{id}), '/known_issue_id not-found', 'for later ones it was not there');
    is(is_ok(verdict($builder, $finding, 'valid'), 'changed one\'s mind')->{known_issue_id}, undef, 'it names none any more');
};

subtest 'a confirmation earns a part of the bonus' => sub {
    my %on   = map { $_ => { os => $_, browser => 'Firefox' } } qw(Android iOS Windows Linux);
    my $root = make_earning($builder, $project, $anna, $on{Android}, { severity => 'major' });
    my ($found) = @{ $root->{findings} };
    my $second = make_earning($builder, $project, $ben, $on{iOS}, { severity => 'critical' });
    my %same   = (duplicate_of => $found->{id});
    refused_at(verdict($builder, $second->{findings}[0], 'valid', confirmation => JSON::PP::true()), '/confirmation not-allowed', 'a duplicate alone');
    refused_at(verdict($builder, $second->{findings}[0], 'duplicate', %same, confirmation => JSON::PP::true()), '/confirmation not-allowed', 'not of what is no problem yet');
    is_ok(verdict($builder, $found, 'valid', severity_final => 'critical', reason => 'Worse than that.'), 'the root is valid');
    is_ok(verdict($builder, $second->{findings}[0], 'duplicate', %same, confirmation => JSON::PP::true()), 'confirmed');
    is(api($ben, 'getSubmission', { submission_id => $second->{id} })->{data}{bonus_minor}, 200, '20 per cent of 10 times 100');
    is_ok(verdict($builder, $second->{findings}[0], 'duplicate', %same), 'without it');
    is(api($ben, 'getSubmission', { submission_id => $second->{id} })->{data}{bonus_minor}, 0, 'nothing');
    is_ok(verdict($builder, $second->{findings}[0], 'duplicate', %same, confirmation => JSON::PP::true()), 'confirmed again');

    my $here = make_earning($builder, $project, $carl, { os => ' android', browser => 'FIREFOX ' }, {});
    refused_at(verdict($builder, $here->{findings}[0], 'duplicate', %same, confirmation => JSON::PP::true()), '/confirmation not-allowed', 'not from the same place');
    my $ios = make_earning($builder, $project, $carl, $on{iOS}, {});
    refused_at(verdict($builder, $ios->{findings}[0], 'duplicate', %same, confirmation => JSON::PP::true()), '/confirmation not-allowed', 'nor from where it was confirmed');
    my $own = make_earning($builder, $project, $anna, $on{Windows}, {});
    refused_at(verdict($builder, $own->{findings}[0], 'duplicate', %same, confirmation => JSON::PP::true()), '/confirmation not-allowed', 'nor one\'s own');

    my $again = make_earning($builder, $project, $ben, $on{Windows}, {});
    refused_at(verdict($builder, $again->{findings}[0], 'duplicate', %same, confirmation => JSON::PP::true()), '/confirmation not-allowed', 'nor by who confirmed it already');

    my @two = map { make_earning($builder, $project, $_->[0], $on{ $_->[1] }, {}) } [ $carl, 'Windows' ], [ $dora, 'Linux' ];
    my @answers = at_once(map { [ $builder, 'judgeFinding', which($_->{findings}[0]), { verdict => 'duplicate', %same, confirmation => JSON::PP::true() } ] } @two);
    is_deeply([ sort map { $_->{status} } @answers ], [ 200, 422 ], 'of two at once, one is the second and last');
    is(sql(q{SELECT count(*) FROM finding WHERE duplicate_of = :'id' AND confirmation}, id => $found->{id}), 2, 'as stored');
    my ($third) = grep { $_->{status} == 422 } @answers;
    is_deeply($third->{data}{errors}, [ { pointer => '/confirmation', code => 'too-many' } ], 'and it says why');

    my $paid = is_ok(api($builder, 'approveSubmission', { submission_id => $second->{id} }, {}), 'approved');
    is($paid->{paid_minor}, 2200, 'and paid');
    is_ok(verdict($builder, $found, 'valid', severity_final => 'minor', reason => 'Seen again: there is a way around.'), 'the root is judged again');
    is(api($ben, 'getSubmission', { submission_id => $second->{id} })->{data}{bonus_minor}, 200, 'what was confirmed stays');
    sql(q{UPDATE submission SET confirmation_percent = 50 WHERE id = :'id'}, id => $second->{id});
    is(api($ben, 'getSubmission', { submission_id => $second->{id} })->{data}{bonus_minor}, 500, 'by the rate of its own contract');
    sql(q{UPDATE submission SET confirmation_percent = 20 WHERE id = :'id'}, id => $second->{id});
    money_is_sound();
};

subtest 'two at once' => sub {
    my ($one, $two) = @{ make_reported($builder, $project, $anna, {}, {})->{findings} };
    my @answers = at_once([ $builder, 'judgeFinding', which($one), { verdict => 'duplicate', duplicate_of => $two->{id} } ],
        [ $builder, 'judgeFinding', which($two), { verdict => 'duplicate', duplicate_of => $one->{id} } ]);
    is(scalar(grep { $_->{status} == 200 } @answers), 1, 'each the other\'s duplicate: one of them');
    is(sql(q{SELECT count(*) FROM finding WHERE id IN (:'a', :'b') AND state = 'duplicate'}, a => $one->{id}, b => $two->{id}), 1, 'as stored');

    for (1 .. 3) {
        my $finding = first_finding($anna, {});
        my @both = at_once([ $anna, 'withdrawFinding', which($finding) ], [ $builder, 'triageFinding', which($finding) ]);
        is_deeply([ sort map { $_->{status} } @both ], [ 200, 409 ], 'withdraw or triage: one of them');
        my ($won, $lost) = $both[0]{status} == 200 ? @both : reverse @both;
        is_deeply([ finding_state($finding), $lost->{data}{state} ], [ ($won->{data}{state}) x 2 ], 'and the other is told');
    }

    my $root = first_finding($anna, {});
    my $copy = first_finding($ben, {});
    my @race = at_once([ $anna, 'withdrawFinding', which($root) ], [ $builder, 'judgeFinding', which($copy), { verdict => 'duplicate', duplicate_of => $root->{id} } ]);
    is(sql(q{SELECT count(*) FROM finding f JOIN finding r ON r.id = f.duplicate_of WHERE f.id = :'id' AND r.state = 'withdrawn'}, id => $copy->{id}), 0,
        'nothing repeats what was taken back');

    my $judged = first_finding($anna, {});
    is_ok($_, 'two verdicts: both are given') for at_once(map { [ $builder, 'judgeFinding', which($judged), { verdict => $_ } ] } qw(valid informative));
    is(sql(q{SELECT count(*) FROM event WHERE submission_id = :'id' AND kind = 'finding_judged' AND from_state = 'new'}, id => $judged->{submission_id}), 1,
        'one after the other');
};

done_testing();
