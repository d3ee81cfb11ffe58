# SPDX-License-Identifier: Apache-2.0
package PeerTest::Faults::Walk;
# A random walk over everything that can be done with work and its money: each step takes a
# move, looks for something it could be done to, and does it. One in five is done to whatever
# is there, where it is mostly refused; one in three is a move that nobody has made yet.
use strict;
use warnings FATAL => 'all';
use Exporter 'import';
use PeerTest;
use PeerTest::Faults;
use PeerTest::Make;
use PeerTest::Money qw(GOOD_CARD BAD_CARD);
use PeerTest::Work qw(session_report role_of);

our @EXPORT = qw(walk_cast walk_step walk_moves unmade_moves);

my (%cast, @builders, @testers, @admins);
my $notes;       # a folder, with a file for each move that somebody has made
my $anywhere;    # is this step to be done to whatever is there?

# Who is on stage: (builders => [...], testers => [...], admins => [...]); and a folder of
# their own, by which the processes that walk know of each other: notes => '/tmp/x'.
sub walk_cast {
    my (%who) = @_;
    $notes    = $who{notes};
    @builders = @{ $who{builders} };
    @testers  = @{ $who{testers} };
    @admins   = @{ $who{admins} };
    %cast = map { $_->{id} => $_ } @builders, @testers, @admins;
    return;
}

# --- Finding something -----------------------------------------------------------------

# A row of a statement by chance, as a hash; undef where there is none.
sub some {
    my ($columns, $rest) = @_;
    my @rows = split /\n/, sql("SELECT concat_ws('|', " . join(', ', map { "coalesce(($_)::text, '')" } @$columns) . ") $rest LIMIT 200");
    return unless @rows;
    my %row;
    @row{ map { /(\w+)$/ } @$columns } = split /\|/, pick(@rows), -1;
    return \%row;
}

sub in_states { my ($column, @states) = @_; return $anywhere ? 'true' : "$column IN (" . join(', ', map { "'$_'" } @states) . ')' }

sub submission {
    my (@states) = @_;
    return some([qw(s.id s.state s.assignment_id s.item_id j.owner_id a.tester_id)], q{
        FROM submission s JOIN assignment a ON a.id = s.assignment_id JOIN job j ON j.id = a.job_id
       WHERE } . in_states('s.state', @states) . ($anywhere ? '' : ' AND s.settled_at IS NULL') . ' ORDER BY s.id DESC');
}

# An assignment of which nothing was ever handed in.
sub untouched {
    my $condition = $anywhere ? 'true' : q{a.state = 'active' AND NOT EXISTS (
        SELECT FROM submission s WHERE s.assignment_id = a.id AND (s.state <> 'draft' OR s.submitted_at IS NOT NULL))};
    return some([qw(a.id a.tester_id j.owner_id)], "FROM assignment a JOIN job j ON j.id = a.job_id WHERE $condition ORDER BY a.id DESC");
}

sub job { my ($kind, @states) = @_; return some([qw(j.id j.owner_id)], "FROM job j WHERE kind = '$kind' AND " . in_states('j.state', @states) . ' ORDER BY j.id DESC') }

sub bid {
    my (@states) = @_;
    return some([qw(b.id b.tester_id j.owner_id b.revision b.state)],
        'FROM bid b JOIN job_role r ON r.id = b.role_id JOIN job j ON j.id = r.job_id WHERE ' . in_states('b.state', @states) . ' ORDER BY b.id DESC');
}

sub dispute {
    my (@states) = @_;
    return some([qw(d.id d.submission_id a.tester_id j.owner_id d.opened_by)], q{
        FROM dispute d JOIN assignment a ON a.id = d.assignment_id JOIN job j ON j.id = d.job_id WHERE }
        . in_states('d.state', @states) . ' ORDER BY d.id DESC');
}

sub owner  { return $cast{ $_[0]{owner_id} } }
sub tester { return $cast{ $_[0]{tester_id} } }
sub side   { return pick(owner($_[0]), tester($_[0])) }

# --- Moves -----------------------------------------------------------------------------

my $WORDS = 'Said while walking at random, and long enough to be taken.';

# A call to be made, [actor, operation, parameters, body], or undef: nothing to do it to.
sub of_submission {
    my ($who, $operation, $states, $body) = @_;
    return sub {
        my $found = submission(@$states) or return;
        return [ $who->($found), $operation, { submission_id => $found->{id} }, $body ? $body->($found) : () ];
    };
}

