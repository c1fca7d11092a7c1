#!/bin/sh
# Runs one fuzz target: scripts/fuzz.sh TARGET SECONDS [libFuzzer options]
# TARGET is the name in Fuzz/Package.swift, or its last part: FuzzZip, or zip. `all` runs every one for SECONDS, as many
# side by side as there are cores, and prints a line for each.
# Seeds come from Fuzz/Corpus/TARGET and Fuzz/FailCases/TARGET, words from Fuzz/Dictionaries/TARGET.dict where there is
# one; what is found goes to Fuzz/FailCases/TARGET.
set -eu
usage='usage: scripts/fuzz.sh TARGET|all SECONDS [libFuzzer options]'
name=${1:?$usage}
seconds=${2:?$usage}
shift 2
root=$(cd "$(dirname "$0")/.." && pwd)
scratch=${SALLYPORT_FUZZ_SCRATCH:-$root/Fuzz/.build}
targets=$(sed -n 's/^    fuzz("\([A-Za-z0-9]*\)".*/\1/p' "$root/Fuzz/Package.swift")
export SALLYPORT_CORE=1
# The Swift crash handler hides AddressSanitizer's report; the toolchain's own start-up leaks a little.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0

# The code under test is instrumented too: coverage of its edges is what guides the fuzzer.
build() {
    [ -z "${SALLYPORT_FUZZ_BUILT:-}" ] || return 0
    swift build --package-path "$root/Fuzz" --scratch-path "$scratch" -c release "$@" \
        -Xswiftc -sanitize=address -Xswiftc -sanitize-coverage=edge,inline-8bit-counters,pc-table \
        -Xswiftc -enable-testing
}

# One target, quietly: a line when it held, everything it said when it did not.
one='log=$(mktemp); trap "rm -f $log" EXIT; status=0; "$1" "$2" "$3" >"$log" 2>&1 || status=$?
if [ $status -eq 0 ]; then echo "$2: $(sed -n "s/^stat::number_of_executed_units: *//p" "$log") inputs, nothing found"
else cat "$log"; echo "$2: FAILED"; fi; exit $status'

if [ "$name" = all ]; then
    build
    echo "$targets" | SALLYPORT_FUZZ_BUILT=1 xargs -P "$(nproc)" -I '{}' sh -c "$one" one "$0" '{}' "$seconds"
    exit
fi

target=$(echo "$targets" | grep -ix -e "$name" -e "fuzz$name" || true)
if [ -z "$target" ]; then
    echo "fuzz.sh: no target \`$name\` in Fuzz/Package.swift" >&2
    exit 2
fi
build --product "$target"
mkdir -p "$root/Fuzz/Corpus/$target" "$root/Fuzz/FailCases/$target"
found=$(mktemp -d)
trap 'rm -rf "$found"' EXIT
# Code as short as a person would write it: what is computed is found by its words, not by its length.
length=65536
words=$root/Fuzz/Dictionaries/$target.dict
if [ -f "$words" ]; then
    length=2048
    set -- -dict="$words" "$@"
fi
"$scratch/release/$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=$length \
    -print_final_stats=1 -artifact_prefix="$root/Fuzz/FailCases/$target/" "$@" \
    "$found" "$root/Fuzz/Corpus/$target" "$root/Fuzz/FailCases/$target"
rmdir "$root/Fuzz/FailCases/$target" 2>/dev/null || true
