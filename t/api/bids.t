# SPDX-License-Identifier: Apache-2.0
# bids.t - testers and builders haggle: every move that is possible, and that no other is.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use JSON::PP ();
use PeerTest;
use PeerTest::Bids;
use PeerTest::Make;
use PeerTest::Money;
use Test::More;

my $builder = as_builder();
my $tester  = as_tester();
my ($true, $false) = (JSON::PP::true, JSON::PP::false);

sub mail_about {
    my ($actor, $word, $job) = @_;
    run_jobs();
    return grep { $_->{subject} =~ /$word/ && $_->{subject} =~ /\Q$job->{title}\E/ } mails_to($actor->{email});
}

sub clocks_of {
    my ($bid) = @_;
    return sql(q{SELECT coalesce(string_agg(transition || ' ' || round(extract(epoch FROM due_at - now()) / 3600), ', ' ORDER BY transition), '')
                   FROM clock WHERE entity = 'bid' AND entity_id = :'id'}, id => $bid->{id});
}

# --- What is possible -------------------------------------------------------------------

subtest 'a tester bids' => sub {
    my $job = open_plan($builder);
    my $bid = is_created(api($tester, 'createBid', { job_id => $job->{id} }, bid_for($job)), 'made');
    is("$bid->{state} $bid->{turn} $bid->{revision}", 'submitted builder 1', 'it is the builder\'s turn');
    is("$bid->{total_minor} $bid->{bonus_cap_minor} $bid->{fee_minor} $bid->{charge_minor}", '5000 500 550 6050',
        'the sum, the reserve, the fee on both, and all of it');
    is_deeply([ map { "$_->{title} $_->{amount_minor}" } @{ $bid->{items} } ], [ 'The basket 3000', 'The payment 2000' ], 'item by item');
    is("$bid->{role_name} $bid->{days} $bid->{counters_left}", 'Shopper 5 6', 'role, days, and all counters left');
    is($bid->{tester}, undef, 'a tester is shown no card of himself');
    my ($one, $two) = map { $_->{expected_minutes} } @{ $job->{roles}[0]{items} };
    is($bid->{hourly_rate_minor}, int(5000 * 60 / ($one + $two)), 'what an hour of the expected time brings');
    is(clocks_of($bid), 'turn_expires 72, turn_reminder 48', 'the turn has its clocks');
    my $seen = is_ok(api($builder, 'getBid', { bid_id => $bid->{id} }), 'the builder sees it');
    is($seen->{tester}{id}, $tester->{id}, 'beside the tester\'s card');
    is(events_of($builder, $bid), 'bid_submitted', 'and what happened');
    is(scalar(mail_about($builder, 'bids', $job)), 1, 'and has a mail');
    is(sql("SELECT count(*) FROM bid_revision v WHERE bid_id = :'id' AND job_revision = 1 AND length(terms_hash) = 32", id => $bid->{id}), 1, 'the terms are on record');
};

subtest 'an optional item is bid for at will' => sub {
    my $job = open_plan($builder);
    my $bid = is_created(api($tester, 'createBid', { job_id => $job->{id} }, bid_for($job, items => [ reverse @{ amounts($job, 3000, 2000, 700) } ])), 'made');
    is_deeply([ map { $_->{amount_minor} } @{ $bid->{items} } ], [ 3000, 2000, 700 ], 'in the role\'s order');
};

subtest 'a draft is its author\'s own' => sub {
    my $job = open_plan($builder);
    my $bid = is_created(api($tester, 'createBid', { job_id => $job->{id} }, bid_for($job, draft => $true)), 'kept');
    is("$bid->{state} $bid->{turn}", 'draft tester', 'as a draft');
    is(clocks_of($bid), '', 'without a clock');
    is_problem(api($builder, 'getBid', { bid_id => $bid->{id} }), 'not-found', 'the builder does not see it');
    is_problem(api($builder, 'rejectBid', { bid_id => $bid->{id} }, { reason => 'other' }), 'not-found', 'nor can he end it');
    is_deeply(is_ok(api($builder, 'listBids', { job_id => $job->{id} }), 'nor is it in his list')->{items}, [], 'at all');
    $bid = is_ok(api($tester, 'reviseBid', { bid_id => $bid->{id} }, { items => amounts($job, 2500, 2000) }), 'changed');
    is("$bid->{revision} $bid->{total_minor} $bid->{revisions}[0]{message}", '1 4500 I know shops.', 'in place');
    $bid = is_ok(api($tester, 'submitBid', { bid_id => $bid->{id} }), 'shown');
    is("$bid->{state} $bid->{revision} $bid->{total_minor}", 'submitted 1 4500', 'as it was last');
    is(events_of($builder, $bid), 'bid_submitted', 'what was before is nobody\'s business');
    is(scalar @{ is_ok(api($builder, 'listJobEvents', { job_id => $job->{id} }), 'nor the job\'s timeline')->{items} }, 2, 'has more');
    my $other = is_created(api(as_tester(), 'createBid', { job_id => $job->{id} }, bid_for($job, draft => $true)), 'another one');
    is(state_of('bid', $other->{id}), 'draft', 'is a draft, too');
};

