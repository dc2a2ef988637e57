#!/bin/sh
# Makes the Debian packages, installs them into a file tree of their own, uses them there, and removes
# them again, which must leave nothing.
#   deb.sh CPACK BUILD SOURCE CMAKE GENERATOR C_COMPILER WORK
set -eu
cpack=$1 build=$2 source=$3 cmake=$4 generator=$5 compiler=$6 work=$7
for tool in dpkg dpkg-deb dpkg-shlibdeps; do
    command -v "$tool" >/dev/null || { echo "skipped: there is no $tool"; exit 77; }
done
test "$(id -u)" = 0 || { echo "skipped: only root may install packages"; exit 77; }
rm -rf "$work"
mkdir -p "$work"
"$cpack" --config "$build/CPackConfig.cmake" -G DEB -B "$work/packages"
cd "$work/packages"
tool=$(echo docmodel_*.deb) runtime=$(echo libdocmodel-runtime-dev_*.deb)

says() { dpkg-deb -f "$1" "$2" | grep -q -- "$3" || { echo "$1: $2 does not say $3"; exit 1; }; }
says "$tool" Depends libc6
says "$tool" Depends libcmark
says "$tool" Description 'compiler from API documentation pages to C'
says "$runtime" Section libdevel
test -z "$(dpkg-deb -f "$runtime" Depends)"
if dpkg-deb -c "$tool" | grep -E 'libdocmodel|usr/include'; then
    echo "the tool's package holds files of the runtime"
    exit 1
fi
if { dpkg-deb -c "$tool"; dpkg-deb -c "$runtime"; } | grep -vE '^(d|-)rw.r-.r-. root/root '; then
    echo "these belong to somebody, or may be written by anybody"
    exit 1
fi

tree=$work/tree
mkdir -p "$tree/var/lib/dpkg/updates" "$tree/var/lib/dpkg/info"
: >"$tree/var/lib/dpkg/status"
in_tree() { dpkg --root="$tree" --force-depends --log=/dev/null "$@" >"$work/dpkg.log" 2>&1 ||
    { cat "$work/dpkg.log"; exit 1; }; }
in_tree --install "$tool" "$runtime"
for package in docmodel libdocmodel-runtime-dev; do
    grep -q CC-BY-4.0 "$tree/usr/share/doc/$package/copyright"
done
test -f "$tree/usr/share/man/man1/docmodel.1" && test -f "$tree/usr/share/man/man7/docmodel-templates.7"
test -f "$tree/usr/share/bash-completion/completions/docmodel"
if grep -rIl --exclude=*.a -e "$build" -e "$source" "$tree/usr"; then
    echo "these name folders of the build"
    exit 1
fi

# Both packages together: the program generates, and its models stand on the packaged runtime.
config=$(dirname "$(find "$tree/usr/lib" -name docmodelConfig.cmake)")
runtime_config=$(dirname "$(find "$tree/usr/lib" -name docmodel-runtimeConfig.cmake)")
"$tree/usr/bin/docmodel" check --quiet --docs="$source/tests/example/docs"
"$cmake" -S "$source/tests/packages/components" -B "$work/use" -G "$generator" \
    "-DCMAKE_C_COMPILER=$compiler" "-DCMAKE_C_FLAGS=${C_FLAGS:-}" "-DDOCS=$source/tests/example/docs" \
    "-DMAIN=$source/tests/example/main.c" \
    "-Ddocmodel_DIR=$config" "-Ddocmodel-runtime_DIR=$runtime_config"
"$cmake" --build "$work/use"
"$work/use/example" | diff -u "$source/tests/example/expected.txt" -

in_tree --purge docmodel libdocmodel-runtime-dev
left=$(find "$tree" -path "$tree/var/lib/dpkg" -prune -o -type f -print)
test -z "$left" || { echo "left behind: $left"; exit 1; }
