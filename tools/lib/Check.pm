# SPDX-License-Identifier: Apache-2.0
# Check - what the checkers tools/check-* share: where the sources are, reading a file,
# and one TAP line for each rule with its violations below it.
package Check;
use strict;
use warnings FATAL => 'all';
use Cwd qw(abs_path);
use Exporter 'import';
use File::Basename qw(dirname);

our @EXPORT = qw($root slurp sources rule done);
our $root   = abs_path(dirname(__FILE__) . '/../..');
my $rules = 0;

sub slurp {
    my ($file) = @_;
    open my $fh, '<:encoding(UTF-8)', $file or die "$file: $!\n";
    local $/;
    return scalar <$fh>;
}

# Files below the root that fit one of the patterns, as names from the root.
sub sources {
    my @found = map { glob "'$root'/$_" } @_;
    return sort map { substr $_, 1 + length $root } @found;
}

sub rule {
    my ($name, @violations) = @_;
    print @violations ? 'not ok ' : 'ok ', ++$rules, " - $name\n";
    print "# $_\n" for @violations;
}

# The plan, last; a checker that dies before has none and fails.
sub done { print "1..$rules\n" }

1;
