// The front door is a table.

#include <array>

#include "cli/command.h"

namespace claimgraph::cli {
namespace {

constexpr std::array<Command, 7> kCommands = {{
    {"check", "list what is wrong with drafts before they are published",
     "Examples:\n"
     "  claimgraph check draft.md refs.bib\n"
     "  claimgraph check --format json --fail-on error posts/*.md\n"
     "  pandoc -t html draft.docx | claimgraph check -\n",
     DeclareCheck},
    {"import", "read articles and whole folders into a store",
     "Example:\n  claimgraph import articles/ refs.bib --store graph\n", DeclareImport},
    {"query", "ask a store what a rule found, or which claims have a verdict",
     "Examples:\n"
     "  claimgraph query uncited-claim --store graph\n"
     "  claimgraph query overstated --intervention stretching --store graph\n"
     "\n"
     "RULE is a name that `claimgraph rules` lists, or a verdict: supported,\n"
     "weakly-supported, overstated, contradicted, unsupported, unverifiable.\n",
     DeclareQuery},
    {"sql", "ask a store anything, in SQL",
     "Examples:\n"
     "  claimgraph sql --schema\n"
     "  claimgraph sql \"select verdict, count(*) from claims group by verdict\" --store graph\n"
     "  claimgraph sql - --store graph --format csv < question.sql > answer.csv\n"
     "\n"
     "One SELECT of SQLite's SQL; nothing can be written. Ctrl-C stops it. Exit codes:\n"
     "0 the answer is printed, 2 the statement is wrong or does more than read, 3 it\n"
     "could not be done, took longer than --seconds, or was cancelled.\n",
     DeclareSql},
    {"explain", "follow a claim from its words to its verdict",
     "Examples:\n"
     "  claimgraph explain draft.md:12\n"
     "  claimgraph explain c3 --file draft.md --file refs.bib\n"
     "  claimgraph explain c1204 --store graph\n",
     DeclareExplain},
    {"rules", "what a rule means, why it matters, a bad and a good example",
     "Examples:\n  claimgraph rules\n  claimgraph rules uncited-claim\n", DeclareRules},
    {"doctor", "recompute everything that a store derived, and compare",
     "Example:\n"
     "  claimgraph doctor --store graph\n"
     "\n"
     "Changes nothing. Exits with 1 where something differs: then the store was written\n"
     "by another version, whose articles should be imported again, or it is damaged.\n",
     DeclareDoctor},
    {"export", "write everything in a store to one file",
     "Example:\n  claimgraph export --format json --store graph -o graph.json\n", DeclareExport},
}};

}  // namespace

std::span<const Command> Commands() { return kCommands; }

}  // namespace claimgraph::cli
