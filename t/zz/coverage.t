# SPDX-License-Identifier: Apache-2.0
# Was every operation, and every problem that it documents, seen by the tests that ran
# before? They note what they see: PeerTest::Document.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Document ();
use Test::More;

# These come from the pipeline, the same for every operation; t/api/conventions.t
# tries them wherever they can be had for the asking. Once is enough here.
my %anywhere = map { $_ => 1 } qw(
    malformed invalid-input media-type too-large unauthorized forbidden cross-site not-found invalid-cursor
    precondition-failed rate-limited idempotency-key-required idempotency-mismatch idempotency-running
);

# These cannot be provoked from outside while the server is well.
my %never = (
    internal    => 'would be a bug: there is no way to ask for one',
    unavailable => 'needs PostgreSQL to be away: t/worker and the end-to-end suite have their own servers for that',
);

my $doc = PeerTest::Document->new(sub { request('GET', '/openapi.json')->{content} });
my (%success, %problem, %problems_of);
open my $fh, '<', PeerTest::Document::coverage_file() // die "PEERTEST_COVERAGE is not set\n" or die "coverage: $!";
while (<$fh>) {
    chomp;
    my ($operation, $status, $slug) = split /\t/, $_, 3;
    $success{$operation} = 1 if $status < 400;
    $problem{$slug} = $problems_of{$operation}{$slug} = 1 if $slug;
}

for my $op (sort { $a->id cmp $b->id } $doc->operations) {
    my $id   = $op->id;
    my @lost = grep { !$anywhere{$_} && !$never{$_} && !$problems_of{$id}{$_} } $op->problems;
    ok($success{$id}, "$id was seen to succeed");
    is("@lost", '', "$id was seen with each of its problems") if grep { !$anywhere{$_} && !$never{$_} } $op->problems;
}

my %documented = map { $_ => 1 } map { $_->problems } $doc->operations;
ok($problem{$_}, "$_ was seen") for grep { $documented{$_} } sort keys %anywhere;
ok(!$problem{internal}, 'nothing went wrong on our side');
diag(sprintf '%d operations, %d problems', scalar keys %success, scalar keys %problem);

done_testing();
