// Loads the workload into one store, in a process of its own, and prints what that
// took: peak memory belongs to a process, so two stores in one say nothing.
//
//   evidence_load CLAIMS ours|sqlite [NEW]   into a folder that is gone afterwards, or
//                                            into NEW, for trying commands on it
//
// `drawn` is the process before the load: the workload's own arrays and the program.

#include <sys/resource.h>

#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "bench/evidence_sqlite.h"
#include "bench/evidence_store.h"
#include "bench/evidence_workload.h"
#include "bench/temp_dir.h"

namespace claimgraph {
namespace {

double PeakMegabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

double ProcessorSeconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](timeval t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

Status Load(const Workload& workload, std::string_view store, const std::string& path) {
  if (store == "sqlite") {
    const EvidenceSqlite sqlite(path, workload);
    return {};
  }
  Result<std::unique_ptr<GraphStore>> ours = OpenRocksStore(path);
  if (!ours) return tl::unexpected(ours.error());
  return LoadEvidence(workload, ours->get());
}

int Run(std::uint32_t claims, std::string_view store, const char* keep) {
  const TempDir folder;
  const Workload workload = MakeWorkload(claims);
  const double drawn = PeakMegabytes();
  const double processor = ProcessorSeconds();
  const auto begin = std::chrono::steady_clock::now();
  const std::string path = keep ? keep : folder / "store";
  if (const Status status = Load(workload, store, path); !status) {
    std::fprintf(stderr, "%s\n", status.error().message.c_str());
    return 1;
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  std::printf(
      "%s: %u claims in %.2f s (processor %.2f s), peak %.0f MiB (drawn: %.0f), %.1f MB on disk\n",
      std::string(store).c_str(), claims, took.count(), ProcessorSeconds() - processor,
      PeakMegabytes(), drawn, BytesBelow(path) / 1e6);
  return 0;
}

}  // namespace
}  // namespace claimgraph

int main(int argc, char** argv) {
  const bool fits = argc == 3 || argc == 4;
  const std::string_view count = fits ? argv[1] : "";
  const std::string_view store = fits ? argv[2] : "";
  std::uint32_t claims = 0;
  std::from_chars(count.data(), count.data() + count.size(), claims);
  if (claims == 0 || claims % claimgraph::kPerDocument != 0 ||
      (store != "ours" && store != "sqlite")) {
    std::fprintf(stderr, "usage: evidence_load CLAIMS ours|sqlite [NEW]   (a multiple of 20)\n");
    return 2;
  }
  return claimgraph::Run(claims, store, argc == 4 ? argv[3] : nullptr);
}
