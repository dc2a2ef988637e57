#!/bin/sh
# The smallest pack of the guide for template authors, made and run as the guide says.
. "$(dirname "$0")/steps.sh"
source=$(cd "$(dirname "$0")/../.." && pwd)
cp -R "$source/tests/example/docs" docs

# block N: the Nth indented block of the section.
block() {
    sed '1,/^## The smallest pack/d; /^## /,$d' "$source/templates/README.md" |
        awk -v wanted="$1" '
            /^    / { if (!inside) number++; inside = 1 }
            /^[^ ]/ { inside = 0 }
            inside && number == wanted { lines = lines substr($0, 5) "\n" }
            END { sub(/\n+$/, "\n", lines); printf "%s", lines }'
}
mkdir list
block 1 >list/pack.json
block 2 >list/type.md.mustache
PATH=$(dirname "$docmodel"):$PATH
command=$(block 3)
that sh -c "$command" 2>err
says err "2 written"
block 4 >expected
that diff -u expected out/v1.0/order.md

# A file that is missing is told with the place that names it.
mv out made
mv list/type.md.mustache list/typ.md.mustache
pages 1 generate --quiet --templates=./list --out=none
says err "list/type.md.mustache: error: no such file or folder [file-unreadable]"
says err "list/pack.json:5:34: note: it is named here"
finish
