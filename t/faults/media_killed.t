# SPDX-License-Identifier: Apache-2.0
# httpd dies in the middle of a video: what it had started dies with it, somebody else takes
# the video over, and nothing is left lying about. Or what it had started dies alone.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest;
use PeerTest::Faults;
use PeerTest::Files;
use PeerTest::Media;
use Test::More;

my $FOLDER = ($ENV{PEERTEST_FILES} // "$ENV{PEERTEST_WORLD}/files");

# The processes that work in the folder of a job.
sub at_work {
    my ($job) = @_;
    return grep { (readlink "/proc/$_/cwd" // '') =~ m{/work/\Q$job\E(?: \(deleted\))?$} } map { m{/(\d+)$} } glob '/proc/[0-9]*';
}

sub stored { return split /\n/, `find '$FOLDER' -type f -not -path '*/part/*'` }

fresh_world();
my $owner = as_tester();
my $video = film('.mov', qw(-f lavfi -i testsrc=size=1280x720:rate=25 -t 10 -c:v mpeg4 -q:v 5 -f mov));
my @before = stored();

for my $turn (1 .. amount(1, 4)) {
    my $id  = to_check($owner, $video, name => 'Long.mov');
    my $job = job_of($id, 'id');
    repeatedly(60, 'it is being encoded', sub { sql("SELECT coalesce(progress, 0) > 0 FROM file WHERE id = :'id'", id => $id) eq 't' });
    my @workers = at_work($job);
    cmp_ok(scalar @workers, '>=', 2, 'the program and ffmpeg are at work');
    kill_children();
    repeatedly(60, 'they die with httpd', sub { return !grep { -e "/proc/$_/exe" } @workers });
    pass('both died with httpd');
    is(until_checked($owner, $id)->{state}, 'ready', 'another child made it');
    is(sql("SELECT state || ' ' || attempts FROM queue_job WHERE id = :'id'", id => $job), 'done 2', 'at the second try');
    run_jobs();
    ok(!-e "$FOLDER/work/$job", 'the folder of the work is gone');
}

subtest 'what works on a video dies alone' => sub {
    my $id  = to_check($owner, $video, name => 'Long.mov');
    my $job = job_of($id, 'id');
    repeatedly(60, 'it is being encoded', sub { sql("SELECT coalesce(progress, 0) > 0 FROM file WHERE id = :'id'", id => $id) eq 't' });
    my @workers = at_work($job);
    kill KILL => @workers;
    is(until_checked($owner, $id)->{state}, 'ready', 'the video is not blamed for it');
    run_jobs();
    is(sql("SELECT state || ' ' || attempts FROM queue_job WHERE id = :'id'", id => $job), 'done 2', 'it is made at the second try');
    ok(!-e "$FOLDER/work/$job", 'the folder of the work is gone');
};

my $known = sql('SELECT (SELECT count(*) FROM file) + (SELECT count(*) FROM file_rendition)');
is(stored() - @before, $known, 'the store has what the database knows, and no more');

done_testing;
