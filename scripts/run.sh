#!/usr/bin/env bash
# Builds Sallyport for release and starts it on ./data; arguments go to `sallyport serve`.
set -euo pipefail
cd "$(dirname "$0")/.."
scratch=${SALLYPORT_SCRATCH:-$PWD/.build}
echo "Building Sallyport; the first time takes a quarter of an hour on two cores."
scripts/build.sh release
exec "$scratch/release/sallyport" serve --data ./data "$@"
