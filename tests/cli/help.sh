#!/bin/sh
# Help, version and explanations: what a user asks for without any pages.
. "$(dirname "$0")/steps.sh"

for arguments in --help -h help; do
    run 0 $arguments
    silent err
    says out "usage: docmodel COMMAND [OPTION...]"
    for name in generate check model context why explain help; do
        says out "  $name "
    done
done

for name in generate check model context why explain; do
    run 0 $name --help
    silent err
    says out "usage: docmodel $name"
    mv out first
    run 0 help $name
    that cmp -s first out
    run 0 --help $name
    that cmp -s first out
done
run 0 generate --docs=nowhere --help
says out "usage: docmodel generate"

# The README's table has the options of generate, the manual page those of all commands.
list_helped() {
    sed -n 's/^  \(-[a-zA-Z], \|    \)--\([a-z-]*\).*/\2/p' out
}
source=$(cd "$(dirname "$0")/../.." && pwd)
sed -n '/^| option of/,/^$/p' "$source/README.md" | sed 's/ | .*//' | grep -o '`--[a-z-]*' | cut -c4- >described
run 0 generate --help
list_helped >helped
that test "$(wc -l <helped)" -gt 20
diff helped described || fail "the README has other options, or another order"
for name in generate check model context why explain; do
    run 0 $name --help
    list_helped
done | sort -u >helped
sed -n 's/^\.It Fl \(. , Fl \)\{0,1\}-\([a-z-]*\).*/\2/p' "$source/generator/cli/docmodel.1" | sort >described
diff helped described || fail "the manual page has other options"

run 0 --version
silent err
that grep -qxE 'docmodel [0-9]+\.[0-9]+\.[0-9]+' out
run 0 -V
that grep -qxE 'docmodel [0-9]+\.[0-9]+\.[0-9]+' out

run 0 explain
silent err
says out "unclosed-fence"
that test "$(wc -l <out)" -gt 10
cut -d' ' -f1 out >codes
that sort -c codes
while read -r code; do
    run 0 explain "$code"
    that test "$(wc -l <out)" -ge 3
done <codes
run 0 explain unclosed-fence link-unresolved
says out "unclosed-fence (warning): "
says out "link-unresolved (warning): "

run 2 explain unclosed-fense
silent out
says err "docmodel: no diagnostic has the code 'unclosed-fense'; did you mean 'unclosed-fence'?"
run 2 explain nothing-of-the-kind
says err "'docmodel explain' lists them all"
run 2 help chekc
says err "docmodel: unknown command 'chekc'; did you mean 'check'?"
run 2 help check model
says err "one command at a time"
finish
