// The front door is a table.

#include <array>

#include "cli/command.h"

namespace claimgraph::cli {
namespace {

constexpr std::array<Command, 21> kCommands = {{
    {"check", "list what is wrong with drafts before they are published",
     "Examples:\n"
     "  claimgraph check draft.md refs.bib\n"
     "  claimgraph check --format json --fail-on error posts/*.md\n"
     "  pandoc -t html draft.docx | claimgraph check -\n",
     DeclareCheck},
    {"import", "read articles and whole folders into a store",
     "Example:\n  claimgraph import articles/ refs.bib --store graph\n", DeclareImport},
    {"suggest", "list the studies in a store that bear on what a draft does not support",
     "Examples:\n"
     "  claimgraph suggest draft.md --store graph\n"
     "  claimgraph suggest draft.md refs.bib cards.json --limit 3 --format json\n"
     "\n"
     "For each claim that is uncited or unsupported: studies that name what the claim\n"
     "names, what their records say came out, and how they were made. Nothing is fetched.\n",
     DeclareSuggest},
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
    {"decide", "keep what a reviewer decided on a claim or finding",
     "Examples:\n"
     "  claimgraph decide c12 --verdict supported --who Ada --why \"read it whole\" --store graph\n"
     "  claimgraph decide draft.md:12 --link 10.5555/jem.2013.0301 --why \"...\" --store graph\n"
     "  claimgraph decide c12 --reject w5 --why \"another drug\" --store graph\n"
     "  claimgraph decide f3 --dismiss --why \"said two lines above\" --store graph\n"
     "  claimgraph decide --undo n3 --why \"my mistake\" --store graph\n"
     "  claimgraph decide --list --document draft.md --store graph\n"
     "\n"
     "A decision is about words, and stays with them when their document is imported again.\n"
     "It is never lost: another one undoes it.\n",
     DeclareDecide},
    {"impact", "list which claims fall or weaken if a study or source goes",
     "Examples:\n  claimgraph impact 10.5555/jem.2013.0301 --store graph\n  claimgraph impact "
     "--limit 10 --store graph\n  claimgraph impact w3 --through 2 --store graph\n\n"
     "Without WORK, all works are ranked by what rests on them.\n",
     DeclareImpact},
    {"independence", "count the lines of evidence that share no study and no author",
     "Example:\n  claimgraph independence c12 --store graph\n", DeclareIndependence},
    {"chains", "follow a claim through those who retell to those who studied",
     "Example:\n  claimgraph chains c12 --store graph\n", DeclareChains},
    {"conflicts", "list what documents say opposite things about",
     "Example:\n  claimgraph conflicts --store graph\n", DeclareConflicts},
    {"coverage", "show how much of what a document claims rests on evidence",
     "Examples:\n  claimgraph coverage draft.md --store graph\n  claimgraph coverage --store "
     "graph\n",
     DeclareCoverage},
    {"influence", "rank works by who leans on them: PageRank beside plain counts",
     "Example:\n  claimgraph influence --limit 10 --store graph\n", DeclareInfluence},
    {"communities", "group propositions that lean on the same works",
     "Example:\n  claimgraph communities --store graph\n", DeclareCommunities},
    {"path", "print the shortest way between two nodes of the graph",
     "Example:\n  claimgraph path c12 10.5555/jem.2013.0301 --store graph\n", DeclarePath},
    {"neighbours", "list what stands within two steps of a claim",
     "Example:\n  claimgraph neighbours c12 --store graph\n", DeclareNeighbours},
    {"report", "write an HTML page of a store, or of one of its documents",
     "Examples:\n"
     "  claimgraph report --store graph -o overview.html\n"
     "  claimgraph report --store graph --document draft.md -o draft.html\n"
     "\n"
     "One file that needs no network. What is on it: docs/report.md\n",
     DeclareReport},
    {"rules", "what a rule means, why it matters, a bad and a good example",
     "Examples:\n  claimgraph rules\n  claimgraph rules uncited-claim\n", DeclareRules},
    {"vocabulary", "what a term means to claimgraph: its concept, synonyms and kin",
     "Examples:\n"
     "  claimgraph vocabulary cortisol\n"
     "  claimgraph vocabulary \"red light therapy\" --vocabulary terms.toml\n"
     "  claimgraph vocabulary > all.toml\n"
     "\n"
     "Without TERM, every concept is printed, in the form of the file that adds to them.\n",
     DeclareVocabulary},
    {"doctor", "recompute everything that a store derived, and compare",
     "Example:\n"
     "  claimgraph doctor --store graph\n"
     "\n"
     "Changes nothing. Exits with 1 where something differs: then the store was written\n"
     "by another version, whose articles should be imported again, or it is damaged.\n",
     DeclareDoctor},
    {"export", "write a store, or a part of it, for other programs",
     "Examples:\n  claimgraph export --format graphml --store graph -o graph.graphml\n"
     "  claimgraph export --format turtle --where \"verdict = 'overstated'\" --store graph\n"
     "What each format holds and who opens it: docs/exports.md\n",
     DeclareExport},
}};

}  // namespace

std::span<const Command> Commands() { return kCommands; }

}  // namespace claimgraph::cli
