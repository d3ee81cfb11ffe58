# SPDX-License-Identifier: Apache-2.0
# items.t - work that a bid was paid for: each item is handed in, reviewed and paid by
# itself, to the cent.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;
use PeerTest::Work;
use Test::More;

my $builder   = as_builder();
my $tester    = make_payable(as_tester());
my $rejection = { reason => 'insufficient_evidence', comment => 'The steps cannot be followed.' };
my $changes   = { comment => 'Please try a declined card, too.' };

# A finding's title of its own.
sub finding { my ($severity) = @_; return { severity => $severity, title => "A $severity problem: " . random_text(24) } }

sub approve { my ($s, %body) = @_; return is_ok(api($builder, 'approveSubmission', { submission_id => $s->{id} }, \%body), 'approved') }

sub judge {
    my ($finding, %verdict) = @_;
    return api($builder, 'judgeFinding', { finding_id => $finding->{id} }, \%verdict);
}

# Refunds and payouts as stored: "440 bonus_unused", "3300 1": the second figure is the item's.
sub refunds_of {
    my ($assignment) = @_;
    return sql(q{SELECT coalesce(string_agg(amount_minor || ' ' || reason, ', ' ORDER BY id), '')
                   FROM refund WHERE assignment_id = :'id'}, id => $assignment->{id});
}

sub payouts_of {
    my ($assignment) = @_;
    return sql(q{SELECT coalesce(string_agg(p.amount_minor || ' ' || s.position, ', ' ORDER BY p.id), '')
                   FROM payout p JOIN submission s ON s.id = p.submission_id WHERE p.assignment_id = :'id'}, id => $assignment->{id});
}

# "state seats_taken seats_reserved" of the assignment's job and role.
sub seat_of {
    my ($assignment) = @_;
    return sql(q{SELECT concat_ws(' ', j.state, r.seats_taken, r.seats_reserved)
                   FROM job_role r JOIN job j ON j.id = r.job_id WHERE r.id = :'id'}, id => $assignment->{role_id});
}

sub started { my @items = @_; return make_started($builder, $tester, @items) }

subtest 'a paid bid becomes an assignment' => sub {
    my $assignment = started(
        { amount_minor => 3000, bonus_unit_minor => 100, bonus_cap_minor => 500, change_rounds => 2, quantity => 3 },
        { amount_minor => 2000, required => JSON::PP::false(), service_type => 'functional_scripted',
          details => { steps => [ { text => 'Buy a book' } ] } });
    is_deeply([ @$assignment{qw(state role_name service_type reward_minor bonus_cap_minor held_minor released_minor refunded_minor)} ],
        [ 'active', 'Shopper', undef, 5000, 500, 6050, 0, 0 ], 'of a role, with all its money');
    is_deeply([ @{ $assignment->{terms} }{qw(brief role_name persona steps on_rejection)} ],
        [ 'The check-out is new. Take it apart.', 'Shopper', 'In a hurry', [], 'refund' ], 'under its terms');
    my ($first, $second) = @{ $assignment->{submissions} };
    is_deeply([ @$first{qw(position title service_type required quantity instructions reward_minor bonus_unit_minor bonus_cap_minor bonus_minor paid_minor changes_left)} ],
        [ 1, 'Item 1', 'exploratory', JSON::PP::true(), 3, 'An hour in the shop.', 3000, 100, 500, 0, undef, 2 ], 'one submission for each item');
    is_deeply($first->{details}, { charter => 'Find what loses money.', minutes => 60 }, 'with what it asks for');
    is_deeply([ @$second{qw(position required reward_minor bonus_cap_minor changes_left)} ], [ 2, JSON::PP::false(), 2000, 0, 1 ], 'in their order');
    is($second->{steps}[0]{text}, 'Buy a book', 'with its steps');
    is(clocks_of($assignment->{id}), 'claim_expires=432000 claim_reminder=345600', 'the days of the bid run');
    is_deeply(timeline($tester, $assignment->{id}), [], 'the provider\'s event began it');
    is_deeply(api($builder, 'getAssignment', { assignment_id => $assignment->{id} })->{data}{submissions}, [], 'the builder sees no drafts');
    is_money($assignment->{id}, { charged => 6050, held => 6050 }, 'held');
    is_problem(api(as_tester(), 'getAssignment', { assignment_id => $assignment->{id} }), 'not-found', 'nobody else sees it');
};

