# SPDX-License-Identifier: Apache-2.0
# service.sh - the half of each command that runs in the state folder, as the
# user that owns it. ROOT is the copy of the sources there.
# shellcheck shell=bash

STATE=$PEERTEST_STATE
LOGS=$STATE/logs

# shellcheck source=tools/ctl/packages.sh
. "$CTL/packages.sh"
for part in admin backup build doctor httpd node postgres processes sandbox sanitizers secrets seed testing verify-ledger; do
    # shellcheck source=/dev/null
    . "$CTL/$part.sh"
done
node_path

# A world is one running set: database, sandbox, httpd, secrets, logs.
world_open() {
    W=$STATE/$1
    ENVIRONMENT=$2
    PORT=$3
    SANDBOX_PORT=$((PORT + 1))
    SMTP_PORT=$((PORT + 2))
    BUILD=$STATE/build-$1
    mkdir -p "$W"/{conf,logs,run}
    # Who reaches the socket is the database's superuser.
    chmod 0700 "$W/run"
}

# The port stays what it was at "up", also for commands that do not name it.
world_open_up() {
    local port=${PEERTEST_PORT:-}
    [ -n "$port" ] || port=$(cat "$STATE/up/run/port" 2>/dev/null || echo 8080)
    if [[ ! $port =~ ^[0-9]{4,5}$ ]] || [ "$port" -lt 1024 ] || [ "$port" -gt 65533 ]; then
        die "PEERTEST_PORT must be a number from 1024 to 65533, not \"$port\"."
    fi
    world_open up development "$port"
}

service_up() {
    [ $# -eq 0 ] || die "up takes no arguments."
    world_open_up
    move_port
    step "Node.js" node node_prepare
    step "Module" build build_module "$BUILD"
    step "Pages" spa build_spa
    step "Sandbox's packages" sandbox-build build_sandbox
    step "Secrets" secrets secrets_make
    step "PostgreSQL" postgres pg_start
    step "Database" database pg_setup
    step "Migrations" migrate pg_migrate
    step "Seed" seed seed_world
    if [ "${PEERTEST_SANDBOX:-on}" = off ]; then
        step "Sandbox" sandbox sandbox_leave_out
    else
        step "Sandbox" sandbox sandbox_start
    fi
    step "Site" site httpd_install
    step "httpd" httpd httpd_start
    step "Answering" ready httpd_wait_ready
    step "Demo world" demo seed_demo
    greet
}

# Another port than last time: what listens must move.
move_port() {
    if [ "$(cat "$W/run/port" 2>/dev/null || echo "$PORT")" != "$PORT" ]; then
        httpd_stop
        sandbox_stop
    fi
    printf '%s\n' "$PORT" >"$W/run/port"
}

greet() {
    local url=http://localhost:$PORT
    echo
    if [ -e "$LOGS/changed" ]; then
        say "PeerTest Hub is at $url"
    else
        say "Nothing to do: PeerTest Hub was already up to date and running at $url"
    fi
    [ "${PEERTEST_SANDBOX:-on}" = off ] || say "Its mail and payment pages are at http://localhost:$SANDBOX_PORT (test mode: no real money moves)"
    seed_accounts
    say "Database: psql '$(pg_conninfo peertest_owner)'"
    say "Logs: $W/logs    Stop it: ./peertestctl down"
}

service_down() {
    world_open_up
    local running=no
    ! httpd_is_running || running=yes
    ! pg_is_running || running=yes
    httpd_stop
    sandbox_stop
    pg_stop
    testing_stop
    if [ $running = yes ]; then say "Stopped."; else say "Nothing was running."; fi
}

service_migrate() {
    world_open_up
    pg_is_running || die "the database is not running." "Run ./peertestctl up first."
    DATABASE_URL=$(pg_conninfo peertest_owner) "$ROOT/tools/migrate" "${@:-up}"
}

service_test() { testing_run "$@"; }
service_doctor() {
    world_open_up
    doctor_run "$W/conf/httpd.conf" "$(pg_conninfo peertest_owner)" "$W/secrets" "$W"/conf/{httpd,extra}.conf
}
service_create_admin() {
    world_open_up
    admin_create "$@"
}
service_redrive() {
    world_open_up
    admin_redrive "$@"
}
service_backup() {
    world_open_up
    pg_is_running || die "the database is not running." "Run ./peertestctl up first."
    backup_check_call "$@"
    mkdir -p "$STATE/backups"
    backup_make "$(pg_conninfo peertest_owner)" "${1:-$STATE/backups/$(date -u +%Y%m%dT%H%M%SZ).backup}"
}

# Everybody waits outside until the database is the old one, and knows it.
service_restore() {
    world_open_up
    pg_is_running || die "the database is not running." "Run ./peertestctl up first."
    restore_check_call "$@"
    if [ "${1:-}" = --mark ]; then
        backup_mark "$(pg_conninfo peertest_owner)" "${2:-restored by other means}"
        return
    fi
    httpd_stop
    backup_restore "$(pg_conninfo peertest_owner)" "$1"
    pg_migrate
    say "Now: ./peertestctl up, then ./peertestctl verify-ledger"
}
service_verify_ledger() {
    world_open_up
    pg_is_running || die "the database is not running." "Run ./peertestctl up first."
    ledger_verify "$(pg_conninfo peertest_owner)" "$@"
}
