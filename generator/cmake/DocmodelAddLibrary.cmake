#[[
docmodel_add_library(<target> [STATIC | SHARED] DOCS <dir>...
    [API_VERSION <version>] [TYPES <glob>...] [EXCLUDE <glob>...] [PREFIX <name>]
    [TEMPLATES <dir>] [PRIMARY_LOCALE <locale>] [MERGE primary|union] [DOC_LOCALE <locale>]
    [VOCABULARY <file>...] [CORRECTIONS <file>...] [OPTIONS <option>...] [SHARDS <n>] [TESTS])

Makes <target>, a library of the models that the pages of DOCS document, and the alias
<target>::<target>. The pages are read when the library is built, and again when one of them, the
templates, the vocabulary, an option or docmodel itself changes; a file of the output is written only
when its bytes change, and only then compiled again.

    find_package(docmodel REQUIRED)
    docmodel_add_library(models DOCS docs TYPES user message)
    target_link_libraries(app PRIVATE models)          # #include <models/user.h>

STATIC, SHARED  the kind of library; BUILD_SHARED_LIBS decides when neither is given. The soname of a
                shared one (on ELF systems, others have static ones only) holds the layout of its
                structures, so that no program runs with a library of another layout
DOCS            folders of pages, as `docmodel generate --docs` takes them; relative to the
                current source folder
API_VERSION     the version that is rendered; v1.0 when it is not given
TYPES, EXCLUDE  what to select; all types when TYPES is not given
PREFIX          of C names and headers: <models/user.h>, models_user; the target's name when it is
                not given. Each library of a build has its own
TEMPLATES       a pack that makes the same layout as the pack "c", which is the default
VOCABULARY      further vocabulary files
CORRECTIONS     files of what the pages have wrong; of two that correct the same, the last decides
OPTIONS         further options of `docmodel generate`, such as -W error or --no-descriptions
SHARDS          how many source files are compiled; when it is not given, one for each hundred pages,
                or for each thousand when TYPES selects
TESTS           also makes the library's own tests, <target>_tests (needs cmocka), for ctest

PRIMARY_LOCALE, MERGE and DOC_LOCALE are the options of these names.

All libraries of a build share one docmodel::runtime: the installed one, if find_package(docmodel)
found that, else one that is compiled.

The generator runs on the machine that builds. It is docmodel_EXECUTABLE when that is set; else the
docmodel of this build or package, unless that is a program for another machine; else the one in
PATH; else, where docmodel's source is part of a cross build, one that is built for this machine with
docmodel_HOST_C_COMPILER (what PATH has, when that is not set).
]]

include_guard(GLOBAL)

set(DOCMODEL_SONAME_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/DocmodelSoname.cmake" CACHE INTERNAL
    "What names shared libraries")

# The functions below keep these policies, whatever those of the project that calls them.
cmake_policy(VERSION 3.22)

# Ends with an error about a call of docmodel_add_library.
function(docmodel_reject target)
    list(JOIN ARGN "" text)
    message(FATAL_ERROR "docmodel_add_library(${target}): ${text}")
endfunction()

# Sets *result to whether the target docmodel::docmodel is a program for this machine.
function(docmodel_target_runs_here result)
    set(${result} FALSE PARENT_SCOPE)
    if(NOT TARGET docmodel::docmodel)
        return()
    endif()
    get_target_property(imported docmodel::docmodel IMPORTED)
    if(CMAKE_CROSSCOMPILING AND NOT imported)
        return()
    endif()
    if(CMAKE_CROSSCOMPILING)
        # What stands in the target's file tree is for the target.
        get_target_property(program docmodel::docmodel LOCATION)
        foreach(root IN LISTS CMAKE_SYSROOT CMAKE_FIND_ROOT_PATH CMAKE_STAGING_PREFIX)
            string(FIND "${program}" "${root}/" position)
            if(position EQUAL 0)
                return()
            endif()
        endforeach()
    endif()
    set(${result} TRUE PARENT_SCOPE)
endfunction()