subtest 'one approved, one sent back and approved, one rejected' => sub {
    my $assignment = started(map { { amount_minor => $_ } } 3333, 1667, 1001);
    my ($a, $b, $c) = @{ $assignment->{submissions} };
    is_deeply([ map { sql("SELECT fee_minor FROM submission WHERE id = :'id'", id => $_->{id}) } $a, $b, $c ], [ 333, 167, 100 ], 'shares of the fee add up');
    is_money($assignment->{id}, { charged => 6601, held => 6601 }, 'at the start');
    hand_in($tester, $a);
    items_are($assignment->{id}, 'active submitted draft draft', 'one is handed in');
    my ($item) = grep { $_->{submission_id} eq $a->{id} } @{ is_ok(api($builder, 'listReviewQueue', { limit => 100 }), 'the queue')->{items} };
    is_deeply([ @$item{qw(item_title amount_minor)} ], [ 'Item 1', 3666 ], 'has it by name, with its price');
    is(approve($a, rating => 5)->{paid_minor}, 3333, 'the first');
    is_money($assignment->{id}, { charged => 6601, held => 2935, released => 3333, fee => 333 }, 'the first');
    items_are($assignment->{id}, 'active approved draft draft', 'the first');

    hand_in($tester, $_) for $b, $c;
    items_are($assignment->{id}, 'delivered approved submitted submitted', 'all are handed in');
    is(seat_of($assignment), 'in_review 1 0', 'the job is in review');
    my $back = is_ok(api($builder, 'requestChanges', { submission_id => $b->{id} }, $changes), 'sent back');
    is_deeply([ @$back{qw(state changes_left comment review_due_at)} ], [ 'changes_requested', 0, $changes->{comment}, undef ], 'once');
    is_money($assignment->{id}, { charged => 6601, held => 2935, released => 3333, fee => 333 }, 'nothing moves');
    is_ok(api($tester, 'saveSubmission', { submission_id => $b->{id} }, { summary => 'With a declined card, the page tells why.' }), 'changed');
    items_are($assignment->{id}, 'delivered approved draft submitted', 'a draft again');
    is_ok(api($tester, 'submitSubmission', { submission_id => $b->{id} }), 'handed in again');
    approve($b);
    is_money($assignment->{id}, { charged => 6601, held => 1101, released => 5000, fee => 500 }, 'the second');

    is_ok(api($builder, 'rejectSubmission', { submission_id => $c->{id} }, $rejection), 'the third is rejected');
    is_money($assignment->{id}, { charged => 6601, held => 1101, released => 5000, fee => 500 }, 'its money is still held');
    items_are($assignment->{id}, 'delivered approved approved rejected', 'not over yet');
    move_clock('submission', $c->{id}, 'dispute_expires');
    is_money($assignment->{id}, { charged => 6601, released => 5000, fee => 500, refunded => 1101 }, 'the third');
    items_are($assignment->{id}, 'completed approved approved rejected', 'all is settled');
    is(seat_of($assignment), 'completed 1 0', 'and the job is done');
    is(payouts_of($assignment), '3333 1, 1667 2', 'two payouts');
    is(refunds_of($assignment), '1101 rejected', 'and a refund');
    is(clocks_of($assignment->{id}), '', 'no clock runs');
    wait_until("SELECT count(*) = 2 FROM payout WHERE assignment_id = :'id' AND state = 'completed'", id => $assignment->{id});
    wait_until("SELECT count(*) = 1 FROM refund WHERE assignment_id = :'id' AND state = 'completed'", id => $assignment->{id});
    my $sent = sql(q{SELECT string_agg(DISTINCT split_part(split_part(body, 'transfer_group=', 2), '&', 1), ' ') FROM money_intent
                      WHERE kind = 'transfer' AND submission_id IN (:'a', :'b')}, a => $a->{id}, b => $b->{id});
    is($sent, "asg_$assignment->{id}", 'in the group of the assignment');
    is_deeply([ map { $_->{item_title} } @{ is_ok(api($tester, 'listPayouts', { limit => 2 }), 'payouts')->{items} } ], [ 'Item 2', 'Item 1' ], 'by their items');
    is(is_ok(api($tester, 'getTesterProfile'), 'the tester\'s record')->{approved}, 2, 'has two approvals');
    is_deeply(timeline($builder, $assignment->{id}), [
        'tester submitted', 'builder approved', 'tester submitted', 'tester submitted', 'builder changes_requested', 'tester saved',
        'tester submitted', 'builder approved', 'builder rejected', 'clock settled' ], 'step by step');
    money_is_sound();
};

