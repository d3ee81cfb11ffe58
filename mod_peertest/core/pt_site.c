/* SPDX-License-Identifier: Apache-2.0 */
/* pt_site.c - one marketplace at run time: its settings and secrets. */

#include "core/pt_site.h"
#include "core/pt_text.h"

#include <apr_base64.h>
#include <apr_file_io.h>
#include <apr_strings.h>
#include <http_core.h>
#include <string.h>
#include <unistd.h>
#include <unixd.h>

#define SECRET_FILE_MAX 8192
#define TERMS_FILE_MAX 65536
#define TERMS_MIN 200 /* characters; less is no legal text */

/* Set once in post_config, constant afterwards. */
static apr_array_header_t *sites;

/* All of a file, up to a size. */
static const char *read_file(const char **text, apr_finfo_t *info,
                             apr_pool_t *p, const char *directive,
                             const char *path, apr_size_t max)
{
    apr_file_t *file;
    char *buf = apr_pcalloc(p, max + 1);
    apr_size_t len = max;
    apr_status_t rv =
        apr_file_open(&file, path, APR_FOPEN_READ, APR_FPROT_OS_DEFAULT, p);

    if (rv != APR_SUCCESS)
        return apr_psprintf(p, "%s: cannot read %s", directive, path);
    rv = apr_file_info_get(info, APR_FINFO_PROT | APR_FINFO_SIZE, file);
    if (rv == APR_SUCCESS)
        rv = apr_file_read_full(file, buf, max, &len);
    apr_file_close(file);
    if (rv != APR_SUCCESS && rv != APR_EOF)
        return apr_psprintf(p, "%s: cannot read %s", directive, path);
    *text = buf;
    return NULL;
}

/* The content of a file that only its owner may read. */
static const char *read_secret_file(const char **text, apr_pool_t *p,
                                    const char *directive, const char *path)
{
    apr_finfo_t info;
    const char *wrong =
        read_file(text, &info, p, directive, path, SECRET_FILE_MAX);

    if (wrong)
        return wrong;
    if (info.protection & (APR_FPROT_WREAD | APR_FPROT_WWRITE))
        return apr_psprintf(p, "%s: %s is open to everybody; chmod 600 it",
                            directive, path);
    return NULL;
}

/* The legal text for security tests, where the operator has given one. */
static const char *read_terms(pt_site_t *site, apr_pool_t *p)
{
    const char *path = site->cfg->security_terms_file, *text, *wrong;
    apr_finfo_t info;

    if (!path)
        return NULL;
    if ((wrong = read_file(&text, &info, p, "PeerTestSecurityTermsFile", path,
                           TERMS_FILE_MAX)))
        return wrong;
    if (info.size > TERMS_FILE_MAX)
        return apr_psprintf(p,
                            "PeerTestSecurityTermsFile: %s is longer than "
                            "64 kB",
                            path);
    if (strlen(text) != (apr_size_t)info.size || !pt_text_is_clean(text))
        return apr_psprintf(p,
                            "PeerTestSecurityTermsFile: %s is no plain text "
                            "in UTF-8",
                            path);
    text = pt_text_trim(p, text);
    if (pt_text_len(text) < TERMS_MIN)
        return apr_psprintf(p,
                            "PeerTestSecurityTermsFile: %s is too short to "
                            "be a legal text",
                            path);
    site->security_terms = text;
    return NULL;
}

/* The lines of a text, without white space at their ends, empty ones left out.
 */
static apr_array_header_t *lines_of(apr_pool_t *p, const char *text)
{
    apr_array_header_t *lines = apr_array_make(p, 4, sizeof(char *));
    char *state, *line;

    for (line = apr_strtok(apr_pstrdup(p, text), "\r\n", &state); line;
         line = apr_strtok(NULL, "\r\n", &state)) {
        apr_collapse_spaces(line, line);
        if (*line && *line != '#')
            APR_ARRAY_PUSH(lines, char *) = line;
    }
    return lines;
}

static int looks_weak(const unsigned char *key, int len)
{
    int i, distinct = 0;
    unsigned char seen[256] = {0};

    for (i = 0; i < len; i++) {
        distinct += !seen[key[i]];
        seen[key[i]] = 1;
    }
    return distinct < 8; /* 32 random bytes have fewer about never */
}

/* @param from the line to begin with; set to the one after the key, or to -1
 * when there is none */
