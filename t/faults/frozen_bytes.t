# SPDX-License-Identifier: Apache-2.0
# What a request is made of changes between two attempts: account, fee, price book, charge.
# The second attempt sends the bytes of the first one all the same.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Faults;
use PeerTest::Faults::Books;
use PeerTest::Faults::Stage;
use PeerTest::Money;
use Test::More;

fresh_world();
my $builder = as_builder();
my @testers = payable_testers(4);
my @work    = work_to_review($builder, \@testers, 4, on_rejection => 'refund');

# Everything that a transfer or a refund is computed from, changed behind its back.
sub change_everything {
    my ($submission) = @_;
    sql(q{UPDATE account SET stripe_account_id = stripe_account_id || 'x' WHERE stripe_account_id IS NOT NULL});
    sql(q{INSERT INTO fee_schedule (builder_fee_bps, tester_fee_bps) VALUES (2000, 500) ON CONFLICT DO NOTHING});
    sql(q{UPDATE assignment SET fee_schedule_id = (SELECT id FROM fee_schedule WHERE tester_fee_bps = 500 LIMIT 1)
           WHERE id = :'id'}, id => $submission->{assignment_id});
    sql(q{UPDATE job SET title = title || ' (new)', reward_minor = reward_minor + 100 WHERE id = :'id'}, id => $submission->{job_id});
    sql(q{UPDATE submission SET reward_minor = reward_minor + 1, out_minor = out_minor + 1 WHERE id = :'id'}, id => $submission->{id});
    return;
}

sub change_back {
    my ($submission) = @_;
    sql(q{UPDATE account SET stripe_account_id = regexp_replace(stripe_account_id, 'x$', '')});
    sql(q{UPDATE job SET reward_minor = reward_minor - 100 WHERE id = :'id'}, id => $submission->{job_id});
    sql(q{UPDATE submission SET reward_minor = reward_minor - 1, out_minor = out_minor - 1 WHERE id = :'id'}, id => $submission->{id});
    return;
}

sub asked {
    my ($path, $submission) = @_;
    my @newest_first = grep { $_->{method} eq 'POST' && ($_->{parameters}{'metadata[submission]'} // '') eq $submission->{id} }
        @{ sandbox('GET', "requests?path=/v1/$path")->{items} };
    return reverse @newest_first;
}

my @plan = ([ transfers => '429' ], [ transfers => 'cut_before' ], [ refunds => '429' ], [ refunds => 'cut_after' ]);
for my $number (0 .. $#plan) {
    my ($path, $fault) = @{ $plan[$number] };
    my $submission = $work[$number];
    subtest "$path, first attempt: $fault" => sub {
        without_events(sub {
            sandbox('POST', 'faults', { kind => $_, method => 'POST', path_prefix => "/v1/$path" }) for $fault, '429';
            $path eq 'transfers' ? approve($builder, $submission) : reject($builder, $submission);
            repeatedly(60, 'a first attempt', sub { scalar(() = asked($path, $submission)) });
            change_everything($submission);
            everything_settles();
        });
        my @asked = asked($path, $submission);
        cmp_ok(scalar @asked, '>=', $fault eq 'cut_after' ? 1 : 2, 'it was asked for again, where it had to be');
        is_deeply($_->{parameters}, $asked[0]{parameters}, 'the same bytes') for @asked[ 1 .. $#asked ];
        is($_->{idempotency_key}, $asked[0]{idempotency_key}, 'the same key') for @asked[ 1 .. $#asked ];
        is(sql("SELECT count(DISTINCT body) || ' ' || count(*) FROM money_intent WHERE submission_id = :'id'", id => $submission->{id}),
            '1 1', 'there is one request');
        change_back($submission);
        sandbox('POST', 'webhooks', { mode => 'deliver' });
        release_events();
    };
}
is(scalar made_for('transfers', "transfer:$work[$_]{id}:1"), 1, 'one transfer') for 0, 1;
is((made_for('transfers', "transfer:$work[$_]{id}:1"))[0]{destination}, sql("SELECT stripe_account_id FROM account WHERE id = :'id'", id => $testers[$_]{id}),
    'to the account that was his when it was decided') for 0, 1;
everything_settles();
books_agree('at the end');

done_testing();
