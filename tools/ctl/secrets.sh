# SPDX-License-Identifier: Apache-2.0
# secrets.sh - keys of a world, made once, readable by its user only.
# shellcheck shell=bash

secrets_make() {
    if [ -f "$W/secrets/stripe-webhook.key" ]; then
        note "unchanged"
        return
    fi
    umask 077
    mkdir -p "$W/secrets"
    {
        secret_line access
        secret_line refresh
        secret_line pepper
    } >"$W/secrets/peertest.key"
    printf 'sk_test_sandbox_%s\n' "$(openssl rand -hex 24)" >"$W/secrets/stripe.key"
    # The last one: its presence says that all are there.
    printf 'whsec_%s\n' "$(openssl rand -hex 32)" >"$W/secrets/stripe-webhook.key"
    did "made"
}

secret_line() { printf '%s: %s\n' "$1" "$(openssl rand -base64 32)"; }
