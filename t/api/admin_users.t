# SPDX-License-Identifier: Apache-2.0
# Administrators look at accounts, suspend them and say who may do what; and each line of
# the audit trail.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Bids;
use PeerTest::Make;
use Test::More;

my $super = as_admin();

sub act { my ($admin, $operation, $user, %more) = @_; return api($admin, $operation, { user_id => $user->{id} }, { reason => 'A test of mine', %more }) }

sub state_of { my ($user) = @_; return sql("SELECT state FROM account WHERE id = '$user->{id}'") }

sub audit_of { my ($user) = @_; return sql("SELECT string_agg(kind || ' ' || admin_id || ' ' || reason, ', ' ORDER BY id) FROM admin_action WHERE entity = 'account' AND entity_id = '$user->{id}'") }

sub roles_of {
    my ($user) = @_;
    return sql("SELECT concat_ws('|', (SELECT string_agg(role, ',' ORDER BY role) FROM account_role WHERE account_id = '$user->{id}'),
                                      (SELECT string_agg(scope, ',' ORDER BY scope) FROM admin_scope WHERE account_id = '$user->{id}'))");
}

subtest 'the list' => sub {
    my $name  = random_name();
    my @users = map { as_tester(full_name => "$name $_") } 1 .. 3;
    my $both  = as_account(roles => [ 'builder', 'tester' ], full_name => "$name 4", country => 'SE');
    sql("UPDATE account SET state = 'suspended', suspended_at = now() WHERE id = '$users[0]{id}'");

    my $list = sub { return is_ok(api($super, 'adminListUsers', {@_}), join ' ', 'listed', @_) };
    my $names = sub { return join ' ', map { (split / /, $_->{full_name})[1] } @{ $list->(@_)->{items} } };
    is($names->(q => $name), '4 3 2 1', 'newest first');
    is($names->(q => uc $name, role => 'builder'), '4', 'by role');
    is($names->(q => $name, state => 'suspended'), '1', 'by state');
    is($names->(q => $users[1]{email}), '2', 'by address');
    is($names->(q => $users[2]{id}), '3', 'by id');
    is($names->(q => "$name%"), '', 'a pattern is none');
    my $page = $list->(q => $name, limit => 3);
    is($names->(q => $name, limit => 3, cursor => $page->{next}), '1', 'the next page');
    is_problem(api($super, 'adminListUsers', { cursor => 'x' }), 'invalid-cursor', 'a broken cursor');

    my ($item) = @{ $list->(q => $both->{id})->{items} };
    is_deeply([ @$item{qw(email roles scopes state country totp_enabled suspended_at)} ],
        [ $both->{email}, [ 'builder', 'tester' ], [], 'active', 'SE', JSON::PP::false, undef ], 'what it says');
    ok(!exists $item->{password_hash}, 'and no more');
};

subtest 'one account' => sub {
    my ($builder, $tester) = (as_builder(), as_tester());
    make_claim(make_job($builder), $tester);
    make_bid($tester, make_plan($builder));
    my $seen = is_ok(api($super, 'adminGetUser', { user_id => $tester->{id} }), 'a tester');
    is_deeply([ @$seen{qw(sessions assignments assignments_active bids_open jobs approved rejected)} ], [ 1, 1, 1, 1, 0, 0, 0 ], 'what is under way');
    is(is_ok(api($super, 'adminGetUser', { user_id => $builder->{id} }), 'a builder')->{jobs_going_on}, 2, 'and for a builder');
    is_problem(api($super, 'adminGetUser', { user_id => '01a1ff4a-0000-7000-8000-000000000000' }), 'not-found', 'nobody');
};

subtest 'suspending' => sub {
    my $tester = as_tester();
    my $seen   = is_ok(act($super, 'suspendUser', $tester), 'suspended');
    is($seen->{user}{state}, 'suspended', 'it says so');
    ok($seen->{user}{suspended_at}, 'and since when');
    is($seen->{sessions}, 0, 'its sessions are over');
    is(sql("SELECT end_reason FROM session WHERE account_id = '$tester->{id}'"), 'suspended', 'and why');
    is_problem(api($tester, 'updateMe', {}, { full_name => 'Still here' }), 'unauthorized', 'its token writes nothing');
    is_problem(api($tester, 'refresh'), 'session-ended', 'and is not renewed');
    is_problem(api(undef, 'login', {}, { email => $tester->{email}, password => $tester->{password} }), 'invalid-credentials', 'nor a new one given');
    run_jobs();
    ok((grep { $_->{text} =~ /A test of mine/ } mails_to($tester->{email})), 'the owner is told why');
    is_problem(act($super, 'suspendUser', $tester), 'wrong-state', 'not twice');

    is(is_ok(act($super, 'reinstateUser', $tester), 'reinstated')->{user}{suspended_at}, undef, 'open again');
    sign_in($tester);
    is_problem(act($super, 'reinstateUser', $tester), 'wrong-state', 'not twice');
    is(audit_of($tester), join(', ', map { "$_ $super->{id} A test of mine" } qw(suspendUser reinstateUser)), 'all of it is on record, once');
};

