# SPDX-License-Identifier: Apache-2.0
use strict;
use warnings FATAL => 'all';
use utf8;
use lib 't/lib';
use PeerTest;
use Test::More;

my $PASSWORD = 'nobody guesses this one';

# What somebody sends to open an account.
sub registration { return { email => random_name() . '@example.org', password => $PASSWORD, full_name => 'Ada', role => 'tester', @_ } }

sub login_of { my ($form) = @_; return { email => $form->{email}, password => $form->{password} } }

sub account_of { my ($email, $columns) = @_; return sql("SELECT $columns FROM account WHERE email = :'email'", email => $email) }

# The subjects of the mails that have arrived, newest first.
sub subjects { my ($email) = @_; run_jobs(); return map { $_->{subject} } mails_to($email) }

# The token in the newest mail to an address that leads to a page.
sub mailed_token {
    my ($email, $page) = @_;
    run_jobs();
    my @tokens = map { $_->{text} =~ m{\Q$page\E\?token=([\w-]{43})(?![\w-])} } mails_to($email) or die "no link to $page was mailed to $email\n";
    return $tokens[0];
}

subtest 'somebody opens an account' => sub {
    my $form = registration(email => 'Ada.' . random_name() . '@Example.org', locale => 'de');
    my $data = is_created(api(undef, 'register', {}, $form), 'registered');
    is_deeply($data, { email => $form->{email}, verification => 'sent' }, 'told to look at his mail');
    like(account_of($form->{email}, 'password_hash'), qr/^\$2b\$\d\d\$.{53}$/, 'the password is a bcrypt hash');
    is(account_of($form->{email}, 'full_name, locale, email_verified_at IS NULL, state'), 'Ada|de|t|active', 'stored, not verified');
    is_problem(api(undef, 'login', {}, login_of($form)), 'invalid-credentials', 'he cannot sign in yet');

    my $token = mailed_token($form->{email}, '/verify-email');
    is(sql("SELECT count(*) FROM email_token WHERE token_hash = sha256(:'token'::bytea)", token => $token), 1, 'the database has its hash');
    is_deeply(is_ok(api(undef, 'verifyEmail', {}, { token => $token }), 'verified'), { email_verified => JSON::PP::true }, 'and told so');
    is_ok(api(undef, 'login', {}, login_of($form)), 'now he can sign in');
    is(scalar(subjects($form->{email})), 2, 'and has been welcomed');
    is_problem(api(undef, 'verifyEmail', {}, { token => $token }), 'invalid-token', 'the link works once');
};

subtest 'a known address gets the same answer, and its owner a mail' => sub {
    my $actor = as_tester();
    my $old   = account_of($actor->{email}, 'password_hash, full_name');
    my $form  = registration(email => uc $actor->{email});
    my $data  = is_created(api(undef, 'register', {}, $form), 'the same status');
    is_deeply($data, { email => $form->{email}, verification => 'sent' }, 'the same words');
    is(account_of($actor->{email}, 'password_hash, full_name'), $old, 'nothing was changed');
    is(sql("SELECT count(*) FROM account WHERE email = :'e'", e => $form->{email}), 1, 'there is still one account');
    run_jobs();
    my ($mail) = mails_to($actor->{email});
    ok($mail, 'the owner was told');
    unlike($mail->{text}, qr/token=/, 'without a link that would do anything');
};

