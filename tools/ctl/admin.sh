# SPDX-License-Identifier: Apache-2.0
# admin.sh - create-admin and redrive, in a checkout and on an installed site.
# shellcheck shell=bash

admin_create() {
    pg_is_running || die "the database is not running." "Run ./peertestctl up first."
    admin_insert "$BUILD/peertest-hash" "$W/secrets/peertest.key" "$(pg_conninfo peertest_owner)" "$@"
}

# admin_insert HASH_PROGRAM SECRET_FILE CONNINFO --email E --name N
admin_insert() {
    local program=$1 secrets=$2 database=$3 email='' name='' hash
    shift 3
    while [ $# -ge 2 ]; do
        case $1 in
            --email) email=$2 ;;
            --name) name=$2 ;;
            *) die "create-admin does not know $1." ;;
        esac
        shift 2
    done
    if [ $# -ne 0 ] || [ -z "$email" ] || [ -z "$name" ]; then
        die "create-admin needs --email ADDRESS and --name NAME, and the password on standard input."
    fi
    [[ $email =~ ^[^[:space:]@]+@[^[:space:]@]+$ ]] || die "\"$email\" is not a mail address."
    [ ! -t 0 ] || printf 'Password: ' >&2
    hash=$(admin_hash "$program" "$secrets") || die "that password cannot be used."
    psql -XqAt -v ON_ERROR_STOP=1 -v "email=$email" -v "name=$name" -v "hash=$hash" \
        -f "$CTL/create-admin.sql" "$database"
    say "$email is an administrator."
}

# A terminal must not show what is typed.
admin_hash() {
    if [ -t 0 ]; then
        local password
        read -rs password
        echo >&2
        printf '%s\n' "$password" | "$1" "$2" 12
    else
        "$1" "$2" 12
    fi
}

admin_redrive() {
    pg_is_running || die "the database is not running." "Run ./peertestctl up first."
    redrive_jobs "$(pg_conninfo peertest_owner)" "$@"
}

# redrive_jobs CONNINFO ID|KIND: dead background jobs begin again at their first try, with
# the keys that they had.
redrive_jobs() {
    [ $# -eq 2 ] || die "redrive needs the id of a dead background job, or a kind of them."
    local redriven
    redriven=$(psql -XqAt -v ON_ERROR_STOP=1 -v "which=$2" -f "$CTL/redrive.sql" "$1") || die "the database refused it."
    [ "$redriven" -gt 0 ] || die "nothing is dead by the name of \"$2\"."
    say "$redriven tried again."
}
