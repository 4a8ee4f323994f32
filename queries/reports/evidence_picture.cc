#include "queries/reports/evidence_picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/json.h"
#include "queries/graph/nodes.h"
#include "queries/reports/html_profile.h"
#include "queries/reports/html_signs.h"
#include "queries/reports/phrases.h"

namespace claimgraph {
namespace {

class Painter {
 public:
  explicit Painter(const DocumentIndex& index) : index_(index) {}

  EvidencePicture Paint() {
    for (const Claim& claim : index_.graph().claims) {
      const auto& lines = index_.LinesOf(claim.id);
      if (lines.empty()) {
        ++picture_.without_evidence;
      } else if (picture_.left_out > 0 || !Fits(lines)) {
        ++picture_.left_out;
      } else {
        Add(claim, lines);
      }
    }
    for (const auto& [ends, stance] : arrows_) {
      const bool last = picture_.boxes[ends.second].layer == 3;
      picture_.arrows.push_back({ends.first, ends.second, last, stance});
    }
    return std::move(picture_);
  }

 private:
  using Key = std::pair<int, std::string>;  // layer, what tells boxes of a layer apart

  static Key WorkKey(const EvidenceLine& line) {
    return {1, IsSet(line.work) ? IdText(line.work) : IdText(line.reference)};
  }

  // Whether the claim and what is new with it still find room.
  bool Fits(const DocumentIndex::Lines& lines) const {
    std::set<Key> fresh;
    for (const EvidenceLine* line : lines) {
      fresh.insert(WorkKey(*line));
      if (!line->study.empty()) fresh.insert({2, line->study});
      fresh.insert({3, IdText(line->proposition)});
    }
    const auto added = std::ranges::count_if(
        fresh, [&](const Key& key) { return boxes_.find(key) == boxes_.end(); });
    return picture_.boxes.size() + static_cast<std::size_t>(added) + 1 <= kMostBoxes;
  }

  void Add(const Claim& claim, const DocumentIndex::Lines& lines) {
    const std::size_t from = picture_.boxes.size();
    const VerdictSign& sign = SignOf(claim.verdict);
    picture_.boxes.push_back({0, fmt::format("{} {} {}", sign.symbol, IdText(claim.id), claim.text),
                              "#" + IdText(claim.id), sign.css, sign.words});
    ++picture_.claims;
    for (const EvidenceLine* line : lines) {
      const std::size_t work = WorkBox(*line);
      arrows_.emplace(std::pair(from, work), Stance::kUnknown);
      std::size_t last = work;
      if (!line->study.empty()) {
        last = BoxOf({2, line->study}, {2, StudyInWords(line->study), "", "", ""});
        arrows_.emplace(std::pair(work, last), Stance::kUnknown);
      }
      const auto [arrow, fresh] =
          arrows_.emplace(std::pair(last, PropositionBox(line->proposition)), line->stance);
      if (!fresh) arrow->second = std::min(arrow->second, line->stance);
    }
  }

  std::size_t BoxOf(const Key& key, PictureBox box) {
    const auto [at, fresh] = boxes_.emplace(key, picture_.boxes.size());
    if (fresh) picture_.boxes.push_back(std::move(box));
    return at->second;
  }

  std::size_t WorkBox(const EvidenceLine& line) {
    const Reference* reference = FindById(index_.graph().references, line.reference);
    const Work* work = FindById(index_.graph().works, line.work);
    PictureBox box{.layer = 1};
    if (reference != nullptr) {
      box.label = AuthorsAndYear(*reference) + ": " + reference->title;
      box.address = "#" + IdText(reference->id);
    } else if (work != nullptr) {
      box.label = NameInWords(LabelOf(*work));
    }
    if (work != nullptr && work->standing == Standing::kRetracted) {
      box.css = "v-contradicted";
      box.label = "✗ retracted: " + box.label;
    }
    return BoxOf(WorkKey(line), std::move(box));
  }

  std::size_t PropositionBox(PropositionId id) {
    const Proposition* proposition = FindById(index_.graph().propositions, id);
    return BoxOf({3, IdText(id)}, {3, proposition == nullptr ? "?" : LabelOf(*proposition),
                                   "#" + ProfileRowId(index_, id), "", ""});
  }

  const DocumentIndex& index_;
  EvidencePicture picture_;
  std::map<Key, std::size_t> boxes_;
  std::map<std::pair<std::size_t, std::size_t>, Stance> arrows_;
};

}  // namespace

EvidencePicture PictureOf(const DocumentIndex& index) { return Painter(index).Paint(); }

}  // namespace claimgraph
