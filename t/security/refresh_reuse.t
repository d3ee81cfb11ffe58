# SPDX-License-Identifier: Apache-2.0
# A refresh token that is used twice has two holders: one of them stole it.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use Test::More;

# The same session in another's hands: its cookie as it was at some time.
sub holder_of { my ($cookie) = @_; return { cookies => { refresh => $cookie } } }

# Makes the last use of a session's tokens so many seconds older.
sub age {
    my ($actor, $seconds) = @_;
    sql("UPDATE refresh_token SET used_at = used_at - interval '$seconds seconds' WHERE session_id = '$actor->{session_id}'");
}

sub session_of { my ($actor) = @_; return sql("SELECT ended_at IS NULL, end_reason FROM session WHERE id = '$actor->{session_id}'") }

subtest 'the thief comes later' => sub {
    my $owner  = as_tester();
    my $stolen = $owner->{cookies}{refresh};
    is_ok(api($owner, 'refresh'), 'the owner goes on');
    age($owner, 11);
    is_problem(api(holder_of($stolen), 'refresh'), 'session-ended', 'the thief gets nothing');
    is(session_of($owner), 'f|reuse', 'the session has ended, and it says why');
    is_problem(api($owner, 'refresh'), 'session-ended', 'for the owner, too: who is who cannot be told');
    is_problem(api($owner, 'updateMe', {}, { full_name => 'X' }), 'unauthorized', 'and for the token at once');
    is_ok(api(sign_in($owner), 'getMe'), 'the owner signs in again');
};

subtest 'the thief comes first' => sub {
    my $owner = as_tester();
    my $thief = holder_of($owner->{cookies}{refresh});
    is_ok(api($thief, 'refresh'), 'he gets in');
    is_ok(api($thief, 'refresh'), 'and goes on');
    age($owner, 11);
    is_problem(api($owner, 'refresh'), 'session-ended', 'until the owner comes back');
    is_problem(api($thief, 'refresh'), 'session-ended', 'then it is over');
    is(session_of($owner), 'f|reuse', 'and it says why');
};

subtest 'an older token is no better' => sub {
    my $owner = as_tester();
    my $first = $owner->{cookies}{refresh};
    is_ok(api($owner, 'refresh'), 'one use') for 1 .. 3;
    age($owner, 11);
    is_problem(api(holder_of($first), 'refresh'), 'session-ended', 'the first of the family');
    is(session_of($owner), 'f|reuse', 'ends all of it');
};

subtest 'other sessions of the owner go on' => sub {
    my $owner = as_tester();
    my %other = (%$owner, cookies => {});
    sign_in(\%other);
    my $stolen = $owner->{cookies}{refresh};
    is_ok(api($owner, 'refresh'), 'a use');
    age($owner, 11);
    is_problem(api(holder_of($stolen), 'refresh'), 'session-ended', 'and another');
    is_ok(api(\%other, 'refresh'), 'the other device has nothing to do with it');
};

subtest 'a lost answer is no theft' => sub {
    my $owner = as_tester();
    my $again = holder_of($owner->{cookies}{refresh});
    is_ok(api($owner, 'refresh'), 'the answer that was lost');
    age($owner, 3);    # of ten seconds
    is_ok(api($again, 'refresh'), 'the same token once more, in time');
    is($again->{cookies}{refresh}, $owner->{cookies}{refresh}, 'brings the same successor');
    is(session_of($owner), 't|', 'and the session goes on');
};

subtest 'nor are two tabs at once' => sub {
    my $owner   = as_tester();
    my @tabs    = map { holder_of($owner->{cookies}{refresh}) } 1 .. 4;
    my @answers = at_once(map { [ $_, 'refresh' ] } @tabs);
    is($_->{status}, 200, 'each gets a token') for @answers;
    my %successors = map { $_->{cookies}{refresh} => 1 } @tabs;
    is(scalar keys %successors, 1, 'and all the same cookie');
    is(sql("SELECT count(*) FROM refresh_token WHERE session_id = '$owner->{session_id}'"), 2, 'there is one successor');
    is_ok(api($tabs[0], 'refresh'), 'which works');
};

done_testing();
