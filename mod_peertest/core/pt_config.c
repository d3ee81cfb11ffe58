/* SPDX-License-Identifier: Apache-2.0 */
/* pt_config.c - the settings of a virtual host, made from directives.def. */

#include "core/pt_config.h"

#include <apr_strings.h>
#include <apr_uri.h>
#include <ctype.h>
#include <stddef.h>
#include <string.h>

#define UNSET APR_INT64_MIN

/* What a setter must know of its directive. */
typedef struct {
    size_t offset;
    apr_int64_t min, max;
} spec_t;

void *pt_config_create(apr_pool_t *p, server_rec *s)
{
    pt_config_t *cfg = apr_pcalloc(p, sizeof(*cfg));

    (void)s;
#define PT_NUM(directive, member, dflt, min, max, doc) cfg->member = UNSET;
#define PT_STR(directive, member, dflt, doc)
#define PT_FLAG(directive, member, dflt, doc) cfg->member = UNSET;
#include "core/directives.def"
#undef PT_NUM
#undef PT_STR
#undef PT_FLAG
    return cfg;
}

void *pt_config_merge(apr_pool_t *p, void *base_, void *add_)
{
    const pt_config_t *base = base_, *add = add_;
    pt_config_t *cfg = apr_pcalloc(p, sizeof(*cfg));

#define PT_NUM(directive, member, dflt, min, max, doc) \
    cfg->member = add->member != UNSET ? add->member : base->member;
#define PT_STR(directive, member, dflt, doc) \
    cfg->member = add->member ? add->member : base->member;
#define PT_FLAG(directive, member, dflt, doc) cfg->member = add->member;
#include "core/directives.def"
#undef PT_NUM
#undef PT_STR
#undef PT_FLAG
    return cfg;
}

void pt_config_defaults(pt_config_t *cfg)
{
#define PT_NUM(directive, member, dflt, min, max, doc) \
    if (cfg->member == UNSET) \
        cfg->member = dflt;
#define PT_STR(directive, member, dflt, doc) \
    if (!cfg->member) \
        cfg->member = dflt;
#define PT_FLAG(directive, member, dflt, doc) \
    if (cfg->member == UNSET) \
        cfg->member = dflt;
#include "core/directives.def"
#undef PT_NUM
#undef PT_STR
#undef PT_FLAG
}

pt_config_t *pt_config_of(const server_rec *s)
{
    return ap_get_module_config(s->module_config, &peertest_module);
}

static const char *set_number(cmd_parms *cmd, void *dir, const char *arg)
{
    const spec_t *spec = cmd->info;
    char *end;
    apr_int64_t n = apr_strtoi64(arg, &end, 10);

    (void)dir;
    if (!*arg || *end || n < spec->min || n > spec->max)
        return apr_psprintf(cmd->pool,
                            "%s: \"%s\" is not between %" APR_INT64_T_FMT
                            " and %" APR_INT64_T_FMT,
                            cmd->cmd->name, arg, spec->min, spec->max);
    *(apr_int64_t *)((char *)pt_config_of(cmd->server) + spec->offset) = n;
    return NULL;
}

static const char *set_string(cmd_parms *cmd, void *dir, const char *arg)
{
    const spec_t *spec = cmd->info;

    (void)dir;
    if (!*arg)
        return apr_psprintf(cmd->pool, "%s must not be empty", cmd->cmd->name);
    *(const char **)((char *)pt_config_of(cmd->server) + spec->offset) = arg;
    return NULL;
}

static const char *set_flag(cmd_parms *cmd, void *dir, int on)
{
    const spec_t *spec = cmd->info;

    (void)dir;
    *(apr_int64_t *)((char *)pt_config_of(cmd->server) + spec->offset) = on;
    return NULL;
}

/* clang-format off */
#define SPEC(member, min, max) \
    (void *)(&(const spec_t){offsetof(pt_config_t, member), min, max})

