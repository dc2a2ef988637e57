#!/bin/sh
# generate when it does not come to its end, or not alone: killed, on a full disk, with a page that
# has errors, two at once. What stands in the folder is the last good output, or the next run brings
# it in order.
. "$(dirname "$0")/steps.sh"

# Two outputs that differ in most files, and in which files there are.
plain() { # STATUS FOLDER
    pages "$1" generate --quiet -Wno-locale-drift --out="$2" --stamp=stamp
}
small() { # STATUS FOLDER
    pages "$1" generate --quiet -Wno-locale-drift --out="$2" --stamp=stamp --no-descriptions \
        --types=recordOperation
}
plain 0 plain
small 0 small

# Killed at any moment: the stamp tells that, and the next run repairs everything.
killed=0
for delay in 0.00 0.01 0.02 0.03 0.04 0.05 0.06 0.07 0.08 0.09 0.10 0.12 0.14 0.16 0.2 0.3; do
    plain 0 o
    "$docmodel" generate --quiet -Wno-locale-drift --docs="$docs" --data-dir="$data" --out=o \
        --stamp=stamp --no-descriptions --types=recordOperation >out 2>err &
    sleep "$delay"
    kill -9 $! 2>/dev/null
    wait $! 2>/dev/null
    if ! diff -qr o small >/dev/null; then
        killed=$((killed + 1))
        test ! -e stamp || that diff -r o plain
    fi
    small 0 o
    that diff -r o small
done
that test "$killed" -gt 0

# Two at once: the folder holds the output of one of them, and knows all its files.
rm -rf o
for round in 1 2 3 4 5 6; do
    "$docmodel" generate --quiet -Wno-locale-drift --docs="$docs" --data-dir="$data" --out=o \
        >out2 2>err2 &
    small 0 o
    wait $! || fail "the other run failed"
    diff -qr o plain >/dev/null || that diff -r o small
done
plain 0 o
that diff -r o plain

# A page with errors: nothing changes.
cp -R "$docs" damaged
: >damaged/en-US/api-reference/beta/resources/operation.md
run 1 generate --quiet --docs=damaged --data-dir="$data" --out=o
that diff -r o plain

# A full disk: nothing changes but the manifest, which says what the run was about to write.
mkdir disk
if mount -t tmpfs -o size=2m tmpfs disk 2>err; then
    trap 'umount "$PWD/disk"' EXIT
    small 0 disk/o
    for room in 0 20 40 80; do
        dd if=/dev/zero of=disk/ballast bs=1024 >out 2>&1
        truncate -s "-$((room * 1024))" disk/ballast
        plain 2 disk/o
        says err "no space left on the device"
        that diff -r -x .docmodel-manifest disk/o small
    done
    rm disk/ballast
    plain 0 disk/o
    that diff -r disk/o plain
else
    echo "a full disk is not tested: no file system can be mounted here"
fi

finish
