/* SPDX-License-Identifier: Apache-2.0 */
/* provider_ops.c - what all that talks to the payment provider shares. */

#include "features/provider_ops.h"

#include "core/pt_crypto.h"
#include "core/pt_text.h"

#include <apr_strings.h>
#include <string.h>

#define KEY_DIGEST_BYTES 8

const char *pt_object_mark(const json_t *object, const char *name)
{
    return pt_json_str(json_object_get(object, "metadata"), name);
}

const char *pt_object_uuid(const json_t *object, const char *name)
{
    const char *mark = pt_object_mark(object, name);

    return mark && pt_text_is_uuid(mark) ? mark : NULL;
}

int pt_object_is_foreign(const pt_ctx_t *c, const json_t *object)
{
    const char *site = pt_object_mark(object, "site");

    return site && strcmp(site, c->site->cfg->site_id) != 0;
}

pt_seen_e pt_object_unmatched(const pt_ctx_t *c, const json_t *object)
{
    const char *site = pt_object_mark(object, "site");

    return site && !strcmp(site, c->site->cfg->site_id) ? PT_SEEN_LATER
                                                        : PT_SEEN_FOREIGN;
}

void pt_form_mark(pt_form_t *form, const pt_ctx_t *c, const char *prefix,
                  const char *name, const char *id)
{
    pt_form_add(form, apr_pstrcat(c->pool, prefix, "[site]", NULL),
                c->site->cfg->site_id);
    pt_form_add(form, apr_pstrcat(c->pool, prefix, "[", name, "]", NULL), id);
}

pt_err_t *pt_provider_get(pt_ctx_t *c, json_t **object, const char *path)
{
    pt_stripe_answer_t answer;

    pt_stripe_get(&answer, c->pool, c->site, path);
    if (answer.outcome == PT_STRIPE_REFUSED)
        return pt_err_cause(pt_fail(c->pool, PT_P_NOT_FOUND, NULL),
                            "payment provider: %s", answer.trouble);
    if (answer.outcome != PT_STRIPE_DONE)
        return pt_stripe_err(c->pool, &answer);
    *object = answer.object;
    return PT_OK;
}

/* The same request has the same key, and another request has another: what a
 * person changed in the meantime does not block the repeat. */
static const char *make_key(pt_ctx_t *c, const char *what, const char *id,
                            const char *body)
{
    unsigned char digest[PT_SHA256_BYTES];

    pt_sha256(digest, body, strlen(body));
    return apr_pstrcat(c->pool, "pt1:", c->site->test_mode ? "test" : "live",
                       ":", what, ":", id, ":",
                       pt_hex(c->pool, digest, KEY_DIGEST_BYTES), NULL);
}

pt_err_t *pt_provider_make(pt_ctx_t *c, json_t **object, const char **refusal,
                           const pt_making_t *making)
{
    const char *path = making->path;
    const char *body = pt_form_text(making->form);
    const char *key = make_key(c, making->what, making->whom, body);
    pt_stripe_answer_t answer;

    pt_stripe_post(&answer, c->pool, c->site, path, body, key);
    if (answer.key_is_spent)
        pt_stripe_post(&answer, c->pool, c->site, path, body,
                       apr_psprintf(c->pool, "%s:%d", key, making->attempt));
    if (answer.outcome != PT_STRIPE_DONE && answer.outcome != PT_STRIPE_REFUSED)
        return pt_stripe_err(c->pool, &answer);
    *object = answer.outcome == PT_STRIPE_DONE ? answer.object : NULL;
    *refusal = answer.code;
    return PT_OK;
}
