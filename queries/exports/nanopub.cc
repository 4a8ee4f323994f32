// Four graphs a line, as the guidelines of nanopub.org have them:
//   head         which graph is which
//   assertion    the claim, the proposition that it states, and the line's argument
//   provenance   what the assertion was derived from, with the standing of the work and what
//                reviewers decided of it, and by which method
//   pubinfo      which program made the nanopublication
// There is no time of making, which would differ from run to run and say nothing of the
// evidence, and no signature: both are added by what publishes them.

#include "queries/exports/nanopub.h"

#include <string>

#include "core/json.h"
#include "queries/exports/decision_links.h"
#include "queries/exports/rdf/describer.h"
#include "queries/exports/rdf/iris.h"
#include "queries/exports/rdf/serd_sink.h"
#include "queries/exports/rdf/vocabulary.h"

namespace claimgraph {
namespace {

// What reviewers decided of these words and sources: "doi:10.1/x bears on this claim; n2 by
// NAME on 2026-03-01: why".  Those on the line stand with its claim as well.
std::string DecidedOf(const Claim& claim) {
  std::string decided;
  for (const Reason& reason : claim.reasons) {
    if (reason.step == "decision") decided += " Decided by a reviewer: " + reason.because + '.';
  }
  return decided;
}

class NanopubWriter {
 public:
  NanopubWriter(const ExportScope& scope, SerdSink* sink)
      : scope_(scope), sink_(sink), describer_(scope, sink) {}

  Status Write(const EvidenceLine& line) {
    const Result<Claim> claim = scope_.reader().FindClaim(line.claim);
    if (!claim) return tl::unexpected(claim.error());
    const RdfSubject publication(sink_, "kg:np-" + IdText(line.id));
    WriteHead(publication);
    sink_->BeginGraph(publication.Part("assertion").name());
    if (Status written = WriteAssertion(*claim, line); !written) return written;
    sink_->BeginGraph(publication.Part("provenance").name());
    if (Status written = WriteProvenance(publication.Part("assertion"), line); !written) {
      return written;
    }
    sink_->BeginGraph(publication.Part("pubinfo").name());
    WritePublicationInfo(publication, *claim);
    return {};
  }

 private:
  void WriteHead(const RdfSubject& publication) {
    sink_->BeginGraph(publication.Part("head").name());
    publication.Type("np:Nanopublication");
    publication.Name("np:hasAssertion", publication.Part("assertion").name());
    publication.Name("np:hasProvenance", publication.Part("provenance").name());
    publication.Name("np:hasPublicationInfo", publication.Part("pubinfo").name());
  }

  Status WriteAssertion(const Claim& claim, const EvidenceLine& line) {
    const RdfSubject said(sink_, RdfName(line.claim));
    said.Type(sepio::kAssertion);
    said.Text("cg:text", claim.text);
    if (IsSet(line.proposition)) {
      said.Name(sepio::kAssertsProposition, RdfName(line.proposition));
    }
    const RdfSubject argument(sink_, RdfName(line.id));
    argument.Text("cg:stance", Name(line.stance));
    describer_.DescribeArgument(argument, line);
    if (!IsSet(line.proposition)) return {};
    const Result<Proposition> stated = scope_.reader().FindProposition(line.proposition);
    return stated ? describer_.Describe(*stated) : tl::unexpected(stated.error());
  }

  Status WriteProvenance(const RdfSubject& assertion, const EvidenceLine& line) {
    assertion.Name("prov:wasDerivedFrom", RdfName(line.document));
    for (const NodeRef item : describer_.EvidenceItems(line)) {
      if (scope_.Has(item)) assertion.Name("prov:wasDerivedFrom", RdfName(item));
    }
    if (IsSet(line.work)) assertion.Name("prov:wasDerivedFrom", RdfName(line.work));
    describer_.LinkDecisions(assertion, line.reasons);
    assertion.Name("prov:wasGeneratedBy", "kg:appraisal");
    describer_.DescribeMakers();
    if (Status written = WriteDecisions(line); !written) return written;

    const Result<Document> document = scope_.reader().FindDocumentHeader(line.document);
    if (!document) return tl::unexpected(document.error());
    const RdfSubject read(sink_, RdfName(line.document));
    read.Type("cg:Document");
    read.Text("dcterms:title", document->title);
    read.Text("cg:source", document->source);
    read.Iri("schema:url", WebIri(document->source));
    if (!IsSet(line.work)) return {};
    const Result<Work> work = scope_.reader().FindWork(line.work);
    if (!work) return tl::unexpected(work.error());
    const RdfSubject source(sink_, RdfName(line.work));
    source.Type("cg:Work");
    describer_.Identify(source, *work);
    source.Text("cg:standing", Name(work->standing));
    return {};
  }

  Status WriteDecisions(const EvidenceLine& line) {
    for (const DecisionId id : DecisionsIn(scope_.reader(), line.reasons)) {
      if (!scope_.Has(Node(id))) continue;
      const Result<Decision> decision = scope_.reader().FindDecision(id);
      if (!decision) return tl::unexpected(decision.error());
      if (Status written = describer_.Describe(*decision); !written) return written;
    }
    return {};
  }

  void WritePublicationInfo(const RdfSubject& publication, const Claim& claim) {
    const RdfSubject program(sink_, "kg:claimgraph");
    publication.Name("prov:wasAttributedTo", program.name());
    const std::string decided = DecidedOf(claim);
    publication.Text("rdfs:comment",
                     "Computed from the texts that the provenance names" +
                         (decided.empty() ? "; no person has reviewed it." : '.' + decided));
    program.Type("prov:SoftwareAgent");
    program.Text("foaf:name", "claimgraph");
  }

  const ExportScope& scope_;
  SerdSink* sink_;
  RdfDescriber describer_;
};

}  // namespace

Status ExportNanopub(const ExportScope& scope, const ExportSettings& settings, std::ostream& out) {
  if (Status base = CheckBaseIri(settings.base); !base) return base;
  SerdSink sink(SerdSink::Syntax::kTriG, settings.base, out);
  NanopubWriter writer(scope, &sink);
  return scope.Each<EvidenceLine>([&](const EvidenceLine& line) { return writer.Write(line); })
      .and_then([&] { return sink.Finish(); });
}

}  // namespace claimgraph
