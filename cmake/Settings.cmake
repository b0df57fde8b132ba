# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The DataSync authors
# datasync_settings: the language, hardening, sanitizers and coverage every target is built with.

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Kind of build" FORCE)
endif()
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

find_program(DATASYNC_CCACHE ccache DOC "Compiler cache; used when it is there")
mark_as_advanced(DATASYNC_CCACHE)
if(DATASYNC_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${DATASYNC_CCACHE}")
endif()

include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)

add_library(datasync_settings INTERFACE)
target_compile_features(datasync_settings INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)

# A bounds check that ends the program beats a wrong row in somebody's shop.
target_compile_definitions(datasync_settings INTERFACE _GLIBCXX_ASSERTIONS)
target_compile_options(datasync_settings INTERFACE -fstack-protector-strong)
target_link_options(datasync_settings INTERFACE -Wl,-z,relro -Wl,-z,now)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    target_compile_options(datasync_settings INTERFACE -fstack-clash-protection -fcf-protection)
endif()

if(DATASYNC_SANITIZERS)
    target_compile_options(datasync_settings INTERFACE
        "-fsanitize=${DATASYNC_SANITIZERS}" -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(datasync_settings INTERFACE "-fsanitize=${DATASYNC_SANITIZERS}")
else()
    # Needs optimisation, and hides from the sanitizers what they look for.
    target_compile_options(datasync_settings INTERFACE
        "$<$<CONFIG:Release,RelWithDebInfo>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=2>")
endif()

if(DATASYNC_COVERAGE)
    target_compile_options(datasync_settings INTERFACE --coverage)
    target_link_options(datasync_settings INTERFACE --coverage)
endif()
