/* SPDX-License-Identifier: Apache-2.0 */
/* main.c - peertest-media: its arguments and its answers.
 *
 *     peertest-media picture|recording FILE type=... [setting=number...]
 *     peertest-media check */

#include "media/confine.h"
#include "media/media.h"

#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>

#define EXIT_TROUBLE 75        /* sysexits.h: EX_TEMPFAIL */
#define ROOM_NEEDED (16 << 20) /* bytes; with less, the disk counts as full */

/* The settings that are numbers. */
static const struct {
    const char *name;
    size_t offset;
} numbers[] = {
    {"pixels", offsetof(work_t, pixels)},
    {"length", offsetof(work_t, length_s)},
    {"start", offsetof(work_t, start_ms)},
    {"end", offsetof(work_t, end_ms)},
    {"memory", offsetof(work_t, memory)},
    {"time", offsetof(work_t, time_s)},
    {"bytes", offsetof(work_t, bytes)},
};

_Noreturn void trouble(const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    vfprintf(stderr, fmt, args);
    va_end(args);
    fputc('\n', stderr);
    exit(EXIT_TROUBLE);
}

void blame_full_disk(void)
{
    struct statvfs disk;

    if (statvfs(".", &disk) == 0
        && (uint64_t)disk.f_bavail * disk.f_frsize < ROOM_NEEDED)
        trouble("no room left for files");
}

void say_progress(int percent)
{
    static int said = -1;

    if (percent <= said || percent > 100)
        return;
    said = percent;
    printf("{\"progress\": %d}\n", percent);
    fflush(stdout);
}

/* "name=value" of the command line. */
static void take_setting(work_t *work, const char *setting)
{
    const char *value = strchr(setting, '=');
    size_t len = value ? (size_t)(value++ - setting) : 0, i;
    char *end = NULL;

    if (len == 4 && !strncmp(setting, "type", len)) {
        work->media_type = value;
        return;
    }
    for (i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
        if (len == strlen(numbers[i].name)
            && !strncmp(setting, numbers[i].name, len)) {
            int64_t number = strtoll(value, &end, 10);

            memcpy((char *)work + numbers[i].offset, &number, sizeof(number));
        }
    }
    if (!end || end == value || *end)
        trouble("not a setting: %s", setting);
}

/* Names, kinds and types are our own words: nothing in them wants quoting. */
static void say_part(const part_t *part)
{
    printf("\"file\": \"%s\", \"media_type\": \"%s\"", part->name,
           part->media_type);
    if (part->width)
        printf(", \"width\": %d, \"height\": %d", part->width, part->height);
}

static void say_facts(const facts_t *facts)
{
    printf("{");
    say_part(&facts->served);
    if (facts->duration_ms >= 0)
        printf(", \"duration_ms\": %lld", (long long)facts->duration_ms);
    if (facts->rendition) {
        printf(", \"rendition\": {\"name\": \"%s\", ", facts->rendition);
        say_part(&facts->small);
        printf("}");
    }
    printf("}\n");
}

static int check(void)
{
    int fine = confine_check();

    fine &= picture_check();
    fine &= recording_check();
    return fine ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int argc, char **argv)
{
    work_t work = {.media_type = ""};
    facts_t facts = {.duration_ms = -1};
    const char *refused;
    int is_picture;

    if (argc == 2 && !strcmp(argv[1], "check"))
        return check();
    if (argc < 3)
        trouble(
            "usage: peertest-media picture|recording FILE SETTING=VALUE...");
    is_picture = !strcmp(argv[1], "picture");
    if (!is_picture && strcmp(argv[1], "recording"))
        trouble("not a kind of work: %s", argv[1]);
    work.input = argv[2];
    for (int i = 3; i < argc; i++)
        take_setting(&work, argv[i]);
    confine(&work, is_picture);
    refused = is_picture ? picture_make(&facts, &work)
                         : recording_make(&facts, &work);
    if (refused)
        printf("{\"refused\": \"%s\"}\n", refused);
    else
        say_facts(&facts);
    return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_TROUBLE;
}
