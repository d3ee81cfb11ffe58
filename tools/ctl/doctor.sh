# SPDX-License-Identifier: Apache-2.0
# doctor.sh - looks at a site from outside and says what to mend.
# shellcheck shell=bash

DISK_NEEDED_KB=1048576
CLOCK_LEEWAY=30
CERTIFICATE_LEEWAY=$((14 * 86400))

# doctor_run HTTPD_CONF CONNINFO SECRETS SITE_CONF...: later files override earlier ones.
doctor_run() {
    local httpd_conf=$1 database=$2 secrets=$3
    shift 3
    SITE_CONFS=("$@")
    ILL=0
    doctor_configuration "$httpd_conf"
    doctor_database "$database"
    doctor_secrets "$secrets"
    doctor_provider "payments" "$(directive PeerTestStripeBaseUrl https://api.stripe.com)"
    doctor_provider "mail" "$(directive PeerTestMailUrl '')"
    doctor_storage
    doctor_clock "$(directive PeerTestStripeBaseUrl https://api.stripe.com)"
    doctor_media "$(directive PeerTestMediaProgram "${LIBEXEC:-$ROOT}/peertest-media")"
    doctor_disk "$secrets"
    doctor_site "$(directive PeerTestPublicUrl '')"
    [ "$ILL" -eq 0 ] || die "$ILL of these want mending."
    say "All is well."
}

well() { printf '  ok    %s\n' "$1"; }

# ill WHAT ADVICE
ill() {
    ILL=$((ILL + 1))
    printf '  MEND  %s\n        %s\n' "$1" "$2"
}

# directive NAME DEFAULT: its last value in the site's files.
directive() {
    local value
    value=$(cat "${SITE_CONFS[@]}" 2>/dev/null \
        | sed -nE "s/^[[:space:]]*$1[[:space:]]+\"?([^\"]*[^\"[:space:]])\"?[[:space:]]*\$/\1/Ip" | tail -n 1)
    say "${value:-$2}"
}

doctor_configuration() {
    local said
    if said=$("$HTTPD" -t -f "$1" 2>&1); then
        well "httpd accepts the configuration"
    else
        ill "httpd refuses the configuration: $(grep -v 'Syntax OK' <<<"$said" | tail -n 1)" "Correct that line and run: $HTTPD -t"
    fi
}

doctor_database() {
    local said
    if ! said=$(PGCONNECT_TIMEOUT=5 psql -XqAtc 'SELECT 1' "$1" 2>&1); then
        ill "the database does not answer: $(tail -n 1 <<<"$said")" "Is PostgreSQL running, and is the connection string right?"
        return
    fi
    well "the database answers"
    if said=$(DATABASE_URL=$1 "$ROOT/tools/migrate" verify 2>&1); then
        well "$said"
    else
        ill "the schema is not of this version: $(tail -n 1 <<<"$said")" "Run: peertestctl migrate"
    fi
}

doctor_secrets() {
    local file mode
    for file in "$1"/*; do
        [ -f "$file" ] || {
            ill "there are no secrets in $1" "Make them as README.md says."
            return
        }
        mode=$(stat -c %a "$file")
        if [ "${mode: -2}" = 00 ]; then
            well "${file##*/} is closed to others"
        else
            ill "${file##*/} has mode $mode: others may read it" "Run: chmod 600 $file"
        fi
    done
}

# doctor_provider NAME URL: does something listen there?
doctor_provider() {
    local name=$1 url=$2 scheme host port
    if [[ ! $url =~ ^([a-z+]+)://(\[[0-9a-fA-F:]+\]|[^/:]+)(:([0-9]+))? ]]; then
        ill "$name: there is no address" "Set the directive (docs/directives.md)."
        return
    fi
    scheme=${BASH_REMATCH[1]} host=${BASH_REMATCH[2]} port=${BASH_REMATCH[4]}
    case $scheme in
        *https) port=${port:-443} ;;
        smtps) port=${port:-465} ;;
        smtp) port=${port:-25} ;;
        *) port=${port:-80} ;;
    esac
    # shellcheck disable=SC2016
    if timeout 5 bash -c 'exec 3<>"/dev/tcp/$1/$2"' - "${host//[][]/}" "$port" 2>/dev/null; then
        well "$name: $host:$port answers"
    else
        ill "$name: nothing answers at $host:$port" "Check the address, the firewall and the service there."
    fi
}

