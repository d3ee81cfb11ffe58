# SPDX-License-Identifier: Apache-2.0
# What becomes of files that were made to do harm: each is refused with a reason, or served
# without what was harmful in it.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use IO::Select ();
use IO::Socket::INET ();
use PeerTest;
use PeerTest::Files;
use PeerTest::Media;
use Test::More;

my $owner  = as_tester();
my $script = '<script>alert(document.domain)</script>';

sub is_refused {
    my ($bytes, $code, $name) = @_;
    local $Test::Builder::Level = $Test::Builder::Level + 1;
    my $file = checked($owner, $bytes, name => $name);
    is("$file->{state} " . ($file->{refused_code} // '-'), "refused $code", $name);
    is($file->{url}, undef, 'it cannot be read');
    return $file;
}

subtest 'what is not taken, whatever it is called' => sub {
    is_refused(@$_) for
        [ qq(<svg xmlns="http://www.w3.org/2000/svg">$script</svg>), 'type-not-allowed', 'drawing.png' ],
        [ qq(<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">$script</svg>), 'type-not-allowed', 'drawing.jpg' ],
        [ "<!DOCTYPE html><html>$script</html>", 'type-not-allowed', 'notes.txt' ],
        [ "<html>$script</html>\n" . pdf(), 'not-what-it-says', 'report.pdf' ],
        [ "\x7fELF\x02\x01\x01" . "\0" x 9 . pack('v2 V', 2, 62, 1) . "\0" x 200, 'type-not-allowed', 'screen.png' ],
        [ 'MZ' . "\x90\0\x03\0\0\0\x04\0\0\0\xff\xff" . "\0" x 46 . "\x80\0\0\0" . "\0" x 64 . "PE\0\0" . "\x64\x86" . "\0" x 200, 'type-not-allowed', 'console.log' ],
        [ film('.avi', qw(-f lavfi -i testsrc=size=64x48:rate=5 -t 1 -c:v mpeg4)), 'type-not-allowed', 'clip.mp4' ],
        [ zip_bytes('a.txt', 'hello'), 'archive', 'pictures.png' ],
        [ gzip_bytes("\0" x 10_000_000), 'archive', 'bomb.txt' ],
        [ '', 'empty', 'nothing.png' ];
};

subtest 'a document that is something else further on' => sub {
    is_refused("GET / 200\n" x 10000 . "\0\x01\x02" . 'MZ', 'not-what-it-says', 'console.log');
};

subtest 'a document with a page inside stays a document, to be saved' => sub {
    my $file = checked($owner, pdf("<html>$script</html>"), name => 'report.pdf');
    is($file->{media_type}, 'application/pdf', 'it is a PDF');
    my $answer = api($owner, 'getFile', { file_id => $file->{id} });
    like($answer->{headers}{'content-disposition'}, qr/^attachment/, 'and is saved, not shown');
};

subtest 'a picture that is also something else is a picture alone' => sub {
    my %both = (
        'an archive behind a PNG'  => png(20, 20) . zip_bytes('evil.js', 'alert(1)'),
        'a page in a PNG'          => with_chunk(png(20, 20), 'tEXt', "Comment\0$script"),
        'a program in a JPEG'      => with_comment(jpeg(40, 40), '<?php system("id"); ?>'),
        'a page behind a JPEG'     => jpeg(40, 40) . $script,
        'a page in its EXIF'       => with_exif(jpeg(40, 40), 1, $script),
        'a script that is a GIF'   => gif(1, width => unpack('v', '/*'), height => 16, comment => '*/=1;alert(document.domain)//'),
        'a page in a webp'         => film('.webp', qw(-f lavfi -i testsrc=size=64x48 -frames:v 1 -c:v libwebp)) . $script,
    );
    for my $name (sort keys %both) {
        my $file = checked($owner, $both{$name});
        is($file->{state}, 'ready', $name) or diag $file->{refused_code};
        unlike($file->{bytes}, qr/PK\x03\x04|alert|script|php|\*\//, 'leaves nothing but pixels');
    }
};

subtest 'a recording that is also something else is a recording alone' => sub {
    my $video = checked($owner, webm() . zip_bytes('evil.js', 'alert(1)') . $script);
    is($video->{state}, 'ready', 'a page behind a video');
    unlike($video->{bytes}, qr/PK\x03\x04|alert/, 'is gone');
    my $titled = checked($owner, webm(more => [ '-metadata', "title=$script" ]));
    unlike($titled->{bytes}, qr/alert/, 'so is one in its title');
};

subtest 'too many pixels are seen in the header, before any is decoded' => sub {
    is_refused(png(50_000, 50_000, lines => 1), 'too-many-pixels', 'huge.png');
    is_refused(gif(10_000, width => 640, height => 480, frame => 1), 'too-many-pixels', 'long.gif');
    is_refused(film('.mov', qw(-f lavfi -i color=size=8400x8400:rate=1 -frames:v 1 -c:v png)), 'too-many-pixels', 'wall.mov');
};

subtest 'an animation of ten thousand small frames' => sub {
    my $file = checked($owner, gif(10_000));
    is($file->{state}, 'ready', 'is one');
    cmp_ok(scalar(() = $file->{bytes} =~ /\x21\xf9\x04/g), '>=', 4096, 'as far as libvips follows it');
};

subtest 'what is damaged' => sub {
    my ($png, $jpeg) = (png(200, 200), jpeg(400, 400));
    is_refused(@$_) for
        [ png(200, 200, lines => 50), 'broken', 'half.png' ],
        [ substr($png, 0, length($png) - 30), 'broken', 'cut.png' ],
        [ substr($jpeg, 0, int(length($jpeg) / 2)), 'broken', 'cut.jpg' ],
        [ substr($png, 0, 33) . "\xff" x 500, 'broken', 'noise.png' ],
        [ 'GIF89a' . "\xff" x 500, 'broken', 'noise.gif' ],
        [ substr(mp4(), 0, 8000), 'broken', 'cut.mp4' ],
        [ substr(webm(), 0, 300), 'broken', 'head.webm' ];
};

subtest 'a recording that was cut off plays as far as it goes' => sub {
    my $whole = live_webm();
    my $file  = checked($owner, substr $whole, 0, int(length($whole) / 2));
    is($file->{state}, 'ready', 'it is ready') or diag $file->{refused_code};
    ok($file->{duration_ms} > 500 && $file->{duration_ms} < 1600, "$file->{duration_ms} ms of it");
};

subtest 'a video that names other places is not followed there' => sub {
    my $trap = IO::Socket::INET->new(LocalAddr => '127.0.0.1', Listen => 5) or die "no socket: $!";
    my $port = $trap->sockport;
    my $file = checked($owner, with_reference(mp4(), "http://127.0.0.1:$port/next.mp4"));
    like($file->{state}, qr/^(?:ready|refused)$/, "it is $file->{state}");
    unlike($file->{bytes} // '', qr/127\.0\.0\.1/, 'the address is gone');
    for my $list ("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://127.0.0.1:$port/a.ts\n#EXT-X-ENDLIST\n",
        "ffconcat version 1.0\nfile http://127.0.0.1:$port/a.mp4\n") {
        is(checked($owner, $list, name => 'clip.mp4')->{kind}, 'document', 'a list of addresses is text');
    }
    ok(!IO::Select->new($trap)->can_read(0.5), 'and nobody came by');
};

subtest 'the server is still there' => sub {
    is(request('GET', '/ready')->{status}, 200, 'and well');
    is(sql("SELECT count(*) FROM queue_job WHERE kind = 'file.check' AND state = 'dead'"), 0, 'no job has died of any of these');
};

done_testing;
