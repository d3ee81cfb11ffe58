# SPDX-License-Identifier: Apache-2.0
# The same files in an S3-compatible bucket: in by parts, out by links, and kept while the store is busy,
# broken, full or away.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest::Httpd;
use PeerTest::OwnSite
    PeerTestStorage         => 's3',
    PeerTestStorageFolder   => undef,
    PeerTestS3Url           => "$ENV{PEERTEST_SANDBOX_URL}/s3/peertest",
    PeerTestS3KeyFile       => secret_file("sandbox-access-key:sandbox-secret-key-0123456789\n"),
    PeerTestProviderTimeout => 20;
use Digest::SHA qw(sha256_hex);
use HTTP::Tiny ();
use PeerTest;
use PeerTest::Database;
use PeerTest::Files;
use PeerTest::Make;
use Test::More;

my $MIB    = 1024 * 1024;
my $tester = as_tester();
my $http   = HTTP::Tiny->new(max_redirect => 0, timeout => 20);

sub fault { my (%fault) = @_; return sandbox('POST', 'faults', { path_prefix => '/s3/', times => 1, %fault }) }

sub calls { my ($path) = @_; return reverse @{ sandbox('GET', "requests?path=/s3/peertest/$path")->{items} } }

# Chance letters alone may begin as a file of some other kind does.
sub log_text { my ($bytes) = @_; my $line = 'GET /' . join('', map { chr(97 + rand 26) } 6 .. 1023) . "\n"; return substr $line x (1 + $bytes / 1024), 0, $bytes }

sub key_of { my ($id) = @_; return sql("SELECT store_key FROM file WHERE id = :'id'", id => $id) }

# One request of an upload.
sub tus {
    my ($method, $path, $headers, $body) = @_;
    return request($method, $path, { Authorization => "Bearer $tester->{token}", 'Tus-Resumable' => '1.0.0', %{ $headers || {} } }, $body);
}

sub begin { my ($length) = @_; my ($id) = tus('POST', '/uploads', { 'Upload-Length' => $length })->{headers}{location} =~ m{([^/]+)$}; return $id }

sub append {
    my ($id, $offset, $bytes) = @_;
    return tus('PATCH', "/uploads/$id", { 'Content-Type' => 'application/offset+octet-stream', 'Upload-Offset' => $offset }, $bytes);
}

sub offset { my ($id) = @_; return tus('HEAD', "/uploads/$id")->{headers}{'upload-offset'} }

sub ready {
    my ($id) = @_;
    run_jobs();
    return is_ok(api($tester, 'getFileInfo', { file_id => $id }));
}

sub fetch { my ($id, %headers) = @_; return $http->get(api($tester, 'getFile', { file_id => $id })->{headers}{location}, { headers => \%headers }) }

subtest 'a small file' => sub {
    my $bytes = log_text(2000);
    my $file  = make_file($tester, $bytes, name => 'Ä "log".txt');
    my $link  = api($tester, 'getFile', { file_id => $file->{id} });
    is($link->{status}, 302, 'the store answers by itself');
    is($link->{headers}{'cache-control'}, 'private, no-store', 'nobody keeps the link');
    my $url    = $link->{headers}{location};
    my $answer = $http->get($url);
    is($answer->{status}, 200, 'to whoever has the link');
    is($answer->{content}, $bytes, 'byte by byte');
    is($answer->{headers}{'content-type'}, 'text/plain', 'as we say: its type');
    is($answer->{headers}{'content-disposition'}, q(attachment; filename="_ _log_.txt"; filename*=UTF-8''%C3%84%20_log_.txt), 'and its name');
    is($http->get($url, { headers => { Range => 'bytes=10-19' } })->{content}, substr($bytes, 10, 10), 'in ranges, too');
    is($http->get($url =~ s/response-content-type=text%2Fplain/response-content-type=text%2Fhtml/r)->{status}, 403, 'it is good for nothing else');
    is($http->get($url =~ s/X-Amz-Expires=\d+/X-Amz-Expires=9999999/r)->{status}, 403, 'nor for longer');
    is_problem(api(as_tester(), 'getFile', { file_id => $file->{id} }), 'not-found', 'to others there is no link');
    is_empty(api($tester, 'deleteFile', { file_id => $file->{id} }), 'deleted');
    run_jobs();
    is($http->get($url)->{status}, 404, 'it is gone there, too');
};

