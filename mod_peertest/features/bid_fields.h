/* SPDX-License-Identifier: Apache-2.0 */
/* bid_fields.h - the JSON forms of a bid; their other half is
 * sql/functions/bids.sql. */
#ifndef PT_BID_FIELDS_H
#define PT_BID_FIELDS_H

#include "core/pt_schema.h"

/** The whole bid: api.bid(). */
extern const pt_schema_t pt_bid_schema, pt_bid_page_schema;

/** {bid, payment}: an answer to an offer, and what is to be paid for it. */
extern const pt_schema_t pt_bid_funding_schema;

/** {item_id, amount_minor}, as it is sent. */
extern const pt_schema_t pt_bid_item_input;

/** What most operations on a bid are sent: its id in the path. */
typedef struct {
    const char *bid_id;
} pt_bid_id_t;
extern const pt_field_t pt_bid_id_fields[];

#define PT_BID_ID(struct_) \
    PT_F(struct_, bid_id, PT_T_UUID, PT_IN_PATH, PT_REQUIRED, .doc = "The bid")

/* Enumerations that inputs and outputs share; each ends in NULL. */
extern const char *const pt_bid_states_all[];
extern const char *const pt_bid_reject_reasons[];
#endif
