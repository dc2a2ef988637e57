#!/bin/sh
# reproducible.sh DOCMODEL IN_LOCALE DATA_DIR DOCS WORK: the same pages give the same bytes and the
# same messages, whatever the folder, the order of the arguments, the number of threads, the locale,
# the time zone or the umask.
set -eu
docmodel=$1 in_locale=$2 data=$3 docs=$4 work=$5
rm -rf "$work"
mkdir -p "$work/far away/a b" "$work/locales"
cp -R "$docs" "$work/far away/a b/pages"

generate() { # NAME COMMAND...: into the folder NAME, messages beside it
    name=$1
    shift
    "$@" --quiet --data-dir="$data" --out="$work/$name" 2>"$work/$name.messages"
}

same() { # NAME COMMAND...: what generate does, and it must be as the first time
    generate "$@"
    diff -r "$work/first" "$work/$1"
    diff "$work/first.messages" "$work/$1.messages"
}

generate first "$docmodel" generate --docs="$docs" --jobs=1
test -s "$work/first/CMakeLists.txt"

same threads "$docmodel" generate --docs="$docs" --jobs=7
(cd / && same elsewhere "$docmodel" generate --docs="$work/far away/a b/pages")
(cd "$work/far away/a b" && same relative "$docmodel" generate --docs=pages)
(umask 077 && TZ=Pacific/Kiritimati same surroundings "$docmodel" generate --docs="$docs")

set --
for locale in "$docs"/*/; do
    set -- "$@" "--docs=$locale"
done
same forward "$docmodel" generate "$@"
set --
for locale in "$docs"/*/; do
    set -- "--docs=$locale" "$@"
done
same backward "$docmodel" generate "$@"

# In Turkish the capital of i is not I, and numbers have a comma.
localedef -i tr_TR -f UTF-8 "$work/locales/tr_TR.UTF-8"
export LOCPATH="$work/locales"
same turkish "$in_locale" tr_TR.UTF-8 generate --docs="$docs"
same plain "$in_locale" C generate --docs="$docs"
LC_ALL=tr_TR.UTF-8 same environment "$docmodel" generate --docs="$docs"
if "$in_locale" none.UTF-8 --version 2>"$work/none.messages"; then
    echo "in_locale does not notice that a locale cannot be set" >&2
    exit 1
fi
echo "the output is the same in all cases"
