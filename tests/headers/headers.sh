#!/bin/sh
# headers.sh GENERATED WORK COMPILER...: each header of a generated library compiles alone and without a
# warning, as C11 with C compilers and as C++17 with compilers whose name ends in ++. HEADERS in the
# environment may select headers by a pattern for their name.
set -eu
generated=$1 work=$2
shift 2
rm -rf "$work"
mkdir -p "$work"

includes=''
for folder in "$generated"/*/include; do
    includes="$includes -I$folder"
    # A file for each header, which includes it twice, so that the guard works.
    (cd "$folder" && find . -name "${HEADERS:-*.h}" | sed 's,^\./,,') |
        awk -v work="$work" '{
            file = $0
            gsub("/", "=", file)
            file = work "/" file ".alone"
            printf "#include <%s>\n#include <%s>\n", $0, $0 >file
            close(file)
        }'
done
warnings='-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat=2 -Wundef -Werror'
count=$(find "$work" -name '*.alone' | wc -l)
test "$count" -gt 0
for compiler; do
    case $compiler in
    *++ | *++-*) language='-x c++ -std=c++17 -Wold-style-cast' ;;
    *) language='-x c -std=c11 -Wstrict-prototypes -Wmissing-prototypes' ;;
    esac
    # Each file is a compilation of its own; a call compiles several to start fewer processes.
    # shellcheck disable=SC2086
    find "$work" -name '*.alone' | LC_ALL=C sort |
        xargs -P "$(nproc)" -n 32 "$compiler" $language $warnings $includes -fsyntax-only || {
        echo "a header does not compile alone with $compiler" >&2
        exit 1
    }
    echo "$compiler: $count headers, each alone, without a warning"
done
