#!/bin/sh
# Calls of docmodel_add_library that cannot be right: the configuration, or the build, ends with a
# message that names the argument and the remedy. The guide's troubles are in tests/example/.
#   mistakes.sh CMAKE BUILD_SYSTEM C_COMPILER PREFIX WORK_FOLDER
# PREFIX: where docmodel is installed.
set -u
here=$(cd "$(dirname "$0")" && pwd)
cmake=$1 build_system=$2 compiler=$3 prefix=$4 work=$5
rm -rf "$work" && mkdir -p "$work" && cd "$work" || exit 1
failures=0
language=C

# run CALL...: configures a project with these calls, and generates its library.
run() {
    rm -rf project
    cp -R "$here/matrix" project
    mkdir project/empty project/odd "project/[*?] &'é"
    cp project/pages/en-US/api-reference/v1.0/resources/loan.md "project/odd/a;b.md"
    cp project/pages/en-US/api-reference/v1.0/resources/loan.md "project/[*?] &'é/lo[a]n #1.md"
    printf '%s\n' 'cmake_minimum_required(VERSION 3.22)' "project(mistake LANGUAGES $language)" \
        'find_package(docmodel REQUIRED)' "$@" >project/CMakeLists.txt
    {
        "$cmake" -S project -B project/build -G "$build_system" "-DCMAKE_C_COMPILER=$compiler" \
            "-DCMAKE_PREFIX_PATH=$prefix" && "$cmake" --build project/build --target my_generate
    } >output 2>&1
}

# mistake MESSAGE CALL...: that fails and says MESSAGE. CMake breaks lines, and ends sentences with two
# spaces.
mistake() {
    message=$1
    shift
    if run "$@"; then
        echo "FAILED: no mistake: $*"
        failures=$((failures + 1))
    elif ! tr -s '\n ' '  ' <output | grep -qF -e "$message"; then
        echo "FAILED: $* does not say: $message"
        cat output
        failures=$((failures + 1))
    fi
}

mistake 'my): DOCS names no folder of pages. Write DOCS <folder>.' 'docmodel_add_library(my)'
mistake 'nothing follows DOCS. Give a value, or leave it out.' 'docmodel_add_library(my DOCS)'
mistake "nothing follows PREFIX and TYPES." 'docmodel_add_library(my DOCS pages TYPES PREFIX)'
mistake "DOCS names $work/project/nowhere, which is no folder. Paths are relative to $work/project." \
    'docmodel_add_library(my DOCS nowhere)'
mistake 'API_VERSON, which is no folder. Paths are relative' \
    'docmodel_add_library(my DOCS pages API_VERSON v1.0)'
mistake 'there is no argument TEST. There are DOCS, TYPES, EXCLUDE,' \
    'docmodel_add_library(my DOCS pages SHARDS 2 TEST)'
mistake "there are no pages (*.md) in $work/project/empty. DOCS must name a folder of locales," \
    'docmodel_add_library(my DOCS empty)'
mistake "odd holds a semicolon or a single bracket, which CMake does not keep in lists. Rename it:" \
    'docmodel_add_library(my DOCS odd)'
mistake '--api-version=v9: no page is of that version; there is v1.0' \
    'docmodel_add_library(my DOCS pages API_VERSION v9)'
mistake 'other): my has the prefix my already. Give one of the two another PREFIX.' \
    'docmodel_add_library(my DOCS pages)' 'docmodel_add_library(other DOCS pages PREFIX my)'
mistake "TEMPLATES names $work/project/pages, which is no template pack: it has no pack.json." \
    'docmodel_add_library(my DOCS pages TEMPLATES pages)'
mistake "VOCABULARY names $work/project/none.tsv, which is no file." \
    'docmodel_add_library(my DOCS pages VOCABULARY words.tsv none.tsv)'
mistake "CORRECTIONS names $work/project/pages, which is no file." \
    'docmodel_add_library(my DOCS pages CORRECTIONS pages)'
mistake "\"1st\" cannot begin names of C. Give a PREFIX of letters, digits and '_', a letter first." \
    'docmodel_add_library(my DOCS pages PREFIX 1st)'
mistake 'SHARDS many is no number from 1 to 999.' 'docmodel_add_library(my DOCS pages SHARDS many)'
mistake 'SHARDS 0 is no number from 1 to 999.' 'docmodel_add_library(my DOCS pages SHARDS 0)'
mistake "--merge=both is neither 'primary' nor 'union'" \
    'docmodel_add_library(my DOCS pages MERGE both)'
mistake '--primary-locale=fr-FR: no page is of that locale' \
    'docmodel_add_library(my DOCS pages PRIMARY_LOCALE fr-FR)'
mistake '--doc-locale=fr-FR: no page is of that locale' \
    'docmodel_add_library(my DOCS pages DOC_LOCALE fr-FR)'
mistake '--types=boks matches no type; did you mean' 'docmodel_add_library(my DOCS pages TYPES boks)'
mistake 'a library is STATIC or SHARED. Leave one of the two out.' \
    'docmodel_add_library(my STATIC SHARED DOCS pages)'
language=NONE
mistake 'Name C among the LANGUAGES of project(), or call enable_language(C) before.' \
    'docmodel_add_library(my DOCS pages)'
language=C

# What only looks like one: lists that are empty, names that mean something to others, a file that the
# build makes, all arguments at once.
right() {
    run "$@" && return
    echo "FAILED: a mistake: $*"
    cat output
    failures=$((failures + 1))
}
right 'docmodel_add_library(my DOCS pages VOCABULARY CORRECTIONS OPTIONS)'
right "docmodel_add_library(my DOCS \"[*?] &'é\")"
right 'add_custom_command(OUTPUT made.tsv COMMAND ${CMAKE_COMMAND} -E touch made.tsv)' \
    'docmodel_add_library(my DOCS pages CORRECTIONS "${CMAKE_CURRENT_BINARY_DIR}/made.tsv")'
right 'docmodel_add_library(my DOCS "${CMAKE_CURRENT_SOURCE_DIR}/pages" API_VERSION v1.0
    TYPES book reader EXCLUDE loan PREFIX all PRIMARY_LOCALE en-US MERGE union DOC_LOCALE en-US
    CORRECTIONS corrections.tsv VOCABULARY words.tsv OPTIONS --no-descriptions -W error SHARDS 2)'
test "$failures" = 0
