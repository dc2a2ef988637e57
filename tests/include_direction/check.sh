#!/bin/sh
# check.sh FOLDER: holds the sources of FOLDER (generator/) to the architecture that
# generator/README.md states. Prints one line a violation and fails when there is one.
#
#   - a stage includes its own headers and those of stages to its left, nothing else;
#   - one file at most includes <cmark.h>, one <pcre2.h>;
#   - only support/fs.c calls the system's file functions;
#   - only cli/ prints or ends the process;
#   - nothing calls functions that depend on the process locale, the clock or chance.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$1"
# LC_ALL: the order of the files, and with it of the messages, is that of the bytes.
find . -name '*.[ch]' | sed 's,^\./,,' | LC_ALL=C sort | xargs awk -f "$here/rules.awk"
