# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The DataSync authors
# The body of src/engine/catalogue.hpp: one line per file of src/entities. Adding foo.cpp there
# registers it; forgetting make_foo() in it is a link error. Subfolders hold pieces, not types.

file(GLOB _entity_files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/entities/*.cpp")
list(SORT _entity_files)

set(datasync_catalogue_declarations "")
set(datasync_catalogue_calls "")
foreach(_file IN LISTS _entity_files)
    cmake_path(GET _file STEM _name)
    string(APPEND datasync_catalogue_declarations
        "std::unique_ptr<EntityHandler> make_${_name}();\n")
    string(APPEND datasync_catalogue_calls
        "    handlers.push_back(entities::make_${_name}());\n")
endforeach()

set(datasync_catalogue_source "${PROJECT_BINARY_DIR}/generated/catalogue.cpp")
configure_file("${PROJECT_SOURCE_DIR}/cmake/catalogue.cpp.in" "${datasync_catalogue_source}" @ONLY)

# The same of src/formats/catalogue.hpp and the files of src/formats/entities: foo.cpp there has
# make_foo_format().
file(GLOB _format_files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/formats/entities/*.cpp")
list(SORT _format_files)

set(datasync_format_declarations "")
set(datasync_format_choices "")
set(datasync_format_names "")
foreach(_file IN LISTS _format_files)
    cmake_path(GET _file STEM _name)
    string(APPEND datasync_format_declarations
        "std::unique_ptr<EntityFormat> make_${_name}_format();\n")
    string(APPEND datasync_format_choices
        "    if (entity == \"${_name}\") { return make_${_name}_format(); }\n")
    string(APPEND datasync_format_names "        \"${_name}\",\n")
endforeach()

set(datasync_formats_source "${PROJECT_BINARY_DIR}/generated/formats.cpp")
configure_file("${PROJECT_SOURCE_DIR}/cmake/formats.cpp.in" "${datasync_formats_source}" @ONLY)