subtest 'what registration refuses' => sub {
    for my $case (
        [ 'no address',                 { email     => undef },                 '/email',     'required' ],
        [ 'an address that is none',    { email     => 'ada' },                 '/email',     'not-an-email' ],
        [ 'two addresses',              { email     => 'a@b.example,c@d.example' }, '/email', 'not-an-email' ],
        [ 'an address and a header',    { email     => "a\@b.example\nBcc: x" },    '/email', 'not-an-email' ],
        [ 'an address that is a list',  { email     => ['a@b.example'] },       '/email',     'not-a-string' ],
        [ 'a short password',           { password  => 'Tr0ub4d' },             '/password',  'too-short' ],
        [ 'a long password',            { password  => 'x' x 129 },             '/password',  'too-long' ],
        [ 'a common password',          { password  => 'Password123' },         '/password',  'too-common' ],
        [ 'our own name',               { password  => 'peertesthub' },         '/password',  'too-common' ],
        [ 'a run of digits',            { password  => '123456789012' },        '/password',  'too-common' ],
        [ 'no name',                    { full_name => '' },                    '/full_name', 'too-short' ],
        [ 'a name of two lines',        { full_name => "Ada\nBcc: x" },         '/full_name', 'bad-format' ],
        [ 'an admin',                   { role      => 'admin' },               '/role',      'not-allowed' ],
        [ 'no role',                    { role      => undef },                 '/role',      'required' ],
        [ 'a language that is none',    { locale    => '../../etc' },           '/locale',    'bad-format' ],
        [ 'a member that is not there', { is_admin  => 1 },                     '/is_admin',  'unknown' ],
    ) {
        my ($name, $change, $pointer, $code) = @$case;
        my $form    = registration(%$change);
        my $problem = is_problem(api(undef, 'register', {}, $form), 'invalid-input', $name);
        is_deeply($problem->{errors}, [ { pointer => $pointer, code => $code } ], 'and it says where');
        is(sql("SELECT count(*) FROM account WHERE email = :'e'", e => "$form->{email}"), 0, 'no account') if $form->{email} && !ref $form->{email};
    }
};

subtest 'any characters make a password' => sub {
    for my $password ('пароль на русском', '🐛🐞🦗🐜🪲🪳🦟🕷', "  blanks at both ends  ", 'x7' x 64, '$2b$04$notahash%s%n') {
        my $form = registration(password => $password);
        is_created(api(undef, 'register', {}, $form), 'taken');
        sql("UPDATE account SET email_verified_at = now() WHERE email = :'e'", e => $form->{email});
        is_ok(api(undef, 'login', {}, login_of($form)), 'and it opens the account');
        is_problem(api(undef, 'login', {}, { %{ login_of($form) }, password => substr($password, 0, -1) }), 'invalid-credentials', 'all of it counts');
    }
};

subtest 'a link that was not given verifies nothing' => sub {
    my $form = registration();
    is_created(api(undef, 'register', {}, $form), 'registered');
    my $token = mailed_token($form->{email}, '/verify-email');
    for my $wrong ('x', substr($token, 0, -1), "${token}A", lc $token, 'x' x 43) {
        is_problem(api(undef, 'verifyEmail', {}, { token => $wrong }), 'invalid-token', "not $wrong");
    }
    is_problem(api(undef, 'verifyEmail', {}, { token => '' }), 'invalid-input', 'nor nothing');
    is_problem(api(undef, 'resetPassword', {}, { token => $token, password => $PASSWORD }), 'invalid-token', 'it sets no password');
    sql("UPDATE email_token SET expires_at = now() WHERE token_hash = sha256(:'t'::bytea)", t => $token);
    is_problem(api(undef, 'verifyEmail', {}, { token => $token }), 'invalid-token', 'nor does an old one');
    is(account_of($form->{email}, 'email_verified_at IS NULL'), 't', 'not verified');

    is_accepted(api(undef, 'resendVerification', {}, { email => $form->{email} }), 'another one is asked for');
    my $second = mailed_token($form->{email}, '/verify-email');
    is_accepted(api(undef, 'resendVerification', {}, { email => $form->{email} }), 'and another one');
    my $third = mailed_token($form->{email}, '/verify-email');
    is_problem(api(undef, 'verifyEmail', {}, { token => $second }), 'invalid-token', 'only the newest counts');
    is_ok(api(undef, 'verifyEmail', {}, { token => $third }), 'and it does');
};

subtest 'nobody is mailed for nothing' => sub {
    my $actor = as_tester();
    is_accepted(api(undef, 'resendVerification', {}, { email => $actor->{email} }), 'verified already');
    is_accepted(api(undef, 'resendVerification', {}, { email => 'nobody.' . $actor->{email} }), 'unknown');
    is_accepted(api(undef, 'forgotPassword', {}, { email => 'nobody.' . $actor->{email} }), 'unknown');
    sql("UPDATE account SET state = 'suspended' WHERE id = '$actor->{id}'");
    is_accepted(api(undef, 'forgotPassword', {}, { email => $actor->{email} }), 'suspended');
    is_deeply([ subjects($actor->{email}) ], [], 'no mail');
};

