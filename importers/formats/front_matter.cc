// Line by line.  A line without indentation sets the key; "- item" lines and
// indented lines after a key without a value add values to it.

#include "importers/formats/front_matter.h"

#include <algorithm>
#include <cstdint>

namespace claimgraph {
namespace {

constexpr std::size_t kLongest = 64 << 10;  // front matter is a head, not a body

struct Line {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // without the line end
  std::uint32_t next = 0;
};

Line LineAt(std::string_view text, std::uint32_t begin) {
  const std::size_t nl = text.find('\n', begin);
  Line line{begin, static_cast<std::uint32_t>(std::min(nl, text.size())), 0};
  line.next = nl == std::string_view::npos ? line.end : line.end + 1;
  if (line.end > line.begin && text[line.end - 1] == '\r') --line.end;
  return line;
}

bool IsBlank(char c) { return c == ' ' || c == '\t'; }

Span Trim(std::string_view text, Span s) {
  while (s.begin < s.end && IsBlank(text[s.begin])) ++s.begin;
  while (s.end > s.begin && (IsBlank(text[s.end - 1]) || text[s.end - 1] == '\r')) --s.end;
  return s;
}

// The opening or closing fence: three characters and nothing after but blanks.
bool IsFence(std::string_view text, const Line& line, std::string_view fence) {
  const Span s = Trim(text, {line.begin, line.end});
  return s.begin == line.begin && text.substr(s.begin, s.size()) == fence;
}

// "key: value" or "key:", the key without spaces.
bool LooksLikeKey(std::string_view text, Span line, char separator) {
  for (std::uint32_t i = line.begin; i < line.end; ++i) {
    if (text[i] == separator) return i > line.begin;
    if (IsBlank(text[i])) {
      const Span rest = Trim(text, {i, line.end});
      return separator == '=' && rest.size() > 0 && text[rest.begin] == '=';
    }
  }
  return false;
}

// The first line after the fence that says anything.
Span FirstWords(std::string_view text, std::uint32_t i) {
  for (Line line = LineAt(text, i); line.begin < text.size(); line = LineAt(text, line.next)) {
    const Span s = Trim(text, {line.begin, line.end});
    if (s.size() > 0 && text[s.begin] != '#') return s;
    if (line.next == line.begin) break;
  }
  return {};
}

class Reader {
 public:
  Reader(std::string_view text, FrontMatter* out, char separator)
      : text_(text), out_(out), separator_(separator) {}

  void Read(const Line& line) {
    const Span s = Trim(text_, {line.begin, line.end});
    if (s.size() == 0 || text_[s.begin] == '#') return;
    if (text_[s.begin] == '-' && (s.size() == 1 || IsBlank(text_[s.begin + 1]))) {
      return Add(Trim(text_, {s.begin + 1, s.end}));
    }
    const bool indented = s.begin > line.begin;
    if (indented || in_list_) {
      if (open_ || in_list_) AddPart(s);
      return;
    }
    ReadKey(s);
  }

 private:
  void ReadKey(Span s) {
    const std::size_t at = text_.substr(0, s.end).find(separator_, s.begin);
    open_ = false;
    if (at == std::string_view::npos) return;
    const auto colon = static_cast<std::uint32_t>(at);
    const Span key = Trim(text_, {s.begin, colon});
    key_.assign(text_, key.begin, key.size());
    std::transform(key_.begin(), key_.end(), key_.begin(), [](unsigned char c) {
      return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    });
    const Span value = Trim(text_, {colon + 1, s.end});
    const char first = value.size() > 0 ? text_[value.begin] : '\0';
    open_ = first != '"' && first != '\'' && first != '[';
    if (first != '\0' && first != '>' && first != '|') AddPart(value);
  }

  // A value, or one line of a list that is written in brackets.
  void AddPart(Span s) {
    if (!in_list_ && text_[s.begin] != '[') return Add(s);
    if (!in_list_) ++s.begin;
    in_list_ = true;
    while (s.begin < s.end) {
      std::uint32_t end = s.begin;
      char quote = '\0';
      for (; end < s.end; ++end) {
        const char c = text_[end];
        if (quote != '\0') {
          if (c == quote) quote = '\0';
        } else if (c == '"' || c == '\'') {
          quote = c;
        } else if (c == ',' || c == ']') {
          break;
        }
      }
      Add(Trim(text_, {s.begin, end}));
      if (end < s.end && text_[end] == ']') in_list_ = false;
      s.begin = end + 1;
      if (!in_list_) break;
    }
  }

