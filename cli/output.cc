#include "cli/output.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>

#include "cli/command.h"

namespace claimgraph::cli {

int Complain(const Error& error) {
  std::cerr << "claimgraph: " << Printable(error.message) << '\n';
  return error.code == ErrorCode::kInvalidArgument ? kUsage : kFailure;
}

int Complain(std::string_view path, std::string_view what) {
  return Complain(Error{ErrorCode::kIo, fmt::format("{}: {}", path, what)});
}

TextOptions TextFor(bool quiet) {
  const char* no_colour = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool declined = no_colour != nullptr && *no_colour != '\0';
  const bool dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
  return {.colour = isatty(STDOUT_FILENO) != 0 && !declined && !dumb, .quiet = quiet};
}

bool StdoutIsTerminal() { return isatty(STDOUT_FILENO) != 0; }
bool StderrIsTerminal() { return isatty(STDERR_FILENO) != 0; }

void ShowOnLine(std::string_view line) { std::cerr << "\r\033[K" << line << std::flush; }

StandardOutput::StandardOutput() : before_(std::cout.rdbuf(this)) {
  setp(buffer_.data(), buffer_.data() + buffer_.size());
}

StandardOutput::~StandardOutput() { std::cout.rdbuf(before_); }

int StandardOutput::Finish(int code) {
  sync();
  if (error_ == 0 || error_ == EPIPE) return code;
  return Complain("standard output", fmt::format("cannot write: {}", std::strerror(error_)));
}

StandardOutput::int_type StandardOutput::overflow(int_type c) {
  if (sync() != 0) return traits_type::eof();
  if (!traits_type::eq_int_type(c, traits_type::eof())) sputc(traits_type::to_char_type(c));
  return traits_type::not_eof(c);
}

int StandardOutput::sync() {
  const char* from = pbase();
  while (from < pptr() && error_ == 0) {
    const ssize_t written = write(STDOUT_FILENO, from, pptr() - from);
    if (written >= 0) {
      from += written;
    } else if (errno != EINTR) {
      error_ = errno;
    }
  }
  setp(buffer_.data(), buffer_.data() + buffer_.size());
  return error_ == 0 ? 0 : -1;
}

}  // namespace claimgraph::cli
