/* SPDX-License-Identifier: Apache-2.0 */
/* pt_config.h - the settings of a virtual host, made from directives.def. */
#ifndef PT_CONFIG_H
#define PT_CONFIG_H

#include <httpd.h>

#include <http_config.h>

/* The one symbol that leaves the shared object. */
extern module AP_MODULE_DECLARE_DATA peertest_module
    __attribute__((visibility("default")));

struct pt_site_t;

/** Values after merging; after check_config every number has a value. */
typedef struct pt_config_t {
    struct pt_site_t *site; /* set by post_config where PeerTest is On */
#define PT_NUM(directive, member, dflt, min, max, doc) apr_int64_t member;
#define PT_STR(directive, member, dflt, doc) const char *member;
#define PT_FLAG(directive, member, dflt, doc) apr_int64_t member;
#include "core/directives.def"
#undef PT_NUM
#undef PT_STR
#undef PT_FLAG
} pt_config_t;

/** The command table for the module record. */
extern const command_rec pt_config_directives[];

/** create_server_config: every value unset. */
void *pt_config_create(apr_pool_t *p, server_rec *s);

/** merge_server_config: what the virtual host leaves unset comes from the
 * main server; but it is a marketplace only when it says PeerTest On itself. */
void *pt_config_merge(apr_pool_t *p, void *base, void *add);

/** Put the documented default where a value is still unset. */
void pt_config_defaults(pt_config_t *cfg);

/** The settings of a server. */
pt_config_t *pt_config_of(const server_rec *s);

/**
 * Check one site's settings against each other, without reading a secret.
 * @return what is wrong, in words that name the directive, or NULL
 */
const char *pt_config_check(const pt_config_t *cfg, apr_pool_t *p);

/** Is this one of the marketplace's currencies? */
int pt_config_has_currency(const pt_config_t *cfg, const char *currency);

/** The currency of a marketplace where nobody names one. */
const char *pt_config_first_currency(const pt_config_t *cfg, apr_pool_t *p);
#endif
