/* SPDX-License-Identifier: Apache-2.0 */
/* media.h - work on pictures and recordings, done by peertest-media: another
 * process, because their bytes are hostile. docs/MEDIA.md */
#ifndef PT_MEDIA_H
#define PT_MEDIA_H

#include "core/pt_json.h"
#include "core/pt_site.h"

/** One file to work on. */
typedef struct {
    int is_recording; /* video or sound; else a picture */
    const char *media_type;
    const char *path;             /* of the file, in ... */
    const char *folder;           /* ... where the results are made */
    apr_int64_t start_ms, end_ms; /* the part that is kept; end 0: all of it */
} pt_media_work_t;

/**
 * Called at least once a second while the program works.
 * @param percent how far it is; -1: it has not said so
 * @return a failure ends the work
 */
typedef pt_err_t *(*pt_media_tick_fn)(void *who, int percent);

/** How the work ended. */
typedef enum {
    PT_MEDIA_ANSWERED,
    PT_MEDIA_CRASHED,  /* a decoder died of the file */
    PT_MEDIA_TOO_LONG, /* PeerTestMediaTimeout is over */
    PT_MEDIA_TOO_LARGE /* what was to be made is larger than a file may be */
} pt_media_end_e;

/** What became of it. */
typedef struct {
    pt_media_end_e end;
    /* PT_MEDIA_ANSWERED: what the program said of it. What it has read is
     * hostile, so that only what was checked may be believed. */
    const json_t *answer;
} pt_media_verdict_t;

/**
 * Run the program on a file, within the limits of the site.
 * @return PT_P_INTERNAL when it gave no verdict (the fault is ours, and may
 *         pass), or what tick said
 */
pt_err_t *pt_media_run(pt_media_verdict_t *verdict, apr_pool_t *p,
                       const pt_site_t *site, const pt_media_work_t *work,
                       pt_media_tick_fn tick, void *who);

/** Check the settings of the program. Runs in post_config.
 * @return what is wrong, or NULL */
const char *pt_media_check(apr_pool_t *p, const pt_site_t *site);
#endif
