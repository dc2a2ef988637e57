# Steps of the black-box tests; each script sources this as
#
#     . "$(dirname "$0")/steps.sh"
#
# with the arguments DOCMODEL DATA_DIR DOCS WORK, and is then in the empty folder WORK. A step that
# fails says so, and the script goes on; `finish` ends it.
set -u
docmodel=$1 data=$2 docs=$3 work=$4
test -x "$docmodel" || { echo "there is no program $docmodel" >&2; exit 1; }
rm -rf "$work" && mkdir -p "$work" && cd "$work" || exit 1
failures=0

fail() {
    echo "FAILED: docmodel $command: $1" >&2
    failures=$((failures + 1))
}

# run STATUS ARGUMENT...: runs docmodel, which must exit with STATUS; output in ./out and ./err.
run() {
    expected=$1
    shift
    command="$*"
    status=0
    "$docmodel" "$@" >out 2>err || status=$?
    test "$status" = "$expected" || { fail "exit status $status, not $expected"; cat err >&2; }
}

# pages STATUS COMMAND ARGUMENT...: the same for commands that read pages, on DOCS.
pages() {
    expected_status=$1 name=$2
    shift 2
    run "$expected_status" "$name" --docs="$docs" --data-dir="$data" "$@"
}

# says FILE TEXT: the file holds TEXT, on one line.
says() {
    grep -qF -e "$2" "$1" || { fail "$1 does not say: $2"; sed 's/^/    /' "$1" >&2; }
}

# silent FILE: the file is empty.
silent() {
    test ! -s "$1" || { fail "$1 is not empty"; sed 's/^/    /' "$1" >&2; }
}

# lacks FILE TEXT: no line of the file holds TEXT.
lacks() {
    ! grep -qF -e "$2" "$1" || fail "$1 says: $2"
}

# that COMMAND...: the command succeeds.
that() {
    "$@" || fail "not so: $*"
}

finish() {
    test "$failures" = 0
    exit
}
