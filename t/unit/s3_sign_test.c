/* SPDX-License-Identifier: Apache-2.0 */
/* s3_sign_test.c - AWS's own examples of Signature Version 4 for S3.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */

#include "providers/s3_answer.h"
#include "providers/s3_sign.h"
#include "tap.h"

#include <apr_general.h>
#include <apr_strings.h>

#define NOTHING \
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define CREDENTIAL \
    "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/" \
    "aws4_request,SignedHeaders=host;x-amz-content-sha256;x-amz-date," \
    "Signature="

static const pt_s3_key_t key = {"us-east-1", "AKIAIOSFODNN7EXAMPLE",
                                "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"};
static const char date[] = "20130524T000000Z";

static apr_pool_t *p;

static void check_headers(void)
{
    pt_s3_request_t request = {"GET", "examplebucket.s3.amazonaws.com", "/",
                               "lifecycle="};

    is(pt_s3_authorization(p, &key, &request, NOTHING, date),
       CREDENTIAL
       "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
       "a name without a value");
    request.query = "max-keys=2&prefix=J";
    is(pt_s3_authorization(p, &key, &request, NOTHING, date),
       CREDENTIAL
       "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
       "a query of two");
}

static void check_link(void)
{
    const pt_s3_request_t request = {"GET", "examplebucket.s3.amazonaws.com",
                                     "/test.txt", ""};

    is(pt_s3_presigned_query(p, &key, &request, date, 86400),
       "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
       "AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
       "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400"
       "&X-Amz-SignedHeaders=host&X-Amz-Signature="
       "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
       "a link");
}

static void check_date(void)
{
    char text[PT_S3_DATE_BYTES];

    pt_s3_date(text, apr_time_from_sec(1369353600));
    is(text, date, "a date");
}

static void check_answers(void)
{
    const char *xml = "<?xml version=\"1.0\"?><R><Key>a&amp;b</Key><Keys/>"
                      "<Key>&quot;c&quot;</Key><Key>never ends";

    is(pt_s3_member(p, &xml, "Key"), "a&b", "the first of a name");
    is(pt_s3_member(p, &xml, "Key"), "\"c\"", "and the next");
    is(pt_s3_member(p, &xml, "Key"), NULL, "not one that has no end");
    xml = "<KeyCount>1</KeyCount>";
    is(pt_s3_member(p, &xml, "Key"), NULL, "nor another name");
    xml = "";
    is(pt_s3_member(p, &xml, "Key"), NULL, "nothing has none");
}

int main(void)
{
    apr_initialize();
    apr_pool_create(&p, NULL);
    check_headers();
    check_link();
    check_date();
    check_answers();
    return done_testing();
}
