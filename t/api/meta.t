# SPDX-License-Identifier: Apache-2.0
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use Test::More;

subtest 'the document' => sub {
    my $document = is_ok(api(undef, 'getOpenapi'), 'is there for anybody');
    is($document->{openapi}, '3.1.0', 'in the form that it says');
    for my $path (sort keys %{ $document->{paths} }) {
        for my $method (sort keys %{ $document->{paths}{$path} }) {
            my $operation = $document->{paths}{$path}{$method};
            my @named = sort map { $_->{name} } grep { $_->{in} eq 'path' } @{ $operation->{parameters} || [] };
            is("@named", join(' ', sort $path =~ /\{(\w+)\}/g), "$method $path has the parameters of its path");
        }
    }
    my @names = map { $_->{operationId} } map { values %$_ } values %{ $document->{paths} };
    my %once  = map { $_ => 1 } @names;
    is(scalar keys %once, scalar @names, 'each operation has a name of its own');
    my $text = JSON::PP->new->canonical->encode($document);
    my @lost = grep { !$document->{components}{schemas}{$_} } $text =~ m{#/components/schemas/(\w+)}g;
    is("@lost", '', 'nothing is named that is not there');
};

subtest 'the settings' => sub {
    my $config = is_ok(api(undef, 'getConfig'), 'are there for anybody');
    is($config->{environment}, 'test', 'what the site is for');
    ok($config->{test_mode}, 'no real money moves');
    is_deeply($config->{currencies}, [qw(usd eur gbp)], 'the currencies, the default first');
    is_deeply([ @$config{qw(builder_fee_bps tester_fee_bps password_min claim_hours review_days)} ], [ 1000, 0, 8, 48, 7 ], 'the documented defaults');
    my $text = JSON::PP->new->canonical->encode($config);
    unlike($text, qr/sk_|whsec_|secret|postgres|host=/i, 'and no secret');
};

subtest 'alive and ready' => sub {
    is_deeply(is_ok(api(undef, 'getHealth'), 'alive'), { status => 'healthy' }, 'and says no more');
    my $ready = is_ok(api(undef, 'getReady'), 'ready');
    is($ready->{status}, 'healthy', 'all in all');
    is_deeply([ sort keys %{ $ready->{checks} } ], [qw(database mail payments storage)], 'and each part');
    unlike(JSON::PP->new->encode($ready), qr/sk_|whsec_|host=|password/i, 'without a secret');
};

subtest 'the figures' => sub {
    my $answer = api(undef, 'getMetrics');
    is_ok($answer, 'are there');
    like($answer->{headers}{'content-type'}, qr{^text/plain}, 'as text');
    like($answer->{content}, qr/^# TYPE \w+ \w+$/m, 'that Prometheus reads');
    unlike($answer->{content}, qr/\@/, 'and name nobody');
};

done_testing();
