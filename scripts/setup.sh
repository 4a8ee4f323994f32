#!/usr/bin/env bash
# Installs the Debian packages that are missing, and nothing else.
#
#   scripts/setup.sh build            what `claimgraph` itself needs
#   scripts/setup.sh build develop    and what tests and benchmarks need
#
# Does not touch apt when everything is there, so it costs nothing to run again.
set -euo pipefail
cd "$(dirname "$0")/.."

wanted=()
while read -r stage package _; do
  for asked in "$@"; do
    [ "$stage" = "$asked" ] && wanted+=("$package")
  done
done < scripts/packages.txt

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "Not a Debian system: nothing is installed. The build needs these, or their like: ${wanted[*]}"
  exit 0
fi

missing=()
for package in "${wanted[@]}"; do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || {
    echo "As root: apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
  }
  as_root=(sudo)
fi
# sudo drops the environment; env puts back the one setting that matters.
apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y -qq)

mkdir -p build
log=build/setup.log
echo "Installing ${#missing[@]} packages with apt: ${missing[*]}"
if ! { "${apt[@]}" update && "${apt[@]}" install --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  echo "apt failed; the whole log is in $log" >&2
  exit 1
fi
