// A table is as wide as its first rows need: those are held back, the rest
// stream past under the same widths.

#include "queries/sql/print.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "core/json.h"
#include "queries/reports/text.h"

namespace claimgraph {
namespace {

constexpr std::size_t kHeldRows = 1000;
constexpr std::size_t kHeldBytes = 1 << 20;
constexpr std::size_t kNarrowest = 3;
constexpr std::size_t kWidest = 60;  // a longer text breaks its column, not the table

// Characters, not bytes.
std::size_t Width(std::string_view text) {
  constexpr unsigned char kContinuation = 0x80;
  constexpr unsigned char kMask = 0xc0;
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & kMask) != kContinuation; }));
}

std::string Hex(std::string_view bytes) {
  std::string hex;
  for (const char c : bytes) hex += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return hex;
}

bool IsNull(const Cell& cell) { return std::holds_alternative<std::monostate>(cell); }
bool IsNumber(const Cell& cell) {
  return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<double>(cell);
}

// The shortest digits that read back as the same number; NULL as `null`.
std::string PlainText(const Cell& cell, std::string_view null) {
  return std::visit(
      [null](const auto& value) -> std::string {
        using T = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<T, std::monostate>) {
          return std::string(null);
        } else if constexpr (std::is_same_v<T, Blob>) {
          return Hex(value.bytes);
        } else if constexpr (std::is_arithmetic_v<T>) {
          return fmt::format("{}", value);
        } else {
          return std::string(value);
        }
      },
      cell);
}

class TablePrinter final : public RowPrinter {
 public:
  explicit TablePrinter(std::ostream& out) : out_(out) {}

  void Columns(std::span<const std::string> names) override {
    std::vector<Field> head;
    for (const std::string& name : names) head.push_back({Printable(name), false});
    held_.push_back(std::move(head));
  }

  bool Row(std::span<const Cell> cells) override {
    std::vector<Field> row;
    for (const Cell& cell : cells) {
      row.push_back({Printable(PlainText(cell, "NULL")), IsNumber(cell)});
      held_bytes_ += row.back().text.size();
    }
    if (widths_.empty()) {
      held_.push_back(std::move(row));
      if (held_.size() > kHeldRows || held_bytes_ > kHeldBytes) Release();
    } else {
      Line(row);
    }
    return out_.good();
  }

  void Finish() override {
    if (widths_.empty()) Release();
  }

 private:
  struct Field {
    std::string text{};
    bool right = false;
  };

  void Release() {
    if (held_.empty()) return;
    widths_.resize(held_.front().size(), kNarrowest);
    for (const std::vector<Field>& row : held_) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        const std::size_t width = Width(row[i].text);
        if (width <= kWidest) widths_[i] = std::max(widths_[i], width);
      }
    }
    Line(held_.front());
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      out_ << (i == 0 ? "" : "  ") << std::string(widths_[i], '-');
    }
    out_ << '\n';
    for (std::size_t i = 1; i < held_.size(); ++i) Line(held_[i]);
    held_.clear();
  }

  void Line(const std::vector<Field>& row) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::size_t width = Width(row[i].text);
      const std::string space(widths_[i] > width ? widths_[i] - width : 0, ' ');
      if (i > 0) line += "  ";
      line += row[i].right ? space + row[i].text : row[i].text + space;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out_ << line << '\n';
  }

  std::ostream& out_;
  std::vector<std::vector<Field>> held_{};  // the head first
  std::size_t held_bytes_ = 0;
  std::vector<std::size_t> widths_{};  // empty while rows are held back
};

class CsvPrinter final : public RowPrinter {
 public:
  explicit CsvPrinter(std::ostream& out) : out_(out) {}

  void Columns(std::span<const std::string> names) override {
    const char* separator = "";
    for (const std::string& name : names) {
      out_ << separator << Quoted(name);
      separator = ",";
    }
    out_ << "\r\n";
  }

