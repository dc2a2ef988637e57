#!/bin/sh
# corpus.sh DOCMODEL DATA_DIR SHARED CMAKE CC WORK: real documentation sets, four locales of some
# 14,000 pages. They are generated with exit status 0, the output of v1.0 and beta compiles without
# a warning, and a second run with one thread finds nothing to write.
set -eu
docmodel=$1 data=$2 shared=$3 cmake=$4 cc=$5 work=$6
rm -rf "$work"
mkdir -p "$work/pages"
for archive in "$shared"/data/corpus-*.tar.xz; do
    (cd "$work/pages" && "$cmake" -E tar xf "$archive")
done

"$docmodel" check --quiet --data-dir="$data" --docs="$work/pages" 2>"$work/check"
echo "$(grep -c ': warning: ' "$work/check") warnings about all locales"

generate() { # OPTION...
    "$docmodel" generate --quiet --data-dir="$data" --docs="$work/pages/en-US" --out="$work/english" \
        "$@" 2>"$work/messages"
}
generate --jobs=4
echo "$(find "$work/english" -name '*.h' | wc -l) headers"
touch "$work/marker"
generate --jobs=1
changed=$(find "$work/english" -name '*.[ch]' -newer "$work/marker")
if [ -n "$changed" ]; then
    echo "one thread makes other files than four:" "$changed" >&2
    exit 1
fi

for source in "$work"/english/graph*/src/shard_*.c "$work"/english/graph*/src/models.c; do
    api=${source%/src/*}
    "$cc" -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror -O0 -c -o "$work/object" \
        -I"$work/english/runtime/include" -I"$api/include" "$source"
done
echo "all sources compile"
