# SPDX-License-Identifier: Apache-2.0
# The second factor: set up, asked for at sign-in, used up, switched off; and what
# administrators may do without it: nothing.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use Test::More;

# A step ends at each half minute: what is computed now must still hold a moment later, also
# on a slow machine.
sub not_at_an_edge { return away_from_edge(30, 15) }

sub enrolled {
    my ($actor) = @_;
    $actor->{totp_secret}    = is_ok(api($actor, 'enrolTotp'), 'a secret')->{secret};
    $actor->{recovery_codes} = is_ok(api($actor, 'confirmTotp', {}, { code => totp_code($actor, 1) }), 'confirmed')->{recovery_codes};
    return $actor;
}

sub login_form { my ($actor, %more) = @_; return { email => $actor->{email}, password => $actor->{password}, %more } }

sub login { my ($actor, %more) = @_; return api({ %$actor, cookies => {} }, 'login', {}, login_form($actor, %more)) }

sub subjects { my ($actor) = @_; run_jobs(); return map { $_->{subject} } mails_to($actor->{email}) }

sub totp_columns { my ($actor, $columns) = @_; return sql("SELECT $columns FROM account WHERE id = '$actor->{id}'") }

subtest 'setting it up' => sub {
    not_at_an_edge();
    my $actor = as_tester();
    my $other = sign_in({ %$actor, cookies => {} });
    my $data  = is_ok(api($actor, 'enrolTotp'), 'a secret');
    like($data->{secret}, qr/^[A-Z2-7]{32}$/, 'of 160 bits');
    (my $address = $actor->{email}) =~ s/@/%40/;
    is($data->{otpauth_uri}, "otpauth://totp/PeerTest%20Hub:$address?secret=$data->{secret}&issuer=PeerTest%20Hub&algorithm=SHA1&digits=6&period=30",
        'and what the QR code says');
    like(totp_columns($actor, 'totp_sealed'), qr/^[0-9a-f]{8}\.[\w-]{80}$/, 'encrypted at rest, with the name of its key in front');
    unlike(totp_columns($actor, 'totp_sealed'), qr/$data->{secret}/, 'not as it is');
    ok(!is_ok(api($actor, 'getMe'), 'me')->{totp_enabled}, 'not on yet');
    is_ok(login($actor), 'and not asked for');

    my $again = is_ok(api($actor, 'enrolTotp'), 'another secret')->{secret};
    isnt($again, $data->{secret}, 'replaces the first');
    my $refused = api($actor, 'confirmTotp', {}, { code => totp_code({ totp_secret => $data->{secret} }) });
    is_deeply(is_problem($refused, 'invalid-input', 'whose code is wrong')->{errors}, [ { pointer => '/code', code => 'not-allowed' } ], 'and it says where');
    my $codes = is_ok(api($actor, 'confirmTotp', {}, { code => totp_code({ totp_secret => $again }) }), 'confirmed')->{recovery_codes};
    is(scalar(grep { /^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/ } @$codes), 10, 'ten recovery codes');
    is(sql("SELECT count(*) FROM recovery_code WHERE account_id = '$actor->{id}' AND length(code_hash) = 32"), 10, 'of which the database has hashes');
    is(is_ok(api($actor, 'getMe'), 'me')->{totp_enabled}, JSON::PP::true, 'it is on');
    is_problem(api($other, 'refresh'), 'session-ended', 'other devices are signed out');
    is((subjects($actor))[0], 'Signing in now takes a code', 'and the owner is told');
    is_problem(api($actor, 'enrolTotp'), 'wrong-state', 'it cannot be replaced just like that');
    is_problem(api($actor, 'confirmTotp', {}, { code => '000000' }), 'wrong-state', 'nor confirmed twice');
};

subtest 'what confirming refuses' => sub {
    my $actor = as_tester();
    is_problem(api($actor, 'confirmTotp', {}, { code => '123456' }), 'wrong-state', 'nothing was asked for');
    is_problem(api(undef, $_), 'unauthorized', "nobody's: $_") for qw(enrolTotp);
    is_ok(api($actor, 'enrolTotp'), 'a secret');
    is_problem(api($actor, 'confirmTotp', {}, { code => $_ }), 'invalid-input', "no code: $_") for '12345', '1234567', 'abcdef', "12345\n", '';
};

