# SPDX-License-Identifier: Apache-2.0
package PeerTest;
# The vocabulary of the API tests: actors, requests, one assertion per kind of
# answer, and a look behind the scenes. Every answer is held against the API's own
# OpenAPI document.
#
# Where the server is comes from the environment: PEERTEST_URL (or
# PEERTEST_TEST_URL), PEERTEST_SANDBOX_URL (or SANDBOX_URL), and PGHOST, PGUSER and
# PGDATABASE for psql.
use strict;
use warnings FATAL => 'all';
use Digest::SHA qw(hmac_sha1);
use Exporter 'import';
use HTTP::Tiny ();
use JSON::PP ();
use MIME::Base64 qw(decode_base64url);
use PeerTest::Document ();
use POSIX ();
use Socket qw(IPPROTO_TCP TCP_NODELAY);
use Test::More ();
use Time::HiRes qw(sleep time);

our @EXPORT = qw(
    api api_url at_once request
    as_account as_admin as_builder as_tester sign_in totp_code
    is_created is_ok is_accepted is_empty is_problem
    sql random_name random_text
    run_jobs move_clock wait_until away_from_edge sandbox mails_to
);

my $URL     = $ENV{PEERTEST_TEST_URL}    || $ENV{PEERTEST_URL} || die "PEERTEST_URL is not set\n";
my $SANDBOX = $ENV{PEERTEST_SANDBOX_URL} || $ENV{SANDBOX_URL};
my $WAIT    = 60;    # seconds for whatever happens in the background, on however slow a machine

my $json = JSON::PP->new->utf8->canonical->allow_nonref;
my $http = HTTP::Tiny->new(timeout => 40, max_redirect => 0, keep_alive => 1, agent => 'peertest-tests');
my $tb   = Test::More->builder;
my $doc  = PeerTest::Document->new(sub { $http->get("$URL/api/v1/openapi.json")->{content} });

# HTTP::Tiny writes head and body apart; without this the second would wait 40 ms for
# the first one's acknowledgement.
{
    no warnings 'redefine';
    my $connect = \&HTTP::Tiny::Handle::connect;
    *HTTP::Tiny::Handle::connect = sub {
        my $handle = $connect->(@_);
        setsockopt $handle->{fh}, IPPROTO_TCP, TCP_NODELAY, 1 or die "TCP_NODELAY: $!";
        return $handle;
    };
}

# --- Requests ----------------------------------------------------------------------

sub api_url { return $URL }

# One HTTP request as it is: nothing added, nothing checked.
#   request('POST', '/auth/login', { 'Content-Type' => 'text/plain' }, 'hello')
# Returns { status, headers, content, data }; data is what JSON there is.
sub request {
    my ($method, $path, $headers, $content) = @_;
    my $answer = $http->request($method, "$URL/api/v1$path", {
        headers => $headers || {},
        defined $content ? (content => $content) : (),
    });
    die "$method $path: $answer->{content}" if $answer->{status} == 599;
    my $seen = {
        status  => $answer->{status},
        headers => $answer->{headers},
        content => $answer->{content} // '',
        data    => scalar eval { $json->decode($answer->{content}) },
    };
    $doc->record($method, $path, $seen);
    return $seen;
}

# One call of an operation by its name in the document, checked against it:
#   api($tester, 'saveSubmission', { submission_id => $id }, { summary => '...' })
# The actor is undef for nobody. Parameters that are not in the path go into the
# query. A body that is text is sent as it is. Options: headers => {...}, undef
# for one that is left out;
# key => an Idempotency-Key, undef for none where one is needed.
sub api {
    my $call = call_of(@_);
    return checked($call, perform($call));
}

# Calls at the same time, each a list of api()'s arguments; the answers in their order.
sub at_once {
    my @calls = map { call_of(@$_) } @_;
    pipe(my $gate, my $opener) or die "pipe: $!";
    my @answers = map { in_child($_, $gate, $opener) } @calls;
    close $gate;
    close $opener;    # all children read its end at once
    return map { checked($calls[$_], $json->decode(scalar read_all($answers[$_]))) } 0 .. $#calls;
}

sub in_child {
    my ($call, $gate, $opener) = @_;
    my $pid = open my $pipe, '-|';
    die "fork: $!" unless defined $pid;
    return $pipe if $pid;
    close $opener;
    $http = HTTP::Tiny->new(timeout => 40, max_redirect => 0, agent => 'peertest-tests');
    sysread $gate, my $nothing, 1;
    my $answer = perform($call);
    syswrite STDOUT, $json->encode($answer);
    POSIX::_exit(0);
}

