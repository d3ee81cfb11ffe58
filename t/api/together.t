# SPDX-License-Identifier: Apache-2.0
# together.t - requests of many clients share connections: short reads travel in one
# pipeline, and a worker waits for the next request of the client it has just answered.
# Each must still get its own answer, in its own order.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use IO::Socket::INET ();
use MIME::Base64 qw(encode_base64);
use PeerTest;
use PeerTest::Make;
use Test::More;

my $builder = as_builder();
my $project = make_project($builder)->{id};
my @jobs    = map { make_job($builder, project_id => $project) } 1 .. 6;

subtest 'each read gets its own answer' => sub {
    my @wanted = map { $jobs[ $_ % @jobs ]{id} } 1 .. 48;
    my @answers = at_once(map { [ undef, 'getJob', { job_id => $_ } ] } @wanted);
    is_deeply([ map { $_->{data}{id} } @answers ], \@wanted, '48 at a time');
};

subtest 'one that fails spoils no other' => sub {
    my $nowhere = '00000000-0000-7000-8000-000000000000';
    my @wanted  = map { $_ % 3 ? $jobs[ $_ % @jobs ]{id} : $nowhere } 1 .. 30;
    my @answers = at_once(map { [ undef, 'getJob', { job_id => $_ } ] } @wanted);
    is_deeply([ map { $_->{status} == 200 ? $_->{data}{id} : $nowhere } @answers ], \@wanted, 'among 30');
    is(scalar(grep { $_->{status} == 404 } @answers), 10, 'and says what it is');
};

subtest 'a read that the database refuses spoils no other' => sub {
    # An instant that no cursor of ours has: the statement fails in the database.
    my $cursor  = encode_base64('9223372036854775806|00000000-0000-7000-8000-000000000000', '') =~ tr{+/=}{-_}dr;
    my @answers = at_once(map { $_ % 2 ? [ undef, 'getJob', { job_id => $jobs[0]{id} } ] : [ undef, 'listJobs', { cursor => $cursor } ] } 1 .. 20);
    is_deeply([ map { $answers[$_]{data}{id} } grep { $_ % 2 == 0 } 0 .. $#answers ], [ ($jobs[0]{id}) x 10 ], 'the others are right');
    is_deeply([ map { $answers[$_]{status} } grep { $_ % 2 } 0 .. $#answers ], [ (422) x 10 ], 'and it says what is wrong');
};

# Everything that comes on a socket until so many answers are complete.
sub read_answers {
    my ($socket, $count) = @_;
    my $all = '';
    while (complete_in($all) < $count) {
        last unless sysread $socket, $all, 65_536, length $all;
    }
    return $all;
}

# How many whole answers these bytes are.
sub complete_in {
    my ($bytes) = @_;
    my $count = 0;
    while ($bytes =~ /\G(HTTP.*?\r\n\r\n)/gcs) {
        my ($length) = $1 =~ /^Content-Length: (\d+)\r$/mi or die "an answer without its length\n";
        last if length($bytes) < pos($bytes) + $length;
        pos($bytes) += $length;
        $count++;
    }
    return $count;
}

sub connect_to_server {
    my ($host, $port) = api_url() =~ m{//([^:/]+):(\d+)};
    return IO::Socket::INET->new(PeerHost => $host, PeerPort => $port, Timeout => 5) // die "no connection: $!\n";
}

sub get_job { return "GET /api/v1/jobs/$_[0]{id} HTTP/1.1\r\nHost: localhost\r\n\r\n" }

subtest 'requests that come in one piece are answered in their order' => sub {
    my $socket = connect_to_server();
    print $socket map { get_job($_) } @jobs;
    my $all = read_answers($socket, scalar @jobs);
    my @ids = $all =~ /\r\n\r\n\{"id" : "([^"]+)"/g;
    is_deeply(\@ids, [ map { $_->{id} } @jobs ], 'pipelined');
};

subtest 'a client that pauses is still a client' => sub {
    my $socket = connect_to_server();
    for my $pause (0, 0.005, 0.1, 0.5) {
        select undef, undef, undef, $pause;
        print $socket get_job($jobs[1]);
        like(read_answers($socket, 1), qr{^HTTP/1\.1 200 .*"\Q$jobs[1]{id}\E"}s, "after $pause s");
    }
};

subtest 'idle clients keep nobody out' => sub {
    my @idle = map { connect_to_server() } 1 .. 100;
    for my $socket (@idle) { print $socket get_job($jobs[2]) }
    read_answers($_, 1) for @idle;
    is(api(undef, 'getJob', { job_id => $jobs[3]{id} })->{status}, 200, 'while 100 of them are connected');
};

done_testing;
