#!/bin/sh
# Builds this project for another machine, with the generator found in each of the ways that there are.
# Nothing that is made for that machine may run: an emulator that every build has to use tells.
#   cross.sh CMAKE GENERATOR SOURCE STAGE PROGRAM WORK MACHINE
# STAGE is docmodel installed, PROGRAM one that runs here, MACHINE a toolchain file in cross/.
set -eu
cmake=$1 generator=$2 source=$3 stage=$4 program=$5 work=$6 machine=$7
here=$(cd "$(dirname "$0")" && pwd)
toolchain=$here/cross/$machine.cmake
compiler=$(sed -n 's/^set(CMAKE_C_COMPILER \(.*\))/\1/p' "$toolchain")
if ! command -v "$compiler" >/dev/null; then
    echo "skipped: there is no $compiler"
    exit 77
fi
case $machine in
    aarch64) magic='7f 45 4c 46' at=18 id='b7 00' ;; # e_machine, EM_AARCH64
    mingw) magic='4d 5a' at=132 id='64 86' ;;        # behind "PE", IMAGE_FILE_MACHINE_AMD64
esac
rm -rf "$work"
mkdir -p "$work/bin"
printf '#!/bin/sh\ntouch "%s/ran"\nexit 1\n' "$work" >"$work/emulator"
chmod +x "$work/emulator"
# A PATH without docmodel, whatever this machine has.
prefix=${compiler%gcc}
for tool in sh cc gcc ld as ar ranlib ninja make pkg-config uname "$compiler" "${prefix}ar" \
    "${prefix}ranlib" "${prefix}ld" "${prefix}as" "${prefix}windres" "${prefix}dlltool"; do
    found=$(command -v "$tool") && ln -s "$found" "$work/bin/$tool"
done

bytes() { od -An -tx1 -j"$2" -N"$3" "$1" | sed 's/^ *//;s/ *$//'; }

# build NAME PATH OPTION...: must succeed and give a program for the machine.
build() {
    name=$1 path=$2
    shift 2
    echo "== $machine: $name"
    PATH=$path "$cmake" -S "$here" -B "$work/$name" -G "$generator" \
        "-DCMAKE_TOOLCHAIN_FILE=$toolchain" "-DCMAKE_CROSSCOMPILING_EMULATOR=$work/emulator" "$@"
    PATH=$path "$cmake" --build "$work/$name"
    made=$work/$name/example
    test -f "$made" || made=$made.exe
    test "$(bytes "$made" 0 "$(($(echo "$magic" | wc -w)))")" = "$magic"
    test "$machine" = mingw && at=$(($(printf '%d' 0x"$(od -An -tx4 -j60 -N4 "$made" | tr -d ' ')") + 4))
    test "$(bytes "$made" "$at" 2)" = "$id"
    test ! -e "$work/ran"
}

build executable "$work/bin" -DDOCMODEL_FROM=subdirectory "-DDOCMODEL_SOURCE_DIR=$source" \
    "-Ddocmodel_EXECUTABLE=$program"
build path "$work/bin:$(dirname "$program")" -DDOCMODEL_FROM=fetch "-DDOCMODEL_SOURCE_DIR=$source"
build package "$work/bin" -DDOCMODEL_FROM=package "-Ddocmodel_DIR=$stage/lib/cmake/docmodel"
# The runtime that is installed with it is for this machine, and so is not taken.
find "$work/package" -path '*/runtime/shards/*.o*' | grep -q .
test "$machine" = aarch64 || exit 0 # the rest does not depend on the machine
build built_for_host "$work/bin" -DDOCMODEL_FROM=subdirectory "-DDOCMODEL_SOURCE_DIR=$source"
test -x "$work/built_for_host/docmodel_host/bin/docmodel"

# With no generator at all, the message names the variable that helps.
mkdir "$work/none"
printf '%s\n' 'cmake_minimum_required(VERSION 3.22)' 'project(none LANGUAGES C)' \
    "include(\"$source/generator/cmake/DocmodelAddLibrary.cmake\")" \
    "docmodel_add_library(shop DOCS \"$here/docs\")" >"$work/none/CMakeLists.txt"
if PATH=$work/bin "$cmake" -S "$work/none" -B "$work/none/build" -G "$generator" \
    "-DCMAKE_TOOLCHAIN_FILE=$toolchain" 2>"$work/none/errors"; then
    echo "a build without a generator was configured"
    exit 1
fi
grep -q docmodel_EXECUTABLE "$work/none/errors"
