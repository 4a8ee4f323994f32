#include "claimgraph/part_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string_view>

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

// What a link leads to: the link stays.
std::string Target(const std::string& path) {
  std::error_code unknown;
  if (!fs::is_symlink(path, unknown)) return path;
  const fs::path target = fs::canonical(path, unknown);
  return unknown ? path : target.string();
}

// A new file beside `path`: nobody else's is written over, and two that write to one
// place do not meet before the end.
std::string MakePart(const std::string& path) {
  constexpr int kMost = 100;
  std::string part = path + ".part";
  for (int i = 2; i <= kMost; ++i) {
    const int file = ::open(part.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
    if (file >= 0) ::close(file);
    if (file >= 0 || errno != EEXIST) break;  // opening it again tells what is wrong
    part = fmt::format("{}.part{}", path, i);
  }
  return part;
}

}  // namespace

void FileBuffer::Note(bool failed) {
  if (failed && error_ == 0) error_ = errno == 0 ? EIO : errno;
}

std::streamsize FileBuffer::xsputn(const char* bytes, std::streamsize size) {
  errno = 0;
  const std::streamsize written = std::filebuf::xsputn(bytes, size);
  Note(written < size);
  return written;
}

FileBuffer::int_type FileBuffer::overflow(int_type c) {
  errno = 0;
  const int_type written = std::filebuf::overflow(c);
  Note(traits_type::eq_int_type(written, traits_type::eof()));
  return written;
}

PartFile::PartFile(const std::string& path)
    : path_(Target(path)), part_(IsSpecial(path_) ? path_ : MakePart(path_)), buffer_(kBuffer) {
  file_.pubsetbuf(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  errno = 0;
  const bool opened =
      file_.open(part_, std::ios::out | std::ios::binary | std::ios::trunc) != nullptr;
  if (!opened) error_ = errno == 0 ? EIO : errno;
}

PartFile::~PartFile() {
  std::error_code ignored;  // it may never have been made
  if (!placed_ && part_ != path_) fs::remove(part_, ignored);
}

Status PartFile::Opened() const {
  return error_ == 0 ? Status() : Status(CannotWrite(path_, std::strerror(error_)));
}

Status PartFile::Close() {
  if (!file_.is_open()) return Opened();
  errno = 0;
  const bool closed = file_.close() != nullptr;
  const int why = errno;  // of closing, unless a write before it failed
  buffer_ = {};           // a folder's files are kept until all are whole
  if (closed && out_) return {};
  if (file_.error() != 0) return CannotWrite(path_, std::strerror(file_.error()));
  return CannotWrite(path_, why == 0 ? "the disk may be full" : std::strerror(why));
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
  if (Status opened = file.Opened(); !opened) return opened;
  const Status written = write(file.out());
  if (!written && file.out()) return written;
  return file.Close().and_then([&] { return file.Place(); });
}

Status CheckIsOutside(const std::string& path, const std::string& folder) {
  std::error_code unknown;
  const fs::path place = fs::weakly_canonical(fs::absolute(path, unknown), unknown);
  const fs::path within = fs::canonical(folder, unknown);
  if (unknown) return {};  // whoever writes there says what is wrong
  const auto differ = std::ranges::mismatch(within, place);
  if (differ.in1 != within.end()) return {};
  return Fail(ErrorCode::kInvalidArgument,
              fmt::format("{}: lies in the store's own folder; name a place outside it", path));
}

}  // namespace claimgraph
