#include "importers/formats/docx_package.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/text/utf8.h"

namespace claimgraph {
namespace {

constexpr std::size_t kMostProblems = 8;
constexpr std::size_t kMostNames = 300;

std::string Message(zip_error_t* error) {
  std::string message = zip_error_strerror(error);
  zip_error_fini(error);
  return message;
}

}  // namespace

DocxPackage::DocxPackage(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) zip_ = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (zip_ != nullptr) {
    zip_error_fini(&error);
    return;
  }
  if (source != nullptr) zip_source_free(source);
  Problem("bad-zip",
          "The file is no whole zip archive (" + Message(&error) + "), so nothing was read.");
}

DocxPackage::~DocxPackage() {
  if (zip_ != nullptr) zip_discard(zip_);
}

void DocxPackage::Problem(std::string code, std::string message) {
  if (problems_.size() < kMostProblems)
    problems_.push_back({std::move(code), {}, std::move(message)});
}

std::string DocxPackage::Part(const std::string& path) {
  if (zip_ == nullptr) return {};
  zip_file_t* file = zip_fopen(zip_, path.c_str(), 0);
  if (file == nullptr) {
    const int code = zip_error_code_zip(zip_get_error(zip_));
    if (code != ZIP_ER_NOENT)
      Problem("bad-zip",
              path + " could not be opened (" + zip_strerror(zip_) + ") and was left out.");
    return {};
  }
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  const std::size_t most = std::min(kMostInPart, left_);
  zip_int64_t got = 0;
  while ((got = zip_fread(file, buffer.data(), buffer.size())) > 0) {
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
    if (bytes.size() > most) break;
  }
  zip_fclose(file);
  left_ -= std::min(left_, bytes.size());
  if (got > 0) {
    Problem(
        "too-large",
        path +
            " unpacks to more than is read of one file (64 MiB, 128 MiB in all) and was left out.");
    return {};
  }
  if (got < 0) Problem("bad-zip", path + " is damaged; what came before was read.");
  return std::move(DecodeText(bytes).text);
}

std::vector<std::string> DocxPackage::Names(std::string_view folder) const {
  std::vector<std::string> names;
  if (zip_ == nullptr) return names;
  const zip_int64_t count = zip_get_num_entries(zip_, 0);
  for (zip_int64_t i = 0; i < count && names.size() < kMostNames; ++i) {
    const char* name = zip_get_name(zip_, static_cast<zip_uint64_t>(i), 0);
    if (name != nullptr && std::string_view(name).starts_with(folder)) names.emplace_back(name);
  }
  return names;
}

}  // namespace claimgraph
