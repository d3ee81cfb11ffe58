/* SPDX-License-Identifier: Apache-2.0 */
/* base64_fuzz.c - base64url, of which cursors and tokens are made: what can be
 * decoded is the one spelling of its bytes. */

#include "core/pt_crypto.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    apr_pool_t *p = fuzz_pool();
    char *text = fuzz_text(data, size);
    apr_size_t len = 0;
    unsigned char *bytes = pt_b64url_decode(p, &len, text);

    if (bytes)
        PROMISE(!strcmp(pt_b64url(p, bytes, len), text));
    bytes = pt_b64url_decode(p, &len, pt_b64url(p, data, size));
    PROMISE(bytes && len == size && (!size || !memcmp(bytes, data, size)));
    free(text);
    apr_pool_destroy(p);
    return 0;
}