static const char *read_key_from(unsigned char *key, int *from, apr_pool_t *p,
                                 const apr_array_header_t *lines,
                                 const char *name)
{
    apr_size_t name_len = strlen(name);
    int i;

    for (i = *from; i < lines->nelts; i++) {
        const char *line = APR_ARRAY_IDX(lines, i, const char *);
        unsigned char *bytes;
        int len;

        if (strncmp(line, name, name_len) || line[name_len] != ':')
            continue;
        line += name_len + 1;
        bytes = apr_palloc(p, apr_base64_decode_len(line) + 1);
        len = apr_base64_decode_binary(bytes, line);
        if (len < PT_KEY_BYTES || looks_weak(bytes, PT_KEY_BYTES))
            return apr_psprintf(p,
                                "PeerTestSecretFile: %s is too weak; use 32 "
                                "random bytes in base64",
                                name);
        memcpy(key, bytes, PT_KEY_BYTES);
        *from = i + 1;
        return NULL;
    }
    *from = -1;
    return apr_psprintf(p, "PeerTestSecretFile: no line \"%s: ...\"", name);
}

static const char *read_key(unsigned char *key, apr_pool_t *p,
                            const apr_array_header_t *lines, const char *name)
{
    int from = 0;

    return read_key_from(key, &from, p, lines, name);
}

/* The key that seals, and those of before, "field-old", that still open. */
static const char *read_field_keys(pt_site_t *site, apr_pool_t *p,
                                   const apr_array_header_t *lines)
{
    pt_seal_key_t *keys = site->field_keys;
    const char *wrong = read_key(keys[0].bytes, p, lines, "field");
    int from = 0, n;

    if (wrong)
        return wrong;
    pt_seal_name(&keys[0]);
    for (n = 1; n <= PT_FIELD_KEYS; n++) {
        wrong = read_key_from(keys[n].bytes, &from, p, lines, "field-old");
        if (wrong)
            return from < 0 ? NULL : wrong;
        pt_seal_name(&keys[n]);
    }
    return "PeerTestSecretFile: more than three \"field-old\" keys";
}

static int keys_differ(const pt_site_t *site)
{
    const unsigned char *keys[] = {site->access_key, site->refresh_key,
                                   site->pepper, site->field_keys[0].bytes};
    const size_t n = sizeof(keys) / sizeof(keys[0]);

    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < i; j++) {
            if (!memcmp(keys[i], keys[j], PT_KEY_BYTES))
                return 0;
        }
    }
    return 1;
}

static const char *read_keys(pt_site_t *site, apr_pool_t *p)
{
    const char *text, *wrong;
    apr_array_header_t *lines;

    wrong = read_secret_file(&text, p, "PeerTestSecretFile",
                             site->cfg->secret_file);
    if (wrong)
        return wrong;
    lines = lines_of(p, text);
    if ((wrong = read_key(site->access_key, p, lines, "access"))
        || (wrong = read_key(site->refresh_key, p, lines, "refresh"))
        || (wrong = read_key(site->pepper, p, lines, "pepper"))
        || (wrong = read_field_keys(site, p, lines)))
        return wrong;
    return keys_differ(site) ? NULL
                             : "PeerTestSecretFile: the keys must differ";
}

static int is_placeholder(const char *secret)
{
    return strlen(secret) < 20 || strstr(secret, "...")
           || strstr(secret, "xxxx") || strstr(secret, "changeme")
           || strstr(secret, "your_");
}

static const char *read_stripe(pt_site_t *site, apr_pool_t *p)
{
    const char *text, *wrong;
    apr_array_header_t *lines;
    int i, production = !strcmp(site->cfg->environment, "production");

    if ((wrong = read_secret_file(&text, p, "PeerTestStripeKeyFile",
                                  site->cfg->stripe_key_file)))
        return wrong;
    lines = lines_of(p, text);
    site->stripe_key = lines->nelts ? APR_ARRAY_IDX(lines, 0, char *) : "";
    site->test_mode = !strncmp(site->stripe_key, "sk_test_", 8);
    if (is_placeholder(site->stripe_key)
        || (!site->test_mode && strncmp(site->stripe_key, "sk_live_", 8)))
        return "PeerTestStripeKeyFile holds no sk_test_ or sk_live_ key";
    if (site->test_mode == production)
        return production ? "PeerTestStripeKeyFile: a test key in production"
                          : "PeerTestStripeKeyFile: a live key outside of "
                            "production";
    if ((wrong = read_secret_file(&text, p, "PeerTestStripeWebhookSecretFile",
                                  site->cfg->stripe_webhook_secret_file)))
        return wrong;
    lines = lines_of(p, text);
    if (!lines->nelts || lines->nelts > PT_WEBHOOK_SECRETS)
        return "PeerTestStripeWebhookSecretFile must hold one to four secrets";
    for (i = 0; i < lines->nelts; i++) {
        const char *secret = APR_ARRAY_IDX(lines, i, char *);
        if (strncmp(secret, "whsec_", 6) || is_placeholder(secret))
            return "PeerTestStripeWebhookSecretFile: a line is no whsec_ "
                   "secret";
        site->stripe_webhook_secrets[i] = secret;
    }
    return NULL;
}