sub of_dispute {
    my ($who, $operation, $states, $body) = @_;
    return sub {
        my $found = dispute(@$states) or return;
        return [ $who->($found), $operation, { dispute_id => $found->{id} }, $body ? $body->($found) : () ];
    };
}

sub of_bid {
    my ($who, $operation, $states, $body) = @_;
    return sub {
        my $found = bid(@$states) or return;
        return [ $who->($found), $operation, { bid_id => $found->{id} }, $body ? $body->($found) : () ];
    };
}

sub an_admin { return pick(@admins) }
sub report_of { my ($found) = @_; return $found->{item_id} ? session_report() : make_report() }

# The items of a bid's role with an amount each, as its next offer.
sub offer_of {
    my ($found) = @_;
    my @items = split /\n/, sql("SELECT i.id FROM bid b JOIN job_item i ON i.role_id = b.role_id WHERE b.id = :'id' ORDER BY i.position", id => $found->{id});
    return { items => [ map { { item_id => $_, amount_minor => 1000 + 10 * chance(200) } } @items ] };
}

sub of_assignment {
    my ($who, $operation, $body) = @_;
    return sub {
        my $found = untouched() or return;
        return [ $who->($found), $operation, { assignment_id => $found->{id} }, $body ? $body->() : () ];
    };
}

sub comment { return { comment => $WORDS } }
sub reason  { return { reason => $WORDS } }
sub revision_of { my ($found) = @_; return { revision => 0 + $found->{revision} } }

# Weight, name, and what makes the call; what is done outside of the API is done at once.
my @MOVES = (
    [ 6,  'publishJob: simple',          \&publish_simple ],
    [ 4,  'publishJob: structured',      \&publish_structured ],
    [ 12, 'pay',                         \&pay_something ],
    [ 2,  'cancelPayment',               \&give_payment_up ],
    [ 1,  'cancelJob',                   \&cancel_job ],
    [ 14, 'claimJob',                    \&claim ],
    [ 10, 'createBid',                   \&make_offer ],
    [ 2,  'counterBid: builder',         of_bid(\&owner, 'counterBid', [qw(submitted countered_by_tester)], \&offer_of) ],
    [ 1,  'counterBid: tester',          of_bid(\&tester, 'counterBid', ['countered_by_builder'], \&offer_of) ],
    [ 2,  'declineCounter',              of_bid(\&tester, 'declineCounter', ['countered_by_builder']) ],
    [ 4,  'acceptBid: builder',          of_bid(\&owner, 'acceptBid', [qw(submitted countered_by_tester)], \&revision_of) ],
    [ 3,  'acceptBid: tester',           of_bid(\&tester, 'acceptBid', ['countered_by_builder'], \&revision_of) ],
    [ 4,  'payBid',                      of_bid(\&owner, 'payBid', ['agreed']) ],
    [ 1,  'rejectBid',                   of_bid(\&owner, 'rejectBid', ['submitted'], sub { return { reason => 'too_expensive' } }) ],
    [ 1,  'withdrawBid',                 of_bid(\&tester, 'withdrawBid', [qw(submitted agreed)]) ],
    [ 5,  'saveSubmission',              of_submission(\&tester, 'saveSubmission', [qw(draft changes_requested)], \&report_of) ],
    [ 3,  'addFinding',                  of_submission(\&tester, 'addFinding', ['draft'], sub { return make_finding() }) ],
    [ 16, 'submitSubmission',            \&hand_in ],
    [ 2,  'requestChanges',              of_submission(\&owner, 'requestChanges', ['submitted'], \&comment) ],
    [ 4,  'requestInfo',                 of_submission(\&owner, 'requestInfo', ['submitted'], sub { return { question => $WORDS } }) ],
    [ 4,  'replyInfo',                   of_submission(\&tester, 'replyInfo', ['needs_info'], sub { return { answer => $WORDS } }) ],
    [ 6,  'approveSubmission',           of_submission(\&owner, 'approveSubmission', ['submitted'], sub { return {} }) ],
    [ 5,  'approvePartially',            of_submission(\&owner, 'approvePartially', ['submitted'], sub { return { percent => 1 + chance(99), comment => $WORDS } }) ],
    [ 5,  'rejectSubmission',            of_submission(\&owner, 'rejectSubmission', ['submitted'], sub { return { reason => 'insufficient_evidence', comment => $WORDS } }) ],
    [ 2,  'waiveSubmission',             of_submission(\&owner, 'waiveSubmission', [qw(draft changes_requested)], \&comment) ],
    [ 6,  'disputeSubmission: tester',   of_submission(\&tester, 'disputeSubmission', [qw(rejected approved_partial)], sub { return { kind => pick(qw(scope evidence severity)), statement => $WORDS } }) ],
    [ 1,  'disputeSubmission: builder',  of_submission(\&owner, 'disputeSubmission', ['submitted'], sub { return { kind => 'conduct', statement => $WORDS } }) ],
    [ 3,  'answerDispute',               of_dispute(\&side, 'answerDispute', ['open'], sub { return { body => $WORDS } }) ],
    [ 4,  'proposeSplit',                of_dispute(\&side, 'proposeSplit', [qw(open answered)], sub { return { tester_percent => 25 * chance(5) } }) ],
    [ 4,  'decideDispute',               of_dispute(\&an_admin, 'decideDispute', [qw(open answered)], \&decision) ],
    [ 3,  'decideDispute: appeal',       of_dispute(\&an_admin, 'decideDispute', ['appealed'], \&decision) ],
    [ 3,  'acceptDecision',              of_dispute(\&side, 'acceptDecision', ['decided']) ],
    [ 3,  'appealDecision',              of_dispute(\&side, 'appealDecision', ['decided'], sub { return { statement => $WORDS } }) ],
    [ 2,  'cancelAssignment',            of_assignment(\&owner, 'cancelAssignment', \&comment) ],
    [ 2,  'returnAssignment',            of_assignment(\&tester, 'returnAssignment') ],
    [ 2,  'extendAssignment',            of_assignment(\&tester, 'extendAssignment') ],
    [ 3,  'refundSubmission',            of_submission(\&an_admin, 'refundSubmission', [qw(draft submitted rejected approved_partial)], sub { return { amount_minor => 1 + chance(900), reason => $WORDS } }) ],
    [ 1,  'freezeUser',                  sub { return [ an_admin(), 'freezeUser', { user_id => pick(@builders)->{id} }, reason() ] } ],
    [ 3,  'unfreezeUser',                \&unfreeze ],
    [ 1,  'reversePayout',               \&reverse_payout ],
    [ 1,  'charge back',                 \&charge_back ],
    [ 1,  'bank decides',                \&let_the_bank_decide ],
    [ 14, 'clock',                       \&let_a_clock_strike ],
);

