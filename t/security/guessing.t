# SPDX-License-Identifier: Apache-2.0
# Guessing gets slow, and the owner still gets in.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use Test::More;
use Time::HiRes qw(time);

# All tests come from one address; what others tried from it is not this test's business.
sql('DELETE FROM sign_in_try');

sub login { my ($email, $password, $actor) = @_; return api($actor, 'login', {}, { email => $email, password => $password }, headers => cookies($actor)) }

# Browsers send the cookie of a known device along.
sub cookies {
    my ($actor) = @_;
    return $actor && $actor->{cookies}{device} ? { Cookie => "device=$actor->{cookies}{device}" } : {};
}

sub guess { my ($email, $times) = @_; return map { login($email, "guess $_") } 1 .. $times }

sub account { my ($email) = @_; return "subject = 'account:' || encode(sha256(lower('$email')::bytea), 'hex')" }
sub tries   { my ($where) = @_; return sql("SELECT tries FROM sign_in_try WHERE $where") }

# As if so many tries had been made, the last one just now, or some seconds ago.
sub tried {
    my ($where, $tries, $seconds) = @_;
    sql("UPDATE sign_in_try SET tries = $tries, last_at = now() - interval '@{[ $seconds || 0 ]} seconds' WHERE $where RETURNING 1")
        or die "nothing was tried by $where\n";
}

subtest 'guesses are slowed down' => sub {
    my $owner   = as_tester();
    my $account = account($owner->{email});
    is_problem($_, 'invalid-credentials', 'a guess') for guess($owner->{email}, 5);
    is(tries($account), 5, 'five are counted');
    for my $case ([ 5, 1 ], [ 6, 2 ], [ 7, 4 ], [ 8, 8 ], [ 9, 16 ], [ 10, 32 ], [ 11, 60 ], [ 1000, 60 ]) {
        my ($tries, $wait) = @$case;
        tried($account, $tries, $wait);
        is_problem(login($owner->{email}, 'guess'), 'invalid-credentials', "after $tries, one is heard in $wait s");
        next if $wait < 8;
        tried($account, $tries, $wait - 5);
        my $refused = login($owner->{email}, 'guess');
        is_problem($refused, 'rate-limited', 'and not before');
        like($refused->{headers}{'retry-after'}, qr/^[1-5]$/, 'it says how long');
        is_problem(login($owner->{email}, $owner->{password}), 'rate-limited', 'it is the same for the right one');
    }
    tried($account, 1000, 60);
    is_ok(login($owner->{email}, $owner->{password}), 'the owner has to wait a minute at most');
    is(tries($account), '', 'and clears the count');
};

subtest 'a refused try is not counted' => sub {
    my $owner   = as_tester();
    my $account = account($owner->{email});
    guess($owner->{email}, 1);
    tried($account, 10);
    my $address = tries("subject LIKE 'address:%'");
    is_problem($_, 'rate-limited', 'too early') for guess($owner->{email}, 5);
    is(tries($account), 10, 'not for the account');
    is(tries("subject LIKE 'address:%'"), $address, 'nor for the address');
};

subtest 'an hour without a try clears the count' => sub {
    my $owner = as_tester();
    guess($owner->{email}, 1);
    tried(account($owner->{email}), 1000, 3601);
    guess($owner->{email}, 1);
    is(tries(account($owner->{email})), 1, 'it begins anew');
};

subtest 'what has rested is swept away' => sub {
    sql("INSERT INTO sign_in_try VALUES ('account:old1', 3, now() - interval '2 hours'), ('account:old2', 3, now() - interval '61 minutes'), ('account:new', 3, now() - interval '59 minutes')");
    guess(random_name() . '@example.org', 2);
    is(sql("SELECT string_agg(subject, ' ') FROM sign_in_try WHERE subject IN ('account:old1', 'account:old2', 'account:new')"), 'account:new', 'and nothing else');
};

subtest 'it is the same for an address without an account' => sub {
    my $email = random_name() . '@example.org';
    is_problem($_, 'invalid-credentials', 'a guess') for guess($email, 5);
    tried(account($email), 10);
    is_problem(login($email, 'guess'), 'rate-limited', 'until it comes too early');
};

subtest 'an address in another case is the same address' => sub {
    my $owner = as_tester();
    guess($owner->{email}, 2);
    guess(uc $owner->{email}, 2);
    is(tries(account($owner->{email})), 4, 'counted together');
};

