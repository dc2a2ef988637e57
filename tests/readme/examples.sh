#!/bin/sh
# examples.sh COMPILER WORK README... -- OPTION...: the C examples of each README compile with the options.
# An example is a fenced block of C, or an indented one that begins with an #include. What is no function
# is taken for the body of one.
set -eu
compiler=$1 work=$2
shift 2
rm -rf "$work"
mkdir -p "$work"
count=0
while [ "$1" != -- ]; do
    awk -v base="$work/$count" '
        function finish() {
            if (!code)
                return
            file = base "_" ++number ".c"
            printf "%s\n", includes >file
            if (!whole)
                printf "int example(const char *json, size_t size);\nint example(const char *json, size_t size)\n{\n" >file
            printf "%s%s", code, whole ? "" : "return 0;\n}\n" >file
            close(file)
            includes = code = ""
            whole = 0
        }
        function take(line) {
            if (line ~ /^#include/)
                includes = includes line "\n"
            else
                code = code line "\n"
            if (line == "{")
                whole = 1
        }
        fenced && /^```/ { fenced = 0; finish(); next }
        fenced { take($0); next }
        /^```c$/ { fenced = 1; next }
        /^    #include/ { indented = 1 }
        indented && (/^    / || /^$/) { take(substr($0, 5)); next }
        indented { indented = 0; finish() }
        END { finish() }' "$1"
    count=$((count + 1))
    shift
done
shift
found=$(find "$work" -name '*.c' | wc -l)
test "$found" -ge "$count" || {
    echo "$count files, but $found examples" >&2
    exit 1
}
for file in "$work"/*.c; do
    "$compiler" -std=c11 -Wall -Wextra -Werror -fsyntax-only "$@" "$file"
done
echo "$found examples compile"
