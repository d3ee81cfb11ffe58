/* SPDX-License-Identifier: Apache-2.0 */
/* admin_ops.h - what every intervention of an administrator has in common: a
 * reason, and a line in the audit trail. */
#ifndef PT_ADMIN_OPS_H
#define PT_ADMIN_OPS_H

#include "http/pt_route.h"

#define PT_REASON_MIN 3
#define PT_REASON_MAX 500

/** The member "reason" of an intervention's body. */
#define PT_REASON_FIELD(struct_) \
    PT_F(struct_, reason, PT_T_TEXT, PT_IN_BODY, PT_REQUIRED, \
         .min = PT_REASON_MIN, .max = PT_REASON_MAX, \
         .doc = "Why; it is kept in the audit trail")

/** An intervention, for the audit trail. */
typedef struct {
    const char *entity;    /* "account", "job", "payout", ... */
    const char *entity_id; /* its id, or its key */
    const char *reason;
    json_t *detail; /* what was and what is, amounts; no personal data; takes
                     * the reference, NULL is {} */
} pt_admin_action_t;

/** Write it down, in the transaction that does it; the kind is the route's
 * operation. */
pt_err_t *pt_admin_note(pt_req_t *q, const pt_admin_action_t *action);
#endif
