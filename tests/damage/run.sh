#!/bin/sh
# run.sh DOCMODEL DATA_DIR DOCS FOLDER WORK CC: damages a copy of the pages in DOCS as FOLDER says and
# compares what docmodel makes of it with FOLDER/expected: the exit status, every message, and how
# the model differs from that of the pages as they were. Whatever the damage, --keep-going must
# generate the rest, which the C compiler CC takes. What the pages report without any damage
# (locale-drift) is turned off.
#
#   FOLDER/damage.sh   is run in the copy and damages pages of it
#   FOLDER/pages/      is copied into the copy before
#   FOLDER/expected    is written anew when DOCMODEL_UPDATE is set
set -eu
docmodel=$1 data=$2 docs=$3 folder=$4 work=$5 cc=$6
rm -rf "$work"
mkdir -p "$work"
cp -R "$docs" "$work/whole"
test ! -d "$folder/pages" || cp -R "$folder/pages/." "$work/whole"
cp -R "$work/whole" "$work/damaged"
(cd "$work/damaged" && LC_ALL=C sh -eu "$folder/damage.sh")

run() { # OUTPUT COMMAND...: standard output to OUTPUT, standard error to OUTPUT.messages
    output=$1
    shift
    status=0
    "$docmodel" "$@" --data-dir="$data" >"$work/$output" 2>"$work/$output.messages" || status=$?
}

run whole.tsv model --format=tsv --docs="$work/whole"
test "$status" = 0 || { cat "$work/whole.tsv.messages"; exit 1; }
run damaged.tsv model --format=tsv --docs="$work/damaged" --keep-going -W no-locale-drift
{
    echo "exit status $status"
    echo "--- messages"
    cat "$work/damaged.tsv.messages"
    echo "--- model"
    # Version, type, property, its type, and whether it is a collection.
    for model in whole damaged; do
        cut -f1,3,6-8 "$work/$model.tsv" >"$work/$model.model"
    done
    diff "$work/whole.model" "$work/damaged.model" | grep '^[<>]' || true
} >"$work/actual"
test -z "${DOCMODEL_UPDATE:-}" || cp "$work/actual" "$folder/expected"
diff -u "$folder/expected" "$work/actual"
expected=$status

run refused generate --docs="$work/damaged" --out="$work/refused.out"
test "$status" = "$expected"
if test "$expected" = 1 && test -e "$work/refused.out"; then
    echo "files were written in spite of an error" >&2
    exit 1
fi
run kept generate --docs="$work/damaged" --out="$work/kept.out" --keep-going
test "$status" = "$expected"
test -s "$work/kept.out/.docmodel-manifest"
cd "$work/kept.out"
for shard in */src/shard_*.c; do
    "$cc" -std=c11 -fsyntax-only -Wall -Wextra -Werror -I"${shard%%/*}/include" -Iruntime/include \
        "$shard"
done
