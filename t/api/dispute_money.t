# SPDX-License-Identifier: Apache-2.0
# dispute_money.t - what a dispute moves, to the cent: every kind of split, of every kind of
# work, after every kind of verdict.
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

my $admin = as_admin(scopes => ['finance']);

# What must be booked for a price, of which so much was paid in the end: by our own sums.
sub books_of {
    my ($reward, $fee, $paid, $bps) = @_;
    my $back   = $reward - $paid + half_up($fee, $reward - $paid, $reward);
    my $tester = $paid - half_up($paid, $bps // 0, 10_000);
    return { charged => $reward + $fee, released => $tester, fee => $reward + $fee - $tester - $back, refunded => $back };
}

# Ends a dispute by a decision that both sides accept; the sums that both sides saw before
# are the ones that move.
sub settle {
    my ($case, $percent, $name) = @_;
    my $before = money_of($case);
    my $seen   = is_ok(decide($admin, $case, $percent), "$name: decided")->{splits}[$percent];
    is(money_of($case), $before, "$name: nothing moves before the appeal");
    accept($_ => $case) for qw(tester builder);
    is(sql("SELECT state FROM dispute WHERE id = :'id'", id => $case->{dispute_id}), 'closed', "$name: closed");
    my ($released, $refunded)     = split /\|/, $before;
    my ($released_now, $refunded_now) = split /\|/, money_of($case);
    is_deeply($seen, { tester_percent => $percent, tester_minor => $released_now - $released, builder_minor => $refunded_now - $refunded }, "$name: as both sides saw it");
    return;
}

sub money_of { my ($case) = @_; return sql("SELECT released, refunded FROM audit.assignment_money WHERE assignment = :'id'", id => $case->{assignment_id}) }

# Payouts and refunds of an assignment, as stored: "1250 refund 1375 disputed".
sub moved {
    my ($case) = @_;
    return sql(q{SELECT concat_ws(' ', (SELECT string_agg(amount_minor::text, '+' ORDER BY id) FROM payout WHERE assignment_id = :'id'), 'refund',
                                       (SELECT string_agg(amount_minor || ' ' || reason, '+' ORDER BY id) FROM refund WHERE assignment_id = :'id'))}, id => $case->{assignment_id});
}

my %rejection = (reason => 'out_of_scope', comment => 'Not what was asked for.');

# An item of a role, handed in: a case. Options: members of its item.
sub make_item {
    my ($findings, %item) = @_;
    my $builder    = as_builder();
    my $tester     = make_payable(as_tester());
    my $assignment = make_started($builder, $tester, { amount_minor => 2000, %item });
    my $submission = hand_in($tester, $assignment->{submissions}[0], @$findings);
    return { builder => $builder, tester => $tester, assignment_id => $assignment->{id}, submission_id => $submission->{id}, findings => $submission->{findings} };
}

sub open_it { my ($case, %body) = @_; $case->{dispute_id} = is_created(dispute($case->{tester}, $case->{submission_id}, %body), 'disputed')->{id}; return $case }

sub reject { my ($case) = @_; is_ok(api($case->{builder}, 'rejectSubmission', { submission_id => $case->{submission_id} }, {%rejection}), 'rejected'); return $case }

sub finding { my ($severity) = @_; return { severity => $severity, title => "A $severity problem: " . random_text(24) } }

subtest 'a simple job, split at the edges and in odd places' => sub {
    for my $reward (100, 2503, 9999) {
        for my $percent (0, 1, 33, 50, 99, 100) {
            my $case = make_dispute(reward_minor => $reward);
            my $fee  = half_up($reward, 1000, 10_000);
            settle($case, $percent, "$reward at $percent");
            is_money($case->{assignment_id}, books_of($reward, $fee, percent_of($reward, $percent)), "$reward at $percent");
        }
    }
    money_is_sound();
};

subtest 'with a tester\'s fee' => sub {
    sql(q{INSERT INTO fee_schedule (builder_fee_bps, tester_fee_bps) VALUES (1000, 750) ON CONFLICT DO NOTHING});
    for my $percent (0, 1, 33, 67, 100) {
        my $case = make_dispute(reward_minor => 2503);
        sql(q{UPDATE assignment SET fee_schedule_id = (SELECT id FROM fee_schedule WHERE builder_fee_bps = 1000 AND tester_fee_bps = 750)
               WHERE id = :'id'}, id => $case->{assignment_id});
        settle($case, $percent, "at $percent");
        is_money($case->{assignment_id}, books_of(2503, 250, percent_of(2503, $percent), 750), "at $percent");
    }
};

subtest 'the seat of a simple job does not reopen' => sub {
    my $case = make_dispute(on_rejection => 'reopen', seats => 2);
    settle($case, 0, 'nothing for the tester');
    is_money($case->{assignment_id}, { charged => 2750, refunded => 2750 }, 'all goes back');
    is(moved($case), 'refund 2750 disputed', 'to the card');
    is(sql("SELECT seats - seats_taken - seats_closed FROM job WHERE id = (SELECT job_id FROM assignment WHERE id = :'id')", id => $case->{assignment_id}), 1, 'only the other seat is free');
};

subtest 'after a partial approval' => sub {
    for my $try ([ 1, 100 ], [ 33, 50 ], [ 60, 0 ], [ 99, 99 ]) {
        my ($approved, $percent) = @$try;
        my ($builder, $tester) = (as_builder(), as_tester());
        my $submission = make_submission(make_job($builder, seats => 1, reward_minor => 2503), $tester);
        my $case = { builder => $builder, tester => $tester, submission_id => $submission->{id}, assignment_id => $submission->{assignment_id} };
        is_ok(api($builder, 'approvePartially', { submission_id => $case->{submission_id} }, { percent => $approved, comment => 'A part of it is good.' }), 'a part');
        my $paid = percent_of(2503, $approved);
        my $made = open_it($case, kind => 'payment') && is_ok(api($tester, 'getDispute', { dispute_id => $case->{dispute_id} }), 'the dispute');
        is_deeply([ @$made{qw(at_stake_minor paid_before_minor)} ], [ 2503 - $paid, $paid ], 'is about the rest');
        settle($case, $percent, "$approved, then $percent");
        is_money($case->{assignment_id}, books_of(2503, 250, $paid + percent_of(2503 - $paid, $percent)), "$approved, then $percent");
        is(sql("SELECT count(*) FROM payout WHERE submission_id = :'id'", id => $case->{submission_id}), $percent ? 2 : 1, 'a payout for each step');
    }
    money_is_sound();
};

subtest 'an item with a bonus that was rejected' => sub {
    for my $percent (0, 50, 100) {
        my $case = reject(make_item([ map { finding($_) } qw(major moderate) ], bonus_unit_minor => 101, bonus_cap_minor => 1003));
        open_it($case);
        settle($case, $percent, "at $percent");
        my ($reward, $fee) = (3003, half_up(3003, 1000, 10_000));
        is_money($case->{assignment_id}, books_of($reward, $fee, percent_of(2000 + 707, $percent)), "of fee and reported bonus: $percent");
        items_are($case->{assignment_id}, 'completed decided', "at $percent");
    }
    money_is_sound();
};

subtest 'findings that were judged down' => sub {
    for my $percent (0, 50, 100) {
        my $case = make_item([ finding('critical'), finding('minor') ], bonus_unit_minor => 100, bonus_cap_minor => 2000);
        is_ok(api($case->{builder}, 'judgeFinding', { finding_id => $case->{findings}[0]{id} }, { verdict => 'valid', severity_final => 'moderate', reason => 'Only in one browser.' }), 'judged down');
        is_ok(api($case->{builder}, 'approveSubmission', { submission_id => $case->{submission_id} }, {}), 'approved');
        is_money($case->{assignment_id}, { charged => 4400, held => 4400 - 2530, released => 2300, fee => 230 }, 'the rest stays held');
        my $made = is_ok(api($case->{tester}, 'getDispute', { dispute_id => open_it($case, kind => 'severity')->{dispute_id} }), 'the dispute');
        is_deeply([ @$made{qw(at_stake_minor paid_before_minor)} ], [ 800, 2300 ], 'is about what the verdict took');
        settle($case, $percent, "at $percent");
        is_money($case->{assignment_id}, books_of(4000, 400, 2300 + percent_of(800, $percent)), "at $percent");
    }
    my $whole = make_item([ finding('minor') ], bonus_unit_minor => 100, bonus_cap_minor => 1000);
    is_ok(api($whole->{builder}, 'approveSubmission', { submission_id => $whole->{submission_id} }, {}), 'approved as reported');
    is_problem(dispute($whole->{tester}, $whole->{submission_id}), 'wrong-state', 'leaves nothing to dispute');
    money_is_sound();
};

subtest 'findings that were judged up, and then paid in part' => sub {
    my $case = make_item([ finding('minor') ], bonus_unit_minor => 100, bonus_cap_minor => 2000);
    is_ok(api($case->{builder}, 'judgeFinding', { finding_id => $case->{findings}[0]{id} }, { verdict => 'valid', severity_final => 'critical', reason => 'It loses money.' }), 'judged up');
    is_ok(api($case->{builder}, 'approvePartially', { submission_id => $case->{submission_id} }, { percent => 90, comment => 'A bit was missing.' }), 'a part');
    my $made = is_ok(api($case->{tester}, 'getDispute', { dispute_id => open_it($case)->{dispute_id} }), 'the dispute');
    is_deeply([ @$made{qw(at_stake_minor paid_before_minor)} ], [ 300, 2700 ], 'is about the rest of that');
    settle($case, 100, 'all of it');
    is_money($case->{assignment_id}, books_of(4000, 400, 3000), 'all of it');
};

subtest 'the other items of a role go on' => sub {
    my ($builder, $tester) = (as_builder(), as_tester());
    my $assignment = make_started($builder, $tester, { amount_minor => 3333 }, { amount_minor => 1667 });
    my ($a, $b) = map { hand_in($tester, $_) } @{ $assignment->{submissions} };
    my $case = reject({ builder => $builder, tester => $tester, assignment_id => $assignment->{id}, submission_id => $a->{id} });
    open_it($case);
    is_ok(api($builder, 'approveSubmission', { submission_id => $b->{id} }, {}), 'the other one is approved');
    is_money($assignment->{id}, { charged => 5500, held => 3666, released => 1667, fee => 167 }, 'what is disputed stays held');
    settle($case, 25, 'then');
    my $rest = books_of(3333, 333, 833);
    is_money($assignment->{id}, { charged => 5500, released => 1667 + $rest->{released}, fee => 167 + $rest->{fee}, refunded => $rest->{refunded} }, 'both are settled');
    items_are($assignment->{id}, 'completed decided approved', 'both are settled');
};

subtest 'a transfer and a refund arrive, once each' => sub {
    my $case = reject(make_item([]));
    open_it($case);
    settle($case, 50, 'half');
    is(moved($case), '1000 refund 1100 disputed', 'a payout and a refund');
    wait_until("SELECT count(*) = 1 FROM payout WHERE submission_id = :'id' AND state = 'completed'", id => $case->{submission_id});
    wait_until("SELECT count(*) = 1 FROM refund WHERE submission_id = :'id' AND state = 'completed'", id => $case->{submission_id});
    is(sql("SELECT count(*) FROM money_intent WHERE submission_id = :'id'", id => $case->{submission_id}), 2, 'no more');
    money_is_sound();
};

subtest 'an administrator gives some back while it runs' => sub {
    my $case = make_dispute(reward_minor => 2503);
    is_ok(api($admin, 'refundSubmission', { submission_id => $case->{submission_id} }, { amount_minor => 503, reason => 'The builder was promised that.' }), 'given back');
    my $made = is_ok(api($case->{tester}, 'getDispute', { dispute_id => $case->{dispute_id} }), 'the dispute');
    is($made->{at_stake_minor}, 2000, 'is about the rest');
    settle($case, 50, 'half of it');
    is_money($case->{assignment_id}, books_of(2503, 250, 1000), 'half of it');
    money_is_sound();
};

money_is_sound('and the books are sound');
done_testing();
