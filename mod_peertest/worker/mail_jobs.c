/* SPDX-License-Identifier: Apache-2.0 */
/* mail_jobs.c - sends the mails that transactions have asked for. PT1400 */

#include "core/pt_text.h"
#include "providers/mail.h"
#include "worker/mail_render.h"
#include "worker/pt_worker.h"

#include <apr_strings.h>
#include <string.h>

/* "insufficient_funds" is a word to us, not to the reader. */
static const char *in_words(apr_pool_t *p, const char *code)
{
    char *words = apr_pstrdup(p, code), *s;

    for (s = words; (s = strchr(s, '_'));)
        *s = ' ';
    return words;
}

static void set_amount(apr_pool_t *p, apr_table_t *values, const char *name,
                       const json_t *data, const char *member)
{
    const char *currency = pt_json_str(data, "currency");
    apr_int64_t minor = pt_json_int(data, member, -1);

    if (currency && minor >= 0)
        apr_table_setn(values, name, pt_text_money(p, minor, currency));
}

/* What the mail can name, made readable. */
static apr_table_t *readable_values(pt_ctx_t *c, const pt_row_t *reader,
                                    const json_t *data, const json_t *times)
{
    apr_table_t *values = apr_table_make(c->pool, 16);
    const char *name;
    json_t *value;

    json_object_foreach ((json_t *)data, name, value) {
        if (json_is_string(value))
            apr_table_setn(values, name, json_string_value(value));
    }
    json_object_foreach ((json_t *)times, name, value)
        apr_table_setn(values, name, json_string_value(value));
    if (apr_table_get(values, "failure_code"))
        apr_table_setn(
            values, "failure_code",
            in_words(c->pool, apr_table_get(values, "failure_code")));
    set_amount(c->pool, values, "amount", data, "amount_minor");
    set_amount(c->pool, values, "fee", data, "fee_minor");
    apr_table_setn(values, "name", pt_row_str(reader, "full_name"));
    apr_table_setn(values, "site_name", c->site->cfg->site_name);
    return values;
}

/* payload: {mail: a kind of mails.def, account_id: to whom, data: {}} */
pt_err_t *pt_mail_job(pt_ctx_t *c, const pt_job_t *job, json_t **result)
{
    const json_t *data = json_object_get(job->payload, "data");
    const char *times_text;
    pt_mail_t mail = {.id = job->id};
    pt_mail_words_t words;
    pt_row_t reader;
    json_t *times;

    (void)result;
    PT_TRY(pt_db_one(c->db, &reader,
                     PT_Q(mail_reader,
                          .account_id = pt_json_str(job->payload, "account_id"),
                          .data = pt_json_text(c->pool, data))));
    times_text = pt_row_str(&reader, "times");
    PT_TRY(pt_json_parse(c->pool, &times, times_text, strlen(times_text)));
    PT_TRY(pt_mail_render(c->pool, &words, pt_json_str(job->payload, "mail"),
                          c->site->cfg->public_url,
                          readable_values(c, &reader, data, times)));
    mail.to = pt_row_str(&reader, "email");
    mail.subject = words.subject;
    mail.text = words.text;
    mail.html = words.html;
    PT_TRY(pt_mail_send(c->pool, c->site, &mail));
    /* A link that proves an address is nobody else's business from here on. */
    return pt_db_exec(c->db, NULL, PT_Q(mail_forget_token, .id = job->id));
}
