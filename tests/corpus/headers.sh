#!/bin/sh
# headers.sh GENERATED WORK COMPILER...: each header alone as C++17, as tests/headers does it.
set -eu
generated=$1
here=$(cd "$(dirname "$0")" && pwd)
test -d "$generated" || {
    echo "skipped: $generated has not been generated"
    exit 77
}
work=$2
shift 2
compilers=
for compiler; do
    if command -v "$compiler" >/dev/null; then
        compilers="$compilers $compiler"
    else
        echo "without $compiler, which is absent"
    fi
done
test -n "$compilers" || {
    echo "skipped: there is no C++ compiler"
    exit 77
}
# shellcheck disable=SC2086
exec "$here/../headers/headers.sh" "$generated" "$work" $compilers