subtest 'a draft that is withdrawn was never there' => sub {
    my $job = open_plan($builder);
    my $bid = is_created(api($tester, 'createBid', { job_id => $job->{id} }, bid_for($job, draft => $true)), 'kept');
    is(is_ok(api($tester, 'withdrawBid', { bid_id => $bid->{id} }), 'thrown away')->{state}, 'withdrawn', 'withdrawn');
    is_problem(api($builder, 'getBid', { bid_id => $bid->{id} }), 'not-found', 'the builder still sees nothing');
    is(scalar(mail_about($builder, 'withdrawn', $job)), 0, 'and is told nothing');
    is_created(api($tester, 'createBid', { job_id => $job->{id} }, bid_for($job)), 'a new one can be made');
};

subtest 'who cannot be paid yet keeps a draft' => sub {
    my $job  = open_plan($builder);
    my $new  = as_tester(payout_state => 'pending');
    my $bid  = is_created(api($new, 'createBid', { job_id => $job->{id} }, bid_for($job)), 'kept');
    is($bid->{state}, 'draft', 'as a draft');
    is(is_problem(api($new, 'submitBid', { bid_id => $bid->{id} }), 'not-payable', 'not shown')->{state}, 'draft', 'yet');
    sql("UPDATE account SET payout_state = 'active' WHERE id = :'id'", id => $new->{id});
    is(is_ok(api($new, 'submitBid', { bid_id => $bid->{id} }), 'shown')->{state}, 'submitted', 'once he can');
};

subtest 'a tester revises before an answer' => sub {
    my ($bid, $job, $owner, $author) = bid_in_state('submitted');
    $bid = is_ok(api($author, 'reviseBid', { bid_id => $bid->{id} }, { items => amounts($job, 3500, 2000, 900), days => 9, message => 'With the receipt.' }), 'revised');
    is("$bid->{state} $bid->{revision} $bid->{total_minor} $bid->{days} $bid->{counters}", 'submitted 2 6400 9 0', 'upwards and with more, if need be');
    is_deeply([ map { "$_->{number} $_->{by} $_->{total_minor}" } @{ $bid->{revisions} } ], [ '1 tester 5000', '2 tester 6400' ], 'both are kept');
    $bid = is_ok(api($author, 'reviseBid', { bid_id => $bid->{id} }, { days => 3 }), 'only the days');
    is("$bid->{revision} $bid->{total_minor} $bid->{days}", '3 6400 3', 'leave the figures');
    is_problem(api($owner, 'reviseBid', { bid_id => $bid->{id} }, { days => 2 }), 'not-your-turn', 'the builder cannot');
};

subtest 'both sides move towards each other, item by item' => sub {
    my ($bid, $job, $owner, $author) = bid_in_state('submitted');
    my %path = (bid_id => $bid->{id});
    $bid = is_ok(api($owner, 'counterBid', {%path}, { items => amounts($job, 1000), days => 4, message => 'Too much.' }), 'the builder names a figure');
    is("$bid->{state} $bid->{turn} $bid->{total_minor} $bid->{days} $bid->{counters}", 'countered_by_builder tester 3000 4 1', 'the other item stays');
    is($bid->{revisions}[1]{by}, 'builder', 'it is the builder\'s');
    is(scalar(mail_about($author, 'figure', $job)), 1, 'the tester has a mail');
    for my $case (
        [ $author, [ 3001, 2000 ], '/items/0/amount_minor', 'too-large', 'a tester never goes up' ],
        [ $author, [ 999 ],        '/items/0/amount_minor', 'too-small', 'nor below what he is offered' ],
    ) {
        my ($who, $figures, $pointer, $code, $name) = @$case;
        my $before = snapshot_of($bid);
        my $p = is_problem(api($who, 'counterBid', {%path}, { items => amounts($job, @$figures) }), 'invalid-input', $name);
        is_deeply($p->{errors}, [ { pointer => $pointer, code => $code } ], 'and is told where');
        is(snapshot_of($bid), $before, 'nothing moved');
    }
    $bid = is_ok(api($author, 'counterBid', {%path}, { items => amounts($job, 2800, 2000) }), 'a tester goes down');
    is("$bid->{state} $bid->{turn} $bid->{total_minor} $bid->{counters_left}", 'countered_by_tester builder 4800 4', 'the turn is back');
    is_problem(api($owner, 'counterBid', {%path}, { items => amounts($job, 900) }), 'invalid-input', 'a builder never goes down');
    is_problem(api($owner, 'counterBid', {%path}, { items => amounts($job, 2801) }), 'invalid-input', 'nor above what is asked');
    is_problem(api($owner, 'counterBid', {%path}, { items => amounts($job, undef, undef, 500) }), 'invalid-input', 'nor adds an item');
    $bid = is_ok(api($owner, 'counterBid', {%path}, { items => amounts($job, 2800, 2000) }), 'they may meet');
    is($bid->{total_minor}, 4800, 'in the same figure');
};

subtest 'six counters, then yes or no' => sub {
    my ($bid, $job, $owner, $author) = bid_in_state('submitted');
    my %path = (bid_id => $bid->{id});
    for my $n (1 .. 6) {
        my ($who, $figure) = $n % 2 ? ($owner, 1000 + 100 * $n) : ($author, 3000 - 100 * $n);
        $bid = is_ok(api($who, 'counterBid', {%path}, { items => amounts($job, $figure) }), "counter $n");
    }
    is($bid->{counters_left}, 0, 'none is left');
    my $before = snapshot_of($bid);
    my $p = is_problem(api($owner, 'counterBid', {%path}, { items => amounts($job, 2000) }), 'counter-limit', 'a seventh is refused');
    is($p->{state}, 'countered_by_tester', 'with the present state');
    is(snapshot_of($bid), $before, 'and nothing moved');
    is(is_ok(api($owner, 'acceptBid', {%path}, { revision => 7 }), 'accepting is possible')->{bid}{state}, 'awaiting_payment', 'still');
};

