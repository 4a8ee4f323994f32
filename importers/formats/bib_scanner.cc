#include "importers/formats/bib_scanner.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "core/text/ascii.h"

namespace claimgraph {
namespace {

using namespace ascii;

// An @string made of @strings made of @strings grows no further than this.
constexpr std::size_t kLongestExpansion = 64 << 10;

bool IsNameChar(char c) {
  return !IsSpace(c) && std::string_view("\"#%'(),={}@").find(c) == std::string_view::npos;
}

class Scanner {
 public:
  explicit Scanner(std::string_view bytes) : in_(bytes) {}

  BibEntries Run() {
    if (in_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    while (FindEntry()) {
      BibEntry entry;
      const std::size_t begin = at_;
      if (!ReadEntry(&entry)) {
        Report(begin);
        at_ = std::max(at_, begin + 1);
      } else if (!entry.key.empty() || !entry.fields.empty()) {
        entry.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
        out_.entries.push_back(std::move(entry));
      }
    }
    return std::move(out_);
  }

 private:
  // Moves to the next "@" that begins a line or follows an entry.
  bool FindEntry() {
    const char before = at_ == 0 ? '\n' : in_[at_ - 1];
    bool fresh = before == '\n' || before == '\r' || before == '}' || before == ')' || at_ == 3;
    for (; at_ < in_.size(); ++at_) {
      if (in_[at_] == '@' && fresh) return true;
      if (in_[at_] == '\n' || in_[at_] == '\r') {
        fresh = true;
      } else if (!IsSpace(in_[at_])) {
        fresh = false;
      }
    }
    return false;
  }

  bool ReadEntry(BibEntry* entry) {
    ++at_;
    SkipSpaces();
    entry->type = Lowered(ReadName());
    SkipSpaces();
    if (entry->type == "comment") return SkipComment();
    if (entry->type.empty()) return Fail("an entry without a type");
    if (Peek() != '{' && Peek() != '(') return Fail("no \"{\" after @" + entry->type);
    close_ = in_[at_++] == '{' ? '}' : ')';
    if (entry->type == "string") return ReadMacro();
    if (entry->type == "preamble") {
      std::string ignored;
      SkipSpaces();
      return ReadValue(&ignored) && ReadClose();
    }
    SkipSpaces();
    ReadKey(entry);
    return ReadFields(entry);
  }

  void ReadKey(BibEntry* entry) {
    const std::size_t begin = at_;
    while (at_ < in_.size() && in_[at_] != ',' && in_[at_] != close_ && in_[at_] != '=' &&
           in_[at_] != '\n') {
      ++at_;
    }
    if (Peek() == '=') {  // no key: what was read is the first field's name
      at_ = begin;
      return;
    }
    std::size_t end = at_;
    while (end > begin && IsSpace(in_[end - 1])) --end;
    entry->key = std::string(in_.substr(begin, end - begin));
  }

  bool ReadFields(BibEntry* entry) {
    for (;;) {
      SkipSpaces();
      if (Peek() == ',') {
        ++at_;
        continue;
      }
      if (Peek() == close_) return ReadClose();
      if (at_ >= in_.size()) return Fail("the file ends inside an entry");
      BibField field{.name = Lowered(ReadName())};
      SkipSpaces();
      if (field.name.empty() || Peek() != '=') return Fail("no \"=\" after a field's name");
      ++at_;
      SkipSpaces();
      const std::size_t begin = at_;
      if (!ReadValue(&field.raw)) return false;
      field.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
      entry->fields.push_back(std::move(field));
      SkipSpaces();
      if (Peek() != ',' && Peek() != close_) return Fail("no \",\" after a field's value");
    }
  }

  bool ReadMacro() {
    SkipSpaces();
    const std::string name = Lowered(ReadName());
    SkipSpaces();
    if (name.empty() || Peek() != '=') return Fail("no \"=\" in @string");
    ++at_;
    SkipSpaces();
    std::string value;
    if (!ReadValue(&value)) return false;
    macros_[name] = std::move(value);
    SkipSpaces();
    if (Peek() == ',') ++at_;
    return ReadClose();
  }

  bool ReadClose() {
    SkipSpaces();
    if (Peek() != close_) return Fail("an entry that is not closed");
    ++at_;
    return true;
  }

  // @comment{...} hides what is inside; without a brace it hides its line.
  bool SkipComment() {
    std::string ignored;
    if (Peek() == '{') return ReadBraced(&ignored);
    while (at_ < in_.size() && in_[at_] != '\n') ++at_;
    return true;
  }

  // Parts joined by "#".
  bool ReadValue(std::string* value) {
    for (;;) {
      if (!ReadPart(value)) return false;
      SkipSpaces();
      if (Peek() != '#') return true;
      ++at_;
      SkipSpaces();
    }
  }

  bool ReadPart(std::string* value) {
    if (Peek() == '{') return ReadBraced(value);
    if (Peek() == '"') return ReadQuoted(value);
    const std::string name(ReadName());
    if (name.empty()) return Fail("a field without a value");
    const auto macro = macros_.find(Lowered(name));
    if (macro == macros_.end()) {
      *value += name;
    } else if (value->size() + macro->second.size() <= kLongestExpansion) {
      *value += macro->second;
    }
    return true;
  }

  bool ReadBraced(std::string* value) {
    const std::size_t begin = ++at_;
    int depth = 1;
    for (; at_ < in_.size(); ++at_) {
      const char c = in_[at_];
      if (c == '\\') {
        ++at_;
      } else if (c == '{') {
        ++depth;
      } else if (c == '}' && --depth == 0) {
        *value += in_.substr(begin, at_++ - begin);
        return true;
      } else if (c == '@' && BeginsEntry()) {
        break;
      }
    }
    at_ = std::min(at_, in_.size());
    return Fail("a \"{\" that is not closed");
  }

  bool ReadQuoted(std::string* value) {
    const std::size_t begin = ++at_;
    int depth = 0;
    for (; at_ < in_.size(); ++at_) {
      const char c = in_[at_];
      if (c == '\\') {
        ++at_;
      } else if (c == '{') {
        ++depth;
      } else if (c == '}') {
        --depth;
      } else if (c == '"' && depth <= 0) {
        *value += in_.substr(begin, at_++ - begin);
        return true;
      } else if (c == '@' && BeginsEntry()) {
        break;
      }
    }
    at_ = std::min(at_, in_.size());
    return Fail("a quotation mark that is not closed");
  }

  // "@word{" at the beginning of a line, where no value would have it.
  bool BeginsEntry() const {
    std::size_t i = at_;
    if (i > 0 && in_[i - 1] != '\n' && in_[i - 1] != '\r') return false;
    for (++i; i < in_.size() && i < at_ + 40; ++i) {
      if (in_[i] == '{') return i > at_ + 1;
      if (!IsNameChar(in_[i])) return false;
    }
    return false;
  }

  std::string_view ReadName() {
    const std::size_t begin = at_;
    while (at_ < in_.size() && IsNameChar(in_[at_])) ++at_;
    return in_.substr(begin, at_ - begin);
  }

  void SkipSpaces() {
    while (at_ < in_.size() && IsSpace(in_[at_])) ++at_;
  }

  char Peek() const { return at_ < in_.size() ? in_[at_] : '\0'; }

  bool Fail(std::string why) {
    why_ = std::move(why);
    return false;
  }

  // One pass over the file counts all lines, since reports come in order.
  void Report(std::size_t begin) {
    line_ += static_cast<std::size_t>(
        std::count(in_.begin() + static_cast<std::ptrdiff_t>(counted_),
                   in_.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
    counted_ = begin;
    out_.diagnostics.push_back(
        {.code = "bibtex-syntax",
         .span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)},
         .message = "line " + std::to_string(line_) + ": " + why_ + "; the entry was left out"});
  }

  std::string_view in_;
  BibEntries out_;
  std::size_t at_ = 0;
  char close_ = '}';
  std::string why_;
  std::size_t counted_ = 0;
  std::size_t line_ = 1;
  std::unordered_map<std::string, std::string> macros_;
};

}  // namespace

const BibField* BibEntry::Find(std::string_view name) const {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [name](const BibField& f) { return f.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

const BibField* BibEntry::FindAny(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    const BibField* field = Find(name);
    if (field != nullptr && !field->raw.empty()) return field;
  }
  return nullptr;
}

BibEntries ScanBibtex(std::string_view bytes) { return Scanner(bytes).Run(); }

}  // namespace claimgraph
