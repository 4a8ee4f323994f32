// The words are made of the step that settled the verdict, so that they say what it rests
// on and nothing else.  Ratings run from 1 (contradicted) to 5 (supported), as schema.org
// wants numbers; the words beside them are what is meant.

#include "queries/exports/claim_review.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/appraisal.h"
#include "core/json.h"
#include "core/text/ascii.h"
#include "core/text/identifiers.h"
#include "queries/exports/claim_words.h"
#include "queries/exports/rdf/iris.h"
#include "queries/graph/nodes.h"
#include "queries/json_writer.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

constexpr int kBestRating = 5;
constexpr int kUnsupportedRating = 2;

struct RatingOf {
  Verdict verdict;
  int value;
  std::string_view words;
};
constexpr std::array<RatingOf, 5> kRatings = {{
    {Verdict::kSupported, kBestRating, "Supported"},
    {Verdict::kWeaklySupported, 4, "Weakly supported"},
    {Verdict::kOverstated, 3, "Overstated"},
    {Verdict::kUnsupported, kUnsupportedRating, "Unsupported"},
    {Verdict::kContradicted, 1, "Contradicted"},
}};

// What is known of a claim's sources, of all its lines.
struct KnownSources {
  bool any = false;
  bool known = false;                    // what one of them found
  bool supports = false;                 // and that this is what the claim says
  bool records = false;                  // more than a title was read of one
  std::vector<std::string> standings{};  // of works that are not simply current: sentences
};

std::string Sentence(std::string_view words) {
  std::string sentence(words);
  if (!sentence.empty() && ascii::IsLower(sentence.front())) sentence.front() -= 'a' - 'A';
  return sentence + ". ";
}

std::string_view StandingOf(Standing standing) {
  switch (standing) {
    case Standing::kCurrent:
      return {};
    case Standing::kCorrected:
      return "was corrected";
    case Standing::kConcern:
      return "stands under an expression of concern";
    case Standing::kRetracted:
      return "was retracted";
    case Standing::kSuperseded:
      return "was superseded";
    case Standing::kPreprint:
      return "is a preprint";
  }
  return {};
}

Result<KnownSources> SourcesOf(const GraphReader& reader, const Claim& claim) {
  KnownSources sources;
  std::set<WorkId> works;
  for (const NodeRef node : reader.Neighbours(Node(claim.id), EdgeKind::kJudges, Way::kIn)) {
    const Result<EvidenceLine> line = reader.FindEvidenceLine(EvidenceLineId{node.id});
    if (!line) return tl::unexpected(line.error());
    sources.any = true;
    sources.known = sources.known || line->stance != Stance::kUnknown;
    sources.supports = sources.supports || line->stance == Stance::kSupports;
    sources.records = sources.records || !line->record.empty();
    if (!IsSet(line->work) || !works.insert(line->work).second) continue;
    const Result<Work> work = reader.FindWork(line->work);
    if (!work) return tl::unexpected(work.error());
    if (const std::string_view standing = StandingOf(work->standing); !standing.empty()) {
      sources.standings.push_back(fmt::format("A source, \"{}\", {}. ", LabelOf(*work), standing));
    }
  }
  return sources;
}

// Where a reader finds the document; empty where it has no address.
std::string AddressOf(const Document& document) {
  if (std::string address = WebIri(document.source); !address.empty()) return address;
  if (std::string address = WebIri(document.identifier); !address.empty()) return address;
  return DoiIri(CanonicalDoi(document.identifier));
}

Json AppearanceOf(const Document& document, const std::string& base) {
  Json work = {{"@type", "CreativeWork"}, {"@id", base + IdText(document.id)}};
  if (!document.title.empty()) work["name"] = document.title;
  if (std::string address = AddressOf(document); !address.empty()) work["url"] = std::move(address);
  work["identifier"] = document.source;
  return work;
}

class ReviewMaker {
 public:
  ReviewMaker(const Claim& claim, const RatingOf& rating, KnownSources sources)
      : claim_(claim), rating_(rating), sources_(std::move(sources)), by_(DecidedBy(claim)) {}

  Json Run(const Document& document, std::string words, const std::string& base) const {
    const std::string id = base + IdText(claim_.id);
    Json review = {{"@type", "ClaimReview"},
                   {"@id", id + "-review"},
                   {"claimReviewed", std::move(words)},
                   {"itemReviewed",
                    {{"@type", "Claim"},
                     {"@id", id},
                     {"text", claim_.text},
                     {"appearance", AppearanceOf(document, base)}}},
                   {"reviewRating", Rating()},
                   {"author", Author()}};
    if (!claim_.allowed_wording.empty()) {
      review["reviewBody"] = fmt::format(
          "{} evidence would bear: {}",
          OnlyCited() ? "By its kind alone, for what it found is not known, the" : "The",
          claim_.allowed_wording);
    }
    return review;
  }

