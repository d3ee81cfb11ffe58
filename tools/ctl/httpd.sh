# SPDX-License-Identifier: Apache-2.0
# httpd.sh - a private httpd per world, from conf/dev.conf.in.
# shellcheck shell=bash

HTTPD=$(command -v apache2 || command -v httpd || echo /usr/sbin/apache2)

# httpd_install: what httpd serves and loads, and its configuration.
httpd_install() {
    mkdir -p "$W"/{conf,cache,htdocs,modules}
    install -d -m 700 "$W/files"
    put "$BUILD/.libs/mod_peertest.so" "$W/modules/mod_peertest.so"
    put "$STATE/src/conf/site-common.conf" "$W/conf/site-common.conf"
    httpd_put dev.conf.in httpd.conf
    httpd_put modules.conf.in modules.conf
    if [ -f "$STATE/extra.conf" ]; then
        put "$STATE/extra.conf" "$W/conf/extra.conf"
    elif [ -f "$W/conf/extra.conf" ]; then
        rm "$W/conf/extra.conf"
        touch "$W/restart-httpd" "$LOGS/changed"
    fi
    # New files first and old ones kept: open tabs still ask for the assets they know.
    cp -r "$STATE/src/web/dist/." "$W/htdocs/"
    advise "The module or the configuration refuses to start; the lines above say why."
    "$HTTPD" -t -f "$W/conf/httpd.conf"
    if [ -f "$W/restart-httpd" ]; then note "installed"; else note "unchanged"; fi
}

# httpd_put TEMPLATE NAME
httpd_put() {
    httpd_render "$STATE/src/conf/$1" >"$W/conf/$2.wanted"
    put "$W/conf/$2.wanted" "$W/conf/$2"
    rm -f "$W/conf/$2.wanted"
}

httpd_render() {
    local ipv6='#'
    ! grep -q '^0\{31\}1 ' /proc/net/if_inet6 2>/dev/null || ipv6=
    sed -e "s|@WORLD@|$W|g" -e "s|@PORT@|$PORT|g" -e "s|@SANDBOX_PORT@|$SANDBOX_PORT|g" \
        -e "s|@SMTP_PORT@|$SMTP_PORT|g" -e "s|@ENVIRONMENT@|$ENVIRONMENT|g" -e "s|@IPV6@|$ipv6|g" \
        -e "s|@MODULES@|$(apxs -q LIBEXECDIR)|g" -e "s|@BUILD@|$BUILD|g" "$1"
}

httpd_is_running() { is_alive httpd "$W/conf/httpd.conf"; }

httpd_start() {
    advise "Look into $W/logs/error.log. Is another program on port $PORT? Then: PEERTEST_PORT=8090 ./peertestctl up"
    if ! httpd_is_running; then
        end_orphans "$HTTPD -f $W/conf/httpd.conf"
        need_port "$PORT"
        "$HTTPD" -f "$W/conf/httpd.conf" -k start 9>&-
        wait_until 20 httpd_is_running
        did "started"
    elif [ -f "$W/restart-httpd" ]; then
        "$HTTPD" -f "$W/conf/httpd.conf" -k graceful 9>&-
        did "restarted gracefully"
    else
        note "running, unchanged"
    fi
    rm -f "$W/restart-httpd"
}

httpd_stop() {
    stop_process httpd "$W/conf/httpd.conf"
    end_orphans "$HTTPD -f $W/conf/httpd.conf"
}

httpd_is_ready() { curl -fsS -m 5 -o /dev/null "http://127.0.0.1:$PORT/api/v1/ready"; }

httpd_wait_ready() {
    advise "curl http://localhost:$PORT/api/v1/ready says what is not ready; $W/logs/error.log says why."
    wait_until 60 httpd_is_ready || {
        curl -sS -m 5 "http://127.0.0.1:$PORT/api/v1/ready"
        tail -n 15 "$W/logs/error.log"
        return 1
    }
}
