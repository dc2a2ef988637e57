#!/bin/sh
# A shared library of models: named after the layout of its structures, in the build and installed.
#   shared.sh CMAKE BUILD_SYSTEM C_COMPILER C_FLAGS PREFIX WORK_FOLDER
# PREFIX: where docmodel is installed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cmake=$1 build_system=$2 compiler=$3 flags=$4 prefix=$5 work=$6
command -v readelf >/dev/null || { echo "skipped: there is no readelf"; exit 77; }
rm -rf "$work" && mkdir -p "$work" && cd "$work"
cp -R "$here/matrix" project
sed -i 's/_library(library/& ${KIND}/; /TEMPLATES pack/d' project/CMakeLists.txt
printf '%s\n' 'docmodel_install_library(library PACKAGE library COMPONENT v1)' >>project/CMakeLists.txt
mkdir user
cp project/main.c user
printf '%s\n' 'cmake_minimum_required(VERSION 3.20)' 'project(user LANGUAGES C)' \
    'find_package(library REQUIRED COMPONENTS v1)' 'add_executable(user main.c)' \
    'target_link_libraries(user PRIVATE library::v1)' >user/CMakeLists.txt
pages=project/pages/en-US/api-reference/v1.0/resources

fail() {
    echo "FAILED: $1"
    cat log
    exit 1
}

configure() { # FOLDER BUILD OPTION...
    folder=$1 build=$2
    shift 2
    "$cmake" -S "$folder" -B "$build" -G "$build_system" "-DCMAKE_C_COMPILER=$compiler" \
        "-DCMAKE_C_FLAGS=$flags" "$@" >log 2>&1 || fail "$folder is not configured"
}

build() {
    "$cmake" --build build >log 2>&1 || fail "not built"
    build/program || fail "the program does not run"
    soname=$(readelf -d build/liblibrary.so | sed -n 's/.*SONAME.*\[\(.*\)\]/\1/p')
    echo "$soname" | grep -qx 'liblibrary\.so\.[0-9a-f]\{8,\}' || fail "the soname is $soname"
    readelf -d build/program | grep -q "NEEDED.*\[$soname\]" || fail "the program needs another"
    test "$(ls build | grep -c '^liblibrary\.so\.')" = 1 || fail "former names are left: $(ls build)"
}

edit() { # FILE EXPRESSION
    sed "$2" "$1" >edited
    ! cmp -s edited "$1"
    cat edited >"$1"
}

configure project build -DKIND=SHARED "-DCMAKE_PREFIX_PATH=$prefix"
build
first=$soname
edit $pages/reader.md 's/The name on the card/The name as the card has it/'
build
test "$soname" = "$first" || fail "words give the library another name"
edit $pages/shelf.md '/| metres/a\
| floor | Int32 | Where it is. |'
build
test "$soname" != "$first" || fail "another layout has the same name"
"$cmake" --build build >log 2>&1
! grep -E 'Generating|Building|Linking' log || fail "built twice"

# It holds tables alone: the runtime is the program's.
! nm -D build/liblibrary.so | grep ' dm_' || fail "the library has to do with the runtime's functions"

# Installed, twice, the second time under another name.
for round in 1 2; do
    DESTDIR=$work/root "$cmake" --install build --prefix /opt/sdk >log 2>&1 || fail "not installed"
    test "$(readlink "root/opt/sdk/lib/$soname")" = liblibrary.so || fail "$soname is not installed"
    test "$(ls root/opt/sdk/lib | grep -c '^liblibrary\.so\.')" = 1 || fail "former names are left"
    rm -rf user_build # what is installed bears times of whole seconds, which make might take for old
    configure user user_build "-DCMAKE_PREFIX_PATH=$work/root/opt/sdk"
    "$cmake" --build user_build >log 2>&1 || fail "its user is not built"
    user_build/user || fail "its user does not run"
    sleep 2 # CMake takes what differs by less than a second for installed already
    edit $pages/shelf.md "/| floor/a\\
| room$round | Int32 | Which room. |"
    build
done

# As CMake's own add_library: the variable decides, unless the call does.
rm -rf build
configure project build -DBUILD_SHARED_LIBS=ON "-DCMAKE_PREFIX_PATH=$prefix"
build
rm -rf build
configure project build -DBUILD_SHARED_LIBS=ON -DKIND=STATIC "-DCMAKE_PREFIX_PATH=$prefix"
"$cmake" --build build >log 2>&1 && build/program && test -f build/liblibrary.a || fail "not static"
