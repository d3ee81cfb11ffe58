# SPDX-License-Identifier: Apache-2.0
# Figures for administrators: how things stand, what happened, who intervened.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use POSIX qw(strftime);
use Test::More;

my $admin = as_admin(scopes => ['support']);

sub dashboard { my (%query) = @_; return is_ok(api($admin, 'adminDashboard', \%query), join ' ', 'dashboard', %query) }

sub money_of { my ($board, $currency) = @_; my ($found) = grep { $_->{currency} eq $currency } @{ $board->{money} }; return $found }

# What changed in the members of a hash.
sub grown {
    my ($before, $after, @members) = @_;
    return { map { $_ => $after->{$_} - $before->{$_} } @members };
}

subtest 'the dashboard' => sub {
    run_jobs();
    away_from_edge(86_400, 60);    # all that is done here is of today
    my $today   = strftime('%Y-%m-%d', gmtime);
    my $before  = dashboard(days => 7);
    my $builder = as_builder();
    my $tester  = as_tester();
    my $job     = make_job($builder, seats => 2, currency => 'usd');
    my ($reward, $fee) = split /\|/, sql("SELECT reward_minor, fee_minor FROM job WHERE id = '$job->{id}'");
    my $id = make_submission($job, $tester)->{id};
    my $middle = dashboard(days => 7);
    is_deeply(grown($before->{now}, $middle->{now}, qw(accounts builders testers jobs_open to_review)),
        { accounts => 2, builders => 1, testers => 1, jobs_open => 1, to_review => 1 }, 'how things stand');
    is(scalar @{ $middle->{days} }, 7, 'seven days');
    is($middle->{days}[-1]{day}, $today, 'until today');
    is_deeply(grown($before->{days}[-1], $middle->{days}[-1], qw(registrations jobs_opened submissions decisions)),
        { registrations => 2, jobs_opened => 1, submissions => 1, decisions => 0 }, 'what today brought');
    my ($was, $is) = map { money_of($_, 'usd') // { held_minor => 0, days => [ ({ in_minor => 0 }) x 7 ] } } $before, $middle;
    is($is->{days}[-1]{in_minor} - ($was->{days}[-1]{in_minor} // 0), 2 * ($reward + $fee), 'money that came in');
    is($is->{held_minor} - $was->{held_minor}, $reward + $fee, 'and is held');

    is_ok(api($builder, 'approveSubmission', { submission_id => $id }), 'approved');
    my $after = dashboard(days => 7);
    is_deeply(grown($is->{days}[-1], money_of($after, 'usd')->{days}[-1], qw(released_minor fees_minor in_minor)),
        { released_minor => $reward, fees_minor => $fee, in_minor => 0 }, 'what was granted, and our fee');
    is($after->{days}[-1]{decisions} - $middle->{days}[-1]{decisions}, 1, 'a decision');
    is(scalar @{ dashboard()->{days} }, 30, 'a month unless said');
    is_problem(api($admin, 'adminDashboard', { days => $_ }), 'invalid-input', "not $_ days") for 0, 367, 'x';
};

subtest 'statistics of a span' => sub {
    my $from    = sql('SELECT api.instant(now())');
    my $builder = as_builder();
    my @testers = map { as_tester() } 1 .. 2;
    my $job     = make_job($builder, seats => 2, currency => 'eur');
    my ($reward, $fee) = split /\|/, sql("SELECT reward_minor, fee_minor FROM job WHERE id = '$job->{id}'");
    my @ids = map { make_submission($job, $_)->{id} } @testers;
    is_ok(api($builder, 'approveSubmission', { submission_id => $ids[0] }), 'approved');
    is_ok(api($builder, 'rejectSubmission', { submission_id => $ids[1] }, { reason => 'insufficient_evidence', comment => 'There is no picture of it at all.' }), 'rejected');
    my $seen = is_ok(api($admin, 'adminStatistics', { from => $from }), 'since then');
    is_deeply([ @$seen{qw(registered verified new_builders new_testers jobs_opened builders_active seats_taken submissions testers_active)} ],
        [ 3, 3, 1, 2, 1, 1, 2, 2, 2 ], 'what happened');
    is_deeply([ map { [ @$_{qw(service_type decisions approved rejected)} ] } @{ $seen->{service_types} } ], [ [ $job->{service_type}, 2, 1, 1 ] ], 'by kind of test');
    is_deeply($seen->{money}, [ { currency => 'eur', in_minor => 2 * ($reward + $fee), released_minor => $reward, fees_minor => $fee, refunded_minor => 0 } ], 'by currency');
    is(is_ok(api($admin, 'adminStatistics', { from => '2020-01-01T00:00:00Z', to => '2020-02-01T00:00:00Z' }), 'long ago')->{registered}, 0, 'nothing was');
    is_problem(api($admin, 'adminStatistics', { from => '2020-01-01T00:00:00Z', to => '2021-01-03T00:00:00Z' }), 'invalid-input', 'more than a year');
    is_problem(api($admin, 'adminStatistics', { from => '2020-02-01T00:00:00Z', to => '2020-01-01T00:00:00Z' }), 'invalid-input', 'backwards');
};

subtest 'ids of a span are those of its time' => sub {
    is(sql("SELECT count(*) FROM (SELECT clock_timestamp() AS before, uuid7() AS id FROM generate_series(1, 2000) OFFSET 0) x
             WHERE NOT (x.id >= uuid7_from(x.before) AND x.id < uuid7_from(x.before + interval '1 second'))"), 0, 'not one lies outside');
};

subtest 'health' => sub {
    run_jobs();
    my $seen = is_ok(api($admin, 'adminHealth'), 'all is well');
    is_deeply([ @$seen{qw(queued queued_since provider_waiting provider_waiting_since)} ], [ 0, undef, 0, undef ], 'nothing waits');
    ok($seen->{pool}{max} >= $seen->{pool}{busy} && $seen->{pool}{busy} >= 1, 'the connection that this one uses');
    my $id = sql("INSERT INTO queue_job (kind, attempts, last_error, due_at, away, away_since, outages) VALUES ('intent.send', 2, 'unavailable: away', now() + interval '1 hour', 'payments', now() - interval '2 hours', 3) RETURNING id");
    my $ill = is_ok(api($admin, 'adminHealth'), 'the provider is away');
    is($ill->{provider_waiting}, 1, 'a call waits');
    is($ill->{provider_waiting_since}, sql("SELECT api.instant(away_since) FROM queue_job WHERE id = '$id'"), 'and since when');
    sql("DELETE FROM queue_job WHERE id = '$id'");
};

subtest 'the audit trail' => sub {
    my ($one, $two) = (as_admin(), as_admin());
    my @users = map { as_tester() } 1 .. 2;
    is_ok(api($one, 'suspendUser', { user_id => $users[0]{id} }, { reason => 'First' }), 'one');
    is_ok(api($two, 'reinstateUser', { user_id => $users[0]{id} }, { reason => 'Second' }), 'two');
    is_ok(api($one, 'suspendUser', { user_id => $users[1]{id} }, { reason => 'Third' }), 'three');
    my $reasons = sub { return join ' ', map { $_->{reason} } @{ is_ok(api($admin, 'adminListAudit', {@_}), join ' ', 'listed', @_)->{items} } };
    is($reasons->(limit => 3), 'Third Second First', 'newest first');
    is($reasons->(admin_id => $one->{id}), 'Third First', 'by administrator');
    is($reasons->(entity => 'account', entity_id => $users[0]{id}), 'Second First', 'by what it was done to');
    is($reasons->(kind => 'reinstateUser', limit => 1), 'Second', 'by operation');
    my $page = is_ok(api($admin, 'adminListAudit', { admin_id => $one->{id}, limit => 1 }), 'a page');
    is($reasons->(admin_id => $one->{id}, cursor => $page->{next}), 'First', 'and the next');
    is_deeply([ @{ $page->{items}[0] }{qw(admin_name kind entity entity_id)} ], [ $one->{full_name}, 'suspendUser', 'account', $users[1]{id} ], 'what it says');
    for my $change ("UPDATE admin_action SET reason = 'Other'", 'DELETE FROM admin_action', 'TRUNCATE admin_action') {
        ok(!eval { sql($change); 1 }, "nobody can: $change");
    }
};

subtest 'who may look' => sub {
    for my $operation (qw(adminDashboard adminStatistics adminHealth adminListAudit)) {
        is_ok(api(as_admin(scopes => []), $operation), "an administrator: $operation");
        is_problem(api(as_builder(), $operation), 'forbidden', "no builder: $operation");
        is_problem(api(undef, $operation), 'unauthorized', "nobody: $operation");
    }
};

done_testing;
