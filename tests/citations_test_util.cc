#include "tests/citations_test_util.h"

#include <algorithm>
#include <sstream>

#include "core/text/sentences.h"

namespace claimgraph {
namespace {

class Writer {
 public:
  Document Write(std::string_view source, Format format) {
    document_.format = format;
    for (std::size_t begin = 0; begin <= source.size();) {
      const std::size_t end = std::min(source.find('\n', begin), source.size());
      Line(source, begin, end);
      begin = end + 1;
    }
    document_.sentences = FindSentences(document_);
    return std::move(document_);
  }

 private:
  std::uint32_t Here() const { return static_cast<std::uint32_t>(document_.text.size()); }

  void Copy(std::string_view source, std::size_t begin, std::size_t end) {
    document_.map.Append(static_cast<std::uint32_t>(begin),
                         static_cast<std::uint32_t>(end - begin));
    document_.text += source.substr(begin, end - begin);
  }

  void Line(std::string_view source, std::size_t begin, std::size_t end) {
    if (begin == end) return;
    const bool heading = source.substr(begin, 2) == "# ";
    if (heading) begin += 2;
    const std::uint32_t from = Here();
    std::size_t at = begin;
    for (std::size_t i = begin; i < end; ++i) {
      if (source[i] == '{') {
        Copy(source, at, i);
        i = Braces(source, i);
        at = i + 1;
      } else if (source.substr(i, 2) == "[^" && source.find(']', i) < end) {
        Copy(source, at, i);
        at = source.find(']', i) + 1;
        const std::uint32_t mark = Here();
        Copy(source, i, at);
        document_.marks.push_back({MarkKind::kFootnoteRef, {mark, Here()}});
        i = at - 1;
      }
    }
    Copy(source, at, end);
    document_.blocks.push_back(
        {heading ? BlockKind::kHeading : BlockKind::kParagraph, {from, Here()}});
    document_.map.Append(static_cast<std::uint32_t>(end), 1, 1, 0);
    document_.text += '\n';
  }

  // Returns the closing brace.
  std::size_t Braces(std::string_view source, std::size_t open) {
    const std::size_t close = source.find('}', open);
    const std::uint32_t from = Here();
    if (source[open + 1] == '^') {
      Copy(source, open + 2, close);
      document_.marks.push_back({MarkKind::kSuperscript, {from, Here()}});
    } else {
      const std::size_t arrow = source.find('>', open);
      Copy(source, open + 1, arrow);
      Link link;
      link.span = {from, Here()};
      link.target = source.substr(arrow + 1, close - arrow - 1);
      link.source = {static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close + 1)};
      document_.links.push_back(link);
    }
    return close;
  }

  Document document_{};
};

std::string Numbers(const std::vector<int>& numbers) {
  std::string out;
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t last = i;
    while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
    if (!out.empty()) out += ',';
    out += std::to_string(numbers[i]);
    if (last > i) out.append(last > i + 1 ? "-" : ",").append(std::to_string(numbers[last]));
    i = last + 1;
  }
  return out;
}

std::string Join(const std::vector<std::string>& words, const char* between) {
  std::string out;
  for (const std::string& w : words) out.append(out.empty() ? "" : between).append(w);
  return out;
}

std::string DumpOne(const Citation& c) {
  switch (c.style) {
    case CitationStyle::kAuthorYear:
      return "ay{" + Join(c.authors, ",") + (c.et_al ? "+" : "") + "|" + std::to_string(c.year) +
             c.year_suffix + "}";
    case CitationStyle::kNumeric:
      return "num{" + Numbers(c.numbers) + "}";
    case CitationStyle::kSuperscript:
      return "sup{" + Numbers(c.numbers) + "}";
    case CitationStyle::kFootnote:
      return "fn{" + Join(c.keys, ";") + "}";
    case CitationStyle::kPandocKey:
      return "key{" + Join(c.keys, ";") + "}";
    case CitationStyle::kLink:
      return "link{" + c.url + "}";
    case CitationStyle::kPlaceholder:
      return "ph{" + c.text + "}";
    case CitationStyle::kNamedSource:
      return "src{" + c.text + "}";
  }
  return "?";
}

}  // namespace

Document TextDocument(std::string_view text, Format format) { return Writer().Write(text, format); }

ReferenceList Entries(std::string_view lines, bool numbered) {
  ReferenceList list;
  list.numbered = numbered;
  std::istringstream in{std::string(lines)};
  for (std::string line; std::getline(in, line);) {
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin == std::string::npos) continue;
    line.erase(0, begin);
    Reference r;
    const std::size_t year = line.find_first_of("0123456789");
    r.text = line;
    r.year = std::stoi(line.substr(year, 4));
    const std::size_t title = std::min(line.find(' ', year), line.size());
    r.year_suffix = line.substr(year + 4, title - year - 4);
    r.title = title < line.size() ? line.substr(title + 1) : "";
    std::string names = line.substr(0, year - 1);
    if (names.ends_with('+')) {
      r.et_al = true;
      names.pop_back();
    }
    for (std::size_t at = 0; at < names.size();) {
      const std::size_t comma = std::min(names.find(", ", at), names.size());
      std::string name = names.substr(at, comma - at);
      const bool corporate = name.find('_') != std::string::npos;
      std::replace(name.begin(), name.end(), '_', ' ');
      r.authors.push_back({name, corporate ? "" : "A."});
      at = comma + 2;
    }
    if (numbered) r.number = static_cast<int>(list.references.size()) + 1;
    list.references.push_back(r);
  }
  return list;
}

ReferenceList NumberedEntries(int count) {
  std::string lines;
  for (int i = 1; i <= count; ++i)
    lines += "Zz" + std::string(1, static_cast<char>('a' + i % 26)) + " 2001 Entry\n";
  return Entries(lines, true);
}

std::string Dump(const std::vector<Citation>& citations) {
  std::string out;
  for (const Citation& c : citations) out.append(out.empty() ? "" : " ").append(DumpOne(c));
  return out;
}

std::string DumpLinks(const std::vector<Citation>& citations) {
  std::string out;
  for (const Citation& c : citations) {
    out.append(out.empty() ? "" : " ").append(DumpOne(c)).append("->");
    if (c.references.empty()) out += "none";
    for (std::size_t i = 0; i < c.references.size(); ++i) {
      out.append(i > 0 ? "," : "").append(std::to_string(Raw(c.references[i])));
    }
  }
  return out;
}

}  // namespace claimgraph
