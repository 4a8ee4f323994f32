// How a function says that the world failed.
//
// Three ways to be wrong, three tools:
//   - the world failed (disk, permission, a locked store): Status or Result<T>;
//   - the input is odd: a Diagnostic, and carry on (see diagnostic.h);
//   - we are wrong: assert.
//
// A Result<T> holds a T or an Error, never both and never neither.
#ifndef CLAIMGRAPH_CORE_STATUS_H_
#define CLAIMGRAPH_CORE_STATUS_H_

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace claimgraph {

enum class ErrorCode {
  kNotFound,         // the thing asked for was never stored, or was removed
  kInvalidArgument,  // the caller's request makes no sense; say what would
  kIo,               // a file or disk failed; the message names the path
  kLocked,           // another process writes this store
  kCorrupt,          // stored bytes are not what we wrote
  kVersion,          // written by a newer claimgraph
};

// What went wrong, in words that a user can act on: what, where, remedy.
struct Error {
  ErrorCode code = ErrorCode::kIo;
  std::string message{};
};

template <typename T>
using Result = tl::expected<T, Error>;
using Status = tl::expected<void, Error>;

inline tl::unexpected<Error> Fail(ErrorCode code, std::string message) {
  return tl::unexpected<Error>(Error{code, std::move(message)});
}

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_STATUS_H_
