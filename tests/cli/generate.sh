#!/bin/sh
# generate: what is written, kept and removed, and what each option changes.
. "$(dirname "$0")/steps.sh"

pages 0 generate --out=o
silent out
says err "docmodel: o: "
says err " 0 unchanged, 0 removed"
(cd o && find . -type f | sed 's|^\./||' | LC_ALL=C sort) >files
pages 0 generate --list-outputs
{ echo .docmodel-manifest; cat out; } | LC_ALL=C sort >listed
that cmp -s files listed
that grep -qx 'docmodel-manifest 1 complete' o/.docmodel-manifest

# Again: nothing is touched.
find o -exec touch -d '2001-01-01' {} +
pages 0 generate --out=o
says err "docmodel: o: 0 written, "
that test -z "$(find o -newermt 2001-01-02)"

# A smaller selection removes what is no longer made, and nothing else.
echo mine >o/mine.txt
pages 0 generate --out=./o/ --types=resultInfo --verbose
says err "docmodel: removed "
that test -f o/mine.txt
that test -n "$(find o -name 'result_info.h')"
that test -z "$(find o -name 'record_operation.h')"
pages 0 generate --out=fresh --types=resultInfo
rm o/mine.txt
that diff -r o fresh

# Nothing is written over a file of someone else's.
mkdir other
cp -R o other/o
rm other/o/.docmodel-manifest
header=$(cd o && find . -name 'result_info.h' | head -n 1)
echo "/* mine */" >"other/o/$header"
pages 2 generate --out=other/o --types=resultInfo
says err "[output-not-ours]"
that test ! -e other/o/.docmodel-manifest
that grep -qxF "/* mine */" "other/o/$header"

# Quiet, stamp and dependency file.
pages 0 generate --out=quiet --quiet --stamp=stamp --depfile=depfile -Wno-locale-drift
silent err
that test -f stamp
that test "$(head -n 1 depfile)" = 'stamp: \'
that grep -q '/vocab/en.tsv' depfile
that grep -q '/templates/c/pack.json' depfile
that test -z "$(grep -F "$docs" depfile)"
rm stamp
pages 1 generate --out=quiet --stamp=stamp -W error
that test ! -e stamp
pages 2 generate --out=quiet --stamp=nowhere/stamp
says err "nowhere/stamp: error: cannot write the file"

# Errors: nothing is written, or the rest.
cp -R "$docs" damaged
: >damaged/es-ES/api-reference/beta/resources/operation.md
run 1 generate --docs=damaged --data-dir="$data" --out=rest
that test ! -e rest
run 1 generate --docs=damaged --data-dir="$data" --out=rest --keep-going
that test -n "$(find rest -name 'record_operation.h')"
that test -z "$(find rest -name 'operation.h')"
echo text >file
pages 2 generate --out=file
says err "[output-unwritable]"
pages 2 generate --out=file/below

# Options of rendering each change the output in their own way.
changed() { # OPTION...: the output is not that of no option
    rm -rf changed
    pages 0 generate --out=changed --types=commsOperation "$@"
    ! diff -qr plain changed >/dev/null || fail "the output does not differ"
}
pages 0 generate --out=plain --types=commsOperation
changed --prefix=calls
that test -z "$(grep -rl 'graph_comms_operation' changed/calls* | head -n 1)"
changed --no-descriptions
changed --banner='Made for this test.'
that test -n "$(grep -rl 'Made for this test\.' changed | head -n 1)"
changed --shards=3
changed --merge=union
header=changed/graph_beta/include/graph_beta/comms_operation.h
that grep -qF 'Listed by the zh-CN page only, handed off 12/20/2018: createdDateTime,' "$header"
that grep -qF '(DateTimeOffset, zh-CN commsoperation.md:26) */' "$header"
that grep -qF '(String, commsoperation.md:24) */' "$header"
changed --doc-locale=zh-CN
changed --api-version=beta
pages 0 generate --out=prefixed --types=commsOperation --prefix=calls_
pages 0 generate --out=prefixed2 --types=commsOperation --prefix=calls
that diff -r prefixed prefixed2
pages 0 generate --out=excluded --exclude='comms*' --exclude=recordOperation
that test -z "$(find excluded -name 'comms_notification.h')"
that test -n "$(find excluded -name 'entity.h')"

# A pack of one's own, by its path.
mkdir -p pack
cp -R "$data/templates/c/." pack
pages 0 generate --out=own --types=commsOperation --templates=./pack
that diff -r plain own
mkdir -p nopack
pages 1 generate --out=never --templates=./nopack
that test ! -e never
finish
