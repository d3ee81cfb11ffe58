/* SPDX-License-Identifier: Apache-2.0 */
/* media.c - starts peertest-media, listens to it, and ends it in time. */

#define _GNU_SOURCE \
    1 /* posix_spawn with folders, sessions and closed files \
       */

#include "providers/media.h"

#include <apr_strings.h>
#include <apr_time.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef PT_LIBEXEC
#define PT_LIBEXEC "/usr/libexec/peertest"
#endif
#define PROGRAM "peertest-media"
#define MESSAGES "messages" /* in the folder: what it complains of */
#define TICK_MS 1000
#define LINE_BYTES 2000 /* of its answers */
#define CAUSE_BYTES 200 /* of its complaints, for the log */
#define FIRST_FD 3      /* that it must not inherit */
#define PIXEL_BYTES 4
#define END_MS 2000 /* until it has ended by itself, after its last word */
#define END_STEP_MS 10

typedef struct {
    apr_pool_t *pool;
    const pt_site_t *site;
    const pt_media_work_t *work;
    pid_t pid; /* 0: it has ended */
    int said;  /* its standard output */
    char line[LINE_BYTES];
    apr_size_t len; /* of line */
    int percent;    /* -1: nothing said since the last tick */
    json_t *verdict;
} media_run_t;

static const char *program_of(const pt_site_t *site)
{
    return site->cfg->media_program ? site->cfg->media_program
                                    : PT_LIBEXEC "/" PROGRAM;
}

static pt_err_t *no_verdict(media_run_t *run, const char *why)
{
    return pt_err_cause(pt_fail(run->pool, PT_P_INTERNAL, NULL), PROGRAM ": %s",
                        why);
}

/* --- Start --- */

static const char *setting(apr_pool_t *p, const char *name, apr_int64_t value)
{
    return apr_psprintf(p, "%s=%" APR_INT64_T_FMT, name, value);
}

static char *const *arguments(media_run_t *run)
{
    const pt_config_t *cfg = run->site->cfg;
    const pt_media_work_t *work = run->work;
    apr_pool_t *p = run->pool;
    const char *words[] = {PROGRAM,
                           work->is_recording ? "recording" : "picture",
                           work->path,
                           apr_pstrcat(p, "type=", work->media_type, NULL),
                           setting(p, "pixels", cfg->picture_pixels),
                           setting(p, "length", cfg->video_seconds),
                           setting(p, "memory", cfg->media_memory),
                           setting(p, "time", cfg->media_timeout),
                           setting(p, "bytes",
                                   work->is_recording
                                       ? cfg->video_max
                                       : cfg->picture_pixels * PIXEL_BYTES),
                           setting(p, "start", work->start_ms),
                           setting(p, "end", work->end_ms),
                           NULL};

    return apr_pmemdup(p, words, sizeof(words));
}

/* Nothing of ours goes along: no open file, no variable, no blocked signal. */
static int spawn(media_run_t *run, int to)
{
    char *const environment[] = {
        "PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8",
        apr_pstrcat(run->pool, "TMPDIR=", run->work->folder, NULL),
        apr_pstrcat(run->pool, "HOME=", run->work->folder, NULL), NULL};
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none, all;
    int error;

    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID
                                              | POSIX_SPAWN_SETSIGMASK
                                              | POSIX_SPAWN_SETSIGDEF);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, to, STDOUT_FILENO);
    posix_spawn_file_actions_addchdir_np(&actions, run->work->folder);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null",
                                     O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, MESSAGES,
                                     O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addclosefrom_np(&actions, FIRST_FD);
    error = posix_spawn(&run->pid, program_of(run->site), &actions, &attributes,
                        arguments(run), environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return error;
}

/* The program and all that it has started. @return its wait status */
static int end(media_run_t *run, int ms_left)
{
    int status = 0;

    for (; run->pid && ms_left > 0; ms_left -= END_STEP_MS) {
        if (waitpid(run->pid, &status, WNOHANG) == run->pid)
            run->pid = 0;
        else
            apr_sleep(apr_time_from_msec(END_STEP_MS));
    }
    if (run->pid)
        kill(-run->pid, SIGKILL);
    while (run->pid && waitpid(run->pid, &status, 0) < 0 && errno == EINTR)
        ;
    run->pid = 0;
    return status;
}

static apr_status_t clean_up(void *run_)
{
    media_run_t *run = run_;

    close(run->said);
    end(run, 0);
    return APR_SUCCESS;
}

static pt_err_t *start(media_run_t *run)
{
    int ends[2], error;

    if (pipe2(ends, O_CLOEXEC) != 0)
        return no_verdict(run, "no pipe");
    run->said = ends[0];
    error = spawn(run, ends[1]);
    close(ends[1]);
    apr_pool_cleanup_register(run->pool, run, clean_up, apr_pool_cleanup_null);
    if (!error)
        return PT_OK;
    run->pid = 0;
    return no_verdict(run, apr_psprintf(run->pool, "cannot start %s: error %d",
                                        program_of(run->site), error));
}

/* --- What it says --- */

