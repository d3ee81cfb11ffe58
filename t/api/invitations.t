# SPDX-License-Identifier: Apache-2.0
# Who fits a role, who is asked, and what comes of it.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use JSON::PP ();
use PeerTest;
use PeerTest::Make;
use Test::More;

# A country of its own keeps other tests' testers out of sight.
my @free;
sub country { return pop @free }
{
    my %taken = map { $_ => 1 } split /\n/, sql('SELECT DISTINCT country FROM account WHERE country IS NOT NULL');
    @free = grep { !$taken{$_} } map { my $a = $_; map { "$a$_" } 'A' .. 'Z' } 'A' .. 'Z';
    my $n = hex(unpack 'H4', random_text(2)) % @free;
    @free = (@free[ $n .. $#free ], @free[ 0 .. $n - 1 ]);
}

my $phone = { name => 'Apple iPhone 15', kind => 'phone', os => 'iOS', os_version => '17.2', browser => 'Safari' };
my $item  = {
    service_type => 'exploratory', title => 'Explore the cart', instructions => 'Fill it, empty it, leave it.',
    details      => { charter => 'Explore the cart with odd amounts to find wrong sums', minutes => 60, areas => ['Cart'], oracles => ['The price list'] },
};

# A published plan of one role. Options: seats, requirements, and members of the job.
sub make_role {
    my ($builder, %options) = @_;
    my $role = { name => 'Shoppers', seats => delete $options{seats} // 1, requirements => delete $options{requirements} // {},
        budget_low_minor => 2000, budget_high_minor => 3000, items => [$item] };
    my $job = is_created(api($builder, 'createJob', {}, {
        kind => 'structured', project_id => make_project($builder)->{id}, title => 'Explore the shop of ' . random_name(),
        brief => 'All of it.', currency => 'eur', roles => [$role], %options,
    }), 'written');
    is_ok(api($builder, 'publishJob', { job_id => $job->{id} }), 'published');
    stop_waves($job->{roles}[0]);
    return ($job, $job->{roles}[0]);
}

# They would invite before a test has looked. One may be under way already.
sub stop_waves {
    my ($role) = @_;
    for (1, 2) {
        sql("DELETE FROM clock WHERE entity = 'role' AND entity_id = :'id'", id => $role->{id});
        run_jobs();
    }
    return;
}

# A tester with a profile who fits where nobody else does.
sub tester_from {
    my ($country, %profile) = @_;
    my $tester  = as_tester(country => $country);
    my $devices = delete $profile{devices};
    is_ok(api($tester, 'updateTesterProfile', {}, \%profile), 'a profile');
    is_ok(api($tester, 'putDevices', {}, { items => $devices }), 'devices') if $devices;
    return $tester;
}

sub candidates { my ($builder, $job, $role, %q) = @_; return is_ok(api($builder, 'listCandidates', { job_id => $job->{id}, role_id => $role->{id}, %q }), 'candidates') }
sub names { my ($page) = @_; return [ map { $_->{tester}{id} } @{ $page->{items} } ] }
sub invite { my ($builder, $job, $role, $testers, %more) = @_; return api($builder, 'inviteTesters', { job_id => $job->{id} }, { role_id => $role->{id}, tester_ids => [ map { $_->{id} } @$testers ], %more }) }
sub invitations { my ($tester) = @_; return is_ok(api($tester, 'listMyInvitations'), 'invitations')->{items} }

subtest 'those who fit, the best first' => sub {
    my $builder = as_builder();
    my $country = country();
    my ($job, $role) = make_role($builder, requirements => { countries => [$country], locales => ['de'], os => ['iOS 17'] });
    my $best     = tester_from($country, languages => ['de-AT'], skills => ['exploratory'], devices => [$phone]);
    my $good     = tester_from($country, languages => ['de'], devices => [$phone]);
    my $abroad   = tester_from(country(), languages => ['de'], devices => [$phone]);
    my $speaks   = tester_from($country, languages => ['fr'], devices => [$phone]);
    my $no_phone = tester_from($country, languages => ['de'], devices => [ { %$phone, os => 'Android', os_version => '14' } ]);
    my $stale    = tester_from($country, languages => ['de'], devices => [$phone]);
    my $paused   = tester_from($country, languages => ['de'], devices => [$phone], is_paused => JSON::PP::true);
    my $unpaid   = tester_from($country, languages => ['de'], devices => [$phone]);
    sql("UPDATE device SET confirmed_at = now() - interval '61 days', fresh_until = now() - interval '1 day' WHERE account_id = :'id'", id => $stale->{id});
    sql("UPDATE account SET payout_state = 'restricted' WHERE id = :'id'", id => $unpaid->{id});
    my $page = candidates($builder, $job, $role);
    is_deeply(names($page), [ $best->{id}, $good->{id} ], 'two fit; who knows this kind of test comes first');
    my $card = $page->{items}[0]{tester};
    is_deeply([ @$card{qw(full_name country level approved approval_rate on_time_rate)} ], [ $best->{full_name}, $country, 'newcomer', 0, undef, undef ], 'a card says who it is');
    ok($card->{match_score} > $page->{items}[1]{tester}{match_score}, 'the score orders them');
    my $first = candidates($builder, $job, $role, limit => 1);
    is_deeply([ @{ names($first) }, @{ names(candidates($builder, $job, $role, limit => 1, cursor => $first->{next})) } ], [ $best->{id}, $good->{id} ], 'page by page');
    is_problem(api($builder, 'listCandidates', { job_id => $job->{id}, role_id => $role->{id}, cursor => 'eHx5' }), 'invalid-cursor', 'an invented cursor');
    is_problem(api(as_builder(), 'listCandidates', { job_id => $job->{id}, role_id => $role->{id} }), 'not-found', 'another builder\'s role is not there');
    is_problem(api($builder, 'listCandidates', { job_id => $job->{id}, role_id => $job->{id} }), 'not-found', 'nor one that is none');
    is_problem(api($best, 'listCandidates', { job_id => $job->{id}, role_id => $role->{id} }), 'forbidden', 'testers do not look');
    is_problem(api(undef, 'listCandidates', { job_id => $job->{id}, role_id => $role->{id} }), 'unauthorized', 'nor does nobody');
};

subtest 'a builder who tests as well is no candidate of their own' => sub {
    my $country = country();
    my $both = as_account(roles => [ 'builder', 'tester' ], country => $country, payout_state => 'active', stripe_account_id => 'acct_' . random_text(16));
    is_ok(api($both, 'updateTesterProfile', {}, { bio => 'I do both.' }), 'a profile');
    my ($job, $role) = make_role($both, requirements => { countries => [$country] });
    is_deeply(names(candidates($both, $job, $role)), [], 'not for their own job');
    my $p = is_problem(invite($both, $job, $role, [$both]), 'invalid-input', 'nor by hand');
    is_deeply($p->{errors}, [ { pointer => '/tester_ids/0', code => 'not-allowed' } ], 'which says who');
};

subtest 'by the builder\'s own hand' => sub {
    my $builder = as_builder();
    my $country = country();
    my ($job, $role) = make_role($builder, requirements => { countries => [$country] });
    my ($one, $two) = map { tester_from($country) } 1 .. 2;
    is(is_ok(invite($builder, $job, $role, [ $one, $two ], message => 'We liked your last test.'), 'invited')->{invited}, 2, 'both');
    is(is_ok(invite($builder, $job, $role, [$one]), 'again')->{invited}, 0, 'nobody is asked twice');
    run_jobs();
    my @mails = grep { $_->{subject} =~ /invites you/ } mails_to($one->{email});
    is(scalar @mails, 1, 'one mail');
    like($mails[0]{text}, qr/We liked your last test\./, 'with the builder\'s word');
    my ($row) = @{ invitations($one) };
    is_deeply([ @$row{qw(job_id job_title role_id role_name builder_name message budget_low_minor budget_high_minor currency)} ],
        [ $job->{id}, $job->{title}, $role->{id}, 'Shoppers', $builder->{full_name}, 'We liked your last test.', 2000, 3000, 'eur' ], 'the invitation says what for');
    ok($row->{deadline_at}, 'and until when');
    ok((grep { $_->{tester}{id} eq $one->{id} && $_->{invited_at} } @{ candidates($builder, $job, $role)->{items} }), 'the builder sees who was asked');
    my ($notice) = @{ is_ok(api($one, 'listNotifications'), 'notices')->{items} };
    is_deeply([ @$notice{qw(kind path)} ], [ 'invitation', '/invitations' ], 'it is a notice too');
};

subtest 'no, thank you' => sub {
    my $builder = as_builder();
    my $country = country();
    my ($job, $role) = make_role($builder, requirements => { countries => [$country] });
    my ($one, $two) = map { tester_from($country) } 1 .. 2;
    is_ok(invite($builder, $job, $role, [ $one, $two ]), 'invited');
    is_empty(api($one, 'declineInvitation', { role_id => $role->{id} }), 'declined');
    is_empty(api($one, 'declineInvitation', { role_id => $role->{id} }), 'twice is once');
    is_deeply(invitations($one), [], 'it is gone');
    is(scalar @{ invitations($two) }, 1, 'the other one\'s is not');
    is(is_ok(invite($builder, $job, $role, [$one]), 'asked again')->{invited}, 0, 'no is no');
    is_problem(api(tester_from($country), 'declineInvitation', { role_id => $role->{id} }), 'not-found', 'who was not asked has nothing to decline');
    is_problem(api($builder, 'declineInvitation', { role_id => $role->{id} }), 'forbidden', 'builders are not asked');
    is_problem(api(undef, 'declineInvitation', { role_id => $role->{id} }), 'unauthorized', 'nor is nobody');
};

subtest 'who cannot be invited' => sub {
    my $builder = as_builder();
    my $country = country();
    my ($job, $role) = make_role($builder, requirements => { countries => [$country] });
    my $fits   = tester_from($country);
    my $paused = tester_from($country, is_paused => JSON::PP::true);
    my $abroad = tester_from(country());
    my $p = is_problem(invite($builder, $job, $role, [ $fits, $paused, $abroad, $builder ]), 'invalid-input', 'three of four');
    is_deeply($p->{errors}, [ map { { pointer => "/tester_ids/$_", code => 'not-allowed' } } 1 .. 3 ], 'are named');
    is(sql("SELECT count(*) FROM invitation WHERE role_id = :'id'", id => $role->{id}), 0, 'and nobody is asked');
    $p = is_problem(invite($builder, $job, { id => $job->{id} }, [$fits]), 'invalid-input', 'a role of nobody');
    is_deeply($p->{errors}, [ { pointer => '/role_id', code => 'not-found' } ], 'is named');
    is_problem(invite(as_builder(), $job, $role, [$fits]), 'not-found', 'another builder\'s job is not there');
    is_problem(invite($fits, $job, $role, [$fits]), 'forbidden', 'testers do not invite');
    is_problem(invite(undef, $job, $role, [$fits]), 'unauthorized', 'nor does nobody');
    is_ok(api($builder, 'cancelJob', { job_id => $job->{id} }, undef), 'cancelled');
    $p = is_problem(invite($builder, $job, $role, [$fits]), 'wrong-state', 'nobody is asked for what has ended');
    is($p->{state}, 'cancelled', 'which says why');
};

for my $case (
    [ 'nobody',         { tester_ids => [] },            '/tester_ids',   'too-few' ],
    [ 'a crowd',        { tester_ids => [ ('00000000-0000-7000-8000-000000000001') x 21 ] }, '/tester_ids', 'too-many' ],
    [ 'somebody odd',   { tester_ids => ['me'] },        '/tester_ids/0', 'not-a-uuid' ],
    [ 'a long message', { message => 'x' x 2001 },       '/message',      'too-long' ],
    [ 'no role',        { role_id => undef },            '/role_id',      'required' ],
) {
    my ($name, $changes, $pointer, $code) = @$case;
    subtest "refuses $name" => sub {
        my $id = '00000000-0000-7000-8000-000000000001';
        my $p  = is_problem(api(as_builder(), 'inviteTesters', { job_id => $id }, { role_id => $id, tester_ids => [$id], %$changes }), 'invalid-input', 'refused');
        is_deeply($p->{errors}, [ { pointer => $pointer, code => $code } ], 'and says where');
    };
}

subtest 'work is for those who fit' => sub {
    my $builder = as_builder();
    my $country = country();
    my $tester  = tester_from($country, languages => ['de']);
    my $job     = make_job($builder, requirements => { countries => [ $country, 'XX' ], locales => ['de'], os => ['iOS'], browsers => ['Safari'], skills => ['games'] });
    my $claims  = sub { return sql("SELECT count(*) FROM assignment WHERE job_id = :'id'", id => $job->{id}) };
    my $p = is_problem(api($tester, 'claimJob', { job_id => $job->{id} }), 'not-eligible', 'a seat is refused');
    is_deeply($p->{errors}, [ map { { pointer => "/requirements/$_", code => 'not-allowed' } } qw(os browsers skills) ], 'and it says what is missing');
    is($claims->(), 0, 'nothing is claimed');
    is_ok(api($tester, 'putDevices', {}, { items => [ { %$phone, browser => 'Chrome' }, { %$phone, os => 'Android', browser => 'Safari' } ] }), 'two devices');
    is_ok(api($tester, 'updateTesterProfile', {}, { skills => ['Games'] }), 'and a skill');
    $p = is_problem(api($tester, 'claimJob', { job_id => $job->{id} }), 'not-eligible', 'still refused');
    is_deeply($p->{errors}, [ map { { pointer => "/requirements/$_", code => 'not-allowed' } } qw(os browsers) ], 'because no one device has both');
    is_ok(api($tester, 'putDevices', {}, { items => [$phone] }), 'one that has');
    is_created(api($tester, 'claimJob', { job_id => $job->{id} }), 'now the seat is theirs');
};

subtest 'waves: a third each time, the best first' => sub {
    my $builder = as_builder();
    my $country = country();
    my ($job, $role) = make_role($builder, seats => 2, requirements => { countries => [$country] });
    my @good  = map { tester_from($country, skills => ['exploratory']) } 1 .. 3;
    my @plain = map { tester_from($country) } 1 .. 4;
    my $invited = sub { my ($wave) = @_; return [ sort split /\n/, sql("SELECT tester_id FROM invitation WHERE role_id = :'id' AND wave = :'wave'", id => $role->{id}, wave => $wave) ] };
    my $wave = sub {
        sql("INSERT INTO clock (entity, entity_id, transition, due_at) VALUES ('role', :'id', 'invite_wave', now() + interval '1 day') ON CONFLICT DO NOTHING", id => $role->{id});
        move_clock('role', $role->{id}, 'invite_wave');
        run_jobs();
    };
    $wave->();
    my $one = $invited->(1);
    is(scalar @$one, 2, 'two seats, three for each: two in the first wave');
    is_deeply([ grep { my $id = $_; !grep { $_->{id} eq $id } @good } @$one ], [], 'of the best');
    is(sql("SELECT count(*) FROM clock WHERE entity = 'role' AND entity_id = :'id' AND transition = 'invite_wave' AND due_at BETWEEN now() + interval '50 minutes' AND now() + interval '1 hour'", id => $role->{id}), 1,
        'the next one is in an hour');
    is_ok(invite($builder, $job, $role, [ $plain[0] ]), 'one by hand');
    $wave->();
    is(scalar @{ $invited->(2) }, 2, 'two in the second');
    ok((grep { my $id = $_; grep { $_->{id} eq $id } @good } @{ $invited->(2) }), 'the last of the best among them');
    $wave->();
    is(scalar @{ $invited->(3) }, 1, 'in the third, what is left of six');
    is(sql("SELECT count(*) FROM invitation WHERE role_id = :'id'", id => $role->{id}), 6, 'seats times three');
    $wave->();
    is(sql("SELECT count(*) FROM clock WHERE entity = 'role' AND entity_id = :'id'", id => $role->{id}), 0, 'then it is over');
    is(sql("SELECT count(*) FROM queue_job WHERE kind = 'mail.send' AND payload ->> 'mail' = 'invitation' AND payload #>> '{data,role_id}' = :'id'", id => $role->{id}), 6, 'each has a mail');
};

subtest 'a wave that finds nobody' => sub {
    my $builder = as_builder();
    my ($job, $role) = make_role($builder, requirements => { countries => [ country() ] });
    sql("INSERT INTO queue_job (kind, payload, serial_key) VALUES ('match.invite', json_build_object('role_id', :'id'), :'id')", id => $role->{id});
    run_jobs();
    is(sql("SELECT count(*) FROM invitation WHERE role_id = :'id'", id => $role->{id}), 0, 'asks nobody');
    is(sql("SELECT round(extract(epoch FROM due_at - now()) / 3600) FROM clock WHERE entity = 'role' AND entity_id = :'id'", id => $role->{id}), 24, 'and looks again in a day');
};

subtest 'two hands at once ask each tester once' => sub {
    my $builder = as_builder();
    my $country = country();
    my ($job, $role) = make_role($builder, seats => 2, requirements => { countries => [$country] });
    my @testers = map { tester_from($country) } 1 .. 4;
    my %body    = (role_id => $role->{id});
    my @answers = at_once(
        [ $builder, 'inviteTesters', { job_id => $job->{id} }, { %body, tester_ids => [ map { $_->{id} } @testers ] } ],
        [ $builder, 'inviteTesters', { job_id => $job->{id} }, { %body, tester_ids => [ map { $_->{id} } reverse @testers ] } ],
        [ $builder, 'inviteTesters', { job_id => $job->{id} }, { %body, tester_ids => [ map { $_->{id} } @testers ] } ]);
    is_deeply([ sort map { is_ok($_, 'answered')->{invited} } @answers ], [ 0, 0, 4 ], 'one asked all four');
    is(sql("SELECT count(*) FROM queue_job WHERE payload ->> 'mail' = 'invitation' AND payload #>> '{data,role_id}' = :'id'", id => $role->{id}), 4, 'four mails');
    is(sql("SELECT count(*) FROM notice WHERE kind = 'invitation' AND data ->> 'role_id' = :'id'", id => $role->{id}), 4, 'four notices');
};

subtest 'a wave that is asked for twice is one' => sub {
    my $builder = as_builder();
    my $country = country();
    my ($job, $role) = make_role($builder, seats => 3, requirements => { countries => [$country] });
    tester_from($country) for 1 .. 7;
    sql("INSERT INTO queue_job (kind, payload, serial_key) SELECT 'match.invite', json_build_object('role_id', :'id'), :'id' FROM generate_series(1, 3)", id => $role->{id});
    run_jobs();
    is(sql("SELECT count(*) FROM invitation WHERE role_id = :'id'", id => $role->{id}), 3, 'a third of nine');
};

subtest 'no waves for what takes no bids' => sub {
    my $builder = as_builder();
    my $country = country();
    my ($job, $role) = make_role($builder, requirements => { countries => [$country] });
    my $tester = tester_from($country);
    is_ok(api($builder, 'cancelJob', { job_id => $job->{id} }, undef), 'cancelled');
    sql("INSERT INTO queue_job (kind, payload, serial_key) VALUES ('match.invite', json_build_object('role_id', :'id'), :'id')", id => $role->{id});
    run_jobs();
    is_deeply(invitations($tester), [], 'nobody is asked');
};

subtest 'publishing begins the first wave' => sub {
    my $builder = as_builder();
    my $country = country();
    my $tester  = tester_from($country);
    my $job = is_created(api($builder, 'createJob', {}, {
        kind => 'structured', project_id => make_project($builder)->{id}, title => 'Explore the shop', brief => 'All of it.', currency => 'usd',
        roles => [ { name => 'Shoppers', seats => 1, requirements => { countries => [$country] }, items => [$item] } ] }), 'written');
    is_deeply(invitations($tester), [], 'a draft invites nobody');
    is_ok(api($builder, 'publishJob', { job_id => $job->{id} }), 'published');
    wait_until("SELECT count(*) FROM invitation WHERE tester_id = :'id'", id => $tester->{id});
    is(invitations($tester)->[0]{job_id}, $job->{id}, 'the tester is asked by itself');
    is_ok(api($builder, 'cancelJob', { job_id => $job->{id} }, undef), 'cancelled');
    is_deeply(invitations($tester), [], 'an invitation to what has ended is none');
};

subtest 'page by page' => sub {
    my $country = country();
    my $tester  = tester_from($country);
    my @jobs    = map {
        my $builder = as_builder();
        my ($job, $role) = make_role($builder, requirements => { countries => [$country] });
        is_ok(invite($builder, $job, $role, [$tester]), 'invited');
        $job->{id};
    } 1 .. 3;
    my $first = is_ok(api($tester, 'listMyInvitations', { limit => 2 }), 'a page');
    is_deeply([ map { $_->{job_id} } @{ $first->{items} } ], [ @jobs[ 2, 1 ] ], 'newest first');
    my $rest = is_ok(api($tester, 'listMyInvitations', { limit => 2, cursor => $first->{next} }), 'the next');
    is_deeply([ [ map { $_->{job_id} } @{ $rest->{items} } ], $rest->{next} ], [ [ $jobs[0] ], undef ], 'the oldest, and no more');
    is_problem(api($tester, 'listMyInvitations', { cursor => 'eHx5' }), 'invalid-cursor', 'an invented cursor');
    is_problem(api(as_builder(), 'listMyInvitations'), 'forbidden', 'builders are not invited');
    is_problem(api(undef, 'listMyInvitations'), 'unauthorized', 'nor is nobody');
};

subtest 'bidding ends soon' => sub {
    my $builder = as_builder();
    my ($job, $role) = make_role($builder);
    move_clock('job', $job->{id}, 'deadline_soon');
    run_jobs();
    my ($mail) = grep { $_->{subject} =~ /Bidding ends soon/ } mails_to($builder->{email});
    ok($mail, 'the builder is told') or return;
    like($mail->{text}, qr{Bids that are open now: 0.*/jobs/$job->{id}/bids}s, 'how many bids there are, and where');
    is((grep { $_->{kind} eq 'bidding_deadline_reminder' } @{ is_ok(api($builder, 'listNotifications'), 'notices')->{items} }), 1, 'and finds a notice');
};

done_testing();
