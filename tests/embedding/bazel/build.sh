#!/bin/sh
# Prints the BUILD file of a library of generated models, from the two lists of the output:
#   build.sh MODELS NAME >MODELS/BUILD.bazel
set -eu
cd "$1"
list() { # TITLE FILES_PATTERN LIST
    echo "    $1 = ["
    sed -n "/^#/d; /$2/s/.*/        \"&\",/p" "$3"
    echo "    ],"
}
echo "cc_library("
echo "    name = \"$2\","
list srcs '\.c$' sources.txt
list hdrs '\.h$' sources.txt
list textual_hdrs . included.txt
echo "    includes = ["
sed -n 's|^\([^#].*/include\)/.*\.h$|        "\1",|p' sources.txt | LC_ALL=C sort -u
echo "    ],"
echo '    copts = ["-std=c11"],'
echo '    visibility = ["//visibility:public"],'
echo ")"
