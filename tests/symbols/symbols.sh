#!/bin/sh
# symbols.sh BUILD GENERATED: the shared libraries of a generated project export what its headers declare
# and nothing else (but compilers' own names), and the name of each models library tells its layout.
set -eu
build=$1 generated=$2
command -v nm >/dev/null && command -v readelf >/dev/null || {
    echo "skipped: nm or readelf is absent"
    exit 77
}
cat "$generated"/*/include/*/*.h | grep -oE '[A-Za-z_][A-Za-z0-9_]*' | LC_ALL=C sort -u >"$build/declared"
count=0
for library in "$build"/lib*.so; do
    nm -D --defined-only "$library" | awk 'NF == 3 && $3 !~ /^__/ { print $3 }' | LC_ALL=C sort -u >"$build/exported"
    test -s "$build/exported"
    stray=$(LC_ALL=C comm -23 "$build/exported" "$build/declared")
    test -z "$stray" || {
        echo "$library exports what no header declares: $stray" >&2
        exit 1
    }
    name=$(readelf -d "$library" | sed -n 's/.*SONAME.*\[\(.*\)\]/\1/p')
    case $(basename "$library") in
    libdocmodel_runtime.so) echo "$name" | grep -q '\.so\.[0-9]*$' ;;
    *) echo "$name" | grep -q '\.so\.[0-9a-f]\{8,\}$' ;;
    esac || {
        echo "$library is called $name" >&2
        exit 1
    }
    echo "$name: $(wc -l <"$build/exported") symbols"
    count=$((count + 1))
done
test "$count" -gt 1
