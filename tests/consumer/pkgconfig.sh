#!/bin/sh
# Compiles and runs this program with nothing but a compiler and pkg-config, against a copy of what was
# installed: the files name no folder of the build.
#   pkgconfig.sh C_COMPILER STAGE WORK
# C_FLAGS in the environment are those that the installed libraries were compiled with.
set -eu
compiler=$1 stage=$2 work=$3
here=$(cd "$(dirname "$0")" && pwd)
command -v pkg-config >/dev/null || { echo "skipped: there is no pkg-config"; exit 77; }
rm -rf "$work"
mkdir -p "$work"
cp -R "$stage" "$work/moved"
found=$(find "$work/moved" -name graph-v1.pc)
PKG_CONFIG_LIBDIR=$(dirname "$found")
PKG_CONFIG_PATH=
export PKG_CONFIG_LIBDIR PKG_CONFIG_PATH
flags=$(pkg-config --cflags --libs graph-v1)
case $flags in
    *"$stage/"*) echo "the flags name the folder of the installation: $flags"; exit 1 ;;
esac
"$compiler" ${C_FLAGS:-} -std=c11 -o "$work/prompts" "$here/main.c" "$here/prompts.c" $flags
"$work/prompts" <"$here/messages.txt" >"$work/output.txt" 2>"$work/complaints.txt"
diff -u "$here/expected.txt" "$work/output.txt"
for name in docmodel-runtime graph-v1 graph-beta; do
    pkg-config --print-errors --exists "$name"
    pkg-config --modversion "$name" | grep -qx '[0-9.]*'
done
