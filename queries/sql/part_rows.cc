#include "queries/sql/part_rows.h"

#include <memory>
#include <utility>

#include "queries/sql/node_walk.h"

namespace claimgraph {
namespace {

constexpr int kPartBits = 20;  // no noun has a million parts

class PartRows final : public Rows {
 public:
  PartRows(const GraphReader& reader, std::shared_ptr<const PartTable> table)
      : reader_(reader), table_(std::move(table)), walk_(reader, table_->kind) {}

  Status Start(const Choice& choice) override {
    parts_.clear();
    next_ = 0;
    StartWalk(table_->accesses, choice, /*only_ids=*/false, &walk_);
    return {};
  }

  Result<bool> Next() override {
    while (next_ == parts_.size()) {
      const std::uint64_t id = walk_.Next();
      id_ = id;
      if (id == 0) {
        const Status health = reader_.Health();
        if (!health) return tl::unexpected(health.error());
        return false;
      }
      Result<std::vector<Part>> parts = table_->parts(reader_, id);
      next_ = 0;
      parts_.clear();
      if (parts) {
        parts_ = std::move(*parts);
      } else if (parts.error().code == ErrorCode::kNotFound && !walk_.sure()) {
        walk_.Missed();
      } else {
        return tl::unexpected(parts.error());
      }
    }
    ++next_;
    return true;
  }

  std::int64_t Number() const override {
    return static_cast<std::int64_t>(id_ << kPartBits | next_);
  }

  Result<Cell> At(int column) override {
    return parts_[next_ - 1][static_cast<std::size_t>(column)];
  }

 private:
  const GraphReader& reader_;
  std::shared_ptr<const PartTable> table_;
  NodeWalk walk_;
  std::uint64_t id_ = 0;
  std::vector<Part> parts_{};  // of that node
  std::size_t next_ = 0;
};

}  // namespace

Table Describe(PartTable parts) {
  Table table{.name = parts.name,
              .meaning = parts.meaning,
              .columns = parts.columns,
              .lookups = LookupsOf(parts.accesses),
              .order = {0},
              .reversible = true,
              .counted = parts.kind};
  table.open = [shared = std::make_shared<const PartTable>(std::move(parts))](
                   const GraphReader& reader) -> std::unique_ptr<Rows> {
    return std::make_unique<PartRows>(reader, shared);
  };
  return table;
}

}  // namespace claimgraph
