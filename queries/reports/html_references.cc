#include "queries/reports/html_references.h"

#include <fmt/format.h>

#include <string>

#include "core/appraisal/study_level.h"
#include "core/json.h"
#include "queries/reports/html_card.h"
#include "queries/reports/html_signs.h"
#include "queries/reports/phrases.h"

namespace claimgraph {
namespace {

// The entry as printed; one of a .bib file is put into words.
std::string Printed(const Reference& reference) {
  if (!IsMarkedUp(reference) && !reference.text.empty()) return reference.text;
  std::string words = AuthorsAndYear(reference);
  if (!reference.title.empty()) words += ". " + reference.title;
  if (!reference.container.empty()) words += ". " + reference.container;
  if (!reference.volume.empty()) words += " " + reference.volume;
  if (!reference.pages.empty()) words += ": " + reference.pages;
  return words;
}

void PutClaimsOn(const Reference& reference, const DocumentIndex& index, HtmlWriter* html) {
  const auto& claims = index.ClaimsOn(reference.id);
  html->Open("p", {{"class", "rests"}});
  html->Text(claims.empty() ? "No claim rests on it." : "Rests on it: ");
  for (const Claim* claim : claims) {
    const VerdictSign& sign = SignOf(claim->verdict);
    html->Element("a", fmt::format("{} {} {}", sign.symbol, IdText(claim->id), sign.words),
                  {{"href", "#" + IdText(claim->id)}, {"class", sign.css}});
    html->Text(" ");
  }
  html->Close();
}

void PutReference(const Reference& reference, const DocumentIndex& index, HtmlWriter* html) {
  html->Open("li", {{"id", IdText(reference.id)}, {"tabindex", "-1"}});
  html->Open("p");
  if (reference.number > 0) html->Text(fmt::format("[{}] ", reference.number));
  html->Text(Printed(reference));
  html->Close();
  html->Open("p", {{"class", "facts"}});
  const Work* work = FindById(index.graph().works, reference.work);
  if (work != nullptr) PutStanding(work->standing, html);
  const StudyDesign design =
      work != nullptr && work->design != StudyDesign::kUnknown ? work->design : reference.design;
  html->Text(std::string(Description(design)) + "; starts at certainty ");
  html->Text(LevelName(StartLevel(design)));
  html->Text(". ");
  PutIdentifiers(reference.doi, reference.pmid, reference.pmcid, reference.url, html);
  html->Element("span", index.Place(reference.span, reference.file), {{"class", "place"}});
  html->Close();
  PutClaimsOn(reference, index, html);
  for (const Finding* finding : index.FindingsOf(reference.id)) {
    PutFinding(*finding, index, html, {.reference = reference.id});
  }
  html->Close();
}

}  // namespace

void PutReferences(const DocumentIndex& index, HtmlWriter* html) {
  html->Open("ul", {{"class", "references"}});
  for (const Reference& reference : index.graph().references) {
    PutReference(reference, index, html);
  }
  html->Close();
}

}  // namespace claimgraph