subtest 'what findings earn' => sub {
    my %bonus = (amount_minor => 2000, bonus_unit_minor => 100, bonus_cap_minor => 1000);
    for my $case (
        # what it is about, findings, verdicts, bonus
        [ 'no finding, no bonus',          [],                         [],                                                          0 ],
        [ 'by the weight of its severity', [qw(major moderate minor trivial)], [],                                                  800 ],
        [ 'never beyond the cap',          [qw(critical major)],       [],                                                          1000 ],
        [ 'the final severity counts',     ['critical'],               [ { verdict => 'valid', severity_final => 'minor', reason => 'There is a way around.' } ], 100 ],
        [ 'what is not valid earns nothing', [qw(major major)],        [ { verdict => 'informative', reason => 'As we know.' }, { verdict => 'valid' } ], 500 ],
        [ 'spam neither',                  ['critical'],               [ { verdict => 'spam', reason => 'Made up.' } ],             0 ],
    ) {
        my ($name, $severities, $verdicts, $earned) = @$case;
        my $assignment = started({%bonus});
        my $submission = hand_in($tester, $assignment->{submissions}[0], map { finding($_) } @$severities);
        is_ok(judge($submission->{findings}[$_], %{ $verdicts->[$_] }), 'a verdict') for 0 .. $#$verdicts;
        is(api($builder, 'getSubmission', { submission_id => $submission->{id} })->{data}{bonus_minor}, $earned, "$name: shown");
        is(approve($submission)->{paid_minor}, 2000 + $earned, "$name: granted");
        my ($fee, $unused) = (200 + $earned / 10, (1000 - $earned) * 1.1);
        my %granted = (charged => 3300, released => 2000 + $earned, fee => $fee);
        if (@$verdicts) {    # they took something away, which the tester can dispute for a while
            is_money($assignment->{id}, { %granted, held => $unused }, "$name: the rest is held");
            is(refunds_of($assignment), '', "$name: and stays");
            move_clock('submission', $submission->{id}, 'dispute_expires');
        }
        is_money($assignment->{id}, { %granted, refunded => $unused }, $name);
        is(refunds_of($assignment), $unused ? "$unused bonus_unused" : '', "$name: the rest goes back");
        is(payouts_of($assignment), (2000 + $earned) . ' 1', "$name: one payout");
    }
    money_is_sound();
};

subtest 'silence after a verdict that took something away' => sub {
    my $assignment = started({ amount_minor => 2000, bonus_unit_minor => 100, bonus_cap_minor => 1000 });
    my $submission = hand_in($tester, $assignment->{submissions}[0], finding('critical'));
    my $which      = { submission_id => $submission->{id} };
    is_ok(judge($submission->{findings}[0], verdict => 'valid', severity_final => 'minor', reason => 'There is a way around.'), 'a verdict');
    move_clock('submission', $submission->{id}, 'review_expires');
    my $seen = is_ok(api($tester, 'getSubmission', $which), 'approved by time');
    is_deeply([ @$seen{qw(state paid_minor may_dispute)} ], [ 'approved', 2100, JSON::PP::true() ], 'with what is left, which can be disputed');
    ok($seen->{dispute_due_at}, 'for a while');
    items_are($assignment->{id}, 'delivered approved', 'it is not over');
    is_money($assignment->{id}, { charged => 3300, released => 2100, fee => 210, held => 990 }, 'the rest is held');
    is(clocks_of($assignment->{id}), 'dispute_expires=259200', 'one clock runs');
    move_clock('submission', $submission->{id}, 'dispute_expires');
    items_are($assignment->{id}, 'completed approved', 'over');
    is_money($assignment->{id}, { charged => 3300, released => 2100, fee => 210, refunded => 990 }, 'over');
    is(moves_of($assignment->{id}), '1: paid 2100, 2: back 990 bonus_unused', 'in two decisions');
    money_is_sound();
};

