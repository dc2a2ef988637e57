#!/bin/sh
# build.sh CMAKE CTEST GENERATOR COMPILER GENERATED BUILD: builds a generated project with all that
# stands on it, warnings being errors, and runs its tests.
set -eu
cmake=$1 ctest=$2 generator=$3 compiler=$4 generated=$5 build=$6
here=$(cd "$(dirname "$0")" && pwd)
test -d "$generated" || {
    echo "skipped: $generated has not been generated"
    exit 77
}
command -v "$compiler" >/dev/null || {
    echo "skipped: $compiler is absent"
    exit 77
}
rm -rf "$build"
"$cmake" -S "$here/project" -B "$build" -G "$generator" "-DGENERATED=$generated" \
    "-DCMAKE_C_COMPILER=$compiler" -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_FLAGS_RELEASE=-O2 \
    "-DCMAKE_C_FLAGS=-Wall -Wextra -Wpedantic -Werror"
"$cmake" --build "$build"
"$ctest" --test-dir "$build" --output-on-failure --no-tests=error
