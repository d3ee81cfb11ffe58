# SPDX-License-Identifier: Apache-2.0
# webhooks.t - what the payment provider tells: believed when it is signed, taken in
# once, in any order, and never against our own books.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;
use Test::More;

my $builder = as_builder();

# A job that waits for its payment. Returns job and payment.
sub waiting_job {
    my $job = make_draft($builder, @_);
    return ($job, publish($builder, $job));
}

# Sends an event and waits for our first answer to it. Returns { id, status, answer }.
sub deliver {
    my ($type, $object, $signature) = @_;
    my $event = sandbox('POST', 'events', { type => $type, object => $object, signature => $signature // 'good' });
    for (1 .. 1200) {
        my ($seen) = grep { @{ $_->{attempts} } } @{ sandbox('GET', "deliveries?event=$event->{id}")->{items} };
        return { id => $event->{id}, %{ $seen->{attempts}[0] } } if $seen;
        select undef, undef, undef, 0.05;
    }
    die "the event $event->{id} was not delivered\n";
}

sub event_state {
    my ($told) = @_;
    return wait_until("SELECT state FROM webhook_event WHERE id = :'id' AND state <> 'received'", id => $told->{id});
}

# The name that this site marks its objects with.
sub site_of {
    my ($payment) = @_;
    return sql(q{SELECT substring(body FROM 'metadata%5Bsite%5D=([^&]+)') FROM money_intent
                 WHERE subject_id = :'id'}, id => $payment->{id});
}

# What the provider has told of a payment, oldest first: { id, type, data }.
sub events_of {
    my ($payment) = @_;
    my $paid = stripe(GET => 'checkout/sessions/' . session_of($payment))->{payment_intent};
    return grep { my $object = $_->{data}{object}; grep { ($_ // '') eq $paid } @$object{qw(id payment_intent)} }
        @{ sandbox('GET', 'state?only=events')->{events} };
}

# A payment that has succeeded, as an event would tell it.
sub paid_intent {
    my ($payment, %other) = @_;
    return {
        id              => 'pi_' . random_text(16),
        object          => 'payment_intent',
        status          => 'succeeded',
        amount          => $payment->{amount_minor},
        amount_received => $payment->{amount_minor},
        currency        => $payment->{currency},
        latest_charge   => 'ch_' . random_text(16),
        metadata        => { site => site_of($payment), payment => $payment->{id} },
        %other,
    };
}

sub is_untouched {
    my ($job, $payment, $name) = @_;
    is(state_of('payment', $payment->{id}) . ' ' . state_of('job', $job->{id}), 'pending pending_payment', $name);
    books_are($job->{id}, {}, 'and no money has moved');
}

subtest 'an event about something else is stored once, and left alone' => sub {
    my $told = deliver('product.created', { id => 'prod_1', object => 'product' });
    is($told->{status}, 200,                  'accepted');
    is($told->{answer}, '{"received":true}',  'and said so');
    is(event_state($told), 'ignored',         'ignored');
    sandbox('POST', "events/$told->{id}/resend");
    wait_until("SELECT count(*) > 1 FROM audit.webhook_events WHERE event_id = :'id' AND signature_result = 'good'", id => $told->{id});
    is(sql("SELECT count(*) FROM webhook_event WHERE id = :'id'", id => $told->{id}), 1, 'a repeat is stored as an attempt only');
    is(sql("SELECT count(DISTINCT body_hash) FROM webhook_attempt WHERE event_id = :'id'", id => $told->{id}), 1, 'with the hash of its bytes');
};

for my $case ([ bad => 'bad' ], [ stale => 'stale' ], [ future => 'stale' ], [ missing => 'missing' ]) {
    my ($signature, $result) = @$case;
    subtest "an event with a $signature signature changes nothing" => sub {
        my ($job, $payment) = waiting_job();
        my $before = sql("SELECT count(*) FROM webhook_attempt WHERE signature_result = :'result'", result => $result);
        my $told   = deliver('payment_intent.succeeded', paid_intent($payment), $signature);
        is($told->{status}, 400, 'refused');
        like($told->{answer}, qr{/problems/webhook-signature}, 'with its problem');
        is(sql("SELECT count(*) FROM webhook_event WHERE id = :'id'", id => $told->{id}), 0, 'not stored');
        cmp_ok(sql("SELECT count(*) FROM webhook_attempt WHERE signature_result = :'result'", result => $result),
            '>', $before, 'but the attempt is on record');
        is_untouched($job, $payment, 'nobody has paid');
    };
}

my $hex = 'ab' x 32;
for my $case (
    [ 'nothing in it',          'hello' ],
    [ 'no time',                "v1=$hex" ],
    [ 'a time that is no number', "t=12x,v1=$hex" ],
    [ 'a time out of range',    't=' . '9' x 40 . ",v1=$hex" ],
    [ 'two times',              "t=1,t=2,v1=$hex" ],
    [ 'no signature',           't=1' ],
    [ 'another scheme alone',   "t=1,v0=$hex" ],
    [ 'a short signature',      't=1,v1=abcd' ],
    [ 'too many signatures',    't=1' . ",v1=$hex" x 20 ],
) {
    my ($name, $header) = @$case;
    subtest "a signature header with $name is refused" => sub {
        my $body = '{"id":"evt_' . random_text(12) . '","type":"x"}';
        my $call = api(undef, 'receiveStripeEvent', {}, $body, headers => { 'Stripe-Signature' => $header });
        is_problem($call, 'webhook-signature', 'refused');
        is(sql("SELECT signature_result FROM webhook_attempt WHERE body_hash = sha256(convert_to(:'body', 'UTF8'))", body => $body),
            'malformed', 'and on record');
    };
}

# A call with a signature of our own making; of other bytes when there are some.
sub signed {
    my ($body, %with) = @_;
    my $time      = $with{time} // time;
    my $signature = signature_for($with{signed} // $body, $time);
    return api(undef, 'receiveStripeEvent', {}, $body,
        headers => { 'Stripe-Signature' => $with{header} ? $with{header}->($time, $signature) : "t=$time,v1=$signature" });
}

sub some_event { return '{"id":"evt_' . random_text(20) . '","type":"product.created","created":' . time . ',"data":{"object":{}}}' }

subtest 'what is signed is accepted' => sub {
    is_ok(signed(some_event()), 'an event');
    is_ok(signed(some_event(), time => time - 290), 'one that took nearly as long as it may');
    is_ok(signed(some_event(), header => sub { "t=$_[0],v1=$hex,v0=$hex,v1=$_[1]" }), 'one of two signatures fits: a secret is being changed');
};

subtest 'a signature is for its own bytes and its own time' => sub {
    my $event = some_event();
    is_problem(signed("$event ", signed => $event), 'webhook-signature', 'not for one more byte');
    is_problem(signed($event, header => sub { 't=' . ($_[0] + 1) . ",v1=$_[1]" }), 'webhook-signature', 'nor for another second');
    is_problem(signed($event, header => sub { [ "t=$_[0],v1=$_[1]", "t=$_[0],v1=$_[1]" ] }), 'webhook-signature', 'nor given twice');
    is_problem(signed($event, time => time - 310), 'webhook-signature', 'nor for ever');
    is_problem(signed($event, time => time + 310), 'webhook-signature', 'nor ahead of its time');
};

for my $case ([ 'no JSON', 'hello' ], [ 'no id', '{"type":"x"}' ], [ 'no type', '{"id":"evt_1"}' ], [ 'a list', '[]' ]) {
    my ($name, $body) = @$case;
    subtest "signed bytes with $name are refused, and on record" => sub {
        is_problem(signed($body), 'malformed', 'refused');
        is(sql("SELECT signature_result || coalesce(event_id, '') FROM webhook_attempt
                 WHERE body_hash = sha256(convert_to(:'body', 'UTF8')) ORDER BY id DESC LIMIT 1", body => $body), 'good', 'noted');
    };
}

subtest 'a body beyond the limit is not read' => sub {
    my $call = api(undef, 'receiveStripeEvent', {}, 'x' x 2_000_000, headers => { 'Stripe-Signature' => "t=1,v1=$hex" });
    is_problem($call, 'too-large', 'refused');
};

subtest 'an event of another site is none of ours' => sub {
    my ($job, $payment) = waiting_job();
    my $told = deliver('payment_intent.succeeded',
        paid_intent($payment, metadata => { site => 'another-site', payment => $payment->{id} }));
    is($told->{status}, 200, 'accepted');
    is(event_state($told), 'ignored', 'and ignored');
    is_untouched($job, $payment, 'nobody has paid');
};

subtest 'an event that contradicts our books moves nothing' => sub {
    for my $lie ([ 'less money', amount_received => 1 ], [ 'another currency', currency => 'eur' ]) {
        my ($name, %lie) = @$lie;
        my ($job, $payment) = waiting_job();
        my $told = deliver('payment_intent.succeeded', paid_intent($payment, %lie));
        is(event_state($told), 'failed', "$name: failed");
        is_untouched($job, $payment, 'nobody has paid');
    }
};

subtest 'what we do not know yet is tried again' => sub {
    my (undef, $payment) = waiting_job();
    my $told = deliver('payment_intent.succeeded',
        paid_intent($payment, metadata => { site => site_of($payment), payment => $builder->{id} }));
    my $key = "webhook:$told->{id}";
    wait_until("SELECT attempts > 0 AND state = 'queued' FROM queue_job WHERE dedupe_key = :'key'", key => $key);
    is(sql("SELECT state FROM webhook_event WHERE id = :'id'", id => $told->{id}), 'received', 'still to be worked off');
    sql("DELETE FROM queue_job WHERE dedupe_key = :'key'", key => $key);
};

subtest 'the same event three times at once is one payment' => sub {
    my ($job, $payment) = waiting_job();
    sandbox('POST', 'webhooks', { mode => 'deliver', copies => 3 });
    pay($payment);
    wait_until("SELECT state = 'open' FROM job WHERE id = :'id'", id => $job->{id});
    sandbox('POST', 'webhooks', { mode => 'deliver' });
    release_events();
    books_are($job->{id}, { gateway_balance => -5500, builder_clearing => 5500 }, 'paid once');
    is(sql("SELECT count(*) FROM event WHERE job_id = :'id' AND kind = 'payment_succeeded'", id => $job->{id}), 1, 'told once');
};

subtest 'events that come last first are one payment' => sub {
    my ($job, $payment) = waiting_job();
    my @events = without_events(sub {
        pay($payment);
        return reverse grep { $_->{type} =~ /completed$|succeeded$/ } events_of($payment);
    });
    is_deeply([ map { $_->{type} } @events ],
        [qw(checkout.session.completed charge.succeeded payment_intent.succeeded)], 'the session comes first');
    sandbox('POST', "events/$events[0]{id}/resend");
    wait_until("SELECT state = 'open' FROM job WHERE id = :'id'", id => $job->{id});
    isnt(sql("SELECT charge_id FROM payment WHERE id = :'id'", id => $payment->{id}), '', 'the charge is known already');
    release_events();
    is(event_state({ id => $_->{id} }), 'processed', "$_->{type} is worked off") for @events;
    books_are($job->{id}, { gateway_balance => -5500, builder_clearing => 5500 }, 'paid once');
};

subtest 'a decline that is told after the success changes nothing' => sub {
    my ($job, $payment) = waiting_job();
    without_events(sub { pay($payment, BAD_CARD); pay($payment) });
    my @events = events_of($payment);
    my ($late) = grep { $_->{type} eq 'payment_intent.payment_failed' } reverse @events;
    my ($good) = grep { $_->{type} eq 'payment_intent.succeeded' } reverse @events;
    sandbox('POST', "events/$good->{id}/resend");
    wait_until("SELECT state = 'open' FROM job WHERE id = :'id'", id => $job->{id});
    sandbox('POST', "events/$late->{id}/resend");
    release_events();
    is(event_state({ id => $late->{id} }), 'processed', 'worked off');
    is(sql("SELECT state || coalesce(failure_code, '') FROM payment WHERE id = :'id'", id => $payment->{id}), 'succeeded', 'still paid');
};

money_is_sound('after all of this');

done_testing();
