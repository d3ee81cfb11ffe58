# SPDX-License-Identifier: Apache-2.0
# sandbox.sh - the stand-ins for Stripe and mail.
# shellcheck shell=bash

sandbox_start() {
    local main=$STATE/src/sandbox/src/main.mjs version
    advise "Look into $W/logs/sandbox.log. Is another program on port $SANDBOX_PORT or $SMTP_PORT?"
    version=$(fingerprint "$STATE/src/sandbox")
    if is_alive sandbox "$main"; then
        if [ "$(cat "$W/run/sandbox.version")" = "$version" ]; then
            note "running, unchanged"
            return
        fi
        stop_process sandbox "$main"
    fi
    need_port "$SANDBOX_PORT"
    need_port "$SMTP_PORT"
    env SANDBOX_PORT="$SANDBOX_PORT" SANDBOX_SMTP_PORT="$SMTP_PORT" SANDBOX_STATE="$W/sandbox.json" \
        SANDBOX_PUBLIC_URL="http://localhost:$SANDBOX_PORT" \
        SANDBOX_WEBHOOK_URL="http://127.0.0.1:$PORT/api/v1/webhooks/stripe" \
        SANDBOX_WEBHOOK_SECRET_FILE="$W/secrets/stripe-webhook.key" \
        setsid node "$main" >>"$W/logs/sandbox.log" 2>&1 9>&- &
    printf '%s\n' $! >"$W/run/sandbox.pid"
    printf '%s\n' "$version" >"$W/run/sandbox.version"
    wait_until 20 sandbox_is_ready || { tail -n 15 "$W/logs/sandbox.log"; return 1; }
    did "started"
}

sandbox_is_ready() { curl -fsS -m 5 -o /dev/null "http://127.0.0.1:$SANDBOX_PORT/"; }

sandbox_stop() { stop_process sandbox "$STATE/src/sandbox/src/main.mjs"; }

sandbox_leave_out() {
    sandbox_stop
    note "left out (PEERTEST_SANDBOX=off)"
}
