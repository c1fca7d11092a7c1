#!/usr/bin/env bash
# The detection bars: builds the corpora from what this machine reaches, asks this engine and GuardDog, and writes the
# tables of docs/detection.md. `detection.sh quick` leaves GuardDog and the page alone and prints what is answered wrongly.
# What is fetched stays in SALLYPORT_CORPORA (about 2 GB), outside of the checkout.
set -euo pipefail
cd "$(dirname "$0")/.."
export SALLYPORT_SCRATCH=${SALLYPORT_SCRATCH:-$PWD/.build}
corpora=${SALLYPORT_CORPORA:-${XDG_CACHE_HOME:-$HOME/.cache}/sallyport/detection}
upstreams=${SALLYPORT_UPSTREAMS:-$PWD/../shared/upstreams/npm}
sallyport=$SALLYPORT_SCRATCH/release/sallyport

mkdir -p "$corpora"
[ "${1:-}" = quick ] || scripts/build.sh release
if [ ! -e "$corpora/fetched" ]; then
  python3 scripts/detection/fetch-pypi.py scripts/detection/pypi-projects.txt "$corpora/pypi"
  python3 scripts/detection/fetch-debian.py "$corpora/debian"
  touch "$corpora/fetched"
fi
rm -rf "$corpora/cases"
python3 scripts/detection/build.py Detection "$corpora/cases"

arguments=(--sallyport "$sallyport" --cases "$corpora/cases" --benign "$corpora" --results "$corpora/results.json")
if command -v npm >/dev/null; then arguments+=(--npm "$(npm root -g)/npm"); fi
if [ -d "$upstreams" ]; then
  arguments+=(--upstream "$upstreams/registry")
else
  echo "No npm upstream at $upstreams (or SALLYPORT_UPSTREAMS): its tarballs are left out." >&2
fi
if [ "${1:-}" != quick ]; then
  guarddog=$SALLYPORT_SCRATCH/guarddog
  if [ ! -x "$guarddog/bin/guarddog" ]; then
    scripts/packages.sh python3-venv
    python3 -m venv "$guarddog"
    env -u PIP_FIND_LINKS "$guarddog/bin/python" -m pip install -q 'guarddog>=3,<4'
  fi
  arguments+=(--guarddog "$guarddog/bin/guarddog" --page docs/detection.md)
else
  shift
fi
exec python3 scripts/detection/detect.py "${arguments[@]}" "$@"
