#!/bin/sh
# check, model and context on pages: what each option changes.
. "$(dirname "$0")/steps.sh"

# Diagnostics go to standard error, the summary to standard output.
pages 0 check
says err "commsoperation.md:26:3: warning: "
says err "[locale-drift]"
says out "0 errors, 2 warnings, 0 notices"
that grep -qE '^types +7 +5$' out
that grep -qE '^  locale-drift +2 +0$' out
that grep -qx '  zh-CN: 1' out
pages 0 check --quiet
silent out
says err "[locale-drift]"
pages 0 check --verbose
says err "docmodel: read en-US/api-reference/beta/resources/recordoperation.md: type"

# Severities.
pages 0 check -W no-locale-drift
silent err
that grep -qE '^  locale-drift \(off\) +2 +0$' out
says out "0 errors, 0 warnings, 0 notices"
pages 1 check -W error
says err "commsoperation.md:26:3: error: "
says out "2 errors, 0 warnings, 0 notices"
pages 1 check -W error=locale-drift
pages 0 check -W error -Wno-locale-drift
pages 1 model -W error
silent out
says err "docmodel: nothing is output because of errors; --keep-going outputs the rest"
pages 1 model -W error --keep-going
says out '"microsoft.graph.commsOperation"'

# Versions.
pages 0 model --format=tsv --api-version=v1.0
that test -z "$(cut -f1 out | grep -vxE 'version|v1\.0')"
silent err
pages 0 model --format tsv --api-version beta --api-version v1.0
mv out both
pages 0 model --format tsv
that cmp -s both out
mkdir loose
cp "$docs"/en-US/api-reference/v1.0/resources/*.md loose
run 0 model --format=tsv --docs=loose --data-dir="$data"
that grep -q '^v1.0	' out
run 0 model --format=tsv --docs=loose --data-dir="$data" --api-version=v3
that test -z "$(cut -f1 out | grep -vxE 'version|v3')"

# A pipe that is called like a page is told by its path in the set, and is not waited for.
mkdir -p piped/docs
cp "$docs"/en-US/api-reference/v1.0/resources/resultinfo.md piped/docs
mkfifo piped/docs/pipe.md
run 1 check --quiet --docs=piped/docs --data-dir="$data"
that grep -qx 'pipe.md: error: the page is neither a file nor a folder \[file-unreadable\]' err

# Locales: the one that decides, and what translations add.
pages 0 model --format=tsv --merge=union
that grep -q '^beta	microsoft.graph	commsOperation	.*	createdDateTime	Edm.DateTimeOffset	0	0$' out
pages 0 model --format=tsv --merge=primary
that test -z "$(grep '^beta	microsoft.graph	commsOperation	.*	createdDateTime	' out)"
pages 0 model --format=tsv --primary-locale=zh-CN
that grep -q '^beta	microsoft.graph	commsOperation	.*	createdDateTime	Edm.DateTimeOffset	0	0$' out

# Folders that are called by a language alone.
mkdir short
cp -R "$docs/en-US" short/en
cp -R "$docs/zh-CN" short/zh
run 0 check --docs=short --data-dir="$data"
that grep -qx '  en: 11' out
that grep -qx '  zh: 1' out
says err "not by the en page of microsoft.graph.commsOperation [locale-drift]"
run 0 check --docs=short --data-dir="$data" --primary-locale=zh
silent err

# The same whatever the order, the names and the number of the folders, and of the threads.
pages 0 model
mv out first
run 0 model --data-dir="$data" --docs="$docs/zh-CN" --docs="$docs/./en-US/" --docs="$docs//es-ES" -j1
that cmp -s first out
run 0 model --data-dir="$data" --docs="$docs/en-US" --docs="$docs" --docs="$docs/zh-CN" -j 16
that cmp -s first out
cp -R "$docs" copy
run 0 model --data-dir="$data" --docs="$docs" --docs=copy --docs=../pages/copy
that cmp -s first out
run 0 check --data-dir="$data" --docs="$docs" --docs=copy
that grep -qE '^types +7 +5$' out
says out "0 errors, 2 warnings, 0 notices"

# Pages of several folders that have one name are told apart, in diagnostics and in `why`, by as much
# of their paths as that takes; a page that has the same text is the same page.
order() {
    mkdir -p "$1"
    printf '# order resource type\n\n## Properties\n\n| Property | Type | Description |\n|:-|:-|:-|\n' >"$1/order.md"
    printf '| id | %s | The key. |\n\n## JSON representation\n\n' "$2" >>"$1/order.md"
    printf '<!-- {"blockType": "resource", "@odata.type": "shop.order"} -->\n```json\n{"id": "x",}\n```\n' >>"$1/order.md"
}
order near/x strng
order near/y nmber
order far/x Strin
cp -R near/x same
run 0 check --quiet --docs=near/x --docs=near/y --docs=far/x --docs=same --data-dir="$data"
for page in near/x y far/x; do
    that grep -q "^$page/order.md:13:11: warning:" err
done
lacks err "same/order.md"
run 0 why --docs=near/x --docs=near/y --docs="$PWD/far/x/" --data-dir="$data" order.id
for page in near/x y far/x; do
    says out " $page/order.md:7 "
done
run 0 check --quiet --docs=near/x --docs=same --data-dir="$data"
that grep -q "^order.md:13:11: warning:" err

# Mistakes of versions that are not asked for do not count.
: >copy/en-US/api-reference/v1.0/resources/entity.md
run 1 check --data-dir="$data" --docs=copy
says err "v1.0/resources/entity.md:1:1: error: the page is empty [empty-page]"
run 1 check --data-dir="$data" --docs=copy --api-version=v1.0
run 0 check --data-dir="$data" --docs=copy --api-version=beta
lacks err "entity.md"

# What templates see.
pages 0 context
that test -s out
pages 0 context resultInfo
says out '"resultInfo"'
lacks out '"recordOperation"'
pages 0 context microsoft.graph.resultInfo
says out '"resultInfo"'

# More words.
mkdir -p words/api-reference/v1.0/resources
sed 's/| Int32 /| Zahl32 /' "$docs/en-US/api-reference/v1.0/resources/resultinfo.md" \
    >words/api-reference/v1.0/resources/resultinfo.md
run 0 model --format=tsv --docs=words --data-dir="$data"
says err "\"Zahl32\" is no known type"
printf 'type\tEdm.Int32\tZahl32\n' >en.tsv
run 0 model --format=tsv --docs=words --data-dir="$data" --vocabulary=en.tsv
silent err
says out "	code	Edm.Int32	0	0"
run 2 model --format=tsv --docs=words --data-dir="$data" --vocabulary=nowhere.tsv
says err "nowhere.tsv: error: "
echo "no table" >broken.tsv
run 2 model --format=tsv --docs=words --data-dir="$data" --vocabulary=broken.tsv
says err "[vocabulary-malformed]"

# A locale that no vocabulary knows: one notice, and what anchors, links and annotations say.
mkdir -p tongue/qx-QX/api-reference/v1.0/resources
for name in one two; do
    printf '# <a name="%s-resource-type"></a>%s qwx\n\n## <a name="properties"></a>Qwxy\n\n' $name $name
    printf '| Qw | Qx | Qy |\n|:--|:--|:--|\n| firstPart | [two](two.md) | Qz. |\n\n'
    printf '<!-- { "blockType": "resource", "@odata.type": "shop.%s" } -->\n' $name
    printf '```json\n{ "firstPart": null, "count": 1 }\n```\n'
done | awk '/^# <a/ { n++ } { print > ("tongue/qx-QX/api-reference/v1.0/resources/" (n == 1 ? "one" : "two") ".md") }'
run 0 model --format=tsv --docs=tongue --data-dir="$data"
says err "there is no vocabulary for qx-QX"
that test "$(grep -c vocabulary-missing err)" = 1
says out "	one	complex		firstPart	shop.two	0	0"
says out "	two	complex		count	Edm.Int32	0	0"

# Pages without any type.
mkdir -p prose/api-reference/v1.0/resources
printf '# Overview\n\nThis area is about calls.\n' >prose/api-reference/v1.0/resources/overview.md
run 1 check --docs=prose --data-dir="$data"
says err "prose: error: none of the pages documents a type"
says err "[no-types]"
finish
