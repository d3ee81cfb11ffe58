# SPDX-License-Identifier: Apache-2.0
# A job belongs to one worker: one that was given up for dead and comes back does not end it,
# and two jobs about the same money do not run at the same time. Nor are two decisions about
# one assignment taken without one knowing of the other.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Faults;
use PeerTest::Faults::Books;
use PeerTest::Faults::Stage;
use PeerTest::Make;
use PeerTest::Money;
use Test::More;
use Time::HiRes qw(sleep time);

my $A_WHILE = 0.8;    # seconds in which an idle worker looks for work several times
my $ROUNDS  = amount(5, 50);

fresh_world();
my $builder = as_builder();
my @testers = payable_testers(2);
my @work    = work_to_review($builder, \@testers, 2);

# Lets the provider think about the next transfer, while a piece of code sets it off.
sub with_a_slow_transfer {
    my ($code) = @_;
    sandbox('POST', 'faults', { kind => 'slow', method => 'POST', path_prefix => '/v1/transfers', delay_ms => 4500 });
    my $start = int(1000 * time);
    my $asked = sub { scalar @{ sandbox('GET', "requests?path=/v1/transfers&since=$start")->{items} } };
    $code->();
    return repeatedly(60, 'the provider is asked', $asked);
}

sub states_of {
    my ($submission) = @_;
    return sql("SELECT string_agg(state, ' ' ORDER BY id) FROM queue_job WHERE serial_key = 'money:' || :'id'", id => $submission->{id});
}

subtest 'a worker that was given up for dead comes back' => sub {
    my $submission = $work[0];
    with_a_slow_transfer(sub { approve($builder, $submission) });
    # Somebody else has taken the job over, and is at it.
    sql("UPDATE queue_job SET fence = fence + 1 WHERE serial_key = 'money:' || :'id'", id => $submission->{id});
    wait_until("SELECT state = 'succeeded' FROM money_intent WHERE subject_id = :'id'", id => $submission->{id});
    sleep $A_WHILE;
    is(states_of($submission), 'running', 'the job is not ended by the one whose it is no more');
    release_leases();
    everything_settles();
    is(states_of($submission), 'done', 'but by its successor');
    is(scalar made_for('transfers', "transfer:$submission->{id}:1"), 1, 'there is one transfer');
};

subtest 'a refund waits for the transfer of the same submission' => sub {
    my $submission = $work[1];
    with_a_slow_transfer(sub {
        my $answer = api($builder, 'approvePartially', { submission_id => $submission->{id} }, { percent => 40, comment => 'Two of the five steps are missing.' });
        die "$answer->{content}\n" unless $answer->{status} == 200;
    });
    sql("UPDATE clock SET due_at = now() WHERE entity_id = :'id' AND transition = 'dispute_expires'", id => $submission->{id});
    wait_until("SELECT count(*) = 2 FROM queue_job WHERE serial_key = 'money:' || :'id'", id => $submission->{id});
    sleep $A_WHILE;
    is(states_of($submission), 'running queued', 'one is under way, the other one waits');
    everything_settles();
    is(states_of($submission), 'done done', 'then both are done');
    is(scalar made_for('refunds', "refund:$submission->{id}:2"), 1, 'there is one refund');
};
subtest 'both submissions of an assignment are approved at the same moment' => sub {
    for my $round (1 .. $ROUNDS) {
        my $assignment = make_accepted($builder, make_bid($testers[0], make_plan($builder)));
        my %which      = (id => $assignment->{id});
        sql(q{UPDATE submission SET state = 'submitted', submitted_at = now(), review_due_at = now() + interval '5 days'
               WHERE assignment_id = :'id'}, %which);
        my @ids     = split /\n/, sql(q{SELECT id FROM submission WHERE assignment_id = :'id'}, %which);
        my @answers = at_once(map { [ $builder, 'approveSubmission', { submission_id => $_ }, {} ] } @ids);
        is(join(' ', map { $_->{status} } @answers), '200 200', "round $round: both are approved");
        is(sql(q{SELECT state FROM assignment WHERE id = :'id'}, %which), 'completed', 'and the last one completes it');
    }
};
everything_settles();
books_agree('at the end');

done_testing();
