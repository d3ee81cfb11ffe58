/* SPDX-License-Identifier: Apache-2.0 */
/* recording.c - a video or a sound recording is packed anew, with what players
 * need to seek and without what stood around it; what browsers do not play is
 * encoded anew. */

#include "media/media.h"
#include "media/probe.h"
#include "media/tool.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ARGS_MAX 64
#define NUMBER_MAX 32
#define POSTER_NAME "poster.webp"
#define POSTER_SECOND 1 /* recordings often begin with nothing */
#define PROGRESS_MAX 99 /* a hundred is for what is ready */
#define SIGNAL(status) ((status)-128)

/* ffmpeg's reader of each type, the only one that may look at it. */
/* clang-format off */
static const struct {
    const char *media_type, *format;
} formats[] = {
    {"video/webm",      "matroska"},
    {"audio/webm",      "matroska"},
    {"video/mp4",       "mov"},
    {"video/quicktime", "mov"},
    {"audio/mp4",       "mov"},
    {"audio/ogg",       "ogg"},
    {"audio/mpeg",      "mp3"},
    {"audio/wav",       "wav"},
};

/* What is made: a container that browsers play, with what may be in it. */
typedef struct {
    const char *name, *format;     /* file; ffmpeg's writer, and ... */
    const char *read_as;           /* ... reader */
    const char *video_type, *audio_type;
    const char *video, *audio;     /* codecs that are kept; "" none */
    const char *audio_codec;       /* into which other sound is encoded */
} container_t;

static const container_t containers[] = {
    {"served.webm", "webm", "matroska", "video/webm", "audio/webm", " vp8 vp9 av1 ", " opus vorbis ", "libopus"},
    {"served.mp4", "mp4", "mov", "video/mp4", "audio/mp4", " h264 ", " aac ", "aac"},
    {"served.mp3", "mp3", "mp3", NULL, "audio/mpeg", "", " mp3 ", NULL},
    {"served.wav", "wav", "wav", NULL, "audio/wav", "", " pcm_s16le pcm_u8 ", NULL},
};
/* clang-format on */
#define CONTAINERS ((int)(sizeof(containers) / sizeof(containers[0])))
#define CONTAINER_MP4 1

/* How a file is made anew. */
typedef struct {
    const work_t *work;
    const char *format; /* of the file that came */
    const probe_t *found;
    const container_t *to;
    int copies_video, copies_audio;
    int64_t wanted_ms; /* for the progress; -1: not known */
} plan_t;

/* A command line under construction. */
typedef struct {
    const char *words[ARGS_MAX];
    int n;
} command_t;

static void add(command_t *command, const char *word)
{
    if (command->n == ARGS_MAX - 1)
        trouble("too many arguments");
    command->words[command->n++] = word;
}

#define ADD(command, ...) \
    do { \
        const char *const words_[] = {__VA_ARGS__}; \
        for (size_t i_ = 0; i_ < sizeof(words_) / sizeof(words_[0]); i_++) \
            add(command, words_[i_]); \
    } while (0)

static const char *format_of(const char *media_type)
{
    for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
        if (!strcmp(formats[i].media_type, media_type))
            return formats[i].format;
    }
    trouble("not a type of recordings: %s", media_type);
}

static int has_word(const char *words, const char *word)
{
    char padded[PROBE_WORD + 2];

    snprintf(padded, sizeof(padded), " %s ", word);
    return strstr(words, padded) != NULL;
}

static const stream_t *stream(const probe_t *found, int number)
{
    return number < 0 ? NULL : &found->streams[number];
}

/* H.264 has colours that no browser shows. */
static int is_shown(const stream_t *video)
{
    return strcmp(video->codec, "h264") || !strcmp(video->pixels, "yuv420p")
           || !strcmp(video->pixels, "yuvj420p");
}

/* Which container suits the main stream; mp4 takes all that must be encoded. */
static const container_t *container_for(const stream_t *video,
                                        const stream_t *audio)
{
    for (int i = 0; i < CONTAINERS; i++) {
        if (video ? has_word(containers[i].video, video->codec)
                  : has_word(containers[i].audio, audio->codec))
            return &containers[i];
    }
    return &containers[CONTAINER_MP4];
}

/* Copying cuts between packets only: an end that is cut off is gone when
 * frames stand in their order, a beginning never is. */
static int may_copy_video(const work_t *work, const stream_t *video)
{
    return is_shown(video) && !work->start_ms
           && (!work->end_ms || !video->reordered);
}

