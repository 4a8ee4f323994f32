#include "claimgraph/export.h"

#include <fmt/format.h>

#include <algorithm>
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

  // Scripts load a folder's files by their names, so that no other format may have left
  // its own there, and nobody's files are written over.
  Status Make(const ExportFormat& format) {
    std::error_code error;
    fs::create_directories(folder_, error);
    const bool is_empty = !error && fs::is_empty(folder_, error);
    if (error) {
      return Fail(ErrorCode::kIo,
                  fmt::format("{}: cannot make the folder: {}", folder_.string(), error.message()));
    }
    if (is_empty || Holds(format)) return {};
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("{}: has other files; name a new or an empty folder, or one that has "
                            "an earlier export to {}",
                            folder_.string(), format.name));
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

  // Tells what became of the last file.
  Status CloseLast() { return files_.empty() ? Status() : files_.back()->Close(); }

 private:
  // Whether an earlier export to this format is there, and none to another.
  bool Holds(const ExportFormat& format) const {
    return std::ranges::all_of(ExportFormats(), [&](const ExportFormat& other) {
      std::error_code unknown;
      return other.script.empty() ||
             fs::exists(folder_ / other.script, unknown) == (other.script == format.script);
    });
  }

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

tl::unexpected<Error> WrongCondition(const std::string& where, std::string_view what) {
  return Fail(ErrorCode::kInvalidArgument, fmt::format("--where \"{}\": {}", where, what));
}

// By itself and between brackets, a condition means the same; what has brackets that do
// not match, or goes on behind the condition, is an error in one of the two.  Lines of
// its own, so that a comment at its end ends there.
Status RunCondition(SqlSession* session, const std::string& where, ClaimTaker* taker) {
  // No row comes of the first: what is to be told is in the user's own words.
  for (const std::string& sql :
       {"SELECT id FROM (SELECT 1 LIMIT 0) CROSS JOIN claims WHERE\n" + where,
        "SELECT id FROM claims WHERE (\n" + where + "\n)"}) {
    const Result<SqlAnswer> answer = session->Run(sql, {}, taker);
    if (answer) continue;
    const Error& error = answer.error();
    if (error.code == ErrorCode::kInvalidArgument) return WrongCondition(where, error.message);
    return tl::unexpected(error);
  }
  return {};
}

Result<std::optional<NodeSet>> Chosen(const GraphReader& reader, CsrSource* arrays,
                                      const ExportRequest& request) {
  if (!request.where) return std::optional<NodeSet>();
  if (request.where->find_first_not_of(" \t\r\n") == std::string::npos) {
    return WrongCondition(*request.where,
                          "the condition is empty; without --where, everything is exported");
  }
  const Result<std::unique_ptr<SqlSession>> session = SqlSession::Open(reader, arrays);
  if (!session) return tl::unexpected(session.error());
  ClaimTaker taker;
  if (Status run = RunCondition(session->get(), *request.where, &taker); !run) {
    return tl::unexpected(run.error());
  }
  if (taker.claims().empty() && request.note) {
    request.note("--where holds for no claim; the export is empty");
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
  if (Status made = folder.Make(format); !made) return made;
  const Status written = format.to_folder(scope, settings, &folder);
  if (Status closed = folder.CloseLast(); !closed) return closed;
  return written.and_then([&] { return folder.Place(); });
}

// Formats need not look at `out` while they write.
Status WriteStream(const ExportFormat& format, const ExportSettings& settings, ExportScope* scope,
                   std::ostream& out) {
  scope->EndWith(out);
  return format.to_file(*scope, settings, out).and_then([&]() -> Status {
    return out ? Status() : Fail(ErrorCode::kIo, "the export cannot be written");
  });
}

}  // namespace

Status Export(const GraphReader& reader, CsrSource* arrays, const ExportRequest& request,
              std::ostream& out) {
  const ExportFormat* format = FindExportFormat(request.format);
  if (format == nullptr) {
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("there is no export format {}", request.format));
  }
  if (!request.base.empty() && !format->has_iris) {
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("{} has no IRIs of nodes for --base to begin", format->name));
  }
  Result<std::optional<NodeSet>> chosen = Chosen(reader, arrays, request);
  if (!chosen) return tl::unexpected(chosen.error());
  ExportScope scope(reader, *std::move(chosen), request.progress);
  StoredSources sources(reader);
  ExportSettings settings;
  if (!request.base.empty()) settings.base = request.base;
  settings.sources = [&](const Document& document) -> const Sources& {
    return sources.Of(document);
  };
  if (format->to_folder != nullptr) return WriteFolder(*format, scope, settings, request.output);
  const auto write = [&](std::ostream& to) { return WriteStream(*format, settings, &scope, to); };
  return request.output == "-" ? write(out) : WriteWhole(request.output, write);
}

}  // namespace claimgraph
