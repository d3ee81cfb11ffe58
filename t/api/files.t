# SPDX-License-Identifier: Apache-2.0
# Files are read by those who may, in whole or in ranges, named, marked and deleted.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use Digest::SHA qw(sha256_hex);
use PeerTest;
use PeerTest::Disputes;
use PeerTest::Files;
use PeerTest::Make;
use Test::More;

my $nobody = '01a00000-0000-7000-8000-000000000000';
my $owner  = as_tester();
my $bytes  = join '', map { "line $_\n" } 1 .. 3000;
my $log    = make_stored($owner, 'document', $bytes, name => 'Console.log');

# A read with headers of one's own. Options: method, query.
sub read_file {
    my ($actor, $id, $headers, %options) = @_;
    return request($options{method} // 'GET', "/files/$id" . ($options{query} // ''),
        { ($actor ? (Authorization => "Bearer $actor->{token}") : ()), %{ $headers || {} } });
}

sub range { my ($range, %more) = @_; return read_file($owner, $log, { Range => $range, %more }) }

subtest 'a file is read as it was stored' => sub {
    my $answer = api($owner, 'getFile', { file_id => $log });
    my $h      = $answer->{headers};
    is($answer->{status}, 200, 'answered');
    is($answer->{content}, $bytes, 'byte by byte');
    is($h->{'content-length'}, length $bytes, 'of its length');
    like($h->{'content-type'}, qr{^text/plain(?:; charset=utf-8)?$}, 'of the type that we saw');
    is($h->{etag}, '"' . sha256_hex($bytes) . '"', 'with its hash as tag');
    is($h->{'accept-ranges'}, 'bytes', 'ranges are offered');
    like($h->{'last-modified'}, qr/GMT$/, 'with a time');
    is($h->{'content-encoding'}, undef, 'not compressed, which would take the ranges away');
    my $head = read_file($owner, $log, { 'Accept-Encoding' => 'gzip, br' }, method => 'HEAD');
    is($head->{status}, 200, 'HEAD');
    is($head->{headers}{$_}, $h->{$_}, "has the same $_") for qw(content-length etag content-type accept-ranges);
    is($head->{content}, '', 'and no body');
};

subtest 'ranges' => sub {
    my $size = length $bytes;
    for my $case (
        [ 'bytes=0-9',     substr($bytes, 0, 10),    "bytes 0-9/$size" ],
        [ 'bytes=100-',    substr($bytes, 100),      "bytes 100-" . ($size - 1) . "/$size" ],
        [ 'bytes=-7',      substr($bytes, -7),       'bytes ' . ($size - 7) . '-' . ($size - 1) . "/$size" ],
        [ 'bytes=5-99999999', substr($bytes, 5),     'bytes 5-' . ($size - 1) . "/$size" ],
    ) {
        my ($wanted, $part, $says) = @$case;
        my $answer = range($wanted);
        is($answer->{status}, 206, $wanted);
        is($answer->{content}, $part, 'that part');
        is($answer->{headers}{'content-range'}, $says, 'and says which');
    }
    my $two = range('bytes=0-3,100-103');
    is($two->{status}, 206, 'two at once');
    like($two->{headers}{'content-type'}, qr{^multipart/byteranges; boundary=}, 'in parts');
    like($two->{content}, qr{bytes 0-3/$size\r\n\r\n\Q@{[ substr $bytes, 0, 4 ]}\E\r\n.*bytes 100-103/$size\r\n\r\n\Q@{[ substr $bytes, 100, 4 ]}\E\r\n}s, 'both of them');
    my $beyond = range("bytes=$size-");
    is_problem($beyond, 'range-not-satisfiable', 'behind the end there is nothing');
    is($beyond->{status}, 416, 'by its status');
    is($beyond->{headers}{'content-range'}, "bytes */$size", 'and says how long it is');
    is(range('lines=1-2')->{status}, 200, 'other units are not known');
    is(range('bytes=0-9', 'If-Range' => '"' . sha256_hex($bytes) . '"')->{status}, 206, 'a part of what is known');
    is(range('bytes=0-9', 'If-Range' => '"other"')->{status}, 200, 'all, when it is another one');
};

subtest 'what is known is not sent again' => sub {
    my $etag = '"' . sha256_hex($bytes) . '"';
    my $same = read_file($owner, $log, { 'If-None-Match' => $etag });
    is($same->{status}, 304, 'by its tag');
    is($same->{content}, '', 'without a body');
    is(read_file($owner, $log, { 'If-None-Match' => '"other"' })->{status}, 200, 'another one');
    my $time = read_file($owner, $log)->{headers}{'last-modified'};
    is(read_file($owner, $log, { 'If-Modified-Since' => $time })->{status}, 304, 'by its time');
    is_problem(read_file($owner, $log, { 'If-Match' => '"other"' }), 'precondition-failed', 'nor another one than was wanted');
};

