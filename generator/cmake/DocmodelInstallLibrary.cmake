#[[
docmodel_install_library(<target> PACKAGE <package> COMPONENT <component>)

Installs a library that docmodel_add_library made, so that

    find_package(<package> COMPONENTS <component>)

gives <package>::<component>, and `pkg-config <package>-<component>` the same. Several libraries can be
components of one package. The runtime is installed once, as the package docmodel-runtime: compiled for
that, if need be, so that what is installed stands alone; but not at all when the project asked for the
installed one by find_package(docmodel COMPONENTS tool runtime), or brings another project's.
]]

include_guard(GLOBAL)

set(DOCMODEL_MODELS_CONFIG "${CMAKE_CURRENT_LIST_DIR}/modelsConfig.cmake.in" CACHE INTERNAL
    "Template of the package file of models libraries")
include("${DOCMODEL_PACKS_DIR}/c/runtime.cmake")
docmodel_read_runtime_version(version "${DOCMODEL_PACKS_DIR}/c/runtime")
set(DOCMODEL_RUNTIME_VERSION "${version}" CACHE INTERNAL "Version of docmodel::runtime")

# The runtime as a package of its own, once a build.
function(docmodel_install_runtime)
    get_property(done GLOBAL PROPERTY DOCMODEL_RUNTIME_INSTALLED)
    get_target_property(by_default docmodel::runtime DOCMODEL_BY_DEFAULT)
    if(by_default)
        docmodel_compile_runtime()
    endif()
    if(done OR NOT TARGET docmodel_runtime)
        return()
    endif()
    set_property(GLOBAL PROPERTY DOCMODEL_RUNTIME_INSTALLED TRUE)
    set(package "${CMAKE_INSTALL_LIBDIR}/cmake/docmodel-runtime")
    install(TARGETS docmodel_runtime EXPORT docmodel-runtimeTargets COMPONENT runtime)
    install(DIRECTORY "${DOCMODEL_PACKS_DIR}/c/runtime/include/"
        DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT runtime)
    install(EXPORT docmodel-runtimeTargets NAMESPACE docmodel:: DESTINATION "${package}"
        COMPONENT runtime)
    include(CMakePackageConfigHelpers)
    set(version "${CMAKE_CURRENT_BINARY_DIR}/docmodel-runtimeConfigVersion.cmake")
    write_basic_package_version_file("${version}" VERSION ${DOCMODEL_RUNTIME_VERSION}
        COMPATIBILITY SameMajorVersion)
    install(FILES "${DOCMODEL_PACKS_DIR}/c/docmodel-runtimeConfig.cmake" "${version}"
        DESTINATION "${package}" COMPONENT runtime)
    docmodel_install_pkgconfig(docmodel-runtime COMPONENT runtime LIBRARY docmodel_runtime
        VERSION ${DOCMODEL_RUNTIME_VERSION}
        DESCRIPTION "Reads and writes JSON for the models that docmodel generates")
endfunction()

function(docmodel_install_library target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "PACKAGE;COMPONENT" "")
    if(arg_UNPARSED_ARGUMENTS OR NOT arg_PACKAGE OR NOT arg_COMPONENT)
        message(FATAL_ERROR "docmodel_install_library(${target}): give PACKAGE and COMPONENT, and"
            " nothing else.")
    endif()
    include(GNUInstallDirs)
    include("${DOCMODEL_PACKS_DIR}/c/pkgconfig.cmake")
    docmodel_install_runtime()

    set(package "${arg_PACKAGE}")
    set(folder "${CMAKE_INSTALL_LIBDIR}/cmake/${package}")
    set(export "${package}-${arg_COMPONENT}Targets")
    get_target_property(include_dir ${target} DOCMODEL_INCLUDE_DIR)
    set_target_properties(${target} PROPERTIES EXPORT_NAME ${arg_COMPONENT})
    install(TARGETS ${target} EXPORT ${export} COMPONENT models)
    get_target_property(layout ${target} DOCMODEL_LAYOUT)
    if(layout)
        set(place "\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_LIBDIR}")
        if(IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}")
            set(place "${CMAKE_INSTALL_LIBDIR}")
        endif()
        install(CODE "set(LAYOUT \"${layout}\")
set(LIBRARY \"\$ENV{DESTDIR}${place}/$<TARGET_FILE_NAME:${target}>\")
include(\"${DOCMODEL_SONAME_SCRIPT}\")" COMPONENT models)
    endif()
    install(DIRECTORY "${include_dir}/" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT models)
    install(EXPORT ${export} NAMESPACE ${package}:: DESTINATION "${folder}" COMPONENT models)
    set(config "${CMAKE_CURRENT_BINARY_DIR}/${package}Config.cmake")
    configure_file("${DOCMODEL_MODELS_CONFIG}" "${config}" @ONLY)
    install(FILES "${config}" DESTINATION "${folder}" COMPONENT models)
    set(version "${PROJECT_VERSION}")
    if(NOT version)
        set(version 0)
    endif()
    docmodel_install_pkgconfig(${package}-${arg_COMPONENT} COMPONENT models LIBRARY ${target}
        VERSION ${version} REQUIRES docmodel-runtime DESCRIPTION "Models of ${package} ${arg_COMPONENT}")
endfunction()