sub decision { return { tester_percent => chance(101), reason => $WORDS } }

sub publish_simple {
    my $draft = make_draft(pick(@builders), seats => 1 + chance(4), on_rejection => pick(qw(reopen refund)));
    return [ owner_of($draft), 'publishJob', { job_id => $draft->{id} } ];
}

sub publish_structured {
    my $draft = make_plan_draft(pick(@builders), roles => [ role_of(2, { bonus_unit_minor => 50, bonus_cap_minor => 500 }, {}) ]);
    return [ owner_of($draft), 'publishJob', { job_id => $draft->{id} } ];
}

sub give_payment_up {
    my $payment = some([qw(p.id j.owner_id)], q{FROM payment p JOIN job j ON j.id = p.job_id WHERE p.state = 'pending' ORDER BY p.id}) or return;
    return [ owner($payment), 'cancelPayment', { payment_id => $payment->{id} } ];
}

sub cancel_job {
    my $job = job(pick(qw(simple structured)), qw(open filled published awarding in_progress)) or return;
    return [ owner($job), 'cancelJob', { job_id => $job->{id} } ];
}

sub claim {
    my $job = job('simple', 'open') or return;
    return [ pick(@testers), 'claimJob', { job_id => $job->{id} } ];
}

sub make_offer {
    my $job = job('structured', qw(published awarding)) or return;
    return [ pick(@testers), 'createBid', { job_id => $job->{id} }, bid_on($job) ];
}

sub unfreeze {
    my $frozen = some(['id'], 'FROM account WHERE frozen_at IS NOT NULL ORDER BY id') or return;
    return [ an_admin(), 'unfreezeUser', { user_id => $frozen->{id} }, reason() ];
}

sub reverse_payout {
    my $payout = some(['id'], q{FROM payout WHERE state = 'completed' ORDER BY id}) or return;
    return [ an_admin(), 'reversePayout', { payout_id => $payout->{id} }, { to => pick(qw(builder platform)), %{ reason() } } ];
}

# Most of what is handed in is complete.
sub hand_in {
    my $found = submission(qw(draft changes_requested)) or return;
    api(tester($found), 'saveSubmission', { submission_id => $found->{id} }, report_of($found)) if chance(4);
    return [ tester($found), 'submitSubmission', { submission_id => $found->{id} } ];
}

