/* SPDX-License-Identifier: Apache-2.0 */
/* file_rules.c - which files are taken, how large they may be, what they are
 * called. */

#include "domain/file_rules.h"

#include "core/pt_text.h"

#include <apr_strings.h>
#include <string.h>
#include <strings.h>

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))
#define ENDING_MAX 10 /* bytes of "txt" and the like */

/* What libmagic calls it, and what it is for us. Sound in a container for
 * videos is told apart by what is in it, later. */
/* clang-format off */
static const struct {
    const char *found, *kind, *media_type;
} taken[] = {
    {"image/png",                PT_FILE_PICTURE,  "image/png"},
    {"image/apng",               PT_FILE_PICTURE,  "image/png"},
    {"image/jpeg",               PT_FILE_PICTURE,  "image/jpeg"},
    {"image/webp",               PT_FILE_PICTURE,  "image/webp"},
    {"image/gif",                PT_FILE_PICTURE,  "image/gif"},
    {"video/webm",               PT_FILE_VIDEO,    "video/webm"},
    {"video/mp4",                PT_FILE_VIDEO,    "video/mp4"},
    {"video/x-m4v",              PT_FILE_VIDEO,    "video/mp4"},
    {"video/quicktime",          PT_FILE_VIDEO,    "video/quicktime"},
    {"audio/webm",               PT_FILE_AUDIO,    "audio/webm"},
    {"audio/ogg",                PT_FILE_AUDIO,    "audio/ogg"},
    {"application/ogg",          PT_FILE_AUDIO,    "audio/ogg"},
    {"audio/mpeg",               PT_FILE_AUDIO,    "audio/mpeg"},
    {"audio/mp4",                PT_FILE_AUDIO,    "audio/mp4"},
    {"audio/x-m4a",              PT_FILE_AUDIO,    "audio/mp4"},
    {"audio/wav",                PT_FILE_AUDIO,    "audio/wav"},
    {"audio/x-wav",              PT_FILE_AUDIO,    "audio/wav"},
    {"application/pdf",          PT_FILE_DOCUMENT, "application/pdf"},
    {"application/json",         PT_FILE_DOCUMENT, "application/json"},
    {"application/x-ndjson",     PT_FILE_DOCUMENT, "text/plain"},
    {"application/x-ndjson+json", PT_FILE_DOCUMENT, "text/plain"},
    {"application/pgp-encrypted", PT_FILE_DOCUMENT, "text/plain"},
    {"application/pgp-signature", PT_FILE_DOCUMENT, "text/plain"},
    {"application/pgp-keys",     PT_FILE_DOCUMENT, "text/plain"},
    {"application/javascript",   PT_FILE_DOCUMENT, "text/plain"},
    {"message/rfc822",           PT_FILE_DOCUMENT, "text/plain"},
};
/* clang-format on */

/* Text that a browser would run; all other text is text. */
static const char *const active_text[] = {"text/html", "text/xml", "text/xsl"};

static const char *const archives[] = {
    "application/zip",
    "application/gzip",
    "application/x-gzip",
    "application/x-tar",
    "application/x-ustar",
    "application/x-gtar",
    "application/x-7z-compressed",
    "application/x-rar",
    "application/vnd.rar",
    "application/x-bzip2",
    "application/x-xz",
    "application/x-lzma",
    "application/x-lzip",
    "application/x-lz4",
    "application/x-lzop",
    "application/zstd",
    "application/x-zstd",
    "application/x-compress",
    "application/x-archive",
    "application/x-cpio",
    "application/x-arj",
    "application/x-lzh-compressed",
    "application/java-archive",
    "application/vnd.android.package-archive",
    "application/vnd.debian.binary-package",
    "application/x-rpm",
    "application/x-iso9660-image",
    "application/vnd.ms-cab-compressed",
};

