# SPDX-License-Identifier: Apache-2.0
# finding_exports.t - a project's findings as CSV, JSON, JUnit XML, SARIF and on paper.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use JSON::PP ();
use PeerTest;
use PeerTest::Findings;
use PeerTest::Make;
use PeerTest::Paper;
use Test::More;

my @operations = map { "exportFindings$_" } qw(Csv Json Junit Sarif Pdf);
my $builder    = as_builder();
my $project    = make_project($builder, name => 'Shop & <Sons>');
my $tester     = make_payable(make_experienced(as_tester(full_name => '=cmd|calc')));
my $of         = { project_id => $project->{id} };

my $work = make_reported($builder, $project, $tester,
    { title => '=HYPERLINK("https://evil.example";"a price")', severity => 'critical', url => 'https://app.example/cart', steps => [ '+1 article', "-- a \"quote\"" ],
      actual => "]]> <b>&amp; \x{1F600}" },
    { title => 'Only a suggestion about the colours here', severity => 'trivial', kind => 'suggestion' },
    { title => 'A moderate problem that is fixed by now', severity => 'moderate' },
    { title => 'A problem whose fix was seen to hold well', severity => 'minor' });
my ($first, $spam, $fixed, $verified) = @{ $work->{findings} };
is_ok($_, 'judged') for verdict($builder, $spam, 'spam', reason => 'No "problem", no <bug>'), map { verdict($builder, $_, 'valid') } $fixed, $verified;
is_ok(api($builder, 'markFindingFixed', { finding_id => $_->{id} }, {}), 'fixed') for $fixed, $verified;
is_ok(api($builder, 'markFindingVerified', { finding_id => $verified->{id} }, {}), 'verified');

# An export, which is a file of this name and type.
sub exported {
    my ($operation, $name, $type, %filter) = @_;
    my $answer = api($builder, $operation, { %$of, %filter });
    is($answer->{status}, 200, $operation);
    is($answer->{headers}{'content-disposition'}, qq(attachment; filename="$name"), 'a file');
    like($answer->{headers}{'content-type'}, qr/^\Q$type\E/, 'of its type');
    like($answer->{headers}{'cache-control'}, qr/no-store/, 'that nobody else keeps');
    return $answer;
}

subtest 'as CSV' => sub {
    my $text = exported('exportFindingsCsv', 'findings.csv', 'text/csv')->{content};
    utf8::decode($text) unless utf8::is_utf8($text);
    like($text, qr/^\x{FEFF}id,job,tester,number,title,/, 'with a head');
    my @records = $text =~ /\G((?:"(?:[^"]|"")*"|[^"\r\n])*)\r\n/g;
    is(scalar @records, 5, 'and a record for each');
    my @fields = map { s/^"(.*)"$/$1/sr =~ s/""/"/gr } $records[1] =~ /\G((?:"(?:[^"]|"")*")|[^,]*)(?:,|$)/g;
    is($fields[0], $first->{id}, 'the oldest first');
    is($fields[4], "'" . $first->{title}, 'no title is a formula');
    is($fields[2], "'=cmd|calc", 'and no name');
    is($fields[14], "1. +1 article\n2. -- a \"quote\"", 'steps in one field');
    is(scalar(grep { /^"?[=+@-]/ } map { /\G((?:"(?:[^"]|"")*")|[^,]*)(?:,|$)/g } @records), 0, 'no field begins as a formula');
};

subtest 'as JSON' => sub {
    my $all = JSON::PP::decode_json(exported('exportFindingsJson', 'findings.json', 'application/json')->{content});
    is($all->{project_name}, 'Shop & <Sons>', 'of the project');
    is_deeply([ map { $_->{id} } @{ $all->{findings} } ], [ map { $_->{id} } $first, $spam, $fixed, $verified ], 'all, oldest first');
    my ($listed) = grep { $_->{id} eq $first->{id} } @{ api($builder, 'listFindings', $of)->{data}{items} };
    is_deeply($all->{findings}[0], $listed, 'as in the list');
    my $some = JSON::PP::decode_json(exported('exportFindingsJson', 'findings.json', 'application/json', state => 'spam')->{content});
    is_deeply([ map { $_->{id} } @{ $some->{findings} } ], [ $spam->{id} ], 'or some of them');
};