subtest 'what a suspended account leaves behind' => sub {
    my ($builder, $tester) = (as_builder(), as_tester());
    my $plan  = make_plan($builder);
    my $bid   = make_bid($tester, $plan);
    my $claim = make_claim(make_job($builder, seats => 2), $tester);
    is_ok(act($super, 'suspendUser', $tester), 'a tester');
    run_jobs();
    is(reread($builder, $bid)->{state}, 'superseded', 'open bids end');
    is(sql("SELECT state FROM assignment WHERE id = '$claim->{id}'"), 'active', 'claimed seats go on with their clocks');

    my $other = as_tester();
    my $open  = make_job($builder);
    my $late  = make_bid($other, $plan);
    is_ok(act($super, 'suspendUser', $builder), 'a builder');
    run_jobs();
    is(sql("SELECT state FROM job WHERE id = '$open->{id}'"), 'removed', 'an open job is taken down');
    is(sql("SELECT state FROM job WHERE id = '$plan->{id}'"), 'removed', 'and one that takes bids');
    is(reread($other, $late)->{state}, 'superseded', 'bids for it end');
    is_problem(api($other, 'claimJob', { job_id => $open->{id} }), 'wrong-state', 'nobody can claim it');
    is(sql("SELECT state || ' ' || stop_reason FROM job WHERE id = '$claim->{job_id}'"), 'filled removed', 'one with work under way goes on until that is done');
    is(sql("SELECT count(*) FROM refund WHERE job_id = '$claim->{job_id}' AND reason = 'by_admin'"), 1, 'and the money for its free seat goes back');
};

subtest 'a bid cannot be accepted when its tester is gone' => sub {
    my ($bid, undef, $builder, $tester) = bid_in_state('submitted');
    sql("UPDATE account SET state = 'suspended' WHERE id = '$tester->{id}'");
    is_problem(api($builder, 'acceptBid', { bid_id => $bid->{id} }, { revision => 1 }), 'wrong-state', 'refused');
};

subtest 'roles and scopes' => sub {
    my $user = as_tester();
    my $set  = sub { return act($super, 'setUserRoles', $user, @_) };
    my $seen = is_ok($set->(roles => [ 'tester', 'admin' ], scopes => [ 'support', 'finance' ]), 'given');
    is_deeply([ $seen->{user}{roles}, $seen->{user}{scopes} ], [ [ 'admin', 'tester' ], [ 'finance', 'support' ] ], 'and said');
    is(roles_of($user), 'admin,tester|finance,support', 'and so it is');
    is_ok($set->(roles => ['admin'], scopes => ['super']), 'changed');
    is(roles_of($user), 'admin|super', 'what is not named is gone');
    is_ok($set->(roles => ['builder'], scopes => []), 'taken away');
    is(roles_of($user), 'builder', 'with the scopes');
    is_problem($set->(roles => ['builder'], scopes => ['support']), 'invalid-input', 'scopes are for administrators');
    is_problem($set->(roles => ['owner'], scopes => []), 'invalid-input', 'a role that is none');
    is(sql("SELECT detail ->> 'roles_before' || ' ' || (detail -> 'roles') FROM admin_action WHERE entity_id = '$user->{id}' ORDER BY id DESC LIMIT 1"),
        'admin ["builder"]', 'before and after are on record');
};

subtest 'a right that was taken away is gone at once' => sub {
    my $admin = as_admin(scopes => ['support']);
    my $user  = as_tester();
    is_ok(act($admin, 'suspendUser', $user), 'he may');
    is_ok(act($super, 'setUserRoles', $admin, roles => ['admin'], scopes => []), 'until the scope is taken');
    is_problem(act($admin, 'reinstateUser', $user), 'forbidden', 'his token is no help');
    is_ok(api($admin, 'adminListUsers'), 'he may still look');
    is_ok(act($super, 'setUserRoles', $admin, roles => ['tester'], scopes => []), 'until the role is taken');
    is_problem(api($admin, 'adminListUsers'), 'forbidden', 'then not even that');
};

