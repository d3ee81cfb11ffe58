# SPDX-License-Identifier: Apache-2.0
# The ends of a recording are cut off, for good.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Files;
use PeerTest::Make;
use PeerTest::Media;
use Test::More;

my $owner  = as_tester();
my $nobody = '01a00000-0000-7000-8000-000000000000';

# Five seconds, each of another colour and with another tone.
my @colours = qw(red green blue white black);
sub five_seconds {
    my @in = map { ('-f', 'lavfi', '-t', 1, '-i', "color=$colours[$_]:size=64x48:rate=10", '-f', 'lavfi', '-t', 1, '-i', 'sine=frequency=' . 200 * ($_ + 1)) } 0 .. 4;
    my $join = join('', map { '[' . 2 * $_ . ':v][' . (2 * $_ + 1) . ':a]' } 0 .. 4) . 'concat=n=5:v=1:a=1';
    return film('.webm', @in, '-filter_complex', $join, qw(-c:v libvpx -g 100 -b:v 100k -c:a libopus));
}

my $film = five_seconds();

sub recording { return checked($owner, $film, name => 'Recording.webm', @_) }

sub trim { my ($file, $start, $end) = @_; return api($owner, 'trimFile', { file_id => $file->{id} }, { start_ms => $start, end_ms => $end }) }

sub trimmed {
    my ($file, $start, $end) = @_;
    is_accepted(trim($file, $start, $end), "from $start to $end");
    my $cut = until_checked($owner, $file->{id});
    $cut->{bytes} = api($owner, 'getFile', { file_id => $file->{id} })->{content};
    return $cut;
}

sub is_colour {
    my ($bytes, $wanted, $name) = @_;
    my @got = @{ pixel($bytes, 30, 20) };
    ok(!(grep { abs($got[$_] - $wanted->[$_]) > 60 } 0 .. 2), $name) || diag("got (@got)");
    return;
}

subtest 'both ends' => sub {
    my $file = recording();
    my $went = is_accepted(trim($file, 2000, 4000), 'it is ordered');
    is($went->{state}, 'checking', 'it is being worked on');
    is($went->{url}, undef, 'and not served meanwhile');
    my $cut = until_checked($owner, $file->{id});
    is($cut->{state}, 'ready', 'it is ready');
    ok(abs($cut->{duration_ms} - 2000) < 150, "$cut->{duration_ms} ms are left");
    isnt($cut->{sha256}, $file->{sha256}, 'it is another file now');
    is($cut->{name}, 'Recording.mp4', 'and called after what it is');
    my $bytes = api($owner, 'getFile', { file_id => $file->{id} })->{content};
    is_colour($bytes, [ 0, 0, 255 ], 'it begins with the third second');
    is(probe($bytes, 'stream=codec_name'), "h264\naac", 'encoded anew: no hidden frame is left');
};

subtest 'the end alone' => sub {
    my $file = recording();
    my $cut  = trimmed($file, 0, 1500);
    ok(abs($cut->{duration_ms} - 1500) < 150, "$cut->{duration_ms} ms are left");
    is(probe($cut->{bytes}, 'stream=codec_name'), "vp8\nopus", 'nothing had to be encoded');
    ok(length $cut->{bytes} < length($file->{bytes}) / 2, 'and the rest is gone');
    is_colour($cut->{bytes}, [ 255, 0, 0 ], 'it begins as before');
};

subtest 'what was made of the whole is removed' => sub {
    my $file = recording();
    my $keys = sub { return split /\n/, sql(q{SELECT store_key FROM file WHERE id = :'id' UNION SELECT store_key FROM file_rendition WHERE file_id = :'id'}, id => $file->{id}) };
    my @old = $keys->();
    is(scalar @old, 2, 'a video and its poster');
    trimmed($file, 0, 1000);
    run_jobs();
    ok(!-e stored_path($_), 'an old one is gone') for @old;
    ok(-e stored_path($_),  'a new one is there') for $keys->();
};

subtest 'sound' => sub {
    my $voice = checked($owner, film('.mp3', qw(-f lavfi -i sine -t 4 -c:a libmp3lame)));
    my $cut   = trimmed($voice, 1000, 2500);
    is($cut->{kind}, 'audio', 'stays sound');
    ok(abs($cut->{duration_ms} - 1500) < 150, "$cut->{duration_ms} ms are left");
};

