# SPDX-License-Identifier: Apache-2.0
# disputes_admin.t - disputes that are decided: by an administrator, by time, on appeal; and
# who is quicker.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use JSON::PP ();
use PeerTest;
use PeerTest::Disputes;
use PeerTest::Make;
use PeerTest::Money;
use PeerTest::Work;
use Test::More;

my $support = as_admin(scopes => ['support']);
my $finance = as_admin(scopes => ['finance']);

sub row { my ($case, $columns) = @_; return sql("SELECT concat_ws(' ', $columns) FROM dispute WHERE id = :'id'", id => $case->{dispute_id}) }

sub actions_of {
    my ($case) = @_;
    return sql(q{SELECT coalesce(string_agg(concat_ws(' ', kind, entity, reason, detail ->> 'from_state', detail ->> 'to_state'), ', ' ORDER BY id), '')
                   FROM admin_action WHERE entity_id = :'id'}, id => $case->{dispute_id});
}

# The state of a dispute, and whether its money has moved.
sub is_open_money { my ($case, $state, $name) = @_; is(row($case, 'state'), $state, $name); return is_money($case->{assignment_id}, { charged => 2750, held => 2750 }, $name) }

sub is_closed {
    my ($case, $percent, $outcome, $name) = @_;
    local $Test::Builder::Level = $Test::Builder::Level + 1;
    is(row($case, 'state, final_percent, outcome'), "closed $percent $outcome", $name);
    is_money($case->{assignment_id}, { charged => 2750, released => 25 * $percent, fee => 250 - half_up(250, 100 - $percent, 100), refunded => 2500 - 25 * $percent + half_up(250, 100 - $percent, 100) }, $name);
    is(dispute_clocks($case), '', "$name: no clock runs");
    is(sql("SELECT count(*) FROM event WHERE submission_id = :'id' AND kind = 'decided'", id => $case->{submission_id}), 1, "$name: once");
    is_state($case->{assignment_id}, 'completed decided closed', $name);
    return;
}

subtest 'an administrator decides' => sub {
    my $case = make_answered();
    is_deeply(dispute_mails($case), [ 'builder dispute_opened', 'tester dispute_answered', 'admin dispute_to_decide' ], 'those who decide are told');
    my $decided = is_ok(decide($support, $case, 60, summary => 'Most of the steps could be followed.'), 'decided');
    is_deeply([ @$decided{qw(state tester_percent decided_percent outcome reason summary your_side)} ],
        [ 'decided', 60, 60, 'decided', 'The steps can be followed, with some effort.', 'Most of the steps could be followed.', undef ], 'as said');
    is_open_money($case, 'decided', 'nothing moves yet');
    is(dispute_clocks($case), 'appeal_expires', 'both sides can appeal');
    is(row($case, 'appeal_due_at - decided_at'), '3 days', 'for three days');
    is(actions_of($case), 'decideDispute dispute The steps can be followed, with some effort. answered decided', 'it is in the audit trail');
    is_deeply([ @{ dispute_mails($case) }[ -2, -1 ] ], [ 'tester dispute_decided', 'builder dispute_decided' ], 'both sides are told');
    run_jobs();
    my ($mail) = grep { $_->{subject} =~ /^A decision/ } mails_to($case->{tester}{email});
    like($mail->{text}, qr/60 per cent.*The reason: The steps can be followed, with some effort\..*appeal until/s, 'why, and what they can do');
    is_deeply([ map { !!$_ } @{ is_ok(api($case->{tester}, 'getDispute', { dispute_id => $case->{dispute_id} }), 'the tester looks') }{qw(may_accept may_appeal may_propose)} ], [ !!1, !!1, !!0 ], 'and can accept or appeal');
    is(is_problem(decide($finance, $case, 10), 'wrong-state', 'it is not decided twice')->{state}, 'decided', 'by anybody');
    move_clock('dispute', $case->{dispute_id}, 'appeal_expires');
    is_closed($case, 60, 'decided', 'the time to appeal is over');
    is_deeply([ @{ dispute_mails($case) }[ -2, -1 ] ], [ 'tester dispute_closed_tester', 'builder dispute_closed_builder' ], 'both sides are told');
    run_jobs();
    ($mail) = grep { $_->{subject} =~ /^The dispute is over/ } mails_to($case->{tester}{email});
    like($mail->{text}, qr/60 per cent.*15\.00 USD are on their way/s, 'what the tester gets');
    ($mail) = grep { $_->{subject} =~ /^The dispute is over/ } mails_to($case->{builder}{email});
    like($mail->{text}, qr/11\.00 USD go back to your card/, 'what the builder gets');
    is_problem(decide($finance, $case, 10), 'wrong-state', 'nothing can be decided any more');
    is_problem(appeal(tester => $case), 'wrong-state', 'or appealed');
    is_problem(accept(tester => $case), 'wrong-state', 'or accepted');
    is_deeply(timeline($case->{builder}, $case->{assignment_id}), [
        'tester claimed', 'tester submitted', 'builder rejected', 'tester disputed', 'builder dispute_answered',
        'admin dispute_decided', 'clock dispute_closed', 'clock decided' ], 'step by step');
    money_is_sound();
};

