# SPDX-License-Identifier: Apache-2.0
# Uploads: every header of tus 1.0.0 right and wrong, what is refused before it is read,
# and who may.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use Digest::MD5 qw(md5);
use Digest::SHA qw(sha1 sha256 sha256_hex);
use Fcntl qw(:flock);
use MIME::Base64 qw(encode_base64);
use PeerTest;
use PeerTest::Database;
use PeerTest::Files;
use PeerTest::Tus;
use Test::More;
use Time::HiRes qw(sleep time);

my $MIB     = 1024 * 1024;
my $NO_ID   = '0190d3a2-7c1e-7abc-8def-0123456789ab';
my $tester  = as_tester();
my $log     = log_text(300_000);

my $IS_LEASED = 'EXISTS (SELECT FROM upload WHERE file_id = file.id AND leased_until > now())';

subtest 'what there is' => sub {
    my $answer = api(undef, 'uploadOptions');
    is($answer->{status}, 204, 'asked by anybody');
    my %said = %{ $answer->{headers} };
    is($said{'tus-version'}, '1.0.0', 'the version');
    is($said{'tus-extension'}, 'creation,creation-with-upload,creation-defer-length,termination,checksum,expiration', 'the extensions');
    is($said{'tus-checksum-algorithm'}, 'sha256,sha1,md5', 'the checksums');
    cmp_ok($said{'tus-max-size'}, '>=', $MIB, 'the largest file');
    is($said{'tus-resumable'}, '1.0.0', 'and the version of the answer');
};

subtest 'a file in two pieces' => sub {
    my $made = begin_upload($tester, length => length $log, name => 'Console.log');
    my $upload = is_created($made, 'is begun');
    my $id = $upload->{id};
    is($made->{headers}{location}, "/api/v1/uploads/$id", 'at an address');
    like($made->{headers}{'upload-expires'}, qr/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/, 'until a time');
    is_deeply([ @$upload{qw(name offset_bytes length_bytes)} ], [ 'Console.log', 0, length $log ], 'under its name');
    is_deeply([ map { $_->{id} } @{ is_ok(api($tester, 'listUploads'), 'it is')->{items} } ], [$id], 'in the list');

    my $first = append($tester, $id, 0, substr $log, 0, 100_001);
    is_offset($first, 100_001, 'the first piece');
    ok($first->{headers}{'upload-expires'}, 'moves its end');
    is($first->{headers}{'tus-resumable'}, '1.0.0', 'and names the version');
    my $head = upload_head($tester, $id);
    is($head->{status}, 200, 'asked how far it is');
    is_deeply([ @{ $head->{headers} }{qw(upload-offset upload-length upload-metadata)} ],
        [ 100_001, length $log, 'filename ' . encode_base64('Console.log', '') ], 'it says all');
    like($head->{headers}{'cache-control'}, qr/no-store/, 'which nobody keeps');
    is(is_ok(api($tester, 'getUpload', { upload_id => $id }), 'the same')->{offset_bytes}, 100_001, 'in JSON');

    my $second = append($tester, $id, 100_001, substr $log, 100_001);
    is_offset($second, length $log, 'the second piece');
    is($second->{headers}{'upload-expires'}, undef, 'is the last');
    is(file_column($id, "encode(uploaded_sha256, 'hex')"), sha256_hex($log), 'all of it is what was sent');
    is(file_column($id, 'kind'), 'document', 'by its content');
    is(upload_head($tester, $id)->{headers}{'upload-offset'}, length $log, 'a client that did not see the answer can ask');
    is_offset(append($tester, $id, length $log, ''), length $log, 'or say it again');
    is_problem(append($tester, $id, length $log, 'x'), 'too-large', 'but no more');
    is_problem(append($tester, $id, 0, 'x'), 'offset-mismatch', 'and not from the start');
    is(scalar @{ api($tester, 'listUploads')->{data}{items} }, 0, 'it is not unfinished any more');
    until_file($id, "state = 'ready'");
};

