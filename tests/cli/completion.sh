#!/bin/bash
# Completion in bash: each line of what a user has typed, and words that must be offered, or may not be.
#   completion.sh PROGRAM SCRIPT
under_test=$1
docmodel() { "$under_test" "$@"; }
. "$2"
failed=0

# Completes the words given, the last of which is being typed. "=" stands alone, as readline has it.
complete_words() {
    COMP_WORDS=(docmodel "$@")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    COMPREPLY=()
    _docmodel
}

offers() {
    local expected=$1
    shift
    complete_words "$@"
    [[ " ${COMPREPLY[*]} " == *" $expected "* ]] && return
    echo "docmodel $*: no '$expected' in '${COMPREPLY[*]}'"
    failed=1
}

offers_only() {
    local expected=$1
    shift
    complete_words "$@"
    [ "${COMPREPLY[*]}" = "$expected" ] && return
    echo "docmodel $*: '${COMPREPLY[*]}' is not '$expected'"
    failed=1
}

offers_only "generate check model context why explain help" ""
offers_only "check" ch
offers_only "why" help w
offers "--out=" generate --o
offers "--keep-going" generate --docs = pages --
offers_only "" check --out
offers_only "--version" --vers
offers_only "primary union" check --merge = ""
offers_only "json tsv" model --format =
offers "unclosed-fence" explain uncl
offers "no-locale-drift" check -W no-loc
offers "error=locale-drift" check --warn = error=loc
offers "error" generate -W err
cd "$(mktemp -d)" && mkdir pages && : >words.tsv
offers_only "pages" check --docs = pa
offers_only "words.tsv" check --vocabulary = w
offers_only "" check words
exit $failed
