# SPDX-License-Identifier: Apache-2.0
# chargebacks.t - a bank takes a payment back: everything stands still, the evidence is
# gathered, each cent is on the books, and no tester is debited.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;
use Test::More;

use constant DISPUTE_FEE => 1500;    # what the sandbox takes

my $admin = as_admin(scopes => ['finance']);

sub payment_of { my ($job) = @_; return sql("SELECT id FROM payment WHERE job_id = :'id' AND charge_id IS NOT NULL", id => $job->{id}) }

sub charge_of { my ($job) = @_; return sql("SELECT charge_id FROM payment WHERE job_id = :'id'", id => $job->{id}) }

# The card's holder complains. Returns the provider's dispute; we may not know of it yet.
sub complain { my ($job) = @_; return sandbox('POST', 'disputes', { charge => charge_of($job), reason => 'product_not_received' }) }

# The same, and we know. Returns our chargeback, as its administrators see it.
sub charged_back {
    my ($job) = @_;
    my $dispute = complain($job);
    wait_until("SELECT evidence_sent_at IS NOT NULL FROM chargeback WHERE provider_id = :'id'", id => $dispute->{id});
    run_jobs();
    return chargeback_of($dispute);
}

sub chargeback_of {
    my ($dispute) = @_;
    my $id = sql("SELECT id FROM chargeback WHERE provider_id = :'id'", id => $dispute->{provider_id} // $dispute->{id});
    return is_ok(api($admin, 'adminGetChargeback', { chargeback_id => $id }), 'the chargeback');
}

sub closed {
    my ($chargeback, $outcome) = @_;
    sandbox('POST', "disputes/$chargeback->{provider_id}/close", { outcome => $outcome });
    wait_until("SELECT state = :'outcome' FROM chargeback WHERE id = :'id'", outcome => $outcome, id => $chargeback->{id});
    run_jobs();
    return chargeback_of($chargeback);
}

sub unfreeze {
    my ($builder) = @_;
    my $standing = is_ok(api($admin, 'unfreezeUser', { user_id => $builder->{id} }, { reason => 'It is settled.' }), 'let go');
    run_jobs();
    return $standing;
}

sub is_frozen { my ($builder) = @_; return sql("SELECT frozen_at IS NOT NULL FROM account WHERE id = :'id'", id => $builder->{id}) eq 't' }

sub payout_of { my ($submission) = @_; return sql("SELECT id FROM payout WHERE submission_id = :'id'", id => $submission->{id}) }

sub lost_of {
    my ($assignment_id) = @_;
    return sql("SELECT concat_ws(' ', charged, held, released, fee, refunded, lost) FROM audit.assignment_money WHERE assignment = :'id'", id => $assignment_id);
}

sub reject {
    my ($builder, $submission) = @_;
    is_ok(api($builder, 'rejectSubmission', { submission_id => $submission->{id} },
        { reason => 'insufficient_evidence', comment => 'There is no picture of the failed step.' }), 'rejected');
    move_clock('submission', $submission->{id}, 'dispute_expires');
    run_jobs();
    return;
}

subtest 'a new one freezes its builder, gathers evidence and tells the administrators' => sub {
    my $builder    = as_builder();
    my $job        = make_paid_job($builder, seats => 2, brief => 'Sign up, and tell us what happens then.');
    my $tester     = make_payable(as_tester());
    my $submission = make_submission($job, $tester);
    my $chargeback = charged_back($job);
    is("$chargeback->{state} $chargeback->{amount_minor} $chargeback->{reason}", 'needs_response 5500 product_not_received', 'what the bank says');
    is("$chargeback->{lost_minor} $chargeback->{provider_fee_minor}", '5500 ' . DISPUTE_FEE, 'what it costs as of now');
    ok(is_frozen($builder) && $chargeback->{builder_is_frozen}, 'the builder is frozen');
    books_are($job->{id}, { builder_clearing => 2750, held => 2750, chargeback_loss => -5500 }, 'the money is gone at the provider');
    is(sql("SELECT sum(amount_minor) FROM ledger_line l JOIN ledger_transaction t ON t.id = l.transaction_id
             WHERE t.chargeback_id = :'id' AND l.account = 'gateway_fees'", id => $chargeback->{id}), -(DISPUTE_FEE), 'the fee is our cost');
    my $evidence = stripe(GET => "disputes/$chargeback->{provider_id}")->{evidence};
    like($evidence->{product_description}, qr/tell us what happens then/, 'the order is at the provider');
    like($evidence->{uncategorized_text}, qr/handed in 2/, 'and the work');
    like($evidence->{access_activity_log}, qr/builder/, 'and who did what');
    is($evidence->{customer_email_address}, $builder->{email}, 'and who paid');
    is_deeply($chargeback->{evidence}, $evidence, 'we show what was sent');
    is(stripe(GET => "disputes/$chargeback->{provider_id}")->{evidence_details}{submission_count}, 0, 'it has not gone to the bank');
    ok((grep { $_->{subject} =~ /Chargeback of .*55\.00/ } mails_to($admin->{email})), 'the administrators have a mail');
    is(is_ok(api($builder, 'getPayment', { payment_id => payment_of($job) }), 'the payment')->{chargeback_state}, 'needs_response', 'the builder sees it');
};

subtest 'a frozen builder begins nothing new, and nothing leaves' => sub {
    pay(publish($_, make_draft($_, seats => 5)), AVAILABLE_CARD) for as_builder();    # others' money, to draw on
    my $builder  = as_builder();
    my $job      = make_paid_job($builder, seats => 2, on_rejection => 'refund');
    my @testers  = map { make_payable(as_tester()) } 1 .. 2;
    my @work     = map { make_submission($job, $_) } @testers;
    charged_back($job);
    is_problem(api($builder, 'publishJob', { job_id => make_draft($builder)->{id} }), 'account-frozen', 'no simple job');
    is_problem(api($builder, 'publishJob', { job_id => make_plan_draft($builder)->{id} }), 'account-frozen', 'no structured one');
    is_ok(api($builder, 'approveSubmission', { submission_id => $work[0]{id} }, {}), 'work can be approved');
    reject($builder, $work[1]);
    is(intents_of($work[0]{id}) . intents_of($work[1]{id}), '', 'nothing is asked of the provider');
    my $payout = is_ok(api($testers[0], 'listPayouts'), 'the payouts')->{items}[0];
    is("$payout->{state} $payout->{waits_for}", 'pending frozen', 'the tester sees why it waits');
    ok($payout->{waits_since}, 'and since when');
    my $refund = is_ok(api($admin, 'adminListRefunds', { q => $job->{id} }), 'the refunds')->{items}[0];
    is("$refund->{state} $refund->{waits_for}", 'pending frozen', 'the refund waits, too');
    unfreeze($builder);
    wait_until("SELECT state = 'completed' FROM payout WHERE id = :'id'", id => payout_of($work[0]));
    is(intents_of($work[0]{id}), 'succeeded 1', 'the payout went out once');
    is(stripe(GET => "transfers?transfer_group=job_$job->{id}")->{data}[0]{source_transaction}, undef, 'not drawn on a charge that was taken back');
};

subtest 'won: the money is back, what waited goes on' => sub {
    my $builder    = as_builder();
    my $job        = make_paid_job($builder, seats => 2, on_rejection => 'refund');
    my $tester     = make_payable(as_tester());
    my $submission = make_submission($job, $tester);
    my $chargeback = charged_back($job);
    reject($builder, $submission);
    $chargeback = closed($chargeback, 'won');
    is("$chargeback->{state} $chargeback->{lost_minor} $chargeback->{provider_fee_minor}", 'won 0 ' . DISPUTE_FEE, 'the fee alone is lost');
    ok(is_frozen($builder), 'somebody has to let the builder go');
    unfreeze($builder);
    wait_until("SELECT state = 'completed' FROM refund WHERE job_id = :'id'", id => $job->{id});
    books_are($job->{id}, { gateway_balance => -2750, builder_clearing => 2750 }, 'refunded in the ordinary way');
    is(lost_of($submission->{assignment_id}), '2750 0 0 0 2750 0', 'and none of it is lost');
};

subtest 'lost: what would be refunded covers the loss, testers keep theirs' => sub {
    my $builder = as_builder();
    my $job     = make_paid_job($builder, seats => 3, on_rejection => 'refund');
    my @testers = map { make_payable(as_tester()) } 1 .. 2;
    my @work    = map { make_submission($job, $_) } @testers;
    my $chargeback = charged_back($job);
    $chargeback = closed($chargeback, 'lost');
    is("$chargeback->{lost_minor} $chargeback->{covered_minor}", '5500 2750', 'the free seat covers a third');
    is(state_of('job', $job->{id}), 'filled', 'nobody can take it any more');
    books_are($job->{id}, { held => 5500, chargeback_loss => -5500 }, 'the rest is held for work in hand');
    reject($builder, $work[1]);
    is(chargeback_of($chargeback)->{lost_minor}, 2750, 'what is rejected covers more');
    is(lost_of($work[1]{assignment_id}), '2750 0 0 0 0 2750', 'for its seat, it is lost');
    is_ok(api($builder, 'approveSubmission', { submission_id => $work[0]{id} }, {}), 'the other one is approved');
    unfreeze($builder);
    wait_until("SELECT state = 'completed' FROM payout WHERE id = :'id'", id => payout_of($work[0]));
    is(lost_of($work[0]{assignment_id}), '2750 0 2500 250 0 0', 'and paid in full');
    books_are($job->{id}, { gateway_balance => 2500, platform_fees => 250, chargeback_loss => -2750 }, 'we bear that loss');
    is(sql("SELECT count(*) FROM money_intent i JOIN refund r ON r.intent_id = i.id WHERE r.job_id = :'id'", id => $job->{id}), 0, 'no card got anything twice');
    is(sql("SELECT string_agg(DISTINCT state, ' ') FROM refund WHERE job_id = :'id'", id => $job->{id}), 'completed', 'the refunds are done');
    is(sql("SELECT refunded_minor FROM payment WHERE job_id = :'id'", id => $job->{id}), 0, 'without us');
};

subtest 'the evidence goes to the bank once' => sub {
    my $job        = make_paid_job(as_builder(), seats => 1);
    my $chargeback = charged_back($job);
    my %which      = (chargeback_id => $chargeback->{id});
    my @answers    = at_once(map { [ $admin, 'submitChargeback', \%which, { reason => 'The work was done.' } ] } 1 .. 3);
    ok((!grep { $_->{status} != 200 && $_->{status} != 409 } @answers), 'three at once');
    run_jobs();
    is(chargeback_of($chargeback)->{state}, 'under_review', 'the bank has it');
    is(stripe(GET => "disputes/$chargeback->{provider_id}")->{evidence_details}{submission_count}, 1, 'once');
    is_problem(api($admin, 'submitChargeback', \%which, { reason => 'Once more.' }), 'wrong-state', 'there is no second time');
    ok(chargeback_of($chargeback)->{submitted_at}, 'and we know when');
    is(sql("SELECT count(*) > 0 FROM admin_action WHERE kind = 'submitChargeback' AND entity_id = :'id'", id => $chargeback->{id}), 't', 'it is in the audit trail');
};

subtest 'any order, any number of copies' => sub {
    my $job = make_paid_job(as_builder(), seats => 2);
    my ($dispute, @events);
    without_events(sub {
        $dispute = complain($job);
        sandbox('POST', "disputes/$dispute->{id}/close", { outcome => 'won' });
        @events = reverse grep { $_->{type} =~ /^charge\.dispute/ && $_->{data}{object}{id} eq $dispute->{id} } @{ sandbox('GET', 'state?only=events')->{events} };
    });
    is(scalar @events, 2, 'two events');
    for my $event (reverse(@events), @events) {
        sandbox('POST', "events/$event->{id}/resend");
        release_events();
    }
    my $chargeback = chargeback_of($dispute);
    is("$chargeback->{state} $chargeback->{lost_minor}", 'won 0', 'one final state');
    books_are($job->{id}, { gateway_balance => -5500, builder_clearing => 5500 }, 'and each posting once');
    is(sql("SELECT count(*) FROM ledger_transaction WHERE chargeback_id = :'id' AND kind = 'gateway_fee'", id => $chargeback->{id}), 1, 'one fee');
};

subtest 'what no event told is found by asking' => sub {
    my $job     = make_paid_job(as_builder(), seats => 1);
    my $dispute = without_events(sub { my $made = complain($job); run_jobs(); return $made });
    is(sql("SELECT count(*) FROM chargeback WHERE provider_id = :'id'", id => $dispute->{id}), 0, 'not known yet');
    without_events(sub {
        sql("INSERT INTO queue_job (kind) VALUES ('chargeback.poll')");
        wait_until("SELECT count(*) FROM chargeback WHERE provider_id = :'id'", id => $dispute->{id});
    });
    release_events();
    is(chargeback_of($dispute)->{lost_minor}, 2750, 'and booked once');
};

# What the provider tells of a dispute, as an event of its own. Its book is in the currency
# that the account settles in.
sub told {
    my ($type, %dispute) = @_;
    sandbox('POST', 'events', { type => "charge.dispute.$type", object => {
        object => 'dispute', currency => 'usd', reason => 'fraudulent', status => 'needs_response', created => time, metadata => {}, %dispute } });
    release_events();
    return;
}

subtest 'a book that is kept in another currency' => sub {
    my $builder = as_builder();
    my $job     = make_paid_job($builder, seats => 1);
    my %dispute = (id => 'du_' . random_text(16), charge => charge_of($job), amount => 2750);
    my @book    = ({ currency => 'eur', amount => -2400, fee => 2000 });
    told('created', %dispute, balance_transactions => \@book);
    my $chargeback = chargeback_of(\%dispute);
    is("$chargeback->{lost_minor} $chargeback->{currency}", '2750 usd', 'what the bank took of the card');
    is("$chargeback->{provider_fee_minor} $chargeback->{provider_fee_currency}", '2000 eur', 'the fee as the provider took it');
    ok(is_frozen($builder), 'the builder is frozen');
    books_are($job->{id}, { builder_clearing => 2750, chargeback_loss => -2750 }, 'booked as the payment was');
    is(sql("SELECT string_agg(l.account || ' ' || l.amount_minor || ' ' || l.currency, ', ' ORDER BY l.account) FROM ledger_line l
              JOIN ledger_transaction t ON t.id = l.transaction_id WHERE t.chargeback_id = :'id' AND t.kind = 'gateway_fee'", id => $chargeback->{id}),
        'gateway_balance 2000 eur, gateway_fees -2000 eur', 'and the fee in its own currency');
    told('closed', %dispute, status => 'won', balance_transactions => [ @book, { currency => 'eur', amount => 2350, fee => 0 } ]);
    $chargeback = chargeback_of(\%dispute);
    is("$chargeback->{state} $chargeback->{lost_minor}", 'won 0', 'won: it is back, whatever the rate was');
    books_are($job->{id}, { gateway_balance => -2750, builder_clearing => 2750 }, 'to the cent');
};

subtest 'a bank that takes a little more, as rates go' => sub {
    my $job     = make_paid_job(as_builder(), seats => 1);
    my %dispute = (id => 'du_' . random_text(16), charge => charge_of($job), amount => 2801);
    my @book    = ({ currency => 'usd', amount => -2801, fee => DISPUTE_FEE });
    told('created', %dispute, balance_transactions => \@book);
    told('closed', %dispute, status => 'lost', balance_transactions => \@book);
    my $chargeback = chargeback_of(\%dispute);
    is("$chargeback->{state} $chargeback->{lost_minor} $chargeback->{covered_minor}", 'lost 51 2750', 'the seat covers what it was paid with');
    books_are($job->{id}, { gateway_balance => 51, chargeback_loss => -51 }, 'the rest is our loss');
};

subtest 'a dispute in another currency than what was paid cannot be right' => sub {
    my $job = make_paid_job(as_builder(), seats => 1);
    my $id  = 'du_' . random_text(16);
    told('created', id => $id, charge => charge_of($job), amount => 2400, currency => 'eur', balance_transactions => []);
    told('created', id => $id, charge => charge_of($job), amount => 2750,
        balance_transactions => [ { currency => 'eur', amount => -2400, fee => 0 }, { currency => 'gbp', amount => -100, fee => 0 } ]);
    is(sql("SELECT count(*) FROM chargeback WHERE provider_id = :'id'", id => $id), 0, 'nor a book in two of them');
    books_are($job->{id}, { gateway_balance => -2750, builder_clearing => 2750 }, 'nothing has moved');
};

subtest 'another marketplace on the same account, and what cannot be right' => sub {
    my %dispute = (object => 'dispute', amount => 100, currency => 'usd', reason => 'fraudulent', status => 'needs_response',
        created => time, balance_transactions => [], metadata => {});
    my $event = sandbox('POST', 'events', { type => 'charge.dispute.created', object => { %dispute, id => 'du_foreign', charge => 'ch_foreign' } });
    release_events();
    is(sql("SELECT state FROM webhook_event WHERE id = :'id'", id => $event->{id}), 'ignored', 'a charge of nobody we know');
    my $job = make_paid_job(as_builder(), seats => 1);
    $event = sandbox('POST', 'events', { type => 'charge.dispute.created', object => { %dispute, id => 'du_more', charge => charge_of($job), amount => 999_999 } });
    release_events();
    is(sql("SELECT state FROM webhook_event WHERE id = :'id'", id => $event->{id}), 'failed', 'over more than was paid');
    $event = sandbox('POST', 'events', { type => 'charge.dispute.created', signature => 'bad', object => { %dispute, id => 'du_forged', charge => charge_of($job) } });
    release_events();
    is(sql("SELECT count(*) FROM webhook_event WHERE id = :'id'", id => $event->{id}), 0, 'a forged one is not even kept');
    books_are($job->{id}, { gateway_balance => -2750, builder_clearing => 2750 }, 'nothing has moved');
};

subtest 'the list, and who may do what' => sub {
    my $looker = as_admin(scopes => ['support']);
    my $open   = is_ok(api($looker, 'adminListChargebacks', { state => 'under_review' }), 'every administrator may look');
    ok(@{ $open->{items} } >= 1 && !(grep { $_->{state} ne 'under_review' } @{ $open->{items} }), 'by state');
    my $one = is_ok(api($looker, 'adminListChargebacks', { q => $open->{items}[0]{payment_id} }), 'by payment');
    is_deeply([ map { $_->{id} } @{ $one->{items} } ], [ $open->{items}[0]{id} ], 'that one');
    my $page = is_ok(api($looker, 'adminListChargebacks', { limit => 1 }), 'a page');
    my $next = is_ok(api($looker, 'adminListChargebacks', { limit => 1, cursor => $page->{next} }), 'the next');
    isnt($next->{items}[0]{id}, $page->{items}[0]{id}, 'has another');
    my %which = (chargeback_id => $open->{items}[0]{id});
    is_problem(api($looker, 'submitChargeback', \%which, { reason => 'I would like to' }), 'forbidden', 'answering is for finance');
    is_problem(api(as_builder(), 'adminListChargebacks'), 'forbidden', 'builders do not look');
    is_problem(api($admin, 'adminGetChargeback', { chargeback_id => $admin->{id} }), 'not-found', 'there is no such one');
    is_problem(api($admin, 'submitChargeback', \%which, {}), 'invalid-input', 'a reason is needed');
};

money_is_sound('after all of this');

done_testing();
