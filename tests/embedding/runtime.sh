#!/bin/sh
# Which runtime a library stands on, and how one that is part of a build is compiled.
#   runtime.sh CMAKE BUILD_SYSTEM C_COMPILER C_FLAGS PREFIX WORK_FOLDER
# PREFIX: where docmodel is installed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cmake=$1 build_system=$2 compiler=$3 flags=$4 prefix=$5 work=$6
rm -rf "$work" && mkdir -p "$work" && cd "$work"
cp -R "$here/matrix" project
printf '%s\n' 'docmodel_install_library(library PACKAGE library COMPONENT v1)' >>project/CMakeLists.txt
sed -i 's/docmodel REQUIRED/& ${COMPONENTS}/; /TEMPLATES pack/d' project/CMakeLists.txt

fail() {
    echo "FAILED: $case: $1"
    cat log
    exit 1
}

# configure CASE OPTION...
configure() {
    case=$1
    shift
    rm -rf build
    "$cmake" -S "${project:-project}" -B build -G "$build_system" "-DCMAKE_C_COMPILER=$compiler" \
        "-DCMAKE_C_FLAGS=$flags" "-DCMAKE_PREFIX_PATH=${place:-$prefix}" \
        -DCMAKE_EXPORT_COMPILE_COMMANDS=ON "$@" >log 2>&1
}

# The runtime's sources that the build knows, each with its last -O.
shards() {
    sed -n 's/.*"command": "\(.*\) -o .*\/runtime\/shards\/\([a-z]*\)\.c.*/\2 \1/p' \
        build/compile_commands.json | sort |
        awk '{ level = "default"; for (i = 2; i <= NF; i++) if ($i ~ /^-O/) level = $i
            print $1, level }'
}

same() { test "$1" = "$2" || fail "$3 is \"$1\", not \"$2\""; }

# says TEXT: the configuration does, in lines that CMake breaks.
says() { tr -s '\n ' '  ' <log | grep -qF "$1" || fail "does not say: $1"; }

# runtime FROM: the program runs, and its runtime is that of the package, of which nothing is compiled,
# or is compiled.
runtime() {
    "$cmake" --build build --target program --verbose >log 2>&1 || fail "does not build"
    build/program || fail "does not run"
    linked=$(tr ' ' '\n' <log | grep 'libdocmodel_runtime\.a$' | sort -u)
    case $linked in
    "$prefix"/*) same package "$1" "the runtime's origin" ;;
    libdocmodel_runtime.a) same source "$1" "the runtime's origin" ;;
    *) fail "$linked is linked" ;;
    esac
    compiled=4
    test "$1" = source || compiled=0
    same "$(find build -path '*/runtime/shards/*.o' | grep -c .)" $compiled "the number of objects"
}

case $flags in
*-fsanitize*) by_default=source ;;
*) by_default=package ;;
esac

configure default || fail "not configured"
runtime $by_default
# What is installed stands alone all the same.
"$cmake" --build build >log 2>&1 && "$cmake" --install build --prefix sdk >>log 2>&1 || fail "not installed"
for file in lib/libdocmodel_runtime.a include/docmodel/runtime.h include/library/book.h; do
    test -f "sdk/$file" || fail "$file is not installed"
done

configure "tool alone" "-DCOMPONENTS=COMPONENTS;tool" || fail "not configured"
runtime source

configure "asked for" "-DCOMPONENTS=COMPONENTS;tool;runtime" || fail "not configured"
runtime package
same "$(shards)" "" "what is compiled"
rm -rf sdk
"$cmake" --build build >log 2>&1 && "$cmake" --install build --prefix sdk >>log 2>&1 || fail "not installed"
test ! -e sdk/lib/libdocmodel_runtime.a || fail "the runtime is installed"

configure "sanitizer" "-DCMAKE_C_FLAGS=-fsanitize=undefined" || fail "not configured"
runtime source

# A package without the runtime, and with that of another version.
cp -R "$prefix" without
rm -r without/lib/cmake/docmodel-runtime
place=$work/without
configure "not installed" || fail "not configured"
runtime source
! configure "asked for and not installed" "-DCOMPONENTS=COMPONENTS;tool;runtime" ||
    fail "configured"
says 'The component runtime (CMake package docmodel-runtime) is not installed in version'
! configure "asked for what nobody has" "-DCOMPONENTS=COMPONENTS;tools" || fail "configured"
says 'docmodel has no component tools; it has tool and runtime'
cp -R "$prefix" other
sed -i 's/"[0-9]*\.[0-9]*\.[0-9]*"/"1.2.3"/' other/lib/cmake/docmodel-runtime/docmodel-runtimeConfigVersion.cmake
place=$work/other
configure "another version" || fail "not configured"
runtime source
place=

# A folder below finds docmodel and makes the library, the folder above links it.
mkdir above
mv project above/below
printf '%s\n' 'cmake_minimum_required(VERSION 3.20)' 'project(above LANGUAGES C)' 'add_subdirectory(below)' \
    'add_executable(top below/main.c)' 'target_link_libraries(top PRIVATE library::library)' >above/CMakeLists.txt
project=above
configure "from a folder below" || fail "not configured"
"$cmake" --build build --target top >log 2>&1 && build/top || fail "does not build"
mv above/below project
project=project

# How it is compiled: what reads and writes as fast as it can be, the rest fast to compile, where the
# build type asks for speed; and as the project says where it says something else.
level() {
    configure "$1" "-DCOMPONENTS=COMPONENTS;tool" "-DCMAKE_C_FLAGS=" "$2" || fail "not configured"
    same "$(shards | tr '\n' ' ')" "$3" "the level"
}
fast="objects -O1 reading -O2 texts -O1 writing -O2 "
own() { echo "objects $1 reading $1 texts $1 writing $1 "; }
level Release -DCMAKE_BUILD_TYPE=Release "$fast"
level RelWithDebInfo -DCMAKE_BUILD_TYPE=RelWithDebInfo "$fast"
level Debug -DCMAKE_BUILD_TYPE=Debug "$(own default)"
level "no build type" -DCMAKE_BUILD_TYPE= "$(own default)"
level MinSizeRel -DCMAKE_BUILD_TYPE=MinSizeRel "$(own -Os)"

# All sources in one, as CMAKE_UNITY_BUILD makes them.
configure unity "-DCOMPONENTS=COMPONENTS;tool" -DCMAKE_UNITY_BUILD=ON || fail "not configured"
runtime source
