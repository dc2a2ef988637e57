# Builds this project with the arguments in OPTIONS and compares what the program prints.
#   cmake -DBINARY_DIR=... -DGENERATOR=... -DC_COMPILER=... -DOPTIONS=... -P test.cmake
set(source "${CMAKE_CURRENT_LIST_DIR}")
file(REMOVE_RECURSE "${BINARY_DIR}")
execute_process(
    COMMAND "${CMAKE_COMMAND}" -S "${source}" -B "${BINARY_DIR}" -G "${GENERATOR}"
        "-DCMAKE_C_COMPILER=${C_COMPILER}" "-DCMAKE_C_FLAGS=${C_FLAGS} -Wall -Wextra -Werror"
        ${OPTIONS}
    COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${CMAKE_COMMAND}" --build "${BINARY_DIR}" COMMAND_ERROR_IS_FATAL ANY)
execute_process(
    COMMAND "${BINARY_DIR}/prompts"
    INPUT_FILE "${source}/messages.txt"
    OUTPUT_FILE "${BINARY_DIR}/output.txt"
    ERROR_VARIABLE complaints
    COMMAND_ERROR_IS_FATAL ANY)
execute_process(
    COMMAND diff -u "${source}/expected.txt" "${BINARY_DIR}/output.txt"
    COMMAND_ERROR_IS_FATAL ANY)

# The last message ends in the middle: one located complaint, and the program goes on.
if(NOT complaints MATCHES "^error: line 1, column 40 \\(byte 39\\): [^\n]*\\[truncated\\]\n$")
    message(FATAL_ERROR "Expected one located error about the truncated message, not: ${complaints}")
endif()
