# SPDX-License-Identifier: Apache-2.0
package PeerTest::Files;
# Files as testers and builders have them: real ones, which went in by an upload and were
# looked at, and rows alone, for tests to which the bytes do not matter.
use strict;
use warnings FATAL => 'all';
use Compress::Zlib qw(compress crc32);
use Digest::SHA qw(sha256_hex);
use Exporter 'import';
use File::Basename qw(dirname);
use File::Path qw(make_path);
use File::Temp ();
use MIME::Base64 qw(encode_base64);
use PeerTest;

our @EXPORT = qw(make_file make_row make_stored stored_path store_bytes bytes_of picture_bytes upload file_state);

my $WAIT = 120;    # seconds for a file to be looked at

my %names = (picture => 'Screen.png', video => 'Recording.webm', audio => 'Voice.ogg', document => 'Console.log');

# A file that is ready, uploaded by an actor. Options: name. Returns the File.
#   make_file($tester, 'picture')          a small sample of that kind
#   make_file($tester, $bytes, name => 'Report.pdf')
sub make_file {
    my ($actor, $what, %options) = @_;
    my $bytes = $names{$what} ? bytes_of($what) : $what;
    my $id    = upload($actor, $bytes, name => $options{name} // $names{$what} // 'File.bin');
    my $until = time + $WAIT;
    while (time < $until) {
        my $file = api($actor, 'getFileInfo', { file_id => $id })->{data};
        return $file if $file->{state} eq 'ready';
        die "the file was refused: $file->{refused_code}\n" if $file->{state} eq 'refused';
        select undef, undef, undef, 0.05;
    }
    die "the file is not ready after $WAIT seconds\n";
}

# Sends bytes in one request; the file is being checked then. Options: name. Returns its id.
sub upload {
    my ($actor, $bytes, %options) = @_;
    my $made = request('POST', '/uploads', {
        Authorization     => "Bearer $actor->{token}",
        'Content-Type'    => 'application/offset+octet-stream',
        'Tus-Resumable'   => '1.0.0',
        'Upload-Length'   => length $bytes,
        'Upload-Metadata' => 'filename ' . encode_base64($options{name} // 'File.bin', ''),
    }, $bytes);
    my ($id) = ($made->{headers}{location} // '') =~ m{/uploads/([0-9a-f-]{36})$}
        or die "createUpload: $made->{status} $made->{content}\n";
    return $id;
}

# The row of a file that is ready, without bytes. Options: columns. Returns its id.
sub make_row {
    my ($actor, $kind, %options) = @_;
    my %types   = (picture => 'image/png', video => 'video/webm', audio => 'audio/ogg', document => 'text/plain');
    my %columns = (
        owner_id => $actor->{id}, name => $names{$kind}, kind => $kind, media_type => $types{$kind}, state => 'ready',
        store_key => random_text(32), size_bytes => 1000, sha256 => '\x' . unpack('H*', random_text(32)),
        uploaded_at => 'now', ready_at => 'now', %options,
    );
    my @names = grep { defined $columns{$_} } sort keys %columns;
    return sql(sprintf('INSERT INTO file (%s) VALUES (%s) RETURNING id', join(', ', @names), join ', ', map { ":'$_'" } @names),
        map { $_ => $columns{$_} } @names);
}

# A file that is ready, with its bytes, put into the site's folder behind the server's back. Options:
# columns. Returns its id.
sub make_stored {
    my ($actor, $kind, $bytes, %options) = @_;
    my $key = $options{store_key} // random_text(32);
    store_bytes($key, $bytes);
    return make_row($actor, $kind, store_key => $key, size_bytes => length $bytes, sha256 => '\x' . sha256_hex($bytes), %options);
}

# Where an object of this key is in the folder of the site.
sub stored_path {
    my ($key) = @_;
    my $folder = $ENV{PEERTEST_FILES} // "$ENV{PEERTEST_WORLD}/files";
    return join '/', $folder, (unpack '(A2)2', sha256_hex($key)), $key =~ tr{/}{.}r;
}

sub store_bytes {
    my ($key, $bytes) = @_;
    my $path = stored_path($key);
    make_path(dirname($path));
    open my $fh, '>:raw', $path or die "$path: $!\n";
    print {$fh} $bytes;
    close $fh or die "$path: $!\n";
    chmod 0444, $path;
    return;
}

# The state of a file, as it is stored.
sub file_state {
    my ($id) = @_;
    return sql("SELECT state FROM file WHERE id = :'id'", id => $id);
}

# A small file of a kind. Those that move or sound are made by ffmpeg, once.
my %made;

sub bytes_of {
    my ($kind) = @_;
    return picture_bytes(64, 48) if $kind eq 'picture';
    return "12:00:01 GET /cart 200\n12:00:02 POST /cart 500 Internal Server Error\n" if $kind eq 'document';
    return $made{$kind} //= $kind eq 'video'
        ? filmed('.webm', qw(-f lavfi -i testsrc=size=160x120:rate=10 -f lavfi -i sine=frequency=440),
                 qw(-t 2 -c:v libvpx -b:v 100k -c:a libopus))
        : filmed('.ogg', qw(-f lavfi -i sine=frequency=440 -t 1 -c:a libopus));
}

sub filmed {
    my ($ending, @arguments) = @_;
    my $file = File::Temp->new(SUFFIX => $ending);
    system('ffmpeg', qw(-nostdin -loglevel error -y), @arguments, "$file") == 0 or die "ffmpeg failed\n";
    open my $fh, '<:raw', "$file" or die "$file: $!";
    local $/;
    return scalar <$fh>;
}

# A PNG picture of so many pixels, each time in another colour.
sub picture_bytes {
    my ($width, $height) = @_;
    my @colour = map { int rand 256 } 1 .. 3;
    my $line   = pack('C', 0) . pack('C3', @colour) x $width;
    my $chunk  = sub { my ($type, $data) = @_; return pack('N', length $data) . $type . $data . pack('N', crc32($type . $data)) };
    return "\x89PNG\r\n\x1a\n"
        . $chunk->('IHDR', pack 'NNC5', $width, $height, 8, 2, 0, 0, 0)
        . $chunk->('IDAT', compress($line x $height))
        . $chunk->('IEND', '');
}

1;
