/* SPDX-License-Identifier: Apache-2.0 */
/* tool.c - another program's run. */

#define _GNU_SOURCE 1 /* pipe2, O_PATH */

#include "media/tool.h"

#include "media/media.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define EXIT_NOT_THERE 127

/* In the child: what it says goes to the pipe, what it complains of to where
 * we complain. */
static _Noreturn void become(const char *const *argv, int to)
{
    int nothing = open("/dev/null", O_RDONLY);

    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (nothing >= 0 && dup2(nothing, STDIN_FILENO) >= 0
        && dup2(to, STDOUT_FILENO) >= 0)
        execvp(argv[0], (char *const *)(uintptr_t)argv);
    _exit(EXIT_NOT_THERE);
}

static void read_lines(int from, tool_line_fn line, void *what)
{
    FILE *said = fdopen(from, "r");
    char *text = NULL;
    size_t room = 0;
    ssize_t len;

    if (!said)
        trouble("fdopen: %s", strerror(errno));
    while ((len = getline(&text, &room, said)) > 0) {
        if (text[len - 1] == '\n')
            text[len - 1] = '\0';
        if (line)
            line(what, text);
    }
    free(text);
    fclose(said);
}

int tool_run(const char *const *argv, tool_line_fn line, void *what)
{
    int ends[2], status;
    pid_t child;

    if (pipe2(ends, O_CLOEXEC) != 0 || (child = fork()) < 0)
        trouble("cannot start %s: %s", argv[0], strerror(errno));
    if (child == 0)
        become(argv, ends[1]);
    close(ends[1]);
    read_lines(ends[0], line, what);
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR)
            trouble("waitpid: %s", strerror(errno));
    }
    if (WIFSIGNALED(status))
        return 128 + WTERMSIG(status);
    if (WEXITSTATUS(status) == EXIT_NOT_THERE)
        trouble("%s is not installed", argv[0]);
    return WEXITSTATUS(status);
}
