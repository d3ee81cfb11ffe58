# SPDX-License-Identifier: Apache-2.0
# Whether an address has an account is nobody's business: answers look alike, and take
# alike long.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use List::Util qw(max min);
use PeerTest;
use Test::More;
use Time::HiRes qw(time);

sub strange { return random_name() . '@example.org' }

# What a client can see of an answer, without what differs from any other answer.
sub visible {
    my ($answer) = @_;
    my %headers = %{ $answer->{headers} };
    delete @headers{qw(date x-request-id ratelimit)};
    $headers{'content-length'} = 'some' if $headers{'content-length'};
    my $data = { %{ $answer->{data} || {} } };
    delete @$data{qw(request_id email)};
    return [ $answer->{status}, \%headers, $data ];
}

my %calls = (
    register           => sub { { email => $_[0], password => 'nobody guesses this one', full_name => 'Ada', role => 'tester' } },
    login              => sub { { email => $_[0], password => 'nobody guesses this one' } },
    forgotPassword     => sub { { email => $_[0] } },
    resendVerification => sub { { email => $_[0] } },
);

for my $operation (sort keys %calls) {
    subtest "$operation says the same" => sub {
        my $form      = $calls{$operation};
        my $known     = as_tester();
        my $fresh     = as_tester(email_verified_at => '2026-01-01');
        my $suspended = as_tester();
        sql("UPDATE account SET email_verified_at = NULL WHERE id = '$fresh->{id}'");
        sql("UPDATE account SET state = 'suspended' WHERE id = '$suspended->{id}'");
        my $unknown = visible(api(undef, $operation, {}, $form->(strange())));
        is_deeply(visible(api(undef, $operation, {}, $form->($known->{email}))),     $unknown, 'of a known address');
        is_deeply(visible(api(undef, $operation, {}, $form->($fresh->{email}))),     $unknown, 'of one that is not verified');
        is_deeply(visible(api(undef, $operation, {}, $form->($suspended->{email}))), $unknown, 'of a suspended one');
    };
}

subtest 'the right password tells nothing of an account that may not sign in' => sub {
    my $unknown = visible(api(undef, 'login', {}, { email => strange(), password => 'nobody guesses this one' }));
    for my $change ("email_verified_at = NULL", "state = 'suspended'") {
        my $actor = as_tester();
        sql("UPDATE account SET $change WHERE id = '$actor->{id}'");
        is_deeply(visible(api(undef, 'login', {}, { email => $actor->{email}, password => $actor->{password} })), $unknown, $change);
    }
};

# The quickest of interleaved calls: what else the machine does only adds to the others.
subtest 'signing in takes as long for nobody as for somebody' => sub {
    my ($known, $unknown) = (9, 9);
    for my $round (1 .. 10) {    # on a busy machine it takes more of them to meet quick ones
        for my $actor (map { as_tester() } 1 .. 15) {
            $known   = min($known,   seconds(sub { api(undef, 'login', {}, { email => $actor->{email}, password => 'wrong' }) }));
            $unknown = min($unknown, seconds(sub { api(undef, 'login', {}, { email => strange(),       password => 'wrong' }) }));
        }
        last if min($known, $unknown) > 0.6 * max($known, $unknown);
    }
    cmp_ok($unknown, '>', 0.6 * $known, sprintf 'not sooner: %.1f ms beside %.1f ms', 1000 * $unknown, 1000 * $known);
    cmp_ok($known, '>', 0.6 * $unknown, 'not later');
};

sub seconds { my ($work) = @_; my $start = time; $work->(); return time - $start }

# All tests come from one address: the next ones are not to pay for these.
sql('DELETE FROM sign_in_try');
done_testing();
