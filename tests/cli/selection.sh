#!/bin/sh
# --types and --exclude: where the closure ends is told, one notice for each cut or one for many.
. "$(dirname "$0")/steps.sh"

resources=docs/en-US/api-reference/v1.0/resources
mkdir -p "$resources"

# page NAME BASE PROPERTIES RELATIONSHIPS: a page of a type; rows are NAME:LINK, separated by blanks.
page() {
    base=${2:+,\"baseType\":\"microsoft.graph.$2\"}
    {
        printf '# %s resource type\n\nIt is a %s.\n\n## Properties\n\n' "$1" "$1"
        printf '| Property | Type | Description |\n|:---|:---|:---|\n'
        for row in $3; do
            printf '| %s | [%s](%s.md) | A part. |\n' "${row%:*}" "${row#*:}" "${row#*:}"
        done
        printf '| note%s | String | A text. |\n\n## Relationships\n\n' "$1"
        printf '| Relationship | Type | Description |\n|:---|:---|:---|\n'
        for row in $4; do
            printf '| %s | [%s](%s.md) | A relation. |\n' "${row%:*}" "${row#*:}" "${row#*:}"
        done
        printf '\n## JSON representation\n\n'
        printf '<!-- {"blockType":"resource","@odata.type":"microsoft.graph.%s"%s} -->\n' "$1" "$base"
        printf '```json\n{\n  "note%s": "String"\n}\n```\n' "$1"
    } >"$resources/$1.md"
}

page user "" plan:plan "drive:drive manager:user"
page plan "" "" ""
page drive "" "" ""
page bigDrive drive "" ""
page hugeDrive bigDrive "" ""
page root "" "" "one:leaf1 two:leaf2 three:leaf3 four:leaf4"
for leaf in leaf1 leaf2 leaf3 leaf4; do
    page $leaf root "" ""
done
generate() { # STATUS ARGUMENT...
    expected_status=$1
    shift
    run "$expected_status" generate --docs=docs --data-dir="$data" --out=o "$@"
}
told() { # COUNT: so many cuts are told
    that test "$(grep -cF '[selection-cut]' err)" = "$1"
}

# Without a selection nothing is cut.
generate 0
told 0

# A navigation property is told at its row, with the type to add; ordinary ones are followed.
generate 0 --types=user
told 1
says err 'user.md:16:3: notice: "drive" of user stays raw JSON: microsoft.graph.drive is not selected; add --types=microsoft.graph.drive to have it [selection-cut]'
says err '| drive | [drive](drive.md) | A relation. |'
that test -f o/graph/include/graph/plan.h
generate 0 --types=user --quiet
silent err
generate 0 --types=user -Wno-selection-cut
told 0
generate 1 --types=user -Werror=selection-cut
told 1
run 0 context --docs=docs --data-dir="$data" --types=user user
told 1

# Derived types, which have their nearest selected base; and the remedy when a type is excluded.
generate 0 --types=user,drive
told 2
says err 'notice: microsoft.graph.bigDrive is not selected: an object of it is read as its base drive, with the rest raw; add --types=microsoft.graph.bigDrive to have it [selection-cut]'
says err 'notice: microsoft.graph.hugeDrive is not selected: an object of it is read as its base drive'
generate 0 --types='user,*drive'
told 0
generate 0 --exclude=hugeDrive
told 1
says err 'an object of it is read as its base bigDrive, with the rest raw; narrow --exclude to have it'

# Many cuts of one type are one notice.
generate 0 --types=root
told 2
says err 'notice: 4 navigation properties of microsoft.graph.root stay raw JSON (one, two, three and 1 more): their types are not selected; add those that you need with --types [selection-cut]'
says err 'notice: 4 types derived from microsoft.graph.root are not selected (leaf1, leaf2, leaf3 and 1 more): objects of them are read as root, with the rest raw; add those that you need with --types [selection-cut]'
generate 0 --exclude='leaf?'
told 2
says err 'narrow --exclude to have them [selection-cut]'

# What is wrong with the arguments goes before what is wrong with the pages.
page wrong "" "" "lost:nowhere"
generate 2 --types=us
says err "docmodel: --types=us matches no type; did you mean 'user'?"
that test "$(head -n 1 err)" = "docmodel: --types=us matches no type; did you mean 'user'?"
says err '[link-unresolved]'
generate 2 --types=l
says err "did you mean 'leaf1', 'leaf2' or 'leaf3'?"
generate 2 --types=zzz
says err "docmodel: --types=zzz matches no type; 'docmodel model --format=tsv' lists them"
finish
