#include "queries/exports/formats.h"

#include <array>

#include "queries/exports/bibtex.h"
#include "queries/exports/claim_review.h"
#include "queries/exports/csl_json.h"
#include "queries/exports/csv_tables.h"
#include "queries/exports/cytoscape.h"
#include "queries/exports/dot.h"
#include "queries/exports/gexf.h"
#include "queries/exports/graphml.h"
#include "queries/exports/json.h"
#include "queries/exports/json_ld.h"
#include "queries/exports/json_lines.h"
#include "queries/exports/nanopub.h"
#include "queries/exports/neo4j_csv.h"
#include "queries/exports/sarif.h"
#include "queries/exports/turtle.h"

namespace claimgraph {
namespace {

constexpr std::array<ExportFormat, 15> kFormats = {{
    {"json", "one JSON document, a node a line", ExportJson, nullptr},
    {"jsonl", "JSON Lines, a document a line; can be imported again", ExportJsonLines, nullptr},
    {"graphml", "GraphML: Gephi, yEd, Cytoscape, networkx, igraph", ExportGraphMl, nullptr},
    {"gexf", "GEXF 1.3: Gephi", ExportGexf, nullptr},
    {"cytoscape", "Cytoscape and Cytoscape.js JSON", ExportCytoscape, nullptr},
    {"dot", "Graphviz", ExportDot, nullptr},
    {"csv", "a folder of tables, with load scripts for SQLite and Kuzu", nullptr, ExportCsvTables,
     false, "sqlite.sql"},
    {"neo4j", "a folder of tables for neo4j-admin, with its command", nullptr, ExportNeo4jCsv,
     false, "import.sh"},
    {"turtle", "RDF: CiTO, SEPIO, ECO, FaBiO, PROV-O", ExportTurtle, nullptr, true},
    {"json-ld", "the same RDF as JSON-LD", ExportJsonLd, nullptr, true},
    {"nanopub", "nanopublications, as TriG", ExportNanopub, nullptr, true},
    {"claimreview", "schema.org ClaimReview, as JSON-LD", ExportClaimReview, nullptr, true},
    {"csl-json", "the works: Zotero, pandoc", ExportCslJson, nullptr},
    {"bibtex", "the works: BibTeX", ExportBibtex, nullptr},
    {"sarif", "the findings: SARIF 2.1.0", ExportSarif, nullptr},
}};

}  // namespace

std::span<const ExportFormat> ExportFormats() { return kFormats; }

const ExportFormat* FindExportFormat(std::string_view name) {
  const auto* found = std::ranges::find(kFormats, name, &ExportFormat::name);
  return found == kFormats.end() ? nullptr : found;
}

}  // namespace claimgraph