subtest 'a declined counter is no end' => sub {
    my ($bid, $job, $owner, $author) = bid_in_state('countered_by_builder');
    my %path = (bid_id => $bid->{id});
    $bid = is_ok(api($author, 'declineCounter', {%path}), 'declined');
    is("$bid->{state} $bid->{turn} $bid->{revision} $bid->{total_minor}", 'submitted builder 3 5000', 'his own last figures stand again');
    is("$bid->{revisions}[2]{by} $bid->{counters}", 'tester 1', 'as a revision of his that is no counter');
    is_problem(api($author, 'reviseBid', {%path}, { items => amounts($job, 3100, 2000) }), 'invalid-input', 'which he cannot raise any more');
    is_problem(api($owner, 'counterBid', {%path}, { items => amounts($job, 1900) }), 'invalid-input', 'nor can the builder go down');
    is(is_ok(api($owner, 'counterBid', {%path}, { items => amounts($job, 2500) }), 'but up')->{total_minor}, 4500, 'he can');
    is(events_of($owner, $bid), 'bid_submitted bid_countered bid_counter_declined bid_countered', 'all of it is on record');
};

subtest 'a tester agrees, and the builder has a turn to pay' => sub {
    my ($bid, $job, $owner, $author) = bid_in_state('countered_by_builder');
    my $answer = is_ok(api($author, 'acceptBid', { bid_id => $bid->{id} }, { revision => 2 }), 'agreed');
    is($answer->{payment}, undef, 'there is nothing to pay for a tester');
    is("$answer->{bid}{state} $answer->{bid}{turn} $answer->{bid}{total_minor}", 'agreed builder 3000', 'the builder is next');
    is(clocks_of($bid), 'turn_expires 72, turn_reminder 48', 'with a turn of his own');
    is(seats_of($job), '0 0', 'no seat is reserved yet');
    is(scalar(mail_about($owner, 'pay', $job)), 1, 'he has a mail');
    is(scalar(mail_about($author, 'accepted', $job)), 0, 'the tester has none before the money is there');
};

subtest 'a tester whose account has closed cannot agree' => sub {
    my ($bid, $job, $owner, $author) = bid_in_state('countered_by_builder');
    sql("UPDATE account SET payout_state = 'restricted' WHERE id = :'id'", id => $author->{id});
    is(is_problem(api($author, 'acceptBid', { bid_id => $bid->{id} }, { revision => 2 }), 'not-payable', 'refused')->{state}, 'countered_by_builder', 'nothing moved');
};

subtest 'a reason may be in the builder\'s own words' => sub {
    for my $case (
        [ { reason => 'too expensive' },                       'too expensive' ],
        [ { reason => 'Not now.', note => 'Maybe in spring.' }, "Not now.\nMaybe in spring." ],
        [ { reason => 'other', note => 'We do it ourselves.' }, 'We do it ourselves.' ],
    ) {
        my ($body, $note) = @$case;
        my ($bid, undef, $owner) = bid_in_state('submitted');
        $bid = is_ok(api($owner, 'rejectBid', { bid_id => $bid->{id} }, $body), "$body->{reason}");
        is("$bid->{reject_reason} $bid->{reject_note}", "other $note", 'counts as other');
    }
    my ($bid, undef, $owner) = bid_in_state('submitted');
    for my $body ({}, { reason => '' }, { reason => 'x' x 1001 }) {
        is(is_problem(api($owner, 'rejectBid', { bid_id => $bid->{id} }, $body), 'invalid-input', 'some words there are')->{errors}[0]{pointer}, '/reason', 'it says where');
    }
};

subtest 'an end has a reason' => sub {
    my ($bid, $job, $owner, $author) = bid_in_state('submitted');
    $bid = is_ok(api($owner, 'rejectBid', { bid_id => $bid->{id} }, { reason => 'too_slow', note => 'We need it sooner.' }), 'rejected');
    is("$bid->{state} $bid->{reject_reason} $bid->{reject_note}", 'rejected too_slow We need it sooner.', 'with it');
    is($bid->{turn}, undef, 'nobody\'s turn');
    is(clocks_of($bid), '', 'nothing ticks');
    is(reread($author, $bid)->{reject_reason}, 'too_slow', 'the tester reads it');
    is(scalar(mail_about($author, 'Not this time', $job)), 1, 'and has a mail');
    is_created(api($author, 'createBid', { job_id => $job->{id} }, bid_for($job, days => 2)), 'and may try again');
};

subtest 'a tester withdraws' => sub {
    my ($bid, $job, $owner, $author) = bid_in_state('agreed');
    is(is_ok(api($author, 'withdrawBid', { bid_id => $bid->{id} }), 'even what was agreed')->{state}, 'withdrawn', 'is over');
    is(scalar(mail_about($owner, 'withdrawn', $job)), 1, 'the builder has a mail');
};

subtest 'a turn ends by itself' => sub {
    for my $state (qw(submitted countered_by_builder countered_by_tester agreed stale)) {
        my ($bid, $job, $owner, $author) = bid_in_state($state);
        my ($side) = $bid->{turn} eq 'builder' ? $owner : $author;
        move_clock('bid', $bid->{id}, 'turn_reminder');
        is(scalar(mail_about($side, 'a day is left', $job)), 1, "$state: whose turn it is has a reminder");
        move_clock('bid', $bid->{id}, 'turn_expires');
        is(state_of('bid', $bid->{id}), 'expired', 'then it expires');
        is(scalar(mail_about($_, 'expired', $job)), 1, 'both sides have a mail') for $owner, $author;
        is(clocks_of($bid), '', 'nothing ticks');
    }
};

