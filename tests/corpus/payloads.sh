#!/bin/sh
# payloads.sh PROGRAM PAYLOADS WORK: unpacks documented payloads and gives them to the program.
set -eu
program=$1 payloads=$2 work=$3
test -x "$program" -a -e "$payloads" || {
    echo "skipped: $program or $payloads is absent"
    exit 77
}
command -v xz >/dev/null || {
    echo "skipped: the program xz is absent"
    exit 77
}
xz -dc "$payloads" >"$work"
exec "$program" "$work"
