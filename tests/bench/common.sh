# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The DataSync authors
# Read by the benchmarks: their server, their shops, and what is done with numbers. They have set `here`,
# `project`, `program` and what entities/*.sh says.

# Goes on inside a server of its own, with a program that has been built for speed.
enter_server() { # the benchmark and its words
    local packages=(time)
    command -v mariadb-dump >/dev/null || packages+=(mariadb-client)
    "$project/tests/support/install_packages.sh" "${packages[@]}"
    if [ -z "$program" ]; then
        (cd "$project" && cmake --preset release >/dev/null && cmake --build --preset release --target datasync)
        program=$project/build/release/datasync
    fi
    # A buffer pool that holds the shops, as servers in use have; a log that is flushed once a
    # second for both candidates.
    DATASYNC_BENCH_INSIDE=1 exec "$project/tests/support/with_server.sh" \
        --server-arg --innodb-buffer-pool-size=4G --server-arg --innodb-log-file-size=1G \
        -- "$1" --program "$program" "${@:2}"
}

shops=$project/tests/support/shop
client=(mariadb --no-defaults --socket="${DATASYNC_TEST_SOCKET:-}" --user="${DATASYNC_TEST_USER:-}"
        --default-character-set=utf8mb4)

new_shop() { # database, source or destination
    local files=(schema_openmage.sql "base_$2.sql" schema_goods_openmage.sql "schema_${shop}_openmage.sql")
    # The destination of a catalogue begins without goods.
    [ "$shop-$2" = catalog-destination ] || files+=("goods_$2.sql")
    files+=("${shop}_base_$2.sql")
    "${client[@]}" -e "DROP DATABASE IF EXISTS $1; CREATE DATABASE $1 CHARACTER SET utf8mb4"
    (cd "$shops" && cat "${files[@]}") |
        "${client[@]}" --init-command="SET foreign_key_checks = 0, sql_mode = 'NO_AUTO_VALUE_ON_ZERO'" "$1"
}

# Makes the source and so many records in it.
new_source() { # records
    echo "Making $1 records ..." >&2
    new_shop bench_source source
    { echo "SET @numbers = GREATEST($1, 2000), @orders = $1, @products = $1,
                @customers = $((($1 + per_customer - 1) / per_customer));"
      cat "$here/numbers.sql" "${generators[@]/#/$here/}"; } |
        "${client[@]}" --init-command="SET foreign_key_checks = 0, unique_checks = 0" bench_source >/dev/null
}

# Both databases, as words of a command line.
databases=(--db-socket "${DATASYNC_TEST_SOCKET:-}" --db-name bench_source --db-user "${DATASYNC_TEST_USER:-}"
           --dest-socket "${DATASYNC_TEST_SOCKET:-}" --dest-name bench_destination
           --dest-user "${DATASYNC_TEST_USER:-}")

# Runs datasync; its peak memory in KiB becomes a line of a file. The clock is not disturbed by looking
# at the process while it runs.
sync() { # file, entity, further options
    /usr/bin/time --format %M --output "$1" --append \
        "$program" sync "$2" bench -a openmage -d update --quiet --jobs "$jobs" "${@:3}" \
        "${databases[@]}"
}

# A destination with all that the entity refers to, and the source as it is to be found.
new_destination() {
    local one
    new_shop bench_destination destination
    for one in "${before[@]}"; do
        sync /dev/null "$one"
        [ "$one" != customer ] || [ -z "$after_customer" ] ||
            "${client[@]}" bench_destination <"$here/$after_customer"
    done
    [ -z "$changes" ] || "${client[@]}" bench_source <"$here/$changes"
}

# Runs a command and sets `seconds`.
timed() {
    local from to
    from=$(date +%s%N)
    "$@" >/dev/null
    to=$(date +%s%N)
    seconds=$(awk -v n=$((to - from)) 'BEGIN { printf "%.3f", n / 1e9 }')
}

median() { printf '%s\n' "$@" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
