#!/bin/sh
# again.sh DOCMODEL DATA_DIR WORK: the four locales are checked with exit status 0, and en-US generated
# again, with one thread, finds nothing to write.
set -eu
docmodel=$1 data=$2 work=$3
test -d "$work/docs" || {
    echo "skipped: $work/docs has not been unpacked"
    exit 77
}
"$docmodel" check --quiet --data-dir="$data" --docs="$work/docs" >"$work/check.log" 2>&1 || {
    tail -n 40 "$work/check.log"
    exit 1
}
echo "$(grep -c ': warning: ' "$work/check.log") warnings about all locales"
touch "$work/marker"
(cd "$work/docs" && "$docmodel" generate --quiet --data-dir="$data" --docs=en-US --out="$work/en-US" \
    --jobs=1 >"$work/again.log" 2>&1)
changed=$(find "$work/en-US" -name '*.[ch]' -newer "$work/marker")
test -z "$changed" || {
    echo "one thread makes other files than several: $changed" >&2
    exit 1
}
