# Configures, builds and tests the project SOURCE with the arguments in OPTIONS, builds it again, which
# must find nothing to do, and installs it when PREFIX is given.
#   cmake -DSOURCE=... -DBINARY_DIR=... -DGENERATOR=... -DC_COMPILER=... -DC_FLAGS=... -DOPTIONS=...
#         [-DPREFIX=...] -P project.cmake
file(REMOVE_RECURSE "${BINARY_DIR}")
execute_process(
    COMMAND "${CMAKE_COMMAND}" -S "${SOURCE}" -B "${BINARY_DIR}" -G "${GENERATOR}"
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
if(PREFIX)
    file(REMOVE_RECURSE "${PREFIX}")
    execute_process(COMMAND "${CMAKE_COMMAND}" --install "${BINARY_DIR}" --prefix "${PREFIX}"
        COMMAND_ERROR_IS_FATAL ANY)
endif()
