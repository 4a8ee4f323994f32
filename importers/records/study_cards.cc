// Brackets are counted to find where cards stand, so that one broken card costs no other.

#include "importers/records/study_cards.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/text/ascii.h"
#include "importers/records/study_card.h"

namespace claimgraph {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kSpace = " \t\r\n";

std::uint64_t LineAt(std::string_view bytes, std::size_t at) {
  return 1 + static_cast<std::uint64_t>(
                 std::count(bytes.begin(), bytes.begin() + std::min(at, bytes.size()), '\n'));
}

struct Extent {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Where the cards stand: the objects at `depth` brackets.  One that the bytes cut off ends
// with them.
std::vector<Extent> FindCards(std::string_view bytes, int depth) {
  std::vector<Extent> cards;
  int open = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (quoted) {
      if (c == '\\') ++i;
      if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      if (c == '{' && open == depth) cards.push_back({i, bytes.size()});
      ++open;
    } else if (c == '}' || c == ']') {
      --open;
      if (open == depth && !cards.empty() && cards.back().end == bytes.size()) {
        cards.back().end = i + 1;
      }
    }
  }
  return cards;
}

bool TakeCard(const Json& card, std::string place, std::uint64_t line, RecordSink* sink) {
  std::optional<RecordEntry> entry = ReadStudyCard(card, std::move(place), line, sink);
  return !entry || sink->Take(std::move(*entry));
}

void ReadLines(std::string_view bytes, RecordSink* sink) {
  std::uint64_t line = 0;
  while (!bytes.empty()) {
    ++line;
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view text = ascii::Trimmed(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (text.empty()) continue;
    const Json card = Json::parse(text, nullptr, false);
    const std::string place = fmt::format("line {}", line);
    if (card.is_discarded()) {
      sink->Report({.line = line,
                    .record = place,
                    .code = "bad-json",
                    .message = "this line is not a whole JSON object; it was skipped",
                    .skipped = true});
    } else if (!TakeCard(card, place, line, sink)) {
      return;
    }
  }
}

// Counts lines as it goes over the bytes once.
struct LineCounter {
  std::uint64_t line = 1;
  std::size_t at = 0;
  std::size_t line_begin = 0;

  void MoveTo(std::string_view bytes, std::size_t to) {
    for (; at < to; ++at) {
      if (bytes[at] != '\n') continue;
      ++line;
      line_begin = at + 1;
    }
  }
};

// "line 3, column 12" of the first byte of bytes[counter.at, end) that is no JSON any more.
std::string BrokenAt(std::string_view bytes, LineCounter counter, std::size_t end) {
  std::size_t at = end;
  try {
    (void)Json::parse(bytes.substr(counter.at, end - counter.at));
  } catch (const Json::parse_error& error) {
    at = std::min(counter.at + error.byte - (error.byte > 0 ? 1 : 0), end);
  }
  counter.MoveTo(bytes, at);
  return fmt::format("line {}, column {}", counter.line, at - counter.line_begin + 1);
}

// A list of cards that is no whole JSON: every card that is sound by itself counts.
void ReadBroken(std::string_view bytes, int depth, RecordSink* sink) {
  bool told = false;
  LineCounter counter;
  std::size_t number = 0;
  for (const auto& [begin, end] : FindCards(bytes, depth)) {
    counter.MoveTo(bytes, begin);
    const Json card = Json::parse(bytes.substr(begin, end - begin), nullptr, false);
    const std::string place = fmt::format("card {}", ++number);
    if (card.is_discarded()) {
      told = true;
      sink->Report({.line = counter.line,
                    .record = place,
                    .code = "bad-json",
                    .message = fmt::format("the card is no JSON from {} on (a comma, a quote or a "
                                           "bracket before it?); it was skipped",
                                           BrokenAt(bytes, counter, end)),
                    .skipped = true});
    } else if (!TakeCard(card, place, counter.line, sink)) {
      return;
    }
  }
  if (told) return;
  sink->Report({.line = 1,
                .record = "the file",
                .code = "bad-json",
                .message = fmt::format("the file is no JSON from {} on; cards that are whole were "
                                       "read",
                                       BrokenAt(bytes, {}, bytes.size()))});
}

// True of JSON Lines: the first line is an object of its own.
bool IsLines(std::string_view bytes) {
  bytes = ascii::Trimmed(bytes);
  return Json::accept(bytes.substr(0, bytes.find('\n')));
}

// "key": followed by `open`, as in "work": {.
bool HasKey(std::string_view json, std::string_view key, char open) {
  for (std::size_t at = json.find(key); at != std::string_view::npos; at = json.find(key, at + 1)) {
    const std::size_t colon = json.find_first_not_of(kSpace, at + key.size());
    if (colon == std::string_view::npos || json[colon] != ':') continue;
    const std::size_t value = json.find_first_not_of(kSpace, colon + 1);
    if (value != std::string_view::npos && json[value] == open) return true;
  }
  return false;
}

}  // namespace

bool LooksLikeStudyCards(std::string_view head) {
  const std::size_t first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos || (head[first] != '{' && head[first] != '[')) return false;
  return head.find("\"claimgraph/study/") != std::string_view::npos ||
         HasKey(head, "\"work\"", '{') || HasKey(head, "\"studies\"", '[');
}

void ReadStudyCards(std::string_view bytes, RecordSink* sink) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const Json json = Json::parse(bytes, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) {
    if (IsLines(bytes)) return ReadLines(bytes, sink);
    const bool wrapped = HasKey(bytes, "\"studies\"", '[');
    return ReadBroken(bytes, wrapped ? 2 : ascii::Trimmed(bytes).starts_with('[') ? 1 : 0, sink);
  }
  const Json* cards = &json;
  int depth = 0;
  if (json.is_object() && json.contains("studies")) {
    cards = &json.at("studies");
    depth = 2;
  } else if (json.is_array()) {
    depth = 1;
  }
  if (!cards->is_array()) {
    TakeCard(*cards, "card 1", LineAt(bytes, bytes.find('{')), sink);
    return;
  }
  const std::vector<Extent> places = FindCards(bytes, depth);
  LineCounter counter;
  for (std::size_t i = 0; i < cards->size(); ++i) {
    if (places.size() == cards->size()) counter.MoveTo(bytes, places[i].begin);
    if (!TakeCard((*cards)[i], fmt::format("card {}", i + 1), counter.line, sink)) return;
  }
}

}  // namespace claimgraph
