/* SPDX-License-Identifier: Apache-2.0 */
/* media_test.c - how the program that works on media is started, heard and
 * ended. Scripts stand in for it. */

#include "providers/media.h"
#include "tap.h"

#include <apr_file_io.h>
#include <apr_general.h>
#include <apr_strings.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static apr_pool_t *p;
static char folder[] = "/tmp/media_test.XXXXXX";

/* What the ticks of a run were told. */
typedef struct {
    int ticks, last, fails_at;
} heard_t;

static pt_err_t *tick(void *who, int percent)
{
    heard_t *heard = who;

    heard->ticks++;
    if (percent >= 0)
        heard->last = percent;
    return heard->ticks == heard->fails_at ? pt_fail(p, PT_P_UNAVAILABLE, NULL)
                                           : PT_OK;
}

static const char *in_folder(const char *name)
{
    return apr_pstrcat(p, folder, "/", name, NULL);
}

static void write_program(const char *script)
{
    FILE *file = fopen(in_folder("program"), "w");

    fprintf(file, "#!/bin/sh\n%s\n", script);
    fclose(file);
    chmod(in_folder("program"), 0755);
}

static const char *text_of(const char *name)
{
    char text[2000] = "";
    FILE *file = fopen(in_folder(name), "r");

    if (file) {
        text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
        fclose(file);
    }
    return apr_pstrdup(p, text);
}

#define SOON 2     /* seconds, of what does not end by itself */
#define IN_TIME 60 /* of what does, also on a slow machine */

/* Runs a script as the program. */
static pt_err_t *run(pt_media_verdict_t *verdict, heard_t *heard, int seconds,
                     const char *script)
{
    pt_config_t cfg = {.media_program = in_folder("program"),
                       .media_timeout = seconds,
                       .media_memory = 67108864,
                       .picture_pixels = 1000,
                       .video_max = 2000,
                       .video_seconds = 60};
    pt_site_t site = {.cfg = &cfg};
    pt_media_work_t work = {.is_recording = 1,
                            .media_type = "video/webm",
                            .path = "/the/file",
                            .folder = folder,
                            .start_ms = 5,
                            .end_ms = 10};
    apr_pool_t *turn;
    pt_err_t *err;

    apr_pool_create(&turn, p);
    write_program(script);
    err = pt_media_run(verdict, turn, &site, &work, tick, heard);
    if (verdict->answer)
        verdict->answer = pt_json_own(p, json_deep_copy(verdict->answer));
    apr_pool_destroy(turn);
    return err;
}

static void test_answer(void)
{
    pt_media_verdict_t verdict = {0};
    heard_t heard = {0};
    FILE *ours = fopen(in_folder("of-ours"), "w"); /* not closed on exec */
    pt_err_t *err = run(&verdict, &heard, IN_TIME,
                        "echo '{\"progress\": 10}'; sleep 0.1\n"
                        "echo '{\"progress\": 42}'; echo nonsense; echo '[]'\n"
                        "head -c 5000 /dev/zero | tr '\\0' x; echo\n"
                        "echo '{\"file\": \"served.webm\"}'\n"
                        "echo \"$@\" >arguments; env | sort >environment\n"
                        "ls -l /proc/$$/fd >files; pwd >where");

    fclose(ours);
    ok(!err && verdict.end == PT_MEDIA_ANSWERED, "it gave an answer");
    is(pt_json_str(verdict.answer, "file"), "served.webm", "its last words");
    ok(heard.last == 42, "its progress was heard");
    is(text_of("arguments"),
       "recording /the/file type=video/webm pixels=1000 length=60 "
       "memory=67108864 time=60 bytes=2000 start=5 end=10\n",
       "it was told what to do, and its limits");
    ok(!strstr(text_of("environment"), "MEDIA_TEST_SECRET"),
       "it knows none of our variables");
    ok(!strstr(text_of("files"), "of-ours"), "it has none of our files");
    is(text_of("where"), apr_pstrcat(p, folder, "\n", NULL),
       "it works in its folder");
}

static void test_faults(void)
{
    static const struct {
        const char *script, *name;
        pt_media_end_e end;
    } deaths[] = {
        {"kill -SEGV $$", "a decoder that crashes", PT_MEDIA_CRASHED},
        {"kill -ABRT $$", "one that gives up", PT_MEDIA_CRASHED},
        {"kill -XCPU $$", "too much computing", PT_MEDIA_TOO_LONG},
        {"kill -XFSZ $$", "too many bytes", PT_MEDIA_TOO_LARGE},
    };
    static const struct {
        const char *script, *cause;
    } ours[] = {
        {"echo no room left >&2; exit 75", "no room left"},
        {"kill -KILL $$", "status 9"},
        {"true", "said nothing"},
        {"echo '{\"progress\": 50}'", "said nothing"},
    };

    for (size_t i = 0; i < LENGTH(deaths); i++) {
        pt_media_verdict_t verdict = {0};
        heard_t heard = {0};

        ok(!run(&verdict, &heard, IN_TIME, deaths[i].script)
               && verdict.end == deaths[i].end && !verdict.answer,
           apr_pstrcat(p, deaths[i].name, " is the file's fault", NULL));
    }
    for (size_t i = 0; i < LENGTH(ours); i++) {
        pt_media_verdict_t verdict = {0};
        heard_t heard = {0};
        pt_err_t *err = run(&verdict, &heard, IN_TIME, ours[i].script);

        ok(err && strstr(err->cause, ours[i].cause),
           apr_pstrcat(p, "not so: ", ours[i].cause, NULL));
    }
}

/* Has a process ended? Whoever has inherited it may leave it a zombie. */
static int has_ended(pid_t pid)
{
    char state = 0;
    FILE *stat = fopen(apr_psprintf(p, "/proc/%d/stat", (int)pid), "r");

    if (!stat)
        return 1;
    if (fscanf(stat, "%*d (%*[^)]) %c", &state) != 1)
        state = 0;
    fclose(stat);
    return state == 'Z' || state == 'X';
}

/* Is the process that a script has noted gone, or about to be? */
static int is_gone(const char *name)
{
    pid_t pid = atoi(text_of(name));

    for (int i = 0; i < 1000 && pid > 0; i++) {
        if (has_ended(pid))
            return 1;
        usleep(20000);
    }
    return 0;
}

#define HANGS "echo $$ >first; sleep 60 & echo $! >second; wait"

static void test_ends(void)
{
    pt_media_verdict_t verdict = {0};
    heard_t heard = {0}, stopping = {.fails_at = 2};
    pt_err_t *err = run(&verdict, &heard, SOON, HANGS);

    ok(!err && verdict.end == PT_MEDIA_TOO_LONG, "it is ended in time");
    ok(heard.ticks >= 2, "and until then the lease could be renewed");
    ok(is_gone("first") && is_gone("second"), "with all that it has started");
    err = run(&verdict, &stopping, IN_TIME, HANGS);
    ok(err && err->problem == PT_P_UNAVAILABLE, "or when we have to stop");
    ok(is_gone("first") && is_gone("second"), "with all of it, too");
    err = run(&verdict, &heard, SOON, "exec >&-; " HANGS);
    ok(err != PT_OK && is_gone("second"), "silence does not keep it alive");
}

int main(void)
{
    apr_initialize();
    apr_pool_create(&p, NULL);
    if (!mkdtemp(folder))
        return 1;
    setenv("MEDIA_TEST_SECRET", "1", 1);
    test_answer();
    test_faults();
    test_ends();
    if (system(apr_pstrcat(p, "rm -rf ", folder, NULL)) != 0)
        return 1;
    apr_pool_destroy(p);
    return done_testing();
}