  bool Row(std::span<const Cell> cells) override {
    const char* separator = "";
    for (const Cell& cell : cells) {
      out_ << separator;
      if (!IsNull(cell))
        out_ << (IsNumber(cell) ? PlainText(cell, "") : Quoted(PlainText(cell, "")));
      separator = ",";
    }
    out_ << "\r\n";
    return out_.good();
  }

  void Finish() override {}

 private:
  static std::string Quoted(std::string_view text) {
    if (!text.empty() && text.find_first_of("\",\r\n") == std::string_view::npos) {
      return std::string(text);
    }
    std::string quoted = "\"";
    for (const char c : text) {
      if (c == '"') quoted += '"';
      quoted += c;
    }
    return quoted + '"';
  }

  std::ostream& out_;
};

class JsonLinesPrinter final : public RowPrinter {
 public:
  explicit JsonLinesPrinter(std::ostream& out) : out_(out) {}

  void Columns(std::span<const std::string> names) override {
    std::map<std::string, int> seen;
    for (const std::string& name : names) {
      const int times = ++seen[name];
      names_.push_back(times == 1 ? name : fmt::format("{}:{}", name, times));
    }
  }

  bool Row(std::span<const Cell> cells) override {
    Json object = Json::object();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (const auto* number = std::get_if<std::int64_t>(&cells[i])) {
        object[names_[i]] = *number;
      } else if (const auto* real = std::get_if<double>(&cells[i])) {
        object[names_[i]] = *real;
      } else if (IsNull(cells[i])) {
        object[names_[i]] = nullptr;
      } else {
        object[names_[i]] = PlainText(cells[i], "");
      }
    }
    out_ << Dump(object) << '\n';
    return out_.good();
  }

  void Finish() override {}

 private:
  std::ostream& out_;
  std::vector<std::string> names_{};
};

class MarkdownPrinter final : public RowPrinter {
 public:
  explicit MarkdownPrinter(std::ostream& out) : out_(out) {}

  void Columns(std::span<const std::string> names) override {
    for (const std::string& name : names) out_ << "| " << Escaped(name) << ' ';
    out_ << "|\n";
    for (std::size_t i = 0; i < names.size(); ++i) out_ << "|---";
    out_ << "|\n";
  }

  bool Row(std::span<const Cell> cells) override {
    for (const Cell& cell : cells) out_ << "| " << Escaped(PlainText(cell, "NULL")) << ' ';
    out_ << "|\n";
    return out_.good();
  }

  void Finish() override {}

 private:
  // What the page would take for its own: cells, tags, emphasis, links.
  static std::string Escaped(std::string_view text) {
    constexpr std::string_view kMarkup = "|\\`*_<>[]";
    std::string escaped;
    for (const char c : Printable(text)) {
      if (kMarkup.find(c) != std::string_view::npos) escaped += '\\';
      escaped += c;
    }
    return escaped;
  }

  std::ostream& out_;
};

}  // namespace

std::optional<SqlFormat> ParseSqlFormat(std::string_view name) {
  if (name == "table") return SqlFormat::kTable;
  if (name == "csv") return SqlFormat::kCsv;
  if (name == "jsonl") return SqlFormat::kJsonLines;
  if (name == "markdown") return SqlFormat::kMarkdown;
  return std::nullopt;
}

std::unique_ptr<RowPrinter> NewRowPrinter(SqlFormat format, std::ostream& out) {
  switch (format) {
    case SqlFormat::kTable:
      return std::make_unique<TablePrinter>(out);
    case SqlFormat::kCsv:
      return std::make_unique<CsvPrinter>(out);
    case SqlFormat::kJsonLines:
      return std::make_unique<JsonLinesPrinter>(out);
    case SqlFormat::kMarkdown:
      return std::make_unique<MarkdownPrinter>(out);
  }
  return nullptr;
}

}  // namespace claimgraph
