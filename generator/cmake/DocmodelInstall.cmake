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
install(FILES "${docmodel_SOURCE_DIR}/generator/cli/docmodel.bash" RENAME docmodel
    DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" COMPONENT tool)

# docmodel-templates(7) is the guide of template authors.
set(guide "${docmodel_SOURCE_DIR}/templates/README.md")
set(converter "${docmodel_SOURCE_DIR}/generator/cli/guide_to_man.awk")
set(manual "${CMAKE_CURRENT_BINARY_DIR}/docmodel-templates.7")
find_program(DOCMODEL_AWK awk REQUIRED)
mark_as_advanced(DOCMODEL_AWK)
add_custom_command(OUTPUT "${manual}"
    COMMAND "${DOCMODEL_AWK}" -v name=docmodel-templates -v section=7
        -v "about=template packs of docmodel" -f "${converter}" "${guide}" > "${manual}"
    DEPENDS "${guide}" "${converter}"
    COMMENT "Converting the guide of template packs to a manual page"
    VERBATIM)
add_custom_target(docmodel_manual ALL DEPENDS "${manual}")
install(FILES "${manual}" DESTINATION "${CMAKE_INSTALL_MANDIR}/man7" COMPONENT tool)

configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/docmodelConfig.cmake.in"
    "${CMAKE_CURRENT_BINARY_DIR}/docmodelConfig.cmake"
    INSTALL_DESTINATION "${package_dir}" PATH_VARS data_dir)
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/docmodelConfigVersion.cmake"
    COMPATIBILITY SameMinorVersion)
install(EXPORT docmodelTargets NAMESPACE docmodel:: DESTINATION "${package_dir}" COMPONENT tool)
install(FILES
    "${CMAKE_CURRENT_LIST_DIR}/DocmodelAddLibrary.cmake"
    "${CMAKE_CURRENT_LIST_DIR}/DocmodelInstallLibrary.cmake"
    "${CMAKE_CURRENT_LIST_DIR}/DocmodelSoname.cmake"
    "${CMAKE_CURRENT_LIST_DIR}/modelsConfig.cmake.in"
    "${CMAKE_CURRENT_BINARY_DIR}/docmodelConfig.cmake"
    "${CMAKE_CURRENT_BINARY_DIR}/docmodelConfigVersion.cmake"
    DESTINATION "${package_dir}" COMPONENT tool)
