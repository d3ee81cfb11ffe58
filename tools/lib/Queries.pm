# SPDX-License-Identifier: Apache-2.0
# Queries - reads sql/queries/*.sql.
#
# A query begins at "-- name: <name> :one|:maybe|:many|:exec". Parameters are written
# :name and become $1..$n in order of first use. "-- raises: <constraint> = <PROBLEM>"
# says what a violated constraint is to the client. Each query comes out as
# { name, kind, at, sql, params => [name...], raises => [[constraint, problem]...] }.
package Queries;
use strict;
use warnings FATAL => 'all';
use Check qw($root slurp);
use Exporter 'import';

our @EXPORT = qw(read_queries);

sub read_queries {
    my @files    = @_;
    my %problems = map { $_ => 1 } slurp("$root/mod_peertest/core/problems.def") =~ /^PT_PROBLEM\((\w+),/mg;
    my (@queries, %seen);
    for my $q (map { split_file($_) } sort @files) {
        die "$q->{at}: query $q->{name} is also at $seen{ $q->{name} }\n" if $seen{ $q->{name} };
        $seen{ $q->{name} } = $q->{at};
        for (map { $_->[1] } @{ $q->{raises} }) {
            die "$q->{at}: there is no problem $_ in problems.def\n" unless $problems{$_};
        }
        bind_parameters($q);
        push @queries, $q;
    }
    return @queries;
}

sub split_file {
    my ($file) = @_;
    my ($number, @found) = (0);
    for my $line (split /^/, slurp($file)) {
        my $at = "$file:" . ++$number;
        if (my ($word, $rest) = directive($line)) {
            obey($word, $rest, $at, \@found);
        }
        elsif ($line !~ /^\s*(?:--|$)/) {
            die "$at: SQL before any '-- name:'\n" unless @found;
            $found[-1]{sql} .= $line;
        }
    }
    $_->{sql} =~ /\S/ or die "$_->{at}: query $_->{name} has no SQL\n" for @found;
    return @found;
}

# A comment that is meant for us, also where its word is misspelt.
sub directive {
    my ($line) = @_;
    return ($1, $2) if $line =~ /^-- (name|raises):\s*(.*?)\s*$/;
    return ($1, $2) if $line =~ /^--\s*(\w+):?\s+(\w+\s+(?::\w+|=\s*\w+))\s*$/;
    return;
}

sub obey {
    my ($word, $rest, $at, $found) = @_;
    if ($word eq 'name') {
        my ($name, $kind) = $rest =~ /^([a-z]\w*) :(one|maybe|many|exec)$/
            or die "$at: expected '-- name: <name> :one|:maybe|:many|:exec'\n";
        push @$found, { name => $name, kind => $kind, at => $at, sql => '', raises => [], params => [] };
    }
    elsif ($word eq 'raises') {
        my ($constraint, $problem) = $rest =~ /^(\w+) = (\w+)$/
            or die "$at: expected '-- raises: <constraint> = <PROBLEM>'\n";
        die "$at: raises before any '-- name:'\n" unless @$found;
        push @{ $found->[-1]{raises} }, [ $constraint, $problem ];
    }
    else { die "$at: unknown directive '$word'\n" }
}

# Walks over literals, comments and casts, so that only a parameter is taken for one.
sub bind_parameters {
    my ($q) = @_;
    my (%position, $sql);
    $q->{sql} =~ s/\s*;?\s*\z//;
    for ($q->{sql}) {
        while (!/\G\z/gc) {
            if    (/\G(E'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|"[^"]*")/gcs) { $sql .= literal($q, $1) }
            elsif (/\G\s*--[^\n]*/gc) { }
            elsif (/\G(::\s*\w+|\w+)/gc) { $sql .= $1 }
            elsif (/\G:([a-z_]\w*)/gc) {
                push @{ $q->{params} }, $1 unless $position{$1};
                $sql .= '$' . ($position{$1} ||= @{ $q->{params} });
            }
            elsif (/\G;/gc) { die "$q->{at}: query $q->{name} is more than one statement\n" }
            elsif (/\G(.)/gcs) { $sql .= $1 }
        }
    }
    $q->{sql} = $sql;
}

sub literal {
    my ($q, $text) = @_;
    die "$q->{at}: query $q->{name}: $text looks like it holds a parameter; build it with ||\n"
        if $text =~ /(?<!:):[a-z_]/;
    return $text;
}

1;