  void Add(Span s) {
    if (s.size() == 0 || key_.empty()) return;
    FrontMatterValue value{key_, s, false};
    const char quote = text_[s.begin];
    if ((quote == '"' || quote == '\'') && s.size() >= 2) {
      const std::size_t close = text_.substr(0, s.end).find_last_of(quote);
      if (close > s.begin) {
        value.source = {s.begin + 1, static_cast<std::uint32_t>(close)};
        value.quoted = quote == '"';
      }
    }
    if (value.source.size() > 0) out_->values.push_back(std::move(value));
  }

  std::string_view text_;
  FrontMatter* out_;
  char separator_;
  std::string key_;
  bool open_ = false;     // the key's value follows on indented lines
  bool in_list_ = false;  // inside [ ... ]
};

// One front-matter value that readers see, as a block of its own.
void WriteMetadata(std::string_view text, const FrontMatter& head, std::string_view key,
                   DocumentBuilder* builder) {
  Block block{BlockKind::kMetadata};
  block.label = key;
  builder->OpenBlock(block);
  for (const FrontMatterValue& v : head.values) {
    if (v.key != key) continue;
    std::uint32_t begin = v.source.begin;
    for (std::uint32_t i = begin; v.quoted && i + 1 < v.source.end; ++i) {
      if (text[i] != '\\') continue;
      builder->Text(begin, i);
      begin = ++i;
    }
    builder->Text(begin, v.source.end);
    builder->Space({v.source.end, v.source.end});
  }
  builder->CloseBlock();
}

}  // namespace

FrontMatter ReadFrontMatter(std::string_view text) {
  FrontMatter out;
  const std::string_view head = text.substr(0, kLongest);
  Line line = LineAt(head, 0);
  const bool yaml = IsFence(head, line, "---");
  if (!yaml && !IsFence(head, line, "+++")) return out;
  const std::string_view fence = yaml ? "---" : "+++";
  const char separator = yaml ? ':' : '=';
  const std::uint32_t first = line.next;
  Line close = LineAt(head, first);
  const auto closes = [&](const Line& l) {
    return IsFence(head, l, fence) || (yaml && IsFence(head, l, "..."));
  };
  while (!closes(close) && close.next < head.size()) close = LineAt(head, close.next);
  // "---" over prose is a rule; over "key: value" it is front matter.
  const bool keyed = LooksLikeKey(head, FirstWords(head, first), separator);
  if (!closes(close)) {
    out.unclosed = keyed;
    return out;
  }
  if (!keyed && close.begin != first) return out;
  out.source = {0, close.next};
  Reader reader(head, &out, separator);
  for (line = LineAt(head, first); line.begin < close.begin; line = LineAt(head, line.next)) {
    reader.Read(line);
  }
  return out;
}

void WriteFrontMatter(std::string_view text, const FrontMatter& head, DocumentBuilder* builder,
                      Document* document) {
  std::string address;
  std::vector<std::string> shown;
  for (const FrontMatterValue& v : head.values) {
    const std::string value(text.substr(v.source.begin, v.source.size()));
    if (v.key == "bibliography") document->bibliographies.push_back(value);
    if (v.key == "doi" && document->identifier.empty()) document->identifier = value;
    if (v.key == "canonical_url" || v.key == "canonical" || v.key == "canonicalurl")
      address = value;
    const bool visible =
        v.key == "title" || v.key == "description" || v.key == "subtitle" || v.key == "abstract";
    if (!visible || std::find(shown.begin(), shown.end(), v.key) != shown.end()) continue;
    shown.push_back(v.key);
    WriteMetadata(text, head, v.key, builder);
    if (v.key == "title" && builder->block_count() > 0) {
      const Block& block = builder->blocks().back();
      document->title = Slice(builder->text(), block.span);
    }
  }
  if (document->identifier.empty()) document->identifier = address;
}

}  // namespace claimgraph
