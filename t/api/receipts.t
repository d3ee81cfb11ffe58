# SPDX-License-Identifier: Apache-2.0
# receipts.t - a builder's receipt for a payment, as a PDF; read by pdftotext.
use strict;
use warnings FATAL => 'all';
use utf8;
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;
use PeerTest::Paper;
use Test::More;

binmode $_, ':utf8' for map { Test::More->builder->$_ } qw(output failure_output todo_output);

my $builder = as_builder(full_name => 'Ada Lovelace', country => 'GB');
my $job     = make_paid_job($builder, seats => 2, title => 'Test the shop at the harbour');
my $payment = sql("SELECT id FROM payment WHERE job_id = :'id'", id => $job->{id});

sub receipt { my ($payment_id, $actor) = @_; return api($actor // $builder, 'getReceipt', { payment_id => $payment_id }) }

subtest 'it says who paid whom for what, and how much' => sub {
    my $answer = receipt($payment);
    is_ok($answer, 'there it is');
    is($answer->{headers}{'content-type'}, 'application/pdf', 'a PDF');
    is($answer->{headers}{'content-disposition'}, 'attachment; filename="receipt.pdf"', 'to keep');
    is($answer->{headers}{'cache-control'}, 'private, no-store', 'for nobody else');
    my $text = text_of($answer);
    my ($amount, $fee, $number) = split /\|/, sql(q{
        SELECT amount_minor, fee_minor, 'R-' || to_char(succeeded_at AT TIME ZONE 'UTC', 'YYYYMMDD') || '-' || upper(right(id::text, 8))
          FROM payment WHERE id = :'id'}, id => $payment);
    like($text, qr/Receipt \Q$number\E/, 'its number');
    like($text, qr/PeerTest Hub/, 'who issues it');
    like($text, qr/Ada Lovelace\n+\Q$builder->{email}\E\n+GB/, 'who paid');
    like($text, qr/Test the shop at the harbour/, 'for what');
    like($text, qr/Tests, 2 at \Q@{[money($job->{reward_minor})]}\E\s+\Q@{[money($amount - $fee)]}\E/, 'the seats');
    like($text, qr/Platform fee\s+\Q@{[money($fee)]}\E/, 'the fee');
    like($text, qr/Total paid\s+\Q@{[money($amount)]}\E/, 'the sum');
    like($text, qr/held until you approve/, 'what becomes of it');
    unlike($text, qr/Refunded/, 'nothing has gone back');
};

subtest 'what has gone back stands on it' => sub {
    is_ok(api($builder, 'cancelJob', { job_id => $job->{id} }, {}), 'cancelled');
    wait_until("SELECT state = 'refunded' FROM payment WHERE id = :'id'", id => $payment);
    my $text = text_of(receipt($payment));
    my $amount = sql("SELECT amount_minor FROM payment WHERE id = :'id'", id => $payment);
    like($text, qr/Refunded on [\d-]+: [a-z ]+\S*\s+\Q@{[money($amount)]}\E/, 'the refund');
    like($text, qr/Paid after refunds\s+0\.00 USD/, 'and what is left');
};

subtest 'a bid: the role and the tester; names in Arabic are shaped and run from right to left' => sub {
    my $layla  = as_builder(full_name => 'ليلى الخالدي');
    my $tester = make_payable(as_tester(full_name => 'محمد بن عبد الله'));
    my $plan   = make_plan($layla, title => 'اختبار صفحة الدفع');
    my $work   = make_accepted($layla, make_bid($tester, $plan));
    my $paid   = sql("SELECT id FROM payment WHERE job_id = :'id'", id => $plan->{id});
    my $answer = receipt($paid, $layla);
    my $letters = letters_of($answer);
    like($letters, qr/Paidbyليلىالخالدي\Q$layla->{email}\E/, 'her name, letter by letter in reading order');
    like($letters, qr/اختبارصفحةالدفع/, 'the title');
    like($letters, qr/Shopper:workbyمحمدبنعبدالله40\.00USD/, 'the role and the tester');
    like(text_of($answer), qr/Bonus reserve for findings\s+3\.00 USD/, 'the bonus that is reserved');
    ok(begins_at_right($answer, qr/\p{Arabic}/), 'her name stands at the right edge');
    ok(!begins_at_right(receipt($payment), qr/^Ada$/), 'Ada\'s at the left one');
    is_deeply([ fonts_outside($answer) ], [], 'the file has all fonts that it needs');
};

subtest 'there is none' => sub {
    my $draft = make_draft($builder);
    my $open  = publish($builder, $draft);
    my $told  = is_problem(receipt($open->{id}), 'wrong-state', 'before the money has arrived');
    is($told->{state}, 'pending', 'which it says');
    is_problem(receipt($payment, as_builder()), 'not-found', 'for somebody else');
    is_problem(receipt($payment, as_tester()), 'forbidden', 'for a tester');
    is_problem(receipt('b0a4a1f5-0000-7000-8000-000000000001'), 'not-found', 'for no payment');
    is_problem(api(undef, 'getReceipt', { payment_id => $payment }), 'unauthorized', 'without a session');
};

subtest 'many at once: a few are drawn, some wait, the rest may come again' => sub {
    my @answers = at_once(map { [ $builder, 'getReceipt', { payment_id => $payment } ] } 1 .. 12);
    my @drawn   = grep { $_->{status} == 200 } @answers;
    my @later   = grep { $_->{status} == 429 && $_->{headers}{'retry-after'} } @answers;
    is(@drawn + @later, 12, 'each got one or the other');
    cmp_ok(scalar @drawn, '>=', 8, 'most got their receipt');
};

done_testing();