subtest 'signing in takes a code' => sub {
    not_at_an_edge();
    my $actor = enrolled(as_tester());
    is_problem(login($actor), 'second-factor-required', 'the password alone does not do');
    is_problem(login($actor, password => 'wrong'), 'invalid-credentials', 'a wrong one tells nothing');
    is_problem(login($actor, password => 'wrong', totp_code => totp_code($actor)), 'invalid-credentials', 'not even with a code');
    my $wrong = is_problem(login($actor, totp_code => '000000'), 'second-factor-required', 'nor does a wrong code');
    is_deeply($wrong->{errors}, [ { pointer => '/totp_code', code => 'not-allowed' } ], 'which is named');
    my $grant = is_ok(login($actor, totp_code => totp_code($actor)), 'with its code');
    is($grant->{user}{totp_enabled}, JSON::PP::true, 'signed in');
    is(sql("SELECT count(*) FROM session WHERE account_id = '$actor->{id}' AND second_factor_at IS NOT NULL"), 1, 'and the session knows');
};

subtest 'a code works once, for this step and the one before' => sub {
    not_at_an_edge();
    my $actor = enrolled(as_tester());    # with the code of the step before
    is_problem(login($actor, totp_code => totp_code($actor, 1)), 'second-factor-required', 'the one that confirmed it is used up');
    is_ok(login($actor, totp_code => totp_code($actor)), 'the present one');
    sql("DELETE FROM sign_in_try");
    is_problem(login($actor, totp_code => totp_code($actor)), 'second-factor-required', 'not twice');
    sql("UPDATE account SET totp_last_step = 0 WHERE id = '$actor->{id}'");
    is_problem(login($actor, totp_code => totp_code($actor, 2)), 'second-factor-required', 'not an older one');
    is_problem(login($actor, totp_code => totp_code($actor, -1)), 'second-factor-required', 'nor one to come');
    is_ok(login($actor, totp_code => totp_code($actor, 1)), 'the one before, of a slow hand');
};

subtest 'ten who have the same code at the same moment: one gets in' => sub {
    not_at_an_edge();
    my $actor = enrolled(as_tester());
    my $code  = totp_code($actor);
    sql("DELETE FROM sign_in_try");
    my @answers = at_once(map { [ undef, 'login', {}, login_form($actor, totp_code => $code) ] } 1 .. 5);
    is(scalar(grep { $_->{status} == 200 } @answers), 1, 'one');
    my $recovery = $actor->{recovery_codes}[0];
    sql("DELETE FROM sign_in_try");
    @answers = at_once(map { [ undef, 'login', {}, login_form($actor, recovery_code => $recovery) ] } 1 .. 5);
    is(scalar(grep { $_->{status} == 200 } @answers), 1, 'and so with a recovery code');
};

subtest 'five tries, then a wait' => sub {
    my $actor = enrolled(as_tester());
    sql("DELETE FROM sign_in_try");
    for (1 .. 5) {
        is_problem(login($actor, totp_code => '000000'), 'second-factor-required', "try $_");
        sql("DELETE FROM sign_in_try WHERE subject NOT LIKE 'code:%'");    # the password's own count is another matter
    }
    my $late = login($actor, totp_code => totp_code($actor));
    is_problem($late, 'rate-limited', 'then even the right one has to wait');
    ok($late->{headers}{'retry-after'} >= 1, 'and it says how long');
    sql("UPDATE sign_in_try SET last_at = now() - interval '2 minutes' WHERE subject LIKE 'code:%'");
    sql("DELETE FROM sign_in_try WHERE subject NOT LIKE 'code:%'");
    sql("UPDATE account SET totp_last_step = 0 WHERE id = '$actor->{id}'");
    is_ok(login($actor, totp_code => totp_code($actor)), 'after the wait it opens');
};

subtest 'recovery codes' => sub {
    my $actor = enrolled(as_tester());
    my ($first, $second) = @{ $actor->{recovery_codes} };
    is_ok(login($actor, recovery_code => $first), 'one signs in');
    is_problem(login($actor, recovery_code => $first), 'second-factor-required', 'once');
    (my $typed = uc $second) =~ s/-/ /;
    $typed =~ tr/01/OI/;
    is_ok(login($actor, recovery_code => $typed), 'however it is typed');
    my @mails = grep { /recovery code/ } subjects($actor);
    is(scalar @mails, 2, 'the owner is told each time');
    is(scalar(grep { $_->{text} =~ /left: [89]\b/ } mails_to($actor->{email})), 2, 'and how many are left');
    my $stranger = enrolled(as_tester());
    is_problem(login($stranger, recovery_code => $actor->{recovery_codes}[2]), 'second-factor-required', 'somebody else\'s do not work');
};

