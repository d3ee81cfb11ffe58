# SPDX-License-Identifier: Apache-2.0
package PeerTest::Httpd;
# An httpd of a test's own, with the module that was built: asked whether it would start
# with some configuration, or really started on a free port of the loopback.
use strict;
use warnings FATAL => 'all';
use Exporter 'import';
use File::Temp qw(tempdir);
use HTTP::Tiny ();
use IO::Socket::INET ();
use Time::HiRes qw(sleep time);

our @EXPORT = qw(config_says site_lines secret_file free_port httpd_start httpd_graceful httpd_children stored_in);

my $secrets = "$ENV{PEERTEST_WORLD}/secrets";
my $folder  = tempdir(CLEANUP => 1);
my $files   = 0;
mkdir "$folder/files", 0700 or die "$folder/files: $!\n";
my $running;    # the file that the started one was given

chomp(my $httpd   = $ENV{PEERTEST_HTTPD} // `apxs -q SBINDIR` =~ s/\n//r . '/' . `apxs -q PROGNAME`);
chomp(my $modules = `apxs -q LIBEXECDIR`);
my @modules = qw(mpm_event authz_core mime dir unique_id dbd);

# The folder of what people upload to such a site.
sub stored_in { return "$folder/files" }

# A file that only its owner can read, or with another mode.
sub secret_file {
    my ($content, $mode) = @_;
    my $path = written("secret-" . ++$files, $content);
    chmod $mode // 0600, $path or die "$path: $!\n";
    return $path;
}

sub written {
    my ($name, $content) = @_;
    open my $file, '>', "$folder/$name" or die "$folder/$name: $!\n";
    print {$file} $content;
    close $file or die "$folder/$name: $!\n";
    return "$folder/$name";
}

# The lines of a complete site, with some directives replaced, or left out by undef.
sub site_lines {
    my (%changes) = @_;
    my %lines = (
        PeerTest                       => 'On',
        PeerTestSiteId                 => 'conf',
        PeerTestEnvironment            => 'test',
        PeerTestPublicUrl              => 'http://localhost:9',
        PeerTestDatabase               => qq("$ENV{PEERTEST_DB}"),
        PeerTestSecretFile             => "$secrets/peertest.key",
        PeerTestStripeKeyFile          => "$secrets/stripe.key",
        PeerTestStripeWebhookSecretFile => "$secrets/stripe-webhook.key",
        PeerTestStripeBaseUrl          => "$ENV{PEERTEST_SANDBOX_URL}/stripe",
        PeerTestStorageFolder          => "$folder/files",
        PeerTestMailUrl                => "smtp://127.0.0.1:$ENV{PEERTEST_SMTP_PORT}",
        PeerTestMailFrom               => '"PeerTest Hub <hello@peertest.example>"',
        %changes,
    );
    return join '', map { "$_ $lines{$_}\n" } grep { defined $lines{$_} } sort keys %lines;
}

sub server_lines {
    my ($port) = @_;
    return join "\n", "ServerRoot $folder", "PidFile $folder/httpd.pid", "DefaultRuntimeDir $folder", "Mutex file:$folder",
        "ErrorLog $folder/error_log", 'LogLevel warn', 'ServerName default.example',
        (map { "LoadModule ${_}_module $modules/mod_$_.so" } @modules),
        "LoadModule peertest_module $ENV{PEERTEST_BUILD}/.libs/mod_peertest.so",
        'TypesConfig /etc/mime.types', "Listen 127.0.0.1:$port", 'ServerLimit 1', 'StartServers 1', 'ThreadsPerChild 16', 'MaxRequestWorkers 16',
        'DBDriver pgsql', 'DBDMin 0', 'DBDMax 24', 'PeerTestWorkerThreads 1', 'PeerTestBcryptCost 4',
        "PeerTestMediaProgram $ENV{PEERTEST_BUILD}/peertest-media", '';
}

# What "httpd -t" says of lines: ('' where it has no objection).
sub config_says {
    my ($lines) = @_;
    my $path = written('test.conf', server_lines(9) . $lines);
    my $said = `$httpd -t -f $path 2>&1`;
    return $? ? $said || 'it failed' : '';
}

sub free_port { return IO::Socket::INET->new(LocalAddr => '127.0.0.1', Listen => 1)->sockport }

sub httpd_start {
    my ($port, $lines) = @_;
    $running = written('running.conf', server_lines($port) . $lines);
    system($httpd, '-f', $running, '-k', 'start') == 0 or die "httpd does not start\n";
    wait_for($port);
    return;
}

# The processes that answer.
sub httpd_children {
    open my $file, '<', "$folder/httpd.pid" or die "httpd does not run\n";
    chomp(my $pid = <$file>);
    return split ' ', `pgrep -P $pid`;
}

# A graceful restart with other lines; returns when the new child answers.
sub httpd_graceful {
    my ($port, $lines) = @_;
    written('running.conf', server_lines($port) . $lines);
    system($httpd, '-f', $running, '-k', 'graceful') == 0 or die "httpd does not restart\n";
    wait_for($port);
    return;
}

sub wait_for {
    my ($port) = @_;
    my $until = time + 60;
    while (!HTTP::Tiny->new(timeout => 5)->get("http://127.0.0.1:$port/api/v1/ready")->{success}) {
        die "httpd is not ready: " . error_log() if time > $until;
        sleep 0.1;
    }
    return;
}

sub error_log { open my $log, '<', "$folder/error_log" or return ''; local $/; return <$log> }

# Ends what was started, and waits for its end: its folder goes next.
END {
    my $status = $?;
    if ($running && open my $file, '<', "$folder/httpd.pid") {
        chomp(my $pid = <$file>);
        kill TERM => $pid;
        for (1 .. 100) {
            last unless kill 0 => $pid;
            sleep 0.1;
        }
    }
    $? = $status;
}

1;
