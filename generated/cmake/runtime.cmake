#[[
docmodel_list_runtime(<result> <folder>)

Sets <result> to the sources of the runtime in <folder>, to be compiled where this is called. Build types
that ask for -O2 or -O3 get it where bytes are read and written, but no -O3, which takes longer and gains
nothing there, and -O1 for the rest, which runs once a call.
]]
include_guard(GLOBAL)

function(docmodel_list_runtime result folder)
    set(often "${folder}/shards/reading.c" "${folder}/shards/writing.c")
    set(seldom "${folder}/shards/objects.c" "${folder}/shards/texts.c")
    set(${result} ${often} ${seldom} PARENT_SCOPE)
    if(NOT CMAKE_C_COMPILER_ID MATCHES "GNU|Clang" OR MSVC)
        return()
    endif()
    foreach(config IN ITEMS RELEASE RELWITHDEBINFO)
        if(CMAKE_C_FLAGS_${config} MATCHES "-O[23]")
            set_property(SOURCE ${often} APPEND PROPERTY COMPILE_OPTIONS "$<$<CONFIG:${config}>:-O2>")
            set_property(SOURCE ${seldom} APPEND PROPERTY COMPILE_OPTIONS "$<$<CONFIG:${config}>:-O1>")
        endif()
    endforeach()
endfunction()

#[[
docmodel_read_runtime_version(<result> <folder>)

Sets <result> to the version that the runtime in <folder> states: DM_RUNTIME_VERSION.
]]
function(docmodel_read_runtime_version result folder)
    file(STRINGS "${folder}/include/docmodel/base.h" line REGEX "#define DM_RUNTIME_VERSION ")
    string(REGEX MATCH "[0-9.]+" version "${line}")
    set(${result} "${version}" PARENT_SCOPE)
endfunction()
