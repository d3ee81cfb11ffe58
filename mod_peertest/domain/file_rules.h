/* SPDX-License-Identifier: Apache-2.0 */
/* file_rules.h - which files are taken, how large they may be, what they are
 * called, and in which words one is refused. */
#ifndef PT_FILE_RULES_H
#define PT_FILE_RULES_H

#include <apr_pools.h>

/* file.kind: what a file is by its content. */
#define PT_FILE_PICTURE "picture"
#define PT_FILE_VIDEO "video"
#define PT_FILE_AUDIO "audio"
#define PT_FILE_DOCUMENT "document"

/* file.refused_code: why a file was refused. These and no others. */
#define PT_REFUSED_TYPE "type-not-allowed"
#define PT_REFUSED_ARCHIVE "archive"
#define PT_REFUSED_OTHER_CONTENT "not-what-it-says"
#define PT_REFUSED_TOO_LARGE "too-large"
#define PT_REFUSED_PIXELS "too-many-pixels"
#define PT_REFUSED_TOO_LONG "too-long"
#define PT_REFUSED_BROKEN "broken"
#define PT_REFUSED_TIME "took-too-long"
#define PT_REFUSED_EMPTY "empty"

#define PT_FILE_NAME_MAX 200 /* characters */

/** What a file of some content is for us; both are constants. */
typedef struct {
    const char *kind;
    const char *media_type; /* as it is kept and served */
} pt_file_type_t;

/**
 * Is content of this type taken?
 * @param type set when it is
 * @param found the media type that pt_magic_of() saw in its bytes, or a media
 *        type of our own
 * @return NULL when it is, or a PT_REFUSED_ code
 */
const char *pt_file_judge(pt_file_type_t *type, const char *found);

/** The words for a PT_REFUSED_ code, to a person. @return NULL for no code */
const char *pt_file_refused_words(const char *code);

/** Bytes in a file, by kind; from the settings of a site. */
typedef struct {
    apr_int64_t picture, video, document;
} pt_file_limits_t;

/** Bytes that a file of a kind may have; sound has the limit of a video.
 * @param kind or NULL while it is not known: what the largest kind may have */
apr_int64_t pt_file_max(const char *kind, const pt_file_limits_t *limits);

/**
 * A name to show and to save under, made of what a client calls the file: no
 * path, nothing that can not be seen or that turns the text around, nothing
 * that a file system reads as more than a name.
 * @return 1 to PT_FILE_NAME_MAX characters of valid UTF-8, in p; "file" when
 *         nothing is left
 */
const char *pt_file_name(apr_pool_t *p, const char *wanted);

/** A name whose ending fits the content, so that no program takes the file for
 * something else: text called "a.html" becomes "a.html.txt", and a recording
 * "a.webm" that was made anew "a.mp4".
 * @param name as pt_file_name() gives it
 * @param media_type as kept and served */
const char *pt_file_name_for(apr_pool_t *p, const char *name,
                             const char *media_type);
#endif
