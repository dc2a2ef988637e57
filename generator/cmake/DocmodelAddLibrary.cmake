#[[
docmodel_add_library(<target> DOCS <dir>...
    [API_VERSION <version>] [TYPES <glob>...] [EXCLUDE <glob>...] [PREFIX <name>]
    [TEMPLATES <dir>] [PRIMARY_LOCALE <locale>] [MERGE primary|union] [DOC_LOCALE <locale>]
    [VOCABULARY <file>...] [OPTIONS <option>...] [SHARDS <n>] [TESTS])

Makes <target>, a static library of the models that the pages of DOCS document, and the alias
<target>::<target>. The pages are read when the library is built, and again when one of them, the
templates, the vocabulary, an option or docmodel itself changes; a file of the output is written only
when its bytes change, and only then compiled again.

    find_package(docmodel REQUIRED)
    docmodel_add_library(models DOCS docs TYPES user message)
    target_link_libraries(app PRIVATE models)          # #include <models/user.h>

DOCS            folders of pages, as `docmodel generate --docs` takes them; relative to the
                current source folder
API_VERSION     the version that is rendered; v1.0 when it is not given
TYPES, EXCLUDE  what to select; all types when TYPES is not given
PREFIX          of C names and headers: <models/user.h>, models_user; the target's name when it is
                not given. Each library of a build has its own
TEMPLATES       a pack that makes the same layout as the pack "c", which is the default
VOCABULARY      further vocabulary files
OPTIONS         further options of `docmodel generate`, such as -W error or --no-descriptions
SHARDS          how many source files are compiled; by the number of pages when it is not given
TESTS           also makes the library's own tests, <target>_tests (needs cmocka), for ctest

PRIMARY_LOCALE, MERGE and DOC_LOCALE are the options of these names.

All libraries of a build share one docmodel::runtime. The program is docmodel_EXECUTABLE when that
is set, else the docmodel of this build or package, else what PATH has.
]]

include_guard(GLOBAL)

# Sets *command to how docmodel is called, and *file to what a build must depend on for it.
function(docmodel_find_program command file)
    if(docmodel_EXECUTABLE)
        set(program "${docmodel_EXECUTABLE}")
    elseif(TARGET docmodel::docmodel AND NOT CMAKE_CROSSCOMPILING)
        set(program "$<TARGET_FILE:docmodel::docmodel>")
    else()
        find_program(docmodel_HOST_EXECUTABLE docmodel NO_CMAKE_FIND_ROOT_PATH)
        mark_as_advanced(docmodel_HOST_EXECUTABLE)
        set(program "${docmodel_HOST_EXECUTABLE}")
    endif()
    if(NOT program)
        message(FATAL_ERROR "docmodel_add_library: there is no docmodel that runs on this machine."
            " Set docmodel_EXECUTABLE to the path of one.")
    endif()
    set(${command} "${program}" PARENT_SCOPE)
    set(${file} "${program}" PARENT_SCOPE)
endfunction()

# Makes docmodel::runtime, once a build, from the pack's own sources.
function(docmodel_add_runtime)
    if(TARGET docmodel::runtime)
        return()
    endif()
    set(runtime "${DOCMODEL_PACKS_DIR}/c/runtime")
    file(GLOB sources CONFIGURE_DEPENDS "${runtime}/src/*.c")
    add_library(docmodel_runtime STATIC ${sources})
    add_library(docmodel::runtime ALIAS docmodel_runtime)
    set_target_properties(docmodel_runtime PROPERTIES EXPORT_NAME runtime C_EXTENSIONS OFF)
    target_compile_features(docmodel_runtime PUBLIC c_std_11)
    target_include_directories(docmodel_runtime PUBLIC
        "$<BUILD_INTERFACE:${runtime}/include>" "$<INSTALL_INTERFACE:include>")
endfunction()

# Sets *pages to the pages of the folders, sorted. The glob runs again in every build.
function(docmodel_list_pages pages)
    set(found "")
    foreach(folder IN LISTS ARGN)
        if(NOT IS_DIRECTORY "${folder}")
            message(FATAL_ERROR "docmodel_add_library: DOCS names ${folder}, which is no folder.")
        endif()
        file(GLOB_RECURSE files CONFIGURE_DEPENDS "${folder}/*.md")
        list(APPEND found ${files})
    endforeach()
    # Operations and shared snippets are no input of the models.
    list(FILTER found EXCLUDE REGEX "/(api|includes)/[^/]*$")
    list(REMOVE_DUPLICATES found)
    list(SORT found)
    if(NOT found)
        message(FATAL_ERROR "docmodel_add_library: there are no pages (*.md) in ${ARGN}."
            " DOCS must name a folder of locales, a checkout of a documentation repository, an"
            " api-reference folder, or a folder of pages.")
    endif()
    set(${pages} "${found}" PARENT_SCOPE)
endfunction()

# Each prefix stands for one set of C names; two sets with one could not be linked together.
function(docmodel_claim_prefix prefix target)
    get_property(owner GLOBAL PROPERTY DOCMODEL_PREFIX_${prefix})
    if(owner)
        message(FATAL_ERROR "docmodel_add_library(${target}): ${owner} has the prefix ${prefix}"
            " already. Give one of the two another PREFIX.")
    endif()
    set_property(GLOBAL PROPERTY DOCMODEL_PREFIX_${prefix} ${target})
endfunction()

# Appends to *list each value behind OPTION.
function(docmodel_append_option list option)
    set(result "${${list}}")
    foreach(value IN LISTS ARGN)
        list(APPEND result "${option}=${value}")
    endforeach()
    set(${list} "${result}" PARENT_SCOPE)
