# SPDX-License-Identifier: Apache-2.0
# Another site's page cannot use the cookie that the browser would send along.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use Test::More;

my $origin = api_url();
my %cookie = (refresh => '/auth/refresh', logout => '/auth/logout');

# A request with the actor's cookie and whatever else a browser says.
sub with_cookie {
    my ($actor, $path, %headers) = @_;
    return request('POST', $path, { Cookie => "refresh=$actor->{cookies}{refresh}", %headers });
}

my @foreign = (
    [ 'without our header',               { Origin => $origin } ],
    [ 'with our header, but another value', { Origin => $origin, 'X-PeerTest' => '0' } ],
    [ 'without an origin',                { 'X-PeerTest' => 1 } ],
    [ 'from another site',                { 'X-PeerTest' => 1, Origin => 'https://evil.example' } ],
    [ 'from a name that begins like ours', { 'X-PeerTest' => 1, Origin => "$origin.evil.example" } ],
    [ 'from another port',                { 'X-PeerTest' => 1, Origin => ($origin =~ s/\d+$/1/r) } ],
    [ 'from another scheme',              { 'X-PeerTest' => 1, Origin => ($origin =~ s/^http:/https:/r) } ],
    [ 'from nowhere',                     { 'X-PeerTest' => 1, Origin => 'null' } ],
    [ 'from two origins',                 { 'X-PeerTest' => 1, Origin => [ $origin, 'https://evil.example' ] } ],
    [ 'from another site, by fetch metadata', { 'X-PeerTest' => 1, 'Sec-Fetch-Site' => 'cross-site' } ],
    [ 'from a neighbour, by fetch metadata',  { 'X-PeerTest' => 1, 'Sec-Fetch-Site' => 'same-site' } ],
    [ 'from an address bar',              { 'X-PeerTest' => 1, 'Sec-Fetch-Site' => 'none' } ],
    [ 'with metadata against its origin', { 'X-PeerTest' => 1, Origin => 'https://evil.example', 'Sec-Fetch-Site' => 'same-origin' } ],
);

subtest 'a foreign page gets no token and ends no session' => sub {
    my $actor = as_tester();
    for my $operation (sort keys %cookie) {
        for my $case (@foreign) {
            my ($name, $headers) = @$case;
            my $answer = with_cookie($actor, $cookie{$operation}, %$headers);
            is_problem($answer, 'cross-site', "$operation $name");
            is($answer->{headers}{'set-cookie'}, undef, 'and no cookie is touched');
        }
    }
    is(sql("SELECT count(*) FROM refresh_token WHERE session_id = '$actor->{session_id}' AND used_at IS NOT NULL"), 0, 'the token was not used');
    is(sql("SELECT ended_at IS NULL FROM session WHERE id = '$actor->{session_id}'"), 't', 'the session goes on');
};

subtest 'our own page does' => sub {
    my $actor  = as_tester();
    my $answer = with_cookie($actor, '/auth/refresh', 'X-PeerTest' => 1, 'Sec-Fetch-Site' => 'same-origin');
    is($answer->{status}, 200, 'by fetch metadata');
    is_ok(api($actor, 'refresh'), 'by its origin');
    is_empty(api($actor, 'logout'), 'and out');
};

subtest 'the cookie is worth nothing elsewhere' => sub {
    my $actor = as_tester();
    my %ours  = (Cookie => "refresh=$actor->{cookies}{refresh}", Origin => $origin, 'X-PeerTest' => 1);
    is_problem(request('GET',   '/me', \%ours), 'unauthorized', 'it reads nothing');
    is_problem(request('PATCH', '/me', { %ours, 'Content-Type' => 'application/json' }, '{}'), 'unauthorized', 'and writes nothing');
    is_problem(request('GET', $_, \%ours), 'method-not-allowed', "GET $_ changes nothing") for values %cookie;
};

subtest 'a form of another site cannot sign anybody in' => sub {
    my $actor = as_tester();
    my $body  = qq({"email":"$actor->{email}","password":"$actor->{password}"});
    for my $type ('text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x') {
        my $answer = request('POST', '/auth/login', { 'Content-Type' => $type, Origin => 'https://evil.example' }, $body);
        is_problem($answer, 'media-type', $type);
        is($answer->{headers}{'set-cookie'}, undef, 'sets no cookie');
    }
};

subtest 'two cookies of one name are none' => sub {
    my $actor  = as_tester();
    my $answer = request('POST', '/auth/refresh', {
        Cookie => "refresh=$actor->{cookies}{refresh}; refresh=" . 'x' x 43, Origin => $origin, 'X-PeerTest' => 1 });
    is_problem($answer, 'session-ended', 'refused');
    is(sql("SELECT count(*) FROM refresh_token WHERE session_id = '$actor->{session_id}' AND used_at IS NOT NULL"), 0, 'the token was not used');
};

done_testing();
