# SPDX-License-Identifier: Apache-2.0
package PeerTest::Faults::Books;
# The checker: our books by themselves, and against those of the payment provider.
use strict;
use warnings FATAL => 'all';
use Exporter 'import';
use PeerTest;
use PeerTest::Money;
use Test::More ();

our @EXPORT = qw(books_agree broken_rules made_for);

# The names of the rules that do not hold, all seen at one moment.
sub broken_rules {
    my @rules = PeerTest::Money::money_rules();
    my $said  = sql(join "\n", 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;',
        (map { "SELECT '$_' AS rule, x::text FROM ($rules[$_][1]) x;" } 0 .. $#rules), 'COMMIT;');
    return map { my ($rule, $row) = split /\|/, $_, 2; "$rules[$rule][0]: $row" } split /\n/, $said;
}

# Both books at the end of a run: one test for each thing that must be so.
sub books_agree {
    my ($name) = @_;
    my $book = sandbox('GET', 'state?only=transfers,refunds,checkout_sessions,balance_transactions');
    my %ours = map { $_ => [ grep { is_ours($_) } @{ $book->{$_} } ] } qw(transfers refunds checkout_sessions);
    nothing("$name: every rule of the books holds", broken_rules());
    nothing("$name: no object was made twice", map { twice(@{ $ours{$_} }) } sort keys %ours);
    nothing("$name: each payout has its transfer, each transfer its payout", payouts_differ($ours{transfers}));
    nothing("$name: each refund has its object, each object its refund", refunds_differ($ours{refunds}));
    nothing("$name: the provider holds what our ledger says", balances_differ($book));
    nothing("$name: no request has an unknown outcome", split /\n/, sql(q{
        SELECT kind, subject_id FROM money_intent i WHERE state = 'unknown'
           AND NOT EXISTS (SELECT FROM money_intent n WHERE n.kind = i.kind AND n.subject_id = i.subject_id
                              AND n.decision = i.decision AND n.generation > i.generation)}));
    nothing("$name: no job is dead", split /\n/, sql(q{SELECT kind, last_error FROM queue_job WHERE state = 'dead'}));
    return;
}

sub nothing {
    my ($name, @wrong) = @_;
    local $Test::Builder::Level = $Test::Builder::Level + 2;
    return if Test::More::ok(!@wrong, $name);
    Test::More::diag("$_\n") for @wrong[ 0 .. ($#wrong < 9 ? $#wrong : 9) ];
    return;
}

# Other sites' objects, and those that somebody made at the provider's own pages.
sub is_ours { my ($object) = @_; return defined $object->{metadata}{intent} }

# What the provider has made for one of our decisions: made_for('transfers', "transfer:$id:1").
sub made_for {
    my ($kind, $mark) = @_;
    return grep { ($_->{metadata}{intent} // '') eq $mark } @{ sandbox('GET', "state?only=$kind")->{$kind} };
}

sub twice {
    my %seen;
    push @{ $seen{ $_->{metadata}{intent} } }, $_->{id} for @_;
    return map { "$_: @{ $seen{$_} }" } grep { @{ $seen{$_} } > 1 } sort keys %seen;
}

# Lists that must be the same; what one lacks.
sub differences {
    my ($here, $there) = @_;
    my (%here, %there);
    $here{$_}++  for @$here;
    $there{$_}++ for @$there;
    return ((map { "ours alone: $_" } grep { !$there{$_} } sort keys %here), map { "theirs alone: $_" } grep { !$here{$_} } sort keys %there);
}

sub payouts_differ {
    my ($transfers) = @_;
    my @ours = split /\n/, sql(q{
        SELECT concat_ws(' ', p.transfer_id, p.amount_minor, p.currency, p.submission_id, p.decision) FROM payout p
         WHERE p.state IN ('processing', 'completed', 'reversed')});
    return differences(\@ours, [ map { join ' ', @$_{qw(id amount currency)}, @{ $_->{metadata} }{qw(submission decision)} } @$transfers ]);
}

sub refunds_differ {
    my ($refunds) = @_;
    my @ours = split /\n/, sql(q{
        SELECT concat_ws(' ', r.provider_id, r.amount_minor, r.currency, CASE r.state WHEN 'completed' THEN 'succeeded' WHEN 'processing' THEN 'pending' ELSE r.state END)
          FROM refund r WHERE r.provider_id IS NOT NULL});
    return differences(\@ours, [ map { join ' ', @$_{qw(id amount currency status)} } @$refunds ]);
}

# The money at the provider, by currency: in its book, its fees among it, and in our ledger.
sub balances_differ {
    my ($book) = @_;
    my %net;
    $net{ $_->{currency} } += $_->{net} for @{ $book->{balance_transactions} };
    my %ours = map { split /\|/ } split /\n/, sql(q{
        SELECT currency, -sum(amount_minor) FROM audit.ledger_lines WHERE account = 'gateway_balance' GROUP BY 1});
    return map { "$_: $net{$_} there, " . ($ours{$_} // 0) . ' here' } grep { $net{$_} != ($ours{$_} // 0) } sort keys %net;
}

1;
