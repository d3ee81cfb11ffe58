# SPDX-License-Identifier: Apache-2.0
# rights.t - every route as everybody who may not use it, by the document's own table.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use JSON::PP ();
use PeerTest;
use PeerTest::Disputes;
use PeerTest::Make;
use Test::More;

my $document = request('GET', '/openapi.json')->{data};
my @routes   = map {
    my $path = $_;
    map { { %{ $document->{paths}{$path}{$_} }, path => $path, method => uc } } sort keys %{ $document->{paths}{$path} }
} sort keys %{ $document->{paths} };

# Somebody's things: to everybody else they are not there.
my $case  = make_dispute();
my %thing = (
    submission_id => $case->{submission_id},
    assignment_id => $case->{assignment_id},
    dispute_id    => $case->{dispute_id},
    user_id       => $case->{tester}{id},
    job_id        => sql("SELECT job_id FROM assignment WHERE id = '$case->{assignment_id}'"),
    payment_id    => sql("SELECT p.id FROM payment p JOIN assignment a USING (job_id) WHERE a.id = '$case->{assignment_id}'"),
    country       => 'DE',
    name          => 'books.seal',
);

# A value of a member's form. A route that is refused for its body shows nothing of rights.
sub some {
    my ($schema) = @_;
    my ($type) = grep { $_ ne 'null' } ref $schema->{type} ? @{ $schema->{type} } : $schema->{type} // 'object';
    return $schema->{enum}[0] if $schema->{enum};
    return some_body($schema) if $type eq 'object';
    return $schema->{minItems} ? [ some($schema->{items}) ] : [] if $type eq 'array';
    return $schema->{minimum} // 1 if $type eq 'integer';
    return JSON::PP::false if $type eq 'boolean';
    return '01a00000-0000-7000-8000-000000000000' if ($schema->{format} // '') eq 'uuid';
    return '2026-01-01T00:00:00Z' if ($schema->{format} // '') eq 'date-time';
    return 'someone@example.org' if ($schema->{format} // '') eq 'email';
    return substr 'usd' x 20, 0, $schema->{maxLength} && $schema->{maxLength} < 30 ? $schema->{maxLength} : 30;
}

sub some_body {
    my ($schema) = @_;
    return { map { $_ => some($schema->{properties}{$_}) } @{ $schema->{required} || [] } };
}

# The answer to an actor who uses a route in the right form.
sub ask {
    my ($actor, $route) = @_;
    my $schema = ($route->{requestBody}{content}{'application/json'} || {})->{schema};
    (my $path = $route->{path}) =~ s/\{(\w+)\}/$thing{$1} \/\/ '01a00000-0000-7000-8000-000000000000'/ge;
    my @required = grep { $_->{in} && $_->{in} eq 'query' && $_->{required} } @{ $route->{parameters} };
    $path .= '?' . join '&', map { "$_->{name}=" . some($_->{schema}) } @required if @required;
    my %headers = ('Idempotency-Key' => random_text(20));
    $headers{Authorization}  = "Bearer $actor->{token}" if $actor;
    $headers{'Content-Type'} = 'application/json'       if $schema;
    delete $headers{'Idempotency-Key'} if $route->{method} ne 'POST';
    return request($route->{method}, $path, \%headers, $schema ? JSON::PP->new->utf8->encode(some_body($schema)) : undef);
}

sub of_role { my (@roles) = @_; return grep { my $route = $_; grep { $route->{'x-role'} eq $_ } @roles } @routes }

sub is_refused {
    my ($actor, $slug, @those) = @_;
    is_problem(ask($actor, $_), $slug, "$_->{operationId}") for @those;
    return;
}

# What nobody of these may have changed.
sub marks {
    return sql(q{SELECT concat_ws(' ', (SELECT count(*) FROM admin_action), (SELECT count(*) FROM event WHERE job_id = :'job'),
                                  (SELECT count(*) FROM ledger_transaction WHERE job_id = :'job'), (SELECT sum(decision) FROM submission))},
        job => $thing{job_id});
}

my $before = marks();

subtest 'each route says who may use it' => sub {
    my @known = of_role(qw(anybody reader user builder tester admin session));
    is(@known, @routes, 'in known words');
    is_deeply([ map { $_->{operationId} } grep { $_->{path} =~ m{^/admin/} && $_->{'x-role'} ne 'admin' } @routes ], [], 'administration is for administrators');
    is_deeply([ map { $_->{operationId} } grep { $_->{'x-role'} eq 'admin' && $_->{method} ne 'GET' && !$_->{'x-scopes'} } @routes ], [], 'who intervenes needs a scope');
};

subtest 'without a token' => sub {
    is_refused(undef, 'unauthorized', of_role(qw(user builder tester admin)));
    is_refused({ token => 'no.good.token' }, 'unauthorized', of_role(qw(user builder tester admin)));
};

subtest 'without the role' => sub {
    is_refused(as_builder(), 'forbidden', of_role(qw(tester admin)));
    is_refused(as_tester(),  'forbidden', of_role(qw(builder admin)));
    is_refused(as_admin(),   'forbidden', of_role(qw(builder tester)));
};

subtest 'an administrator without a second factor' => sub {
    my $admin = as_account(roles => ['admin']);
    sql("INSERT INTO admin_scope (account_id, scope) VALUES (:'id', 'super')", id => $admin->{id});
    is_refused($admin, 'second-factor-needed', of_role('admin'));
};

subtest 'an administrator of another scope' => sub {
    for my $scope (qw(support finance moderation)) {
        my $admin = as_admin(scopes => [$scope]);
        is_refused($admin, 'forbidden', grep { my $route = $_; $route->{'x-scopes'} && !grep { $_ eq $scope } @{ $route->{'x-scopes'} } } @routes);
    }
    is_refused(as_admin(scopes => []), 'forbidden', grep { $_->{'x-scopes'} } @routes);
};

subtest 'somebody else\'s things' => sub {
    my $stranger = as_account(roles => [ 'builder', 'tester' ], payout_state => 'active', stripe_account_id => 'acct_' . random_text(16));
    my @private  = grep { $_->{path} =~ /\{(?:submission|assignment|dispute|payment)_id\}/ } of_role(qw(user builder tester));
    ok(@private > 20, 'there are many');
    is_refused($stranger, 'not-found', @private);
};

is(marks(), $before, 'nothing has happened');

done_testing;
