# SPDX-License-Identifier: Apache-2.0
package PeerTest::OwnSite;
# A site of a test file's own: httpd with other settings, and a database that nobody else's
# background work looks into. To be used before PeerTest, which then speaks to it:
#   use PeerTest::OwnSite PeerTestStorage => 's3', ...;
use strict;
use warnings FATAL => 'all';
use PeerTest::Httpd;

my $database = sprintf 'own_site_%d_%d', $$, time;
my $port     = free_port();

sub superuser { system('psql', '-XqAt', '-U', $ENV{PEERTEST_SUPERUSER} || 'postgres', '-d', 'postgres', '-c', $_[0]) == 0 or die "psql refused: $_[0]\n"; return }

sub lines_of {
    my (%settings) = @_;
    my $db = $ENV{PEERTEST_DB} =~ s/dbname=\S+?(?=["\s]|\z)/dbname=$database/r;
    return qq(DBDParams "$db"\n) . site_lines(
        PeerTestPublicUrl    => "http://localhost:$port",
        PeerTestDatabase     => qq("$db"),
        PeerTestMediaProgram => "$ENV{PEERTEST_BUILD}/peertest-media",
        PeerTestRetryDelays  => '1,1,1,1,1',
        PeerTestRateAuth     => 100000,
        PeerTestRateWrite    => 100000,
        PeerTestRateRead     => 100000,
        PeerTestRateUpload   => 100000,
        %settings,
    );
}

sub import {
    my (undef, %settings) = @_;
    superuser("CREATE DATABASE $database OWNER peertest_owner");
    local $ENV{DATABASE_URL} = "dbname=$database user=peertest_owner";
    system('tools/migrate up >/dev/null') == 0 or die "cannot migrate $database\n";
    httpd_start($port, lines_of(%settings));
    $ENV{PEERTEST_TEST_URL} = "http://localhost:$port";
    $ENV{PGDATABASE}        = $database;
    return;
}

# Another start with other settings; the database stays.
sub restart { my (%settings) = @_; httpd_graceful($port, lines_of(%settings)); return }

1;
