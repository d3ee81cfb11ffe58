# SPDX-License-Identifier: Apache-2.0
# Mails: every kind of domain/mails.def, rendered and delivered to the sandbox's inbox.
use strict;
use warnings FATAL => 'all';
use lib 't/lib';
use JSON::PP ();
use PeerTest;
use Test::More;

my $json   = JSON::PP->new->canonical;
my $source = ($ENV{PEERTEST_SRC} // '.') . '/mod_peertest/domain/mails.def';
my $words  = do {
    open my $fh, '<', $source or die "$source: $!";
    local $/;
    <$fh>;
};
my @kinds = $words =~ /^PT_MAIL(?:_ONLY)?\("(\w+)"/mg;
my $id   = '01a1fe20-7add-7994-bcb4-052e5b9d6a01';
my %data = (
    token            => 'abc-DEF_123',
    job_id           => $id,
    assignment_id    => $id,
    submission_id    => $id,
    job_title        => 'Check the checkout',
    builder_name     => 'Bea Builder',
    tester_name      => 'Tom Tester',
    amount_minor     => 123450,
    fee_minor        => 250,
    currency         => 'usd',
    claim_expires_at => '2026-03-03T13:05:00.000Z',
    review_due_at    => '2026-07-03T13:05:00.000Z',
    receipt_url      => 'https://pay.example/receipt/1',
    failure_code     => 'insufficient_funds',
    bid_id           => $id,
    role_id          => $id,
    role_name        => 'Shoppers',
    item_title       => 'Pay with a card',
    message          => 'We liked your last test.',
    comment          => 'Please show the receipt.',
    bids             => 3,
    deadline_at      => '2026-07-03T13:05:00.000Z',
    turn_expires_at  => '2026-07-03T13:05:00.000Z',
    changes_due_at   => '2026-07-03T13:05:00.000Z',
    percent          => 60,
);
# What the texts name beyond that; names and amounts are made when a mail is.
$data{$_} //= /_id\z/ ? $id : /_at\z/ ? '2026-07-03T13:05:00.000Z' : 'Some words.'
    for grep { !/\A(?:name|site_name|site_url|amount|fee)\z/ } $words =~ /\{(\w+)\}/g;

# Asks for a mail as a transaction would; returns the background job's id.
sub ask_for {
    my ($mail, $account, %changes) = @_;
    my $payload = $json->encode({ mail => $mail, account_id => $account->{id}, data => { %data, %changes } });
    return sql("INSERT INTO queue_job (kind, payload) VALUES ('mail.send', :'payload') RETURNING id", payload => $payload);
}

# Asks for a mail and returns it as it arrived.
sub deliver {
    my ($mail, $account, %changes) = @_;
    ask_for($mail, $account, %changes);
    run_jobs();
    my ($arrived) = mails_to($account->{email});
    return $arrived // {};
}

cmp_ok(@kinds, '>=', 17, 'there are mails to try');

for my $kind (@kinds) {
    subtest "$kind arrives" => sub {
        my $reader = as_tester(full_name => 'Ada Lovelace');
        my $mail   = deliver($kind, $reader);
        ok($mail->{subject}, 'with a subject');
        like($mail->{text}, qr{^https?://\S+/\S+$}m, 'a link in the text');
        my ($link) = $mail->{text} =~ m{^(https?://\S+)$}m;
        like($mail->{html}, qr/href="\Q$link\E"/, 'the same in HTML');
        is(index($link, api_url()), 0, 'into our own pages');
        unlike("$mail->{subject} $mail->{text} $mail->{html}", qr/\{\w+\}|\(null\)|_minor/, 'nothing is left to fill in');
        like($mail->{text}, qr/because you have an account/, 'it says why');
        is($mail->{headers}{'auto-submitted'}, 'auto-generated', 'and that nobody typed it');
        like($mail->{headers}{'content-type'}, qr{^multipart/alternative}, 'in two forms');
    };
}

subtest 'amounts and times are the reader\'s' => sub {
    my $reader = as_builder(time_zone => 'Europe/Berlin');
    like(deliver('job_funded', $reader)->{text}, qr/1,234\.50 USD.*2\.50 USD/s, 'amount and fee');
    like(deliver('job_funded', $reader)->{text}, qr{PDF is with your payments: \Q@{[api_url()]}\E/payments$}m, 'where our receipt is');
    like(deliver('job_claimed', $reader)->{text}, qr/Tue 3 Mar 2026, 14:05 \(Europe\/Berlin\)/, 'a winter\'s hour');
    like(deliver('submission_received', $reader)->{text}, qr/Fri 3 Jul 2026, 15:05 \(Europe\/Berlin\)/, 'a summer\'s hour');
    like(deliver('payment_failed', $reader)->{text}, qr/insufficient funds/, 'codes in words');
    unlike(deliver('job_funded', $reader, receipt_url => undef)->{text}, qr/provider's/, 'and no word of what there is not');
};

subtest 'names and titles give no orders' => sub {
    my $evil   = qq{<img src=x onerror=alert(1)>\r\nBcc: victim\@example.org\r\n.\r\n"'&{token}};
    my $reader = as_tester(full_name => '<b>Eve</b> & "Co"');
    for my $kind (qw(submission_approved job_claimed verify_address)) {
        my $mail = deliver($kind, $reader, job_title => $evil, tester_name => $evil, builder_name => $evil);
        unlike($mail->{html}, qr/<img|<b>Eve/, "$kind: escaped in HTML");
        unlike($mail->{subject}, qr/[\r\n]/, "$kind: one line of subject");
        is($mail->{headers}{bcc}, undef, "$kind: no header of its own");
        is($mail->{to}, $reader->{email}, "$kind: to nobody else");
    }
    is(scalar mails_to('victim@example.org'), 0, 'the victim has no mail');
    my $mail = deliver('submission_approved', $reader, job_title => $evil);
    like($mail->{html}, qr/&lt;b&gt;Eve&lt;\/b&gt; &amp; /, 'the name is what it is');
    like($mail->{text}, qr/Bcc: victim\@example\.org +\. +"/s, 'all of the title arrives, on one line');
};

subtest 'any language' => sub {
    my $title  = "Pr\x{fc}fe \x{645}\x{631}\x{62d}\x{628}\x{627} \x{4f60}\x{597d} " . "\x{1f600}" x 30;
    my $reader = as_tester(full_name => 'Zoe');
    my $mail   = deliver('submission_approved', $reader, job_title => $title);
    is($mail->{subject}, "Approved: $title", 'in the subject');
    like($mail->{text}, qr/\Q$title\E/, 'in the text');
    like($mail->{html}, qr/\Q$title\E/, 'in HTML');
};

subtest 'a link that proves an address is forgotten once it is sent' => sub {
    my $reader = as_tester();
    my $job    = ask_for('verify_address', $reader);
    run_jobs();
    my ($mail) = mails_to($reader->{email});
    like($mail->{text}, qr{/verify-email\?token=abc-DEF_123$}m, 'it was in the mail');
    is(sql("SELECT state || ' ' || (payload::text LIKE '%abc-DEF%') FROM queue_job WHERE id = :'id'", id => $job), 'done false', 'and is not with us any more');
};

subtest 'a mail server that is busy' => sub {
    my $reader = as_tester();
    sandbox('POST', 'faults', { kind => 'smtp_451', times => 1 });
    my $job = ask_for('welcome', $reader);
    for (1 .. 100) {
        last if sql("SELECT state FROM queue_job WHERE id = :'id'", id => $job) eq 'done';
        select undef, undef, undef, 0.1;
        sql("UPDATE queue_job SET due_at = now() WHERE id = :'id' AND state = 'queued' AND attempts > 0", id => $job);
    }
    is(sql("SELECT state || ' ' || attempts FROM queue_job WHERE id = :'id'", id => $job), 'done 2', 'is asked again');
    my @mails = mails_to($reader->{email});
    is(scalar @mails, 1, 'one mail arrives');
    like($mails[0]{headers}{'message-id'}, qr/^<$job\@/, 'which can be told from a repeat');
};

done_testing();
