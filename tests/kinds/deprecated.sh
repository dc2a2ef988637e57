#!/bin/sh
# deprecated.sh COMPILER INCLUDE...: the compiler warns where a program uses what pages call deprecated,
# and says which page, and nowhere else.
set -eu
compiler=$1
shift
for folder; do
    set -- "$@" "-I$folder"
    shift
done
messages=$("$compiler" "$@" -std=c11 -Wdeprecated-declarations -fsyntax-only -x c - 2>&1 <<'END'
#include <kinds/models.h>

kinds_note *new_note(kinds_specimen *specimen, dm_arena *arena)
{
    specimen->int_ = specimen->int32_value; /* 1 */
    return kinds_note_new(arena); /* 2 */
}
END
)
echo "$messages"
test "$(echo "$messages" | grep -c 'warning: ')" -eq 2
echo "$messages" | grep -q '5:.*int_.*see specimen\.md:[0-9]'
echo "$messages" | grep -q '6:.*kinds_note_new.*see note\.md:[0-9]'