subtest 'as JUnit XML' => sub {
    my $text = exported('exportFindingsJunit', 'findings.junit.xml', 'application/xml')->{content};
    my $names = sub { my ($tag) = @_; return scalar(() = $text =~ /<$tag[ >\/]/g) };
    is_deeply([ map { $names->($_) } qw(testsuites testsuite testcase failure skipped) ], [ 1, 1, 4, 2, 1 ], 'what is a problem fails, what is none is skipped, what is verified passes');
    like($text, qr/^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites><testsuite name="Shop &amp; &lt;Sons&gt;" tests="4" failures="2" errors="0" skipped="1"/, 'in figures');
    like($text, qr/<failure message="\]\]&gt; &lt;b&gt;&amp;amp; /, 'what testers write is text');
    like($text, qr/<skipped message="spam: No &quot;problem&quot;, no &lt;bug&gt;"/, 'and what builders write');
    is_xml($text, 'well formed');
    sql(q{UPDATE finding SET actual = E'a\\x01b\\x0Bc' WHERE id = :'id'}, id => $verified->{id});
    is_xml(exported('exportFindingsJunit', 'findings.junit.xml', 'application/xml', state => 'verified')->{content}, 'whatever it says');
};

sub is_xml {
    my ($text, $name) = @_;
    local $Test::Builder::Level = $Test::Builder::Level + 1;
    is(sql(q{SELECT xml_is_well_formed_document(:'text')}, text => $text), 't', $name);
    return;
}

# Members of an object, all known, and those that are needed: SARIF 2.1.0 with its section.
sub has_members {
    my ($object, $section, $needed, $known) = @_;
    local $Test::Builder::Level = $Test::Builder::Level + 1;
    is(ref $object, 'HASH', "$section: an object");
    is_deeply([ grep { !defined $object->{$_} } @$needed ], [], "$section: has what it needs");
    my %known = map { $_ => 1 } @$needed, @$known, 'properties';
    is_deeply([ grep { !$known{$_} } sort keys %$object ], [], "$section: and nothing else");
    return;
}

subtest 'as SARIF' => sub {
    my $log = JSON::PP::decode_json(exported('exportFindingsSarif', 'findings.sarif', 'application/sarif+json')->{content});
    has_members($log, '3.13 sarifLog', [qw(version runs)], ['$schema']);
    is($log->{version}, '2.1.0', 'its version');
    is(scalar @{ $log->{runs} }, 1, 'one run');
    my $run = $log->{runs}[0];
    has_members($run, '3.14 run', ['tool'], [qw(results columnKind)]);
    has_members($run->{tool}, '3.18 tool', ['driver'], []);
    has_members($run->{tool}{driver}, '3.19 toolComponent', ['name'], [qw(informationUri rules)]);
    has_members($_, '3.49 reportingDescriptor', ['id'], [qw(name shortDescription)]) for @{ $run->{tool}{driver}{rules} };
    my %rules = map { $_->{id} => 1 } @{ $run->{tool}{driver}{rules} };
    for my $result (@{ $run->{results} }) {
        has_members($result, '3.27 result', [qw(message)], [qw(ruleId kind level locations partialFingerprints suppressions)]);
        has_members($result->{message}, '3.11 message', ['text'], []);
        ok($rules{ $result->{ruleId} }, 'of a rule of the tool');
        like($result->{level}, qr/^(?:none|note|warning|error)$/, 'a level');
        ok($result->{kind} eq 'fail' || $result->{level} eq 'none', 'which is none unless it fails (3.27.10)');
        for my $location (@{ $result->{locations} // [] }) {
            has_members($location, '3.28 location', [], ['physicalLocation']);
            has_members($location->{physicalLocation}, '3.29 physicalLocation', ['artifactLocation'], []);
            has_members($location->{physicalLocation}{artifactLocation}, '3.4 artifactLocation', [], ['uri']);
        }
        has_members($_, '3.35 suppression', ['kind'], [qw(status justification)]) for @{ $result->{suppressions} // [] };
    }
    is_deeply([ map { "$_->{kind} $_->{level} " . ($_->{suppressions} ? $_->{suppressions}[0]{status} : '-') } @{ $run->{results} } ],
        [ 'fail error -', 'fail note accepted', 'fail warning -', 'pass none -' ], 'each as it stands');
    is($run->{results}[0]{partialFingerprints}{'findingId/v1'}, $first->{id}, 'with what knows it again');
    is($run->{results}[0]{locations}[0]{physicalLocation}{artifactLocation}{uri}, 'https://app.example/cart', 'where it is');
};

subtest 'on paper' => sub {
    my $answer = exported('exportFindingsPdf', 'findings.pdf', 'application/pdf');
    my $text   = text_of($answer);
    like($text, $_, 'it says so') for qr/Findings/, qr/Shop & <Sons>/, qr/critical\s+1/, qr/All\s+4/, qr/1\. \+1 article/, qr/Only a suggestion/;
};

subtest 'what is refused' => sub {
    for my $operation (@operations) {
        is_problem(api($_->[1], $operation, $of), $_->[2], "$operation: $_->[0]")
            for [ 'nobody', undef, 'unauthorized' ], [ 'a tester', $tester, 'forbidden' ], [ 'another builder', as_builder(), 'not-found' ];
        refused_at(api($builder, $operation, { %$of, state => 'odd' }), '/state not-allowed', "$operation: no such state");
    }
    my $empty = make_project($builder);
    is(api($builder, $_, { project_id => $empty->{id} })->{status}, 200, "$_: none are none") for @operations;
    sql(q{INSERT INTO finding (submission_id, number, title, kind, severity, expected, actual, reproducibility)
          SELECT :'id', n, 'Finding ' || n, 'visual', 'minor', 'x', 'y', 'once' FROM generate_series(5, 10001) n}, id => $work->{id});
    is_problem(api($builder, $_, $of), 'conflict', "$_: too many") for @operations;
    is(api($builder, $_, { %$of, severity => 'critical' })->{status}, 200, "$_: fewer") for @operations;
    sql(q{DELETE FROM finding WHERE submission_id = :'id' AND number > 4}, id => $work->{id});
};

done_testing();