subtest 'signing in' => sub {
    my $actor  = as_tester();
    my %device = (%$actor, cookies => {});
    my $answer = api(\%device, 'login', {}, { email => '  ' . uc($actor->{email}) . ' ', password => $actor->{password} },
        headers => { 'User-Agent' => "Firefox\t" . 'x' x 300 });
    my $grant = is_ok($answer, 'the address may be in any case');
    is_deeply([ @$grant{qw(token_type expires_in)} ], [ 'Bearer', 900 ], 'a token of a quarter of an hour');
    is($grant->{user}{id}, $actor->{id}, 'and who he is');
    like($_, qr/^(?:refresh|device)=[\w.-]{43,}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict$/, 'a cookie for no script and no other site')
        for @{ $answer->{headers}{'set-cookie'} };
    is(sql("SELECT count(*) FROM refresh_token WHERE token_hash = sha256(:'t'::bytea)", t => $device{cookies}{refresh}), 1,
        'of which the database has the hash');
    is(sql("SELECT length(user_agent), left(user_agent, 8) FROM session WHERE account_id = '$actor->{id}' ORDER BY id DESC LIMIT 1"),
        '200|Firefox?', 'the browser\'s name is cut and cleaned');
    is_ok(api({ token => $grant->{access_token} }, 'getMe'), 'the token is good');

    for my $case (
        [ 'another password',  { password => "$actor->{password}x" } ],
        [ 'an empty address',  { email    => 'nobody@example.org' } ],
        [ 'another case',      { password => uc $actor->{password} } ],
    ) {
        my ($name, $change) = @$case;
        my $refused = api(undef, 'login', {}, { email => $actor->{email}, password => $actor->{password}, %$change });
        is_problem($refused, 'invalid-credentials', "$name does not sign in");
        is($refused->{headers}{'set-cookie'}, undef, 'and gets no cookie');
    }
    sql("UPDATE account SET state = 'suspended' WHERE id = '$actor->{id}'");
    is_problem(api(undef, 'login', {}, { email => $actor->{email}, password => $actor->{password} }), 'invalid-credentials', 'nor does a suspended account');
};

subtest 'a hash of another cost is replaced at the next sign-in' => sub {
    my ($tool, $secrets) = ("$ENV{PEERTEST_BUILD}/peertest-hash", "$ENV{PEERTEST_WORLD}/secrets/peertest.key");
    my $actor = as_tester();
    my $hash  = `printf %s 'the same as ever' | '$tool' '$secrets' 9`;
    chomp $hash;
    like($hash, qr/^\$2b\$09\$/, 'the tool makes one');
    sql("UPDATE account SET password_hash = :'hash' WHERE id = '$actor->{id}'", hash => $hash);
    is_ok(api(undef, 'login', {}, { email => $actor->{email}, password => 'the same as ever' }), 'it signs in');
    my $new = account_of($actor->{email}, 'password_hash');
    unlike($new, qr/^\$2b\$09\$/, 'the hash has the site\'s cost now');
    is_ok(api(undef, 'login', {}, { email => $actor->{email}, password => 'the same as ever' }), 'and still fits');
    is(account_of($actor->{email}, 'password_hash'), $new, 'it is replaced once');
};

subtest 'staying signed in' => sub {
    my $actor = as_tester();
    my $first = $actor->{cookies}{refresh};
    my $grant = is_ok(api($actor, 'refresh'), 'a new token');
    isnt($actor->{cookies}{refresh}, $first, 'and a new cookie');
    is($grant->{user}{id}, $actor->{id}, 'for the same account');
    is_ok(api({ token => $grant->{access_token} }, 'getMe'), 'the token is good');

    my %late = (%$actor, cookies => { refresh => $first });
    is_ok(api(\%late, 'refresh'), 'when the answer was lost, the old one works once more');
    is($late{cookies}{refresh}, $actor->{cookies}{refresh}, 'and brings the same successor');
    is_ok(api($actor, 'refresh'), 'which works');
    is(sql("SELECT count(*) FROM session WHERE account_id = '$actor->{id}'"), 1, 'it is one session all along');
};

