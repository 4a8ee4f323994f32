#include "queries/reports/graph_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "core/appraisal/study_level.h"
#include "queries/reports/text.h"

namespace claimgraph {
namespace {

std::string Spaced(std::string_view name) {
  std::string words(name);
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::string Labelled(const TrailStep& step) {
  return IdText(step.node) + " " + Printable(step.label);
}

std::string Labelled(const Shown& shown, NodeRef node) {
  return Labelled(Step(shown.reader, "", node));
}

// A work, and its standing where there is something to say of it.
std::string LabelledWork(const Shown& shown, std::uint32_t work) {
  const Standing standing = shown.graph.work_standing[work];
  const std::string label = Labelled(shown, shown.graph.WorkNode(work));
  if (standing == Standing::kCurrent) return label;
  return fmt::format("{} ({})", label, Spaced(Name(standing)));
}

// "1 claim", "3 claims".
std::string Count(std::size_t n, std::string_view noun) {
  return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s");
}

// Where it begins, then each step further in.
void PutTrail(const Trail& trail, int indent, std::ostream& out) {
  for (const TrailStep& step : trail) {
    const bool first = &step == &trail.front();
    out << fmt::format("{:{}}{}{}{}\n", "", first ? indent : indent + 2, step.edge,
                       step.edge.empty() ? "" : " ", Labelled(step));
  }
}

// Nodes beside each other.
void PutNodes(const std::vector<TrailStep>& nodes, int indent, std::ostream& out) {
  for (const TrailStep& node : nodes) out << fmt::format("{:{}}{}\n", "", indent, Labelled(node));
}

// What the limit left out.
void PutRest(std::size_t all, std::size_t limit, std::ostream& out) {
  if (all > limit) out << fmt::format("... and {} more; --limit shows them\n", all - limit);
}

std::string Words(const Footing& footing) {
  if (footing.works == 0) return fmt::format("{}, nothing left", Spaced(Name(footing.verdict)));
  return fmt::format("{}, certainty {}, {}", Spaced(Name(footing.verdict)),
                     LevelName(footing.level),
                     Count(static_cast<std::size_t>(footing.works), "work"));
}

std::string Percent(const Coverage& c, std::uint32_t count) {
  return fmt::format("{:.0f} %", 100 * c.Share(count));
}

template <typename Row>
std::span<const Row> First(std::span<const Row> rows, std::size_t limit) {
  return rows.first(std::min(limit, rows.size()));
}

}  // namespace

void WriteText(const Trail& path, std::ostream& out) {
  if (path.empty()) {
    out << "no way leads there\n";
    return;
  }
  PutTrail(path, 0, out);
  out << Count(path.size() - 1, "step") << '\n';
}

void WriteText(const Impact& impact, std::ostream& out) {
  out << "without " << Labelled(impact.removed) << '\n';
  if (impact.removed.node.kind == NodeKind::kDocument) {
    if (impact.works.empty()) out << "nothing in the store cites this document\n";
    for (const TrailStep& work : impact.works) out << "cited as " << Labelled(work) << '\n';
  }
  for (const ClaimImpact& row : impact.claims) {
    out << fmt::format("\n{}: {} -> {}\n", Name(row.change.fate), Words(row.change.before),
                       Words(row.change.after));
    PutTrail(row.trail, 4, out);
    if (row.left.empty()) continue;
    out << "    still rests on\n";
    PutNodes(row.left, 6, out);
  }
  const std::size_t all = impact.falls + impact.weakens + impact.survives;
  out << fmt::format("\n{}: {} fall, {} weaken, {} survive\n", Count(all, "claim"), impact.falls,
                     impact.weakens, impact.survives);
  PutRest(all, impact.claims.size(), out);
}

void WriteText(const Independence& i, std::ostream& out) {
  out << Labelled(i.asked) << '\n'
      << fmt::format("{} of evidence in {}\n", Count(i.lines, "independent line"),
                     Count(i.works, "work"));
  if (!i.complete) out << "only a part of the works was looked at\n";
  for (std::size_t n = 0; n < i.ways.size(); ++n) {
    out << fmt::format("\nline {}\n", n + 1);
    PutTrail(i.ways[n], 4, out);
  }
  bool first = true;
  for (const EvidenceGroup& group : i.groups) {
    if (group.works.size() < 2) continue;
    if (first) out << "\ncounted once\n";
    first = false;
    PutNodes(group.works, 4, out);
    out << "      share: " << Printable(fmt::format("{}", fmt::join(group.shared, "; "))) << '\n';
  }
  if (!i.cut.empty()) out << "\nevery way goes through\n";
  for (const CutPlace& place : i.cut) {
    out << (place.group ? "    one group\n" : "    one work\n");
    PutNodes(place.works, 6, out);
  }
}

void WriteText(const Chains& chains, std::ostream& out) {
  out << Labelled(chains.claim) << '\n';
  for (const Chain& chain : chains.chains) {
    out << fmt::format("\n{}\n", Describe(chain.end));
    PutTrail(chain.trail, 4, out);
  }
  out << fmt::format("\n{}, {} to a study\n", Count(chains.chains.size(), "chain"),
                     chains.to_studies);
  if (!chains.complete) out << "there are more; --limit shows them\n";
}

void WriteText(const StudyReach& reach, std::ostream& out) {
  out << "through works that cite " << Labelled(reach.asked) << '\n';
  for (const StudyReach::Row& row : reach.claims) {
    out << fmt::format("\n{} away\n", Count(row.steps, "step"));
    PutTrail(row.trail, 4, out);
  }
  out << '\n';
  std::size_t all = 0;
  for (std::size_t steps = 0; steps < reach.rings.size(); ++steps) {
    const StudyReach::Ring& ring = reach.rings[steps];
    out << fmt::format("{} on {}, {} away\n", Count(ring.claims, "claim"),
                       Count(ring.works, "work"), Count(steps, "step"));
    all += ring.claims;
  }
  PutRest(all, reach.claims.size(), out);
}

void WriteText(const NeighbourList& neighbours, std::ostream& out) {
  out << Labelled(neighbours.claim) << '\n';
  for (const NeighbourList::Kind& kind : neighbours.kinds) {
    for (const TrailStep& node : kind.nodes) {
      out << fmt::format("  {} {}\n", node.edge, Labelled(node));
    }
    if (kind.count > kind.nodes.size()) {
      out << fmt::format("  ... and {} more; --limit shows them\n", kind.count - kind.nodes.size());
    }
  }
  out << Count(neighbours.count, "node") << " within two steps\n";
}

void WriteText(std::span<const LoadBearing> rows, const Shown& shown, std::ostream& out) {
  out << fmt::format("{:>7} {:>7} {:>7}  {}\n", "falls", "weakens", "claims", "without");
  for (const LoadBearing& row : First(rows, shown.limit)) {
    out << fmt::format("{:>7} {:>7} {:>7}  {}\n", row.falls, row.weakens, row.claims,
                       LabelledWork(shown, row.work));
  }
  PutRest(rows.size(), shown.limit, out);
}

void WriteText(std::span<const Conflict> rows, const Shown& shown, std::ostream& out) {
  for (const Conflict& row : First(rows, shown.limit)) {
    out << fmt::format("{} conflict in {}\n", Name(row.kind), Count(row.documents, "document"));
    for (const ConflictSide* side : {&row.one, &row.other}) {
      const ExplainedSide explained =
          ExplainSide(shown.graph, shown.reader, row.kind, *side, shown.limit);
      out << "  " << Labelled(explained.proposition) << '\n';
      for (const Trail& claim : explained.claims) PutTrail(claim, 4, out);
      if (explained.count > explained.claims.size()) {
        out << fmt::format("    ... and {} more\n", explained.count - explained.claims.size());
      }
    }
    out << '\n';
  }
  out << Count(rows.size(), "conflict") << '\n';
  PutRest(rows.size(), shown.limit, out);
}

void WriteText(std::span<const Influence> rows, const Shown& shown, std::ostream& out) {
  out << fmt::format("{:>8} {:>9} {:>7}  {}\n", "rank", "documents", "claims", "work");
  for (const Influence& row : First(rows, shown.limit)) {
    out << fmt::format("{:>8.5f} {:>9} {:>7}  {}\n", row.rank, row.documents, row.claims,
                       LabelledWork(shown, row.work));
  }
  PutRest(rows.size(), shown.limit, out);
}

void WriteText(std::span<const Coverage> rows, const Shown& shown, std::ostream& out) {
  out << fmt::format("{:>7} {:>6} {:>8} {:>8} {:>7} {:>6}  {}\n", "claims", "cited", "resolved",
                     "evidence", "primary", "direct", "document");
  for (const Coverage& c : First(rows, shown.limit)) {
    out << fmt::format("{:>7} {:>6} {:>8} {:>8} {:>7} {:>6}  {}\n", c.claims, Percent(c, c.cited),
                       Percent(c, c.resolved), Percent(c, c.evidence), Percent(c, c.primary),
                       Percent(c, c.direct), Labelled(shown, shown.graph.DocumentNode(c.document)));
  }
  PutRest(rows.size(), shown.limit, out);
}

void WriteText(std::span<const Community> rows, const Shown& shown, std::ostream& out) {
  for (const Community& row : First(rows, shown.limit)) {
    out << fmt::format("{}, {}\n", Count(row.propositions.size(), "proposition"),
                       Count(row.claims, "claim"));
    for (std::size_t i = 0; i < std::min(shown.limit, row.propositions.size()); ++i) {
      out << "    " << Labelled(shown, shown.graph.PropositionNode(row.propositions[i])) << '\n';
    }
    for (std::size_t i = 0; i < std::min(shown.limit, row.works.size()); ++i) {
      out << "  bound by " << Labelled(shown, shown.graph.WorkNode(row.works[i])) << '\n';
    }
    out << '\n';
  }
  const std::size_t n = rows.size();
  out << fmt::format("{} communit{}\n", n, n == 1 ? "y" : "ies");
  PutRest(n, shown.limit, out);
}

void WriteText(const Coverage& c, const Shown& shown, std::ostream& out) {
  out << Labelled(shown, shown.graph.DocumentNode(c.document)) << '\n';
  const std::pair<std::string_view, std::uint32_t> counts[] = {
      {"claims", c.claims},
      {"cited", c.cited},
      {"leading to a known work", c.resolved},
      {"resting on evidence", c.evidence},
      {"... of a study or systematic review", c.primary},
      {"... on the same treatment and outcome", c.direct}};
  for (const auto& [name, count] : counts) {
    out << fmt::format("{:>7}  {:>5}  {}\n", count, Percent(c, count), name);
  }
  for (std::size_t v = 0; v < c.verdicts.size(); ++v) {
    if (c.verdicts[v] == 0) continue;
    out << fmt::format("{:>7}  {:>5}  {}\n", c.verdicts[v], Percent(c, c.verdicts[v]),
                       Spaced(Name(static_cast<Verdict>(v))));
  }
  for (const ShortClaim& claim : ShortClaims(shown.graph, shown.reader, c.document, shown.limit)) {
    out << fmt::format("\nno further than {}\n", Name(claim.reach));
    PutTrail({claim.trail.begin() + 1, claim.trail.end()}, 4, out);
  }
  PutRest(c.claims - c.direct, shown.limit, out);
}

}  // namespace claimgraph