static int64_t shorter(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* How long the result will be; -1: the file does not say. */
static int64_t wanted_ms(const work_t *work, const probe_t *found)
{
    if (found->duration_ms < 0)
        return work->end_ms ? work->end_ms - work->start_ms : -1;
    return (work->end_ms ? shorter(work->end_ms, found->duration_ms)
                         : found->duration_ms)
           - work->start_ms;
}

static plan_t make_plan(const work_t *work, const char *format,
                        const probe_t *found)
{
    const stream_t *video = stream(found, found->video);
    const stream_t *audio = stream(found, found->audio);
    plan_t plan = {work, format, found, .wanted_ms = wanted_ms(work, found)};

    plan.copies_video =
        video && may_copy_video(work, video)
        && has_word(container_for(video, audio)->video, video->codec);
    /* What is encoded anew goes into mp4, the sound of it as well. */
    plan.to = video && !plan.copies_video ? &containers[CONTAINER_MP4]
                                          : container_for(video, audio);
    if (!video && work->start_ms && !plan.to->audio_codec)
        plan.to = &containers[CONTAINER_MP4];
    plan.copies_audio =
        audio && !work->start_ms && has_word(plan.to->audio, audio->codec);
    return plan;
}

static void add_streams(command_t *command, const plan_t *plan, char *video,
                        char *audio)
{
    if (plan->found->video >= 0) {
        snprintf(video, NUMBER_MAX, "0:%d", plan->found->video);
        ADD(command, "-map", video);
        if (plan->copies_video)
            ADD(command, "-c:v", "copy");
        else
            ADD(command, "-c:v", "libx264", "-preset", "veryfast", "-crf", "21",
                "-pix_fmt", "yuv420p", "-vf",
                "scale=trunc(iw/2)*2:trunc(ih/2)*2");
    }
    if (plan->found->audio >= 0) {
        snprintf(audio, NUMBER_MAX, "0:%d", plan->found->audio);
        ADD(command, "-map", audio, "-c:a",
            plan->copies_audio ? "copy" : plan->to->audio_codec);
    }
}

/* out_time_us=1234567 */
static void take_progress(void *what, const char *line)
{
    const plan_t *plan = what;
    long long us;

    if (plan->wanted_ms > 0 && sscanf(line, "out_time_us=%lld", &us) == 1)
        say_progress((int)shorter(us / 10 / plan->wanted_ms, PROGRESS_MAX));
}

/* What the end of a program says about the file. */
static const char *verdict_of(int status)
{
    if (status == 0)
        return NULL;
    blame_full_disk();
    if (SIGNAL(status) == SIGXCPU)
        return PT_REFUSED_TIME;
    return SIGNAL(status) == SIGXFSZ ? PT_REFUSED_TOO_LARGE : PT_REFUSED_BROKEN;
}

static void seconds(char *text, int64_t ms)
{
    snprintf(text, NUMBER_MAX, "%lld.%03d", (long long)(ms / 1000),
             (int)(ms % 1000));
}

static const char *convert(const plan_t *plan)
{
    const work_t *work = plan->work;
    command_t command = {.n = 0};
    char start[NUMBER_MAX], length[NUMBER_MAX], video[NUMBER_MAX],
        audio[NUMBER_MAX];

    seconds(start, work->start_ms);
    /* A second more than is allowed: that tells what is too long. */
    seconds(length, work->end_ms ? work->end_ms - work->start_ms
                                 : (work->length_s + 1) * 1000);
    ADD(&command, "ffmpeg", "-nostdin", "-hide_banner", "-v", "error", "-y",
        "-protocol_whitelist", "file");
    if (work->start_ms)
        ADD(&command, "-ss", start);
    ADD(&command, "-f", plan->format, "-i", work->input);
    add_streams(&command, plan, video, audio);
    ADD(&command, "-sn", "-dn", "-map_metadata", "-1", "-map_metadata:s", "-1",
        "-map_chapters", "-1", "-fflags", "+bitexact", "-flags", "+bitexact",
        "-t", length, "-max_muxing_queue_size", "4096");
    if (!strcmp(plan->to->format, "mp4"))
        ADD(&command, "-movflags", "+faststart");
    ADD(&command, "-progress", "pipe:1", "-f", plan->to->format,
        plan->to->name);
    return verdict_of(
        tool_run(command.words, take_progress, (void *)(uintptr_t)plan));
}

/* One frame as a picture; its decoding proves that there are frames. */
static const char *make_poster(part_t *part, const plan_t *plan, int64_t at_ms)
{
    char second[NUMBER_MAX];
    probe_t picture;
    const char *const argv[] = {"ffmpeg",
                                "-nostdin",
                                "-hide_banner",
                                "-v",
                                "error",
                                "-y",
                                "-protocol_whitelist",
                                "file",
                                "-ss",
                                second,
                                "-f",
                                plan->to->read_as,
                                "-i",
                                plan->to->name,
                                "-map",
                                "0:v:0",
                                "-frames:v",
                                "1",
                                "-vf",
                                "scale='min(1280,iw)':-2",
                                "-c:v",
                                "libwebp",
                                "-quality",
                                "80",
                                "-f",
                                "webp",
                                POSTER_NAME,
                                NULL};

    seconds(second, at_ms);
    if (tool_run(argv, NULL, NULL) != 0
        || probe_file(&picture, "webp_pipe", POSTER_NAME)
        || picture.streams[picture.video].width < 1) {
        blame_full_disk();
        return at_ms ? make_poster(part, plan, 0) : PT_REFUSED_BROKEN;
    }
    *part = (part_t){POSTER_NAME, "image/webp",
                     picture.streams[picture.video].width,
                     picture.streams[picture.video].height};
    return NULL;
}

/* What became of it. */
static const char *look_at_result(facts_t *facts, const plan_t *plan)
{
    const container_t *to = plan->to;
    const char *refused;
    const stream_t *video;
    probe_t made;

    if ((refused = probe_file(&made, to->read_as, to->name)) != NULL)
        return refused;
    if (made.duration_ms <= 0)
        return PT_REFUSED_BROKEN;
    if (made.duration_ms > plan->work->length_s * 1000)
        return PT_REFUSED_TOO_LONG;
    video = stream(&made, made.video);
    facts->duration_ms = made.duration_ms;
    facts->served =
        (part_t){to->name, video ? to->video_type : to->audio_type,
                 video ? video->width : 0, video ? video->height : 0};
    if (!video)
        return NULL;
    facts->rendition = "poster";
    return make_poster(&facts->small, plan,
                       shorter(POSTER_SECOND * 1000, made.duration_ms / 2));
}

static const char *check_found(const work_t *work, const probe_t *found)
{
    const stream_t *video = stream(found, found->video);

    if (found->duration_ms > work->length_s * 1000)
        return PT_REFUSED_TOO_LONG;
    if (video && (int64_t)video->width * video->height > work->pixels)
        return PT_REFUSED_PIXELS;
    return NULL;
}

const char *recording_make(facts_t *facts, const work_t *work)
{
    const char *format = format_of(work->media_type), *refused;
    probe_t found;
    plan_t plan;

    if ((refused = probe_file(&found, format, work->input)) != NULL
        || (refused = check_found(work, &found)) != NULL)
        return refused;
    plan = make_plan(work, format, &found);
    if ((refused = convert(&plan)) != NULL)
        return refused;
    return look_at_result(facts, &plan);
}

/* Does a list of ffmpeg's name something? */
typedef struct {
    const char *wanted;
    int found;
} lookup_t;

static void look_up(void *what, const char *line)
{
    lookup_t *lookup = what;

    lookup->found |= strstr(line, lookup->wanted) != NULL;
}

int recording_check(void)
{
    static const char *const encoders[] = {"libx264", "aac", "libopus",
                                           "libwebp"};
    static const char *const ffmpeg[] = {"ffmpeg", "-v", "error", "-encoders",
                                         NULL};
    static const char *const ffprobe[] = {"ffprobe", "-v", "error", "-version",
                                          NULL};
    int fine = tool_run(ffprobe, NULL, NULL) == 0;

    printf("ffprobe: %s\n", fine ? "yes" : "NO, it does not run");
    for (size_t i = 0; i < sizeof(encoders) / sizeof(encoders[0]); i++) {
        char wanted[NUMBER_MAX];
        lookup_t lookup = {wanted, 0};

        snprintf(wanted, sizeof(wanted), " %s ", encoders[i]);
        tool_run(ffmpeg, look_up, &lookup);
        printf("ffmpeg, %s: %s\n", encoders[i],
               lookup.found ? "yes" : "NO, it is not built in");
        fine &= lookup.found;
    }
    return fine;
}
