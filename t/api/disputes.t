# SPDX-License-Identifier: Apache-2.0
# disputes.t - the two sides of a dispute: opening it, answering, proposing, settling, and
# what nobody else may see.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use Digest::SHA qw(sha256_hex);
use JSON::PP ();
use PeerTest;
use PeerTest::Disputes;
use PeerTest::Make;
use PeerTest::Money;
use PeerTest::Work;
use Test::More;

sub get { my ($actor, $case) = @_; return api(ref $actor ? $actor : $case->{$actor}, 'getDispute', { dispute_id => $case->{dispute_id} }) }

sub answer { my ($actor, $case, $body) = @_; return api($case->{$actor}, 'answerDispute', { dispute_id => $case->{dispute_id} }, { body => $body // 'It is not.' }) }

sub count_of { my ($case) = @_; return sql("SELECT count(*) FROM dispute WHERE submission_id = :'id'", id => $case->{submission_id}) }

# Does the database refuse a statement, whoever runs it?
sub is_refused {
    my ($statement) = @_;
    return eval { sql("DO \$\$ BEGIN $statement; RAISE 'done'; EXCEPTION WHEN insufficient_privilege THEN NULL; END \$\$"); 1 };
}

subtest 'a tester disputes a rejection' => sub {
    my $case = make_rejected();
    my ($builder, $tester) = @$case{qw(builder tester)};
    is(is_ok(api($tester, 'getSubmission', { submission_id => $case->{submission_id} }), 'the submission')->{may_dispute}, JSON::PP::true(), 'can be disputed');
    my $made = is_created(dispute($tester, $case->{submission_id}), 'disputed');
    $case->{dispute_id} = $made->{id};
    is_deeply([ @$made{qw(state kind opened_by your_side statement answer at_stake_minor paid_before_minor currency tester_percent outcome item_title tester_name builder_name)} ],
        [ 'open', 'evidence', 'tester', 'tester', 'Every step is there.', undef, 2500, 0, 'usd', undef, undef, undef, $tester->{full_name}, $builder->{full_name} ], 'as said');
    is_deeply([ map { !!$_ } @$made{qw(may_answer may_propose may_accept may_appeal)} ], [ !!0, !!1, !!0, !!0 ], 'the tester can propose');
    my $seen = is_ok(get(builder => $case), 'the builder looks');
    is_deeply([ $seen->{your_side}, map { !!$_ } @$seen{qw(may_answer may_propose may_accept may_appeal)} ], [ 'builder', !!1, !!1, !!0, !!0 ], 'the builder can answer, too');
    is_state($case->{assignment_id}, 'delivered disputed filled', 'locked');
    is_money($case->{assignment_id}, { charged => 2750, held => 2750 }, 'the money stays held');
    is(clocks_of($case->{assignment_id}), '', 'nothing happens to the submission by time');
    is(dispute_clocks($case), 'answer_expires answer_reminder hard_stop', 'it does to the dispute');
    is_deeply(dispute_mails($case), ['builder dispute_opened'], 'the builder is told');
    my $submission = is_ok(api($tester, 'getSubmission', { submission_id => $case->{submission_id} }), 'the submission');
    is_deeply([ @$submission{qw(state dispute_id)}, !!$submission->{may_dispute} ], [ 'disputed', $made->{id}, !!0 ], 'leads to it');
    is_deeply(timeline($tester, $case->{assignment_id}), [ 'tester claimed', 'tester submitted', 'builder rejected', 'tester disputed' ], 'the timeline says so');
    is(sql(q{SELECT answer_due_at - opened_at >= interval '7 days' AND answer_due_at - opened_at <= interval '10 days'
                AND settlement_due_at - opened_at = interval '2 days' AND hard_stop_at - opened_at = interval '30 days'
               FROM dispute WHERE id = :'id'}, id => $made->{id}), 't', 'two days to settle, five business days to answer');
};

subtest 'the case file' => sub {
    my $case = make_dispute();
    my $made = get(tester => $case)->{data};
    my $file = $made->{case_file};
    is_deeply([ sort keys %$file ], [qw(contract review timeline work)], 'has four parts');
    is($file->{contract}{terms}{brief}, sql("SELECT terms ->> 'brief' FROM assignment WHERE id = :'id'", id => $case->{assignment_id}), 'the contract');
    is($file->{contract}{offer}, undef, 'no offer: nobody bid');
    is_deeply([ @{ $file->{review} }{qw(state reject_reason comment)} ], [ 'rejected', 'insufficient_evidence', 'The steps cannot be followed.' ], 'what the builder said');
    is($file->{work}{summary}, make_report()->{summary}, 'what the tester said');
    is_deeply([ map { "$_->{actor_kind} $_->{kind}" } @{ $file->{timeline} } ], [ 'tester claimed', 'tester submitted', 'builder rejected' ], 'what happened');
    is($made->{case_hash}, sha256_hex(sql("SELECT case_file FROM dispute WHERE id = :'id'", id => $made->{id})), 'and its hash');
    for my $change (
        q{case_file = '{}'}, q{statement = 'Something else'}, q{at_stake_minor = 1}, q{case_hash = sha256('')}, q{kind = 'scope'},
        q{opened_by = 'builder'}, q{tester_id = builder_id},
    ) {
        ok(is_refused("UPDATE dispute SET $change WHERE id = '$made->{id}'"), "nobody changes it: $change");
    }
    ok(is_refused("DELETE FROM dispute WHERE id = '$made->{id}'"), 'or takes it away');
};

subtest 'the case file of an item has offer, findings, verdicts and questions' => sub {
    my ($builder, $tester) = (as_builder(), as_tester());
    my $assignment = make_started($builder, $tester, { amount_minor => 2000, bonus_unit_minor => 100, bonus_cap_minor => 1000 });
    my $submission = hand_in($tester, $assignment->{submissions}[0], { title => 'A finding that counts: ' . random_text(24) });
    my $which = { submission_id => $submission->{id} };
    is_ok(api($builder, 'requestInfo', $which, { question => 'Which account did you use?' }), 'asked');
    is_ok(api($tester, 'replyInfo', $which, { answer => 'The one in the brief.' }), 'answered');
    is_ok(api($builder, 'judgeFinding', { finding_id => $submission->{findings}[0]{id} }, { verdict => 'valid', severity_final => 'minor', reason => 'There is a way around.' }), 'judged');
    is_ok(api($builder, 'rejectSubmission', $which, { reason => 'out_of_scope', comment => 'Not what was asked for.' }), 'rejected');
    my $made = is_created(dispute($tester, $submission->{id}, kind => 'severity'), 'disputed');
    my $file = $made->{case_file};
    is($made->{at_stake_minor}, 2500, 'the bonus as it was reported is at stake');
    is($made->{item_title}, 'Item 1', 'by its item');
    is_deeply([ @{ $file->{contract}{offer} }{qw(revision total_minor)} ], [ 1, 2000 ], 'the offer');
    is_deeply([ @{ $file->{work}{findings}[0] }{qw(severity severity_final verdict_reason)} ], [ 'major', 'minor', 'There is a way around.' ], 'the verdict');
    is_deeply([ @{ $file->{review} }{qw(question answer)} ], [ 'Which account did you use?', 'The one in the brief.' ], 'the question');
};

subtest 'nothing of the submission changes while it is disputed' => sub {
    my $case  = make_dispute();
    my %which = (submission_id => $case->{submission_id});
    my $before = sql("SELECT md5(s::text) FROM submission s WHERE id = :'id'", id => $case->{submission_id});
    for my $try (
        [ tester  => 'saveSubmission',     {%which}, { summary => 'Another one' } ],
        [ tester  => 'submitSubmission',   {%which} ],
        [ tester  => 'addFinding',         {%which}, make_finding() ],
        [ tester  => 'returnAssignment',   { assignment_id => $case->{assignment_id} } ],
        [ tester  => 'extendAssignment',   { assignment_id => $case->{assignment_id} } ],
        [ builder => 'approveSubmission',  {%which}, {} ],
        [ builder => 'approvePartially',   {%which}, { percent => 50, comment => 'Half of it is good.' } ],
        [ builder => 'rejectSubmission',   {%which}, { reason => 'abusive', comment => 'Once more, with feeling.' } ],
        [ builder => 'requestChanges',     {%which}, { comment => 'Please change it all.' } ],
        [ builder => 'requestInfo',        {%which}, { question => 'Which browser was it?' } ],
        [ builder => 'waiveSubmission',    {%which}, { comment => 'Not needed any more.' } ],
        [ builder => 'cancelAssignment',   { assignment_id => $case->{assignment_id} }, { comment => 'Not needed any more.' } ],
    ) {
        my ($side, $operation, $params, $body) = @$try;
        is_problem(api($case->{$side}, $operation, $params, $body), 'wrong-state', $operation);
    }
    is(sql("SELECT md5(s::text) FROM submission s WHERE id = :'id'", id => $case->{submission_id}), $before, 'it is as it was');
    is_money($case->{assignment_id}, { charged => 2750, held => 2750 }, 'and so is its money');
};

subtest 'a builder disputes the conduct behind what waits for a review' => sub {
    my ($builder, $tester) = (as_builder(), as_tester());
    my $submission = make_submission(make_job($builder), $tester);
    my $case = { builder => $builder, tester => $tester, submission_id => $submission->{id}, assignment_id => $submission->{assignment_id} };
    is_deeply(is_problem(dispute($builder, $submission->{id}, kind => 'scope'), 'invalid-input', 'about something else')->{errors},
        [ { pointer => '/kind', code => 'not-allowed' } ], 'says where');
    is_problem(dispute($tester, $submission->{id}), 'wrong-state', 'the tester waits for the review');
    is(count_of($case), 0, 'there is none');
    my $made = is_created(dispute($builder, $submission->{id}, kind => 'conduct', statement => 'The pictures are somebody else\'s.'), 'disputed');
    $case->{dispute_id} = $made->{id};
    is_deeply([ @$made{qw(opened_by your_side at_stake_minor)} ], [ 'builder', 'builder', 2500 ], 'by the builder');
    is(clocks_of($case->{assignment_id}), '', 'the review does not end by time');
    is(sql("SELECT review_due_at IS NULL FROM submission WHERE id = :'id'", id => $submission->{id}), 't', 'nor is it due');
    is_deeply(dispute_mails($case), ['tester dispute_opened'], 'the tester is told');
    is_problem(answer(builder => $case), 'wrong-state', 'the opener does not answer');
    is_ok(answer(tester => $case, 'They are mine.'), 'the tester does');
};

subtest 'who may not dispute' => sub {
    my $case = make_rejected();
    is_problem(dispute(as_tester(), $case->{submission_id}), 'not-found', 'a stranger');
    is_problem(dispute(as_admin(), $case->{submission_id}), 'not-found', 'an administrator');
    is_problem(dispute(undef, $case->{submission_id}), 'unauthorized', 'nobody');
    is_problem(dispute($case->{builder}, $case->{submission_id}, kind => 'conduct'), 'wrong-state', 'the builder, who has decided');
    my $draft = make_claim(make_job(my $builder = as_builder()), as_tester());
    is_problem(dispute($builder, $draft->{submissions}[0]{id}, kind => 'conduct'), 'not-found', 'a draft is not there');
    is(count_of($case), 0, 'there is none');
    is_state($case->{assignment_id}, 'delivered rejected filled', 'nothing has changed');
};

for my $case (
    [ 'no kind',         { statement => 'x' },                         '/kind',      'required' ],
    [ 'another kind',    { kind => 'mood', statement => 'x' },         '/kind',      'not-allowed' ],
    [ 'no statement',    { kind => 'scope' },                          '/statement', 'required' ],
    [ 'an empty one',    { kind => 'scope', statement => '' },         '/statement', 'too-short' ],
    [ 'a novel',         { kind => 'scope', statement => 'x' x 2001 }, '/statement', 'too-long' ],
    [ 'something extra', { kind => 'scope', statement => 'x', percent => 100 }, '/percent', 'unknown' ],
) {
    my ($name, $body, $pointer, $code) = @$case;
    subtest "refuses $name" => sub {
        my $rejected = make_rejected();
        my $p = is_problem(api($rejected->{tester}, 'disputeSubmission', { submission_id => $rejected->{submission_id} }, $body), 'invalid-input', 'refused');
        is_deeply($p->{errors}, [ { pointer => $pointer, code => $code } ], 'and says where');
        is(count_of($rejected), 0, 'there is none');
    };
}

subtest 'once, and in time' => sub {
    my $case = make_dispute();
    is(is_problem(dispute($case->{tester}, $case->{submission_id}), 'wrong-state', 'a second one')->{state}, 'disputed', 'is refused');
    is(count_of($case), 1, 'there is one');
    my $late = make_rejected();
    sql("UPDATE submission SET dispute_due_at = now() - interval '1 second' WHERE id = :'id'", id => $late->{submission_id});
    is(is_problem(dispute($late->{tester}, $late->{submission_id}), 'dispute-too-late', 'the time is over')->{state}, 'rejected', 'before the clock has struck');
    move_clock('submission', $late->{submission_id}, 'dispute_expires');
    is_problem(dispute($late->{tester}, $late->{submission_id}), 'dispute-too-late', 'and after');
    is(count_of($late), 0, 'there is none');
    my $both = make_rejected();
    my @answers = at_once(map { [ $both->{tester}, 'disputeSubmission', { submission_id => $both->{submission_id} }, { kind => 'scope', statement => 'Me' } ] } 1 .. 3);
    is_deeply([ sort map { $_->{status} } @answers ], [ 201, 409, 409 ], 'three at once: one is opened');
    is(count_of($both), 1, 'there is one');
};

subtest 'against the clock that gives the money back' => sub {
    for my $turn (1 .. 3) {
        my $case = make_rejected();
        sql("UPDATE clock SET due_at = now() - interval '1 second' WHERE entity_id = :'id' AND transition = 'dispute_expires'", id => $case->{submission_id});
        my $answer = dispute($case->{tester}, $case->{submission_id});
        wait_until("SELECT count(*) = 0 FROM clock WHERE entity_id = :'id' AND transition = 'dispute_expires'", id => $case->{submission_id});
        my $won = $answer->{status} == 201;
        is(sql("SELECT state || ' ' || (settled_at IS NULL) FROM submission WHERE id = :'id'", id => $case->{submission_id}),
            $won ? 'disputed true' : 'rejected false', "one of them comes first: $answer->{status}");
        is(count_of($case), $won ? 1 : 0, 'and the other does nothing');
    }
    money_is_sound();
};

subtest 'a month has room for three, and for more to who wins' => sub {
    my $tester = as_tester();
    my $open = sub {
        my $case = make_rejected();
        sql("UPDATE assignment SET tester_id = :'tester' WHERE id = :'id'", tester => $tester->{id}, id => $case->{assignment_id});
        return (@$case{qw(submission_id builder)}, dispute($tester, $case->{submission_id}));
    };
    my @opened = map { [ $open->() ] } 1 .. 3;
    is_created($_->[2], 'opened') for @opened;
    my ($fourth, undef, $refused) = $open->();
    is(is_problem($refused, 'dispute-limit', 'a fourth')->{state}, 'rejected', 'is too many');
    is(sql("SELECT state FROM submission WHERE id = :'id'", id => $fourth), 'rejected', 'nothing has changed');
    my $won = { dispute_id => $opened[0][2]{data}{id}, tester => $tester, builder => $opened[0][1] };
    is_ok(propose(tester => $won, 100), 'one is settled');
    is_ok(propose(builder => $won, 100), 'and won');
    is_created(dispute($tester, $fourth), 'then there is room for twice as many');
    sql("UPDATE submission SET dispute_due_at = now() + interval '9 days' WHERE id = :'id'", id => $fourth);
    my ($fifth, undef, $answer) = $open->();
    is_created($answer, 'a fifth');
    my @both = map { make_rejected()->{submission_id} } 1 .. 2;
    sql("UPDATE assignment SET tester_id = :'tester' WHERE id = (SELECT assignment_id FROM submission WHERE id = :'id')", tester => $tester->{id}, id => $_) for @both;
    my @answers = at_once(map { [ $tester, 'disputeSubmission', { submission_id => $_ }, { kind => 'scope', statement => 'Me' } ] } @both);
    is_deeply([ sort map { $_->{status} } @answers ], [ 201, 409 ], 'two at once for the last place: one is opened');
};

subtest 'the other side answers, once' => sub {
    my $case = make_dispute();
    is_problem(answer(tester => $case), 'wrong-state', 'not the side that opened it');
    is_problem(api(as_builder(), 'answerDispute', { dispute_id => $case->{dispute_id} }, { body => 'Me, too.' }), 'not-found', 'nor a stranger');
    is_problem(api($case->{builder}, 'answerDispute', { dispute_id => $case->{dispute_id} }, { body => 'x' x 2001 }), 'invalid-input', 'nor with a novel');
    my $answered = is_ok(answer(builder => $case, 'I could not follow them.'), 'answered');
    is_deeply([ @$answered{qw(state answer)}, !!$answered->{may_answer} ], [ 'answered', 'I could not follow them.', !!0 ], 'as said');
    is(dispute_clocks($case), 'decision_due hard_stop', 'a decision is awaited');
    is(sql("SELECT decision_due_at - answered_at FROM dispute WHERE id = :'id'", id => $case->{dispute_id}), '5 days', 'within five days');
    is(is_problem(answer(builder => $case, 'And another thing.'), 'wrong-state', 'a second one')->{state}, 'answered', 'is refused');
    is(sql("SELECT answer FROM dispute WHERE id = :'id'", id => $case->{dispute_id}), 'I could not follow them.', 'the first one stands');
    my $late = make_dispute();
    sql("UPDATE dispute SET answer_due_at = now() - interval '1 second' WHERE id = :'id'", id => $late->{dispute_id});
    is(is_problem(answer(builder => $late), 'dispute-too-late', 'too late')->{state}, 'open', 'before the clock has struck');
};

subtest 'a split that both sides name settles it' => sub {
    my $case = make_dispute();
    my $made = is_ok(propose(tester => $case, 80), 'the tester names 80');
    is_deeply([ map { [ @$_{qw(number by tester_percent)} ] } @{ $made->{proposals} } ], [ [ 1, 'tester', 80 ] ], 'it is there');
    is_ok(propose(tester => $case, 80), 'once more');
    is_ok(propose(builder => $case, 40), 'the builder names 40');
    is_ok(propose(tester => $case, 60), 'the tester names 60');
    is_deeply(dispute_mails($case), [ 'builder dispute_opened', 'builder dispute_proposed', 'tester dispute_proposed', 'builder dispute_proposed' ], 'each is told once');
    is(is_ok(propose(builder => $case, 80), 'what was, is off the table')->{state}, 'open', 'still open');
    is_ok(propose(builder => $case, 50), 'the builder names 50');
    my $split = get(tester => $case)->{data}{splits}[50];
    is_deeply($split, { tester_percent => 50, tester_minor => 1250, builder_minor => 1375 }, 'both see what it would move');
    my $closed = is_ok(propose(tester => $case, 50), 'the tester names 50');
    is_deeply([ @$closed{qw(state outcome tester_percent awarded_minor splits)}, !!$closed->{may_propose} ], [ 'closed', 'agreed', 50, 1250, [], !!0 ], 'settled');
    is(scalar @{ $closed->{proposals} }, 5, 'five figures were named');
    is_money($case->{assignment_id}, { charged => 2750, released => 1250, fee => 125, refunded => 1375 }, 'settled');
    is_state($case->{assignment_id}, 'completed decided closed', 'settled');
    is(dispute_clocks($case), '', 'no clock runs');
    is_deeply([ @{ dispute_mails($case) }[ -2, -1 ] ], [ 'tester dispute_closed_tester', 'builder dispute_closed_builder' ], 'both are told');
    is_deeply([ @{ timeline($case->{tester}, $case->{assignment_id}) }[ -2, -1 ] ], [ 'tester dispute_agreed', 'tester decided' ], 'the timeline says so');
    is_problem(propose(builder => $case, 10), 'wrong-state', 'nothing more can be proposed');
    is_problem(answer(builder => $case), 'wrong-state', 'or answered');
    is_problem(dispute($case->{tester}, $case->{submission_id}), 'wrong-state', 'nor disputed again');
    money_is_sound();
};

subtest 'it can be settled after the answer, too' => sub {
    my $case = make_answered();
    is_ok(propose(builder => $case, 0), 'the builder names 0');
    is(is_ok(propose(tester => $case, 0), 'the tester gives in')->{state}, 'closed', 'settled');
    is_money($case->{assignment_id}, { charged => 2750, refunded => 2750 }, 'all goes back');
};

for my $case ([ 101, 'too-large' ], [ -1, 'too-small' ], [ '50', 'not-an-integer' ], [ 33.3, 'not-an-integer' ], [ undef, 'required' ]) {
    my ($percent, $code) = @$case;
    subtest 'no split: ' . ($percent // 'none') => sub {
        my $made = make_dispute();
        my $p = is_problem(propose(tester => $made, $percent), 'invalid-input', 'refused');
        is_deeply($p->{errors}, [ { pointer => '/tester_percent', code => $code } ], 'and says where');
        is(sql("SELECT count(*) FROM dispute_proposal WHERE dispute_id = :'id'", id => $made->{dispute_id}), 0, 'nothing is stored');
    };
}

subtest 'a side names so many figures and no more' => sub {
    my $case = make_dispute();
    is_ok(propose(tester => $case, $_), "number $_") for 1 .. 15;
    is(is_problem(propose(tester => $case, 16), 'proposal-limit', 'a sixteenth')->{state}, 'open', 'is refused');
    is_ok(propose(builder => $case, 90), 'the other side goes on');
    is(is_ok(propose(tester => $case, 90), 'it can still be taken')->{state}, 'closed', 'settled');
};

subtest 'both take the other side\'s figure at once' => sub {
    my $case = make_dispute();
    is_ok(propose(tester => $case, 70), 'the tester names 70');
    is_ok(propose(builder => $case, 30), 'the builder names 30');
    my %path = (dispute_id => $case->{dispute_id});
    my @answers = at_once(
        [ $case->{tester},  'proposeSplit', {%path}, { tester_percent => 30 } ],
        [ $case->{builder}, 'proposeSplit', {%path}, { tester_percent => 70 } ],
    );
    is_deeply([ sort map { $_->{status} } @answers ], [ 200, 409 ], 'one of them settles it');
    my ($won) = grep { $_->{status} == 200 } @answers;
    my $award = percent_of(2500, $won->{data}{tester_percent});
    is_money($case->{assignment_id}, { charged => 2750, released => $award, fee => $award / 10, refunded => 2750 - 1.1 * $award }, 'by its figure');
    is(sql("SELECT count(*) FROM event WHERE submission_id = :'id' AND kind = 'decided'", id => $case->{submission_id}), 1, 'once');
    money_is_sound();
};

subtest 'one call, made twice, moves its money once' => sub {
    my $case = make_dispute();
    is_ok(propose(tester => $case, 100), 'named');
    my @call = ($case->{builder}, 'proposeSplit', { dispute_id => $case->{dispute_id} }, { tester_percent => 100 });
    is_problem(api(@call, key => undef), 'idempotency-key-required', 'it needs a key');
    my $key = random_text(20);
    my $first = is_ok(api(@call, key => $key), 'taken');
    my $again = api(@call, key => $key);
    is_deeply(is_ok($again, 'taken once more'), $first, 'the same answer');
    is($again->{headers}{'idempotency-replayed'}, 'true', 'from the store');
    is_money($case->{assignment_id}, { charged => 2750, released => 2500, fee => 250 }, 'paid once');
};

subtest 'who sees it' => sub {
    my $case = make_dispute();
    is_problem(get(as_tester(), $case), 'not-found', 'no stranger');
    is_problem(api(undef, 'getDispute', { dispute_id => $case->{dispute_id} }), 'unauthorized', 'nor nobody');
    is_problem(propose(as_builder(), $case, 50), 'not-found', 'nor do they propose');
    is_problem(accept(as_builder(), $case), 'not-found', 'accept');
    is_problem(appeal(as_builder(), $case), 'not-found', 'or appeal');
    my $admin = as_admin();
    is(is_ok(get($admin, $case), 'an administrator does')->{your_side}, undef, 'and is no side');
    sql("UPDATE session SET second_factor_at = NULL WHERE account_id = :'id'", id => $admin->{id});
    is_problem(get($admin, $case), 'not-found', 'but not without the second factor');
    for my $side (qw(tester builder)) {
        my $page = is_ok(api($case->{$side}, 'listDisputes'), "the $side\'s list");
        is_deeply([ map { [ @$_{qw(id your_side state)} ] } @{ $page->{items} } ], [ [ $case->{dispute_id}, $side, 'open' ] ], 'has it');
        ok(!exists $page->{items}[0]{case_file}, 'without its case file');
    }
    is_deeply(is_ok(api(as_tester(), 'listDisputes'), 'somebody else\'s list')->{items}, [], 'has nothing');
};

subtest 'the list goes on, newest first' => sub {
    my @cases = map { make_dispute() } 1 .. 3;
    my $tester = $cases[0]{tester};
    my @ids = map { $_->{dispute_id} } reverse @cases;
    sql(q{ALTER TABLE dispute DISABLE TRIGGER dispute_keep; UPDATE dispute SET tester_id = :'tester' WHERE id::text = ANY (string_to_array(:'ids', ','));
          ALTER TABLE dispute ENABLE TRIGGER dispute_keep}, tester => $tester->{id}, ids => join ',', @ids);
    my $page = is_ok(api($tester, 'listDisputes', { limit => 2 }), 'two');
    is_deeply([ map { $_->{id} } @{ $page->{items} } ], [ @ids[ 0, 1 ] ], 'the newest');
    $page = is_ok(api($tester, 'listDisputes', { limit => 2, cursor => $page->{next} }), 'the rest');
    is_deeply([ map { $_->{id} } @{ $page->{items} } ], [ $ids[2] ], 'one');
    is($page->{next}, undef, 'no more');
    is_deeply(is_ok(api($tester, 'listDisputes', { state => 'closed' }), 'closed ones')->{items}, [], 'none');
    is_problem(api($tester, 'listDisputes', { cursor => 'eHl6' }), 'invalid-cursor', 'a broken cursor');
    is_problem(api($tester, 'listDisputes', { state => 'lost' }), 'invalid-input', 'no such state');
};

done_testing();
