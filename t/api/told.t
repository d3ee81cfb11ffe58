# SPDX-License-Identifier: Apache-2.0
# Who is told of what: each move of a bid and of the work that comes of it tells the other
# side, by a notice and by a mail, and not the one who made it.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Bids;
use PeerTest::Make;
use PeerTest::Money;
use PeerTest::Work;
use Test::More;

# The notices that somebody has had since the last look, oldest first.
my %seen;
sub told {
    my ($actor) = @_;
    my @new = grep { !$seen{ $_->{id} }++ } reverse @{ must(api($actor, 'listNotifications', { limit => 100 }))->{items} };
    is(sql("SELECT count(*) FROM queue_job WHERE kind = 'mail.send' AND payload ->> 'account_id' = :'id' AND payload ->> 'mail' = ANY (string_to_array(:'kinds', ','))",
            id => $actor->{id}, kinds => join ',', map { $_->{kind} } @new) >= @new ? 1 : 0, 1, 'each has its mail') if @new;
    unlike(join(' ', map { "$_->{text} $_->{path}" } @new), qr/[{}]|\(null\)/, 'in words') if @new;
    return join ' ', map { $_->{kind} } @new;
}

sub forget { told($_) for @_; return }

sub expire { my ($bid) = @_; move_clock('bid', $bid->{id}, 'turn_expires'); return }

sub decline {
    my ($builder, $bid) = @_;
    my $id = reread($builder, $bid)->{payment_id};
    run_jobs();
    pay({ id => $id }, BAD_CARD);
    wait_until("SELECT failure_code FROM payment WHERE id = :'id'", id => $id);
    move_clock('payment', $id, 'window_ends');
    wait_until("SELECT state = 'submitted' FROM bid WHERE id = :'id'", id => $bid->{id});
    return;
}

# --- Bids: state, name, who moves and how, what builder and tester are told ---

for my $case (
    [ 'draft',                'it is submitted',   sub { must(api($_[3], 'submitBid', { bid_id => $_[0]{id} })) },                                   'bid_new',       '' ],
    [ 'submitted',            'it is revised',     sub { moved($_[3], 'reviseBid', $_[0], { days => 3 }) },                                          'bid_new',       '' ],
    [ 'submitted',            'it is countered',   sub { moved($_[2], 'counterBid', $_[0], { items => amounts($_[1], 2000, 1000) }) },               '',              'bid_countered' ],
    [ 'submitted',            'it is rejected',    sub { moved($_[2], 'rejectBid', $_[0], { reason => 'too_slow' }) },                               '',              'bid_rejected' ],
    [ 'submitted',            'it is withdrawn',   sub { moved($_[3], 'withdrawBid', $_[0]) },                                                      'bid_withdrawn', '' ],
    [ 'submitted',            'it is late',        sub { expire($_[0]) },                                                                           'bid_expired',   'bid_expired' ],
    [ 'submitted',            'a day is left',     sub { move_clock('bid', $_[0]{id}, 'turn_reminder') },                                           'bid_turn_reminder', '' ],
    [ 'submitted',            'the job changes',   sub { must(api($_[2], 'updateJob', { job_id => $_[1]{id} }, { brief => 'All of it, twice.' })) }, '',              'bid_stale' ],
    [ 'submitted',            'the job is cancelled', sub { must(api($_[2], 'cancelJob', { job_id => $_[1]{id} })) },                                '',              'bid_superseded' ],
    [ 'countered_by_builder', 'it is countered',   sub { moved($_[3], 'counterBid', $_[0], { items => amounts($_[1], 2800, 1800) }) },               'bid_countered', '' ],
    [ 'countered_by_builder', 'it is declined',    sub { moved($_[3], 'declineCounter', $_[0]) },                                                   'bid_countered', '' ],
    [ 'countered_by_builder', 'it is agreed on',   sub { moved($_[3], 'acceptBid', $_[0], { revision => $_[0]{revision} }) },                        'bid_agreed',    '' ],
    [ 'countered_by_builder', 'it is rejected',    sub { moved($_[2], 'rejectBid', $_[0], { reason => 'plan_changed' }) },                           '',              'bid_rejected' ],
    [ 'countered_by_builder', 'it is late',        sub { expire($_[0]) },                                                                           'bid_expired',   'bid_expired' ],
    [ 'countered_by_builder', 'a day is left',     sub { move_clock('bid', $_[0]{id}, 'turn_reminder') },                                           '',              'bid_turn_reminder' ],
    [ 'countered_by_tester',  'it is countered',   sub { moved($_[2], 'counterBid', $_[0], { items => amounts($_[1], 2500, 1500) }) },               '',              'bid_countered' ],
    [ 'agreed',               'a day is left',     sub { move_clock('bid', $_[0]{id}, 'turn_reminder') },                                           'bid_turn_reminder', '' ],
    [ 'agreed',               'it is late',        sub { expire($_[0]) },                                                                           'bid_expired',   'bid_expired' ],
    [ 'agreed',               'it is withdrawn',   sub { moved($_[3], 'withdrawBid', $_[0]) },                                                      'bid_withdrawn', '' ],
    [ 'awaiting_payment',     'it is paid',        sub { pay_bid($_[2], $_[0]) },                                                                   'bid_paid',      'bid_accepted' ],
    [ 'awaiting_payment',     'the card is declined, and the time passes', sub { decline($_[2], $_[0]) },                              'bid_payment_failed', '' ],
    [ 'stale',                'it is revised',     sub { moved($_[3], 'reviseBid', $_[0], { items => amounts($_[1], 3500, 2500) }) },                'bid_new',       '' ],
    [ 'stale',                'it is late',        sub { expire($_[0]) },                                                                           'bid_expired',   'bid_expired' ],
) {
    my ($state, $name, $move, $to_builder, $to_tester) = @$case;
    subtest "a bid is $state, and $name" => sub {
        my ($bid, $job, $builder, $tester) = bid_in_state($state);
        forget($builder, $tester);
        $move->($bid, $job, $builder, $tester);
        is(told($builder), $to_builder, 'the builder');
        is(told($tester),  $to_tester,  'the tester');
    };
}