subtest 'marks stay where they were said' => sub {
    my $file  = recording();
    my @marks = map { { at_ms => $_ * 1000, note => "second $_" } } 0 .. 4;
    is_ok(api($owner, 'updateFile', { file_id => $file->{id} }, { marks => \@marks }), 'one in each second');
    my $cut = trimmed($file, 1000, 3500);
    is_deeply($cut->{marks}, [ map { { at_ms => ($_ - 1) * 1000, note => "second $_" } } 1 .. 3 ], 'those of the part that is left, from its beginning');
};

subtest 'marks outlive the check' => sub {
    my $id    = to_check($owner, $film, name => 'Recording.webm');
    my @marks = ({ at_ms => 500, note => 'Here' }, { at_ms => 4500, note => 'And here' });
    is_ok(api($owner, 'updateFile', { file_id => $id }, { marks => \@marks }), 'said before it is looked at');
    is_deeply(until_checked($owner, $id)->{marks}, \@marks, 'are there afterwards');
};

subtest 'what cannot be cut' => sub {
    my $file   = recording();
    my $before = sql("SELECT row_to_json(f) FROM file f WHERE id = :'id'", id => $file->{id});
    for my $case (
        [ 0,    6000,  '/end_ms',   'too-large' ],
        [ 2000, 2000,  '/start_ms', 'too-large' ],
        [ 2000, 1000,  '/start_ms', 'too-large' ],
        [ -1,   1000,  '/start_ms', 'too-small' ],
        [ 0,    50,    '/end_ms',   'too-small' ],
    ) {
        my ($start, $end, $pointer, $code) = @$case;
        my $problem = is_problem(trim($file, $start, $end), 'invalid-input', "from $start to $end");
        is_deeply($problem->{errors}, [ { pointer => $pointer, code => $code } ], 'says where');
    }
    is(sql("SELECT row_to_json(f) FROM file f WHERE id = :'id'", id => $file->{id}), $before, 'nothing has changed');
    my $picture = checked($owner, png(10, 10));
    my $problem = is_problem(api($owner, 'trimFile', { file_id => $picture->{id} }, { start_ms => 0, end_ms => 100 }), 'invalid-input', 'a picture');
    is($problem->{errors}[0]{code}, 'not-allowed', 'has no time');
};

subtest 'not while it is being checked' => sub {
    my $id = make_row($owner, 'video', state => 'checking', duration_ms => 5000);
    is_problem(api($owner, 'trimFile', { file_id => $id }, { start_ms => 0, end_ms => 1000 }), 'file-not-ready', 'it is not ready');
    is(sql("SELECT count(*) FROM queue_job WHERE kind = 'file.trim' AND payload ->> 'file_id' = :'id'", id => $id), 0, 'nothing was ordered');
};

subtest 'not by somebody else' => sub {
    my $file = recording();
    my $body = { start_ms => 0, end_ms => 1000 };
    is_problem(api(as_tester(), 'trimFile', { file_id => $file->{id} }, $body), 'not-found', 'another tester');
    is_problem(api($owner, 'trimFile', { file_id => $nobody }, $body), 'not-found', 'a file that is not there');
    is_problem(api(undef, 'trimFile', { file_id => $file->{id} }, $body), 'unauthorized', 'nobody');
};

subtest 'an order that comes late cuts nothing twice' => sub {
    my $file = recording();
    my $cut  = trimmed($file, 0, 3000);
    sql(q{UPDATE file SET state = 'checking' WHERE id = :'id'}, id => $file->{id});
    sql(q{INSERT INTO queue_job (kind, payload) VALUES ('file.trim', jsonb_build_object('file_id', :'id', 'sha256', :'hash', 'start_ms', 1000, 'end_ms', 2000))},
        id => $file->{id}, hash => $file->{sha256});
    run_jobs();
    is(sql("SELECT duration_ms FROM file WHERE id = :'id'", id => $file->{id}), $cut->{duration_ms}, 'it was for the recording as it was');
};

subtest 'a recording that cannot be cut stays what it was' => sub {
    my $id = make_stored($owner, 'video', 'no video at all', duration_ms => 5000);
    my $file = api($owner, 'getFileInfo', { file_id => $id })->{data};
    is_accepted(trim($file, 0, 1000), 'it is ordered');
    my $after = until_checked($owner, $id);
    is_deeply($after, $file, 'and is there as before');
};

done_testing;
