#include "queries/reports/html_picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/json.h"
#include "queries/reports/evidence_picture.h"
#include "queries/reports/layered_layout.h"
#include "queries/reports/phrases.h"

namespace claimgraph {
namespace {

constexpr double kBoxWidth = 210;
constexpr double kLineHeight = 15;
constexpr double kPadding = 8;
constexpr double kMargin = 6;
constexpr double kHead = 26;  // above the boxes, for the names of the columns
// Characters of a line: few enough for wide fonts.
constexpr std::size_t kLineLength = 29;
constexpr std::size_t kMostLines = 3;
constexpr std::array<std::string_view, kMostLayers> kColumns = {"Claims", "Works", "Studies",
                                                                "What they bear on"};

std::size_t CountCharacters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// At most kMostLines lines; words that are longer than a line are cut.
std::vector<std::string> Wrapped(std::string_view text) {
  std::vector<std::string> lines = {""};
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    const std::string word = Shortened(text.substr(0, space), kLineLength - 1);
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    if (word.empty()) continue;
    std::string& line = lines.back();
    if (line.empty()) {
      line = word;
    } else if (CountCharacters(line) + 1 + CountCharacters(word) <= kLineLength) {
      line += " " + word;
    } else if (lines.size() < kMostLines) {
      lines.push_back(word);
    } else {
      line += "…";
      break;
    }
  }
  return lines;
}

// Each kind of line that the caption names has dashes of its own.
std::string_view ClassOf(Stance stance) {
  switch (stance) {
    case Stance::kSupports:
      return "e-supports";
    case Stance::kDisputes:
      return "e-disputes";
    case Stance::kNeutral:
      return "e-neutral";
    case Stance::kNoEvidence:
    case Stance::kUnknown:
      break;
  }
  return "e-unknown";
}

class Svg {
 public:
  Svg(const EvidencePicture& picture, HtmlWriter* html) : picture_(picture), html_(*html) {
    for (const PictureBox& box : picture.boxes) {
      lines_.push_back(Wrapped(box.label));
      boxes_.push_back({kBoxWidth,
                        kLineHeight * static_cast<double>(lines_.back().size()) + kPadding * 1.5,
                        box.layer});
    }
  }

  bool LayOut() {
    std::vector<LayoutArrow> arrows;
    for (const PictureArrow& arrow : picture_.arrows) arrows.push_back({arrow.from, arrow.to});
    layout_ = LayOutLayers(boxes_, arrows);
    return layout_.has_value();
  }

