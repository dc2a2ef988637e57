#!/bin/sh
# Builds this project natively and compares what the program prints.
#   test.sh CMAKE GENERATOR C_COMPILER WORK OPTION...
set -eu
cmake=$1 generator=$2 compiler=$3 work=$4
shift 4
here=$(cd "$(dirname "$0")" && pwd)
rm -rf "$work"
"$cmake" -S "$here" -B "$work" -G "$generator" "-DCMAKE_C_COMPILER=$compiler" "$@"
"$cmake" --build "$work"
"$work/example" >"$work/output.txt"
diff -u "$here/expected.txt" "$work/output.txt"