const command_rec pt_config_directives[] = {
#define PT_NUM(directive, member, dflt, min, max, doc) \
    AP_INIT_TAKE1(#directive, set_number, SPEC(member, min, max), RSRC_CONF, doc),
#define PT_STR(directive, member, dflt, doc) \
    AP_INIT_TAKE1(#directive, set_string, SPEC(member, 0, 0), RSRC_CONF, doc),
#define PT_FLAG(directive, member, dflt, doc) \
    AP_INIT_FLAG(#directive, set_flag, SPEC(member, 0, 1), RSRC_CONF, doc),
#include "core/directives.def"
#undef PT_NUM
#undef PT_STR
#undef PT_FLAG
    {.name = NULL}
};
/* clang-format on */

static int is_slug(const char *s)
{
    return s && *s && strlen(s) <= 40
           && strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(s);
}

static int is_loopback(const char *host)
{
    return host
           && (!strcmp(host, "localhost") || !strncmp(host, "127.", 4)
               || !strcmp(host, "::1"));
}

static const char *check_public_url(const pt_config_t *cfg, apr_pool_t *p)
{
    apr_uri_t uri;

    if (!cfg->public_url)
        return "PeerTestPublicUrl is missing";
    if (apr_uri_parse(p, cfg->public_url, &uri) || !uri.hostname
        || !*uri.hostname || !uri.scheme || uri.user || uri.query
        || uri.fragment || (uri.path && *uri.path))
        return "PeerTestPublicUrl must be scheme://host[:port] and no more";
    if (!strcmp(uri.scheme, "https")
        || (!strcmp(uri.scheme, "http") && is_loopback(uri.hostname)))
        return NULL;
    return "PeerTestPublicUrl must be https; plain http only on a loopback "
           "host";
}

static const char *check_currencies(const char *list, apr_pool_t *p)
{
    char *state, *copy = apr_pstrdup(p, list), *word;
    int n = 0;

    for (word = apr_strtok(copy, " ", &state); word;
         word = apr_strtok(NULL, " ", &state), n++) {
        if (strlen(word) != 3 || !islower((unsigned char)word[0])
            || !islower((unsigned char)word[1])
            || !islower((unsigned char)word[2]))
            return "PeerTestCurrencies: each is three lower-case letters";
    }
    return n ? NULL : "PeerTestCurrencies names no currency";
}

static const char *check_delays(const char *list, apr_pool_t *p)
{
    char *state, *copy = apr_pstrdup(p, list), *word, *end;

    for (word = apr_strtok(copy, ",", &state); word;
         word = apr_strtok(NULL, ",", &state)) {
        apr_int64_t n = apr_strtoi64(word, &end, 10);
        if (*end || n < 0 || n > 604800)
            return "PeerTestRetryDelays: seconds, separated by commas";
    }
    return NULL;
}

static const char *missing_string(const pt_config_t *cfg)
{
    if (!cfg->database)
        return "PeerTestDatabase is missing";
    if (!cfg->secret_file)
        return "PeerTestSecretFile is missing";
    if (!cfg->stripe_key_file)
        return "PeerTestStripeKeyFile is missing";
    if (!cfg->stripe_webhook_secret_file)
        return "PeerTestStripeWebhookSecretFile is missing";
    if (!cfg->mail_url)
        return "PeerTestMailUrl is missing";
    if (!cfg->mail_from)
        return "PeerTestMailFrom is missing";
    return NULL;
}

static const char *check_limits(const pt_config_t *cfg)
{
    if (cfg->reward_min > cfg->reward_max)
        return "PeerTestRewardMin is above PeerTestRewardMax";
    if (cfg->review_min > cfg->review_max)
        return "PeerTestReviewMin is above PeerTestReviewMax";
    if (cfg->session_idle_ttl > cfg->session_ttl)
        return "PeerTestSessionIdleTtl is above PeerTestSessionTtl";
    /* Lease: at least twice the longest call, so that nobody takes a job over
     * that is still waiting for an answer. */
    if (cfg->job_lease < 2 * cfg->provider_timeout)
        return "PeerTestJobLease must be at least twice "
               "PeerTestProviderTimeout";
    if (!strcmp(cfg->environment, "production") && cfg->bcrypt_cost < 10)
        return "PeerTestBcryptCost is below 10 in production";
    return NULL;
}

const char *pt_config_check(const pt_config_t *cfg, apr_pool_t *p)
{
    const char *wrong;

    if (!is_slug(cfg->site_id))
        return "PeerTestSiteId is missing or has other characters than "
               "lower-case letters, digits and hyphens";
    if (strcmp(cfg->environment, "development")
        && strcmp(cfg->environment, "test")
        && strcmp(cfg->environment, "production"))
        return "PeerTestEnvironment must be development, test or production";
    if ((wrong = missing_string(cfg)) || (wrong = check_public_url(cfg, p))
        || (wrong = check_currencies(cfg->currencies, p))
        || (wrong = check_delays(cfg->retry_delays, p)))
        return wrong;
    if (strncmp(cfg->mail_url, "smtp://", 7)
        && strncmp(cfg->mail_url, "smtps://", 8)
        && strncmp(cfg->mail_url, "resend+http", 11))
        return "PeerTestMailUrl must begin with smtp://, smtps:// or "
               "resend+https://";
    return check_limits(cfg);
}

int pt_config_has_currency(const pt_config_t *cfg, const char *currency)
{
    const char *word = cfg->currencies;
    size_t length;

    for (word += strspn(word, " "); *word; word += strspn(word, " ")) {
        length = strcspn(word, " ");
        if (length == strlen(currency) && !strncmp(word, currency, length))
            return 1;
        word += length;
    }
    return 0;
}

const char *pt_config_first_currency(const pt_config_t *cfg, apr_pool_t *p)
{
    const char *first = cfg->currencies + strspn(cfg->currencies, " ");

    return apr_pstrmemdup(p, first, strcspn(first, " "));
}
