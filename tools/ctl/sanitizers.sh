# SPDX-License-Identifier: Apache-2.0
# sanitizers.sh - tests that are watched for wrong use of memory and threads: always the
# unit programs and the fuzz corpora, and everything by
#   PEERTEST_SANITIZERS=address,undefined|thread|valgrind ./peertestctl test ...
# What is found ends the program, or stands in the error log, and the run fails.
# shellcheck shell=bash

SANITIZED=$STATE/build-sanitized
# Leaks of libraries that httpd unloads are not ours; valgrind tells them apart. A thread that
# ends by apr_thread_exit leaves marks on its stack: no stack beside it.
SANITIZER_OPTIONS=abort_on_error=1:detect_leaks=0:use_sigaltstack=0
# What valgrind does not know of libraries that end without tidying up is not our code.
VALGRIND=(valgrind --quiet --num-callers=20 --leak-check=full --show-leak-kinds=definite
    --errors-for-leak-kinds=definite --fullpath-after="$STATE/src/")

# sanitizers_units: without the module, which takes longer than all of them.
sanitizers_units() {
    build_configure "$SANITIZED" --enable-werror --enable-sanitizers=address,undefined CFLAGS="-g -O1"
    make -C "$SANITIZED" -j"$(nproc)" unit-programs
}

# sanitizers_choose: sets BUILD_FOR_TESTS and UNDER, and BUILD and HTTPD when the run is watched.
sanitizers_choose() {
    local list=${PEERTEST_SANITIZERS:-}
    BUILD_FOR_TESTS=(--enable-coverage)
    UNDER=()
    [ -n "$list" ] || return 0
    BUILD=$STATE/build-${list//,/-}
    BUILD_FOR_TESTS=(CFLAGS="-g -O1")
    if [ "$list" = valgrind ]; then
        have valgrind || die "valgrind is not installed." "On Debian: apt-get install --no-install-recommends valgrind"
        UNDER=("${VALGRIND[@]}" --error-exitcode=1)
    else
        BUILD_FOR_TESTS+=("--enable-sanitizers=$list")
    fi
    sanitizers_httpd "$list" >"$W/httpd"
    chmod 755 "$W/httpd"
    HTTPD=$W/httpd
}

# httpd itself is not built so: the runtime is loaded before it. It keeps the name of this
# program, by which its processes are found.
sanitizers_httpd() {
    local runtime
    case $1 in
        *address*) runtime=asan ;;
        thread) runtime=tsan ;;
        valgrind)
            printf '#!/bin/sh\nexec %s %s "$@"\n' "${VALGRIND[*]}" "$HTTPD"
            return
            ;;
        *) die "PEERTEST_SANITIZERS is address,undefined or thread or valgrind, not \"$1\"." ;;
    esac
    printf '#!/usr/bin/env bash\nexport LD_PRELOAD=%s\n' "$(gcc -print-file-name="lib$runtime.so")"
    printf 'export ASAN_OPTIONS=%s TSAN_OPTIONS=%s:ignore_noninstrumented_modules=1 UBSAN_OPTIONS=%s:print_stacktrace=1\n' \
        "$SANITIZER_OPTIONS" "$SANITIZER_OPTIONS" "$SANITIZER_OPTIONS"
    # shellcheck disable=SC2016  # for the program that is written
    printf 'exec -a "$0" %s "$@"\n' "$HTTPD"
}
