#!/usr/bin/env bash
# Makes sure that current clients are there, in a folder of their own whose pip, uv and
# `packaging` from PyPI, and npm 10 where the machine has another npm. Prints the folder.
set -euo pipefail
folder=${1:?usage: clients.sh FOLDER}

has_python() { "$folder/bin/python" -c 'import packaging, pip' && "$folder/bin/uv" --version; }
if ! has_python >/dev/null 2>&1; then
  python3 -m venv --clear "$folder" >&2
  env -u PIP_FIND_LINKS "$folder/bin/python" -m pip install -q --upgrade pip uv packaging >&2 || {
    echo "The tests need pip, uv and packaging from PyPI, and pip could not install them (see above)." >&2
    exit 1
  }
fi

is_ten() { [[ $("$1" --version 2>/dev/null) == 10.* ]]; }
if ! is_ten npm && ! is_ten "$folder/bin/npm"; then
  echo "Installing npm 10 beside npm $(npm --version)" >&2
  npm install --global --prefix "$folder" --no-fund --no-audit --loglevel error npm@10 >&2 || {
    echo "The tests need npm 10 and this machine has $(npm --version), which could not install it (see above)." >&2
    echo "Please install Node.js 20, which brings npm 10, or say where a registry is: npm config set registry URL" >&2
    exit 1
  }
fi
echo "$folder"
