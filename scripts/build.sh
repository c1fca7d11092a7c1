#!/usr/bin/env bash
# Builds Sallyport: build.sh release|debug. Prints nothing but what goes wrong and how long it takes.
set -euo pipefail
cd "$(dirname "$0")/.."
configuration=${1:-release}
scratch=${SALLYPORT_SCRATCH:-$PWD/.build}

command -v swift >/dev/null || { echo "Sallyport needs a Swift 6.3 toolchain on the PATH: https://swift.org/install" >&2; exit 1; }
scripts/packages.sh libdeflate-dev zlib1g-dev libsqlite3-dev libyara-dev

# A release carries Swift's library in itself: one file to copy, and it starts in less time than the loader takes over ten.
# Nothing looks for symbols in a program: 47,000 names that it would offer are left out, so that the loader need not search them.
[ "$configuration" = release ] && linking="--static-swift-stdlib -Xlinker --no-export-dynamic" || linking=

exec swift build -c "$configuration" $linking --scratch-path "$scratch" --product sallyport \
  --explicit-target-dependency-import-check error
