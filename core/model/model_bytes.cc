#include "core/model/model_bytes.h"

#include <xxhash.h>

namespace claimgraph::model_bytes {

void AppendText(std::string_view text, std::string* bytes) {
  Append(static_cast<std::uint32_t>(text.size()), bytes);
  *bytes += text;
}

void AppendChecksum(std::string* bytes) {
  Append(static_cast<std::uint64_t>(XXH3_64bits(bytes->data(), bytes->size())), bytes);
}

Result<std::string_view> Unwrap(std::string_view bytes, std::string_view magic) {
  if (!bytes.starts_with(magic)) return Broken("no model");
  if (bytes.size() < magic.size() + sizeof(std::uint64_t)) return Broken("too short");
  const std::string_view body = bytes.substr(0, bytes.size() - sizeof(std::uint64_t));
  const auto checksum = Taker(bytes.substr(body.size())).Take<std::uint64_t>();
  if (XXH3_64bits(body.data(), body.size()) != checksum) return Broken("checksum");
  return body.substr(magic.size());
}

std::string_view Taker::TakeBytes(std::size_t size) {
  if (size > bytes_.size()) failed_ = true;
  if (failed_) return {};
  const std::string_view taken = bytes_.substr(0, size);
  bytes_.remove_prefix(size);
  return taken;
}

tl::unexpected<Error> Broken(std::string_view what) {
  return Fail(ErrorCode::kCorrupt, "a model's weights are damaged (" + std::string(what) +
                                       "): build claimgraph again from a clean checkout");
}

tl::unexpected<Error> OtherVersion() {
  return Fail(ErrorCode::kVersion,
              "a model has another version than this claimgraph reads: train it again");
}

}  // namespace claimgraph::model_bytes