subtest 'a job that has changed waits for its testers' => sub {
    my ($bid, $job, $owner, $author) = bid_in_state('countered_by_builder');
    is_ok(api($owner, 'updateJob', { job_id => $job->{id} }, { brief => 'Something else altogether.' }), 'changed');
    my $stale = reread($author, $bid);
    is("$stale->{state} $stale->{turn} $stale->{revision}", 'stale tester 2', 'stale');
    is(scalar(mail_about($author, 'has changed', $job)), 1, 'the tester has a mail');
    is_problem(api($owner, 'acceptBid', { bid_id => $bid->{id} }, { revision => 2 }), 'wrong-state', 'nobody can accept it');
    is_ok(api($owner, 'updateJob', { job_id => $job->{id} }, { brief => 'And once more.' }), 'changed again');
    my $back = is_ok(api($author, 'confirmBid', { bid_id => $bid->{id} }), 'confirmed');
    is("$back->{state} $back->{turn} $back->{revision}", 'countered_by_builder tester 2', 'the state before, the same offer');
    is(bid_of($bid, 'job_revision = 3'), 't', 'for the job as it is now');
};

subtest 'after a change of the job a new offer begins anew' => sub {
    my ($bid, $job, $owner, $author) = bid_in_state('countered_by_tester');
    is_ok(api($owner, 'updateJob', { job_id => $job->{id} }, { brief => 'Twice as much.' }), 'changed');
    my $new = is_ok(api($author, 'reviseBid', { bid_id => $bid->{id} }, { items => amounts($job, 6000, 4000) }), 'a new offer');
    is("$new->{state} $new->{revision} $new->{total_minor}", 'submitted 4 10000', 'may be higher');
    is(is_ok(api($owner, 'counterBid', { bid_id => $bid->{id} }, { items => amounts($job, 100, 100) }), 'the builder')->{state}, 'countered_by_builder', 'begins anew, too');
    is_problem(api($author, 'counterBid', { bid_id => $bid->{id} }, { items => amounts($job, 6001) }), 'invalid-input', 'and the new figures bind');
};

subtest 'a change of the items cannot be confirmed away' => sub {
    my ($bid, $job, $owner, $author) = bid_in_state('submitted');
    my $role = $job->{roles}[0];
    my ($first, @rest) = @{ $role->{items} };
    my %kept = map { $_ => $role->{$_} } qw(id name seats);
    my @items = map { my $item = $_; +{ map { $_ => $item->{$_} } qw(id service_type title instructions required quantity details bonus_unit_minor bonus_cap_minor) } } @rest;
    my $changed = is_ok(api($owner, 'updateJob', { job_id => $job->{id} }, { roles => [ { %kept, items => \@items } ] }), 'an item goes');
    my $p = is_problem(api($author, 'confirmBid', { bid_id => $bid->{id} }), 'terms-changed', 'the offer does not fit any more');
    is($p->{state}, 'stale', 'and is still stale');
    is_problem(api($author, 'reviseBid', { bid_id => $bid->{id} }, { days => 3 }), 'terms-changed', 'nor with other days alone');
    my $new = is_ok(api($author, 'reviseBid', { bid_id => $bid->{id} }, { items => amounts($changed, 2500) }), 'a new one');
    is("$new->{state} $new->{total_minor}", 'submitted 2500', 'fits');
};

subtest 'a builder begins the thread' => sub {
    my $job = open_plan($builder);
    my $bid = is_created(api($builder, 'offerJob', { job_id => $job->{id} }, offer_for($job, $tester)), 'offered');
    is("$bid->{state} $bid->{turn} $bid->{revisions}[0]{by} $bid->{counters}", 'countered_by_builder tester builder 0', 'the first figures are the builder\'s');
    is(events_of($tester, $bid), 'bid_offered', 'the tester sees it');
    is(scalar(mail_about($tester, 'offers you work', $job)), 1, 'and has a mail');
    is(is_problem(api($tester, 'declineCounter', { bid_id => $bid->{id} }), 'wrong-state', 'there is nothing to fall back to')->{state}, 'countered_by_builder', 'so far');
    is_problem(api($tester, 'counterBid', { bid_id => $bid->{id} }, { items => amounts($job, 2900) }), 'invalid-input', 'less than offered is not asked for');
    $bid = is_ok(api($tester, 'counterBid', { bid_id => $bid->{id} }, { items => amounts($job, 9000) }), 'but more');
    is("$bid->{state} $bid->{total_minor}", 'countered_by_tester 11000', 'is');
};

# --- What is not -----------------------------------------------------------------------------