static void take_line(media_run_t *run, const char *line, apr_size_t len)
{
    json_t *said = json_loadb(line, len, JSON_REJECT_DUPLICATES, NULL);
    json_int_t percent;

    if (!json_is_object(said)) {
        json_decref(said);
    }
    else if (json_unpack(said, "{sI!}", "progress", &percent) == 0) {
        run->percent = percent >= 0 && percent <= 100 ? (int)percent : -1;
        json_decref(said);
    }
    else {
        run->verdict = pt_json_own(run->pool, said);
    }
}

/* A line too long for us is none of the program's: it is let go. */
static void take_bytes(media_run_t *run, const char *bytes, apr_size_t len)
{
    for (; len; bytes++, len--) {
        if (*bytes == '\n') {
            take_line(run, run->line, run->len);
            run->len = 0;
        }
        else if (run->len < LINE_BYTES) {
            run->line[run->len++] = *bytes;
        }
    }
}

/* Wait for more. @param ended 1 when it closed its end */
static pt_err_t *listen_to(media_run_t *run, int *ended)
{
    struct pollfd more = {.fd = run->said, .events = POLLIN};
    char bytes[LINE_BYTES];
    ssize_t n;

    *ended = 0;
    if (poll(&more, 1, TICK_MS) <= 0)
        return PT_OK;
    n = read(run->said, bytes, sizeof(bytes));
    if (n < 0 && errno != EINTR)
        return no_verdict(run, "its pipe broke");
    *ended = n == 0;
    if (n > 0)
        take_bytes(run, bytes, (apr_size_t)n);
    return PT_OK;
}

/* --- What it means --- */

/* The end of what it complained of, as one line. */
static const char *complaint(media_run_t *run)
{
    const char *path =
        apr_pstrcat(run->pool, run->work->folder, "/" MESSAGES, NULL);
    char text[CAUSE_BYTES + 1] = "";
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    ssize_t n = 0;

    if (fd >= 0) {
        if (lseek(fd, -CAUSE_BYTES, SEEK_END) < 0)
            lseek(fd, 0, SEEK_SET);
        n = read(fd, text, CAUSE_BYTES);
        close(fd);
    }
    text[n > 0 ? n : 0] = '\0';
    for (char *c = text; *c; c++) {
        if (*c < ' ' || *c > '~')
            *c = ' ';
    }
    return apr_pstrdup(run->pool, text);
}

/* A program that a file has broken dies of one of these. @return 1: it has */
static int is_fault_of_file(pt_media_end_e *by, int number)
{
    switch (number) {
    case SIGXCPU:
        *by = PT_MEDIA_TOO_LONG;
        return 1;
    case SIGXFSZ:
        *by = PT_MEDIA_TOO_LARGE;
        return 1;
    case SIGSEGV:
    case SIGABRT:
    case SIGBUS:
    case SIGFPE:
    case SIGILL:
    case SIGSYS:
    case SIGTRAP:
        *by = PT_MEDIA_CRASHED;
        return 1;
    default:
        return 0;
    }
}

static pt_err_t *judge(pt_media_verdict_t *verdict, media_run_t *run,
                       int status)
{
    *verdict = (pt_media_verdict_t){PT_MEDIA_ANSWERED, NULL};
    if (WIFSIGNALED(status)
        && is_fault_of_file(&verdict->end, WTERMSIG(status)))
        return PT_OK;
    if (status != 0)
        return no_verdict(run,
                          apr_psprintf(run->pool, "ended with status %d: %s",
                                       status, complaint(run)));
    if (!run->verdict)
        return no_verdict(run, "said nothing");
    verdict->answer = run->verdict;
    return PT_OK;
}

pt_err_t *pt_media_run(pt_media_verdict_t *verdict, apr_pool_t *p,
                       const pt_site_t *site, const pt_media_work_t *work,
                       pt_media_tick_fn tick, void *who)
{
    media_run_t *run = apr_pcalloc(p, sizeof(*run));
    apr_time_t last =
        apr_time_now() + apr_time_from_sec(site->cfg->media_timeout);
    int ended = 0;

    run->pool = p;
    run->site = site;
    run->work = work;
    PT_TRY(start(run));
    while (!ended) {
        run->percent = -1;
        PT_TRY(listen_to(run, &ended));
        PT_TRY(tick(who, run->percent));
        if (!ended && apr_time_now() > last) {
            end(run, 0);
            *verdict = (pt_media_verdict_t){PT_MEDIA_TOO_LONG, NULL};
            return PT_OK;
        }
    }
    return judge(verdict, run, end(run, END_MS));
}

const char *pt_media_check(apr_pool_t *p, const pt_site_t *site)
{
    const char *program = program_of(site);
    struct stat found;

    if (!site->cfg->media_program)
        return NULL; /* the installed one */
    if (*program != '/')
        return "PeerTestMediaProgram must begin with a slash";
    if (stat(program, &found) != 0 || !S_ISREG(found.st_mode)
        || !(found.st_mode & 0111))
        return apr_psprintf(p, "PeerTestMediaProgram: no program %s", program);
    return NULL;
}
