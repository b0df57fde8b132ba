#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The DataSync authors
# Installs what building and testing need on Debian or Ubuntu: only what is missing, so that with
# everything there it does nothing and needs no rights. `install_packages.sh ci` adds what CI needs,
# any other words are names of further packages.
set -eu

packages="build-essential ccache cmake ninja-build pkg-config
    libcli11-dev libfmt-dev libgtest-dev libpugixml-dev libspdlog-dev nlohmann-json3-dev
    zlib1g-dev mariadb-server-core mariadb-client-core openssl"
case ${1:-} in
    ci) packages="$packages clang-format-14 dpkg-dev file php-cli php-mysql php-xml xz-utils" ;;
    *) packages="$packages $*" ;;
esac

# Any client library will do, whoever made it.
if ! [ -e /usr/include/mariadb/mysql.h ] && ! [ -e /usr/include/mysql/mysql.h ]; then
    packages="$packages libmariadb-dev"
fi
# The same goes for libcurl; its packages throw each other out.
[ -e /usr/include/curl/curl.h ] || ls /usr/include/*/curl/curl.h >/dev/null 2>&1 ||
    packages="$packages libcurl4-openssl-dev"

missing=
for package in $packages; do
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
        missing="$missing $package"
done
# These bring a server but no service. Where Oracle's is installed, they would throw it out.
case $missing in
    *mariadb-server-core*)
        if [ -x /usr/sbin/mysqld ] && [ ! -x /usr/sbin/mariadbd ]; then
            echo "install_packages.sh: MySQL is here and MariaDB would replace it;" \
                "try tests/run --server mysql" >&2
            missing=$(echo "$missing" | sed 's/ mariadb-[a-z]*-core//g')
        fi
        ;;
esac
[ -n "$missing" ] || exit 0

command -v apt-get >/dev/null || {
    echo "install_packages.sh: please install:$missing" >&2
    exit 1
}
as_root=
[ "$(id -u)" = 0 ] || as_root=sudo
echo "installing:$missing"
$as_root apt-get update -qq
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    $missing >/dev/null
