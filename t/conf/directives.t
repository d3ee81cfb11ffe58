# SPDX-License-Identifier: Apache-2.0
# "httpd -t" finds each wrong setting and says which; virtual hosts inherit what is right.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use MIME::Base64 qw(encode_base64);
use PeerTest::Httpd;
use Test::More;

sub key { open my $in, '<:raw', '/dev/urandom' or die "$!\n"; read $in, my $bytes, 32; return encode_base64($bytes, '') }

sub keys_file { my (%keys) = (access => key(), refresh => key(), pepper => key(), field => key(), @_); return join '', map { "$_: $keys{$_}\n" } grep { defined $keys{$_} } sort keys %keys }

sub directives {
    open my $file, '<', 'mod_peertest/core/directives.def' or die "directives.def: $!\n";
    return map { /^PT_(NUM|STR|FLAG)\((\w+),\s*\w+,\s*([^,]+),(?:\s*(\d+),\s*(\d+),)?/ ? { kind => $1, name => $2, default => $3, min => $4, max => $5 } : () } <$file>;
}

is(config_says(site_lines()), '', 'a complete site is accepted');
is(config_says(''),           '', 'and so is a server without one');

subtest 'what a site cannot be without' => sub {
    for my $name (qw(SiteId PublicUrl Database SecretFile StripeKeyFile StripeWebhookSecretFile MailUrl MailFrom)) {
        like(config_says(site_lines("PeerTest$name" => undef)), qr/PeerTest$name\b/, "PeerTest$name");
        like(config_says(site_lines("PeerTest$name" => '""')), qr/PeerTest$name\b/, 'nor with an empty one');
    }
};

# Each bound is accepted, unless it contradicts another setting and says so.
subtest 'numbers have bounds' => sub {
    for my $d (grep { $_->{kind} eq 'NUM' } directives()) {
        my $name = $d->{name};
        for my $bad ($d->{min} - 1, $d->{max} + 1, 'x', '1x', '1.5', '99999999999999999999') {
            like(config_says("$name $bad\n"), qr/$name: "[^"]*" is not between $d->{min} and $d->{max}/, "$name $bad");
        }
        is(config_says("$name $d->{min}\n$name $d->{max}\n$name $d->{default}\n"), '', "$name takes both ends and its default");
    }
};

my %wrong = (
    PeerTestSiteId        => [ 'Upper', 'with.dot', 'x' x 41 ],
    PeerTestEnvironment   => [ 'staging', 'Production' ],
    PeerTestPublicUrl     => [ 'http://example.org', 'ftp://localhost', 'localhost', 'https://example.org/', 'https://example.org?x', 'https://', 'https://user\@example.org', 'http://localhost.evil.example' ],
    PeerTestCurrencies    => [ 'USD', 'usd,eur', 'us', '" "' ],
    PeerTestRetryDelays   => [ '1,x', '-1', '604801' ],
    PeerTestMailUrl       => [ 'http://localhost', 'localhost:25' ],
    PeerTest              => ['Maybe'],
    PeerTestRewardMin     => [1000001],
    PeerTestSessionIdleTtl => [2592001],
    PeerTestJobLease      => [59],
    PeerTestReviewMin     => [ '1209600' . "\nPeerTestReviewMax 259200" ],
);
subtest 'values that make no sense' => sub {
    for my $name (sort keys %wrong) {
        like(config_says(site_lines($name => $_)), qr/$name\b/, "$name $_") for @{ $wrong{$name} };
    }
    like(config_says(site_lines() . "PeerTestNothing 1\n"), qr/Invalid command/, 'a directive that is not there');
    like(config_says("<Directory />\nPeerTestRateRead 5\n</Directory>\n"), qr/not allowed/, 'one in a folder');
};

subtest 'each kind of storage has what it needs' => sub {
    my %s3 = (
        PeerTestStorage => 's3', PeerTestStorageFolder => undef, PeerTestS3Url => 'https://s3.example/bucket',
        PeerTestS3KeyFile => secret_file("access:a-secret-of-twenty-bytes\n"),
    );
    my $open = secret_file('');
    unlink $open;
    mkdir $open, 0755;
    is(config_says(site_lines(%s3)), '', 'S3, without a folder');
    is(config_says(site_lines(%s3, PeerTestS3Url => 'http://127.0.0.1:9000/bucket/files')), '', 'on this machine, and below a name');
    for my $case (
        [ PeerTestStorage       => 'disk' ],
        [ PeerTestStorageFolder => undef ],
        [ PeerTestStorageFolder => 'files' ],
        [ PeerTestStorageFolder => '/nonexistent/files' ],
        [ PeerTestStorageFolder => '/etc/passwd' ],
        [ PeerTestStorageFolder => $open ],
    ) {
        my ($name, $value) = @$case;
        like(config_says(site_lines($name => $value)), qr/$name\b/, join ' ', $name, $value // '(none)');
    }
    like(config_says('DocumentRoot ' . stored_in() =~ s{/files$}{}r . "\n" . site_lines()), qr/PeerTestStorageFolder.*below DocumentRoot/, 'a folder that is served');
    for my $case (
        [ PeerTestS3Url => undef ],
        (map { [ PeerTestS3Url => $_ ] } 'http://s3.example/bucket', 'https://s3.example', 'https://s3.example/', 'https://s3.example/bucket/',
            'https://s3.example/bucket?x=1', 'https://me:secret@s3.example/bucket', 'https://s3.example/b%20c', 'ftp://127.0.0.1/bucket', '/bucket'),
        [ PeerTestS3KeyFile => undef ],
        [ PeerTestS3KeyFile => '/nonexistent/file' ],
        (map { [ PeerTestS3KeyFile => secret_file($_) ] } '', "nothing\n", ":only-a-secret-of-some-length\n", "key:short\n", "key:your_secret_key_here_please\n"),
        [ PeerTestS3KeyFile => secret_file("access:a-secret-of-twenty-bytes\n", 0644) ],
        [ PeerTestVideoMax => 83886080001 ],
    ) {
        my ($name, $value) = @$case;
        like(config_says(site_lines(%s3, $name => $value)), qr/$name\b/, join ' ', $name, $value // '(none)');
    }
};

subtest 'secrets are strong, and kept' => sub {
    my %said = (
        'open to everybody'  => [ PeerTestSecretFile    => secret_file(keys_file(), 0644) ],
        'cannot read'        => [ PeerTestSecretFile    => '/nonexistent/file' ],
        'access is too weak' => [ PeerTestSecretFile    => secret_file(keys_file(access => encode_base64('x' x 32, ''))) ],
        'pepper is too weak' => [ PeerTestSecretFile    => secret_file(keys_file(pepper => encode_base64('abcdefghijklmno', ''))) ],
        'no line "field'      => [ PeerTestSecretFile    => secret_file(keys_file(field => undef)) ],
        'field-old is too weak' => [ PeerTestSecretFile => secret_file(keys_file('field-old' => encode_base64('x' x 32, ''))) ],
        'no line "refresh'   => [ PeerTestSecretFile    => secret_file(keys_file(refresh => undef)) ],
        'no sk_test_'        => [ PeerTestStripeKeyFile => secret_file("sk_test_xxxxxxxxxxxxxxxxxxxxxxxx\n") ],
        'sk_live_ key'       => [ PeerTestStripeKeyFile => secret_file("pk_test_0123456789abcdef0123456789\n") ],
        'a live key outside' => [ PeerTestStripeKeyFile => secret_file("sk_live_0123456789abcdef0123456789\n") ],
        'one to four'        => [ PeerTestStripeWebhookSecretFile => secret_file("\n") ],
        'no whsec_'          => [ PeerTestStripeWebhookSecretFile => secret_file("whsec_...............\n") ],
        'is empty'           => [ PeerTestMailKeyFile => secret_file("# none\n") ],
    );
    for my $why (sort keys %said) {
        my ($name, $path) = @{ $said{$why} };
        like(config_says(site_lines($name => $path)), qr/$name.*\Q$why\E/, "$name: $why");
    }
    my $same = key();
    for my $pair ([qw(access refresh)], [qw(access pepper)], [qw(refresh pepper)], [qw(pepper field)]) {
        my $path = secret_file(keys_file(map { $_ => $same } @$pair));
        like(config_says(site_lines(PeerTestSecretFile => $path)), qr/must differ/, "@$pair must differ");
    }
};

subtest 'the legal text of security tests' => sub {
    my $text = "Only the listed systems may be tested. \x{c3}\x{bc}\n" x 10;
    is(config_says(site_lines(PeerTestSecurityTermsFile => secret_file($text, 0644))), '', 'is read, and no secret');
    my %said = (
        'cannot read'   => '/nonexistent/file',
        'too short'     => secret_file("To be written\n"),
        'no plain text' => secret_file("$text\0$text"),
        'longer than'   => secret_file($text x 200),
    );
    like(config_says(site_lines(PeerTestSecurityTermsFile => $said{$_})), qr/PeerTestSecurityTermsFile.*\Q$_\E/, $_) for sort keys %said;
    like(config_says(site_lines(PeerTestSecurityTermsFile => secret_file("$text\xff"))), qr/no plain text/, 'not in UTF-8');
};

subtest 'production' => sub {
    my %live = (
        PeerTestEnvironment => 'production', PeerTestPublicUrl => 'https://example.org', PeerTestBcryptCost => 10,
        PeerTestStripeKeyFile => secret_file("sk_live_0123456789abcdef0123456789\n"),
    );
    is(config_says(site_lines(%live)), '', 'a live site is accepted');
    like(config_says(site_lines(%live, PeerTestStripeKeyFile => secret_file("sk_test_0123456789abcdef0123456789\n"))), qr/a test key in production/, 'a test key is not');
    like(config_says(site_lines(%live, PeerTestBcryptCost => 9)), qr/PeerTestBcryptCost is below 10/, 'nor cheap hashes');
};

subtest 'virtual hosts' => sub {
    my $host = sub { my ($name, $lines) = @_; return "<VirtualHost *:9>\nServerName $name.example\n$lines</VirtualHost>\n" };
    my $common = site_lines(PeerTest => undef, PeerTestSiteId => undef, PeerTestPublicUrl => undef);
    my $own = sub { my ($id) = @_; return "PeerTest On\nPeerTestSiteId $id\nPeerTestPublicUrl https://$id.example\n" };
    is(config_says($common . $host->('a', $own->('a')) . $host->('b', $own->('b'))), '', 'inherit what they do not say');
    like(config_says($common . $host->('a', $own->('a')) . $host->('b', $own->('a'))), qr/PeerTestSiteId a is used twice/, 'but not who they are');
    is(config_says(site_lines() . $host->('c', '')), '', 'a host beside a site is no site by itself');
    like(config_says("PeerTestRewardMin 900\n$common" . $host->('a', $own->('a') . "PeerTestRewardMax 800\n")), qr/PeerTestRewardMin is above/, 'what is inherited is checked with the rest');
    is(config_says("PeerTestRewardMin 900\n$common" . $host->('a', $own->('a') . "PeerTestRewardMin 700\nPeerTestRewardMax 800\n")), '', 'and what the host says comes first');
};

done_testing();