 private:
  bool IsVerdictDecided() const { return by_ != nullptr && by_->step == "decision"; }
  bool IsDecided() const {
    return std::ranges::any_of(claim_.reasons,
                               [](const Reason& reason) { return reason.step == "decision"; });
  }
  // There are sources, and nobody knows what they found.
  bool OnlyCited() const { return sources_.any && !sources_.known; }
  // The verdict would be taken for more than is known.
  bool IsOpen() const {
    const bool positive =
        claim_.verdict == Verdict::kSupported || claim_.verdict == Verdict::kWeaklySupported;
    return positive && !sources_.supports && !IsVerdictDecided();
  }

  std::string Words() const {
    const std::string_view because = by_ == nullptr ? std::string_view() : by_->because;
    if (IsVerdictDecided()) return fmt::format("{}, as a reviewer decided", rating_.words);
    if (IsOpen() && OnlyCited()) {
      return fmt::format(
          "{}; what it found {}",
          claim_.verdict == Verdict::kSupported ? "Cites a fitting study" : "Cites a source",
          sources_.records ? "is not known" : "was not read");
    }
    if (IsOpen() && sources_.any) return "Not rated: no source is known to support it";
    const std::string_view verdict = IsOpen() ? "Not rated" : rating_.words;
    return because.empty() ? std::string(verdict) : fmt::format("{}: {}", verdict, because);
  }

  std::string Explanation() const {
    std::string words;
    if (by_ != nullptr && by_->step == "verdict") words += Sentence(by_->because);
    for (const Reason& reason : claim_.reasons) {
      if (reason.step == "decision") words += "Decided by a reviewer: " + reason.because + ". ";
    }
    if (OnlyCited()) {
      words += sources_.records ? "What the sources found is not known. "
                                : "What the sources found was not read: only titles were. ";
    }
    for (const std::string& standing : sources_.standings) words += standing;
    return std::string(ascii::Trimmed(words));
  }

  // Words that go beyond evidence which is not there are not better than none.
  int Value() const {
    const bool bare = claim_.verdict == Verdict::kOverstated && !sources_.any;
    return bare ? kUnsupportedRating : rating_.value;
  }

  Json Rating() const {
    Json json = {{"@type", "Rating"},
                 {"bestRating", kBestRating},
                 {"worstRating", 1},
                 {"alternateName", Words()}};
    if (!IsOpen()) json["ratingValue"] = Value();
    if (std::string why = Explanation(); !why.empty()) json["ratingExplanation"] = std::move(why);
    return json;
  }

  // schema.org lets a review have a person or an organization as its author, and no program.
  Json Author() const {
    const std::string_view how =
        IsVerdictDecided() ? "A program; a reviewer has decided this verdict."
        : IsDecided()      ? "A program: the rating is computed, from sources that a reviewer has "
                             "decided on."
                           : "A program: the rating is computed, and no person has reviewed it.";
    return {{"@type", "Organization"},
            {"name", "claimgraph"},
            {"description", fmt::format("{} Method: {}.", how, kMethodVersion)}};
  }

  const Claim& claim_;
  const RatingOf& rating_;
  const KnownSources sources_;
  const Reason* by_;  // what settled the verdict; null: not recorded
};

Result<std::string> WordsOf(const GraphReader& reader, const Claim& claim) {
  std::vector<Citation> citations;
  for (const CitationId id : claim.citations) {
    Result<Citation> citation = reader.FindCitation(id);
    if (!citation) return tl::unexpected(citation.error());
    citations.push_back(*std::move(citation));
  }
  return WordsWithoutMarkers(claim, citations);
}

Result<Json> ReviewOf(const GraphReader& reader, const Claim& claim, const RatingOf& rating,
                      const std::string& base) {
  const Result<Document> document = reader.FindDocumentHeader(claim.document);
  if (!document) return tl::unexpected(document.error());
  Result<KnownSources> sources = SourcesOf(reader, claim);
  if (!sources) return tl::unexpected(sources.error());
  Result<std::string> words = WordsOf(reader, claim);
  if (!words) return tl::unexpected(words.error());
  return ReviewMaker(claim, rating, *std::move(sources)).Run(*document, *std::move(words), base);
}

}  // namespace

Status ExportClaimReview(const ExportScope& scope, const ExportSettings& settings,
                         std::ostream& out) {
  if (Status base = CheckBaseIri(settings.base); !base) return base;
  JsonWriter writer(out);
  writer.BeginObject();
  writer.Member("@context", "https://schema.org");
  writer.BeginArray("@graph");
  const Status written = scope.Each<Claim>([&](const Claim& claim) -> Status {
    const auto* rating = std::ranges::find(kRatings, claim.verdict, &RatingOf::verdict);
    if (rating == kRatings.end()) return {};
    const Result<Json> review = ReviewOf(scope.reader(), claim, *rating, settings.base);
    if (!review) return tl::unexpected(review.error());
    writer.Element(*review);
    return {};
  });
  if (!written) return written;
  writer.EndArray();
  writer.EndObject();
  return {};
}

}  // namespace claimgraph
