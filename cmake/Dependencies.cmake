# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The DataSync authors
# Every library the program and its tests are built with.

set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(pugixml REQUIRED)
find_package(CURL 7.85 REQUIRED)
find_package(ZLIB 1.2.11 REQUIRED)
find_package(MySQLClient REQUIRED)
if(DATASYNC_TESTS)
    find_package(GTest REQUIRED)
endif()

message(STATUS "DataSync ${PROJECT_VERSION}: ${CMAKE_BUILD_TYPE}, client library "
    "${MySQLClient_LIBRARY}, fmt ${fmt_VERSION}, spdlog ${spdlog_VERSION}, CLI11 ${CLI11_VERSION}, "
    "libcurl ${CURL_VERSION_STRING}, zlib ${ZLIB_VERSION_STRING}")