subtest 'it can be decided before there is an answer' => sub {
    my $case = make_dispute();
    is(is_ok(decide($finance, $case, 100), 'decided')->{state}, 'decided', 'at once');
    is_problem(api($case->{builder}, 'answerDispute', { dispute_id => $case->{dispute_id} }, { body => 'Wait!' }), 'wrong-state', 'too late to answer');
    is_problem(propose(builder => $case, 50), 'wrong-state', 'or to propose');
};

subtest 'who decides' => sub {
    my $case = make_answered();
    is_problem(decide($case->{tester}, $case, 100), 'forbidden', 'not the tester');
    is_problem(decide($case->{builder}, $case, 0), 'forbidden', 'nor the builder');
    is_problem(decide(undef, $case, 0), 'unauthorized', 'nor nobody');
    is_problem(decide(as_admin(scopes => ['moderation']), $case, 0), 'forbidden', 'nor an administrator for something else');
    my $party = as_admin(scopes => ['super']);
    sql(q{ALTER TABLE dispute DISABLE TRIGGER dispute_keep; UPDATE dispute SET builder_id = :'admin' WHERE id = :'id';
          ALTER TABLE dispute ENABLE TRIGGER dispute_keep}, admin => $party->{id}, id => $case->{dispute_id});
    is_problem(decide($party, $case, 0), 'forbidden', 'nobody decides about themselves');
    is_problem(api($support, 'decideDispute', { dispute_id => $case->{submission_id} }, { tester_percent => 1, reason => 'Because.' }), 'not-found', 'no such dispute');
    is_open_money($case, 'answered', 'nothing has changed');
    is(actions_of($case), '', 'and nothing is in the audit trail');
};

for my $bad (
    [ 'no percentage', { reason => 'Because.' },                          '/tester_percent', 'required' ],
    [ 'too much',      { tester_percent => 101, reason => 'Because.' },   '/tester_percent', 'too-large' ],
    [ 'too little',    { tester_percent => -1, reason => 'Because.' },    '/tester_percent', 'too-small' ],
    [ 'no reason',     { tester_percent => 50 },                          '/reason',         'required' ],
    [ 'a short one',   { tester_percent => 50, reason => 'So' },          '/reason',         'too-short' ],
    [ 'a long one',    { tester_percent => 50, reason => 'x' x 501 },     '/reason',         'too-long' ],
    [ 'a long summary', { tester_percent => 50, reason => 'Because.', summary => 'x' x 501 }, '/summary', 'too-long' ],
) {
    my ($name, $body, $pointer, $code) = @$bad;
    subtest "refuses $name" => sub {
        my $case = make_answered();
        my $p = is_problem(api($support, 'decideDispute', { dispute_id => $case->{dispute_id} }, $body), 'invalid-input', 'refused');
        is_deeply($p->{errors}, [ { pointer => $pointer, code => $code } ], 'and says where');
        is(row($case, 'state'), 'answered', 'nothing has changed');
    };
}

