/* SPDX-License-Identifier: Apache-2.0 */
/* file_rules_test.c - which files are taken, how large they may be, what they
 * are called. */

#include "domain/file_rules.h"
#include "tap.h"

#include <apr_general.h>
#include <apr_strings.h>

/* clang-format off */
static const struct {
    const char *found, *kind, *media_type; /* kind NULL: the type is a code */
} types[] = {
    {"image/png",                PT_FILE_PICTURE,  "image/png"},
    {"image/apng",               PT_FILE_PICTURE,  "image/png"},
    {"image/jpeg",               PT_FILE_PICTURE,  "image/jpeg"},
    {"image/webp",               PT_FILE_PICTURE,  "image/webp"},
    {"image/gif",                PT_FILE_PICTURE,  "image/gif"},
    {"video/webm",               PT_FILE_VIDEO,    "video/webm"},
    {"video/mp4",                PT_FILE_VIDEO,    "video/mp4"},
    {"video/quicktime",          PT_FILE_VIDEO,    "video/quicktime"},
    {"audio/x-wav",              PT_FILE_AUDIO,    "audio/wav"},
    {"audio/x-m4a",              PT_FILE_AUDIO,    "audio/mp4"},
    {"audio/mpeg",               PT_FILE_AUDIO,    "audio/mpeg"},
    {"audio/ogg",                PT_FILE_AUDIO,    "audio/ogg"},
    {"application/pdf",          PT_FILE_DOCUMENT, "application/pdf"},
    {"application/json",         PT_FILE_DOCUMENT, "application/json"},
    {"text/plain",               PT_FILE_DOCUMENT, "text/plain"},
    {"text/csv",                 PT_FILE_DOCUMENT, "text/plain"},
    {"text/x-shellscript",       PT_FILE_DOCUMENT, "text/plain"},
    {"application/pgp-encrypted", PT_FILE_DOCUMENT, "text/plain"},
    {"text/html",                NULL, PT_REFUSED_TYPE},
    {"text/xml",                 NULL, PT_REFUSED_TYPE},
    {"image/svg+xml",            NULL, PT_REFUSED_TYPE},
    {"image/tiff",               NULL, PT_REFUSED_TYPE},
    {"video/x-msvideo",          NULL, PT_REFUSED_TYPE},
    {"application/octet-stream", NULL, PT_REFUSED_TYPE},
    {"application/x-dosexec",    NULL, PT_REFUSED_TYPE},
    {"application/msword",       NULL, PT_REFUSED_TYPE},
    {"",                         NULL, PT_REFUSED_TYPE},
    {"application/zip",          NULL, PT_REFUSED_ARCHIVE},
    {"application/gzip",         NULL, PT_REFUSED_ARCHIVE},
    {"application/x-tar",        NULL, PT_REFUSED_ARCHIVE},
    {"application/x-empty",      NULL, PT_REFUSED_EMPTY},
};

static const struct {
    const char *wanted, *name;
} names[] = {
    {"Screen.png", "Screen.png"},
    {"C:\\Users\\erika\\Screen.png", "Screen.png"},
    {"../../etc/passwd", "passwd"},
    {"/", "file"},
    {"..", "file"},
    {"", "file"},
    {" .hidden ", "hidden"},
    {"a\r\nSet-Cookie: b.txt", "aSet-Cookie_ b.txt"},
    {"tab\there.log", "tabhere.log"},
    {"say \"hi\" <now>|*?.txt", "say _hi_ _now____.txt"},
    {"gr\xc3\xbc\xc3\x9f" "e \xf0\x9f\x90\x9b.png", "gr\xc3\xbc\xc3\x9f" "e \xf0\x9f\x90\x9b.png"},
    {"photo\xe2\x80\xaegnp.exe", "photognp.exe"},          /* turned around */
    {"zero\xe2\x80\x8bwidth\xef\xbb\xbf.txt", "zerowidth.txt"},
    {"line\xe2\x80\xa8" "end.txt", "lineend.txt"},
    {"broken \xff\xc3.txt", "broken __.txt"},
    {"\xd9\x85\xd9\x84\xd9\x81.pdf", "\xd9\x85\xd9\x84\xd9\x81.pdf"},
    {"trailing. . .", "trailing"},
};