subtest 'a tester\'s fee is kept back from each item' => sub {
    my $assignment = started({ amount_minor => 1005 }, { amount_minor => 1005 });
    sql(q{INSERT INTO fee_schedule (builder_fee_bps, tester_fee_bps) VALUES (1000, 500) ON CONFLICT DO NOTHING});
    sql(q{UPDATE assignment SET fee_schedule_id = (SELECT id FROM fee_schedule WHERE builder_fee_bps = 1000 AND tester_fee_bps = 500)
           WHERE id = :'id'}, id => $assignment->{id});
    approve(hand_in($tester, $_)) for @{ $assignment->{submissions} };
    is(payouts_of($assignment), '955 1, 955 2', 'net');
    is_money($assignment->{id}, { charged => 2211, released => 1910, fee => 301 }, 'to the cent');
};

subtest 'an optional item that is left undone' => sub {
    my $assignment = started({ amount_minor => 2000 }, { amount_minor => 1000, required => JSON::PP::false() });
    my ($must, $may) = @{ $assignment->{submissions} };
    hand_in($tester, $must);
    items_are($assignment->{id}, 'delivered submitted draft', 'what is required is there');
    approve($must);
    items_are($assignment->{id}, 'delivered approved draft', 'the other can still be done');
    move_clock('assignment', $assignment->{id}, 'claim_expires');
    items_are($assignment->{id}, 'completed approved lapsed', 'the time is over');
    is_money($assignment->{id}, { charged => 3300, released => 2000, fee => 200, refunded => 1100 }, 'its money goes back');
    is(refunds_of($assignment), '1100 lapsed', 'as a refund');
    is(seat_of($assignment), 'completed 1 0', 'the job is done');
    is(mail_count('items_lapsed', $tester, $assignment->{id}), 1, 'the tester is told');
    is(mail_count('work_lapsed', $builder, $assignment->{id}), 1, 'and the builder');
};

subtest 'some of it is not delivered' => sub {
    my $assignment = started({ amount_minor => 2000 }, { amount_minor => 1000 });
    my ($done, $undone) = @{ $assignment->{submissions} };
    hand_in($tester, $done);
    is(is_problem(api($tester, 'returnAssignment', { assignment_id => $assignment->{id} }), 'wrong-state', 'it cannot be given back')->{state}, 'submitted', 'any more');
    move_clock('assignment', $assignment->{id}, 'claim_reminder');
    is(mail_count('claim_reminder', $tester, $assignment->{id}), 1, 'a reminder');
    move_clock('assignment', $assignment->{id}, 'claim_expires');
    items_are($assignment->{id}, 'delivered submitted lapsed', 'what was handed in goes on');
    is_money($assignment->{id}, { charged => 3300, held => 2200, refunded => 1100 }, 'the rest goes back');
    is(is_problem(api($tester, 'submitSubmission', { submission_id => $undone->{id} }), 'wrong-state', 'too late')->{state}, 'lapsed', 'it has lapsed');
    is(clocks_of($assignment->{id}) =~ /claim/, '', 'no time to deliver runs');
    move_clock('submission', $done->{id}, 'review_expires');
    items_are($assignment->{id}, 'completed approved lapsed', 'silence is approval');
    is_money($assignment->{id}, { charged => 3300, released => 2000, fee => 200, refunded => 1100 }, 'silence is approval');
    is(sql(q{SELECT is_on_time FROM (SELECT on_time < ended AS is_on_time FROM tester_stat WHERE account_id = :'id') x}, id => $tester->{id}), 't', 'it was not in time');
};

subtest 'nothing of it is delivered' => sub {
    my $assignment = started({ amount_minor => 2000, bonus_unit_minor => 10, bonus_cap_minor => 100 }, { amount_minor => 1000 });
    is(seat_of($assignment), 'in_progress 1 0', 'the seat is taken');
    move_clock('assignment', $assignment->{id}, 'claim_expires');
    items_are($assignment->{id}, 'lapsed lapsed lapsed', 'lapsed');
    is_money($assignment->{id}, { charged => 3410, refunded => 3410 }, 'all goes back');
    is(refunds_of($assignment), '3410 lapsed', 'as one refund');
    is(seat_of($assignment), 'published 0 0', 'somebody else can bid for the seat');
    is(mail_count('claim_lapsed', $tester, $assignment->{id}), 1, 'the tester is told');
    wait_until("SELECT state = 'refunded' FROM payment WHERE bid_id = :'id'", id => $assignment->{bid_id});
    money_is_sound();
};