subtest 'the last seat is taken' => sub {
    my ($bid, $job, $builder, $tester) = bid_in_state('awaiting_payment');
    my $other = as_tester();
    must(api($other, 'createBid', { job_id => $job->{id} }, bid_for($job)));
    forget($builder, $tester, $other);
    pay_bid($builder, $bid);
    is(told($other), 'bid_superseded', 'who has bid for it is told, kindly');
};

subtest 'a builder offers work' => sub {
    my ($builder, $tester) = (as_builder(), as_tester());
    my $job = open_plan($builder);
    must(api($builder, 'offerJob', { job_id => $job->{id} }, offer_for($job, $tester)));
    is(told($tester),  'bid_offer', 'the tester');
    is(told($builder), '',          'not the builder');
};

subtest 'bidding ends without anybody' => sub {
    my ($bid, $job, $builder, $tester) = bid_in_state('submitted');
    forget($builder, $tester);
    move_clock('job', $job->{id}, 'deadline_soon');
    is(told($builder), 'bidding_deadline_reminder', 'a day before, the builder');
    move_clock('job', $job->{id}, 'deadline');
    is(told($tester), 'bid_expired', 'then the tester');
};

# --- Work: one item after the other ---

subtest 'an item from hand to hand' => sub {
    my ($bid, $job, $builder, $tester) = bid_in_state('accepted');
    my $work = must(api($tester, 'getAssignment', { assignment_id => $bid->{assignment_id} }));
    my ($basket, $payment) = @{ $work->{submissions} };
    forget($builder, $tester);

    move_clock('assignment', $work->{id}, 'claim_reminder');
    is(told($tester), 'claim_reminder', 'a day before the end of the time, the tester');
    hand_in($tester, $_) for $basket, $payment;
    is(told($builder), 'submission_received submission_received', 'handed in: the builder, for each');
    is(told($tester), '', 'not the tester');
    must(api($builder, 'requestChanges', { submission_id => $basket->{id} }, { comment => 'Please show the sum as well.' }));
    is(told($tester), 'changes_requested', 'sent back: the tester');
    hand_in($tester, $basket);
    is(told($builder), 'submission_received', 'changed: the builder');
    move_clock('submission', $basket->{id}, 'review_last_day');
    is(told($builder), 'review_reminder', 'the review is late: the builder');
    must(api($builder, 'approveSubmission', { submission_id => $basket->{id} }, {}));
    like(told($tester), qr/^submission_approved\b/, 'approved: the tester');
    must(api($builder, 'rejectSubmission', { submission_id => $payment->{id} }, { reason => 'out_of_scope', comment => 'That was another page.' }));
    like(told($tester), qr/\bsubmission_rejected\b/, 'rejected: the tester');
};

done_testing();
