#!/usr/bin/perl
# SPDX-License-Identifier: Apache-2.0
# gen-queries.pl - turns sql/queries/*.sql into one C table.
#
#   gen-queries.pl OUT FILE...      writes OUT.h and OUT.c
#
# Each parameter of a query is a member of the struct pt_q_<name>_t, so that a wrong name
# does not compile. The form of the files is described in lib/Queries.pm.
use strict;
use warnings FATAL => 'all';
use File::Glob qw(bsd_glob);
use FindBin qw($Bin);
use lib "$Bin/lib";
use Check qw(slurp);
use Queries;

my ($out, @files) = @ARGV;
die "usage: gen-queries.pl OUT FILE...\n" unless defined $out;

my @queries = read_queries(grep { -e } @files);
replace("$out.h", header());
replace("$out.c", source());

# Leaves an unchanged file alone, so that nothing is compiled again for it.
sub replace {
    my ($file, $text) = @_;
    return if -e $file && slurp($file) eq $text;
    open my $fh, '>:encoding(UTF-8)', "$file.new" or die "$file.new: $!\n";
    print {$fh} $text;
    close $fh and rename "$file.new", $file or die "$file: $!\n";
}

sub header {
    my $names   = join '', map { "    PT_QUERY_$_->{name},\n" } @queries;
    my $structs = join "\n", map {
        my $members = join '', map { "    const char *$_;\n" } @{ $_->{params} } ? @{ $_->{params} } : 'none';
        "typedef struct {\n$members} pt_q_$_->{name}_t;\n"
    } @queries;
    return <<"C";
/* Generated from sql/queries by tools/gen-queries.pl; do not edit. */
#ifndef PT_QUERIES_H
#define PT_QUERIES_H

#define PT_SCHEMA_VERSION ${\ schema_version()} /* the newest of sql/migrations */

typedef enum {
${names}    PT_QUERY_COUNT
} pt_query_e;

$structs
#endif
C
}

sub schema_version {
    my ($newest) = sort { $b <=> $a } map { m{/(\d+)_[^/]*\.up\.sql\z} } bsd_glob "$Bin/../sql/migrations/*.up.sql";
    return 0 + ($newest // die "no migrations\n");
}

sub source {
    my ($raises, $rows) = ('', '');
    for my $q (@queries) {
        my $list = 'NULL';
        if (@{ $q->{raises} }) {
            $list = "raises_$q->{name}";
            $raises .= "static const pt_raise_t ${list}[] = {\n"
                . join('', map { "    {\"$_->[0]\", PT_P_$_->[1]},\n" } @{ $q->{raises} })
                . "    {NULL, PT_P_COUNT}};\n";
        }
        $rows .= sprintf "    {\"%s\", PT_KIND_%s, %d, %s,\n     %s},\n",
            $q->{name}, uc $q->{kind}, scalar @{ $q->{params} }, $list, c_string($q->{sql});
    }
    return <<"C";
/* Generated from sql/queries by tools/gen-queries.pl; do not edit. */
#include "store/pt_db_priv.h"

$raises
const pt_query_def_t pt_queries[PT_QUERY_COUNT + 1] = {
$rows    {NULL, PT_KIND_EXEC, 0, NULL, NULL}};
C
}

sub c_string {
    my ($text) = @_;
    $text =~ s/(["\\])/\\$1/g;
    return join "\n     ", map { '"' . $_ . '"' } map { s/\n/\\n/r } split /^/, $text;
}
