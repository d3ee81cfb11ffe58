# SPDX-License-Identifier: Apache-2.0
# tax.t - what testers were paid in a year, for the operator's report: CSV, by quarter.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;
use Test::More;

my $admin   = as_admin(scopes => ['finance']);
my $anna    = make_payable(as_tester(full_name => '=HYPERLINK("https://evil.example")'));
my $ben     = make_payable(as_tester(full_name => 'Ben "the bug", Baker'));

# A country that nobody else's test has, so that the file has our testers alone.
my $country = 'ZZ';
sql("UPDATE account SET country = NULL WHERE country IN ('ZZ', 'ZY')");
sql("UPDATE account SET country = :'country' WHERE id IN (:'anna', :'ben')", country => $country, anna => $anna->{id}, ben => $ben->{id});

# Approved and transferred work. Returns the amount.
sub earn {
    my ($tester, $when) = @_;
    my $builder = as_builder();
    my $work    = make_submission(make_paid_job($builder, seats => 1), $tester);
    api($builder, 'approveSubmission', { submission_id => $work->{id} }, {});
    wait_until("SELECT state = 'completed' FROM payout WHERE submission_id = :'id'", id => $work->{id});
    return sql("UPDATE payout SET completed_at = :'at' WHERE submission_id = :'id' RETURNING amount_minor", id => $work->{id}, at => $when);
}

my $each = earn($anna, '2022-01-01T00:00:00Z');
earn($anna, '2022-12-31T23:59:59Z');
earn($ben,  '2022-05-05T12:00:00Z');
earn($ben,  '2023-01-01T00:00:00Z');

sub report { my (%body) = @_; return api($admin, 'taxReport', {}, { year => 2022, country => $country, reason => 'The yearly report', %body }) }

# The fields of each line (RFC 4180).
sub lines_of {
    my ($answer) = @_;
    return map { [ map { s/^"(.*)"$/$1/r =~ s/""/"/gr } /\G((?:"(?:[^"]|"")*")|[^,]*)(?:,|$)/g ] } split /\r\n/, $answer->{content};
}

subtest 'one line for each tester, by quarter' => sub {
    my $answer = report();
    is_ok($answer, 'there it is');
    is($answer->{headers}{'content-type'}, 'text/csv; charset=utf-8', 'CSV');
    is($answer->{headers}{'content-disposition'}, 'attachment; filename="tax-report-2022.csv"', 'to keep');
    my ($head, @lines) = lines_of($answer);
    my %by_id = map { my %line; @line{@$head} = @$_; $line{account_id} => \%line } @lines;
    is(scalar @lines, 2, 'two testers');
    is_deeply([ @{ $by_id{ $anna->{id} } }{qw(email country currency gross_minor fees_minor net_minor reversed_minor transactions)} ],
        [ $anna->{email}, $country, 'USD', 2 * $each, 0, 2 * $each, 0, 2 ], 'her year');
    is_deeply([ @{ $by_id{ $anna->{id} } }{ map {"q${_}_net_minor"} 1 .. 4 } ], [ $each, 0, 0, $each ], 'her quarters, to the second');
    is_deeply([ @{ $by_id{ $ben->{id} } }{qw(net_minor q2_net_minor q2_fees_minor q2_transactions)} ], [ $each, $each, 0, 1 ], 'his');
};

subtest 'no spreadsheet takes a name for a formula' => sub {
    my $content = report()->{content};
    like($content, qr/,"'=HYPERLINK\(""https:\/\/evil\.example""\)",/, 'it is text');
    like($content, qr/,"Ben ""the bug"", Baker",/, 'quotes and commas stay what they are');
    unlike($content, qr/(?:^|,)"?[=+@-][^0-9]/m, 'no field begins as one');
    is(sql(q{SELECT string_agg(ascii(field)::text, ' ') FROM unnest(ARRAY['=1+1', '+a', '-a', '@a', E'\t=1', E'\n=1', U&'\FF1D1', U&'\FF0B1', U&'\FF0D1', U&'\FF201']) field
              WHERE api.csv(field) NOT LIKE '"''%'}), '', 'whatever sign a formula begins with');
    is(sql(q{SELECT api.csv('-12.50') || api.csv('a=1')}), '"-12.50""a=1"', 'and what is none stays as it is');
};

subtest 'who asked, and why, is written down' => sub {
    my $before = sql("SELECT count(*) FROM admin_action WHERE kind = 'taxReport'");
    is_ok(report(reason => 'For the accountant'), 'asked');
    is(sql("SELECT concat_ws(' ', admin_id, entity_id, reason, detail ->> 'lines', detail ->> 'country') FROM admin_action WHERE kind = 'taxReport' ORDER BY id DESC LIMIT 1"),
        "$admin->{id} 2022 For the accountant 2 $country", 'in the trail');
    is_problem(report(reason => ''), 'invalid-input', 'without a reason');
    is_problem(api($admin, 'taxReport', {}, { year => 1999, reason => 'Long ago' }), 'invalid-input', 'a year before there was one');
    is(sql("SELECT count(*) FROM admin_action WHERE kind = 'taxReport'"), $before + 1, 'nothing else');
};

subtest 'the operator alone' => sub {
    my @ask = ('taxReport', {}, { year => 2022, reason => 'Curiosity' });
    is_problem(api(as_admin(scopes => ['support']), @ask), 'forbidden', 'another scope');
    is_problem(api(as_builder(), @ask), 'forbidden', 'a builder');
    is_problem(api(undef, @ask), 'unauthorized', 'nobody');
};

subtest 'more than fits one file' => sub {
    sql(q{UPDATE account SET country = 'ZY' WHERE id = :'id';
          INSERT INTO payout (submission_id, decision, assignment_id, tester_id, amount_minor, currency, completed_at)
          SELECT p.submission_id, 1000 + n, p.assignment_id, p.tester_id, 1, 'c' || n, '2021-02-03'
            FROM (SELECT * FROM payout WHERE tester_id = :'id' LIMIT 1) p, generate_series(1, 10001) n}, id => $ben->{id});
    is_problem(report(year => 2021, country => 'ZY'), 'conflict', 'is refused');
    sql("DELETE FROM payout WHERE decision > 1000 AND tester_id = :'id'", id => $ben->{id});
};

done_testing();
