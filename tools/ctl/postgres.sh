# SPDX-License-Identifier: Apache-2.0
# postgres.sh - a private PostgreSQL cluster per world: a socket in the state
# folder, no TCP, nothing shared with a cluster of the system.
# shellcheck shell=bash

PG_BIN=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin | sort -V | tail -n 1)

# pg_conninfo ROLE [DATABASE]
pg_conninfo() { say "host=$W/run user=$1 dbname=${2:-peertest}"; }

# pg_sql ROLE DATABASE [psql arguments]
pg_sql() {
    local role=$1 database=$2
    shift 2
    psql -XqAt -v ON_ERROR_STOP=1 "$@" "$(pg_conninfo "$role" "$database")"
}

pg_is_running() { "$PG_BIN/pg_isready" -q -h "$W/run"; }

# pg_start [SETTING...]: for instance fsync=off
pg_start() {
    local settings='' setting
    advise "Look into $W/logs/postgresql.log too."
    if pg_is_running; then
        note "running, unchanged"
        return
    fi
    if [ ! -f "$W/pg/PG_VERSION" ]; then
        pg_create
    fi
    for setting in "$@"; do settings+=" -c $setting"; done
    # What is left of a killed server may need a moment to end.
    wait_until 30 pg_launch "$settings" || {
        tail -n 15 "$W/logs/postgresql.log"
        return 1
    }
    did "started"
}

pg_launch() { "$PG_BIN/pg_ctl" -D "$W/pg" -l "$W/logs/postgresql.log" -w -t 60 -s -o "$1" start 9>&-; }

pg_create() {
    # An interrupted attempt may have left half a cluster.
    rm -rf "$W/pg"
    "$PG_BIN/initdb" -D "$W/pg" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --data-checksums
    cat >>"$W/pg/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$W/run'
max_connections = 100
timezone = 'UTC'
log_line_prefix = '%m [%p] %u@%d '
CONF
}

pg_stop() {
    ! "$PG_BIN/pg_ctl" -D "$W/pg" status >/dev/null 2>&1 \
        || "$PG_BIN/pg_ctl" -D "$W/pg" -m fast -w -t 60 -s stop
}

# The roles and the empty database; what they may do comes with the migrations.
pg_setup() {
    local before after
    before=$(pg_census)
    pg_sql postgres postgres -f "$ROOT/tools/ctl/roles.sql"
    pg_create_database peertest
    after=$(pg_census)
    if [ "$before" = "$after" ]; then note "unchanged"; else did "created"; fi
}

pg_census() { pg_sql postgres postgres -c "SELECT rolname FROM pg_roles UNION ALL SELECT datname FROM pg_database"; }

# pg_create_database NAME [TEMPLATE]
pg_create_database() {
    [ "$(pg_sql postgres postgres -c "SELECT count(*) FROM pg_database WHERE datname = '$1'")" = 1 ] \
        || pg_sql postgres postgres -c "CREATE DATABASE $1 OWNER peertest_owner TEMPLATE ${2:-template0}"
}

pg_migrate() {
    local said
    advise "If these are unfinished migrations of your own, begin anew: ./peertestctl down --purge, then up."
    said=$(DATABASE_URL=$(pg_conninfo peertest_owner "${1:-peertest}") "$ROOT/tools/migrate" up)
    say "$said"
    if [ "$said" = "nothing to do" ]; then
        note "schema unchanged"
    else
        did "schema at $(pg_schema_version "${1:-peertest}")"
    fi
}

pg_schema_version() { pg_sql peertest_owner "$1" -c "SELECT name FROM schema_migration ORDER BY version DESC LIMIT 1"; }
