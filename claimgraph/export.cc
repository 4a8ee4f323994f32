#include "claimgraph/export.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "claimgraph/part_file.h"
#include "claimgraph/stored_sources.h"
#include "queries/sql/session.h"

namespace claimgraph {
namespace {

namespace fs = std::filesystem;

class DiskFolder : public ExportFolder {
 public:
  explicit DiskFolder(fs::path folder) : folder_(std::move(folder)) {}

  Status Make() {
    std::error_code error;
    fs::create_directories(folder_, error);
    if (!error) return {};
    return Fail(ErrorCode::kIo,
                fmt::format("{}: cannot make the folder: {}", folder_.string(), error.message()));
  }

  Result<std::ostream*> Open(std::string_view name) override {
    if (Status closed = CloseLast(); !closed) return tl::unexpected(closed.error());
    files_.push_back(std::make_unique<PartFile>((folder_ / name).string()));
    return files_.back()->Opened().map([&] { return &files_.back()->out(); });
  }

  // All of them, once all are whole.
  Status Place() {
    if (Status closed = CloseLast(); !closed) return closed;
    for (const std::unique_ptr<PartFile>& file : files_) {
      if (Status placed = file->Place(); !placed) return placed;
    }
    return {};
  }

 private:
  Status CloseLast() { return files_.empty() ? Status() : files_.back()->Close(); }

  fs::path folder_;
  std::vector<std::unique_ptr<PartFile>> files_;
};

class ClaimTaker : public RowTaker {
 public:
  void Columns(std::span<const std::string>) override {}
  bool Row(std::span<const Cell> cells) override {
    if (const auto* id = std::get_if<std::int64_t>(&cells[0])) {
      claims_.push_back(ClaimId{static_cast<std::uint64_t>(*id)});
    }
    return true;
  }
  const std::vector<ClaimId>& claims() const { return claims_; }

 private:
  std::vector<ClaimId> claims_;
};

Result<std::optional<NodeSet>> Chosen(const GraphReader& reader, CsrSource* arrays,
                                      const std::string& where) {
  if (where.empty()) return std::optional<NodeSet>();
  Result<std::unique_ptr<SqlSession>> session = SqlSession::Open(reader, arrays);
  if (!session) return tl::unexpected(session.error());
  ClaimTaker taker;
  // On lines of its own, so that a comment at its end ends there.
  const Result<SqlAnswer> answer =
      (*session)->Run("SELECT id FROM claims WHERE (\n" + where + "\n)", {}, &taker);
  if (!answer) {
    return Fail(answer.error().code, "--where: " + answer.error().message);
  }
  return ReachOf(reader, taker.claims()).map([](NodeSet set) {
    return std::optional<NodeSet>(std::move(set));
  });
}

Status WriteFolder(const ExportFormat& format, const ExportScope& scope,
                   const ExportSettings& settings, const std::string& path) {
  if (path == "-") {
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("{} is several files; name a folder for them: -o FOLDER", format.name));
  }
  DiskFolder folder(path);
  return folder.Make()
      .and_then([&] { return format.to_folder(scope, settings, &folder); })
      .and_then([&] { return folder.Place(); });
}

Status WriteFile(const ExportFormat& format, const ExportScope& scope,
                 const ExportSettings& settings, const std::string& path) {
  return WriteWhole(path, [&](std::ostream& out) { return format.to_file(scope, settings, out); });
}

}  // namespace

Status Export(const GraphReader& reader, CsrSource* arrays, const ExportRequest& request,
              std::ostream& out) {
  const ExportFormat* format = FindExportFormat(request.format);
  if (format == nullptr) {
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("there is no export format {}", request.format));
  }
  Result<std::optional<NodeSet>> chosen = Chosen(reader, arrays, request.where);
  if (!chosen) return tl::unexpected(chosen.error());
  const ExportScope scope(reader, *std::move(chosen), request.progress);
  StoredSources sources(reader);
  ExportSettings settings;
  if (!request.base.empty()) settings.base = request.base;
  settings.sources = [&](const Document& document) -> const Sources& {
    return sources.Of(document);
  };
  if (format->to_folder != nullptr) return WriteFolder(*format, scope, settings, request.output);
  if (request.output != "-") return WriteFile(*format, scope, settings, request.output);
  return format->to_file(scope, settings, out);
}

}  // namespace claimgraph
