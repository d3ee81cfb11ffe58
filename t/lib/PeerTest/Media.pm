# SPDX-License-Identifier: Apache-2.0
package PeerTest::Media;
# Pictures and recordings byte by byte: honest ones with everything that a camera writes into
# them, and those that somebody made to do harm. And files that are to be checked, put where an
# upload leaves them.
use strict;
use warnings FATAL => 'all';
use Compress::Zlib qw(compress crc32);
use Digest::SHA ();
use Exporter 'import';
use File::Temp ();
use PeerTest;
use PeerTest::Files;

our @EXPORT = qw(
    to_check checked job_of until_checked
    png jpeg cmyk_jpeg gif webm live_webm mp4 film probe pixel
    with_chunk with_exif with_comment with_reference zip_bytes gzip_bytes pdf
);

my $WAIT = 120;    # seconds

# --- Files to be checked --------------------------------------------------------------

# A file as an upload leaves it, and its job. Options: columns. Returns its id.
sub to_check {
    my ($actor, $bytes, %options) = @_;
    my $id = make_stored($actor, 'picture', $bytes,
        state => 'checking', kind => undef, media_type => undef, sha256 => undef, ready_at => undef,
        uploaded_sha256 => '\x' . Digest::SHA::sha256_hex($bytes), %options);
    sql(q{INSERT INTO queue_job (kind, payload) VALUES ('file.check', jsonb_build_object('file_id', :'id'))}, id => $id);
    return $id;
}

# The newest job about a file: one column of it.
sub job_of {
    my ($id, $column) = @_;
    return sql("SELECT $column FROM queue_job WHERE payload ->> 'file_id' = :'id' ORDER BY id DESC LIMIT 1", id => $id);
}

# Waits until a file is ready or refused. Returns the File.
sub until_checked {
    my ($actor, $id) = @_;
    my $until = time + $WAIT;
    while (time < $until) {
        my $file = api($actor, 'getFileInfo', { file_id => $id })->{data};
        return $file if $file->{state} ne 'checking';
        die 'the job is dead: ' . job_of($id, 'last_error') . "\n" if job_of($id, 'state') eq 'dead';
        select undef, undef, undef, 0.05;
    }
    die 'not checked in time: ' . job_of($id, "state || ' ' || coalesce(last_error, '')") . "\n";
}

# Checks bytes. Returns the File; { bytes } is what is served of it.
sub checked {
    my ($actor, $bytes, %options) = @_;
    my $file = until_checked($actor, to_check($actor, $bytes, %options));
    $file->{bytes} = api($actor, 'getFile', { file_id => $file->{id} })->{content} if $file->{state} eq 'ready';
    return $file;
}

# --- Pictures -------------------------------------------------------------------------

