# SPDX-License-Identifier: Apache-2.0
package PeerTest::Work;
# What the tests of claims, submissions, reviews and clocks look at behind the API.
use strict;
use warnings FATAL => 'all';
use Exporter 'import';
use PeerTest;
use PeerTest::Make;
use Test::More ();

our @EXPORT = qw(is_money is_state items_are role_of make_started start_bid hand_in clocks_of mail_count timeline session_report
    make_handed_in moves_of);

# An assignment's money in the ledger, to the cent; what is not named is 0.
#   is_money($assignment, { charged => 2750, held => 2750 }, 'held')
sub is_money {
    my ($assignment_id, $wanted, $name) = @_;
    local $Test::Builder::Level = $Test::Builder::Level + 1;
    my %got;
    @got{qw(charged held released fee refunded lost)} = split /\|/, sql(
        q{SELECT charged, held, released, fee, refunded, lost FROM audit.assignment_money WHERE assignment = :'id'},
        id => $assignment_id);
    my $sum = $got{held} + $got{released} + $got{fee} + $got{refunded} + $got{lost};
    Test::More::is_deeply([ \%got, $sum ], [ { (map { $_ => 0 } keys %got), %$wanted }, $got{charged} ], "$name: money");
    return;
}

# The states of an assignment, its submission and its job, as stored:
#   is_state($assignment, 'active draft open', 'claimed')
sub is_state {
    my ($assignment_id, $wanted, $name) = @_;
    local $Test::Builder::Level = $Test::Builder::Level + 1;
    Test::More::is(sql(
        q{SELECT concat_ws(' ', a.state, s.state, j.state)
            FROM assignment a JOIN submission s ON s.assignment_id = a.id JOIN job j ON j.id = a.job_id
           WHERE a.id = :'id'}, id => $assignment_id), $wanted, "$name: states");
    return;
}

# The states of an assignment and of its submissions, in the items' order, as stored:
#   items_are($assignment, 'active submitted draft', 'one is handed in')
sub items_are {
    my ($assignment_id, $wanted, $name) = @_;
    local $Test::Builder::Level = $Test::Builder::Level + 1;
    Test::More::is(sql(
        q{SELECT a.state || ' ' || string_agg(s.state, ' ' ORDER BY s.position)
            FROM assignment a JOIN submission s ON s.assignment_id = a.id
           WHERE a.id = :'id' GROUP BY a.state}, id => $assignment_id), $wanted, "$name: states");
    return;
}

# A role with an exploratory item for each hash of members that differ; for make_plan().
sub role_of {
    my ($seats, @items) = @_;
    my $number = 0;
    return {
        name    => 'Shopper',
        persona => 'In a hurry',
        seats   => $seats,
        items   => [ map { {
            service_type => 'exploratory',
            title        => 'Item ' . ++$number,
            instructions => 'An hour in the shop.',
            details      => { charter => 'Find what loses money.', minutes => 60 },
            %$_,
        } } @items ],
    };
}

# A job with one seat for such items, and the assignment that a tester's bid for it has
# become. Each item says what was bid for it as amount_minor, beside members of createJob's
# items. Returns the assignment as its tester sees it.
sub make_started {
    my ($builder, $tester, @items) = @_;
    my @amounts = map { delete $_->{amount_minor} } @items = map { {%$_} } @items;
    return start_bid($builder, $tester, make_plan($builder, roles => [ role_of(1, @items) ]), @amounts);
}

# The same for one more seat of a published job; the amounts are for the items of its first
# role.
sub start_bid {
    my ($builder, $tester, $job, @amounts) = @_;
    my @items = @{ $job->{roles}[0]{items} };
    my $bid   = make_bid($tester, $job, items => [ map { { item_id => $items[$_]{id}, amount_minor => $amounts[$_] } } 0 .. $#amounts ]);
    return api($tester, 'getAssignment', { assignment_id => make_accepted($builder, $bid)->{id} })->{data};
}

# Saves and hands in a submission of such an item, with findings. Returns it.
sub hand_in {
    my ($tester, $submission, @findings) = @_;
    my $which   = { submission_id => $submission->{id} };
    my @answers = (
        api($tester, 'saveSubmission', $which, session_report()),
        (map { api($tester, 'addFinding', $which, make_finding(%$_)) } @findings),
        api($tester, 'submitSubmission', $which));
    $_->{status} < 300 or die "$_->{op}: $_->{content}\n" for @answers;
    return $answers[-1]{data};
}

# A submission of a simple job that waits for a review: builder, tester, {submission_id},
# and its assignment's id. Options: members of createJob.
sub make_handed_in {
    my (%job) = @_;
    my ($builder, $tester) = (as_builder(), as_tester());
    my $submission = make_submission(make_job($builder, %job), $tester);
    return ($builder, $tester, { submission_id => $submission->{id} }, $submission->{assignment_id});
}

# What was granted and given back of an assignment, by the number of the decision:
# "1: paid 1250, 2: back 1375 partial".
sub moves_of {
    my ($assignment_id) = @_;
    return sql(q{
        SELECT coalesce(string_agg(said, ', ' ORDER BY decision, said DESC), '') FROM (
            SELECT decision, decision || ': paid ' || amount_minor AS said FROM payout WHERE assignment_id = :'id'
             UNION ALL
            SELECT i.decision, concat(i.decision, ': back ', r.amount_minor, ' ', r.reason)
              FROM refund r JOIN money_intent i ON i.id = r.intent_id WHERE r.assignment_id = :'id') moves},
        id => $assignment_id);
}

# The clocks that run for an assignment and its submission: "claim_expires=3600", in
# seconds, separated by blanks.
sub clocks_of {
    my ($assignment_id) = @_;
    return sql(
        q{SELECT coalesce(string_agg(transition || '=' || round(extract(epoch FROM due_at - created_at)), ' ' ORDER BY transition), '')
            FROM clock
           WHERE entity_id = :'id' OR entity_id IN (SELECT id FROM submission WHERE assignment_id = :'id')},
        id => $assignment_id);
}

# How many mails of a kind were written to an account about an assignment.
sub mail_count {
    my ($mail, $account, $assignment_id) = @_;
    return sql(
        q{SELECT count(*) FROM queue_job
           WHERE kind = 'mail.send' AND payload ->> 'mail' = :'mail' AND payload ->> 'account_id' = :'account'
             AND payload -> 'data' ->> 'assignment_id' = :'id'},
        mail => $mail, account => $account->{id}, id => $assignment_id);
}

# What a side sees of an assignment's events: "tester claimed", oldest first. What the
# payment provider adds comes in its own time and is left out.
sub timeline {
    my ($actor, $assignment_id) = @_;
    my $page = api($actor, 'listAssignmentEvents', { assignment_id => $assignment_id })->{data};
    return [ map { "$_->{actor_kind} $_->{kind}" } grep { $_->{actor_kind} ne 'gateway' } @{ $page->{items} } ];
}

# A complete exploratory submission, for saveSubmission; options replace members of the
# report.
sub session_report {
    my (%report) = @_;
    return {
        summary     => 'An hour in the cart, with two findings.',
        environment => { os => 'Android', device => 'Pixel 8' },
        report      => {
            notes         => 'I filled and emptied the cart. ' x 10,
            areas_covered => ['cart'],
            marks         => [ map { { minute => $_ * 10, note => "Mark $_" } } 1 .. 3 ],
            %report,
        },
    };
}

1;