# Makes the target docmodel_host, which builds docmodel's source with this machine's compiler, and sets
# *result to the program. Clears what points a build at the target machine.
function(docmodel_build_for_host result)
    set(build "${CMAKE_BINARY_DIR}/docmodel_host")
    set(${result} "${build}/bin/docmodel" PARENT_SCOPE)
    if(TARGET docmodel_host)
        return()
    endif()
    find_program(docmodel_HOST_C_COMPILER NAMES cc gcc clang NO_CMAKE_FIND_ROOT_PATH)
    mark_as_advanced(docmodel_HOST_C_COMPILER)
    if(NOT docmodel_HOST_C_COMPILER)
        message(FATAL_ERROR "docmodel_add_library: no C compiler for this machine is in PATH to build"
            " docmodel with. Set docmodel_EXECUTABLE to the path of a docmodel that runs here, or"
            " docmodel_HOST_C_COMPILER to that of a compiler.")
    endif()
    include(ExternalProject)
    ExternalProject_Add(docmodel_host
        SOURCE_DIR "${docmodel_SOURCE_DIR}"
        BINARY_DIR "${build}"
        CONFIGURE_COMMAND "${CMAKE_COMMAND}" -E env --unset=CC --unset=CFLAGS --unset=LDFLAGS
            --unset=PKG_CONFIG_LIBDIR --unset=PKG_CONFIG_SYSROOT_DIR --unset=CMAKE_TOOLCHAIN_FILE
            "${CMAKE_COMMAND}" -S "${docmodel_SOURCE_DIR}" -B "${build}" -G "${CMAKE_GENERATOR}"
            "-DCMAKE_C_COMPILER=${docmodel_HOST_C_COMPILER}" -DCMAKE_BUILD_TYPE=Release
            -DDOCMODEL_TESTS=OFF -DDOCMODEL_MODELS=OFF -DDOCMODEL_INSTALL=OFF
        BUILD_COMMAND "${CMAKE_COMMAND}" --build "${build}" --target docmodel
        BUILD_ALWAYS TRUE
        BUILD_BYPRODUCTS "${build}/bin/docmodel"
        INSTALL_COMMAND "")
endfunction()

# Sets *result to the path of a docmodel that runs on this machine, and *target to what builds it, if
# something does. The program of this build or package goes before one in PATH, which may be of another
# version than the functions here.
function(docmodel_find_program result target)
    set(${target} "" PARENT_SCOPE)
    docmodel_target_runs_here(runs_here)
    if(docmodel_EXECUTABLE)
        if(NOT EXISTS "${docmodel_EXECUTABLE}")
            message(FATAL_ERROR "docmodel_add_library: docmodel_EXECUTABLE names"
                " ${docmodel_EXECUTABLE}, which does not exist.")
        endif()
        set(program "${docmodel_EXECUTABLE}")
    elseif(runs_here)
        set(program "$<TARGET_FILE:docmodel::docmodel>")
    else()
        find_program(docmodel_HOST_EXECUTABLE docmodel NO_CMAKE_FIND_ROOT_PATH)
        mark_as_advanced(docmodel_HOST_EXECUTABLE)
        set(program "${docmodel_HOST_EXECUTABLE}")
        if(NOT program AND EXISTS "${docmodel_SOURCE_DIR}/generator/cli/main.c")
            docmodel_build_for_host(program)
            set(${target} docmodel_host PARENT_SCOPE)
        endif()
    endif()
    if(NOT program)
        message(FATAL_ERROR "docmodel_add_library: there is no docmodel that runs on this machine."
            " Set docmodel_EXECUTABLE to the path of one.")
    endif()
    set(${result} "${program}" PARENT_SCOPE)
endfunction()

# Programs hold what they use of a library's object files, not all of it.
function(docmodel_leave_out_unused target)
    if(CMAKE_C_COMPILER_ID MATCHES "GNU|Clang" AND NOT APPLE AND NOT MSVC)
        target_compile_options(${target} PRIVATE -ffunction-sections -fdata-sections)
        target_link_options(${target} INTERFACE "LINKER:--gc-sections")
    endif()
endfunction()

# Sets *result to STATIC or SHARED.
function(docmodel_choose_kind target result)
    set(elf TRUE)
    if(WIN32 OR APPLE)
        set(elf FALSE)
    endif()
    if(arg_STATIC AND arg_SHARED)
        docmodel_reject(${target} "a library is STATIC or SHARED. Leave one of the two out.")
    elseif(arg_SHARED AND NOT elf)
        docmodel_reject(${target} "SHARED is for ELF systems. Write STATIC.")
    elseif(arg_SHARED OR (BUILD_SHARED_LIBS AND elf AND NOT arg_STATIC))
        set(${result} SHARED PARENT_SCOPE)
    else()
        set(${result} STATIC PARENT_SCOPE)
    endif()
endfunction()

