#!/usr/bin/env bash
# Configures one preset and builds the given targets (all, if none is given).
#
#   scripts/build.sh PRESET on|off [TARGET...]     on: tests, benchmarks and fuzz targets too
#
# The two choices share one build directory and its object files, so `make test`
# after `make demo` compiles nothing twice.
set -euo pipefail
cd "$(dirname "$0")/.."
preset=$1 developer=$2
shift 2

mkdir -p build
log=build/configure.log
if ! cmake --preset "$preset" -DCLAIMGRAPH_DEVELOPER="$developer" >"$log" 2>&1; then
  tail -n 40 "$log" >&2
  exit 1
fi

targets=()
[ $# -gt 0 ] && targets=(--target "$@")
# On a terminal ninja shows one line that moves; in a pipe that would be hundreds.
quiet=()
if [ ! -t 1 ]; then
  quiet=(-- --quiet)
  echo "Building ${*:-everything} in build/$preset ..."
fi
started=$SECONDS
cmake --build --preset "$preset" "${targets[@]}" "${quiet[@]}"
echo "Built in $((SECONDS - started)) s."