subtest 'a seat is given back' => sub {
    my $assignment = started({ amount_minor => 2000 }, { amount_minor => 1000 });
    is_ok(api($tester, 'saveSubmission', { submission_id => $assignment->{submissions}[0]{id} }, { summary => 'Begun' }), 'a draft is saved');
    my $returned = is_ok(api($tester, 'returnAssignment', { assignment_id => $assignment->{id} }), 'given back');
    is_deeply([ @$returned{qw(state held_minor refunded_minor)} ], [ 'returned', 0, 3300 ], 'with its money');
    items_are($assignment->{id}, 'returned lapsed lapsed', 'given back');
    is(refunds_of($assignment), '3300 returned', 'one refund');
    is(seat_of($assignment), 'published 0 0', 'the seat is free');
    is(mail_count('work_returned', $builder, $assignment->{id}), 1, 'the builder is told');
    is(clocks_of($assignment->{id}), '', 'no clock runs');
    is_deeply(timeline($tester, $assignment->{id}), ['tester returned'], 'one event');
    is_problem(api($tester, 'returnAssignment', { assignment_id => $assignment->{id} }), 'wrong-state', 'once');
};

subtest 'changes are asked for' => sub {
    my $assignment = started({ amount_minor => 2000, change_rounds => 2 }, { amount_minor => 1000, change_rounds => 0 });
    my ($first, $second) = @{ $assignment->{submissions} };
    my $which = { submission_id => $first->{id} };
    is(is_problem(api($builder, 'requestChanges', $which, $changes), 'wrong-state', 'not of a draft')->{state}, 'draft', 'with its state');
    hand_in($tester, $_) for $first, $second;
    is(is_problem(api($builder, 'requestChanges', { submission_id => $second->{id} }, $changes), 'changes-used-up', 'an item without any')->{state}, 'submitted', 'stays as it is');
    for my $case ([ {}, 'required' ], [ { comment => 'Too short' }, 'too-short' ], [ { comment => 'x' x 2001 }, 'too-long' ]) {
        my $problem = is_problem(api($builder, 'requestChanges', $which, $case->[0]), 'invalid-input', "a comment that is $case->[1]");
        is_deeply($problem->{errors}, [ { pointer => '/comment', code => $case->[1] } ], 'and it says so');
    }
    is_problem(api(as_builder(), 'requestChanges', $which, $changes), 'not-found', 'another builder');
    is_problem(api($tester, 'requestChanges', $which, $changes), 'forbidden', 'the tester');
    items_are($assignment->{id}, 'delivered submitted submitted', 'refused');

    my $back = is_ok(api($builder, 'requestChanges', $which, $changes), 'sent back');
    ok($back->{changes_due_at}, 'the tester\'s time runs');
    is(sql(q{SELECT string_agg(transition, ' ' ORDER BY transition) FROM clock WHERE entity_id = :'id'}, id => $first->{id}), 'changes_expires', 'the builder\'s does not');
    is(mail_count('changes_requested', $tester, $assignment->{id}), 1, 'with a mail');
    for my $operation ([ 'approveSubmission', {} ], [ 'rejectSubmission', $rejection ], [ 'requestChanges', $changes ]) {
        is(is_problem(api($builder, $operation->[0], $which, $operation->[1]), 'wrong-state', "no $operation->[0] meanwhile")->{state}, 'changes_requested', 'with the state');
    }
    is_ok(api($tester, 'submitSubmission', $which), 'it can be handed in as it is');
    is(sql(q{SELECT count(*) FROM clock WHERE entity_id = :'id' AND transition = 'review_expires'}, id => $first->{id}), 1, 'a new review');

    is(is_ok(api($builder, 'requestChanges', $which, $changes), 'sent back again')->{changes_left}, 0, 'for the last time');
    is_ok(api($tester, 'saveSubmission', $which, { summary => 'A word more than there was before.' }), 'a change');
    items_are($assignment->{id}, 'delivered draft submitted', 'a draft');
    is(is_problem(api($builder, 'approveSubmission', $which, {}), 'wrong-state', 'no approval of it')->{state}, 'draft', 'yet');
    move_clock('submission', $first->{id}, 'changes_expires');
    items_are($assignment->{id}, 'delivered submitted submitted', 'the time is over');
    is(mail_count('submission_received', $builder, $assignment->{id}), 4, 'the builder is told each time');
    is_problem(api($builder, 'requestChanges', $which, $changes), 'changes-used-up', 'no more');
    is(approve($first)->{summary}, 'A word more than there was before.', 'as it stands');
    is_money($assignment->{id}, { charged => 3300, held => 1100, released => 2000, fee => 200 }, 'paid');
};

