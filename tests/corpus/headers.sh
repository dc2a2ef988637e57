#!/bin/sh
# headers.sh GENERATED WORK GXX CLANGXX: each header alone as C++17 with one compiler, all together with
# another, as tests/headers does it.
set -eu
generated=$1
here=$(cd "$(dirname "$0")" && pwd)
test -d "$generated" || {
    echo "skipped: $generated has not been generated"
    exit 77
}
work=$2 gxx=$3 clangxx=$4
command -v "$gxx" >/dev/null || {
    echo "skipped: $gxx is absent"
    exit 77
}
"$here/../headers/headers.sh" "$generated" "$work" "$gxx"
# What stands alone for one compiler does for another: the second reads them all at once.
if command -v "$clangxx" >/dev/null; then
    HEADERS=models.h "$here/../headers/headers.sh" "$generated" "$work" "$clangxx"
else
    echo "without $clangxx, which is absent"
fi
