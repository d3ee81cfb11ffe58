# SPDX-License-Identifier: Apache-2.0
# verify-ledger.sh - compares our book with the payment provider's and verifies the hash
# chain, in a checkout and on an installed site. httpd's workers do the comparing; this asks
# for it, waits and prints. It repairs nothing.
# shellcheck shell=bash

# ledger_verify CONNINFO [--since INSTANT] [--wait SECONDS]: status 1 when something differs,
# 2 when it could not be found out.
ledger_verify() {
    local database=$1 since='' patience=600 run state taken
    shift
    while [ $# -ge 2 ]; do
        case $1 in
            --since) since=$2 ;;
            --wait) patience=$2 ;;
            *) ledger_unknown "verify-ledger does not know $1." ;;
        esac
        shift 2
    done
    [ $# -eq 0 ] || ledger_unknown "verify-ledger takes --since INSTANT and --wait SECONDS."
    [[ $patience =~ ^[0-9]+$ ]] || ledger_unknown "--wait needs a number of seconds."
    patience=$((SECONDS + patience))

    run=$(ledger_request "$since" "$patience") || exit 2
    taken=$((SECONDS + 20))
    until state=$(ledger_ask "SELECT state FROM reconciliation WHERE id = :'run' AND state IN ('done', 'failed')") \
        && [ -n "$state" ]; do
        [ $SECONDS -lt $patience ] || ledger_unknown "$(ledger_why_not)"
        [ $SECONDS -lt $taken ] || ledger_has_begun || ledger_unknown "$(ledger_why_not)"
        sleep 0.5
    done
    [ "$state" = "done" ] || ledger_unknown "$(ledger_why_not)"
    ledger_report
}

ledger_unknown() {
    printf 'peertestctl: %s\n' "$1" >&2
    exit 2
}

# Statements of the functions below may name :'run' and :'since'.
ledger_psql() { psql -X -v ON_ERROR_STOP=1 -v "run=${run:-}" -v "since=${since:-}" "$@" "$database"; }
ledger_ask() { ledger_psql -qAt <<<"$1"; }

# Another one may be under way: there is one at a time.
ledger_request() {
    local since=$1 patience=$2 said
    until said=$(ledger_ask "SELECT id FROM api.reconciliation_request(nullif(:'since', '')::timestamptz, NULL)" 2>&1); do
        [[ $said == *reconciliation_one_at_a_time* ]] || ledger_unknown "$said"
        [ $SECONDS -lt "$patience" ] || ledger_unknown "another comparison has not ended yet."
        sleep 0.5
    done
    printf '%s\n' "$said"
}

# Has a worker taken it up, and be it in vain?
ledger_has_begun() {
    [ "$(ledger_ask "SELECT r.started_at IS NOT NULL OR EXISTS (SELECT FROM queue_job j WHERE j.payload ->> 'reconciliation_id' = r.id::text AND j.attempts > 0)
                       FROM reconciliation r WHERE r.id = :'run'")" = t ]
}

ledger_why_not() {
    ledger_ask "SELECT concat_ws(' ', 'the comparison has not come to its end. It is', r.state || coalesce(', at the list ' || r.reading, '') || '.',
                       coalesce('The last try said: ' || j.last_error || '.', 'Is httpd running? Its workers do it.'))
                  FROM reconciliation r
                  LEFT JOIN queue_job j ON j.payload ->> 'reconciliation_id' = r.id::text AND j.last_error IS NOT NULL
                 WHERE r.id = :'run' ORDER BY j.id DESC LIMIT 1"
}

ledger_report() {
    local differences
    differences=$(ledger_ask "SELECT differences FROM reconciliation WHERE id = :'run'")
    if [ "$differences" -gt 0 ]; then
        say "The books differ in $differences places:"
        ledger_psql -q -P footer=off -P null=- <<'SQL'
SELECT kind, what, coalesce(provider_id, '-') AS "their id", coalesce(our_id, '-') AS "our id",
       coalesce(ours, '-') AS ours, coalesce(theirs, '-') AS theirs, coalesce(currency, '-') AS currency
  FROM reconciliation_difference WHERE reconciliation_id = :'run' ORDER BY id;
SQL
    else
        say "The books agree with the provider's."
    fi
    ledger_ask "SELECT format(E'Read: %s charges, %s transfers, %s refunds, %s chargebacks; %s objects of other sites.\n%s\nThe chain''s last link: %s',
                       c ->> 'charge', c ->> 'transfer', c ->> 'refund', c ->> 'chargeback', c ->> 'foreign',
                       CASE c ->> 'balance' WHEN 'compared' THEN 'The balance was compared, too.'
                            WHEN 'part_of_the_book' THEN 'The balance was not compared: only a part of the book was read.'
                            WHEN 'shared_account' THEN 'The balance was not compared: the account serves other sites, too.'
                            ELSE 'The balance was not compared: money was on its way.' END,
                       coalesce(r.chain_number || ' ' || encode(r.chain_hash, 'hex'), 'none yet'))
                  FROM reconciliation r, LATERAL (SELECT api.reconciliation(r) -> 'counts' AS c) x WHERE r.id = :'run'"
    [ "$differences" -eq 0 ] || exit 1
}