subtest 'a picture is read back, made anew and stored' => sub {
    my $file = make_file($tester, 'picture');
    ok($file->{thumbnail_url}, 'with a small one');
    like(fetch($file->{id})->{content}, qr/^\x89PNG/, 'it is a picture');
    isnt($file->{sha256}, undef, 'and has its hash');
};

subtest 'a picture of a project' => sub {
    my $builder = as_builder();
    my $project = make_project($builder);
    my $icon    = make_file($builder, 'picture');
    is_ok(api($builder, 'setProjectPictures', { project_id => $project->{id} }, { icon_id => $icon->{id}, screenshot_ids => [] }), 'an icon');
    my $answer = api(undef, 'getFile', { file_id => $icon->{id} });
    is($answer->{status}, 302, 'is for everybody');
    is($answer->{headers}{'cache-control'}, 'private, no-store', 'but its link, which ends soon, is not kept');
    is($http->get($answer->{headers}{location})->{status}, 200, 'and leads there');
};

subtest 'a large file goes in by parts, and on after a pause' => sub {
    my $bytes = log_text(20 * $MIB + 12345);
    my $id    = begin(length $bytes);
    my $at    = 3 * $MIB + 17;
    is(append($id, 0, substr $bytes, 0, $at)->{status}, 204, 'the first piece');
    is(offset($id), $at, 'is kept');
    is(append($id, $at, substr $bytes, $at, 10 * $MIB)->{status}, 204, 'a second');
    $at += 10 * $MIB;
    is(append($id, $at, substr $bytes, $at)->{status}, 204, 'the rest');
    my $file  = ready($id);
    my @parts = grep { $_->{method} eq 'PUT' && $_->{parameters}{partNumber} } calls(key_of($id));
    is_deeply([ map { $_->{parameters}{partNumber} } @parts ], [ 1, 2, 3 ], 'in three parts');
    is($file->{sha256}, sha256_hex($bytes), 'the hash is that of all');
    is(sha256_hex(fetch($id)->{content}), sha256_hex($bytes), 'and so is what comes back');
    my $left = sandbox('GET', 'requests?path=/s3/peertest/' . key_of($id) . '.tail')->{items};
    ok((grep { $_->{method} eq 'DELETE' } @$left), 'the tails of pauses are removed');
};

subtest 'a writer that is late takes nothing from the next one' => sub {
    my $bytes = log_text(3 * $MIB);
    my $id    = begin(length $bytes);
    my $get   = sub { return sql("SELECT offset_bytes || '|' || store_state || '|' || encode(digest_state, 'hex') FROM upload WHERE file_id = :'id'", id => $id) };
    my $set   = sub {
        my ($offset, $state, $digest) = split /\|/, $_[0];
        sql("UPDATE upload SET offset_bytes = :'at', store_state = :'state', digest_state = decode(:'digest', 'hex') WHERE file_id = :'id'",
            id => $id, at => $offset, state => $state, digest => $digest);
    };
    my $piece = sub { my ($from, $to) = @_; is(append($id, $from, substr $bytes, $from, $to - $from)->{status}, 204, "to $to") };
    $piece->(0, 1000);
    my $early = $get->();
    $piece->(1000, 2 * $MIB);
    my $saved = $get->();
    $set->($early);
    $piece->(1000, $MIB);    # what it wrote is noted by nobody
    $set->($saved);
    $piece->(2 * $MIB, length $bytes);
    is(ready($id)->{sha256}, sha256_hex($bytes), 'it is whole');
};

subtest 'many small pieces leave no heap behind' => sub {
    my $id = begin(10_000);
    append($id, 500 * $_, 'x' x 500) for 0 .. 9;
    my %is_there;
    $is_there{ $_->{path} } = $_->{method} eq 'PUT' for grep { $_->{method} ne 'GET' } calls(key_of($id) . '.tail');
    is(scalar(grep { $_ } values %is_there), 2, 'the last tail and the one before it');
};

