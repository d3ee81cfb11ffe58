# SPDX-License-Identifier: Apache-2.0
package PeerTest::Findings;
# What the tests of findings share: work of several testers for one project, with findings.
use strict;
use warnings FATAL => 'all';
use Exporter 'import';
use PeerTest;
use PeerTest::Make;
use PeerTest::Work;
use Test::More ();

our @EXPORT = qw(make_seat make_reported make_earning verdict refused_at finding_state);

# A draft of a tester's for a simple job of the project. Options: members of createJob.
sub make_seat {
    my ($builder, $project, $tester, %job) = @_;
    return make_claim(make_job($builder, project_id => $project->{id}, %job), $tester)->{submissions}[0];
}

# The same, handed in with findings: members of addFinding each. An environment among them is
# the submission's. Returns the submission.
sub make_reported {
    my ($builder, $project, $tester, @findings) = @_;
    return submitted($tester, make_seat($builder, $project, $tester), make_report(), @findings);
}

# The same for an item that pays a bonus of 100 for each unit of weight, 2000 at most.
sub make_earning {
    my ($builder, $project, $tester, $environment, @findings) = @_;
    my $job = make_plan($builder, project_id => $project->{id},
        roles => [ role_of(1, { bonus_unit_minor => 100, bonus_cap_minor => 2000 }) ]);
    my $draft = start_bid($builder, $tester, $job, 2000)->{submissions}[0];
    return submitted($tester, $draft, { %{ session_report() }, environment => $environment }, @findings);
}

sub submitted {
    my ($tester, $draft, $report, @findings) = @_;
    my $which   = { submission_id => $draft->{id} };
    my @answers = (
        api($tester, 'saveSubmission', $which, $report),
        (map { api($tester, 'addFinding', $which, make_finding(%$_)) } @findings),
        api($tester, 'submitSubmission', $which));
    $_->{status} < 300 or die "$_->{op}: $_->{content}\n" for @answers;
    return $answers[-1]{data};
}

sub verdict {
    my ($builder, $finding, $verdict, %body) = @_;
    return api($builder, 'judgeFinding', { finding_id => $finding->{id} }, { verdict => $verdict, %body });
}

# An answer that refuses fields: "/title too-short".
sub refused_at {
    my ($answer, $wanted, $name) = @_;
    local $Test::Builder::Level = $Test::Builder::Level + 1;
    my $problem = is_problem($answer, 'invalid-input', $name);
    Test::More::is(join(' ', map { "$_->{pointer} $_->{code}" } @{ $problem->{errors} }), $wanted, "$name: and it says where");
    return;
}

sub finding_state {
    my ($finding) = @_;
    return sql(q{SELECT state FROM finding WHERE id = :'id'}, id => $finding->{id});
}

1;
