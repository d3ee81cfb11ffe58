# SPDX-License-Identifier: Apache-2.0
# Notices: what people are told in the application, beside their mails.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use Test::More;

sub notices { my ($actor, %q) = @_; return is_ok(api($actor, 'listNotifications', \%q), 'notices') }
sub unread  { my ($actor) = @_; return is_ok(api($actor, 'getUnreadCount'), 'count')->{unread} }

# Some notices of a tester's, oldest first.
sub add_notices {
    my ($tester, $n) = @_;
    return split /\n/, sql(q{INSERT INTO notice (account_id, kind, data, created_at)
        SELECT :'id', 'submission_approved', json_build_object('job_title', 'Job ' || n), now() - make_interval(mins => 10 - n)
          FROM generate_series(1, :n) n RETURNING id}, id => $tester->{id}, n => $n);
}

subtest 'what happens is told to whom it concerns' => sub {
    my $builder = as_builder();
    my $tester  = as_tester();
    my $job     = make_job($builder, title => 'Check the "cart" & the till');
    is_deeply(notices($tester), { items => [], next => undef }, 'nothing yet');
    my $claim = make_claim($job, $tester);
    my ($told) = @{ notices($builder)->{items} };
    is_deeply([ @$told{qw(kind text path read_at)} ],
        [ 'job_claimed', "$tester->{full_name} took a seat: $job->{title}", "/jobs/$job->{id}", undef ], 'the builder, in one line, with the way there');
    ok($told->{id} && $told->{created_at}, 'and when');
    is_deeply(notices($tester)->{items}, [], 'not the tester, who did it');
    my $id = $claim->{submissions}[0]{id};
    is_ok(api($tester, 'saveSubmission', { submission_id => $id }, make_report()), 'filled in');
    is_ok(api($tester, 'submitSubmission', { submission_id => $id }), 'handed in');
    is(notices($builder)->{items}[0]{path}, "/submissions/$id/review", 'what waits for a review leads to it');
    is_ok(api($builder, 'approveSubmission', { submission_id => $id }, {}), 'approved');
    my ($approved) = grep { $_->{kind} eq 'submission_approved' } @{ notices($tester)->{items} };
    is($approved->{path}, '/earnings', 'and the tester is told');
};

subtest 'the newest first, page by page' => sub {
    my $tester = as_tester();
    my @ids    = add_notices($tester, 3);
    my $first  = notices($tester, limit => 2);
    is_deeply([ map { $_->{id} } @{ $first->{items} } ], [ @ids[ 2, 1 ] ], 'two');
    is($first->{items}[0]{text}, 'Approved: Job 3', 'in words');
    my $rest = notices($tester, limit => 2, cursor => $first->{next});
    is_deeply([ [ map { $_->{id} } @{ $rest->{items} } ], $rest->{next} ], [ [ $ids[0] ], undef ], 'the oldest, and no more');
    is_problem(api($tester, 'listNotifications', { cursor => 'eHx5' }), 'invalid-cursor', 'an invented cursor');
};

subtest 'read and unread' => sub {
    my $tester = as_tester();
    my @ids    = add_notices($tester, 3);
    is(unread($tester), 3, 'three are new');
    is_deeply(is_ok(api($tester, 'markRead', {}, { ids => [ $ids[1] ] }), 'one is read'), { unread => 2 }, 'two are left');
    is_deeply([ map { $_->{id} } @{ notices($tester, unread => 'true')->{items} } ], [ @ids[ 2, 0 ] ], 'those');
    is(scalar @{ notices($tester, unread => 'false')->{items} }, 3, 'all of them when asked so');
    my ($then) = map { $_->{read_at} } grep { $_->{id} eq $ids[1] } @{ notices($tester)->{items} };
    ok($then, 'it says when it was read');
    is_deeply(is_ok(api($tester, 'markRead', {}, {}), 'all'), { unread => 0 }, 'none is left');
    is_deeply(is_ok(api($tester, 'markRead', {}, {}), 'once more'), { unread => 0 }, 'the same');
    is((map { $_->{read_at} } grep { $_->{id} eq $ids[1] } @{ notices($tester)->{items} })[0], $then, 'what was read stays read when it was');
};