subtest 'both accept, and the money moves at once' => sub {
    my $case = make_decided(40);
    my $seen = is_ok(accept(tester => $case), 'the tester accepts');
    ok($seen->{tester_accepted_at} && !$seen->{builder_accepted_at} && !$seen->{may_accept} && !$seen->{may_appeal}, 'and has nothing more to do');
    is_ok(accept(tester => $case), 'accepting again changes nothing');
    is_open_money($case, 'decided', 'the builder has not');
    is(is_problem(appeal(tester => $case), 'wrong-state', 'who has accepted does not appeal')->{state}, 'decided', 'any more');
    is(is_ok(accept(builder => $case), 'the builder accepts')->{state}, 'closed', 'closed');
    is_closed($case, 40, 'decided', 'accepted');
    money_is_sound();
};

subtest 'an appeal is decided by somebody else' => sub {
    my $case  = make_answered();
    $case->{admin} = as_admin(scopes => ['finance']);
    is_ok(decide($case->{admin}, $case, 10), 'decided');
    my $other = as_admin();
    is_ok(accept(builder => $case), 'the builder accepts');
    my $appealed = is_ok(appeal(tester => $case), 'the tester appeals');
    is_deeply([ @$appealed{qw(state appealed_by appeal_statement)} ], [ 'appealed', 'tester', 'The recording was not looked at.' ], 'as said');
    is(dispute_clocks($case), 'decision_due hard_stop', 'a decision is awaited');
    is((grep { /^builder/ } @{ dispute_mails($case) })[-1], 'builder dispute_appealed', 'the other side is told');
    is(sql(q{SELECT count(*) FROM queue_job WHERE kind = 'mail.send' AND payload ->> 'mail' = 'dispute_to_decide'
               AND payload ->> 'account_id' = :'admin' AND payload -> 'data' ->> 'dispute_id' = :'id'}, admin => $case->{admin}{id}, id => $case->{dispute_id}),
        0, 'who has decided is not asked again');
    is(is_problem(appeal(tester => $case), 'wrong-state', 'once')->{state}, 'appealed', 'is all');
    is_problem(appeal(builder => $case), 'wrong-state', 'for both sides together');
    is_problem(accept(tester => $case), 'wrong-state', 'there is nothing to accept');
    is_problem(propose(tester => $case, 50), 'wrong-state', 'or to settle');
    is_problem(decide($case->{admin}, $case, 10), 'same-admin', 'not the same administrator');
    is_open_money($case, 'appealed', 'nothing moves');
    my $closed = is_ok(decide($other, $case, 90, reason => 'The recording shows it.'), 'another one decides');
    is_deeply([ @$closed{qw(state tester_percent decided_percent appeal_percent appeal_reason reason outcome)} ],
        [ 'closed', 90, 10, 90, 'The recording shows it.', 'The steps can be followed, with some effort.', 'appeal' ], 'for good');
    is_closed($case, 90, 'appeal', 'on appeal');
    like(actions_of($case), qr/decideDispute dispute The recording shows it\. appealed closed$/, 'it is in the audit trail');
    is_problem(appeal(builder => $case), 'wrong-state', 'there is no second appeal');
    money_is_sound();
};

subtest 'an appeal has its time' => sub {
    my $case = make_decided(50);
    sql("UPDATE dispute SET appeal_due_at = now() - interval '1 second' WHERE id = :'id'", id => $case->{dispute_id});
    is(is_problem(appeal(builder => $case), 'dispute-too-late', 'too late')->{state}, 'decided', 'before the clock has struck');
    is(row($case, 'state'), 'decided', 'nothing has changed');
    my $old = make_decided(50);
    sql("UPDATE dispute SET hard_stop_at = now() - interval '1 day' WHERE id = :'id'", id => $old->{dispute_id});
    is_ok(appeal(builder => $old), 'however old it is');
    is(row($old, "hard_stop_at - appealed_at"), '5 days', 'there is time to decide the appeal');
};

