#!/bin/sh
# The number behind the soname of shared models: it changes with what a program was compiled against,
# and with nothing else.
. "$(dirname "$0")/steps.sh"

cp -R "$docs/../tests/example/docs" pages
cp pages/order.md order.md
command=context

layout() {
    run 0 context --quiet --docs=pages --data-dir="$data"
    sed -n 's/.*"layout": "\([0-9a-f]*\)".*/\1/p' out | head -n 1
}

# edit EXPRESSION: sets $edited to the number of the pages with one of them edited by sed.
edit() {
    sed "$1" order.md >pages/order.md
    cmp -s order.md pages/order.md && fail "nothing was edited by $1"
    edited=$(layout)
}
changes() {
    edit "$1"
    test "$edited" != "$first" || fail "the number stays after $1"
}
keeps() {
    edit "$1"
    test "$edited" = "$first" || fail "the number changes after $1"
}

first=$(layout)
that test -n "$first"
changes '/^| note /d; /"note"/d'
changes 's/| note | String/| note | Int32/'
changes 's/(customer.md) |/(customer.md) collection |/'
changes 's/`open`, `packed`/`packed`, `open`/; s/open | packed/packed | open/'
changes 's/`packed`, `sent`/`packed`, `lost`, `sent`/; s/packed | sent/packed | lost | sent/'
keeps 's/What a customer has ordered/What was ordered/'
keeps 's/How far the order is/Where it is/'
keeps 's/ Maximum length is 200 characters.//'
keeps '2s/^$/\n/'
finish