# Names a shared library after the layout that the generator writes to a file: known when the library
# is linked, but not when CMake runs, so that CMake's own SOVERSION cannot hold it.
function(docmodel_name_by_layout target layout)
    set(options "${CMAKE_CURRENT_BINARY_DIR}/${target}.docmodel/soname-$<CONFIG>")
    add_custom_command(TARGET ${target} PRE_LINK
        COMMAND "${CMAKE_COMMAND}" "-DLAYOUT=${layout}" "-DLIBRARY=$<TARGET_FILE:${target}>"
            "-DOPTIONS=${options}" -P "${DOCMODEL_SONAME_SCRIPT}"
        VERBATIM)
    target_link_options(${target} PRIVATE "LINKER:@${options}")
    set_target_properties(${target} PROPERTIES NO_SONAME TRUE DOCMODEL_LAYOUT "${layout}")
endfunction()

# Makes docmodel_runtime, once a build, from the pack's own sources.
function(docmodel_compile_runtime)
    if(TARGET docmodel_runtime)
        return()
    endif()
    set(runtime "${DOCMODEL_PACKS_DIR}/c/runtime")
    include("${DOCMODEL_PACKS_DIR}/c/runtime.cmake")
    docmodel_list_runtime(sources "${runtime}")
    add_library(docmodel_runtime STATIC ${sources})
    set_target_properties(docmodel_runtime PROPERTIES
        EXPORT_NAME runtime
        C_EXTENSIONS OFF
        C_VISIBILITY_PRESET hidden
        POSITION_INDEPENDENT_CODE ON)
    target_compile_features(docmodel_runtime PUBLIC c_std_11)
    target_include_directories(docmodel_runtime PUBLIC
        "$<BUILD_INTERFACE:${runtime}/include>" "$<INSTALL_INTERFACE:include>")
    docmodel_leave_out_unused(docmodel_runtime)
endfunction()

# Makes docmodel::runtime, unless the project has one, such as the one that is installed.
function(docmodel_add_runtime)
    if(NOT TARGET docmodel::runtime)
        docmodel_compile_runtime()
        add_library(docmodel::runtime ALIAS docmodel_runtime)
    endif()
endfunction()

# Sets *pages to the pages of the folders, sorted. The glob runs again in every build.
function(docmodel_list_pages target pages)
    set(found "")
    foreach(folder IN LISTS ARGN)
        if(NOT IS_DIRECTORY "${folder}")
            docmodel_reject(${target} "DOCS names ${folder}, which is no folder. Paths are relative to"
                " ${CMAKE_CURRENT_SOURCE_DIR}. A misspelt argument behind DOCS counts as a folder, too.")
        endif()
        string(REGEX REPLACE "([[*?])" "[\\1]" pattern "${folder}")
        file(GLOB_RECURSE files FOLLOW_SYMLINKS CONFIGURE_DEPENDS "${pattern}/*.md")
        foreach(file IN LISTS files)
            if(NOT EXISTS "${file}")
                docmodel_reject(${target} "the path of a page in ${folder} holds a semicolon or a"
                    " single bracket, which CMake does not keep in lists. Rename it: ${file}")
            endif()
        endforeach()
        list(APPEND found ${files})
    endforeach()
    # Operations and shared snippets are no input of the models.
    list(FILTER found EXCLUDE REGEX "/(api|includes)/[^/]*$")
    list(REMOVE_DUPLICATES found)
    list(SORT found)
    if(ARGN AND NOT found)
        docmodel_reject(${target} "there are no pages (*.md) in ${ARGN}."
            " DOCS must name a folder of locales, a checkout of a documentation repository, an"
            " api-reference folder, or a folder of pages.")
    endif()
    set(${pages} "${found}" PARENT_SCOPE)
endfunction()

# Each prefix stands for one set of C names; two sets with one could not be linked together.
function(docmodel_claim_prefix target prefix)
    get_property(owner GLOBAL PROPERTY DOCMODEL_PREFIX_${prefix})
    if(owner)
        docmodel_reject(${target} "${owner} has the prefix ${prefix}"
            " already. Give one of the two another PREFIX.")
    endif()
    set_property(GLOBAL PROPERTY DOCMODEL_PREFIX_${prefix} ${target})
endfunction()

# Sets *result to the absolute form of each path.
function(docmodel_make_absolute result)
    set(absolute "")
    foreach(path IN LISTS ARGN)
        get_filename_component(path "${path}" ABSOLUTE)
        list(APPEND absolute "${path}")
    endforeach()
    set(${result} "${absolute}" PARENT_SCOPE)
endfunction()

# Appends OPTION=VALUE to *list for each value.
function(docmodel_append_option list option)
    set(result "${${list}}")
    foreach(value IN LISTS ARGN)
        list(APPEND result "${option}=${value}")
    endforeach()
    set(${list} "${result}" PARENT_SCOPE)
endfunction()

# The functions below read the arguments of docmodel_add_library (arg_*), which calls them.

