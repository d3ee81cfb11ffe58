/* SPDX-License-Identifier: Apache-2.0 */
/* totp_ops.c - the second factor of an account: its secret at rest, and codes
 * that are used up. PT1650-PT1659 */

#include "features/totp_ops.h"
#include "core/pt_crypto.h"
#include "core/pt_time.h"
#include "core/pt_totp.h"
#include "features/queue_ops.h"

#include <apr_strings.h>
#include <string.h>

static const char *place_of(pt_req_t *q, const char *account_id)
{
    return apr_pstrcat(q->ctx.pool, "account.totp_sealed:", account_id, NULL);
}

const char *pt_totp_seal(pt_req_t *q, const char *account_id,
                         const char *secret)
{
    return pt_seal(q->ctx.pool, q->ctx.site->field_keys,
                   place_of(q, account_id), secret);
}

const char *pt_totp_unseal(pt_req_t *q, const char *account_id,
                           const char *sealed)
{
    const char *secret = pt_unseal(q->ctx.pool, q->ctx.site->field_keys,
                                   place_of(q, account_id), sealed);

    if (!secret)
        pt_log(&q->ctx.log, APLOG_WARNING,
               "PT1650: no key opens the second factor of %s", account_id);
    return secret;
}

/* The hash of a recovery code as a parameter: of no use without the pepper. */
static const char *recovery_hash(pt_req_t *q, const char *account_id,
                                 const char *code)
{
    unsigned char mac[PT_SHA256_BYTES];
    const char *text = apr_pstrcat(q->ctx.pool, "recovery:", account_id, ":",
                                   pt_recovery_normal(q->ctx.pool, code), NULL);

    pt_hmac_sha256(mac, q->ctx.site->pepper, PT_KEY_BYTES, text, strlen(text));
    return pt_bytea(q->ctx.pool, mac, sizeof(mac));
}

static pt_err_t *recovery_use(pt_req_t *q, int *fine, const char *account_id,
                              const char *code)
{
    pt_row_t row;

    PT_TRY(pt_db_maybe(q->ctx.db, &row, fine,
                       PT_Q(recovery_code_use, .account_id = account_id,
                            .code_hash = recovery_hash(q, account_id, code))));
    if (!*fine)
        return PT_OK;
    return pt_mail_add(&q->ctx, "recovery_used", account_id,
                       json_pack("{ss}", "left", pt_row_str(&row, "left")));
}

pt_err_t *pt_totp_use(pt_req_t *q, int *fine, const char *account_id,
                      const char *sealed, const char *code)
{
    const char *secret, *resealed = NULL;
    apr_int64_t step;

    if (!pt_totp_is_code(code))
        return recovery_use(q, fine, account_id, code);
    secret = pt_totp_unseal(q, account_id, sealed);
    step = secret ? pt_totp_step(secret, pt_time_now(), code) : 0;
    *fine = step != 0;
    if (!*fine)
        return PT_OK;
    if (!pt_seal_is_of(sealed, q->ctx.site->field_keys))
        resealed = pt_totp_seal(q, account_id, secret);
    return pt_db_exec(q->ctx.db, fine,
                      PT_Q(totp_use, .account_id = account_id,
                           .step = pt_i64(q->ctx.pool, step),
                           .resealed = resealed));
}

pt_err_t *pt_recovery_make(pt_req_t *q, json_t **codes, const char *account_id)
{
    json_t *list = pt_json_own(q->ctx.pool, json_array());
    json_t *hashes = pt_json_own(q->ctx.pool, json_array());

    for (int i = 0; i < PT_RECOVERY_CODES; i++) {
        const char *code = pt_recovery_code(q->ctx.pool);

        json_array_append_new(list, json_string(code));
        json_array_append_new(hashes,
                              json_string(recovery_hash(q, account_id, code)));
    }
    *codes = json_incref(list);
    return pt_db_exec(q->ctx.db, NULL,
                      PT_Q(recovery_codes_set, .account_id = account_id,
                           .code_hashes = pt_json_text(q->ctx.pool, hashes)));
}
