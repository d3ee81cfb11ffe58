/* SPDX-License-Identifier: Apache-2.0 */
/* fee_ops.h - which fees apply. SQL alone says which rule of the price book
 * does (api.fee_rule); where none does, the directives hold. */
#ifndef PT_FEE_OPS_H
#define PT_FEE_OPS_H

#include "core/pt_json.h"
#include "store/pt_ctx.h"

/** What the two sides pay, in hundredths of a per cent, and by which rows of
 * the price book; NULL: by the site's own settings. */
typedef struct {
    apr_int64_t builder_bps, tester_bps;
    const char *builder_rule_id, *tester_rule_id;
} pt_fees_t;

/** What work is paid for, before anybody does it. */
typedef struct {
    const char *payer_id;     /* whose country counts; NULL: market counts */
    const char *market;       /* a country, or NULL */
    const char *service_type; /* NULL: none alone */
    const char *at;           /* an instant; NULL: now */
} pt_fee_case_t;
pt_err_t *pt_fees_find(pt_ctx_t *c, pt_fees_t *fees, const pt_fee_case_t *what);

/**
 * The fees of each role of a plan that is priced; as of now; the
 * kinds of test are in the roles.
 * @param fees room for all roles
 * @param roles of form pt_priced_role_input, checked
 */
pt_err_t *pt_fees_of_roles(pt_ctx_t *c, pt_fees_t *fees,
                           const pt_fee_case_t *what, const json_t *roles);

/** The fees of a locked bid that is paid now. */
pt_err_t *pt_fees_of_bid(pt_ctx_t *c, pt_fees_t *fees, const char *bid_id);

/** The fees of a seat of a locked simple job: the builder's as it was paid, the
 * tester's by the rules of then. */
pt_err_t *pt_fees_of_claim(pt_ctx_t *c, pt_fees_t *fees, const char *job_id,
                           const char *tester_id);

/** What is sealed: the row that has these rates for ever.
 * @param schedule_id set to its id */
pt_err_t *pt_fees_seal(pt_ctx_t *c, const char **schedule_id,
                       const pt_fees_t *fees);

/* The site's own rates, as parameters of every statement that finds fees. */
#define PT_SITE_FEES(c) \
    .site_builder_bps = pt_i64((c)->pool, (c)->site->cfg->builder_fee_bps), \
    .site_tester_bps = pt_i64((c)->pool, (c)->site->cfg->tester_fee_bps)
#endif