subtest 'changes under way do not lapse' => sub {
    my $assignment = started({ amount_minor => 2000 }, { amount_minor => 1000 });
    my ($first) = @{ $assignment->{submissions} };
    hand_in($tester, $first);
    is_ok(api($builder, 'requestChanges', { submission_id => $first->{id} }, $changes), 'sent back');
    is_ok(api($tester, 'saveSubmission', { submission_id => $first->{id} }, { summary => 'Being changed.' }), 'a draft again');
    is(is_problem(api($tester, 'returnAssignment', { assignment_id => $assignment->{id} }), 'wrong-state', 'it cannot be given back')->{state}, 'draft', 'either');
    move_clock('assignment', $assignment->{id}, 'claim_expires');
    items_are($assignment->{id}, 'delivered draft lapsed', 'only what was never handed in');
    is_money($assignment->{id}, { charged => 3300, held => 2200, refunded => 1100 }, 'the rest is held');
};

subtest 'verdicts about findings' => sub {
    my $assignment = started({ amount_minor => 2000, bonus_unit_minor => 100, bonus_cap_minor => 1000 });
    my $draft      = $assignment->{submissions}[0];
    my $hidden     = is_created(api($tester, 'addFinding', { submission_id => $draft->{id} }, make_finding()), 'a finding in a draft');
    is_problem(judge($hidden, verdict => 'valid'), 'not-found', 'is not there for the builder');
    my $submission = hand_in($tester, $draft, map { finding('major') } 1 .. 3);
    my ($f1, $f2, $f3, $f4) = @{ $submission->{findings} };
    my $foreign = hand_in($tester, started({ amount_minor => 1000 })->{submissions}[0], finding('minor'))->{findings}[0];
    for my $case (
        [ {}, '/verdict required' ],
        [ { verdict => 'maybe' }, '/verdict not-allowed' ],
        [ { verdict => 'valid', severity_final => 'blocker' }, '/severity_final not-allowed' ],
        [ { verdict => 'valid', severity_final => 'minor' }, '/reason required' ],
        [ { verdict => 'valid', severity_final => 'minor', reason => '  ' }, '/reason required' ],
        [ { verdict => 'known', reason => 'x' x 1001 }, '/reason too-long' ],
        [ { verdict => 'duplicate', reason => 'The same' }, '/duplicate_of required' ],
        [ { verdict => 'valid', duplicate_of => $f2->{id} }, '/duplicate_of not-allowed' ],
        [ { verdict => 'duplicate', reason => 'The same', duplicate_of => $f1->{id} }, '/duplicate_of not-allowed' ],
        [ { verdict => 'duplicate', reason => 'The same', duplicate_of => $assignment->{id} }, '/duplicate_of not-found' ],
        [ { verdict => 'duplicate', reason => 'The same', duplicate_of => $foreign->{id} }, '/duplicate_of not-found' ],
    ) {
        my ($body, $wanted) = @$case;
        my $problem = is_problem(judge($f1, %$body), 'invalid-input', $wanted);
        is_deeply([ map { "$_->{pointer} $_->{code}" } @{ $problem->{errors} } ], [$wanted], 'and it says where');
    }
    is_problem(api($tester, 'judgeFinding', { finding_id => $f1->{id} }, { verdict => 'valid' }), 'forbidden', 'not by the tester');
    is_problem(api(as_builder(), 'judgeFinding', { finding_id => $f1->{id} }, { verdict => 'valid' }), 'not-found', 'nor another builder');
    is(sql(q{SELECT count(*) FROM finding WHERE submission_id = :'id' AND judged_at IS NOT NULL}, id => $submission->{id}), 0, 'nothing is judged');

    my $valid = is_ok(judge($f1, verdict => 'valid'), 'valid');
    is_deeply([ @$valid{qw(state severity severity_final verdict_reason duplicate_of)} ], [ 'valid', 'major', 'major', undef, undef ], 'as the tester says');
    ok($valid->{judged_at}, 'and when');
    my %same = (verdict => 'duplicate', reason => 'The same');
    is(is_ok(judge($f3, %same, duplicate_of => $f2->{id}), 'a duplicate')->{duplicate_of}, $f2->{id}, 'of another');
    is(is_ok(judge($f4, %same, duplicate_of => $f3->{id}), 'a duplicate of a duplicate')->{duplicate_of}, $f2->{id}, 'is one of the root');
    is_problem(judge($f2, %same, duplicate_of => $f4->{id}), 'invalid-input', 'no circle');
    is_ok(judge($f2, %same, duplicate_of => $f1->{id}), 'the root becomes a duplicate');
    is_deeply([ map { $_->{duplicate_of} } @{ api($tester, 'getSubmission', { submission_id => $submission->{id} })->{data}{findings} } ],
        [ undef, ($f1->{id}) x 3 ], 'and all point to the new one');
    is(is_ok(judge($f2, verdict => 'valid'), 'changed one\'s mind')->{duplicate_of}, undef, 'not a duplicate any more');
    is(api($builder, 'getSubmission', { submission_id => $submission->{id} })->{data}{bonus_minor}, 1000, 'two of them earn');
    is_deeply([ grep { /judged/ } @{ timeline($tester, $assignment->{id}) } ], [ ('builder finding_judged') x 5 ], 'the timeline says so');

    is_ok(api($builder, 'requestChanges', { submission_id => $submission->{id} }, $changes), 'sent back');
    is(is_problem(api($tester, 'updateFinding', { finding_id => $f1->{id} }, { severity => 'critical' }), 'wrong-state', 'what is judged stays')->{state}, 'valid', 'as it is');
    is_problem(api($tester, 'deleteFinding', { finding_id => $f1->{id} }), 'wrong-state', 'for good');
    is(is_problem(judge($f1, verdict => 'valid'), 'wrong-state', 'no verdict meanwhile')->{state}, 'changes_requested', 'with the state');
    is_created(api($tester, 'addFinding', { submission_id => $submission->{id} }, make_finding()), 'another finding');
    is_ok(api($tester, 'submitSubmission', { submission_id => $submission->{id} }), 'handed in again');
    approve($submission);
    is_problem(judge($f1, verdict => 'spam', reason => 'Too late.'), 'wrong-state', 'not after the decision');
};

