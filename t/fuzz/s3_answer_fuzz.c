/* SPDX-License-Identifier: Apache-2.0 */
/* s3_answer_fuzz.c - what a store says: each step goes on, and what it finds
 * stands in the answer. */

#include "fuzz.h"
#include "providers/s3_answer.h"

static void read_all(apr_pool_t *p, const char *answer, const char *member)
{
    const char *xml = answer, *before, *text;

    for (before = xml; (text = pt_s3_member(p, &xml, member)); before = xml) {
        PROMISE(xml > before && xml <= answer + strlen(answer));
        PROMISE(strlen(text) < (size_t)(xml - before));
        PROMISE(!strstr(text, "</Key>") || strcmp(member, "Key")
                || strstr(answer, "&"));
    }
    PROMISE(xml == before);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    apr_pool_t *p = fuzz_pool();
    char *answer = fuzz_text(data, size);

    read_all(p, answer, "Key");
    read_all(p, answer, "UploadId");
    free(answer);
    apr_pool_destroy(p);
    return 0;
}
