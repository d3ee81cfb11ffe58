# SPDX-License-Identifier: Apache-2.0
# Slow links of one account leave room for the uploads of others. A site with few places.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest::Httpd;
use PeerTest::OwnSite PeerTestUploadSlots => 10, PeerTestUploadLease => 300;
use PeerTest;
use PeerTest::Database;
use PeerTest::Tus;
use Test::More;
use Time::HiRes qw(sleep time);

my ($hog, $other, $third) = map { as_tester() } 1 .. 3;
my $BYTES = log_text(20_000);

sub upload_of { my ($who) = @_; return is_created(begin_upload($who, length => 1_000_000), 'an upload')->{id} }

# So many links that bring a beginning, and then nothing. Returns when each of them has its place.
sub slow_links {
    my ($who, $count) = @_;
    my @ids   = map { upload_of($who) } 1 .. $count;
    my @links = map { link_open($who, $_, 0, substr($BYTES, 0, 5000), announced => 1_000_000) } @ids;
    until_sql("SELECT count(*) = :'count'::int FROM upload WHERE file_id = ANY (:'ids'::uuid[]) AND leased_until > now()",
        count => $count, ids => '{' . join(',', @ids) . '}');
    return @links;
}

# An upload of this account, once there is a place for it: a lease is given back a moment before the place.
sub uploaded {
    my ($who) = @_;
    my $until = time + 60;
    while (1) {
        my $answer = append($who, upload_of($who), 0, $BYTES);
        return $answer if $answer->{status} == 204 || time > $until;
        sleep 0.1;
    }
}

sub is_refused {
    my ($link, $status, $slug, $name) = @_;
    my $answer = link_answer($link);
    is($answer->{status}, $status, $name);
    like($answer->{text}, qr/^Retry-After: [1-9]\d*\r$/mi, 'for now');
    like($answer->{text}, qr{/problems/$slug}, 'and says why') if $answer->{text} =~ /\r\n\r\n./s;
    return;
}

my @slow = slow_links($hog, 5);

subtest 'an account has half of the places' => sub {
    is_refused(link_open($hog, upload_of($hog), 0, substr($BYTES, 0, 100), announced => 1_000_000), 429, 'rate-limited', 'one more is refused before its bytes');
    is_problem(append($hog, upload_of($hog), 0, $BYTES), 'rate-limited', 'as is a quick one');
    is_ok(api($hog, 'listUploads'), 'all else goes on');
};

subtest 'others upload meanwhile' => sub {
    my @ids     = map { upload_of($other) } 1 .. 4;
    my @answers = at_once(map { [ $other, 'appendUpload', { upload_id => $_ }, $BYTES,
                headers => { 'Content-Type' => 'application/offset+octet-stream', 'Upload-Offset' => 0 } ] } @ids);
    is(join(' ', map { $_->{status} } @answers), '204 204 204 204', 'as many as a browser opens');
    is(join(' ', map { offset_of($other, $_) } @ids), join(' ', (length $BYTES) x 4), 'whole');
};

subtest 'when all places are taken' => sub {
    my @more = slow_links($other, 5);
    my $answer = append($third, upload_of($third), 0, $BYTES);
    is_problem($answer, 'unavailable', 'a third account is told so');
    link_cut($_) for @more;
    until_sql("SELECT count(*) = 5 FROM upload WHERE leased_until > now()");
    is_offset(uploaded($third), length $BYTES, 'and goes on when one is free');
};

subtest 'a place that is given back counts again' => sub {
    link_cut(pop @slow);
    until_sql("SELECT count(*) = 4 FROM upload WHERE leased_until > now()");
    is_offset(uploaded($hog), length $BYTES, 'for the same account');
};

link_cut($_) for @slow;
done_testing();
