# Generates the models of en-US, v1.0 and beta, with DOCMODEL and runs models.sh on them.
if(NOT EXISTS "${SHARED}/data/corpus-en-US.tar.xz")
    message(FATAL_ERROR "no corpora in ${SHARED}/data; set DOCMODEL_SHARED")
endif()
execute_process(COMMAND "${CMAKE_COMMAND}" -S "${ROOT}" -B "${WORK}/build"
        -DCMAKE_BUILD_TYPE=Release -DDOCMODEL_TESTS=OFF -DDOCMODEL_MODELS=OFF
    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${CMAKE_COMMAND}" --build "${WORK}/build" --target docmodel
    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
file(MAKE_DIRECTORY "${WORK}/pages")
execute_process(COMMAND "${CMAKE_COMMAND}" -E tar xf "${SHARED}/data/corpus-en-US.tar.xz"
    WORKING_DIRECTORY "${WORK}/pages" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${WORK}/build/bin/docmodel" generate --quiet "--docs=${WORK}/pages/en-US"
        "--out=${WORK}/models"
    OUTPUT_QUIET ERROR_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${CMAKE_CURRENT_LIST_DIR}/models.sh" "${WORK}/models" "${WORK}/objects"
    COMMAND_ERROR_IS_FATAL ANY)
