# SPDX-License-Identifier: Apache-2.0
# Two marketplaces in one httpd know nothing of each other: no token, cookie or webhook of
# one is worth anything at the other, even where a careless operator gave both the same
# keys.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use Digest::SHA qw(hmac_sha256_hex);
use HTTP::Tiny ();
use IO::Socket::INET ();
use JSON::PP qw(decode_json encode_json);
use PeerTest qw(random_name random_text);
use PeerTest::Httpd;
use Test::More;

my $PASSWORD = 'a-long-and-shared-secret';
my $port     = free_port();
my $http     = HTTP::Tiny->new(timeout => 20);
my $other    = 'two_sites_' . random_text(8);
my %site     = map { $_->{id} => $_ } (
    { id => 'one', url => "http://localhost:$port", db => $ENV{PGDATABASE}, whsec => 'whsec_' . random_text(32) },
    { id => 'two', url => "http://127.0.0.1:$port", db => $other,           whsec => 'whsec_' . random_text(32), settings => { PeerTestReviewMin => 5 * 86400 } },
);

sub superuser { system('psql', '-XqAt', '-U', $ENV{PEERTEST_SUPERUSER} || 'postgres', '-d', 'postgres', '-c', $_[0]) == 0 or die "psql refused: $_[0]\n"; return }

sub site_sql { my ($site, $statement) = @_; my $out = `psql -XqAt -v ON_ERROR_STOP=1 -d $site->{db} -c "$statement"`; die "psql refused: $statement\n" if $?; chomp $out; return $out }

