# SPDX-License-Identifier: Apache-2.0
package PeerTest::Faults::Stage;
# Work on which the fault tests act: testers whom the sandbox can pay, and any number of
# submissions that wait for a verdict, paid for at the sandbox.
use strict;
use warnings FATAL => 'all';
use Exporter 'import';
use PeerTest;
use PeerTest::Make;
use PeerTest::Money;

our @EXPORT = qw(payable_testers work_to_review approve reject);

# Testers, each with an active account at the sandbox.
sub payable_testers {
    my ($count) = @_;
    return map {
        my $account = stripe(POST => 'accounts', type => 'express', country => 'DE', 'capabilities[transfers][requested]' => 'true')->{id};
        sandbox('POST', "accounts/$account/complete", { outcome => 'active' });
        as_tester(stripe_account_id => $account);
    } 1 .. $count;
}

# So many submissions that wait for their review: a seat of a paid job each. Options:
# members of createJob. Returns { id, assignment_id, job_id }.
sub work_to_review {
    my ($builder, $testers, $count, %options) = @_;
    my @work;
    while (@work < $count) {
        my $left = $count - @work;
        my $seats = $left < @$testers ? $left : scalar @$testers;
        my $job   = make_paid_job($builder, seats => $seats, %options);
        push @work, map { { %{ make_submission($job, $testers->[$_]) }, job_id => $job->{id} } } 0 .. $seats - 1;
    }
    run_jobs();
    return @work;
}

sub must {
    my ($answer) = @_;
    die "$answer->{op}: $answer->{status} $answer->{content}\n" unless $answer->{status} =~ /^2/;
    return $answer->{data};
}

sub approve {
    my ($builder, $submission) = @_;
    return must(api($builder, 'approveSubmission', { submission_id => $submission->{id} }, {}));
}

# Rejects, and lets the time to dispute pass.
sub reject {
    my ($builder, $submission) = @_;
    must(api($builder, 'rejectSubmission', { submission_id => $submission->{id} },
        { reason => 'insufficient_evidence', comment => 'There is no picture of the failed step.' }));
    return sql("UPDATE clock SET due_at = now() WHERE entity_id = :'id' AND transition = 'dispute_expires'", id => $submission->{id});
}

1;
