# SPDX-License-Identifier: Apache-2.0
# lib.sh - how peertestctl speaks: steps, notes, failures, and the lock.
# Sourced by the other files of this folder.
# shellcheck shell=bash

say() { printf '%s\n' "$*"; }

# die MESSAGE [WHAT TO DO]
die() {
    printf '\npeertestctl: %s\n' "$1" >&2
    [ $# -lt 2 ] || printf '%s\n' "$2" >&2
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# step TITLE LOGNAME COMMAND...: runs the command with its output in a log and
# says how it went. The command tells with "note" what is worth a word.
step() {
    local title=$1 log=$LOGS/$2.log start=$SECONDS status
    shift 2
    printf '  %-26s' "$title"
    rm -f "$LOGS/note" "$LOGS/advice"
    # Not "if ! ( ... )": errexit would be off inside.
    set +e
    (
        set -eE
        trap 'echo "stopped at: $BASH_COMMAND" >&2' ERR
        "$@"
    ) >"$log" 2>&1 </dev/null
    status=$?
    set -e
    if [ "$status" -ne 0 ]; then
        step_failed "$title" "$log"
    fi
    step_passed $((SECONDS - start))
}

step_passed() {
    local seconds=$1 note=ready
    [ ! -s "$LOGS/note" ] || note=$(cat "$LOGS/note")
    [ "$seconds" -lt 5 ] || note="$note ($seconds s)"
    say "$note"
}

step_failed() {
    local title=$1 log=$2 advice="Mend that and run the same command again; it goes on where it stopped."
    say "failed"
    printf '\nThe end of %s:\n\n' "$log" >&2
    # Without the colours that some tools write into logs.
    tail -n 25 "$log" | sed -e 's/\x1b\[[0-9;]*m//g' -e 's/^/    /' >&2
    [ ! -s "$LOGS/advice" ] || advice=$(cat "$LOGS/advice")
    die "\"$title\" did not work." "$advice"
}

# note WORDS: what the step found, or did not need to do.
note() { printf '%s' "$*" >"$LOGS/note"; }

# did WORDS: as note, and this run has changed something.
did() {
    note "$@"
    # Anew, since the caller's half may have made it as root.
    rm -f "$LOGS/changed"
    touch "$LOGS/changed"
}

# advise WORDS: what to do, in case this step fails.
advise() { printf '%s\n' "$*" >"$LOGS/advice"; }

# One peertestctl at a time in a state folder. The lock lives as long as file
# descriptor 9 is open, through exec; daemons are started with 9>&-.
take_lock() {
    exec 9>>"$1/lock"
    flock -n 9 || die "another peertestctl is at work in $1." "Wait until it is done, then try again."
}

# fingerprint PATH...: one hash over names and contents of all files below.
fingerprint() {
    find "$@" -name node_modules -prune -o -name dist -prune -o -type f -print0 \
        | LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -d' ' -f1
}

# is_stamped STAMP VALUE, stamp STAMP VALUE: was this step done for this input?
is_stamped() { [ -f "$STATE/stamps/$1" ] && [ "$(cat "$STATE/stamps/$1")" = "$2" ]; }
stamp() {
    mkdir -p "$STATE/stamps"
    printf '%s\n' "$2" >"$STATE/stamps/$1"
}

# wait_until SECONDS COMMAND...
wait_until() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        [ $SECONDS -lt $deadline ] || return 1
        sleep 0.2
    done
}

port_is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
port_is_free() { ! port_is_taken "$1"; }

# need_port NUMBER: who has just been stopped may still be letting go of it.
need_port() {
    wait_until 5 port_is_free "$1" || {
        say "Port $1 is taken by another program."
        return 1
    }
}
