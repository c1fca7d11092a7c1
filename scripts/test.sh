#!/usr/bin/env bash
# All tests on a clean checkout: builds once for debugging, then the rooms' tests side by side, then the real clients.
set -euo pipefail
cd "$(dirname "$0")/.."
export SALLYPORT_SCRATCH=${SALLYPORT_SCRATCH:-$PWD/.build}
mkdir -p "$SALLYPORT_SCRATCH"

command -v swift >/dev/null || { echo "Sallyport needs a Swift 6.3 toolchain on the PATH" >&2; exit 1; }
scripts/packages.sh libdeflate-dev zlib1g-dev libsqlite3-dev python3 python3-venv curl
SALLYPORT_CLIENTS=$(scripts/clients.sh "$SALLYPORT_SCRATCH/clients")
export SALLYPORT_CLIENTS

flags=(--scratch-path "$SALLYPORT_SCRATCH" --explicit-target-dependency-import-check error)
make --no-print-directory lint
swift build --build-tests "${flags[@]}"
swift test --skip-build "${flags[@]}" --parallel --skip EndToEndTests --skip SallyportUpstreamTests
# These hold real deadlines of some hundred milliseconds against real sockets: they get the cores for themselves.
swift test --skip-build "${flags[@]}" --parallel --filter SallyportUpstreamTests
swift test --skip-build "${flags[@]}" --filter EndToEndTests
