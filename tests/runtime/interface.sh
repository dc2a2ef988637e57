#!/bin/sh
# interface.sh RUNTIME PARTIAL RECORD [update]: the runtime's version grows when its headers change.
# RECORD holds the version and a sum of the headers without their comments and white space.
set -eu
runtime=$1 partial=$2 record=$3
define() {
    sed -n "s/^#define $1 \"*\([0-9.]*\)\"*\$/\1/p" "$runtime/include/docmodel/base.h"
}
version=$(define DM_RUNTIME_VERSION)
interface=$(define DM_RUNTIME_INTERFACE)
test "${version%%.*}" = "$interface" || {
    echo "DM_RUNTIME_VERSION $version does not begin with DM_RUNTIME_INTERFACE, $interface" >&2
    exit 1
}
grep -qx "#if DM_RUNTIME_INTERFACE != $interface" "$partial" || {
    echo "$partial is not for interface $interface" >&2
    exit 1
}
declarations() {
    for header in "$runtime"/include/docmodel/*.h; do
        grep -v '^#define DM_RUNTIME_' "$header" | tr -s ' \t\r\n' '    ' | awk '
            { while ((at = index($0, "/*")) > 0) {
                  behind = substr($0, at + 2)
                  $0 = substr($0, 1, at - 1) " " substr(behind, index(behind, "*/") + 2)
              }
              gsub(/ +/, "")
              print }'
    done
}
now="$version $(declarations | cksum)"
if test "${4:-}" = update; then
    echo "$now" >"$record"
elif test "$(cat "$record")" != "$now"; then
    echo "The headers of the runtime have changed since $(cut -d ' ' -f 1 "$record"). Raise in base.h the interface" >&2
    echo "if generated code, or a caller, has to be compiled anew or changed, else the second or third number" >&2
    echo "of the version; then run this script with 'update'." >&2
    exit 1
fi
