// Tables of what a noun has several of.

#include "queries/sql/noun_cells.h"
#include "queries/sql/noun_tables.h"
#include "queries/sql/part_rows.h"

namespace claimgraph {
namespace {

constexpr ColumnType kInteger = ColumnType::kInteger;
constexpr ColumnType kReal = ColumnType::kReal;
constexpr ColumnType kText = ColumnType::kText;

Result<std::vector<Part>> Effects(const GraphReader& reader, std::uint64_t id) {
  const Result<Claim> claim = reader.FindClaim(ClaimId{id});
  if (!claim) return tl::unexpected(claim.error());
  std::vector<Part> parts;
  for (const Effect& e : claim->effects) {
    parts.push_back({NumberCell(id), TextCell(Name(e.measure)), Cell(e.value), RealCell(e.ci_low),
                     RealCell(e.ci_high), RealCell(e.p), CountCell(e.n), CountCell(e.k),
                     RealCell(e.i2), NumberCell(e.span.begin), NumberCell(e.span.end)});
  }
  return parts;
}

void AppendSteps(std::uint64_t claim, std::uint64_t line, const std::vector<Reason>& reasons,
                 std::vector<Part>* parts) {
  std::uint64_t position = 0;
  for (const Reason& r : reasons) {
    parts->push_back({NumberCell(claim), UnlessZero(line), NumberCell(++position), Cell(r.step),
                      Cell(r.rule), Cell(r.change), Cell(r.because)});
  }
}

Result<std::vector<Part>> Steps(const GraphReader& reader, std::uint64_t id) {
  const Result<Claim> claim = reader.FindClaim(ClaimId{id});
  if (!claim) return tl::unexpected(claim.error());
  std::vector<Part> parts;
  AppendSteps(id, 0, claim->reasons, &parts);
  for (const NodeRef node : reader.Neighbours(Node(claim->id), EdgeKind::kJudges, Way::kIn)) {
    const Result<EvidenceLine> line = reader.FindEvidenceLine(EvidenceLineId{node.id});
    if (!line) return tl::unexpected(line.error());
    AppendSteps(id, node.id, line->reasons, &parts);
  }
  return parts;
}

Result<std::vector<Part>> Names(const GraphReader& reader, std::uint64_t id) {
  const Result<Work> work = reader.FindWork(WorkId{id});
  if (!work) return tl::unexpected(work.error());
  std::vector<Part> parts;
  for (const std::string& name : work->names) parts.push_back({NumberCell(id), Cell(name)});
  return parts;
}

Access ByWhole() { return {.by = Access::By::kId}; }

}  // namespace

Table ResultsTable() {
  return Describe(PartTable{
      .name = "results",
      .meaning = "One row for each effect that a claim prints, as printed.",
      .kind = NodeKind::kClaim,
      .columns = {{"claim", kInteger, "claims.id"},
                  {"measure", kText, "SMD, MD, OR, RR, HR, RD, NNT, r, %, points or AUC"},
                  {"value", kReal, "of that measure"},
                  {"ci_low", kReal, "of the interval: 95 % unless the text says otherwise"},
                  {"ci_high", kReal, "its upper end"},
                  {"p", kReal, "the p value"},
                  {"n", kInteger, "people"},
                  {"k", kInteger, "studies"},
                  {"i2", kReal, "I\u00b2, percent"},
                  {"span_begin", kInteger, "first byte in the source file"},
                  {"span_end", kInteger, "the byte after the last"}},
      .accesses = {ByWhole()},
      .parts = Effects});
}

Table AppraisalsTable() {
  return Describe(PartTable{
      .name = "appraisals",
      .meaning = "One row for each step from a claim's words to its verdict, and for each step to "
                 "the certainty of one of its evidence lines.",
      .kind = NodeKind::kClaim,
      .columns = {{"claim", kInteger, "claims.id"},
                  {"evidence_line", kInteger,
                   "evidence_lines.id; NULL: a step of the claim itself"},
                  {"position", kInteger, "in the order taken, from 1"},
                  {"step", kText, "citation, design, directness, certainty, wording or verdict"},
                  {"rule", kText, "start-from-design, risk-of-bias-not-assessed, ..."},
                  {"change", kReal, "levels added or removed; 0 where none"},
                  {"because", kText, "the inputs, in words"}},
      .accesses = {ByWhole()},
      .parts = Steps});
}

Table WorkNamesTable() {
  return Describe(PartTable{
      .name = "work_names",
      .meaning = "One row for each name of a work: the way from an identifier to its publication.",
      .kind = NodeKind::kWork,
      .columns = {{"work", kInteger, "works.id"},
                  {"name", kText, "doi:10.1/x, pmid:123, pmcid:PMC1, title:...|2014 or url:..."}},
      .accesses = {ByWhole(), {.column = 1, .by = Access::By::kName}},
      .parts = Names});
}

}  // namespace claimgraph
