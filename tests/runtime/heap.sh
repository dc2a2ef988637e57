#!/bin/sh
# heap.sh NM LIBRARY: what the runtime calls of the C library. Nothing but arena.c may take memory, and
# that only as the allocator of those who give none; what else is called never does.
set -eu
command -v "$1" >/dev/null || {
    echo "SKIPPED: nm is absent"
    exit 0
}
calls=$("$1" -u "$2" | awk '/:$/ { file = $1 } $1 == "U" && $2 !~ /^(dm_|__|_GLOBAL_)/ { print file, $2 }' |
    sed 's/\.c\.o:/.c/; s/\.c\.obj:/.c/' | LC_ALL=C sort -u)
echo "$calls" | grep -q '^arena.c malloc$'
stray=$(echo "$calls" | grep -vE '^arena.c (malloc|free)$|^print.c (fputs|fputc|fprintf|fwrite)$' |
    grep -vE '^[a-z_]+.c (mem(chr|cmp|cpy|move|set)|str(chr|cmp|cspn|len|ncmp|pbrk|spn)|bcmp|snprintf)$') || true
test -z "$stray" || {
    echo "calls that may take memory: $stray" >&2
    exit 1
}
