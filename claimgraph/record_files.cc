// The head is read first, for the reader to be chosen by; then the reader gets it
// again in front of the rest.

#include "claimgraph/record_files.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <unordered_map>
#include <utility>

#include "claimgraph/read_article.h"
#include "core/text/normalize.h"
#include "importers/record_importer.h"
#include "importers/records/csl_json.h"
#include "importers/records/endnote_xml.h"
#include "importers/records/gzip_source.h"
#include "importers/records/isi.h"
#include "importers/records/medline.h"
#include "importers/records/ovid.h"
#include "importers/records/pubmed_xml.h"
#include "importers/records/record_fields.h"
#include "importers/records/record_format.h"
#include "importers/records/retractions.h"
#include "importers/records/ris.h"
#include "importers/records/study_cards.h"

namespace claimgraph {
namespace {

constexpr std::size_t kHead = std::size_t{16} << 10;
// Records whose titles are kept to compare, and bytes of each: memory does not grow with
// the file.
constexpr std::size_t kMostTitles = std::size_t{1} << 16;
constexpr std::size_t kTitleCompared = 64;
// Study cards are typed by hand: more is not one.
constexpr std::size_t kMostCards = std::size_t{64} << 20;

class FileSource : public ByteSource {
 public:
  explicit FileSource(std::FILE* file) : file_(file, &std::fclose) {}

  Result<std::size_t> Read(char* buffer, std::size_t size) override {
    const std::size_t got = std::fread(buffer, 1, size, file_.get());
    if (got == 0 && std::ferror(file_.get()) != 0) {
      return Fail(ErrorCode::kIo, fmt::format("cannot read: {}", std::strerror(errno)));
    }
    return got;
  }

 private:
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
};

// What was read to look at, and then the rest.
class HeadedSource : public ByteSource {
 public:
  HeadedSource(std::string head, ByteSource* rest) : head_(std::move(head)), rest_(*rest) {}

  Result<std::size_t> Read(char* buffer, std::size_t size) override {
    if (at_ == head_.size()) return rest_.Read(buffer, size);
    const std::size_t n = head_.copy(buffer, size, at_);
    at_ += n;
    return n;
  }

 private:
  std::string head_;
  std::size_t at_ = 0;
  ByteSource& rest_;
};

Result<std::string> ReadUpTo(ByteSource* source, std::size_t most) {
  std::string bytes(most, '\0');
  std::size_t size = 0;
  while (size < most) {
    const Result<std::size_t> got = source->Read(bytes.data() + size, most - size);
    if (!got) return tl::unexpected(got.error());
    if (*got == 0) break;
    size += *got;
  }
  bytes.resize(size);
  return bytes;
}

// Study cards are a kind of their own; everything else SniffRecords tells apart.
struct Kind {
  bool cards = false;
  RecordFormat format = RecordFormat::kNone;
};

Kind KindOf(std::string_view head, std::string_view path) {
  if (LooksLikeStudyCards(head)) return {.cards = true};
  return {.format = SniffRecords(head, path)};
}

// Bibliographies stand beside articles (bibliographies.h).
bool IsRead(const Kind& kind) {
  return kind.cards || (kind.format != RecordFormat::kNone && kind.format != RecordFormat::kBibtex);
}

bool HoldsRecords(ByteSource* packed, std::string_view path) {
  const std::unique_ptr<ByteSource> source = NewGzipSource(packed);
  const Result<std::string> head = ReadUpTo(source.get(), kHead);
  return head && IsRead(KindOf(*head, path));
}

Status ReadWith(RecordFormat format, ByteSource* source, RecordSink* sink) {
  switch (format) {
    case RecordFormat::kPubmedXml:
      return ReadPubmedXml(source, sink);
    case RecordFormat::kMedline:
      return ReadMedline(source, sink);
    case RecordFormat::kRis:
      return ReadRis(source, sink);
    case RecordFormat::kJsonRecords:
      return ReadCslJson(source, sink);
    case RecordFormat::kRetractions:
      return ReadRetractions(source, sink);
    case RecordFormat::kEndnoteXml:
      return ReadEndnoteXml(source, sink);
    case RecordFormat::kIsi:
      return ReadIsi(source, sink);
    case RecordFormat::kOvid:
      return ReadOvid(source, sink);
    case RecordFormat::kBibtex:
    case RecordFormat::kNone:
      break;
  }
  return {};
}

// All that a record says: what makes one version of it another.
class EntryHash {
 public:
  EntryHash() : state_(XXH3_createState(), &XXH3_freeState) {
    XXH3_128bits_reset_withSeed(state_.get(), kMethodVersion);
  }

  EntryHash& Add(std::string_view text) {
    const std::uint64_t size = text.size();  // so that "ab" + "c" is not "a" + "bc"
    XXH3_128bits_update(state_.get(), &size, sizeof(size));
    XXH3_128bits_update(state_.get(), text.data(), text.size());
    return *this;
  }
  EntryHash& Add(const std::vector<std::string>& texts) {
    Add(std::to_string(texts.size()));
    for (const std::string& text : texts) Add(text);
    return *this;
  }

  std::string Done() const {
    const XXH128_hash_t hash = XXH3_128bits_digest(state_.get());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
  }