sub read_all { my ($fh) = @_; local $/; my $all = <$fh>; close $fh; return $all }

sub call_of {
    my ($actor, $operation, $params, $body, %options) = @_;
    my $op      = $doc->operation($operation);
    my %headers = ($op->constant_headers, actor_headers($actor, $op), %{ $options{headers} || {} });
    delete @headers{ grep { !defined $headers{$_} } keys %headers };
    if ($op->needs_key && !exists $options{key}) {
        $headers{'Idempotency-Key'} = random_text(24);
    }
    elsif (defined $options{key}) {
        $headers{'Idempotency-Key'} = $options{key};
    }
    $headers{'Content-Type'} //= 'application/json' if defined $body;
    return {
        actor   => $actor,
        op      => $op,
        path    => path_of($op, %{ $params || {} }),
        headers => \%headers,
        body    => ref $body ? $json->encode($body) : $body,
    };
}

# A token, or for the routes of the cookie what our own page sends.
sub actor_headers {
    my ($actor, $op) = @_;
    return $actor && $actor->{token} ? (Authorization => "Bearer $actor->{token}") : () unless $op->takes_cookie;
    my $cookies = $actor && $actor->{cookies} || {};
    return (
        Origin       => $URL,
        'X-PeerTest' => 1,
        %$cookies ? (Cookie => join '; ', map { "$_=$cookies->{$_}" } sort keys %$cookies) : (),
    );
}

sub path_of {
    my ($op, %params) = @_;
    (my $path = $op->path) =~ s/\{(\w+)\}/delete $params{$1} \/\/ die "no $1 for " . $op->id/ge;
    my @query = map { my $name = $_; map { [ $name, $_ ] } ref $params{$_} ? @{ $params{$_} } : $params{$_} } sort keys %params;
    return $path unless @query;
    return $path . '?' . join '&', map { join '=', map { escape($_) } @$_ } @query;
}

sub escape { my ($s) = @_; utf8::encode($s) if utf8::is_utf8($s); $s =~ s/([^\w.~-])/sprintf '%%%02X', ord $1/gea; return $s }

sub perform {
    my ($call) = @_;
    my $answer = request(uc $call->{op}->method, $call->{path}, $call->{headers}, $call->{body});
    return { %$answer, op => $call->{op}->id };
}

# Keeps the cookies, and fails the test for an undocumented answer.
sub checked {
    my ($call, $answer) = @_;
    keep_cookies($call->{actor}, $answer) if $call->{actor};
    my @wrong = $doc->differences($call->{op}, $answer);
    return $answer unless @wrong;
    $tb->ok(0, "$answer->{op}: $answer->{status} is as documented");
    $tb->diag("$_\n") for @wrong, $answer->{content};
    return $answer;
}

sub keep_cookies {
    my ($actor, $answer) = @_;
    my $set = $answer->{headers}{'set-cookie'} or return;
    for (ref $set ? @$set : $set) {
        my ($name, $value) = /^([^=;]+)=([^;]*)/ or next;
        if   (/Max-Age=0\b/) { delete $actor->{cookies}{$name} }
        else                 { $actor->{cookies}{$name} = $value }
    }
}

# --- Assertions: each returns the answer's data -------------------------------------

sub is_created  { return is_status(201, @_) }
sub is_ok       { return is_status(200, @_) }
sub is_accepted { return is_status(202, @_) }
sub is_empty    { return is_status(204, @_) }

sub is_status {
    my ($status, $answer, $name) = @_;
    local $Test::Builder::Level = $Test::Builder::Level + 1;
    $tb->is_num($answer->{status}, $status, $name) or $tb->diag($answer->{content});
    return $answer->{data};
}

sub is_problem {
    my ($answer, $slug, $name) = @_;
    my $type = ref $answer->{data} eq 'HASH' ? $answer->{data}{type} // '-' : '-';
    $tb->is_eq($type, "/problems/$slug", $name) or $tb->diag("$answer->{status} $answer->{content}");
    return ref $answer->{data} eq 'HASH' ? $answer->{data} : {};
}

# --- Actors --------------------------------------------------------------------------

my $PASSWORD = 'a-long-and-shared-secret';
my $hash;

