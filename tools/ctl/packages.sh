# SPDX-License-Identifier: Apache-2.0
# packages.sh - the Debian packages that are needed, and how they are asked for.
# shellcheck shell=bash

PG_MAJOR=15

# apache2-bin is httpd without the system's site; postgresql-NN without a cluster
# (see apt-install) starts nothing.
RUN_PACKAGES=(ca-certificates curl openssl
    autoconf automake gcc libc6-dev libtool make perl pkg-config
    apache2-bin apache2-dev libaprutil1-dbd-pgsql
    libcrypt-dev libcurl4-openssl-dev libjansson-dev libmagic-dev liboath-dev libpango1.0-dev libpq-dev libssl-dev
    libvips-dev
    ffmpeg fonts-noto-core
    "postgresql-$PG_MAJOR" "postgresql-client-$PG_MAJOR")

TEST_PACKAGES=(chromium clang-format-14 libjson-validator-perl libwww-perl poppler-utils shellcheck "postgresql-$PG_MAJOR-pgtap")

# packages_install PACKAGE...: only what is missing, so that a second run needs no network.
packages_install() {
    local wanted=("$@") missing=()
    node_is_new_enough || wanted+=(nodejs npm)
    mapfile -t missing < <(packages_missing "${wanted[@]}")
    if [ ${#missing[@]} -eq 0 ]; then
        step "Packages" packages note "all here"
        return
    fi
    have apt-get || die "these packages are missing, and there is no apt-get: ${missing[*]}"
    if [ "$EUID" -eq 0 ]; then
        step "Packages (${#missing[@]})" packages "$CTL/apt-install" "${missing[@]}"
    elif have sudo; then
        say "  ${#missing[@]} Debian packages are missing; sudo will install them:"
        say "    ${missing[*]}"
        step "Packages (${#missing[@]})" packages sudo "$CTL/apt-install" "${missing[@]}"
    else
        die "these Debian packages are missing, and there is no sudo:" \
            "  ${missing[*]}
Ask an administrator to run: $CTL/apt-install ${missing[*]}"
    fi
    touch "$LOGS/changed"
}

packages_missing() {
    local here package
    here=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p')
    for package in "$@"; do
        grep -qx -- "$package" <<<"$here" || say "$package"
    done
}

# The SPA's tools need Node 20.19, or 22.12 and later; bare Debian 12 has 18.
node_is_new_enough() {
    [ "${PEERTEST_NODE:-}" != private ] && have node && have npm && node -e '
        const [major, minor] = process.versions.node.split(".").map(Number);
        process.exit(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19) ? 0 : 1);'
}
