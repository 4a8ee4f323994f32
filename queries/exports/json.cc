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
  Exporter(const GraphReader& reader, std::ostream& out) : reader_(reader), writer_(out) {}

  Status Run() {
    writer_.BeginObject();
    writer_.Member("schema", "claimgraph/export/1");
    Each<DocumentId>("documents", NodeKind::kDocument, &GraphReader::FindDocument,
                     [](const Document& d) { return WithDiagnostics(d); });
    Each<ClaimId>("claims", NodeKind::kClaim, &GraphReader::FindClaim, [this](const Claim& c) {
      return WithDocument(ToJson(c, Stated(c)), c.document);
    });
    Each<CitationId>("citations", NodeKind::kCitation, &GraphReader::FindCitation,
                     [](const Citation& c) { return WithDocument(ToJson(c), c.document); });
    Each<ReferenceId>("references", NodeKind::kReference, &GraphReader::FindReference,
                      [](const Reference& r) { return WithDocument(ToJson(r), r.document); });
    Each<WorkId>("works", NodeKind::kWork, &GraphReader::FindWork,
                 [](const Work& w) { return ToJson(w); });
    Each<PropositionId>("propositions", NodeKind::kProposition, &GraphReader::FindProposition,
                        [](const Proposition& p) { return ToJson(p); });
    Each<EvidenceLineId>("evidence_lines", NodeKind::kEvidenceLine, &GraphReader::FindEvidenceLine,
                         [](const EvidenceLine& e) { return WithDocument(ToJson(e), e.document); });
    Each<FindingId>("findings", NodeKind::kFinding, &GraphReader::FindFinding,
                    [](const Finding& f) { return WithDocument(ToJson(f), f.document); });
    Each<RecordId>("records", NodeKind::kRecord, &GraphReader::FindRecord,
                   [](const Record& r) { return WithDocument(ToJson(r), r.document); });
    Each<ResultId>("results", NodeKind::kResult, &GraphReader::FindResult,
                   [](const StudyResult& r) { return WithDocument(ToJson(r), r.document); });
    Each<StudyId>("studies", NodeKind::kStudy, &GraphReader::FindStudy,
                  [](const Study& s) { return ToJson(s); });
    Each<DecisionId>("decisions", NodeKind::kDecision, &GraphReader::FindDecision,
                     [](const Decision& d) { return WithDocument(ToJson(d), d.document); });
    writer_.EndObject();
    return status_ ? reader_.Health() : status_;
  }

 private:
  template <typename Id, typename T, typename AsJson>
  void Each(std::string_view key, NodeKind kind, Result<T> (GraphReader::*find)(Id) const,
            AsJson as_json) {
    writer_.BeginArray(key);
    for (const std::uint64_t id : reader_.All(kind)) {
      const Result<T> thing = (reader_.*find)(Id{id});
      if (thing) {
        writer_.Element(as_json(*thing));
      } else if (status_) {
        status_ = tl::unexpected(thing.error());
      }
    }
    writer_.EndArray();
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
      Result<Proposition> proposition = reader_.FindProposition(id);
      if (proposition) stated.push_back(*std::move(proposition));
    }
    return stated;
  }

  const GraphReader& reader_;
  JsonWriter writer_;
  Status status_;  // the first failure; what can be read is written all the same
};

}  // namespace

Status ExportJson(const GraphReader& reader, std::ostream& out) {
  return Exporter(reader, out).Run();
}

}  // namespace claimgraph
