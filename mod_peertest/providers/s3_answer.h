/* SPDX-License-Identifier: Apache-2.0 */
/* s3_answer.h - what an S3-compatible store says, in XML. */
#ifndef PT_S3_ANSWER_H
#define PT_S3_ANSWER_H

#include <apr_pools.h>

/**
 * The text of the next element of a name, wherever it is. The answers of a
 * store are flat enough that more is not needed.
 * @param xml where to begin; set behind the element when there is one
 * @return its text, in p, or NULL
 */
const char *pt_s3_member(apr_pool_t *p, const char **xml, const char *name);
#endif