# Complains about FILES, given as ARGUMENT, that neither are there nor are made by the build.
function(docmodel_check_files target argument)
    foreach(file IN LISTS ARGN)
        get_source_file_property(generated "${file}" GENERATED)
        if(NOT generated AND (NOT EXISTS "${file}" OR IS_DIRECTORY "${file}"))
            docmodel_reject(${target} "${argument} names ${file}, which is no file. Paths are"
                " relative to ${CMAKE_CURRENT_SOURCE_DIR}.")
        endif()
    endforeach()
endfunction()

# Complains about arguments that cannot be right, each with its name and the remedy.
function(docmodel_check_arguments target)
    if(NOT DEFINED CMAKE_C_COMPILER_ID)
        docmodel_reject(${target} "the library is written in C. Name C among the LANGUAGES of"
            " project(), or call enable_language(C) before.")
    endif()
    if(arg_UNPARSED_ARGUMENTS)
        list(JOIN arg_UNPARSED_ARGUMENTS " " unknown)
        list(JOIN keywords ", " known)
        docmodel_reject(${target} "there is no argument ${unknown}. There are ${known}.")
    endif()
    # An empty list is nothing to say, but no selection.
    list(REMOVE_ITEM arg_KEYWORDS_MISSING_VALUES VOCABULARY CORRECTIONS OPTIONS)
    if(arg_KEYWORDS_MISSING_VALUES)
        list(JOIN arg_KEYWORDS_MISSING_VALUES " and " names)
        docmodel_reject(${target} "nothing follows ${names}. Give a value, or leave it out.")
    endif()
    if(NOT arg_DOCS)
        docmodel_reject(${target} "DOCS names no folder of pages. Write DOCS <folder>.")
    endif()
    if(arg_TEMPLATES AND NOT EXISTS "${arg_TEMPLATES}/pack.json")
        docmodel_reject(${target} "TEMPLATES names ${arg_TEMPLATES},"
            " which is no template pack: it has no pack.json.")
    endif()
    docmodel_check_files(${target} VOCABULARY ${arg_VOCABULARY})
    docmodel_check_files(${target} CORRECTIONS ${arg_CORRECTIONS})
    if(NOT arg_PREFIX MATCHES "^[A-Za-z][A-Za-z0-9_]*$")
        docmodel_reject(${target} "\"${arg_PREFIX}\" cannot begin names of C. Give a PREFIX of"
            " letters, digits and '_', a letter first.")
    endif()
    if(NOT arg_SHARDS MATCHES "^[1-9][0-9]?[0-9]?$")
        docmodel_reject(${target} "SHARDS ${arg_SHARDS} is no number from 1 to 999.")
    endif()
endfunction()

# Sets *result to the options of `docmodel generate`.
function(docmodel_compose_options result)
    set(options "")
    docmodel_append_option(options --docs ${arg_DOCS})
    docmodel_append_option(options --api-version ${arg_API_VERSION})
    docmodel_append_option(options --prefix ${arg_PREFIX})
    docmodel_append_option(options --shards ${arg_SHARDS})
    docmodel_append_option(options --types ${arg_TYPES})
    docmodel_append_option(options --exclude ${arg_EXCLUDE})
    docmodel_append_option(options --primary-locale ${arg_PRIMARY_LOCALE})
    docmodel_append_option(options --merge ${arg_MERGE})
    docmodel_append_option(options --doc-locale ${arg_DOC_LOCALE})
    docmodel_append_option(options --vocabulary ${arg_VOCABULARY})
    docmodel_append_option(options --corrections ${arg_CORRECTIONS})
    docmodel_append_option(options --templates ${arg_TEMPLATES})
    list(APPEND options ${arg_OPTIONS})
    set(${result} "${options}" PARENT_SCOPE)
endfunction()

# Makes the target <target>_generate, which brings the folder WORK/out up to date: the files
# BYPRODUCTS, whose names are known here, and all others. A stamp tells when that was.
function(docmodel_add_generation target work pages byproducts)
    docmodel_compose_options(options)
    docmodel_find_program(program program_target)
    # The list changes when a page comes or goes, or an option changes: what no time stamp of an
    # input tells.
    set(lines ${options} ${pages})
    list(JOIN lines "\n" lines)
    file(CONFIGURE OUTPUT "${work}/inputs" CONTENT "${lines}\n" @ONLY)
    add_custom_command(
        OUTPUT "${work}/stamp"
        BYPRODUCTS ${byproducts}
        COMMAND "${program}" generate --quiet "--out=${work}/out" "--stamp=${work}/stamp"
            "--depfile=${work}/depfile" ${options}
        DEPENDS "${work}/inputs" ${pages} ${arg_VOCABULARY} ${arg_CORRECTIONS} "${program}"
            ${program_target}
        DEPFILE "${work}/depfile"
        COMMENT "Generating ${target} from its pages"
        VERBATIM)
    add_custom_target(${target}_generate DEPENDS "${work}/stamp")