subtest 'what was made of a file' => sub {
    my $picture = make_stored($owner, 'picture', 'a picture', name => 'Screen.png');
    is_problem(api($owner, 'getFile', { file_id => $picture, rendition => 'thumbnail' }), 'not-found', 'nothing yet');
    store_bytes("$picture/thumbnail", 'a small one');
    sql("INSERT INTO file_rendition VALUES (:'id', 'thumbnail', :'id' || '/thumbnail', 'image/webp', 11, 48, 32)", id => $picture);
    my $small = api($owner, 'getFile', { file_id => $picture, rendition => 'thumbnail' });
    is($small->{content}, 'a small one', 'the small one');
    is($small->{headers}{'content-type'}, 'image/webp', 'of its type');
    isnt($small->{headers}{etag}, api($owner, 'getFile', { file_id => $picture })->{headers}{etag}, 'with a tag of its own');
    my $info = is_ok(api($owner, 'getFileInfo', { file_id => $picture }), 'its form');
    is($info->{url}, "/api/v1/files/$picture", 'names its address');
    is($info->{thumbnail_url}, "/api/v1/files/$picture?rendition=thumbnail", 'and the small one\'s');
    is($info->{poster_url}, undef, 'and none that there is not');
};

subtest 'what is shown, and what is saved' => sub {
    my %files = map { $_ => make_stored($owner, $_, "some $_", name => "Some.$_") } qw(picture video audio document);
    like(read_file($owner, $files{$_})->{headers}{'content-disposition'}, qr/^inline; filename="Some\.$_"$/, "$_: shown") for qw(picture video audio);
    like(read_file($owner, $files{document})->{headers}{'content-disposition'}, qr/^attachment; filename="Some\.document"$/, 'a document: saved');
    like(read_file($owner, $files{picture}, {}, query => '?download=1')->{headers}{'content-disposition'}, qr/^attachment; /, 'as all is on request');
};

subtest 'only those who may' => sub {
    my ($builder, $stranger) = (as_builder(), as_tester());
    my $draft = make_claim(make_job($builder), $owner)->{submissions}[0]{id};
    my $file  = make_stored($owner, 'document', 'what I saw');
    sql("INSERT INTO attachment (submission_id, file_id, position) VALUES (:'s', :'f', 1)", s => $draft, f => $file);
    is(read_file($owner, $file)->{status}, 200, 'the owner');
    for ([ 'another tester', $stranger ], [ 'the builder, of a draft', $builder ], [ 'nobody', undef ]) {
        my ($who, $actor) = @$_;
        is_problem(read_file($actor, $file), 'not-found', $who);
        is_problem(api($actor, 'getFileInfo', { file_id => $file }), 'not-found', 'nor of what it is');
    }
    is_deeply(read_file($stranger, $file)->{data}{detail}, read_file($stranger, $nobody)->{data}{detail}, 'foreign and absent look alike');
    sql("UPDATE submission SET state = 'submitted', submitted_at = now() WHERE id = :'id'", id => $draft);
    is(read_file($builder, $file)->{status}, 200, 'the builder, once it was handed in');
    is_problem(read_file($stranger, $file), 'not-found', 'and still no other');
    my $admin = as_admin();
    is_problem(read_file($admin, $file), 'not-found', 'not even an administrator');
    my $case = make_dispute();
    sql("UPDATE attachment SET submission_id = :'s' WHERE file_id = :'f'", s => $case->{submission_id}, f => $file);
    is(read_file($admin, $file)->{status}, 200, 'unless the work is disputed');
    sql("UPDATE session SET second_factor_at = NULL WHERE id = :'id'", id => $admin->{session_id});
    is_problem(read_file($admin, $file), 'not-found', 'and the second factor was there');
};

subtest 'a file that cannot be read' => sub {
    for my $state (qw(uploading checking refused deleted)) {
        my $file = make_stored($owner, 'document', 'x', state => $state, refused_code => $state eq 'refused' ? 'broken' : undef);
        is_problem(read_file($owner, $file), 'not-found', $state);
    }
    my $lost = make_row($owner, 'document');
    is_problem(read_file($owner, $lost), 'not-found', 'one whose bytes were lost');
};

subtest 'a list of one\'s own' => sub {
    my $tester = as_tester();
    my @ids    = map { make_row($tester, 'document') } 1 .. 3;
    push @ids, make_row($tester, 'document', state => 'refused', refused_code => 'archive');
    make_row($tester, 'document', state => 'deleted');
    my $first = is_ok(api($tester, 'listFiles', { limit => 2 }), 'a page');
    is_deeply([ map { $_->{id} } @{ $first->{items} } ], [ @ids[ 3, 2 ] ], 'newest first');
    my $rest = is_ok(api($tester, 'listFiles', { limit => 3, cursor => $first->{next} }), 'the next');
    is_deeply([ map { $_->{id} } @{ $rest->{items} } ], [ @ids[ 1, 0 ] ], 'what is left, without what is deleted');
    is($rest->{next}, undef, 'and no more');
    is_deeply([ map { $_->{id} } @{ is_ok(api($tester, 'listFiles', { state => 'refused' }))->{items} } ], [ $ids[3] ], 'of one state');
    is_problem(api($tester, 'listFiles', { cursor => '!' }), 'invalid-cursor', 'a cursor of nobody');
};

