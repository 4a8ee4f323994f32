// One pass from left to right.  A command is a backslash and either letters or
// one other character; an accent command waits for the next letter and is
// written behind it as a combining character, and at the end ICU composes all
// such pairs.  Braces only matter to the few commands that drop an argument.
#include "importers/formats/latex.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <iterator>

#include "core/text/ascii.h"

namespace claimgraph {
namespace {

using ascii::IsSpace;

// Commands are of ASCII letters alone.
bool IsLetter(char c) { return ascii::IsUpper(c) || ascii::IsLower(c); }

struct Entry {
  std::string_view command;
  std::string_view text;
};

// Accents; the combining character follows the letter.
constexpr Entry kAccents[] = {
    {"\"", "\u0308"}, {"'", "\u0301"}, {"`", "\u0300"}, {"^", "\u0302"}, {"~", "\u0303"},
    {"=", "\u0304"},  {".", "\u0307"}, {"u", "\u0306"}, {"v", "\u030C"}, {"H", "\u030B"},
    {"c", "\u0327"},  {"k", "\u0328"}, {"r", "\u030A"}, {"b", "\u0331"}, {"d", "\u0323"},
};

// Commands that stand for a character or two.
constexpr Entry kSymbols[] = {
    {"&", "&"},
    {"%", "%"},
    {"$", "$"},
    {"#", "#"},
    {"_", "_"},
    {"{", "{"},
    {"}", "}"},
    {" ", " "},
    {",", " "},
    {";", " "},
    {":", " "},
    {"\\", " "},
    {"\n", " "},
    {"ss", "ß"},
    {"o", "ø"},
    {"O", "Ø"},
    {"l", "ł"},
    {"L", "Ł"},
    {"ae", "æ"},
    {"AE", "Æ"},
    {"oe", "œ"},
    {"OE", "Œ"},
    {"aa", "å"},
    {"AA", "Å"},
    {"i", "i"},
    {"j", "j"},
    {"dh", "ð"},
    {"DH", "Ð"},
    {"dj", "đ"},
    {"DJ", "Đ"},
    {"th", "þ"},
    {"TH", "Þ"},
    {"ng", "ŋ"},
    {"textless", "<"},
    {"textgreater", ">"},
    {"textbar", "|"},
    {"textbraceleft", "{"},
    {"textbraceright", "}"},
    {"textasciigrave", "`"},
    {"textbackslash", "\\"},
    {"textasciitilde", "~"},
    {"textasciicircum", "^"},
    {"textunderscore", "_"},
    {"textendash", "–"},
    {"textemdash", "—"},
    {"textquoteleft", "‘"},
    {"textquoteright", "’"},
    {"textquotedblleft", "“"},
    {"textquotedblright", "”"},
    {"textquotesingle", "'"},
    {"textquotedbl", "\""},
    {"guillemotleft", "«"},
    {"guillemotright", "»"},
    {"ldots", "…"},
    {"dots", "…"},
    {"textellipsis", "…"},
    {"slash", "/"},
    {"textsection", "§"},
    {"textdegree", "°"},
    {"degree", "°"},
    {"textmu", "µ"},
    {"texttrademark", "™"},
    {"textregistered", "®"},
    {"textcopyright", "©"},
    {"copyright", "©"},
    {"pounds", "£"},
    {"texteuro", "€"},
    {"euro", "€"},
    {"S", "§"},
    {"P", "¶"},
    {"alpha", "α"},
    {"beta", "β"},
    {"gamma", "γ"},
    {"delta", "δ"},
    {"epsilon", "ε"},
    {"zeta", "ζ"},
    {"eta", "η"},
    {"theta", "θ"},
    {"iota", "ι"},
    {"kappa", "κ"},
    {"lambda", "λ"},
    {"mu", "μ"},
    {"nu", "ν"},
    {"xi", "ξ"},
    {"pi", "π"},
    {"rho", "ρ"},
    {"sigma", "σ"},
    {"tau", "τ"},
    {"upsilon", "υ"},
    {"phi", "φ"},
    {"chi", "χ"},
    {"psi", "ψ"},
    {"omega", "ω"},
    {"Gamma", "Γ"},
    {"Delta", "Δ"},
    {"Theta", "Θ"},
    {"Lambda", "Λ"},
    {"Sigma", "Σ"},
    {"Phi", "Φ"},
    {"Psi", "Ψ"},
    {"Omega", "Ω"},
    {"pm", "±"},
    {"times", "×"},
    {"leq", "≤"},
    {"le", "≤"},
    {"geq", "≥"},
    {"ge", "≥"},
    {"neq", "≠"},
    {"approx", "≈"},
    {"sim", "∼"},
    {"to", "→"},
    {"rightarrow", "→"},
    {"leftarrow", "←"},
    {"infty", "∞"},
    {"textalpha", "α"},
    {"textbeta", "β"},
    {"textgamma", "γ"},
    {"textdelta", "δ"},
};

const Entry* Find(std::string_view command, const Entry* begin, const Entry* end) {
  const Entry* found =
      std::find_if(begin, end, [command](const Entry& e) { return e.command == command; });
  return found == end ? nullptr : found;
}

// Composes letters with the combining characters behind them, and replaces
// bytes that are not UTF-8.
std::string Composed(const std::string& text) {
  if (std::all_of(text.begin(), text.end(),
                  [](char c) { return static_cast<signed char>(c) >= 0; })) {
    return text;
  }
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(error);
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  std::string out;
  if (U_FAILURE(error)) return wide.toUTF8String(out);
  return nfc->normalize(wide, error).toUTF8String(out);
}

class Decoder {
 public:
  explicit Decoder(std::string_view latex) : in_(latex) {}

