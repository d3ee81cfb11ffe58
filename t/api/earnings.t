# SPDX-License-Identifier: Apache-2.0
# earnings.t - a tester's earnings statement: line by line, as JSON and, where a client's Accept
# header asks getEarnings for it, as a PDF. The sums by state are in payouts.t.
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

my $tester = make_payable(as_tester(full_name => 'فاطمة الزهراء'));

# Approved work of a job with this title. Returns the payout's id.
sub earn {
    my ($title) = @_;
    my $builder = as_builder();
    my $work    = make_submission(make_paid_job($builder, seats => 1, title => $title), $tester);
    is(api($builder, 'approveSubmission', { submission_id => $work->{id} }, {})->{status}, 200, "$title was approved");
    wait_until("SELECT state = 'completed' FROM payout WHERE submission_id = :'id'", id => $work->{id});
    return sql("SELECT id FROM payout WHERE submission_id = :'id'", id => $work->{id});
}

# The statement on paper.
sub on_paper {
    my ($actor, $period) = @_;
    return api($actor, 'getEarnings', $period, undef, headers => { Accept => 'application/pdf' });
}

my $first  = earn('The first test');
my $second = earn('اختبار المتجر');
my $each   = sql("SELECT amount_minor FROM payout WHERE id = :'id'", id => $first);

subtest 'line by line, newest first, with the sums' => sub {
    my $said = is_ok(api($tester, 'getEarningsStatement'), 'there it is');
    is($said->{name},  'فاطمة الزهراء', 'whose');
    is($said->{email}, $tester->{email}, 'where');
    is_deeply([ map { $_->{payout_id} } @{ $said->{lines} } ], [ $second, $first ], 'both lines');
    is_deeply([ @{ $said->{lines}[1] }{qw(job_title item_title state currency amount_minor fee_minor gross_minor)} ],
        [ 'The first test', undef, 'completed', 'usd', $each, 0, $each ], 'what a line says');
    is_deeply($said->{totals}, [ { currency => 'usd', gross_minor => 2 * $each, fee_minor => 0, amount_minor => 2 * $each,
                paid_minor => 2 * $each, reversed_minor => 0 } ], 'the sums');
};

subtest 'a period' => sub {
    my $between = sql("SELECT api.instant(created_at) FROM payout WHERE id = :'id'", id => $second);
    my $before  = is_ok(api($tester, 'getEarningsStatement', { to   => $between }), 'before an instant');
    my $after   = is_ok(api($tester, 'getEarningsStatement', { from => $between }), 'from it on');
    is_deeply([ map { $_->{payout_id} } @{ $before->{lines} } ], [$first],  'the first');
    is_deeply([ map { $_->{payout_id} } @{ $after->{lines} } ],  [$second], 'the second');
    my $none = is_ok(api($tester, 'getEarningsStatement', { from => '2019-01-01T00:00:00Z', to => '2020-01-01T00:00:00Z' }), 'long ago');
    is_deeply([ $none->{lines}, $none->{totals} ], [ [], [] ], 'nothing');
    is_problem(api($tester, 'getEarningsStatement', { from => 'yesterday' }), 'invalid-input', 'no instant');
};

subtest 'the same on paper' => sub {
    my $answer = on_paper($tester);
    is_ok($answer, 'there it is');
    is($answer->{headers}{'content-type'}, 'application/pdf', 'a PDF');
    is($answer->{headers}{'content-disposition'}, 'attachment; filename="earnings.pdf"', 'to keep');
    my $text = text_of($answer);
    my ($granted, $paid) = split /\|/, sql("SELECT api.day(created_at), api.day(completed_at) FROM payout WHERE id = :'id'", id => $first);
    like($text, qr/^\s*$granted\s+The first test\s+$paid\s+0\.00 USD\s+\Q@{[money($each)]}\E$/m, 'a line');
    like($text, qr/Earned\s+\Q@{[money(2 * $each)]}\E/, 'the sum');
    like($text, qr/Of that, transferred so far\s+\Q@{[money(2 * $each)]}\E/, 'how much of it has arrived');
    like(letters_of($answer), qr/Forفاطمةالزهراء/, 'whose, in Arabic');
    like(letters_of($answer), qr/اختبارالمتجر/, 'and a title');
    ok(begins_at_right($answer, qr/\p{Arabic}/), 'from right to left');
    like(text_of(on_paper($tester, { to => '2020-01-01T00:00:00Z', from => '2019-01-01T00:00:00Z' })),
        qr/from 2019-01-01 to 2020-01-01.*Nothing was granted in this time/s, 'nothing in a time without work');
};

