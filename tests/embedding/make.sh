#!/bin/sh
# Builds a program on generated models without CMake: with the ten lines of make/Makefile, and once more
# after a page has changed; in another folder and with the flags of a distribution, as Yocto does; and
# from nothing but the files that bazel/build.sh declares, as Bazel does.
#   make.sh DOCMODEL DATA_DIR C_COMPILER WORK_FOLDER
set -eu
here=$(cd "$(dirname "$0")" && pwd)
docmodel=$1 data=$2 compiler=$3 work=$4
command -v make >/dev/null || { echo "there is no make: skipped"; exit 77; }
rm -rf "$work"
cp -R "$here/matrix" "$work"
cp "$here/make/Makefile" "$work"
cd "$work"
test "$(wc -l <Makefile)" -le 10

build() {
    "$docmodel" generate --quiet --docs=pages --data-dir="$data" --out=models --prefix=library
    sed '/^#/d; /^$/d' models/sources.txt | while read -r file; do test -f "models/$file"; done
    make "CC=$compiler" >log 2>&1 || { cat log; exit 1; }
    ./program
}

# Elsewhere; the sources stay as they are.
out_of_tree() {
    rm -rf elsewhere && mkdir elsewhere
    before=$(find . -name elsewhere -prune -o -type f -print | sort)
    (cd elsewhere && make -f ../Makefile "CC=$compiler" "CFLAGS=-O2 -g" \
        "LDFLAGS=-Wl,-O1 -Wl,--build-id=sha1") >log 2>&1 || { cat log; exit 1; }
    elsewhere/program
    grep -q -- '-O2 -g -c' log
    grep -q -- '--build-id=sha1' log
    test "$(find . -name elsewhere -prune -o -type f -print | sort)" = "$before"
}

# The strings of the list NAME in a BUILD file.
declared() {
    sed -n "/^    $1 = \[/,/^    \],/s/^        \"\(.*\)\",/\1/p" BUILD.bazel
}

# A sandbox with what is declared, and no more.
sandbox() {
    "$here/bazel/build.sh" models library >BUILD.bazel
    rm -rf sandbox && mkdir sandbox
    for file in $(declared srcs) $(declared hdrs) $(declared textual_hdrs); do
        mkdir -p "sandbox/$(dirname "$file")"
        cp "models/$file" "sandbox/$file"
    done
    sources=$(declared srcs)
    includes=$(declared includes | sed 's/^/-I/')
    (
        cd sandbox
        for source in $sources; do
            "$compiler" -std=c11 $includes -c "$source" -o "$(echo "$source" | tr / _).o"
        done
        "$compiler" -std=c11 $includes ../main.c ./*.o -o program
        ./program
    )
}

build
make "CC=$compiler" | grep -q "up to date"
page=pages/en-US/api-reference/v1.0/resources/shelf.md
sed '/| metres/a\
| floor | Int32 | Where it is. |' "$page" >edited
mv edited "$page"
build
grep -q -- '-c -o models/library/src/shard_0' log
out_of_tree
sandbox