# A PNG of one colour. Options: depth (8 or 16), and lines for a picture that is cut off.
sub png {
    my ($width, $height, %options) = @_;
    my $depth = $options{depth} // 8;
    my $dot   = pack $depth == 16 ? 'n3' : 'C3', map { $depth == 16 ? $_ * 257 : $_ } 200, 40, 20;
    my $line  = "\0" . $dot x $width;
    return "\x89PNG\r\n\x1a\n" . chunk('IHDR', pack 'NNC5', $width, $height, $depth, 2, 0, 0, 0)
        . chunk('IDAT', compress($line x ($options{lines} // $height))) . chunk('IEND', '');
}

sub chunk { my ($type, $data) = @_; return pack('N', length $data) . $type . $data . pack 'N', crc32($type . $data) }

# The same PNG with another chunk behind its header.
sub with_chunk {
    my ($png, $type, $data) = @_;
    return substr($png, 0, 33) . chunk($type, $data) . substr $png, 33;
}

# A JPEG of so many pixels, upper half red and lower half blue.
sub jpeg {
    my ($width, $height) = @_;
    return film('.jpg', '-f', 'lavfi', '-i', "color=red:size=${width}x${height}",
        '-vf', 'drawbox=y=ih/2:h=ih/2:color=blue:t=fill', '-frames:v', 1, '-q:v', 2);
}

# The same JPEG with a segment behind its first marker.
sub with_segment {
    my ($jpeg, $marker, $data) = @_;
    return substr($jpeg, 0, 2) . pack('n n', $marker, 2 + length $data) . $data . substr $jpeg, 2;
}

sub with_comment { my ($jpeg, $text) = @_; return with_segment($jpeg, 0xfffe, $text) }

# EXIF as a phone writes it: which way up, whose it is, and where it was taken (TIFF 6.0, section
# 2; Exif 2.3, 4.6.6: latitude 52 deg 31' 12").
sub with_exif {
    my ($jpeg, $orientation, $artist) = @_;
    my $text = "$artist\0";
    my $at   = 8 + 2 + 3 * 12 + 4;    # behind the first directory
    my $gps  = $at + length $text;
    my $tiff = 'MM' . pack('n N', 42, 8) . pack('n', 3)
        . pack('n n N n n', 0x0112, 3, 1, $orientation, 0)
        . pack('n n N N', 0x013b, 2, length $text, $at)
        . pack('n n N N', 0x8825, 4, 1, $gps) . pack('N', 0) . $text
        . pack('n', 2) . pack('n n N a4', 1, 2, 2, "N\0\0\0")
        . pack('n n N N', 2, 5, 3, $gps + 2 + 2 * 12 + 4) . pack('N', 0)
        . pack('N6', 52, 1, 31, 1, 12, 1);
    return with_segment($jpeg, 0xffe1, "Exif\0\0$tiff");
}

# A red JPEG of 8 x 8 dots in the four inks of print, inverted as Adobe writes them (ITU T.81,
# annex B; Adobe TN 5116). One code for each value that occurs.
sub cmyk_jpeg {
    my $segment = sub { my ($marker, $data) = @_; return pack('n n', $marker, 2 + length $data) . $data };
    my $none = '01111111' . '0';                  # DC 127, no AC: 255, no ink
    my $full = '10' . '01111111' . '0';           # DC -128: 0, all of it
    my $bits = $none . $full . $full . $none;     # C, M, Y, K
    $bits .= '1' x (-length($bits) % 8);
    return "\xff\xd8" . $segment->(0xffee, "Adobe\0\x64\0\0\0\0\0")
        . $segment->(0xffdb, "\0" . chr(8) x 64)
        . $segment->(0xffc0, pack('C n n C', 8, 8, 8, 4) . join '', map { pack 'C3', $_, 0x11, 0 } 1 .. 4)
        . $segment->(0xffc4, "\x00" . pack('C16', 1, 1, (0) x 14) . "\x07\x08")
        . $segment->(0xffc4, "\x10" . pack('C16', 1, (0) x 15) . "\x00")
        . $segment->(0xffda, pack('C', 4) . join('', map { pack 'C2', $_, 0 } 1 .. 4) . "\0\x3f\0")
        . pack('B*', $bits) . "\xff\xd9";
}

# A GIF of so many frames, each with one dot in it. Options: width and height of the whole,
# frame (1: each frame is as large), comment.
sub gif {
    my ($frames, %options) = @_;
    my $comment = $options{comment} ? "\x21\xfe" . chr(length $options{comment}) . $options{comment} . "\0" : '';
    my ($width, $height) = ($options{width} // 64, $options{height} // 48);
    my $frame = "\x21\xf9\x04\x00\x05\x00\x00\x00" . "\x2c"
        . pack('v4 C', 0, 0, $options{frame} ? ($width, $height) : (1, 1), 0) . "\x02\x02\x44\x01\x00";
    return 'GIF89a' . pack('v2 C3', $width, $height, 0x80, 0, 0)
        . "\0\0\0\xff\xff\xff" . ($frames > 1 ? "\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0" : '') . $comment . $frame x $frames . "\x3b";
}

# --- Recordings -----------------------------------------------------------------------

# Whatever ffmpeg makes of some arguments.
sub film {
    my ($ending, @arguments) = @_;
    my $file = File::Temp->new(SUFFIX => $ending);
    system('ffmpeg', qw(-nostdin -loglevel error -y), @arguments, "$file") == 0 or die "ffmpeg failed: @arguments\n";
    return slurp("$file");
}

sub slurp { my ($path) = @_; open my $in, '<:raw', $path or die "$path: $!\n"; local $/; return scalar <$in> }

my @moving = qw(-f lavfi -i testsrc=size=160x120:rate=10 -f lavfi -i sine=frequency=440);

# Options: seconds; more arguments for ffmpeg.
sub webm { my (%options) = @_; return film('.webm', @moving, '-t', $options{seconds} // 2, qw(-c:v libvpx -g 5 -b:v 100k -c:a libopus), @{ $options{more} || [] }) }
sub mp4 { my (%options) = @_; return film('.mp4', @moving, '-t', $options{seconds} // 2, qw(-c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac), @{ $options{more} || [] }) }

# As a browser's recorder writes it: without duration and without places to seek to.
sub live_webm { return webm(more => [qw(-f webm -live 1)]) }

# The same mp4 (its moov at the end) with a track that says its data is elsewhere (ISO 14496-12,
# 8.7.2).
sub with_reference {
    my ($mp4, $address) = @_;
    my $body  = pack('N', 0) . "$address\0";
    my $old   = pack('N', 12) . 'url ' . pack('N', 1);
    my $new   = pack('N', 8 + length $body) . 'url ' . $body;
    my $at    = index $mp4, $old;
    my $moov  = rindex($mp4, 'moov', $at) - 4;
    die "no reference to replace\n" if $at < 0 || $moov < 0;
    for my $box (qw(moov trak mdia minf dinf dref)) {
        my $head = rindex($mp4, $box, $at) - 4;
        substr($mp4, $head, 4) = pack 'N', unpack('N', substr $mp4, $head, 4) + length($new) - length $old;
    }
    substr($mp4, $at, length $old) = $new;
    return $mp4;
}

# What ffprobe says of bytes: one value.
sub probe {
    my ($bytes, $entry) = @_;
    my $file = File::Temp->new;
    binmode $file;
    print {$file} $bytes;
    $file->flush;
    open my $said, '-|', 'ffprobe', '-v', 'error', '-show_entries', $entry, '-of', 'default=noprint_wrappers=1:nokey=1', "$file" or die "ffprobe: $!\n";
    local $/;
    my $text = <$said> // '';
    return $text =~ s/\s+\z//r;
}

# The colour of one dot of a picture or a video's first frame: [ red, green, blue ].
sub pixel {
    my ($bytes, $x, $y) = @_;
    my $in = File::Temp->new;
    binmode $in;
    print {$in} $bytes;
    $in->flush;
    return [ unpack 'C3', film('.rgb', '-i', "$in", '-frames:v', 1, '-vf', "format=rgb24,crop=1:1:$x:$y", '-f', 'rawvideo') ];
}

# --- Other ----------------------------------------------------------------------------

# An archive with one file in it, stored (APPNOTE 4.3).
sub zip_bytes {
    my ($name, $data) = @_;
    my $entry = pack('v5 V3 v2', 20, 0, 0, 0, 0, crc32($data), length $data, length $data, length $name, 0);
    my $local = "PK\x03\x04$entry$name$data";
    my $central = "PK\x01\x02" . pack('v', 20) . $entry . pack('v3 V2', 0, 0, 0, 0, 0) . $name;
    return $local . $central . "PK\x05\x06" . pack 'v4 V2 v', 0, 0, 1, 1, length $central, length $local, 0;
}

sub gzip_bytes { my ($data) = @_; return Compress::Zlib::memGzip($data) }

# A page with nothing on it, and some text behind its end.
sub pdf {
    my ($more) = @_;
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        . "trailer<</Root 1 0 R>>\n%%EOF\n" . ($more // '');
}

1;
