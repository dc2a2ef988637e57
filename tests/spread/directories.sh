#!/bin/sh
# directories.sh CMAKE GENERATOR COMPILER STAGE DOCS WORK: two directories give the same generated
# files, objects, archives and programs, bit for bit. What names the directory (debug information, and
# cmocka's assertions in the tests) does not when the compiler is told what to call it.
. "$(dirname "$0")/steps.sh"
export SOURCE_DATE_EPOCH=1600000000
here="$work/here" there="$work/a rather different/there"
lay_out "$here"
lay_out "$there"

for directory in "$here" "$there"; do
    configure "$directory" -DCMAKE_BUILD_TYPE=Release
    build "$directory"
done
same "$here" "$there" calls_tests

# A directory that is named anywhere would be seen here.
find "$here/build" -type f \( -path '*.docmodel/out/*' -o -name '*.[ao]' \) \
    -not -path '*calls_tests*' -exec grep -lF "$work" {} + >naming || true
test ! -s naming || fail "these name the directory: $(cat naming)"

for directory in "$here" "$there"; do
    rm -rf "$directory/build"
    configure "$directory" -DCMAKE_BUILD_TYPE=RelWithDebInfo \
        "-DCMAKE_C_FLAGS=\"-ffile-prefix-map=$directory=.\""
    build "$directory"
done
same "$here" "$there"
echo "$(grep -c . sums) files are the same in both directories"
