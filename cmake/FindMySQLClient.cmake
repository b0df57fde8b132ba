# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The DataSync authors
# Finds MariaDB Connector/C or Oracle's libmysqlclient and makes it MySQL::client.
#
# DATASYNC_MYSQL_CLIENT says which one (auto takes the first it finds, MariaDB's first).
# MySQLClient_INCLUDE_DIR (the folder of mysql.h) and MySQLClient_LIBRARY override the search.

if(DATASYNC_MYSQL_CLIENT STREQUAL "mariadb")
    set(_modules libmariadb)
    set(_libraries mariadb)
    set(_folders mariadb)
elseif(DATASYNC_MYSQL_CLIENT STREQUAL "mysql")
    set(_modules mysqlclient)
    set(_libraries mysqlclient)
    set(_folders mysql)
elseif(DATASYNC_MYSQL_CLIENT STREQUAL "auto")
    set(_modules libmariadb mysqlclient)
    set(_libraries mariadb mysqlclient)
    set(_folders mariadb mysql)
else()
    message(FATAL_ERROR "DATASYNC_MYSQL_CLIENT is auto, mariadb or mysql, "
        "not \"${DATASYNC_MYSQL_CLIENT}\"")
endif()

# The header and the library must be of one house, so the hints come from one module only.
find_package(PkgConfig QUIET)
if(PkgConfig_FOUND)
    foreach(_module IN LISTS _modules)
        pkg_check_modules(MySQLClient_PC QUIET "${_module}")
        if(MySQLClient_PC_FOUND)
            list(TRANSFORM MySQLClient_PC_LIBRARIES REPLACE "^-l" "")
            list(FILTER MySQLClient_PC_LIBRARIES INCLUDE REGEX "^(mariadb|mysqlclient)$")
            if(MySQLClient_PC_LIBRARIES)
                set(_libraries ${MySQLClient_PC_LIBRARIES})
            endif()
            break()
        endif()
    endforeach()
endif()

find_path(MySQLClient_INCLUDE_DIR mysql.h
    HINTS ${MySQLClient_PC_INCLUDE_DIRS}
    PATH_SUFFIXES ${_folders}
    DOC "Folder of mysql.h")
find_library(MySQLClient_LIBRARY
    NAMES ${_libraries}
    HINTS ${MySQLClient_PC_LIBRARY_DIRS}
    PATH_SUFFIXES ${_folders}
    DOC "Client library of MariaDB or MySQL")

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(MySQLClient
    REQUIRED_VARS MySQLClient_LIBRARY MySQLClient_INCLUDE_DIR
    REASON_FAILURE_MESSAGE
    "install libmariadb-dev (or libmysqlclient-dev), or set MySQLClient_INCLUDE_DIR and _LIBRARY")
mark_as_advanced(MySQLClient_INCLUDE_DIR MySQLClient_LIBRARY)

if(MySQLClient_FOUND AND NOT TARGET MySQL::client)
    add_library(MySQL::client UNKNOWN IMPORTED)
    set_target_properties(MySQL::client PROPERTIES
        IMPORTED_LOCATION "${MySQLClient_LIBRARY}"
        INTERFACE_INCLUDE_DIRECTORIES "${MySQLClient_INCLUDE_DIR}")
endif()
