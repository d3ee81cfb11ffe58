# SPDX-License-Identifier: Apache-2.0
# What holds for every operation, tried on every operation that the document has.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use HTTP::Tiny;
use PeerTest;
use PeerTest::Database;
use PeerTest::Document ();
use PeerTest::Make;
use Test::More;

my $NO_ID = '0190d3a2-7c1e-7abc-8def-0123456789ab';    # of nothing
my $doc   = PeerTest::Document->new(sub { request('GET', '/openapi.json')->{content} });
my @operations = sort { $a->id cmp $b->id } $doc->operations;

# Somebody with every role, new, so that no count of requests stands in the way.
my @everybody;
sub anybody {
    my $anybody = as_admin(payout_state => 'active');
    push @everybody, $anybody->{id};
    sql("INSERT INTO account_role (account_id, role) VALUES ('$anybody->{id}', 'builder'), ('$anybody->{id}', 'tester')");
    return sign_in($anybody);
}

# The same one again, for so many more requests that are refused, as long as their count does
# not stand in the way.
my ($somebody, $asked) = (undef, 0);
sub somebody {
    my ($requests) = @_;
    $asked += $requests;
    ($somebody, $asked) = (anybody(), $requests) if !$somebody || $asked > 250;
    return $somebody;
}

# The path's parameters of an operation: ids of nothing, and names that have the right form.
my %names = (country => 'XX', name => 'no.such');
sub ids { my ($op) = @_; return { map { $_ => $names{$_} // $NO_ID } $op->path_parameters, $op->needed_parameters } }

# The only complaint of a problem, as "pointer code".
sub complaint { my ($problem) = @_; return join ', ', map { "$_->{pointer} $_->{code}" } @{ $problem->{errors} || [] } }

subtest 'what needs somebody refuses nobody' => sub {
    for my $op (grep { $_->takes_token } @operations) {
        my $answer = api(undef, $op->id, ids($op), $op->has_body ? {} : undef);
        is_problem($answer, 'unauthorized', $op->id);
        is($answer->{headers}{'www-authenticate'}, 'Bearer', 'and says how to come back');
        is($answer->{headers}{'cache-control'}, 'private, no-store', 'which nobody keeps');
    }
};

subtest 'what is for one role refuses the others' => sub {
    my %actors = (builder => as_builder(), tester => as_tester(), nothing => as_account());
    # To disable a second factor is forbidden to those who must have it.
    for my $op (grep { $_->takes_token && $_->has_problem('forbidden') && $_->id ne 'disableTotp' } @operations) {
        my @refused = grep { slug(api($actors{$_}, $op->id, ids($op), $op->has_body ? {} : undef)) eq 'forbidden' } sort keys %actors;
        ok((grep { $_ eq 'nothing' } @refused), $op->id . ' is refused to: ' . join ', ', @refused);
    }
};
sub slug { my ($answer) = @_; return PeerTest::Document::slug_of($answer) }

my @hostile = (
    [ 'an array',                   '[]',                                    400, 'malformed' ],
    [ 'no JSON',                    'name=value',                            400, 'malformed' ],
    [ 'nothing',                    '',                                      400, 'malformed' ],
    [ 'two objects',                '{}{}',                                  400, 'malformed' ],
    [ 'a member twice',             '{"zz":1,"zz":1}',                       400, 'malformed' ],
    [ 'a member twice, once escaped', '{"zz":1,"\u007az":1}',                400, 'malformed' ],
    [ 'bytes that are no UTF-8',    qq({"zz":"\xff"}),                       400, 'malformed' ],
    [ 'a NUL',                      qq({"zz":"a\0b"}),                       400, 'malformed' ],
    [ 'an escaped NUL',             '{"zz":"\u0000"}',                       400, 'malformed' ],
    [ 'half a character',           '{"zz":"\ud83d"}',                       400, 'malformed' ],
    [ 'a byte order mark',          "\xef\xbb\xbf{}",                        400, 'malformed' ],
    [ 'thirty-three levels',        ('{"a":' x 33) . '1' . ('}' x 33),       400, 'malformed' ],
    [ 'a hundred thousand levels',  ('[' x 100_000),                         400, 'malformed' ],
    [ 'a number beyond 64 bits',    '{"zz":9223372036854775808}',            400, 'malformed' ],
    [ 'a member that is not there', '{"zz":1}',                              422, 'invalid-input' ],
);

subtest 'hostile bodies' => sub {
    for my $op (grep { $_->has_json } @operations) {
        subtest $op->id => sub {
            my $actor = somebody(@hostile + 7);
            for my $case (@hostile) {
                my ($name, $body, $status, $slug) = @$case;
                my $answer = api($actor, $op->id, ids($op), $body);
                is_problem($answer, $slug, $name);
                is($answer->{status}, $status, "is $status");
                like(complaint($answer->{data}), qr{(?:^|, )/zz unknown(?:,|$)}, 'and names it') if $status == 422;
                unlike($answer->{content}, qr/zz.*zz|\\u0000|near/, 'and quotes nothing of it') if $status == 400;
            }
            for my $type ('text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/json; charset=latin1', 'application/jsonp') {
                is_problem(api($actor, $op->id, ids($op), '{}', headers => { 'Content-Type' => $type }), 'media-type', $type);
            }
            is_problem(api($actor, $op->id, ids($op), '{"zz":1}', headers => { 'Content-Type' => 'Application/JSON; charset="UTF-8"' }),
                'invalid-input', 'JSON by any spelling is read');
            is_problem(api($actor, $op->id, ids($op), '{"zz":"' . 'x' x 1_100_000 . '"}'), 'too-large', 'a body beyond the limit');
        };
    }
};

subtest 'no body at all says as little as an empty object' => sub {
    is_problem(api(anybody(), 'createProject', {}), 'invalid-input', 'where something is needed, it says what');
    my $tester = as_tester();
    is_ok(api($tester, 'markRead', {}), 'where nothing is, it works');
};

subtest 'a body without a length is bounded, too' => sub {
    my $left = 300;
    my $answer = HTTP::Tiny->new(timeout => 20)->request('POST', api_url() . '/api/v1/auth/login', {
        headers => { 'Content-Type' => 'application/json' },
        content => sub { return $left-- > 0 ? 'x' x 8192 : '' },
    });
    SKIP: {
        # The server may close before all is written; either way it has not read it all.
        skip 'the connection was closed first', 1 if $answer->{status} == 599;
        is($answer->{status}, 413, 'refused');
    }
    is(request('GET', '/health')->{status}, 200, 'and the server goes on');
};

subtest 'what takes no body takes an empty object, and nothing else' => sub {
    for my $op (grep { $_->method eq 'post' && !$_->has_body } @operations) {
        subtest $op->id => sub {
            my $actor = anybody();
            my $send  = sub { my ($body, $type) = @_; return api($actor, $op->id, ids($op), $body, headers => { 'Content-Type' => $type // 'application/json' }) };
            my $problem = is_problem($send->('{"zz":1}'), 'invalid-input', 'a member');
            is(complaint($problem), '/zz unknown', 'is named');
            is_problem($send->($_), 'malformed', "not $_") for '[]', '{', 'zz=1';
            is_problem($send->('{}', 'text/plain'), 'malformed', 'nor text');
            unlike(slug($send->('{}')), qr/^(?:malformed|invalid-input)$/, 'an empty object is taken');
        };
    }
};

subtest 'a refusal has all its parts' => sub {
    my $actor = anybody();
    my @refusals = (
        api(undef, 'getMe'), api($actor, 'getProject', { project_id => $NO_ID }), api($actor, 'updateMe', {}, { locale => '' }),
        api($actor, 'listProjects', { cursor => 'x' }), api(undef, 'verifyEmail', {}, { token => 'x' x 43 }), request('PUT', '/jobs'),
    );
    for my $answer (@refusals) {
        my $problem = $answer->{data};
        my $name    = slug($answer);
        ok(length $problem->{$_}, "$name: $_") for qw(type title status detail request_id);
        is($problem->{request_id}, $answer->{headers}{'x-request-id'}, 'the id of the header');
        is($problem->{status}, $answer->{status}, 'the status of the answer');
        is(ref $problem->{errors}, $answer->{status} == 422 ? 'ARRAY' : '', 'errors with 422');
    }
    is(complaint($refusals[3]{data}), '/cursor bad-format', 'a cursor is named');
    is(complaint($refusals[4]{data}), '/token bad-format',  'and so is a token');
};

subtest 'amounts are integers and nothing else' => sub {
    my $actor   = anybody();
    my $project = make_project($actor)->{id};
    for my $case (
        [ '100.0',                'not-an-integer' ],
        [ '1e2',                  'not-an-integer' ],
        [ '"100"',                'not-an-integer' ],
        [ 'true',                 'not-an-integer' ],
        [ '[100]',                'not-an-integer' ],
        [ '-100',                 'too-small' ],
        [ '0',                    'too-small' ],
        [ '9223372036854775807',  'too-large' ],
    ) {
        my ($amount, $code) = @$case;
        my $problem = is_problem(api($actor, 'createJob', {},
            qq({"kind":"simple","project_id":"$project","title":"A job for amounts","brief":"x","service_type":"exploratory","reward_minor":$amount,"currency":"usd","seats":1})),
            'invalid-input', "a reward of $amount");
        is(complaint($problem), "/reward_minor $code", 'and it says why');
    }
    is(sql("SELECT count(*) FROM job WHERE owner_id = '$actor->{id}'"), 0, 'no job was made');
};

subtest 'blanks say nothing' => sub {
    my $actor = anybody();
    for my $blank ('   ', "\n\t   \r\n  ", '  .  ') {
        my $problem = is_problem(api($actor, 'reconcileNow', {}, { reason => $blank }), 'invalid-input', 'an intervention without a reason');
        is(complaint($problem), '/reason too-short', 'is told so');
    }
    is_problem(api($actor, 'createProject', {}, { name => ' ' x 20 }), 'invalid-input', 'a project without a name');
    is(sql("SELECT count(*) FROM admin_action WHERE admin_id = '$actor->{id}'"), 0, 'nothing is in the audit trail');
    my $spaced = random_name() . '@example.org';
    is_created(api(undef, 'register', {}, { email => $spaced, password => ' ' x 12 . 'x', full_name => 'Some Body', role => 'tester' }), 'a password is as its owner wants it');
};

subtest 'an id that cannot be one names nothing' => sub {
    for my $op (grep { my @of = $_->path_parameters; @of && !grep { $names{$_} } @of } @operations) {
        my $actor = somebody(9);
        for my $id ('1', 'x', "$NO_ID'", uc("$NO_ID-"), '..%2f', '%00', '%ff', '0190d3a2-7c1e-7abc-8def-0123456789aZ') {
            (my $path = $op->path) =~ s/\{\w+\}/$id/g;
            my $answer = request(uc $op->method, $path, {
                Authorization => "Bearer $actor->{token}", 'Content-Type' => 'application/json', 'Idempotency-Key' => 'k',
            }, $op->has_body ? '{}' : undef);
            ok($answer->{status} == 404 || $answer->{status} == 400, $op->id . " $id: $answer->{status}");
        }
        next if $op->has_body;
        is_problem(api($actor, $op->id, ids($op)), 'not-found', $op->id . ' of nothing') if $op->has_problem('not-found');
    }
};

subtest 'parameters are known, and given once' => sub {
    my $actor = anybody();    # who reads as often as wanted here
    for my $op (grep { $_->method eq 'get' } @operations) {
        my $problem = is_problem(api($actor, $op->id, { %{ ids($op) }, zz => 1 }), 'invalid-input', $op->id);
        is(complaint($problem), '/zz unknown', 'has no parameter zz');
        next unless grep { $_->{name} eq 'limit' } @{ $op->{spec}{parameters} };
        is(complaint(is_problem(api($actor, $op->id, { %{ ids($op) }, limit => [ 1, 2 ] }), 'invalid-input', 'a limit twice')), '/limit repeated', 'is once too often');
        for my $case ([ 0, 'too-small' ], [ 101, 'too-large' ], [ -1, 'too-small' ], [ 'x', 'not-an-integer' ], [ '1.0', 'not-an-integer' ], [ '', 'not-an-integer' ], [ '99999999999999999999', 'too-large' ]) {
            my ($limit, $code) = @$case;
            is(complaint(is_problem(api($actor, $op->id, { %{ ids($op) }, limit => $limit }), 'invalid-input', "a limit of '$limit'")), "/limit $code", "is $code");
        }
        next if $op->path_parameters;
        for my $cursor ('x', '====', 'eA', 'fHx8fA', 'w' x 400) {
            is_problem(api($actor, $op->id, { cursor => $cursor }), 'invalid-cursor', "a cursor of '$cursor'");
        }
    }
};

subtest 'queries that cannot be read' => sub {
    for my $query ('q=%ff', 'q=%00', 'q=%', 'q=%zz', join('&', map { "a$_=1" } 1 .. 65)) {
        my $answer = request('GET', "/jobs?$query");
        is_problem($answer, 'malformed', substr $query, 0, 20);
    }
};

subtest 'only documented methods' => sub {
    my %methods;
    push @{ $methods{ $_->path } }, uc $_->method for @operations;
    for my $path (sort keys %methods) {
        (my $url = $path) =~ s/\{\w+\}/$NO_ID/g;
        my %known = map { $_ => 1 } @{ $methods{$path} };
        for my $method (grep { !$known{$_} } qw(POST PUT PATCH DELETE)) {
            my $answer = request($method, $url, { 'Content-Type' => 'application/json', 'X-HTTP-Method-Override' => $methods{$path}[0] }, '{}');
            is_problem($answer, 'method-not-allowed', "$method $path");
            my %allowed = map { $_ => 1 } split /,\s*/, $answer->{headers}{allow} // '';
            ok(!(grep { !$allowed{$_} } keys %known), "may: $answer->{headers}{allow}");
        }
    }
    is_problem(request('GET', '/auth/login'), 'method-not-allowed', 'reading changes nothing');
    is_problem(request($_, '/health'), 'method-not-allowed', "no $_") for qw(TRACE FROB);
};

subtest 'what is not there' => sub {
    for my $path ('/nothing', '/', '', '/me/', '/me/../me/x', '/auth', '/-/error') {
        my $answer = request('GET', $path);
        is_problem($answer, 'not-found', "GET $path");
        is($answer->{headers}{'content-type'}, 'application/problem+json', 'in our form');
    }
};

subtest 'what httpd refuses is refused in our form' => sub {
    is_problem(request('GET', '/jobs?q=' . 'x' x 9000), 'uri-too-long', 'an address that is too long');
    is_problem(request('GET', '/health', { map { ("X-$_" => 'x') } 1 .. 150 }), 'malformed', 'headers that are too many');
    is_problem(request('GET', '/health', { 'X-Long' => 'x' x 9000 }), 'malformed', 'a header that is too long');
};

subtest 'HEAD is GET without a body' => sub {
    my $actor = anybody();
    for my $path ('/health', '/problems', '/jobs', '/me') {
        my %headers = (Authorization => "Bearer $actor->{token}");
        my $get     = request('GET',  $path, \%headers);
        my $head    = request('HEAD', $path, \%headers);
        is($head->{status},  200, "HEAD $path");
        is($head->{content}, '',  'has no body');
        is($head->{headers}{$_}, $get->{headers}{$_}, "and the same $_") for qw(content-type cache-control content-length etag);
    }
};

subtest 'every answer has an id of its own, and says who may keep it' => sub {
    my %seen;
    for my $path (('/health') x 3, '/me', '/nothing') {
        my $answer = request('GET', $path);
        ok(!$seen{ $answer->{headers}{'x-request-id'} // '' }++, 'an id: ' . ($answer->{headers}{'x-request-id'} // 'none'));
    }
    is(request('GET', '/health', { 'X-Request-Id' => 'mine' })->{headers}{'x-request-id'} eq 'mine', '', 'which the client does not choose');
    is(api(anybody(), 'getMe')->{headers}{'cache-control'}, 'private, no-store', 'what is personal is for nobody to keep');
    like(api(undef, 'listJobs')->{headers}{'cache-control'}, qr/^public, max-age=\d$/, 'what is public may be kept for seconds');
};

subtest 'the catalogue has every problem and every code' => sub {
    my $data  = is_ok(api(undef, 'listProblems'), 'the catalogue');
    my %slugs = map { $_->{slug} => $_ } @{ $data->{problems} };
    is(scalar keys %slugs, scalar @{ $data->{problems} }, 'no slug twice');
    my @lost = grep { !$slugs{$_} } map { $_->problems } @operations;
    is_deeply(\@lost, [], 'all that operations document are in it');
    my %codes = map { $_->{code} => 1 } @{ $data->{codes} };
    ok($codes{$_}, "a code $_") for qw(required unknown too-short not-an-integer);
};

subtest 'entity tags' => sub {
    my $actor   = anybody();
    my $project = make_project($actor);
    my %id      = (project_id => $project->{id});
    my $tag     = api($actor, 'getProject', \%id)->{headers}{etag};
    (my $zipped = $tag) =~ s/"$/-gzip"/;
    for my $known ($tag, "W/$tag", "\"x\", $tag", '*') {
        is(api($actor, 'getProject', \%id, undef, headers => { 'If-None-Match' => $known })->{status}, 304, "$known is known");
    }
    is(api($actor, 'getProject', \%id, undef, headers => { 'If-None-Match' => '"x"' })->{status}, 200, 'another is not');
    is_problem(api($actor, 'updateProject', \%id, { name => 'N' }, headers => { 'If-Match' => $_ }), 'precondition-failed', "$_ does not match")
        for '"x"', 'x', '';
    my $name = 0;
    for my $mine (sub { $tag }, sub { $zipped }, sub { "\"x\", $tag" }, sub { '*' }) {
        my $answer = api($actor, 'updateProject', \%id, { name => 'Name ' . ++$name }, headers => { 'If-Match' => $mine->() });
        is_ok($answer, 'one that matches: ' . $mine->());
        $tag = $answer->{headers}{etag};
        ($zipped = $tag) =~ s/"$/-gzip"/;
    }
};

subtest 'an Idempotency-Key' => sub {
    my $actor = anybody();
    my $key   = 'key ' . random_text(20);
    my $first = api($actor, 'createProject', {}, { name => 'Once' }, key => $key);
    is_created($first, 'the first request');
    is($first->{headers}{'idempotency-replayed'}, undef, 'is not a replay');
    my $again = api($actor, 'createProject', {}, { name => 'Once' }, key => $key);
    is_deeply(is_created($again, 'the second'), $first->{data}, 'gets the same answer');
    is($again->{headers}{'idempotency-replayed'}, 'true', 'and is told so');
    is(sql("SELECT count(*) FROM project WHERE owner_id = '$actor->{id}'"), 1, 'there is one project');

    is_problem(api($actor, 'createProject', {}, { name => 'Twice' }, key => $key), 'idempotency-mismatch', 'another body is refused');
    is_problem(api($actor, 'addRole', {}, { role => 'tester' }, key => $key), 'idempotency-mismatch', 'and so is another operation');
    is_created(api(anybody(), 'createProject', {}, { name => 'Twice' }, key => $key), 'somebody else has keys of his own');
    is(sql("SELECT count(*) FROM project WHERE owner_id = '$actor->{id}'"), 1, 'still one project');

    sql("UPDATE idempotency_key SET created_at = now() - interval '25 hours' WHERE caller = '$actor->{id}'");
    isnt(is_created(api($actor, 'createProject', {}, { name => 'Once' }, key => $key), 'a day later')->{id}, $first->{data}{id}, 'it is free again');

    for my $bad ('', 'x' x 256, "tab\there") {
        is_problem(api($actor, 'createProject', {}, { name => 'X' }, key => $bad), 'malformed', 'no key: ' . substr $bad, 0, 9);
    }
    is_created(api($actor, 'createProject', {}, { name => 'X' }, key => 'x' x 255), 'as long as may be');
};

subtest 'a refusal is an answer, too' => sub {
    my $actor = anybody();
    my $key   = random_text(20);
    my %id    = (project_id => $NO_ID);
    my $body  = { kind => 'simple', project_id => $NO_ID, title => 'A job for keys', brief => 'x', service_type => 'exploratory', reward_minor => 500, currency => 'usd', seats => 1 };
    my $first = api($actor, 'createJob', {}, $body, key => $key);
    ok($first->{status} >= 400, "refused: $first->{status}");
    my $again = api($actor, 'createJob', {}, $body, key => $key);
    is($again->{status}, $first->{status}, 'and refused again');
};

subtest 'two requests at once under one key' => sub {
    my $actor = anybody();
    my $key   = random_text(20);
    my @answers = at_once(map { [ $actor, 'createProject', {}, { name => 'Once' }, key => $key ] } 1 .. 4);
    ok($_->{status} == 201 || slug($_) eq 'idempotency-running', "an answer: $_->{status}") for @answers;
    is(sql("SELECT count(*) FROM project WHERE owner_id = '$actor->{id}'"), 1, 'made one project');

    # The first request, held on its way by a lock like its own.
    my $held = random_text(20);
    my $first = hold("SELECT pg_advisory_xact_lock(hashtextextended('$actor->{id}' || E'\\n' || '$held', 7013))");
    is_problem(api($actor, 'createProject', {}, { name => 'Held' }, key => $held), 'idempotency-running', 'the second is told to wait');
    let_go($first);
    is_created(api($actor, 'createProject', {}, { name => 'Held' }, key => $held), 'and may come back');
};

subtest 'what moves money needs a key' => sub {
    my %bodies = (rejectSubmission => { reason => 'out_of_scope', comment => 'There is nothing in it.' }, approveSubmission => {},
        acceptBid => { revision => 1 }, approvePartially => { percent => 50, comment => 'Half of it is there.' },
        (map { $_ => { comment => 'It is not needed any more.' } } qw(waiveSubmission cancelAssignment)),
        (map { $_ => { reason => 'A test' } } qw(removeJob retryPayout retryRefund)),
        refundSubmission => { reason => 'A test', amount_minor => 1 }, reversePayout => { reason => 'A test', to => 'builder' },
        decideDispute => { reason => 'A test', tester_percent => 50 }, proposeSplit => { tester_percent => 50 });
    for my $op (grep { $_->needs_key } @operations) {
        my $answer = api(somebody(1), $op->id, ids($op), $op->has_body ? $bodies{ $op->id } // {} : undef, key => undef);
        is_problem($answer, 'idempotency-key-required', $op->id);
    }
};

subtest 'too many requests' => sub {
    my $actor  = anybody();
    my $policy = api($actor, 'updateMe', {}, {})->{headers}{'ratelimit-policy'};
    my ($class, $limit, $window) = $policy =~ /^"(\w+)";q=(\d+);w=(\d+)$/ or die "policy: $policy";
    is($class, 'write', 'a change is a write');
    cmp_ok($limit, '<=', 1000, "of which there may be $limit in $window seconds");
    my ($refused, $count) = (undef, 0);
    while (!$refused && $count++ < 2 * $limit) {    # a window may begin anew on the way
        my $answer = api($actor, 'updateMe', {}, {});
        $refused = $answer if $answer->{status} != 200;
    }
    is_problem($refused, 'rate-limited', "the limit comes after $count");
    like($refused->{headers}{'retry-after'}, qr/^[1-9]\d*$/, 'and says when to come back');
    like($refused->{headers}{ratelimit}, qr/^"write";r=0;t=\d+$/, 'none is left');
    is_ok(api($actor, 'getMe'), 'reading has a limit of its own');
    is_ok(api(anybody(), 'updateMe', {}, {}), 'and so has everybody else');
};

# Hundreds of administrators would get each mail that later tests send to them all.
sql("DELETE FROM $_ WHERE account_id IN (" . join(', ', map { "'$_'" } @everybody) . ')' . ($_ eq 'account_role' ? " AND role = 'admin'" : ''))
    for qw(admin_scope account_role);

done_testing();