subtest 'what a bid must be' => sub {
    my $job   = open_plan($builder);
    my $other = open_plan($builder);
    my $new   = as_tester();
    my ($a, $b) = @{ amounts($job, 3000, 2000) };
    my $foreign = amounts($other, 3000)->[0];
    for my $case (
        [ 'no items',              { items => [] },                                         '/items',                'too-few' ],
        [ 'a required one missing', { items => [$a] },                                      '/items',                'too-few' ],
        [ 'another role\'s item',  { items => [ $a, $b, $foreign ] },                       '/items/2/item_id',      'not-found' ],
        [ 'an item twice',         { items => [ $a, $b, $a ] },                             '/items/2/item_id',      'repeated' ],
        [ 'nothing for an item',   { items => [ $a, { %$b, amount_minor => 0 } ] },         '/items/1/amount_minor', 'too-small' ],
        [ 'an amount that is none', { items => [ $a, { %$b, amount_minor => '20' } ] },     '/items/1/amount_minor', 'not-an-integer' ],
        [ 'a sum that is too small', { items => [ map { { %$_, amount_minor => 1 } } $a, $b ] }, '/items',           'too-small' ],
        [ 'a sum that is too large', { items => [ map { { %$_, amount_minor => 100_000_000 } } $a, $b ] }, '/items', 'too-large' ],
        [ 'no days',               { days => 0 },                                           '/days',                 'too-small' ],
        [ 'too many days',         { days => 61 },                                          '/days',                 'too-large' ],
        [ 'a long message',        { message => 'x' x 4001 },                               '/message',              'too-long' ],
        [ 'another job\'s role',   { role_id => $other->{roles}[0]{id} },                   '/role_id',              'not-found' ],
        [ 'an unknown member',     { tip => 1 },                                            '/tip',                  'unknown' ],
    ) {
        my ($name, $change, $pointer, $code) = @$case;
        my $p = is_problem(api($new, 'createBid', { job_id => $job->{id} }, bid_for($job, %$change)), 'invalid-input', "refuses $name");
        is_deeply($p->{errors}, [ { pointer => $pointer, code => $code } ], 'and says where');
    }
    is(sql("SELECT count(*) FROM bid WHERE tester_id = :'id'", id => $new->{id}), 0, 'nothing was stored');
    my $plan = open_plan($builder, review_days => 14);
    is_problem(api($new, 'createBid', { job_id => $plan->{id} }, bid_for($plan, days => 59)), 'plan-too-long', 'nor money held for too long');
    is_created(api($new, 'createBid', { job_id => $plan->{id} }, bid_for($plan, days => 58)), 'as long as may be');
};

subtest 'who may bid' => sub {
    my $job = open_plan($builder);
    my %path = (job_id => $job->{id});
    is_problem(api(undef,    'createBid', {%path}, bid_for($job)), 'unauthorized', 'not nobody');
    is_problem(api($builder, 'createBid', {%path}, bid_for($job)), 'forbidden',    'not a builder');
    my $owner = as_both();
    my $own   = open_plan($owner);
    is_problem(api($owner, 'createBid', { job_id => $own->{id} }, bid_for($own)), 'own-job', 'not on one\'s own job');
    is_problem(api($owner, 'offerJob', { job_id => $own->{id} }, offer_for($own, $owner)), 'own-job', 'nor offered to oneself');
    is_problem(api($owner, 'offerJob', {%path}, offer_for($job, $tester)), 'not-found', 'nor on another\'s behalf');
    my $p = is_problem(api($builder, 'offerJob', {%path}, offer_for($job, as_builder())), 'invalid-input', 'nor to who is no tester');
    is_deeply($p->{errors}, [ { pointer => '/tester_id', code => 'not-found' } ], 'and says so');
    my $picky = open_plan($builder, role => { requirements => { countries => ['IS'] } });
    my $lack  = is_problem(api($tester, 'createBid', { job_id => $picky->{id} }, bid_for($picky)), 'not-eligible', 'nor who does not fit');
    is($lack->{errors}[0]{pointer}, '/requirements/countries', 'and says in what');
    is_problem(api($tester, 'createBid', { job_id => $tester->{id} }, bid_for($job)), 'not-found', 'on a job that is there');
    my $simple = make_job($builder);
    is(is_problem(api($tester, 'createBid', { job_id => $simple->{id} }, bid_for($job)), 'wrong-state', 'of the right kind')->{state}, 'open', 'and says where it stands');
};

subtest 'one bid at a time' => sub {
    my ($bid, $job, $owner, $author) = bid_in_state('submitted', seats => 3);
    is(is_problem(api($author, 'createBid', { job_id => $job->{id} }, bid_for($job)), 'bid-exists', 'not two')->{state}, 'submitted', 'with the state of the first');
    is_problem(api($owner, 'offerJob', { job_id => $job->{id} }, offer_for($job, $author)), 'bid-exists', 'nor an offer beside it');
    moved($owner, 'acceptBid', $bid, { revision => 1 });
    pay_bid($owner, $bid);
    is_problem(api($author, 'createBid', { job_id => $job->{id} }, bid_for($job)), 'already-claimed', 'nor one beside the work');
    is(sql("SELECT count(*) FROM bid WHERE job_id = :'id'", id => $job->{id}), 1, 'one it is');
};

subtest 'a full role takes no bids' => sub {
    my ($bid, $job, $owner, $author) = bid_in_state('accepted');
    is_problem(api($tester, 'createBid', { job_id => $job->{id} }, bid_for($job)), 'role-full', 'refused');
    is_problem(api($owner, 'offerJob', { job_id => $job->{id} }, offer_for($job, $tester)), 'role-full', 'nor an offer');
};

