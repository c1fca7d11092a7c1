#!/usr/bin/env bash
# All bars of docs/performance.md, measured on this machine in one go: bench.sh [MEASURE...]. Without a name all are run,
# and the table of docs/performance.md is written anew.
set -euo pipefail
cd "$(dirname "$0")/.."
export SALLYPORT_SCRATCH=${SALLYPORT_SCRATCH:-$PWD/.build}
upstreams=${SALLYPORT_UPSTREAMS:-$PWD/../shared/upstreams/npm}

[ -d "$upstreams" ] || { echo "The benchmark needs a copy of npm packages at $upstreams (or SALLYPORT_UPSTREAMS)." >&2; exit 1; }
for tool in node npm; do command -v $tool >/dev/null || { echo "The benchmark needs $tool." >&2; exit 1; }; done
scripts/packages.sh nginx-light wrk ruby bundler python3 util-linux
scripts/build.sh release

guarddog=$(scripts/guarddog.sh "$SALLYPORT_SCRATCH")
exec python3 scripts/bench/bench.py --sallyport "$SALLYPORT_SCRATCH/release/sallyport" --upstreams "$upstreams" \
  --guarddog "$guarddog" --page docs/performance.md "$@"
