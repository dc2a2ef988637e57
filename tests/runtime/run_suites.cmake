# Unpacks the real material and runs the program (by EMULATOR, where it is for another machine) on it;
# says SKIPPED: where it is absent.
if(NOT EXISTS "${SHARED}/data/suites.tar.xz" OR NOT EXISTS "${SHARED}/data/payloads-v1.0.jsonl.xz")
    message("SKIPPED: no suites in ${SHARED}/data")
    return()
endif()
find_program(XZ xz)
if(NOT XZ)
    message("SKIPPED: the program xz is missing")
    return()
endif()
file(MAKE_DIRECTORY "${WORK}")
execute_process(COMMAND "${CMAKE_COMMAND}" -E tar xf "${SHARED}/data/suites.tar.xz"
    WORKING_DIRECTORY "${WORK}" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${XZ}" -dc "${SHARED}/data/payloads-v1.0.jsonl.xz"
    OUTPUT_FILE "${WORK}/payloads.jsonl" COMMAND_ERROR_IS_FATAL ANY)
file(GLOB_RECURSE cases "${WORK}/json/test_parsing/*.json")
list(SORT cases)
list(JOIN cases "\n" lines)
file(WRITE "${WORK}/cases.txt" "${lines}\n")
execute_process(COMMAND ${EMULATOR} "${PROGRAM}" "${WORK}/cases.txt" "${WORK}/payloads.jsonl"
    COMMAND_ERROR_IS_FATAL ANY)