subtest 'when bidding has ended' => sub {
    my ($bid, $job, $owner, $author) = bid_in_state('submitted');
    my $draft = is_created(api($tester, 'createBid', { job_id => $job->{id} }, bid_for($job, draft => $true)), 'a draft beside it');
    sql("UPDATE job SET deadline_at = now() - interval '1 second' WHERE id = :'id'", id => $job->{id});
    my $before = snapshot_of($bid);
    is_problem(api(as_tester(), 'createBid', { job_id => $job->{id} }, bid_for($job)), 'wrong-state', 'no new bid, before any clock has struck');
    is_problem(api($tester, 'submitBid', { bid_id => $draft->{id} }), 'wrong-state', 'no draft is shown');
    is(is_problem(api($owner, $_->[0], { bid_id => $bid->{id} }, $_->[1]), 'wrong-state', "no $_->[0]")->{state}, 'submitted', 'and says where it stands')
        for [ acceptBid => { revision => 1 } ], [ counterBid => { days => 2 } ];
    is(snapshot_of($bid), $before, 'nothing moved');
    move_clock('job', $job->{id}, 'deadline');
    is(state_of('bid', $_->{id}), 'expired', 'all have ended') for $bid, $draft;
    is(scalar(mail_about($author, 'expired', $job)), 1, 'the tester has a mail');
    is(scalar(mail_about($owner, 'bid has expired', $job)), 0, 'the builder has none of each bid');
    is_problem(api($owner, 'getBid', { bid_id => $draft->{id} }), 'not-found', 'and a draft stays hidden');
};

subtest 'a cancelled job ends its bids' => sub {
    my ($bid, $job, $owner, $author) = bid_in_state('superseded');
    is(scalar(mail_about($author, 'seats are taken', $job)), 1, 'with a kind word');
    is(clocks_of($bid), '', 'nothing ticks');
    is(events_of($owner, $bid), 'bid_submitted bid_superseded', 'on record');
};

subtest 'what an offer of a builder\'s must be' => sub {
    my ($bid, $job, $owner, $author) = bid_in_state('accepted', seats => 2);
    is_problem(api($owner, 'offerJob', { job_id => $job->{id} }, offer_for($job, $author)), 'already-claimed', 'not for one who has a seat');
    my $plan = open_plan($builder, review_days => 14);
    is_problem(api($builder, 'offerJob', { job_id => $plan->{id} }, offer_for($plan, $tester, days => 60)), 'plan-too-long', 'not for too long');
    is_ok(api($builder, 'cancelJob', { job_id => $plan->{id} }), 'nor when the job');
    is_problem(api($builder, 'offerJob', { job_id => $plan->{id} }, offer_for($plan, $tester)), 'wrong-state', 'has ended');
};

subtest 'no move makes a plan too long' => sub {
    my $plan = open_plan($builder, review_days => 14);
    my $bid  = is_created(api($tester, 'createBid', { job_id => $plan->{id} }, bid_for($plan, draft => $true, days => 58)), 'as long as may be');
    sql("UPDATE job SET review_seconds = review_seconds + 1 WHERE id = :'id'", id => $plan->{id});
    is_problem(api($tester, 'submitBid', { bid_id => $bid->{id} }), 'plan-too-long', 'a draft that has become too long');
    is_problem(api($tester, 'reviseBid', { bid_id => $bid->{id} }, { days => 59 }), 'plan-too-long', 'is not made longer');
    is_ok(api($tester, 'reviseBid', { bid_id => $bid->{id} }, { days => 30 }), 'but shorter');
    is_ok(api($tester, 'submitBid', { bid_id => $bid->{id} }), 'and shown');
    is_problem(api($builder, 'counterBid', { bid_id => $bid->{id} }, { days => 60 }), 'plan-too-long', 'nor does a counter');
};

subtest 'a draft that does not fit any more' => sub {
    my $job = open_plan($builder);
    my $bid = is_created(api($tester, 'createBid', { job_id => $job->{id} }, bid_for($job, draft => $true)), 'kept');
    sql("UPDATE job_item SET removed_at = now() WHERE id = :'id'", id => $job->{roles}[0]{items}[1]{id});
    is(is_problem(api($tester, 'submitBid', { bid_id => $bid->{id} }), 'terms-changed', 'is not shown')->{state}, 'draft', 'as it is');
    is_ok(api($tester, 'reviseBid', { bid_id => $bid->{id} }, { items => amounts($job, 3000) }), 'until it does');
    is(is_ok(api($tester, 'submitBid', { bid_id => $bid->{id} }), 'then it is')->{total_minor}, 3000, 'shown');
};

