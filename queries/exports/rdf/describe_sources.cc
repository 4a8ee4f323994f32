// What is behind the references: works, and what records tell of them and of studies.

#include <array>
#include <string>

#include "queries/exports/rdf/describer.h"
#include "queries/exports/rdf/iris.h"
#include "queries/exports/rdf/vocabulary.h"
#include "queries/graph/nodes.h"

namespace claimgraph {

std::string PrintedNames(const std::vector<Author>& authors) {
  std::string names;
  for (const Author& author : authors) {
    if (!names.empty()) names += "; ";
    names += FamilyFirst(author);
  }
  return names;
}

void RdfDescriber::Identify(const RdfSubject& subject, const Work& work) const {
  subject.Text("dcterms:title", work.title);
  subject.Text("bibo:doi", work.doi);
  subject.Text("bibo:pmid", work.pmid);
  subject.Text("fabio:hasPubMedCentralId", work.pmcid);
  subject.Iri("schema:sameAs", DoiIri(work.doi));
  subject.Iri("schema:sameAs", PubMedIri(work.pmid));
  subject.Iri("schema:url", WebIri(work.url));
}

Status RdfDescriber::Describe(const Work& work) {
  const RdfSubject subject = SubjectOf(Node(work.id));
  subject.Type("cg:Work");
  if (const std::string_view type = FabioClass(work.design); !type.empty()) subject.Type(type);
  Identify(subject, work);
  for (const std::string& name : work.names) subject.Text("cg:name", name);
  for (const Author& author : work.authors) subject.Text("dc:creator", FamilyFirst(author));
  subject.Text("cg:authors", PrintedNames(work.authors));
  subject.Year("fabio:hasPublicationYear", work.year);
  subject.Text("prism:publicationName", work.container);
  subject.Text("cg:address", work.url);
  subject.Text("cg:design", Name(work.design));
  subject.Text("cg:standing", Name(work.standing));
  return {};
}

Status RdfDescriber::Describe(const Record& record) {
  const RdfSubject subject = SubjectOf(Node(record.id));
  subject.Type("biro:BibliographicRecord");
  Link(subject, "dcterms:isPartOf", record.document);
  Link(subject, "biro:references", record.work);
  Link(subject, "cg:study", record.study);
  subject.Text("cg:design", Name(record.design));
  if (record.n != 0) subject.Integer("cg:people", record.n);
  DescribePrinted(subject, record);
  for (const std::string& type : record.publication_types) subject.Text("cg:publicationType", type);
  for (const std::string& heading : record.headings) subject.Text("cg:heading", heading);
  for (const WorkId work : record.includes) Link(subject, "cg:includes", work);
  subject.Parts("cg:fact", "fact", record.facts.size());
  subject.Parts("cg:notice", "notice", record.notices.size());
  subject.Parts("cg:riskOfBias", "bias", record.risk_of_bias.size());
  DescribeRecordParts(subject, record);
  return {};
}

void RdfDescriber::DescribePrinted(const RdfSubject& subject, const Record& printed) const {
  subject.Text("cg:title", printed.title);
  for (const Author& author : printed.authors) subject.Text("cg:author", FamilyFirst(author));
  subject.Text("cg:authors", PrintedNames(printed.authors));
  subject.Truth("cg:etAl", printed.et_al);
  subject.Year("cg:year", printed.year);
  subject.Text("cg:container", printed.container);
  subject.Text("cg:volume", printed.volume);
  subject.Text("cg:issue", printed.issue);
  subject.Text("cg:pages", printed.pages);
  subject.Text("bibo:doi", printed.doi);
  subject.Text("bibo:pmid", printed.pmid);
  subject.Text("fabio:hasPubMedCentralId", printed.pmcid);
}

void RdfDescriber::DescribeRecordParts(const RdfSubject& subject, const Record& record) const {
  for (std::size_t i = 0; i < record.facts.size(); ++i) {
    const RdfSubject fact = subject.Part("fact", i + 1);
    fact.Type("cg:Fact");
    fact.Text("cg:kind", Name(record.facts[i].kind));
    fact.Text("cg:value", record.facts[i].value);
    fact.Number("cg:confidence", record.facts[i].confidence);
  }
  for (std::size_t i = 0; i < record.notices.size(); ++i) {
    const StandingNotice& said = record.notices[i];
    const RdfSubject notice = subject.Part("notice", i + 1);
    notice.Type("cg:StandingNotice");
    Link(notice, "cg:about", record.work);
    notice.Text("cg:standing", Name(said.standing));
    notice.Text("cg:date", said.date);
    notice.Text("cg:reason", said.reason);
    notice.Text("cg:name", said.notice);
    if (!said.notice.empty()) LinkNamed(notice, "cg:announcedBy", said.notice);
  }
  for (std::size_t i = 0; i < record.risk_of_bias.size(); ++i) {
    const RdfSubject bias = subject.Part("bias", i + 1);
    bias.Type("cg:BiasJudgement");
    bias.Text("cg:domain", record.risk_of_bias[i].domain);
    bias.Text("cg:riskOfBias", Name(record.risk_of_bias[i].judgement));
  }
}

Status RdfDescriber::Describe(const Study& study) {
  const RdfSubject subject = SubjectOf(Node(study.id));
  subject.Type(sepio::kResearchStudy);
  subject.Text("cg:key", study.key);
  return {};
}

Status RdfDescriber::Describe(const StudyResult& result) {
  const RdfSubject subject = SubjectOf(Node(result.id));
  const RdfPlace place = {result.document, {}, result.span, {}, false};
  subject.Type(sepio::kStudyFinding);
  Link(subject, "dcterms:isPartOf", result.document);
  Link(subject, kOutputOf, result.study);
  LinkConcept(subject, sepio::kHasSubject, result.intervention);
  subject.Name(sepio::kHasPredicate, RdfPredicate(result.direction));
  LinkConcept(subject, sepio::kHasObject, result.outcome);
  LinkConcept(subject, "cg:population", result.population);
  LinkConcept(subject, "cg:comparator", result.comparator);
  subject.Text("cg:significance", Name(result.significance));
  subject.Text("cg:timePoint", result.time_point);
  subject.Text("cg:quote", result.quote);
  subject.Number("cg:confidence", result.confidence);
  PlaceWriter::Link(subject, place);
  const RdfSubject effect = subject.Part("effect", 1);
  if (result.effect) subject.Name("cg:effect", effect.name());

  if (result.effect) DescribeEffect(effect, *result.effect);
  DescribeConcepts(std::array<std::string_view, 4>{result.intervention, result.outcome,
                                                   result.population, result.comparator});
  return places_.Describe(subject, place);
}

}  // namespace claimgraph
