#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The DataSync authors
# Makes a folder with Debian sid and its MySQL server, for with_server.sh --server mysql --root DIR:
# Debian's stable release has no MySQL server of its own. Needs root, debootstrap and 1 GB.
set -eu

[ $# = 1 ] || { echo "usage: make_mysql_root.sh DIR" >&2; exit 2; }
root=$1
[ "$(id -u)" = 0 ] || { echo "make_mysql_root.sh: debootstrap needs root, try sudo" >&2; exit 1; }
if [ -x "$root/usr/sbin/mysqld" ]; then
    echo "$root has a MySQL server already"
    exit 0
fi
PATH=$PATH:/usr/sbin:/sbin
command -v debootstrap >/dev/null || apt-get install -y --no-install-recommends debootstrap

# The mirror this machine uses serves sid as well, whatever it is called.
mirror=${DEBIAN_MIRROR:-$(sed -n 's|^deb \(\[[^]]*\] \)\{0,1\}\(http[^ ]*/debian\)/\{0,1\} .*|\2|p;
    s|^URIs: \(http[^ ]*/debian\)/\{0,1\}$|\1|p' \
    /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -n 1)}
# Without one, debootstrap knows where to go itself.
debootstrap --variant=minbase sid "$root" ${mirror:+"$mirror"}

chroot "$root" apt-get install -y --no-install-recommends mysql-server-core
rm -rf "$root/var/cache/apt/archives/"*.deb
chroot "$root" mysqld --version
