#!/bin/sh
# The manual pages: what groff says about them, and that docmodel-templates(7) names every key that the
# guide of template packs has in its tables.
#   manual.sh STAGE SOURCE
set -eu
stage=$1 source=$2
page=$stage/share/man/man7/docmodel-templates.7
sed -n 's/^| `\([a-z_.-]*\)`.*/\1/p' "$source/templates/README.md" | while read -r key; do
    pattern=$(printf '%s' "$key" | sed 's/-/\\\\-/g')
    grep -q "^\\\\fB$pattern\\\\fR" "$page" || { echo "the page has no '$key'"; exit 1; }
done
grep -q '^\.SH "THE MANIFEST"' "$page"
command -v groff >/dev/null || { echo "skipped: there is no groff"; exit 77; }
for each in "$page" "$stage/share/man/man1/docmodel.1"; do
    complaints=$(groff -mandoc -ww -z -Tutf8 "$each" 2>&1)
    test -z "$complaints" || { echo "$complaints"; exit 1; }
done