subtest 'silence' => sub {
    for my $by (qw(tester builder)) {
        my $case = make_dispute();
        if ($by eq 'builder') {
            my ($builder, $tester) = (as_builder(), as_tester());
            my $submission = make_submission(make_job($builder, seats => 1), $tester);
            $case = { builder => $builder, tester => $tester, submission_id => $submission->{id}, assignment_id => $submission->{assignment_id},
                dispute_id => is_created(dispute($builder, $submission->{id}, kind => 'conduct'), 'by the builder')->{id} };
        }
        my $other = $by eq 'tester' ? 'builder' : 'tester';
        move_clock('dispute', $case->{dispute_id}, 'answer_reminder');
        is(dispute_mails($case)->[-1], "$other dispute_answer_reminder", 'a reminder a day before');
        move_clock('dispute', $case->{dispute_id}, 'answer_expires');
        my $percent = $by eq 'tester' ? 100 : 0;
        is(row($case, 'state, tester_percent, outcome'), "decided $percent silence", "the $by has won");
        is_open_money($case, 'decided', 'nothing moves yet');
        is_deeply([ @{ dispute_mails($case) }[ -2, -1 ] ], [ 'tester dispute_unanswered', 'builder dispute_unanswered' ], 'both sides are told');
        move_clock('dispute', $case->{dispute_id}, 'appeal_expires');
        is_closed($case, $percent, 'silence', "opened by the $by");
    }
    my $case = make_dispute();
    move_clock('dispute', $case->{dispute_id}, 'answer_expires');
    is_ok(appeal(builder => $case), 'it can be appealed');
    is(is_ok(decide($support, $case, 0), 'anybody decides that')->{state}, 'closed', 'for good');
    is_closed($case, 0, 'appeal', 'on appeal');
};

subtest 'a decision that is late' => sub {
    my $case = make_answered();
    my $asked = sub { sql(q{SELECT count(*) FROM queue_job WHERE kind = 'mail.send' AND payload ->> 'mail' = 'dispute_to_decide'
                              AND payload ->> 'account_id' = :'admin' AND payload -> 'data' ->> 'dispute_id' = :'id'}, admin => $support->{id}, id => $case->{dispute_id}) };
    my $viewer = as_admin(scopes => ['moderation']);
    my $super  = as_admin();
    my $before = $asked->();
    move_clock('dispute', $case->{dispute_id}, 'decision_due');
    is($asked->(), $before + 1, 'those who decide are reminded');
    is(sql("SELECT count(*) FROM queue_job WHERE kind = 'mail.send' AND payload ->> 'account_id' = :'id' AND payload ->> 'mail' = 'dispute_to_decide'", id => $super->{id}), 1, 'and now who may do everything, too');
    is(dispute_clocks($case), 'decision_again hard_stop', 'tomorrow again');
    move_clock('dispute', $case->{dispute_id}, 'decision_again');
    is($asked->(), $before + 2, 'and the day after');
    is(dispute_clocks($case), 'decision_due hard_stop', 'in turn');
    is(sql("SELECT count(*) FROM queue_job WHERE kind = 'mail.send' AND payload ->> 'account_id' = :'id' AND payload ->> 'mail' LIKE 'dispute%'", id => $viewer->{id}), 0, 'nobody else is');
    move_clock('dispute', $case->{dispute_id}, 'hard_stop');
    is(row($case, 'state, tester_percent, outcome'), 'decided 100 hard_stop', 'at last the tester has won');
    is_deeply([ @{ dispute_mails($case) }[ -2, -1 ] ], [ 'tester dispute_stopped', 'builder dispute_stopped' ], 'both sides are told');
    is_ok(appeal(builder => $case), 'the builder appeals');
    move_clock('dispute', $case->{dispute_id}, 'hard_stop');
    is_closed($case, 100, 'hard_stop', 'nobody decides: it stands');
};

