#!/bin/sh
# Builds a program on generated models with the ten lines of make/Makefile, then once more after a
# page has changed; and everything that sources.txt lists is there.
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

build
make "CC=$compiler" | grep -q "up to date"
page=pages/en-US/api-reference/v1.0/resources/shelf.md
sed '/| metres/a\
| floor | Int32 | Where it is. |' "$page" >edited
mv edited "$page"
build
grep -q 'shard_0\.o' log
