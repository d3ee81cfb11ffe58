# SPDX-License-Identifier: Apache-2.0
# admin.sh - create-admin, in a checkout and on an installed site.
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
