# SPDX-License-Identifier: Apache-2.0
# An hour, by a clock that is moved, in which the provider fails in every way it can; then a
# day in which it forgets our keys. Each decision has moved its money once in the end.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Faults;
use PeerTest::Faults::Books;
use PeerTest::Faults::Stage;
use PeerTest::Money;
use Test::More;
use Time::HiRes qw(sleep);

my $STEPS   = amount(12, 60);
my $MINUTES = 60 / $STEPS;
my @KINDS   = qw(timeout timeout_after 429 500 500_after cut_before cut_after);

fresh_world();
my $builder = as_builder();
my @testers = payable_testers(6);
my @work    = shuffled(work_to_review($builder, \@testers, $STEPS + 3, on_rejection => 'refund'));
my @day     = splice @work, 0, 3;

# Lets time pass, here and at the provider: what was is longer ago, what is due comes nearer.
sub let_pass {
    my ($minutes) = @_;
    sandbox('POST', 'clock', { advance_s => $minutes * 60 });
    my $span = "$minutes minutes";
    sql(q{UPDATE money_intent SET created_at = created_at - :'span'::interval, first_sent_at = first_sent_at - :'span'::interval,
                                  looked_up_at = looked_up_at - :'span'::interval}, span => $span);
    sql(q{UPDATE queue_job SET due_at = due_at - :'span'::interval, created_at = created_at - :'span'::interval WHERE state = 'queued'}, span => $span);
    sql(q{UPDATE clock SET due_at = due_at - :'span'::interval WHERE entity = 'intent'}, span => $span);
    return;
}

sub break_it {
    my ($kind) = @_;
    my $path = pick('/v1/transfers', '/v1/refunds', '/v1/');
    return sandbox('POST', 'faults', { kind => $kind, method => pick('POST', 'POST', 'GET'), path_prefix => $path,
            times => 1 + chance(3), delay_ms => 300 });
}

my %struck;
for my $submission (@work) {
    my @faults = map { break_it($_) } @KINDS[ chance(7), chance(7) ];
    $struck{ $_->{kind} }++ for @faults;
    chance(3) ? approve($builder, $submission) : reject($builder, $submission);
    sleep 0.2 + chance(0.3);
    let_pass($MINUTES);
}
note 'faults: ', join ', ', map { "$_ $struck{$_}" } sort keys %struck;

sandbox('DELETE', 'faults');
everything_settles();
books_agree('after the hour');
is(sql(q{SELECT count(*) FROM money_intent i WHERE generation > 1 AND NOT EXISTS (
             SELECT FROM money_intent b WHERE b.kind = i.kind AND b.subject_id = i.subject_id AND b.decision = i.decision
                AND b.generation = i.generation - 1 AND b.looked_up_at IS NOT NULL)}), 0, 'no new key without a look-up that found nothing');

# --- The 23-hour rule ------------------------------------------------------------------

sub asked_for {
    my ($mark) = @_;
    return grep { $_->{method} eq 'POST' && ($_->{parameters}{'metadata[intent]'} // '') eq $mark } @{ sandbox('GET', 'requests?path=/v1/')->{items} };
}

# An approval whose first request is answered by nobody, and which is then let be for a day.
# Returns its mark, and the keys that the provider has seen. (The connection is cut each
# time: where it was not new, the HTTP library itself tries once more.)
sub a_day_without_answer {
    my ($submission, $fault) = @_;
    my $mark = "transfer:$submission->{id}:1";
    sandbox('POST', 'webhooks', { mode => 'hold' });
    sandbox('POST', 'faults', { kind => $fault, method => 'POST', path_prefix => '/v1/transfers', times => 1000 });
    approve($builder, $submission);
    wait_until(q{UPDATE queue_job SET due_at = now() + interval '1000 days' WHERE state = 'queued' AND kind = 'intent.send'
                    AND payload ->> 'intent_id' = (SELECT id::text FROM money_intent WHERE subject_id = :'id' AND state = 'unknown') RETURNING 1},
        id => $submission->{id});
    sandbox('DELETE', 'faults');
    let_pass(25 * 60);
    return ($mark, map { $_->{idempotency_key} } asked_for($mark));
}

sub send_again {
    sql(q{UPDATE queue_job SET due_at = now() WHERE state = 'queued' AND kind = 'intent.send'});
    return;
}

subtest 'the provider does forget' => sub {
    my $key = 'forgotten-' . random_text(8);
    my $ask = sub {
        my $answer = HTTP::Tiny->new->request('POST', "$ENV{PEERTEST_SANDBOX_URL}/v1/customers", {
            headers => { Authorization => 'Bearer sk_test_x', 'Idempotency-Key' => $key, 'Content-Type' => 'application/x-www-form-urlencoded' },
            content => 'email=a%40example.org' });
        return JSON::PP::decode_json($answer->{content})->{id};
    };
    my $first = $ask->();
    is($ask->(), $first, 'within a day a key has one object');
    let_pass(25 * 60);
    isnt($ask->(), $first, 'after it the same request makes a second one');
};

subtest 'a day after the effect' => sub {
    my ($mark, @keys) = a_day_without_answer($day[0], 'cut_after');
    send_again();
    everything_settles();
    is(scalar(() = asked_for($mark)), scalar @keys, 'it was not asked for again');
    is(scalar made_for('transfers', $mark), 1, 'and found');
};

subtest 'a day after a request without effect' => sub {
    my ($mark, @keys) = a_day_without_answer($day[1], 'cut_before');
    send_again();
    everything_settles();
    my @then = map { $_->{idempotency_key} } asked_for($mark);
    is_deeply([ sort @then ], [ @keys, "pt1:test:$mark:2" ], 'it was asked for again, under a new key');
    is(scalar made_for('transfers', $mark), 1, 'and made once');
};

subtest 'a day after, and the provider shows no list' => sub {
    my ($mark, @keys) = a_day_without_answer($day[2], 'cut_after');
    sandbox('POST', 'faults', { kind => '500', method => 'GET', path_prefix => '/v1/transfers', times => 1000 });
    send_again();
    wait_until(q{SELECT outages >= 4 FROM queue_job WHERE kind = 'intent.send' AND payload ->> 'intent_id' =
                    (SELECT id::text FROM money_intent WHERE subject_id = :'id')}, id => $day[2]{id});
    is(scalar(() = asked_for($mark)), scalar @keys, 'then nothing is sent, however often it is tried');
    sandbox('DELETE', 'faults');
    everything_settles();
    is(scalar made_for('transfers', $mark), 1, 'until the list says that it is there');
};

sandbox('POST', 'webhooks', { mode => 'deliver' });
release_events();
everything_settles();
books_agree('after the days');

done_testing();
