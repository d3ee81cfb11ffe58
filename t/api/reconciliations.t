# SPDX-License-Identifier: Apache-2.0
# reconciliations.t - administrators ask for a comparison with the provider's book and see
# what it found. What it finds: t/worker/reconcile.t.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;
use Test::More;

my $admin = as_admin(scopes => ['finance']);
my $soon  = sql("SELECT api.instant(now() + interval '1 hour')");

# Asks as soon as no other one is under way.
sub ask {
    my (%body) = @_;
    hurry();
    return api($admin, 'reconcileNow', {}, { reason => 'The monthly closing', %body });
}

subtest 'one is asked for, runs and is shown' => sub {
    my $asked = is_created(ask(since => $soon), 'asked');
    is_deeply([ @$asked{qw(state since differences chain_number)} ], [ 'queued', $soon, undef, undef ], 'it waits for its turn');
    wait_until("SELECT state = 'done' FROM reconciliation WHERE id = :'id'", id => $asked->{id});
    my $done = is_ok(api($admin, 'getReconciliation', { reconciliation_id => $asked->{id} }), 'shown');
    is($done->{state}, 'done', 'done');
    is($done->{counts}{balance}, 'part_of_the_book', 'what it read');
    is(scalar @{ $done->{items} }, $done->{differences}, 'with each difference');
    my ($first) = @{ is_ok(api($admin, 'listReconciliations', { limit => 1 }), 'in the list')->{items} };
    is($first->{id}, $asked->{id}, 'on top');
    is(sql(q{SELECT concat_ws(' ', admin_id, entity, reason) FROM admin_action WHERE entity_id = :'id'}, id => $asked->{id}),
        "$admin->{id} reconciliation The monthly closing", 'and in the audit trail');
};

subtest 'a difference is shown with both sides' => sub {
    my $odd = random_text(16);
    my $job = make_job(as_builder());
    sql("UPDATE payment SET charge_id = :'odd' WHERE job_id = :'job'", odd => $odd, job => $job->{id});
    my $asked = is_created(ask(since => sql("SELECT api.instant(now() - interval '10 seconds')")), 'asked');
    wait_until("SELECT state = 'done' FROM reconciliation WHERE id = :'id'", id => $asked->{id});
    my $done = is_ok(api($admin, 'getReconciliation', { reconciliation_id => $asked->{id} }), 'shown');
    my ($it) = grep { ($_->{provider_id} // '') eq $odd } @{ $done->{items} };
    my ($id, $amount) = split /\|/, sql("SELECT id, amount_minor FROM payment WHERE charge_id = :'odd'", odd => $odd);
    is_deeply($it, { kind => 'charge', what => 'missing_there', provider_id => $odd, our_id => $id, ours => $amount, theirs => undef, currency => 'usd' }, 'a charge that the provider does not have');
};

subtest 'pages' => sub {
    is_created(ask(since => $soon), 'one more') && hurry();
    my $page = is_ok(api($admin, 'listReconciliations', { limit => 1 }), 'the first');
    my $next = is_ok(api($admin, 'listReconciliations', { limit => 1, cursor => $page->{next} }), 'the second');
    cmp_ok($next->{items}[0]{created_at}, 'le', $page->{items}[0]{created_at}, 'newest first');
    is_problem(api($admin, 'listReconciliations', { cursor => '!' }), 'invalid-cursor', 'no cursor of ours');
};

subtest 'one at a time' => sub {
    without_workers(sub {
        is_created(api($admin, 'reconcileNow', {}, { since => $soon, reason => 'First' }), 'one');
        is_problem(api($admin, 'reconcileNow', {}, { reason => 'Once more' }), 'conflict', 'while one is under way');
    });
};

# The queue is held by a job of the same kind that is never done.
sub without_workers {
    my ($code) = @_;
    hurry();
    my $plug = sql("INSERT INTO queue_job (kind, serial_key, due_at) VALUES ('books.compare', 'books.compare', now() + interval '1 day') RETURNING id");
    $code->();
    sql("DELETE FROM queue_job WHERE id = :'id'", id => $plug);
    return hurry();
}

subtest 'administrators alone, and finance to ask' => sub {
    my $other = as_admin(scopes => ['support']);
    is_problem(api($other, 'reconcileNow', {}, { reason => 'Curiosity' }), 'forbidden', 'another scope may not ask');
    is_ok(api($other, 'listReconciliations'), 'but look');
    is_problem(api(as_builder(), 'listReconciliations'), 'forbidden', 'a builder');
    is_problem(api($admin, 'reconcileNow', {}, {}), 'invalid-input', 'without a reason');
    is_problem(api($admin, 'getReconciliation', { reconciliation_id => $admin->{id} }), 'not-found', 'one that there is not');
};

done_testing();
