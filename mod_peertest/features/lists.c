/* SPDX-License-Identifier: Apache-2.0 */
/* lists.c - what all lists take: how many entries, and after which one. */

#include "features/lists.h"
#include "core/pt_text.h"

#include <apr_lib.h>
#include <apr_strings.h>
#include <errno.h>

pt_err_t *pt_cursor_id(pt_req_t *q, const char **id, const char *cursor)
{
    const char *a, *b;

    PT_TRY(pt_cursor_read(q, &a, &b, cursor));
    if (a && !pt_text_is_uuid(a))
        return pt_cursor_refused(q);
    *id = a;
    return PT_OK;
}

/* Is this a 64-bit number as PostgreSQL prints it? */
static int is_number(const char *s)
{
    char *end;

    errno = 0;
    apr_strtoi64(s, &end, 10);
    return !errno && !*end && (apr_isdigit(*s) || *s == '-') && end != s;
}

pt_err_t *pt_cursor_number(pt_req_t *q, const char **number, const char **id,
                           const char *cursor)
{
    const char *a, *b;

    PT_TRY(pt_cursor_read(q, &a, &b, cursor));
    if (a && (!is_number(a) || !pt_text_is_uuid(b)))
        return pt_cursor_refused(q);
    *number = a;
    *id = b;
    return PT_OK;
}
