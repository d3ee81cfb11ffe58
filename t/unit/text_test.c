/* SPDX-License-Identifier: Apache-2.0 */
/* text_test.c - lengths, shapes and escaping of text from people. */

#include "core/pt_text.h"
#include "tap.h"

#include <apr_general.h>
#include <apr_strings.h>

typedef struct {
    const char *text;
    int wanted;
} verdict_t;

static const verdict_t clean[] = {
    {"", 1},
    {"plain\ttext\r\n", 1},
    {"Gr\xc3\xbc\xc3\x9f \xf0\x9f\x90\x9b", 1},
    {"bell\x07", 0},
    {"escape\x1b[31m", 0},
    {"delete\x7f", 0},
    {"C1 control \xc2\x85", 0},
    {"first after C1 \xc2\xa0", 1},
    {"lone continuation \x80", 0},
    {"cut off \xc3", 0},
    {"cut off \xf0\x9f\x90", 0},
    {"overlong slash \xc0\xaf", 0},
    {"overlong \xe0\x80\xaf", 0},
    {"surrogate \xed\xa0\x80", 0},
    {"last character \xf4\x8f\xbf\xbf", 1},
    {"beyond Unicode \xf4\x90\x80\x80", 0},
    {"no UTF-8 \xff", 0},
};

static const verdict_t uuids[] = {
    {"0190d3a2-7c1e-7abc-8def-0123456789ab", 1},
    {"0190D3A2-7C1E-7ABC-8DEF-0123456789AB", 1},
    {"0190d3a27c1e7abc8def0123456789ab", 0},
    {"0190d3a2-7c1e-7abc-8def-0123456789a", 0},
    {"0190d3a2-7c1e-7abc-8def-0123456789abc", 0},
    {"0190d3a2-7c1e-7abc-8def-0123456789ag", 0},
    {"{190d3a2-7c1e-7abc-8def-0123456789ab}", 0},
    {"", 0},
};

static const verdict_t emails[] = {
    {"ada@example.org", 1},
    {"ada.l+test@mail.example.co.uk", 1},
    {"o'neil@example.org", 1},
    {"a@b.cd", 1},
    {"ada@localhost", 0},
    {"ada@@example.org", 0},
    {"ada@exa@mple.org", 0},
    {"ada example@example.org", 0},
    {"ada@example..org", 0},
    {"ada@.example.org", 0},
    {"ada@example.org.", 0},
    {"ada@-example.org", 0},
    {"ada@example-.org", 0},
    {".ada@example.org", 0},
    {"ada.@example.org", 0},
    {"a..da@example.org", 0},
    {"@example.org", 0},
    {"ada@", 0},
    {"ada", 0},
    {"", 0},
    {"ada@example.org\nBcc: all@example.org", 0},
    {"<ada@example.org>", 0},
    {"\"ada\"@example.org", 0},
    {"ada,bob@example.org", 0},
    {"ad\xc3\xa4@example.org", 0},
    {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@b.cd",
     1},
    {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@b.cd",
     0},
};

static const verdict_t urls[] = {
    {"https://example.org", 1},
    {"http://example.org:8080/a/b?c=d#e", 1},
    {"HTTPS://EXAMPLE.ORG/", 1},
    {"http://127.0.0.1/", 1},
    {"http://[::1]:8080/x", 1},
    {"https://b\xc3\xbc"
     "cher.example/",
     1},
    {"ftp://example.org", 0},
    {"javascript:alert(1)", 0},
    {"//example.org", 0},
    {"/path", 0},
    {"https://", 0},
    {"https:///path", 0},
    {"https://:80/", 0},
    {"https://example.org:port/", 0},
    {"https://bank.example@evil.example/", 0},
    {"https://user:pw@example.org/", 0},
    {"https://example.org/a b", 0},
    {"https://example.org/\"onclick", 0},
    {"https://example.org/<b>", 0},
    {"https:\\\\example.org", 0},
    {"https://example.org/\n", 0},
    {"https://example.org/\xff", 0},
    {"http://[::1", 0},
    {"http://[::1]x/", 0},
    {"http://[zz]/", 0},
};

