/* SPDX-License-Identifier: Apache-2.0 */
/* mod_peertest.c - the module record and its hooks; glue only. PT0000 */

#include "core/pt_log.h"
#include "core/pt_site.h"
#include "features/service_types.h"
#include "http/pt_dispatch.h"
#include "http/pt_linger.h"
#include "http/pt_openapi.h"
#include "http/pt_rate.h"
#include "http/pt_router.h"
#include "http/pt_selfcheck.h"
#include "providers/file_store.h"
#include "providers/media.h"
#include "providers/pt_http.h"
#include "worker/pt_worker.h"

#include <ap_mpm.h>
#include <http_config.h>
#include <http_connection.h>
#include <http_core.h>
#include <http_request.h>
#include <mpm_common.h>
#include <stdio.h>

APLOG_USE_MODULE(peertest);

static const char *check_providers(apr_pool_t *p)
{
    const apr_array_header_t *sites = pt_sites();
    const char *wrong = NULL;
    int i;

    for (i = 0; i < sites->nelts && !wrong; i++)
        wrong = pt_file_store_check(p, APR_ARRAY_IDX(sites, i, pt_site_t *));
    for (i = 0; i < sites->nelts && !wrong; i++)
        wrong = pt_media_check(p, APR_ARRAY_IDX(sites, i, pt_site_t *));
    return wrong;
}

/* Everything that "httpd -t" must find: settings, secrets, tables. */
static int check_config(apr_pool_t *p, apr_pool_t *plog, apr_pool_t *ptemp,
                        server_rec *s)
{
    const char *wrong = pt_selfcheck(ptemp);
    const pt_log_t log = {s, NULL, NULL};

    (void)plog;
    if (!wrong)
        wrong = pt_sites_make(p, s);
    if (!wrong)
        wrong = check_providers(ptemp);
    if (!wrong)
        return OK;
    pt_log(&log, APLOG_CRIT, "PT0001: %s", wrong);
    return HTTP_INTERNAL_SERVER_ERROR;
}

/* "httpd -t -D DUMP_OPENAPI" or "-D DUMP_SERVICE_TYPES": what the tables say,
 * with no server and no database. */
static void dump_tables(apr_pool_t *p, server_rec *s)
{
    (void)s;
    if (ap_exists_config_define("DUMP_OPENAPI")) {
        pt_openapi_make(p);
        puts(pt_openapi_text());
    }
    if (ap_exists_config_define("DUMP_SERVICE_TYPES"))
        puts(pt_service_types_text(p));
}

static int post_config(apr_pool_t *p, apr_pool_t *plog, apr_pool_t *ptemp,
                       server_rec *s)
{
    const pt_log_t log = {s, NULL, NULL};
    apr_status_t rv;

    (void)plog;
    (void)ptemp;
    /* The first of the two passes at start is a rehearsal. */
    if (ap_state_query(AP_SQ_MAIN_STATE) == AP_SQ_MS_CREATE_PRE_CONFIG)
        return OK;
    pt_router_make(p);
    pt_openapi_make(p);
    if ((rv = pt_rate_make(s)) != APR_SUCCESS) {
        pt_log(&log, APLOG_CRIT, "PT0002: no shared memory (%d)", rv);
        return HTTP_INTERNAL_SERVER_ERROR;
    }
    ap_add_version_component(p, "PeerTest");
    return OK;
}

static void child_init(apr_pool_t *p, server_rec *s)
{
    const apr_array_header_t *sites = pt_sites();
    const pt_log_t log = {s, NULL, NULL};
    int i;

    pt_http_child_init(p);
    pt_linger_start();
    for (i = 0; i < sites->nelts; i++) {
        pt_site_t *site = APR_ARRAY_IDX(sites, i, pt_site_t *);
        pt_err_t *err =
            pt_dbpool_make(&site->dbpool, p, site, site->cfg->db_max);
        if (!err)
            err = pt_dbpool_make(&site->webhook_dbpool, p, site,
                                 site->cfg->db_webhook_max);
        if (!err && site->cfg->db_read_max > 0)
            err = pt_batch_make(&site->batch, p, site);
        if (err)
            pt_log_err(&log, APLOG_CRIT, "PT0003", err);
    }
    pt_worker_start(p);
}

static void child_stopping(apr_pool_t *p, int graceful)
{
    (void)p;
    (void)graceful;
    pt_worker_stop();
}

/* Our addresses are no files: no name translation, no directory walk. */
static int not_a_file(request_rec *r)
{
    return pt_dispatch_is_ours(r) ? OK : DECLINED;
}

static void register_hooks(apr_pool_t *p)
{
    (void)p;
    ap_hook_check_config(check_config, NULL, NULL, APR_HOOK_MIDDLE);
    ap_hook_test_config(dump_tables, NULL, NULL, APR_HOOK_MIDDLE);
    ap_hook_post_config(post_config, NULL, NULL, APR_HOOK_MIDDLE);
    ap_hook_child_init(child_init, NULL, NULL, APR_HOOK_LAST);
    ap_hook_process_connection(pt_linger, NULL, NULL, APR_HOOK_REALLY_FIRST);
    ap_hook_child_stopping(child_stopping, NULL, NULL, APR_HOOK_MIDDLE);
    ap_hook_translate_name(not_a_file, NULL, NULL, APR_HOOK_FIRST);
    ap_hook_map_to_storage(not_a_file, NULL, NULL, APR_HOOK_FIRST);
    ap_hook_handler(pt_dispatch, NULL, NULL, APR_HOOK_MIDDLE);
}

module AP_MODULE_DECLARE_DATA peertest_module = {STANDARD20_MODULE_STUFF,
                                                 NULL,
                                                 NULL,
                                                 pt_config_create,
                                                 pt_config_merge,
                                                 pt_config_directives,
                                                 register_hooks,
                                                 AP_MODULE_FLAG_ALWAYS_MERGE};