subtest 'a hard stop does nothing to what is not waiting for a decision' => sub {
    my $open = make_dispute();
    move_clock('dispute', $open->{dispute_id}, 'hard_stop');
    is(row($open, 'state'), 'open', 'an answer is awaited');
    is_ok(api($open->{builder}, 'answerDispute', { dispute_id => $open->{dispute_id} }, { body => 'Here it is.' }), 'it comes');
    is(dispute_clocks($open), 'decision_due hard_stop', 'and the hard stop is back');
};

subtest 'two administrators at once' => sub {
    my $case = make_answered();
    my %path = (dispute_id => $case->{dispute_id});
    my @answers = at_once(
        [ $support, 'decideDispute', {%path}, { tester_percent => 20, reason => 'Little of it.' } ],
        [ $finance, 'decideDispute', {%path}, { tester_percent => 80, reason => 'Most of it.' } ],
    );
    is_deeply([ sort map { $_->{status} } @answers ], [ 200, 409 ], 'one decides');
    my ($won) = grep { $_->{status} == 200 } @answers;
    is(row($case, 'tester_percent'), $won->{data}{tester_percent}, 'and that stands');
    is(sql("SELECT count(*) FROM admin_action WHERE entity_id = :'id'", id => $case->{dispute_id}), 1, 'one line in the audit trail');
    is_ok(appeal(tester => $case), 'appealed');
    my @others = map { as_admin() } 1 .. 2;
    @answers = at_once(map { [ $others[$_], 'decideDispute', {%path}, { tester_percent => 30 + $_, reason => 'On appeal.' } ] } 0 .. 1);
    is_deeply([ sort map { $_->{status} } @answers ], [ 200, 409 ], 'one decides the appeal');
    ($won) = grep { $_->{status} == 200 } @answers;
    is_closed($case, $won->{data}{tester_percent}, 'appeal', 'by one');
    money_is_sound();
};

subtest 'an agreement against a decision' => sub {
    for my $turn (1 .. 3) {
        my $case = make_answered();
        my %path = (dispute_id => $case->{dispute_id});
        is_ok(propose(tester => $case, 70), 'the tester names 70');
        my @answers = at_once(
            [ $case->{builder}, 'proposeSplit',  {%path}, { tester_percent => 70 } ],
            [ $support,         'decideDispute', {%path}, { tester_percent => 20, reason => 'Little of it.' } ],
        );
        is_deeply([ sort map { $_->{status} } @answers ], [ 200, 409 ], 'one of them comes first');
        is(row($case, 'state, tester_percent, outcome'), $answers[0]{status} == 200 ? 'closed 70 agreed' : 'decided 20 decided', 'and that stands');
    }
    money_is_sound();
};

subtest 'an answer against the clock of silence' => sub {
    for my $turn (1 .. 3) {
        my $case = make_dispute();
        sql("UPDATE clock SET due_at = now() - interval '1 second' WHERE entity_id = :'id' AND transition = 'answer_expires'", id => $case->{dispute_id});
        my $answer = api($case->{builder}, 'answerDispute', { dispute_id => $case->{dispute_id} }, { body => 'Just in time.' });
        wait_until("SELECT count(*) = 0 FROM clock WHERE entity_id = :'id' AND transition = 'answer_expires'", id => $case->{dispute_id});
        is(row($case, 'state, outcome'), $answer->{status} == 200 ? 'answered' : 'decided silence', "one of them comes first: $answer->{status}");
    }
};

subtest 'both sides accept at once' => sub {
    my $case = make_decided(50);
    my @answers = at_once(map { [ $case->{$_}, 'acceptDecision', { dispute_id => $case->{dispute_id} } ] } qw(tester builder));
    is_deeply([ map { $_->{status} } @answers ], [ 200, 200 ], 'both have');
    is_closed($case, 50, 'decided', 'accepted');
};