static const struct {
    const char *name, *media_type, *called;
} endings[] = {
    {"a.png", "image/png", "a.png"},
    {"a.PNG", "image/png", "a.PNG"},
    {"a.jpeg", "image/jpeg", "a.jpeg"},
    {"a.gif", "image/png", "a.png"},
    {"a.webm", "video/mp4", "a.mp4"},
    {"Voice.ogg", "audio/webm", "Voice.webm"},
    {"a", "image/png", "a.png"},
    {"a.html", "text/plain", "a.html.txt"},
    {"a.png", "text/plain", "a.png.txt"},
    {"a.exe", "image/png", "a.exe.png"},
    {"a.log", "text/plain", "a.log"},
    {"a.har", "application/json", "a.har"},
    {"version 1.2", "video/webm", "version 1.2.webm"},
    {"a.pn", "image/png", "a.pn.png"},
    {"a.b", "application/x-other", "a.b"},
};
/* clang-format on */

static void test_types(apr_pool_t *p)
{
    for (size_t i = 0; i < LENGTH(types); i++) {
        pt_file_type_t type = {NULL, NULL};
        const char *code = pt_file_judge(&type, types[i].found);

        is(types[i].kind ? type.media_type : code, types[i].media_type,
           apr_psprintf(p, "'%s' is %s", types[i].found, types[i].media_type));
        is(type.kind, types[i].kind,
           apr_psprintf(p, "of kind %s", types[i].kind ? types[i].kind : "-"));
    }
}

static void test_words(void)
{
    static const char *const codes[] = {
        PT_REFUSED_TYPE,   PT_REFUSED_ARCHIVE,  PT_REFUSED_OTHER_CONTENT,
        PT_REFUSED_PIXELS, PT_REFUSED_TOO_LONG, PT_REFUSED_TOO_LARGE,
        PT_REFUSED_BROKEN, PT_REFUSED_TIME,     PT_REFUSED_EMPTY};

    for (size_t i = 0; i < LENGTH(codes); i++)
        ok(pt_file_refused_words(codes[i]) != NULL, codes[i]);
    is(pt_file_refused_words("because"), NULL, "and no other code has words");
}

static void test_limits(void)
{
    const pt_file_limits_t limits = {10, 30, 20};

    ok(pt_file_max(PT_FILE_PICTURE, &limits) == 10, "a picture");
    ok(pt_file_max(PT_FILE_VIDEO, &limits) == 30, "a video");
    ok(pt_file_max(PT_FILE_AUDIO, &limits) == 30, "sound as a video");
    ok(pt_file_max(PT_FILE_DOCUMENT, &limits) == 20, "a document");
    ok(pt_file_max(NULL, &limits) == 30, "what is not known yet: the largest");
}

static void test_names(apr_pool_t *p)
{
    for (size_t i = 0; i < LENGTH(names); i++)
        is(pt_file_name(p, names[i].wanted), names[i].name, names[i].name);
    for (size_t i = 0; i < LENGTH(endings); i++)
        is(pt_file_name_for(p, endings[i].name, endings[i].media_type),
           endings[i].called,
           apr_psprintf(p, "%s as %s", endings[i].name, endings[i].media_type));
}

/* n times "ü", and an ending. */
static const char *umlauts(apr_pool_t *p, int n, const char *ending)
{
    char *name = apr_pcalloc(p, (apr_size_t)n * 2 + 1);

    for (int i = 0; i < n; i++)
        memcpy(name + i * 2, "\xc3\xbc", 2);
    return apr_pstrcat(p, name, ending, NULL);
}

static void test_long_names(apr_pool_t *p)
{
    is(pt_file_name(p, umlauts(p, 200, "")), umlauts(p, 200, ""),
       "200 characters are kept");
    is(pt_file_name(p, umlauts(p, 201, "")), umlauts(p, 200, ""),
       "more are cut off, between characters");
    is(pt_file_name(p, umlauts(p, 300, ".png")), umlauts(p, 196, ".png"),
       "in front of the ending");
    is(pt_file_name_for(p, umlauts(p, 200, ""), "image/png"),
       umlauts(p, 196, ".png"), "a new ending finds room, too");
}

int main(void)
{
    apr_pool_t *p;

    apr_initialize();
    apr_pool_create(&p, NULL);
    test_types(p);
    test_words();
    test_limits();
    test_names(p);
    test_long_names(p);
    return done_testing();
}
