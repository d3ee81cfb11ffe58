# SPDX-License-Identifier: Apache-2.0
# What people upload never runs in our pages and is read by nobody's page but ours, whatever it is and
# whatever it is called.
use strict;
use warnings FATAL => 'all';
use utf8;
use lib 't/lib';
use PeerTest;
use PeerTest::Files;
use Test::More;

my $POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";
my $owner  = as_tester();
my $script = '<!doctype html><script>fetch("/api/v1/me")</script>';

sub read_file { my ($id, $headers, $query) = @_; return request('GET', "/files/$id" . ($query // ''), $headers) }

sub token { my ($who) = @_; return { Authorization => "Bearer $who->{token}" } }

sub cookie { my ($who, %more) = @_; return { Cookie => join('; ', map { "$_=$who->{cookies}{$_}" } sort keys %{ $who->{cookies} }), %more } }

sub is_harmless {
    my ($answer, $name) = @_;
    my $h = $answer->{headers};
    is($h->{'content-security-policy'}, $POLICY, "$name: nothing of it runs, and no page frames it");
    is($h->{'x-content-type-options'}, 'nosniff', 'the type is ours alone');
    is($h->{'cross-origin-resource-policy'}, 'same-origin', 'no other origin embeds it');
    is($h->{'cache-control'}, 'private, no-store', 'nobody keeps it');
    return;
}

subtest 'no stored file runs as script' => sub {
    my $text = make_stored($owner, 'document', $script, name => 'page.html');
    my $page = read_file($text, token($owner));
    is_harmless($page, 'a page as text');
    like($page->{headers}{'content-type'}, qr{^text/plain(?:; charset=utf-8)?$}, 'it stays text');
    like($page->{headers}{'content-disposition'}, qr/^attachment/, 'and is saved, not shown');
    for my $kind (qw(picture video audio)) {
        my $file = make_stored($owner, $kind, $script);
        is_harmless(read_file($file, token($owner)), $kind);
        is_harmless(read_file($file, { %{ token($owner) }, Range => 'bytes=0-3' }), 'a part');
        my $etag = read_file($file, token($owner))->{headers}{etag};
        is(read_file($file, { %{ token($owner) }, 'If-None-Match' => $etag })->{headers}{'content-security-policy'}, $POLICY, 'and a 304');
    }
};

subtest 'a name does no harm' => sub {
    my %names = (
        'line ends'       => [ "a\r\nSet-Cookie: refresh=x\r\n\r\n<script>", qr/^[^\r\n]*$/ ],
        'quotes'          => [ 'a"; filename="b.html', qr/^attachment; filename="a_; filename=_b\.html"; filename\*=UTF-8''a%22%3B%20filename%3D%22b\.html$/ ],
        'backslash'       => [ 'a\\"b.txt', qr/filename="a__b\.txt"/ ],
        'percent'         => [ '%22%0d%0a.txt', qr/filename="_22_0d_0a\.txt"/ ],
        'the other way'   => [ "invoice\x{202e}txt.exe", qr/filename\*=UTF-8''invoice%E2%80%AEtxt\.exe$/ ],
        '200 umlauts'     => [ 'ü' x 200, qr/^attachment; filename="_{200}"; filename\*=UTF-8''(?:%C3%BC){200}$/ ],
        'an emoji'        => [ "\x{1f600}.log", qr/filename="_\.log"; filename\*=UTF-8''%F0%9F%98%80\.log$/ ],
        'plain'           => [ 'Console (1).log', qr/^attachment; filename="Console \(1\)\.log"$/ ],
    );
    for my $what (sort keys %names) {
        my ($name, $says) = @{ $names{$what} };
        # Straight into the row: uploads and renaming would have cleaned it.
        my $answer = read_file(make_stored($owner, 'document', 'x', name => $name), token($owner));
        is($answer->{status}, 200, $what);
        like($answer->{headers}{'content-disposition'}, $says, 'is one header, and one name');
        is($answer->{headers}{'set-cookie'}, undef, 'and no other header');
        is(() = $answer->{headers}{'content-disposition'} =~ /"/g, 2, 'with two quotes');
    }
};

subtest 'names that people give are cleaned' => sub {
    my $file = make_stored($owner, 'document', 'x');
    for my $name ('../../etc/passwd', 'C:\\Windows\\a.txt', "a\x{202e}b.txt", "a\r\nb", '/', '....') {
        my $kept = is_ok(api($owner, 'updateFile', { file_id => $file }, { name => $name }))->{name};
        unlike($kept, qr{[/\\\x{202e}\x{0}-\x{1f}]}, 'no path, nothing that turns it around');
        ok(length $kept, 'and something is left');
    }
};

subtest 'the cookie reads for our own pages alone' => sub {
    my $file = make_stored($owner, 'picture', 'a picture');
    is(read_file($file, cookie($owner))->{status}, 200, 'by the cookie');
    is(read_file($file, cookie($owner, 'Sec-Fetch-Site' => $_))->{status}, 200, "asked for by $_") for qw(same-origin none);
    for my $site (qw(cross-site same-site sibling)) {
        is_problem(read_file($file, cookie($owner, 'Sec-Fetch-Site' => $site)), 'cross-site', "not by $site");
        is_problem(request('GET', "/files/$file/info", cookie($owner, 'Sec-Fetch-Site' => $site)), 'cross-site', 'nor what it is');
    }
    is_problem(read_file($file, {}), 'not-found', 'nobody');
    is_problem(read_file($file, cookie(as_tester())), 'not-found', 'somebody else');
    is_problem(read_file($file, cookie({ cookies => { refresh => 'x' x 43 } })), 'not-found', 'a cookie of nobody');
    is_problem(read_file($file, { Cookie => "refresh=$owner->{cookies}{refresh}; refresh=other" }), 'not-found', 'two of them are none');
};

subtest 'reading does not use the session up' => sub {
    my $tester = as_tester();
    my $file   = make_stored($tester, 'picture', 'a picture');
    my $before = sql("SELECT s.last_used_at || ' ' || count(*) || ' ' || count(t.used_at) FROM session s JOIN refresh_token t ON t.session_id = s.id WHERE s.id = :'id' GROUP BY s.id",
        id => $tester->{session_id});
    my $answer = read_file($file, cookie($tester));
    is($answer->{status}, 200, 'read');
    is($answer->{headers}{'set-cookie'}, undef, 'no cookie is given');
    is(sql("SELECT s.last_used_at || ' ' || count(*) || ' ' || count(t.used_at) FROM session s JOIN refresh_token t ON t.session_id = s.id WHERE s.id = :'id' GROUP BY s.id",
        id => $tester->{session_id}), $before, 'and the token is as it was');
    sql("UPDATE refresh_token SET used_at = now() - interval '1 hour' WHERE session_id = :'id'", id => $tester->{session_id});
    is_problem(read_file($file, cookie($tester)), 'not-found', 'a token of before reads nothing');
    is(sql("SELECT ended_at IS NULL FROM session WHERE id = :'id'", id => $tester->{session_id}), 't', 'and ends nothing');
    sql("UPDATE refresh_token SET used_at = NULL WHERE session_id = :'id'", id => $tester->{session_id});
    sql("UPDATE session SET ended_at = now(), end_reason = 'logout' WHERE id = :'id'", id => $tester->{session_id});
    is_problem(read_file($file, cookie($tester)), 'not-found', 'an ended session reads nothing');
    is_problem(read_file($file, token($tester)), 'unauthorized', 'nor does its token');
};

done_testing();
