/* SPDX-License-Identifier: Apache-2.0 */
/* dispute_forms.h - disputes as clients see them; their other half is
 * sql/functions/disputes.sql. */
#ifndef PT_DISPUTE_FORMS_H
#define PT_DISPUTE_FORMS_H

#include "http/pt_route.h"

extern const pt_schema_t pt_dispute_schema;
extern const pt_schema_t pt_dispute_page_schema;
extern const char *const pt_dispute_kinds[];
extern const char *const pt_dispute_states[];
extern const char *const pt_dispute_outcomes[];

/** Input of routes that name nothing but a dispute, and its member. */
typedef struct {
    const char *dispute_id;
} pt_dispute_id_t;

#define PT_DISPUTE_ID(struct_) \
    PT_F(struct_, dispute_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED, \
         .doc = "The dispute")

/** Input of lists of disputes. */
typedef struct {
    const char *state;
    apr_int64_t limit;
    const char *cursor;
} pt_dispute_list_t;
extern const pt_field_t pt_dispute_list_fields[];

/** Answer with a page of disputes.
 * @param party_id whose; NULL: everybody's */
pt_err_t *pt_reply_disputes(pt_req_t *q, const char *party_id);

/**
 * Answer with a dispute as the actor may see it.
 * @return PT_P_NOT_FOUND
 */
pt_err_t *pt_reply_dispute(pt_req_t *q, const char *dispute_id);
#endif
