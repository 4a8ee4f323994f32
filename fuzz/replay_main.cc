// Runs a fuzz target without libFuzzer:
//
//   fuzz_html CORPUS_FOLDER [ROUNDS]
//
// Every file of the corpus as it is, then ROUNDS mutations: bytes overwritten,
// inserted, deleted, repeated, and pieces of one file pasted into another.  The
// same corpus gives the same inputs, so a crash comes back; run it again with
// CLAIMGRAPH_FUZZ_KEEP=1 and its input is left in ./crash-input.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::size_t kLongest = 8 << 10;

std::vector<std::string> ReadCorpus(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> corpus;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    corpus.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return corpus;
}

class Mutator {
 public:
  explicit Mutator(const std::vector<std::string>& corpus) : corpus_(corpus) {}

  std::string Next() {
    std::string input = Any();
    for (std::size_t n = 1 + UpTo(5); n > 0; --n) MutateOnce(&input);
    input.resize(std::min(input.size(), kLongest));
    return input;
  }

 private:
  std::size_t UpTo(std::size_t n) { return n == 0 ? 0 : random_() % (n + 1); }
  const std::string& Any() { return corpus_[UpTo(corpus_.size() - 1)]; }

  std::string Piece(const std::string& from) {
    const std::size_t at = UpTo(from.size());
    return from.substr(at, UpTo(40));
  }

  void MutateOnce(std::string* input) {
    static constexpr char kMarkup[] = "[](){}<>*_`~^$@!#&;:|\\/-+=\"' \n\r\t.%0aA";
    const std::size_t at = UpTo(input->size());
    switch (UpTo(5)) {
      case 0:
        if (at < input->size()) (*input)[at] = static_cast<char>(UpTo(255));
        break;
      case 1:
        input->insert(at, 1, kMarkup[UpTo(sizeof(kMarkup) - 2)]);
        break;
      case 2:
        input->erase(at, UpTo(20));
        break;
      case 3:
        input->insert(at, Piece(Any()));
        break;
      case 4: {
        const std::string piece = Piece(*input);
        for (std::size_t n = UpTo(8); n > 0; --n) input->insert(at, piece);
        break;
      }
      default:
        input->resize(at);
        break;
    }
  }

  const std::vector<std::string>& corpus_;
  std::mt19937 random_{20240502};
};

void Run(const std::string& input) {
  static const bool keep = std::getenv("CLAIMGRAPH_FUZZ_KEEP") != nullptr;
  if (keep) std::ofstream("crash-input", std::ios::binary) << input;
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: " << argv[0] << " CORPUS_FOLDER [ROUNDS]\n";
    return 2;
  }
  const std::vector<std::string> corpus = ReadCorpus(argv[1]);
  if (corpus.empty()) {
    std::cerr << argv[1] << ": no corpus\n";
    return 2;
  }
  const long rounds = argc > 2 ? std::atol(argv[2]) : 0;
  for (const std::string& input : corpus) Run(input);
  Mutator mutator(corpus);
  for (long round = 0; round < rounds; ++round) Run(mutator.Next());
  return 0;
}