subtest 'paper for those who prefer it' => sub {
    my %type = (
        'application/pdf'                         => 'application/pdf',
        'Application/PDF;q=0.5, text/html'        => 'application/pdf',
        'application/pdf, */*;q=0.8'              => 'application/pdf',
        'application/json;q=0.1, application/*'   => 'application/pdf',
        '*/*'                                     => 'application/json',
        'application/json'                        => 'application/json',
        'application/pdf, application/json'       => 'application/json',
        'application/pdf;q=0, */*'                => 'application/json',
        'application/pdf ; q=0.2, application/*'  => 'application/json',
        'application/pdf;q=nan'                   => 'application/json',
        'text/html'                               => 'application/json',
        ', ;q=1,,'                                => 'application/json',
    );
    for my $accept (sort keys %type) {
        my $answer = api($tester, 'getEarnings', {}, undef, headers => { Accept => $accept });
        is($answer->{headers}{'content-type'}, $type{$accept}, "$accept: $type{$accept}");
        like($answer->{headers}{vary} // '', qr/\bAccept\b(?!-)/, 'and a cache is told');
    }
    is(api($tester, 'getEarnings')->{headers}{'content-type'}, 'application/json', 'JSON without a wish');
};

subtest 'a long one goes on to further pages, each with its head' => sub {
    sql(q{INSERT INTO payout (submission_id, decision, assignment_id, tester_id, amount_minor, fee_minor, currency, created_at)
          SELECT submission_id, 1000 + n, assignment_id, tester_id, n, 1, 'eur', '2021-05-01'::timestamptz + n * interval '1 minute'
            FROM payout, generate_series(1, 2001) n WHERE id = :'id'}, id => $first);
    my %may  = (from => '2021-05-01T00:00:00Z', to => '2021-06-01T00:00:00Z');
    my $said = is_ok(api($tester, 'getEarningsStatement', {%may}), 'there it is');
    is(scalar @{ $said->{lines} }, 2000, 'so many lines');
    is($said->{lines_left_out}, 1, 'and says that one is left out');
    is($said->{totals}[0]{amount_minor}, 2001 * 2002 / 2, 'which the sums have, too');
    my $text = text_of(on_paper($tester, {%may}));
    my $pages = () = $text =~ /Earnings statement · \d+/g;
    my $heads = () = $text =~ /Granted\s+Work\s+Paid\s+Fee\s+Earned/g;
    cmp_ok($pages, '>', 10, "$pages pages");
    is($heads, $pages, 'a head on each');
    like($text, qr/1 older lines are left out/, 'the rest is named');
    sql("DELETE FROM payout WHERE decision > 1000 AND tester_id = :'id'", id => $tester->{id});
};

subtest 'testers alone' => sub {
    my %ways = (
        'line by line' => sub { api($_[0], 'getEarningsStatement') },
        'on paper'     => sub { on_paper($_[0]) },
    );
    for my $way (sort keys %ways) {
        is_problem($ways{$way}->(as_builder()), 'forbidden', "$way for a builder");
        is_problem($ways{$way}->(undef), 'unauthorized', "$way without a session");
    }
    is_deeply(is_ok(api(as_tester(), 'getEarningsStatement'), 'another tester')->{lines}, [], 'sees none of it');
};

done_testing();
