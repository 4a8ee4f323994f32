// WriteText of a whole report; the lines themselves are text.cc's.

#include <fmt/format.h>

#include <map>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/normalize.h"
#include "queries/reports/finding_groups.h"
#include "queries/reports/report.h"
#include "queries/reports/text.h"

namespace claimgraph {
namespace {

class ReportWriter {
 public:
  ReportWriter(const Report& report, const TextOptions& options, std::ostream& out)
      : report_(report), options_(options), out_(out), lines_(report.sources, options, out) {}

  void Run() {
    if (!options_.quiet) WriteRecordNotes();
    for (const CheckedDocument& checked : report_.documents) WriteDocument(checked);
    if (options_.quiet) return;
    WriteSummaries();
    WriteNext();
  }

 private:
  void WriteRecordNotes() {
    for (const RecordNote& note : report_.record_problems) {
      out_ << fmt::format("{}:{}: note: {}: {}: {}\n", Printable(note.file), note.line, note.code,
                          Printable(note.record), Printable(note.message));
    }
  }

  void WriteDocument(const CheckedDocument& checked) {
    const Document& document = checked.graph.document;
    if (!options_.quiet) {
      for (const Diagnostic& odd : document.diagnostics) lines_.Write(odd, document.source);
      for (const auto& [file, odd] : checked.beside) lines_.Write(odd, file);
    }
    CountHeadings(document);
    const FindingGroup* before = nullptr;
    const std::vector<FindingGroup> groups = GroupFindings(checked.graph);
    for (const FindingGroup& group : groups) {
      const std::string& file = FileOf(*group.findings.front(), document);
      if (before == nullptr || group.section != before->section ||
          file != FileOf(*before->findings.front(), document)) {
        BeginSection(document, group, file,
                     /*after_section=*/before != nullptr && before->section != nullptr);
      }
      WriteGroup(checked.graph, group);
      before = &group;
    }
  }

  // No line where there is nothing to tell apart: above the first heading, and in a
  // document without any.
  void BeginSection(const Document& document, const FindingGroup& group, const std::string& file,
                    bool after_section) {
    suggested_.clear();
    if (options_.quiet) return;
    if (group.section != nullptr) {
      lines_.Heading(file, SectionName(document, *group.section));
    } else if (after_section) {
      lines_.Heading(file, "In this bibliography:");
    }
  }

  void CountHeadings(const Document& document) {
    headings_.clear();
    for (const Block& block : document.blocks) {
      if (block.kind == BlockKind::kHeading) ++headings_[Tidy(document.Words(block.span))];
    }
  }

  // Sections of one name are told apart by where they begin.
  std::string SectionName(const Document& document, const Block& heading) const {
    const std::string words = Tidy(document.Words(heading.span));
    const auto count = headings_.find(words);
    if (count == headings_.end() || count->second < 2) {
      return fmt::format("In the section \"{}\":", words);
    }
    const std::string place =
        Where(report_.sources, document.source, document.Source(heading.span).begin);
    return fmt::format("In the section \"{}\" at {}:", words, place);
  }

  void WriteGroup(const DocumentGraph& graph, const FindingGroup& group) {
    const bool quoted = QuotesItsClaim(group, graph);
    for (const Finding* finding : group.findings) {
      lines_.WriteMessage(*finding, graph.document);
      if (!quoted && finding == group.findings.front()) {
        out_ << "    the claim: \"" << Printable(Tidy(group.claim->text)) << "\"\n";
      }
      const bool fresh = suggested_.emplace(finding->rule, finding->suggestion).second;
      if (options_.quiet || fresh) lines_.Suggestion(finding->suggestion);
    }
    if (options_.explain && group.claim != nullptr) out_ << options_.explain(graph, *group.claim);
  }

  void WriteSummaries() {
    if (report_.documents.size() > 1) {
      for (const CheckedDocument& checked : report_.documents) {
        out_ << Printable(checked.graph.document.source) << ": " << SummaryLine(Summarise(checked))
             << '\n';
      }
      out_ << "in all: ";
    }
    out_ << SummaryLine(Summarise(report_)) << '\n';
  }

  // The first of the gravest findings that can be looked up in a draft.
  void WriteNext() {
    if (options_.explain_command.empty()) return;
    const Finding* worst = nullptr;
    const Document* in = nullptr;
    for (const CheckedDocument& checked : report_.documents) {
      if (checked.graph.document.source == "-") continue;
      for (const Finding& finding : checked.graph.findings) {
        if (!finding.file.empty() || (worst != nullptr && finding.severity <= worst->severity)) {
          continue;
        }
        worst = &finding;
        in = &checked.graph.document;
      }
    }
    if (worst == nullptr) return;
    const std::string place = Where(report_.sources, in->source, worst->span.begin);
    out_ << "next: " << Printable(options_.explain_command) << ' ' << ShellWord(place)
         << Printable(options_.explain_flags) << '\n';
  }

  const Report& report_;
  const TextOptions& options_;
  std::ostream& out_;
  LineWriter lines_;
  std::map<std::string, int> headings_;  // of the document at hand, by their words
  std::set<std::pair<std::string_view, std::string_view>> suggested_;  // by rule, in this section
};

}  // namespace

void WriteText(const Report& report, const TextOptions& options, std::ostream& out) {
  ReportWriter(report, options, out).Run();
}

}  // namespace claimgraph