subtest 'a thread has an end' => sub {
    my ($bid, $job, $owner, $author) = bid_in_state('submitted');
    sql("INSERT INTO bid_revision (bid_id, number, by, items, total_minor, days, message, job_revision, terms_hash)
         SELECT bid_id, n, by, items, total_minor, days, message, job_revision, terms_hash
           FROM bid_revision, generate_series(2, 29) n WHERE bid_id = :'id'", id => $bid->{id});
    sql("UPDATE bid SET revision = 29 WHERE id = :'id'", id => $bid->{id});
    is(is_ok(api($author, 'reviseBid', { bid_id => $bid->{id} }, { days => 2 }), 'the thirtieth offer')->{revision}, 30, 'is the last');
    is(is_problem(api($author, 'reviseBid', { bid_id => $bid->{id} }, { days => 3 }), 'counter-limit', 'no other')->{state}, 'submitted', 'it stands');
};

subtest 'a job that has changed asks for fitting testers again' => sub {
    my $job = open_plan($builder);
    my $bid = is_created(api($tester, 'createBid', { job_id => $job->{id} }, bid_for($job)), 'a bid');
    is_ok(api($builder, 'updateJob', { job_id => $job->{id} }, { brief => 'Somebody in Iceland is wanted now.' }), 'the job changes');
    sql(q{UPDATE job_role SET requirements = '{"countries": ["IS"]}' WHERE id = :'id'}, id => $job->{roles}[0]{id});
    is(is_problem(api($tester, 'confirmBid', { bid_id => $bid->{id} }), 'not-eligible', 'who does not fit cannot confirm')->{state}, undef, 'as when bidding');
    is_problem(api($tester, 'reviseBid', { bid_id => $bid->{id} }, { days => 3 }), 'not-eligible', 'nor bid anew');
    is(reread($tester, $bid)->{state}, 'stale', 'it waits');
    is_problem(api($builder, 'offerJob', { job_id => $job->{id} }, offer_for($job, as_tester())), 'not-eligible', 'nor is anything offered to somebody who could not accept');
};

subtest 'who does not fit any more cannot bind himself' => sub {
    my $job   = open_plan($builder);
    my $draft = is_created(api($tester, 'createBid', { job_id => $job->{id} }, bid_for($job, draft => $true)), 'a draft');
    my ($bid, $other, $owner, $author) = bid_in_state('countered_by_builder');
    sql(q{UPDATE job_role SET requirements = '{"countries": ["IS"]}' WHERE id IN (:'a', :'b')}, a => $job->{roles}[0]{id}, b => $other->{roles}[0]{id});
    is_problem(api($tester, 'submitBid', { bid_id => $draft->{id} }), 'not-eligible', 'not by showing it');
    is_problem(api($author, 'acceptBid', { bid_id => $bid->{id} }, { revision => 2 }), 'not-eligible', 'nor by agreeing');
    is(state_of('bid', $bid->{id}), 'countered_by_builder', 'nothing moved');
};

subtest 'a seat that somebody else is being given' => sub {
    my ($bid, $job, $owner, $author) = bid_in_state('agreed');
    my $rival = must(api(as_tester(), 'createBid', { job_id => $job->{id} }, bid_for($job)));
    is_ok(api($owner, 'acceptBid', { bid_id => $rival->{id} }, { revision => 1 }), 'a rival');
    my $before = snapshot_of($bid);
    is(is_problem(api($owner, 'payBid', { bid_id => $bid->{id} }), 'role-full', 'is not there to be paid')->{state}, 'agreed', 'what was agreed stays');
    is(snapshot_of($bid), $before, 'as it was');
};

# The table of docs/BIDS.md, as HTTP has it: in which state whose it is.
my %legal = (
    submitBid      => { draft => 'tester' },
    reviseBid      => { draft => 'tester', submitted => 'tester', stale => 'tester' },
    counterBid     => { submitted => 'builder', countered_by_tester => 'builder', countered_by_builder => 'tester' },
    acceptBid      => { submitted => 'builder', countered_by_tester => 'builder', countered_by_builder => 'tester' },
    declineCounter => { countered_by_builder => 'tester' },
    payBid         => { agreed => 'builder' },
    confirmBid     => { stale => 'tester' },
    withdrawBid    => { map { $_ => 'tester' } qw(draft submitted countered_by_builder countered_by_tester agreed stale) },
    rejectBid      => { map { $_ => 'builder' } qw(submitted countered_by_builder countered_by_tester agreed stale) },
);
my %bodies = (
    reviseBid  => sub { { days => 2 } },
    counterBid => sub { { days => 2 } },
    acceptBid  => sub { { revision => $_[0]{revision} } },
    rejectBid  => sub { { reason => 'other' } },
);

for my $state (qw(draft submitted countered_by_builder countered_by_tester agreed awaiting_payment accepted stale rejected withdrawn expired superseded)) {
    subtest "$state: what is not possible moves nothing" => sub {
        my ($bid, undef, $owner, $author) = bid_in_state($state);
        my $before = snapshot_of($bid);
        for my $operation (sort keys %legal) {
            my $whose = $legal{$operation}{$state} // '';
            for my $side (grep { $_ ne $whose } qw(builder tester)) {
                my $body   = $bodies{$operation} && $bodies{$operation}->($bid);
                my $answer = api($side eq 'builder' ? $owner : $author, $operation, { bid_id => $bid->{id} }, $body);
                my $hidden = $state eq 'draft' && $side eq 'builder';
                my $p = is_problem($answer, $hidden ? 'not-found' : $whose ? 'not-your-turn' : 'wrong-state', "$operation by the $side");
                is($p->{state}, $state, 'with the present state') unless $hidden;
            }
        }
        is(snapshot_of($bid), $before, 'nothing has moved');
    };
}

subtest 'an accept names the offer it means' => sub {
    my ($bid, $job, $owner, $author) = bid_in_state('countered_by_tester');
    my $before = snapshot_of($bid);
    for my $revision (1, 2, 4) {
        my $p = is_problem(api($owner, 'acceptBid', { bid_id => $bid->{id} }, { revision => $revision }), 'revision-mismatch', "not $revision");
        is($p->{state}, 'countered_by_tester', 'with the present state');
    }
    is_problem(api($owner, 'acceptBid', { bid_id => $bid->{id} }, {}), 'invalid-input', 'nor none');
    is_problem(api($owner, 'acceptBid', { bid_id => $bid->{id} }, { revision => 3 }, key => undef), 'idempotency-key-required', 'nor without a key');
    is(snapshot_of($bid), $before, 'nothing moved');
};

subtest 'what was said stays said' => sub {
    my ($bid) = bid_in_state('submitted');
    my $refused = eval { sql("UPDATE bid_revision SET total_minor = 1 WHERE bid_id = :'id'", id => $bid->{id}); 1 };
    ok(!$refused, 'not even the database\'s owner rewrites an offer');
    is(sql("SELECT total_minor FROM bid_revision WHERE bid_id = :'id'", id => $bid->{id}), 5000, 'it is as it was');
};

# --- Who sees what ------------------------------------------------------------------------------

subtest 'bids are sealed' => sub {
    my ($bid, $job, $owner, $author) = bid_in_state('submitted', seats => 2);
    my $rival = as_both();
    my $his   = is_created(api($rival, 'createBid', { job_id => $job->{id} }, bid_for($job, items => amounts($job, 1234, 4321))), 'a rival bids');
    is_problem(api($rival, 'getBid', { bid_id => $bid->{id} }), 'not-found', 'he does not see the other bid');
    is_problem(api($rival, 'listBidEvents', { bid_id => $bid->{id} }), 'not-found', 'nor what happened to it');
    for my $operation (sort keys %legal) {
        my $body = $bodies{$operation} && $bodies{$operation}->($bid);
        is_problem(api($rival, $operation, { bid_id => $bid->{id} }, $body), 'not-found', "nor can he $operation");
    }
    is_problem(api($rival, 'getBid', { bid_id => $_ }), 'not-found', 'nor what is not there') for $job->{id};
    my $list = api($rival, 'listBids', { job_id => $job->{id} });
    is_deeply([ map { $_->{id} } @{ is_ok($list, 'his list')->{items} } ], [ $his->{id} ], 'has his own alone');
    my $word = $bid->{id};
    unlike($list->{content}, qr/\Q$word\E|3000/, 'nothing in it is of the other');
    my $shown = api($rival, 'getJob', { job_id => $job->{id} });
    unlike($shown->{content}, qr/\Q$word\E|3000|1234/, 'nor does the job tell');
    is($shown->{data}{bids_open}, undef, 'not even how many there are');
    is_problem(api(undef, 'listBids', { job_id => $job->{id} }), 'unauthorized', 'nobody sees them without a name');
    is_deeply(is_ok(api(as_builder(), 'listBids', { job_id => $job->{id} }), 'another builder')->{items}, [], 'sees none');
    is_deeply([ map { $_->{tester}{id} } @{ is_ok(api($owner, 'listBids', { job_id => $job->{id} }), 'the owner')->{items} } ],
        [ $rival->{id}, $author->{id} ], 'sees both, the newest first, with their cards');
};

subtest 'lists go page by page' => sub {
    my $job  = open_plan($builder, seats => 5);
    my @made = map { must(api(as_tester(), 'createBid', { job_id => $job->{id} }, bid_for($job)))->{id} } 1 .. 3;
    moved($builder, 'rejectBid', { id => $made[1] }, { reason => 'other' });
    my %path  = (job_id => $job->{id});
    my $first = is_ok(api($builder, 'listBids', { %path, limit => 2 }), 'a page');
    is_deeply([ map { $_->{id} } @{ $first->{items} } ], [ @made[ 2, 1 ] ], 'the newest two');
    my $last = is_ok(api($builder, 'listBids', { %path, limit => 2, cursor => $first->{next} }), 'the next');
    is_deeply([ map { $_->{id} } @{ $last->{items} } ], [ $made[0] ], 'the rest');
    is($last->{next}, undef, 'and no more');
    is_deeply([ map { $_->{id} } @{ is_ok(api($builder, 'listBids', { %path, state => 'rejected' }), 'by state')->{items} } ], [ $made[1] ], 'one');
    is(scalar @{ is_ok(api($builder, 'listBids', { %path, role_id => $job->{roles}[0]{id} }), 'by role')->{items} }, 3, 'all');
    is(scalar @{ is_ok(api($builder, 'listBids', { %path, role_id => $builder->{id} }), 'by another')->{items} }, 0, 'none');
    is_problem(api($builder, 'listBids', { %path, cursor => '!' }), 'invalid-cursor', 'a broken cursor is refused');
    is_problem(api($builder, 'listBids', { %path, state => 'open' }), 'invalid-input', 'and a state that is none');
    my $one  = as_tester();
    my @jobs = map { open_plan($builder) } 1 .. 2;
    my @mine = map { must(api($one, 'createBid', { job_id => $_->{id} }, bid_for($_)))->{id} } @jobs;
    my $page = is_ok(api($one, 'listMyBids', { limit => 1 }), 'a tester\'s own');
    is_deeply([ map { $_->{id} } @{ $page->{items} } ], [ $mine[1] ], 'the newest first');
    is_deeply([ map { $_->{id} } @{ is_ok(api($one, 'listMyBids', { limit => 1, cursor => $page->{next} }), 'then')->{items} } ], [ $mine[0] ], 'the other');
    is_deeply(is_ok(api($one, 'listMyBids', { state => 'agreed' }), 'by state')->{items}, [], 'none');
    is_problem(api($one, 'listMyBids', { cursor => '!' }), 'invalid-cursor', 'a broken cursor is refused');
    is_problem(api($builder, 'listBidEvents', { bid_id => $made[0], cursor => '!' }), 'invalid-cursor', 'here, too');
    is_problem(api($one, 'listBids', { job_id => $one->{id} }), 'not-found', 'a job that is not there has no list');
};

money_is_sound('after all of this');

done_testing();
