#!/bin/sh
# Runs one fuzz target: scripts/fuzz.sh TARGET SECONDS [libFuzzer options]
# TARGET is the name in Fuzz/Package.swift, or its last part: FuzzZip, or zip.
# Seeds come from Fuzz/Corpus/TARGET and Fuzz/FailCases/TARGET; what is found goes to Fuzz/FailCases/TARGET.
set -eu
usage='usage: scripts/fuzz.sh TARGET SECONDS [libFuzzer options]'
name=${1:?$usage}
seconds=${2:?$usage}
shift 2
root=$(cd "$(dirname "$0")/.." && pwd)
scratch=${SALLYPORT_FUZZ_SCRATCH:-$root/Fuzz/.build}
target=$(sed -n 's/^    fuzz("\([A-Za-z0-9]*\)".*/\1/p' "$root/Fuzz/Package.swift" | grep -ix -e "$name" -e "fuzz$name" || true)
if [ -z "$target" ]; then
    echo "fuzz.sh: no target \`$name\` in Fuzz/Package.swift" >&2
    exit 2
fi
export SALLYPORT_CORE=1
# The Swift crash handler hides AddressSanitizer's report; the toolchain's own start-up leaks a little.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0

# The code under test is instrumented too: coverage of its edges is what guides the fuzzer.
swift build --package-path "$root/Fuzz" --scratch-path "$scratch" -c release --product "$target" \
    -Xswiftc -sanitize=address -Xswiftc -sanitize-coverage=edge,inline-8bit-counters,pc-table

mkdir -p "$root/Fuzz/Corpus/$target" "$root/Fuzz/FailCases/$target"
found=$(mktemp -d)
trap 'rm -rf "$found"' EXIT
"$scratch/release/$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 \
    -print_final_stats=1 -artifact_prefix="$root/Fuzz/FailCases/$target/" "$@" \
    "$found" "$root/Fuzz/Corpus/$target" "$root/Fuzz/FailCases/$target"
