/* SPDX-License-Identifier: Apache-2.0 */
/* pt_selfcheck.h - the route tables, held against themselves at start. */
#ifndef PT_SELFCHECK_H
#define PT_SELFCHECK_H

#include <apr_pools.h>

/** Walk all tables. @return the first contradiction in words, or NULL */
const char *pt_selfcheck(apr_pool_t *p);
#endif
