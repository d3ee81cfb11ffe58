/* SPDX-License-Identifier: Apache-2.0 */
/* json_fuzz.c - request bodies: JSON, and its check against declared fields. */

#include "core/pt_check.h"
#include "core/pt_json.h"
#include "fuzz.h"

typedef struct {
    const char *text, *id, *email, *url, *at, *kind;
    apr_int64_t amount_minor;
    int flag;
    json_t *words, *steps;
} body_t;

/* clang-format off */
static const pt_field_t step_fields[] = {
    PT_F(body_t, text, PT_T_TEXT, PT_IN_BODY, PT_REQUIRED, .min = 1, .max = 10, .doc = "-"),
    PT_FIELDS_END
};
static const pt_schema_t step_schema = {"Step", step_fields, 0};

static const pt_field_t body_fields[] = {
    PT_F(body_t, text,         PT_T_TEXT,  PT_IN_BODY, PT_REQUIRED, .min = 1, .max = 20, .pattern = "^[a-z]+$", .doc = "-"),
    PT_F(body_t, id,           PT_T_UUID,  PT_IN_BODY, PT_OPTIONAL, .doc = "-"),
    PT_F(body_t, email,        PT_T_EMAIL, PT_IN_BODY, PT_OPTIONAL, .max = 254, .doc = "-"),
    PT_F(body_t, url,          PT_T_URL,   PT_IN_BODY, PT_OPTIONAL, .max = 500, .doc = "-"),
    PT_F(body_t, at,           PT_T_TIME,  PT_IN_BODY, PT_OPTIONAL, .doc = "-"),
    PT_F(body_t, kind,         PT_T_ENUM,  PT_IN_BODY, PT_OPTIONAL, .values = PT_VALUES("a", "b"), .doc = "-"),
    PT_F(body_t, amount_minor, PT_T_INT,   PT_IN_BODY, PT_OPTIONAL, .min = 1, .max = 100, .doc = "-"),
    PT_F(body_t, flag,         PT_T_BOOL,  PT_IN_BODY, PT_OPTIONAL, .doc = "-"),
    PT_F(body_t, words,        PT_T_ARRAY, PT_IN_BODY, PT_OPTIONAL, .max = 3, .item = PT_T_TEXT, .item_max = 5, .doc = "-"),
    PT_F(body_t, steps,        PT_T_ARRAY, PT_IN_BODY, PT_OPTIONAL, .max = 3, .item = PT_T_OBJECT, .of = &step_schema, .doc = "-"),
    PT_FIELDS_END
};
/* clang-format on */

/* What is accepted keeps what the handlers rely on. */
static void check_promises(const json_t *json)
{
    const json_t *amount = json_object_get(json, "amount_minor");

    PROMISE(json_is_string(json_object_get(json, "text")));
    if (amount && !json_is_null(amount))
        PROMISE(json_is_integer(amount) && json_integer_value(amount) >= 1
                && json_integer_value(amount) <= 100);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    apr_pool_t *p = fuzz_pool();
    char *text = fuzz_text(data, size);
    json_t *json = NULL;

    if (!pt_json_parse(p, &json, text, size)) {
        PROMISE(json_is_object(json));
        PROMISE(pt_json_text(p, json) != NULL);
        if (!pt_check_object(PT_OK, p, body_fields, json, ""))
            check_promises(json);
    }
    free(text);
    apr_pool_destroy(p);
    return 0;
}
