/* SPDX-License-Identifier: Apache-2.0 */
/* pt_site.h - one marketplace at run time: its settings and secrets. */
#ifndef PT_SITE_H
#define PT_SITE_H

#include "core/pt_config.h"
#include "core/pt_seal.h"

#include <sys/types.h>

#define PT_KEY_BYTES 32
#define PT_WEBHOOK_SECRETS 4
#define PT_FIELD_KEYS 4

typedef struct pt_dbpool_t pt_dbpool_t;
typedef struct pt_batch_t pt_batch_t;

/** Made in post_config, one per enabled virtual host; read-only afterwards but
 * for the members of the child, which child_init sets once. */
typedef struct pt_site_t {
    const pt_config_t *cfg;
    server_rec *server;
    unsigned char access_key[PT_KEY_BYTES];  /* signs access tokens */
    unsigned char refresh_key[PT_KEY_BYTES]; /* derives refresh tokens */
    unsigned char pepper[PT_KEY_BYTES];      /* keyed pre-hash of passwords */
    pt_seal_key_t field_keys[PT_FIELD_KEYS + 1]; /* personal fields at rest; the
                                                  * first seals */
    const char *stripe_key;                      /* sk_... */
    const char
        *stripe_webhook_secrets[PT_WEBHOOK_SECRETS + 1]; /* ends in NULL */
    const char *mail_key;                                /* may be NULL */
    const char *s3_access_key, *s3_secret_key;           /* NULL: a folder */
    const char *security_terms;  /* legal text; NULL: no security tests */
    const char *document_root;   /* what httpd serves by itself; or NULL */
    uid_t run_as;                /* user of the children */
    const char *origin;          /* public_url without a path */
    int secure_cookies;          /* 0 only for http on loopback */
    int test_mode;               /* the payment key is a test key */
    pt_dbpool_t *dbpool;         /* of this child */
    pt_dbpool_t *webhook_dbpool; /* so that busy pages keep no event out */
    pt_batch_t *batch;           /* short reads travel together; or NULL */
} pt_site_t;

/**
 * Read the secrets of a site. Runs in post_config, as root.
 * @param site set on success; lives in p
 * @return what is wrong (weak, world-readable, placeholder, wrong mode for the
 *         environment), or NULL
 */
const char *pt_site_make(pt_site_t **site, apr_pool_t *p, server_rec *s);

/** The site of a server, or NULL where PeerTest is Off. Set by post_config. */
pt_site_t *pt_site_of(const server_rec *s);

/** Make every site of this configuration; call in post_config.
 * @return what is wrong, or NULL */
const char *pt_sites_make(apr_pool_t *p, server_rec *first);

/** All sites of this httpd; elements are pt_site_t *. */
const apr_array_header_t *pt_sites(void);
#endif
