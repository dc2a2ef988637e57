#!/bin/sh
# Kills a whole build (build tool, docmodel, compilers) without warning, at many moments after a page
# has changed. The next build repairs everything: the output, objects and program are those of a build
# that nobody disturbed, and then there is nothing left to do. Only make itself takes an object that was
# half written for a new one, so that with it the output alone has to be right, and the rest is once it
# is made anew.
#   killed.sh CMAKE BUILD_SYSTEM C_COMPILER C_FLAGS PREFIX WORK_FOLDER
# PREFIX: where docmodel is installed.
set -eu
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)
cmake=$1 build_system=$2 compiler=$3 flags=$4 prefix=$5 work=$6
for tool in setsid $(test "$build_system" != "Unix Makefiles" || echo make); do
    command -v "$tool" >/dev/null || { echo "skipped: there is no $tool"; exit 77; }
done
test -r /proc/self/stat || { echo "skipped: there is no /proc"; exit 77; }
rm -rf "$work" && mkdir -p "$work" && cd "$work"
cp -R "$here/matrix" project
sed -i '/TEMPLATES pack/d' project/CMakeLists.txt
pages=project/pages/en-US/api-reference/v1.0/resources
cp $pages/shelf.md narrow.md
sed '/| metres/a\
| floor | Int32 | Where it is. |' narrow.md >wide.md
cp $pages/loan.md loan.md

build() { "$cmake" --build build >log 2>&1 || { cat log; exit 1; }; }

# The pages of STATE: one property more; or a type more, and so files that come and go.
become() {
    case $1 in
    narrow) cp narrow.md $pages/shelf.md && rm -f $pages/more.md ;;
    wide) cp wide.md $pages/shelf.md && sed 's/loan/more/g' loan.md >$pages/more.md ;;
    esac
}

# Check sums of what docmodel makes, and of what is made of that.
output() { (cd build/library.docmodel && find out -type f -exec cksum {} +) | sort -k 3; }
objects() { (cd build && find . -name '*.o' -exec cksum {} + && cksum liblibrary.a program) | sort -k 3; }

# Builds STATE, which was interrupted.
recover() { # STATE
    "$cmake" --build build >log 2>&1 || test "$build_system" != Ninja || { cat log; exit 1; }
    output >seen
    diff "$1.output" seen
    objects >seen 2>&1 || true
    if [ "$build_system" != Ninja ] && ! cmp -s "$1.objects" seen; then
        "$cmake" --build build --clean-first >log 2>&1 || { cat log; exit 1; }
        objects >seen
    fi
    diff "$1.objects" seen
}

# Ends every process of the session SESSION; as those that have not been reached yet go on to start
# others, until there is none.
kill_session() {
    alive=1
    while test $alive = 1; do
        alive=0
        for process in /proc/[0-9]*; do
            line=$(cat "$process/stat" 2>/dev/null) || continue
            set -- "$1" ${line##*) } # the session, then state, parent, group, session
            test "$5" = "$1" && test "$2" != Z || continue
            alive=1
            kill -9 "${process#/proc/}" 2>/dev/null || true
        done
    done
}

"$cmake" -S project -B build -G "$build_system" "-DCMAKE_C_COMPILER=$compiler" \
    "-DCMAKE_C_FLAGS=$flags" "-DCMAKE_PREFIX_PATH=$prefix" >log 2>&1 || { cat log; exit 1; }
build
for state in wide narrow; do
    become $state
    build
    output >$state.output
    objects >$state.objects
done
! cmp -s wide.output narrow.output
! cmp -s wide.objects narrow.objects

killed=0
for delay in 00 05 10 15 20 30; do
    for state in wide narrow; do
        become $state
        rm -f session
        setsid --wait sh -c 'echo $$ >session; exec "$@"' build "$cmake" --build build --parallel 2 \
            >interrupted.log 2>&1 &
        waiting=$!
        until test -s session; do sleep 0.01; done
        sleep "0.$delay"
        kill_session "$(cat session)"
        wait $waiting || killed=$((killed + 1))
        echo "killed after 0.$delay s, $state"
        recover $state
        "$cmake" --build build >log 2>&1
        ! grep -E 'Generating|Building|Linking' log || { echo "built twice"; exit 1; }
    done
done
# On a busy machine builds may be over before the list of processes is read.
echo "$killed builds were killed"
test "$killed" -gt 0
