# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The DataSync authors
# What `cmake --install` puts where, and the Debian package (`cpack`).

include(GNUInstallDirs)
set(_doc_dir "${CMAKE_INSTALL_DATAROOTDIR}/doc/datasync")

install(TARGETS datasync RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(FILES doc/man/datasync.1 DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" OPTIONAL)
install(FILES doc/completion/datasync.bash
    DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/bash-completion/completions"
    RENAME datasync OPTIONAL)
install(FILES README.md .env.example DESTINATION "${_doc_dir}" OPTIONAL)
install(FILES LICENSE DESTINATION "${_doc_dir}" RENAME copyright)
file(GLOB _documents CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/doc/*.md")
install(FILES ${_documents} DESTINATION "${_doc_dir}")
install(DIRECTORY doc/examples DESTINATION "${_doc_dir}")

# The module for the source shop, to be copied there.
install(DIRECTORY source-module DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/datasync")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME datasync)
set(CPACK_PACKAGE_VENDOR "The DataSync authors")
set(CPACK_PACKAGE_CONTACT "The DataSync authors <datasync@example.invalid>")
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What certificates of web servers are compared with.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS ca-certificates)
set(CPACK_DEBIAN_PACKAGE_SECTION database)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"DataSync reads one shop database and writes another of the same family. It
 maps every id, keeps what was the destination's own, and can be run again.")
include(CPack)
