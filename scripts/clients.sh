#!/usr/bin/env bash
# Makes sure that current Python clients are there, in a virtual environment of their own; prints its folder.
set -euo pipefail
folder=${1:?usage: clients.sh FOLDER}
if [ ! -x "$folder/bin/uv" ]; then
  python3 -m venv "$folder" >&2
  env -u PIP_FIND_LINKS "$folder/bin/python" -m pip install -q --upgrade pip uv packaging >&2
fi
echo "$folder"
