#include "queries/exports/csl_json.h"

#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

#include "core/json.h"
#include "core/text/normalize.h"
#include "queries/exports/bibliography.h"
#include "queries/json_writer.h"

namespace claimgraph {
namespace {

// The names of CSL 1.0.2; a preprint is its "article".
std::string_view TypeName(EntryType type) {
  switch (type) {
    case EntryType::kArticle:
      return "article-journal";
    case EntryType::kChapter:
      return "chapter";
    case EntryType::kBook:
      return "book";
    case EntryType::kReport:
      return "report";
    case EntryType::kPreprint:
      return "article";
    case EntryType::kPage:
      return "webpage";
    case EntryType::kOther:
      break;
  }
  return "document";
}

void Put(std::string_view name, std::string_view value, Json* item) {
  std::string tidy = Tidy(value);
  if (!tidy.empty()) (*item)[std::string(name)] = std::move(tidy);
}

Json Names(const BibliographyEntry& entry) {
  Json names = Json::array();
  for (const Author& author : entry.work.authors) {
    Json name = Json::object();
    Put(IsCorporate(author) ? "literal" : "family", author.family, &name);
    Put("given", author.given, &name);
    if (!name.empty()) names.push_back(std::move(name));
  }
  return names;
}

Json Item(const BibliographyEntry& entry) {
  const Work& work = entry.work;
  Json item = {{"id", entry.key}, {"type", TypeName(entry.type)}};
  Put("title", work.title, &item);
  if (Json names = Names(entry); !names.empty()) item["author"] = std::move(names);
  if (work.year != 0) {
    item["issued"] = {{"date-parts", Json::array({Json::array({work.year})})}};
  }
  Put("container-title", work.container, &item);
  Put("volume", entry.volume, &item);
  Put("issue", entry.issue, &item);
  Put("page", Plain(entry.pages), &item);
  Put("publisher", entry.publisher, &item);
  Put("DOI", work.doi, &item);
  Put("PMID", work.pmid, &item);
  Put("PMCID", work.pmcid, &item);
  Put("URL", work.url, &item);
  Put("note", entry.note, &item);
  return item;
}

}  // namespace

Status ExportCslJson(const ExportScope& scope, const ExportSettings& /*settings*/,
                     std::ostream& out) {
  JsonWriter writer(out);
  writer.BeginArray();
  Status written = scope.Each<Work>([&](const Work& work) -> Status {
    const Result<BibliographyEntry> entry = EntryOf(scope.reader(), work);
    if (!entry) return tl::unexpected(entry.error());
    writer.Element(Item(*entry));
    return {};
  });
  if (written) writer.EndArray();
  return written;
}

}  // namespace claimgraph
