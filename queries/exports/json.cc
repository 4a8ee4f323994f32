#include "queries/exports/json.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/json.h"
#include "queries/json_writer.h"

namespace claimgraph {
namespace {

Json WithDocument(Json json, DocumentId document) {
  json["document"] = IdText(document);
  return json;
}

class Exporter {
 public:
  Exporter(const ExportScope& scope, std::ostream& out) : scope_(scope), writer_(out) {}

  Status Run() {
    writer_.BeginObject();
    writer_.Member("schema", "claimgraph/export/1");
    const Status written = Each<Document>("documents", WithDiagnostics)
                               .and_then([&] {
                                 return Each<Claim>("claims", [this](const Claim& c) {
                                   return WithDocument(ToJson(c, Stated(c)), c.document);
                                 });
                               })
                               .and_then([&] { return EachOwned<Citation>("citations"); })
                               .and_then([&] { return EachOwned<Reference>("references"); })
                               .and_then([&] { return EachShared<Work>("works"); })
                               .and_then([&] { return EachShared<Proposition>("propositions"); })
                               .and_then([&] { return EachOwned<EvidenceLine>("evidence_lines"); })
                               .and_then([&] { return EachOwned<Finding>("findings"); })
                               .and_then([&] { return EachOwned<Record>("records"); })
                               .and_then([&] { return EachOwned<StudyResult>("results"); })
                               .and_then([&] { return EachShared<Study>("studies"); })
                               .and_then([&] { return EachOwned<Decision>("decisions"); });
    if (written) writer_.EndObject();
    return written;
  }

 private:
  template <typename Noun, typename AsJson>
  Status Each(std::string_view key, AsJson as_json) {
    writer_.BeginArray(key);
    const Status written = scope_.Each<Noun>([&](const Noun& noun) -> Status {
      writer_.Element(as_json(noun));
      return {};
    });
    if (written) writer_.EndArray();
    return written;
  }

  template <typename Noun>
  Status EachOwned(std::string_view key) {
    return Each<Noun>(key, [](const Noun& n) { return WithDocument(ToJson(n), n.document); });
  }

  template <typename Noun>
  Status EachShared(std::string_view key) {
    return Each<Noun>(key, [](const Noun& n) { return ToJson(n); });
  }

  static Json WithDiagnostics(const Document& document) {
    Json json = ToJson(document);
    json["diagnostics"] = Json::array();
    for (const Diagnostic& odd : document.diagnostics) json["diagnostics"].push_back(ToJson(odd));
    return json;
  }

  std::vector<Proposition> Stated(const Claim& claim) const {
    std::vector<Proposition> stated;
    for (const PropositionId id : claim.propositions) {
      Result<Proposition> proposition = scope_.reader().FindProposition(id);
      if (proposition) stated.push_back(*std::move(proposition));
    }
    return stated;
  }

  const ExportScope& scope_;
  JsonWriter writer_;
};

}  // namespace

Status ExportJson(const ExportScope& scope, const ExportSettings& /*settings*/, std::ostream& out) {
  return Exporter(scope, out).Run();
}

}  // namespace claimgraph
