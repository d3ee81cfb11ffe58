# SPDX-License-Identifier: Apache-2.0
# node.sh - Node.js and npm: the system's when new enough, else the pinned ones
# of tools/ctl/node from the npm registry; and locked installations.
# shellcheck shell=bash

node_prepare() {
    if node_is_new_enough; then
        note "the system's, $(node --version)"
        return
    fi
    local lock
    lock=$(fingerprint "$CTL/node")
    if is_stamped node "$lock" && [ -x "$STATE/node/bin/node" ]; then
        note "$("$STATE/node/bin/node" --version), unchanged"
        return
    fi
    advise "Node.js comes from the npm registry: is https://registry.npmjs.org reachable from here?"
    rm -rf "$STATE/node"
    mkdir -p "$STATE/node/bin"
    cp "$CTL"/node/package*.json "$STATE/node/"
    (cd "$STATE/node" && npm ci --no-audit --no-fund)
    ln -s "$STATE"/node/node_modules/node-linux-*/bin/node "$STATE"/node/node_modules/.bin/np[mx] "$STATE/node/bin/"
    "$STATE/node/bin/npm" --version
    stamp node "$lock"
    did "$("$STATE/node/bin/node" --version) from the npm registry"
}

# node_path: what PATH begins with from now on.
node_path() {
    # npm knows only its own list of authorities; Debian's may hold a company's.
    export NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt npm_config_update_notifier=false
    node_is_new_enough || PATH=$STATE/node/bin:$PATH
}

# npm_install FOLDER: "npm ci", only when its lock has changed. Sourced steps only.
npm_install() {
    local folder=$1 lock
    lock=$(fingerprint "$STATE/src/$folder/package-lock.json")$(node --version)
    ! is_stamped "npm-${folder//\//-}" "$lock" || return 0
    advise "Packages come from the npm registry: is https://registry.npmjs.org reachable from here?"
    (cd "$STATE/src/$folder" && npm ci --no-audit --no-fund)
    stamp "npm-${folder//\//-}" "$lock"
    did "packages installed"
}
