# SPDX-License-Identifier: Apache-2.0
# What is kept ready of a job: who gets it, who gets more, and that it is right when two
# change at the same time what it is made of. t/sql/stored_forms.sql has each kind of write.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Database;
use PeerTest::Make;
use Test::More;

my $builder = as_builder();

sub seen { my ($job, $actor) = @_; return is_ok(api($actor, 'getJob', { job_id => $job->{id} }), 'read') }

sub is_right {
    my ($job, $name) = @_;
    local $Test::Builder::Level = $Test::Builder::Level + 1;
    return is(sql("SELECT form FROM api.wrong_forms WHERE job_id = :'id'", id => $job->{id}), '', $name);
}

# In a form that cannot be told from one that is made for somebody.
sub mark { my ($job) = @_; return sql(q{UPDATE job_page SET body = replace(body, title, 'As kept') FROM job WHERE id = job_id AND id = :'id'}, id => $job->{id}) }

subtest 'strangers get what is kept, who has to do with the job does not' => sub {
    my $job    = make_job($builder, seats => 2);
    my $worker = as_tester();
    my $claim  = make_claim($job, $worker);
    mark($job);
    is(seen($job, $_)->{title}, 'As kept', 'a stranger') for undef, as_tester(), as_builder();
    my $own = seen($job, $builder);
    is_deeply([ @$own{qw(title mine)} ], [ $job->{title}, JSON::PP::true ], 'its owner');
    is_deeply([ @{ seen($job, $worker) }{qw(title my_assignment_id)} ], [ $job->{title}, $claim->{id} ], 'who works on it');
    is_ok(api($worker, 'returnAssignment', { assignment_id => $claim->{id} }), 'a write');
    is(seen($job, undef)->{title}, $job->{title}, 'makes it anew');
    is_right($job, 'and right');
};

subtest 'fees are those of the site, the book and the level' => sub {
    my $owner = as_builder();
    sql(q{UPDATE account SET country = 'AQ' WHERE id = :'id'}, id => $owner->{id});
    my $plan = make_plan($owner);
    my $fees = sub { my ($actor) = @_; return join ' ', @{ seen($plan, $actor)->{roles}[0] }{qw(builder_fee_bps tester_fee_bps)} };
    my $page = sub { return sql(q{SELECT count(*) FROM job_page WHERE job_id = :'id'}, id => $plan->{id}) };
    my $site = $fees->($owner);
    is($page->(), 1, 'a page is there');
    is($fees->($_), $site, 'the site\'s own in both forms') for undef, as_tester();

    sql(q{INSERT INTO price (kind, market, level, tester_fee_bps, reason) VALUES ('fee', 'AQ', 'newcomer', 1234, 'A test')});
    is($page->(), 0, 'a fee takes the page away');
    is($fees->(undef), $site, 'nobody in particular has no level');
    (my $own = $site) =~ s/\d+\z/1234/;
    is($fees->(as_tester()), $own, 'a tester has one');
    sql(q{INSERT INTO queue_job (kind) VALUES ('jobs.forms')});
    run_jobs();
    is($page->(), 1, 'the page is made anew');
    is($fees->(undef), $site, 'and says the same');
    is($fees->(as_tester()), $own, 'the tester\'s fee stays his own');
    is_right($plan, 'it is right');
    sql(q{UPDATE price SET valid_until = now(), end_reason = 'A test' WHERE kind = 'fee' AND market = 'AQ' AND valid_until IS NULL});
    sql(q{INSERT INTO queue_job (kind) VALUES ('jobs.forms')});
    run_jobs();
    is($fees->(as_tester()), $site, 'an ended rule does not count');
};

subtest 'a form is that of the last commit, whoever came first' => sub {
    my $job     = make_job($builder, seats => 2);
    my $project = $job->{project_id};
    my $rename  = sub { return sprintf q{UPDATE project SET name = '%s' WHERE id = '%s'}, $_[0], $project };
    my $change  = sprintf q{UPDATE job SET brief = brief || '.' WHERE id = '%s'}, $job->{id};

    my $held = hold($rename->('First'));
    my $new  = make_job($builder, project_id => $project);
    sql($change);
    let_go($held);
    is_right($_, 'the project has another name, which no other transaction could see') for $job, $new;
    is(seen($_, undef)->{project_name}, 'First', 'it is shown') for $job, $new;

    $held = hold($change);
    sql($rename->('Second'));
    let_go($held);
    is_right($job, 'the job was changed at the same time');
    is(seen($job, undef)->{project_name}, 'Second', 'the name is the last one');
};

done_testing();
