# SPDX-License-Identifier: Apache-2.0
# backup.sh - the whole database as one file, and back from it. The files that people uploaded
# are not in it: docs/FILES.md, "Backups".
# shellcheck shell=bash

# What can be wrong with a call is said before anything is stopped or written.
backup_check_call() {
    if [ $# -gt 1 ] || [[ ${1:-} == -* ]]; then
        die "backup takes the name of one file."
    fi
}

restore_check_call() {
    if [ "${1:-}" = --mark ]; then
        [ $# -le 2 ] || die "--mark takes one text; put it in quotes."
        return
    fi
    if [ $# -ne 1 ] || [[ $1 == -* ]]; then
        die "restore takes one file, or --mark [WORDS]."
    fi
    backup_is_one "$1"
}

backup_is_one() {
    [ -r "$1" ] || die "cannot read $1."
    "${PG_BIN:+$PG_BIN/}pg_restore" --list "$1" >/dev/null || die "$1 is not a backup."
}

# backup_make DATABASE_URL FILE: one snapshot, taken while everybody works on.
backup_make() {
    local url=$1 file=$2 folder
    folder=$(dirname "$file")
    [ -w "$folder" ] || die "$(id -un) cannot write into $folder."
    [ ! -d "$file" ] || die "$file is a folder."
    (umask 077 && "${PG_BIN:+$PG_BIN/}pg_dump" --format=custom --no-comments --lock-wait-timeout=60000 \
        --file="$file.part" "$url")
    mv "$file.part" "$file"
    say "Backup in $file ($(du -h "$file" | cut -f1)). Uploaded files are not in it: save their folder or bucket now (docs/FILES.md)."
}

# backup_restore DATABASE_URL FILE: in one transaction, so that the database is never seen
# half restored, nor without the mark that makes the server look before it sends.
backup_restore() {
    local url=$1 file=$2
    backup_is_one "$file"
    backup_is_quiet "$url"
    # What ends before COMMIT, a broken file for instance, leaves everything as it was.
    {
        echo 'BEGIN; SET client_min_messages = warning;' \
            && backup_drop "$url" \
            && "${PG_BIN:+$PG_BIN/}pg_restore" --no-comments --file=- "$file" \
            && backup_mark_statement \
            && echo 'COMMIT;'
    } | backup_psql "$url" -v "backup=$(basename "$file")"
    say "Restored $file. Bring the folder or bucket of uploaded files back to a copy that is as old or younger (docs/FILES.md)."
}

# backup_mark DATABASE_URL WORDS: for whoever restores by other means, from an archive of
# PostgreSQL's log for instance.
backup_mark() {
    backup_mark_statement | backup_psql "$1" -v "backup=$2"
    say "From now on what is older than this moment is looked up at the payment provider before it is sent."
}

backup_mark_statement() { echo "INSERT INTO public.restore_mark (backup) VALUES (:'backup');"; }

backup_psql() {
    local url=$1
    shift
    psql -XqAt -v ON_ERROR_STOP=1 -o /dev/null "$@" "$url"
}

backup_drop() {
    psql -XqAt -v ON_ERROR_STOP=1 "$1" -c "
        SELECT format('DROP SCHEMA %I CASCADE;', nspname) FROM pg_namespace
         WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'"
    # A dump takes this one for granted.
    echo 'CREATE SCHEMA public AUTHORIZATION pg_database_owner; GRANT USAGE ON SCHEMA public TO PUBLIC;'
}

# Who is still at work would go on with what is not there any more.
backup_is_quiet() {
    local busy
    busy=$(psql -XqAt -v ON_ERROR_STOP=1 "$1" -c "
        SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'peertest_app'")
    [ "$busy" = 0 ] || die "$busy connections of httpd are open." "Stop httpd first, on every machine of this site."
}
