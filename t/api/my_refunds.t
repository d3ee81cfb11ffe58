# SPDX-License-Identifier: Apache-2.0
# my_refunds.t - a builder's refunds, one by one: why, how far, and nobody else's.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;
use Test::More;

my $builder = as_builder();

sub refunds { my (%params) = @_; return is_ok(api($builder, 'listMyRefunds', \%params), 'the refunds') }

# A paid job with one seat that its builder gives up. Returns the job.
sub given_up {
    my $job = $_[0] // make_paid_job($builder, seats => 1);
    is_ok(api($builder, 'cancelJob', { job_id => $job->{id} }), 'cancelled');
    return $job;
}

subtest 'a refund says what it is of, why, and how far it is' => sub {
    is_deeply(refunds()->{items}, [], 'there is none');
    my $job = make_paid_job($builder, seats => 1);
    without_events(sub {
        given_up($job);
        wait_until("SELECT state <> 'pending' FROM refund WHERE job_id = :'id'", id => $job->{id});
        is(refunds()->{items}[0]{state}, 'processing', 'on its way');
    });
    release_events();
    wait_until("SELECT state = 'completed' FROM refund WHERE job_id = :'id'", id => $job->{id});
    my ($refund) = @{ refunds()->{items} };
    is_deeply([ @$refund{qw(job_id job_title amount_minor covered_minor currency reason state waits_for failure_code assignment_id)} ],
        [ $job->{id}, $job->{title}, 2750, 0, 'usd', 'cancelled', 'completed', undef, undef, undef ], 'what it says');
    is($refund->{payment_id}, sql("SELECT id FROM payment WHERE job_id = :'id'", id => $job->{id}), 'of this payment');
    ok($refund->{completed_at} ge $refund->{created_at}, 'with its times');
};

subtest 'one that was refused says why' => sub {
    my $job = given_up();
    wait_until("SELECT state = 'completed' FROM refund WHERE job_id = :'id'", id => $job->{id});
    my ($id, $provider_id) = split /\|/, sql("SELECT id, provider_id FROM refund WHERE job_id = :'id'", id => $job->{id});
    sandbox('POST', "refunds/$provider_id/settle", { outcome => 'failed' });
    wait_until("SELECT state = 'failed' FROM refund WHERE id = :'id'", id => $id);
    my ($refund) = grep { $_->{id} eq $id } @{ refunds()->{items} };
    is("$refund->{state} $refund->{failure_code}", 'failed expired_or_canceled_card', 'it says so');
};

subtest 'refunds are listed newest first, page by page' => sub {
    given_up();
    my @all  = map { $_->{id} } @{ refunds()->{items} };
    my $page = refunds(limit => 2);
    is_deeply([ map { $_->{id} } @{ $page->{items} } ], [ @all[ 0, 1 ] ], 'the newest two');
    is_deeply(\@all, [ sort { $b cmp $a } @all ], 'newest first');
    my $next = refunds(limit => 2, cursor => $page->{next});
    is_deeply([ map { $_->{id} } @{ $next->{items} } ], [ $all[2] ], 'the rest');
    is($next->{next}, undef, 'and no more');
    is_problem(api($builder, 'listMyRefunds', { cursor => '!' }), 'invalid-cursor', 'a broken cursor is refused');
    is_problem(api($builder, 'listMyRefunds', { limit => 0 }), 'invalid-input', 'a page has at least one');
};

subtest 'they are their builder\'s business' => sub {
    is_deeply(is_ok(api(as_builder(), 'listMyRefunds'), 'another builder')->{items}, [], 'sees none of them');
    is_problem(api(as_tester(), 'listMyRefunds'), 'forbidden', 'testers have none');
    is_problem(api(undef, 'listMyRefunds'), 'unauthorized', 'nor has anybody');
};

money_is_sound('after all of this');

done_testing();
