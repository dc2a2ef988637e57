#!/bin/sh
# The guide for writers of documentation: each of its commands prints what stands below it.
. "$(dirname "$0")/steps.sh"
guide=$(cd "$(dirname "$0")/../.." && pwd)/generator/cli/README.md
mkdir docs
sed -n '/^~~~~markdown$/,/^~~~~$/p' "$guide" | sed '1d;$d' >docs/customer.md
sed -n '/^```console$/,/^```$/p' "$guide" | grep -v '^```' >expected
PATH=$(dirname "$docmodel"):$PATH
: >printed
grep '^\$ ' expected | while read -r dollar command; do
    printf '%s %s\n' "$dollar" "$command"
    sh -c "$command" 2>&1
done >printed
that test "$(grep -c '^\$ ' printed)" -gt 5
command="$guide"
diff -u expected printed || fail "the guide does not show what its commands print"
finish