subtest 'who may' => sub {
    my $user = as_tester();
    my %may  = (suspendUser => { support => 1, moderation => 1, super => 1 }, reinstateUser => { support => 1, moderation => 1, super => 1 },
        setUserRoles => { super => 1 });
    for my $scope (qw(support finance moderation super)) {
        my $admin = as_admin(scopes => [$scope]);
        is_ok(api($admin, 'adminGetUser', { user_id => $user->{id} }), "$scope may look");
        for my $operation (sort keys %may) {
            sql(sprintf "UPDATE account SET state = '%s' WHERE id = '$user->{id}'", $operation eq 'reinstateUser' ? 'suspended' : 'active');
            my $answer = act($admin, $operation, $user, $operation eq 'setUserRoles' ? (roles => ['tester'], scopes => []) : ());
            $may{$operation}{$scope} ? is_ok($answer, "$scope: $operation") : is_problem($answer, 'forbidden', "$scope: no $operation");
        }
    }
    for my $case ([ undef, 'unauthorized' ], [ as_builder(), 'forbidden' ], [ as_tester(), 'forbidden' ]) {
        is_problem(api($case->[0], 'adminListUsers'), $case->[1], 'nobody else looks');
        is_problem(act($case->[0], 'suspendUser', $user), $case->[1], 'or acts');
    }
};

subtest 'nobody shuts himself out, and nobody but "super" touches an administrator' => sub {
    is_problem(act($super, 'suspendUser', $super), 'forbidden', 'not suspended by himself');
    is_problem(act($super, 'setUserRoles', $super, roles => ['admin'], scopes => []), 'forbidden', 'nor demoted');
    my ($support, $other) = (as_admin(scopes => ['support']), as_admin(scopes => []));
    is_problem(act($support, 'suspendUser', $other), 'forbidden', 'support may not suspend an administrator');
    is(state_of($other), 'active', 'nothing happened');
    is(audit_of($other), '', 'and nothing is on record');
    is_ok(act($super, 'suspendUser', $other), 'super may');
};

subtest 'two who demote each other: one is left' => sub {
    for my $round (1 .. 4) {
        my ($one, $two) = (as_admin(), as_admin());
        my @answers = at_once(
            [ $one, 'setUserRoles', { user_id => $two->{id} }, { roles => ['admin'], scopes => [], reason => 'A coup' } ],
            [ $two, $round % 2 ? ('setUserRoles', { user_id => $one->{id} }, { roles => ['admin'], scopes => [], reason => 'A coup' })
                               : ('suspendUser', { user_id => $one->{id} }, { reason => 'A coup' }) ]);
        is(scalar(grep { $_->{status} == 200 } @answers), 1, 'one of them');
        is(sql("SELECT count(*) FROM admin_scope c JOIN account a ON a.id = c.account_id
                 WHERE c.scope = 'super' AND a.state = 'active' AND a.id IN ('$one->{id}', '$two->{id}')"), 1, 'keeps all rights');
    }
};

subtest 'what a reason must be' => sub {
    my $user = as_tester();
    for my $reason (undef, '', 'x', '  ', 'x' x 501) {
        is_problem(api($super, 'suspendUser', { user_id => $user->{id} }, { reason => $reason }), 'invalid-input', 'refused');
    }
    is(state_of($user), 'active', 'nothing happened');
};

subtest 'no line in the audit trail, no intervention' => sub {
    my $user = as_tester();
    sql("CREATE FUNCTION refuse_audit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION \$\$no audit today\$\$ USING ERRCODE = \$\$check_violation\$\$; END';
         CREATE TRIGGER refuse_audit BEFORE INSERT ON admin_action FOR EACH ROW WHEN (NEW.entity_id = '$user->{id}') EXECUTE FUNCTION refuse_audit()");
    is_problem(act($super, 'suspendUser', $user), 'invalid-input', 'it fails');
    sql('SET client_min_messages = warning; DROP FUNCTION refuse_audit() CASCADE');
    is(state_of($user), 'active', 'and with it everything else');
    is(sql("SELECT count(*) FROM session WHERE account_id = '$user->{id}' AND ended_at IS NULL"), 1, 'the session too');
};

done_testing;