  std::string Run() {
    while (at_ < in_.size()) Step();
    return Composed(out_);
  }

 private:
  void Step() {
    const char c = in_[at_];
    if (c == '\\') {
      Command();
      return;
    }
    if (c == '-' || c == '`' || c == '\'') {
      Ligature(c);
      return;
    }
    ++at_;
    if (c == '{' || c == '}' || c == '$') return;
    Put(c == '~' ? ' ' : c);
  }

  // One character of text; an accent that waits is written behind it.
  void Put(char c) {
    if (IsSpace(c)) {
      if (!out_.empty() && out_.back() != ' ') out_.push_back(' ');
      return;
    }
    out_.push_back(c);
    Settle();
  }

  void Put(std::string_view text) {
    if (text == " ") return Put(' ');
    out_.append(text);
    Settle();
  }

  void Settle() {
    out_.append(accent_);
    accent_ = {};
  }

  void Ligature(char c) {
    std::size_t n = 0;
    while (at_ + n < in_.size() && in_[at_ + n] == c && n < 3) ++n;
    if (c == '-') {
      at_ += n;
      Put(n == 1 ? "-" : n == 2 ? "–" : "—");
    } else if (n >= 2) {
      at_ += 2;
      Put(c == '`' ? "“" : "”");
    } else {
      ++at_;
      Put(c == '`' ? "‘" : "'");
    }
  }

  void Command() {
    std::size_t end = at_ + 1;
    while (end < in_.size() && IsLetter(in_[end])) ++end;
    if (end == at_ + 1 && end < in_.size()) ++end;
    const std::string_view command = in_.substr(at_ + 1, end - at_ - 1);
    at_ = end;
    const bool word = !command.empty() && IsLetter(command[0]);
    if (const Entry* accent = Find(command, std::begin(kAccents), std::end(kAccents))) {
      // "\u x" is an accent; "\under" was read as a word of its own above.
      SkipSpaces();
      accent_ = accent->text;
      return;
    }
    if (const Entry* symbol = Find(command, std::begin(kSymbols), std::end(kSymbols))) {
      if (word) SkipSpaces();
      Put(symbol->text);
      return;
    }
    if (word) SkipSpaces();
    if (command == "href" || command == "color" || command == "textcolor") SkipArgument();
  }

  void SkipSpaces() {
    while (at_ < in_.size() && IsSpace(in_[at_])) ++at_;
  }

  void SkipArgument() {
    if (at_ >= in_.size() || in_[at_] != '{') return;
    int depth = 0;
    for (; at_ < in_.size(); ++at_) {
      if (in_[at_] == '{') ++depth;
      if (in_[at_] == '}' && --depth == 0) {
        ++at_;
        return;
      }
    }
  }

  std::string_view in_;
  std::size_t at_ = 0;
  std::string out_;
  std::string_view accent_;
};

}  // namespace

std::string DecodeLatex(std::string_view latex) {
  std::string text = Decoder(ascii::Trimmed(latex)).Run();
  return std::string(ascii::Trimmed(text));
}

std::string DecodeVerbatim(std::string_view latex) {
  std::string out;
  for (std::size_t i = 0; i < latex.size(); ++i) {
    const char c = latex[i];
    if (c == '{' || c == '}') continue;
    if (c == '\\' && i + 1 < latex.size()) {
      std::size_t end = i + 1;
      while (end < latex.size() && IsLetter(latex[end])) ++end;
      const std::string_view command = latex.substr(i + 1, end - i - 1);
      if (command.empty()) continue;  // "\_": the next turn copies the "_"
      if (const Entry* e = Find(command, std::begin(kSymbols), std::end(kSymbols))) out += e->text;
      i = end - 1;
      continue;
    }
    out.push_back(c);
  }
  return Composed(std::string(ascii::Trimmed(out)));
}

}  // namespace claimgraph
