/* SPDX-License-Identifier: Apache-2.0 */
/* mail.c - sends one mail, by SMTP or by Resend's HTTP API. */

#include "providers/mail.h"
#include "core/pt_json.h"
#include "core/pt_mime.h"
#include "providers/pt_http.h"

#include <apr_strings.h>
#include <string.h>

/* How PeerTestMailUrl names Resend: "resend+https://api.resend.com". */
#define RESEND_PREFIX "resend+"

#define SMTP_CLOSING 421

static pt_err_t *later(apr_pool_t *p, const char *trouble)
{
    return pt_err_cause(pt_fail(p, PT_P_UNAVAILABLE, NULL), "mail: %s",
                        trouble);
}

static pt_err_t *away(apr_pool_t *p, const char *trouble)
{
    return pt_err_away(later(p, trouble), PT_AWAY_MAIL);
}

static pt_err_t *refused(apr_pool_t *p, long status)
{
    return pt_err_cause(pt_fail(p, PT_P_INTERNAL, NULL),
                        "mail: refused with status %ld", status);
}

/* --- SMTP --- */

typedef struct {
    const char *next;
    apr_size_t left;
} upload_t;

static size_t give_bytes(char *to, size_t size, size_t count, void *baton)
{
    upload_t *upload = baton;
    size_t len = size * count;

    if (len > upload->left)
        len = upload->left;
    memcpy(to, upload->next, len);
    upload->next += len;
    upload->left -= len;
    return len;
}

/* A password only travels encrypted; without one, encryption is taken where the
 * server offers it. */
static void set_credentials(CURL *curl, apr_pool_t *p, const pt_site_t *site)
{
    char *user, *password;

    curl_easy_setopt(curl, CURLOPT_USE_SSL, (long)CURLUSESSL_TRY);
    if (!site->mail_key)
        return;
    user = apr_pstrdup(p, site->mail_key);
    password = strchr(user, ':');
    if (!password)
        return;
    *password++ = '\0';
    curl_easy_setopt(curl, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL);
    curl_easy_setopt(curl, CURLOPT_USERNAME, user);
    curl_easy_setopt(curl, CURLOPT_PASSWORD, password);
}

static pt_err_t *smtp_outcome(apr_pool_t *p, CURL *curl, CURLcode rc)
{
    long status = 0;

    if (rc == CURLE_OK)
        return PT_OK;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    /* RFC 5321, 4.2.1: 5yz is for good, 4yz for now; 3.8: 421 is about the
     * server and not about this mail. */
    if (status >= 500 && status < 600)
        return refused(p, status);
    if (status >= 400 && status < 500 && status != SMTP_CLOSING)
        return later(p, curl_easy_strerror(rc));
    return away(p, curl_easy_strerror(rc));
}

static pt_err_t *smtp_send(apr_pool_t *p, const pt_site_t *site,
                           const pt_mail_t *mail)
{
    const pt_mime_t mime = {.from = site->cfg->mail_from,
                            .to = mail->to,
                            .subject = mail->subject,
                            .text = mail->text,
                            .html = mail->html,
                            .id = mail->id,
                            .date = apr_time_now()};
    const char *message, *sender = pt_mime_address(p, mime.from);
    struct curl_slist *to;
    CURL *curl = pt_http_handle(site->cfg);
    upload_t upload;
    pt_err_t *err;

    PT_TRY(pt_mime_message(p, &message, &mime));
    to = curl_slist_append(NULL, mail->to);
    if (!curl || !to)
        return later(p, "no memory");
    upload.next = message;
    upload.left = strlen(message);
    curl_easy_setopt(curl, CURLOPT_URL, site->cfg->mail_url);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set_credentials(curl, p, site);
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, sender);
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    /* Servers close idle sessions soon (RFC 5321, 4.5.3.2.7), and libcurl finds
     * out only when the next mail fails. */
    curl_easy_setopt(curl, CURLOPT_FORBID_REUSE, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, give_bytes);
    curl_easy_setopt(curl, CURLOPT_READDATA, &upload);
    err = smtp_outcome(p, curl, curl_easy_perform(curl));
    curl_easy_reset(curl); /* forgets what points into this call */
    curl_slist_free_all(to);
    return err;
}

/* --- Resend --- */

/* POST /emails; a key makes repeats harmless for 24 hours.
 * https://resend.com/docs/api-reference/emails/send-email, read 2026-11 */
static pt_err_t *resend_send(apr_pool_t *p, const pt_site_t *site,
                             const pt_mail_t *mail)
{
    const char *base = site->cfg->mail_url + strlen(RESEND_PREFIX);
    const char *const headers[] = {
        "Content-Type: application/json",
        apr_pstrcat(p, "Authorization: Bearer ", site->mail_key, NULL),
        apr_pstrcat(p, "Idempotency-Key: ", mail->id, NULL), NULL};
    json_t *body = json_pack(
        "{ss s[s] ss ss ss s{ss}}", "from", site->cfg->mail_from, "to",
        mail->to, "subject", mail->subject, "text", mail->text, "html",
        mail->html, "headers", "Auto-Submitted", "auto-generated");
    const pt_http_request_t request = {
        .url = apr_pstrcat(p, base, "/emails", NULL),
        .headers = headers,
        .body = pt_json_text(p, pt_json_own(p, body))};
    pt_http_answer_t answer;

    pt_http_call(&answer, p, site->cfg, &request);
    if (answer.fate != PT_HTTP_ANSWERED)
        return away(p, answer.trouble);
    if (answer.status >= 200 && answer.status < 300)
        return PT_OK;
    if (answer.status == 429 || answer.status >= 500)
        return away(p, apr_psprintf(p, "answered %d", answer.status));
    if (answer.status == 409)
        return later(p, "the same mail is on its way");
    return refused(p, answer.status);
}

pt_err_t *pt_mail_send(apr_pool_t *p, const pt_site_t *site,
                       const pt_mail_t *mail)
{
    if (!site->cfg->mail_url || !site->cfg->mail_from)
        return later(p, "PeerTestMailUrl and PeerTestMailFrom are not set");
    if (strncmp(site->cfg->mail_url, RESEND_PREFIX, strlen(RESEND_PREFIX)) == 0)
        return resend_send(p, site, mail);
    return smtp_send(p, site, mail);
}
