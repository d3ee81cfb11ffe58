# SPDX-License-Identifier: Apache-2.0
package PeerTest::Tus;
# What the tests of uploads share: the requests of tus 1.0.0, and links that can be cut or
# left hanging in the middle of a body.
use strict;
use warnings FATAL => 'all';
use Exporter 'import';
use IO::Select ();
use IO::Socket::INET ();
use MIME::Base64 qw(encode_base64);
use PeerTest;
use Test::More ();
use Time::HiRes qw(sleep time);

our @EXPORT = qw(
    begin_upload append upload_head offset_of is_offset file_column until_file
    link_open link_answer link_read link_cut log_text checksum
);

my $BYTES = 'application/offset+octet-stream';
my $WAIT  = 60;    # seconds for what the server does by itself

# Creates an upload. Options: length (undef: deferred), name, bytes, headers. Returns the
# answer; its data is the Upload.
sub begin_upload {
    my ($actor, %options) = @_;
    my %headers = (
        defined $options{length} ? ('Upload-Length' => $options{length}) : ('Upload-Defer-Length' => 1),
        defined $options{name} ? ('Upload-Metadata' => 'filename ' . encode_base64($options{name}, '')) : (),
        defined $options{bytes} ? ('Content-Type' => $BYTES) : (),
        %{ $options{headers} || {} },
    );
    return api($actor, 'createUpload', {}, $options{bytes}, headers => \%headers);
}

# Sends a piece. Returns the answer.
sub append {
    my ($actor, $id, $offset, $bytes, %headers) = @_;
    return api($actor, 'appendUpload', { upload_id => $id }, $bytes,
        headers => { 'Content-Type' => $BYTES, 'Upload-Offset' => $offset, %headers });
}

sub upload_head {
    my ($actor, $id, %headers) = @_;
    return request('HEAD', "/uploads/$id", { Authorization => "Bearer $actor->{token}", 'Tus-Resumable' => '1.0.0', %headers });
}

sub offset_of { my ($actor, $id) = @_; return upload_head($actor, $id)->{headers}{'upload-offset'} }

# A piece was taken, and the upload is so far now.
sub is_offset {
    my ($answer, $offset, $name) = @_;
    local $Test::Builder::Level = $Test::Builder::Level + 1;
    return Test::More::is("$answer->{status} " . ($answer->{headers}{'upload-offset'} // '-'), "204 $offset", $name)
        || Test::More::diag($answer->{content});
}

sub file_column { my ($id, $column) = @_; return sql("SELECT $column FROM file WHERE id = :'id'", id => $id) }

# Waits until something is true of a file.
sub until_file {
    my ($id, $condition) = @_;
    my $until = time + $WAIT;
    while (sql("SELECT ($condition)::text FROM file WHERE id = :'id'", id => $id) ne 'true') {
        die "never came true: $condition: " . sql("SELECT row_to_json(f) FROM file f WHERE id = :'id'", id => $id) . "\n" if time > $until;
        sleep 0.05;
    }
    return 1;
}

# So many bytes of a log, each line another one.
sub log_text {
    my ($bytes) = @_;
    my ($text, $line) = ('', 0);
    $text .= sprintf "%08d GET /cart 200 in %d ms\n", $line, ($line++ * 7919) % 997 while length $text < $bytes;
    return substr $text, 0, $bytes;
}

sub checksum { my ($name, $digest) = @_; return (('Upload-Checksum') => "$name " . encode_base64($digest, '')) }

# --- Links ---------------------------------------------------------------------------

# Begins a PATCH of so many bytes, of which only some are sent. Options: url, announced
# (bytes that are promised), headers. Returns the socket.
sub link_open {
    my ($actor, $id, $offset, $bytes, %options) = @_;
    my ($host) = ($options{url} // api_url()) =~ m{^http://([^/]+)};
    my $link = IO::Socket::INET->new(PeerAddr => $host =~ s/^localhost/127.0.0.1/r, Timeout => 10) or die "no link to $host: $!\n";
    my %headers = (
        Host            => $host,
        Authorization   => "Bearer $actor->{token}",
        'Tus-Resumable' => '1.0.0',
        'Content-Type'  => $BYTES,
        'Upload-Offset' => $offset,
        'Content-Length' => $options{announced} // 1_000_000_000,
        %{ $options{headers} || {} },
    );
    print {$link} "PATCH /api/v1/uploads/$id HTTP/1.1\r\n", (map { "$_: $headers{$_}\r\n" } sort keys %headers), "\r\n", $bytes;
    $link->flush;
    return $link;
}

# What the server answers on a link: { status, text }; nothing begun within so many seconds
# is status 0.
sub link_answer {
    my ($link, $seconds) = @_;
    my ($until, $text) = (time + ($seconds // $WAIT), '');
    my $select = IO::Select->new($link);
    while ($text !~ /\r\n\r\n/ && (length $text || time < $until)) {
        next unless $select->can_read(0.2);
        sysread $link, $text, 65536, length $text or last;
    }
    my ($status) = $text =~ m{^HTTP/1\.1 (\d+)};
    return { status => $status // 0, text => $text };
}

# Waits until the server has read all that was sent on a link. What it has not read yet is
# lost with a link that is cut.
sub link_read {
    my ($link) = @_;
    my $until = time + $WAIT;
    while (is_under_way($link)) {
        die "the server does not read\n" if time > $until;
        sleep 0.02;
    }
    return;
}

# Are there bytes in the kernel's queues, on our way out or before the server?
sub is_under_way {
    my ($link) = @_;
    my ($ours, $its) = map { sprintf '%04X', $_ } $link->sockport, $link->peerport;
    open my $tcp, '<', '/proc/net/tcp' or die "/proc/net/tcp: $!\n";
    for (<$tcp>) {
        my ($from, $to, $out, $in) = /^\s*\d+: \w+:(\w{4}) \w+:(\w{4}) \w+ (\w+):(\w+)/ or next;
        return 1 if $from eq $ours && $to eq $its && hex $out;
        return 1 if $from eq $its && $to eq $ours && hex $in;
    }
    return 0;
}

# Cuts a link as a lost network does: with a reset.
sub link_cut {
    my ($link) = @_;
    setsockopt $link, Socket::SOL_SOCKET(), Socket::SO_LINGER(), pack 'ii', 1, 0;
    close $link;
    return;
}

1;
