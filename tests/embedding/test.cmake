# Configures, builds and tests this project with the arguments in OPTIONS, then builds again: nothing
# may be left to do.
#   cmake -DBINARY_DIR=... -DGENERATOR=... -DC_COMPILER=... -DC_FLAGS=... -DOPTIONS=... -P test.cmake
file(REMOVE_RECURSE "${BINARY_DIR}")
execute_process(
    COMMAND "${CMAKE_COMMAND}" -S "${CMAKE_CURRENT_LIST_DIR}" -B "${BINARY_DIR}" -G "${GENERATOR}"
        "-DCMAKE_C_COMPILER=${C_COMPILER}" "-DCMAKE_C_FLAGS=${C_FLAGS}" ${OPTIONS}
    COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${CMAKE_COMMAND}" --build "${BINARY_DIR}" COMMAND_ERROR_IS_FATAL ANY)
execute_process(
    COMMAND "${CMAKE_CTEST_COMMAND}" --test-dir "${BINARY_DIR}" --output-on-failure --no-tests=error
    COMMAND_ERROR_IS_FATAL ANY)
execute_process(
    COMMAND "${CMAKE_COMMAND}" --build "${BINARY_DIR}"
    OUTPUT_VARIABLE again
    COMMAND_ERROR_IS_FATAL ANY)
if(again MATCHES "Generating|Building")
    message(FATAL_ERROR "A build of what is built already did something:\n${again}")
endif()
