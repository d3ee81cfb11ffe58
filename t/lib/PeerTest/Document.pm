# SPDX-License-Identifier: Apache-2.0
package PeerTest::Document;
# The OpenAPI document as the tests use it: operations by name, what differs between
# an answer and the document, and a note of everything that was seen.
use strict;
use warnings FATAL => 'all';
use JSON::PP ();
use JSON::Validator ();

my $json = JSON::PP->new->utf8->canonical;

sub new {
    my ($class, $fetch) = @_;
    return bless { fetch => $fetch, validators => {} }, $class;
}

# The document itself; fetched once, when it is first needed.
sub data {
    my ($self) = @_;
    return $self->{data} //= $json->decode($self->{fetch}->());
}

sub operations {
    my ($self) = @_;
    $self->{operations} //= do {
        my $paths = $self->data->{paths};
        my %found;
        for my $path (keys %$paths) {
            for my $method (keys %{ $paths->{$path} }) {
                my $spec = $paths->{$path}{$method};
                $found{ $spec->{operationId} } = PeerTest::Document::Operation->new($method, $path, $spec);
            }
        }
        \%found;
    };
    return values %{ $self->{operations} };
}

sub operation {
    my ($self, $id) = @_;
    $self->operations;
    return $self->{operations}{$id} // die "the document has no operation $id\n";
}

# What an answer has that the document does not allow, in words.
sub differences {
    my ($self, $op, $answer) = @_;
    my $wanted = $op->{spec}{responses}{ $answer->{status} } or return "status $answer->{status} is not documented";
    my @wrong  = header_differences($answer);
    my @types  = sort keys %{ $wanted->{content} || {} };
    if (!@types) {
        push @wrong, 'a body where none is documented' if length $answer->{content};
        return @wrong;
    }
    my $got  = $answer->{headers}{'content-type'} // 'none';
    my $type = (split /;/, $got)[0];
    return @wrong, "content type $got, not @types" unless grep { $_ eq $type || $_ eq '*/*' } @types;
    push @wrong, $self->body_differences($answer, $wanted->{content}{$type}{schema});
    push @wrong, problem_differences($answer, $wanted) if $type eq 'application/problem+json';
    return @wrong;
}

sub header_differences {
    my ($answer) = @_;
    return map { "no header $_" } grep { !defined $answer->{headers}{$_} } qw(x-request-id cache-control);
}

sub body_differences {
    my ($self, $answer, $schema) = @_;
    return unless $schema;
    my $validator = $self->{validators}{ $json->encode($schema) } //= JSON::Validator->new->schema({
        '$schema'  => 'https://json-schema.org/draft/2020-12/schema',
        %$schema,
        components => { schemas => $self->named_by($schema) },
    });
    return $validator->validate($answer->{data});
}

# The named schemas that one needs: preparing all of them takes half a second.
sub named_by {
    my ($self, $schema) = @_;
    my $all = $self->data->{components}{schemas};
    my %needed;
    my @new = $schema;
    while (defined(my $one = shift @new)) {
        for my $name ($json->encode($one) =~ m{"#/components/schemas/(\w+)"}g) {
            push @new, $needed{$name} = $all->{$name} unless $needed{$name};
        }
    }
    return \%needed;
}

sub problem_differences {
    my ($answer, $wanted) = @_;
    my $slug  = slug_of($answer);
    my @wrong = grep { $_ eq $slug } @{ $wanted->{'x-problems'} || [] };
    return "problem $slug is not documented" unless @wrong;
    return "its status says $answer->{data}{status}" if $answer->{data}{status} != $answer->{status};
    # A replayed answer has the id of the request that it was first given to.
    return "its request id is not the header's"
        if $answer->{data}{request_id} ne ($answer->{headers}{'x-request-id'} // '') && !$answer->{headers}{'idempotency-replayed'};
    return;
}

sub slug_of {
    my ($answer) = @_;
    return '' unless ref $answer->{data} eq 'HASH' && ($answer->{data}{type} // '') =~ m{^/problems/([\w-]+)$};
    return $1;
}

# Where seen answers are noted, one line each: operation, status, problem.
sub coverage_file {
    return $ENV{PEERTEST_COVERAGE} // ($ENV{PEERTEST_ARTEFACTS} ? "$ENV{PEERTEST_ARTEFACTS}/coverage.tsv" : undef);
}

my %recorded;

sub record {
    my ($self, $method, $path, $answer) = @_;
    my $file = coverage_file() or return;
    my $op   = $self->operation_at($method, $path) or return;
    my $line = join "\t", $op->id, $answer->{status}, $answer->{status} < 400 ? '' : slug_of($answer);
    return if $recorded{$line}++;
    open my $fh, '>>', $file or die "$file: $!";
    syswrite $fh, "$line\n";
    close $fh;
}

# The operation that a request is one of, if any; a literal segment goes before a parameter.
sub operation_at {
    my ($self, $method, $path) = @_;
    $path =~ s/\?.*//s;
    my @fitting = grep { $_->fits($method, $path) } $self->operations;
    return (sort { $a->path_parameters <=> $b->path_parameters } @fitting)[0];
}

package PeerTest::Document::Operation;

sub new {
    my ($class, $method, $path, $spec) = @_;
    return bless { id => $spec->{operationId}, method => $method, path => $path, spec => $spec }, $class;
}

sub id     { return $_[0]{id} }
sub method { return $_[0]{method} }
sub path   { return $_[0]{path} }

# Slugs of the problems that it documents.
sub problems {
    my ($self) = @_;
    return map { @{ $_->{'x-problems'} || [] } } values %{ $self->{spec}{responses} };
}

sub has_problem { my ($self, $slug) = @_; return scalar grep { $_ eq $slug } $self->problems }

sub has_body { return exists $_[0]{spec}{requestBody} }

# A body that is checked against the document; others are taken as bytes.
sub has_json { my ($self) = @_; return $self->has_body && $self->{spec}{requestBody}{content}{'application/json'} && $self->has_problem('media-type') }

# The headers that are always the same, and must be there: name => value.
sub constant_headers {
    my ($self) = @_;
    return map { $_->{name} => $_->{schema}{const} } grep { $_->{in} eq 'header' && $_->{required} && defined $_->{schema}{const} } @{ $self->{spec}{parameters} || [] };
}

sub takes_cookie { return $_[0]->requires('refreshCookie') }
sub takes_token  { return $_[0]->requires('accessToken') && !grep { !%$_ } @{ $_[0]{spec}{security} } }

sub requires {
    my ($self, $scheme) = @_;
    return scalar grep { exists $_->{$scheme} } @{ $self->{spec}{security} };
}

# Must a caller send an Idempotency-Key?
sub needs_key { my ($self) = @_; return scalar grep { $_->{name} eq 'Idempotency-Key' && $_->{required} } @{ $self->{spec}{parameters} || [] } }

# The names of those in the query without which it cannot be asked.
sub needed_parameters { my ($self) = @_; return map { $_->{name} } grep { $_->{in} eq 'query' && $_->{required} } @{ $self->{spec}{parameters} || [] } }

sub fits {
    my ($self, $method, $path) = @_;
    $self->{pattern} //= join '/', map { /^\{/ ? '[^/]+' : quotemeta } split m{/}, $self->{path}, -1;
    return lc $method eq $self->{method} && $path =~ /^$self->{pattern}$/;
}

# The names of its parameters in the path.
sub path_parameters { my ($self) = @_; my @names = $self->{path} =~ /\{(\w+)\}/g; return @names }

1;
