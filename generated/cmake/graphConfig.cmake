# Made by docmodel. Do not edit: change the pages or the templates, and build.
#
#     find_package(graph REQUIRED COMPONENTS beta v1)
#
# makes the target graph::<component> for each component, or for all of them when none is named.
include(CMakeFindDependencyMacro)
find_dependency(docmodel-runtime)

set(graph_wanted ${graph_FIND_COMPONENTS})
if(NOT graph_wanted)
    set(graph_wanted beta v1)
endif()
foreach(component IN LISTS graph_wanted)
    set(graph_targets "${CMAKE_CURRENT_LIST_DIR}/graph-${component}Targets.cmake")
    if(EXISTS "${graph_targets}")
        include("${graph_targets}")
        set(graph_${component}_FOUND TRUE)
    else()
        set(graph_${component}_FOUND FALSE)
        if(graph_FIND_REQUIRED_${component})
            set(graph_FOUND FALSE)
            set(graph_NOT_FOUND_MESSAGE "graph has no component ${component}")
        endif()
    endif()
endforeach()