subtest 'completed, and nobody heard of it' => sub {
    my $bytes = log_text(9 * $MIB);
    my $id    = begin(length $bytes);
    is(append($id, 0, substr $bytes, 0, 8 * $MIB + 100)->{status}, 204, 'a part and a tail');
    fault(kind => '500', method => 'DELETE', times => 100);
    is(append($id, 8 * $MIB + 100, substr $bytes, 8 * $MIB + 100)->{status}, 204, 'the rest');
    until_sql("SELECT last_error IS NOT NULL FROM queue_job WHERE kind = 'upload.finish' AND payload ->> 'file_id' = :'id'", id => $id);
    sandbox('DELETE', 'faults');
    until_sql("SELECT state = 'ready' FROM file WHERE id = :'id'", id => $id);
    is(sha256_hex(fetch($id)->{content}), sha256_hex($bytes), 'and is made good');
};

subtest 'what fails for a moment is tried again' => sub {
    for my $kind (qw(429 500 500_after cut_before cut_after)) {
        my $bytes = log_text(10 * $MIB);
        my $id    = begin(length $bytes);
        fault(kind => $kind, method => $_) for qw(POST PUT);
        is(append($id, 0, substr $bytes, 0, 9 * $MIB)->{status}, 204, "$kind: it goes in");
        fault(kind => $kind, method => $_) for qw(GET POST PUT);
        is(append($id, 9 * $MIB, substr $bytes, 9 * $MIB)->{status}, 204, 'and is completed');
        is(ready($id)->{sha256}, sha256_hex($bytes), 'whole');
        is(sandbox('DELETE', 'faults')->{ended}, 0, 'and all of them struck');
    }
};

subtest 'a store that is away' => sub {
    my $bytes = log_text(12 * $MIB);
    my $id    = begin(length $bytes);
    is(append($id, 0, substr $bytes, 0, $MIB)->{status}, 204, 'a beginning');
    fault(kind => '500', method => 'PUT', times => 100);
    my $refused = append($id, $MIB, substr $bytes, $MIB);
    is_problem($refused, 'unavailable', 'no more comes in');
    is($refused->{status}, 503, 'for now');
    ok($refused->{headers}{'retry-after'}, 'and says when to try again');
    sandbox('DELETE', 'faults');
    is(offset($id), $MIB, 'what was there stays');
    is(append($id, $MIB, substr $bytes, $MIB)->{status}, 204, 'and it goes on');
    is(ready($id)->{sha256}, sha256_hex($bytes), 'to the end');
};

subtest 'a store that is full' => sub {
    my $bytes = log_text(10 * $MIB);
    my $id    = begin(length $bytes);
    is(append($id, 0, substr $bytes, 0, $MIB)->{status}, 204, 'a beginning');
    fault(kind => '507', method => 'PUT', times => 100);
    my $refused = append($id, $MIB, substr $bytes, $MIB);
    is_problem($refused, 'storage-full', 'no room');
    is($refused->{status}, 507, 'by its status');
    sandbox('DELETE', 'faults');
    is(append($id, offset($id), substr $bytes, offset($id))->{status}, 204, 'once there is room, it goes on');
    is(ready($id)->{sha256}, sha256_hex($bytes), 'to the end');
};

subtest 'given up' => sub {
    my $id = begin(20 * $MIB);
    append($id, 0, log_text(9 * $MIB));
    my $key = key_of($id);
    is_empty(api($tester, 'deleteUpload', { upload_id => $id }, undef, headers => { 'Tus-Resumable' => '1.0.0' }), 'the upload is ended');
    run_jobs();
    my @removed = grep { $_->{method} eq 'DELETE' } calls($key);
    ok((grep { $_->{parameters}{uploadId} && $_->{status} == 204 } @removed), 'the store forgets its parts');
    ok((grep { $_->{path} =~ /\.tail/ } @removed), 'and its tail');
};

subtest 'readiness' => sub {
    is(request('GET', '/ready')->{data}{checks}{storage}{status}, 'healthy', 'the store is there');
    fault(kind => '500', method => 'HEAD');
    my $away = request('GET', '/ready');
    is($away->{data}{checks}{storage}{status}, 'unavailable', 'away');
    is($away->{status}, 200, 'all else goes on');
};

done_testing();
