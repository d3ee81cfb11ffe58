/* SPDX-License-Identifier: Apache-2.0 */
/* mime_test.c - mails as bytes: headers, encodings, and what is refused. */

#include "core/pt_mime.h"
#include "tap.h"

#include <apr_general.h>
#include <apr_strings.h>

static void test_quoted_printable(apr_pool_t *p)
{
    /* clang-format off */
    static const struct {
        const char *name, *text, *encoded;
    } cases[] = {
        {"plain text",               "Hello",               "Hello"},
        {"line ends",                "a\nb\r\nc",           "a\r\nb\r\nc"},
        {"equals sign",              "1=1",                 "1=3D1"},
        {"UTF-8",                    "Caf\303\251",         "Caf=C3=A9"},
        {"blank at the end",         "a \nb\t",             "a=20\r\nb=09"},
        {"dot at the start",         ".\n.a",               "=2E\r\n=2Ea"},
        {"control character",        "a\001b",              "a=01b"},
        {"nothing",                  "",                    ""},
    };
    /* clang-format on */

    for (size_t i = 0; i < LENGTH(cases); i++)
        ok(!strcmp(pt_mime_quoted_printable(p, cases[i].text),
                   cases[i].encoded),
           apr_pstrcat(p, "quoted-printable: ", cases[i].name, NULL));
}

static void test_long_lines(apr_pool_t *p)
{
    char text[401];
    const char *line, *end;
    size_t longest = 0;
    int dotted = 0;

    memset(text, '.', sizeof(text) - 1);
    text[sizeof(text) - 1] = '\0';
    for (line = pt_mime_quoted_printable(p, text); *line; line = end) {
        size_t len = strcspn(line, "\r");
        longest = len > longest ? len : longest;
        dotted |= *line == '.';
        end = line + len + strspn(line + len, "\r\n");
    }
    ok(longest <= 76, "no line is longer than 76");
    ok(!dotted, "and none begins with a dot");
}

static void test_words(apr_pool_t *p)
{
    static const char umlauts[] =
        "\303\274\303\274\303\274\303\274\303\274\303\274\303\274\303\274"
        "\303\274\303\274\303\274\303\274\303\274\303\274\303\274\303\274"
        "\303\274\303\274\303\274\303\274\303\274\303\274\303\274\303\274";

    ok(!strcmp(pt_mime_words(p, "Plain: words"), "Plain: words"),
       "ASCII stays as it is");
    ok(!strcmp(pt_mime_words(p, "Caf\303\251"), "=?UTF-8?B?Q2Fmw6k=?="),
       "UTF-8 is encoded");
    ok(strstr(pt_mime_words(p, umlauts), "?=\r\n =?UTF-8?B?") != NULL,
       "a long one in several words");
}

static const pt_mime_t letter = {.from = "Our \"Hub\" <hello@hub.example>",
                                 .to = "ada@example.org",
                                 .subject = "Gr\303\274\303\237e",
                                 .text = "Hello\n.\nthere",
                                 .html = "<p>Hello</p>",
                                 .id = "01a1",
                                 .date = 0};

static void test_message(apr_pool_t *p)
{
    const char *m = "";

    ok(!pt_mime_message(p, &m, &letter), "a mail is written");
    ok(!strncmp(m, "Date: Thu, 1 Jan 1970 00:00:00 +0000\r\n", 38), "its date");
    ok(strstr(m, "\r\nFrom: \"Our \\\"Hub\\\"\" <hello@hub.example>\r\n")
           != NULL,
       "its sender, quoted");
    ok(strstr(m, "\r\nTo: <ada@example.org>\r\n") != NULL, "its reader");
    ok(strstr(m, "\r\nMessage-ID: <01a1@hub.example>\r\n") != NULL,
       "its id, the same for each attempt");
    ok(strstr(m, "\r\nSubject: =?UTF-8?B?R3LDvMOfZQ==?=\r\n") != NULL,
       "its subject, encoded");
    ok(strstr(m, "\r\n\r\nHello\r\n=2E\r\nthere\r\n--=_01a1\r\n") != NULL,
       "its text");
    ok(strstr(m, "\r\n\r\n<p>Hello</p>\r\n--=_01a1--\r\n") != NULL,
       "its HTML, and the end");
}

static void test_refusals(apr_pool_t *p)
{
    pt_mime_t evil;
    const char *m;

#define REFUSES(member, value, name) \
    evil = letter; \
    evil.member = value; \
    ok(pt_mime_message(p, &m, &evil) != PT_OK, name)
    REFUSES(subject, "Hi\r\nBcc: all@x.example", "a header in the subject");
    REFUSES(subject, "Hi\nthere", "a line end in the subject");
    REFUSES(to, "a@x.example\r\nBcc: b@x.example", "a header in the address");
    REFUSES(to, "a@x.example, b@x.example", "two addresses");
    REFUSES(to, "a@x.example>", "a bracket in the address");
    REFUSES(from, "Hub\r\n <a@x.example>", "a line end in the sender");
    REFUSES(from, "nobody", "a sender without an address");
    REFUSES(id, "1\r\n", "a line end in the id");
#undef REFUSES
    ok(!pt_mime_address(p, "Name <broken"),
       "an address without an end is none");
    ok(!strcmp(pt_mime_address(p, "A <a@x.example>"), "a@x.example"),
       "the address of a mailbox");
}

int main(void)
{
    apr_pool_t *p;

    apr_initialize();
    apr_pool_create(&p, NULL);
    test_quoted_printable(p);
    test_long_lines(p);
    test_words(p);
    test_message(p);
    test_refusals(p);
    return done_testing();
}