subtest 'a session ends' => sub {
    for my $case (
        [ 'by its age',               "UPDATE session SET expires_at = now() WHERE account_id = :'id'" ],
        [ 'by not being used',        "UPDATE session SET last_used_at = now() - interval '8 days' WHERE account_id = :'id'" ],
        [ 'with the account',         "UPDATE account SET state = 'suspended' WHERE id = :'id'" ],
        [ 'when its owner ends it',   "UPDATE session SET ended_at = now(), end_reason = 'by_owner' WHERE account_id = :'id'" ],
    ) {
        my ($name, $statement) = @$case;
        my $actor = as_tester();
        sql($statement, id => $actor->{id});
        is_problem(api($actor, 'refresh'), 'session-ended', $name);
        is($actor->{cookies}{refresh}, undef, 'and the cookie goes');
    }
    is_problem(api({ cookies => {} }, 'refresh'), 'session-ended', 'no cookie, no session');
    is_problem(api({ cookies => { refresh => 'x' x 43 } }, 'refresh'), 'session-ended', 'nor for any cookie');
    is_problem(api({ cookies => { refresh => '%00' } }, 'refresh'), 'session-ended', 'nor for a strange one');
};

subtest 'signing out' => sub {
    my $actor  = as_tester();
    my $cookie = $actor->{cookies}{refresh};
    is_empty(api($actor, 'logout'), 'signed out');
    is($actor->{cookies}{refresh}, undef, 'the cookie is gone');
    is(sql("SELECT end_reason FROM session WHERE id = '$actor->{session_id}'"), 'logout', 'the session has ended');
    is_problem(api({ cookies => { refresh => $cookie } }, 'refresh'), 'session-ended', 'a copy of the cookie is worth nothing');
    is_problem(api($actor, 'updateMe', {}, { full_name => 'X' }), 'unauthorized', 'nor is the token, for any change');
    is_empty(api($actor, 'logout'), 'signing out twice is fine');
};

subtest 'a forgotten password' => sub {
    my $actor = as_tester(email_verified_at => '2026-01-01');
    my %other = (%$actor, cookies => {});
    sign_in(\%other);
    is_accepted(api(undef, 'forgotPassword', {}, { email => $actor->{email} }), 'a link is asked for');
    my $older = mailed_token($actor->{email}, '/reset-password');
    is_accepted(api(undef, 'forgotPassword', {}, { email => $actor->{email} }), 'and another one');
    my $token = mailed_token($actor->{email}, '/reset-password');

    is_problem(api(undef, 'resetPassword', {}, { token => $older, password => $PASSWORD }), 'invalid-token', 'only the newest counts');
    is_problem(api(undef, 'verifyEmail', {}, { token => $token }), 'invalid-token', 'it verifies nothing');
    my $problem = is_problem(api(undef, 'resetPassword', {}, { token => $token, password => 'password' }), 'invalid-input', 'not to a common one');
    is_deeply($problem->{errors}, [ { pointer => '/password', code => 'too-common' } ], 'and it says why');
    is_empty(api(undef, 'resetPassword', {}, { token => $token, password => $PASSWORD }), 'the password is set');
    is_problem(api(undef, 'resetPassword', {}, { token => $token, password => "$PASSWORD!" }), 'invalid-token', 'once');

    is_problem(api($_, 'refresh'), 'session-ended', 'all sessions have ended') for $actor, \%other;
    is_problem(api(undef, 'login', {}, { email => $actor->{email}, password => $actor->{password} }), 'invalid-credentials', 'the old one is no more');
    is_ok(api(undef, 'login', {}, { email => $actor->{email}, password => $PASSWORD }), 'the new one is');
    is(scalar(subjects($actor->{email})), 3, 'and the owner was told');
};

subtest 'a reset link comes to an end, and proves the address' => sub {
    my $actor = as_tester();
    sql("UPDATE account SET email_verified_at = NULL WHERE id = '$actor->{id}'");
    is_accepted(api(undef, 'forgotPassword', {}, { email => $actor->{email} }), 'asked for');
    my $token = mailed_token($actor->{email}, '/reset-password');
    sql("UPDATE email_token SET expires_at = now() WHERE account_id = '$actor->{id}'");
    is_problem(api(undef, 'resetPassword', {}, { token => $token, password => $PASSWORD }), 'invalid-token', 'too late');
    sql("UPDATE email_token SET expires_at = now() + interval '1 minute' WHERE account_id = '$actor->{id}'");
    is_empty(api(undef, 'resetPassword', {}, { token => $token, password => $PASSWORD }), 'in time');
    is_ok(api(undef, 'login', {}, { email => $actor->{email}, password => $PASSWORD }), 'whoever has the link has the mailbox');
};

