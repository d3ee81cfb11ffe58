# SPDX-License-Identifier: Apache-2.0
# The kinds of test: the table that clients build their forms from, the same forms in the
# document, and reports of each kind kept as drafts.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use JSON::PP ();
use Test::More;

my @types = @{ is_ok(api(undef, 'listServiceTypes'), 'anybody may look')->{items} };
my %types = map { $_->{key} => $_ } @types;
my $samples = do {
    open my $in, '<:raw', 't/lib/service_samples.json' or die "samples: $!\n";
    local $/;
    JSON::PP->new->utf8->decode(<$in>);
};

subtest 'the table' => sub {
    is(scalar @types, 18, 'has eighteen kinds');
    is_deeply([ sort keys %$samples ], [ sort keys %types ], 'each with a sample in these tests');
    is_deeply([ map { $_->{key} } grep { !$_->{enabled} } @types ], ['security'], 'security is off without the legal text');
    ok(!exists $types{security}{terms}, 'which there is none of');
    is_deeply(is_ok(api(undef, 'getConfig'), 'the settings')->{service_types}, [ map { $_->{key} } grep { $_->{enabled} } @types ], 'name those that are on');
    my $answer = api(undef, 'listServiceTypes');
    like($answer->{headers}{'cache-control'}, qr/public, max-age=60/, 'may be kept for a minute');
    is(api(undef, 'listServiceTypes', {}, undef, headers => { 'If-None-Match' => $answer->{headers}{etag} })->{status}, 304, 'and asked for again for nothing');
};

# The members of a form with those of their entries, as "steps steps.number ...".
sub members_of {
    my ($fields, $in) = @_;
    return map { my $name = "$in$_->{name}"; ($name, members_of($_->{fields} || [], "$name.")) } @$fields;
}

sub documented {
    my ($all, $schema, $in) = @_;
    ($schema) = grep { ($_->{type} // '') ne 'null' } @{ $schema->{anyOf} } if $schema->{anyOf};
    $schema = $all->{ $schema->{'$ref'} =~ m{(\w+)$} ? $1 : '' } if $schema->{'$ref'};
    $schema = $schema->{items} if $schema->{items};
    $schema = $all->{ $schema->{'$ref'} =~ m{(\w+)$} ? $1 : '' } if $schema->{'$ref'};
    my $members = $schema->{properties} || {};
    return map { my $name = "$in$_"; ($name, documented($all, $members->{$_}, "$name.")) } keys %$members;
}

subtest 'the document has the same forms' => sub {
    my $schemas = is_ok(api(undef, 'getOpenapi'), 'the document')->{components}{schemas};
    for my $type (@types) {
        for my $form (qw(details report)) {
            my $name = ucfirst $form . "_$type->{key}";
            is_deeply([ sort(documented($schemas, $schemas->{$name}, '')) ], [ sort(members_of($type->{$form}, '')) ], $name);
        }
    }
};

# What rules are about is there: no rule names a member that its form lacks.
subtest 'rules and forms belong together' => sub {
    for my $type (@types) {
        my %known = map { $_ => 1 } (map { "report.$_" } members_of($type->{report}, '')), map { "details.$_" } members_of($type->{details}, '');
        my @named;
        for my $rule (map { $_->{kind} eq 'either' ? @{ $_->{either} } : $_ } @{ $type->{minimum} }, @{ $type->{details_minimum} }) {
            my $place = plain($rule->{field});
            my $owner = $rule->{kind} =~ /^(?:sum|findings|evidence)$/ ? $place : $place =~ s/\.\w+$//r;
            push @named, $place if $place =~ /\./;
            push @named, plain($rule->{of}) if $rule->{of};
            push @named, "$place.$rule->{member}" if $rule->{member};
            push @named, map { "$place.$_" } @{ $rule->{members} || [] };
            push @named, "$owner.$rule->{when}{member}" if $rule->{when};
        }
        is_deeply([ grep { !$known{$_} } @named ], [], "$type->{key}: all of @{[ scalar @named ]} places are there");
    }
};

sub plain { my ($pointer) = @_; return join '.', grep { length && $_ ne '*' } split m{/}, $pointer }

my $builder = as_builder();
my $project = make_project($builder);
for my $type (grep { $_->{enabled} } @types) {
    my $key = $type->{key};
    subtest "a draft of $key" => sub {
        my $tester = as_tester();
        my $job    = make_job($builder, project_id => $project->{id}, service_type => $key);
        my $draft  = make_claim($job, $tester)->{submissions}[0];
        my $id     = { submission_id => $draft->{id} };
        for my $sample (@{ $samples->{$key}{samples} }) {
            my $saved = is_ok(api($tester, 'saveSubmission', $id, { report => $sample->{report} }), $sample->{name});
            is_deeply($saved->{report}, $sample->{report}, 'is kept as it was sent');
        }
        my $p = is_problem(api($tester, 'saveSubmission', $id, { report => { juggling => 1 } }), 'invalid-input', 'what its form does not have');
        is_deeply($p->{errors}, [ { pointer => '/report/juggling', code => 'unknown' } ], 'is refused');
        $p = is_problem(api($tester, 'submitSubmission', $id, {}), 'incomplete', 'without a summary it cannot be handed in');
        is($p->{errors}[0]{pointer}, '/summary', 'which is said first');
    };
}

subtest 'patterns and ranges of single members' => sub {
    my %wrong = (
        payment_flow     => [ { transactions => [ { number => 1, method => 'Visa 4242 4242 4242 4242' } ] }, '/report/transactions/0/method', 'bad-format' ],
        fix_verification => [ { clip_seconds => 61 }, '/report/clip_seconds', 'too-large' ],
        accessibility    => [ { criteria => [ { number => 1, outcome => 'maybe' } ] }, '/report/criteria/0/outcome', 'not-allowed' ],
        usability_unmoderated => [ { sus => { q1 => 6 } }, '/report/sus/q1', 'too-large' ],
        localisation     => [ { issues => [ { level => 'S1' } ] }, '/report/issues/0/level', 'not-allowed' ],
    );
    for my $key (sort keys %wrong) {
        my ($report, $pointer, $code) = @{ $wrong{$key} };
        my $tester = as_tester();
        my $job    = make_job($builder, project_id => $project->{id}, service_type => $key);
        my $draft  = make_claim($job, $tester)->{submissions}[0];
        my $p = is_problem(api($tester, 'saveSubmission', { submission_id => $draft->{id} }, { report => $report }), 'invalid-input', $key);
        is_deeply($p->{errors}, [ { pointer => $pointer, code => $code } ], "$pointer is $code");
    }
};

done_testing();
