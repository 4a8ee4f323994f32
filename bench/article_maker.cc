// Making an article is copying an example's pieces and filling their slots.

#include "bench/article_maker.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <random>
#include <utility>

#include "bench/article_frame.h"
#include "bench/article_pool.h"
#include "bench/article_words.h"

namespace claimgraph::bench {
namespace {

using Random = std::mt19937_64;

std::uint32_t Below(Random* random, std::uint32_t limit) {
  return static_cast<std::uint32_t>((*random)() % limit);
}

// What the slots of one round are filled with.
struct Fill {
  int years = 0;  // later than in the example
  std::array<std::array<std::uint32_t, kConceptsAlike>, 4> concepts{};
  std::vector<PooledWork> works{};
  std::size_t first_number = 0;  // of this round's entries, less one
};

Fill DrawFill(const std::vector<Cited>& cited, int years, Random* random) {
  Fill fill{.years = years};
  for (auto& order : fill.concepts) {
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      order[i] = i;
      std::swap(order[i], order[Below(random, i + 1)]);
    }
  }
  for (const Cited& one : cited) {
    // The product of two draws: low numbers are cited much more often.
    const std::uint32_t which =
        Below(random, kWorksAlike) * Below(random, kWorksAlike) / kWorksAlike;
    fill.works.push_back(WorkOfPool(one.year + years, one.families.size(), which));
  }
  return fill;
}

std::string Filled(const Piece& piece, const Fill& fill, const std::string& stem, Random* random) {
  switch (piece.slot) {
    case Slot::kWords:
      return piece.words;
    case Slot::kConcept: {
      std::string word(kAllConcepts[piece.a][fill.concepts[piece.a][piece.b]]);
      if (piece.capital) word[0] = static_cast<char>(word[0] - 'a' + 'A');
      return word;
    }
    case Slot::kFamily:
      return fill.works[piece.a].families[piece.b];
    case Slot::kKey:
      return fill.works[piece.a].key();
    case Slot::kYear:
      return std::to_string(static_cast<int>(piece.a) + fill.years);
    case Slot::kPercent:
      return std::to_string(11 + Below(random, 80));
    case Slot::kNumber:
      return std::to_string(piece.a + fill.first_number);
    case Slot::kStem:
      return stem + piece.words;
  }
  return {};
}

// One article on its way.
class Writing {
 public:
  Writing(const ArticleFrame& frame, std::uint32_t number, Random* random)
      : frame_(frame),
        random_(*random),
        size_(kShortest + Below(random, kSpread)),
        years_(static_cast<int>(Below(random, 7)) - 3),
        stem_(fmt::format("{:06}", number)),
        beside_(frame.Is(".md")) {}

  MadeArticle Write() {
    made_.file = stem_ + std::filesystem::path(frame_.file).extension().string();
    BeginRound();
    for (const Block& block : frame_.head) Add(block);
    WriteBody();
    Add(frame_.list_title);
    made_.text += entries_;
    Add(frame_.tail);
    return std::move(made_);
  }

 private:
  static constexpr std::size_t kShortest = 3'000;
  static constexpr std::uint32_t kSpread = 9'000;
  static constexpr std::size_t kLeastBody = 1'000;

  void WriteBody() {
    const std::size_t least = made_.text.size() + kLeastBody;
    for (std::size_t block = 0;; ++block) {
      const std::size_t all = made_.text.size() + entries_.size() + frame_.tail_bytes;
      if (all >= size_ && made_.text.size() >= least) return;
      if (block == frame_.body.size()) {
        block = 0;
        BeginRound();
      }
      if (Below(&random_, 100) < 80) Add(frame_.body[block]);
    }
  }

  void BeginRound() {
    fill_ = DrawFill(frame_.cited, years_, &random_);
    fill_.first_number = listed_;
    for (const PooledWork& work : fill_.works) AddEntry(work);
  }

  void AddEntry(const PooledWork& work) {
    ++listed_;
    if (beside_) {
      made_.bibliography += BibtexEntry(work);
    } else if (frame_.Is(".html")) {
      entries_ += VancouverItem(work, listed_);
    } else {
      entries_ += ApaEntry(work) + frame_.entry_end;
    }
  }

  void Add(const Block& block) {
    for (const Piece& piece : block) made_.text += Filled(piece, fill_, stem_, &random_);
  }

  const ArticleFrame& frame_;
  Random& random_;
  std::size_t size_;
  int years_;
  std::string stem_;
  bool beside_;  // references are in a bibliography
  MadeArticle made_{};
  std::string entries_{};
  std::size_t listed_ = 0;
  Fill fill_{};
};

}  // namespace

ArticleMaker::ArticleMaker(const std::string& examples) : frames_(ReadFrames(examples)) {}

MadeArticle ArticleMaker::Make(std::uint32_t number) const {
  Random random(number);
  const ArticleFrame& frame = frames_[Below(&random, static_cast<std::uint32_t>(frames_.size()))];
  return Writing(frame, number, &random).Write();
}

std::uint64_t WriteArticles(const ArticleMaker& maker, std::uint32_t count,
                            const std::string& dir) {
  std::uint64_t bytes = 0;
  std::string folder;
  const auto write = [&](const std::string& file, const std::string& text) {
    std::ofstream(folder + "/" + file, std::ios::binary) << text;
  };
  for (std::uint32_t i = 0; i < count; ++i) {
    if (i % 1000 == 0) {
      folder = fmt::format("{}/{:03}", dir, i / 1000);
      std::filesystem::create_directories(folder);
    }
    const MadeArticle made = maker.Make(i);
    write(made.file, made.text);
    bytes += made.text.size();
    if (made.bibliography.empty()) continue;
    write(std::filesystem::path(made.file).replace_extension("bib").string(), made.bibliography);
  }
  return bytes;
}

}  // namespace claimgraph::bench
