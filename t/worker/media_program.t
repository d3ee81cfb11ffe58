# SPDX-License-Identifier: Apache-2.0
# The program that reads hostile bytes: what it may do is tried from inside. ffprobe is bash
# here; the arguments that it is given, "-v error ...", make it run our script of that name.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use File::Temp ();
use IO::Select ();
use IO::Socket::INET ();
use PeerTest::Media;
use Test::More;

my $PROGRAM  = $ENV{PEERTEST_MEDIA} || "$ENV{PEERTEST_BUILD}/peertest-media";
my @settings = ('pixels=1000000', 'length=10', 'memory=1073741824', 'time=20', 'bytes=1000000');

sub write_file { my ($path, $bytes) = @_; open my $out, '>:raw', $path or die "$path: $!"; print {$out} $bytes; close $out; return $path }

# Runs the program in a new folder. Options: path, a folder with other programs; script, what
# they do; settings. Returns { folder, said, complained, status }.
sub run_program {
    my ($work, $bytes, $type, %options) = @_;
    my $folder = File::Temp->newdir;
    my $input  = write_file("$folder/input", $bytes);
    write_file("$folder/error", $options{script}) if $options{script};
    my $pid = open my $out, '-|' // die "fork: $!";
    if (!$pid) {
        chdir $folder;
        open STDERR, '>', 'messages' or die;
        %ENV = (PATH => join(':', grep { $_ } $options{path}, '/usr/bin', '/bin'), TMPDIR => "$folder");
        exec $PROGRAM, $work, $input, "type=$type", @settings, @{ $options{settings} || [] } or die;
    }
    my $said = do { local $/; <$out> // '' };
    close $out;
    return { folder => $folder, said => $said, status => $?, complained => do { open my $in, '<', "$folder/messages"; local $/; <$in> // '' } };
}

# A folder with bash under ffprobe's name.
sub disguise { my $folder = File::Temp->newdir; symlink '/usr/bin/bash', "$folder/ffprobe" or die; return $folder }

subtest 'what takes it over is alone' => sub {
    my $trap   = IO::Socket::INET->new(LocalAddr => '127.0.0.1', Listen => 5) or die "no socket: $!";
    my $port   = $trap->sockport;
    my $other  = File::Temp->newdir;
    my $secret = write_file("$other/secret", "the secret of somebody else\n");
    my $victim = fork // die;
    if (!$victim) { sleep 60; exit 0 }
    my $path = disguise();
    my $run  = run_program('recording', 'bytes', 'video/mp4', path => "$path", script => <<"SCRIPT");
cat '$secret' >>found 2>/dev/null
cat input >>read
( echo hello >'$other/written' ) 2>/dev/null
( exec 3<>/dev/tcp/127.0.0.1/$port && echo connected >>found ) 2>/dev/null
kill -9 $victim 2>/dev/null
cp /usr/bin/true ./program && ./program && echo ran >>found
yes | head -c 3000000 >large 2>/dev/null
echo "\$(ulimit -v) \$(ulimit -c) \$(ulimit -n)" >limits
env | grep -vE '^(PATH|TMPDIR|PWD|SHLVL|_|OLDPWD)=' >environment
grep NoNewPrivs /proc/self/status >status 2>/dev/null
true
SCRIPT
    my $read = sub { open my $in, '<', "$run->{folder}/$_[0]" or return ''; local $/; return scalar <$in> // '' };
    is($read->('read'), 'bytes', 'it reads its file');
    is($read->('found'), '', 'no other file, no network, no program of its own');
    ok(!-e "$other/written", 'it writes nowhere else');
    ok(!IO::Select->new($trap)->can_read(0.2), 'nobody came by');
    is(kill(0, $victim), 1, 'it ends no other process');
    kill KILL => $victim;
    waitpid $victim, 0;
    is(-s "$run->{folder}/large", 1_000_000, 'it writes no more than it may');
    is($read->('limits'), "1048576 0 64\n", 'memory, core files and open files are limited');
    is($read->('environment'), '', 'and it knows nothing of us');
};

subtest 'no reader but the one for its type looks at a file' => sub {
    my $secret = File::Temp->new;
    print {$secret} 'the secret of somebody else';
    $secret->flush;
    for my $list ("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://$secret\n#EXT-X-ENDLIST\n", "ffconcat version 1.0\nfile $secret\n") {
        for my $type ('video/mp4', 'video/webm', 'audio/mpeg', 'audio/ogg', 'audio/wav') {
            my $run = run_program('recording', $list, $type);
            is($run->{said} =~ s/\s+\z//r, '{"refused": "broken"}', "a list of files as $type");
        }
    }
    is(run_program('picture', "<svg xmlns='http://www.w3.org/2000/svg'/>", 'image/png')->{said}, qq({"refused": "broken"}\n), 'a drawing as image/png');
};

subtest 'too much' => sub {
    is(run_program('recording', mp4(seconds => 12), 'video/mp4')->{said}, qq({"refused": "too-long"}\n), 'a video that says that it is too long');
    like(run_program('recording', live_webm(), 'video/webm', settings => ['length=1'])->{said}, qr/^\{"refused": "too-long"\}$/m, 'and one that does not');
    is(run_program('picture', png(1001, 1000), 'image/png')->{said}, qq({"refused": "too-many-pixels"}\n), 'a dot too many');
    like(run_program('picture', png(1000, 1000), 'image/png')->{said}, qr/"width": 1000/, 'and just as many as allowed');
    like(run_program('recording', mp4(), 'video/mp4', settings => ['bytes=5000'])->{said}, qr/^\{"refused": "too-large"\}$/m, 'more bytes than a file may have');
};

subtest 'what is no fault of the file is none' => sub {
    my $run = run_program('recording', mp4(), 'video/mp4', settings => ['colour=red']);
    is($run->{said}, '', 'it says nothing of the file');
    isnt($run->{status}, 0, 'and fails');
    like($run->{complained}, qr/not a setting: colour=red/, 'it says why');
    my $empty = File::Temp->newdir;
    symlink '/nonexistent', "$empty/ffprobe";
    like(run_program('nothing', '', 'video/mp4')->{complained}, qr/not a kind of work/, 'nor does it guess');
};

subtest 'it knows what it needs' => sub {
    my $said = `$PROGRAM check`;
    is($?, 0, 'all is there');
    unlike($said, qr/NO/, 'and nothing is missing');
    like($said, qr/^seccomp: yes$/m, 'system calls are filtered');
};

done_testing;