subtest 'a file with its creation' => sub {
    my $made = begin_upload($tester, length => length $log, name => 'All.log', bytes => $log);
    is_created($made, 'all at once');
    is($made->{headers}{'upload-offset'}, length $log, 'is here');
    is($made->{data}{offset_bytes}, length $log, 'in JSON, too');
    is(file_column($made->{data}{id}, 'state') =~ /checking|ready/ ? 'yes' : 'no', 'yes', 'and is looked at');
    my $begun = begin_upload($tester, length => length $log, bytes => substr $log, 0, 5000);
    is($begun->{headers}{'upload-offset'}, 5000, 'or its beginning');
    is_offset(append($tester, $begun->{data}{id}, 5000, substr $log, 5000), length $log, 'and the rest');
};

subtest 'whoever goes on with it finds the store free' => sub {
    my $id   = is_created(begin_upload($tester, length => length $log), 'begun')->{id};
    my $path = stored_path(file_column($id, 'store_key')) =~ s{/../../([^/]+)$}{/part/$1}r;
    my $link = link_open($tester, $id, 0, substr($log, 0, 200_000), announced => length $log);
    for (1 .. 1200) { last if (-s $path // 0) >= 100_000; sleep 0.05 }
    open my $part, '<', $path or die "$path: $!\n";
    ok(!flock($part, LOCK_EX | LOCK_NB), 'while bytes come, the part has its writer');
    my $held = hold("SELECT FROM upload WHERE file_id = '$id' FOR UPDATE");
    print {$link} substr $log, 200_000;
    $link->flush;
    until_sql('SELECT count(*) > 0 FROM pg_locks WHERE NOT granted');
    ok(flock($part, LOCK_EX | LOCK_NB), 'before it is said to be complete, it has none any more');
    close $part;
    let_go($held);
    is(link_answer($link)->{status}, 204, 'then it is complete');
    until_file($id, "state = 'ready'");
    is(sql("SELECT attempts FROM queue_job WHERE kind = 'upload.finish' AND payload ->> 'file_id' = :'id'", id => $id), 1, 'at the first try');
};

subtest 'a recording, of which nobody knows how long it will be' => sub {
    my $made = begin_upload($tester, name => 'Recording.webm');
    my $id   = is_created($made, 'is begun')->{id};
    is($made->{data}{length_bytes}, undef, 'without a length');
    is(upload_head($tester, $id)->{headers}{'upload-defer-length'}, 1, 'which is said');
    my $film = bytes_of('video');
    my $at   = 0;
    for my $piece (unpack '(a1000)*', substr $film, 0, 9000) {
        is_offset(append($tester, $id, $at, $piece), $at += length $piece, 'a small piece');
    }
    is(file_column($id, 'kind'), 'video', 'after a few it is known what it is');
    is_offset(append($tester, $id, $at, substr($film, $at)), length $film, 'the rest');
    is(file_column($id, 'state'), 'uploading', 'may go on');
    is_problem(append($tester, $id, length $film, '', 'Upload-Length' => 10), 'malformed', 'a length that is over');
    is_offset(append($tester, $id, length $film, '', 'Upload-Length' => length $film), length $film, 'until it is said that this was all');
    is(file_column($id, "encode(uploaded_sha256, 'hex')"), sha256_hex($film), 'and it is all there');
    is_offset(append($tester, $id, length $film, '', 'Upload-Length' => length $film), length $film, 'which can be said twice');
    is_problem(append($tester, $id, length $film, '', 'Upload-Length' => 1 + length $film), 'malformed', 'but not otherwise');

    my $short = is_created(begin_upload($tester), 'a short one')->{id};
    is_offset(append($tester, $short, 0, 'a line', 'Upload-Length' => 12), 6, 'says its length with the first piece');
    is_offset(append($tester, $short, 6, ' more.'), 12, 'and ends there');
    is(file_column($short, 'kind'), 'document', 'is known at its end');
    my $empty = is_created(begin_upload($tester), 'an empty one')->{id};
    is_problem(append($tester, $empty, 0, '', 'Upload-Length' => 0), 'file-refused', 'is none');
    is(file_column($empty, "state || ' ' || refused_code"), 'refused empty', 'and says why');
};

subtest 'what a creation must say' => sub {
    my $actor = as_tester();
    my %length = ('Upload-Length' => 10);
    is_problem(begin_upload($actor, length => 10, headers => { 'Tus-Resumable' => $_ }), 'tus-version', 'version ' . ($_ // 'none'))
        for undef, '0.2.2', '1.0.0, 1.0.0', '';
    is(begin_upload($actor, length => 10, headers => { 'Tus-Resumable' => '2' })->{headers}{'tus-version'}, '1.0.0', 'and it says which');
    for my $bad ('', '-1', 'x', '1e3', '0x10', '+5', '10, 10', ' ', '1.5', '18446744073709551617x') {
        is_problem(begin_upload($actor, length => $bad), 'malformed', "a length of '$bad'");
    }
    is_problem(begin_upload($actor, length => $_), 'too-large', "a length of $_") for '3000000000', '9223372036854775808', '9' x 200;
    is_problem(begin_upload($actor, length => 0), 'file-refused', 'an empty file');
    is_problem(api($actor, 'createUpload', {}, undef), 'malformed', 'no length');
    is_problem(begin_upload($actor, length => 10, headers => { 'Upload-Defer-Length' => 1 }), 'malformed', 'both');
    is_problem(begin_upload($actor, headers => { 'Upload-Defer-Length' => $_ }), 'malformed', "deferred: '$_'") for '0', '2', 'yes', '';
    is_problem(begin_upload($actor, length => 10, headers => { 'Upload-Concat' => 'partial' }), 'malformed', 'parts of an upload');
    for my $bad ('filename !!', 'filename YQ', 'filename YQ==,filename YQ==', 'filename YQ== YQ==', ',', 'filename AAA=', "a YQ==,,b YQ==", 'filename =YQ=') {
        is_problem(begin_upload($actor, length => 10, headers => { 'Upload-Metadata' => $bad }), 'malformed', "metadata '$bad'");
    }
    is_problem(begin_upload($actor, length => 10, bytes => 'x', headers => { 'Content-Type' => $_ }), 'media-type', "bytes of $_")
        for 'application/json', 'application/octet-stream', 'multipart/form-data', 'application/offset+octet-stream; charset=x';
    is(sql("SELECT count(*) FROM file WHERE owner_id = '$actor->{id}'"), 0, 'nothing was made of all that');
    is_created(begin_upload($actor, length => 10, headers => { 'Upload-Metadata' => $_ }), "metadata '$_'") for '', 'filename', 'filename ', 'is_secret,filename YQ==', 'x YQ==';
};

subtest 'names' => sub {
    my $actor = as_tester();
    for my $case (
        [ '../../etc/passwd', 'passwd' ], [ 'C:\\Windows\\win.ini', 'win.ini' ], [ "a\nb\0c\x07.log" =~ s/\0//r, 'abc.log' ],
        [ "invoice\xe2\x80\xaegnp.exe", 'invoicegnp.exe' ], [ '.htaccess', 'htaccess' ], [ '   ', 'file' ], [ '', 'file' ],
        [ "b\xffd.txt", 'b_d.txt' ], [ "\xc3\x84rger.png", "\xc3\x84rger.png" ],
    ) {
        my ($sent, $kept) = @$case;
        my $id = is_created(begin_upload($actor, length => 10, name => $sent), 'a name')->{id};
        is(file_column($id, 'name'), $kept, "becomes $kept");
    }
    my $long = is_created(begin_upload($actor, length => 10, name => 'x' x 5000 . '.png'), 'a long one')->{id};
    is(file_column($long, "length(name) || right(name, 4)"), '200.png', 'is cut');
    is_problem(begin_upload($actor, length => 10, name => "a\0b"), 'malformed', 'no NUL');
};

subtest 'what a piece must say' => sub {
    my $actor = as_tester();
    my $id = is_created(begin_upload($actor, length => 100), 'an upload')->{id};
    is_problem(append($actor, $id, 0, 'x', 'Tus-Resumable' => undef), 'tus-version', 'no version');
    is_problem(append($actor, $id, $_, 'x'), 'malformed', "an offset of '$_'") for '', '-1', 'x', '0, 0', '0x0', '1.0';
    is_problem(append($actor, $id, 0, 'x', 'Upload-Offset' => undef), 'malformed', 'no offset');
    is_problem(append($actor, $id, $_, 'x'), 'offset-mismatch', "an offset of $_") for 1, 101, '9' x 30;
    is_problem(append($actor, $id, 0, 'x', 'Content-Type' => $_), 'media-type', "a piece of $_") for 'application/json', 'text/plain';
    is_problem(append($actor, $id, 0, 'x' x 101), 'too-large', 'more than was announced');
    is_problem(append($actor, $id, 0, 'x', 'Upload-Length' => 99), 'malformed', 'another length than before');
    is(offset_of($actor, $id), 0, 'nothing was taken of all that');
    is_offset(append($actor, $id, 0, 'x', 'Upload-Length' => 100), 1, 'the same length may be said again');
    is(upload_head($actor, $id, 'Tus-Resumable' => '0.1')->{status}, 412, 'HEAD has a version, too');
    is_problem(api($actor, 'deleteUpload', { upload_id => $id }, undef, headers => { 'Tus-Resumable' => undef }), 'tus-version', 'and so has DELETE');
};

subtest 'checksums' => sub {
    my $id = is_created(begin_upload($tester, length => length $log), 'an upload')->{id};
    my ($at, $size) = (0, 50_000);
    for my $case ([ md5 => \&md5 ], [ sha1 => \&sha1 ], [ sha256 => \&sha256 ]) {
        my ($name, $digest) = @$case;
        my $piece = substr $log, $at, $size;
        my $wrong = append($tester, $id, $at, $piece, checksum($name, $digest->("$piece?")));
        is_problem($wrong, 'checksum-mismatch', "$name of something else");
        is($wrong->{status}, 460, 'is 460');
        is(offset_of($tester, $id), $at, 'and leaves no byte');
        is_offset(append($tester, $id, $at, $piece, checksum($name, $digest->($piece))), $at += $size, "$name of the piece");
    }
    is_problem(append($tester, $id, $at, 'x', 'Upload-Checksum' => $_), 'malformed', "'$_'")
        for 'crc32 AAAAAA==', 'sha1', 'sha1 ', 'sha1 !!!!', 'sha1 AAAA', 'SHA1 ' . encode_base64(sha1('x'), ''), 'sha256 ' . encode_base64(sha1('x'), '');
    is_offset(append($tester, $id, $at, substr $log, $at), length $log, 'the rest without');
    is(file_column($id, "encode(uploaded_sha256, 'hex')"), sha256_hex($log), 'is what was sent, without what was damaged');

    is_problem(begin_upload($tester, length => 10, bytes => 'x' x 10, headers => { checksum(sha1 => sha1('y')) }), 'checksum-mismatch', 'of a creation');
    my $id2 = is_created(begin_upload($tester, length => 20_000), 'a damaged beginning')->{id};
    my $zip = "PK\x03\x04\x14\0\0\0\x08\0" . "\0" x 10_000;
    is_problem(append($tester, $id2, 0, $zip, checksum(md5 => md5('no'))), 'checksum-mismatch', 'is not judged');
    is_offset(append($tester, $id2, 0, substr($log, 0, 10_000), checksum(md5 => md5(substr $log, 0, 10_000))), 10_000, 'and comes again');
};

subtest 'what it is decides, before the rest is read' => sub {
    my %refused = (
        'HTML'             => '<!DOCTYPE html><html><script>alert(1)</script>' . ' ' x 8000,
        'SVG with script'  => '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>' . ' ' x 8000,
        'a program'        => "\x7fELF\x02\x01\x01" . "\0" x 9 . "\x02\0\x3e\0\x01\0\0\0" . "\0" x 8000,
        'an archive'       => "PK\x03\x04\x14\0\0\0\x08\0" . "\0" x 8000,
        'random bytes'     => join('', map { chr(($_ * 7919) % 251) } 1 .. 8000),
    );
    my $actor = as_tester();
    for my $name (sort keys %refused) {
        my $id   = is_created(begin_upload($actor, length => 5_000_000, name => 'Screen.png'), $name)->{id};
        my $link = link_open($actor, $id, 0, $refused{$name}, announced => 5_000_000);
        my $answer = link_answer($link);
        is($answer->{status}, 415, 'is refused while the rest is still to come');
        like($answer->{text}, qr{/problems/file-refused}, 'in our form');
        is(file_column($id, 'state'), 'refused', 'and is gone');
        close $link;
        is_problem(append($actor, $id, 0, 'x'), 'upload-gone', 'it cannot go on');
        is_problem(api($actor, 'getUpload', { upload_id => $id }), 'upload-gone', 'nor be asked for');
    }
    is_problem(begin_upload($actor, length => 5000, bytes => substr $refused{HTML}, 0, 5000), 'file-refused', 'with its creation');
};

subtest 'what did not get in says nothing of the file' => sub {
    my $id = is_created(begin_upload($tester, length => 600), 'six hundred bytes')->{id};
    is_problem(append($tester, $id, 0, bytes_of('picture') . "\0" x 5000), 'too-large', 'are not five thousand');
    is(offset_of($tester, $id), 0, 'none of which is kept');
    is(file_column($id, 'kind'), '', 'nor what they were');
    is_problem(append($tester, $id, 0, '<!DOCTYPE html><html><script>alert(1)</script>' . ' ' x 554), 'file-refused', 'others are looked at');
};

subtest 'how large it may be depends on what it is' => sub {
    my $actor   = as_tester();
    my $picture = picture_bytes(1000, 1000);
    my $id      = is_created(begin_upload($actor, length => 30 * $MIB), 'thirty megabytes')->{id};
    my $head    = $picture . "\0" x 5000;
    is_problem(append($actor, $id, 0, substr($head, 0, 5000)), 'too-large', 'are too many for a picture');
    is(file_column($id, 'refused_code'), 'too-large', 'which is refused');
    my $film = is_created(begin_upload($actor, length => 30 * $MIB), 'thirty megabytes')->{id};
    is_offset(append($actor, $film, 0, substr(bytes_of('video'), 0, 5000)), 5000, 'are few for a film');
};

subtest 'how much an account may have' => sub {
    my $actor = as_tester();
    my $quota = 10 * 1024 * $MIB;
    my $large = make_row($actor, 'video', size_bytes => $quota - 1000);
    is_problem(begin_upload($actor, length => 1001), 'quota-exceeded', 'more than is left');
    my $id = is_created(begin_upload($actor, length => 600), 'a part of it')->{id};
    is_problem(begin_upload($actor, length => 401), 'quota-exceeded', 'is taken from then on');
    my $open = is_created(begin_upload($actor), 'one of unknown length')->{id};
    is_problem(append($actor, $open, 0, 'x' x 401), 'quota-exceeded', 'has as much as is left');
    is_problem(append($actor, $open, 0, '', 'Upload-Length' => 401), 'quota-exceeded', 'also when it is said before');
    is_offset(append($actor, $open, 0, 'x' x 400), 400, 'and no more');
    is_problem(append($actor, $open, 400, 'x'), 'quota-exceeded', 'not by a byte');
    is(offset_of($actor, $open), 400, 'what is here stays');
    is_empty(api($actor, 'deleteUpload', { upload_id => $id }), 'giving one up');
    is_offset(append($actor, $open, 400, 'x' x 600), 1000, 'makes room');
    my @answers = do { sql("UPDATE file SET state = 'deleted' WHERE id = '$large'"); at_once(map { [ $actor, 'createUpload', {}, undef, headers => { 'Upload-Length' => 1900 * $MIB } ] } 1 .. 8) };
    is(scalar(grep { $_->{status} == 201 } @answers), 5, 'eight at once get no more than there is');

    my $many = as_tester();
    sql(q{WITH made AS (INSERT INTO file (owner_id, name, store_key) SELECT :'owner', 'x', 'many' || :'owner' || n FROM generate_series(1, 50) n RETURNING id)
          INSERT INTO upload (file_id, length_bytes, expires_at) SELECT id, 1, now() + interval '1 hour' FROM made}, owner => $many->{id});
    is_problem(begin_upload($many, length => 10), 'quota-exceeded', 'as many unfinished ones as may be');
};

subtest 'whose it is' => sub {
    my $id    = is_created(begin_upload($tester, length => 100), 'an upload')->{id};
    my $other = as_tester();
    is_problem(api($other, 'getUpload', { upload_id => $id }), 'not-found', 'is not there for others');
    is(upload_head($other, $id)->{status}, 404, 'nor its head');
    is_problem(append($other, $id, 0, 'x'), 'not-found', 'who cannot go on with it');
    is_problem(api($other, 'deleteUpload', { upload_id => $id }), 'not-found', 'nor give it up');
    is_problem(append($other, $NO_ID, 0, 'x'), 'not-found', 'just as one that never was');
    is(scalar @{ api($other, 'listUploads')->{data}{items} }, 0, 'nor list it');
    my $gone = as_tester();
    my $own  = is_created(begin_upload($gone, length => 100), 'somebody')->{id};
    sql("UPDATE account SET state = 'suspended' WHERE id = '$gone->{id}'");
    is_problem(append($gone, $own, 0, 'x'), 'unauthorized', 'who was suspended goes on no more');
    is_problem(begin_upload($gone, length => 100), 'unauthorized', 'nor anew, whatever the token says');
};

subtest 'an end' => sub {
    my $id = is_created(begin_upload($tester, length => 5000), 'an upload')->{id};
    is_offset(append($tester, $id, 0, substr $log, 0, 1000), 1000, 'with a beginning');
    is_empty(api($tester, 'deleteUpload', { upload_id => $id }), 'can be given up');
    is_problem(append($tester, $id, 1000, 'x'), 'upload-gone', 'then it is gone');
    is_problem(api($tester, 'deleteUpload', { upload_id => $id }), 'upload-gone', 'for good');

    my $old = is_created(begin_upload($tester, length => 5000), 'another')->{id};
    is_offset(append($tester, $old, 0, substr $log, 0, 1000), 1000, 'is left alone');
    sql("UPDATE upload SET expires_at = now() - interval '1 second' WHERE file_id = '$old'");
    is_problem(api($tester, 'getUpload', { upload_id => $old }), 'upload-gone', 'in time it is gone');
    is_problem(append($tester, $old, 1000, 'x'), 'upload-gone', 'also for its owner');
    my $done = is_created(begin_upload($tester, length => 10, bytes => 'ten bytes.'), 'a complete one')->{id};
    until_file($done, "state = 'ready'");
    sql("UPDATE upload SET expires_at = now() - interval '1 second' WHERE file_id = '$done'");
    sql("UPDATE schedule SET next_run_at = now() WHERE name = 'uploads.sweep'");
    until_file($old, "state = 'deleted'");
    run_jobs();
    is(sql("SELECT count(*) FROM upload WHERE file_id IN ('$old', '$done')"), 0, 'nothing is left of either way in');
    is(sql(q{SELECT count(*) FROM queue_job WHERE kind = 'file.remove' AND state = 'done' AND payload ->> 'key' = (SELECT store_key FROM file WHERE id = :'id')}, id => $old), 1, 'the bytes are removed');
    is(file_column($done, 'state'), 'ready', 'the complete one is a file');
    is_problem(api($tester, 'getUpload', { upload_id => $done }), 'upload-gone', 'and no upload');
};

subtest 'one writes' => sub {
    my $id   = is_created(begin_upload($tester, length => 500_000), 'an upload')->{id};
    my $link = link_open($tester, $id, 0, substr($log, 0, 100_000), announced => 500_000);
    wait_for_lease($id);
    my $second = append($tester, $id, 0, $log);
    is_problem($second, 'upload-locked', 'a second one is told to wait');
    is($second->{status}, 423, 'with 423');
    ok($second->{headers}{'retry-after'}, 'and for how long');
    is(upload_head($tester, $id)->{status}, 200, 'asking goes on');
    link_read($link);
    link_cut($link);
    until_file($id, "NOT EXISTS (SELECT FROM upload WHERE file_id = file.id AND leased_until > now())");
    is(offset_of($tester, $id), 100_000, 'a lost link keeps what came, and lets go');
    is_offset(append($tester, $id, 100_000, substr $log, 100_000, 50_000), 150_000, 'at once');

    my $again = link_open($tester, $id, 150_000, substr($log, 150_000, 50_000), announced => 350_000);
    wait_for_lease($id);
    is_empty(api($tester, 'deleteUpload', { upload_id => $id }), 'given up while bytes come');
    print {$again} substr $log, 200_000, 50_000;
    sleep 6;
    print {$again} substr $log, 250_000, 50_000;
    is(link_answer($again)->{status}, 410, 'the writer is told');
    close $again;

    # A writer that vanished without a word, and one that took over from it.
    my $lost = is_created(begin_upload($tester, length => 500_000), 'another')->{id};
    my $hang = link_open($tester, $lost, 0, substr($log, 0, 1000), announced => 500_000);
    wait_for_lease($lost);
    sql("UPDATE upload SET fence = fence + 1 WHERE file_id = '$lost'");
    link_cut($hang);
    sleep 0.5;
    is(sql("SELECT offset_bytes FROM upload WHERE file_id = '$lost'"), 0, 'who lost the lease keeps nothing');
};

sub wait_for_lease { my ($id) = @_; return until_file($id, $IS_LEASED) }

sub is_leased { my ($id) = @_; return file_column($id, $IS_LEASED) eq 't' }

subtest 'uploads that hang hold no database connection, and are counted' => sub {
    my @actors = map { as_tester() } 1 .. 4;    # none of them has more than its share
    my @links;
    for my $number (1 .. 12) {
        my $actor = $actors[ $number % @actors ];
        my $id    = is_created(begin_upload($actor, length => 1_000_000), 'an upload')->{id};
        push @links, link_open($actor, $id, 0, substr($log, 0, 5000), announced => 1_000_000);
        wait_for_lease($id);
    }
    my $busy = sub { return (request('GET', '/metrics')->{content} =~ /^peertest_db_connections\{state="busy"\} (\d+)$/m)[0] };
    for (1 .. 200) { last unless $busy->(); sleep 0.05 }    # the last one may be about to give it back
    is($busy->(), 0, 'twelve hold none');
    my $refused;
    for my $number (1 .. 100) {
        my $actor = $actors[ $number % @actors ];
        my $id = sql(q{WITH made AS (INSERT INTO file (owner_id, name, store_key) VALUES (:'owner', 'x', :'key') RETURNING id)
                       INSERT INTO upload (file_id, length_bytes, expires_at) SELECT id, 1000000, now() + interval '1 hour' FROM made RETURNING file_id},
            owner => $actor->{id}, key => random_text(30));
        push @links, link_open($actor, $id, 0, '', announced => 1_000_000);
        my $answer;
        do { $answer = link_answer($links[-1], 0.05) } until $answer->{status} || is_leased($id);
        $refused = $answer and last if $answer->{status};
    }
    is($refused->{status}, 503, 'one too many is refused before a byte of it');
    like($refused->{text}, qr/^Retry-After: [1-9]/mi, 'and may come back');
    is(request('GET', '/health')->{status}, 200, 'all else goes on');
    link_cut($_) for @links;
    my $again;
    for (1 .. 600) {    # it is noticed a moment later that nobody is there
        $again = begin_upload($tester, length => 10, bytes => 'ten bytes.');
        last if $again->{status} != 503;
        sleep 0.1;
    }
    is_created($again, 'then there is room again');
};

subtest 'a body is asked for once it may come' => sub {
    my $id   = is_created(begin_upload($tester, length => 500_000), 'an upload')->{id};
    my %wait = (Expect => '100-continue');
    my $link = link_open($tester, $id, 7, '', announced => 500_000, headers => \%wait);
    is(link_answer($link)->{status}, 409, 'at a wrong place it is not');
    close $link;
    $link = link_open($tester, $id, 0, '', announced => 1000, headers => \%wait);
    is(link_answer($link)->{status}, 100, 'at the right one it is');
    print {$link} substr $log, 0, 1000;
    is(link_answer($link)->{status}, 204, 'and taken');
    close $link;
    $link = link_open($tester, $id, 1000, "5\r\nhello\r\nxyz\r\n", headers => { 'Transfer-Encoding' => 'chunked', 'Content-Length' => 1 });
    is(link_answer($link)->{status}, 400, 'a body of two lengths is none');
    close $link;
    my $again = is_created(begin_upload($tester, length => 500_000), 'another')->{id};
    my ($host) = api_url() =~ m{//(.*)};
    $link = IO::Socket::INET->new(PeerAddr => $host =~ s/localhost/127.0.0.1/r) or die;
    my $send = sub {
        my ($body) = @_;
        print {$link} "PATCH /api/v1/uploads/$again HTTP/1.1\r\nHost: $host\r\nAuthorization: Bearer $tester->{token}\r\nTus-Resumable: 1.0.0\r\n",
            "Content-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\nTransfer-Encoding: chunked\r\n\r\n$body";
    };
    $send->("5\r\nhello\r\nxyz\r\n");
    is(link_answer($link)->{status}, 400, 'a chunk that is none ends it');
    is(offset_of($tester, $again), 5, 'what came before is kept');
    close $link;
};

subtest 'a full disk' => sub {
    my $port  = (api_url() =~ /:(\d+)/)[0];
    my @httpd = grep { listens($_, $port) } map { m{(\d+)$} } glob '/proc/[0-9]*';
    ok(@httpd, "who listens: @httpd") or return;
    my $id = is_created(begin_upload($tester, length => 24 * $MIB), 'a large log')->{id};
    is_offset(append($tester, $id, 0, log_text($MIB)), $MIB, 'fits');
    my $limit = 16 * $MIB;
    limit_files($limit, @httpd);
    my $answer = append($tester, $id, $MIB, log_text(23 * $MIB));
    my $new    = begin_upload($tester, length => 24 * $MIB, bytes => log_text(24 * $MIB));
    limit_files('unlimited', @httpd);
    is_problem($answer, 'storage-full', 'until there is no room');
    is($answer->{status}, 507, 'which is said');
    is_problem($new, 'storage-full', 'also of a new one');
    my $offset = offset_of($tester, $id);
    cmp_ok($offset, '>=', 8 * $MIB, "what was kept stays: $offset");
    my $all = log_text($MIB) . log_text(23 * $MIB);
    is_offset(append($tester, $id, $offset, substr $all, $offset), 24 * $MIB, 'and it goes on when there is room');
    is(file_column($id, "encode(uploaded_sha256, 'hex')"), sha256_hex($all), 'whole');
};

# Lets processes write no file beyond so many bytes; as their own user, who may.
sub limit_files {
    my ($bytes, @pids) = @_;
    for my $pid (@pids) {
        my ($user, $group) = (stat "/proc/$pid")[ 4, 5 ];
        my @as = $user == $> ? () : ('setpriv', "--reuid=$user", "--regid=$group", '--clear-groups');
        system(@as, 'prlimit', "--pid=$pid", "--fsize=$bytes:") == 0 or die "prlimit\n";
    }
    return;
}

sub listens {
    my ($pid, $port) = @_;
    my %inodes = map { (split)[9] => 1 } grep { /^\s*\d+: \S+:@{[ sprintf '%04X', $port ]} \S+ 0A / } lines('/proc/net/tcp'), lines('/proc/net/tcp6');
    return scalar grep { (readlink($_) // '') =~ /^socket:\[(\d+)\]$/ && $inodes{$1} } glob "/proc/$pid/fd/*";
}

sub lines { my ($file) = @_; open my $fh, '<', $file or return; return <$fh> }

subtest 'how often' => sub {
    my $actor  = as_tester();
    my $policy = begin_upload($actor, length => 100)->{headers}{'ratelimit-policy'};
    like($policy, qr/^"upload";q=\d+/, 'creations are counted');
    my ($limit) = $policy =~ /q=(\d+)/;
    my $id    = begin_upload($actor, length => 100)->{data}{id};
    my $piece = append($actor, $id, 0, 'x')->{headers}{'ratelimit-policy'};
    is($piece, $policy =~ s/upload/piece/r =~ s/q=\d+/'q=' . $limit * 20/er, 'pieces apart, and twenty times as many');
};

done_testing();
