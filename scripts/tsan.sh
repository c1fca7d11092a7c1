#!/usr/bin/env bash
# The tests of the pure core under the thread sanitizer, in a scratch folder of their own.
set -euo pipefail
cd "$(dirname "$0")/.."
scratch=${SALLYPORT_SCRATCH:-$PWD/.build}
SALLYPORT_CORE=1 swift test --sanitize=thread --scratch-path "$scratch/tsan"
