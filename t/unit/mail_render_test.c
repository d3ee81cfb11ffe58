/* SPDX-License-Identifier: Apache-2.0 */
/* mail_render_test.c - every mail, with friendly and with hostile values. */

#include "domain/mail_render.h"
#include "tap.h"

#include <apr_general.h>
#include <apr_strings.h>
#include <string.h>

#define SITE "https://hub.example"

/* The words of all mails, one after the other. */
#define PT_MAIL(kind_, subject_, text_, button_, path_) subject_ text_ path_
#define PT_MAIL_ONLY PT_MAIL
static const char all_words[] =
#include "domain/mails.def"
    ;
#undef PT_MAIL
#undef PT_MAIL_ONLY

/* Every member that some mail names, each with the same value. */
static apr_table_t *values_of(apr_pool_t *p, const char *value)
{
    apr_table_t *values = apr_table_make(p, 32);
    const char *begin = all_words;

    while ((begin = strchr(begin, '{')) != NULL) {
        size_t len = strcspn(++begin, "}");

        apr_table_setn(values, apr_pstrmemdup(p, begin, len), value);
        begin += len;
    }
    return values;
}

static void test_every_kind(apr_pool_t *p)
{
    static const char evil[] =
        "<script>alert(1)</script>\r\nBcc: all@x.example\n\"'&{name}";

    for (int i = 0; pt_mail_kinds[i]; i++) {
        const char *kind = pt_mail_kinds[i];
        pt_mail_words_t words;
        pt_err_t *err =
            pt_mail_render(p, &words, kind, SITE, values_of(p, "Plain"));

        ok(!err && *words.subject && strstr(words.text, SITE "/")
               && strstr(words.html, "href=\"" SITE "/")
               && !strpbrk(words.subject, "{}") && !strpbrk(words.text, "{}"),
           apr_pstrcat(p, kind, " is rendered", NULL));
        err = pt_mail_render(p, &words, kind, SITE, values_of(p, evil));
        ok(!err && !strpbrk(words.subject, "\r\n")
               && !strstr(words.html, "<script>") && !strstr(words.html, "\r")
               && !strstr(words.text, "\nBcc:"),
           apr_pstrcat(p, kind, " takes no orders from values", NULL));
        ok(pt_mail_render(p, &words, kind, SITE, apr_table_make(p, 1)) != PT_OK,
           apr_pstrcat(p, kind, " is not sent without its values", NULL));
    }
}

static void test_notices(apr_pool_t *p)
{
    apr_table_t *values = values_of(p, "a b");
    const char *text, *path;

    for (int i = 0; pt_mail_kinds[i]; i++) {
        const char *kind = pt_mail_kinds[i];

        if (pt_mail_is_notice(kind))
            ok(pt_mail_notice(p, &text, &path, kind, values)
                   && !strpbrk(text, "{}") && *path == '/'
                   && !strpbrk(path, "{} "),
               apr_pstrcat(p, kind, " is a notice too", NULL));
    }
    ok(!pt_mail_is_notice("verify_address") && !pt_mail_is_notice("welcome")
           && !pt_mail_is_notice("password_reset"),
       "what proves an address is said by mail alone");
    ok(!pt_mail_is_notice("no_such_mail") && !pt_mail_is_notice(NULL)
           && !pt_mail_notice(p, &text, &path, "no_such_mail", values),
       "what is no mail is no notice");
    ok(!pt_mail_notice(p, &text, &path, "job_claimed", apr_table_make(p, 1)),
       "without its values a notice has no text");
}

static void test_values(apr_pool_t *p)
{
    json_t *data = pt_json_own(
        p, json_pack("{sI sI ss ss si ss sn}", "amount_minor",
                     (json_int_t)123450, "fee_minor", (json_int_t)250,
                     "currency", "usd", "failure_code", "card_declined", "bids",
                     3, "due_at", "2026-01-01T00:00:00Z", "nothing"));
    json_t *times = pt_json_own(p, json_pack("{ss}", "due_at", "New Year"));
    apr_table_t *values = pt_mail_values(p, data, times);

    is(apr_table_get(values, "amount"), "1,234.50 USD", "an amount");
    is(apr_table_get(values, "fee"), "2.50 USD", "a fee");
    is(apr_table_get(values, "failure_code"), "card declined", "a code");
    is(apr_table_get(values, "bids"), "3", "a number");
    is(apr_table_get(values, "due_at"), "New Year", "a time in words");
    is(apr_table_get(values, "nothing"), NULL, "null is not there");
}

static void test_one(apr_pool_t *p)
{
    apr_table_t *values = values_of(p, "x");
    pt_mail_words_t words;

    apr_table_setn(values, "job_title", "Caf\303\251 & <b>Bar</b>");
    apr_table_setn(values, "amount", "27.50 USD");
    apr_table_setn(values, "site_name", "Our Hub");
    apr_table_setn(values, "job_id", "a/b c");
    ok(!pt_mail_render(p, &words, "job_funded", SITE "/pt", values),
       "a receipt is rendered");
    ok(!strcmp(words.subject, "Your job is open: Caf\303\251 & <b>Bar</b>"),
       "its subject is plain text");
    ok(strstr(words.text, "received 27.50 USD for \"Caf\303\251 & <b>Bar</b>\"")
           != NULL,
       "so is its text");
    ok(strstr(words.html, "Caf\303\251 &amp; &lt;b&gt;Bar&lt;/b&gt;") != NULL,
       "in HTML it is escaped");
    ok(strstr(words.text, "\n" SITE "/pt/jobs/a%2Fb%20c\n") != NULL,
       "its link is encoded, below the site's address");
    ok(strstr(words.text, "account at Our Hub.") != NULL
           && strstr(words.html, "account at Our Hub.") != NULL,
       "it says why one gets it");
    ok(strstr(words.text, "payment provider's: x") != NULL
           && strstr(words.text, "as a PDF is with your payments: x/payments"),
       "it names both receipts");
    apr_table_unset(values, "receipt_url");
    ok(!pt_mail_render(p, &words, "job_funded", SITE, values)
           && !strstr(words.text, "provider's")
           && !strstr(words.html, "provider's"),
       "a paragraph without its value is left out");
    ok(pt_mail_render(p, &words, "no_such_mail", SITE, values) != PT_OK,
       "an unknown kind is refused");
}

int main(void)
{
    apr_pool_t *p;

    apr_initialize();
    apr_pool_create(&p, NULL);
    test_every_kind(p);
    test_notices(p);
    test_values(p);
    test_one(p);
    apr_pool_destroy(p);
    return done_testing();
}
