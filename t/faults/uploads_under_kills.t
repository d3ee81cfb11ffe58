# SPDX-License-Identifier: Apache-2.0
# Uploads whose link is cut, whose child of httpd dies, whose server or database restarts, or
# whose disk is full in the middle: each goes on where it was, what arrives is what was sent,
# and it is looked at once.
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
my $LOST  = 8 * $MIB + 256 * 1024;    # what a dead child may take with it, of what it has read

# What is in the store: sizes by key.
sub stored {
    my $folder = "$ENV{PEERTEST_WORLD}/files";
    return map { m{([^/]+)$} ? ($1 => -s) : () } split /\n/, `find $folder -type f`;
}

fresh_world();
my %before = stored();
my $tester = as_tester();
my $parent = do { open my $in, '<', "$ENV{PEERTEST_WORLD}/run/httpd.pid" or die "httpd.pid: $!"; 0 + <$in> };

my $noise = pack 'N*', map { ($_ * 2654435761) & 0xffffffff } 1 .. 65536;

# A film by its head, and no two pieces of it alike.
sub film {
    my ($bytes) = @_;
    my $film = bytes_of('video');
    my $n    = int rand 2**31;
    $film .= $noise ^ pack('N', $n++) x 65536 while length $film < $bytes;
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
    return link_answer($link, 120);
}

# Where the upload goes on, once whoever wrote it is known to be gone.
sub place_of {
    my ($id) = @_;
    repeatedly(60, 'the lease ends', sub { sql("SELECT leased_until IS NULL OR leased_until <= now() FROM upload WHERE file_id = '$id'") eq 't' });
    my $head = repeatedly(60, 'httpd says how far it is', sub { my $said = eval { upload_head($tester, $id) }; return $said && $said->{status} == 200 && $said });
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
    my $film = film(12 * $MIB);
    my $id   = begun($film);
    my $from = 0;
    for (1 .. amount(4, 20)) {
        my $until = $from + 1 + int rand length($film) / amount(5, 21);
        my $link  = link_open($tester, $id, $from, '', announced => length($film) - $from);
        print {$link} substr $film, $from, $until - $from;
        $link->flush;
        link_read($link);    # a reset takes back what was not
        link_cut($link);
        my $place = place_of($id);
        is($place, $until, 'everything that came is kept');
        $from = $place;
    }
    is_whole($id, $film);
};

sub dies_on_the_way {
    my ($what, $blow) = @_;
    my $film = film(26 * $MIB);
    my $id   = begun($film);
    my $at   = 9 * $MIB + int rand 10 * $MIB;
    my $sent = 0;
    send_and($id, $film, 0, length $film, sub { (my $link, $sent) = @_; link_read($link); $blow->() }, $at);
    my $place = place_of($id);
    cmp_ok($place, '>=', $sent - $LOST, "$what at $sent: it goes on at $place");
    cmp_ok($place, '<=', length $film, 'and not beyond');
    return is_whole($id, $film);
}

subtest 'the child is killed' => sub { dies_on_the_way('killed', sub { kill_children() }) };

# No pause on the link: for a silent one httpd waits until it loses patience.
subtest 'httpd is restarted' => sub {
    dies_on_the_way('restarted', sub { kill HUP => $parent });
};

subtest 'httpd is restarted gracefully' => sub {
    my $film = film(20 * $MIB);
    my $id   = begun($film);
    is(send_and($id, $film, 0, length $film, sub { kill USR1 => $parent; sleep 1 }, 10 * $MIB)->{status}, 204, 'the upload under way is not disturbed');
    is_whole($id, $film);
};

subtest 'PostgreSQL is restarted' => sub {
    dies_on_the_way('PostgreSQL restarted', sub { restart_postgres(); wait_ready() });
};

# The limit of a process on the size of a file is as real as a full disk.
sub room {
    my ($limit) = @_;
    system("prlimit --pid $_ --fsize=$limit:unlimited 2>/dev/null") for children();
    return;
}

subtest 'the disk is full' => sub {
    my $film = film(12 * $MIB);
    my $id   = begun($film);
    room(10 * $MIB);
    is(send_and($id, $film, 0, length $film)->{status}, 507, 'there is no room');
    my $place = place_of($id);
    cmp_ok($place, '<=', 10 * $MIB, "what there was room for stays: $place");
    is(send_and($id, $film, $place, length $film)->{status}, 507, 'as long as there is none');
    my $kept = place_of($id);    # what was one piece too long may come in two, and the first may fit
    cmp_ok($kept, '>=', $place, 'nothing is lost');
    cmp_ok($kept, '<=', 10 * $MIB, 'and no more is said to be there');
    room('unlimited');
    is_whole($id, $film);
};

my %blows = (
    child      => sub { kill_child(chance(100)) },
    httpd      => sub { kill USR1 => $parent },
    PostgreSQL => sub { restart_postgres() },
    disk       => sub { room(6 * $MIB); sleep 1; room('unlimited') },
);

subtest 'all at once, with one thing after another' => sub {
    my @films = map { film(10 * $MIB + int rand 4 * $MIB) } 1 .. amount(3, 6);
    my @ids   = map { begun($_) } @films;
    my @hands = map {
        my ($id, $film) = ($ids[$_], $films[$_]);
        aside(sub {
            for (1 .. 200) {
                my $from = eval { place_of($id) };
                next unless defined $from;
                return if $from == length $film;
                eval { send_and($id, $film, $from, length $film) };
            }
            die "not whole after two hundred tries\n";
        });
    } 0 .. $#ids;
    for my $blow (shuffled(map { (('child') x 2, qw(httpd PostgreSQL disk)) } 1 .. amount(1, 6))) {
        note $blow;
        $blows{$blow}->();
        sleep rand 1;
    }
    is(finish(@hands), 0, 'all of them arrive');
    wait_ready();
    is_whole($ids[$_], $films[$_]) for 0 .. $#ids;
};

subtest 'each is looked at once, and nothing is left over' => sub {
    kill_children();
    release_leases();
    everything_settles();
    is(sql(q{SELECT count(*) FROM queue_job WHERE state = 'dead'}), 0, 'no job was given up');
    is(sql(q{SELECT count(*) FROM file WHERE state NOT IN ('ready', 'refused')}), 0, 'each film is ready or refused');
    is(sql(q{SELECT count(*) FROM file f WHERE 1 <> (SELECT count(*) FROM queue_job WHERE kind = 'file.check' AND payload ->> 'file_id' = f.id::text)}),
        0, 'it was checked once');
    is(sql('SELECT count(*) FROM upload WHERE leased_until > now()'), 0, 'nobody holds an upload');
    my %stored = stored();
    delete @stored{ keys %before };
    my %kept   = map { split /[|]/ } split /\n/, sql(q{SELECT store_key, size_bytes FROM file WHERE state = 'ready'});
    my %made   = map { split /[|]/ } split /\n/, sql('SELECT store_key, size_bytes FROM file_rendition');
    is_deeply(\%stored, { %kept, %made }, 'the store has what the database knows, and no more');
    my $used = 0;
    $used += $_ for values %kept;
    is(api($tester, 'getStorage')->{data}{used_bytes}, $used, 'and the quota is of these');
};

done_testing();
