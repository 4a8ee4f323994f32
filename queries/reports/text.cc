#include "queries/reports/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>
#include <utility>

#include "core/text/ascii.h"

namespace claimgraph {
namespace {

constexpr std::string_view kBold = "\033[1m";
constexpr std::string_view kReset = "\033[0m";

// Red for what stops a publication, yellow for what should, cyan for the rest.
std::string_view Colour(std::string_view severity) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kColours = {{
      {"error", "\033[31m"},
      {"unsupported", "\033[31m"},
      {"contradicted", "\033[31m"},
      {"warning", "\033[33m"},
      {"overstated", "\033[33m"},
      {"supported", "\033[32m"},
  }};
  for (const auto& [name, colour] : kColours) {
    if (name == severity) return colour;
  }
  return "\033[36m";
}

std::string Place(const std::string& path, Position at) {
  return fmt::format("{}:{}:{}", Printable(path), at.line, at.column);
}

std::string BytePlace(const std::string& path, std::uint32_t offset) {
  return fmt::format("{}:byte {}", Printable(path), offset);
}

std::string Counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

// Names of several words read as words: "weakly_supported" as "weakly supported".
std::string Words(std::string_view name) {
  std::string words(name);
  for (char& c : words) {
    if (c == '_') c = ' ';
  }
  return words;
}

}  // namespace

void LineWriter::Line(const std::string& path, std::uint32_t offset, std::string_view severity,
                      std::string_view rest) {
  const auto source = sources_.find(path);
  std::string place;
  if (source == sources_.end()) {
    place = BytePlace(path, offset);
  } else {
    auto& finder = finders_.try_emplace(path, source->second).first->second;
    place = Place(path, finder.At(offset));
  }
  if (options_.colour) {
    out_ << kBold << place << ": " << Colour(severity) << severity << ':' << kReset << ' ';
  } else {
    out_ << place << ": " << severity << ": ";
  }
  out_ << Printable(rest) << '\n';
}

void LineWriter::Write(const Finding& finding, const Document& document) {
  WriteMessage(finding, document);
  Suggestion(finding.suggestion);
}

void LineWriter::WriteMessage(const Finding& finding, const Document& document) {
  Line(FileOf(finding, document), finding.span.begin, Name(finding.severity),
       finding.rule + ": " + finding.message);
}

void LineWriter::Write(const Diagnostic& odd, const std::string& path) {
  Line(path, odd.span.begin, "note", odd.code + ": " + odd.message);
}

void LineWriter::Suggestion(std::string_view text) {
  if (!text.empty()) out_ << "    consider: " << Printable(text) << '\n';
}

void LineWriter::Heading(const std::string& path, std::string_view words) {
  if (options_.colour) {
    out_ << kBold << Printable(path) << ':' << kReset << ' ';
  } else {
    out_ << Printable(path) << ": ";
  }
  out_ << Printable(words) << '\n';
}

std::string Where(const Sources& sources, const std::string& path, std::uint32_t offset) {
  const auto source = sources.find(path);
  if (source == sources.end()) return BytePlace(path, offset);
  return Place(path, PositionFinder(source->second).At(offset));
}

std::string ShellWord(std::string_view word) {
  constexpr std::string_view kPlain = "_./:+-,@%";
  const bool plain = !word.empty() && std::ranges::all_of(word, [&](char c) {
    return (ascii::IsWord(c) && !ascii::IsWide(c)) || ascii::IsIn(c, kPlain);
  });
  if (plain) return std::string(word);
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

std::string Printable(std::string_view text) {
  std::string clean(text);
  for (std::size_t i = 0; i < clean.size(); ++i) {
    const auto byte = static_cast<unsigned char>(clean[i]);
    // C1 controls are C2 80 to C2 9F; some terminals obey them as well.
    const bool c1 =
        byte == 0xC2 && i + 1 < clean.size() && static_cast<unsigned char>(clean[i + 1]) < 0xA0;
    if (byte < 0x20 || byte == 0x7F) clean[i] = ' ';
    if (c1) clean[i] = clean[i + 1] = ' ';
  }
  return clean;
}

std::string SummaryLine(const Summary& summary) {
  std::string line = Counted(summary.claims, "claim");
  const char* separator = ": ";
  for (const Verdict verdict :
       {Verdict::kSupported, Verdict::kWeaklySupported, Verdict::kOverstated,
        Verdict::kContradicted, Verdict::kUnsupported, Verdict::kUnverifiable}) {
    const auto found = summary.by_verdict.find(Name(verdict));
    if (found == summary.by_verdict.end()) continue;
    line +=
        fmt::format("{}{} {}", std::exchange(separator, ", "), found->second, Words(found->first));
  }
  line += "; " + Counted(summary.findings, "finding");
  separator = ": ";
  for (const auto& [severity, noun] :
       {std::pair{Severity::kError, "error"}, std::pair{Severity::kWarning, "warning"},
        std::pair{Severity::kInfo, "hint"}}) {
    const auto found = summary.by_severity.find(Name(severity));
    if (found == summary.by_severity.end()) continue;
    line += std::exchange(separator, ", ") + Counted(found->second, noun);
  }
  return line;
}

}  // namespace claimgraph
