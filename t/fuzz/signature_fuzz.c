/* SPDX-License-Identifier: Apache-2.0 */
/* signature_fuzz.c - the signature header of a webhook: without the secret, no
 * input is good. */

#include "core/pt_signature.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const secrets[] = {"whsec_of_the_fuzz_target", NULL};
    apr_pool_t *p = fuzz_pool();
    char *text = fuzz_text(data, size);

    PROMISE(strcmp(
        pt_signature_result(p, text, text, size, secrets, 1800000000, 300),
        "good"));
    free(text);
    apr_pool_destroy(p);
    return 0;
}
