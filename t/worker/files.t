# SPDX-License-Identifier: Apache-2.0
# What becomes of files that are honest: pictures are made anew without what their cameras
# wrote into them, recordings play and seek everywhere, documents stay as they are.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use Digest::SHA qw(sha256_hex);
use PeerTest;
use PeerTest::Files;
use PeerTest::Media;
use Test::More;

my $owner = as_tester();

sub rendition { my ($file, $name) = @_; return api($owner, 'getFile', { file_id => $file->{id}, rendition => $name }) }

sub is_file {
    my ($file, $wanted, $name) = @_;
    local $Test::Builder::Level = $Test::Builder::Level + 1;
    return is_deeply({ map { $_ => $file->{$_} } keys %$wanted }, $wanted, $name);
}

sub is_near {
    my ($got, $wanted, $name) = @_;
    local $Test::Builder::Level = $Test::Builder::Level + 1;
    return ok(!(grep { abs($got->[$_] - $wanted->[$_]) > 40 } 0 .. $#$wanted), $name) || diag("got (@$got), wanted (@$wanted)");
}

subtest 'a picture is made anew, with a thumbnail' => sub {
    my $came = png(1200, 600);
    my $file = checked($owner, $came, name => 'Screen.png');
    is_file($file, { state => 'ready', kind => 'picture', media_type => 'image/png', width => 1200, height => 600, duration_ms => undef, progress => undef, name => 'Screen.png' }, 'it is ready');
    is($file->{sha256}, sha256_hex($file->{bytes}), 'with the hash of what is served');
    is($file->{size_bytes}, length $file->{bytes}, 'and its size');
    is(sql("SELECT encode(uploaded_sha256, 'hex') FROM file WHERE id = :'id'", id => $file->{id}), sha256_hex($came), 'what came in is told apart');
    is_near(pixel($file->{bytes}, 600, 300), [ 200, 40, 20 ], 'the same colour');
    my $small = rendition($file, 'thumbnail');
    is($small->{headers}{'content-type'}, 'image/jpeg', 'the thumbnail is a JPEG');
    is(probe($small->{content}, 'stream=width,height'), "480\n240", 'and small');
    is_file($file, { poster_url => undef }, 'pictures have no poster');
};

subtest 'the original is removed' => sub {
    my $key = random_text(32);
    my $id  = to_check($owner, png(40, 30), store_key => $key);
    until_checked($owner, $id);
    run_jobs();
    ok(!-e stored_path($key), 'its bytes are gone');
    isnt(sql("SELECT store_key FROM file WHERE id = :'id'", id => $id), $key, 'others are served');
};

subtest 'a small picture is not blown up' => sub {
    my $file = checked($owner, png(20, 10));
    is(probe(rendition($file, 'thumbnail')->{content}, 'stream=width,height'), "20\n10", 'its thumbnail is as small');
};

subtest 'a photograph loses everything but its picture, and stands upright' => sub {
    my $came = with_comment(with_exif(jpeg(160, 80), 6, 'Erika Mustermann'), '<?php system($_GET["c"]); ?>');
    like($came, qr/Erika Mustermann/, 'the sample has a name in it');
    is(probe($came, 'stream=width,height'), "160\n80", 'lies on its side');
    my $file = checked($owner, $came, name => 'Photo.jpg');
    is_file($file, { state => 'ready', media_type => 'image/jpeg', width => 80, height => 160 }, 'it was turned');
    is_near(pixel($file->{bytes}, 70, 80), [ 255, 0, 0 ], 'by a quarter to the right: its top is on the right');
    is_near(pixel($file->{bytes}, 10, 80), [ 0, 0, 255 ], 'its bottom on the left');
    unlike($file->{bytes}, qr/\Q$_\E/, "nothing is left of: $_") for 'Exif', 'Erika', '<?php';
    unlike($file->{bytes}, qr/MM\0\*/, 'nor of the head of what a camera writes');
    unlike(rendition($file, 'thumbnail')->{content}, qr/Exif|Erika|php/, 'nor in the thumbnail');
};

subtest 'pictures of every kind of colour' => sub {
    my $deep = checked($owner, png(30, 20, depth => 16));
    is(probe($deep->{bytes}, 'stream=pix_fmt'), 'rgb24', 'sixteen bits become eight');
    is_near(pixel($deep->{bytes}, 5, 5), [ 200, 40, 20 ], 'of the same colour');
    my $print = checked($owner, cmyk_jpeg());
    is_file($print, { state => 'ready', media_type => 'image/jpeg', width => 8, height => 8 }, 'four inks');
    is(probe($print->{bytes}, 'stream=pix_fmt') =~ /^yuvj/ ? 'three colours' : 'others', 'three colours', 'become three colours');
    my ($red, $green) = @{ pixel($print->{bytes}, 4, 4) };
    ok($red > 180 && $green < 90, "red stays red ($red, $green)");
};

subtest 'a webp stays one' => sub {
    is_file(checked($owner, film('.webp', qw(-f lavfi -i testsrc=size=100x60 -frames:v 1 -c:v libwebp))),
        { state => 'ready', media_type => 'image/webp', width => 100, height => 60 }, 'with loss');
    my $exact = checked($owner, film('.webp', qw(-f lavfi -i testsrc=size=100x60 -frames:v 1 -c:v libwebp -lossless 1)));
    like($exact->{bytes}, qr/^RIFF....WEBP.*?VP8L/s, 'and without');
};

subtest 'an animation stays one' => sub {
    my $file = checked($owner, film('.gif', qw(-f lavfi -i testsrc=size=64x48:rate=5 -t 2)));
    is_file($file, { state => 'ready', media_type => 'image/gif', width => 64, height => 48 }, 'of the size of a frame');
    is(() = $file->{bytes} =~ /\x21\xf9\x04/g, 10, 'all its frames are there');
    like($file->{bytes}, qr/NETSCAPE2\.0/, 'and it runs again and again');
    is(probe(rendition($file, 'thumbnail')->{content}, 'stream=width,height'), "64\n48", 'its thumbnail is the first frame');
};

subtest 'a recording of the browser gets a duration and places to seek to' => sub {
    my $came = live_webm();
    unlike($came, qr/\x1c\x53\xbb\x6b/, 'the sample has none (Cues)');
    is(probe($came, 'format=duration'), 'N/A', 'nor a duration');
    my $file = checked($owner, $came, name => 'Recording.webm');
    is_file($file, { state => 'ready', kind => 'video', media_type => 'video/webm', width => 160, height => 120, name => 'Recording.webm' }, 'it is ready');
    ok($file->{duration_ms} > 1900 && $file->{duration_ms} < 2200, "$file->{duration_ms} ms");
    like($file->{bytes}, qr/\x1c\x53\xbb\x6b/, 'what is served can be sought in');
    is(probe($file->{bytes}, 'stream=codec_name'), "vp8\nopus", 'and was not encoded again');
    my $poster = rendition($file, 'poster');
    is($poster->{headers}{'content-type'}, 'image/webp', 'it has a poster');
    is(probe($poster->{content}, 'stream=width,height'), "160\n120", 'of its size');
};

subtest 'a video of a phone does not say where it was made' => sub {
    my $came = mp4(more => [ '-metadata', 'location=+52.5200+013.4050/', '-metadata', 'artist=Erika Mustermann',
        '-metadata:s:v', 'handler_name=Erikas Telefon', '-movflags', '+use_metadata_tags' ]);
    like($came, qr/\+52\.5200.*Erika/s, 'the sample does');
    my $file = checked($owner, $came, name => 'clip.mp4');
    is_file($file, { state => 'ready', kind => 'video', media_type => 'video/mp4' }, 'it is ready');
    unlike($file->{bytes}, qr/\+52\.5|Erika/, 'nothing of it is left');
    is(probe($file->{bytes}, 'stream=codec_name'), "h264\naac", 'not encoded again');
    ok(index($file->{bytes}, 'moov') < index($file->{bytes}, 'mdat'), 'and it plays before all of it is there');
};

subtest 'what browsers do not play is encoded anew' => sub {
    my $file = checked($owner, film('.mov', qw(-f lavfi -i testsrc=size=161x121:rate=10 -t 2 -c:v mpeg4 -f mov)), name => 'old.mov');
    is_file($file, { state => 'ready', kind => 'video', media_type => 'video/mp4', name => 'old.mp4', width => 160, height => 120 }, 'it is mp4 now, and called so');
    is(probe($file->{bytes}, 'stream=codec_name,pix_fmt'), "h264\nyuv420p", 'of a kind that all play');
    my $mixed = checked($owner, film('.mp4', qw(-f lavfi -i testsrc=size=160x120:rate=10 -f lavfi -i sine -t 2 -c:v libx264 -pix_fmt yuv420p -c:a libmp3lame)));
    is(probe($mixed->{bytes}, 'stream=codec_name'), "h264\naac", 'or only its sound');
};

subtest 'sound' => sub {
    for my $case (
        [ '.webm', ['libopus'],             'audio/webm', 'opus' ],
        [ '.ogg',  ['libopus'],             'audio/webm', 'opus' ],
        [ '.mp3',  ['libmp3lame'],          'audio/mpeg', 'mp3' ],
        [ '.wav',  ['pcm_s16le'],           'audio/wav',  'pcm_s16le' ],
        [ '.m4a',  ['aac'],                 'audio/mp4',  'aac' ],
        [ '.wav',  ['pcm_s24le'],           'audio/mp4',  'aac' ],
    ) {
        my ($ending, $codec, $type, $becomes) = @$case;
        my $file = checked($owner, film($ending, qw(-f lavfi -i sine=frequency=440 -t 1 -c:a), @$codec), name => "Voice$ending");
        is_file($file, { state => 'ready', kind => 'audio', media_type => $type, width => undef, poster_url => undef }, "$ending with $codec->[0]");
        is(probe($file->{bytes}, 'stream=codec_name'), $becomes, "becomes $becomes");
        ok($file->{duration_ms} > 950 && $file->{duration_ms} < 1150, "$file->{duration_ms} ms");
    }
};

subtest 'a cover in a piece of music is no video' => sub {
    my $cover = File::Temp->new(SUFFIX => '.png');
    print {$cover} png(20, 20);
    $cover->flush;
    my $file = checked($owner, film('.mp3', qw(-f lavfi -i sine -i), "$cover", qw(-map 0 -map 1 -t 1 -c:v png -disposition:v attached_pic)));
    is_file($file, { state => 'ready', kind => 'audio', media_type => 'audio/mpeg' }, 'it is sound');
    unlike($file->{bytes}, qr/PNG/, 'and the cover is gone');
};

subtest 'documents stay as they came' => sub {
    for my $case (
        [ "12:00 GET /cart 500\n",          'console.log',  'text/plain',       'console.log' ],
        [ '{"log": {"entries": []}}',       'trace.har',    'application/json', 'trace.har' ],
        [ "a,b\n1,2\n3,4\n",                'rows.csv',     'text/plain',       'rows.csv' ],
        [ "-----BEGIN PGP MESSAGE-----\n\nhQ\n-----END PGP MESSAGE-----\n", 'secret.asc', 'text/plain', 'secret.asc' ],
        [ "\xff\xfeh\0e\0l\0l\0o\0\n\0",    'windows.txt',  'text/plain',       'windows.txt' ],
        [ "#!/bin/sh\necho hello\n",        'repro.sh',     'text/plain',       'repro.sh.txt' ],
        [ "just text\n",                    'page.html',    'text/plain',       'page.html.txt' ],
        [ pdf(),                            'Report.pdf',   'application/pdf',  'Report.pdf' ],
    ) {
        my ($bytes, $name, $type, $called) = @$case;
        my $file = checked($owner, $bytes, name => $name);
        is_file($file, { state => 'ready', kind => 'document', media_type => $type, name => $called, thumbnail_url => undef }, $name);
        is($file->{bytes}, $bytes, 'byte by byte');
        is($file->{sha256}, sha256_hex($bytes), 'with its hash');
    }
};

subtest 'a file that was deleted in the meantime comes to nothing' => sub {
    my $id = to_check($owner, png(10, 10), state => 'deleted', deleted_at => 'now');
    run_jobs();
    is(job_of($id, 'state'), 'done', 'the job ends');
    is(file_state($id), 'deleted', 'and changes nothing');
};

subtest 'a job that is done twice' => sub {
    my $file = checked($owner, png(10, 10));
    sql(q{INSERT INTO queue_job (kind, payload) VALUES ('file.check', jsonb_build_object('file_id', :'id'))}, id => $file->{id});
    run_jobs();
    is_deeply(api($owner, 'getFileInfo', { file_id => $file->{id} })->{data}, { %$file{ grep { $_ ne 'bytes' } keys %$file } }, 'does nothing the second time');
};

subtest 'other work does not wait behind recordings' => sub {
    my $slow  = film('.mov', qw(-f lavfi -i testsrc=size=1280x720:rate=25 -t 6 -c:v mpeg4 -f mov));
    my @files = map { to_check($owner, $slow, name => "Long$_.mov") } 1 .. 3;
    my $other = sql("INSERT INTO queue_job (kind) VALUES ('cleanup.daily') RETURNING id");
    my ($progress, $seen) = (0, 0);
    my $until = time + 120;
    while (file_state($files[-1]) eq 'checking' && time < $until) {
        $progress = sql("SELECT max(progress) FROM file WHERE state = 'checking' AND id = ANY (:'ids')", ids => '{' . join(',', @files) . '}') || 0;
        $seen = $progress if $progress > $seen;
        select undef, undef, undef, 0.1;
    }
    ok($seen > 0 && $seen < 100, "and their progress is shown (up to $seen per cent was seen)");
    is_file(until_checked($owner, $_), { state => 'ready', progress => undef }, 'each is ready in the end') for @files;
    is(sql("SELECT finished_at < (SELECT max(ready_at) FROM file WHERE id = ANY (:'ids')) FROM queue_job WHERE id = :'id'",
        id => $other, ids => '{' . join(',', @files) . '}'), 't', 'and other work was done before');
};

done_testing;
