#!/usr/bin/env bash
# What to run before each commit: formatter, linter, the tests of the pure core, tidiness.
set -euo pipefail
cd "$(dirname "$0")/.."
scratch=${SALLYPORT_SCRATCH:-$PWD/.build}
scripts/packages.sh libdeflate-dev zlib1g-dev
make --no-print-directory lint
SALLYPORT_CORE=1 swift test --parallel --scratch-path "$scratch/core" --explicit-target-dependency-import-check error
