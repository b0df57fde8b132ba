# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The DataSync authors
# datasync_warnings: the wide set, each an error, for developers; users with newer compilers get
# the plain set, so that a new warning never stops their build.

add_library(datasync_warnings INTERFACE)
target_compile_options(datasync_warnings INTERFACE -Wall -Wextra)

if(DATASYNC_DEV)
    target_compile_options(datasync_warnings INTERFACE
        -Werror
        -Wpedantic
        -Wshadow
        -Wconversion
        -Wsign-conversion
        -Wcast-align
        -Wcast-qual
        -Wdouble-promotion
        -Wformat=2
        -Wimplicit-fallthrough
        -Wnon-virtual-dtor
        -Wold-style-cast
        -Woverloaded-virtual
        -Wundef
        -Wunused)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        target_compile_options(datasync_warnings INTERFACE
            -Wduplicated-branches -Wduplicated-cond -Wlogical-op -Wextra-semi)
    endif()
endif()
