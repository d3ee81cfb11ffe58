# SPDX-License-Identifier: Apache-2.0
# installed.sh - the commands on an installed site, where httpd and PostgreSQL
# are the system's and SYSCONF/peertestctl.conf says where things are.
# shellcheck shell=bash disable=SC2034,SC2154

# shellcheck source=/dev/null
. "$CTL/paths.sh"
# shellcheck source=tools/ctl/admin.sh
. "$CTL/admin.sh"
# shellcheck source=tools/ctl/doctor.sh
. "$CTL/doctor.sh"
# shellcheck source=tools/ctl/backup.sh
. "$CTL/backup.sh"
# shellcheck source=tools/ctl/verify-ledger.sh
. "$CTL/verify-ledger.sh"

installed_settings() {
    local file=$SYSCONF/peertestctl.conf
    [ -r "$file" ] || die "cannot read $file." "Copy $ROOT/conf/peertestctl.conf there and adjust it."
    # shellcheck source=conf/peertestctl.conf
    . "$file"
    export DATABASE_URL
}

installed_up() { not_here up; }
installed_down() { not_here down; }
installed_test() { not_here test; }

not_here() {
    die "\"$1\" is for a checkout of the sources." \
        "Here httpd and PostgreSQL are the system's: systemctl start apache2 postgresql"
}

installed_migrate() {
    installed_settings
    "$ROOT/tools/migrate" "${@:-up}"
}

installed_create_admin() {
    installed_settings
    admin_insert "$LIBEXEC/peertest-hash" "$SECRETS/peertest.key" "$DATABASE_URL" "$@"
}

installed_redrive() {
    installed_settings
    redrive_jobs "$DATABASE_URL" "$@"
}

installed_backup() {
    installed_settings
    backup_check_call "$@"
    [ -n "${1:-}" ] || die "backup needs the name of a file."
    backup_make "$DATABASE_URL" "$1"
}

installed_restore() {
    installed_settings
    restore_check_call "$@"
    if [ "${1:-}" = --mark ]; then
        backup_mark "$DATABASE_URL" "${2:-restored by other means}"
        return
    fi
    backup_restore "$DATABASE_URL" "$1"
    "$ROOT/tools/migrate" up
    say "Now start httpd, then: peertestctl verify-ledger"
}

installed_doctor() {
    installed_settings
    doctor_run "$HTTPD_CONF" "$DATABASE_URL" "$SECRETS" "$SITE_CONF"
}

installed_verify_ledger() {
    installed_settings
    ledger_verify "$DATABASE_URL" "$@"
}
