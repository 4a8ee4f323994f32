#include "claimgraph/part_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <utility>

namespace claimgraph {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBuffer = std::size_t{1} << 20;

tl::unexpected<Error> CannotWrite(const std::string& path, std::string_view why) {
  return Fail(ErrorCode::kIo, fmt::format("{}: cannot write: {}", path, why));
}

bool IsSpecial(const std::string& path) {
  std::error_code unknown;
  const fs::file_status status = fs::status(path, unknown);
  return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

}  // namespace

PartFile::PartFile(std::string path)
    : path_(std::move(path)), part_(IsSpecial(path_) ? path_ : path_ + ".part"), buffer_(kBuffer) {
  out_.rdbuf()->pubsetbuf(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  errno = 0;
  out_.open(part_, std::ios::binary | std::ios::trunc);
  if (!out_) error_ = errno == 0 ? EIO : errno;
}

PartFile::~PartFile() {
  std::error_code ignored;  // it may never have been made
  if (!placed_ && part_ != path_) fs::remove(part_, ignored);
}

Status PartFile::Opened() const {
  return error_ == 0 ? Status() : Status(CannotWrite(path_, std::strerror(error_)));
}

Status PartFile::Close() {
  if (!out_.is_open()) return Opened();
  errno = 0;
  out_.close();
  buffer_ = {};  // a folder's files are kept until all are whole
  if (out_) return {};
  return CannotWrite(path_, errno == 0 ? "the disk may be full" : std::strerror(errno));
}

Status PartFile::Place() {
  std::error_code error;
  if (part_ != path_) fs::rename(part_, path_, error);
  if (error) return CannotWrite(path_, error.message());
  placed_ = true;
  return {};
}

Status WriteWhole(const std::string& path, const std::function<Status(std::ostream&)>& write) {
  PartFile file(path);
  return file.Opened()
      .and_then([&] { return write(file.out()); })
      .and_then([&] { return file.Close(); })
      .and_then([&] { return file.Place(); });
}

}  // namespace claimgraph
