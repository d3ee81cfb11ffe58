# SPDX-License-Identifier: Apache-2.0
package PeerTest::Money;
# What the money tests share: payers at the sandbox's payment page, the books of one
# job, and the rules that must hold whatever has happened.
use strict;
use warnings FATAL => 'all';
use Digest::SHA qw(hmac_sha256_hex);
use Exporter 'import';
use HTTP::Tiny ();
use JSON::PP ();
use PeerTest;
use Test::More ();

our @EXPORT = qw(
    GOOD_CARD BAD_CARD AVAILABLE_CARD SLOW_REFUND_CARD
    publish publish_in_vain redrive session_of pay state_of intents_of stripe signature_for
    with_fault without_events release_events without_retries hurry
    books_are money_is_sound
);

use constant {
    GOOD_CARD        => '4242424242424242',
    BAD_CARD         => '4000000000009995',    # insufficient_funds
    AVAILABLE_CARD   => '4000000000000077',    # its money can be transferred at once
    SLOW_REFUND_CARD => '4000000000007726',    # its refunds stay pending
};

my $SANDBOX = $ENV{PEERTEST_SANDBOX_URL} || $ENV{SANDBOX_URL};
my $tb      = Test::More->builder;

# Publishes a draft. Returns the payment, whose page is there.
sub publish {
    my ($builder, $job) = @_;
    my $answer = api($builder, 'publishJob', { job_id => $job->{id} });
    die "publishJob: $answer->{status} $answer->{content}\n" unless $answer->{status} == 200;
    return $answer->{data}{payment};
}

# Publishes while the provider is too busy, and lets the next try be far away. Returns the
# payment, which has no page.
sub publish_in_vain {
    my ($builder, $job) = @_;
    my $payment = with_fault({ kind => '429', method => 'POST', path_prefix => '/v1/checkout/sessions', times => 1 }, sub {
        return without_retries(sub {
            my $made = publish($builder, $job);
            wait_until(q{SELECT state = 'queued' AND away = 'payments' FROM queue_job
                          WHERE kind = 'payment.open' AND payload ->> 'payment_id' = :'id'}, id => $made->{id});
            return $made;
        });
    });
    return $payment;
}

# The provider is back, and asked for a payment's page.
sub redrive {
    my ($payment) = @_;
    return sql(q{UPDATE queue_job SET due_at = now()
                  WHERE kind = 'payment.open' AND payload ->> 'payment_id' = :'id' AND state = 'queued'}, id => $payment->{id});
}

# The provider's id of a payment's page.
sub session_of {
    my ($payment) = @_;
    return sql("SELECT checkout_session_id FROM payment WHERE id = :'id'", id => $payment->{id});
}

