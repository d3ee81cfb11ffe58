# SPDX-License-Identifier: Apache-2.0
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Make;
use Test::More;

my $source = ($ENV{PEERTEST_SRC} // '.') . '/sql/seed/templates.sql';

# Plants the templates as "up" does.
sub plant {
    open my $fh, '<', $source or die "$source: $!";
    local $/;
    return sql('BEGIN;' . <$fh> . 'COMMIT;');
}

plant();
my $all = is_ok(api(undef, 'listTemplates'), 'everybody sees them')->{items};

subtest 'there is something for most' => sub {
    my %categories = map { $_->{category} => 1 } @$all;
    ok(@$all >= 12, 'a dozen and more');
    ok(keys %categories >= 6, 'in several categories');
    is_deeply([ sort { $a <=> $b } map { $_->{steps} ? scalar @{ $_->{steps} } : 0 } grep { $_->{service_type} eq 'exploratory' } @$all ]->[-1], 0, 'a session has no steps');
    ok(!(grep { $_->{service_type} eq 'functional_scripted' && !@{ $_->{steps} } } @$all), 'a script has some');
    is(api(undef, 'listTemplates')->{headers}{'cache-control'}, 'public, max-age=60', 'and they may be kept for a while');
};

subtest 'each can become a job as it is' => sub {
    my $builder = as_builder();
    my $project = make_project($builder);
    for my $template (@$all) {
        is_created(api($builder, 'createJob', {}, {
            kind => 'simple', project_id => $project->{id}, currency => 'usd', seats => 1,
            requirements => { platforms => $template->{platforms} },
            map { $_ => $template->{$_} } qw(title brief service_type steps reward_minor),
        }), $template->{key});
    }
};

subtest 'one category at a time' => sub {
    my $shop = is_ok(api(undef, 'listTemplates', { category => 'Shop' }), 'asked for')->{items};
    is_deeply($shop, [ grep { $_->{category} eq 'Shop' } @$all ], 'only those');
    is_deeply(is_ok(api(undef, 'listTemplates', { category => 'Submarines' }), 'a strange one')->{items}, [], 'has none');
    is_problem(api(undef, 'listTemplates', { category => 'x' x 61 }), 'invalid-input', 'a long one is refused');
};

subtest 'planting again changes nothing, and mends what was changed' => sub {
    sql("UPDATE job_template SET title = 'Wrong' WHERE key = 'shop-checkout'");
    sql("INSERT INTO job_template SELECT 'old-one', category, 1, title, summary, brief, service_type, steps, reward_minor, platforms FROM job_template LIMIT 1");
    plant();
    is_deeply(is_ok(api(undef, 'listTemplates'), 'listed')->{items}, $all, 'the same as before');
};

done_testing();
