#!/usr/bin/env bash
# Runs every benchmark of a build directory, one after another.
#
#   scripts/bench.sh BUILD_DIR
#
# Measure on a machine that does nothing else; bench/README.md says which it was.
set -euo pipefail
build=$1
echo "$(nproc) cores, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(date +%F)"
for program in "$build"/bench/*_bench; do
  echo
  echo "== ${program##*/}"
  case ${program##*/} in
    export_bench | process_bench | import_bench) "$program" "$build/claimgraph" ;;
    *) "$program" ;;
  esac
done
echo
echo "== evidence_load"
for store in ours sqlite; do
  "$build/bench/evidence_load" "${CLAIMGRAPH_BENCH_CLAIMS:-100000}" "$store"
done