# Pays as a person would, with a card number.
sub pay {
    my ($payment, $card) = @_;
    return sandbox('POST', 'checkout/' . session_of($payment) . '/pay', { card => $card // GOOD_CARD });
}

# The state of a row: state_of('job', $id).
sub state_of {
    my ($table, $id) = @_;
    return sql("SELECT state FROM $table WHERE id = :'id'", id => $id);
}

# "state generation" of a subject's intents, oldest first, with a comma between.
sub intents_of {
    my ($subject_id) = @_;
    return sql(q{SELECT string_agg(state || ' ' || generation, ', ' ORDER BY generation) FROM money_intent
                 WHERE subject_id = :'id'}, id => $subject_id);
}

# One call of the provider's API, as its dashboard would make it.
sub stripe {
    my ($method, $path, %form) = @_;
    my $answer = HTTP::Tiny->new->request($method, "$SANDBOX/v1/$path", {
        headers => { Authorization => 'Bearer sk_test_dashboard', 'Content-Type' => 'application/x-www-form-urlencoded' },
        $method eq 'POST' ? (content => HTTP::Tiny->new->www_form_urlencode(\%form)) : (),
    });
    die "$method $path: $answer->{content}\n" unless $answer->{success};
    return JSON::PP::decode_json($answer->{content});
}

# The signature of a webhook's bytes, as the provider makes it. The secret is the one
# that the server and the sandbox were started with.
sub signature_for {
    my ($bytes, $time) = @_;
    my $file = $ENV{PEERTEST_WEBHOOK_SECRET_FILE} // "$ENV{PEERTEST_WORLD}/secrets/stripe-webhook.key";
    open my $fh, '<', $file or die "$file: $!\n";
    chomp(my $secret = <$fh>);
    return hmac_sha256_hex("$time.$bytes", $secret);
}

# Runs a piece of code while the sandbox fails as told; the fault must have struck.
sub with_fault {
    my ($fault, $code) = @_;
    my $set = sandbox('POST', 'faults', $fault);
    my @result = $code->();
    my @left   = grep { $_->{id} eq $set->{id} } @{ sandbox('GET', 'state?only=faults')->{faults} };
    local $Test::Builder::Level = $Test::Builder::Level + 1;
    $tb->ok(!@left, "the fault $fault->{kind} has struck");
    return wantarray ? @result : $result[0];
}

# Runs a piece of code while no event arrives.
sub without_events {
    my ($code) = @_;
    sandbox('POST', 'webhooks', { mode => 'hold' });
    my @result = eval { $code->() };
    my $died   = $@;
    sandbox('POST', 'webhooks', { mode => 'deliver' });
    die $died if $died;
    return wantarray ? @result : $result[0];
}

# Lets what was held back arrive, and waits until it has been worked off.
sub release_events {
    sandbox('POST', 'webhooks/release');
    for (1 .. 600) {
        last unless grep { !@{ $_->{attempts} } } @{ sandbox('GET', 'deliveries?state=waiting')->{items} };
        select undef, undef, undef, 0.1;
    }
    return run_jobs();
}

# Runs a piece of code while nothing that has failed is tried again by itself, so that there
# is time to look at it; hurry() has it tried.
sub without_retries {
    my ($code) = @_;
    sql(q{CREATE FUNCTION public.put_off() RETURNS trigger LANGUAGE plpgsql
              AS 'BEGIN NEW.due_at := now() + interval ''1 day''; RETURN NEW; END';
          CREATE TRIGGER put_off BEFORE UPDATE ON queue_job FOR EACH ROW
              WHEN (OLD.state = 'running' AND NEW.state = 'queued') EXECUTE FUNCTION public.put_off()});
    my @result = eval { $code->() };
    my $died   = $@;
    sql('DROP TRIGGER put_off ON queue_job; DROP FUNCTION public.put_off()');
    die $died if $died;
    return wantarray ? @result : $result[0];
}

# What waits for its next try is tried now, and so is what is on its way to wait.
sub hurry {
    run_jobs();
    sql(q{UPDATE queue_job SET due_at = now() WHERE state = 'queued' AND due_at > now()});
    return run_jobs();
}

# The balances of one job's accounts, ids left out: books_are($job_id, { ... }, $name).
sub books_are {
    my ($job_id, $wanted, $name) = @_;
    my %got = map { split /\|/ } split /\n/, sql(q{
        SELECT split_part(l.account, ':', 1), sum(l.amount_minor)
          FROM ledger_transaction t JOIN ledger_line l ON l.transaction_id = t.id
         WHERE t.job_id = :'job' GROUP BY 1 HAVING sum(l.amount_minor) <> 0}, job => $job_id);
    local $Test::Builder::Level = $Test::Builder::Level + 1;
    return Test::More::is_deeply(\%got, $wanted, $name);
}

# The rules of docs/MONEY.md that hold at every moment, over everything there is.
my @RULES = (
    [ 'every transaction sums to zero', q{
        SELECT transaction FROM audit.ledger_lines
         GROUP BY transaction, currency HAVING sum(amount_minor) <> 0} ],
    [ 'what was charged is held, released, fee, refunded or lost', q{
        SELECT assignment FROM audit.assignment_money
         WHERE charged <> held + released + fee + refunded + lost
            OR least(charged, held, released, fee, refunded, lost) < 0} ],
    [ 'an assignment that has ended holds nothing', q{
        SELECT m.assignment FROM audit.assignment_money m JOIN assignment a ON a.id = m.assignment
         WHERE m.held <> 0 AND a.state IN ('completed', 'returned', 'lapsed', 'cancelled')} ],
    [ 'an assignment holds what its submissions have not let go of', q{
        SELECT a.id FROM assignment a JOIN submission s ON s.assignment_id = a.id
          LEFT JOIN ledger_balance b ON b.account = 'held:' || a.id AND b.currency = a.currency
         GROUP BY a.id, b.balance_minor
        HAVING coalesce(b.balance_minor, 0) <> sum(s.reward_minor + s.bonus_cap_minor + s.fee_minor - s.out_minor)} ],
    [ 'nobody is owed less than nothing', q{
        SELECT account FROM audit.ledger_lines
         WHERE account LIKE '%:%' OR account IN ('refunds_out', 'platform_fees')
         GROUP BY account, currency HAVING sum(amount_minor) < 0} ],
    [ 'no job has given away more than it was paid', q{
        SELECT t.job_id FROM ledger_transaction t JOIN ledger_line l ON l.transaction_id = t.id
         WHERE l.account = 'builder_clearing' GROUP BY t.job_id HAVING sum(l.amount_minor) < 0} ],
    [ 'balances are the sums of their lines', q{
        SELECT account FROM ledger_balance b FULL JOIN (
               SELECT account, currency, sum(amount_minor) AS total FROM ledger_line
                WHERE account LIKE '%:%' GROUP BY account, currency) l USING (account, currency)
         WHERE b.balance_minor IS DISTINCT FROM l.total} ],
    [ 'a payment has gone back as far as its refunds are completed', q{
        SELECT p.id FROM payment p LEFT JOIN refund r ON r.payment_id = p.id AND r.state = 'completed'
         GROUP BY p.id HAVING p.refunded_minor <> coalesce(sum(r.amount_minor - r.offset_minor), 0)} ],
    [ 'what a payout moved is what it says', q{
        SELECT p.id FROM payout p
         WHERE (p.state IN ('completed', 'reversed')) <> EXISTS (
               SELECT FROM ledger_transaction t WHERE t.payout_id = p.id AND t.kind = 'transfer')
            OR (p.state = 'reversed') <> (p.amount_minor = (
               SELECT coalesce(sum(l.amount_minor), 0) FROM ledger_transaction t JOIN ledger_line l ON l.transaction_id = t.id
                WHERE t.payout_id = p.id AND t.kind = 'reversal' AND l.amount_minor > 0))} ],
    [ 'a chargeback has cost what is lost and not covered', q{
        SELECT c.id FROM chargeback c
          LEFT JOIN ledger_transaction t ON t.chargeback_id = c.id AND t.kind = 'chargeback'
          LEFT JOIN ledger_line l ON l.transaction_id = t.id AND l.account = 'chargeback_loss'
         GROUP BY c.id
        HAVING c.withdrawn_minor - c.offset_minor <> -coalesce(sum(l.amount_minor), 0)} ],
    [ 'a reversal was given on once, in full', q{
        SELECT r.id FROM payout_reversal r
          LEFT JOIN ledger_transaction t ON t.payout_reversal_id = r.id AND t.kind = 'correction'
         WHERE r.beneficiary = 'platform' GROUP BY r.id
        HAVING (r.state = 'completed') <> (count(t.id) = 1)} ],
    [ 'what is owed to a card is what its refunds have not paid', q{
        SELECT w.currency FROM (SELECT currency, sum(amount_minor) AS owed FROM ledger_line WHERE account = 'refunds_out' GROUP BY 1) w
         WHERE w.owed <> (SELECT coalesce(sum(r.amount_minor - r.offset_minor), 0) FROM refund r
                           WHERE r.state <> 'completed' AND r.currency = w.currency)} ],
    [ 'one intent at most has done its work for a decision', q{
        SELECT subject_id FROM money_intent WHERE state = 'succeeded'
         GROUP BY kind, subject_id, decision HAVING count(*) > 1} ],
    [ 'keys are made of business identity', q{
        SELECT id FROM money_intent
         WHERE idempotency_key <> concat_ws(':', 'pt1', 'test', kind, subject_id, decision, generation)} ],
);

# Each rule as [name, statement that lists what breaks it].
sub money_rules { return @RULES }

sub money_is_sound {
    my ($name) = @_;
    my @broken = grep { sql($_->[1]) ne '' } @RULES;
    local $Test::Builder::Level = $Test::Builder::Level + 1;
    $tb->ok(!@broken, $name // 'the books are sound');
    $tb->diag("not so: $_->[0]: ", sql($_->[1])) for @broken;
    return !@broken;
}

1;
