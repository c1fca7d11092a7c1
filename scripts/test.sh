#!/usr/bin/env bash
# All tests on a clean checkout: builds once for debugging, then the rooms' tests side by side, then the real clients,
# then every fuzz target for some seconds. What is missing is installed; SALLYPORT_STRICT=0 lets tests skip what is not.
set -euo pipefail
cd "$(dirname "$0")/.."
export SALLYPORT_SCRATCH=${SALLYPORT_SCRATCH:-$PWD/.build}
export SALLYPORT_STRICT=${SALLYPORT_STRICT:-1}
mkdir -p "$SALLYPORT_SCRATCH"

command -v swift >/dev/null || { echo "Sallyport needs a Swift 6.3 toolchain on the PATH" >&2; exit 1; }
scripts/packages.sh libdeflate-dev zlib1g-dev libsqlite3-dev libyara-dev python3 python3-venv python3-pip curl ruby bundler
# Node.js from elsewhere brings an npm of its own, which Debian's would displace.
command -v npm >/dev/null || scripts/packages.sh nodejs npm
SALLYPORT_CLIENTS=$(scripts/clients.sh "$SALLYPORT_SCRATCH/clients")
export SALLYPORT_CLIENTS
# Only npm comes first from there: python3 and pip stay the machine's.
if [ -x "$SALLYPORT_CLIENTS/bin/npm" ]; then
  mkdir -p "$SALLYPORT_CLIENTS/first"
  ln -sf ../bin/npm "$SALLYPORT_CLIENTS/first/npm"
  ln -sf ../bin/npx "$SALLYPORT_CLIENTS/first/npx"
  export PATH=$SALLYPORT_CLIENTS/first:$PATH
fi

flags=(--scratch-path "$SALLYPORT_SCRATCH" --explicit-target-dependency-import-check error)
make --no-print-directory lint
swift build --build-tests "${flags[@]}"
swift test --skip-build "${flags[@]}" --parallel --skip EndToEndTests --skip SallyportUpstreamTests
# These hold real deadlines of some hundred milliseconds against real sockets: they get the cores for themselves.
swift test --skip-build "${flags[@]}" --parallel --filter SallyportUpstreamTests
swift test --skip-build "${flags[@]}" --filter EndToEndTests
SALLYPORT_FUZZ_SCRATCH=$SALLYPORT_SCRATCH/fuzz scripts/fuzz.sh all 5
# Our tokens against those of the language itself, over its own library.
for language in javascript python ruby; do
  SALLYPORT_FUZZ_SCRATCH=$SALLYPORT_SCRATCH/tokens scripts/differential.sh "$language"
done