subtest 'a changed password' => sub {
    my $actor = as_tester();
    my %other = (%$actor, cookies => {});
    sign_in(\%other);
    my $form = { current_password => $actor->{password}, password => $PASSWORD };
    is_problem(api(undef,  'changePassword', {}, $form), 'unauthorized', 'not for nobody');
    is_problem(api($actor, 'changePassword', {}, { %$form, current_password => 'wrong' }), 'invalid-credentials', 'not without the present one');
    is_problem(api($actor, 'changePassword', {}, { %$form, password => 'letmein!' }), 'invalid-input', 'not to a common one');
    is_problem(api($actor, 'changePassword', {}, { %$form, password => 'short' }),    'invalid-input', 'not to a short one');
    is_empty(api($actor, 'changePassword', {}, $form), 'changed');
    is_problem(api(\%other, 'refresh'), 'session-ended', 'the other session has ended');
    is_problem(api(\%other, 'updateMe', {}, { full_name => 'X' }), 'unauthorized', 'its token changes nothing any more');
    is_ok(api($actor, 'refresh'), 'this one goes on');
    is_ok(api(undef, 'login', {}, { email => $actor->{email}, password => $PASSWORD }), 'the new one signs in');
    is(scalar(subjects($actor->{email})), 1, 'the owner was told');
    is_empty(api($actor, 'logout'), 'signed out');
    is_problem(api($actor, 'changePassword', {}, { current_password => $PASSWORD, password => "$PASSWORD!" }), 'unauthorized', 'an ended session changes nothing');
};

subtest 'where one is signed in' => sub {
    my $actor = as_tester();
    my %other = (%$actor, cookies => {});
    sign_in(\%other);
    my $page = is_ok(api($actor, 'listSessions'), 'a list');
    is_deeply([ map { $_->{id} } @{ $page->{items} } ], [ $other{session_id}, $actor->{session_id} ], 'of both, newest first');
    is_deeply([ map { $_->{current} ? 1 : 0 } @{ $page->{items} } ], [ 0, 1 ], 'it knows this one');
    is($page->{items}[0]{user_agent}, 'peertest-tests', 'and what each browser is called');

    my $first = is_ok(api($actor, 'listSessions', { limit => 1 }), 'one at a time');
    is(scalar @{ $first->{items} }, 1, 'one');
    my $second = is_ok(api($actor, 'listSessions', { limit => 1, cursor => $first->{next} }), 'then the next');
    is($second->{items}[0]{id}, $actor->{session_id}, 'which is another');
    is_deeply(is_ok(api($actor, 'listSessions', { limit => 1, cursor => $second->{next} }), 'then none')->{items}, [], 'no more');
    is_problem(api($actor, 'listSessions', { cursor => $_ }), 'invalid-cursor', "no cursor: $_") for 'x', 'eHx5', '!!!!';

    my $stranger = as_tester();
    is_problem(api($stranger, 'endSession', { session_id => $other{session_id} }), 'not-found', 'a stranger ends nothing');
    is_problem(api(undef,     'endSession', { session_id => $other{session_id} }), 'unauthorized', 'nor does nobody');
    is_ok(api(\%other, 'refresh'), 'it goes on');
    is_empty(api($actor, 'endSession', { session_id => $other{session_id} }), 'its owner ends it');
    is(sql("SELECT end_reason FROM session WHERE id = '$other{session_id}'"), 'by_owner', 'and it says so');
    is_problem(api(\%other, 'refresh'), 'session-ended', 'it has ended');
    is_problem(api($actor, 'endSession', { session_id => $other{session_id} }), 'not-found', 'it ends once');
    is(scalar @{ is_ok(api($actor, 'listSessions'), 'the list')->{items} }, 1, 'has one left');
};

# All tests come from one address: the next ones are not to pay for these.
sql('DELETE FROM sign_in_try');
done_testing();
