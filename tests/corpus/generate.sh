#!/bin/sh
# generate.sh CMAKE DOCMODEL DATA_DIR CORPORA WORK: unpacks the real pages and generates the models of
# en-US (WORK/en-US) and of four locales at once (WORK/all), both with v1.0 and beta.
set -eu
cmake=$1 docmodel=$2 data=$3 corpora=$4 work=$5
for locale in en-US zh-CN ja-JP es-ES; do
    test -e "$corpora/corpus-$locale.tar.xz" || {
        echo "skipped: there is no corpus-$locale.tar.xz in $corpora"
        exit 77
    }
done

# Real pages give many warnings: only the summary is shown.
generate() {
    out=$1
    shift
    "$docmodel" generate --data-dir="$data" --out="$out" "$@" >"$out.log" 2>&1 || {
        tail -n 40 "$out.log"
        exit 1
    }
    echo "$(basename "$out"): $(find "$out" -name '*.h' | wc -l) headers"
}

rm -rf "$work/docs" "$work/en-US" "$work/all"
mkdir -p "$work/docs"
cd "$work/docs"
for locale in en-US zh-CN ja-JP es-ES; do
    "$cmake" -E tar xf "$corpora/corpus-$locale.tar.xz"
done
generate "$work/en-US" --docs=en-US
generate "$work/all" --docs=en-US --docs=zh-CN --docs=ja-JP --docs=es-ES