# Where files are: a folder with room of its own, or a bucket that answers.
doctor_storage() {
    local folder
    if [ "$(directive PeerTestStorage folder)" = s3 ]; then
        doctor_provider "files" "$(directive PeerTestS3Url '')"
        return
    fi
    folder=$(directive PeerTestStorageFolder '')
    if [ ! -d "$folder" ]; then
        ill "files: there is no folder ${folder:-for them}" "Make it: install -d -o www-data -m 700 /var/lib/peertest/files, and name it in PeerTestStorageFolder."
    elif [ "$(stat -c %a "$folder")" != 700 ]; then
        ill "files: $folder is open to others" "Run: chmod 700 $folder"
    else
        well "files: $folder is there, closed to others"
        doctor_disk "$folder"
    fi
}

# Tokens and webhook signatures need a right clock; a provider's answer carries the time.
doctor_clock() {
    local theirs off
    theirs=$(curl -sSI -m 5 "$1" 2>/dev/null | tr -d '\r' | sed -nE 's/^date: //Ip')
    if [ -z "$theirs" ]; then
        ill "the clock cannot be compared: $1 tells no time" "Check with: timedatectl"
        return
    fi
    off=$(($(date +%s) - $(date -d "$theirs" +%s)))
    if [ ${off#-} -le $CLOCK_LEEWAY ]; then
        well "the clock agrees with the payment provider's"
    else
        ill "the clock is $off s off the payment provider's" "Let it be set: timedatectl set-ntp true"
    fi
}

# doctor_media PROGRAM: it says itself what it lacks.
doctor_media() {
    local said
    if said=$("$1" check 2>&1); then
        well "pictures and recordings can be worked on"
    else
        ill "pictures and recordings: $(grep NO <<<"$said" || tail -n 1 <<<"$said")" \
            "Install ffmpeg and libvips (docs/MEDIA.md), or correct PeerTestMediaProgram."
    fi
}

doctor_disk() {
    local free
    free=$(df -kP "$1" | awk 'NR == 2 { print $4 }')
    if [ "$free" -ge $DISK_NEEDED_KB ]; then
        well "$((free / 1024)) MB of disk are free"
    else
        ill "only $((free / 1024)) MB of disk are free" "Make room on the file system of $1."
    fi
}

# doctor_site PUBLIC_URL: the certificate, and the site's own word.
doctor_site() {
    local url=$1 said
    if [[ $url == https://* ]]; then
        doctor_certificate "${url#https://}"
    else
        well "no certificate is needed for $url"
    fi
    if said=$(curl -sS --fail-with-body -m 10 "$url/api/v1/ready" 2>&1); then
        well "the site says that it is ready"
    else
        ill "the site does not say that it is ready: $(head -c 300 <<<"$said")" "Is httpd running? Its error log says more."
    fi
}

doctor_certificate() {
    local host=${1%%/*} port=443
    [[ $host != *:* ]] || { port=${host##*:} host=${host%%:*}; }
    if timeout 10 openssl s_client -connect "$host:$port" -servername "$host" -verify_return_error </dev/null 2>/dev/null \
        | openssl x509 -noout -checkend $CERTIFICATE_LEEWAY >/dev/null 2>&1; then
        well "the certificate of $host is valid for two weeks at least"
    else
        ill "the certificate of $host is missing, wrong or about to end" "Look for mod_md in httpd's error log."
    fi
}