subtest 'they are one\'s own' => sub {
    my ($mine, $other) = (as_tester(), as_tester());
    my ($id) = add_notices($mine, 1);
    is_deeply(notices($other)->{items}, [], 'nobody else sees them');
    is_deeply(is_ok(api($other, 'markRead', {}, { ids => [$id] }), 'nobody else reads them'), { unread => 0 }, 'which changes nothing');
    is_ok(api($other, 'markRead', {}, {}), 'all of the other\'s');
    is(unread($mine), 1, 'it is still new');
    is_problem(api(undef, $_->[0], {}, $_->[1]), 'unauthorized', "$_->[0] without a session")
        for [ 'listNotifications', undef ], [ 'getUnreadCount', undef ], [ 'markRead', {} ];
};

for my $case (
    [ 'an odd id',      { ids => ['x'] },                                        '/ids/0', 'not-a-uuid' ],
    [ 'too many',       { ids => [ ('00000000-0000-7000-8000-000000000001') x 101 ] }, '/ids', 'too-many' ],
    [ 'unknown member', { all => 1 },                                            '/all',   'unknown' ],
) {
    my ($name, $body, $pointer, $code) = @$case;
    subtest "refuses $name" => sub {
        my $p = is_problem(api(as_tester(), 'markRead', {}, $body), 'invalid-input', 'refused');
        is_deeply($p->{errors}, [ { pointer => $pointer, code => $code } ], 'and says where');
    };
}

subtest 'no secret of a mail is in a notice' => sub {
    my $email = random_name() . '@example.org';
    is_created(api(undef, 'register', {}, { email => $email, password => 'correct horse battery', full_name => 'Nell New', role => 'tester' }), 'registered');
    is_accepted(api(undef, 'forgotPassword', {}, { email => $email }), 'a new password is asked for');
    run_jobs();
    ok(scalar mails_to($email), 'there are mails');
    is(sql("SELECT count(*) FROM notice n JOIN account a ON a.id = n.account_id WHERE a.email = :'email'", email => $email), 0, 'and no notice');
    is(sql("SELECT count(*) FROM notice WHERE data ? 'token'"), 0, 'of anybody');
};

subtest 'a mail that cannot be sent takes no notice with it' => sub {
    my $builder = as_builder();
    my $tester  = as_tester();
    my $job     = make_job($builder);
    sandbox('POST', 'faults', { kind => 'smtp_451', times => 1 });
    make_claim($job, $tester);
    is(notices($builder)->{items}[0]{kind}, 'job_claimed', 'the notice is there before the mail');
    sql("UPDATE queue_job SET state = 'dead', finished_at = now(), lease_until = NULL WHERE kind = 'mail.send' AND payload ->> 'account_id' = :'id' AND state <> 'done'", id => $builder->{id});
    is(notices($builder)->{items}[0]{kind}, 'job_claimed', 'and without it');
};

subtest 'what an older version wrote is still a line' => sub {
    my $tester = as_tester();
    sql(q{INSERT INTO notice (account_id, kind, data) VALUES (:'id', 'job_moved', '{}'), (:'id', 'job_claimed', '{}')}, id => $tester->{id});
    is_deeply([ sort map { "$_->{text} $_->{path}" } @{ notices($tester)->{items} } ], [ 'job_claimed /notifications', 'job_moved /notifications' ], 'by its name');
};

subtest 'names and titles are text' => sub {
    my $tester = as_tester();
    sql(q{INSERT INTO notice (account_id, kind, data) VALUES (:'id', 'bid_countered', jsonb_build_object('job_title', E'<b>x</b>\n{token}', 'bid_id', '../admin?x=1'))}, id => $tester->{id});
    my ($notice) = @{ notices($tester)->{items} };
    like($notice->{text}, qr/: <b>x<\/b> \{token\}$/, 'on one line, as they are');
    is($notice->{path}, '/bids/..%2Fadmin%3Fx%3D1', 'and no way out of the path');
};

done_testing();