subtest 'two seats of a role, each with its own payment' => sub {
    my $job   = make_plan($builder, roles => [ role_of(2, {}, {}) ]);
    my $other = make_payable(as_tester());
    my $mine  = start_bid($builder, $tester, $job, 2000, 1000);
    my $his   = start_bid($builder, $other,  $job, 1500, 700);
    is(seat_of($mine), 'in_progress 2 0', 'both seats are taken');
    approve(hand_in($tester, $mine->{submissions}[0]));
    is_ok(api($other, 'returnAssignment', { assignment_id => $his->{id} }), 'one gives it back');
    is_money($mine->{id}, { charged => 3300, held => 1100, released => 2000, fee => 200 }, 'the one');
    is_money($his->{id},  { charged => 2420, refunded => 2420 }, 'the other');
    is(seat_of($mine), 'published 1 0', 'a seat is free again');
    my $charge = sql(q{SELECT charge_id FROM payment WHERE bid_id = :'id'}, id => $mine->{bid_id});
    is(sql(q{SELECT count(*) FROM money_intent WHERE kind = 'transfer' AND submission_id = :'id'
              AND body LIKE '%source_transaction=' || :'charge' || '&%'}, id => $mine->{submissions}[0]{id}, charge => $charge), 1, 'drawn on its own charge');
    is(sql(q{SELECT p.bid_id FROM refund r JOIN payment p ON p.id = r.payment_id WHERE r.assignment_id = :'id'}, id => $his->{id}), $his->{bid_id}, 'refunded from its own payment');
    my $next = start_bid($builder, as_tester(), $job, 1200, 600);
    is_money($next->{id}, { charged => 1980, held => 1980 }, 'somebody else has the seat');
    is_money($mine->{id}, { charged => 3300, held => 1100, released => 2000, fee => 200 }, 'which is not the one');
    money_is_sound();
};