# An account with a verified address, signed in. Options: roles => [...], and columns
# of the account. Returns { id, email, password, full_name, token, cookies, session_id }.
sub as_account {
    my (%options) = @_;
    my $roles   = join ',', @{ delete $options{roles} || [] };
    my %columns = (
        email             => random_name() . '@example.org',
        email_verified_at => 'now',
        password_hash     => shared_hash(),
        full_name         => 'Some ' . ucfirst random_name(),
        %options,
    );
    my @names = sort keys %columns;
    my $id    = sql(
        sprintf(q{WITH made AS (INSERT INTO account (%s) VALUES (%s) RETURNING id),
                       given AS (INSERT INTO account_role (account_id, role)
                                 SELECT id, unnest(string_to_array(:'roles', ',')) FROM made)
                  SELECT id FROM made}, join(', ', @names), join ', ', map { ":'$_'" } @names),
        %columns, roles => $roles);
    my $actor = { id => $id, email => $columns{email}, full_name => $columns{full_name}, password => $PASSWORD, cookies => {} };
    return sign_in($actor);
}

sub as_builder { return as_account(roles => ['builder'], @_) }

# An administrator with scopes (all there are, unless named), who has set up a second
# factor and signed in with it: { ..., totp_secret, recovery_codes }.
sub as_admin {
    my (%options) = @_;
    my $scopes = join ',', @{ delete $options{scopes} || ['super'] };
    my $admin  = as_account(roles => ['admin'], %options);
    sql("INSERT INTO admin_scope (account_id, scope) SELECT :'id', unnest(string_to_array(:'scopes', ','))", id => $admin->{id}, scopes => $scopes);
    $admin->{totp_secret} = is_done(200, api($admin, 'enrolTotp'))->{secret};
    my $confirmed = api($admin, 'confirmTotp', {}, { code => totp_code($admin) });
    $admin->{recovery_codes} = is_done(200, $confirmed)->{recovery_codes};
    return sign_in($admin);
}