sub conf_of {
    my ($site) = @_;
    my $db = $ENV{PEERTEST_DB} =~ s/dbname=\S+?(?=["\s]|\z)/dbname=$site->{db}/r;
    my ($name) = $site->{url} =~ m{//([^:]+)};
    return "<VirtualHost 127.0.0.1:$port>\nServerName $name\nDBDParams \"$db\"\n"
        . site_lines(PeerTestSiteId => $site->{id}, PeerTestPublicUrl => $site->{url}, PeerTestDatabase => qq("$db"),
            PeerTestStripeWebhookSecretFile => secret_file("$site->{whsec}\n"), $site->{settings} ? %{ $site->{settings} } : ())
        . "</VirtualHost>\n";
}

sub call {
    my ($site, $method, $path, $headers, $body) = @_;
    my $answer = $http->request($method, "$site->{url}/api/v1$path", {
        headers => { 'Content-Type' => 'application/json', %{ $headers || {} } }, defined $body ? (content => ref $body ? encode_json($body) : $body) : (),
    });
    $answer->{data} = eval { decode_json($answer->{content}) } || {};
    return $answer;
}

# An account of a site, signed in.
sub somebody {
    my ($site, $email) = @_;
    is(call($site, 'POST', '/auth/register', {}, { email => $email, password => $PASSWORD, full_name => 'Some Body', role => 'builder' })->{status}, 201, "registered at $site->{id}");
    site_sql($site, "UPDATE account SET email_verified_at = now() WHERE email = '$email'");
    my $answer = call($site, 'POST', '/auth/login', {}, { email => $email, password => $PASSWORD });
    my ($cookie) = map { /^(refresh=[^;]+)/ } ref $answer->{headers}{'set-cookie'} ? @{ $answer->{headers}{'set-cookie'} } : $answer->{headers}{'set-cookie'};
    return { Authorization => "Bearer $answer->{data}{access_token}", cookie => $cookie };
}

sub own_page { my ($site, $who) = @_; return { Origin => $site->{url}, 'X-PeerTest' => 1, Cookie => $who->{cookie} } }

sub slug { my ($answer) = @_; return ($answer->{data}{type} // '-') =~ s{.*/}{}r }

superuser("CREATE DATABASE $other OWNER peertest_owner");
{
    local $ENV{DATABASE_URL} = "dbname=$other user=peertest_owner";
    system('tools/migrate up >/dev/null') == 0 or die "cannot migrate $other\n";
}
my $conf = join '', "<VirtualHost 127.0.0.1:$port>\nServerName default.example\n</VirtualHost>\n", map { conf_of($site{$_}) } qw(one two);
httpd_start($port, $conf);

my $email = random_name() . '@example.org';
my %who   = map { $_ => somebody($site{$_}, $email) } qw(one two);

subtest 'a token is for its own site' => sub {
    for my $id (qw(one two)) {
        my $mine = { Authorization => $who{$id}{Authorization} };
        is(call($site{$id}, 'GET', '/me', $mine)->{status}, 200, "that of $id there");
        my $foreign = $site{ $id eq 'one' ? 'two' : 'one' };
        is(slug(call($foreign, 'GET', '/me', $mine)), 'unauthorized', "and not at $foreign->{id}");
    }
};

subtest 'and so is a cookie' => sub {
    my $answer = call($site{two}, 'POST', '/auth/refresh', own_page($site{two}, $who{one}));
    is(slug($answer), 'session-ended', 'that of one gets nothing at two');
    is(slug(call($site{one}, 'POST', '/auth/refresh', own_page($site{two}, $who{one}))), 'cross-site', 'nor its own site, from the other one\'s page');
    is(call($site{one}, 'POST', '/auth/refresh', own_page($site{one}, $who{one}))->{status}, 200, 'at its own it is good');
};

subtest 'and a webhook' => sub {
    my $id   = 'evt_' . random_text(24);
    my $body = encode_json({ id => $id, type => 'customer.created', created => time, data => { object => {} } });
    my $now  = time;
    my $from = sub { return { 'Stripe-Signature' => "t=$now,v1=" . hmac_sha256_hex("$now.$body", $_[0]{whsec}) } };
    is(slug(call($site{two}, 'POST', '/webhooks/stripe', $from->($site{one}), $body)), 'webhook-signature', 'one for one is refused by two');
    is(site_sql($site{two}, "SELECT count(*) FROM webhook_event WHERE id = '$id'"), 0, 'and not stored');
    is(call($site{one}, 'POST', '/webhooks/stripe', $from->($site{one}), $body)->{status}, 200, 'and taken by one');
    is(site_sql($site{one}, "SELECT count(*) FROM webhook_event WHERE id = '$id'"), 1, 'which stores it');
    is(site_sql($site{two}, "SELECT count(*) FROM webhook_event WHERE id = '$id'"), 0, 'alone');
};

subtest 'settings are a site\'s own' => sub {
    my %code = (one => '/project_id not-found', two => '/review_days too-small');
    for my $id (qw(one two)) {
        my $answer = call($site{$id}, 'POST', '/jobs', { Authorization => $who{$id}{Authorization} }, {
            kind => 'simple', project_id => '0190d3a2-7c1e-7abc-8def-0123456789ab', title => 'A job for two', brief => 'x',
            service_type => 'exploratory', reward_minor => 500, currency => 'usd', seats => 1, review_days => 4,
        });
        is(join(', ', map { "$_->{pointer} $_->{code}" } @{ $answer->{data}{errors} || [] }), $code{$id}, "four days to review at $id");
    }
};

subtest 'a name that is nobody\'s' => sub {
    my $socket = IO::Socket::INET->new(PeerAddr => "127.0.0.1:$port") or die "$!\n";
    print {$socket} "GET /api/v1/health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
    like(scalar <$socket>, qr{^HTTP/1\.1 404 }, 'is answered by neither');
};

subtest 'a graceful restart' => sub {
    my $mine = { Authorization => $who{one}{Authorization} };
    httpd_graceful($port, $conf =~ s/PeerTestSiteId one\n/PeerTestSiteId one\nPeerTestSiteName Renamed\n/r);
    my $until = time + 15;
    my $name  = '';
    while ($name ne 'Renamed' && time < $until) { $name = call($site{one}, 'GET', '/config')->{data}{site_name} // '' }
    is($name, 'Renamed', 'brings the new settings');
    is(call($site{two}, 'GET', '/config')->{data}{site_name}, 'PeerTest Hub', 'to their site alone');
    is(call($site{one}, 'GET', '/me', $mine)->{status}, 200, 'who was signed in still is');
    is(call($_, 'GET', '/ready')->{status}, 200, "$_->{id} is ready") for @site{qw(one two)};
};

END { my $status = $?; superuser("DROP DATABASE IF EXISTS $other WITH (FORCE)") if $port; $? = $status }

done_testing();
