// Where words go: standard output for answers, standard error for the rest.
//
// Also what a failure to write them means, and whether they may have colour.
#ifndef CLAIMGRAPH_CLI_OUTPUT_H_
#define CLAIMGRAPH_CLI_OUTPUT_H_

#include <array>
#include <streambuf>
#include <string_view>

#include "claimgraph/claimgraph.h"

namespace claimgraph::cli {

// Prints "claimgraph: MESSAGE" and returns the exit code for it.
int Complain(const Error& error);
int Complain(std::string_view path, std::string_view what);  // kFailure

// Colour is for a terminal whose user has not declined it (https://no-color.org).
TextOptions TextFor(bool quiet);

bool StdoutIsTerminal();
bool StderrIsTerminal();

// Replaces the last line of the terminal behind standard error: for progress.  Empty
// erases it.
void ShowOnLine(std::string_view line);

// Standard output behind std::cout while this lives: large writes, and an error
// that is not forgotten.
class StandardOutput : public std::streambuf {
 public:
  StandardOutput();
  ~StandardOutput() override;

  // Writes out what is still buffered.  A reader that left early (`| head`) is no
  // failure; a full disk is.  Returns `code`, or kFailure.
  int Finish(int code);

 protected:
  int_type overflow(int_type c) override;
  int sync() override;

 private:
  std::array<char, 1 << 16> buffer_;
  std::streambuf* before_;
  int error_ = 0;  // errno of the first write that failed
};

}  // namespace claimgraph::cli

#endif  // CLAIMGRAPH_CLI_OUTPUT_H_
