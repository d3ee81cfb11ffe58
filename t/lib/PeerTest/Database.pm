# SPDX-License-Identifier: Apache-2.0
package PeerTest::Database;
# What the tests do to the database behind the server's back: hold locks, cut its
# connections, refuse new ones. PEERTEST_SUPERUSER is the cluster's superuser, usually
# "postgres".
use strict;
use warnings FATAL => 'all';
use Exporter 'import';
use IPC::Open2 qw(open2);
use PeerTest qw(sql wait_until);

our @EXPORT = qw(hold let_go cut_connections database_away database_back until_sql);

my $superuser = $ENV{PEERTEST_SUPERUSER} || 'postgres';
my $is_away   = 0;

# Runs a statement in a transaction that stays open, or commits by itself after one
# more statement. Returns what let_go() ends.
sub hold {
    my ($statement, $then) = @_;
    my $pid = open2(my $from, my $to, qw(psql -XqAt -v ON_ERROR_STOP=1));
    print {$to} "BEGIN;\n$statement;\n\\echo held\n";
    print {$to} "$then;\nCOMMIT;\n" if $then;
    $to->flush;
    while (defined(my $line = <$from>)) {
        return { pid => $pid, from => $from, to => $to, ends => $then } if $line eq "held\n";
    }
    die "cannot hold: $statement\n";
}

# Ends it, after one more statement if there is one.
sub let_go {
    my ($held, $statement) = @_;
    print { $held->{to} } "$statement;\n" if $statement;
    print { $held->{to} } "COMMIT;\n" unless $held->{ends};
    close $held->{to};
    waitpid $held->{pid}, 0;
    die "psql refused something\n" if $?;
    return;
}

sub as_superuser {
    my ($statement) = @_;
    system(qw(psql -XqAt -v ON_ERROR_STOP=1 -o /dev/null -U), $superuser, '-c', $statement) == 0
        or die "psql refused: $statement\n";
    return;
}

# The server loses all its connections, as when PostgreSQL restarts. Returns when their
# backends are gone: a signal alone may take its time.
sub cut_connections {
    as_superuser(q{SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity
                    WHERE usename = 'peertest_app' AND datname = current_database()});
    return;
}

# ... and gets no new ones until database_back().
sub database_away {
    $is_away = 1;
    as_superuser('ALTER ROLE peertest_app NOLOGIN');
    cut_connections();
    return;
}

sub database_back {
    as_superuser('ALTER ROLE peertest_app LOGIN');
    $is_away = 0;
    return;
}

# Waits until a statement says yes.
sub until_sql { wait_until(@_); return 1 }

END {
    my $status = $?;
    database_back() if $is_away;
    $? = $status;
}

1;
