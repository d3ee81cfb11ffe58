# SPDX-License-Identifier: Apache-2.0
# An access token is good as we made it, while its session lasts, and for the rights
# that the database knows.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use Digest::SHA qw(hmac_sha256 hmac_sha512);
use JSON::PP ();
use MIME::Base64 qw(decode_base64 decode_base64url encode_base64url);
use PeerTest;
use Test::More;

my $json = JSON::PP->new->utf8->canonical;

sub refused {
    my ($token, $name) = @_;
    is_problem(request('GET', '/me', { Authorization => "Bearer $token" }), 'unauthorized', $name);
}

# The site's key, as its secrets file has it.
sub site_key {
    open my $fh, '<', "$ENV{PEERTEST_WORLD}/secrets/peertest.key" or die "secrets: $!";
    my ($key) = map { /^access:\s*(\S+)/ ? $1 : () } <$fh>;
    return substr decode_base64($key), 0, 32;
}

# A token of any header and claims, signed with the site's key unless told otherwise.
sub token {
    my ($header, $claims, $sign) = @_;
    my $text = join '.', map { encode_base64url(ref $_ ? $json->encode($_) : $_) } $header, $claims;
    return "$text." . encode_base64url($sign ? $sign->($text) : hmac_sha256($text, site_key()));
}

my $header = '{"alg":"HS256","typ":"at+jwt"}';
my $actor  = as_tester();
my $claims = $json->decode(decode_base64url((split /\./, $actor->{token})[1]));

subtest 'what is in a token' => sub {
    is(decode_base64url((split /\./, $actor->{token})[0]), $header, 'one algorithm, a type of its own');
    is_deeply([ sort keys %$claims ], [qw(aud exp iat iss roles sid sub)], 'these claims');
    is($claims->{iss}, api_url(), 'issued by this site');
    is($claims->{exp} - $claims->{iat}, 900, 'for a quarter of an hour');
    ok(!grep({ $_ eq $actor->{email} } values %$claims), 'and nothing personal');
    is(request('GET', '/me', { Authorization => 'Bearer ' . token($header, $claims) })->{status}, 200, 'made again, it is good: what follows fails for its fault alone');
};

subtest 'forged tokens' => sub {
    my ($h, $c, $s) = split /\./, $actor->{token};
    my $admin = encode_base64url($json->encode({ %$claims, roles => 7 }));
    refused("$h.$admin.$s",         'with more roles');
    refused("$h.$c.",               'without a signature');
    refused("$h.$c",                'without a third part');
    refused("$h.$c.$s.$s",          'with a fourth part');
    refused("$h.$c." . 'A' x 43,    'with any signature');
    refused("$actor->{token}=",     'padded');
    refused(token('{"alg":"none","typ":"at+jwt"}', $claims, sub { '' }), 'that asks not to be verified');
    refused(token('{"alg":"HS512","typ":"at+jwt"}', $claims, sub { hmac_sha512($_[0], site_key()) }), 'by another algorithm');
    refused(token('{"alg":"HS256","typ":"JWT"}', $claims), 'of another type');
    refused(token('{"alg":"HS256","typ":"at+jwt","kid":"../../dev/null"}', $claims), 'that names its key');
    refused(token('{"alg":"HS256","typ":"at+jwt","jwk":{"kty":"oct","k":""}}', $claims, sub { hmac_sha256($_[0], '') }), 'that brings its key');
    refused(token($header, $claims, sub { hmac_sha256($_[0], '') }), 'signed with nothing');
    refused($_, "nothing like one: $_") for '', 'x', '..', '...', 'null', 'x' x 5000, $actor->{cookies}{refresh};
};

subtest 'well signed, but not good' => sub {
    my $now = time;
    for my $case (
        [ 'expired',                  { exp => $now - 31, iat => $now - 931 } ],
        [ 'of the future',            { iat => $now + 60, exp => $now + 960 } ],
        [ 'of another site',          { iss => 'https://evil.example' } ],
        [ 'for another audience',     { aud => 'https://evil.example' } ],
        [ 'without an end',           { exp => undef } ],
        [ 'without a session',        { sid => undef } ],
        [ 'without a subject',        { sub => undef } ],
        [ 'without roles',            { roles => undef } ],
        [ 'with an end that is text', { exp => '' . ($now + 900) } ],
    ) {
        my ($name, $change) = @$case;
        my %all = (%$claims, %$change);
        delete $all{$_} for grep { !defined $all{$_} } keys %all;
        refused(token($header, \%all), $name);
    }
};

subtest 'where a token may be' => sub {
    my $token = $actor->{token};
    is(request('GET', '/me', { Authorization => "bearer $token" })->{status}, 200, 'the scheme in any case');
    is_problem(request('GET', '/me', { Authorization => $_ }), 'unauthorized', 'not as ' . substr $_, 0, 8)
        for $token, "Basic $token", "Token $token", "Bearer$token", 'Bearer', "Bearer $token $token";
    is_problem(request('GET', '/me', { Authorization => [ "Bearer $token", "Bearer $token" ] }), 'unauthorized', 'not twice');
    is_problem(request('GET', "/me?access_token=$token"), 'unauthorized', 'not in the address');
    is_problem(request('GET', '/me', { Cookie => "refresh=$token; access_token=$token" }), 'unauthorized', 'not in a cookie');
};

subtest 'an optional token that is bad is not overlooked' => sub {
    is_problem(request('GET', '/jobs/0190d3a2-7c1e-7abc-8def-0123456789ab', { Authorization => 'Bearer x' }), 'unauthorized', 'refused');
};

subtest 'a token changes nothing once its session has ended' => sub {
    my $ended = as_tester();
    sql("UPDATE session SET ended_at = now(), end_reason = 'by_owner' WHERE id = '$ended->{session_id}'");
    is_problem(api($ended, 'updateMe', {}, { full_name => 'X' }), 'unauthorized', 'a write is refused at once');
    is_problem(api($ended, 'changePassword', {}, { current_password => $ended->{password}, password => 'another long one' }), 'unauthorized', 'and so is a new password');
    my $old = as_tester();
    sql("UPDATE session SET expires_at = now() WHERE id = '$old->{session_id}'");
    is_problem(api($old, 'updateMe', {}, { full_name => 'X' }), 'unauthorized', 'nor when it is too old');
    my $banned = as_tester();
    sql("UPDATE account SET state = 'suspended' WHERE id = '$banned->{id}'");
    is_problem(api($banned, 'updateMe', {}, { full_name => 'X' }), 'unauthorized', 'nor when the account is suspended');
};

subtest 'a session is its own account\'s' => sub {
    my $other = as_tester();
    my $mixed = token($header, { %$claims, sub => $other->{id} });
    is_problem(request('PATCH', '/me', { Authorization => "Bearer $mixed", 'Content-Type' => 'application/json' }, '{}'), 'unauthorized', 'not another\'s');
};

subtest 'rights come from the database' => sub {
    my $builder = as_builder();
    is_created(api($builder, 'createProject', {}, { name => 'Mine' }), 'a builder builds');
    sql("DELETE FROM account_role WHERE account_id = '$builder->{id}'");
    is_problem(api($builder, 'createProject', {}, { name => 'Mine' }), 'forbidden', 'no more, though his token still says so');
};

done_testing();
