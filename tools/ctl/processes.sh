# SPDX-License-Identifier: Apache-2.0
# processes.sh - daemons of a world by recorded pid: $W/run/NAME.pid. A pid counts
# only while its command line still shows the word it was started with, because
# numbers are given out again.
# shellcheck shell=bash

# is_alive NAME WORD
is_alive() {
    local pid
    pid=$(cat "$W/run/$1.pid" 2>/dev/null) && [ -n "$pid" ] \
        && tr '\0' '\n' 2>/dev/null <"/proc/$pid/cmdline" | grep -qxF -- "$2"
}

# stop_process NAME WORD: asks, waits, and at last insists.
stop_process() {
    local name=$1 word=$2 pid
    if is_alive "$name" "$word"; then
        pid=$(cat "$W/run/$name.pid")
        kill -TERM "$pid"
        wait_until 30 process_is_gone "$pid" || kill -KILL "$pid"
    fi
    rm -f "$W/run/$name.pid"
}

# end_orphans COMMAND LINE: children whose parent was killed keep its port.
end_orphans() {
    local folder
    for folder in /proc/[0-9]*; do
        if [ -O "$folder" ] && [[ $(tr '\0' ' ' 2>/dev/null <"$folder/cmdline") == "$*"* ]]; then
            kill -KILL "${folder#/proc/}" || true
        fi
    done
}

process_is_gone() { ! kill -0 "$1" 2>/dev/null; }
