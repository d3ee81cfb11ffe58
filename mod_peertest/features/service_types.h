/* SPDX-License-Identifier: Apache-2.0 */
/* service_types.h - which kinds of test a marketplace offers. */
#ifndef PT_FEATURES_SERVICE_TYPES_H
#define PT_FEATURES_SERVICE_TYPES_H

#include "core/pt_site.h"
#include "domain/service_types.h"

/** May this kind of test be bought here? */
int pt_service_is_on(const pt_site_t *site, const pt_service_type_t *type);

/** All kinds of test with their forms as JSON text, in p; those that need
 * legal text are off. */
const char *pt_service_types_text(apr_pool_t *p);
#endif