 private:
  std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state_;
};

void AddEffect(const StudyResult& result, EntryHash* hash) {
  if (!result.effect) return;
  const Effect& e = *result.effect;
  hash->Add(fmt::format("{} {} {} {} {} {} {} {}", static_cast<int>(e.measure), e.value,
                        e.ci_low.value_or(0), e.ci_high.value_or(0), e.p.value_or(-1),
                        e.n.value_or(-1), e.k.value_or(-1), e.i2.value_or(-1)));
}

std::string HashOf(const RecordEntry& entry) {
  EntryHash hash;
  const Reference& p = entry.printed;
  for (const Author& author : p.authors) hash.Add(author.family).Add(author.given);
  hash.Add(p.title).Add(p.container).Add(p.volume).Add(p.issue).Add(p.pages).Add(p.doi);
  hash.Add(p.pmid).Add(p.pmcid).Add(p.url).Add(std::to_string(p.year)).Add(p.et_al ? "+" : "");
  for (const AbstractPart& part : entry.abstract) hash.Add(part.label).Add(part.text);
  hash.Add(entry.record.publication_types).Add(entry.record.headings).Add(entry.keywords);
  hash.Add(entry.cites).Add(entry.includes).Add(entry.study).Add(Name(entry.record.design));
  for (const Fact& fact : entry.record.facts) hash.Add(Name(fact.kind)).Add(fact.value);
  for (const StandingNotice& n : entry.record.notices) {
    hash.Add(Name(n.standing)).Add(n.date).Add(n.reason).Add(n.notice);
  }
  for (const BiasJudgement& b : entry.record.risk_of_bias)
    hash.Add(b.domain).Add(Name(b.judgement));
  for (const StudyResult& r : entry.results) {
    hash.Add(r.intervention).Add(r.comparator).Add(r.outcome).Add(r.population).Add(r.time_point);
    hash.Add(r.quote).Add(Name(r.direction)).Add(Name(r.significance));
    AddEffect(r, &hash);
  }
  return hash.Done();
}

class GraphMaker : public RecordSink {
 public:
  GraphMaker(std::string path, Format format, bool is_pubmed, RecordTaker* taker)
      : path_(std::move(path)), format_(format), is_pubmed_(is_pubmed), taker_(*taker) {}

  bool Take(RecordEntry entry) override {
    ++number_;
    std::string source = RecordSource(entry, path_, number_, is_pubmed_);
    // PubMed sends a record again when it has changed.
    if (!is_pubmed_) CompareWithNamesake(entry, source);
    if (entry.removed) return taker_.Take({.removed = std::move(source)});
    std::string hash = HashOf(entry);
    RecordChange change{.graph = ImportRecord(std::move(entry), std::move(source), format_)};
    change.graph.document.hash = std::move(hash);
    return taker_.Take(std::move(change));
  }

  void Report(RecordProblem problem) override { taker_.Report(problem); }

 private:
  // Of two records with one identifier the later replaces the earlier, as a new version
  // does; with another title it may be another work, and the identifier wrong.
  void CompareWithNamesake(const RecordEntry& entry, const std::string& source) {
    const std::string title = TitleKey(entry.printed.title).substr(0, kTitleCompared);
    if (title.empty()) return;
    const auto seen = titles_.find(source);
    if (seen == titles_.end()) {
      if (titles_.size() < kMostTitles) titles_.emplace(source, Seen{number_, title});
      return;
    }
    const Seen before = std::exchange(seen->second, Seen{number_, title});
    if (title.starts_with(before.title) || before.title.starts_with(title)) return;  // a subtitle
    taker_.Report({.line = entry.line,
                   .record = ProblemName(entry.printed, number_),
                   .code = "same-identifier",
                   .message = fmt::format("Record {} has the same identifier and another title; "
                                          "the later one is kept.",
                                          before.number)});
  }

  struct Seen {
    std::uint64_t number = 0;
    std::string title{};
  };
  std::string path_;
  Format format_;
  bool is_pubmed_;
  RecordTaker& taker_;
  std::uint64_t number_ = 0;
  std::unordered_map<std::string, Seen> titles_{};  // of the first records, by source
};

}  // namespace

Result<std::unique_ptr<ByteSource>> OpenByteSource(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) {
    return Fail(errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo,
                fmt::format("{}: cannot read: {}", path, std::strerror(errno)));
  }
  return std::make_unique<FileSource>(file);
}

bool AreRecords(std::string_view bytes, std::string_view path) {
  TextSource source(bytes);
  return HoldsRecords(&source, path);
}

bool IsRecordFile(const std::string& path) {
  // A pipe's first bytes can be read once only.
  std::error_code unknown;
  if (!std::filesystem::is_regular_file(path, unknown)) return false;
  const Result<std::unique_ptr<ByteSource>> packed = OpenByteSource(path);
  return packed && HoldsRecords(packed->get(), path);  // whoever reads it says what is wrong
}

Status ReadRecords(ByteSource* packed, const std::string& path, RecordTaker* taker) {
  const std::unique_ptr<ByteSource> unpacked = NewGzipSource(packed);
  Result<std::string> head = ReadUpTo(unpacked.get(), kHead);
  if (!head) return tl::unexpected(head.error());
  const Kind kind = KindOf(*head, path);
  HeadedSource source(std::move(*head), unpacked.get());
  if (kind.cards) {
    const Result<std::string> bytes = ReadUpTo(&source, kMostCards);
    if (!bytes) return tl::unexpected(bytes.error());
    GraphMaker maker(path, Format::kStudyCard, false, taker);
    ReadStudyCards(*bytes, &maker);
    return {};
  }
  const bool is_pubmed =
      kind.format == RecordFormat::kPubmedXml || kind.format == RecordFormat::kMedline;
  GraphMaker maker(path, Format::kRecord, is_pubmed, taker);
  return ReadWith(kind.format, &source, &maker);
}

}  // namespace claimgraph
