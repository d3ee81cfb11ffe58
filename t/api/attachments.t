# SPDX-License-Identifier: Apache-2.0
# attachments.t - files as evidence: who can attach what to a draft or to one of its findings,
# and that none changes or goes once it was handed in.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use File::Temp ();
use PeerTest;
use PeerTest::Files;
use PeerTest::Make;
use Test::More;

my $builder = as_builder();

# A draft of a new tester's, complete but for its evidence: the tester, and the parameters
# that name it.
sub make_open_draft {
    my ($tester) = (@_, as_tester());
    my $claim = make_claim(make_job($builder, seats => 1), $tester);
    my $which = { submission_id => $claim->{submissions}[0]{id} };
    is_ok(api($tester, 'saveSubmission', $which, make_report()), 'a draft');
    return ($tester, $which);
}

sub save { my ($tester, $which, %members) = @_; return api($tester, 'saveSubmission', $which, \%members) }

# The evidence of a draft, as "kind file_id-or-url".
sub pieces { my ($draft) = @_; return [ map { "$_->{kind} " . ($_->{file_id} // $_->{url}) } @{ $draft->{evidence} } ] }

sub errors { my ($problem) = @_; return [ map { "$_->{pointer} $_->{code}" } @{ $problem->{errors} } ] }

# What is attached, as "file:position", of the whole or of a finding.
sub attached {
    my ($which, $finding) = @_;
    return sql(q{SELECT coalesce(string_agg(file_id || ':' || position, ' ' ORDER BY position), '') FROM attachment
                  WHERE submission_id = :'id' AND coalesce(finding_id::text, '') = :'finding'},
        id => $which->{submission_id}, finding => $finding ? $finding->{id} : '');
}

subtest 'evidence is links and files' => sub {
    my ($tester, $which) = make_open_draft();
    my ($picture, $video) = (make_row($tester, 'picture'), make_row($tester, 'video'));
    my $link  = { kind => 'trace', url => 'https://traces.example/1' };
    my $draft = is_ok(save($tester, $which, evidence => [
        { kind => 'screenshot', file_id => $picture, about => '2', note => 'The empty field' }, $link, { kind => 'recording', file_id => $video } ]), 'saved');
    is_deeply($draft->{evidence}, [
        { kind => 'screenshot', file_id => $picture, url => undef, about => '2', note => 'The empty field' },
        { kind => 'trace', file_id => undef, url => 'https://traces.example/1' },
        { kind => 'recording', file_id => $video, url => undef } ], 'in their order');
    is_deeply($draft->{attachment_ids}, [ $picture, $video ], 'and its files by themselves');
    is_deeply(is_ok(api($tester, 'getSubmission', $which), 'read again'), $draft, 'the same');
    is(attached($which), "$picture:1 $video:3", 'they are attached');
    $draft = is_ok(save($tester, $which, summary => 'A new summary, and the rest stays.'), 'saved without it');
    is_deeply($draft->{attachment_ids}, [ $picture, $video ], 'it stays');
    $draft = is_ok(save($tester, $which, evidence => [ { kind => 'recording', file_id => $video } ]), 'one is taken out');
    is_deeply([ $draft->{attachment_ids}, attached($which) ], [ [$video], "$video:1" ], 'and belongs to nothing any more');
    is_ok(save($tester, $which, evidence => [ map { { kind => 'recording', file_id => $video, about => "$_" } } 1 .. 3 ]), 'one recording of three steps');
    is(attached($which), "$video:1", 'is attached once');
    $draft = is_ok(save($tester, $which, evidence => []), 'none');
    is_deeply([ @$draft{qw(evidence attachment_ids)}, attached($which) ], [ [], [], '' ], 'is none');
};

subtest 'naming files alone is enough' => sub {
    my ($tester, $which) = make_open_draft();
    my %row   = map { $_ => make_row($tester, $_) } qw(picture video audio document);
    my $draft = is_ok(save($tester, $which, evidence => [ { kind => 'receipt', file_id => $row{picture}, note => 'Paid' }, { kind => 'log', url => 'https://logs.example/1' } ]), 'a draft');
    $draft = is_ok(save($tester, $which, attachment_ids => [ @row{qw(video audio document)} ]), 'three files');
    is_deeply(pieces($draft), [ 'log https://logs.example/1', "recording $row{video}", "recording $row{audio}", "log $row{document}" ], 'each is what it is; the link stays');
    $draft = is_ok(save($tester, $which, attachment_ids => [ @row{qw(document picture)} ]), 'two others');
    is_deeply(pieces($draft), [ 'log https://logs.example/1', "log $row{document}", "screenshot $row{picture}" ], 'exactly these');
    $draft = is_ok(save($tester, $which, attachment_ids => [], evidence => [ { kind => 'log', file_id => $row{document}, note => 'x' } ]), 'both members');
    is_deeply(pieces($draft), [], 'the ids have the last word');
};

subtest 'what cannot be attached' => sub {
    my ($tester, $which) = make_open_draft();
    my ($other, $elsewhere) = make_open_draft($tester);
    my $picture = make_row($tester, 'picture');
    my $used    = make_row($tester, 'picture');
    is_ok(save($tester, $elsewhere, attachment_ids => [$used]), 'one belongs to another submission');
    my %ids = (
        mine    => $picture,
        used    => $used,
        foreign => make_row(as_tester(), 'picture'),
        gone    => make_row($tester, 'picture', state => 'deleted'),
        refused => make_row($tester, 'picture', state => 'refused', refused_code => 'broken'),
        coming  => make_row($tester, 'picture', state => 'uploading', kind => undef, media_type => undef, sha256 => undef),
        nothing => $tester->{id},
    );
    for my $try (
        [ { evidence => [ { kind => 'screenshot' } ] },                                         '/evidence/0/url required' ],
        [ { evidence => [ { kind => 'screenshot', url => undef, file_id => undef } ] },         '/evidence/0/url required' ],
        [ { evidence => [ { kind => 'screenshot', url => 'https://a.example/', file_id => $picture } ] }, '/evidence/0/file_id not-allowed' ],
        [ { evidence => [ { kind => 'screenshot', file_id => 'mine' } ] },                      '/evidence/0/file_id not-a-uuid' ],
        [ { evidence => [ { kind => 'recording', file_id => $picture } ] },                     '/evidence/0/kind not-allowed' ],
        [ { evidence => [ { kind => 'trace', url => 'https://a.example/' }, { kind => 'screenshot', file_id => $ids{foreign} } ] }, '/evidence/1/file_id not-found' ],
        [ { attachment_ids => [ @ids{qw(mine foreign gone nothing)} ] },                        '/attachment_ids/1 not-found', '/attachment_ids/2 not-found', '/attachment_ids/3 not-found' ],
        [ { attachment_ids => [ $ids{used} ] },                                                 '/attachment_ids/0 not-allowed' ],
        [ { attachment_ids => [ @ids{qw(mine refused)} ] },                                     '/attachment_ids/1 not-ready' ],
        [ { attachment_ids => [ @ids{qw(mine mine)} ] },                                        '/attachment_ids/1 repeated' ],
        [ { attachment_ids => [ $ids{coming} ] },                                               '/attachment_ids/0 not-ready' ],
        [ { attachment_ids => [ map { $picture } 1 .. 101 ] },                                  '/attachment_ids too-many' ],
    ) {
        my ($body, @wanted) = @$try;
        is_deeply(errors(is_problem(api($tester, 'saveSubmission', $which, $body), 'invalid-input', $wanted[0])), \@wanted, 'and it says where');
    }
    is(attached($which), '', 'nothing was attached');
    is_ok(save($tester, $which, evidence => [ { kind => 'recording', file_id => $ids{coming} } ]), 'what is still on its way can be, where its kind is said');
    sql("UPDATE file SET state = 'refused', refused_code = 'broken' WHERE id = :'id'", id => $ids{coming});
    is_ok(save($tester, $which, evidence => [ { kind => 'recording', file_id => $ids{coming}, note => 'x' } ]), 'a refusal does not stop the draft from being saved');
};

subtest 'files of a finding' => sub {
    my ($tester, $which) = make_open_draft();
    my @files   = map { make_row($tester, 'picture') } 1 .. 3;
    my $finding = is_created(api($tester, 'addFinding', $which, make_finding(attachment_ids => [ @files[ 1, 0 ] ])), 'a finding with two pictures');
    is_deeply($finding->{attachment_ids}, [ @files[ 1, 0 ] ], 'in their order');
    $finding = is_ok(api($tester, 'updateFinding', { finding_id => $finding->{id} }, { attachment_ids => [ @files[ 0, 1, 2 ] ] }), 'another order, and one more');
    is_deeply($finding->{attachment_ids}, \@files, 'is kept');
    is(attached($which, $finding), "$files[0]:1 $files[1]:2 $files[2]:3", 'as attachments');
    $finding = is_ok(api($tester, 'updateFinding', { finding_id => $finding->{id} }, { actual => 'It is empty.' }), 'changed without them');
    is_deeply($finding->{attachment_ids}, \@files, 'they stay');
    is_deeply(is_ok(api($tester, 'getSubmission', $which), 'the draft')->{findings}[0]{attachment_ids}, \@files, 'the draft has them');
    is_ok(save($tester, $which, attachment_ids => [ $files[0] ]), 'one proves the whole, too');
    my $foreign = make_row(as_tester(), 'picture');
    is_deeply(errors(is_problem(api($tester, 'updateFinding', { finding_id => $finding->{id} }, { attachment_ids => [ $files[0], $foreign ] }), 'invalid-input', 'somebody else\'s')),
        ['/attachment_ids/1 not-found'], 'is not there');
    is_empty(api($tester, 'deleteFinding', { finding_id => $finding->{id} }), 'the finding goes');
    is(attached($which, $finding), '', 'and lets its files go');
    is_deeply(is_ok(api($tester, 'listSubmissionFiles', $which), 'the list')->{items}[0]{id}, $files[0], 'but not those of the whole');
};

subtest 'all files are ready when it is handed in' => sub {
    my ($tester, $which) = make_open_draft();
    my @files = ((map { make_row($tester, 'picture', state => 'checking') } 1 .. 3), make_row($tester, 'document'));
    is_ok(save($tester, $which, evidence => [ { kind => 'log', file_id => $files[3] }, { kind => 'screenshot', file_id => $files[0] } ]), 'evidence');
    is_created(api($tester, 'addFinding', $which, make_finding(attachment_ids => [ $files[3] ])), 'a finding');
    is_created(api($tester, 'addFinding', $which, make_finding(attachment_ids => [ @files[ 3, 1 ] ])), 'another one');
    my @lacks = ('/evidence/1 not-ready', '/findings/1/attachment_ids/1 not-ready');
    is_deeply(errors(is_problem(api($tester, 'submitSubmission', $which), 'incomplete', 'not yet')), \@lacks, 'two are still looked at');
    is_deeply([ map { "$_->{pointer} $_->{code}" } @{ is_ok(api($tester, 'listMissing', $which), 'what is missing')->{missing} } ], \@lacks, 'the same list');
    sql("UPDATE file SET state = 'ready', kind = 'video' WHERE id = :'id'", id => $files[0]);
    sql("UPDATE file SET state = 'refused', refused_code = 'broken' WHERE id = :'id'", id => $files[1]);
    is_deeply(errors(is_problem(api($tester, 'submitSubmission', $which), 'incomplete', 'not so')),
        [ '/evidence/1/kind not-allowed', '/findings/1/attachment_ids/1 not-ready' ], 'one is no picture after all, one is refused');
    sql("UPDATE file SET state = 'ready', kind = 'picture' WHERE id IN (:'a', :'b')", a => $files[0], b => $files[1]);
    is_ok(api($tester, 'submitSubmission', $which), 'now it can be');
};

subtest 'who sees the files' => sub {
    my ($tester, $which) = make_open_draft();
    my ($whole, $part) = (make_row($tester, 'video'), make_row($tester, 'picture'));
    is_created(api($tester, 'addFinding', $which, make_finding(attachment_ids => [$part])), 'a finding');
    is_ok(save($tester, $which, attachment_ids => [$whole]), 'evidence');
    my $may = sub {
        my ($actor, $is_shown, $name) = @_;
        my $list = api($actor, 'listSubmissionFiles', $which);
        my $info = api($actor, 'getFileInfo', { file_id => $part });
        if ($is_shown) {
            is_deeply([ map { $_->{id} } @{ is_ok($list, "$name: the list")->{items} } ], [ $whole, $part ], 'what proves the whole comes first');
            is(is_ok($info, "$name: a file")->{id}, $part, 'and each of them');
        }
        else { is_problem($_, 'not-found', "$name: nothing") for $list, $info }
    };
    my $admin = as_admin(scopes => ['support']);
    $may->($tester, 1, 'its tester');
    $may->($builder, 0, 'the builder of a draft');
    is_ok(api($tester, 'submitSubmission', $which), 'handed in');
    $may->($builder, 1, 'the builder now');
    $may->(as_builder(), 0, 'another builder');
    $may->(as_tester(), 0, 'another tester');
    $may->($admin, 0, 'an administrator of what is not disputed');
    is_problem(api(undef, 'listSubmissionFiles', $which), 'unauthorized', 'nobody');
    is_ok(api($builder, 'rejectSubmission', $which, { reason => 'out_of_scope', comment => 'Not what I asked for.' }), 'rejected');
    is_created(api($tester, 'disputeSubmission', $which, { kind => 'scope', statement => 'It is what was asked for.' }), 'disputed');
    $may->($admin, 1, 'an administrator of what is disputed');
};

subtest 'a file goes, or stays' => sub {
    my ($tester, $which) = make_open_draft();
    my @files = map { make_row($tester, 'picture') } 1 .. 2;
    is_created(api($tester, 'addFinding', $which, make_finding(attachment_ids => \@files)), 'a finding');
    is_ok(save($tester, $which, attachment_ids => \@files), 'evidence');
    is_problem(api($builder, 'deleteFile', { file_id => $files[0] }), 'not-found', 'not by others');
    is_empty(api($tester, 'deleteFile', { file_id => $files[0] }), 'deleted while it is a draft');
    my $draft = is_ok(api($tester, 'getSubmission', $which), 'the draft');
    is_deeply([ $draft->{attachment_ids}, pieces($draft), $draft->{findings}[0]{attachment_ids} ], [ [ $files[1] ], ["screenshot $files[1]"], [ $files[1] ] ], 'is without it');
    is_ok(api($tester, 'submitSubmission', $which), 'handed in');
    is_problem(api($tester, 'deleteFile', { file_id => $files[1] }), 'file-in-use', 'what was handed in stays');
    is_problem(api($tester, 'updateFile', { file_id => $files[1] }, { name => 'Other.png' }), 'file-in-use', 'as it is');
    is(file_state($files[1]), 'ready', 'stored so');
};

subtest 'what was handed in is not cut' => sub {
    my ($tester, $which) = make_open_draft();
    my $film  = make_row($tester, 'video', duration_ms => 5000);
    my @marks = ({ at_ms => 1000, note => 'Here' });
    is_ok(api($tester, 'updateFile', { file_id => $film }, { marks => \@marks }), 'a marked recording');
    is_created(api($tester, 'addFinding', $which, make_finding(attachment_ids => [$film])), 'shows a finding');
    is_ok(api($tester, 'submitSubmission', $which), 'handed in');
    is_problem(api($tester, 'trimFile', { file_id => $film }, { start_ms => 0, end_ms => 2000 }), 'file-in-use', 'it stays whole');
    is(sql("SELECT count(*) FROM queue_job WHERE kind = 'file.trim' AND payload ->> 'file_id' = :'id'", id => $film), 0, 'nothing was ordered');
    is_deeply(api($builder, 'getFileInfo', { file_id => $film })->{data}{marks}, \@marks, 'and the builder sees its marks');
};

subtest 'at the same time' => sub {
    for my $round (1 .. 5) {
        my ($tester, $one) = make_open_draft();
        my (undef, $two) = make_open_draft($tester);
        my $file    = make_row($tester, 'picture');
        my @answers = at_once(map { [ $tester, 'saveSubmission', $_, { attachment_ids => [$file] } ] } $one, $two);
        is_deeply([ sort map { $_->{status} } @answers ], [ 200, 422 ], 'two submissions want one file: one gets it');
        is(sql("SELECT count(*) FROM attachment WHERE file_id = :'id'", id => $file), 1, 'once');

        my $other = make_row($tester, 'picture');
        my ($attach, $delete) = at_once([ $tester, 'saveSubmission', $one, { evidence => [ { kind => 'screenshot', file_id => $other } ] } ], [ $tester, 'deleteFile', { file_id => $other } ]);
        is($delete->{status}, 204, 'attached against deleted: it is deleted');
        ok($attach->{status} == 200 || $attach->{status} == 422, "and attached before, or not at all ($attach->{status})");
        is_deeply(is_ok(api($tester, 'getSubmission', $one), 'the draft')->{evidence}, [], 'the draft is without it') if $attach->{status} == 200;
        is(sql("SELECT count(*) FROM attachment WHERE file_id = :'id'", id => $other), 0, 'nothing is left of it');

        my $last = make_row($tester, 'picture');
        is_ok(save($tester, $one, attachment_ids => [$last]), 'evidence');
        my ($submit, $gone) = at_once([ $tester, 'submitSubmission', $one ], [ $tester, 'deleteFile', { file_id => $last } ]);
        my $handed_in = is_ok($submit, 'handed in against deleted');
        is_deeply([ $gone->{status}, file_state($last), scalar @{ $handed_in->{attachment_ids} } ],
            $gone->{status} == 204 ? [ 204, 'deleted', 0 ] : [ 409, 'ready', 1 ], 'with it, or without it');
    }
};

# Somebody else's transaction on a file, which lasts a second; it has begun when this returns.
sub hold {
    my ($statements, %values) = @_;
    open my $psql, '-|', 'psql', '-XqAt', map({ ('-v', "$_=$values{$_}") } keys %values), '-f', write_down("BEGIN; $statements; SELECT pg_sleep(1); COMMIT")
        or die "psql: $!";
    for (1 .. 100) {
        return $psql if sql("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(1)%' AND wait_event = 'PgSleep'");
        select undef, undef, undef, 0.02;
    }
    die "psql has not begun\n";
}

my @written;

sub write_down {
    my ($text) = @_;
    push @written, my $file = File::Temp->new;
    print {$file} $text;
    close $file;
    return "$file";
}

subtest 'who waits for a file sees what became of it' => sub {
    my ($tester, $which) = make_open_draft();
    my $file = make_row($tester, 'picture');
    is_ok(save($tester, $which, attachment_ids => [$file]), 'evidence');
    my $other = hold("UPDATE file SET state = 'refused', refused_code = 'broken' WHERE id = :'file'", file => $file);
    is_deeply(errors(is_problem(api($tester, 'submitSubmission', $which), 'incomplete', 'handed in while it is refused')), ['/evidence/0 not-ready'], 'it is refused');
    close $other;
    sql("UPDATE file SET state = 'ready' WHERE id = :'file'", file => $file);
    $other = hold(q{UPDATE submission SET state = 'submitted', submitted_at = now() WHERE id = :'id'; SELECT FROM file WHERE id = :'file' FOR SHARE}, id => $which->{submission_id}, file => $file);
    is_problem(api($tester, 'deleteFile', { file_id => $file }), 'file-in-use', 'deleted while it is handed in');
    close $other;
    my $unused = make_row($tester, 'picture');
    my (undef, $draft) = make_open_draft($tester);
    $other = hold("UPDATE file SET state = 'deleted' WHERE id = :'file'", file => $unused);
    is_deeply(errors(is_problem(save($tester, $draft, attachment_ids => [$unused]), 'invalid-input', 'attached while it is deleted')), ['/attachment_ids/0 not-found'], 'it is gone');
    close $other;
};

subtest 'how it was tested' => sub {
    my ($tester, $which) = make_open_draft();
    my %said = (started_at => '2026-11-20T10:00:00.000Z', ended_at => '2026-11-20T11:30:00.000Z', active_minutes => 55,
        outcome => 'partly', assistance => 'ai', assistance_note => 'Proofread by a language model');
    my $draft = is_ok(api($tester, 'getSubmission', $which), 'at first');
    is_deeply([ @$draft{ sort keys %said } ], [ (undef) x keys %said ], 'nothing is said');
    $draft = is_ok(save($tester, $which, %said, environment => { os => 'Debian', browser => 'Firefox', pixel_ratio => '1.5' }), 'all of it');
    is_deeply([ @$draft{ sort keys %said }, $draft->{environment}{pixel_ratio} ], [ @said{ sort keys %said }, '1.5' ], 'is kept');
    $draft = is_ok(save($tester, $which, active_minutes => 0, assistance => 'none', assistance_note => ''), 'changed');
    is_deeply([ @$draft{qw(active_minutes assistance assistance_note outcome)} ], [ 0, 'none', undef, 'partly' ], 'what is left out stays');
    for my $try (
        [ { ended_at => '2026-11-20T09:59:59.000Z' }, '/ended_at too-small' ],
        [ { started_at => 'yesterday' },              '/started_at not-a-time' ],
        [ { active_minutes => -1 },                   '/active_minutes too-small' ],
        [ { active_minutes => 10081 },                '/active_minutes too-large' ],
        [ { outcome => 'great' },                     '/outcome not-allowed' ],
        [ { assistance => 'friends' },                '/assistance not-allowed' ],
    ) {
        my ($body, $wanted) = @$try;
        is_deeply(errors(is_problem(api($tester, 'saveSubmission', $which, $body), 'invalid-input', $wanted)), [$wanted], 'and it says where');
    }
};

done_testing();
