# SPDX-License-Identifier: Apache-2.0
package PeerTest::Paper;
# Reads PDF answers, with poppler's tools.
use strict;
use warnings FATAL => 'all';
use Exporter 'import';
use File::Temp ();
use PeerTest;

our @EXPORT = qw(text_of letters_of begins_at_right fonts_outside images_in money);

# An amount as papers write it.
sub money {
    my ($minor, $currency) = @_;
    my $whole = int($minor / 100);
    1 while $whole =~ s/^(\d+)(\d{3})/$1,$2/;
    return sprintf '%s.%02d %s', $whole, $minor % 100, $currency // 'USD';
}

# The text of an answer, laid out as on the page, in reading order, without the invisible
# marks that keep names apart.
sub text_of {
    my ($answer) = @_;
    my $text = tool($answer, 'pdftotext', '-layout', '-enc', 'UTF-8', '-nopgbrk');
    $text =~ s/[\x{200e}\x{200f}\x{202a}-\x{202e}\x{2066}-\x{2069}]//g;
    return $text;
}

# The same without any space: where letters join, pdftotext guesses where words end.
sub letters_of {
    my ($answer) = @_;
    return text_of($answer) =~ s/\s+//gr;
}

# Does the first word of this form stand in the right half of the page?
sub begins_at_right {
    my ($answer, $form) = @_;
    my ($x) = map { $_->[0] } grep { $_->[1] =~ $form } map { [ /xMin="([\d.]+)"[^>]*>([^<]+)</ ] }
        grep { /<word / } split /\n/, tool($answer, 'pdftotext', '-bbox')
        or die "there is no such word in it\n";
    return $x > 297;
}

# Fonts of the answer that are not embedded in it.
sub fonts_outside {
    my ($answer) = @_;
    my (undef, undef, @fonts) = split /\n/, tool($answer, 'pdffonts');
    return grep { !/ yes yes yes / } @fonts;
}

# The list of the pictures in an answer, as poppler prints it.
sub images_in {
    my ($answer) = @_;
    return tool($answer, 'pdfimages', '-list');
}

sub tool {
    my ($answer, $program, @options) = @_;
    my $file = File::Temp->new(SUFFIX => '.pdf');
    binmode $file;
    print {$file} $answer->{content};
    close $file;
    my @to = $program =~ /^pdf(?:fonts|images)$/ ? () : ('-');
    open my $pipe, '-|:encoding(UTF-8)', $program, @options, $file->filename, @to or die "$program: $!\n";
    my $said = do { local $/; <$pipe> };
    close $pipe or die "$program could not read it\n";
    return $said;
}

1;
