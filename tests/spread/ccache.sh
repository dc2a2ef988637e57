#!/bin/sh
# ccache.sh CMAKE GENERATOR COMPILER STAGE DOCS WORK: what was compiled in one directory is not
# compiled again in another one; each compilation is found in the cache.
. "$(dirname "$0")/steps.sh"
need ccache
export CCACHE_DIR="$work/cache" CCACHE_CONFIGPATH="$work/none" CCACHE_TEMPDIR="$work/cache/tmp"
export CCACHE_NOHASHDIR=1
unset CCACHE_DISABLE CCACHE_RECACHE CCACHE_READONLY CCACHE_PREFIX

statistic() { # NAME
    ccache --print-stats | awk -v name="$1" '$1 == name { print $2 }'
}

# Builds DIRECTORY, which must find HITS compilations in the cache and compile MISSES.
build_counting() { # DIRECTORY HITS MISSES
    CCACHE_BASEDIR=$1
    export CCACHE_BASEDIR
    ccache --zero-stats >/dev/null
    build "$1"
    hits=$(($(statistic direct_cache_hit) + $(statistic preprocessed_cache_hit)))
    misses=$(statistic cache_miss)
    echo "$1: $hits hits, $misses misses"
    test "$hits" = "$2" || fail "$hits hits, not $2"
    test "$misses" = "$3" || fail "$misses misses, not $3"
}

for name in first second; do
    lay_out "$work/$name"
    configure "$work/$name" -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_C_COMPILER_LAUNCHER=ccache \
        "-DCMAKE_C_FLAGS=-ffile-prefix-map=$work/$name=."
done
count=$(compilations "$work/first")
test "$count" -gt 10 || fail "only $count compilations"
build_counting "$work/first" 0 "$count"
build_counting "$work/second" "$count" 0
same "$work/first" "$work/second"
