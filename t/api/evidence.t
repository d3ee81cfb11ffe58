# SPDX-License-Identifier: Apache-2.0
# evidence.t - files prove work as links do: each kind of test counts them, disputes and banks
# are told of them.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use JSON::PP ();
use PeerTest;
use PeerTest::Disputes;
use PeerTest::Files;
use PeerTest::Make;
use PeerTest::Money;
use PeerTest::Work;
use Test::More;

my $samples = do {
    open my $in, '<:raw', 't/lib/service_samples.json' or die "samples: $!\n";
    local $/;
    JSON::PP->new->utf8->decode(<$in>);
};

my %file_of = (screenshot => 'picture', recording => 'video', trace => 'document', log => 'document', receipt => 'picture', output => 'document');

sub missing {
    my ($tester, $which, %members) = @_;
    is_ok(api($tester, 'saveSubmission', $which, \%members), join ' and ', sort keys %members);
    return [ map { "$_->{pointer} $_->{code}" } @{ is_ok(api($tester, 'listMissing', $which), 'what is missing')->{missing} } ];
}

subtest 'each kind of test counts links and files alike' => sub {
    my $builder = as_builder();
    my $tester  = make_experienced(as_tester());
    my ($asked, $tried) = (0, 0);
    for my $key (grep { $_ ne 'security' } sort keys %$samples) {
        my $type     = $samples->{$key};
        my ($sample) = grep { @{ $_->{evidence} || [] } } @{ $type->{samples} } or next;
        my $plan     = make_plan($builder, project_id => make_project($builder)->{id}, roles => [ { name => 'Tester', seats => 1, items => [
            { service_type => $key, title => "Item of $key", instructions => 'As said.', details => $type->{details} } ] } ]);
        my $seat  = start_bid($builder, $tester, $plan, 2000);
        my $which = { submission_id => $seat->{submissions}[0]{id} };
        my $with  = sub { my ($piece) = @_; return { map { $_ => $piece->{$_} } grep { defined $piece->{$_} } qw(kind about note) } };
        my $links = missing($tester, $which, report => $sample->{report}, evidence => $sample->{evidence});
        my $none  = missing($tester, $which, evidence => []);
        my $files = missing($tester, $which, evidence => [ map { { %{ $with->($_) }, file_id => make_row($tester, $file_of{ $_->{kind} }) } } @{ $sample->{evidence} } ]);
        is_deeply($files, $links, "$key: files do as well as links");
        ok(!grep({ m{^/evidence} } @$files), 'and they are enough');
        $asked += grep { m{^/evidence} } @$none;
        $tried++;
    }
    cmp_ok($tried, '>', 10, "$tried kinds were tried");
    cmp_ok($asked, '>', 5,  "$asked of them miss it when it is not there");
};

subtest 'the case file keeps what a dispute is about' => sub {
    my ($builder, $tester) = (as_builder(), as_tester());
    my $which = { submission_id => make_claim(make_job($builder, seats => 1), $tester)->{submissions}[0]{id} };
    my ($shot, $log) = map { make_row($tester, $_) } qw(picture document);
    is_ok(api($tester, 'saveSubmission', $which, make_report(attachment_ids => [$shot], outcome => 'completed', active_minutes => 30)), 'a draft');
    is_created(api($tester, 'addFinding', $which, make_finding(attachment_ids => [ $log, $shot ])), 'a finding');
    is_ok(api($tester, 'submitSubmission', $which), 'handed in');
    is_ok(api($builder, 'rejectSubmission', $which, { reason => 'out_of_scope', comment => 'Not what I asked for.' }), 'rejected');
    my $work = is_created(dispute($tester, $which->{submission_id}), 'disputed')->{case_file}{work};
    is_deeply([ map { "$_->{id} $_->{name} $_->{kind} $_->{sha256}" } @{ $work->{files} } ],
        [ map { sql("SELECT concat_ws(' ', id, name, kind, encode(sha256, 'hex')) FROM file WHERE id = :'id'", id => $_) } $shot, $log ], 'each file once, by its hash');
    is_deeply([ $work->{evidence}[0]{file_id}, $work->{findings}[0]{attachment_ids}, @$work{qw(outcome active_minutes)} ],
        [ $shot, [ $log, $shot ], 'completed', 30 ], 'and where it belongs');
};

subtest 'a bank is told what was delivered' => sub {
    my $builder = as_builder();
    my $job     = make_paid_job($builder, seats => 2);
    my @testers = map { as_tester() } 1 .. 2;
    my @which   = map { { submission_id => make_claim($job, $_)->{submissions}[0]{id} } } @testers;
    my @files   = map { make_row($_, 'picture') } @testers;
    my $admin   = as_admin();
    is_ok(api($testers[$_], 'saveSubmission', $which[$_], make_report(attachment_ids => [ $files[$_] ])), 'a draft') for 0, 1;
    is_ok(api($testers[0], 'submitSubmission', $which[0]), 'one is handed in');
    is_problem(api($admin, 'getFileInfo', { file_id => $files[0] }), 'not-found', 'no administrator sees its file');
    my $charge  = sql("SELECT charge_id FROM payment WHERE job_id = :'id'", id => $job->{id});
    my $dispute = sandbox('POST', 'disputes', { charge => $charge, reason => 'product_not_received' });
    wait_until("SELECT evidence_sent_at IS NOT NULL FROM chargeback WHERE provider_id = :'id'", id => $dispute->{id});
    run_jobs();
    my $said = stripe(GET => "disputes/$dispute->{id}")->{evidence}{uncategorized_text};
    my @hashes = map { sql("SELECT encode(sha256, 'hex') FROM file WHERE id = :'id'", id => $_) } @files;
    like($said, qr/Files delivered: Screen\.png \(picture, SHA-256 $hashes[0]\)/, 'by name, kind and hash');
    unlike($said, qr/$hashes[1]/, 'a draft was not delivered');
    is_ok(api($admin, 'getFileInfo', { file_id => $files[0] }), 'an administrator sees the file now');
    is(is_ok(api($admin, 'listSubmissionFiles', $which[0]), 'and the list')->{items}[0]{id}, $files[0], 'of the work');
    is_problem(api($admin, 'getFileInfo', { file_id => $files[1] }), 'not-found', 'but not that of a draft');
    is_problem(api($admin, 'listSubmissionFiles', $which[1]), 'not-found', 'nor its list');
};

subtest 'a real picture, from the upload to the builder' => sub {
    my ($builder, $tester) = (as_builder(), as_tester());
    my $which   = { submission_id => make_claim(make_job($builder), $tester)->{submissions}[0]{id} };
    my $picture = make_file($tester, 'picture', name => 'Empty field.png');
    is_created(api($tester, 'addFinding', $which, make_finding(attachment_ids => [ $picture->{id} ])), 'a finding');
    is_ok(api($tester, 'saveSubmission', $which, make_report(evidence => [ { kind => 'screenshot', file_id => $picture->{id} } ])), 'a draft');
    is_problem(api($builder, 'getFileInfo', { file_id => $picture->{id} }), 'not-found', 'the builder sees nothing of it yet');
    is_ok(api($tester, 'submitSubmission', $which), 'handed in');
    my ($file) = @{ is_ok(api($builder, 'listSubmissionFiles', $which), 'the builder looks')->{items} };
    is_deeply($file, $picture, 'at the file as the tester has it');
    my $bytes = request('GET', substr($file->{url}, length '/api/v1'), { Authorization => "Bearer $builder->{token}" });
    is_deeply([ $bytes->{status}, length $bytes->{content} ], [ 200, $file->{size_bytes} ], 'and at its bytes');
};

done_testing();
