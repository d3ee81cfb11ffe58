# SPDX-License-Identifier: Apache-2.0
# Uploads into a bucket that is busy, breaks off, forgets its answers, is full or away, while
# the child of httpd dies: each goes on where it was, and nothing is left in the bucket.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use PeerTest::Httpd;
use PeerTest::OwnSite
    PeerTestStorage         => 's3',
    PeerTestStorageFolder   => undef,
    PeerTestS3Url           => "$ENV{PEERTEST_SANDBOX_URL}/s3/peertest",
    PeerTestS3KeyFile       => secret_file("sandbox-access-key:sandbox-secret-key-0123456789\n"),
    PeerTestProviderTimeout => 2,
    PeerTestUploadLease     => 2,
    PeerTestJobLease        => 10,
    PeerTestWorkerPollMs    => 100,
    PeerTestRetryDelays     => join ',', (1) x 20;
use Digest::SHA qw(sha256_hex);
use HTTP::Tiny ();
use PeerTest;
use PeerTest::Faults;
use PeerTest::Files;
use PeerTest::Tus;
use Test::More;
use Time::HiRes qw(sleep time);

my $MIB    = 1024 * 1024;
my @FAULTS = qw(429 500 500_after cut_before cut_after 507 timeout);
my $NOTHING = sha256_hex('');

sandbox('POST', 'reset');
my @testers = map { as_tester() } 1 .. amount(3, 6);

sub fault { my (%fault) = @_; return sandbox('POST', 'faults', { path_prefix => '/s3/', times => 1, delay_ms => 3000, %fault }) }

# What a list of the bucket names.
sub listed {
    my ($query, $member) = @_;
    open my $list, '-|', qw(curl -fsS --aws-sigv4 aws:amz:us-east-1:s3 --user sandbox-access-key:sandbox-secret-key-0123456789),
        '-H', "x-amz-content-sha256: $NOTHING", "$ENV{PEERTEST_SANDBOX_URL}/s3/peertest?$query" or die "curl: $!\n";
    local $/;
    my $xml = <$list>;
    close $list or die "the bucket does not answer\n";
    return sort $xml =~ m{<$member>([^<]*)</$member>}g;
}

# A log that is like no other, and like no other kind of file.
sub log_of { my ($bytes) = @_; my $line = 'GET /' . join('', map { chr(97 + rand 26) } 6 .. 1023) . "\n"; return substr $line x (1 + $bytes / 1024), 0, $bytes }

# Sends a file in pieces, and goes on after each failure where the server says.
sub send_whole {
    my ($tester, $id, $bytes) = @_;
    my $until = time + 240;
    my $at    = 0;
    while ($at < length $bytes) {
        die "not whole in time: $at\n" if time > $until;
        my $piece  = 1 + chance(6 * $MIB);
        my $answer = eval { append($tester, $id, $at, substr $bytes, $at, $piece) };
        next if $answer && $answer->{status} == 204 && ($at = $answer->{headers}{'upload-offset'});
        sleep 0.2;
        my $head = eval { upload_head($tester, $id) };
        $at = $head->{headers}{'upload-offset'} if $head && $head->{status} == 200;
        return if $head && $head->{status} == 410;
    }
    return;
}

sub kill_the_child { kill KILL => httpd_children(); return }

my (%bytes, %owner);

subtest 'everything fails now and then' => sub {
    my @hands;
    for my $tester (@testers) {
        my $bytes = log_of(9 * $MIB + chance(9 * $MIB));
        my $id    = is_created(begin_upload($tester, length => length $bytes, name => 'Console.log'), 'an upload')->{id};
        ($bytes{$id}, $owner{$id}) = ($bytes, $tester);
        push @hands, aside(sub { send_whole($tester, $id, $bytes) });
    }
    my %struck;
    for (1 .. amount(12, 60)) {
        my $kind = pick(@FAULTS);
        $struck{$kind}++;
        fault(kind => $kind, method => pick(qw(GET POST PUT PUT DELETE any)), times => 1 + chance(3));
        kill_the_child() unless chance(4);
        sleep 0.3;
    }
    note join ', ', map { "$struck{$_} x $_" } sort keys %struck;
    sandbox('DELETE', 'faults');
    is(finish(@hands), 0, 'all of them arrive');
};

subtest 'what came is what was sent' => sub {
    wait_ready();
    everything_settles();
    for my $id (sort keys %bytes) {
        my $file = is_ok(api($owner{$id}, 'getFileInfo', { file_id => $id }));
        is($file->{state}, 'ready', 'ready');
        my $link = api($owner{$id}, 'getFile', { file_id => $id })->{headers}{location};
        is(sha256_hex(HTTP::Tiny->new->get($link)->{content}), sha256_hex($bytes{$id}), 'byte by byte');
        is(api($owner{$id}, 'getStorage')->{data}{used_bytes}, length $bytes{$id}, 'and counted once');
    }
};

subtest 'a last step that is late' => sub {
    my ($id)   = sort keys %bytes;
    my $again  = q{UPDATE file SET state = 'checking', progress = 50 WHERE id = :'id';
                   INSERT INTO queue_job (kind, payload) VALUES ('upload.finish', jsonb_build_object('file_id', :'id'))};
    my $checks = q{SELECT count(*) FROM queue_job WHERE kind = 'file.check' AND payload ->> 'file_id' = :'id'};
    sql($again, id => $id);
    run_jobs();
    is(sql($checks, id => $id), 1, 'a part that is finished twice is checked once');

    # As it is when a worker that was thought dead comes back after the file was checked.
    my $key = sql("SELECT store_key FROM file WHERE id = :'id'", id => $id);
    fault(kind => 'slow', method => 'HEAD', delay_ms => 1500);
    sql($again, id => $id);
    repeatedly(60, 'it is on its way', sub { grep { ($_->{fault} // '') eq 'slow' } @{ sandbox('GET', "requests?path=/s3/peertest/$key")->{items} } });
    sql(q{UPDATE file SET state = 'ready', progress = NULL WHERE id = :'id'}, id => $id);
    run_jobs();
    my $link = api($owner{$id}, 'getFile', { file_id => $id })->{headers}{location};
    is(HTTP::Tiny->new->get($link)->{status}, 200, 'and does not take a file away that was checked');
};

subtest 'nothing is left over' => sub {
    is_deeply([ listed('list-type=2', 'Key') ], [ sort map { sql("SELECT store_key FROM file WHERE id = '$_'") } keys %bytes ], 'the bucket has the files, and no more');
    is_deeply([ listed('uploads=', 'UploadId') ], [], 'and no parts');
    is(sql('SELECT count(*) FROM upload WHERE leased_until > now()'), 0, 'nobody holds an upload');
    is(sql(q{SELECT count(*) FROM queue_job WHERE state = 'dead'}), 0, 'no job was given up');
};

done_testing();
