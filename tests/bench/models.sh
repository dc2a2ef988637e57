#!/bin/bash
# models.sh GENERATED WORK [CC]: what the models of a generated project cost, beside the bars that they
# have to keep: the processor time to compile a type at -O2 in its shards, the text and data of a type,
# and by how much a static program grows that parses and writes one small type, or `user`. GENERATED
# holds v1.0 (graph) and beta (graph_beta). Fails when something is over its bar.
set -euo pipefail
generated=$1 work=$2 cc=${3:-gcc}
flags="-std=c11 -O2 -ffunction-sections -fdata-sections"
failed=0
rm -rf "$work"
mkdir -p "$work"

# Prints a figure beside its bar.
report() { # NAME VALUE BAR UNIT
    awk -v name="$1" -v value="$2" -v bar="$3" -v unit="$4" 'BEGIN {
        over = value + 0 > bar + 0
        printf "%-32s %7.2f %s (at most %d)%s\n", name, value, unit, bar, over ? " OVER" : ""
        exit over
    }' || failed=1
}

# The user and system time, in milliseconds, of a command.
cpu_of() {
    local TIMEFORMAT='%U %S'
    { time "$@" >/dev/null; } 2>&1 | awk 'END { print ($1 + $2) * 1000 }'
}

compile() { # API FILE...
    local api=$1 file
    shift
    for file; do
        "$cc" $flags -I"$generated/runtime/include" -I"$generated/$api/include" -c "$file" \
            -o "$work/$api-$(basename "$file" .c).o"
    done
}

# Text and data of object files.
size_of() {
    size "$@" | awk 'NR > 1 { sum += $1 + $2 } END { print sum }'
}

for file in "$generated"/runtime/src/*.c; do
    "$cc" $flags -I"$generated/runtime/include" -c "$file" -o "$work/runtime-$(basename "$file" .c).o"
done
ar rcs "$work/libruntime.a" "$work"/runtime-*.o

types=0 time=0 bytes=0
for api in graph graph_beta; do
    count=$(grep -l 'const dm_type [a-z0-9_]* = {' -r "$generated/$api/src" | wc -l)
    best=
    for round in 1 2 3; do
        now=$(cpu_of compile $api "$generated/$api"/src/shard_*.c "$generated/$api/src/models.c")
        best=$(awk -v a="${best:-$now}" -v b="$now" 'BEGIN { print a < b ? a : b }')
    done
    ar rcs "$work/lib$api.a" "$work/$api"-*.o
    size=$(size_of "$work/$api"-*.o)
    echo "$api: $count types, $best ms, $size bytes, $(ls "$generated/$api"/src/shard_*.c | wc -l) shards"
    types=$((types + count)) bytes=$((bytes + size))
    time=$(awk -v a="$time" -v b="$best" 'BEGIN { print a + b }')
done
report "compiling a type" "$(awk -v a="$time" -v b="$types" 'BEGIN { print a / b }')" 3 ms
report "text and data of a type" "$(awk -v a="$bytes" -v b="$types" 'BEGIN { print a / b / 1024 }')" 1 KB

# A static program that does nothing, or parses and writes one type.
link() { # NAME
    "$cc" $flags -static -Wl,--gc-sections "$work/$1.c" -I"$generated/runtime/include" \
        -I"$generated/graph/include" "$work/libgraph.a" "$work/libruntime.a" -o "$work/$1"
    size_of "$work/$1"
}
echo 'int main(void) { return 0; }' >"$work/empty.c"
for type in result_info user; do
    cat >"$work/$type.c" <<END
#include <graph/$type.h>

int main(int argc, char **argv)
{
    const char *text;
    size_t size;
    graph_$type *self;
    dm_arena *arena = dm_arena_create(NULL);
    if (argc < 2 || graph_${type}_parse(arena, argv[1], 2, NULL, &self, NULL) != DM_OK ||
        graph_${type}_write(arena, self, NULL, &text, &size, NULL) != DM_OK)
        return 1;
    dm_arena_destroy(arena);
    return 0;
}
END
done
empty=$(link empty)
report "a program that uses resultInfo" "$(awk -v a="$(link result_info)" -v b="$empty" 'BEGIN { print (a - b) / 1024 }')" 64 KB
report "a program that uses user" "$(awk -v a="$(link user)" -v b="$empty" 'BEGIN { print (a - b) / 1024 }')" 128 KB
exit $failed
