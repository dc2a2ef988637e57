#!/bin/sh
# fresh.sh DOCMODEL DATA_DIR SOURCE WORK: fails, showing the difference, when generated/ is not what
# docs-input/ gives.
set -eu
docmodel=$1 data=$2 source=$3 work=$4
rm -rf "$work"
"$docmodel" generate --quiet --data-dir="$data" --docs="$source/docs-input" --out="$work" 2>"$work.messages" || {
    cat "$work.messages" >&2
    exit 1
}
diff -ruN "$source/generated" "$work" || {
    echo "generated/ is not what docs-input/ gives: build the target update-generated" >&2
    exit 1
}
