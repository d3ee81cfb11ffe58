/* SPDX-License-Identifier: Apache-2.0 */
/* money_fields.c - what forms and lists of payments, refunds and payouts have
 * in common. */

#include "features/money_fields.h"

#include "core/pt_text.h"

#include <string.h>

const char *const pt_payment_states[] = {
    "pending",         "succeeded", "failed", "cancelled",
    "partly_refunded", "refunded",  NULL};

const char *const pt_sending_states[] = {"pending", "processing", "completed",
                                         "failed",  "reversed",   NULL};

pt_err_t *pt_money_page_read(pt_req_t *q, pt_money_page_t *page)
{
    const pt_money_list_t *in = q->input;

    memset(page, 0, sizeof(*page));
    PT_TRY(pt_cursor_id(q, &page->before_id, in->cursor));
    page->page_size = pt_i64(q->ctx.pool, in->limit);
    if (in->q && pt_text_is_uuid(in->q))
        page->about = in->q;
    else
        page->reference = in->q;
    return PT_OK;
}