subtest 'each other\'s duplicate' => sub {
    my %plan = (project_id => make_project($builder)->{id}, roles => [ role_of(1, {}) ]);
    my ($one, $two) = map { start_bid($builder, $tester, make_plan($builder, %plan), 1000) } 1, 2;
    my ($f1, $f2) = map { hand_in($tester, $_->{submissions}[0], finding('major'))->{findings}[0] } $one, $two;
    my @answers = at_once(
        [ $builder, 'judgeFinding', { finding_id => $f1->{id} }, { verdict => 'duplicate', reason => 'The same', duplicate_of => $f2->{id} } ],
        [ $builder, 'judgeFinding', { finding_id => $f2->{id} }, { verdict => 'duplicate', reason => 'The same', duplicate_of => $f1->{id} } ]);
    is_deeply([ sort map { $_->{status} } @answers ], [ 200, 422 ], 'one of them, in whichever order');
    is(sql(q{SELECT count(*) FROM finding a JOIN finding b ON b.id = a.duplicate_of WHERE b.duplicate_of IS NOT NULL AND a.id IN (:'one', :'two')},
        one => $f1->{id}, two => $f2->{id}), 0, 'no circle');
};

subtest 'races' => sub {
    for my $round (1 .. 2) {
        my $assignment = started({ amount_minor => 2000 }, { amount_minor => 1000 });
        my ($one, $two) = map { hand_in($tester, $_) } @{ $assignment->{submissions} };
        my @answers = at_once(
            [ $builder, 'approveSubmission', { submission_id => $one->{id} }, {} ],
            [ $builder, 'requestChanges',    { submission_id => $one->{id} }, $changes ]);
        is_deeply([ sort map { $_->{status} } @answers ], [ 200, 409 ], 'approved or sent back');
        my $approved = $answers[0]{status} == 200;
        is_money($assignment->{id}, $approved ? { charged => 3300, held => 1100, released => 2000, fee => 200 } : { charged => 3300, held => 3300 }, 'one of them');
        @answers = at_once(map { [ $builder, 'approveSubmission', { submission_id => $two->{id} }, {}, key => "$_-$two->{id}" ] } 1, 2);
        is_deeply([ sort map { $_->{status} } @answers ], [ 200, 409 ], 'approved once');
        is(scalar(() = payouts_of($assignment) =~ /1000 2/g), 1, 'paid once');
    }
    my $both = started({ amount_minor => 2000 }, { amount_minor => 1000 });
    hand_in($tester, $_) for @{ $both->{submissions} };
    my @answers = at_once(map { [ $builder, 'approveSubmission', { submission_id => $_->{id} }, {} ] } @{ $both->{submissions} });
    is_deeply([ map { $_->{status} } @answers ], [ 200, 200 ], 'two items at once');
    items_are($both->{id}, 'completed approved approved', 'both');
    is_money($both->{id}, { charged => 3300, released => 3000, fee => 300 }, 'both');
    is(seat_of($both), 'completed 1 0', 'the job is done');
};

subtest 'handed in while the time ends' => sub {
    for my $round (1 .. 3) {
        my $assignment = started({ amount_minor => 2000 }, { amount_minor => 1000 });
        my ($one, $two) = @{ $assignment->{submissions} };
        is_ok(api($tester, 'saveSubmission', { submission_id => $_->{id} }, session_report()), 'a draft') for $one, $two;
        sql(q{UPDATE clock SET due_at = now() WHERE entity_id = :'id' AND transition = 'claim_expires'}, id => $assignment->{id});
        my @answers = at_once(map { [ $tester, 'submitSubmission', { submission_id => $_->{id} } ] } $one, $two);
        wait_until(q{SELECT NOT EXISTS (SELECT FROM clock WHERE entity_id = :'id' AND transition = 'claim_expires')}, id => $assignment->{id});
        my @states = map { $_->{status} == 200 ? 'submitted' : is_problem($_, 'wrong-state', 'too late')->{state} } @answers;
        my $late   = grep { $_ eq 'lapsed' } @states;
        items_are($assignment->{id}, join(' ', $late == 2 ? 'lapsed' : 'delivered', @states), 'one thing or the other');
        my $back = ($states[0] eq 'lapsed' ? 2200 : 0) + ($states[1] eq 'lapsed' ? 1100 : 0);
        is_money($assignment->{id}, { charged => 3300, held => 3300 - $back, refunded => $back }, 'one thing or the other');
    }
};

money_is_sound('in the end');
done_testing();
