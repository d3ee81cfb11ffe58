/* SPDX-License-Identifier: Apache-2.0 */
/* lists.h - what all lists take: how many entries, and after which one. */
#ifndef PT_LISTS_H
#define PT_LISTS_H

#include "http/pt_route.h"

/* The two members of every list's input struct: limit and cursor. */
#define PT_LIST_FIELDS(struct_) \
    PT_F(struct_, limit, PT_T_INT, PT_IN_QUERY, PT_OPTIONAL, .min = 1, \
         .max = 100, .dflt = 25, .doc = "Entries per page"), \
        PT_F(struct_, cursor, PT_T_TEXT, PT_IN_QUERY, PT_OPTIONAL, .min = 1, \
             .max = 400, .doc = "\"next\" of the page before")

/**
 * The cursor of a list that is ordered by id.
 * @param id NULL for the first page
 * @return PT_P_INVALID_CURSOR
 */
pt_err_t *pt_cursor_id(pt_req_t *q, const char **id, const char *cursor);

/**
 * The cursor of a list that is ordered by a number, then by id.
 * @param number as text, for a parameter; NULL for the first page
 * @return PT_P_INVALID_CURSOR
 */
pt_err_t *pt_cursor_number(pt_req_t *q, const char **number, const char **id,
                           const char *cursor);

#endif
