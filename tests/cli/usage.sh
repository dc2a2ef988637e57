#!/bin/sh
# Arguments that cannot be right: exit status 2, what is wrong, the nearest right one, and where
# help is found.
. "$(dirname "$0")/steps.sh"

# wrong TEXT ARGUMENT...: docmodel refuses the arguments with TEXT.
wrong() {
    text=$1
    shift
    run 2 "$@"
    silent out
    says err "docmodel: $text"
    says err "Try 'docmodel "
}

# refuses TEXT COMMAND ARGUMENT...: the same on pages that are fine.
refuses() {
    text=$1
    shift
    pages 2 "$@"
    silent out
    says err "docmodel: $text"
    says err "Try 'docmodel "
}

wrong "no command is given"
wrong "unknown command 'genrate'; did you mean 'generate'?" genrate
wrong "unknown option '--dosc'; did you mean '--docs'?" check --dosc x
wrong "unknown option '-z'" check -z
wrong "option '--t' is ambiguous: --types, --templates" generate --t=x
wrong "option '--docs' needs a value: --docs=DIR" check --docs
wrong "option '--docs' has an empty value where DIR is expected" check --docs=
wrong "option '--quiet' takes no value" check --quiet=1
wrong "option '--out' is none of 'docmodel check'; it belongs to 'docmodel generate'" check --out=x
wrong "no pages are named; name their folder with --docs=DIR" check

mkdir empty
echo text >file
wrong "--docs=nowhere: there is no such folder" check --docs=nowhere --data-dir="$data"
wrong "--docs=file: is a file, not a folder" check --docs=file --data-dir="$data"
wrong "--docs=empty: the folder holds no pages" check --docs=empty --data-dir="$data"
wrong "--data-dir=empty holds no folder 'vocab'" check --docs="$docs" --data-dir=empty
mkdir -p bare/vocab
wrong "'bare/vocab' has no vocabulary of English" check --docs="$docs" --data-dir=bare
wrong "'check' takes no operand 'empty'; did you mean '--docs=empty'?" check empty
wrong "'model' takes no operand 'x'" model --docs="$docs" x

refuses "no output folder is named; name it with --out=DIR" generate
refuses "--depfile needs --stamp=FILE" generate --out=o --depfile=d
refuses "--format=xml is neither 'json' nor 'tsv'" model --format=xml
refuses "--merge=all is neither 'primary' nor 'union'" check --merge=all
for number in 0 65 999999999999999999999 -1 1x "1 " 0x1 +1; do
    refuses "--jobs=$number is no number from 1 to 64" check --jobs="$number"
done
refuses "--shards=1000 is no number from 1 to 999" generate --out=o --shards=1000
refuses "--prefix=1x cannot begin a name" generate --out=o --prefix=1x
refuses "--prefix=dm is the runtime's own" generate --out=o --prefix=dm
refuses "--prefix=a-b cannot begin a name" generate --out=o --prefix=a-b
refuses "--primary-locale=english1 is no locale" check --primary-locale=english1
refuses "--primary-locale=fr-FR: no page is of that locale" check --primary-locale=fr-FR
refuses "--doc-locale=zh-TW: no page is of that locale; did you mean 'zh-CN'?" \
    generate --out=o --doc-locale=zh-TW
refuses "--api-version=v2: no page is of that version; there is beta, v1.0" \
    check --api-version=v2
refuses "--types=comsOperation matches no type; did you mean 'commsOperation'?" \
    generate --out=o --types=comsOperation
refuses "--types=recrod* matches no type; did you mean 'recordOperation'?" \
    generate --out=o --types='entity,recrod*'
refuses "--types=recordOp matches no type; did you mean 'recordOperation'?" \
    generate --out=o --types=recordOp
refuses "--exclude=nothingLikeThis matches no type" generate --out=o --exclude=nothingLikeThis
refuses "--exclude leaves no type" generate --out=o --exclude='*'
refuses "no type or enumeration is called 'comsOperation'; did you mean 'commsOperation'?" \
    context comsOperation
refuses "'context' shows one type at a time" context a b
refuses "-W no-locale-drfit names no diagnostic; did you mean 'locale-drift'?" \
    check -W no-locale-drfit
refuses "'$data/templates' holds no template pack 'cc'; did you mean 'c'?" \
    generate --out=o --templates=cc
refuses "--templates=./nowhere is no folder" generate --out=o --templates=./nowhere
that test ! -e o
finish
