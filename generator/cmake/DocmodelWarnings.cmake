# docmodel_stage(NAME SOURCES... [LINKS ...]): one stage of the compiler as a static library
# docmodel_<name>, with the project's warnings. docmodel_set_warnings(TARGET) gives any target those.

function(docmodel_set_warnings target)
    target_compile_options(${target} PRIVATE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat=2
        $<$<COMPILE_LANGUAGE:C>:-Wstrict-prototypes>
        $<$<COMPILE_LANGUAGE:C>:-Wmissing-prototypes>)
    if(DOCMODEL_WERROR)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
endfunction()

function(docmodel_stage name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
    add_library(docmodel_${name} STATIC ${arg_SOURCES})
    target_include_directories(docmodel_${name} PUBLIC ${docmodel_SOURCE_DIR}/generator)
    target_compile_features(docmodel_${name} PUBLIC c_std_11)
    target_link_libraries(docmodel_${name} PUBLIC ${arg_LINKS})
    docmodel_set_warnings(docmodel_${name})
endfunction()

# docmodel_unit_test(NAME SOURCES... LINKS...): a cmocka program that ctest runs.
function(docmodel_unit_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
    add_executable(test_${name} ${arg_SOURCES})
    target_link_libraries(test_${name} PRIVATE ${arg_LINKS} PkgConfig::docmodel_cmocka)
    target_compile_definitions(test_${name} PRIVATE
        DOCMODEL_SOURCE_DIR="${docmodel_SOURCE_DIR}"
        DOCMODEL_SHARED="${DOCMODEL_SHARED}")
    docmodel_set_warnings(test_${name})
    add_test(NAME ${name} COMMAND test_${name})
endfunction()
