#include "tests/graph_test_util.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "core/appraisal/verdict.h"

namespace claimgraph {
namespace {

constexpr std::uint32_t kPropositionPool = 6;

template <typename Enum>
Enum Named(std::string_view name, int count) {
  for (int i = 0; i < count; ++i) {
    if (Name(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  }
  ADD_FAILURE() << "no such name: " << name;
  return Enum{};
}

Proposition ReadProposition(const std::string& text) {
  std::istringstream in(text);
  Proposition p;
  std::string direction;
  std::getline(in, p.intervention, '>');
  std::getline(in, direction, '>');
  std::getline(in, p.outcome, '>');
  std::getline(in, p.population, '>');
  p.direction = Named<Direction>(direction, 6);
  return p;
}

std::string WorkName(const std::string& name) {
  return name.starts_with("url:") ? name + ".example" : "doi:10.5555/" + name;
}

// Fills one document.
class Page {
 public:
  Page(const std::string& name, const std::map<std::string, std::vector<Author>>& authors)
      : authors_(authors) {
    graph_.document = {.source = name + ".md",
                       .title = "Page " + name,
                       .hash = name,
                       .identifier = "https://www." + name + ".example/"};
  }

  void ReadClaim(std::istringstream& words) {
    Claim& claim = graph_.claims.emplace_back();
    std::string word;
    words >> word;
    if (word == "not") {
      claim.negated = true;
      words >> word;
    }
    claim.strength = CausalStrength::kDirectCausal;
    claim.text = word;
    graph_.propositions.push_back(ReadProposition(word));
    graph_.known_propositions.emplace_back();
    claim.propositions = {PropositionId{graph_.propositions.size()}};
    while (words >> word) AddLine(word);
  }

  ReferenceId Reference(const std::string& work) {
    const auto known = references_.find(work);
    if (known != references_.end()) return known->second;
    const auto by = authors_.find(work);
    Work noun{.names = {WorkName(work)}, .title = work, .design = DesignNamed(work)};
    noun.authors = by != authors_.end() ? by->second : std::vector<Author>{{"Own" + work, "O"}};
    graph_.works.push_back(noun);
    graph_.known_works.emplace_back();
    graph_.references.push_back({.title = work, .work = WorkId{graph_.works.size()}});
    return references_[work] = ReferenceId{graph_.references.size()};
  }

  // Judged as the importer would, by the evidence alone.
  DocumentGraph Take();

 private:
  void AddLine(std::string word) {
    EvidenceLine line{.claim = ClaimId{graph_.claims.size()},
                      .proposition = graph_.claims.back().propositions[0]};
    if (word[0] == '!') line.stance = Stance::kDisputes;
    if (word[0] == '+') line.stance = Stance::kSupports;
    if (word[0] == '!' || word[0] == '+') word.erase(0, 1);
    line.reference = Reference(word);
    line.work = graph_.references[Raw(line.reference) - 1].work;
    line.design = DesignNamed(word);
    line.intervention = Directness::kDirect;
    line.outcome = Directness::kDirect;
    graph_.citations.push_back({.text = word, .references = {line.reference}});
    line.citation = CitationId{graph_.citations.size()};
    graph_.claims.back().citations.push_back(line.citation);
    graph_.claims.back().citation_status = CitationStatus::kInline;
    graph_.evidence_lines.push_back(line);
  }

  const std::map<std::string, std::vector<Author>>& authors_;
  std::map<std::string, ReferenceId> references_;
  DocumentGraph graph_;
};

DocumentGraph Page::Take() {
  for (std::size_t i = 0; i < graph_.claims.size(); ++i) {
    Claim& claim = graph_.claims[i];
    std::vector<EvidenceLine> lines;
    for (const EvidenceLine& line : graph_.evidence_lines) {
      if (line.claim == ClaimId{i + 1}) lines.push_back(line);
    }
    const JudgeInputs inputs{.kind = claim.kind,
                             .strength = claim.strength,
                             .certainty = claim.certainty,
                             .negated = claim.negated,
                             .citation_status = claim.citation_status,
                             .body = BodyOf(OneLineForEachReference(lines))};
    claim.verdict = Judge(inputs).verdict;
  }
  return std::move(graph_);
}

std::uint32_t Below(std::mt19937* random, std::uint32_t limit) {
  return static_cast<std::uint32_t>((*random)() % limit);
}

template <typename Column>
void Number(std::uint64_t count, Column* ids) {
  for (std::uint64_t i = 0; i < count; ++i) ids->push_back(2 * i + 1);  // with gaps
}

// Each document has a reference to each work: see RandomLists.
std::uint32_t ReferenceTo(std::uint32_t work, std::uint32_t claim, const EvidenceLists& lists) {
  return lists.claim_document[claim] * static_cast<std::uint32_t>(lists.works.size()) + work;
}

void AddRandomLine(std::mt19937* random, std::uint32_t claim, std::uint32_t works,
                   EvidenceLists* lists) {
  const std::uint32_t work = std::min(Below(random, works), Below(random, works));
  lists->lines.push_back(lists->lines.size() + 1);
  lists->line_claim.push_back(claim);
  lists->line_proposition.push_back(Below(random, kPropositionPool));
  lists->line_work.push_back(Below(random, 8) == 0 ? kNoIndex : work);
  lists->line_reference.push_back(
      lists->line_work.back() == kNoIndex ? kNoIndex : ReferenceTo(work, claim, *lists));
  lists->line_stance.push_back(static_cast<Stance>(Below(random, 5)));
  lists->line_design.push_back(lists->work_design[work]);
  lists->line_directness.push_back(static_cast<std::uint8_t>(Below(random, 256)));
}

}  // namespace

StudyDesign DesignNamed(std::string_view work) {
  constexpr std::pair<std::string_view, StudyDesign> kDesigns[] = {
      {"rct", StudyDesign::kRct},
      {"sr", StudyDesign::kMetaAnalysisOfRcts},
      {"cohort", StudyDesign::kCohort},
      {"survey", StudyDesign::kCrossSectional},
      {"nr", StudyDesign::kNarrativeReview},
      {"web", StudyDesign::kWebPage},
      {"url:", StudyDesign::kWebPage}};
  for (const auto& [prefix, design] : kDesigns) {
    if (work.starts_with(prefix)) return design;
  }
  return StudyDesign::kUnknown;
}

DrawnGraph::DrawnGraph(std::string_view drawing) {
  std::map<std::string, std::vector<Author>> authors;
  std::unique_ptr<Page> page;
  const auto close = [&] {
    if (page) {
      const Result<Put> put = store_->PutDocument(page->Take());
      EXPECT_TRUE(put) << put.error().message;
    }
    page.reset();
  };
  std::istringstream lines{std::string(drawing)};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string head;
    std::string name;
    if (!(words >> head)) continue;
    if (head == "doc") {
      close();
      words >> name;
      page = std::make_unique<Page>(name, authors);
    } else if (head == "c") {
      page->ReadClaim(words);
    } else if (head == "lists") {
      while (words >> name) page->Reference(name);
    } else if (head == "by") {
      words >> name;
      for (std::string author; words >> author;) {
        const std::size_t comma = author.find(',');
        authors[name].push_back({author.substr(0, comma), author.substr(comma + 1)});
      }
    } else {
      ADD_FAILURE() << "what is " << head;
    }
  }
  close();
  Result<EvidenceArrays> arrays = ReadEvidenceCsr(*store_);
  EXPECT_TRUE(arrays.has_value());
  if (arrays) arrays_ = std::move(*arrays);
  csr_ = arrays_.view();
}

NodeRef DrawnGraph::Work(const std::string& name) const { return store_->Named(WorkName(name)); }

NodeRef DrawnGraph::Document(const std::string& name) const {
  return store_->Named("source:" + name + ".md");
}

NodeRef DrawnGraph::Proposition(const std::string& name) const {
  return store_->Named("proposition:" + Key(ReadProposition(name)));
}

std::string DrawnGraph::NameOf(NodeRef node) const {
  if (node.kind == NodeKind::kWork) return store_->FindWork(WorkId{node.id})->title;
  return store_->FindDocumentHeader(DocumentId{node.id})->title.substr(5);
}

EvidenceLists RandomLists(std::mt19937* random, std::uint32_t documents, std::uint32_t works) {
  EvidenceLists lists;
  Number(documents, &lists.documents);
  Number(works, &lists.works);
  Number(kPropositionPool, &lists.propositions);
  for (std::uint32_t p = 0; p < kPropositionPool; ++p) {
    lists.proposition_subject.push_back(p / 2);
    lists.proposition_population.push_back(0);
    lists.proposition_direction.push_back(p % 2 == 0 ? Direction::kIncrease : Direction::kDecrease);
  }
  for (std::uint32_t w = 0; w < works; ++w) {
    lists.work_design.push_back(static_cast<StudyDesign>(Below(random, 16)));
    lists.work_standing.push_back(Standing::kCurrent);
    lists.work_year.push_back(2000);
  }
  Number(std::uint64_t{documents} * works, &lists.references);
  for (std::uint32_t r = 0; r < documents * works; ++r) {
    lists.reference_document.push_back(r / works);
    lists.reference_work.push_back(r % works);
  }
  for (std::uint32_t d = 0; d < documents; ++d) {
    for (std::uint32_t n = Below(random, 5); n > 0; --n) {
      lists.document_works.emplace_back(d, Below(random, works));
    }
    if (Below(random, 2) == 0) lists.text_works.emplace_back(d, Below(random, works));
    for (std::uint32_t n = Below(random, 5); n > 0; --n) {
      const auto claim = static_cast<std::uint32_t>(lists.claim_document.size());
      lists.claim_document.push_back(d);
      lists.claim_kind.push_back(static_cast<ClaimKind>(Below(random, 9)));
      lists.claim_strength.push_back(static_cast<CausalStrength>(Below(random, 4)));
      lists.claim_certainty.push_back(static_cast<AssertedCertainty>(Below(random, 3)));
      lists.claim_status.push_back(CitationStatus::kInline);
      lists.claim_verdict.push_back(static_cast<Verdict>(Below(random, 6)));
      lists.claim_flags.push_back(static_cast<std::uint8_t>(Below(random, 32)));
      lists.claim_propositions.emplace_back(claim, Below(random, kPropositionPool));
      for (std::uint32_t k = Below(random, 6); k > 0; --k) {
        AddRandomLine(random, claim, works, &lists);
      }
      if (Below(random, 3) != 0) continue;
      const std::uint32_t work = Below(random, works);
      lists.claim_cites.emplace_back(claim, work);
      lists.claim_references.emplace_back(claim, ReferenceTo(work, claim, lists));
    }
  }
  Number(lists.claim_document.size(), &lists.claims);
  return lists;
}

PlainRows RandomRows(std::mt19937* random, std::uint32_t vertices, unsigned edges) {
  std::vector<std::set<std::uint32_t>> rows(vertices);
  for (unsigned e = 0; e < edges; ++e)
    rows[Below(random, vertices)].insert(Below(random, vertices));
  PlainRows plain;
  for (const std::set<std::uint32_t>& row : rows) {
    plain.targets.insert(plain.targets.end(), row.begin(), row.end());
    plain.offsets.push_back(static_cast<std::uint32_t>(plain.targets.size()));
  }
  return plain;
}

}  // namespace claimgraph
