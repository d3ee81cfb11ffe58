# SPDX-License-Identifier: Apache-2.0
# seed.sh - what a fresh world holds: templates and prices always, a small believable
# marketplace unless PEERTEST_SEED=off.
# shellcheck shell=bash

DEMO_PASSWORD=peertest-demo-1
SEEDS_ALWAYS=(templates plans prices markets)

seed_world() {
    local name
    note "unchanged"
    for name in "${SEEDS_ALWAYS[@]}"; do
        seed_file "$name"
    done
    if [ "${PEERTEST_SEED:-on}" = off ]; then
        note "templates and prices only (PEERTEST_SEED=off)"
    else
        seed_file dev
    fi
}

# seed_file NAME: once for each content; what was run is kept with the cluster.
seed_file() {
    local file=$ROOT/sql/seed/$1.sql done=$W/pg/peertest-seed-$1 sum hash
    [ -f "$file" ] || return 0
    sum=$(fingerprint "$file")
    [ "$(cat "$done" 2>/dev/null)" != "$sum" ] || return 0
    hash=$(printf '%s\n' "$DEMO_PASSWORD" | "$BUILD/peertest-hash" "$W/secrets/peertest.key" 12)
    pg_sql peertest_owner peertest -1 -v "demo_password_hash=$hash" -f "$file"
    printf '%s\n' "$sum" >"$done"
    did "$1 planted"
}

# The jobs and the work of that marketplace, made through the API and paid at the
# sandbox, once for a database. Without them the site is merely emptier: no reason to stop.
seed_demo() {
    local done=$W/pg/peertest-seed-demo
    note "unchanged"
    if [ "${PEERTEST_SEED:-on}" = off ] || [ "${PEERTEST_SANDBOX:-on}" = off ]; then
        note "left out"
    elif [ ! -f "$done" ]; then
        if "$ROOT/tools/demo-world" "http://localhost:$PORT" "http://localhost:$SANDBOX_PORT" "$DEMO_PASSWORD"; then
            : >"$done"
            did "jobs and work made"
        else
            note "not made, see $LOGS/demo.log"
        fi
    fi
}

# The seed announces its accounts in lines "-- account: ADDRESS WORDS".
seed_accounts() {
    local file=$ROOT/sql/seed/dev.sql
    [ "${PEERTEST_SEED:-on}" != off ] && [ -f "$file" ] && grep -q '^-- account: ' "$file" || return 0
    say "Demo accounts, password \"$DEMO_PASSWORD\":"
    sed -n 's/^-- account: \([^ ]*\) */  \1  /p' "$file"
}