/* clang-format off */
static const struct {
    const char *code, *words;
} refusals[] = {
    {PT_REFUSED_TYPE,          "Files of this type are not taken"},
    {PT_REFUSED_ARCHIVE,       "Archives are not taken: please upload the files one by one"},
    {PT_REFUSED_OTHER_CONTENT, "What is in the file is not what it begins with"},
    {PT_REFUSED_TOO_LARGE,     "The file is too large"},
    {PT_REFUSED_PIXELS,        "The picture has too many pixels"},
    {PT_REFUSED_TOO_LONG,      "The recording is too long"},
    {PT_REFUSED_BROKEN,        "The file is damaged or cut off"},
    {PT_REFUSED_TIME,          "It took too long to look at the file"},
    {PT_REFUSED_EMPTY,         "There is nothing in the file"},
};

/* The endings of each type; the first one is added where none fits. */
static const struct {
    const char *media_type, *endings;
} endings[] = {
    {"image/png",        "png"},
    {"image/jpeg",       "jpg jpeg"},
    {"image/webp",       "webp"},
    {"image/gif",        "gif"},
    {"video/webm",       "webm"},
    {"video/mp4",        "mp4 m4v"},
    {"video/quicktime",  "mov qt"},
    {"audio/webm",       "webm weba"},
    {"audio/ogg",        "ogg oga opus"},
    {"audio/mpeg",       "mp3"},
    {"audio/mp4",        "m4a mp4"},
    {"audio/wav",        "wav"},
    {"application/pdf",  "pdf"},
    {"application/json", "json har"},
    {"text/plain",       "txt log csv tsv md json har ndjson jsonl asc yml yaml"},
};
/* clang-format on */

static int is_among(const char *const *list, apr_size_t n, const char *word)
{
    for (apr_size_t i = 0; i < n; i++) {
        if (!strcmp(list[i], word))
            return 1;
    }
    return 0;
}

static int is_plain_text(const char *found)
{
    return !strncmp(found, "text/", 5)
           && !is_among(active_text, LENGTH(active_text), found);
}

const char *pt_file_judge(pt_file_type_t *type, const char *found)
{
    for (apr_size_t i = 0; i < LENGTH(taken); i++) {
        if (!strcmp(taken[i].found, found)) {
            type->kind = taken[i].kind;
            type->media_type = taken[i].media_type;
            return NULL;
        }
    }
    if (is_plain_text(found)) {
        type->kind = PT_FILE_DOCUMENT;
        type->media_type = "text/plain";
        return NULL;
    }
    if (!strcmp(found, "inode/x-empty")
        || !strcmp(found, "application/x-empty"))
        return PT_REFUSED_EMPTY;
    return is_among(archives, LENGTH(archives), found) ? PT_REFUSED_ARCHIVE
                                                       : PT_REFUSED_TYPE;
}

const char *pt_file_refused_words(const char *code)
{
    for (apr_size_t i = 0; i < LENGTH(refusals); i++) {
        if (!strcmp(refusals[i].code, code))
            return refusals[i].words;
    }
    return NULL;
}

static apr_int64_t larger(apr_int64_t a, apr_int64_t b)
{
    return a > b ? a : b;
}

apr_int64_t pt_file_max(const char *kind, const pt_file_limits_t *limits)
{
    if (!kind)
        return larger(limits->picture, larger(limits->video, limits->document));
    if (!strcmp(kind, PT_FILE_PICTURE))
        return limits->picture;
    if (!strcmp(kind, PT_FILE_DOCUMENT))
        return limits->document;
    return limits->video;
}

/* --- Names --- */

/* Characters that are not seen, or that change the direction of what follows
 * (UAX 9, section 2), or that end a line (UAX 14, class BK). */
