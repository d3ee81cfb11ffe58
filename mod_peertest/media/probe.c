/* SPDX-License-Identifier: Apache-2.0 */
/* probe.c - what is in a video or sound file. */

#include "media/probe.h"

#include "media/media.h"
#include "media/tool.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HALF_TURN 180

/* Members of a stream that are words, and those that are numbers. */
static const struct {
    const char *key;
    size_t offset;
} words[] =
    {
        {"codec_type", offsetof(stream_t, type)},
        {"codec_name", offsetof(stream_t, codec)},
        {"pix_fmt", offsetof(stream_t, pixels)},
},
  numbers[] = {
      {"width", offsetof(stream_t, width)},
      {"height", offsetof(stream_t, height)},
      {"has_b_frames", offsetof(stream_t, reordered)},
      {"disposition.attached_pic", offsetof(stream_t, is_cover)},
      {"side_data_list.side_data.0.rotation", offsetof(stream_t, rotation)},
};

static void take_value(stream_t *stream, const char *key, const char *value)
{
    size_t i;

    for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (!strcmp(key, words[i].key))
            snprintf((char *)stream + words[i].offset, PROBE_WORD, "%s", value);
    }
    for (i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
        int number = atoi(value);

        if (!strcmp(key, numbers[i].key))
            memcpy((char *)stream + numbers[i].offset, &number, sizeof(number));
    }
}

/* streams.stream.0.codec_name="vp8" */
static void take_line(void *what, const char *line)
{
    probe_t *probe = what;
    char key[PROBE_WORD], value[PROBE_WORD];
    int number;

    if (sscanf(line, "format.duration=\"%63[0-9.]", value) == 1)
        probe->duration_ms = (int64_t)(atof(value) * 1000 + 0.5);
    if (sscanf(line, "streams.stream.%d.%63[^=]=%*[\"]%63[^\"]", &number, key,
               value)
            != 3
        && sscanf(line, "streams.stream.%d.%63[^=]=%63s", &number, key, value)
               != 3)
        return;
    if (number >= 0 && number < PROBE_STREAMS)
        take_value(&probe->streams[number], key, value);
}

/* The first of its type; a cover is no video. */
static int first_of(const probe_t *probe, const char *type)
{
    for (int i = 0; i < PROBE_STREAMS; i++) {
        const stream_t *stream = &probe->streams[i];

        if (!strcmp(stream->type, type) && *stream->codec && !stream->is_cover)
            return i;
    }
    return -1;
}

/* As it is shown. */
static void turn(stream_t *stream)
{
    if (stream->rotation % HALF_TURN) {
        int width = stream->width;

        stream->width = stream->height;
        stream->height = width;
    }
}

const char *probe_file(probe_t *probe, const char *format, const char *path)
{
    const char *const argv[] = {
        "ffprobe",
        "-v",
        "error",
        "-hide_banner",
        "-protocol_whitelist",
        "file",
        "-f",
        format,
        "-show_entries",
        "format=duration:stream=codec_type,codec_name,pix_fmt,width,height,"
        "has_b_frames:stream_disposition=attached_pic:"
        "stream_side_data=rotation",
        "-of",
        "flat",
        "-i",
        path,
        NULL};

    memset(probe, 0, sizeof(*probe));
    probe->duration_ms = -1;
    if (tool_run(argv, take_line, probe) != 0)
        return PT_REFUSED_BROKEN;
    probe->video = first_of(probe, "video");
    probe->audio = first_of(probe, "audio");
    if (probe->video >= 0)
        turn(&probe->streams[probe->video]);
    return probe->video < 0 && probe->audio < 0 ? PT_REFUSED_BROKEN : NULL;
}
