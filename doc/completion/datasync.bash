# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The DataSync authors
# Bash completion of datasync.

_datasync() {
    local current=${COMP_WORDS[COMP_CWORD]}
    local previous=${COMP_WORDS[COMP_CWORD - 1]}
    local command=${COMP_WORDS[1]}
    COMPREPLY=()

    local suffix
    local source='' destination=''
    for suffix in host port socket name user pass prefix ssl-ca ssl-cert ssl-key ssl-mode time-zone; do
        source+=" --db-$suffix"
        destination+=" --dest-$suffix"
    done
    local connections="$destination --env-file --defaults-file --shop-root --connect-timeout
        --read-timeout --write-timeout --lock-wait-timeout --format --log-file --log-sql
        --log-sql-data --help"
    local writing="$source $connections --dry-run --no-create-attributes --map-store --map-website
        --increment-prefix --increment-suffix --limit --batch-size --jobs --max-runtime
        --no-load-data --stock --options-mode --image-base-path --image-base-url --media-path
        --force-image-import --rejects --wait-lock --lock-dir --quiet --verbose -l -q -v -vv -h"
    local file='--file --delimiter --encoding --ignore-unknown-columns -f'
    local sync="$writing $file --auto-link-configurables --adapter --on-duplicate --detailed-exitcode --skip-invalid --date-from
        --date-to --entity-ids --increment-ids -a -d"
    local incremental="$writing --entity --mark-synced --source --on-delete --max-delete --no-lock
        --pull-dependencies --no-pull-dependencies -e"
    local monitoring='--metrics-file --on-finish --on-finish-timeout'
    local watch="${incremental/--limit/} --interval $monitoring"
    watch=${watch/--dry-run/}
    incremental+=" $monitoring"
    local entities='attribute_set cart_price_rule category cms_block cms_page creditmemo customer
        customer_group invoice newsletter order product productattribute review shipment stock
        url_redirect'

    local tracker="$source --env-file --defaults-file --connect-timeout --read-timeout
        --write-timeout --lock-wait-timeout --mode --dry-run --no-echo --keep-table --force
        --format --log-file --log-sql --log-sql-data --help -h"

    local export="$source --env-file --defaults-file --connect-timeout --read-timeout
        --write-timeout --lock-wait-timeout --output --force --with-ids --delimiter --limit --date-from
        --date-to --entity-ids --increment-ids --log-file --log-sql --log-sql-data --quiet --verbose
        --help -o -l -q -v -h"

    if ((COMP_CWORD == 1)); then
        COMPREPLY=($(compgen -W 'sync incremental watch lint export status tracker help --help --version' -- "$current"))
        return
    fi
    case $previous in
        -a | --adapter) COMPREPLY=($(compgen -W 'csv openmage' -- "$current")); return ;;
        -d | --on-duplicate)
            COMPREPLY=($(compgen -W 'error skip update merge' -- "$current")); return ;;
        -e | --entity) COMPREPLY=($(compgen -W "$entities" -- "$current")); return ;;
        --on-delete) COMPREPLY=($(compgen -W 'hard soft ignore' -- "$current")); return ;;
        --stock) COMPREPLY=($(compgen -W 'include exclude only' -- "$current")); return ;;
        --options-mode) COMPREPLY=($(compgen -W 'replace merge append' -- "$current")); return ;;
        --mode) COMPREPLY=($(compgen -W 'triggers' -- "$current")); return ;;
        --encoding) COMPREPLY=($(compgen -W 'utf-8 latin1 windows-1252' -- "$current")); return ;;
        --format) COMPREPLY=($(compgen -W 'text json' -- "$current")); return ;;
        --db-ssl-mode | --dest-ssl-mode)
            COMPREPLY=($(compgen -W 'disabled preferred required verify_ca verify_identity' \
                -- "$current"))
            return ;;
        -f | --file | -o | --output | --env-file | --defaults-file | --log-file | --metrics-file | --rejects | --*-socket | --*-ssl-ca | \
            --*-ssl-cert | --*-ssl-key)
            COMPREPLY=($(compgen -f -- "$current")); return ;;
        --lock-dir | --shop-root | --image-base-path | --media-path)
            COMPREPLY=($(compgen -d -- "$current")); return ;;
    esac
    case $command in
        help) COMPREPLY=($(compgen -W 'sync incremental watch lint export status tracker' -- "$current")) ;;
        sync | datasync:sync)
            if [[ $current == -* ]]; then
                COMPREPLY=($(compgen -W "$sync" -- "$current"))
            elif ((COMP_CWORD == 2)); then
                COMPREPLY=($(compgen -W "$entities" -- "$current"))
            fi ;;
        incremental | datasync:incremental)
            COMPREPLY=($(compgen -W "$incremental" -- "$current")) ;;
        watch | datasync:watch)
            COMPREPLY=($(compgen -W "${watch/ -l / }" -- "$current")) ;;
        tracker | datasync:tracker)
            if [[ $current == -* ]]; then
                COMPREPLY=($(compgen -W "$tracker" -- "$current"))
            elif ((COMP_CWORD == 2)); then
                COMPREPLY=($(compgen -W 'install status uninstall' -- "$current"))
            fi ;;
        lint | datasync:lint)
            if [[ $current == -* ]]; then
                COMPREPLY=($(compgen -W "$file --format --help -h" -- "$current"))
            elif ((COMP_CWORD == 2)); then
                COMPREPLY=($(compgen -W "$entities" -- "$current"))
            fi ;;
        export | datasync:export)
            if [[ $current == -* ]]; then
                COMPREPLY=($(compgen -W "$export" -- "$current"))
            elif ((COMP_CWORD == 2)); then
                COMPREPLY=($(compgen -W "$entities" -- "$current"))
            fi ;;
        status | datasync:status)
            COMPREPLY=($(compgen -W "$connections -h" -- "$current")) ;;
    esac
}

complete -F _datasync datasync
