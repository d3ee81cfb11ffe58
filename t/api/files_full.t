# SPDX-License-Identifier: Apache-2.0
# A folder without room: an upload is told so, loses nothing, and goes on once there is room again. The limit of
# a process on the size of a file is as real as a full disk, and needs no rights.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest::Httpd;
use PeerTest::OwnSite;
use Digest::SHA qw(sha256_hex);
use PeerTest;
use PeerTest::Files;
use Test::More;

my $MIB    = 1024 * 1024;
my $tester = as_tester();
my $bytes  = join '', map { "line $_ of a log\n" } 1 .. 150_000;

sub tus {
    my ($method, $path, $headers, $body) = @_;
    return request($method, $path, { Authorization => "Bearer $tester->{token}", 'Tus-Resumable' => '1.0.0', %$headers }, $body);
}

sub append {
    my ($id, $from, $size) = @_;
    return tus('PATCH', "/uploads/$id", { 'Content-Type' => 'application/offset+octet-stream', 'Upload-Offset' => $from }, substr $bytes, $from, $size // length $bytes);
}

sub room { my ($limit) = @_; system('prlimit', '--pid', $_, "--fsize=$limit:unlimited") == 0 or die "prlimit failed\n" for httpd_children(); return }

my ($id) = tus('POST', '/uploads', { 'Upload-Length' => length $bytes })->{headers}{location} =~ m{([^/]+)$};

is(append($id, 0, $MIB)->{status}, 204, 'a beginning');
room(2 * $MIB - 1000);
my $refused = append($id, $MIB);
is_problem($refused, 'storage-full', 'then there is no room');
is($refused->{status}, 507, 'by its status');
my $offset = tus('HEAD', "/uploads/$id", {})->{headers}{'upload-offset'};
cmp_ok($offset, '>', $MIB, 'what went in');
cmp_ok($offset, '<=', 2 * $MIB - 1000, 'stays, and no more is said to be there');
is_problem(append($id, $offset), 'storage-full', 'as long as there is none');

# The network cuts a body where it likes: what was one piece too long may come in two, and the first may fit.
my $kept = tus('HEAD', "/uploads/$id", {})->{headers}{'upload-offset'};
cmp_ok($kept, '>=', $offset, 'nothing is lost');
cmp_ok($kept, '<=', 2 * $MIB - 1000, 'and still no more is said to be there');

room('unlimited');
is(append($id, $kept)->{status}, 204, 'then it goes on');
run_jobs();
my $file = is_ok(api($tester, 'getFileInfo', { file_id => $id }));
is($file->{refused_code}, undef, 'it is taken');
is($file->{sha256}, sha256_hex($bytes), 'as it was, byte by byte');
ok(api($tester, 'getFile', { file_id => $id })->{content} eq $bytes, 'and so it is read');

done_testing();
