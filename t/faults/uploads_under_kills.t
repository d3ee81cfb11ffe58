# SPDX-License-Identifier: Apache-2.0
# Uploads whose link is cut, whose child of httpd dies, whose server or database restarts in
# the middle: each goes on where it was, and what arrives is what was sent.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use Digest::SHA qw(sha256_hex);
use PeerTest;
use PeerTest::Faults;
use PeerTest::Files;
use PeerTest::Tus;
use Test::More;
use Time::HiRes qw(sleep time);

my $MIB   = 1024 * 1024;
my $PIECE = 128 * 1024;
my $LOST  = 8 * $MIB + 2 * 256 * 1024;    # what a dead child may take with it, and what was on its way

fresh_world();
my $tester = as_tester();
my $parent = do { open my $in, '<', "$ENV{PEERTEST_WORLD}/run/httpd.pid" or die "httpd.pid: $!"; 0 + <$in> };

# A film by its head, and no two pieces of it alike.
sub film {
    my ($bytes) = @_;
    my $film = bytes_of('video');
    my $n    = int rand 2**31;
    $film .= pack('N*', map { ($_ * 2654435761 + $n) & 0xffffffff } 1 .. 65536) ^ pack('N', $n++) x 65536 while length $film < $bytes;
    return substr $film, 0, $bytes;
}

# Sends from an offset to an end, with pauses, and does something on the way. What the
# server answers, or nothing when the link broke.
sub send_and {
    my ($id, $film, $from, $to, $action, $at) = @_;
    local $SIG{PIPE} = 'IGNORE';
    my $link = link_open($tester, $id, $from, '', announced => length($film) - $from);
    for (my $sent = $from; $sent < $to; $sent += $PIECE) {
        if ($action && $sent >= $at) { $action->($link, $sent); undef $action }
        my $piece = substr $film, $sent, $to - $sent < $PIECE ? $to - $sent : $PIECE;
        (print {$link} $piece and $link->flush) or return { status => 0 };
        sleep 0.005;
    }
    return link_answer($link, 30);
}

# Where the upload goes on, once whoever wrote it is known to be gone.
sub place_of {
    my ($id) = @_;
    repeatedly(15, 'the lease ends', sub { sql("SELECT leased_until IS NULL OR leased_until <= now() FROM upload WHERE file_id = '$id'") eq 't' });
    my $head = repeatedly(30, 'httpd says how far it is', sub { my $said = eval { upload_head($tester, $id) }; return $said && $said->{status} == 200 && $said });
    return $head->{headers}{'upload-offset'};
}

# The whole film, however often something gets in the way.
sub is_whole {
    my ($id, $film) = @_;
    my $from = place_of($id);
    is(send_and($id, $film, $from, length $film)->{status}, 204, "the rest from $from on") if $from < length $film;
    return is(file_column($id, "encode(uploaded_sha256, 'hex')"), sha256_hex($film), 'what arrived is what was sent');
}

sub begun { my ($film) = @_; return is_created(begin_upload($tester, length => length $film, name => 'Recording.webm'), 'a film')->{id} }

subtest 'a link that is cut again and again' => sub {
    my $film = film(20 * $MIB);
    my $id   = begun($film);
    my $from = 0;
    for (1 .. 6) {
        my $until = $from + 1 + int rand 3 * $MIB;
        my $link  = link_open($tester, $id, $from, '', announced => length($film) - $from);
        print {$link} substr $film, $from, $until - $from;
        $link->flush;
        sleep 0.5;    # read by the server: a reset takes back what was not
        link_cut($link);
        my $place = place_of($id);
        is($place, $until, 'everything that came is kept');
        $from = $place;
    }
    is_whole($id, $film);
};

sub dies_on_the_way {
    my ($what, $blow) = @_;
    my $film = film(40 * $MIB);
    my $id   = begun($film);
    my $at   = 15 * $MIB + int rand 10 * $MIB;
    my $sent = 0;
    send_and($id, $film, 0, length $film, sub { (my $link, $sent) = @_; $blow->() }, $at);
    my $place = place_of($id);
    cmp_ok($place, '>=', $sent - $LOST, "$what at $sent: it goes on at $place");
    cmp_ok($place, '<=', length $film, 'and not beyond');
    return is_whole($id, $film);
}

subtest 'the child is killed' => sub { dies_on_the_way('killed', sub { kill_children() }) };

subtest 'httpd is restarted' => sub {
    dies_on_the_way('restarted', sub { kill HUP => $parent; sleep 1; wait_ready() });
};

subtest 'httpd is restarted gracefully' => sub {
    my $film = film(30 * $MIB);
    my $id   = begun($film);
    is(send_and($id, $film, 0, length $film, sub { kill USR1 => $parent; sleep 1 }, 10 * $MIB)->{status}, 204, 'the upload under way is not disturbed');
    is_whole($id, $film);
};

subtest 'PostgreSQL is restarted' => sub {
    dies_on_the_way('PostgreSQL restarted', sub { restart_postgres(); wait_ready() });
};

subtest 'all at once, with a child dying now and then' => sub {
    my @films = map { film(12 * $MIB) } 1 .. 3;
    my @ids   = map { begun($_) } @films;
    my @hands = map {
        my ($id, $film) = ($ids[$_], $films[$_]);
        aside(sub {
            for (1 .. 40) {
                my $from = eval { place_of($id) };
                next unless defined $from;
                return if $from == length $film;
                eval { send_and($id, $film, $from, length $film) };
            }
            die "not whole after forty tries\n";
        });
    } 0 .. $#ids;
    for (1 .. 4) { sleep 1; kill_child(chance(100)) }
    is(finish(@hands), 0, 'all of them arrive');
    wait_ready();
    is_whole($ids[$_], $films[$_]) for 0 .. $#ids;
};

subtest 'parts become files' => sub {
    repeatedly(30, 'no part is left to be finished', sub { !sql(q{SELECT count(*) FROM queue_job WHERE kind = 'upload.finish' AND state IN ('queued', 'running')}) });
    is(sql(q{SELECT count(*) FROM queue_job WHERE kind = 'upload.finish' AND state = 'dead'}), 0, 'none has failed');
    my @keys = split /\n/, sql(q{SELECT store_key FROM file WHERE state <> 'uploading'});
    cmp_ok(@keys, '>', 0, 'there were some');
    is_deeply([ grep { -e "$ENV{PEERTEST_WORLD}/files/part/$_" } @keys ], [], 'and no part of theirs is left over');
};

done_testing();
