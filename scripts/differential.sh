#!/bin/sh
# Holds our tokens against a language's own tokenizer: scripts/differential.sh javascript|python|ruby [FOLDER …]
# Without folders: npm's own tree, python3's standard library and its pip, or Ruby's. The oracle for JavaScript is the parser inside node.
# Prints one line a disagreement and a summary; the exit code is 1 when there is any. PYTHON names another python3.
set -eu
usage='usage: scripts/differential.sh javascript|python|ruby [FOLDER ...]'
language=${1:?$usage}
shift
root=$(cd "$(dirname "$0")/.." && pwd)
scratch=${SALLYPORT_FUZZ_SCRATCH:-$root/Fuzz/.build}
python=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

case $language in
javascript)
    [ $# -gt 0 ] || set -- "$(npm root -g)/npm"
    find "$@" -type f \( -name '*.js' -o -name '*.mjs' -o -name '*.cjs' \) >"$work/files"
    ;;
python)
    # What is installed for it stands beside the library or inside its folder: the installer alone is read of that.
    if [ $# -gt 0 ]; then
        find "$@" -type f -name '*.py' >"$work/files"
    else
        library=$("$python" -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')
        installed=$("$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
        find "$library" \( -name site-packages -o -name dist-packages -o -name test -o -name tests \) -prune \
            -o -type f -name '*.py' -print >"$work/files"
        [ ! -d "$installed/pip" ] || find "$installed/pip" -type f -name '*.py' >>"$work/files"
    fi
    ;;
ruby)
    [ $# -gt 0 ] || set -- "$(ruby -e 'puts RbConfig::CONFIG["rubylibdir"]')" "$(ruby -e 'puts RbConfig::CONFIG["vendordir"]')"
    find "$@" -type f -name '*.rb' >"$work/files"
    ;;
*)
    echo "$usage" >&2
    exit 2
    ;;
esac

SALLYPORT_CORE=1 swift build --package-path "$root/Fuzz" --scratch-path "$scratch" -c release --product DumpTokens >&2
"$scratch/release/DumpTokens" "$language" <"$work/files" >"$work/tokens"
if [ "$language" = javascript ]; then
    node --expose-internals "$root/scripts/differential/javascript.js" "$work/files" "$work/tokens"
elif [ "$language" = ruby ]; then
    ruby -W0 "$root/scripts/differential/ruby.rb" "$work/files" "$work/tokens"
else
    "$python" -W ignore "$root/scripts/differential/python.py" "$work/files" "$work/tokens"
fi
