// A table with one row for each noun of a kind.
//
// A noun is read when a column first needs it, and not at all where its id, or
// the node that one edge leads to, is all that a query asks for.
#ifndef CLAIMGRAPH_QUERIES_SQL_NOUN_ROWS_H_
#define CLAIMGRAPH_QUERIES_SQL_NOUN_ROWS_H_

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "queries/sql/access.h"
#include "queries/sql/node_walk.h"
#include "queries/sql/table.h"

namespace claimgraph {

// A column and where its value stands.  The first column of every noun's table
// is its id.
template <typename Noun>
struct Field {
  Column column{};
  Cell (*get)(const Noun&) = nullptr;
  std::optional<EdgeKind> edge{};  // leads from the node to the one that the column names
  bool heavy = false;              // needs all of the noun, where others need its header
};

template <typename Noun>
struct NounTable {
  NodeKind kind{};
  Result<Noun> (*find)(const GraphReader&, std::uint64_t id, bool whole) = nullptr;
  std::vector<Field<Noun>> fields{};
  std::vector<Access> accesses{};
};

template <typename Noun>
class NounRows final : public Rows {
 public:
  NounRows(const GraphReader& reader, const NounTable<Noun>& table)
      : reader_(reader), table_(table), walk_(reader, table.kind) {}

  Status Start(const Choice& choice) override {
    Remember(choice);
    Understand(choice.used);
    // Through an edge, a node without one looks as if it were not there.
    const bool only_ids = !needs_noun_ && !edge_;
    StartWalk(table_.accesses, choice, choice.lookup < 0 && (only_ids || edge_), &walk_);
    return {};
  }

  Result<bool> Next() override {
    while (const std::uint64_t id = walk_.Next()) {
      id_ = id;
      loaded_ = false;
      end_ = 0;
      if (walk_.sure()) return true;
      if (edge_) {
        end_ = FollowEdge();
        if (end_ != 0) return true;  // what starts an edge is there
      }
      const Status loaded = Load();
      if (loaded) return true;
      if (loaded.error().code != ErrorCode::kNotFound) return tl::unexpected(loaded.error());
      walk_.Missed();
    }
    const Status health = reader_.Health();
    if (!health) return tl::unexpected(health.error());
    return false;
  }

  std::int64_t Number() const override { return static_cast<std::int64_t>(id_); }

  Result<Cell> At(int column) override {
    if (column == 0) return Cell(static_cast<std::int64_t>(id_));
    if (column == key_column_) return Cell(key_);
    if (edge_ && !loaded_) {
      if (end_ == 0) end_ = FollowEdge();
      return end_ == 0 ? Cell() : Cell(static_cast<std::int64_t>(end_));
    }
    if (!loaded_) {
      const Status loaded = Load();
      if (!loaded) return tl::unexpected(loaded.error());
    }
    return table_.fields[static_cast<std::size_t>(column)].get(*noun_);
  }

 private:
  // A column that is looked up by number has that number in every row.
  void Remember(const Choice& choice) {
    key_column_ = -1;
    if (choice.lookup < 0) return;
    const auto* key = std::get_if<std::int64_t>(&choice.keys[0]);
    if (key == nullptr) return;
    key_column_ = table_.accesses[static_cast<std::size_t>(choice.lookup)].column;
    key_ = *key;
  }

  void Understand(std::uint64_t used) {
    needs_noun_ = whole_ = false;
    edge_.reset();
    for (int i = 1; i < static_cast<int>(table_.fields.size()); ++i) {
      if ((used >> i & 1) == 0 || i == key_column_) continue;
      const Field<Noun>& field = table_.fields[static_cast<std::size_t>(i)];
      needs_noun_ |= !field.edge || edge_.has_value();
      whole_ |= field.heavy;
      if (field.edge) edge_ = field.edge;
    }
    if (needs_noun_) edge_.reset();
  }

  Status Load() {
    Result<Noun> noun = table_.find(reader_, id_, whole_);
    if (!noun) return tl::unexpected(noun.error());
    noun_ = std::move(*noun);
    loaded_ = true;
    return {};
  }

  std::uint64_t FollowEdge() const {
    const std::vector<NodeRef> ends = reader_.Neighbours({table_.kind, id_}, *edge_, Way::kOut);
    return ends.empty() ? 0 : ends.front().id;
  }

  const GraphReader& reader_;
  const NounTable<Noun>& table_;
  NodeWalk walk_;
  int key_column_ = -1;
  std::int64_t key_ = 0;
  bool needs_noun_ = false;
  bool whole_ = false;
  std::optional<EdgeKind> edge_{};  // serves the one column that is asked for beside the id
  std::uint64_t id_ = 0;
  std::uint64_t end_ = 0;  // of that edge
  bool loaded_ = false;
  std::optional<Noun> noun_{};  // made only where it is read
};

// `nouns` must live as long as the table, that is for ever.
template <typename Noun>
Table Describe(std::string_view name, std::string_view meaning, const NounTable<Noun>& nouns) {
  Table table{.name = name,
              .meaning = meaning,
              .lookups = LookupsOf(nouns.accesses),
              .order = {0},
              .reversible = true,
              .counted = nouns.kind};
  for (const Field<Noun>& field : nouns.fields) table.columns.push_back(field.column);
  table.open = [&nouns](const GraphReader& reader) {
    return std::make_unique<NounRows<Noun>>(reader, nouns);
  };
  return table;
}

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_SQL_NOUN_ROWS_H_
