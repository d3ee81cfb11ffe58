# SPDX-License-Identifier: Apache-2.0
# state.sh - the state folder: where it is, who owns it, and the copy of the
# sources in it that everything is built and run from.
# shellcheck shell=bash
#
# autoconf, Unix sockets and httpd's configuration take neither spaces nor long
# paths, and a service user cannot enter a clone in /root. So nothing runs in
# the checkout itself. PEERTEST_HOME is the state folder when it suits; else it
# becomes a symbolic link to one that does.

# Long enough for any sensible place, short enough for a socket (107 bytes) below it.
STATE_PATH_MAX=70
STATE_MARK=.peertest-state

# Root's work is done as this user from the first built file on.
service_user() { if [ "$EUID" -eq 0 ]; then echo www-data; else id -un; fi; }

# as_service COMMAND...: with a small, known environment and no way back to root.
as_service() {
    local user home=${STATE:-/nonexistent}/home
    user=$(service_user)
    local become=()
    if [ "$EUID" -eq 0 ]; then
        become=(setpriv "--reuid=$user" "--regid=$user" --init-groups --inh-caps=-all)
    fi
    "${become[@]}" env -i HOME="$home" USER="$user" LANG=C.UTF-8 TERM="${TERM:-dumb}" NO_COLOR=1 \
        PATH="$PATH" "${SERVICE_ENV[@]}" "$@"
}

# state_locate: sets HOME_PATH (what the user named) and STATE (where it really is).
state_locate() {
    HOME_PATH=$(realpath -ms "${PEERTEST_HOME:-$ROOT/.peertest}")
    STATE=$(realpath -m "$HOME_PATH")
    [ ! -f "$STATE/$STATE_MARK" ] || return 0
    if [ -e "$STATE" ] && [ -n "$(ls -A "$STATE")" ]; then
        die "$HOME_PATH is not empty and was not made by peertestctl." \
            "Name another folder: PEERTEST_HOME=/some/where ./peertestctl ..."
    fi
}

# state_create: makes the state folder on first use.
state_create() {
    if [ ! -f "$STATE/$STATE_MARK" ]; then
        state_suits "$STATE" || state_move
        state_make "$STATE" || die "cannot write to $STATE."
    fi
    [ -O "$STATE/$STATE_MARK" ] || [ "$EUID" -eq 0 ] \
        || die "$STATE belongs to $(stat -c %U "$STATE")." \
               "Run this as that user, or set PEERTEST_HOME to a folder of your own."
}

state_make() {
    mkdir -p "$1"/{home,logs,src,stamps} && touch "$1/$STATE_MARK"
    [ "$EUID" -ne 0 ] || chown -R "$(service_user):" "$1"
}

state_suits() {
    [[ $1 =~ ^[A-Za-z0-9._/+-]+$ ]] && [ ${#1} -le $STATE_PATH_MAX ] || return 1
    mkdir -p "$1" 2>/dev/null || return 1
    [ "$EUID" -ne 0 ] || setpriv "--reuid=$(service_user)" --clear-groups test -x "$1"
}

# state_move: the first place that suits, by the hash of the wished one.
state_move() {
    local hash place places
    hash=$(printf '%s' "$STATE" | sha256sum | cut -c1-12)
    if [ "$EUID" -eq 0 ]; then
        places=("/var/lib/peertest/$hash")
    else
        places=("${XDG_STATE_HOME:-$HOME/.local/state}/peertest/$hash" "/var/tmp/peertest-$EUID-$hash")
    fi
    for place in "${places[@]}"; do
        # A foreign folder or link waiting in /var/tmp is not taken.
        if state_suits "$place" && [ ! -L "$place" ] && { [ -O "$place" ] || [ "$EUID" -eq 0 ]; }; then
            [ ! -d "$STATE" ] || rmdir "$STATE"
            mkdir -p "$(dirname "$STATE")"
            ln -sfn "$place" "$STATE"
            STATE=$place
            return
        fi
    done
    die "no place for the state folder suits: a path of letters and digits, at most $STATE_PATH_MAX long." \
        "Name one that you may write to: PEERTEST_HOME=/some/where ./peertestctl ..."
}

# state_copy: brings the copy of the sources up to date; prints how many files changed.
state_copy() {
    local inside=
    [[ $STATE/ != "$ROOT/"* ]] || inside=${STATE#"$ROOT"/}
    "$CTL/stage" "$ROOT" "$STATE/src" ${inside:+"$inside"}
    [ "$EUID" -ne 0 ] || chown -R "$(service_user):" "$STATE/src"
}

state_stage() {
    local changed
    changed=$(state_copy)
    state_take_extra_conf
    if [ "$changed" -gt 0 ]; then did "$changed files copied"; else note "unchanged"; fi
}

# The service user may not be able to read the caller's file, so it gets a copy.
state_take_extra_conf() {
    local extra=$STATE/extra.conf
    if [ -z "${PEERTEST_EXTRA_CONF:-}" ]; then
        rm -f "$extra"
        return
    fi
    [ -r "$PEERTEST_EXTRA_CONF" ] || {
        advise "PEERTEST_EXTRA_CONF names a file that is not there."
        return 1
    }
    install -m 0600 "$PEERTEST_EXTRA_CONF" "$extra"
    [ "$EUID" -ne 0 ] || chown "$(service_user):" "$extra"
}

state_purge() {
    [ -f "$STATE/$STATE_MARK" ] || return 0
    rm -rf "$STATE"
    [ ! -L "$HOME_PATH" ] || rm -f "$HOME_PATH"
}
