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
constexpr std::array<TypeRow, 23> kTypes = {{
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

// Types that need the record's own words beside them.
bool IsSynthesis(StudyDesign design) {
  return design == StudyDesign::kSystematicReview || design == StudyDesign::kNarrativeReview;
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
  const TypeRow* row = TypeOf(record->publication_types);
  if (row != nullptr && !IsSynthesis(row->design)) {
    record->design = row->design;
    if (row->design != StudyDesign::kUnknown) {
      facts->Add(FactKind::kDesign, std::string(Name(row->design)), {}, kFieldConfidence);
    }
    return;
  }
  const Document& document = text.document();
  const std::string_view all = document.text;
  const TextSpan title = document.blocks.empty() ? TextSpan{} : document.blocks.front().span;
  const TextSpan abstract{title.end, static_cast<std::uint32_t>(all.size())};
  const StudyDesign words = DesignFromTitle(document.Words(title), document.Words(abstract));
  const bool in_title =
      words != StudyDesign::kUnknown && DesignFromTitle(document.Words(title)) == words;
  if (row != nullptr) {
    // Indexers tell no review of trials from one of other studies, nor always a
    // systematic one from others; its own words do.
    const bool told = words == StudyDesign::kMetaAnalysisOfRcts ||
                      (words == StudyDesign::kSystematicReview && in_title);
    record->design = told ? words : row->design;
    facts->Add(FactKind::kDesign, std::string(Name(record->design)), {}, kFieldConfidence);
    return;
  }
  if (words == StudyDesign::kUnknown) return;
  record->design = words;
  facts->Add(FactKind::kDesign, std::string(Name(words)), in_title ? title : abstract,
             in_title ? kTitleConfidence : kWordConfidence);
}

}  // namespace claimgraph
