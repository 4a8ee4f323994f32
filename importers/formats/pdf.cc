#include "importers/formats/pdf.h"

#ifdef CLAIMGRAPH_HAS_POPPLER
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "core/text/ascii.h"
#include "core/text/normalize.h"
#include "core/text/utf8.h"
#include "importers/formats/pdf_layout.h"
#endif

namespace claimgraph {

bool IsPdf(std::string_view bytes) { return bytes.starts_with("%PDF-"); }

#ifdef CLAIMGRAPH_HAS_POPPLER
namespace {

constexpr int kMostPages = 3000;
constexpr std::size_t kMostText = std::size_t{32} << 20;
constexpr std::size_t kMostWordsOnPage = 100'000;

// Poppler's complaints while this thread reads a file.
thread_local std::size_t complaints = 0;
thread_local std::string first_complaint;

void OnComplaint(const std::string& message, void*) {
  if (complaints++ == 0) first_complaint = Tidy(DecodeText(message.substr(0, 200)).text);
}

// It would print them otherwise; the setting is the whole process's.
void ListenToPoppler() {
  static std::once_flag once;
  std::call_once(once, [] { poppler::set_debug_error_function(OnComplaint, nullptr); });
  complaints = 0;
  first_complaint.clear();
}

std::string Utf8(const poppler::ustring& words) {
  const poppler::byte_array bytes = words.to_utf8();
  return DecodeText({bytes.data(), bytes.size()}).text;
}

// "ﬁ" is two letters to whoever looks for a word.
std::string WithoutLigatures(std::string words) {
  constexpr std::pair<std::string_view, std::string_view> kLigatures[] = {
      {"\uFB00", "ff"}, {"\uFB01", "fi"}, {"\uFB02", "fl"}, {"\uFB03", "ffi"}, {"\uFB04", "ffl"}};
  for (const auto& [sign, letters] : kLigatures) {
    for (std::size_t at = words.find(sign); at != std::string::npos; at = words.find(sign, at))
      words.replace(at, sign.size(), letters);
  }
  return words;
}

PdfPage ReadPage(const poppler::page& page) {
  PdfPage out;
  out.height = page.page_rect().height();
  for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
    if (out.words.size() >= kMostWordsOnPage) break;
    PdfWord word;
    word.text = Tidy(WithoutLigatures(Utf8(box.text())));
    if (word.text.empty()) continue;
    const poppler::rectf place = box.bbox();
    word.left = place.left();
    word.right = place.right();
    word.top = std::min(place.top(), place.bottom());
    word.bottom = std::max(place.top(), place.bottom());
    word.size = box.has_font_info() ? box.get_font_size() : word.bottom - word.top;
    if (!std::isfinite(word.size) || !(word.size > 0)) word.size = 1;
    word.size = std::min(word.size, 1000.0);
    if (box.has_font_info())
      word.bold = ascii::Lowered(box.get_font_name()).find("bold") != std::string::npos;
    word.space_after = box.has_space_after();
    out.words.push_back(std::move(word));
  }
  return out;
}

std::vector<PdfPage> ReadPages(const poppler::document& pdf, Document* document) {
  std::vector<PdfPage> pages;
  std::size_t text = 0;
  const int count = std::clamp(pdf.pages(), 0, kMostPages);
  for (int i = 0; i < count && text < kMostText; ++i) {
    const std::unique_ptr<poppler::page> page(pdf.create_page(i));
    pages.push_back(page == nullptr ? PdfPage{} : ReadPage(*page));
    for (const PdfWord& word : pages.back().words) text += word.text.size();
  }
  if (static_cast<int>(pages.size()) < pdf.pages()) {
    document->diagnostics.push_back(
        {"too-large", {}, "Only the first " + std::to_string(pages.size()) + " pages were read."});
  }
  return pages;
}

}  // namespace

void ReadPdf(std::string_view bytes, Document* document) {
  const auto report = [document](const char* code, std::string message) {
    document->diagnostics.push_back({code, {}, std::move(message)});
  };
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return report("too-large", "PDF files of 2 GiB or more are not read.");
  }
  ListenToPoppler();
  const std::unique_ptr<poppler::document> pdf(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (pdf == nullptr) return report("bad-pdf", "This PDF file is damaged, so nothing was read.");
  if (pdf->is_locked()) {
    return report("locked-pdf", "This PDF file is locked with a password, so nothing was read.");
  }
  LayOutPdf(ReadPages(*pdf, document), document);
  if (complaints > 0) {
    report("bad-pdf", "The PDF file has faults (" + std::to_string(complaints) +
                          ", the first: " + first_complaint + "); what could be read was.");
  }
  if (document->text.empty()) {
    report("no-text", "The pages hold no text; a scanned paper has to go through OCR first.");
  }
}

#else

void ReadPdf(std::string_view, Document* document) {
  document->diagnostics.push_back(
      {"not-text",
       {},
       "This is a PDF file, which this build cannot read (it was made without poppler); convert "
       "it first, as with pdftotext."});
}

#endif

}  // namespace claimgraph
