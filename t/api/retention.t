# SPDX-License-Identifier: Apache-2.0
# retention.t - how long files are kept: as long as they belong to something that is not over,
# and an administrator can remove all files of an account.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Files;
use PeerTest::Make;
use PeerTest::Work;
use Test::More;

my $admin = as_admin();

# Lets the daily sweep run now.
sub sweep {
    is_ok(api($admin, 'runSchedule', { name => 'files.retire' }, { reason => 'A test' }), 'the sweep');
    run_jobs();
    return;
}

# The columns of a file that is so old.
sub age { my ($age) = @_; my $at = sql("SELECT now() - interval '$age'"); return map { $_ => $at } qw(created_at updated_at uploaded_at ready_at) }

# A draft with a file, complete.
sub make_proved {
    my ($builder, $tester, @file) = @_;
    my $claim = make_claim(make_job($builder, seats => 1), $tester);
    my $which = { submission_id => $claim->{submissions}[0]{id} };
    my $file  = make_row($tester, 'picture', @file);
    is_ok(api($tester, 'saveSubmission', $which, make_report(attachment_ids => [$file])), 'a draft with a file');
    return ($which, $file, $claim->{id});
}

# The work was over so long ago.
sub ended {
    my ($assignment_id, $age) = @_;
    sql(qq{UPDATE assignment SET ended_at = now() - interval '$age' WHERE id = :'id';
           UPDATE submission SET settled_at = now() - interval '$age' WHERE assignment_id = :'id'}, id => $assignment_id);
    return;
}

subtest 'what belongs to nothing' => sub {
    my ($builder, $tester) = (as_builder(), as_tester());
    my %file = (
        old      => make_row($tester, 'picture', age('8 days')),
        refused  => make_row($tester, 'picture', age('8 days'), state => 'refused', refused_code => 'broken'),
        young    => make_row($tester, 'picture', age('6 days')),
        renamed  => make_row($tester, 'picture', age('8 days'), updated_at => 'now'),
        coming   => make_row($tester, 'picture', age('8 days'), state => 'uploading'),
        picture  => make_row($builder, 'picture', age('2 years')),
        former   => make_row($builder, 'picture', age('8 days')),
    );
    my @projects = map { make_project($builder) } 1 .. 2;
    is_ok(api($builder, 'setProjectPictures', { project_id => $projects[0]{id} }, { icon_id => $file{picture}, screenshot_ids => [] }), 'a picture of a project');
    is_ok(api($builder, 'setProjectPictures', { project_id => $projects[1]{id} }, { screenshot_ids => [ $file{former} ] }), 'and of one that goes');
    is_empty(api($builder, 'deleteProject', { project_id => $projects[1]{id} }), 'gone');
    my (undef, $attached) = make_proved($builder, $tester, age('2 years'));
    sweep();
    is_deeply({ map { $_ => file_state($file{$_}) } keys %file },
        { old => 'deleted', refused => 'deleted', young => 'ready', renamed => 'ready', coming => 'uploading', picture => 'ready', former => 'deleted' },
        'goes when nobody has touched it for a week');
    is(file_state($attached), 'ready', 'what a draft has stays, however old');
    is(sql("SELECT count(*) FROM queue_job WHERE kind = 'file.remove' AND state <> 'done'"), 0, 'their bytes were removed');
};

subtest 'what work ended with' => sub {
    my ($builder, $tester) = (as_builder(), make_experienced(as_tester()));
    my %age  = (long => '366 days', short => '364 days', disputed => '366 days', charged => '366 days', repaid => '366 days');
    my %file;
    for my $case (sort keys %age) {
        my ($which, $file, $assignment) = make_proved($builder, $tester, age('2 years'));
        $file{$case} = $file;
        is_ok(api($tester, 'submitSubmission', $which), 'handed in');
        if ($case eq 'disputed') {
            is_ok(api($builder, 'rejectSubmission', $which, { reason => 'out_of_scope', comment => 'Not what I asked for.' }), 'rejected');
            is_created(api($tester, 'disputeSubmission', $which, { kind => 'scope', statement => 'It is what was asked for.' }), 'disputed');
            next;
        }
        is_ok(api($builder, 'approveSubmission', $which, {}), 'approved');
        ended($assignment, $age{$case});
        next if $case !~ /charged|repaid/;
        sql(q{INSERT INTO chargeback (provider_id, payment_id, builder_id, amount_minor, currency, reason, state, opened_at, closed_at)
              SELECT :'name', p.id, p.builder_id, 100, 'usd', 'general', :'state', now(), CASE WHEN :'state' = 'won' THEN now() END
                FROM payment p JOIN assignment a ON a.job_id = p.job_id WHERE a.id = :'id'},
            id => $assignment, name => 'dp_' . random_text(16), state => $case eq 'charged' ? 'needs_response' : 'won');
    }
    sweep();
    is_deeply({ map { $_ => file_state($file{$_}) } keys %file },
        { long => 'deleted', short => 'ready', disputed => 'ready', charged => 'ready', repaid => 'deleted' },
        'goes a year later, and never while somebody argues about it');
    my $name = sql("SELECT name FROM file WHERE id = :'id'", id => $file{long});
    my ($listed) = grep { $_->{id} eq $file{long} } map { @{ is_ok(api($tester, 'listSubmissionFiles', { submission_id => $_ }), 'the list')->{items} } }
        split /\n/, sql("SELECT submission_id FROM attachment WHERE file_id = :'id'", id => $file{long});
    is_deeply([ @$listed{qw(state name url)} ], [ 'deleted', $name, undef ], 'what there was can still be read');
};

