#include "importers/records/retractions.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/ascii.h"
#include "core/text/identifiers.h"
#include "core/text/normalize.h"
#include "importers/records/record_fields.h"
#include "importers/records/table_rows.h"

namespace claimgraph {
namespace {

using namespace ascii;

enum Column : std::uint8_t {
  kRecordId,
  kTitle,
  kJournal,
  kPublisher,
  kAuthors,
  kAddresses,
  kArticleType,
  kNoticeDate,
  kNoticeDoi,
  kNoticePmid,
  kDate,
  kDoi,
  kPmid,
  kNature,
  kReason,
  kColumns,
};

struct ColumnName {
  std::string_view key{};  // letters and digits alone, in lower case
  Column column = kColumns;
};
constexpr ColumnName kColumnNames[] = {
    {"recordid", kRecordId},
    {"title", kTitle},
    {"journal", kJournal},
    {"publisher", kPublisher},
    {"author", kAuthors},
    {"authors", kAuthors},
    {"urls", kAddresses},
    {"articletype", kArticleType},
    {"retractiondate", kNoticeDate},
    {"retractiondoi", kNoticeDoi},
    {"noticedoi", kNoticeDoi},
    {"retractionnoticedoi", kNoticeDoi},
    {"retractionpubmedid", kNoticePmid},
    {"noticepmid", kNoticePmid},
    {"originalpaperdate", kDate},
    {"originalpaperdoi", kDoi},
    {"retracteddoi", kDoi},
    {"doi", kDoi},
    {"originalpaperpubmedid", kPmid},
    {"retractedpmid", kPmid},
    {"pmid", kPmid},
    {"retractionnature", kNature},
    {"nature", kNature},
    {"reason", kReason},
    {"reasons", kReason},
};

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
using Places = std::array<std::size_t, kColumns>;  // which cell holds a column

std::string Key(std::string_view name) {
  std::string key;
  for (const char c : name) {
    if (IsWord(c) && !IsWide(c)) key += Lower(c);
  }
  return key;
}

// False if the row names no column that tells a work.
bool ReadHeader(const TableRow& row, Places* places) {
  places->fill(kNowhere);
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string key = Key(row.cells[i]);
    for (const ColumnName& name : kColumnNames) {
      if (name.key == key && (*places)[name.column] == kNowhere) (*places)[name.column] = i;
    }
  }
  return (*places)[kDoi] != kNowhere || (*places)[kPmid] != kNowhere;
}

// Of a row that is no header: DOIs of works, then of notices.
bool ReadPlaces(const TableRow& row, Places* places) {
  places->fill(kNowhere);
  if (row.cells.empty() || CanonicalDoi(row.cells[0]).empty()) return false;
  (*places)[kDoi] = 0;
  if (row.cells.size() > 1 && !CanonicalDoi(row.cells[1]).empty()) (*places)[kNoticeDoi] = 1;
  return true;
}

// "" for what stands for nothing.
std::string Cell(const TableRow& row, const Places& places, Column column) {
  const std::size_t place = places[column];
  if (place >= row.cells.size()) return {};
  std::string text = Tidy(row.cells[place]);
  const std::string low = Lowered(text);
  return low == "unavailable" || low == "0" || low == "n/a" ? std::string() : text;
}

// "3/9/2014 0:00" (the month first, as Retraction Watch has it) or "2014-03-09".
std::string NoticeDate(std::string_view text) {
  const std::size_t first = text.find('/');
  if (first == std::string_view::npos || first > 2) return IsoDate(text);
  const std::size_t second = text.find('/', first + 1);
  const int year = FirstYear(text);
  if (second == std::string_view::npos) return IsoDate(year, 0, 0);
  int parts[2] = {0, 0};
  const std::string_view digits[2] = {text.substr(0, first),
                                      text.substr(first + 1, second - first - 1)};
  for (int i = 0; i < 2; ++i) {
    if (digits[i].size() > 2) return IsoDate(year, 0, 0);
    for (const char c : digits[i]) {
      if (!IsDigit(c)) return IsoDate(year, 0, 0);
      parts[i] = parts[i] * 10 + (c - '0');
    }
  }
  return IsoDate(year, parts[0], parts[1]);
}

// "+Concerns About Data;+Plagiarism;" -> "Concerns About Data; Plagiarism"
std::string Reasons(std::string_view text) {
  std::string all;
  for (std::string reason : SplitList(text, ';')) {
    if (reason.starts_with('+')) reason = Tidy(std::string_view(reason).substr(1));
    if (reason.empty()) continue;
    if (!all.empty()) all += "; ";
    all += reason;
  }
  return all;
}

class RetractionsReader {
 public:
  RetractionsReader(ByteSource* source, RecordSink* sink) : rows_(source, sink), sink_(*sink) {}

