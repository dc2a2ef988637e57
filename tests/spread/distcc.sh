#!/bin/sh
# distcc.sh CMAKE GENERATOR COMPILER STAGE DOCS WORK: each file of the library is compiled by a daemon
# of distcc, on the loopback interface, and is the same as when compiled here.
. "$(dirname "$0")/steps.sh"
need distcc distccd
daemon_log="$work/daemon.log"
export DISTCC_DIR="$work/state" DISTCC_FALLBACK=0 DISTCC_LOG="$work/client.log"
unset DISTCC_HOSTS
mkdir "$work/state"
chmod 777 "$work" "$work/state" # root's daemon becomes another user

# The daemon compiles with nothing but this. It ends when the test does, at the latest by itself.
command -v "$compiler" >commands
daemon=
stop_daemon() {
    test -z "$daemon" || kill "$daemon" 2>/dev/null || true
    test -z "$daemon" || wait "$daemon" 2>/dev/null || true
    daemon=
}
trap stop_daemon EXIT
trap 'exit 1' HUP INT TERM

# Starts the daemon on a port that is free, and sets DISTCC_HOSTS.
start_daemon() {
    for attempt in 1 2 3 4 5 6 7 8; do
        port=$((20000 + ($$ + attempt * 1009) % 10000))
        : >"$daemon_log"
        chmod 666 "$daemon_log"
        DISTCC_CMDLIST="$work/commands" timeout 300 distccd --daemon --no-detach --listen 127.0.0.1 \
            --allow 127.0.0.1 --port $port --jobs 2 --log-level info --log-file "$daemon_log" &
        daemon=$!
        for wait in 1 2 3 4 5 6 7 8 9 10; do
            if grep -q 'preforking daemon' "$daemon_log"; then
                DISTCC_HOSTS="127.0.0.1:$port/2"
                export DISTCC_HOSTS
                return
            fi
            kill -0 "$daemon" 2>/dev/null || break
            sleep 0.2
        done
        stop_daemon
    done
    fail "the daemon does not start: $(cat "$daemon_log")"
}

for name in here spread; do
    lay_out "$work/$name"
done
configure "$work/here" -DCMAKE_BUILD_TYPE=Release \
    "-DCMAKE_C_FLAGS=-ffile-prefix-map=$work/here=."
configure "$work/spread" -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_COMPILER_LAUNCHER=distcc \
    "-DCMAKE_C_FLAGS=-ffile-prefix-map=$work/spread=."
build "$work/here"
start_daemon
build "$work/spread" --parallel 2
count=$(compilations "$work/spread")
remote=$(grep -c 'COMPILE_OK' "$daemon_log")
echo "$remote of $count compilations were done by the daemon on port $port"
test "$remote" = "$count" || fail "some were not: $(cat "$daemon_log")"
same "$work/here" "$work/spread"

# Without the daemon nothing is compiled: it was no compilation on this machine that succeeded.
stop_daemon
if "$cmake" --build "$work/spread/build" --clean-first >"$work/without.log" 2>&1; then
    fail "the build succeeds without a daemon"
fi