endfunction()

# The tests that were generated with a library; their sources have fixed names too.
function(docmodel_add_tests target prefix out)
    find_package(PkgConfig REQUIRED)
    pkg_check_modules(docmodel_cmocka REQUIRED IMPORTED_TARGET cmocka)
    add_executable(${target}_tests
        "${out}/tests/driver.c" "${out}/tests/${prefix}/tests.c")
    add_dependencies(${target}_tests ${target}_generate)
    target_include_directories(${target}_tests PRIVATE "${out}/tests")
    target_link_libraries(${target}_tests PRIVATE ${target} PkgConfig::docmodel_cmocka)
    add_test(NAME ${target}_tests COMMAND ${target}_tests)
endfunction()

function(docmodel_add_library target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "TESTS"
        "API_VERSION;PREFIX;TEMPLATES;PRIMARY_LOCALE;MERGE;DOC_LOCALE;SHARDS"
        "DOCS;TYPES;EXCLUDE;VOCABULARY;OPTIONS")
    if(arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "docmodel_add_library(${target}): unknown argument"
            " ${arg_UNPARSED_ARGUMENTS}")
    endif()
    if(NOT arg_DOCS)
        message(FATAL_ERROR "docmodel_add_library(${target}): DOCS names no folder of pages.")
    endif()
    if(NOT arg_API_VERSION)
        set(arg_API_VERSION v1.0)
    endif()
    if(NOT arg_PREFIX)
        string(MAKE_C_IDENTIFIER "${target}" arg_PREFIX)
    endif()
    docmodel_claim_prefix(${arg_PREFIX} ${target})

    set(folders "")
    foreach(folder IN LISTS arg_DOCS)
        get_filename_component(folder "${folder}" ABSOLUTE)
        list(APPEND folders "${folder}")
    endforeach()
    docmodel_list_pages(pages ${folders})
    if(NOT arg_SHARDS)
        list(LENGTH pages page_count)
        math(EXPR arg_SHARDS "1 + ${page_count} / 100")
    endif()

    set(options "")
    docmodel_append_option(options --docs ${folders})
    docmodel_append_option(options --api-version ${arg_API_VERSION})
    docmodel_append_option(options --prefix ${arg_PREFIX})
    docmodel_append_option(options --shards ${arg_SHARDS})
    docmodel_append_option(options --types ${arg_TYPES})
    docmodel_append_option(options --exclude ${arg_EXCLUDE})
    docmodel_append_option(options --primary-locale ${arg_PRIMARY_LOCALE})
    docmodel_append_option(options --merge ${arg_MERGE})
    docmodel_append_option(options --doc-locale ${arg_DOC_LOCALE})
    set(files "")
    foreach(file IN LISTS arg_VOCABULARY)
        get_filename_component(file "${file}" ABSOLUTE)
        list(APPEND files "${file}")
    endforeach()
    docmodel_append_option(options --vocabulary ${files})
    if(arg_TEMPLATES)
        get_filename_component(templates "${arg_TEMPLATES}" ABSOLUTE)
        if(NOT EXISTS "${templates}/pack.json")
            message(FATAL_ERROR "docmodel_add_library(${target}): TEMPLATES names ${templates},"
                " which is no template pack: it has no pack.json.")
        endif()
        docmodel_append_option(options --templates ${templates})
    endif()
    list(APPEND options ${arg_OPTIONS})

    # The list changes when a page comes or goes, or an option changes: what no time stamp of an
    # input tells.
    set(work "${CMAKE_CURRENT_BINARY_DIR}/${target}.docmodel")
    set(out "${work}/out")
    set(library "${out}/${arg_PREFIX}")
    set(lines ${options} ${pages})
    list(JOIN lines "\n" lines)
    file(CONFIGURE OUTPUT "${work}/inputs" CONTENT "${lines}\n" @ONLY)

    set(sources "${library}/src/models.c")
    math(EXPR last "${arg_SHARDS} - 1")
    foreach(i RANGE ${last})
        list(APPEND sources "${library}/src/shard_${i}.c")
    endforeach()
    set(byproducts ${sources})
    if(arg_TESTS)
        list(APPEND byproducts "${out}/tests/driver.c" "${out}/tests/${arg_PREFIX}/tests.c")
    endif()

    docmodel_find_program(program program_file)
    add_custom_command(
        OUTPUT "${work}/stamp"
        BYPRODUCTS ${byproducts}
        COMMAND "${program}" generate --quiet "--out=${out}" "--stamp=${work}/stamp"
            "--depfile=${work}/depfile" ${options}
        DEPENDS "${work}/inputs" ${pages} ${files} "${program_file}"
        DEPFILE "${work}/depfile"
        COMMENT "Generating ${target} from its pages"
        VERBATIM)
    add_custom_target(${target}_generate DEPENDS "${work}/stamp")

    docmodel_add_runtime()
    add_library(${target} STATIC ${sources})
    add_library(${target}::${target} ALIAS ${target})
    add_dependencies(${target} ${target}_generate)
    set_target_properties(${target} PROPERTIES
        C_EXTENSIONS OFF
        DOCMODEL_PREFIX "${arg_PREFIX}"
        DOCMODEL_INCLUDE_DIR "${library}/include")
    target_include_directories(${target} PUBLIC
        "$<BUILD_INTERFACE:${library}/include>" "$<INSTALL_INTERFACE:include>")
    target_link_libraries(${target} PUBLIC docmodel::runtime)
    if(arg_TESTS)
        docmodel_add_tests(${target} ${arg_PREFIX} "${out}")
    endif()
endfunction()
