# SPDX-License-Identifier: Apache-2.0
package PeerTest::Make;
# Factories: a world for one test, made through the API as far as it goes. Where an
# outside service would have to act first, the rows are written as it would leave
# them, so that most tests need no sandbox.
use strict;
use warnings FATAL => 'all';
use Exporter 'import';
use JSON::PP ();
use PeerTest;

our @EXPORT = qw(
    make_project make_draft make_job make_paid_job make_payable
    plan_roles make_plan_draft make_plan
    make_bid make_accepted
    make_claim make_report make_finding make_experienced make_submission
);

sub must {
    my ($answer) = @_;
    die "$answer->{op}: $answer->{status} $answer->{content}\n" unless $answer->{status} =~ /^2/;
    return $answer->{data};
}

# A project of a builder's. Options: members of createProject.
sub make_project {
    my ($builder, %options) = @_;
    return must(api($builder, 'createProject', {}, { name => 'Project ' . random_name(), url => 'https://app.example', %options }));
}

# A job that is not published yet. Options: members of createJob.
sub make_draft {
    my ($builder, %options) = @_;
    my $project = delete $options{project_id} // make_project($builder)->{id};
    return must(api($builder, 'createJob', {}, {
        kind         => 'simple',
        project_id   => $project,
        title        => 'Check the sign-up of ' . random_name(),
        brief        => 'Sign up with a new address and tell us what happens.',
        service_type => 'functional_scripted',
        steps        => [ { text => 'Open the page', expected => 'It shows a form' }, { text => 'Send the form' } ],
        reward_minor => 2500,
        currency     => 'usd',
        seats        => 2,
        %options,
    }));
}

# An open job whose payment is on the books. Options: as make_draft.
sub make_job {
    my ($builder, %options) = @_;
    my $job = make_draft($builder, %options);
    open_paid($job->{id});
    return must(api($builder, 'getJob', { job_id => $job->{id} }));
}

# What the payment provider's event does to a job, without the provider.
sub open_paid {
    my ($job_id) = @_;
    sql(<<'SQL', job => $job_id, reference => random_text(16));
BEGIN;
INSERT INTO fee_schedule (builder_fee_bps, tester_fee_bps) VALUES (1000, 0) ON CONFLICT DO NOTHING;
WITH priced AS (
    UPDATE job SET state = 'open', opened_at = now(),
           fee_schedule_id = (SELECT id FROM fee_schedule WHERE builder_fee_bps = 1000 AND tester_fee_bps = 0
                               AND num_nonnulls(builder_rule_id, tester_rule_id) = 0)
     WHERE id = :'job' AND state = 'draft'
    RETURNING *),
     paid AS (
    INSERT INTO payment (job_id, builder_id, state, amount_minor, fee_minor, currency, checkout_session_id,
                         payment_intent_id, charge_id, expires_at, succeeded_at, ended_at)
    SELECT id, owner_id, 'succeeded', seats * (reward_minor + fee_minor), seats * fee_minor, currency,
           'cs_test_' || :'reference', 'pi_' || :'reference', 'ch_' || :'reference', now(), now(), now()
      FROM priced
    RETURNING *),
     posted AS (
    INSERT INTO ledger_transaction (kind, job_id, payment_id)
    SELECT 'payment', job_id, id FROM paid
    RETURNING id)
INSERT INTO ledger_line (transaction_id, account, amount_minor, currency)
SELECT posted.id, line.account, line.sign * paid.amount_minor, paid.currency
  FROM posted, paid, (VALUES ('gateway_balance', -1), ('builder_clearing', 1)) AS line (account, sign);
COMMIT;
SQL
    return;
}

# An open job that was paid for at the sandbox's payment page.
sub make_paid_job {
    my ($builder, %options) = @_;
    my $job     = make_draft($builder, %options);
    my $payment = must(api($builder, 'publishJob', { job_id => $job->{id} }))->{payment};
    run_jobs();
    my $session = sql("SELECT checkout_session_id FROM payment WHERE id = :'id'", id => $payment->{id});
    sandbox('POST', "checkout/$session/pay", { card => '4242424242424242' });
    wait_until("SELECT count(*) FROM job WHERE id = :'id' AND state = 'open'", id => $job->{id});
    return must(api($builder, 'getJob', { job_id => $job->{id} }));
}

# Two roles: three items, one of them with a bonus, and one item. For createJob.
sub plan_roles {
    return [
        {   name => 'Shopper', seats => 1, budget_low_minor => 6000, budget_high_minor => 9000,
            items => [
                { service_type => 'exploratory', title => 'Explore the basket', instructions => 'Half an hour in the basket.',
                  bonus_unit_minor => 100, bonus_cap_minor => 300,
                  details => { charter => 'Find out what loses items.', minutes => 30 } },
                { service_type => 'exploratory', title => 'Explore the payment', instructions => 'Half an hour of paying.', required => JSON::PP::false,
                  details => { charter => 'Find out what makes paying fail.', minutes => 30 } },
                { service_type => 'functional_scripted', title => 'The script', instructions => 'Step by step.',
                  details => { steps => [ { text => 'Buy a book' }, { text => 'Ask for the receipt' } ] } },
            ] },
        {   name => 'Reader of screen readers', seats => 2,
            items => [ { service_type => 'exploratory', title => 'By ear alone', instructions => 'With a screen reader.',
                         details => { charter => 'Buy something without looking.', minutes => 60 } } ] },
    ];
}

