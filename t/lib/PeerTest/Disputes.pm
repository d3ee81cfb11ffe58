# SPDX-License-Identifier: Apache-2.0
package PeerTest::Disputes;
# What the tests of disputes share: rejected work, disputes about it in each state, and a
# look at their clocks and mails.
use strict;
use warnings FATAL => 'all';
use Exporter 'import';
use PeerTest;
use PeerTest::Make;
use PeerTest::Work;
use Test::More ();

our @EXPORT = qw(
    make_rejected make_dispute make_answered make_decided
    dispute propose decide accept appeal
    dispute_clocks dispute_mails percent_of half_up
);

# A simple job's work that was rejected: { builder, tester, submission_id, assignment_id }.
# Options: members of createJob.
sub make_rejected {
    my (%job) = @_;
    my ($builder, $tester) = (as_builder(), as_tester());
    my $submission = make_submission(make_job($builder, seats => 1, %job), $tester);
    must(api($builder, 'rejectSubmission', { submission_id => $submission->{id} },
        { reason => 'insufficient_evidence', comment => 'The steps cannot be followed.' }));
    return { builder => $builder, tester => $tester, submission_id => $submission->{id}, assignment_id => $submission->{assignment_id} };
}

# The same, disputed by its tester; with dispute_id.
sub make_dispute {
    my $case = make_rejected(@_);
    $case->{dispute_id} = must(dispute($case->{tester}, $case->{submission_id}))->{id};
    return $case;
}

# ... and answered by the builder.
sub make_answered {
    my $case = make_dispute(@_);
    must(api($case->{builder}, 'answerDispute', { dispute_id => $case->{dispute_id} }, { body => 'I could not follow the steps.' }));
    return $case;
}

# ... and decided; with admin, who has.
sub make_decided {
    my ($percent, %job) = @_;
    my $case = make_answered(%job);
    $case->{admin} = as_admin();
    must(decide($case->{admin}, $case, $percent));
    return $case;
}

sub must {
    my ($answer) = @_;
    die "$answer->{op}: $answer->{status} $answer->{content}\n" unless $answer->{status} =~ /^2/;
    return $answer->{data};
}

sub dispute {
    my ($actor, $submission_id, %body) = @_;
    return api($actor, 'disputeSubmission', { submission_id => $submission_id },
        { kind => 'evidence', statement => 'Every step is there.', %body });
}

# Answers; the actor is an account or the name of a side.
sub actor_of { my ($actor, $case) = @_; return ref $actor ? $actor : $case->{$actor} }

sub propose {
    my ($actor, $case, $percent) = @_;
    return api(actor_of($actor, $case), 'proposeSplit', { dispute_id => $case->{dispute_id} }, { tester_percent => $percent });
}

sub decide {
    my ($admin, $case, $percent, %body) = @_;
    return api($admin, 'decideDispute', { dispute_id => $case->{dispute_id} },
        { tester_percent => $percent, reason => 'The steps can be followed, with some effort.', %body });
}

sub accept {
    my ($actor, $case) = @_;
    return api(actor_of($actor, $case), 'acceptDecision', { dispute_id => $case->{dispute_id} });
}

sub appeal {
    my ($actor, $case, %body) = @_;
    return api(actor_of($actor, $case), 'appealDecision', { dispute_id => $case->{dispute_id} },
        { statement => 'The recording was not looked at.', %body });
}

# The clocks that run: "answer_expires hard_stop".
sub dispute_clocks {
    my ($case) = @_;
    return sql(q{SELECT coalesce(string_agg(transition, ' ' ORDER BY transition), '') FROM clock WHERE entity = 'dispute' AND entity_id = :'id'},
        id => $case->{dispute_id});
}

# The mails about a dispute, oldest first: "builder dispute_opened". Of administrators there
# may be any number: they are one.
sub dispute_mails {
    my ($case) = @_;
    my %side = ($case->{builder}{id} => 'builder', $case->{tester}{id} => 'tester');
    my @mails = map { [ split /\|/ ] } split /\n/, sql(
        q{SELECT payload ->> 'account_id', payload ->> 'mail' FROM queue_job
           WHERE kind = 'mail.send' AND payload -> 'data' ->> 'dispute_id' = :'id' ORDER BY id}, id => $case->{dispute_id});
    my (@said, $before);
    for (map { ($side{ $_->[0] } // 'admin') . " $_->[1]" } @mails) {
        push @said, $_ unless /^admin/ && $before && $before eq $_;
        $before = $_;
    }
    return \@said;
}

# Exact arithmetic of a second kind, to hold the server's against.
sub half_up { my ($amount, $part, $whole) = @_; return int((2 * $amount * $part + $whole) / (2 * $whole)) }

sub percent_of { my ($amount, $percent) = @_; return half_up($amount, $percent, 100) }

1;
