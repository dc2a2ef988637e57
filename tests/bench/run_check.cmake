# Builds docmodel with -O3, unpacks the four corpora and runs BENCH on them.
file(GLOB archives "${SHARED}/data/corpus-*.tar.xz")
if(NOT archives)
    message(FATAL_ERROR "no corpora in ${SHARED}/data; set DOCMODEL_SHARED")
endif()
execute_process(COMMAND "${CMAKE_COMMAND}" -S "${ROOT}" -B "${WORK}/build"
        -DCMAKE_BUILD_TYPE=Release -DDOCMODEL_TESTS=OFF -DDOCMODEL_MODELS=OFF
    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${CMAKE_COMMAND}" --build "${WORK}/build" --target docmodel
    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
file(MAKE_DIRECTORY "${WORK}/pages")
foreach(archive IN LISTS archives)
    string(REGEX REPLACE ".*/corpus-(.*)\\.tar\\.xz" "\\1" locale "${archive}")
    if(NOT IS_DIRECTORY "${WORK}/pages/${locale}")
        execute_process(COMMAND "${CMAKE_COMMAND}" -E tar xf "${archive}"
            WORKING_DIRECTORY "${WORK}/pages" COMMAND_ERROR_IS_FATAL ANY)
    endif()
    list(APPEND folders "${WORK}/pages/${locale}")
endforeach()
execute_process(COMMAND "${BENCH}" "${WORK}/build/bin/docmodel" ${folders}
    COMMAND_ERROR_IS_FATAL ANY)
