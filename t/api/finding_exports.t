# SPDX-License-Identifier: Apache-2.0
# finding_exports.t - a project's findings as CSV, JSON, JUnit XML, SARIF and on paper.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use JSON::PP ();
use PeerTest;
use PeerTest::Files;
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
    is($fields[17], "1. +1 article\n2. -- a \"quote\"", 'steps in one field');
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

subtest 'a severity in the words of its trade' => sub {
    my $rated = make_reported($builder, $project, $tester, { title => 'Nobody finds the way to the basket again', kind => 'usability', severity => 'major',
        scale => { name => 'nielsen', frequency => 'common', impact => 'hard', persistence => 'once' } })->{findings}[0];
    my %only = (kind => 'usability');
    like(exported('exportFindingsCsv', 'findings.csv', 'text/csv', %only)->{content}, qr/,"nielsen","3","","common","hard","once",/, 'in a table');
    like(exported('exportFindingsJunit', 'findings.junit.xml', 'application/xml', %only)->{content}, qr/Rated: nielsen 3 \(common, hard, once\)/, 'as text');
    my $sarif = JSON::PP::decode_json(exported('exportFindingsSarif', 'findings.sarif', 'application/sarif+json', %only)->{content});
    is_deeply($sarif->{runs}[0]{results}[0]{properties}{scale}, $rated->{scale}, 'as it is');
    like(text_of(exported('exportFindingsPdf', 'findings.pdf', 'application/pdf', %only)), qr/Rated: nielsen . 3 . common . hard . once/, 'on paper');
    sql(q{DELETE FROM finding WHERE id = :'id'}, id => $rated->{id});
};

# How many pictures a PDF has, with their sizes in pixels.
sub pictures_of {
    my ($answer) = @_;
    return map { /^\s*\d+\s+\d+\s+image\s+(\d+)\s+(\d+)\s+\S+\s+\d+\s+\d+\s+(\w+)/ ? "$1x$2 $3" : () } split /\n/, images_in($answer);
}

subtest 'pictures on paper' => sub {
    my $draft = make_seat($builder, $project, $tester);
    my @files = map { $_->{id} } (map { make_file($tester, picture_bytes(@$_)) } [ 960, 480 ], [ 300, 600 ], [ 40, 30 ], [ 50, 50 ]), make_file($tester, 'document');
    my %with  = (title => 'A finding that several pictures show', kind => 'visual', attachment_ids => [ $files[4], @files[ 0 .. 3 ] ]);
    my $shown = is_created(api($tester, 'addFinding', { submission_id => $draft->{id} }, make_finding(%with)), 'a finding with files');
    is_ok(api($tester, 'saveSubmission', { submission_id => $draft->{id} }, make_report()), 'saved');
    is_ok(api($tester, 'submitSubmission', { submission_id => $draft->{id} }), 'handed in');
    my $paper = exported('exportFindingsPdf', 'findings.pdf', 'application/pdf', kind => 'visual');
    is_deeply([ pictures_of($paper) ], [ '480x240 jpeg', '240x480 jpeg', '40x30 jpeg' ], 'the first three, small, in order, as they were made');
    like(text_of($paper), qr/Files: 5/, 'and how many there are');
    my $key = sql(q{SELECT store_key FROM file_rendition WHERE file_id = :'id'}, id => $files[0]);
    rename stored_path($key), stored_path($key) . '.away' or die "rename: $!\n";
    $paper = exported('exportFindingsPdf', 'findings.pdf', 'application/pdf', kind => 'visual');
    is_deeply([ pictures_of($paper) ], [ '240x480 jpeg', '40x30 jpeg' ], 'one that is lost is left out');
    like(text_of($paper), qr/Some pictures could not be read/, 'and it says so');
    rename stored_path($key) . '.away', stored_path($key);
    is(api($builder, 'exportFindingsPdf', { %$of, kind => 'suggestion' })->{status}, 200, 'a report without any');
    is_deeply([ pictures_of(exported('exportFindingsPdf', 'findings.pdf', 'application/pdf', kind => 'suggestion')) ], [], 'has none');
    sql(q{DELETE FROM finding WHERE id = :'id'}, id => $shown->{id});
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
};

# Findings of the tester's that no form has written. @return their number
sub many {
    my ($from, $to) = @_;
    sql(q{INSERT INTO finding (submission_id, number, title, kind, severity, expected, actual, reproducibility)
          SELECT :'id', n, 'Finding ' || n, 'visual', 'minor', 'x', 'y', 'once' FROM generate_series(:'from'::int, :'to'::int) n},
        id => $work->{id}, from => $from, to => $to);
    return $to - $from + 1;
}

sub few_again { sql(q{DELETE FROM finding WHERE submission_id = :'id' AND number > 4}, id => $work->{id}); return }

subtest 'more than one page of them' => sub {
    for my $count (100, 101, 250) {    # a page has 100
        many(5, $count);
        my $all = JSON::PP::decode_json(exported('exportFindingsJson', 'findings.json', 'application/json')->{content})->{findings};
        is_deeply([ map { $_->{number} } @$all ], [ 1 .. $count ], "$count, each once, in order");
        few_again();
    }
    many(5, 203);
    my $csv = exported('exportFindingsCsv', 'findings.csv', 'text/csv')->{content};
    is(scalar(() = $csv =~ /^"[0-9a-f]{8}-/mg), 203, 'as many lines');
    my $junit = exported('exportFindingsJunit', 'findings.junit.xml', 'application/xml')->{content};
    is(scalar(() = $junit =~ /<testcase /g), 203, 'as many cases');
    like($junit, qr/ tests="203" failures="201" errors="0" skipped="1"/, 'as the figures say');
    is_xml($junit, 'well formed');
    my $sarif = JSON::PP::decode_json(exported('exportFindingsSarif', 'findings.sarif', 'application/sarif+json')->{content});
    is(scalar @{ $sarif->{runs}[0]{results} }, 203, 'as many results');
    is_deeply([ map { $_->{id} } @{ $sarif->{runs}[0]{tool}{driver}{rules} } ], [qw(functional suggestion visual)], 'with the rules of all');
    few_again();
};

subtest 'a report is for reading' => sub {
    many(5, 501);
    is_problem(api($builder, 'exportFindingsPdf', $of), 'conflict', 'not of more than 500');
    is(api($builder, 'exportFindingsPdf', { %$of, severity => 'critical' })->{status}, 200, 'but of some');
    few_again();
};

# Waits until an export of the builder's is under way, or none is any more.
sub until_exports_are {
    my ($wanted) = @_;
    for (1 .. 500) {
        return if $wanted == sql(q{SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted
            AND (classid::bigint << 32 | objid::bigint) = hashtextextended('export ' || :'id', 0)}, id => $builder->{id});
        select undef, undef, undef, 0.02;
    }
    die "there are not $wanted exports after ten seconds\n";
}

subtest 'one at a time for each account' => sub {
    open my $other, '|-', 'psql', '-XqAt', '-o', '/dev/null' or die "psql: $!";
    print {$other} "BEGIN; SELECT pg_advisory_xact_lock(hashtextextended('export $builder->{id}', 0));\n";
    $other->flush;
    until_exports_are(1);
    for my $operation (grep { !/Pdf/ } @operations) {
        my $answer = api($builder, $operation, $of);
        is_problem($answer, 'rate-limited', "$operation waits");
        ok($answer->{headers}{'retry-after'}, 'and is told how long');
    }
    close $other;
    until_exports_are(0);
    is(api($builder, 'exportFindingsCsv', $of)->{status}, 200, 'then it is made');
};

done_testing();
