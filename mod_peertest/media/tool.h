/* SPDX-License-Identifier: Apache-2.0 */
/* tool.h - another program's run: ffmpeg or ffprobe. */
#ifndef PT_TOOL_H
#define PT_TOOL_H

/** Gets each line that the program says, without its end. */
typedef void (*tool_line_fn)(void *what, const char *line);

/**
 * Run a program to its end. It dies with us.
 * @param argv its name, searched for in PATH, and arguments; ends in NULL
 * @param line may be NULL
 * @return 0 when it ended well; its exit status; or 128 + the signal that ended
 *         it. Ends in trouble when it cannot be started.
 */
int tool_run(const char *const *argv, tool_line_fn line, void *what);
#endif
