#!/bin/sh
# troubles.sh CMAKE GENERATOR COMPILER STAGE GUIDE WORK: the messages in the last section of the guide are
# those that the mistakes give which are made here, one after the other. STAGE is docmodel installed.
set -u
cmake=$1 generator=$2 compiler=$3 stage=$4 guide=$5 work=$6
here=$(cd "$(dirname "$0")" && pwd)
rm -rf "$work" && mkdir -p "$work" && cd "$work" || exit 1
sed -n '/^## When something goes wrong/,$ s/^    //p' "$guide" >messages
made=0

# mistake TARGET LINE...: makes a project of these lines, configures it and builds TARGET, which must give
# the guide's next message. In messages "..." stands for any text.
mistake() {
    target=$1
    shift
    made=$((made + 1))
    message=$(sed -n "${made}p" messages)
    project=$work/$made
    mkdir -p "$project/site/api"
    cp -R "$here/docs" "$here/main.c" "$project"
    printf '%s\n' 'cmake_minimum_required(VERSION 3.22)' 'project(mistake LANGUAGES C)' "$@" \
        >"$project/CMakeLists.txt"
    if { "$cmake" -S "$project" -B "$project/build" -G "$generator" "-DCMAKE_C_COMPILER=$compiler" \
        "-DCMAKE_PREFIX_PATH=$stage" && "$cmake" --build "$project/build" --target "$target"; } \
        >"$project/output" 2>&1; then
        echo "FAILED: mistake $made is none: $*" >&2
        exit 1
    fi
    pattern=$(printf '%s\n' "$message" | sed 's/[][*?\\]/\\&/g; s/\.\.\./*/g')
    # CMake breaks lines, and ends sentences with two spaces.
    case $(tr -s '\n ' '  ' <"$project/output") in
        *$pattern*) echo "$made: $message" ;;
        *)
            echo "FAILED: mistake $made does not say: $message" >&2
            cat "$project/output" >&2
            exit 1
            ;;
    esac
}

package='find_package(docmodel REQUIRED)'
library='docmodel_add_library(shop DOCS docs)'
mistake all 'set(CMAKE_PREFIX_PATH "")' 'set(CMAKE_FIND_USE_SYSTEM_ENVIRONMENT_PATH OFF)' \
    'set(CMAKE_FIND_USE_CMAKE_SYSTEM_PATH OFF)' "$package"
mistake all "$package" 'docmodel_add_library(shop DOCS doc)'
mistake all "$package" 'docmodel_add_library(shop DOCS site/api)'
mistake all "$package" "$library" 'docmodel_add_library(store DOCS docs PREFIX shop)'
mistake all "$package" 'docmodel_add_library(shop DOCS docs TEMPLATES docs)'
mistake all 'set(docmodel_EXECUTABLE /nowhere/docmodel)' "$package" "$library"
mistake all 'set(CMAKE_CROSSCOMPILING TRUE)' "list(APPEND CMAKE_FIND_ROOT_PATH \"$stage\")" \
    'set(docmodel_HOST_EXECUTABLE "")' "$package" "$library"
mistake shop_generate "$package" 'docmodel_add_library(shop DOCS docs TYPES orders)'
mistake shop_generate "$package" 'docmodel_add_library(shop DOCS docs OPTIONS --bananas)'
mistake shop_generate "$package" 'file(WRITE docs/empty.md "")' "$library"
mistake example "$package" "$library" 'add_executable(example main.c)'
mistake example "$package" "$library" 'file(WRITE old/docmodel/runtime.h "#define DM_RUNTIME_INTERFACE 1\n")' \
    'add_executable(example main.c)' 'target_include_directories(example BEFORE PRIVATE old)' \
    'target_link_libraries(example PRIVATE shop)'
test "$(wc -l <messages)" = "$made" || {
    echo "FAILED: $made mistakes for the guide's $(wc -l <messages) messages" >&2
    exit 1
}