  Status Run() {
    TableRow row;
    bool begun = false;
    while (rows_.Next(&row)) {
      if (!std::exchange(begun, true)) {
        if (ReadHeader(row, &places_)) continue;
        if (!ReadPlaces(row, &places_)) {
          Report(row, "no-columns", "No column holds DOIs or PMIDs; nothing was read.");
          return {};
        }
      }
      if (!Take(row)) return {};
    }
    if (!rows_.status()) {
      Report(row, "truncated-input", "The file ends early; its last row was skipped.");
    }
    return rows_.status();
  }

 private:
  // False: the sink wants no more.
  bool Take(const TableRow& row) {
    ++number_;
    if (row.unclosed) {
      Report(row, "unclosed-quote", "A quote is not closed; the row was skipped.");
      return true;
    }
    if (row.cut) {
      Report(row, "too-large", "A line is larger than 1 MiB; the row was skipped.");
      return true;
    }
    StandingNotice notice;
    const std::string nature = Cell(row, places_, kNature);
    if (places_[kNature] != kNowhere && !ReadStanding(nature, &notice.standing)) {
      Report(row, "unknown-nature",
             "\"" + Plain(nature.substr(0, 80)) + "\" is no known nature; the row was skipped.");
      return true;
    }
    RecordEntry entry = Read(row);
    if (!NamesAWork(entry.printed)) {
      Report(row, "empty-record", "It has no title and no identifier and was skipped.");
      return true;
    }
    ReadNotice(row, &notice);
    entry.record.notices.push_back(std::move(notice));
    return sink_.Take(std::move(entry));
  }

  void Report(const TableRow& row, std::string code, std::string message) {
    sink_.Report({.line = row.line,
                  .record = "record " + std::to_string(number_),
                  .code = std::move(code),
                  .message = std::move(message),
                  .skipped = true});
  }

  RecordEntry Read(const TableRow& row) {
    RecordEntry entry;
    entry.line = row.line;
    Reference& r = entry.printed;
    r.key = Cell(row, places_, kRecordId);
    r.title = Cell(row, places_, kTitle);
    r.container = Cell(row, places_, kJournal);
    r.publisher = Cell(row, places_, kPublisher);
    r.year = FirstYear(Cell(row, places_, kDate));
    r.pmid = Pmid(Cell(row, places_, kPmid));
    const std::vector<std::string> addresses = SplitList(Cell(row, places_, kAddresses), ';');
    if (!addresses.empty()) r.url = addresses.front();
    for (const std::string& author : SplitList(Cell(row, places_, kAuthors), ';')) {
      r.authors.push_back(NaturalName(author));
    }
    entry.record.publication_types = SplitList(Cell(row, places_, kArticleType), ';');
    SetDoi(Cell(row, places_, kDoi), number_, &entry, &sink_);
    return entry;
  }

  // "Hanna M. Berg": people's names stand as they are spoken.
  static Author NaturalName(const std::string& printed) {
    Author author = ReadAuthor(printed);
    const std::size_t space = author.family.rfind(' ');
    if (!author.given.empty() || space == std::string::npos) return author;
    return {.family = author.family.substr(space + 1), .given = author.family.substr(0, space)};
  }

  void ReadNotice(const TableRow& row, StandingNotice* notice) {
    notice->date = NoticeDate(Cell(row, places_, kNoticeDate));
    notice->reason = Reasons(Cell(row, places_, kReason));
    const std::string pmid = Pmid(Cell(row, places_, kNoticePmid));
    const std::string doi = CanonicalDoi(Cell(row, places_, kNoticeDoi));
    if (!doi.empty()) {
      notice->notice = "doi:" + doi;
    } else if (!pmid.empty()) {
      notice->notice = "pmid:" + pmid;
    }
  }

  TableRows rows_;
  RecordSink& sink_;
  Places places_{};
  std::uint64_t number_ = 0;  // of rows after the header
};

}  // namespace

Status ReadRetractions(ByteSource* source, RecordSink* sink) {
  return RetractionsReader(source, sink).Run();
}

}  // namespace claimgraph
