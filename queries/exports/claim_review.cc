// Ratings run from 1 (contradicted) to 5 (supported), as schema.org wants numbers; the
// words beside them are what is meant.

#include "queries/exports/claim_review.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "core/appraisal.h"
#include "core/json.h"
#include "core/text/identifiers.h"
#include "queries/exports/rdf/iris.h"
#include "queries/json_writer.h"

namespace claimgraph {
namespace {

constexpr int kBestRating = 5;

struct RatingOf {
  Verdict verdict;
  int value;
  std::string_view words;
};
constexpr std::array<RatingOf, 5> kRatings = {{
    {Verdict::kSupported, kBestRating, "Supported by the evidence cited"},
    {Verdict::kWeaklySupported, 4, "Weakly supported by the evidence cited"},
    {Verdict::kOverstated, 3, "Overstated: the words go beyond the evidence"},
    {Verdict::kUnsupported, 2, "Unsupported: no evidence is cited for it"},
    {Verdict::kContradicted, 1, "Contradicted by the evidence cited"},
}};

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

// A reviewer's decision is the last step where there is one.
bool IsDecided(const Claim& claim) {
  return std::ranges::any_of(claim.reasons, [](const Reason& reason) {
    return reason.step == "decision" && reason.rule == Name(DecisionKind::kVerdict);
  });
}

Json RatingFor(const Claim& claim, const RatingOf& rating) {
  Json json = {{"@type", "Rating"},
               {"ratingValue", rating.value},
               {"bestRating", kBestRating},
               {"worstRating", 1},
               {"alternateName", rating.words}};
  if (!claim.reasons.empty() && !claim.reasons.back().because.empty()) {
    json["ratingExplanation"] = claim.reasons.back().because;
  }
  return json;
}

// schema.org lets a review have a person or an organization as its author, and no program.
Json AuthorOf(const Claim& claim) {
  const std::string_view how =
      IsDecided(claim) ? "A program; a reviewer has decided this verdict."
                       : "A program: the rating is computed, and no person has reviewed it.";
  return {{"@type", "Organization"},
          {"name", "claimgraph"},
          {"description", fmt::format("{} Method: {}.", how, kMethodVersion)}};
}

Json ReviewOf(const Claim& claim, const RatingOf& rating, const Document& document,
              const std::string& base) {
  const std::string id = base + IdText(claim.id);
  Json review = {{"@type", "ClaimReview"},
                 {"@id", id + "-review"},
                 {"claimReviewed", claim.text},
                 {"itemReviewed",
                  {{"@type", "Claim"},
                   {"@id", id},
                   {"text", claim.text},
                   {"appearance", AppearanceOf(document, base)}}},
                 {"reviewRating", RatingFor(claim, rating)},
                 {"author", AuthorOf(claim)}};
  if (!claim.allowed_wording.empty()) {
    review["reviewBody"] = "The evidence would bear: " + claim.allowed_wording;
  }
  return review;
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
    const Result<Document> document = scope.reader().FindDocumentHeader(claim.document);
    if (!document) return tl::unexpected(document.error());
    writer.Element(ReviewOf(claim, *rating, *document, settings.base));
    return {};
  });
  if (!written) return written;
  writer.EndArray();
  writer.EndObject();
  return {};
}

}  // namespace claimgraph