# A structured job that is not published yet. Options: members of createJob.
sub make_plan_draft {
    my ($builder, %options) = @_;
    my $project = delete $options{project_id} // make_project($builder)->{id};
    return must(api($builder, 'createJob', {}, {
        kind       => 'structured',
        project_id => $project,
        title      => 'A plan for the check-out of ' . random_name(),
        brief      => 'The check-out is new. Take it apart.',
        currency   => 'usd',
        roles      => plan_roles(),
        %options,
    }));
}

# A structured job that takes bids. Options: as make_plan_draft.
sub make_plan {
    my ($builder, %options) = @_;
    my $job = make_plan_draft($builder, %options);
    return must(api($builder, 'publishJob', { job_id => $job->{id} }))->{job};
}

# A tester's bid on a plan: 20.00 for each item that is required. Options: role, the number
# of the role, counted from 0; members of createBid.
sub make_bid {
    my ($tester, $job, %options) = @_;
    my $role = $job->{roles}[ delete $options{role} // 0 ];
    return must(api($tester, 'createBid', { job_id => $job->{id} }, {
        role_id => $role->{id},
        items   => [ map { { item_id => $_->{id}, amount_minor => 2000 } } grep { $_->{required} } @{ $role->{items} } ],
        days    => 5,
        %options,
    }));
}

# Accepts a bid, or pays for what was agreed, at the sandbox's payment page. Returns the
# assignment, as the builder sees it.
sub make_accepted {
    my ($builder, $bid) = @_;
    my %path   = (bid_id => $bid->{id});
    my $answer = $bid->{state} eq 'agreed'
        ? must(api($builder, 'payBid', {%path}))
        : must(api($builder, 'acceptBid', {%path}, { revision => $bid->{revision} }));
    run_jobs();
    my $session = sql("SELECT checkout_session_id FROM payment WHERE id = :'id'", id => $answer->{payment}{id});
    sandbox('POST', "checkout/$session/pay", { card => '4242424242424242' });
    wait_until("SELECT count(*) FROM bid WHERE id = :'id' AND state = 'accepted'", id => $bid->{id});
    my $accepted = must(api($builder, 'getBid', {%path}));
    return must(api($builder, 'getAssignment', { assignment_id => $accepted->{assignment_id} }));
}

# Gives a tester a payout account at the sandbox, to which transfers arrive.
sub make_payable {
    my ($tester) = @_;
    sql("UPDATE account SET stripe_account_id = NULL, payout_state = 'none' WHERE id = :'id'", id => $tester->{id});
    must(api($tester, 'startPayoutOnboarding', {}, {}));
    run_jobs();
    my $account = sql("SELECT stripe_account_id FROM account WHERE id = :'id'", id => $tester->{id});
    sandbox('POST', "accounts/$account/complete", { outcome => 'active' });
    wait_until("SELECT count(*) FROM account WHERE id = :'id' AND payout_state = 'active'", id => $tester->{id});
    return $tester;
}

# A seat of a job.
sub make_claim {
    my ($job, $tester) = @_;
    return must(api($tester, 'claimJob', { job_id => $job->{id} }));
}

# What a complete submission to one of make_job()'s jobs says; for saveSubmission.
sub make_report {
    my (%options) = @_;
    return {
        summary     => 'I went through every step and wrote down what I saw.',
        environment => { device => 'Laptop', os => 'Debian', os_version => '12', browser => 'Firefox', browser_version => '140' },
        report      => { verdict => 'pass', steps => [ { number => 1, verdict => 'pass' }, { number => 2, verdict => 'pass' } ] },
        %options,
    };
}

# One finding, for addFinding.
sub make_finding {
    my (%options) = @_;
    return {
        title           => 'The form forgets the address when it is sent',
        kind            => 'functional',
        severity        => 'major',
        steps           => [ 'Open the page', 'Send the form' ],
        expected        => 'The address stays in its field.',
        actual          => 'The field is empty again.',
        reproducibility => 'always',
        %options,
    };
}

# Five approved tests for different builders: the tester is no newcomer any more.
sub make_experienced {
    my ($tester) = @_;
    for (1 .. 5) {
        my $builder = as_builder();
        must(api($builder, 'approveSubmission', { submission_id => make_submission(make_job($builder), $tester)->{id} }, {}));
    }
    return $tester;
}

# A submission that waits for its review: claimed, filled in and handed in. Options: as
# make_report. Returns the submission.
sub make_submission {
    my ($job, $tester, %options) = @_;
    my $id = make_claim($job, $tester)->{submissions}[0]{id};
    must(api($tester, 'saveSubmission', { submission_id => $id }, make_report(%options)));
    return must(api($tester, 'submitSubmission', { submission_id => $id }));
}

1;
