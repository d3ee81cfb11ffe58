# SPDX-License-Identifier: Apache-2.0
package PeerTest::Faults;
# What the fault tests share: chance that can be repeated, a world of their own, children
# of httpd to kill, PostgreSQL to restart, and calls that do not give up.
#
# PEERTEST_SEED repeats a run: it decides all that is left to chance, in order.
# PEERTEST_FAULTS=long takes the full numbers instead of the short ones.
use strict;
use warnings FATAL => 'all';
use Exporter 'import';
use HTTP::Tiny ();
use PeerTest;
use POSIX ();
use Test::More ();
use Time::HiRes qw(sleep time);

our @EXPORT = qw(
    amount chance pick shuffled
    fresh_world wait_ready
    children kill_child kill_children restart_postgres
    persist aside finish repeatedly now_in_database
    everything_settles release_leases
);

my $WORLD     = $ENV{PEERTEST_WORLD} || die "PEERTEST_WORLD is not set\n";
my $SUPERUSER = $ENV{PEERTEST_SUPERUSER} || 'postgres';
my $PATIENCE  = 180;    # seconds until all background work has come to its end
my $is_long   = ($ENV{PEERTEST_FAULTS} // 'short') eq 'long';
my ($seed)    = ($ENV{PEERTEST_SEED} // '') =~ /^(\d+)$/;

$seed //= int rand 2**31;
srand $seed;
Test::More::diag("seed $seed, ", $is_long ? 'long' : 'short', ' form');

# --- Chance --------------------------------------------------------------------------

# How much of something: the short or the full number.
sub amount { my ($short, $long) = @_; return $is_long ? $long : $short }

# A number from 0 to the limit, which is left out; a fraction for a limit that is one.
sub chance { my ($limit) = @_; return $limit == int $limit ? int rand $limit : rand $limit }

sub pick { return $_[ rand @_ ] }

sub shuffled {
    my @cards = @_;
    for my $last (reverse 1 .. $#cards) {
        my $other = int rand $last + 1;
        @cards[ $last, $other ] = @cards[ $other, $last ];
    }
    return @cards;
}

# --- The world -----------------------------------------------------------------------

# An empty database and an empty sandbox: a run does not depend on what was before it.
sub fresh_world {
    sandbox('POST', 'reset');
    as_superuser("DROP DATABASE IF EXISTS $ENV{PGDATABASE} WITH (FORCE)",
        "CREATE DATABASE $ENV{PGDATABASE} OWNER peertest_owner TEMPLATE peertest_template");
    return wait_ready();
}

sub as_superuser {
    my @commands = map { ('-c', $_) } @_;
    system(qw(psql -XqAt -v ON_ERROR_STOP=1 -d postgres -o /dev/null -U), $SUPERUSER, @commands) == 0
        or die "psql refused: @_\n";
    return;
}

# Waits until every child of httpd answers, and its database with it: one that has seen the
# database away says so for a moment longer. Each question comes on a connection of its own.
sub wait_ready {
    my $in_a_row = 0;
    return repeatedly(60, 'httpd is ready', sub {
        my $answer = HTTP::Tiny->new(timeout => 5)->get(api_url() . '/api/v1/ready');
        $in_a_row = $answer->{status} == 200 ? $in_a_row + 1 : 0;
        return $in_a_row == 15;
    });
}

# Waits for a piece of code to say yes.
sub repeatedly {
    my ($seconds, $what, $code) = @_;
    my $until = time + $seconds;
    while (1) {
        my $said = $code->();
        return $said if $said;
        die "not within $seconds seconds: $what\n" if time > $until;
        sleep 0.05;
    }
}

sub now_in_database { return sql('SELECT extract(epoch FROM clock_timestamp())') }

# --- Blows ---------------------------------------------------------------------------

# The process ids of httpd's children.
sub children {
    my $parent = pid_in("$WORLD/run/httpd.pid");
    return grep { parent_of($_) == $parent } map { m{/(\d+)$} } glob '/proc/[0-9]*';
}

sub parent_of {
    my ($pid) = @_;
    open my $stat, '<', "/proc/$pid/stat" or return 0;
    my ($state, $parent) = (<$stat> // '') =~ /\) (\S) (\d+)/ or return 0;
    return $state eq 'Z' ? 0 : $parent;
}

sub pid_in { my ($file) = @_; open my $in, '<', $file or die "$file: $!\n"; return 0 + <$in> }

# Kills one child, the n-th of those there are, as the kernel does when memory runs out.
# Waits while there is none. Who was killed before may be about to go, and counts no more.
my %killed;

sub kill_child {
    my ($number) = @_;
    my $pids = repeatedly(60, 'httpd has children', sub { my @found = grep { !$killed{$_} } children(); return @found && \@found });
    my $pid  = $pids->[ $number % @$pids ];
    $killed{$pid} = 1;
    kill KILL => $pid;
    return $pid;
}

# Kills all children at once, and waits until they are gone.
sub kill_children {
    my %dead = map { $_ => 1 } children();
    kill KILL => keys %dead;
    repeatedly(60, 'the children are gone', sub { return !grep { $dead{$_} } children() });
    return wait_ready();
}

# PostgreSQL loses its processes and all they had in hand, and comes back.
sub restart_postgres {
    my $log = -d "$WORLD/logs" ? "$WORLD/logs/postgresql.log" : "$WORLD/pg/log";
    my $pid = fork // die "fork: $!";
    if (!$pid) {
        open STDOUT, '>', '/dev/null' or POSIX::_exit(126);
        open STDERR, '>&', \*STDOUT   or POSIX::_exit(126);
        POSIX::close($_) for 3 .. 63;    # what the new server must not keep open
        exec "$ENV{PEERTEST_PG_BIN}/pg_ctl", '-D', "$WORLD/pg", qw(-m immediate -w -s -l), $log, 'restart' or POSIX::_exit(127);
    }
    waitpid $pid, 0;
    die "PostgreSQL does not come back\n" if $?;
    return;
}

# --- Calls ---------------------------------------------------------------------------

# api() for an actor who repeats a call, under its one key, until it is answered: a child
# may die in the middle of it, its transaction may not have ended yet, and the database may
# be away.
sub persist {
    my ($actor, $operation, $params, $body) = @_;
    my $key = random_text(24);
    return repeatedly(60, "$operation is answered", sub {
        my $answer = eval { api($actor, $operation, $params, $body, key => $key) };
        return $answer && $answer->{status} != 503 && $answer->{content} !~ m{/problems/idempotency-running} ? $answer : undef;
    });
}

# Runs a piece of code in a process of its own, with chance of its own. It fails by dying,
# and by a test in it that fails.
sub aside {
    my ($code) = @_;
    my $own = int rand 2**31;
    my $pid = fork // die "fork: $!";
    return $pid if $pid;
    srand $own;
    my $tests = Test::More->builder;
    $tests->output(\*STDERR);
    my $lived = eval { $code->(); 1 };
    print STDERR "# aside: $@" unless $lived;
    POSIX::_exit($lived && $tests->is_passing ? 0 : 1);
}

# Waits for such processes; how many of them have failed.
sub finish {
    my $failed = 0;
    for my $pid (@_) {
        waitpid $pid, 0;
        $failed++ if $?;
    }
    return $failed;
}

# --- The end -------------------------------------------------------------------------

# Waits until nothing is left to do: no job that is due, under way or to be tried again,
# no request to the provider whose outcome nobody knows. What no event has told is asked
# for: one that was lost on the way may come in minutes. A next try that is near keeps its
# time: hurried, all tries would be over while the provider still works on the first.
sub everything_settles {
    my $left;
    my $is_done = sub {
        sql(q{UPDATE queue_job SET due_at = now() WHERE state = 'queued' AND due_at > now() + interval '3 seconds';
              UPDATE clock SET due_at = now() WHERE entity = 'intent' AND due_at > now()});
        $left = sql(q{
            SELECT string_agg(what, ', ') FROM (
                SELECT kind || ' ' || state || coalesce(': ' || last_error, '') AS what FROM queue_job WHERE state IN ('queued', 'running')
                UNION ALL SELECT kind || ' intent ' || state FROM money_intent i WHERE state = 'unknown'
                   AND NOT EXISTS (SELECT FROM money_intent n WHERE n.kind = i.kind AND n.subject_id = i.subject_id
                                      AND n.decision = i.decision AND n.generation > i.generation)
                UNION ALL SELECT 'a payout is processing' FROM payout WHERE state = 'processing'
                UNION ALL SELECT 'a refund is processing' FROM refund WHERE state = 'processing') l});
        return $left eq '';
    };
    eval { repeatedly($PATIENCE, 'everything settles', $is_done); 1 } or die "$@still there: $left\n";
    return;
}

# The jobs of workers that are known to be dead can be taken over now.
sub release_leases {
    return sql(q{UPDATE queue_job SET lease_until = now() WHERE state = 'running'});
}

END { Test::More::diag("repeat it with PEERTEST_SEED=$seed") if $? }

1;
