/* SPDX-License-Identifier: Apache-2.0 */
/* pt_openapi.h - the route tables as an OpenAPI 3.1 document. */
#ifndef PT_OPENAPI_H
#define PT_OPENAPI_H

#include <apr_pools.h>

/** The document as JSON text with sorted members, in p. */
const char *pt_openapi_text(apr_pool_t *p);
#endif