static void check(int (*judge)(const char *), const verdict_t *cases, size_t n,
                  const char *what, apr_pool_t *p)
{
    size_t i;

    for (i = 0; i < n; i++)
        ok(judge(cases[i].text) == cases[i].wanted,
           apr_psprintf(p, "%s %s: case %d", cases[i].wanted ? "a" : "no", what,
                        (int)i + 1));
}

static void check_money(apr_pool_t *p)
{
    static const struct {
        apr_int64_t minor;
        const char *currency, *wanted;
    } cases[] = {
        {0, "usd", "0.00 USD"},
        {5, "usd", "0.05 USD"},
        {123450, "eur", "1,234.50 EUR"},
        {-123456789, "gbp", "-1,234,567.89 GBP"},
        {-5, "usd", "-0.05 USD"},
        {100000, "usd", "1,000.00 USD"},
        {99999, "usd", "999.99 USD"},
        {1500, "jpy", "1,500 JPY"},
        {-1500, "JPY", "-1,500 JPY"},
        {1234567, "kwd", "1,234.567 KWD"},
        {APR_INT64_MAX, "usd", "92,233,720,368,547,758.07 USD"},
        {APR_INT64_MIN, "usd", "-92,233,720,368,547,758.08 USD"},
    };
    size_t i;

    for (i = 0; i < LENGTH(cases); i++)
        is(pt_text_money(p, cases[i].minor, cases[i].currency), cases[i].wanted,
           cases[i].wanted);
}

int main(void)
{
    apr_pool_t *p;
    char long_email[300];

    apr_initialize();
    apr_pool_create(&p, NULL);

    check(pt_text_is_clean, clean, LENGTH(clean), "clean text", p);
    check(pt_text_is_uuid, uuids, LENGTH(uuids), "UUID", p);
    check(pt_text_is_email, emails, LENGTH(emails), "mail address", p);
    check(pt_text_is_url, urls, LENGTH(urls), "URL", p);
    check_money(p);

    /* A name of 1, then labels of 63: 254 bytes are the longest address. */
    memset(long_email, 'a', sizeof(long_email));
    long_email[1] = '@';
    long_email[65] = long_email[129] = long_email[193] = '.';
    long_email[254] = '\0';
    ok(pt_text_is_email(long_email), "254 bytes are a mail address");
    long_email[250] = '.';
    long_email[254] = 'a';
    long_email[255] = '\0';
    ok(!pt_text_is_email(long_email), "255 bytes are none");

    ok(pt_text_len("") == 0, "no characters");
    ok(pt_text_len("abc") == 3, "three characters");
    ok(pt_text_len("\xc3\xbc\xf0\x9f\x90\x9b") == 2, "characters, not bytes");
    is(pt_text_trim(p, "  a b \r\n\t"), "a b", "trimmed at both ends");
    is(pt_text_trim(p, " \n "), "", "nothing but white space");
    is(pt_text_html(p, "<a href=\"x\">'&amp;'</a>"),
       "&lt;a href=&quot;x&quot;&gt;&#39;&amp;amp;&#39;&lt;/a&gt;",
       "escaped for HTML");
    is(pt_text_html(p, "Gr\xc3\xbc\xc3\x9f"), "Gr\xc3\xbc\xc3\x9f",
       "letters stay");
    is(pt_text_disposition(p, "inline", "Screen 1.png"),
       "inline; filename=\"Screen 1.png\"", "a plain name");
    is(pt_text_disposition(p, "attachment", "\xc3\xbc\"\r\n\\%.txt"),
       "attachment; filename=\"______.txt\"; "
       "filename*=UTF-8''%C3%BC%22%0D%0A%5C%25.txt",
       "a name that is none");
    is(pt_text_urlencode(p, "a b&c=d/\xc3\xbc~-._"),
       "a%20b%26c%3Dd%2F%C3%BC~-._", "encoded for a query");
    return done_testing();
}
