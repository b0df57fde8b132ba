# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The DataSync authors
# The body of src/engine/catalogue.hpp: one line per file of src/entities. Adding foo.cpp there
# registers it; forgetting make_foo() in it is a link error. Subfolders hold pieces, not types.

file(GLOB _entity_files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/entities/*.cpp")
list(SORT _entity_files)

set(datasync_catalogue_declarations "")
set(datasync_catalogue_calls "")
set(datasync_catalogue_names "")
foreach(_file IN LISTS _entity_files)
    cmake_path(GET _file STEM _name)
    string(APPEND datasync_catalogue_declarations
        "std::unique_ptr<EntityHandler> make_${_name}();\n")
    string(APPEND datasync_catalogue_calls
        "    handlers.push_back(entities::make_${_name}());\n")
    string(APPEND datasync_catalogue_names "        \"${_name}\",\n")
endforeach()

set(datasync_catalogue_source "${PROJECT_BINARY_DIR}/generated/catalogue.cpp")
configure_file("${PROJECT_SOURCE_DIR}/cmake/catalogue.cpp.in" "${datasync_catalogue_source}" @ONLY)
