#!/bin/sh
# format.sh CLANG_FORMAT FOLDER...: every C file of the folders is as its .clang-format has it.
set -eu
clang_format=$1
shift
find "$@" -name '*.[ch]' -print0 | xargs -0 "$clang_format" --dry-run -Werror --ferror-limit=5
