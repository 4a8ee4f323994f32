// Publication types are the indexers' judgement and come before any word.

#include <array>
#include <string>

#include "importers/extraction/fact_readers.h"
#include "importers/extraction/study_design.h"
#include "importers/extraction/study_facts.h"

namespace claimgraph {
namespace {

struct TypeRow {
  std::string_view type{};
  StudyDesign design = StudyDesign::kUnknown;
};

// The first row that any of a record's types names decides.
constexpr std::array<TypeRow, 24> kTypes = {{
    {"Clinical Trial Protocol", StudyDesign::kUnknown},
    {"Retraction of Publication", StudyDesign::kUnknown},
    {"Published Erratum", StudyDesign::kUnknown},
    {"Meta-Analysis", StudyDesign::kSystematicReview},
    {"Network Meta-Analysis", StudyDesign::kSystematicReview},
    {"Systematic Review", StudyDesign::kSystematicReview},
    {"Scoping Review", StudyDesign::kNarrativeReview},
    {"Practice Guideline", StudyDesign::kGuideline},
    {"Guideline", StudyDesign::kGuideline},
    {"Consensus Development Conference", StudyDesign::kGuideline},
    {"Randomized Controlled Trial", StudyDesign::kRct},
    {"Pragmatic Clinical Trial", StudyDesign::kRct},
    {"Equivalence Trial", StudyDesign::kRct},
    {"Randomized Controlled Trial, Veterinary", StudyDesign::kAnimal},
    {"Controlled Clinical Trial", StudyDesign::kControlledNonRandomised},
    {"Case Reports", StudyDesign::kCaseSeries},
    {"Review", StudyDesign::kNarrativeReview},
    {"Editorial", StudyDesign::kTheory},
    {"Comment", StudyDesign::kTheory},
    {"Letter", StudyDesign::kUnknown},
    {"News", StudyDesign::kTheory},
    {"Newspaper Article", StudyDesign::kTheory},
    {"Personal Narrative", StudyDesign::kTheory},
    {"Biography", StudyDesign::kTheory},
}};

bool SameFolded(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c; };
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

const TypeRow* TypeOf(const std::vector<std::string>& types) {
  for (const TypeRow& row : kTypes) {
    for (const std::string& type : types) {
      if (SameFolded(row.type, type)) return &row;
    }
  }
  return nullptr;
}

}  // namespace

void ReadDesign(const StudyText& text, Record* record, FactList* facts) {
  const Document& document = text.document();
  const std::string_view all = document.text;
  const TextSpan title = document.blocks.empty() ? TextSpan{} : document.blocks.front().span;
  const StudyDesign words =
      DesignFromTitle(document.Words(title), all.substr(std::min<std::size_t>(title.end, all.size())));
  const StudyDesign in_title =
      words == StudyDesign::kUnknown ? words : DesignFromTitle(document.Words(title));
  if (const TypeRow* row = TypeOf(record->publication_types); row != nullptr) {
    StudyDesign design = row->design;
    // Indexers tell no review of trials from one of other studies, nor always a
    // systematic one from others; its own words do.
    const bool synthesis = words == StudyDesign::kMetaAnalysisOfRcts ||
                           (words == StudyDesign::kSystematicReview && in_title == words);
    if (synthesis && (design == StudyDesign::kSystematicReview ||
                      design == StudyDesign::kNarrativeReview)) {
      design = words;
    }
    record->design = design;
    if (design != StudyDesign::kUnknown) {
      facts->Add(FactKind::kDesign, std::string(Name(design)), {}, kFieldConfidence);
      return;
    }
    if (!SameFolded(row->type, "Letter")) return;
  }
  if (words == StudyDesign::kUnknown) return;
  record->design = words;
  const bool told = in_title == words;
  facts->Add(FactKind::kDesign, std::string(Name(words)), told ? title : TextSpan{title.end, static_cast<std::uint32_t>(all.size())},
             told ? kTitleConfidence : kWordConfidence);
}

}  // namespace claimgraph
