/* SPDX-License-Identifier: Apache-2.0 */
/* json_test.c - bytes from outside become an object, or a refusal. */

#include "core/pt_json.h"
#include "tap.h"

#include <apr_general.h>
#include <apr_strings.h>

#define BYTES(text) text, sizeof(text) - 1

static const struct {
    const char *name, *bytes;
    apr_size_t len;
    int good;
} cases[] = {
    {"an empty object", BYTES("{}"), 1},
    {"white space around it", BYTES(" \r\n\t{} \n"), 1},
    {"members of each type",
     BYTES("{\"a\":1,\"b\":\"x\",\"c\":[true,null,1.5],\"d\":{}}"), 1},
    {"an escaped character", BYTES("{\"a\":\"\\u00fc\\n\"}"), 1},
    {"a pair of surrogates", BYTES("{\"a\":\"\\ud83d\\udc1b\"}"), 1},
    {"brackets inside of a string", BYTES("{\"a\":\"[[[\\\"{{{\"}"), 1},
    {"nothing", BYTES(""), 0},
    {"white space alone", BYTES("  "), 0},
    {"an array", BYTES("[]"), 0},
    {"a number", BYTES("1"), 0},
    {"a string", BYTES("\"a\""), 0},
    {"null", BYTES("null"), 0},
    {"two objects", BYTES("{}{}"), 0},
    {"an object and more", BYTES("{} x"), 0},
    {"an object that does not end", BYTES("{\"a\":1"), 0},
    {"a comma too many", BYTES("{\"a\":1,}"), 0},
    {"a name without quotes", BYTES("{a:1}"), 0},
    {"single quotes", BYTES("{'a':1}"), 0},
    {"a comment", BYTES("{/* */}"), 0},
    {"a member twice", BYTES("{\"a\":1,\"a\":1}"), 0},
    {"a member twice, once escaped", BYTES("{\"a\":1,\"\\u0061\":2}"), 0},
    {"a member twice, further in", BYTES("{\"b\":[{\"a\":1,\"a\":1}]}"), 0},
    {"a NUL between", BYTES("{\"a\":1}\0"), 0},
    {"a NUL in a string", BYTES("{\"a\":\"x\0y\"}"), 0},
    {"an escaped NUL", BYTES("{\"a\":\"\\u0000\"}"), 0},
    {"an escaped NUL in a name", BYTES("{\"\\u0000\":1}"), 0},
    {"half a pair of surrogates", BYTES("{\"a\":\"\\ud83d\"}"), 0},
    {"the wrong half", BYTES("{\"a\":\"\\udc1b\"}"), 0},
    {"no UTF-8", BYTES("{\"a\":\"\xff\"}"), 0},
    {"overlong UTF-8", BYTES("{\"a\":\"\xc0\xaf\"}"), 0},
    {"UTF-8 that is cut off", BYTES("{\"a\":\"\xc3\"}"), 0},
    {"an encoded surrogate", BYTES("{\"a\":\"\xed\xa0\x80\"}"), 0},
    {"a byte order mark", BYTES("\xef\xbb\xbf{}"), 0},
    {"a control character", BYTES("{\"a\":\"\x01\"}"), 0},
    {"a line end in a string", BYTES("{\"a\":\"\n\"}"), 0},
    {"an unknown escape", BYTES("{\"a\":\"\\x\"}"), 0},
    {"an integer beyond 64 bits", BYTES("{\"a\":9223372036854775808}"), 0},
    {"a real beyond a double", BYTES("{\"a\":1e999}"), 0},
    {"a leading zero", BYTES("{\"a\":01}"), 0},
    {"a leading plus", BYTES("{\"a\":+1}"), 0},
    {"NaN", BYTES("{\"a\":NaN}"), 0},
};

/* {"a":{"a":...{}...}} of so many levels. */
static const char *nested(apr_pool_t *p, int levels)
{
    const char *text = "{}";

    while (--levels)
        text = apr_pstrcat(p, "{\"a\":", text, "}", NULL);
    return text;
}

static int parses(apr_pool_t *p, const char *bytes, apr_size_t len)
{
    json_t *json = NULL;
    pt_err_t *err = pt_json_parse(p, &json, bytes, len);

    if (err)
        return err->problem == PT_P_MALFORMED && err->detail && !json ? 0 : -1;
    return json_is_object(json) ? 1 : -1;
}

int main(void)
{
    apr_pool_t *p;
    json_t *json;
    const char *deep;
    size_t i;

    apr_initialize();
    apr_pool_create(&p, NULL);

    for (i = 0; i < LENGTH(cases); i++)
        ok(parses(p, cases[i].bytes, cases[i].len) == cases[i].good,
           cases[i].name);
    deep = nested(p, PT_JSON_DEPTH_MAX);
    ok(parses(p, deep, strlen(deep)) == 1, "as deep as may be");
    deep = nested(p, PT_JSON_DEPTH_MAX + 1);
    ok(parses(p, deep, strlen(deep)) == 0, "one level deeper");
    deep = nested(p, 2000);
    ok(parses(p, deep, strlen(deep)) == 0, "two thousand levels");
    ok(parses(p,
              BYTES("{\"a\":[[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],"
                    "[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[]]}"))
           == 1,
       "many are not deep");

    ok(!pt_json_parse(p, &json, BYTES("{\"s\":\"x\",\"i\":7,\"n\":null}")),
       "a value to look into");
    is(pt_json_str(json, "s"), "x", "a string");
    is(pt_json_str(json, "i"), NULL, "a number is no string");
    is(pt_json_str(json, "z"), NULL, "an absent member");
    ok(pt_json_int(json, "i", 1) == 7, "an integer");
    ok(pt_json_int(json, "s", 1) == 1, "a string is no integer");
    ok(pt_json_int(json, "z", -1) == -1, "the default");
    is(pt_json_text(p, json), "{\"s\":\"x\",\"i\":7,\"n\":null}", "as text");
    is(pt_json_text(p, NULL), NULL, "nothing as text");
    ok(pt_json_own(p, NULL) == NULL, "nothing owned");
    apr_pool_destroy(p);
    return done_testing();
}