static int is_invisible(unsigned code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xAD
           || code == 0x61C || code == 0x180E
           || (code >= 0x200B && code <= 0x200F)
           || (code >= 0x2028 && code <= 0x202E)
           || (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF
           || (code >= 0xFFF0 && code <= 0xFFFB)
           || (code >= 0xE0000 && code <= 0xE0FFF);
}

/* What stands behind the last slash of either kind. */
static const char *without_path(const char *wanted)
{
    const char *name = wanted;

    for (; *wanted; wanted++) {
        if (*wanted == '/' || *wanted == '\\')
            name = wanted + 1;
    }
    return name;
}

/* The visible characters; what no file system takes becomes a line. */
static char *visible(apr_pool_t *p, const char *name)
{
    char *out = apr_palloc(p, strlen(name) + 1), *to = out;

    while (*name) {
        unsigned code;
        int len = pt_text_decode(&code, name);

        if (!len || (len == 1 && strchr("<>:\"|?*", *name)))
            *to++ = '_';
        else if (!is_invisible(code)) {
            memcpy(to, name, (apr_size_t)len);
            to += len;
        }
        name += len ? len : 1;
    }
    *to = '\0';
    return out;
}

/* Where the ending of a name begins, behind its dot; or its end. */
static const char *ending_of(const char *name)
{
    const char *dot = strrchr(name, '.');

    return dot && dot != name && strlen(dot + 1) <= ENDING_MAX
               ? dot + 1
               : name + strlen(name);
}

/* Bytes of the first characters of a text. */
static apr_size_t bytes_of(const char *text, apr_size_t characters)
{
    const char *at = text;

    for (; *at && characters; characters--) {
        for (at++; ((unsigned char)*at & 0xC0) == 0x80; at++)
            ;
    }
    return (apr_size_t)(at - text);
}

/* Cut in the middle rather than at the end: the ending says what it is. */
static const char *shortened(apr_pool_t *p, const char *name)
{
    const char *ending = ending_of(name);
    apr_size_t kept;

    if (pt_text_len(name) <= PT_FILE_NAME_MAX)
        return name;
    if (!*ending)
        return apr_pstrmemdup(p, name, bytes_of(name, PT_FILE_NAME_MAX));
    kept = PT_FILE_NAME_MAX - pt_text_len(ending) - 1;
    return apr_pstrcat(p, apr_pstrmemdup(p, name, bytes_of(name, kept)), ".",
                       ending, NULL);
}

/* Without blanks and dots at its ends: a dot in front hides a file, one at the
 * end vanishes on some systems. */
static const char *trimmed(apr_pool_t *p, const char *name)
{
    apr_size_t len;

    name += strspn(name, ". ");
    for (len = strlen(name); len && strchr(". ", name[len - 1]); len--)
        ;
    return apr_pstrmemdup(p, name, len);
}

const char *pt_file_name(apr_pool_t *p, const char *wanted)
{
    const char *name =
        shortened(p, trimmed(p, visible(p, without_path(wanted))));

    return *name ? name : "file";
}

static int is_document(const char *media_type)
{
    return !strncmp(media_type, "text/", 5)
           || !strncmp(media_type, "application/", 12);
}

/* Is a word in a list of words with single blanks between them? */
static int has_word(const char *words, const char *word)
{
    apr_size_t len = strlen(word);

    for (; words; words = strchr(words, ' ')) {
        words += *words == ' ';
        if (!strncasecmp(words, word, len)
            && (words[len] == ' ' || !words[len]))
            return 1;
    }
    return 0;
}

/* The endings of a type, or NULL. */
static const char *endings_of(const char *media_type)
{
    for (apr_size_t i = 0; i < LENGTH(endings); i++) {
        if (!strcmp(endings[i].media_type, media_type))
            return endings[i].endings;
    }
    return NULL;
}

/* Is it an ending of pictures or recordings? They change when those are made
 * anew. */
static int is_of_media(const char *ending)
{
    for (apr_size_t i = 0; *ending && i < LENGTH(endings); i++) {
        if (!is_document(endings[i].media_type)
            && has_word(endings[i].endings, ending))
            return 1;
    }
    return 0;
}

const char *pt_file_name_for(apr_pool_t *p, const char *name,
                             const char *media_type)
{
    const char *ending = ending_of(name), *fitting = endings_of(media_type);
    apr_size_t kept = strlen(name);

    if (!fitting || (*ending && has_word(fitting, ending)))
        return name;
    if (!is_document(media_type) && is_of_media(ending))
        kept = (apr_size_t)(ending - name) - 1;
    return shortened(
        p,
        apr_pstrcat(p, apr_pstrmemdup(p, name, kept), ".",
                    apr_pstrmemdup(p, fitting, strcspn(fitting, " ")), NULL));
}