  void Put(const std::string& id) {
    const double width = layout_->width + 2 * kMargin;
    const double height = layout_->height + 2 * kMargin + kHead;
    html_.Open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                       {"role", "group"},
                       {"aria-labelledby", id + "-title " + id + "-desc"},
                       {"width", fmt::format("{:.0f}", width)},
                       {"height", fmt::format("{:.0f}", height)},
                       {"viewBox", fmt::format("0 0 {:.0f} {:.0f}", width, height)}});
    html_.Element("title", "Claims and what they rest on", {{"id", id + "-title"}});
    html_.Element("desc",
                  "From left to right: claims, the works that they rest on, the studies that "
                  "those report, and the outcomes that they bear on. The evidence profile has "
                  "the same in words.",
                  {{"id", id + "-desc"}});
    PutHeads();
    for (std::size_t i = 0; i < picture_.arrows.size(); ++i) PutArrow(i);
    for (std::size_t i = 0; i < picture_.boxes.size(); ++i) PutBox(i);
    html_.Close();
  }

 private:
  double X(double x) const { return x + kMargin; }
  double Y(double y) const { return y + kMargin + kHead; }

  void PutHeads() {
    std::array<bool, kMostLayers> done{};
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
      const auto layer = static_cast<std::size_t>(boxes_[i].layer);
      if (done.at(layer)) continue;
      done.at(layer) = true;
      html_.Element("text", kColumns.at(layer),
                    {{"class", "head"},
                     {"x", fmt::format("{:.1f}", X(layout_->centres[i].x - kBoxWidth / 2))},
                     {"y", fmt::format("{:.1f}", kMargin + 12)}});
    }
  }

  void PutArrow(std::size_t i) {
    const std::vector<LayoutPoint>& curve = layout_->curves[i];
    if (curve.empty()) return;
    std::string path;
    for (std::size_t k = 0; k < curve.size(); ++k) {
      path += fmt::format("{}{:.1f} {:.1f}",
                          k == 0       ? "M"
                          : k % 3 == 1 ? " C"
                                       : " ",
                          X(curve[k].x), Y(curve[k].y));
    }
    const PictureArrow& arrow = picture_.arrows[i];
    html_.Open("path", {{"d", path}, {"class", arrow.has_stance ? ClassOf(arrow.stance) : ""}});
    if (arrow.has_stance) html_.Element("title", StanceInWords(arrow.stance));
    html_.Close();
  }

  void PutBox(std::size_t i) {
    const PictureBox& box = picture_.boxes[i];
    const double left = layout_->centres[i].x - kBoxWidth / 2;
    const double top = layout_->centres[i].y - boxes_[i].height / 2;
    const bool link = !box.address.empty();
    html_.Open(link ? "a" : "g", {{"class", box.css}, {"href", box.address}});
    html_.Element("title",
                  box.verdict.empty() ? box.label : fmt::format("{}: {}", box.verdict, box.label));
    html_.Void("rect", {{"x", fmt::format("{:.1f}", X(left))},
                        {"y", fmt::format("{:.1f}", Y(top))},
                        {"width", fmt::format("{:.1f}", kBoxWidth)},
                        {"height", fmt::format("{:.1f}", boxes_[i].height)},
                        {"rx", "5"}});
    for (std::size_t k = 0; k < lines_[i].size(); ++k) {
      const double baseline = top + kPadding * 0.75 + kLineHeight * (static_cast<double>(k) + 0.75);
      html_.Element("text", lines_[i][k],
                    {{"x", fmt::format("{:.1f}", X(left + kPadding))},
                     {"y", fmt::format("{:.1f}", Y(baseline))}});
    }
    html_.Close();
  }

  const EvidencePicture& picture_;
  HtmlWriter& html_;
  std::vector<std::vector<std::string>> lines_;
  std::vector<LayoutBox> boxes_;
  std::optional<LayeredLayout> layout_;
};

void PutWhatIsShown(const EvidencePicture& picture, HtmlWriter* html) {
  std::string words = fmt::format("{} with what they rest on.", Counted(picture.claims, "claim"));
  if (picture.left_out > 0) {
    words += fmt::format(" {} more with evidence would not fit and {} left out.", picture.left_out,
                         picture.left_out == 1 ? "is" : "are");
  }
  if (picture.without_evidence > 0) {
    words += fmt::format(" {} without evidence {} not drawn.",
                         Counted(picture.without_evidence, "claim"),
                         picture.without_evidence == 1 ? "is" : "are");
  }
  words +=
      " A line to an outcome is solid where the source supports what the claim says of it, dashed "
      "where it disputes that, dashed and dotted where it is inconclusive, and dotted where it did "
      "not look, or what it found is not known.";
  html->Element("p", words, {{"class", "place"}});
}

}  // namespace

bool CanDrawPictures() { return CanLayOutLayers(); }

void PutPicture(const DocumentIndex& index, HtmlWriter* html) {
  const EvidencePicture picture = PictureOf(index);
  if (picture.boxes.empty()) {
    html->Element("p", "The claims rest on more works than a picture of this size can hold.");
    return;
  }
  PutWhatIsShown(picture, html);
  Svg svg(picture, html);
  if (!svg.LayOut()) {
    html->Element("p", "It could not be laid out.");
    return;
  }
  html->Open("div", {{"class", "picture scroll"},
                     {"tabindex", "0"},
                     {"role", "region"},
                     {"aria-label", "picture of the evidence; it scrolls sideways"}});
  svg.Put("picture-" + IdText(index.graph().document.id));
  html->Close();
}

}  // namespace claimgraph