# What an actor's authenticator shows now, or showed so many steps before.
sub totp_code {
    my ($actor, $before) = @_;
    my $key  = pack 'B*', join '', map { sprintf '%05b', index 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', $_ } split //, $actor->{totp_secret};
    my $hash = hmac_sha1(pack('Q>', int(time / 30) - ($before // 0)), $key);
    my $at   = ord(substr $hash, -1) & 15;
    return sprintf '%06d', (unpack('N', substr $hash, $at, 4) & 0x7fffffff) % 1_000_000;
}

# A tester who may claim. His payout account exists in our books alone: for transfers
# that arrive there is PeerTest::Make::make_payable().
sub as_tester {
    my $account = 'acct_' . random_text(16);
    return as_account(roles => ['tester'], payout_state => 'active', stripe_account_id => $account, @_);
}

# Signs an actor in (again). Returns the actor. A code works once, so the last one is
# forgotten before: no test waits for the next.
sub sign_in {
    my ($actor) = @_;
    my %form = (email => $actor->{email}, password => $actor->{password});
    if ($actor->{totp_secret}) {
        sql("UPDATE account SET totp_last_step = 0 WHERE id = '$actor->{id}'");
        $form{totp_code} = totp_code($actor);
    }
    my $data = is_done(200, api($actor, 'login', {}, \%form));
    $actor->{token} = $data->{access_token};
    my (undef, $claims) = split /\./, $actor->{token};
    $actor->{session_id} = $json->decode(decode_base64url($claims))->{sid};
    return $actor;
}

sub is_done {
    my ($status, $answer) = @_;
    die "$answer->{op}: $answer->{status} $answer->{content}\n" unless $answer->{status} == $status;
    return $answer->{data};
}

# The hash of the password that all actors of a run share, made by the server itself.
sub shared_hash {
    return $hash if $hash;
    my $email = random_name() . '@example.org';
    my $made  = request('POST', '/auth/register', { 'Content-Type' => 'application/json' },
        $json->encode({ email => $email, password => $PASSWORD, full_name => 'Nobody', role => 'tester' }));
    die "cannot register: $made->{content}" unless $made->{status} == 201;
    return $hash = sql("SELECT password_hash FROM account WHERE email = :'email'", email => $email);
}

# --- Behind the scenes -----------------------------------------------------------------

# What psql prints for a statement, without its line end; rows are lines, columns are
# separated by "|". Values are named in it as :'name'.
sub sql {
    my ($statement, %values) = @_;
    my @set = map { ('-v', "$_=" . ($values{$_} // die "no value for $_")) } sort keys %values;
    pipe(my $in_read,  my $in_write)  or die "pipe: $!";
    pipe(my $out_read, my $out_write) or die "pipe: $!";
    my $pid = fork // die "fork: $!";
    if (!$pid) {
        open STDIN,  '<&', $in_read   or POSIX::_exit(126);
        open STDOUT, '>&', $out_write or POSIX::_exit(126);
        close $_ for $in_read, $in_write, $out_read, $out_write;
        exec qw(psql -XqAt -v ON_ERROR_STOP=1), @set or POSIX::_exit(127);
    }
    close $in_read;
    close $out_write;
    print {$in_write} $statement;
    close $in_write;
    my $out = read_all($out_read) // '';
    waitpid $pid, 0;
    die "psql refused: $statement\n" if $?;
    $out =~ s/\n\z//;
    return $out;
}

# Waits until nothing in the background is due or under way.
sub run_jobs {
    my $until = time + $WAIT;
    while (my $busy = sql(q{SELECT string_agg(kind || ' ' || state || coalesce(': ' || last_error, ''), ', ') FROM queue_job
                            WHERE state = 'running' OR state = 'queued' AND due_at <= now()})) {
        die "still in the background after $WAIT seconds: $busy\n" if time > $until;
        sleep 0.05;
    }
    return;
}

# Lets a clock strike: what was to happen some day happens now. Waits until it has.
#   move_clock('assignment', $id, 'claim_expires')
sub move_clock {
    my ($entity, $id, $transition) = @_;
    my $where = "entity = :'entity' AND entity_id = :'id' AND transition = :'transition'";
    my %which = (entity => $entity, id => $id, transition => $transition);
    sql("UPDATE clock SET due_at = now() - interval '1 second' WHERE $where RETURNING 1", %which)
        or die "there is no clock $transition of $entity $id\n";
    my $until = time + $WAIT;
    while (sql("SELECT count(*) FROM clock WHERE $where AND due_at <= now()", %which)) {
        die "clock $transition of $entity $id has not struck within $WAIT seconds\n" if time > $until;
        sleep 0.05;
    }
    return;
}

# Waits until a statement says something other than nothing, 0 or f. Returns what it says.
sub wait_until {
    my ($statement, %values) = @_;
    my $until = time + $WAIT;
    while (1) {
        my $said = sql($statement, %values);
        return $said if $said && $said ne 'f';
        die "has not become true within $WAIT seconds: $statement\n" if time > $until;
        sleep 0.05;
    }
}

# Waits if a period of the clock (of a day, or of a code's half minute, in UTC) ends within so
# many seconds: what follows is all in one.
sub away_from_edge {
    my ($period, $seconds) = @_;
    sleep 0.2 while $period - time % $period <= $seconds;
    return;
}

# The sandbox's control API (sandbox/README.md), below /_sandbox/:
#   sandbox('POST', 'webhooks', { mode => 'hold' })
sub sandbox {
    my ($method, $path, $body) = @_;
    return sandbox_call($method, "/_sandbox/$path", $body);
}

# The mails that the sandbox has for an address, newest first.
sub mails_to {
    my ($email) = @_;
    return @{ sandbox_call('GET', '/mail?to=' . escape($email))->{items} };
}

sub sandbox_call {
    my ($method, $path, $body) = @_;
    die "PEERTEST_SANDBOX_URL is not set\n" unless $SANDBOX;
    my $answer = $http->request($method, "$SANDBOX$path", {
        headers => { Accept => 'application/json', 'Content-Type' => 'application/json' },
        $method eq 'GET' ? () : (content => $json->encode($body || {})),
    });
    die "sandbox: $method $path: $answer->{status} $answer->{content}\n" unless $answer->{success};
    return $json->decode($answer->{content});
}

# Letters and digits from the system's generator.
sub random_text {
    my ($length) = @_;
    open my $fh, '<:raw', '/dev/urandom' or die "/dev/urandom: $!";
    read($fh, my $bytes, $length);
    my @letters = ('a' .. 'z', 0 .. 5);
    return join '', map { $letters[ ord($_) & 31 ] } split //, $bytes;
}

sub random_name { return 'p' . random_text(11) }

1;
