# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The DataSync authors
# The body of include/datasync/version.hpp: the project's version, and the commit when there is one.

set(datasync_version "${PROJECT_VERSION}")
# Only the project's own repository counts, not one that happens to lie around a source archive.
if(EXISTS "${PROJECT_SOURCE_DIR}/.git")
    find_package(Git QUIET)
    if(Git_FOUND)
        execute_process(
            COMMAND "${GIT_EXECUTABLE}" describe --tags --always --match "v[0-9]*"
            WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
            RESULT_VARIABLE _result
            OUTPUT_VARIABLE _described
            OUTPUT_STRIP_TRAILING_WHITESPACE
            ERROR_QUIET)
        if(_result EQUAL 0 AND NOT _described STREQUAL "v${PROJECT_VERSION}")
            string(REGEX REPLACE "^.*-g" "" _commit "${_described}")
            set(datasync_version "${PROJECT_VERSION}+g${_commit}")
        endif()
        # A commit changes what describe says, so it has to run again.
        if(EXISTS "${PROJECT_SOURCE_DIR}/.git/logs/HEAD")
            set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
                "${PROJECT_SOURCE_DIR}/.git/logs/HEAD")
        endif()
    endif()
endif()

set(datasync_version_source "${PROJECT_BINARY_DIR}/generated/version.cpp")
configure_file("${PROJECT_SOURCE_DIR}/cmake/version.cpp.in" "${datasync_version_source}" @ONLY)
