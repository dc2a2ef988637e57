#!/bin/sh
# What a build does after each kind of change, as a user of docmodel_add_library sees it: how often
# the generator runs, which files of its output it writes (but for the first time, when it writes
# all) and removes, and which sources are then compiled. Compares that with matrix.expected, which
# stands for every build system.
#   matrix.sh CMAKE BUILD_SYSTEM C_COMPILER C_FLAGS PREFIX ANOTHER WORK_FOLDER
# PREFIX: where docmodel is installed; ANOTHER: a docmodel that leaves out descriptions.
set -eu
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)
cmake=$1 build_system=$2 compiler=$3 flags=$4 prefix=$5 another=$6 work=$7
if test "$build_system" = "Unix Makefiles" && ! command -v make >/dev/null; then
    echo "skipped: make is absent"
    exit 77
fi
rm -rf "$work"
mkdir -p "$work"
cp -R "$here/matrix" "$work/project"
# Flags of sanitizers would have the runtime compiled, too; what is counted is the library.
sed -i 's/(docmodel REQUIRED)/(docmodel REQUIRED COMPONENTS tool runtime)/' \
    "$work/project/CMakeLists.txt"
cp -R "$prefix" "$work/prefix"
cp -R "$prefix/share/docmodel/templates/c" "$work/project/pack"
cd "$work"
pages=project/pages/en-US/api-reference/v1.0/resources
out=build/library.docmodel/out
program=build/program
test "$build_system" != "Ninja Multi-Config" || program=build/Debug/program

# The installed program and the compiler, each behind a script that takes notes.
mv prefix/bin/docmodel prefix/bin/docmodel-itself
cat >prefix/bin/docmodel <<END
#!/bin/sh
echo run >>'$work/runs'
exec '$work/prefix/bin/docmodel-itself' "\$@"
END
cat >launcher <<END
#!/bin/sh
for source; do :; done
case \$source in
*/runtime/shards/*) echo runtime >>'$work/compiled' ;;
*) echo "\${source##*/}" >>'$work/compiled' ;;
esac
exec "\$@"
END
chmod +x prefix/bin/docmodel launcher

# Each file of the output with what changes when it is written.
state() {
    [ ! -d "$out" ] || find "$out" -type f ! -name .docmodel-manifest -printf '%i %T@ %P\n' | sort
}

# The paths in what state printed.
paths() {
    sed 's/^[^ ]* [^ ]* //' "$1" | sort -u
}

# Prints the lines of stdin below a title; the files of the runtime as one.
list() {
    sed 's|^runtime/.*|runtime|' | sort -u | awk -v title="$1" '
        { print (NR == 1 ? "    " title ":\n" : "") "        " $0 }'
}

# check CASE: builds, and says what was done.
check() {
    : >runs
    : >compiled
    state >before
    "$cmake" --build build >log 2>&1 || { cat log; exit 1; }
    state >after
    $program || { echo "$1: the program was compiled with another library"; exit 1; }
    paths before >paths_before
    paths after >paths_after
    case $(wc -l <runs | tr -d ' ') in
    0) runs="no run" ;;
    1) runs="a run" ;;
    *) runs="several runs" ;;
    esac
    echo "$1: $runs"
    if [ -s before ]; then
        comm -13 before after | sed 's/^[^ ]* [^ ]* //' | list written
    fi
    comm -23 paths_before paths_after | list removed
    list compiled <compiled
}

# fails CASE: builds, which must fail, and says what was done.
fails() {
    : >runs
    : >compiled
    state >before
    ! "$cmake" --build build >log 2>&1 || { echo "$1: the build succeeds"; exit 1; }
    state >after
    echo "$1: the build fails"
    comm -13 before after | sed 's/^[^ ]* [^ ]* //' | list written
    list compiled <compiled
    $program || { echo "$1: the program is gone"; exit 1; }
}

# edit FILE EXPRESSION: with sed; that nothing changes is an error.
edit() {
    sed "$2" "$1" >edited
    ! cmp -s edited "$1" || { echo "$1: $2 changes nothing"; exit 1; }
    cat edited >"$1"
}

