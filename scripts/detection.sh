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
scripts/packages.sh python3 python3-pip
if [ "${1:-}" != quick ]; then
  scripts/build.sh release
elif [ ! -x "$sallyport" ]; then
  echo "There is no $sallyport yet: run \`make release\` first." >&2
  exit 1
fi
if [ ! -e "$corpora/fetched" ]; then
  python3 scripts/detection/fetch-pypi.py scripts/detection/pypi-projects.txt "$corpora/pypi"
  python3 scripts/detection/fetch-debian.py "$corpora/debian"
  # What can't be reached is left out; a machine that reaches nothing has no corpus, and asks again the next time.
  for kind in pypi debian/npm debian/gem; do
    [ "$(find "$corpora/$kind" -type f 2>/dev/null | head -n 100 | wc -l)" -ge 100 ] || {
      echo "Fewer than 100 files in $corpora/$kind: the package indexes could not be reached." >&2
      exit 1
    }
  done
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
  arguments+=(--guarddog "$(scripts/guarddog.sh "$SALLYPORT_SCRATCH")" --page docs/detection.md)
else
  shift
fi
exec python3 scripts/detection/detect.py "${arguments[@]}" "$@"
