# SPDX-License-Identifier: Apache-2.0
# info.t - the builder asks, the tester answers, and the review stands still meanwhile.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;
use PeerTest::Work;
use Test::More;

my $question = { question => 'Which card did you use, and in which currency?' };
my $answer   = { answer   => 'A Visa card, in euros.' };

# As if the review had begun that many seconds ago.
sub let_pass {
    my ($which, $seconds) = @_;
    return sql(q{UPDATE submission SET review_due_at = review_due_at - make_interval(secs => :'seconds') WHERE id = :'id'},
        id => $which->{submission_id}, seconds => $seconds);
}

# The clocks of an assignment, to the nearest hundred seconds: the test has taken some, too.
sub clocks_about { my ($claim) = @_; return clocks_of($claim) =~ s/(\d+)/100 * int(($1 + 50) \/ 100)/gre }

subtest 'a question and its answer' => sub {
    my ($builder, $tester, $which, $claim) = make_handed_in(seats => 1);
    let_pass($which, 100_000);
    my $asked = is_ok(api($builder, 'requestInfo', $which, $question), 'asked');
    is_deeply([ @$asked{qw(state info_question info_answer info_rounds_left info_unanswered review_due_at)} ],
        [ 'needs_info', $question->{question}, undef, 1, JSON::PP::false(), undef ], 'the review stands still');
    ok($asked->{info_due_at}, 'and there is a time to answer');
    is_state($claim, 'delivered needs_info filled', 'asked');
    is(clocks_of($claim), 'info_expires=259200', 'no other clock runs');
    is(mail_count('info_requested', $tester, $claim), 1, 'the tester gets a mail');
    is_money($claim, { charged => 2750, held => 2750 }, 'asked');
    is_deeply(api($builder, 'listReviewQueue')->{data}{items}, [], 'nothing to review now');

    my $replied = is_ok(api($tester, 'replyInfo', $which, $answer), 'answered');
    is_deeply([ @$replied{qw(state info_question info_answer info_due_at info_unanswered)} ],
        [ 'submitted', $question->{question}, $answer->{answer}, undef, JSON::PP::false() ], 'it is handed in again');
    is(clocks_about($claim), 'review_expires=504800 review_half=202400 review_last_day=418400', 'with the time that was left');
    is(mail_count('info_answered', $builder, $claim), 1, 'the builder gets a mail');
    is_deeply(timeline($builder, $claim), [ 'tester claimed', 'tester submitted', 'builder info_requested', 'tester replied' ], 'step by step');
    my ($last) = reverse @{ api($tester, 'listAssignmentEvents', { assignment_id => $claim })->{data}{items} };
    is($last->{note}, $answer->{answer}, 'and word for word');

    let_pass($which, 450_000);
    is_ok(api($builder, 'requestInfo', $which, $question), 'asked again');
    is_ok(api($tester, 'replyInfo', $which, $answer), 'answered again');
    is(clocks_about($claim), 'review_expires=54800', 'the last day goes on');
    is_problem(api($builder, 'requestInfo', $which, $question), 'info-rounds-used-up', 'a third question');
    is_state($claim, 'delivered submitted filled', 'which changes nothing');
    is(clocks_about($claim), 'review_expires=54800', 'nor the clock');
    is_ok(api($builder, 'approveSubmission', $which, {}), 'it can be approved');
    is(clocks_of($claim), '', 'no clock runs');
    money_is_sound();
};

subtest 'no answer' => sub {
    my ($builder, $tester, $which, $claim) = make_handed_in();
    let_pass($which, 604_900);    # the builder asks in the very last moment
    is_ok(api($builder, 'requestInfo', $which, $question), 'asked');
    sql(q{UPDATE submission SET review_left_seconds = 7200 WHERE id = :'id'}, id => $which->{submission_id});
    move_clock('submission', $which->{submission_id}, 'info_expires');
    my $submission = is_ok(api($builder, 'getSubmission', $which), 'the review goes on');
    is_deeply([ @$submission{qw(state info_answer info_unanswered)} ], [ 'submitted', undef, JSON::PP::true() ], 'and says that nobody answered');
    is(clocks_of($claim), 'review_expires=7200', 'with the time that was left');
    is(mail_count('info_unanswered', $builder, $claim), 1, 'the builder gets a mail');
    is_problem(api($tester, 'replyInfo', $which, $answer), 'wrong-state', 'an answer is too late');
    is_deeply(timeline($tester, $claim), [ 'tester claimed', 'tester submitted', 'builder info_requested', 'clock info_unanswered' ], 'step by step');
    is_money($claim, { charged => 2750, held => 2750 }, 'nothing moves');
};

