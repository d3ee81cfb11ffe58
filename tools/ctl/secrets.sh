# SPDX-License-Identifier: Apache-2.0
# secrets.sh - keys of a world, made once, readable by its user only.
# shellcheck shell=bash

secrets_make() {
    if [ -f "$W/secrets/stripe-webhook.key" ]; then
        secrets_complete
        return
    fi
    umask 077
    mkdir -p "$W/secrets"
    {
        secret_line access
        secret_line refresh
        secret_line pepper
        secret_line field
    } >"$W/secrets/peertest.key"
    printf 'sk_test_sandbox_%s\n' "$(openssl rand -hex 24)" >"$W/secrets/stripe.key"
    # The last one: its presence says that all are there.
    printf 'whsec_%s\n' "$(openssl rand -hex 32)" >"$W/secrets/stripe-webhook.key"
    did "made"
}

# A state of before may lack a key that came later.
secrets_complete() {
    note "unchanged"
    grep -q '^field:' "$W/secrets/peertest.key" && return
    secret_line field >>"$W/secrets/peertest.key"
    did "key \"field\" added"
}

secret_line() { printf '%s: %s\n' "$1" "$(openssl rand -base64 32)"; }
