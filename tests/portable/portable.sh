#!/bin/sh
# portable.sh CMAKE CTEST GENERATOR GENERATED KINDS WORK SYSTEM COMPILER EMULATOR FLAGS: builds the
# runtime's tests and two generated projects with their tests (the committed one, and that of tests/kinds)
# for SYSTEM (the name that CMake has for it), and runs them with EMULATOR, or without one (none), or not
# at all (no).
set -eu
cmake=$1 ctest=$2 generator=$3 generated=$4 kinds=$5 work=$6
shift 6
system=$1 compiler=$2 emulator=$3 flags=$4
here=$(cd "$(dirname "$0")" && pwd)
for program in "$compiler" "$emulator"; do
    case $program in none | no) continue ;; esac
    command -v "$program" >/dev/null || {
        echo "skipped: $program is absent"
        exit 77
    }
done
set -- "-DCMAKE_C_COMPILER=$compiler"
case $emulator in
none) ;;
*)
    # Nothing of this machine is for that one, and programs bring their C library along.
    set -- "$@" "-DCMAKE_SYSTEM_NAME=$system" -DCMAKE_CXX_COMPILER= -DCMAKE_EXE_LINKER_FLAGS=-static \
        -DCMAKE_FIND_ROOT_PATH="$work/nothing" -DCMAKE_FIND_ROOT_PATH_MODE_INCLUDE=ONLY \
        -DCMAKE_FIND_ROOT_PATH_MODE_LIBRARY=ONLY
    test "$emulator" = no || set -- "$@" "-DCMAKE_CROSSCOMPILING_EMULATOR=$emulator"
    ;;
esac
rm -rf "$work"
"$cmake" -S "$here/project" -B "$work" -G "$generator" "-DGENERATED=$generated" "-DKINDS=$kinds" "$@" \
    "-DCMAKE_C_FLAGS=-Wall -Wextra -Wpedantic -pedantic-errors -Werror $flags"
"$cmake" --build "$work"
# How long an emulator takes says nothing about the time that a document's size costs.
case $emulator in
no) ;;
none) "$ctest" --test-dir "$work" --output-on-failure --no-tests=error -j "$(nproc)" ;;
*) "$ctest" --test-dir "$work" --output-on-failure --no-tests=error -j "$(nproc)" -E '^runtime_scale$' ;;
esac