subtest 'a new password does not skip it' => sub {
    not_at_an_edge();
    my $actor = enrolled(as_tester());
    is_accepted(api(undef, 'forgotPassword', {}, { email => $actor->{email} }), 'asked for');
    run_jobs();
    my ($token) = map { $_->{text} =~ /token=([\w-]{43})/ } mails_to($actor->{email});    # mails may overtake each other
    $actor->{password} = 'another long secret of mine';
    is_empty(api(undef, 'resetPassword', {}, { token => $token, password => $actor->{password} }), 'set');
    is_problem(login($actor), 'second-factor-required', 'the code is asked for still');
    is_ok(login($actor, totp_code => totp_code($actor)), 'and opens');
};

subtest 'switching it off' => sub {
    not_at_an_edge();
    my $actor = enrolled(as_tester());
    my $off   = sub { return api($actor, 'disableTotp', {}, { password => $actor->{password}, code => totp_code($actor), @_ }) };
    is_problem($off->(password => 'wrong'), 'invalid-credentials', 'takes the password');
    is_problem($off->(code => '000000'), 'invalid-input', 'and a code');
    my $other = { %$actor, cookies => {} };
    is_ok(api($other, 'login', {}, login_form($actor, recovery_code => $actor->{recovery_codes}[0])), 'another device');
    is_empty($off->(), 'both do');
    is(totp_columns($actor, 'totp_sealed IS NULL AND totp_enabled_at IS NULL AND totp_last_step IS NULL'), 't', 'nothing is kept');
    is(sql("SELECT count(*) FROM recovery_code WHERE account_id = '$actor->{id}'"), 0, 'not the recovery codes');
    is_problem(api($other, 'refresh'), 'session-ended', 'other devices are signed out');
    is_problem($off->(), 'wrong-state', 'once');
    is_ok(login($actor), 'the password does again');
    ok((grep { $_ eq 'Signing in takes no code any more' } subjects($actor)), 'and the owner was told');
    enrolled($actor);
    is_empty($off->(code => $actor->{recovery_codes}[3]), 'a recovery code does as well');
};

subtest 'a secret belongs to its row' => sub {
    not_at_an_edge();
    my ($actor, $thief) = map { enrolled(as_tester()) } 1, 2;
    sql("UPDATE account SET totp_sealed = (SELECT totp_sealed FROM account WHERE id = '$thief->{id}') WHERE id = '$actor->{id}'");
    is_problem(login($actor, totp_code => totp_code($thief)), 'second-factor-required', 'one that was moved opens nothing');
    is_ok(login($actor, recovery_code => $actor->{recovery_codes}[0]), 'the owner still has recovery codes');
};

subtest 'administrators' => sub {
    not_at_an_edge();
    my $admin = as_account(roles => ['admin']);
    sql("INSERT INTO admin_scope (account_id, scope) VALUES ('$admin->{id}', 'super')");
    is_problem(api($admin, 'listPrices'), 'second-factor-needed', 'see nothing without it');
    is_problem(api($admin, 'endPrice', { price_id => $admin->{id} }, { reason => 'None' }), 'second-factor-needed', 'and change nothing');
    enrolled($admin);
    is_problem(api($admin, 'listPrices'), 'second-factor-needed', 'nor in the session that set it up');
    sign_in($admin);
    is_ok(api($admin, 'listPrices'), 'but in one that began with it');
    is_ok(api($admin, 'refresh'), 'which goes on');
    my $off = api($admin, 'disableTotp', {}, { password => $admin->{password}, code => $admin->{recovery_codes}[0] });
    is_problem($off, 'forbidden', 'they cannot switch it off');
    is(sql("SELECT count(*) FROM recovery_code WHERE account_id = '$admin->{id}' AND used_at IS NOT NULL"), 0, 'and no code is used up');
};

subtest 'rights come from the database, also for reading' => sub {
    my $admin = as_admin();
    is_ok(api($admin, 'listPrices'), 'an administrator');
    sql("DELETE FROM account_role WHERE account_id = '$admin->{id}'");
    is_problem(api($admin, 'listPrices'), 'forbidden', 'who is none any more');
    $admin = as_admin();
    sql("UPDATE session SET ended_at = now(), end_reason = 'by_owner' WHERE id = '$admin->{session_id}'");
    is_problem(api($admin, 'listPrices'), 'unauthorized', 'and whose session was ended');
};

done_testing;
