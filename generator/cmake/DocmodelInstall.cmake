# Installs the component tool: the program, its data, its manual page, and what find_package(docmodel)
# reads. DocmodelInstallLibrary.cmake installs the components runtime and models.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(data_dir "${CMAKE_INSTALL_DATADIR}/docmodel")
set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/docmodel")

install(TARGETS docmodel EXPORT docmodelTargets COMPONENT tool)
install(DIRECTORY "${docmodel_SOURCE_DIR}/generator/vocab/data/" DESTINATION "${data_dir}/vocab"
    COMPONENT tool)
install(DIRECTORY "${docmodel_SOURCE_DIR}/templates/" DESTINATION "${data_dir}/templates"
    COMPONENT tool)
install(FILES "${docmodel_SOURCE_DIR}/generator/cli/docmodel.1"
    DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT tool)

configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/docmodelConfig.cmake.in"
    "${CMAKE_CURRENT_BINARY_DIR}/docmodelConfig.cmake"
    INSTALL_DESTINATION "${package_dir}" PATH_VARS data_dir)
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/docmodelConfigVersion.cmake"
    COMPATIBILITY SameMinorVersion)
install(EXPORT docmodelTargets NAMESPACE docmodel:: DESTINATION "${package_dir}" COMPONENT tool)
install(FILES
    "${CMAKE_CURRENT_LIST_DIR}/DocmodelAddLibrary.cmake"
    "${CMAKE_CURRENT_LIST_DIR}/DocmodelInstallLibrary.cmake"
    "${CMAKE_CURRENT_LIST_DIR}/modelsConfig.cmake.in"
    "${CMAKE_CURRENT_BINARY_DIR}/docmodelConfig.cmake"
    "${CMAKE_CURRENT_BINARY_DIR}/docmodelConfigVersion.cmake"
    DESTINATION "${package_dir}" COMPONENT tool)
