# SPDX-License-Identifier: Apache-2.0
# build.sh - the module by autotools, the SPA by npm; each only when its sources changed.
# shellcheck shell=bash

# build_module FOLDER [CONFIGURE ARGUMENT...]: builds beside the sources, not among them.
build_module() {
    local dir=$1 before after
    before=$(build_result "$dir")
    build_configure "$@"
    make -C "$dir" -j"$(nproc)"
    after=$(build_result "$dir")
    if [ "$before" = "$after" ]; then note "unchanged"; else did "built"; fi
}

build_configure() {
    local dir=$1 recipe
    shift
    recipe="$(fingerprint "$STATE/src/configure.ac" "$STATE/src/Makefile.am") $*"
    if ! is_stamped "configure-${dir##*/}" "$recipe"; then
        rm -rf "$dir"
        mkdir -p "$dir"
        (cd "$STATE/src" && autoreconf -i)
        (cd "$dir" && "$STATE/src/configure" "$@")
        stamp "configure-${dir##*/}" "$recipe"
    fi
}

build_result() { { cat "$1/.libs/mod_peertest.so" "$1/peertest-hash" "$1/peertest-media" 2>/dev/null || true; } | sha256sum; }

# build_spa: web/dist, when something in web/ changed.
build_spa() {
    local input
    npm_install web
    input=$(fingerprint "$STATE/src/web")$(node --version)
    if is_stamped spa "$input"; then
        note "unchanged"
        return
    fi
    (cd "$STATE/src/web" && npm run build)
    stamp spa "$input"
    did "built"
}

build_sandbox() {
    note "unchanged"
    npm_install sandbox
}

# put FILE TARGET: installs by rename, because httpd may have the old one mapped.
put() {
    if ! cmp -s "$1" "$2"; then
        cp "$1" "$2.new"
        mv "$2.new" "$2"
        touch "$W/restart-httpd" "$LOGS/changed"
    fi
}
