#!/bin/sh
# locale.sh PROGRAM WORK: runs a program with the name of a locale whose decimal point is a comma, and of
# one where the capital of i is not I. Skipped (77) where locales cannot be made.
set -eu
program=$1 work=$2
command -v localedef >/dev/null || {
    echo "skipped: localedef is absent"
    exit 77
}
mkdir -p "$work"
export LOCPATH="$work"
for locale in de_DE tr_TR; do
    test -d "$work/$locale.UTF-8" || localedef -i "$locale" -f UTF-8 "$work/$locale.UTF-8"
    "$program" "$locale.UTF-8"
done