sub owner_of { my ($job) = @_; return $cast{ sql("SELECT owner_id FROM job WHERE id = :'id'", id => $job->{id}) } }

sub bid_on {
    my ($job) = @_;
    my ($role, @items) = split /\n/, sql(q{WITH r AS (SELECT id FROM job_role WHERE job_id = :'id' ORDER BY position LIMIT 1)
        SELECT id FROM r UNION ALL (SELECT i.id FROM job_item i JOIN r ON i.role_id = r.id ORDER BY i.position)}, id => $job->{id});
    return { role_id => $role, days => 5, items => [ map { { item_id => $_, amount_minor => 2000 + 10 * chance(200) } } @items ] };
}

# Pays at the provider's page: mostly with success.
sub pay_something {
    my $payment = some([qw(checkout_session_id)], q{FROM payment WHERE state = 'pending' AND checkout_session_id IS NOT NULL ORDER BY id}) or return;
    return did('pay', "checkout/$payment->{checkout_session_id}/pay", { card => chance(4) ? GOOD_CARD : BAD_CARD });
}

# A card's holder takes his money back.
sub charge_back {
    my @charges = grep { $_->{paid} && !$_->{refunded} && !$_->{disputed} } @{ sandbox('GET', 'state?only=charges')->{charges} } or return;
    return did('charge back', 'disputes', { charge => pick(@charges)->{id} });
}

sub let_the_bank_decide {
    my @open = grep { $_->{status} =~ /needs_response|under_review/ } @{ sandbox('GET', 'state?only=disputes')->{disputes} } or return;
    return did('bank decides', 'disputes/' . pick(@open)->{id} . '/close', { outcome => pick(qw(won lost)) });
}

# What somebody does at the provider; he may come too late.
sub did {
    my ($what, $path, $body) = @_;
    return eval { sandbox('POST', $path, $body); 1 } ? $what : "$what: too late";
}

# What was to happen some day happens now. Mostly not to a payment, or to a job's time to take
# anybody: they end what somebody may be about to pay or to claim.
sub let_a_clock_strike {
    my $clock = some([qw(id transition)], q{FROM clock WHERE due_at > now() + interval '1 minute'
        AND NOT ((entity = 'payment' OR transition IN ('deadline', 'window_ends')) AND random() < 0.8) ORDER BY id}) or return;
    sql("UPDATE clock SET due_at = now() WHERE id = :'id'", id => $clock->{id});
    return "clock $clock->{transition}";
}

# --- Steps -----------------------------------------------------------------------------

my @deck = map { my $move = $_; ($move) x $move->[0] } @MOVES;

sub walk_moves { return map { $_->[1] } @MOVES }

sub mark_of { my ($name) = @_; return "$notes/made-" . $name =~ s/\W+/-/gr }

# The names of the moves that nobody has made yet.
# Moves that few others lead to: those are made again as long as it is not.
my %LEADS = (payBid => [ 'createBid', 'counterBid: builder', 'acceptBid: tester' ]);

sub unmade_moves { return grep { !-e mark_of($_) } walk_moves() }

sub made {
    my ($name) = @_;
    open my $mark, '>', mark_of($name) or die mark_of($name) . ": $!";
    return;
}

# One step. Returns what was done and the status of the answer: ('approveSubmission', 409).
sub walk_step {
    my %unmade  = map { $_ => 1 } unmade_moves();
    my %leads   = map { $_ => 1 } map { @{ $LEADS{$_} || [] } } keys %unmade;
    my @new     = chance(3) ? () : (shuffled(grep { $unmade{ $_->[1] } } @MOVES), shuffled(grep { $leads{ $_->[1] } } @MOVES));
    my @tries   = (@new, map { pick(@deck) } 1 .. 20);
    for my $number (0 .. $#tries) {
        $anywhere = $number >= @new && !chance(5);
        my (undef, $name, $find) = @{ $tries[$number] };
        my $call = $find->() or next;
        my ($said, $status) = ref $call ? ($name, ask(@$call)) : ($call, $call =~ /too late/ ? 409 : 200);
        made($name) if $status < 300;
        return ($said, $status);
    }
    return ('nothing', 0);
}

sub ask {
    my ($actor, $operation, $params, $body) = @_;
    my $answer = api($actor, $operation, $params, $body);
    die "$operation: $answer->{status} $answer->{content}\n" if $answer->{status} >= 500 || $answer->{status} == 401;
    return $answer->{status};
}

1;
