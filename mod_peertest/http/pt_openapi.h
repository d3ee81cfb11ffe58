/* SPDX-License-Identifier: Apache-2.0 */
/* pt_openapi.h - the route tables as an OpenAPI 3.1 document. */
#ifndef PT_OPENAPI_H
#define PT_OPENAPI_H

#include <apr_pools.h>

/** Make the document, once for all: JSON text with sorted members, in p. */
void pt_openapi_make(apr_pool_t *p);

/** The document, after pt_openapi_make(). */
const char *pt_openapi_text(void);

/** Its entity tag. */
const char *pt_openapi_etag(void);
#endif
