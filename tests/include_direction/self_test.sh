#!/bin/sh
# Runs check.sh on a small tree that breaks each rule once and compares what it says.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if found=$("$here/check.sh" "$here/broken"); then
    echo "check.sh finds nothing wrong in $here/broken" >&2
    exit 1
fi
printf '%s\n' "$found" | diff -u "$here/broken.expected" -