endfunction()

# The tests that are generated with a library.
function(docmodel_add_tests target work)
    find_package(PkgConfig REQUIRED)
    pkg_check_modules(docmodel_cmocka REQUIRED IMPORTED_TARGET cmocka)
    add_executable(${target}_tests ${ARGN})
    add_dependencies(${target}_tests ${target}_generate)
    target_include_directories(${target}_tests PRIVATE "${work}/out/tests")
    target_link_libraries(${target}_tests PRIVATE ${target} PkgConfig::docmodel_cmocka)
    add_test(NAME ${target}_tests COMMAND ${target}_tests)
endfunction()

function(docmodel_add_library target)
    set(single API_VERSION PREFIX TEMPLATES PRIMARY_LOCALE MERGE DOC_LOCALE SHARDS)
    set(several DOCS TYPES EXCLUDE VOCABULARY CORRECTIONS OPTIONS)
    set(options STATIC SHARED TESTS)
    set(keywords ${several} ${single} ${options})
    cmake_parse_arguments(PARSE_ARGV 1 arg "${options}" "${single}" "${several}")
    docmodel_make_absolute(arg_DOCS ${arg_DOCS})
    docmodel_make_absolute(arg_VOCABULARY ${arg_VOCABULARY})
    docmodel_make_absolute(arg_CORRECTIONS ${arg_CORRECTIONS})
    docmodel_make_absolute(arg_TEMPLATES ${arg_TEMPLATES})
    docmodel_list_pages(${target} pages ${arg_DOCS})
    if(NOT DEFINED arg_API_VERSION)
        set(arg_API_VERSION v1.0)
    endif()
    if(NOT DEFINED arg_PREFIX)
        string(MAKE_C_IDENTIFIER "${target}" arg_PREFIX)
    endif()
    if(NOT DEFINED arg_SHARDS)
        # A selection is taken to leave a tenth: it costs to compile shards with next to nothing.
        list(LENGTH pages page_count)
        set(pages_a_shard 100)
        if(arg_TYPES)
            set(pages_a_shard 1000)
        endif()
        math(EXPR arg_SHARDS "1 + ${page_count} / ${pages_a_shard}")
        if(arg_SHARDS GREATER 999)
            set(arg_SHARDS 999)
        endif()
    endif()
    docmodel_check_arguments(${target})
    docmodel_choose_kind(${target} kind)
    docmodel_claim_prefix(${target} ${arg_PREFIX})

    # Names of types are not known before the pages are read, so the library is compiled through
    # shards, sources with known names that include the others.
    set(work "${CMAKE_CURRENT_BINARY_DIR}/${target}.docmodel")
    set(library "${work}/out/${arg_PREFIX}")
    set(sources "${library}/src/models.c")
    math(EXPR last "${arg_SHARDS} - 1")
    foreach(i RANGE ${last})
        list(APPEND sources "${library}/src/shard_${i}.c")
    endforeach()
    set(tests "")
    if(arg_TESTS)
        set(tests "${work}/out/tests/driver.c" "${work}/out/tests/${arg_PREFIX}/tests.c")
    endif()
    # What a build knows by name it can tell to have changed in the very build that generates it. The
    # sources above change with what they include, and so does this header, which all others include.
    set(generation "${library}/include/${arg_PREFIX}/generation.h")
    docmodel_add_generation(${target} "${work}" "${pages}" "${sources};${tests};${generation}")

    docmodel_add_runtime()
    add_library(${target} ${kind} ${sources})
    add_library(${target}::${target} ALIAS ${target})
    add_dependencies(${target} ${target}_generate)
    set_target_properties(${target} PROPERTIES
        C_EXTENSIONS OFF
        C_VISIBILITY_PRESET hidden
        POSITION_INDEPENDENT_CODE ON
        DOCMODEL_INCLUDE_DIR "${library}/include")
    target_include_directories(${target} PUBLIC
        "$<BUILD_INTERFACE:${library}/include>" "$<INSTALL_INTERFACE:include>")
    target_link_libraries(${target} PUBLIC docmodel::runtime)
    docmodel_leave_out_unused(${target})
    if(kind STREQUAL "SHARED")
        docmodel_name_by_layout(${target} "${library}/layout.txt")
    endif()
    if(arg_TESTS)
        docmodel_add_tests(${target} "${work}" ${tests})
    endif()
endfunction()
