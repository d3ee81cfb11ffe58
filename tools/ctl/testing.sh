# SPDX-License-Identifier: Apache-2.0
# testing.sh - "test": a world of its own beside that of "up", one database per
# suite, and tools/run-suites to run and count.
# shellcheck shell=bash

SUITES=(checkers unit sanitized sql api tus faults sandbox web e2e)

testing_run() {
    local wanted=("$@") name groups=() status=0
    [ ${#wanted[@]} -gt 0 ] || wanted=("${SUITES[@]}")
    world_open test test "$(testing_port)"
    sanitizers_choose
    ARTEFACTS=$W/artefacts
    trap testing_abandoned EXIT
    testing_stop
    rm -rf "$ARTEFACTS" "$W/results" "$W/sandbox.json"
    find "$BUILD" -name '*.gcda' -delete 2>/dev/null || true
    mkdir -p "$ARTEFACTS"
    for name in "${wanted[@]}"; do
        groups+=("$(testing_group "$name")")
    done
    testing_prepare "${groups[*]}"
    for name in "${!wanted[@]}"; do
        testing_suite "${groups[$name]}" "${wanted[$name]}" || status=1
    done
    testing_stop
    trap - EXIT
    testing_sum
    return $status
}

# A preparation that fails ends the run, which counts as one failure.
testing_abandoned() {
    testing_stop
    say "0 passed, 1 failed, 0 skipped"
}

# Which preparation a suite or a single file needs.
testing_group() {
    case $1 in
        checkers | unit | sanitized | sql | api | tus | faults | sandbox | web | e2e) say "$1" ;;
        t/tus/*) say tus ;;
        t/faults/*) say faults ;;
        t/e2e/*) say e2e ;;
        t/sql/* | tools/check-queries | tools/check-migrations) say sql ;;
        t/unit/*) say unit ;;
        t/*.t) say api ;;
        sandbox/*) say sandbox ;;
        tools/check-*) say checkers ;;
        *) die "\"$1\" is neither a suite (${SUITES[*]}) nor a test file." ;;
    esac
}

# Three free ports in a row.
testing_port() {
    local port=${PEERTEST_TEST_PORT:-18200}
    while port_is_taken "$port" || port_is_taken $((port + 1)) || port_is_taken $((port + 2)); do
        port=$((port + 10))
    done
    say "$port"
}

# testing_prepare GROUPS: only what those suites need.
testing_prepare() {
    step "Node.js" node node_prepare
    step "Module, strict" build-test build_module "$BUILD" --enable-werror "${BUILD_FOR_TESTS[@]}"
    [[ ! $1 =~ unit ]] || step "Unit tests" build-unit make -C "$BUILD" -j"$(nproc)" check-programs
    [[ ! $1 =~ sanitized ]] || step "Unit tests, sanitized" build-sanitized sanitizers_units
    [[ ! $1 =~ (sandbox|api|tus|faults|e2e) ]] || step "Sandbox's packages" sandbox-build build_sandbox
    [[ ! $1 =~ web ]] || step "Pages' packages" web-build testing_npm_web
    [[ ! $1 =~ e2e ]] || step "Pages" spa build_spa
    [[ ! $1 =~ e2e ]] || step "Browser's packages" e2e-build testing_npm_e2e
    [[ ! $1 =~ tus ]] || step "Upload client and oracle" tus-build testing_npm_tus
    if [[ $1 =~ (sql|api|tus|faults|e2e) ]]; then
        step "Secrets" test-secrets secrets_make
        # What was committed must outlive PostgreSQL's processes, which the faults suite kills.
        step "PostgreSQL" test-postgres pg_start fsync=off full_page_writes=off
        step "Database template" test-database testing_template
    fi
    [[ ! $1 =~ api ]] || step "Apache::Test" apache-test testing_apache_test
    [[ ! $1 =~ (api|tus|faults|e2e) ]] || step "Sandbox" test-sandbox sandbox_start
}

testing_npm_web() {
    note "unchanged"
    npm_install web
}

testing_npm_tus() {
    note "unchanged"
    npm_install t/tus
}

testing_npm_e2e() {
    note "none of its own"
    [ ! -f "$STATE/src/t/e2e/package-lock.json" ] || npm_install t/e2e
}

# A migrated and seeded database that each suite gets a fresh copy of.
testing_template() {
    local database name
    for database in $(pg_sql postgres postgres -c "SELECT datname FROM pg_database WHERE datname LIKE 'peertest%'"); do
        pg_sql postgres postgres -c "DROP DATABASE $database WITH (FORCE)"
    done
    pg_sql postgres postgres -f "$CTL/roles.sql"
    pg_create_database peertest_template
    pg_migrate peertest_template
    for name in "${SEEDS_ALWAYS[@]}"; do
        [ ! -f "$ROOT/sql/seed/$name.sql" ] \
            || pg_sql peertest_owner peertest_template -1 -f "$ROOT/sql/seed/$name.sql"
    done
    note "made"
}

# Apache::Test comes with mod_perl. Installing that package would switch mod_perl on
# in a system's own httpd, so only its Perl files are taken, into the state folder.
testing_apache_test() {
    if perl "-I$STATE/perl5" -MApache::TestRun -e 1 2>/dev/null; then
        note "here"
        return
    fi
    rm -rf "$STATE/perl5" "$STATE/perl5.deb"
    mkdir -p "$STATE/perl5.deb"
    (cd "$STATE/perl5.deb" && apt-get download libapache2-mod-perl2 && dpkg-deb -x ./*.deb .)
    mv "$STATE"/perl5.deb/usr/lib/*/perl5/* "$STATE/perl5"
    rm -rf "$STATE/perl5.deb"
    perl "-I$STATE/perl5" -MApache::TestRun -e 1
    note "unpacked"
}

# testing_suite GROUP NAME: NAME is the group itself or one of its files.
testing_suite() {
    local group=$1 status=0
    case $group in
        sql) testing_database sql && pg_sql postgres peertest_sql -c "CREATE EXTENSION IF NOT EXISTS pgtap" ;;
        api) testing_database api && testing_httpd start ;;
        faults) testing_database faults && testing_site "$STATE/src/t/faults/httpd.conf" ;;
        tus) testing_database tus && testing_site "$STATE/src/t/tus/httpd.conf" ;;
        e2e) testing_database e2e && testing_site ;;
    esac >"$LOGS/test-$group.log" 2>&1 || {
        testing_failed "$group"
        return 1
    }
    [ "$group" != faults ] || testing_seed
    [ "$group" != sanitized ] || local BUILD=$SANITIZED
    testing_count "$group" "$2" || status=1
    case $group in
        api) testing_httpd stop >>"$LOGS/test-api.log" 2>&1 && testing_log "$STATE/src/t/logs/error_log" || status=1 ;;
        faults) httpd_stop && testing_log "$W/logs/error.log" "log of faults" || status=1 ;;
        tus | e2e) httpd_stop && testing_log "$W/logs/error.log" || status=1 ;;
    esac
    return "$status"
}

# The chances that the fault tests take, said so that they can be taken again.
testing_seed() {
    [[ ${PEERTEST_SEED:-} =~ ^[0-9]+$ ]] || PEERTEST_SEED=$((RANDOM * 32768 + RANDOM))
    export PEERTEST_SEED
    printf '\nPEERTEST_SEED=%s\n' "$PEERTEST_SEED"
}

# testing_count GROUP NAME: its figures go into the results, also when counting itself dies.
testing_count() {
    testing_env "$1" "$ROOT/tools/run-suites" --artefacts "$ARTEFACTS" --results "$W/results" "$2" || {
        [ $? -eq 1 ] || testing_lost "$2" "tools/run-suites died"
        return 1
    }
}

testing_lost() { printf '  %s: %s\n0 passed, 1 failed, 0 skipped\n' "$1" "$2" >>"$W/results"; }

# testing_log FILE [JUDGE]: what the server wrote while the suite ran, after it has stopped.
testing_log() {
    PEERTEST_ERROR_LOG=$1 testing_count api "${2:-error log}"
}

# A suite whose server does not come up has failed as a whole.
testing_failed() {
    printf '\n%s\n      its server or database did not start; the end of %s:\n' "$1" "$LOGS/test-$1.log"
    tail -n 25 "$LOGS/test-$1.log" | sed 's/^/      /'
    testing_lost "$1" "its server or database did not start"
}

testing_database() {
    local database
    database=$(testing_database_of "$1")
    pg_sql postgres postgres -c "DROP DATABASE IF EXISTS $database WITH (FORCE)" \
        -c "CREATE DATABASE $database OWNER peertest_owner TEMPLATE peertest_template"
}

# The site that "up" would start knows one name alone.
testing_database_of() { case $1 in tus | faults | e2e) say peertest ;; *) say "peertest_$1" ;; esac; }

# testing_env GROUP COMMAND...
testing_env() {
    local database
    database=$(testing_database_of "$1")
    shift
    env PGHOST="$W/run" PGUSER=peertest_owner PGDATABASE="$database" \
        PEERTEST_DB="$(pg_conninfo peertest_app "$database")" \
        PEERTEST_SRC="$STATE/src" PEERTEST_BUILD="$BUILD" PEERTEST_WORLD="$W" \
        PEERTEST_PORT="$PORT" PEERTEST_URL="http://localhost:$PORT" \
        PEERTEST_SANDBOX_URL="http://127.0.0.1:$SANDBOX_PORT" PEERTEST_SMTP_PORT="$SMTP_PORT" \
        PEERTEST_ARTEFACTS="$ARTEFACTS" PEERTEST_HTTPD="$HTTPD" PEERTEST_PG_BIN="$PG_BIN" PEERTEST_UNDER="${UNDER[*]}" PERL5LIB="$STATE/perl5" \
        "$@"
}

# The server of the api suite is Apache::Test's, from our own base file and t/conf.
testing_httpd() {
    local base=$W/conf/test-base.conf
    mkdir -p "$W"/{cache,htdocs}
    install -d -m 700 "$W/files"
    {
        httpd_render "$STATE/src/conf/modules.conf.in"
        echo "LoadModule peertest_module $BUILD/.libs/mod_peertest.so"
    } >"$base"
    case $1 in
        start) rm -f "$STATE/src/t/logs/error_log" && (cd "$STATE/src" && testing_env api perl -It/lib t/TEST -start-httpd \
            -httpd_conf "$base" -httpd "$HTTPD" -apxs "$(command -v apxs)" -port "$PORT") ;;
        stop) (cd "$STATE/src" && testing_env api perl -It/lib t/TEST -stop-httpd) ;;
    esac
}

# The server of the suites tus, faults and e2e is the one that "up" would start.
# testing_site [FILE]: with more directives, included last.
testing_site() {
    rm -f "$W/logs/error.log"
    mkdir -p "$STATE/src/web/dist"
    httpd_install
    [ -z "${1:-}" ] || cat "$1" >>"$W/conf/extra.conf"
    rm -f "$W/restart-httpd"
    httpd_start
    httpd_wait_ready
}

testing_stop() {
    W=$STATE/test
    [ -d "$W/run" ] || return 0
    [ ! -f "$STATE/src/t/logs/httpd.pid" ] || testing_httpd stop >>"$LOGS/test-api.log" 2>&1 || true
    httpd_stop
    sandbox_stop
    pg_stop
}

# How many lines of the module the tests have run (gcov), and of the pages (vitest); by file,
# the worst first, in coverage.txt of the artefacts.
testing_coverage() {
    local lines
    lines=$(find "$BUILD" -name '*.gcda' -exec gcov -n {} + 2>/dev/null \
        | awk -v top="mod_peertest/" -v list="sort -n >'$ARTEFACTS/coverage.txt'" '
            /^File / { file = substr($0, index($0, top)); ours = index($0, top) && !index($0, "queries.c") && /\.c/; next }
            ours && /^Lines executed:/ {
                split($2, part, /[:%]/); ran += part[2] * $4 / 100; all += $4; ours = 0
                printf "%6.2f %% of %4d lines  %s\n", part[2], $4, substr(file, 1, length(file) - 1) | list
            }
            END { if (all) printf "%.1f %% of %d lines", 100 * ran / all, all }')
    [ -z "$lines" ] || say "Coverage, module: $lines"
    lines=$(sed -nE 's/^Lines +: +//p' "$ARTEFACTS/web-vitest.tap" 2>/dev/null || true)
    [ -z "$lines" ] || say "Coverage, pages: $lines"
}

# The figures of all suites, and the one line that machines read.
testing_sum() {
    testing_coverage
    awk '/^  / { bad[++n] = $0 }
         /^[0-9]/ { p += $1; f += $3; s += $5 }
         END {
             if (n) print "\nFailed:"
             for (i = 1; i <= n; i++) print bad[i]
             printf "\n%d passed, %d failed, %d skipped\n", p, f, s
         }' "$W/results"
}
