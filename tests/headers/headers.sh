#!/bin/sh
# headers.sh GENERATED WORK COMPILER...: each header of a generated library compiles alone and without a
# warning, as C11 with C compilers and as C++17 with compilers whose name ends in ++.
set -eu
generated=$1 work=$2
shift 2
rm -rf "$work"
mkdir -p "$work"

includes='' headers=''
for folder in "$generated"/*/include; do
    includes="$includes -I$folder"
    headers="$headers $(cd "$folder" && find . -name '*.h' | sed 's,^\./,,' | LC_ALL=C sort)"
done
warnings='-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat=2 -Wundef -Werror'
count=0
for compiler; do
    case $compiler in
    *++ | *++-*) language='-x c++ -std=c++17 -Wold-style-cast' ;;
    *) language='-x c -std=c11 -Wstrict-prototypes -Wmissing-prototypes' ;;
    esac
    for header in $headers; do
        # Twice: the guard works.
        printf '#include <%s>\n#include <%s>\n' "$header" "$header" >"$work/alone"
        # shellcheck disable=SC2086
        "$compiler" $language $warnings $includes -fsyntax-only "$work/alone" || {
            echo "$header does not compile alone with $compiler" >&2
            exit 1
        }
        count=$((count + 1))
    done
done
test "$count" -gt 0
echo "$count compilations without a warning"
