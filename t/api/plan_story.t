# SPDX-License-Identifier: Apache-2.0
# plan_story.t - S07 over HTTP: a job with two roles, two testers bid, one is countered
# twice and agrees, a card is declined and another one pays, three items are handed in,
# one is approved, one sent back and then approved, one rejected; to the cent.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;
use PeerTest::Work;
use Test::More;

my $builder = as_builder();
my $tina    = make_payable(as_tester());
my $tom     = make_payable(as_tester());
my ($job, $role, @items, $bid, $payment, $assignment, @submissions);

# The three amounts of an offer, in the items' order.
sub amounts { return [ map { { item_id => $items[$_]{id}, amount_minor => $_[$_] } } 0 .. $#_ ] }

sub revision_of {
    my ($number) = @_;
    my ($revision) = grep { $_->{number} == $number } @{ $bid->{revisions} };
    return $revision;
}

sub session {
    return {
        areas_covered => ['Check-out'],
        notes         => 'I went from the basket to the receipt, with a card, without one, and back again. ' x 5,
        marks         => [ map { { minute => $_, note => "What I saw in minute $_" } } 1 .. 3 ],
    };
}

subtest 'a job with two roles is published without a payment' => sub {
    $job = is_created(api($builder, 'createJob', {}, {
        kind       => 'structured',
        project_id => make_project($builder)->{id},
        title      => 'A whole plan for the check-out',
        brief      => 'The check-out is new. Take it apart.',
        currency   => 'usd',
        roles      => [
            {   name => 'Shopper', seats => 1, budget_low_minor => 6000, budget_high_minor => 9000,
                items => [
                    { service_type => 'exploratory', title => 'Explore the basket', instructions => 'An hour in the basket.',
                      bonus_unit_minor => 100, bonus_cap_minor => 300, details => { charter => 'Find what loses items.', minutes => 60 } },
                    { service_type => 'exploratory', title => 'Explore the payment', instructions => 'Half an hour of paying.',
                      details => { charter => 'Find what makes paying fail.', minutes => 60 } },
                    { service_type => 'functional_scripted', title => 'The script', instructions => 'Step by step.',
                      details => { steps => [ { text => 'Buy a book' }, { text => 'Ask for the receipt' } ] } },
                ] },
            {   name => 'Reader of screen readers', seats => 2,
                items => [ { service_type => 'exploratory', title => 'By ear alone', instructions => 'With a screen reader.',
                             details => { charter => 'Buy without looking.', minutes => 60 } } ] },
        ],
    }), 'written');
    is($job->{state}, 'draft', 'a draft');
    is(scalar @{ $job->{roles} }, 2, 'with two roles');
    my $published = is_ok(api($builder, 'publishJob', { job_id => $job->{id} }), 'published');
    is($published->{payment}, undef, 'nothing is to be paid yet');
    $job   = $published->{job};
    $role  = $job->{roles}[0];
    @items = @{ $role->{items} };
    is($job->{state}, 'published', 'and open for bids');
    my $found = is_ok(api(undef, 'listJobs', { kind => 'structured', limit => 100 }), 'the marketplace');
    ok((grep { $_->{id} eq $job->{id} } @{ $found->{items} }), 'shows it');
};

subtest 'two testers bid, sealed from each other' => sub {
    $bid = is_created(api($tina, 'createBid', { job_id => $job->{id} },
        { role_id => $role->{id}, items => amounts(4000, 3000, 2000), days => 5, message => 'I know shops.' }), 'the one');
    my $other = is_created(api($tom, 'createBid', { job_id => $job->{id} },
        { role_id => $role->{id}, items => amounts(4500, 3500, 2500), days => 3, message => 'I am quick.' }), 'the other');
    is("$bid->{state} $bid->{turn} $bid->{total_minor}", 'submitted builder 9000', 'it is the builder\'s turn');
    is_problem(api($tina, 'getBid', { bid_id => $other->{id} }), 'not-found', 'nobody sees the other\'s');
    is_deeply([ map { $_->{id} } @{ is_ok(api($tina, 'listBids', { job_id => $job->{id} }), 'her list')->{items} } ], [ $bid->{id} ], 'has her own');
    is(scalar @{ is_ok(api($builder, 'listBids', { job_id => $job->{id} }), 'the builder')->{items} }, 2, 'sees both');
    run_jobs();
    is(scalar(grep { $_->{subject} =~ /bid/i } mails_to($builder->{email})), 2, 'and has two mails');
};

subtest 'countered twice, agreed, never beyond what was said' => sub {
    is_problem(api($builder, 'counterBid', { bid_id => $bid->{id} }, { items => amounts(4100, 3000, 2000) }),
        'invalid-input', 'no counter above what was asked');
    $bid = is_ok(api($builder, 'counterBid', { bid_id => $bid->{id} }, { items => amounts(3000, 2500, 2000) }), 'the first counter');
    is("$bid->{state} $bid->{turn} $bid->{revision}", 'countered_by_builder tester 2', 'the turn has changed');
    is_problem(api($builder, 'counterBid', { bid_id => $bid->{id} }, { items => amounts(3100, 2500, 2000) }), 'not-your-turn', 'one at a time');
    $bid = is_ok(api($tina, 'counterBid', { bid_id => $bid->{id} }, { items => amounts(3800, 2800, 2000) }), 'hers');
    is_problem(api($builder, 'counterBid', { bid_id => $bid->{id} }, { items => amounts(2900, 2500, 2000) }), 'invalid-input', 'never back');
    $bid = is_ok(api($builder, 'counterBid', { bid_id => $bid->{id} }, { items => amounts(3500, 2600, 2000) }), 'the second counter');
    is($bid->{total_minor}, 8100, 'the sum');
    is(revision_of(1)->{total_minor}, 9000, 'the first offer stands as it was');
    is_problem(api($tina, 'acceptBid', { bid_id => $bid->{id} }, { revision => 3 }), 'revision-mismatch', 'not an old one');
    my $agreed = is_ok(api($tina, 'acceptBid', { bid_id => $bid->{id} }, { revision => 4 }), 'she agrees');
    is($agreed->{payment}, undef, 'she pays nothing');
    is("$agreed->{bid}{state} $agreed->{bid}{turn}", 'agreed builder', 'the builder is to pay');
};

subtest 'a declined card, then a good one' => sub {
    my $answer = is_ok(api($builder, 'payBid', { bid_id => $bid->{id} }), 'the payment page');
    $payment = $answer->{payment};
    is($answer->{bid}{state}, 'awaiting_payment', 'the seat is reserved');
    is($payment->{amount_minor}, 8100 + 300 + 840, 'items, reserved bonus, ten per cent');
    is_problem(api($builder, 'updateJob', { job_id => $job->{id} }, { title => 'Another title for the plan' }), 'bid-being-paid', 'no edit meanwhile');
    pay($payment, BAD_CARD);
    wait_until("SELECT failure_code FROM payment WHERE id = :'id'", id => $payment->{id});
    is(state_of('bid', $bid->{id}), 'awaiting_payment', 'the page is still open');
    books_are($job->{id}, {}, 'nothing has moved');
    pay($payment);
    wait_until("SELECT state = 'accepted' FROM bid WHERE id = :'id'", id => $bid->{id});
    run_jobs();
    $bid = is_ok(api($tina, 'getBid', { bid_id => $bid->{id} }), 'paid');
    ok($bid->{assignment_id}, 'the work can begin');
    is_deeply([ map { $_->{state} } @{ is_ok(api($tom, 'listBids', { job_id => $job->{id} }), 'the other bid')->{items} } ], ['superseded'], 'is over: the role is full');
    is(is_ok(api($builder, 'getJob', { job_id => $job->{id} }), 'the job')->{state}, 'awarding', 'one role is still open');
    ok((grep { $_->{subject} =~ /accepted/i } mails_to($tina->{email})), 'she has a mail');
    books_are($job->{id}, { gateway_balance => -9240, held => 9240 }, 'all of it is held');
};

subtest 'three items are handed in, each by itself' => sub {
    $assignment  = is_ok(api($tina, 'getAssignment', { assignment_id => $bid->{assignment_id} }), 'the assignment');
    @submissions = @{ $assignment->{submissions} };
    is_deeply([ map { "$_->{title}: $_->{reward_minor}" } @submissions ],
        [ 'Explore the basket: 3500', 'Explore the payment: 2600', 'The script: 2000' ], 'an item each, with what was agreed');
    for my $n (0 .. 2) {
        my $id = $submissions[$n]{id};
        is_ok(api($tina, 'saveSubmission', { submission_id => $id }, make_report($n < 2 ? (report => session()) : ())), 'saved');
        is_created(api($tina, 'addFinding', { submission_id => $id }, make_finding()), 'a finding') if $n == 0;
        is_ok(api($tina, 'submitSubmission', { submission_id => $id }), 'handed in');
        is(state_of('assignment', $assignment->{id}), $n < 2 ? 'active' : 'delivered', 'the assignment follows');
    }
    is(is_ok(api($builder, 'listReviewQueue', {}), 'the queue')->{items}[2]{job_id}, $job->{id}, 'has all three');
};

subtest 'one approved, one sent back and approved, one rejected' => sub {
    is_money($assignment->{id}, { charged => 9240, held => 9240 }, 'before');
    my $first = is_ok(api($builder, 'approveSubmission', { submission_id => $submissions[0]{id} }, { rating => 5 }), 'the first');
    is($first->{paid_minor}, 3800, 'its fee and the bonus up to its cap');
    is_money($assignment->{id}, { charged => 9240, held => 5060, released => 3800, fee => 380 }, 'after the first');

    my $back = is_ok(api($builder, 'requestChanges', { submission_id => $submissions[1]{id} }, { comment => 'Please try a declined card, too.' }), 'sent back');
    is("$back->{state} $back->{changes_left}", 'changes_requested 0', 'once');
    is_ok(api($tina, 'saveSubmission', { submission_id => $back->{id} }, { summary => 'With a declined card the page tells why.' }), 'she adds it');
    is_ok(api($tina, 'submitSubmission', { submission_id => $back->{id} }), 'and hands it in again');
    is_problem(api($builder, 'requestChanges', { submission_id => $back->{id} }, { comment => 'And once more, please.' }), 'changes-used-up', 'not for ever');
    is_ok(api($builder, 'approveSubmission', { submission_id => $back->{id} }, {}), 'approved');
    is_money($assignment->{id}, { charged => 9240, held => 2200, released => 6400, fee => 640 }, 'after the second');

    is_ok(api($builder, 'rejectSubmission', { submission_id => $submissions[2]{id} },
        { reason => 'instructions_not_followed', comment => 'The script was not followed at all.' }), 'the third');
    is_money($assignment->{id}, { charged => 9240, held => 2200, released => 6400, fee => 640 }, 'the rejected one is still held');
    move_clock('submission', $submissions[2]{id}, 'dispute_expires');
    run_jobs();
    is_money($assignment->{id}, { charged => 9240, released => 6400, fee => 640, refunded => 2200 }, 'and then goes back');
    is(state_of('assignment', $assignment->{id}), 'completed', 'all is settled');
    my $settled = is_ok(api($builder, 'getAssignment', { assignment_id => $assignment->{id} }), 'the builder sees');
    is_deeply([ @$settled{qw(held_minor released_minor fee_minor refunded_minor)} ], [ 0, 6400, 640, 2200 ], 'where each cent went');
    wait_until("SELECT count(*) = 2 FROM payout WHERE assignment_id = :'id' AND state = 'completed'", id => $assignment->{id});
    is(sql("SELECT string_agg(amount_minor::text, ' ' ORDER BY id) FROM payout WHERE assignment_id = :'id'", id => $assignment->{id}),
        '3800 2600', 'two transfers');
    wait_until("SELECT state = 'partly_refunded' FROM payment WHERE id = :'id'", id => $payment->{id});
    money_is_sound();
};

done_testing;
