# SPDX-License-Identifier: Apache-2.0
# How much room somebody's files take.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use Test::More;

sub storage { my ($actor) = @_; return is_ok(api($actor, 'getStorage'), 'storage') }

sub make_file {
    my ($owner, $state, $size) = @_;
    my $facts = $state eq 'ready' ? "'document', 'text/plain', decode(repeat('00', 32), 'hex')" : 'NULL, NULL, NULL';
    my $why = $state eq 'refused' ? "'empty'" : 'NULL';
    return sql("INSERT INTO file (owner_id, state, name, store_key, size_bytes, kind, media_type, sha256, refused_code)
                SELECT '$owner->{id}', '$state', 'a.txt', gen_random_uuid()::text, $size, $facts, $why RETURNING id");
}

subtest 'nothing at first, within the limits of the site' => sub {
    my $storage = storage(as_tester());
    is($storage->{used_bytes},   0, 'no files');
    is($storage->{open_uploads}, 0, 'no uploads');
    ok($storage->{quota_bytes} > 0, 'there is room');
    ok($storage->{picture_max_bytes} <= $storage->{video_max_bytes}, 'and a size for each kind');
};

subtest 'what is there counts, and what an unfinished upload will take' => sub {
    my $tester = as_tester();
    make_file($tester, 'ready', 1000);
    make_file($tester, $_, 5000) for qw(refused deleted);
    make_file(as_tester(), 'ready', 7000);
    my $open = make_file($tester, 'uploading', 0);
    sql("INSERT INTO upload (file_id, length_bytes, expires_at) VALUES ('$open', 300, now() + interval '1 hour')");
    my $storage = storage($tester);
    is($storage->{used_bytes},   1300, 'my own files, and those on their way');
    is($storage->{open_uploads}, 1,    'one is unfinished');
};

subtest 'it is nobody else\'s business' => sub {
    is_problem(api(undef, 'getStorage'), 'unauthorized', 'without a session');
};

done_testing();
