/* SPDX-License-Identifier: Apache-2.0 */
/* probe.h - what is in a video or sound file, as ffprobe sees it. */
#ifndef PT_PROBE_H
#define PT_PROBE_H

#include <stdint.h>

#define PROBE_STREAMS 16 /* more are not looked at */
#define PROBE_WORD 64    /* bytes of a codec's name and the like */

typedef struct {
    char type[PROBE_WORD]; /* "video", "audio", ... */
    char codec[PROBE_WORD];
    char pixels[PROBE_WORD]; /* "yuv420p" */
    int width, height;
    int rotation;  /* degrees that a player turns it */
    int reordered; /* frames that come before their time */
    int is_cover;  /* a picture beside the sound */
} stream_t;

typedef struct {
    stream_t streams[PROBE_STREAMS];
    int64_t duration_ms; /* -1: not said */
    int video, audio;    /* numbers of the streams that are kept; -1: none */
} probe_t;

/** Look into a file.
 * @param format ffmpeg's name of the format, the only one that is tried
 * @return NULL, or a PT_REFUSED_ code */
const char *probe_file(probe_t *probe, const char *format, const char *path);
#endif
