#!/bin/sh
# macros.sh DOCMODEL DATA_DIR WORK COMPILER...: properties that are called like macros of system headers.
# Each compiler tells which object-like macros those headers define; a generated type with all of
# them as properties compiles in front of these headers and behind them. A compiler that is absent
# is skipped.
set -eu
docmodel=$1 data=$2 work=$3
shift 3
rm -rf "$work"
mkdir -p "$work/docs"
cd "$work"

posix='aio arpa/inet dirent dlfcn fcntl fnmatch ftw getopt glob grp ifaddrs langinfo libgen mqueue net/if
    netdb netinet/in netinet/tcp poll pthread pwd regex sched search semaphore signal spawn strings
    sys/ipc sys/mman sys/msg sys/param sys/resource sys/select sys/sem sys/shm sys/socket sys/stat
    sys/statvfs sys/time sys/times sys/types sys/uio sys/un sys/utsname sys/wait syslog termios
    ucontext unistd utime utmp utmpx wordexp'
standard='assert complex ctype errno fenv float inttypes iso646 limits locale math setjmp signal stdarg
    stddef stdint stdio stdlib string time wchar wctype'
windows='winsock2 ws2tcpip windows objbase'
{
    echo '#define WIN32_LEAN_AND_MEAN'
    for name in $windows $standard $posix; do
        printf '#if __has_include(<%s.h>)\n#include <%s.h>\n#endif\n' "$name" "$name"
    done
    # As Qt has them for its own keywords.
    printf '#define %s\n' 'emit' 'foreach Q_FOREACH' 'forever for (;;)' 'signals public' 'slots'
} >system.h

for compiler; do
    if ! command -v "$compiler" >/dev/null; then
        echo "$compiler: skipped, it is absent"
        continue
    fi
    "$compiler" -D_GNU_SOURCE -dM -E -x c system.h |
        sed -nE 's/^#define ([a-z][a-z0-9]*(_[a-z0-9]+)*) .*/\1/p; s/^#define (emit|slots)$/\1/p'
done | sort -u >names
grep -q '^errno$' names
{
    printf '# odd resource type\n\n## Properties\n\n| Property | Type | Description |\n|:-|:-|:-|\n'
    sed 's/.*/| & | String | A text. |/' names
    printf '\n## JSON representation\n\n<!-- {"blockType": "resource", "@odata.type": "a.odd"} -->\n'
    printf '```json\n{\n'
    sed 's/.*/"&": "String"/; $!s/$/,/' names
    printf '}\n```\n'
} >docs/odd.md
"$docmodel" generate --quiet --data-dir="$data" --docs=docs --out=out
sed -n 's/^    const char \*\([a-z0-9_]*\);.*/\1/p' out/graph/include/graph/odd.h >members
test "$(wc -l <names)" = "$(wc -l <members)"

use() {
    printf '%s\n' "$@" 'int use(const graph_odd *odd);' 'int use(const graph_odd *odd)' '{' '    return 0'
    sed 's/.*/        + (odd->& != 0)/' members
    printf '        ;\n}\n'
}
use '#include <graph/odd.h>' '#include "system.h"' >front.c
use '#include "system.h"' '#include <graph/odd.h>' >behind.c
for compiler; do
    command -v "$compiler" >/dev/null || continue
    for file in front.c behind.c out/graph/src/odd.c; do
        "$compiler" -D_GNU_SOURCE -w -fsyntax-only -Iout/graph/include -Iout/runtime/include \
            -include "$([ "$file" = front.c ] && echo graph/odd.h || echo system.h)" -x c "$file" || {
            echo "$compiler: a property is called like a macro; see generator/render/c_name.c" >&2
            exit 1
        }
    done
    echo "$compiler: $(wc -l <names) properties"
done