subtest 'the list of all' => sub {
    my @cases = map { make_dispute() } 1 .. 3;
    my $page = is_ok(api($support, 'adminListDisputes', { state => 'open', limit => 2 }), 'two that are open');
    is_deeply([ map { $_->{id} } @{ $page->{items} } ], [ map { $cases[$_]{dispute_id} } 2, 1 ], 'the newest first');
    is_deeply([ @{ $page->{items}[0] }{qw(your_side state)} ], [ undef, 'open' ], 'nobody\'s side');
    $page = is_ok(api($support, 'adminListDisputes', { state => 'open', limit => 1, cursor => $page->{next} }), 'the next');
    is($page->{items}[0]{id}, $cases[0]{dispute_id}, 'goes on');
    is_problem(api($cases[0]{tester}, 'adminListDisputes'), 'forbidden', 'not for a tester');
    is_problem(api(undef, 'adminListDisputes'), 'unauthorized', 'nor for nobody');
    is_problem(api($support, 'adminListDisputes', { cursor => 'eHl6' }), 'invalid-cursor', 'a broken cursor');
};

subtest 'what everybody may know' => sub {
    my $case    = make_answered();
    my $summary = 'The steps could be followed in part: ' . random_text(20);
    my ($project, $title) = split /\|/, sql(q{SELECT p.name, j.title FROM dispute d JOIN job j ON j.id = d.job_id JOIN project p ON p.id = j.project_id WHERE d.id = :'id'}, id => $case->{dispute_id});
    for my $name ($case->{tester}{full_name}, uc $case->{builder}{full_name}, $title, $project, $case->{tester}{email}) {
        is_deeply(is_problem(decide($support, $case, 50, summary => "It was about $name, of course."), 'invalid-input', 'a summary that tells')->{errors},
            [ { pointer => '/summary', code => 'not-allowed' } ], 'is refused');
    }
    is_ok(decide($support, $case, 50, summary => $summary), 'decided');
    my ($mine) = grep { ($_->{summary} // '') eq $summary } @{ is_ok(api(undef, 'listDisputeSummaries'), 'before it is over')->{items} };
    is($mine, undef, 'it is not there');
    is_ok(accept($_ => $case), 'accepted') for qw(tester builder);
    my $page = is_ok(api(undef, 'listDisputeSummaries', { limit => 1 }), 'the latest');
    my $item = $page->{items}[0];
    is_deeply({ %$item, closed_at => undef }, { kind => 'evidence', service_type => 'functional_scripted', opened_by => 'tester', tester_percent => 50,
        outcome => 'decided', summary => $summary, closed_at => undef }, 'without a name or an id');
    isnt(is_ok(api(undef, 'listDisputeSummaries', { limit => 1, cursor => $page->{next} }), 'the one before')->{items}[0]{closed_at}, $item->{closed_at}, 'is another one');
    is_problem(api(undef, 'listDisputeSummaries', { cursor => 'eHl6' }), 'invalid-cursor', 'a broken cursor');
};

subtest 'what is known of both sides afterwards' => sub {
    for my $percent (49, 50) {
        my $case = make_decided($percent);
        is(sql("SELECT concat_ws(' ', approved, decided, disputes, overturned) FROM tester_stat WHERE account_id = :'id'", id => $case->{tester}{id}), '0 1 0 0', 'a rejection, so far');
        is_ok(accept($_ => $case), 'accepted') for qw(tester builder);
        my $overturned = $percent >= 50 ? 1 : 0;
        is(sql("SELECT concat_ws(' ', approved, decided, disputes, overturned) FROM tester_stat WHERE account_id = :'id'", id => $case->{tester}{id}), "$overturned 1 1 $overturned", "$percent per cent: of the tester");
        my $job = is_ok(api($case->{tester}, 'getJob', { job_id => sql("SELECT job_id FROM assignment WHERE id = :'id'", id => $case->{assignment_id}) }), 'the job');
        is_deeply([ @$job{qw(builder_disputes builder_overturned)} ], [ 1, $overturned ], "$percent per cent: of the builder");
    }
};

money_is_sound('and the books are sound');
done_testing();