subtest 'while it waits for an answer' => sub {
    my ($builder, $tester, $which, $claim) = make_handed_in();
    is_problem(api($tester, 'replyInfo', $which, $answer), 'wrong-state', 'nobody has asked');
    is_ok(api($builder, 'requestInfo', $which, $question), 'asked');
    for my $case (
        [ $builder, 'requestInfo',        $question ],
        [ $builder, 'requestChanges',     { comment => 'Please try a declined card.' } ],
        [ $builder, 'approveSubmission',  {} ],
        [ $builder, 'approvePartially',   { percent => 50, comment => 'Half of it is there.' } ],
        [ $builder, 'rejectSubmission',   { reason => 'out_of_scope', comment => 'This is another page.' } ],
        [ $builder, 'waiveSubmission',    { comment => 'It is not needed any more.' } ],
        [ $tester,  'submitSubmission',   undef ],
        [ $tester,  'saveSubmission',     { summary => 'Something else.' } ],
    ) {
        my ($actor, $op, $body) = @$case;
        is(is_problem(api($actor, $op, $which, $body), 'wrong-state', $op)->{state}, 'needs_info', "$op: says where it stands");
    }
    is_money($claim, { charged => 2750, held => 2750 }, 'nothing moves');
    is(clocks_of($claim), 'info_expires=259200', 'nor the clock');
};

subtest 'who may ask and answer what' => sub {
    my ($builder, $tester, $which) = make_handed_in();
    is_problem(api(as_builder(), 'requestInfo', $which, $question), 'not-found', 'another builder');
    is_problem(api($tester, 'requestInfo', $which, $question), 'forbidden', 'the tester asks nothing');
    is_problem(api(undef, 'requestInfo', $which, $question), 'unauthorized', 'nor does nobody');
    is_problem(api($builder, 'requestInfo', $which, { question => 'Why?' }), 'invalid-input', 'a question has ten letters');
    is_problem(api($builder, 'requestInfo', $which, { question => 'x' x 2001 }), 'invalid-input', 'and not too many');
    is_ok(api($builder, 'requestInfo', $which, $question), 'asked');
    is_problem(api(as_tester(), 'replyInfo', $which, $answer), 'not-found', 'another tester');
    is_problem(api($builder, 'replyInfo', $which, $answer), 'forbidden', 'the builder answers nothing');
    is_problem(api($tester, 'replyInfo', $which, { answer => '' }), 'invalid-input', 'an answer says something');
    is(sql("SELECT state FROM submission WHERE id = :'id'", id => $which->{submission_id}), 'needs_info', 'it still waits');
};

subtest 'both at once' => sub {
    my ($builder, $tester, $which, $claim) = make_handed_in();
    my @answers = at_once([ $builder, 'requestInfo', $which, $question ], [ $builder, 'approveSubmission', $which, {} ]);
    is_deeply([ sort map { $_->{status} } @answers ], [ 200, 409 ], 'a question and an approval: one of them');
    my ($late) = grep { $_->{status} == 409 } @answers;
    my $state  = sql("SELECT state FROM submission WHERE id = :'id'", id => $which->{submission_id});
    is(is_problem($late, 'wrong-state', 'the other')->{state}, $state, 'is told what it is now');
    is_money($claim, $state eq 'approved' ? { charged => 2750, released => 2500, fee => 250 } : { charged => 2750, held => 2750 }, $state);
    money_is_sound();
};

done_testing();