subtest 'the owner\'s own device is not slowed down by others' => sub {
    my $owner = as_tester();
    guess($owner->{email}, 1);
    tried(account($owner->{email}), 10);
    is_problem(login($owner->{email}, $owner->{password}), 'rate-limited', 'elsewhere he has to wait');
    is_ok(login($owner->{email}, $owner->{password}, $owner), 'here he gets in');
    tried("subject LIKE 'address:%'", 1000);
    is_ok(login($owner->{email}, $owner->{password}, $owner), 'whoever else has the same address');
    tried("subject LIKE 'address:%'", 0);
    my $other = as_tester();
    is_problem(login($owner->{email}, $owner->{password}, { cookies => { device => $other->{cookies}{device} } }),
        'rate-limited', 'another account\'s device is not known here');
    (my $forged = $owner->{cookies}{device}) =~ s/^(.)/$1 eq 'A' ? 'B' : 'A'/e;
    is_problem(login($owner->{email}, $owner->{password}, { cookies => { device => $forged } }), 'rate-limited', 'nor is a forged one');
};

subtest 'a known device may not guess for ever either' => sub {
    my $owner    = as_tester();
    my ($device) = $owner->{cookies}{device} =~ /^([\w-]+)\./;
    is_problem(login($owner->{email}, "guess $_", $owner), 'invalid-credentials', 'a guess') for 1 .. 5;
    tried("subject = 'device:$device'", 10);
    is_problem(login($owner->{email}, 'guess', $owner), 'rate-limited', 'it is slowed down, too');
    is_ok(login($owner->{email}, $owner->{password}), 'by itself');
};

subtest 'many accounts from one address' => sub {
    tried("subject LIKE 'address:%'", 0);
    is_problem(login(random_name() . '@example.org', 'guess'), 'invalid-credentials', 'one guess each') for 1 .. 3;
    is(tries("subject LIKE 'address:%'"), 3, 'counted together');
    my $owner = as_tester();
    is(tries("subject LIKE 'address:%'"), 3, 'but not who signs in');
    tried("subject LIKE 'address:%'", 50, 1);
    is_problem(login(random_name() . '@example.org', 'guess'), 'invalid-credentials', 'the fifty-first is heard in a second');
    tried("subject LIKE 'address:%'", 60);
    is_problem(login(random_name() . '@example.org', 'guess'), 'rate-limited', 'then it gets slow');
    tried("subject LIKE 'address:%'", 0);
};

subtest 'many at once are counted, too' => sub {
    my $owner   = as_tester();
    my $start   = time;
    my @answers = at_once(map { [ undef, 'login', {}, { email => $owner->{email}, password => "guess $_" } ] } 1 .. 12);
    my $left    = time - $start;
    my $heard   = grep { $_->{status} == 401 } @answers;
    my $may     = 5;
    for (my $wait = 1; $left >= $wait; $wait *= 2) { $may++; $left -= $wait }    # on a slow machine some come late enough
    cmp_ok($heard, '>=', 5, 'five are free');
    cmp_ok($heard, '<=', $may, 'the others come too early');
};

subtest 'who signs in several times at once gets in each time' => sub {
    my $owner = as_tester();
    for (1 .. 5) {
        sql('DELETE FROM sign_in_try');
        my @answers = at_once(map { [ undef, 'login', {}, { email => $owner->{email}, password => $owner->{password} } ] } 1 .. 5);
        is_deeply([ map { $_->{status} } @answers ], [ (200) x 5 ], 'five at a time');
    }
};

subtest 'the present password cannot be guessed with a stolen token' => sub {
    my $owner = as_tester();
    my $form  = { current_password => 'guess', password => 'another long one' };
    is_problem(api($owner, 'changePassword', {}, $form), 'invalid-credentials', 'a guess') for 1 .. 5;
    tried("subject = 'session:$owner->{session_id}'", 10);
    is_problem(api($owner, 'changePassword', {}, $form), 'rate-limited', 'until it comes too early');
    is_problem(api($owner, 'changePassword', {}, { %$form, current_password => $owner->{password} }), 'rate-limited', 'even if it is right');
};

subtest 'nobody\'s mailbox is flooded' => sub {
    for my $email (as_tester()->{email}, random_name() . '@example.org') {
        my $mail = account($email) =~ s/account:/mail:/r;
        is_accepted(api(undef, 'forgotPassword', {}, { email => $email }), 'a link') for 1 .. 3;
        tried($mail, 10);
        for my $operation (qw(forgotPassword resendVerification)) {
            is_problem(api(undef, $operation, {}, { email => $email }), 'rate-limited', "$operation comes too early");
        }
        is_problem(api(undef, 'register', {}, { email => $email, password => 'nobody guesses this one', full_name => 'A', role => 'tester' }),
            'rate-limited', 'and so does a registration');
        is(tries($mail), 10, 'which is not counted');
    }
};

sql('DELETE FROM sign_in_try');
done_testing();
