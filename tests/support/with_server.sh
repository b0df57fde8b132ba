#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The DataSync authors
# Runs a command beside a private, throw-away database server: own data, one socket, no network.
set -eu

usage() {
    cat <<'END'
usage: with_server.sh [--server mariadb|mysql] [--root DIR] [--server-arg ARG]... [--] COMMAND...

Starts a server of its own, runs COMMAND with DATASYNC_TEST_SOCKET, DATASYNC_TEST_USER and
DATASYNC_TEST_SERVER set, stops the server and removes its data. The exit code is COMMAND's.
The data lies in memory where there is room, else in TMPDIR; setting TMPDIR decides.

  --server KIND      mariadb (default) or mysql
  --root DIR         folder of another system that holds the server (see make_mysql_root.sh)
  --server-arg ARG   a further server option, such as --auto-increment-increment=3
END
}

die() { echo "with_server.sh: $*" >&2; exit 99; }

kind=mariadb
root=
extra=
while [ $# -gt 0 ]; do
    case $1 in
        --server) kind=${2:?--server needs a name}; shift 2 ;;
        --root) root=${2:?--root needs a folder}; shift 2 ;;
        --server-arg) extra="$extra ${2:?--server-arg needs an option}"; shift 2 ;;
        --help) usage; exit 0 ;;
        --) shift; break ;;
        -*) usage >&2; exit 99 ;;
        *) break ;;
    esac
done
[ $# -gt 0 ] || { usage >&2; exit 99; }
PATH=$PATH:/usr/sbin:/sbin

# Inside the other system, paths begin at its root; the command sees them from outside.
inside=
if [ -n "$root" ]; then
    root=$(cd "$root" && pwd) || die "there is no folder $root"
    [ "$(id -u)" = 0 ] || die "--root uses chroot, which only root may call"
    inside="chroot $root"
fi
parent=${TMPDIR:-/tmp}
# Creating a table waits for the disk whatever the server is told; memory does not make it wait.
if [ -z "${TMPDIR:-}" ] && [ -w /dev/shm ] &&
    [ "$(df -Pk /dev/shm | awk 'NR == 2 { print $4 }')" -gt 2000000 ]; then
    parent=/dev/shm
fi
[ -z "$root" ] || parent=$root/tmp
home=$(mktemp -d "$parent/dsync.XXXXXX")
base=${home#"$root"}
log=$home/server.log
server_pid=
command_pid=

finish() {
    code=$?
    trap - EXIT INT TERM HUP
    [ -z "$command_pid" ] || kill "$command_pid" 2>/dev/null || :
    if [ -n "$server_pid" ]; then
        kill "$server_pid" 2>/dev/null || :
        wait "$server_pid" 2>/dev/null || :
    fi
    [ "$code" != 99 ] || [ ! -s "$log" ] || tail -n 20 "$log" >&2
    rm -rf "$home"
    exit "$code"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Stored times mean the same wherever the tests run.
TZ=UTC
export TZ

# A server does not run as root unless told so; a plain user needs no word.
as_root=
[ "$(id -u)" != 0 ] || as_root=--user=root

# Nothing here has to survive a power cut.
common="--datadir=$base/data --tmpdir=$base --socket=$base/s.sock --pid-file=$base/server.pid
    --skip-networking --innodb-buffer-pool-size=256M --innodb-flush-log-at-trx-commit=0
    --innodb-doublewrite=0 --performance-schema=0 --sync-binlog=0 --max-connections=64
    --innodb-flush-method=nosync --max-allowed-packet=64M $as_root"
case $kind in
    mariadb)
        $inside mariadb-install-db --no-defaults --auth-root-authentication-method=normal \
            --skip-test-db --datadir="$base/data" $as_root --innodb-log-file-size=64M \
            >"$log" 2>&1 || die "mariadb-install-db failed (is mariadb-server installed?)"
        $inside mariadbd --no-defaults $common --local-infile=1 --skip-log-bin --sync-frm=0 \
            --innodb-log-file-size=64M $extra \
            >>"$log" 2>&1 &
        ;;
    mysql)
        $inside mysqld --no-defaults --initialize-insecure --datadir="$base/data" $as_root \
            --innodb-redo-log-capacity=64M >"$log" 2>&1 ||
            die "mysqld --initialize-insecure failed (is mysql-server-core there?)"
        $inside mysqld --no-defaults $common --local-infile=1 --mysqlx=OFF --disable-log-bin \
            --secure-file-priv=NULL --innodb-redo-log-capacity=64M $extra \
            >>"$log" 2>&1 &
        ;;
    *) die "the server is mariadb or mysql, not $kind" ;;
esac
server_pid=$!

# The server says it is ready in its log: no client program is needed to ask.
tries=0
until grep -q 'ready for connections' "$log"; do
    kill -0 "$server_pid" 2>/dev/null || { server_pid=; die "the $kind server ended at once"; }
    tries=$((tries + 1))
    [ "$tries" -le 600 ] || die "the $kind server is not ready after a minute"
    sleep 0.1
done

DATASYNC_TEST_SOCKET=$home/s.sock
DATASYNC_TEST_USER=root
DATASYNC_TEST_SERVER=$kind
export DATASYNC_TEST_SOCKET DATASYNC_TEST_USER DATASYNC_TEST_SERVER

# In the background, so that a signal is acted on at once and not when the command ends.
# A shell gives such a command an empty standard input; ours is kept under another number.
exec 3<&0
"$@" <&3 3<&- &
command_pid=$!
code=0
wait "$command_pid" || code=$?
command_pid=
exit "$code"
