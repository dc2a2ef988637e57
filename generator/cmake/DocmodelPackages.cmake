# `cpack -G DEB` in a build folder makes the packages docmodel (component tool) and
# libdocmodel-runtime-dev (component runtime). The component models is for those who build models.
set(CPACK_PACKAGE_NAME docmodel)
set(CPACK_PACKAGE_VENDOR "docmodel")
set(CPACK_PACKAGE_CONTACT "docmodel developers <docmodel@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${docmodel_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL tool runtime)
set(CPACK_STRIP_FILES ON)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

set(CPACK_DEBIAN_TOOL_PACKAGE_NAME docmodel)
set(CPACK_DEBIAN_TOOL_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_TOOL_PACKAGE_SUGGESTS "cmake, libcmocka-dev, libdocmodel-runtime-dev")
set(CPACK_DEBIAN_TOOL_DESCRIPTION
"compiler from API documentation pages to C
Reads the Markdown pages of a REST API, as Microsoft Graph publishes them, in
all their languages, and writes a C library of plain structures that parse and
write the API's JSON. Reports what is wrong with the pages, at which line.")

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME libdocmodel-runtime-dev)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS OFF)
set(CPACK_DEBIAN_RUNTIME_DESCRIPTION
"JSON runtime of the models that docmodel generates
The static library and the headers that generated models stand on: arenas,
parsing and writing by table, patches, raw JSON. Needs the C library only.")

# Debian keeps a copyright file a package (Debian Policy, section 12.5).
foreach(component IN ITEMS tool runtime)
    string(TOUPPER ${component} upper)
    install(FILES "${CMAKE_CURRENT_LIST_DIR}/copyright"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/${CPACK_DEBIAN_${upper}_PACKAGE_NAME}"
        COMPONENT ${component})
endforeach()
include(CPack)
