# SPDX-License-Identifier: Apache-2.0
# The figures of days that are over are kept, and are those of what happened, to the last cent. A site of its own:
# nobody else makes anything happen there.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest::Httpd;
use PeerTest::OwnSite;
use PeerTest;
use PeerTest::Database;
use PeerTest::Make;
use Test::More;

away_from_edge(86_400, 120);    # figures of today are compared with figures of today

my $admin = as_admin(scopes => ['support']);

sub dashboard {
    my ($days) = @_;
    my $board = is_ok(api($admin, 'adminDashboard', { days => $days // 366 }), 'the dashboard');
    return { days => $board->{days}, money => $board->{money} };
}

sub statistics { my ($from, $to) = @_; return is_ok(api($admin, 'adminStatistics', { from => $from, to => $to }), "from $from to $to")->{money} }

# Lets the job run. Returns how many days it has closed.
sub close_days {
    my $id = sql("INSERT INTO queue_job (kind) VALUES ('days.close') RETURNING id");
    until_sql("SELECT state = 'done' FROM queue_job WHERE id = :'id'", id => $id);
    return sql("SELECT result ->> 'days' FROM queue_job WHERE id = :'id'", id => $id);
}

sub closed { return sql('SELECT count(*) FROM day_figures') }

# An instant of the last 200 days, or of the very edge of a day.
my $ANY = q{date_trunc('day', now(), 'UTC') - CASE WHEN random() < 0.2 THEN ceil(random() * 200) * interval '1 day' - floor(random() * 2) * interval '1 microsecond'
                                                  ELSE random() * interval '200 days' END};

# Accounts and bookings of any day. Their ids are of their time, as they would be.
sub let_things_happen {
    my ($accounts, $bookings) = @_;
    sql(qq{INSERT INTO account (id, email, password_hash, full_name, created_at)
           SELECT overlay(uuid7_from(at)::text PLACING right(gen_random_uuid()::text, 21) FROM 16)::uuid, gen_random_uuid() || '\@example.org', 'x', 'Somebody', at
             FROM (SELECT $ANY AS at FROM generate_series(1, :'count'::int)) x}, count => $accounts);
    sql(qq{WITH made AS (
             INSERT INTO ledger_transaction (id, kind, created_at)
             SELECT overlay(uuid7_from(at)::text PLACING right(gen_random_uuid()::text, 21) FROM 16)::uuid,
                    (ARRAY['payment', 'release', 'refund_paid'])[1 + floor(random() * 3)], at
               FROM (SELECT $ANY AS at FROM generate_series(1, :'count'::int)) x
             RETURNING id, kind)
           INSERT INTO ledger_line (transaction_id, account, amount_minor, currency)
           SELECT id, account, sign * amount, currency
             FROM (SELECT id, (ARRAY['usd', 'eur'])[1 + floor(random() * 2)] AS currency, 1 + floor(random() * 100000)::bigint AS amount FROM made) m,
                  LATERAL (VALUES ('platform_fees', 1), ('gateway_balance', -1)) side (account, sign)}, count => $bookings);
    return;
}

# The schedule had its first run when nobody was there, and has the next an hour later.
until_sql("SELECT count(*) = 1 FROM schedule WHERE name = 'days.close' AND next_run_at > now()");
run_jobs();
let_things_happen(300, 400);
my $job = make_job(as_builder(), seats => 3);
my @ids = map { make_submission($job, as_tester())->{id} } 1 .. 3;
sql("UPDATE job SET opened_at = now() - interval '100 days' WHERE id = :'id'", id => $job->{id});
sql("UPDATE submission SET submitted_at = now() - interval '90 days', decided_at = now() - interval '80 days' WHERE id = :'id'", id => $ids[0]);
sql("UPDATE submission SET submitted_at = now() - interval '50 days' WHERE id = :'id'", id => $ids[1]);

my @spans = map { [ split /\|/ ] } split /\n/, sql(qq{
    SELECT api.instant(least(a, b)), api.instant(greatest(a, b) + interval '1 second')
      FROM (SELECT $ANY AS a, $ANY AS b FROM generate_series(1, 6)) x});

subtest 'a closed day says what was computed' => sub {
    is(closed(), 0, 'nothing is kept yet');
    my $computed = dashboard();
    my @money    = map { statistics(@$_) } @spans;
    cmp_ok(scalar(grep { $_->{registrations} } @{ $computed->{days} }), '>', 50, 'on many days something happened');
    my $count = close_days();
    cmp_ok($count, '>=', 150, 'days are closed');
    is(closed(), $count, 'each once');
    is(sql("SELECT max(day) < (now() AT TIME ZONE 'UTC')::date FROM day_figures"), 't', 'today is not');
    is_deeply(dashboard(), $computed, 'the same, day by day and to the cent');
    is_deeply([ map { statistics(@$_) } @spans ], \@money, 'and so for spans that begin and end in the middle of a day');
    is(close_days(), 0, 'nothing is left to close');
};

my $past = sql("SELECT day FROM day_figures ORDER BY day OFFSET 70 LIMIT 1");
my $of   = sub { my ($board, $day) = @_; my ($found) = grep { $_->{day} eq $day } @{ $board->{days} }; return $found };

subtest 'what is kept is what is shown' => sub {
    my $before = $of->(dashboard(), $past)->{registrations};
    sql("UPDATE day_figures SET registrations = registrations + 1000 WHERE day = :'day'", day => $past);
    is($of->(dashboard(), $past)->{registrations}, $before + 1000, 'nobody adds it up again');
    sql("UPDATE day_figures SET registrations = registrations - 1000 WHERE day = :'day'", day => $past);
};

subtest 'a late row of a past day is noticed' => sub {
    my $before = dashboard();
    sql(qq{INSERT INTO account (id, email, password_hash, full_name, created_at)
           SELECT overlay(uuid7_from(at)::text PLACING right(gen_random_uuid()::text, 21) FROM 16)::uuid, gen_random_uuid() || '\@example.org', 'x', 'Late', at
             FROM (SELECT :'day'::timestamp AT TIME ZONE 'UTC' + interval '13 hours' AS at) x}, day => $past);
    is($of->(dashboard(), $past)->{registrations}, $of->($before, $past)->{registrations} + 1, 'at once');
    is(sql("SELECT count(*) FROM day_figures WHERE day = :'day'", day => $past), 0, 'the day is open again');
    let_things_happen(50, 50);
    my $computed = dashboard();
    cmp_ok(close_days(), '>=', 1, 'until it is closed anew');
    is_deeply(dashboard(), $computed, 'with them all');
};

subtest 'what is handed in again is of another day' => sub {
    my $today  = sql("SELECT (now() AT TIME ZONE 'UTC')::date");
    my $before = dashboard();
    my $then   = sql("SELECT (submitted_at AT TIME ZONE 'UTC')::date FROM submission WHERE id = :'id'", id => $ids[1]);
    sql("UPDATE submission SET submitted_at = now() WHERE id = :'id'", id => $ids[1]);
    my $after = dashboard();
    is($of->($after, $then)->{submissions}, $of->($before, $then)->{submissions} - 1, 'no more of the first');
    # Midnight may have come in between.
    is($of->($after, $_)->{submissions}, $of->($before, $_)->{submissions} + 1, 'but of today')
        for grep { $_ eq sql("SELECT (submitted_at AT TIME ZONE 'UTC')::date FROM submission WHERE id = :'id'", id => $ids[1]) } $today;
    sql('DELETE FROM day_figures');
    is_deeply(dashboard(), $after, 'as it is without what was kept');
};

subtest 'a day that is being changed is closed another time' => sub {
    close_days();
    my $all  = closed();
    my $held = hold("INSERT INTO account (email, password_hash, full_name, created_at) VALUES (gen_random_uuid() || '\@example.org', 'x', 'Slow', now() - interval '20 days')");
    sql('DELETE FROM day_figures WHERE day = :\'day\'', day => $past);
    is(close_days(), 0, 'nobody waits for that');
    let_go($held);
    cmp_ok(close_days(), '>=', 1, 'and then it is');
    is(closed(), $all, 'all of them');
};

done_testing();
