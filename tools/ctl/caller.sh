# SPDX-License-Identifier: Apache-2.0
# caller.sh - the half of each command that runs in the checkout as the caller:
# packages, state folder, copy of the sources. The rest is handed to service.sh.
# shellcheck shell=bash

# shellcheck source=tools/ctl/packages.sh
. "$CTL/packages.sh"

# What the service half may know of the caller's environment.
PASSED_ON=(CI PEERTEST_FAULTS PEERTEST_TEST_PORT PEERTEST_PORT PEERTEST_SANDBOX PEERTEST_SANITIZERS PEERTEST_SEED PEERTEST_NODE
    http_proxy https_proxy no_proxy npm_config_registry)

caller_up() {
    prepare "${RUN_PACKAGES[@]}"
    as_service_half up "$@"
}

caller_test() {
    # Also a run that never came to a test ends in the line that is counted.
    trap 'say "0 passed, 1 failed, 0 skipped"' EXIT
    prepare "${RUN_PACKAGES[@]}" "${TEST_PACKAGES[@]}"
    trap - EXIT
    as_service_half test "$@"
}

caller_migrate() { with_state migrate "$@"; }
caller_doctor() { with_state doctor "$@"; }
caller_create_admin() { with_state create-admin "$@"; }
caller_redrive() { with_state redrive "$@"; }
caller_verify_ledger() { with_state verify-ledger "$@"; }

# Files are the caller's: their names mean what they mean in his folder.
caller_backup() {
    if [ $# -gt 0 ] && [[ $1 != -* ]]; then
        set -- "$(realpath -m "$1")" "${@:2}"
    fi
    with_state backup "$@"
}

caller_restore() {
    if [ $# -gt 0 ] && [[ $1 != -* ]]; then
        set -- "$(realpath -m "$1")" "${@:2}"
    fi
    with_state restore "$@"
}

caller_down() {
    local purge=
    case ${1:-} in
        '') ;;
        --purge) purge=yes ;;
        *) die "down knows only --purge." ;;
    esac
    state_locate
    if [ ! -f "$STATE/$STATE_MARK" ]; then
        say "Nothing is running: there is no state folder at $HOME_PATH."
        return
    fi
    take_lock "$STATE"
    if [ -x "$STATE/src/peertestctl" ]; then
        as_service_half down
    fi
    if [ -n "$purge" ]; then
        state_purge
        say "Removed $HOME_PATH."
    fi
}

# prepare PACKAGE...: everything before the change of user.
prepare() {
    state_locate
    state_create
    take_lock "$STATE"
    LOGS=$STATE/logs
    rm -f "$LOGS/changed"
    say "PeerTest Hub, state in $HOME_PATH"
    packages_install "$@"
    step "Sources" sources state_stage
}

# with_state COMMAND...: for commands that need what "up" has made.
with_state() {
    state_locate
    [ -x "$STATE/src/peertestctl" ] \
        || die "there is nothing at $HOME_PATH yet." "Run ./peertestctl up first."
    take_lock "$STATE"
    state_copy >/dev/null
    as_service_half "$@"
}

# The service half continues from the copy; the lock stays with it.
as_service_half() {
    local name
    SERVICE_ENV=("PEERTEST_STATE=$STATE" "PEERTEST_HOME=$HOME_PATH")
    for name in "${PASSED_ON[@]}"; do
        [ -z "${!name:-}" ] || SERVICE_ENV+=("$name=${!name}")
    done
    cd "$STATE" || exit 1
    as_service bash "$STATE/src/peertestctl" "$@"
}