subtest 'the sweep looks again at what it has waited for' => sub {
    my ($builder, $tester) = (as_builder(), as_tester());
    my ($which) = make_proved($builder, $tester);
    my $file = make_row($tester, 'picture', age('8 days'));
    open my $other, '|-', 'psql', '-XqAt' or die "psql: $!";
    print {$other} "BEGIN; SELECT FROM file WHERE id = '$file' FOR NO KEY UPDATE;
        INSERT INTO attachment (submission_id, file_id, position) VALUES ('$which->{submission_id}', '$file', 9); SELECT pg_sleep(2); COMMIT;\n";
    $other->flush;
    for (1 .. 100) {
        last if sql("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'");
        select undef, undef, undef, 0.02;
    }
    sweep();
    is(file_state($file), 'ready', 'it was attached meanwhile');
    close $other;
};

subtest 'an administrator removes all files of an account' => sub {
    my ($builder, $tester) = (as_builder(), as_tester());
    my ($draft, $loose) = make_proved($builder, $tester);
    my ($done, $proof) = make_proved($builder, $tester);
    my $real  = make_file($tester, 'document');
    my $other = make_row($builder, 'picture');
    is_ok(api($tester, 'submitSubmission', $done), 'one is handed in');
    my $erase = sub { my ($actor, %body) = @_; return api($actor, 'eraseUserFiles', { user_id => $tester->{id} }, { reason => 'The tester asked for it.', %body }) };
    is_problem($erase->(undef),                          'unauthorized',  'not nobody');
    is_problem($erase->($builder),                       'forbidden',     'nor a builder');
    is_problem($erase->(as_admin(scopes => ['finance'])), 'forbidden',    'nor an administrator of money');
    is_problem($erase->($admin, reason => undef),        'invalid-input', 'nor without a reason');
    is(is_ok($erase->($admin), 'removed')->{files}, 3, 'three files');
    run_jobs();
    is(join(' ', map { file_state($_) } $loose, $proof, $real->{id}, $other), 'deleted deleted deleted ready', 'are gone, and nobody else\'s');
    is(request('GET', substr($real->{url}, length '/api/v1'), { Authorization => "Bearer $tester->{token}" })->{status}, 404, 'not even their owner reads them');
    is_deeply(is_ok(api($tester, 'getSubmission', $draft), 'the draft')->{evidence}, [], 'is without its own');
    my $kept = is_ok(api($builder, 'listSubmissionFiles', $done), 'what was handed in')->{items}[0];
    is_deeply([ @$kept{qw(id state url)} ], [ $proof, 'deleted', undef ], 'says what there was');
    is(sql("SELECT reason || ' ' || (detail ->> 'files') FROM admin_action WHERE kind = 'eraseUserFiles' AND entity_id = :'id'", id => $tester->{id}),
        'The tester asked for it. 3', 'it is on record');
    is(is_ok($erase->($admin), 'again')->{files}, 0, 'there is nothing left');
};

