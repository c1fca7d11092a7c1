#!/usr/bin/env bash
# Installs GuardDog, which `make bench` and `make detection` compare with, into an environment of its own below the
# folder given, once; prints the path of its program.
set -euo pipefail
environment=$1/guarddog

if [ ! -x "$environment/bin/guarddog" ]; then
  "$(dirname "$0")/packages.sh" python3 python3-venv >&2
  python3 -m venv "$environment" >&2
  env -u PIP_FIND_LINKS "$environment/bin/python" -m pip install -q 'guarddog>=3,<4' >&2
fi
echo "$environment/bin/guarddog"