/* The key of the store, "access:secret" in one line. */
static const char *read_s3(pt_site_t *site, apr_pool_t *p)
{
    const char *text, *wrong, *colon, *line;
    apr_array_header_t *lines;

    if (strcmp(site->cfg->storage, "s3"))
        return NULL;
    if (!site->cfg->s3_key_file)
        return "PeerTestS3KeyFile is missing";
    if ((wrong = read_secret_file(&text, p, "PeerTestS3KeyFile",
                                  site->cfg->s3_key_file)))
        return wrong;
    lines = lines_of(p, text);
    line = lines->nelts == 1 ? APR_ARRAY_IDX(lines, 0, char *) : "";
    colon = strchr(line, ':');
    if (!colon || colon == line || is_placeholder(colon + 1))
        return "PeerTestS3KeyFile must hold one line, access key:secret key";
    site->s3_access_key = apr_pstrmemdup(p, line, colon - line);
    site->s3_secret_key = colon + 1;
    return NULL;
}

static const char *document_root(server_rec *s)
{
    const core_server_config *core =
        ap_get_core_module_config(s->module_config);

    return core->ap_document_root;
}

const char *pt_site_make(pt_site_t **out, apr_pool_t *p, server_rec *s)
{
    pt_site_t *site = apr_pcalloc(p, sizeof(*site));
    const char *wrong, *text;

    site->cfg = pt_config_of(s);
    site->server = s;
    if ((wrong = pt_config_check(site->cfg, p)) || (wrong = read_keys(site, p))
        || (wrong = read_stripe(site, p)) || (wrong = read_terms(site, p))
        || (wrong = read_s3(site, p)))
        return wrong;
    if (site->cfg->mail_key_file) {
        apr_array_header_t *lines;

        if ((wrong = read_secret_file(&text, p, "PeerTestMailKeyFile",
                                      site->cfg->mail_key_file)))
            return wrong;
        lines = lines_of(p, text);
        if (!lines->nelts)
            return "PeerTestMailKeyFile is empty";
        site->mail_key = APR_ARRAY_IDX(lines, 0, char *);
    }
    site->document_root = document_root(s);
    site->run_as = geteuid() ? geteuid() : ap_unixd_config.user_id;
    site->origin = site->cfg->public_url;
    site->secure_cookies = !strncmp(site->origin, "https:", 6);
    *out = site;
    return NULL;
}

const char *pt_sites_make(apr_pool_t *p, server_rec *first)
{
    apr_array_header_t *made = apr_array_make(p, 2, sizeof(pt_site_t *));
    server_rec *s;
    int i;

    for (s = first; s; s = s->next) {
        pt_config_t *cfg = pt_config_of(s);
        pt_site_t *site;
        const char *wrong;

        pt_config_defaults(cfg);
        if (!cfg->enabled)
            continue;
        if ((wrong = pt_site_make(&site, p, s)))
            return wrong;
        for (i = 0; i < made->nelts; i++) {
            const pt_site_t *other = APR_ARRAY_IDX(made, i, pt_site_t *);
            if (!strcmp(other->cfg->site_id, cfg->site_id))
                return apr_psprintf(p, "PeerTestSiteId %s is used twice",
                                    cfg->site_id);
        }
        cfg->site = site;
        APR_ARRAY_PUSH(made, pt_site_t *) = site;
    }
    sites = made;
    return NULL;
}

pt_site_t *pt_site_of(const server_rec *s)
{
    return pt_config_of(s)->site;
}

const apr_array_header_t *pt_sites(void)
{
    return sites;
}