subtest 'an administrator removes one file' => sub {
    my ($builder, $tester) = (as_builder(), as_tester(full_name => 'Remy Files'));
    my ($draft, $loose) = make_proved($builder, $tester);
    my ($done, $proof) = make_proved($builder, $tester);
    is_ok(api($tester, 'submitSubmission', $done), 'one is handed in');
    my $icon    = make_file($builder, 'picture');
    my $project = make_project($builder, name => 'A shop');
    is_ok(api($builder, 'setProjectPictures', { project_id => $project->{id} }, { icon_id => $icon->{id}, screenshot_ids => [ $icon->{id} ] }), 'a picture of a project');
    my $unused = make_row($builder, 'document');

    my $list = sub { my ($who) = @_; return { map { $_->{id} => $_ } @{ is_ok(api($admin, 'adminListUserFiles', { user_id => $who->{id} }), 'the files of an account')->{items} } } };
    my $files = { %{ $list->($tester) }, %{ $list->($builder) } };
    is_deeply({ map { $_ => $files->{$_}{used_for} } keys %$files }, { $loose => 'draft', $proof => 'work', $icon->{id} => 'project', $unused => 'nothing' }, 'say what they are for');
    is_deeply([ @{ $files->{ $icon->{id} } }{qw(owner_id name project_name url)} ], [ $builder->{id}, $icon->{name}, 'A shop', $icon->{url} ], 'a picture that everybody sees can be looked at');
    is_deeply([ @{ $files->{$proof} }{qw(url project_name)} ], [ undef, undef ], 'what proves work cannot');
    my $first = is_ok(api($admin, 'adminListUserFiles', { user_id => $tester->{id}, limit => 1 }), 'page by page');
    is(is_ok(api($admin, 'adminListUserFiles', { user_id => $tester->{id}, limit => 1, cursor => $first->{next} }), 'the second')->{items}[0]{id}, $loose, 'newest first');
    is_problem(api($admin, 'adminListUserFiles', { user_id => $icon->{id} }), 'not-found', 'of no account');
    is_problem(api($_->[1], 'adminListUserFiles', { user_id => $tester->{id} }), $_->[2], "not for $_->[0]") for [ 'nobody', undef, 'unauthorized' ], [ 'its owner', $tester, 'forbidden' ];

    my $remove = sub { my ($actor, $id, %body) = @_; return api($actor, 'removeFile', { file_id => $id }, { reason => 'It shows a face.', %body }) };
    is_problem($remove->(undef, $proof),                          'unauthorized',  'not nobody');
    is_problem($remove->($tester, $proof),                        'forbidden',     'nor its owner in this way');
    is_problem($remove->(as_admin(scopes => ['finance']), $proof), 'forbidden',    'nor an administrator of money');
    is_problem($remove->($admin, $proof, reason => undef),        'invalid-input', 'nor without a reason');
    is_problem($remove->($admin, $project->{id}),                 'not-found',     'no such file');
    my $colleague = as_admin(scopes => ['support']);
    my $theirs = make_row($colleague, 'picture');
    is_problem($remove->(as_admin(scopes => ['support']), $theirs), 'forbidden', 'nor that of another administrator');
    is(join(' ', map { file_state($_) } $proof, $theirs), 'ready ready', 'nothing is removed');

    is(is_ok($remove->($admin, $_), 'removed')->{state}, 'deleted', 'gone') for $proof, $loose, $icon->{id};
    run_jobs();
    is_problem($remove->($admin, $proof), 'not-found', 'once');
    is(file_state($unused), 'ready', 'others stay');
    is_deeply([ keys %{ $list->($tester) } ], [], 'it is in no list');
    is_deeply(is_ok(api($tester, 'getSubmission', $draft), 'the draft')->{evidence}, [], 'nor in a draft');
    is_deeply([ @{ is_ok(api($builder, 'listSubmissionFiles', $done), 'what was handed in')->{items}[0] }{qw(id state url)} ], [ $proof, 'deleted', undef ], 'says what there was');
    my $bare = is_ok(api($builder, 'getProject', { project_id => $project->{id} }), 'the project');
    is_deeply([ $bare->{icon_url}, $bare->{screenshots} ], [ undef, [] ], 'shows it no more');
    is(request('GET', substr($icon->{url}, length '/api/v1'))->{status}, 404, 'and nobody reads it');
    is(sql("SELECT string_agg(reason || ' ' || (detail ->> 'account_id'), ', ') FROM admin_action WHERE kind = 'removeFile' AND entity = 'file' AND entity_id = :'id'", id => $proof),
        "It shows a face. $tester->{id}", 'it is on record');
    my $mails = sub { my ($who) = @_; return sql("SELECT string_agg(payload -> 'data' ->> 'file_name', ', ') FROM queue_job WHERE kind = 'mail.send'
        AND payload ->> 'mail' = 'file_removed' AND payload ->> 'account_id' = :'id' AND payload -> 'data' ->> 'reason' = 'It shows a face.'", id => $who->{id}) };
    is($mails->($tester), 'Screen.png, Screen.png', 'its owner is told');
    is($mails->($builder), $icon->{name}, 'of each');
};

done_testing();
