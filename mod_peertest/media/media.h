/* SPDX-License-Identifier: Apache-2.0 */
/* media.h - the program peertest-media: makes of one picture or recording what
 * is safe to serve. It runs once for each file, in a folder of its own, and
 * trusts none of the bytes that it reads.
 *
 * What it has to say goes to standard output, a line of JSON each:
 *     {"progress": 42}
 *     {"refused": "broken"}
 *     {"file": "served.webm", "media_type": ..., "rendition": {...}}
 * The last line is the verdict; without one, the fault is ours. */
#ifndef PT_MEDIA_PROGRAM_H
#define PT_MEDIA_PROGRAM_H

#include "domain/file_rules.h"
#include <stdint.h>

/** What is to be done. The results are made in the working directory. */
typedef struct {
    const char *input;        /* path of the file */
    const char *media_type;   /* by its first bytes */
    int64_t pixels;           /* so many at most, all frames together */
    int64_t length_s;         /* so long at most */
    int64_t start_ms, end_ms; /* of the part that is kept; end 0: all of it */
    int64_t memory, time_s, bytes; /* what it may take; see confine.h */
} work_t;

/** A file that was made, or the small picture that stands for it. */
typedef struct {
    const char *name; /* in the working directory; NULL: none */
    const char *media_type;
    int width, height; /* 0: sound */
} part_t;

/** What was made. */
typedef struct {
    part_t served;
    int64_t duration_ms;   /* -1: none */
    const char *rendition; /* "thumbnail", "poster" or NULL */
    part_t small;
} facts_t;

/** Make a picture safe. @return NULL, or a PT_REFUSED_ code */
const char *picture_make(facts_t *facts, const work_t *work);

/** Make a video or a sound recording safe, and playable everywhere.
 * @return NULL, or a PT_REFUSED_ code */
const char *recording_make(facts_t *facts, const work_t *work);

/** Is everything there that the above need? Says so on standard output.
 * @return 1 when it is */
int picture_check(void);
int recording_check(void);

/** Say how far it has come, in per cent; not twice the same. */
void say_progress(int percent);

/** Something that is no fault of the file: say what, and end without a verdict.
 */
_Noreturn void trouble(const char *fmt, ...)
    __attribute__((format(printf, 1, 2)));

/** After a failure: end with trouble when there is no room left here. */
void blame_full_disk(void);
#endif
