# Builds tests/embedding, adds a property to a page, and builds once more: that build alone must
# generate and compile again whatever knows the structure, in the library and in the program.
#   cmake -DBINARY_DIR=... -DGENERATOR=... -DC_COMPILER=... -DC_FLAGS=... -DOPTIONS=... -DDOCS=... -P changes.cmake
set(pages "${BINARY_DIR}/pages")
file(REMOVE_RECURSE "${BINARY_DIR}")
file(COPY "${DOCS}/" DESTINATION "${pages}")
execute_process(
    COMMAND "${CMAKE_COMMAND}" -S "${CMAKE_CURRENT_LIST_DIR}" -B "${BINARY_DIR}/build" -G "${GENERATOR}"
        "-DCMAKE_C_COMPILER=${C_COMPILER}" "-DCMAKE_C_FLAGS=${C_FLAGS}" "-DDOCS=${pages}" ${OPTIONS}
    COMMAND_ERROR_IS_FATAL ANY)

# Builds, and sets *size to the size of the structure as the program sees it. The program asks the
# library's table for it, too, and fails when the two differ.
function(build_and_measure size)
    execute_process(COMMAND "${CMAKE_COMMAND}" --build "${BINARY_DIR}/build" COMMAND_ERROR_IS_FATAL ANY)
    execute_process(COMMAND "${BINARY_DIR}/build/embedding" size
        OUTPUT_VARIABLE output OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    set(${size} "${output}" PARENT_SCOPE)
endfunction()

build_and_measure(before)
set(page "${pages}/en-US/api-reference/beta/resources/recordoperation.md")
file(READ "${page}" text)
string(REPLACE "| completionReason " "| addedLater | String | Came later. |\n| completionReason " text "${text}")
file(WRITE "${page}" "${text}")
build_and_measure(after)
if(NOT after GREATER before)
    message(FATAL_ERROR "The structure had ${before} bytes; with one more property it has ${after}.")
endif()
