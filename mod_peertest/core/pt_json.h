/* SPDX-License-Identifier: Apache-2.0 */
/* pt_json.h - jansson values owned by a pool. */
#ifndef PT_JSON_H
#define PT_JSON_H

#include "core/pt_err.h"
#include <jansson.h>

#define PT_JSON_DEPTH_MAX 32

/** Give a new reference to a pool; released when the pool is cleared.
 * @return the value itself; NULL stays NULL */
json_t *pt_json_own(apr_pool_t *p, json_t *json);

/**
 * Parse bytes from outside: one JSON object, UTF-8, no NUL, no duplicate
 * member, at most PT_JSON_DEPTH_MAX deep.
 * @param json set on success; owned by p
 * @return PT_P_MALFORMED with the place in words
 */
pt_err_t *pt_json_parse(apr_pool_t *p, json_t **json, const char *bytes,
                        apr_size_t len);

/** Compact text of a value, in p. NULL for NULL. */
const char *pt_json_text(apr_pool_t *p, const json_t *json);

/** A string member, or NULL when absent, null or no string. */
const char *pt_json_str(const json_t *object, const char *member);

/** An integer member, or dflt. */
apr_int64_t pt_json_int(const json_t *object, const char *member,
                        apr_int64_t dflt);
#endif
