#!/usr/bin/env bash
# The tour: puts examples/ into a fresh store and asks it questions.
#
#   scripts/demo.sh PATH/TO/claimgraph
#
# Every command is printed as a user would type it.  Long answers are cut, and
# what was cut is said, so that the whole fits one screen.
set -euo pipefail
cd "$(dirname "$0")/.."
claimgraph=$1
store=build/demo
rm -rf "$store"

bold='' plain=''
if [ -t 1 ]; then
  bold=$'\e[1m' plain=$'\e[0m'
fi

# show LINES ARGUMENT...: runs claimgraph and prints the first LINES of its answer.
# Exit 1 means "there are findings", which is what we are here to see.
show() {
  local lines=$1 answer total status=0
  shift
  echo "$bold\$ claimgraph $*$plain"
  answer=$("$claimgraph" "$@") || status=$?
  [ "$status" -le 1 ] || exit "$status"
  total=$(wc -l <<<"$answer")
  head -n "$lines" <<<"$answer"
  [ "$total" -le "$lines" ] || echo "    ... $((total - lines)) more lines"
}

step() {
  echo
  echo "$*"
}

step 'A WRITER has a draft. What in it would not stand up?'
show 8 check examples/draft.md

step 'Why does it say so? Every step from words to verdict:'
show 20 explain examples/draft.md:49

step 'A REVIEWER has a folder of articles. It goes into a store, where one paper is one node:'
show 4 import examples --store "$store"

step 'Which claims go beyond what their sources can bear?'
show 6 query overstated --store "$store"

step 'What does no single article show? One paper, dated differently in two of them:'
show 4 query identifier-conflict --store "$store"

step 'The same draft as a page for people, and an overview of the store (open them in a browser):'
show 4 check examples/draft.md --format html -o build/demo.html
show 4 report --store "$store" -o build/demo-overview.html

step 'An ANALYST opens the graph in tools of their own:'
show 4 export --format graphml --store "$store" -o build/demo.graphml

step 'More: claimgraph rules, claimgraph --help, README.md; what is wrong with the examples: docs/examples.md'
