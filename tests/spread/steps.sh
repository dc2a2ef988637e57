# Steps of the tests that build one project in several directories; each script sources this as
#
#     . "$(dirname "$0")/steps.sh"
#
# with the arguments CMAKE GENERATOR COMPILER STAGE DOCS WORK, and is then in the empty folder WORK.
# STAGE is where docmodel is installed.
set -eu
cmake=$1 generator=$2 compiler=$3 stage=$4 docs=$5 work=$6
project=$(cd "$(dirname "$0")/../embedding" && pwd)
rm -rf "$work" && mkdir -p "$work" && cd "$work"

fail() {
    echo "FAILED: $1" >&2
    exit 1
}

# Ends the test as skipped unless each PROGRAM is there.
need() { # PROGRAM...
    for program in "$@"; do
        command -v "$program" >/dev/null || {
            echo "skipped: $program is absent"
            exit 77
        }
    done
}

# Makes DIRECTORY: a project, its pages, and a docmodel of its own.
lay_out() { # DIRECTORY
    mkdir -p "$1"
    cp -R "$project" "$1/project"
    cp -R "$docs" "$1/docs"
    cp -R "$stage" "$1/docmodel"
}

# Configures DIRECTORY/build with the OPTIONs.
configure() { # DIRECTORY OPTION...
    directory=$1
    shift
    "$cmake" -S "$directory/project" -B "$directory/build" -G "$generator" \
        "-DCMAKE_C_COMPILER=$compiler" "-DCMAKE_PREFIX_PATH=$directory/docmodel" \
        "-DDOCS=$directory/docs" "-DDOCMODEL_COMPONENTS=COMPONENTS;tool" -DCMAKE_EXPORT_COMPILE_COMMANDS=ON \
        "$@" >"$directory/configure.log" ||
        fail "cannot configure: $(cat "$directory/configure.log")"
}

build() { # DIRECTORY [OPTION...]
    directory=$1
    shift
    "$cmake" --build "$directory/build" "$@" >"$directory/build.log" 2>&1 ||
        fail "cannot build: $(cat "$directory/build.log")"
}

# The number of files that a build compiles.
compilations() { # DIRECTORY
    grep -c '"file":' "$1/build/compile_commands.json"
}

# What was made: check sums and paths of generated files, objects, archives and programs. CMake calls
# the object of a source outside of the project after its whole path, with _ for spaces.
sums() { # DIRECTORY
    (cd "$1/build" && find . -path '*/CompilerIdC' -prune -o -type f ! -name '*.d' \
        \( -path '*/out/*' -o -name '*.o' -o -name '*.a' -o -perm -100 \) -exec cksum {} +) |
        sed "s|$(echo "$1" | tr ' ' _)||" | LC_ALL=C sort -k 3
}

# Fails unless both directories hold the same, file for file; but for those that match EXCEPTION.
same() { # DIRECTORY OTHER [EXCEPTION]
    sums "$1" | grep -v "${3:-^\$}" >"$work/sums"
    test "$(grep -c '\.o$' "$work/sums")" -gt 8 || fail "objects are missing in $1"
    sums "$2" | grep -v "${3:-^\$}" | diff "$work/sums" - || fail "$1 and $2 differ"
}
