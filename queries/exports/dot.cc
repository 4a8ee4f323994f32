#include "queries/exports/dot.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "queries/exports/property_graph_file.h"
#include "queries/exports/property_graph_text.h"

namespace claimgraph {
namespace {

constexpr std::size_t kLongestTooltip = 300;  // characters
constexpr std::size_t kLineOfLabel = 28;

constexpr std::string_view kHead =
    "digraph claimgraph {\n"
    "graph [rankdir=LR];\n"
    "node [style=filled, fillcolor=white, fontname=\"sans-serif\", fontsize=10];\n"
    "edge [fontname=\"sans-serif\", fontsize=8];\n";

using Row = std::pair<std::string_view, std::string_view>;

constexpr std::array<Row, 12> kShapes = {{{"document", "folder"},
                                          {"claim", "box"},
                                          {"citation", "plain"},
                                          {"reference", "note"},
                                          {"work", "ellipse"},
                                          {"study", "hexagon"},
                                          {"proposition", "diamond"},
                                          {"evidence_line", "cds"},
                                          {"finding", "octagon"},
                                          {"record", "tab"},
                                          {"result", "component"},
                                          {"decision", "house"}}};

constexpr std::array<std::string_view, 4> kJudging = {"verdict", "standing", "stance", "severity"};

constexpr std::array<Row, 13> kColours = {{{"supported", "#a1d99b"},
                                           {"weakly_supported", "#d9f0d3"},
                                           {"overstated", "#fee391"},
                                           {"contradicted", "#fc9272"},
                                           {"unsupported", "#fdd0a2"},
                                           {"unverifiable", "#d9d9d9"},
                                           {"retracted", "#fc9272"},
                                           {"expression_of_concern", "#fee391"},
                                           {"supports", "#a1d99b"},
                                           {"disputes", "#fc9272"},
                                           {"error", "#fc9272"},
                                           {"warning", "#fee391"},
                                           {"info", "#deebf7"}}};

template <std::size_t N>
std::string_view Look(const std::array<Row, N>& rows, std::string_view key) {
  const auto* found = std::ranges::find(rows, key, &Row::first);
  return found == rows.end() ? std::string_view() : found->second;
}

std::string_view TextOf(const PropertyNode& node, std::string_view property) {
  const PropertyValue value = ValueOf(node, property);
  const auto* text = std::get_if<std::string_view>(&value);
  return text ? *text : std::string_view();
}

std::string_view Judgement(const PropertyNode& node) {
  for (const std::string_view property : kJudging) {
    if (const std::string_view text = TextOf(node, property); !text.empty()) return text;
  }
  return {};
}

// In lines of about kLineOfLabel characters.
void AppendLabel(std::string_view label, std::string* out) {
  std::string line;
  AppendDot(label, &line);
  std::size_t characters = 0;
  for (const char c : line) {
    const bool breaks = c == ' ' && characters >= kLineOfLabel;
    if (breaks) {
      *out += "\\n";
      characters = 0;
    } else {
      *out += c;
      ++characters;
    }
  }
}

void AppendTooltip(const PropertyNode& node, std::string_view judgement, std::string* out) {
  std::string words;
  Append(&words, node.type.name, " ", node.id);
  if (!judgement.empty()) Append(&words, ", ", judgement);
  const std::string_view text = TextOf(node, "text");
  Append(&words, ": ", text.empty() ? node.label : text);
  AppendDot(CutShort(words, kLongestTooltip), out);
}

void AppendNode(const PropertyNode& node, std::string* out) {
  const std::string_view judgement = Judgement(node);
  Append(out, "\"", node.id, "\" [id=\"", node.id, "\", kind=\"", node.type.name, "\", label=");
  AppendLabel(node.label, out);
  *out += ", tooltip=";
  AppendTooltip(node, judgement, out);
  Append(out, ", shape=", Look(kShapes, node.type.name));
  const std::string_view colour = Look(kColours, judgement);
  if (!colour.empty()) Append(out, ", fillcolor=\"", colour, "\"");
  if (ValueOf(node, "undone") == PropertyValue(true)) *out += ", style=\"filled,dashed\"";
  *out += "];\n";
}

void AppendEdge(const PropertyEdge& edge, std::string* out) {
  Append(out, "\"", edge.from, "\" -> \"", edge.to, "\" [id=\"", edge.id, "\", kind=\"",
         edge.type.name, "\", label=\"", edge.type.label, "\"];\n");
}

}  // namespace

Status ExportDot(const ExportScope& scope, const ExportSettings& /*settings*/, std::ostream& out) {
  return WriteGraphFile(
      {.head = kHead, .tail = "}\n", .append_node = AppendNode, .append_edge = AppendEdge}, scope,
      out);
}

}  // namespace claimgraph