configure() {
    "$cmake" -S project -B build -G "$build_system" "-DCMAKE_C_COMPILER=$compiler" \
        "-DCMAKE_C_FLAGS=$flags" "-DCMAKE_C_COMPILER_LAUNCHER=$work/launcher" \
        "-DCMAKE_PREFIX_PATH=$work/prefix" "$@" >log 2>&1 || { cat log; exit 1; }
}

matrix() {
    configure
    check "first build"
    check "nothing changed"

    edit $pages/reader.md 's/The name on the card/The name as the card has it/'
    check "a description edited"
    edit $pages/shelf.md '/| metres/a\
| floor | Int32 | Where it is. |'
    check "a property added"
    echo 'See also the plan of the house.' >>$pages/loan.md
    check "prose edited that says no fact, below all that is documented"
    touch $pages/book.md
    check "a page touched"

    sed 's/reader/visitor/g; s/Visitor/visitor/g' $pages/reader.md >$pages/visitor.md
    check "a page added"
    mv $pages/visitor.md $pages/guest.md
    check "a page renamed"
    rm $pages/guest.md
    check "a page deleted"
    : >$pages/empty.md
    fails "a page that has errors added"
    fails "once more"
    rm $pages/empty.md
    check "that page deleted"
    mkdir -p project/pages/es-ES/api-reference/v1.0/resources
    sed 's/What is printed on the cover/Lo que dice la tapa/' $pages/book.md \
        >project/pages/es-ES/api-reference/v1.0/resources/book.md
    check "a locale added"

    touch project/pack/type.h.mustache
    check "a template touched"
    touch project/pack/partials/interface.mustache
    check "a partial touched"
    echo '/* The end. */' >>project/pack/type.c.mustache
    check "a template changed"
    echo '/* The end of the interface. */' >>project/pack/partials/interface.mustache
    check "a partial changed"

    touch project/words.tsv
    check "vocabulary touched"
    printf 'phrase\tread-only\tprinted on the cover\n' >>project/words.tsv
    check "vocabulary changed"
    printf 'v1.0\tmicrosoft.graph\tshelf\tmetres\ttype\tEdm.Int64\tin whole metres\n' \
        >>project/corrections.tsv
    check "corrections changed"
    cp "$another" prefix/bin/docmodel-itself || exit 1
    touch prefix/bin/docmodel
    check "another docmodel"
    cp "$prefix/bin/docmodel" prefix/bin/docmodel-itself || exit 1
    touch prefix/bin/docmodel
    check "the first docmodel"
    configure -DLIBRARY_OPTIONS=--no-descriptions
    check "an option changed"
    configure
    check "configured again"
    touch prefix/bin/docmodel # the same program with a new time stamp, as a linker leaves it
    check "docmodel built anew"
    touch prefix/share/docmodel/vocab/en.tsv
    check "docmodel's own vocabulary touched"
}

# A second configuration compiles what the first one has generated.
second_configuration() {
    : >runs
    : >compiled
    "$cmake" --build build --config Release >log 2>&1 || { cat log; exit 1; }
    build/Release/program
    test ! -s runs || { echo "each configuration generates"; exit 1; }
    test "$(sort -u compiled | tr '\n' ' ')" = "main.c models.c shard_0.c shard_1.c shard_2.c " ||
        { echo "Release compiles"; cat compiled; exit 1; }
    : >compiled
    "$cmake" --build build --config Debug >log 2>&1 || { cat log; exit 1; }
    test ! -s runs && test ! -s compiled || { echo "configurations disturb each other"; exit 1; }
}

matrix >seen || { cat seen; exit 1; }
diff -u "$here/matrix.expected" seen

# All these steps have led to what one step makes.
mv build/library.docmodel/out incremental
rm -rf build
configure -DLIBRARY_OPTIONS=--no-descriptions
"$cmake" --build build >log 2>&1 || { cat log; exit 1; }
diff -r incremental $out
test "$build_system" != "Ninja Multi-Config" || second_configuration
