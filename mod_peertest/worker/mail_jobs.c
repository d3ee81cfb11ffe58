/* SPDX-License-Identifier: Apache-2.0 */
/* mail_jobs.c - sends the mails that transactions have asked for. PT1400 */

#include "domain/mail_render.h"
#include "providers/mail.h"
#include "worker/pt_worker.h"

#include <string.h>

/* What the mail can name. */
static apr_table_t *mail_values(pt_ctx_t *c, const pt_row_t *reader,
                                const json_t *data, const json_t *times)
{
    apr_table_t *values = pt_mail_values(c->pool, data, times);

    apr_table_setn(values, "name", pt_row_str(reader, "full_name"));
    apr_table_setn(values, "site_name", c->site->cfg->site_name);
    apr_table_setn(values, "site_url", c->site->cfg->public_url);
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
                          mail_values(c, &reader, data, times)));
    mail.to = pt_row_str(&reader, "email");
    mail.subject = words.subject;
    mail.text = words.text;
    mail.html = words.html;
    PT_TRY(pt_mail_send(c->pool, c->site, &mail));
    /* A link that proves an address is nobody else's business from here on. */
    return pt_db_exec(c->db, NULL, PT_Q(mail_forget_token, .id = job->id));
}
