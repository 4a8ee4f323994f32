// Each element is parsed on its own (nlohmann/json, which neither recurses nor
// throws here) and its members are looked up by name; of another type than
// expected, they are as good as missing.

#include "importers/records/csl_json.h"

#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/normalize.h"
#include "importers/records/abstract_parts.h"
#include "importers/records/json_elements.h"
#include "importers/records/record_fields.h"

namespace claimgraph {
namespace {

using Json = nlohmann::json;

const Json& Member(const Json& object, std::string_view name) {
  static const Json kNone;
  if (!object.is_object()) return kNone;
  const auto found = object.find(name);
  return found == object.end() ? kNone : *found;
}

// A string, a whole number in digits, or the first of an array that is either.
std::string Text(const Json& value) {
  const Json& v = value.is_array() && !value.empty() ? value.front() : value;
  if (v.is_string()) return Tidy(v.get_ref<const std::string&>());
  if (v.is_number_integer()) return v.dump();
  return {};
}

std::string Text(const Json& object, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (std::string text = Text(Member(object, name)); !text.empty()) return text;
  }
  return {};
}

// "[[2014, 3, 9]]" -> "2014-03-09"; CSL also has dates as printed.
std::string Date(const Json& date) {
  const Json& parts = Member(date, "date-parts");
  if (parts.is_array() && !parts.empty() && parts.front().is_array()) {
    int numbers[3] = {0, 0, 0};
    std::size_t i = 0;
    for (const Json& part : parts.front()) {
      if (i == 3) break;
      const std::string digits = Text(part);
      if (digits.empty() || digits.size() > 4 ||
          digits.find_first_not_of("0123456789") != std::string::npos) {
        break;
      }
      for (const char c : digits) numbers[i] = numbers[i] * 10 + (c - '0');
      ++i;
    }
    if (std::string iso = IsoDate(numbers[0], numbers[1], numbers[2]); !iso.empty()) return iso;
  }
  const std::string printed = date.is_string() ? Text(date) : Text(date, {"raw", "literal"});
  if (std::string iso = IsoDate(std::string_view(printed)); !iso.empty()) return iso;
  return IsoDate(FirstYear(printed), 0, 0);
}

std::string Joined(std::string first, const std::string& second) {
  if (!first.empty() && !second.empty()) first += ' ';
  return first + second;
}

void AddAuthors(const Json& people, Reference* r) {
  if (!people.is_array()) return;
  for (const Json& person : people) {
    const std::string particle =
        Joined(Text(person, {"dropping-particle"}), Text(person, {"non-dropping-particle"}));
    std::string family = Text(person, {"family"});
    if (family.empty()) family = Text(person, {"literal", "name"});
    if (family.empty()) continue;
    r->authors.push_back({.family = Joined(particle, family),
                          .given = Joined(Text(person, {"given"}), Text(person, {"suffix"}))});
  }
}

std::string Title(const Json& work) {
  std::string title = WithoutMarkup(Text(work, {"title"}));
  const std::string subtitle = WithoutMarkup(Text(work, {"subtitle"}));
  // Some publishers give the subtitle twice.
  if (!subtitle.empty() && title.find(subtitle) == std::string::npos) title += ": " + subtitle;
  return title;
}

int Year(const Json& work) {
  for (const std::string_view name :
       {"issued", "published-print", "published-online", "published"}) {
    if (const std::string date = Date(Member(work, name)); !date.empty())
      return FirstYear(date.substr(0, 4));
  }
  return 0;
}

// Lines of Zotero's "extra" field: "PMID: 123".
void ReadNote(std::string_view note, Reference* r) {
  for (const std::string& line : SplitList(note, '\n')) {
    const std::size_t colon = line.find(':');
    if (colon == std::string::npos) continue;
    const std::string name = ascii::Lowered(line.substr(0, colon));
    const std::string_view value = std::string_view(line).substr(colon + 1);
    if (name == "pmid" && r->pmid.empty()) r->pmid = Pmid(value);
    if (name == "pmcid" && r->pmcid.empty()) r->pmcid = Pmcid(value);
  }
}

class CslReader {
 public:
  CslReader(ByteSource* source, RecordSink* sink) : elements_(source, sink), sink_(*sink) {}

  Status Run() {
    JsonElement element;
    while (elements_.Next(&element)) {
      if (!Take(element)) return {};
    }
    if (!elements_.status()) {
      ++number_;
      Report(element, "truncated-input", "The file ends early; what was begun was skipped.");
    }
    return elements_.status();
  }

 private:
  // False: the sink wants no more.
  bool Take(const JsonElement& element) {
    if (element.cut) {
      ++number_;
      Report(element, "truncated-input", "The file ends in the middle of this; it was skipped.");
      return true;
    }
    if (element.too_large) {
      ++number_;
      Report(element, "too-large",
             "It is larger than 16 MiB or nested too deeply; it was skipped.");
      return true;
    }
    const Json work = Json::parse(element.text, nullptr, /*allow_exceptions=*/false);
    if (!element.wrapper) ++number_;
    if (work.is_discarded()) {
      Report(element, "bad-json", "It is not valid JSON and was skipped.");
      return true;
    }
    RecordEntry entry = Read(work, element.line);
    if (!NamesAWork(entry.printed)) {
      if (element.wrapper) return true;
      Report(element, "empty-record", "It has no title and no identifier and was skipped.");
      return true;
    }
    if (element.wrapper) ++number_;
    const std::string doi = entry.printed.doi;
    return sink_.Take(std::move(entry)) && TakeUpdates(work, doi, element.line);
  }