subtest 'names and marks' => sub {
    my $film    = make_row($owner, 'video', name => 'Recording.webm');
    my $before  = api($owner, 'getFileInfo', { file_id => $film });
    my $renamed = is_ok(api($owner, 'updateFile', { file_id => $film }, { name => '../../etc/Mein "Bild".webm' },
        headers => { 'If-Match' => $before->{headers}{etag} }), 'renamed');
    unlike($renamed->{name}, qr{/}, 'never to a path');
    is_problem(api($owner, 'updateFile', { file_id => $film }, { name => 'x.webm' }, headers => { 'If-Match' => $before->{headers}{etag} }),
        'precondition-failed', 'not by who saw another one');
    my $marked = is_ok(api($owner, 'updateFile', { file_id => $film }, { marks => [ { at_ms => 900, note => 'later' }, { at_ms => 100 } ] }), 'marked');
    is_deeply($marked->{marks}, [ { at_ms => 100, note => '' }, { at_ms => 900, note => 'later' } ], 'in order');
    is($marked->{name}, $renamed->{name}, 'the name stays');
    is_deeply(is_ok(api($owner, 'updateFile', { file_id => $film }, { marks => [] }))->{marks}, [], 'and taken away');
    for my $case (
        [ { name => '' },                              '/name',          'too-short' ],
        [ { name => 'x' x 201 },                       '/name',          'too-long' ],
        [ { marks => [ { at_ms => -1 } ] },            '/marks/0/at_ms', 'too-small' ],
        [ { marks => [ { note => 'x' } ] },            '/marks/0/at_ms', 'required' ],
        [ { marks => [ ({ at_ms => 1 }) x 201 ] },     '/marks',         'too-many' ],
        [ { state => 'ready' },                        '/state',         'unknown' ],
    ) {
        my ($body, $pointer, $code) = @$case;
        my $p = is_problem(api($owner, 'updateFile', { file_id => $film }, $body), 'invalid-input', "$pointer $code");
        is_deeply($p->{errors}, [ { pointer => $pointer, code => $code } ], 'says where');
    }
    is_problem(api(as_tester(), 'updateFile', { file_id => $film }, { name => 'mine' }), 'not-found', 'nobody else\'s');
};

subtest 'deleted' => sub {
    my $key  = random_text(32);
    my $file = make_stored($owner, 'document', 'soon gone', store_key => $key);
    store_bytes("$key/thumbnail", 'small');
    sql("INSERT INTO file_rendition VALUES (:'id', 'thumbnail', :'key', 'image/webp', 5, 1, 1)", id => $file, key => "$key/thumbnail");
    is_problem(api(as_tester(), 'deleteFile', { file_id => $file }), 'not-found', 'not by others');
    is_empty(api($owner, 'deleteFile', { file_id => $file }), 'by its owner');
    is_problem(read_file($owner, $file), 'not-found', 'it is not there any more');
    is_problem(api($owner, 'deleteFile', { file_id => $file }), 'not-found', 'nor a second time');
    run_jobs();
    ok(!-e stored_path($key), 'its bytes are gone');
    ok(!-e stored_path("$key/thumbnail"), 'and those made of it');
};

subtest 'what was handed in stays' => sub {
    my $draft = make_claim(make_job(as_builder()), $owner)->{submissions}[0]{id};
    my $file  = make_stored($owner, 'document', 'handed in');
    sql("INSERT INTO attachment (submission_id, file_id, position) VALUES (:'s', :'f', 1)", s => $draft, f => $file);
    sql("UPDATE submission SET state = 'submitted', submitted_at = now() WHERE id = :'id'", id => $draft);
    is_problem(api($owner, 'deleteFile', { file_id => $file }), 'file-in-use', 'not deleted');
    is_problem(api($owner, 'updateFile', { file_id => $file }, { name => 'other.log' }), 'file-in-use', 'not renamed');
    is(read_file($owner, $file)->{content}, 'handed in', 'still there');
    sql("UPDATE submission SET state = 'draft', submitted_at = NULL WHERE id = :'id'", id => $draft);
    is_empty(api($owner, 'deleteFile', { file_id => $file }), 'from a draft it can be taken');
    is(sql("SELECT count(*) FROM attachment WHERE file_id = :'id'", id => $file), 0, 'and is detached');
};

done_testing();
