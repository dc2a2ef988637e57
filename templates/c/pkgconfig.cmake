#[[
docmodel_install_pkgconfig(<name> DESCRIPTION <text> VERSION <version> LIBRARY <target>
    [REQUIRES <name>] [COMPONENT <component>])

Installs <name>.pc, so that `pkg-config --cflags --libs <name>` gives what compiles and links with
the library. The file may be moved together with what it stands beside.
]]
include_guard(GLOBAL)

function(docmodel_install_pkgconfig name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "DESCRIPTION;VERSION;LIBRARY;REQUIRES;COMPONENT" "")
    include(GNUInstallDirs)
    set(folder "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
    if(IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}" OR IS_ABSOLUTE "${CMAKE_INSTALL_INCLUDEDIR}")
        set(prefix "${CMAKE_INSTALL_PREFIX}")
        set(includedir "${CMAKE_INSTALL_FULL_INCLUDEDIR}")
        set(libdir "${CMAKE_INSTALL_FULL_LIBDIR}")
    else()
        file(RELATIVE_PATH up "/prefix/${folder}" "/prefix")
        string(REGEX REPLACE "/$" "" up "${up}")
        set(prefix "\${pcfiledir}/${up}")
        set(includedir "\${prefix}/${CMAKE_INSTALL_INCLUDEDIR}")
        set(libdir "\${prefix}/${CMAKE_INSTALL_LIBDIR}")
    endif()
    set(file "${CMAKE_CURRENT_BINARY_DIR}/${name}.pc")
    file(GENERATE OUTPUT "${file}" CONTENT "prefix=${prefix}
includedir=${includedir}
libdir=${libdir}

Name: ${name}
Description: ${arg_DESCRIPTION}
Version: ${arg_VERSION}
Requires: ${arg_REQUIRES}
Cflags: -I\${includedir}
Libs: -L\${libdir} -l$<TARGET_FILE_BASE_NAME:${arg_LIBRARY}>
")
    set(component "")
    if(arg_COMPONENT)
        set(component COMPONENT "${arg_COMPONENT}")
    endif()
    install(FILES "${file}" DESTINATION "${folder}" ${component})
endfunction()