  void Report(const JsonElement& element, std::string code, std::string message) {
    sink_.Report({.line = element.line,
                  .record = "record " + std::to_string(number_),
                  .code = std::move(code),
                  .message = std::move(message),
                  .skipped = true});
  }

  RecordEntry Read(const Json& work, std::uint64_t line) {
    RecordEntry entry;
    entry.line = line;
    Reference& r = entry.printed;
    r.key = Text(work, {"id"});
    r.title = Title(work);
    AddAuthors(Member(work, "author"), &r);
    if (r.authors.empty()) AddAuthors(Member(work, "editor"), &r);
    r.year = Year(work);
    r.container = WithoutMarkup(
        Text(work, {"container-title", "container-title-short", "short-container-title"}));
    r.volume = Text(work, {"volume"});
    r.issue = Text(work, {"issue"});
    r.pages = Pages(Text(work, {"page", "article-number"}), {});
    r.publisher = Text(work, {"publisher"});
    r.url = Text(work, {"URL", "url"});
    r.pmid = Pmid(Text(work, {"PMID", "pmid"}));
    r.pmcid = Pmcid(Text(work, {"PMCID", "pmcid"}));
    SetDoi(Text(work, {"DOI", "doi"}), number_, &entry, &sink_);
    if (Member(work, "note").is_string()) {
      ReadNote(Member(work, "note").get_ref<const std::string&>(), &r);
    }
    if (Member(work, "abstract").is_string()) {
      entry.abstract =
          SplitMarkedUpAbstract(Member(work, "abstract").get_ref<const std::string&>());
    }
    ReadLists(work, &entry);
    return entry;
  }

  void ReadLists(const Json& work, RecordEntry* entry) {
    for (const std::string_view name : {"type", "genre"}) {
      if (std::string type = Text(work, {name}); !type.empty()) {
        entry->record.publication_types.push_back(std::move(type));
      }
    }
    const std::string keywords = Text(work, {"keyword"});
    entry->keywords = SplitList(keywords, keywords.find(';') == std::string::npos ? ',' : ';');
    for (const Json& trial : Member(work, "clinical-trial-number")) {
      AddRegistry(Text(trial, {"clinical-trial-number"}), &entry->record);
    }
    for (const Json& cited : Member(work, "reference")) {
      RecordEntry named{.line = entry->line};
      SetDoi(Text(cited, {"DOI"}), number_, &named, &sink_);
      if (!named.printed.doi.empty()) entry->cites.push_back("doi:" + named.printed.doi);
    }
    for (const Json& update : Member(work, "updated-by")) {
      StandingNotice notice;
      if (ReadUpdate(update, entry->line, &notice)) {
        const std::string doi = Text(update, {"DOI"});
        RecordEntry named{.line = entry->line};
        SetDoi(doi, number_, &named, &sink_);
        if (!named.printed.doi.empty()) notice.notice = "doi:" + named.printed.doi;
        entry->record.notices.push_back(std::move(notice));
      }
    }
  }

  // What an update is and when it came; false for one that changes no standing.
  bool ReadUpdate(const Json& update, std::uint64_t line, StandingNotice* notice) {
    const std::string type = Text(update, {"type", "update-type"});
    notice->date = Date(Member(update, "updated"));
    if (ReadStanding(type, &notice->standing)) return true;
    if (type != "addendum") {
      sink_.Report({.line = line,
                    .record = "record " + std::to_string(number_),
                    .code = "unknown-update",
                    .message = "\"" + type.substr(0, 80) +
                               "\" is no kind of update that is known; "
                               "it was left out."});
    }
    return false;
  }

  // The works that this one retracts or corrects.  False: the sink wants no more.
  bool TakeUpdates(const Json& work, const std::string& doi, std::uint64_t line) {
    for (const Json& update : Member(work, "update-to")) {
      RecordEntry other{.line = line};
      StandingNotice notice;
      if (!ReadUpdate(update, line, &notice)) continue;
      SetDoi(Text(update, {"DOI"}), number_, &other, &sink_);
      if (other.printed.doi.empty() || other.printed.doi == doi) continue;
      if (!doi.empty()) notice.notice = "doi:" + doi;
      other.record.notices.push_back(std::move(notice));
      if (!sink_.Take(std::move(other))) return false;
    }
    return true;
  }

  JsonElements elements_;
  RecordSink& sink_;
  std::uint64_t number_ = 0;  // of records so far
};

}  // namespace

Status ReadCslJson(ByteSource* source, RecordSink* sink) { return CslReader(source, sink).Run(); }

}  // namespace claimgraph
