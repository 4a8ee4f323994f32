// A stemmer holds buffers of its own, so each thread has one.

#include "core/text/stem.h"

#include <libstemmer.h>

#include <memory>

namespace claimgraph {

std::string Stem(std::string_view word) {
  thread_local const std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)> stemmer(
      sb_stemmer_new("english", "UTF_8"), &sb_stemmer_delete);
  const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stem = sb_stemmer_stem(stemmer.get(), bytes, static_cast<int>(word.size()));
  if (stem == nullptr) return std::string(word);  // out of memory, says libstemmer
  return {reinterpret_cast<const char*>(stem),
          static_cast<std::size_t>(sb_stemmer_length(stemmer.get()))};
}

}  // namespace claimgraph
