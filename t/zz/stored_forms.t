# SPDX-License-Identifier: Apache-2.0
# After all that the tests before have done to jobs, projects and builders: is what is kept
# ready of each job what it would be if it were made now?
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use Test::More;

run_jobs();
cmp_ok(sql("SELECT count(*) FROM $_"), '>', 0, "there are rows in $_") for qw(job_page job_card);
is(sql('SELECT job_id, form FROM api.wrong_forms'), '', 'and all are right');
is(sql('SELECT count(*) FROM job_form_due'), 0, 'nothing is left to do');

done_testing();
